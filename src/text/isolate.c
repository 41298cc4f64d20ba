#include "text/isolate.h"

#include "text/ustring.h"

#include <unicode/uchar.h>

#include <assert.h>
#include <stdbool.h>

#define NONE UINT32_MAX

typedef enum TokenKind {
    TOKEN_LETTER, /* strong left to right */
    TOKEN_DIGIT,
    TOKEN_ISOLATE, /* a whole left-to-right isolate */
    TOKEN_SPACE,
    TOKEN_MARK
} TokenKind;

typedef struct Token {
    uint32_t start, end;
    UChar32 cp;
    TokenKind kind;
} Token;

/* Tokens between two right-to-left characters. */
typedef struct Segment {
    VEC(Token) t;
    bool letters, digits;
    bool word_follows; /* a right-to-left letter stands behind */
} Segment;

typedef struct Finder {
    Arena *a;
    const UChar *s;
    uint32_t *partner; /* of an isolate's start: its PDI; NULL: no isolates */
    bool after_rtl;    /* the last strong character is right-to-left */
    Segment seg;
    VEC(UStretch) found;
} Finder;

static bool is_isolate_start(UChar32 cp) {
    return cp >= 0x2066 && cp <= 0x2068;
}

static bool is_rtl(UCharDirection d) {
    return d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC;
}

int isolate_first_strong(const UChar *s, uint32_t n) {
    uint32_t depth = 0;
    for (uint32_t i = 0; i < n;) {
        UChar32 cp = (UChar32)utf16_next(s, n, &i);
        UCharDirection d = u_charDirection(cp);
        if (is_isolate_start(cp)) {
            depth++;
        } else if (cp == 0x2069) {
            if (depth == 0)
                return -1;
            depth--;
        } else if (depth == 0 && is_rtl(d)) {
            return 1;
        } else if (depth == 0 && d == U_LEFT_TO_RIGHT) {
            return 0;
        }
    }
    return -1;
}

/* Pair isolates; they are few and nested a few deep. */
static void pair_isolates(Finder *f, uint32_t n) {
    VEC(uint32_t) open = {0};
    for (uint32_t i = 0; i < n; i++) {
        if (is_isolate_start(f->s[i])) {
            if (!f->partner) {
                f->partner = ARENA_ARRAY(f->a, uint32_t, n);
                for (uint32_t k = 0; k < n; k++)
                    f->partner[k] = NONE;
            }
            vec_push(f->a, &open, i);
        } else if (f->s[i] == 0x2069 && open.n) {
            f->partner[open.v[--open.n]] = i;
        }
    }
}

static bool isolate_is_rtl(const Finder *f, uint32_t start) {
    if (f->s[start] != 0x2068)
        return f->s[start] == 0x2067;
    uint32_t end = f->partner[start];
    return isolate_first_strong(f->s + start + 1, end - start - 1) == 1;
}

/* Tokens [first, last] of the segment; first > last is nothing. */
typedef struct TokenSpan {
    size_t first, last;
    bool empty;
} TokenSpan;

static bool is_kernel(const Token *t) {
    return t->kind <= TOKEN_ISOLATE;
}

static bool is_cp(const Segment *g, size_t i, const char *list) {
    if (i >= g->t.n || g->t.v[i].kind != TOKEN_MARK)
        return false;
    for (; *list; list++)
        if (g->t.v[i].cp == (unsigned char)*list)
            return true;
    return false;
}

static bool is_hyphen(const Segment *g, size_t i) {
    if (i >= g->t.n || g->t.v[i].kind != TOKEN_MARK)
        return false;
    UChar32 cp = g->t.v[i].cp;
    return cp == '-' || (cp >= 0x2010 && cp <= 0x2013);
}

static bool is_kind(const Segment *g, size_t i, TokenKind kind) {
    return i < g->t.n && g->t.v[i].kind == kind;
}

/* From the first to the last letter, digit or isolate in [from, to). */
static TokenSpan kernel(const Segment *g, size_t from, size_t to) {
    while (from < to && !is_kernel(&g->t.v[from]))
        from++;
    while (to > from && !is_kernel(&g->t.v[to - 1]))
        to--;
    return from < to ? (TokenSpan){from, to - 1, false}
                     : (TokenSpan){0, 0, true};
}

/* First token of the number that ends at `last` ("1,234.5"). */
static size_t number_start(const Segment *g, size_t first, size_t last) {
    size_t i = last;
    while (i > first && (is_kind(g, i - 1, TOKEN_DIGIT) ||
                         (is_cp(g, i - 1, ".,") && i - 1 > first &&
                          is_kind(g, i - 2, TOKEN_DIGIT))))
        i--;
    return i;
}

static bool word_has_digit(const Segment *g, size_t first, size_t end) {
    while (end > first && is_kind(g, end - 1, TOKEN_SPACE))
        end--;
    for (; end > first && !is_kind(g, end - 1, TOKEN_SPACE); end--)
        if (is_kind(g, end - 1, TOKEN_DIGIT))
            return true;
    return false;
}

typedef enum Attached { ATTACHED_NO, ATTACHED_BY_SPACE, ATTACHED } Attached;

