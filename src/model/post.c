#include "model/post.h"

#include <string.h>

/* Sources, by row:
 * CA: Canada Post, addressing guidelines: the country in English or French,
 *     fewer than 40 characters in a line, no "#".
 * CH: Swiss Post: the country in French or English.
 * DE: Deutsche Post, addresses abroad: Latin letters and Arabic digits, place
 *     and country in capitals, the country in German, French or English; other
 *     letters and digits in addition.
 * FR: La Poste, Service national de l'adresse: at most six lines, seven abroad,
 *     of 38 characters, the last three in capitals, no punctuation from the
 *     line of the street on. A hyphen or an apostrophe is part of a name or of
 *     a number here and stays.
 * GB: Post Office, clear addressing: the country last, in capitals.
 * US: USPS Publication 51: a foreign language is permitted if the names of
 * city, province and country are also in English, the country in full and
 * alone; Publication 28: no comma in the line of the city.
 *
 * What the UPU wants of all mail abroad, place and country in capitals,
 * address.c does for all. */
static const PostRules rules[] = {
    {.code = "CA",
     .name = "Canada Post",
     .langs = "en fr",
     .chars = 39,
     .refused = "#"},
    {.code = "CH", .name = "Swiss Post", .langs = "fr en", .refused = ""},
    {.code = "DE",
     .name = "Deutsche Post",
     .langs = "de fr en",
     .latin = true,
     .refused = ""},
    {.code = "FR",
     .name = "La Poste",
     .langs = "fr en de",
     .lines_home = 6,
     .lines_abroad = 7,
     .chars = 38,
     .capital_lines = 3,
     .plain = true,
     .refused = ""},
    {.code = "GB", .name = "Royal Mail", .langs = "en-GB", .refused = ""},
    {.code = "US",
     .name = "the US Postal Service",
     .langs = "en",
     .latin = true,
     .region = true,
     .plain_home = true,
     .refused = ""},
};

const PostRules *post_rules(const char *origin) {
    static const PostRules none = {.refused = ""};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (strcmp(rules[i].code, origin) == 0)
            return &rules[i];
    return &none;
}
