#include "input/markdown_join.h"

#include "base/utf8.h"

typedef struct Range {
    uint32_t first, last;
} Range;

/* East_Asian_Width W, F and H (UAX #11) without Hangul and Yi, which have
 * spaces. */
static const Range han[] = {
    {0x2E80, 0x312F},   {0x3190, 0x4DBF},   {0x4E00, 0x9FFF},
    {0xF900, 0xFAFF},   {0xFE10, 0xFE1F},   {0xFE30, 0xFE4F},
    {0xFF01, 0xFF9F},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x16FFF},
    {0x1AFF0, 0x1B2FF}, {0x1F200, 0x1F2FF}, {0x20000, 0x3FFFF},
};

static JoinClass classify(uint32_t cp) {
    if (cp == 0x00B7 || cp == 0x2014 || cp == 0x2018 || cp == 0x2019 ||
        cp == 0x201C || cp == 0x201D || cp == 0x2026)
        return JOIN_EITHER;
    if (cp == 0x0F0B)
        return JOIN_TSHEG;
    if (cp >= 0x0F00 && cp <= 0x0FFF)
        return JOIN_TIBETAN;
    for (size_t i = 0; i < sizeof han / sizeof *han; i++)
        if (cp >= han[i].first && cp <= han[i].last)
            return JOIN_HAN;
    return JOIN_SPACED;
}

JoinClass join_first(const char *s, size_t n) {
    JoinClass class = JOIN_EITHER;
    for (size_t i = 0; i < n && class == JOIN_EITHER;)
        class = classify(utf8_next(s, n, &i));
    return class;
}

JoinClass join_last(const char *s, size_t n) {
    JoinClass class = JOIN_EITHER;
    while (n > 0 && class == JOIN_EITHER) {
        size_t at = n - 1;
        while (at > 0 && n - at < 4 && ((unsigned char)s[at] & 0xC0) == 0x80)
            at--;
        size_t from = at;
        class = classify(utf8_next(s, n, &at));
        n = from;
    }
    return class;
}

bool join_closed(JoinClass before, JoinClass behind) {
    return (before == JOIN_HAN && behind == JOIN_HAN) ||
           (before == JOIN_TSHEG &&
            (behind == JOIN_TIBETAN || behind == JOIN_TSHEG));
}
