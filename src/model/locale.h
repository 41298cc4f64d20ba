/* locale.h - language tags against ICU's data, without its fallbacks.
 *
 * ICU answers a question about a language it does not know in the language of
 * the machine. What is printed must not depend on that, so ids are tried one
 * by one with ures_openDirect, which falls back to nothing.
 * Private to the model layer.
 */
#ifndef ENVOI_MODEL_LOCALE_H
#define ENVOI_MODEL_LOCALE_H

#include <stdbool.h>
#include <stddef.h>

#include <unicode/uloc.h>

/* A tag with its likely script and region (UTS #35, likely subtags): "zh-HK"
 * is zh, Hant, HK. */
typedef struct Locale {
    char language[ULOC_LANG_CAPACITY];
    char script[ULOC_SCRIPT_CAPACITY];
    char region[ULOC_COUNTRY_CAPACITY];
} Locale;

/* False if `tag` is no language tag or nothing is known of its language; "und"
 * with a region asks for the language of that region. */
bool locale_likely(const char *tag, Locale *out);

#define LOCALE_CHAIN 5
typedef struct LocaleChain {
    char v[LOCALE_CHAIN][ULOC_FULLNAME_CAPACITY];
    size_t n;
} LocaleChain;

/* The ids under which ICU may keep data for `tag`, nearest first: "zh-HK" gives
 * zh_Hant_HK, zh_Hant. A language in another than its usual script never comes
 * down to the bare language: "kk-Arab" is not "kk". */
void locale_chain(const char *tag, LocaleChain *out);

/* The first id of the chain under which ICU has data, which is left in `chain`;
 * NULL if there is none: ICU would then answer in the language of the machine.
 */
const char *locale_with_data(const char *tag, LocaleChain *chain);

#endif
