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

/* ---- merge fields ---- */

/* One record behind a field, "to" or "from". */
typedef struct Party {
    const char *prefix, *what;
    const Contact *contact; /* NULL: no such record */
} Party;

typedef struct Field {
    Arena *arena;
    Diag *diag;
    Text name; /* as it stands between the braces */
    Text key;  /* without its prefix */
} Field;

static bool is_known(const Contact *c, Text key) {
    if (contact_field(key.s, key.n) != CONTACT_FIELDS)
        return true;
    for (size_t i = 0; c && i < c->nextra; i++)
        if (c->extra[i].name.n == key.n &&
            memcmp(c->extra[i].name.s, key.s, key.n) == 0)
            return true;
    return false;
}

static bool report_unknown(const Field *f, const Party *parties, size_t n) {
    VEC(const char *) names = {0};
    for (int i = 0; i < CONTACT_FIELDS; i++)
        vec_push(f->arena, &names, contact_field_names[i]);
    for (size_t p = 0; p < n; p++)
        for (size_t i = 0; parties[p].contact && i < parties[p].contact->nextra;
             i++) {
            Text name = parties[p].contact->extra[i].name;
            vec_push(f->arena, &names, arena_strndup(f->arena, name.s, name.n));
        }
    const char *near = diag_did_you_mean(f->key.s, f->key.n, names.v, names.n);
    if (near)
        diag_at(f->diag, DIAG_ERROR, f->name.span,
                "unknown field \"%.*s\"; did you mean \"%s\"?", (int)f->key.n,
                f->key.s, near);
    else
        diag_at(f->diag, DIAG_ERROR, f->name.span,
                "unknown field \"%.*s\"; a record has name, title, "
                "organisation, city, country and the columns of its list",
                (int)f->key.n, f->key.s);
    return false;
}

/* "Ma Xingrui" (book.yaml:14) */
static const char *describe(Arena *a, const Contact *c) {
    size_t line = 0, col = 0;
    if (!c->span.src)
        return arena_printf(a, "\"%s\"", contact_label(a, c));
    source_place(c->span.src, c->span.off, &line, &col);
    return arena_printf(a, "\"%s\" (%s:%zu)", contact_label(a, c),
                        c->span.src->name, line);
}

static bool report_empty(const Field *f, const Contact *c) {
    diag_at(f->diag, DIAG_ERROR, f->name.span,
            "{{%.*s}}: %s has no %.*s; add it there or take the field out of "
            "the letter",
            (int)f->name.n, f->name.s, describe(f->arena, c), (int)f->key.n,
            f->key.s);
    return false;
}

static bool report_absent(const Field *f, const Party *party) {
    diag_at(f->diag, DIAG_ERROR, f->name.span,
            "{{%.*s}}: the letter has no %s; give it one with \"%s:\" or "
            "--%s",
            (int)f->name.n, f->name.s, party->what, party->prefix,
            party->prefix);
    return false;
}

static bool report_both(const Field *f, const Party parties[2]) {
    diag_at(f->diag, DIAG_ERROR, f->name.span,
            "{{%.*s}}: both the %s %s and the %s %s have one; write "
            "{{%s.%.*s}} or {{%s.%.*s}}",
            (int)f->name.n, f->name.s, parties[0].what,
            describe(f->arena, parties[0].contact), parties[1].what,
            describe(f->arena, parties[1].contact), parties[0].prefix,
            (int)f->key.n, f->key.s, parties[1].prefix, (int)f->key.n,
            f->key.s);
    return false;
}

static bool value_of_party(const Field *f, const Party *party, const char *lang,
                           Text *out) {
    if (!party->contact)
        return report_absent(f, party);
    *out = contact_merge(f->arena, party->contact, f->key.s, f->key.n, lang);
    if (out->s)
        return true;
    return is_known(party->contact, f->key) ? report_empty(f, party->contact)
                                            : report_unknown(f, party, 1);
}

static bool value_of_either(const Field *f, const Party parties[2],
                            const char *lang, Text *out) {
    const Contact *known = NULL;
    size_t values = 0;
    bool any = false;
    Text found = {0};
    for (size_t i = 0; i < 2; i++) {
        const Contact *c = parties[i].contact;
        if (!c)
            continue;
        any = true;
        Text value = contact_merge(f->arena, c, f->key.s, f->key.n, lang);
        if (value.s) {
            found = value;
            values++;
        }
        if (!known && is_known(c, f->key))
            known = c;
    }
    if (values == 1) {
        *out = found;
        return true;
    }
    if (values == 2)
        return report_both(f, parties);
    if (known)
        return report_empty(f, known);
    return any || !is_known(NULL, f->key) ? report_unknown(f, parties, 2)
                                          : report_absent(f, &parties[0]);
}

/* "to.title" is of the addressee alone: the key behind the dot. */
static bool has_prefix(Text name, const char *prefix, Text *key) {
    size_t n = strlen(prefix);
    if (name.n <= n || memcmp(name.s, prefix, n) != 0 || name.s[n] != '.')
        return false;
    *key = text_slice(name, n + 1, name.n - n - 1);
    return true;
}

LetterSide letter_field_side(Text name) {
    Text key, trimmed = text_trim(name);
    return has_prefix(trimmed, "to", &key)     ? LETTER_OF_TO
           : has_prefix(trimmed, "from", &key) ? LETTER_OF_FROM
                                               : LETTER_OF_BOTH;
}

bool letter_field_value(Arena *a, Text name, const Contact *from,
                        const Contact *to, const char *lang, Diag *diag,
                        Text *out) {
    const Party parties[2] = {{"to", "addressee", to},
                              {"from", "sender", from}};
    Field f = {a, diag, text_trim(name), text_trim(name)};
    *out = (Text){0};
    for (size_t i = 0; i < 2; i++)
        if (has_prefix(f.name, parties[i].prefix, &f.key))
            return value_of_party(&f, &parties[i], lang, out);
    return value_of_either(&f, parties, lang, out);
}

/* ---- dates ---- */

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
