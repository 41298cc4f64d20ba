/* country.h - countries: names in any language, paper, formats of addresses.
 *
 * Names come from ICU (CLDR) with an override table where its display names
 * are not postal (facts 4.1). Address formats are the table in
 * country_data.c, after google/libaddressinput.
 */
#ifndef ENVOI_MODEL_COUNTRY_H
#define ENVOI_MODEL_COUNTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* Codes of the format strings: N name (title follows it on its own line), O
 * organisation, A street lines, D district, C city, S region, Z postcode;
 * '|' ends a line; anything else is literal, in apostrophes where it has one of
 * these letters ("'CH-'Z C"). A literal is dropped with the fields around it.
 */
typedef struct CountryFormat {
    char code[3];       /* ISO 3166-1 alpha-2 */
    const char *latin;  /* the order in Latin script, for mail from abroad */
    const char *native; /* the order in the country's own script, or NULL */
    const char *native_lang; /* BCP 47 of that script, or NULL: "zh-Hans" */
    const char *upper;       /* codes set in capitals: "CZ" */
    const char *postcode;    /* shape: 'd' digit, 'a' letter, '?' either, others
                                themselves; alternatives by '|'; NULL: none */
} CountryFormat;

/* What is known of no order in particular. */
#define COUNTRY_DEFAULT_ORDER "N|O|A|C"

/* The format of a country; unknown ones get the default. */
const CountryFormat *country_format(const char *code);

bool country_exists(const char *code);

/* Find the alpha-2 code of `name`: a code in any case, or the name of the
 * country in any language ICU knows, or a common short form ("UK", "USA",
 * "P. R. China"). False if it is none. */
bool country_find(const char *name, size_t n, char out[3]);

/* The same in common languages only: a hundred times as quick for a text that
 * is no country's name. Codes and short forms are found too. */
bool country_find_common(const char *name, size_t n, char out[3]);

/* Has its capital the country's name, as Luxembourg's has? */
bool country_is_city(const char *code);

/* Is `s` the country `code`, by its codes, short forms or its name in a common
 * language? Far cheaper than country_find for a text that is none. */
bool country_named(const char *code, const char *s, size_t n);

/* The name of `code` in `lang` for the last line of an address: postal
 * override, else ICU's; capitals by the language's rules. In the arena. NULL
 * if there is none in that language. */
const char *country_name(Arena *a, const char *code, const char *lang);

/* The same as it stands in running text: "China", "Chine". */
const char *country_display(Arena *a, const char *code, const char *lang);

/* `s` in capitals by the rules of `lang`. In the arena. */
const char *country_upper(Arena *a, const char *s, size_t n, const char *lang);

/* The main written language of a country ("FR" -> "fr", "CH" -> "de",
 * "CN" -> "zh-Hans", "HK" -> "zh-HK", "GB" -> "en-GB"), by CLDR's likely
 * subtags; a region stays where it changes what is printed. In the arena. */
const char *country_lang(Arena *a, const char *code);

/* The language that is written in `script` (ISO 15924: "Cyrl") in a country, by
 * CLDR's likely subtags: that of the country, else the script's first. `code`
 * may be "". NULL if nothing is known. In the arena. */
const char *country_script_lang(Arena *a, const char *code, const char *script);

/* Is that language written in Latin letters? False for "". */
bool country_writes_latin(const char *code);

/* True where letter paper is 8.5 x 11 in: US, CA, MX, PH ... (CLDR). */
bool country_uses_letter_paper(const char *code);

/* Does a postcode have the country's shape? True if it has none. */
bool country_postcode_ok(const char *code, const char *s, size_t n);

#endif
