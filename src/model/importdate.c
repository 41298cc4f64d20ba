#include "model/importdate.h"

#include "base/utf8.h"

#include <unicode/udat.h>
#include <unicode/ustring.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- months ---- */

static void add_months(Arena *a, const char *lang, UDateFormatSymbolType type,
                       MonthNames *out) {
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format =
        udat_open(UDAT_LONG, UDAT_LONG, lang, u"UTC", -1, NULL, 0, &status);
    for (int i = 0; U_SUCCESS(status) && i < 12; i++) {
        UChar wide[64];
        char narrow[256];
        int32_t n = udat_getSymbols(format, type, i, wide, 64, &status);
        u_strToUTF8(narrow, sizeof narrow, &n, wide, n, &status);
        if (U_FAILURE(status) || out->n == sizeof out->v / sizeof *out->v)
            break;
        Text name = {narrow, (size_t)n, {0}};
        out->v[out->n].s = fold_plain(a, name);
        out->v[out->n++].month = i + 1;
    }
    udat_close(format);
}

void months_init(Arena *a, const char *lang, MonthNames *out) {
    static const UDateFormatSymbolType types[] = {
        UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS};
    out->n = 0;
    for (size_t i = 0; i < 3; i++) {
        add_months(a, "en", types[i], out);
        if (strcmp(lang, "en") != 0)
            add_months(a, lang, types[i], out);
    }
}

static int month_of(const MonthNames *months, const char *word) {
    for (size_t i = 0; i < months->n; i++)
        if (strcmp(months->v[i].s, word) == 0)
            return months->v[i].month;
    /* "sept." beside ICU's "sep" */
    return strcmp(word, "sept") == 0 ? 9 : 0;
}

/* ---- a day ---- */

static bool exists(int year, int month, int day) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1)
        return false;
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= days[month - 1] + (month == 2 && leap);
}

static bool put(int year, int month, int day, FoundDate *out) {
    if (!exists(year, month, day))
        return false;
    snprintf(out->iso, sizeof out->iso, "%04d-%02d-%02d", year % 10000,
             month % 100, day % 100);
    return true;
}

/* The number a word begins with, "1" of "1er" and "29th"; -1 if none, or if
 * what follows is no ending of such a number. */
static int number_of(const char *word) {
    static const char *const tails[] = {"",   "st", "nd", "rd", "th",
                                        "er", "e",  "o",  "a"};
    size_t n = strspn(word, "0123456789");
    if (n == 0 || n > 4)
        return -1;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (strcmp(word + n, tails[i]) == 0)
            return (int)strtol(word, NULL, 10);
    return -1;
}

static bool is_between(const char *word) {
    return strcmp(word, "de") == 0 || strcmp(word, "del") == 0 ||
           strcmp(word, "of") == 0;
}

/* The next word but those that join a date's parts. */
static size_t next_word(const FoldWords *w, size_t at) {
    at++;
    return at < w->n && is_between(w->v[at].s) ? at + 1 : at;
}

/* "26 June 2021", "June 26 2021". Words are few: at most three marks or blanks
 * stand between them. */
static bool in_words(const MonthNames *months, const FoldWords *w, size_t at,
                     size_t *end, FoundDate *out) {
    size_t second = next_word(w, at), third = next_word(w, second);
    if (third >= w->n || w->v[second].from > w->v[at].to + 8 ||
        w->v[third].from > w->v[second].to + 8)
        return false;
    int day = number_of(w->v[at].s), month = month_of(months, w->v[second].s);
    if (day < 0) {
        month = month_of(months, w->v[at].s);
        day = number_of(w->v[second].s);
    }
    int year = number_of(w->v[third].s);
    *end = third;
    return month > 0 && put(year, month, day, out);
}

static bool is_han_word(const FoldWord *w, const char *s) {
    return strcmp(w->s, s) == 0;
}

/* year, its sign, month, its sign, day. */
static bool in_chinese(const FoldWords *w, size_t at, size_t *end,
                       FoundDate *out) {
    if (at + 4 >= w->n || !is_han_word(&w->v[at + 1], "年") ||
        !is_han_word(&w->v[at + 3], "月"))
        return false;
    bool sign = at + 5 < w->n && (is_han_word(&w->v[at + 5], "日") ||
                                  is_han_word(&w->v[at + 5], "号"));
    *end = at + (sign ? 5 : 4);
    return put(number_of(w->v[at].s), number_of(w->v[at + 2].s),
               number_of(w->v[at + 4].s), out);
}

/* "2021-06-26", "26/06/2021", "26.6.2021". */
static bool in_numbers(Text t, const FoldWords *w, size_t at, size_t *end,
                       FoundDate *out) {
    if (at + 2 >= w->n || w->v[at + 1].from != w->v[at].to + 1 ||
        w->v[at + 2].from != w->v[at + 1].to + 1)
        return false;
    char mark = t.s[w->v[at].to];
    int n[3] = {number_of(w->v[at].s), number_of(w->v[at + 1].s),
                number_of(w->v[at + 2].s)};
    if (!strchr("-/.", mark) || !mark || t.s[w->v[at + 1].to] != mark)
        return false;
    *end = at + 2;
    if (n[0] > 1900)
        return put(n[0], n[1], n[2], out);
    if (n[2] < 1900)
        return false;
    /* Day first, but where only the month can be. */
    out->ambiguous = mark != '.' && n[0] <= 12 && n[1] <= 12 && n[0] != n[1];
    return put(n[2], n[1], n[0], out) || put(n[2], n[0], n[1], out);
}

bool date_find(Arena *a, const MonthNames *months, Text t, size_t from,
               FoundDate *out) {
    FoldWords w = fold_words(a, t, SIZE_MAX);
    for (size_t at = 0, end; at < w.n; at++) {
        *out = (FoundDate){0};
        if (w.v[at].from < from)
            continue;
        if (in_words(months, &w, at, &end, out) ||
            in_chinese(&w, at, &end, out) || in_numbers(t, &w, at, &end, out)) {
            out->text = text_slice(t, w.v[at].from, w.v[end].to - w.v[at].from);
            return true;
        }
    }
    *out = (FoundDate){0};
    return false;
}
