#include "model/country.h"

#include "model/country_data.h"
#include "model/country_key.h"
#include "model/locale.h"

#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/unorm2.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static int by_code(const void *code, const void *format) {
    return strcmp(code, ((const CountryFormat *)format)->code);
}

const CountryFormat *country_format(const char *code) {
    static const CountryFormat other = {
        "", COUNTRY_DEFAULT_ORDER, NULL, NULL, "", NULL};
    const CountryFormat *found =
        bsearch(code, country_formats, country_formats_n,
                sizeof *country_formats, by_code);
    return found ? found : &other;
}

bool country_exists(const char *code) {
    for (const char *const *c = uloc_getISOCountries(); *c; c++)
        if (strcmp(*c, code) == 0)
            return true;
    return false;
}

bool country_is_city(const char *code) {
    for (size_t i = 0; i < country_cities_n; i++)
        if (strcmp(country_cities[i], code) == 0)
            return true;
    return false;
}

/* ---- finding ---- */

/* The country whose name in the bundle is `key`. */
static bool find_in(const char *locale, const Key *key, char out[3]) {
    bool found = false;
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(REGION_NAMES, locale, &status);
    for (size_t t = 0; U_SUCCESS(status) && !found && t < REGION_TABLES; t++) {
        UErrorCode missing = U_ZERO_ERROR;
        UResourceBundle *table =
            ures_getByKey(bundle, region_tables[t], NULL, &missing);
        while (U_SUCCESS(missing) && !found && ures_hasNext(table)) {
            const char *code = "";
            int32_t n = 0;
            const UChar *name = ures_getNextString(table, &n, &code, &missing);
            found = U_SUCCESS(missing) && strlen(code) == 2 &&
                    key_is(key, name, n) && country_exists(code);
            if (found)
                memcpy(out, code, 3);
        }
        ures_close(table);
    }
    ures_close(bundle);
    return found;
}

static bool find_alias(const Key *key, char out[3]) {
    char utf8[KEY_UNITS * 3 + 1];
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(utf8, sizeof utf8, NULL, key->s, key->n, &status);
    for (size_t i = 0; U_SUCCESS(status) && i < country_aliases_n; i++)
        if (strcmp(utf8, country_aliases[i].key) == 0) {
            memcpy(out, country_aliases[i].code, 3);
            return true;
        }
    return false;
}

/* Is `code` (alpha-2) the country that `upper` names with two letters or three?
 */
static bool is_code(const char *code, const char *upper, size_t n) {
    char id[] = {'u', 'n', 'd', '_', code[0], code[1], '\0'};
    if (n == 2)
        return code[0] == upper[0] && code[1] == upper[1];
    return strcmp(uloc_getISO3Country(id), upper) == 0;
}

static bool find_code(const char *s, size_t n, char out[3]) {
    char upper[4] = "";
    if (n < 2 || n > 3)
        return false;
    for (size_t i = 0; i < n; i++)
        upper[i] = (char)toupper((unsigned char)s[i]);
    for (const char *const *c = uloc_getISOCountries(); *c; c++) {
        if (is_code(*c, upper, n)) {
            memcpy(out, *c, 3);
            return true;
        }
    }
    return false;
}

static bool find_anywhere(const Key *key, char out[3]) {
    bool found = false;
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *all = ures_openAvailableLocales(REGION_NAMES, &status);
    const char *locale;
    while (U_SUCCESS(status) && !found &&
           (locale = uenum_next(all, NULL, &status)) != NULL)
        found = find_in(locale, key, out);
    uenum_close(all);
    return found;
}

static bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void trim(const char **name, size_t *n) {
    while (*n > 0 && blank((*name)[0]))
        ++*name, --*n;
    while (*n > 0 && blank((*name)[*n - 1]))
        --*n;
}

bool country_find_short(const char *name, size_t n, Key *key, char out[3]) {
    key->n = 0;
    trim(&name, &n);
    if (find_code(name, n, out))
        return true;
    if (!key_of(name, n, key)) {
        key->n = 0;
        return false;
    }
    if (find_alias(key, out))
        return true;
    /* "EU" is short for the United States somewhere. */
    if (key_has_digit(key) || (key->n <= 2 && key->s[0] < 0x80))
        key->n = 0;
    return false;
}

static bool find_near(const char *name, size_t n, Key *key, char out[3]) {
    if (country_find_short(name, n, key, out))
        return true;
    for (const char *const *l = country_common_languages; key->n > 0 && *l; l++)
        if (find_in(*l, key, out))
            return true;
    return false;
}

