#include "text/breaks.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ubrk.h>

#include "text/breaks_private.h"
#include "text/cjk.h"

#define LINE_SEPARATOR 0x2028
/* Languages of one paragraph that get an iterator of their own. Opening one
 * takes 6 us once ICU has its data, so none is kept. */
#define MAX_LOCALES 8
#define LOCALE_SIZE 16

typedef struct Locales {
    char name[MAX_LOCALES][LOCALE_SIZE];
    bool east_asian[MAX_LOCALES]; /* decides at an edge with another language */
    int n;
} Locales;

/* Chinese needs its own iterator, else no break is allowed before “ (facts
 * 5.1); strict Japanese keeps small kana and ー off the line start (JLREQ). */
static void locale_name(const char *lang, char out[LOCALE_SIZE]) {
    int n = (int)strcspn(lang, "-_@");
    if (cjk_lang_zh(lang))
        snprintf(out, LOCALE_SIZE, "zh");
    else if (cjk_lang_ja(lang))
        snprintf(out, LOCALE_SIZE, "ja@lb=strict");
    else
        snprintf(out, LOCALE_SIZE, "%.*s", n < LOCALE_SIZE ? n : 0, lang);
}

static uint8_t locale_number(Locales *l, const char *lang) {
    char name[LOCALE_SIZE];
    locale_name(lang, name);
    for (int i = 0; i < l->n; i++) {
        if (strcmp(l->name[i], name) == 0)
            return (uint8_t)i;
    }
    if (l->n == MAX_LOCALES)
        return 0;
    memcpy(l->name[l->n], name, sizeof name);
    l->east_asian[l->n] = cjk_lang_zh(lang) || cjk_lang_ja(lang);
    return (uint8_t)l->n++;
}

/* The locale of every unit; what no item holds goes with what precedes it. */
static uint8_t *locale_map(Arena *a, const UString *u, const Items *items,
                           Locales *l) {
    uint8_t *map = ARENA_ARRAY(a, uint8_t, u->n);
    uint32_t done = 0;
    uint8_t last = 0;
    for (size_t k = 0; k < items->n; k++) {
        const Item *it = &items->v[k];
        uint8_t number = locale_number(l, it->lang);
        memset(map + done, last, it->start - done);
        memset(map + it->start, number, it->end - it->start);
        done = it->end;
        last = number;
    }
    memset(map + done, last, u->n - done);
    if (l->n == 0)
        locale_number(l, "");
    return map;
}

/* At the edge of Chinese or Japanese with another language, theirs decides. */
static uint8_t locale_at(const Locales *l, const uint8_t *map, uint32_t i) {
    return !l->east_asian[map[i]] && l->east_asian[map[i - 1]] ? map[i - 1]
                                                               : map[i];
}

static bool icu_breaks(const UString *u, const Locales *l, const uint8_t *map,
                       int number, BreakKind *out) {
    UErrorCode e = U_ZERO_ERROR;
    UBreakIterator *it =
        ubrk_open(UBRK_LINE, l->name[number], u->s, (int32_t)u->n, &e);
    if (U_FAILURE(e))
        return false;
    for (int32_t i = ubrk_next(it); i > 0 && (uint32_t)i < u->n;
         i = ubrk_next(it)) {
        if (locale_at(l, map, (uint32_t)i) == number)
            out[i] = BREAK_MAY;
    }
    ubrk_close(it);
    return true;
}

static void break_at_spaces(const UString *u, BreakKind *out) {
    for (uint32_t i = 1; i < u->n; i++) {
        if (cjk_class(u->s[i - 1]) == CJK_SPACE &&
            cjk_class(u->s[i]) != CJK_SPACE)
            out[i] = BREAK_MAY;
    }
}

static void break_at_commas(const UString *u, BreakKind *out) {
    for (uint32_t i = 2; i < u->n; i++) {
        if (cjk_class(u->s[i - 1]) == CJK_SPACE && u->s[i - 2] == ',')
            out[i] = BREAK_MAY;
    }
}

static void normal_breaks(Arena *a, const UString *u, const Items *items,
                          BreakKind *out) {
    Locales l = {0};
    uint8_t *map = locale_map(a, u, items, &l);
    bool ok = true;
    for (int k = 0; k < l.n; k++)
        ok = icu_breaks(u, &l, map, k, out) && ok;
    if (!ok) /* ICU without its data: words at least */
        break_at_spaces(u, out);
    for (uint32_t i = 1; i < u->n; i++) {
        bool east_asian = l.east_asian[map[i]] || l.east_asian[map[i - 1]];
        out[i] = break_tailored(u, i, east_asian, out[i]);
    }
}

BreakKind *breaks_find(Arena *a, const UString *u, const Items *items,
                       BreakPolicy policy) {
    BreakKind *out = ARENA_ARRAY(a, BreakKind, (size_t)u->n + 1);
    switch (policy) {
    case BREAK_NORMAL:
        normal_breaks(a, u, items, out);
        break_join_phrases(u, items, out);
        break;
    case BREAK_ADDRESS:
        break_at_spaces(u, out);
        break_address(u, items, out);
        break_join_postcode_in_address(u, out);
        break;
    case BREAK_LIST:
        break_at_commas(u, out);
        break_join_postcode_in_list(u, out);
        break;
    case BREAK_NONE:
        break;
    }
    break_join_phones(u, out);
    break_join_postcodes(u, out);
    for (uint32_t i = 0; i < u->n; i++) {
        if (u->s[i] == LINE_SEPARATOR) { /* UAX #14 LB4, LB6 */
            out[i] = out[i] == BREAK_MUST ? BREAK_MUST : BREAK_NO;
            out[i + 1] = BREAK_MUST;
        }
    }
    out[0] = BREAK_NO;
    out[u->n] = BREAK_MUST;
    return out;
}
