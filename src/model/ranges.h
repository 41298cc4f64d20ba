/* ranges.h - "5-8,12": some of the numbers from 1 on, as people write them.
 *
 * Ascending whatever the order they were written in; no number twice.
 */
#ifndef ENVOI_MODEL_RANGES_H
#define ENVOI_MODEL_RANGES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

typedef struct Range {
    uint32_t from, to; /* both are in it */
} Range;

typedef struct Ranges {
    Range *v;
    size_t n;
    uint32_t count; /* numbers in all of them */
} Ranges;

/* Numbers from 1 to `most` and ranges of them, with commas between; blanks may
 * stand anywhere but in a number, and an en dash for the hyphen. `whole` says
 * what they are part of: "avery-l7160 has 21 labels". NULL if all is well, else
 * what is wrong with it and `out` is empty; in `a`, as the result is. */
const char *ranges_parse(Arena *a, const char *s, size_t n, uint32_t most,
                         const char *whole, Ranges *out);

/* Put in `number`, which is greater than all that are there. */
void ranges_add(Arena *a, Ranges *r, uint32_t number);

bool ranges_has(const Ranges *r, uint32_t number);

/* The numbers of which in[number - 1] is `wanted`, the same way: "5-8, 12".
 * Nothing if there are none. */
void ranges_print(const bool *in, uint32_t n, bool wanted, Buf *out);

#endif
