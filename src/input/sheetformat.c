#include "input/sheetformat.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* ---- formats ---- */

/* The next character of a format code that is not literal; *s moves behind it.
 * '\0' at the end of the first section. `literal` (or NULL) gets what stands in
 * quotes or behind a backslash. */
static char next_sign(const char **s, Buf *literal) {
    for (;;) {
        char c = **s;
        if (c == '\0' || c == ';')
            return '\0';
        ++*s;
        if (c == '"') {
            for (; **s && **s != '"'; ++*s)
                if (literal)
                    buf_putc(literal, **s);
            *s += **s == '"';
        } else if (c == '\\' || c == '_' || c == '*') {
            /* A blank as wide as a character, or one that fills the cell. */
            if (**s && literal && c == '\\')
                buf_putc(literal, **s);
            *s += **s != '\0';
        } else if (c == '[') {
            /* [h] counts hours on; [Red] and [$-804] say nothing here. */
            char inside = **s;
            while (**s && **s != ']')
                ++*s;
            *s += **s == ']';
            if (strchr("hHmMsS", inside) && inside)
                return 's';
        } else {
            return c;
        }
    }
}

/* Behind a "G": is it "General", which may stand behind a colour or words and
 * is no date, or what programs in Chinese write for it? */
static bool is_general(const char *s) {
    static const char chinese[] = "/\u901A\u7528\u683C\u5F0F";
    return strncasecmp(s, "eneral", 6) == 0 ||
           strncmp(s, chinese, sizeof chinese - 1) == 0;
}

/* Dates are in years or days, times in hours or seconds; months and minutes
 * share a letter. */
static SheetFormatKind kind_of(const char *code) {
    bool day = false, time = false, month = false, zero = false, other = false;
    const char *s = code;
    for (char c; (c = next_sign(&s, NULL)) != '\0';) {
        if ((c == 'G' || c == 'g') && is_general(s))
            return SHEET_NUMBER;
        day = day || strchr("yYdDgGbBeE", c);
        time = time || strchr("hHsS", c);
        month = month || c == 'm' || c == 'M';
        zero = zero || c == '0';
        other = other || strchr(".,%@?Ee", c);
    }
    /* 0.00E+00 has an E and digits. */
    if ((day || month || time) && !zero)
        return day || (month && !time) ? SHEET_DATE : SHEET_TIME;
    /* One zero alone is a number without decimals. */
    return zero && !other && strpbrk(code, "0") != strrchr(code, '0')
               ? SHEET_MASK
               : SHEET_NUMBER;
}

/* 18.8.30: numbers 14 to 22 and 45 to 47 are dates and times everywhere, 27 to
 * 36 and 50 to 58 in Chinese, Japanese and Korean. */
SheetFormat sheetformat_find(int id, const char *code) {
    SheetFormat f = {SHEET_NUMBER, NULL};
    if (code) {
        f.kind = kind_of(code);
        f.code = code;
    } else if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) ||
               id == 36 || (id >= 50 && id <= 54) || id == 57 || id == 58) {
        f.kind = SHEET_DATE;
    } else if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) ||
               (id >= 32 && id <= 35) || id == 55 || id == 56) {
        f.kind = SHEET_TIME;
    }
    return f;
}

/* ---- values ---- */

/* Days since 1970-01-01 as a date of the Gregorian calendar. */
static void add_date(Buf *out, long days) {
    /* Years from 1 March, so that a leap day is the last. */
    long z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
    long of_era = z - era * 146097;
    long year_of_era =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year =
        of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    long m = (5 * of_year + 2) / 153, day = of_year - (153 * m + 2) / 5 + 1;
    long month = m < 10 ? m + 3 : m - 9;
    long year = year_of_era + era * 400 + (month <= 2);
    buf_printf(out, "%04ld-%02ld-%02ld", year, month, day);
}

static void add_time(Buf *out, long seconds) {
    buf_printf(out, "%02ld:%02ld", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60)
        buf_printf(out, ":%02ld", seconds % 60);
}

/* 18.17.4.1: day 1 is 1900-01-01, and 60 a 29 February that never was; or day
 * 0 is 1904-01-01. */
static bool add_moment(Buf *out, SheetFormatKind kind, double v,
                       bool since_1904) {
    if (!(v >= 0 && v < 2958466)) /* the year 10000 */
        return false;
    long day = (long)floor(v);
    long seconds = lround((v - (double)day) * 86400);
    if (seconds == 86400) {
        day++;
        seconds = 0;
    }
    if (kind == SHEET_DATE && (day > 0 || since_1904)) {
        if (!since_1904 && day == 60)
            buf_puts(out, "1900-02-29");
        else
            add_date(out, since_1904 ? day - 24107
                                     : day - 25569 + (day < 60 ? 1 : 0));
        if (seconds)
            buf_putc(out, ' ');
    }
    if (kind == SHEET_TIME || seconds)
        add_time(out, seconds + (kind == SHEET_TIME ? day * 86400 : 0));
    return true;
}

/* The digits into their places, from the right; those that are left over
 * before the first. */
static void add_masked(Buf *out, const char *code, const char *digits) {
    Buf mask = {0}, literal = {0};
    /* Literal characters are marked, since they may be digits. */
    const char *s = code;
    for (;;) {
        buf_clear(&literal);
        char c = next_sign(&s, &literal);
        for (size_t i = 0; i < literal.n; i++) {
            buf_putc(&mask, 'L');
            buf_putc(&mask, literal.s[i]);
        }
        if (!c)
            break;
        buf_putc(&mask, c == '0' || c == '#' ? c : 'L');
        if (c != '0' && c != '#')
            buf_putc(&mask, c);
    }
    size_t places = 0, n = strlen(digits), used = 0;
    for (size_t i = 0; i < mask.n; i += mask.s[i] == 'L' ? 2 : 1)
        places += mask.s[i] != 'L';
    for (size_t i = 0; i < mask.n; i++) {
        if (mask.s[i] == 'L') {
            buf_putc(out, mask.s[++i]);
            continue;
        }
        while (n - used > places)
            buf_putc(out, digits[used++]);
        if (n - used == places)
            buf_putc(out, digits[used++]);
        else if (mask.s[i] == '0')
            buf_putc(out, '0');
        places--;
    }
    buf_free(&mask);
    buf_free(&literal);
}

void sheetformat_add(Buf *out, const SheetFormat *f, const char *value,
                     bool since_1904) {
    char *end;
    double v = strtod(value, &end);
    if (end == value || *end || !isfinite(v)) {
        buf_puts(out, value);
        return;
    }
    if ((f->kind == SHEET_DATE || f->kind == SHEET_TIME) &&
        add_moment(out, f->kind, v, since_1904))
        return;
    /* 15 digits are what a double has. */
    if (fabs(v) < 1e15 && v == floor(v)) {
        char digits[32];
        snprintf(digits, sizeof digits, "%.0f", v);
        if (f->kind == SHEET_MASK && v >= 0)
            add_masked(out, f->code, digits);
        else
            buf_puts(out, strcmp(digits, "-0") == 0 ? "0" : digits);
    } else if (fabs(v) < 1e15 && fabs(v) >= 1e-4) {
        buf_printf(out, "%.15g", v);
    } else {
        buf_puts(out, value);
    }
}
