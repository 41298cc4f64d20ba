/* productname.h - guesses of what a name of labels was meant to be. */
#ifndef ENVOI_INPUT_PRODUCTNAME_H
#define ENVOI_INPUT_PRODUCTNAME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* The digits of a name, without what stands between them, if there are so many
 * that it is the name of a product; else NULL. */
const char *productname_digits(Arena *a, const char *name);

/* The nearest of `names`, or NULL (diag_did_you_mean). Another digit is another
 * sheet of labels, and a guess of it would spoil them: of a product's name only
 * those with the same digits are near; two that changed places are a slip. */
const char *productname_guess(Arena *a, const char *name,
                              const char *const *names, size_t n);

#endif
