/* countryindex.h - names of countries in common languages, for many questions.
 *
 * Finds what country_find_common finds, at the cost of one folding of the text
 * instead of a walk through all names; making it costs a few such walks, which
 * the first question pays.
 */
#ifndef ENVOI_MODEL_COUNTRYINDEX_H
#define ENVOI_MODEL_COUNTRYINDEX_H

#include "model/country.h"

typedef struct CountryIndex CountryIndex;

/* Lives in the arena. */
CountryIndex *countryindex_new(Arena *a);

/* NULL for `index`: country_find_common. */
bool countryindex_find(CountryIndex *index, const char *name, size_t n,
                       char out[3]);

#endif
