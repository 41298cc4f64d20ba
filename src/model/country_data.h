/* country_data.h - the tables behind country.h. Private to the model layer. */
#ifndef ENVOI_MODEL_COUNTRY_DATA_H
#define ENVOI_MODEL_COUNTRY_DATA_H

#include "model/country.h"

/* Sorted by code. */
extern const CountryFormat country_formats[];
extern const size_t country_formats_n;

/* What people write that CLDR does not list. `key` is folded as country_find
 * folds: lower case, letters and digits only. */
typedef struct CountryAlias {
    const char *key;
    char code[3];
} CountryAlias;
extern const CountryAlias country_aliases[];
extern const size_t country_aliases_n;

/* A name for the last line of an address where CLDR's is for a menu. */
typedef struct CountryOverride {
    char code[3];
    const char *language, *name;
} CountryOverride;
extern const CountryOverride country_overrides[];
extern const size_t country_overrides_n;

/* Countries whose post works in another language than CLDR's likely one. */
typedef struct CountryLanguage {
    char code[3];
    const char *lang;
} CountryLanguage;
extern const CountryLanguage country_languages[];
extern const size_t country_languages_n;

/* Alpha-2, of countries whose capital has their name. */
extern const char *const country_cities[];
extern const size_t country_cities_n;

/* ICU ids tried first when a name is looked up; NULL behind the last. */
extern const char *const country_common_languages[];

#endif
