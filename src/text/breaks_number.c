#include "text/breaks_private.h"

#include <string.h>
#include <unicode/uchar.h>

static bool in_phone(UChar32 c) {
    return break_is_digit(c) || c == '+' || c == '(' || c == ')' || c == '-' ||
           c == '.' || c == '/' || c == ' ' || c == 0xA0 ||
           break_transparent(c);
}

/* ITU-T E.164: up to 15 digits; national numbers have 7 and more. */
static bool is_phone(const UString *u, uint32_t from, uint32_t to) {
    int digits = 0;
    for (uint32_t i = from; i < to; i++) {
        if (break_is_digit(u->s[i]))
            digits++;
        if (i > from && u->s[i] == ' ' && u->s[i - 1] == ' ')
            return false;
    }
    return digits >= 7 && digits <= 15;
}

/* Where the stretch that could be a number ends: a point or solidus before a
 * space ends a sentence. */
static bool ends_phone(const UString *u, uint32_t i) {
    UChar c = u->s[i];
    return !in_phone(c) ||
           ((c == '.' || c == '/') && i + 1 < u->n && u->s[i + 1] == ' ');
}

/* +86 991 123-4567 stays whole. */
void break_join_phones(const UString *u, BreakKind *out) {
    for (uint32_t i = 0; i < u->n; i++) {
        if (!break_is_digit(u->s[i]) && u->s[i] != '+' && u->s[i] != '(')
            continue;
        uint32_t end = i, last = i;
        for (; end < u->n && !ends_phone(u, end); end++) {
            if (break_is_digit(u->s[end]))
                last = end;
        }
        if (is_phone(u, i, last + 1)) {
            for (uint32_t k = i + 1; k <= last; k++)
                out[k] = BREAK_NO;
        }
        i = end > i ? end - 1 : i;
    }
}

/* L latin capital, D digit; the letters before `i` counted backwards. */
static bool matches(const UString *u, uint32_t at, uint32_t to,
                    const char *pattern) {
    uint32_t n = (uint32_t)strlen(pattern);
    if (to - at != n)
        return false;
    for (uint32_t i = 0; i < n; i++) {
        UChar c = u->s[at + i];
        bool ok =
            pattern[i] == 'L' ? c >= 'A' && c <= 'Z' : c >= '0' && c <= '9';
        if (!ok)
            return false;
    }
    return true;
}

static bool plain_alnum(UChar c) {
    return c < 0x80 && u_isalnum(c);
}

/* W1B 1JL (United Kingdom), K1A 0B1 (Canada), 1012 AB (Netherlands). */
static bool is_spaced_postcode(const UString *u, uint32_t space) {
    static const char *const OUTER[] = {"LD",   "LDD",  "LDL", "LLD",
                                        "LLDD", "LLDL", "LDL", "DDDD"};
    static const char *const INNER[] = {"DLL", "DLL", "DLL", "DLL",
                                        "DLL", "DLL", "DLD", "LL"};
    uint32_t from = space, to = space + 1;
    while (from > 0 && plain_alnum(u->s[from - 1]))
        from--;
    while (to < u->n && plain_alnum(u->s[to]))
        to++;
    for (size_t k = 0; k < sizeof OUTER / sizeof *OUTER; k++) {
        if (matches(u, from, space, OUTER[k]) &&
            matches(u, space + 1, to, INNER[k]))
            return true;
    }
    return false;
}

void break_join_postcodes(const UString *u, BreakKind *out) {
    for (uint32_t i = 1; i + 1 < u->n; i++) {
        if (u->s[i] == ' ' && is_spaced_postcode(u, i))
            out[i + 1] = BREAK_NO;
    }
}

/* Where a postcode begins that ends the text, behind a Latin word and a space;
 * 0 if there is none. Chinese puts it on a line of its own where it likes. */
static uint32_t last_postcode(const UString *u) {
    uint32_t from = u->n;
    while (from > 0 && break_is_digit(u->s[from - 1]))
        from--;
    return u->n - from >= 4 && from >= 2 && u->s[from - 1] == ' ' &&
                   u->s[from - 2] < 0x2000
               ? from
               : 0;
}

void break_join_postcode_in_address(const UString *u, BreakKind *out) {
    uint32_t from = last_postcode(u);
    if (from > 0)
        out[from] = BREAK_RELUCTANT;
}

void break_join_postcode_in_list(const UString *u, BreakKind *out) {
    uint32_t from = last_postcode(u);
    if (from == 0)
        return;
    uint32_t word = from - 1;
    while (word > 0 && u->s[word - 1] != ' ')
        word--;
    out[from] = BREAK_NO;
    if (out[word] == BREAK_NO)
        out[word] = BREAK_RELUCTANT;
}