bool country_find_common(const char *name, size_t n, char out[3]) {
    Key key;
    return find_near(name, n, &key, out);
}

bool country_find(const char *name, size_t n, char out[3]) {
    Key key;
    return find_near(name, n, &key, out) ||
           (key.n > 0 && find_anywhere(&key, out));
}

/* ---- names ---- */

/* Name of `code` in one table of one bundle; in `out`, false if absent. */
static bool name_in(const char *locale, const char *table_name,
                    const char *code, UChar *out, int32_t room, int32_t *n) {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(REGION_NAMES, locale, &status);
    UResourceBundle *table = ures_getByKey(bundle, table_name, NULL, &status);
    const UChar *name = ures_getStringByKey(table, code, n, &status);
    bool found = U_SUCCESS(status) && *n <= room;
    if (found)
        u_memcpy(out, name, *n);
    ures_close(table);
    ures_close(bundle);
    return found;
}

/* CLDR has "Hong Kong SAR China" with "Hong Kong" as the short form, which is
 * what posts read (facts 4.1); but the short form of "United States" is "US".
 */
static bool short_is_postal(const char *code) {
    return strcmp(code, "HK") == 0 || strcmp(code, "MO") == 0 ||
           strcmp(code, "PS") == 0;
}

/* "Myanmar (Burma)" is two names; "刚果（金）" is one, which without its end is
 * that of the other Congo too. */
static bool needs_parenthesis(const char *code) {
    static const char *const codes[] = {"CD", "CG", "MF", "SX", "VG", "VI"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(codes[i], code) == 0)
            return true;
    return false;
}

static int32_t without_parenthesis(const UChar *s, int32_t n) {
    if (n == 0 || (s[n - 1] != ')' && s[n - 1] != 0xFF09))
        return n;
    int32_t at = n;
    while (at > 0 && s[at - 1] != '(' && s[at - 1] != 0xFF08)
        at--;
    if (at <= 1)
        return n;
    at--;
    while (at > 0 && s[at - 1] == ' ')
        at--;
    return at;
}

bool country_named(const char *code, const char *s, size_t n) {
    Key key;
    char alias[3];
    UChar name[KEY_UNITS];
    int32_t length;
    if (n == 2 || n == 3)
        return find_code(s, n, alias) && strcmp(alias, code) == 0;
    if (!key_of(s, n, &key))
        return false;
    if (find_alias(&key, alias))
        return strcmp(alias, code) == 0;
    for (const char *const *l = country_common_languages; *l; l++)
        for (size_t t = 0; t < REGION_TABLES; t++)
            if (name_in(*l, region_tables[t], code, name, KEY_UNITS, &length) &&
                key_is(&key, name, length))
                return true;
    return false;
}

static bool name_along(const LocaleChain *chain, const char *table,
                       const char *code, UChar *out, int32_t *n) {
    for (size_t i = 0; i < chain->n; i++)
        if (name_in(chain->v[i], table, code, out, KEY_UNITS, n)) {
            if (!needs_parenthesis(code))
                *n = without_parenthesis(out, *n);
            return true;
        }
    return false;
}

static bool wide_name(const char *code, const char *lang, UChar *out,
                      int32_t *n) {
    Locale full;
    LocaleChain chain;
    if (!locale_likely(lang, &full))
        return false;
    for (size_t i = 0; i < country_overrides_n; i++) {
        const CountryOverride *o = &country_overrides[i];
        UErrorCode status = U_ZERO_ERROR;
        if (strcmp(o->code, code) == 0 &&
            strcmp(o->language, full.language) == 0) {
            u_strFromUTF8(out, KEY_UNITS, n, o->name, -1, &status);
            return U_SUCCESS(status);
        }
    }
    locale_chain(lang, &chain);
    if (short_is_postal(code) &&
        name_along(&chain, "Countries%short", code, out, n))
        return true;
    return name_along(&chain, "Countries", code, out, n);
}

static const char *to_utf8(Arena *a, const UChar *s, int32_t n) {
    UErrorCode status = U_ZERO_ERROR;
    char *out = arena_alloc(a, (size_t)n * 3 + 1);
    u_strToUTF8(out, n * 3 + 1, NULL, s, n, &status);
    return U_SUCCESS(status) ? out : NULL;
}

const char *country_display(Arena *a, const char *code, const char *lang) {
    UChar name[KEY_UNITS];
    int32_t n = 0;
    return wide_name(code, lang, name, &n) ? to_utf8(a, name, n) : NULL;
}

