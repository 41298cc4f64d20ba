#include "model/collation.h"

#include <unicode/ucol.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <stdlib.h>

struct Collation {
    UCollator *ucol; /* NULL: ICU has no data at all */
};

Collation *collation_open(const char *lang) {
    char id[ULOC_FULLNAME_CAPACITY] = "";
    UErrorCode status = U_ZERO_ERROR;
    int32_t used;
    Collation *c = malloc(sizeof *c);
    if (!c)
        oom();
    uloc_forLanguageTag(lang, id, sizeof id, &used, &status);
    /* "" is the locale of the machine to ICU. */
    c->ucol = ucol_open(U_SUCCESS(status) && id[0] ? id : "root", &status);
    if (U_FAILURE(status)) {
        status = U_ZERO_ERROR;
        c->ucol = ucol_open("root", &status);
    }
    if (c->ucol)
        ucol_setAttribute(c->ucol, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
    return c;
}

void collation_close(Collation *c) {
    if (c && c->ucol)
        ucol_close(c->ucol);
    free(c);
}

void collation_key(Collation *c, Text t, Buf *out) {
    UErrorCode status = U_ZERO_ERROR;
    UChar own[256], *wide = own;
    int32_t n = 0;
    if (t.n > sizeof own / sizeof *own)
        wide = malloc(t.n * sizeof *wide);
    if (!wide)
        oom();
    u_strFromUTF8(wide, (int32_t)(t.n > 256 ? t.n : 256), &n, t.s, (int32_t)t.n,
                  &status);
    if (!c->ucol || U_FAILURE(status)) {
        buf_add(out, t.s, t.n);
        buf_putc(out, '\0');
    } else {
        buf_reserve(out, 256);
        int32_t room = (int32_t)(out->cap - out->n);
        int32_t need =
            ucol_getSortKey(c->ucol, wide, n, (uint8_t *)out->s + out->n, room);
        if (need > room) {
            buf_reserve(out, (size_t)need);
            ucol_getSortKey(c->ucol, wide, n, (uint8_t *)out->s + out->n, need);
        }
        out->n += (size_t)need;
    }
    if (wide != own)
        free(wide);
}
