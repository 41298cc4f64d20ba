#include "text/visual.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

bool visual_is_seen(uint32_t cp) {
    UChar32 c = (UChar32)cp;
    return !u_isUWhiteSpace(c) && !u_isISOControl(c) &&
           !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static void turn_round(uint32_t *s, uint8_t *levels, size_t n) {
    for (size_t i = 0; i + 1 < n; i++) {
        uint32_t c = s[i];
        uint8_t level = levels[i];
        s[i] = s[--n];
        levels[i] = levels[n];
        s[n] = c;
        levels[n] = level;
    }
}

uint32_t *visual_line(Arena *a, const Para *p, size_t line, size_t *n) {
    const UString *u = &p->text;
    uint32_t at = p->lines[line].start, end = p->lines[line].end;
    uint32_t *s = ARENA_ARRAY(a, uint32_t, end - at);
    uint8_t *levels = ARENA_ARRAY(a, uint8_t, end - at), top = 0;
    *n = 0;
    while (at < end) {
        uint8_t level = p->items.levels[at];
        uint32_t c = utf16_next(u->s, end, &at);
        if (!visual_is_seen(c))
            continue;
        top = level > top ? level : top;
        levels[*n] = level;
        s[(*n)++] = c;
    }
    /* L2: from the highest level down to 1. */
    for (; top > 0; top--) {
        for (size_t i = 0; i < *n; i++) {
            size_t from = i;
            while (i < *n && levels[i] >= top)
                i++;
            turn_round(s + from, levels + from, i - from);
        }
    }
    return s;
}

static UChar *nfc(Arena *a, const uint32_t *s, size_t n, int32_t *out_n) {
    int32_t len = 0, room = 2 * (int32_t)n + 1;
    UErrorCode status = U_ZERO_ERROR;
    UChar *given = ARENA_ARRAY(a, UChar, (size_t)room);
    UChar *out = ARENA_ARRAY(a, UChar, (size_t)room);
    u_strFromUTF32WithSub(given, room, &len, (const UChar32 *)s, (int32_t)n,
                          0xFFFD, NULL, &status);
    /* Composing makes text longer only where it decomposes, by three at most
     * (UAX #15, 12.2). */
    const UNormalizer2 *norm = unorm2_getNFCInstance(&status);
    *out_n = unorm2_normalize(norm, given, len, out, room, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        room = *out_n + 1;
        out = ARENA_ARRAY(a, UChar, (size_t)room);
        *out_n = unorm2_normalize(norm, given, len, out, room, &status);
    }
    return out;
}

/* ---- marks apart ---- */

typedef struct Apart {
    VEC(uint32_t) letters, marks;
} Apart;

static bool is_mark(UChar32 c) {
    return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

static int by_value(const void *x, const void *y) {
    const uint32_t *a = x, *b = y;
    return (*a > *b) - (*a < *b);
}

/* Each character decomposed (NFD), letters in their order, marks by number. */
static Apart take_apart(Arena *a, const uint32_t *s, size_t n) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *norm = unorm2_getNFDInstance(&status);
    Apart out = {0};
    for (size_t i = 0; i < n; i++) {
        UChar parts[32];
        int32_t len =
            unorm2_getDecomposition(norm, (UChar32)s[i], parts, 32, &status);
        if (len < 0) { /* it has none */
            len = 0;
            u_strFromUTF32WithSub(parts, 32, &len, (const UChar32 *)&s[i], 1,
                                  0xFFFD, NULL, &status);
        }
        for (uint32_t at = 0; at < (uint32_t)len;) {
            uint32_t c = utf16_next(parts, (uint32_t)len, &at);
            if (is_mark((UChar32)c))
                vec_push(a, &out.marks, c);
            else
                vec_push(a, &out.letters, c);
        }
    }
    if (out.marks.n > 1)
        qsort(out.marks.v, out.marks.n, sizeof *out.marks.v, by_value);
    return out;
}

static bool same_values(const uint32_t *x, size_t nx, const uint32_t *y,
                        size_t ny) {
    return nx == ny && (nx == 0 || memcmp(x, y, nx * sizeof *x) == 0);
}

bool visual_same(Arena *a, const uint32_t *x, size_t nx, const uint32_t *y,
                 size_t ny, bool loose_marks) {
    if (same_values(x, nx, y, ny))
        return true;
    if (loose_marks) {
        Apart p = take_apart(a, x, nx), q = take_apart(a, y, ny);
        return same_values(p.letters.v, p.letters.n, q.letters.v,
                           q.letters.n) &&
               same_values(p.marks.v, p.marks.n, q.marks.v, q.marks.n);
    }
    int32_t np, nq;
    const UChar *p = nfc(a, x, nx, &np), *q = nfc(a, y, ny, &nq);
    return np == nq && u_memcmp(p, q, np) == 0;
}