/* How what follows token `last` binds it to the word behind the segment. */
static Attached attached(const Segment *g, size_t last) {
    if (!g->word_follows)
        return ATTACHED_NO;
    size_t i = last + 1;
    if (i == g->t.n || (is_hyphen(g, i) && i + 1 == g->t.n))
        return ATTACHED;
    while (is_kind(g, i, TOKEN_SPACE))
        i++;
    return i == g->t.n ? ATTACHED_BY_SPACE : ATTACHED_NO;
}

/* A number belongs to the word behind it: leave it to that word. */
static TokenSpan without_next_words_number(const Segment *g, TokenSpan k) {
    Attached how = attached(g, k.last);
    if (how == ATTACHED_NO || !is_kind(g, k.last, TOKEN_DIGIT))
        return k;
    size_t start = number_start(g, k.first, k.last);
    if (start == k.first || !is_kind(g, start - 1, TOKEN_SPACE))
        return k;
    /* "Paris 3" and a noun; but not the last group of a phone number. */
    if (how == ATTACHED_BY_SPACE && word_has_digit(g, k.first, start))
        return k;
    return kernel(g, k.first, start);
}

static UChar32 partner_of(UChar32 cp) {
    switch (cp) {
    case 0x2018: /* quotation marks are no brackets to UAX #9 */
        return 0x2019;
    case 0x201C:
        return 0x201D;
    case 0xAB:
        return 0xBB;
    default:
        return u_getIntPropertyValue(cp, UCHAR_BIDI_PAIRED_BRACKET_TYPE) ==
                       U_BPT_OPEN
                   ? u_getBidiPairedBracket(cp)
                   : 0;
    }
}

/* Is the bracket pair `open` unbalanced within the span, by a closing (+1) or
 * an opening one (-1)? */
static int unbalanced(const Segment *g, TokenSpan k, UChar32 open) {
    int closers = 0, openers = 0;
    for (size_t i = k.first; i <= k.last; i++) {
        if (g->t.v[i].cp == open)
            openers++;
        else if (g->t.v[i].cp == partner_of(open) && openers)
            openers--;
        else if (g->t.v[i].cp == partner_of(open))
            closers++;
    }
    return closers ? 1 : openers ? -1 : 0;
}

static UChar32 opener_of(UChar32 cp) {
    switch (cp) {
    case 0x2019:
        return 0x2018;
    case 0x201D:
        return 0x201C;
    case 0xBB:
        return 0xAB;
    default:
        return u_getIntPropertyValue(cp, UCHAR_BIDI_PAIRED_BRACKET_TYPE) ==
                       U_BPT_CLOSE
                   ? u_getBidiPairedBracket(cp)
                   : 0;
    }
}

/* Signs and brackets that belong to what they stand next to. */
static TokenSpan with_signs(const Segment *g, TokenSpan k) {
    for (int twice = 0; twice < 2; twice++) {
        if (k.first > 0 && is_cp(g, k.first - 1, "+#@"))
            k.first--;
        if (k.first > 0 && partner_of(g->t.v[k.first - 1].cp) &&
            unbalanced(g, k, g->t.v[k.first - 1].cp) > 0)
            k.first--;
        if (k.last + 1 < g->t.n && opener_of(g->t.v[k.last + 1].cp) &&
            unbalanced(g, k, opener_of(g->t.v[k.last + 1].cp)) < 0)
            k.last++;
    }
    if (g->letters && is_cp(g, k.last + 1, "/%+#"))
        k.last++;
    return k;
}

static void emit(Finder *f, TokenSpan k) {
    const Segment *g = &f->seg;
    UStretch stretch = {g->t.v[k.first].start, g->t.v[k.last].end};
    vec_push(f->a, &f->found, stretch);
}

static size_t digit_groups(const Segment *g, TokenSpan k) {
    size_t groups = 0;
    for (size_t i = k.first; i <= k.last; i++)
        if (is_kind(g, i, TOKEN_DIGIT) &&
            (i == k.first || !is_kind(g, i - 1, TOKEN_DIGIT)))
            groups++;
    return groups;
}

/* A number that UAX #9 keeps in order by itself: one group, or two with a
 * common separator (W4): 2021, 3.5, 10:30. */
static bool is_plain_number(const Segment *g, TokenSpan k) {
    size_t groups = digit_groups(g, k);
    if (groups == 1)
        return true;
    size_t marks = 0;
    for (size_t i = k.first; i <= k.last; i++)
        if (!is_kind(g, i, TOKEN_DIGIT)) {
            if (!is_cp(g, i, ".,:/"))
                return false;
            marks++;
        }
    return marks == 1;
}

/* A sign in front of a number, but not a hyphen between word and number. */
static bool has_sign(const Segment *g, size_t first) {
    return first > 0 && (is_cp(g, first - 1, "+") ||
                         (first > 1 && is_cp(g, first - 1, "-") &&
                          is_kind(g, first - 2, TOKEN_SPACE)));
}

