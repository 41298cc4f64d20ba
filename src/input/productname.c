#include "input/productname.h"

#include "base/diag.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { PRODUCT_DIGITS = 3 };

static char *digits_of(Arena *a, const char *name) {
    char *digits = arena_strdup(a, name);
    size_t n = 0;
    for (; *name; name++)
        if (isdigit((unsigned char)*name))
            digits[n++] = *name;
    digits[n] = '\0';
    return digits;
}

const char *productname_digits(Arena *a, const char *name) {
    const char *digits = digits_of(a, name);
    return strlen(digits) < PRODUCT_DIGITS ? NULL : digits;
}

static int by_char(const void *x, const void *y) {
    return *(const char *)x - *(const char *)y;
}

static const char *sorted_digits(Arena *a, const char *name) {
    char *digits = digits_of(a, name);
    qsort(digits, strlen(digits), 1, by_char);
    return digits;
}

const char *productname_guess(Arena *a, const char *name,
                              const char *const *names, size_t n) {
    VEC(const char *) near = {0};
    const char *digits =
        productname_digits(a, name) ? sorted_digits(a, name) : NULL;
    for (size_t i = 0; i < n; i++)
        if (!digits || strcmp(sorted_digits(a, names[i]), digits) == 0)
            vec_push(a, &near, names[i]);
    return diag_did_you_mean(name, strlen(name), near.v, near.n);
}
