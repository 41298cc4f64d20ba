#include "input/docencoding.h"

#include "base/utf8.h"
#include "input/encoding.h"

#include <string.h>
#include <strings.h>

#include <unicode/ucnv.h>

static bool is_utf8(const DocFile *f) {
    for (size_t at = 0; at < f->n;)
        if (f->bytes[at] == '\0' || utf8_next(f->bytes, f->n, &at) == UTF8_BAD)
            return false;
    return true;
}

/* An encoding that ICU knows and that can be true: who can read a declaration
 * byte by byte does not read UTF-16. NULL: none. */
static const char *usable(Arena *a, const Text *declared) {
    UErrorCode error = U_ZERO_ERROR;
    const char *name = arena_strndup(a, declared->s, declared->n);
    if (declared->n == 0 || strncasecmp(name, "utf", 3) == 0)
        return NULL;
    const char *known = ucnv_getStandardName(name, "IANA", &error);
    return U_SUCCESS(error) && known ? name : NULL;
}

/* Is all that was wrong with it characters that are dropped later? No byte was
 * lost then. */
static bool read_lenient(Arena *a, const DocFile *f, const char *given,
                         Encoded *out) {
    Diag *diag = diag_new();
    bool clean =
        encoding_read(a, f->name, f->bytes, f->n, given, NULL, NULL, diag, out);
    diag_free(diag);
    return !clean && out->src &&
           !memmem(out->src->bytes, out->src->n, "\xEF\xBF\xBD", 3);
}

const Source *docencoding_utf8(Arena *a, const DocFile *f, const Text *declared,
                               Diag *diag, const char **encoding) {
    Encoded out = {0};
    *encoding = NULL;
    if (is_utf8(f))
        return source_from(a, f->name, f->bytes, f->n);
    bool mark = f->n >= 2 && (memcmp(f->bytes, "\xFF\xFE", 2) == 0 ||
                              memcmp(f->bytes, "\xFE\xFF", 2) == 0);
    const char *given = mark ? NULL : usable(a, declared);
    if (!read_lenient(a, f, given, &out) &&
        !encoding_read(a, f->name, f->bytes, f->n, given, NULL, NULL, diag,
                       &out))
        return NULL;
    *encoding = out.as;
    return out.src;
}
