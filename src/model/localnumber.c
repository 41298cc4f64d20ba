#include "model/localnumber.h"

#include "model/locale.h"

#include <stdio.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

enum { NUMBER_UNITS = 60 };

const char *local_decimal(Arena *a, double value, int digits,
                          const char *lang) {
    LocaleChain chain;
    char id[ULOC_FULLNAME_CAPACITY + 20], out[NUMBER_UNITS * 3 + 1];
    UChar wide[NUMBER_UNITS];
    UErrorCode status = U_ZERO_ERROR;
    const char *from = locale_with_data(lang, &chain);
    snprintf(id, sizeof id, "%s@numbers=latn", from ? from : "en");
    UNumberFormat *f = unum_open(UNUM_DECIMAL, NULL, 0, id, NULL, &status);
    if (U_FAILURE(status))
        return arena_printf(a, "%.*f", digits, value);
    unum_setAttribute(f, UNUM_MIN_FRACTION_DIGITS, digits);
    unum_setAttribute(f, UNUM_MAX_FRACTION_DIGITS, digits);
    int32_t n = unum_formatDouble(f, value, wide, NUMBER_UNITS, NULL, &status);
    unum_close(f);
    if (U_SUCCESS(status))
        u_strToUTF8(out, sizeof out, NULL, wide, n, &status);
    return U_SUCCESS(status) ? arena_strdup(a, out)
                             : arena_printf(a, "%.*f", digits, value);
}
