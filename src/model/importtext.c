#include "model/importtext.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <string.h>

static bool is_han(uint32_t cp) {
    UErrorCode status = U_ZERO_ERROR;
    return cp >= 0x2E80 &&
           uscript_getScript((UChar32)cp, &status) == USCRIPT_HAN;
}

/* Lower case, without accents. */
static uint32_t fold(uint32_t cp) {
    UErrorCode status = U_ZERO_ERROR;
    if (cp < 0x80)
        return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
    if (cp >= 0x2E80)
        return cp;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    UChar parts[8];
    int32_t n = U_SUCCESS(status) ? unorm2_getDecomposition(nfd, (UChar32)cp,
                                                            parts, 8, &status)
                                  : -1;
    /* The letter comes first; none of them is beyond the BMP. */
    if (U_SUCCESS(status) && n > 0 && !U16_IS_SURROGATE(parts[0]))
        cp = parts[0];
    return (uint32_t)u_tolower((UChar32)cp);
}

static bool is_word(uint32_t cp) {
    return cp != UTF8_BAD && (u_isalnum((UChar32)cp) ||
                              u_charType((UChar32)cp) == U_NON_SPACING_MARK);
}

static void put(FoldWord *word, size_t *n, uint32_t cp) {
    char bytes[4];
    /* A sharp s is two letters in capitals. */
    const char *s = cp == 0xDF ? "ss" : bytes;
    size_t length = cp == 0xDF ? 2 : utf8_put(bytes, cp);
    if (*n + length < FOLD_BYTES) {
        memcpy(word->s + *n, s, length);
        *n += length;
    }
}

FoldWords fold_words(Arena *a, Text t, size_t max) {
    VEC(FoldWord) out = {0};
    for (size_t at = 0; at < t.n && out.n < max;) {
        size_t from = at, n = 0;
        uint32_t cp = utf8_next(t.s, t.n, &at);
        if (!is_word(cp))
            continue;
        FoldWord word = {.from = from};
        bool han = is_han(cp);
        put(&word, &n, fold(cp));
        for (size_t next = at; !han && next < t.n; at = next) {
            cp = utf8_next(t.s, t.n, &next);
            if (!is_word(cp) || is_han(cp))
                break;
            if (u_charType((UChar32)cp) != U_NON_SPACING_MARK)
                put(&word, &n, fold(cp));
            if (next == t.n) {
                at = next;
                break;
            }
        }
        word.to = at;
        vec_push(a, &out, word);
    }
    return (FoldWords){out.v, out.n};
}

/* ---- patterns ---- */

/* Equal but for a slip: Damerau-Levenshtein of at most 2, same first letter. */
static bool is_slip(const char *s, size_t n, const char *word, size_t m) {
    enum { MAX = FOLD_BYTES };
    size_t rows[3][MAX + 1];
    if (n < 8 || m < 7 || n >= MAX || m >= MAX || s[0] != word[0])
        return false;
    for (size_t j = 0; j <= m; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t *row = rows[i % 3], *above = rows[(i - 1) % 3];
        row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t best = above[j - 1] + (s[i - 1] != word[j - 1]);
            if (above[j] + 1 < best)
                best = above[j] + 1;
            if (row[j - 1] + 1 < best)
                best = row[j - 1] + 1;
            if (i > 1 && j > 1 && s[i - 1] == word[j - 2] &&
                s[i - 2] == word[j - 1] && rows[(i - 2) % 3][j - 2] + 1 < best)
                best = rows[(i - 2) % 3][j - 2] + 1;
            row[j] = best;
        }
    }
    return rows[n % 3][m] <= 2;
}

static bool word_fits(const FoldWord *word, const char *s, size_t n) {
    size_t length = strlen(word->s);
    if (n > 0 && s[n - 1] == '*')
        return length >= n - 1 && memcmp(word->s, s, n - 1) == 0;
    return (length == n && memcmp(word->s, s, n) == 0) ||
           is_slip(s, n, word->s, length);
}

static bool token_fits(const FoldWord *word, const char *token, size_t n) {
    for (size_t at = 0; at < n;) {
        const char *bar = memchr(token + at, '|', n - at);
        size_t to = bar ? (size_t)(bar - token) : n;
        if (word_fits(word, token + at, to - at))
            return true;
        at = to + 1;
    }
    return false;
}

