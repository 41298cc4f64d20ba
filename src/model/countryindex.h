/* countryindex.h - names of countries, for many questions.
 *
 * Finds what country_find_common and country_find find, at the cost of one
 * folding of the text instead of a walk through all names; making it costs some
 * such walks, which the first question pays, or of names in all languages the
 * one that comes after a few.
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
/* NULL for `index`: country_find. */
bool countryindex_find_any(CountryIndex *index, const char *name, size_t n,
                           char out[3]);

/* country_guess, for the first few that are asked: of a list of thousands the
 * others are the same mistake, or no names at all. NULL for `index`: always. */
const char *countryindex_guess(CountryIndex *index, Arena *a, const char *name,
                               size_t n);

#endif
