/* What stood between two rows of a PDF before they were parted. */
#include "input/pdfrows.h"

#include "base/utf8.h"
#include "input/markdown_join.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

/* Letters of a word that are compared. */
#define WORD_BYTES 64

struct PdfWords {
    Arena *arena;
    const char **v; /* sorted; in small letters, with the hyphens in them */
    size_t n;
    bool hyphenated; /* words are cut at line ends, not only at hyphens */
};

static int by_word(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool knows(const PdfWords *w, const char *s) {
    return w->n > 0 && bsearch(&s, w->v, w->n, sizeof *w->v, by_word) != NULL;
}

static bool in_word(unsigned char c) {
    return isalnum(c) || c == '-' || c >= 0x80;
}

/* The word at s[*at], in small letters, *at moves behind it; "" at the end. */
static void next_word(const char *s, size_t n, size_t *at, char *out) {
    size_t len = 0;
    while (*at < n && !in_word((unsigned char)s[*at]))
        ++*at;
    for (; *at < n && in_word((unsigned char)s[*at]); ++*at)
        if (len + 1 < WORD_BYTES)
            out[len++] = (char)tolower((unsigned char)s[*at]);
    out[len] = '\0';
}

static bool ends_in_hyphen(Text t) {
    return t.n > 1 && t.s[t.n - 1] == '-' && t.s[t.n - 2] != '-' &&
           in_word((unsigned char)t.s[t.n - 2]);
}

/* The parts of the word that is cut between two rows, in small letters. */
static void parts_of(const PdfRow *a, const PdfRow *b, char *head, char *tail) {
    size_t from = a->text.n, at = 0;
    while (from > 0 && in_word((unsigned char)a->text.s[from - 1]))
        from--;
    next_word(a->text.s, a->text.n, &from, head);
    next_word(b->text.s, b->text.n, &at, tail);
}

/* "ill-" and "treatment" as one word, with its hyphen and without. */
static void whole_of(const char *head, const char *tail, char *with,
                     char *without) {
    size_t n = strlen(head);
    snprintf(with, 2 * WORD_BYTES, "%s%s", head, tail);
    snprintf(without, 2 * WORD_BYTES, "%.*s%s", (int)(n > 0 ? n - 1 : 0), head,
             tail);
}

static void collect(PdfWords *w, PdfRow **list, size_t n) {
    VEC(const char *) words = {0};
    char word[WORD_BYTES];
    for (size_t i = 0; i < n; i++) {
        Text t = list[i]->text;
        /* What follows a hyphen at a line's end may be half a word. */
        size_t at = 0;
        if (i > 0 && ends_in_hyphen(list[i - 1]->text))
            next_word(t.s, t.n, &at, word);
        for (;;) {
            next_word(t.s, t.n, &at, word);
            if (!*word)
                break;
            if (at == t.n && ends_in_hyphen(t))
                break;
            const char *copy = arena_strdup(w->arena, word);
            vec_push(w->arena, &words, copy);
        }
    }
    if (words.n > 0)
        qsort(words.v, words.n, sizeof *words.v, by_word);
    w->v = words.v;
    w->n = words.n;
}

/* A text whose lines end in hyphens often, or in the middle of words that it
 * has elsewhere, is set by a program that cuts words. */
static void find_habit(PdfWords *w, PdfRow **list, size_t n) {
    size_t hyphens = 0, proofs = 0;
    char head[WORD_BYTES], tail[WORD_BYTES];
    char with[2 * WORD_BYTES], without[2 * WORD_BYTES];
    for (size_t i = 1; i < n; i++) {
        if (!ends_in_hyphen(list[i - 1]->text))
            continue;
        parts_of(list[i - 1], list[i], head, tail);
        whole_of(head, tail, with, without);
        hyphens++;
        proofs += !knows(w, with) && knows(w, without);
    }
    w->hyphenated = proofs > 0 || (hyphens >= 3 && hyphens * 25 >= n);
}

PdfWords *pdfwords_new(Arena *a, PdfRow **list, size_t n) {
    PdfWords *w = ARENA_NEW(a, PdfWords);
    w->arena = a;
    collect(w, list, n);
    find_habit(w, list, n);
    return w;
}

static RowGlue over_hyphen(const PdfWords *w, const PdfRow *a,
                           const PdfRow *b) {
    char head[WORD_BYTES], tail[WORD_BYTES];
    char with[2 * WORD_BYTES], without[2 * WORD_BYTES];
    size_t at = 0;
    uint32_t next = utf8_next(b->text.s, b->text.n, &at);
    parts_of(a, b, head, tail);
    whole_of(head, tail, with, without);
    /* "A-4", "Sino-Tibetan", "one-by-": a hyphen that was there. */
    bool second = memchr(head, '-', strlen(head) - 1) != NULL;
    if (knows(w, with) || second || !u_islower((UChar32)next))
        return GLUE_NONE;
    if (knows(w, without))
        return GLUE_HYPHEN;
    return w->hyphenated ? GLUE_HYPHEN : GLUE_NONE;
}

/* The last word of a row, if it is of a web address; else n == 0. */
static Text last_address(const PdfRow *a) {
    size_t from = a->text.n;
    while (from > 0 && a->text.s[from - 1] != ' ' &&
           a->text.s[from - 1] != '\t')
        from--;
    Text last = text_slice(a->text, from, a->text.n);
    bool is =
        memmem(last.s, last.n, "://", 3) || memmem(last.s, last.n, "www.", 4);
    return is ? last : text_slice(a->text, 0, 0);
}

static Text first_word(const PdfRow *b) {
    size_t to = 0;
    while (to < b->text.n && b->text.s[to] != ' ' && b->text.s[to] != '\t')
        to++;
    return text_slice(b->text, 0, to);
}

/* A web address that was broken goes on with what a word has not. */
static bool in_address(const PdfRow *a, const PdfRow *b) {
    Text next = first_word(b);
    if (last_address(a).n == 0)
        return false;
    for (size_t i = 0; i < next.n; i++) {
        char c = next.s[i];
        if (isdigit((unsigned char)c) || strchr("/=&?%_#~", c) ||
            (c == '.' && i + 1 < next.n &&
             isalnum((unsigned char)next.s[i + 1])))
            return true;
    }
    return false;
}

bool pdfwords_ends_address(const PdfRow *a, const PdfRow *b) {
    Text last = last_address(a), next = first_word(b);
    if (last.n == 0 || last.s[last.n - 1] != '/')
        return false;
    for (size_t i = 0, at = 0; at < next.n; i++) {
        UChar32 c = (UChar32)utf8_next(next.s, next.n, &at);
        if (i == 0 ? !u_isupper(c) : !u_isalpha(c))
            return false;
    }
    return next.n > 0;
}

RowGlue pdfwords_glue(const PdfWords *w, const PdfRow *a, const PdfRow *b) {
    Text t = a->text;
    if (in_address(a, b))
        return GLUE_NONE;
    if (ends_in_hyphen(t) && !a->blank_end)
        return over_hyphen(w, a, b);
    /* U+2010 is put there by the program that cuts the word. */
    if (t.n > 3 && memcmp(t.s + t.n - 3, "\xE2\x80\x90", 3) == 0)
        return GLUE_HYPHEN;
    if (t.n > 1 && t.s[t.n - 1] == '/' && !a->blank_end &&
        in_word((unsigned char)t.s[t.n - 2]) && !pdfwords_ends_address(a, b))
        return GLUE_NONE;
    if (join_closed(join_last(t.s, t.n), join_first(b->text.s, b->text.n)))
        return GLUE_NONE;
    return GLUE_BLANK;
}