/* Bytes of the Chinese character at `s`, 0 if it is none. */
static size_t han_bytes(const char *s) {
    size_t at = 0;
    return *s && is_han(utf8_next(s, strlen(s), &at)) ? at : 0;
}

/* Chinese patterns are written without blanks: a token is a character, with its
 * alternatives. */
static const char *next_token(const char *s, size_t *n) {
    s += strspn(s, " ");
    *n = s[0] == '~' ? 1 : han_bytes(s);
    if (*n == 0)
        *n = strcspn(s, " ");
    else
        while (s[*n] == '|' && han_bytes(s + *n + 1) > 0)
            *n += 1 + han_bytes(s + *n + 1);
    return s;
}

size_t fold_match(const FoldWords *w, size_t at, const char *pattern) {
    size_t n, taken = 0;
    const char *token = next_token(pattern, &n);
    for (; n > 0; token = next_token(token + n, &n)) {
        if (n == 1 && token[0] == '~') {
            if (token[1 + strspn(token + 1, " ")] == '\0')
                break;
            for (size_t skip = 0; skip <= 8 && at + taken + skip < w->n;
                 skip++) {
                size_t rest = fold_match(w, at + taken + skip, token + 1);
                if (rest > 0)
                    return taken + skip + rest;
            }
            return 0;
        }
        if (at + taken >= w->n || !token_fits(&w->v[at + taken], token, n))
            return 0;
        taken++;
    }
    return taken;
}

const char *fold_plain(Arena *a, Text t) {
    FoldWords w = fold_words(a, t, SIZE_MAX);
    char *out = arena_alloc(a, w.n * (FOLD_BYTES + 1) + 1);
    size_t n = 0;
    for (size_t i = 0; i < w.n; i++) {
        if (i > 0)
            out[n++] = ' ';
        size_t length = strlen(w.v[i].s);
        memcpy(out + n, w.v[i].s, length);
        n += length;
    }
    return out;
}

/* ---- ends of texts ---- */

size_t fold_behind(Text t, size_t from, bool *colon) {
    size_t at = from;
    *colon = false;
    while (at < t.n) {
        size_t to = at;
        uint32_t cp = utf8_next(t.s, t.n, &to);
        if (cp == ':' || cp == 0xFF1A)
            *colon = true;
        else if (cp != ' ' && cp != '\t' && cp != '.' && cp != 0xA0 &&
                 cp != 0x202F && cp != 0x3000)
            break;
        at = to;
    }
    return at - from;
}

Text text_without_tail(Text t, const char *marks) {
    t = text_trim(t);
    while (t.n > 0 && t.s[t.n - 1] && strchr(marks, t.s[t.n - 1]))
        t = text_trim(text_slice(t, 0, t.n - 1));
    return t;
}

bool text_ends(Text t, const char *s) {
    size_t n = strlen(s);
    return t.n >= n && memcmp(t.s + t.n - n, s, n) == 0;
}

bool text_starts(Text t, const char *s) {
    size_t n = strlen(s);
    return t.n >= n && memcmp(t.s, s, n) == 0;
}

size_t text_find(Text t, const char *s) {
    const char *found = t.n ? memmem(t.s, t.n, s, strlen(s)) : NULL;
    return found ? (size_t)(found - t.s) : SIZE_MAX;
}

static void count_letters(Text t, size_t *han, size_t *others) {
    *han = *others = 0;
    for (size_t at = 0; at < t.n;) {
        uint32_t cp = utf8_next(t.s, t.n, &at);
        if (cp == UTF8_BAD || !u_isalpha((UChar32)cp))
            continue;
        ++*(is_han(cp) ? han : others);
    }
}

bool text_has_han(Text t) {
    size_t han, others;
    count_letters(t, &han, &others);
    return han > 0;
}

bool text_is_han(Text t) {
    size_t han, others;
    count_letters(t, &han, &others);
    return han > 0 && han * 2 >= others;
}

bool text_is_capitals(Text t) {
    bool any = false;
    for (size_t at = 0; at < t.n;) {
        uint32_t cp = utf8_next(t.s, t.n, &at);
        if (cp == UTF8_BAD || !u_isalpha((UChar32)cp))
            continue;
        if (u_islower((UChar32)cp))
            return false;
        any = any || u_isupper((UChar32)cp);
    }
    return any;
}
