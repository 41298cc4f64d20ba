#include "base/len.h"

#include <math.h>
#include <string.h>

Len len_muldiv(Len a, int64_t b, int64_t c) {
    int64_t p = (int64_t)a * b;
    int64_t half = c / 2;
    int64_t q = p < 0 ? -((-p + half) / c) : (p + half) / c;
    return q > LEN_MAX ? LEN_MAX : q < -LEN_MAX ? -LEN_MAX : (Len)q;
}

static bool blank(char c) {
    return c == ' ' || c == '\t';
}

static bool unit_pt(const char *s, size_t n, double *pt) {
    static const struct {
        const char *name;
        double pt;
    } units[] = {
        {"mm", 72.0 / 25.4}, {"cm", 720.0 / 25.4}, {"in", 72.0}, {"pt", 1.0}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (n == 2 && memcmp(s, units[i].name, 2) == 0) {
            *pt = units[i].pt;
            return true;
        }
    }
    return false;
}

bool len_parse(const char *s, size_t n, const char *unit, Len *out) {
    size_t i = 0;
    while (i < n && blank(s[i]))
        i++;
    bool negative = i < n && s[i] == '-';
    if (i < n && (s[i] == '-' || s[i] == '+'))
        i++;
    /* No strtod: it follows the locale. */
    double v = 0, place = 1;
    size_t digits = 0;
    for (; i < n && s[i] >= '0' && s[i] <= '9'; i++, digits++)
        v = v * 10 + (s[i] - '0');
    if (i < n && s[i] == '.') {
        i++;
        for (; i < n && s[i] >= '0' && s[i] <= '9'; i++, digits++) {
            place *= 10;
            v = v * 10 + (s[i] - '0');
        }
    }
    if (digits == 0 || digits > 12)
        return false;
    while (i < n && blank(s[i]))
        i++;
    size_t end = n;
    while (end > i && blank(s[end - 1]))
        end--;
    double pt;
    const char *u = end > i ? s + i : unit;
    if (!unit_pt(u, end > i ? end - i : strlen(unit), &pt))
        return false;
    double scaled = v / place * pt * LEN_PT;
    if (scaled > LEN_MAX)
        return false;
    Len l = (Len)lround(scaled);
    *out = negative ? -l : l;
    return true;
}

void len_put_mm(Buf *out, Len l, int digits) {
    int64_t tens = 1;
    for (int i = 0; i < digits; i++)
        tens *= 10;
    /* 1 mm is 720/254 pt. */
    int64_t unit = (int64_t)720 * LEN_PT, v = (int64_t)l * 254 * tens;
    v = v < 0 ? -((-v + unit / 2) / unit) : (v + unit / 2) / unit;
    buf_fixed(out, v, digits);
}

double len_mm(Len l) {
    return l * (25.4 / 72.0) / LEN_PT;
}

double len_pt(Len l) {
    return (double)l / LEN_PT;
}
