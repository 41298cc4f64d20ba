#include "model/fold.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <stdlib.h>
#include <string.h>

/* UTF-16 of most fields: longer ones come from the heap. */
enum { ROOM = 512 };

typedef struct Wide {
    UChar own[ROOM];
    UChar *heap; /* NULL: not needed */
    UChar *s;    /* own or heap */
    int32_t n;
} Wide;

static void wide_room(Wide *w, size_t n) {
    w->heap = n > ROOM ? malloc(n * sizeof *w->heap) : NULL;
    if (n > ROOM && !w->heap)
        oom();
    w->s = w->heap ? w->heap : w->own;
}

static void wide_free(Wide *w) {
    free(w->heap);
}

static bool wide_from(Text t, Wide *out) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = 0;
    wide_room(out, t.n + 1);
    u_strFromUTF8(out->s, (int32_t)t.n + 1, &n, t.s, (int32_t)t.n, &status);
    out->n = n;
    return U_SUCCESS(status);
}

/* UAX #15, table of section 9: no character grows more than 18 times. */
static bool normalised(const UNormalizer2 *form, const Wide *from, Wide *out) {
    UErrorCode status = U_ZERO_ERROR;
    size_t room = (size_t)from->n * 18 + 1;
    wide_room(out, room);
    out->n = unorm2_normalize(form, from->s, from->n, out->s, (int32_t)room,
                              &status);
    return U_SUCCESS(status);
}

static void add_wide(const UChar *s, int32_t n, Buf *out) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t bytes = 0;
    buf_reserve(out, (size_t)n * 3 + 1);
    u_strToUTF8(out->s + out->n, n * 3 + 1, &bytes, s, n, &status);
    out->n += (size_t)bytes;
}

static bool is_ascii(Text t) {
    for (size_t i = 0; i < t.n; i++)
        if ((unsigned char)t.s[i] >= 0x80)
            return false;
    return true;
}

static void add_ascii(Text t, bool loose, Buf *out) {
    for (size_t i = 0; i < t.n; i++) {
        char c = t.s[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (!loose || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            buf_putc(out, c);
    }
}

/* Latin letters that Unicode does not take apart; folded already. */
static const char *base_letters(UChar32 c) {
    static const struct {
        UChar32 c;
        const char *base;
    } table[] = {{0x00E6, "ae"}, {0x00F0, "d"},  {0x00F8, "o"}, {0x00FE, "th"},
                 {0x0111, "d"},  {0x0127, "h"},  {0x0131, "i"}, {0x0142, "l"},
                 {0x014B, "n"},  {0x0153, "oe"}, {0x0167, "t"}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].c == c)
            return table[i].base;
    return NULL;
}

static bool is_latin(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status) == USCRIPT_LATIN;
}

/* A mark counts unless it stands on a Latin letter: in other scripts it is a
 * vowel. */
static void add_loose(const Wide *w, Buf *out) {
    bool latin = false;
    Buf b = {0};
    add_wide(w->s, w->n, &b);
    for (size_t i = 0; i < b.n;) {
        size_t from = i;
        UChar32 c = (UChar32)utf8_next(b.s, b.n, &i);
        int type = u_charType(c);
        bool mark = type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
                    type == U_COMBINING_SPACING_MARK;
        if (!mark)
            latin = is_latin(c);
        const char *base = latin && !mark ? base_letters(c) : NULL;
        if (base)
            buf_puts(out, base);
        else if (mark ? !latin : u_isalnum(c))
            buf_add(out, b.s + from, i - from);
    }
    buf_free(&b);
}

static void fold(Text t, bool loose, Buf *out) {
    UErrorCode status = U_ZERO_ERROR;
    Wide wide, folded, apart;
    if (t.n == 0)
        return;
    if (is_ascii(t)) {
        add_ascii(t, loose, out);
        return;
    }
    const UNormalizer2 *case_form = unorm2_getNFKCCasefoldInstance(&status);
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    bool sound = wide_from(t, &wide);
    if (U_FAILURE(status) || !sound) {
        wide_free(&wide);
        buf_add(out, t.s, t.n);
        return;
    }
    bool ok = normalised(case_form, &wide, &folded);
    if (ok && !loose)
        add_wide(folded.s, folded.n, out);
    if (ok && loose) {
        if (normalised(nfd, &folded, &apart))
            add_loose(&apart, out);
        wide_free(&apart);
    }
    wide_free(&folded);
    wide_free(&wide);
}

void fold_case(Text t, Buf *out) {
    fold(t, false, out);
}

void fold_loose(Text t, Buf *out) {
    fold(t, true, out);
}

bool fold_equal(Text a, Text b) {
    Buf x = {0}, y = {0};
    fold_case(a, &x);
    fold_case(b, &y);
    bool same = x.n == y.n && (x.n == 0 || memcmp(x.s, y.s, x.n) == 0);
    buf_free(&x);
    buf_free(&y);
    return same;
}
