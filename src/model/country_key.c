#include "model/country_key.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include <ctype.h>

const char *const region_tables[REGION_TABLES] = {
    "Countries", "Countries%short", "Countries%variant"};

/* A letter as it is compared: no case, no accent on a Latin one. 0 for what
 * is no letter, mark or digit. */
static UChar32 fold_char(UChar32 c) {
    if (c < 0x80)
        return isalnum((int)c) ? tolower((int)c) : 0;
    if (c >= 0x300 && c < 0x370)
        return 0;
    bool latin = c < 0x250 || (c >= 0x1E00 && c < 0x1F00);
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    UChar base[4];
    while (latin && U_SUCCESS(status) && c >= 0x80 &&
           unorm2_getRawDecomposition(nfc, c, base, 4, &status) > 0)
        c = base[0];
    if (c == 0x131) /* dotless i, whose capital is I */
        return 'i';
    uint32_t mask = U_GET_GC_MASK(c);
    return mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)
               ? u_foldCase(c, U_FOLD_CASE_DEFAULT)
               : 0;
}

static UChar32 next_char(const UChar *s, int32_t *at, int32_t n) {
    UChar lead = s[(*at)++];
    if (!U16_IS_LEAD(lead) || *at == n || !U16_IS_TRAIL(s[*at]))
        return lead;
    return U16_GET_SUPPLEMENTARY(lead, s[(*at)++]);
}

static bool key_put(Key *key, UChar32 c) {
    if (key->n + 2 > KEY_UNITS)
        return false;
    U16_APPEND_UNSAFE(key->s, key->n, c);
    return true;
}

bool key_fold(const UChar *s, int32_t n, Key *out) {
    static const UChar the[] = {'t', 'h', 'e', ' '}, and[] = {'a', 'n', 'd'};
    int32_t at = 0;
    out->n = 0;
    if (n > 4 && u_strncasecmp(s, the, 4, U_FOLD_CASE_DEFAULT) == 0)
        at = 4;
    while (at < n) {
        UChar32 c = next_char(s, &at, n);
        if (c == '&') {
            for (int i = 0; i < 3; i++)
                if (!key_put(out, and[i]))
                    return false;
            continue;
        }
        if (c == 0xDF && !key_put(out, 's')) /* sharp s is two of them */
            return false;
        UChar32 folded = c == 0xDF ? 's' : fold_char(c);
        if (folded && !key_put(out, folded))
            return false;
    }
    return true;
}

bool key_is(const Key *key, const UChar *name, int32_t n) {
    Key other;
    int32_t at = 0, key_at = 0;
    if (n == 0 || key->n == 0)
        return false;
    /* Most of 50,000 names differ in their first letter. */
    UChar32 c = next_char(name, &at, n), first = fold_char(c);
    UChar32 wanted = next_char(key->s, &key_at, key->n);
    if (first && first != wanted && c != 't' && c != 'T')
        return false;
    return key_fold(name, n, &other) && other.n == key->n &&
           u_memcmp(other.s, key->s, key->n) == 0;
}

bool key_of(const char *name, size_t n, Key *out) {
    UChar wide[KEY_UNITS];
    int32_t length = 0;
    UErrorCode status = U_ZERO_ERROR;
    if (n > KEY_UNITS * 3)
        return false;
    u_strFromUTF8(wide, KEY_UNITS, &length, name, (int32_t)n, &status);
    return U_SUCCESS(status) && key_fold(wide, length, out) && out->n > 0;
}

/* A street in the country's column: no need to ask 434 languages. */
bool key_has_digit(const Key *key) {
    for (int32_t i = 0; i < key->n; i++)
        if (key->s[i] < 0x80 && isdigit(key->s[i]))
            return true;
    return false;
}
