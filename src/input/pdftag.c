#include "input/pdftag.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

bool pdftag_next(PdfTags *in, PdfTag *out) {
    const char *open = memchr(in->s + in->at, '<', in->n - in->at);
    const char *end =
        open ? memchr(open, '>', in->n - (size_t)(open - in->s)) : NULL;
    if (!end)
        return false;
    *out = (PdfTag){open + 1, (size_t)(end - open - 1)};
    in->at = (size_t)(end - in->s) + 1;
    return true;
}

bool pdftag_is(const PdfTag *t, const char *name) {
    size_t n = strlen(name);
    return t->n >= n && memcmp(t->s, name, n) == 0 &&
           (t->n == n || t->s[n] == ' ' || t->s[n] == '/');
}

Text pdftag_value(const PdfTag *t, const char *name) {
    size_t n = strlen(name);
    for (size_t i = 0; i + n + 3 <= t->n; i++) {
        if (t->s[i] != ' ' || memcmp(t->s + i + 1, name, n) != 0 ||
            memcmp(t->s + i + 1 + n, "=\"", 2) != 0)
            continue;
        const char *from = t->s + i + n + 3;
        const char *to = memchr(from, '"', (size_t)(t->s + t->n - from));
        return to ? (Text){from, (size_t)(to - from), {0}} : (Text){0};
    }
    return (Text){0};
}

bool pdftag_number(const PdfTag *t, const char *name, double *out) {
    char digits[32] = "", *end;
    Text value = pdftag_value(t, name);
    if (value.n == 0 || value.n >= sizeof digits)
        return false;
    memcpy(digits, value.s, value.n);
    *out = strtod(digits, &end);
    return end == digits + value.n && !isnan(*out);
}