static void numbers_in(Finder *f, size_t from, size_t to) {
    const Segment *g = &f->seg;
    TokenSpan k = kernel(g, from, to);
    if (k.empty)
        return;
    bool sign = has_sign(g, k.first);
    if (!sign && attached(g, k.last) == ATTACHED && digit_groups(g, k) <= 2) {
        /* 2016-2021-yili: the second year belongs to the word. */
        k = kernel(g, k.first, number_start(g, k.first, k.last));
        if (k.empty)
            return;
    }
    if (!sign && is_plain_number(g, k))
        return;
    if (sign)
        k.first--;
    emit(f, with_signs(g, k));
}

/* Numbers in the tokens before `to`, which may be a list of several. */
static void list_of_numbers(Finder *f, size_t to) {
    const Segment *g = &f->seg;
    size_t from = 0;
    for (size_t i = 0; i < to; i++) {
        bool ends = is_cp(g, i, ".,:;") && is_kind(g, i + 1, TOKEN_SPACE);
        if (ends || is_kind(g, i, TOKEN_ISOLATE)) {
            numbers_in(f, from, i);
            from = i + 1;
        }
    }
    numbers_in(f, from, to);
}

/* In left-to-right text the letters are in order by themselves, and so are
 * numbers, but for those whose last strong character is right-to-left. */
static void find_in_ltr(Finder *f) {
    const Segment *g = &f->seg;
    size_t to = 0;
    while (to < g->t.n && !is_kind(g, to, TOKEN_LETTER))
        to++;
    if (f->after_rtl)
        list_of_numbers(f, to);
}

static void segment_done(Finder *f, bool rtl) {
    Segment *g = &f->seg;
    if (!rtl) {
        find_in_ltr(f);
    } else if (g->letters) {
        TokenSpan k = kernel(g, 0, g->t.n);
        k = without_next_words_number(g, k);
        if (!k.empty)
            emit(f, with_signs(g, k));
    } else if (g->digits) {
        list_of_numbers(f, g->t.n);
    }
    if (g->letters)
        f->after_rtl = false;
    g->t.n = 0;
    g->letters = g->digits = g->word_follows = false;
}

static void add_token(Finder *f, uint32_t start, uint32_t end, UChar32 cp,
                      TokenKind kind) {
    Segment *g = &f->seg;
    Token token = {start, end, cp, kind};
    vec_push(f->a, &g->t, token);
    g->letters |= kind == TOKEN_LETTER;
    g->digits |= kind == TOKEN_DIGIT;
}

/* Characters that no left-to-right stretch runs over. */
static bool is_barrier(UChar32 cp, UCharDirection d) {
    return is_rtl(d) || d == U_ARABIC_NUMBER || d == U_BLOCK_SEPARATOR ||
           cp == 0x2028 || cp == 0x060C || cp == 0x066A || cp == 0xFD3E ||
           cp == 0xFD3F || is_isolate_start(cp) || cp == 0x2069;
}

static void add_char(Finder *f, uint32_t start, uint32_t end, UChar32 cp,
                     UCharDirection d) {
    Segment *g = &f->seg;
    bool extends = d == U_DIR_NON_SPACING_MARK || d == U_BOUNDARY_NEUTRAL;
    if (extends && g->t.n && g->t.v[g->t.n - 1].end == start)
        g->t.v[g->t.n - 1].end = end;
    else
        add_token(f, start, end, cp,
                  cp == 0x200E             ? TOKEN_MARK
                  : d == U_LEFT_TO_RIGHT   ? TOKEN_LETTER
                  : d == U_EUROPEAN_NUMBER ? TOKEN_DIGIT
                  : u_isUWhiteSpace(cp)    ? TOKEN_SPACE
                                           : TOKEN_MARK);
}

/* Text [from, to) of one direction. Isolates nest LIMIT_NESTING deep and two.
 */
static void find_in(Finder *f, uint32_t from, uint32_t to, bool rtl) {
    f->after_rtl = rtl;
    for (uint32_t i = from; i < to;) {
        uint32_t start = i;
        UChar32 cp = (UChar32)utf16_next(f->s, to, &i);
        UCharDirection d = u_charDirection(cp);
        bool isolate =
            is_isolate_start(cp) && f->partner && f->partner[start] != NONE;
        if (isolate && !isolate_is_rtl(f, start)) {
            i = f->partner[start] + 1;
            add_token(f, start, i, cp, TOKEN_ISOLATE);
        } else if (is_barrier(cp, d)) {
            f->seg.word_follows = isolate || (is_rtl(d) && u_isalpha(cp));
            segment_done(f, rtl);
            bool before = f->after_rtl || is_rtl(d);
            if (isolate) {
                find_in(f, start + 1, f->partner[start], true);
                i = f->partner[start] + 1;
            }
            f->after_rtl = before;
        } else {
            add_char(f, start, i, cp, d);
        }
    }
    segment_done(f, rtl);
}

size_t isolate_find(Arena *a, const UChar *s, uint32_t n, bool rtl,
                    UStretch **out) {
    Finder f = {.a = a, .s = s};
    pair_isolates(&f, n);
    find_in(&f, 0, n, rtl);
    *out = f.found.v;
    return f.found.n;
}
