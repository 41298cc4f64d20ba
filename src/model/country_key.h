/* country_key.h - names of countries folded for comparison.
 *
 * Private to the model layer.
 */
#ifndef ENVOI_MODEL_COUNTRY_KEY_H
#define ENVOI_MODEL_COUNTRY_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include <unicode/utypes.h>

/* CLDR's region names, one bundle per language. */
#define REGION_NAMES U_ICUDATA_NAME "-region"
/* Its tables that have them. */
#define REGION_TABLES 3
extern const char *const region_tables[REGION_TABLES];

/* Longer than the longest name of a country in any language. */
#define KEY_UNITS 128

typedef struct Key {
    UChar s[KEY_UNITS];
    int32_t n;
} Key;

/* "The P. R. China" to "prchina". False if it is too long to be a name. */
bool key_fold(const UChar *s, int32_t n, Key *out);
/* Of UTF-8; false if nothing is left of it. */
bool key_of(const char *name, size_t n, Key *out);
/* Does `name` fold to `key`? */
bool key_is(const Key *key, const UChar *name, int32_t n);
bool key_has_digit(const Key *key);

/* By a code of two or three letters, or a common short form. *key: `name`
 * folded, n == 0 where it can be no name. */
bool country_find_short(const char *name, size_t n, Key *key, char out[3]);

#endif
