#include "model/plainnumber.h"

#include <string.h>

static size_t digits(const char *s, size_t n) {
    size_t i = 0;
    while (i < n && s[i] >= '0' && s[i] <= '9')
        i++;
    return i;
}

bool plainnumber_parse(Text t, PlainNumber *out) {
    const char *s = t.s, *end = t.s + t.n;
    *out = (PlainNumber){0};
    if (s < end && (*s == '-' || *s == '+'))
        out->negative = *s++ == '-';
    size_t n = digits(s, (size_t)(end - s));
    out->whole = s;
    out->nwhole = n;
    s += n;
    if (s < end && *s == '.') {
        out->part = s + 1;
        out->npart = digits(s + 1, (size_t)(end - s - 1));
        s += out->npart + 1;
        n = n < out->npart ? n : out->npart;
    }
    if (s != end || n == 0) /* ".5" and "5." are slips */
        return false;
    while (out->nwhole > 0 && *out->whole == '0') {
        out->whole++;
        out->nwhole--;
    }
    while (out->npart > 0 && out->part[out->npart - 1] == '0')
        out->npart--;
    if (out->nwhole + out->npart == 0)
        out->negative = false;
    return true;
}

static int compare_size(const PlainNumber *x, const PlainNumber *y) {
    if (x->nwhole != y->nwhole)
        return x->nwhole < y->nwhole ? -1 : 1;
    int order = x->nwhole ? memcmp(x->whole, y->whole, x->nwhole) : 0;
    size_t n = x->npart < y->npart ? x->npart : y->npart;
    if (order == 0 && n > 0)
        order = memcmp(x->part, y->part, n);
    return order != 0 ? order : (x->npart > y->npart) - (x->npart < y->npart);
}

int plainnumber_compare(const PlainNumber *x, const PlainNumber *y) {
    if (x->negative != y->negative)
        return x->negative ? -1 : 1;
    int order = compare_size(x, y);
    return x->negative ? -order : order;
}
