/* countryguess.h - the country that a misspelt name is meant for. */
#ifndef ENVOI_MODEL_COUNTRYGUESS_H
#define ENVOI_MODEL_COUNTRYGUESS_H

#include "base/arena.h"

/* The name of a country in a common language, English first, that the `n` bytes
 * of `name` are with a typing mistake in them; in the arena. NULL: none is near
 * enough, or the script has characters for whole words, of which one that is
 * wrong tells nothing. Walks through all names: for messages. */
const char *country_guess(Arena *a, const char *name, size_t n);

#endif
