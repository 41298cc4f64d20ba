/* plainnumber.h - decimal numbers as they stand in a list: 12, -3, 0.50. */
#ifndef ENVOI_MODEL_PLAINNUMBER_H
#define ENVOI_MODEL_PLAINNUMBER_H

#include <stdbool.h>

#include "base/source.h"

typedef struct PlainNumber {
    bool negative;
    const char *whole, *part; /* digits, without needless zeros; borrowed */
    size_t nwhole, npart;
} PlainNumber;

/* Digits with a sign in front or none, a point or none. False else: what a
 * comma means depends on the country, and is not guessed. */
bool plainnumber_parse(Text t, PlainNumber *out);

/* Below, at or above 0 as `x` is less than, equal to or more than `y`. */
int plainnumber_compare(const PlainNumber *x, const PlainNumber *y);

#endif