const char *country_upper(Arena *a, const char *s, size_t n, const char *lang) {
    UErrorCode status = U_ZERO_ERROR;
    Locale full;
    locale_likely(lang, &full);
    /* The capitals of Georgian are for headlines, and few fonts have them. */
    if (strcmp(full.language, "ka") == 0 || n > INT32_MAX / 4)
        return arena_strndup(a, s, n);
    int32_t room = (int32_t)n * 3 + 1, length = 0;
    UChar *wide = ARENA_ARRAY(a, UChar, (size_t)room);
    UChar *upper = ARENA_ARRAY(a, UChar, (size_t)room);
    u_strFromUTF8(wide, room, &length, s, (int32_t)n, &status);
    length = u_strToUpper(upper, room, wide, length, full.language, &status);
    return U_SUCCESS(status) ? to_utf8(a, upper, length)
                             : arena_strndup(a, s, n);
}

const char *country_name(Arena *a, const char *code, const char *lang) {
    const char *name = country_display(a, code, lang);
    if (!name)
        return NULL;
    /* "TRINIDAD & TOBAGO": a post's list writes the word. */
    const char *amp = strncmp(lang, "en", 2) == 0 ? strstr(name, " & ") : NULL;
    if (amp)
        name = arena_printf(a, "%.*s and %s", (int)(amp - name), name, amp + 3);
    return country_upper(a, name, strlen(name), lang);
}

/* ---- language, paper, postcode ---- */

const char *country_lang(Arena *a, const char *code) {
    for (size_t i = 0; i < country_languages_n; i++)
        if (strcmp(country_languages[i].code, code) == 0)
            return country_languages[i].lang;
    char tag[] = {'u', 'n', 'd', '-', code[0], code[0] ? code[1] : '\0', '\0'};
    Locale full;
    if (!code[0] || !locale_likely(tag, &full))
        return "en";
    /* A region or script stays where it changes what is printed: the order of
     * a date in English, the forms of Han characters. */
    if (strcmp(full.language, "en") == 0)
        return strcmp(code, "US") == 0 ? "en" : arena_printf(a, "en-%s", code);
    if (strcmp(full.language, "zh") != 0)
        return arena_strdup(a, full.language);
    bool local_forms = strcmp(code, "HK") == 0 || strcmp(code, "MO") == 0;
    return arena_printf(a, "zh-%s", local_forms ? code : full.script);
}

const char *country_script_lang(Arena *a, const char *code,
                                const char *script) {
    Locale full;
    const char *tags[] = {arena_printf(a, "und-%s", code),
                          arena_printf(a, "und-%s", script)};
    for (size_t i = code[0] ? 0 : 1; i < 2; i++)
        if (locale_likely(tags[i], &full) && strcmp(full.script, script) == 0 &&
            strcmp(full.language, "und") != 0)
            return arena_strdup(a, full.language);
    return NULL;
}

bool country_writes_latin(const char *code) {
    char tag[] = {'u', 'n', 'd', '-', code[0], code[0] ? code[1] : '\0', '\0'};
    Locale full;
    return code[0] && locale_likely(tag, &full) &&
           strcmp(full.script, "Latn") == 0;
}

bool country_uses_letter_paper(const char *code) {
    if (strlen(code) != 2)
        return false;
    char id[] = {'u', 'n', 'd', '_', code[0], code[1], '\0'};
    int32_t height = 0, width = 0;
    UErrorCode status = U_ZERO_ERROR;
    ulocdata_getPaperSize(id, &height, &width, &status);
    return U_SUCCESS(status) && height == 279;
}

static bool shape_matches(const char *shape, const char *s, size_t n) {
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        switch (shape[i]) {
        case 'd':
            if (!isdigit(c))
                return false;
            break;
        case 'a':
            if (!isalpha(c))
                return false;
            break;
        case '?':
            if (!isalnum(c))
                return false;
            break;
        default:
            if (shape[i] != s[i])
                return false;
        }
    }
    return true;
}

/* "CH-8001", "L-1234": letters of the country before a number. */
static size_t prefix_length(const char *shape, const char *s, size_t n) {
    size_t i = 0;
    while (i < n && i < 2 && isalpha((unsigned char)s[i]))
        i++;
    return shape[0] == 'd' && i > 0 && i < n && s[i] == '-' ? i + 1 : 0;
}

bool country_postcode_ok(const char *code, const char *s, size_t n) {
    const char *shape = country_format(code)->postcode;
    if (!shape)
        return true;
    size_t skip = prefix_length(shape, s, n);
    while (*shape) {
        size_t length = strcspn(shape, "|");
        if (length == n - skip && shape_matches(shape, s + skip, length))
            return true;
        shape += length + (shape[length] == '|');
    }
    return false;
}
