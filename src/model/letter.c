#include "model/letter.h"

#include "model/locale.h"

#include <unicode/udat.h>
#include <unicode/ustring.h>

#include <string.h>

const char *const letter_field_names[LETTER_FIELDS] = {
    [LETTER_DATE] = "date",
    [LETTER_PLACE] = "place",
    [LETTER_SUBJECT] = "subject",
    [LETTER_REFERENCE] = "reference",
    [LETTER_YOUR_REFERENCE] = "your_reference",
    [LETTER_OUR_REFERENCE] = "our_reference",
    [LETTER_REMARK] = "remark",
    [LETTER_SALUTATION] = "salutation",
    [LETTER_CLOSING] = "closing",
    [LETTER_SIGNATURE] = "signature",
    [LETTER_OFFICE] = "office",
    [LETTER_POSTSCRIPT] = "postscript",
    [LETTER_FOOTER] = "footer",
    [LETTER_LANG] = "lang",
    [LETTER_ON] = "on",
    [LETTER_TO] = "to",
    [LETTER_FROM] = "from",
};

typedef struct Date {
    int year, month, day;
} Date;

static int days_in_month(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

/* "2026-11-22" of ISO 8601, from 1583, the Gregorian calendar's first whole
 * year. */
static bool parse_iso(const char *s, size_t n, Date *out) {
    static const char shape[] = "dddd-dd-dd";
    if (n != sizeof shape - 1)
        return false;
    for (size_t i = 0; i < n; i++)
        if (shape[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != shape[i])
            return false;
    out->year = (s[0] - '0') * 1000 + (s[1] - '0') * 100 + (s[2] - '0') * 10 +
                (s[3] - '0');
    out->month = (s[5] - '0') * 10 + (s[6] - '0');
    out->day = (s[8] - '0') * 10 + (s[9] - '0');
    return out->year >= 1583 && out->month >= 1 && out->month <= 12 &&
           out->day >= 1 && out->day <= days_in_month(out->year, out->month);
}

/* Noon UTC of the day, in ICU's milliseconds from 1970. */
static UDate noon(Date d) {
    /* Years that begin in March put the leap day last. */
    int y = d.month <= 2 ? d.year - 1 : d.year;
    int m = d.month <= 2 ? d.month + 9 : d.month - 3;
    int days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + d.day -
               1 - 719468;
    return (UDate)days * 86400000.0 + 43200000.0;
}

/* `pattern` NULL: the language's long form. NULL on failure. */
static const char *format_date(Arena *a, const char *locale,
                               const UChar *pattern, Date date) {
    static const UChar utc[] = u"Etc/UTC";
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[256];
    char *out = arena_alloc(a, sizeof wide / sizeof *wide * 3);
    UDateFormat *format = udat_open(pattern ? UDAT_PATTERN : UDAT_NONE,
                                    pattern ? UDAT_PATTERN : UDAT_LONG, locale,
                                    utc, -1, pattern, -1, &status);
    int32_t n = U_SUCCESS(status)
                    ? udat_format(format, noon(date), wide, 256, NULL, &status)
                    : 0;
    if (U_SUCCESS(status))
        u_strToUTF8(out, 256 * 3, NULL, wide, n, &status);
    udat_close(format);
    return U_SUCCESS(status) ? out : NULL;
}

/* CLDR has no Kazakh in Arabic script; the months are its Cyrillic ones in the
 * letters used in China, the order is that of Uyghur print. */
static const char *kazakh_arabic(Arena *a, Date d) {
    static const char *const months[] = {
        "قاڭتار", "اقپان", "ناۋرىز",   "ٴساۋىر", "مامىر",  "ماۋسىم",
        "شىلدە",  "تامىز", "قىركۇيەك", "قازان",  "قاراشا", "جەلتوقسان"};
    return arena_printf(a, "%d-جىلى %d-%s", d.year, d.day, months[d.month - 1]);
}

bool letter_date(Arena *a, const char *iso, size_t n, const char *lang,
                 const char **out) {
    /* CLDR 42 has the year last, with a comma, which native speakers call wrong
     * (facts 5.4). */
    static const UChar uyghur[] = u"y-'يىلى' d-MMMM";
    Date date;
    Locale full;
    LocaleChain chain;
    const char *id;
    *out = NULL;
    if (!parse_iso(iso, n, &date))
        return false;
    bool known = locale_likely(lang, &full);
    bool arabic = known && strcmp(full.script, "Arab") == 0;
    if (arabic && strcmp(full.language, "kk") == 0)
        *out = kazakh_arabic(a, date);
    else if (known && (id = locale_with_data(lang, &chain)))
        *out = format_date(
            a, id, arabic && strcmp(full.language, "ug") == 0 ? uyghur : NULL,
            date);
    if (!*out) /* a language without dates: as ISO 8601 has it */
        *out = arena_strndup(a, iso, n);
    return true;
}
