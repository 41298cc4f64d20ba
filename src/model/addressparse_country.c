#include "model/addressparse_parts.h"

#include "base/utf8.h"
#include "model/address_cn.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string.h>

/* ---- by name ---- */

/* Codes of two letters are too often something else: CA, DC, IN. */
static bool is_country(const Parser *p, Text t, char out[3]) {
    t = parse_trim(t);
    while (t.n > 0 && t.s[t.n - 1] == '.' && !memchr(t.s, '.', t.n - 1))
        t.n--;
    if (t.n == 0 || has_digit(t) || word_count(t) > 8)
        return false;
    bool abbreviation = text_equal(t, "UK") || text_equal(t, "USA") ||
                        text_equal(t, "PRC") || text_equal(t, "UAE");
    if (t.n <= 3 && !abbreviation)
        return false;
    if (p->country[0] && country_named(p->country, t.s, t.n)) {
        memcpy(out, p->country, 3);
        return true;
    }
    return countryindex_find(p->countries, t.s, t.n, out);
}

static bool take_country(Parser *p, Row *row, Text name, const char *code) {
    if (p->country[0] && strcmp(p->country, code) != 0) {
        diag_at(p->diag, DIAG_WARNING, name.span,
                "the address says \"%.*s\", but it was said to be in %s; this "
                "line is left as it is",
                (int)name.n, name.s,
                country_display(p->arena, p->country, "en"));
        parse_put(p, PART_LINE, row, name, false);
        row->text = parse_trim(
            text_slice(row->text, 0, (size_t)(name.s - row->text.s)));
        row->done = row->text.n == 0;
        return false;
    }
    memcpy(p->country, code, 3);
    parse_put(p, PART_COUNTRY, row, name, false);
    row->text =
        parse_trim(text_slice(row->text, 0, (size_t)(name.s - row->text.s)));
    row->done = row->text.n == 0;
    return true;
}

/* Behind the last comma of a row; the whole row if it has none. */
static Text last_part(Text t) {
    size_t from = t.n;
    while (from > 0 && t.s[from - 1] != ',')
        from--;
    return text_trim(text_slice(t, from, t.n - from));
}

/* The country ends an address in Latin letters, alone or behind a comma, and
 * begins one in Chinese; some write it twice. Only one line below it is looked
 * at: a city may be called Luxembourg, a state Georgia. */
static void find_name(Parser *p, bool native) {
    char code[3];
    size_t seen = 0;
    for (size_t i = p->rows.n; i-- > 0 && seen < 2;) {
        Row *row = &p->rows.v[i];
        if (row->native != native || row->done)
            continue;
        seen++;
        Text part = last_part(row->text);
        bool alone = part.n == text_trim(row->text).n;
        if (is_country(p, part, code) && (i > 0 || !alone) &&
            take_country(p, row, part, code))
            return;
    }
    for (size_t i = 0; i < p->rows.n && native; i++) {
        Row *row = &p->rows.v[i];
        if (row->native && !row->done && is_country(p, row->text, code))
            take_country(p, row, row->text, code);
    }
}

/* A value behind "Country:". */
static void read_label(Parser *p) {
    for (size_t i = 0; i < p->pieces.n; i++) {
        const AddressPiece *piece = &p->pieces.v[i];
        if (piece->part == PART_COUNTRY && !p->country[0])
            country_find(piece->text.s, piece->text.n, p->country);
    }
}

/* ---- by shape ---- */

static bool holds(Text t, const char *s) {
    return memmem(t.s, t.n, s, strlen(s)) != NULL;
}

/* Scripts that one country writes most mail in. */
static const char *country_of_script(UScriptCode script) {
    static const struct {
        UScriptCode script;
        const char *code;
    } known[] = {{USCRIPT_HIRAGANA, "JP"}, {USCRIPT_KATAKANA, "JP"},
                 {USCRIPT_HANGUL, "KR"},   {USCRIPT_THAI, "TH"},
                 {USCRIPT_LAO, "LA"},      {USCRIPT_KHMER, "KH"},
                 {USCRIPT_MYANMAR, "MM"},  {USCRIPT_GEORGIAN, "GE"},
                 {USCRIPT_ARMENIAN, "AM"}, {USCRIPT_GREEK, "GR"},
                 {USCRIPT_HEBREW, "IL"},   {USCRIPT_SINHALA, "LK"},
                 {USCRIPT_THAANA, "MV"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].script == script)
            return known[i].code;
    return NULL;
}

/* Kana and Hangul tell; characters alone are taken for China's where nothing
 * names Taiwan, Hong Kong or Macau. */
static const char *by_script(Text t) {
    for (size_t at = 0; at < t.n;) {
        uint32_t cp = utf8_next(t.s, t.n, &at);
        UErrorCode status = U_ZERO_ERROR;
        if (cp == UTF8_BAD)
            continue;
        UScriptCode script = uscript_getScript((UChar32)cp, &status);
        const char *code = country_of_script(script);
        if (code)
            return code;
        if (script != USCRIPT_HAN && u_isalpha((UChar32)cp) && cp > 0x24F)
            return NULL;
    }
    if (holds(t, "\u3012") || holds(t, "\u6771\u4EAC\u90FD"))
        return "JP"; /* the postal mark; Tokyo-to */
    if (holds(t, "臺灣") || holds(t, "台灣") || holds(t, "臺北") ||
        holds(t, "台北"))
        return "TW";
    if (holds(t, "香港") || holds(t, "九龍") || holds(t, "新界"))
        return "HK";
    return holds(t, "澳門") ? "MO" : "CN";
}

/* "D-10115 Berlin": the letters of cars, before a number. */
static const char *by_prefix(Text t) {
    static const struct {
        const char *prefix, *code;
    } known[] = {{"A-", "AT"},  {"B-", "BE"},  {"CH-", "CH"}, {"CZ-", "CZ"},
                 {"D-", "DE"},  {"DE-", "DE"}, {"DK-", "DK"}, {"E-", "ES"},
                 {"EE-", "EE"}, {"F-", "FR"},  {"FI-", "FI"}, {"FL-", "LI"},
                 {"FR-", "FR"}, {"GR-", "GR"}, {"HR-", "HR"}, {"I-", "IT"},
                 {"L-", "LU"},  {"LT-", "LT"}, {"LV-", "LV"}, {"N-", "NO"},
                 {"NL-", "NL"}, {"PL-", "PL"}, {"PT-", "PT"}, {"S-", "SE"},
                 {"SE-", "SE"}, {"SI-", "SI"}, {"SK-", "SK"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t n = strlen(known[i].prefix);
        if (t.n > n + 2 && memcmp(t.s, known[i].prefix, n) == 0 &&
            t.s[n] >= '0' && t.s[n] <= '9')
            return known[i].code;
    }
    return NULL;
}

/* USPS Publication 28, appendix B; Canada Post; Australia Post. */
static const char us_states[] =
    " AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN "
    "MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA "
    "WV WI WY ";
static const char au_states[] = " NSW VIC QLD ACT TAS SA WA NT ";

static bool in_list(const char *list, Text word) {
    for (const char *at = list; (at = strchr(at, ' ')) != NULL; at++)
        if (strncmp(at + 1, word.s, word.n) == 0 && at[word.n + 1] == ' ')
            return word.n > 1;
    return false;
}

static const char *by_code(Parser *p, Text t) {
    static const char *const lettered[] = {"GB", "CA", "IE", "NL"};
    size_t from, to;
    for (size_t i = 0; i < sizeof lettered / sizeof *lettered; i++) {
        memcpy(p->country, lettered[i], 3);
        bool found = parse_code(p, last_part(t), &from, &to);
        p->country[0] = '\0';
        if (found)
            return lettered[i];
    }
    static const char city[] = "Singapore ";
    if (t.n == sizeof city - 1 + 6 && memcmp(t.s, city, sizeof city - 1) == 0 &&
        has_digit(t))
        return "SG";
    Text before = {0}, last = {0}, word;
    for (size_t at = 0; word_next(t, &at, &word);) {
        before = last;
        last = word;
    }
    if (last.n == 0 || before.n == 0)
        return NULL;
    if (last.n == 4 && t.n > 9 && memchr(t.s, '-', t.n)) {
        /* ZIP+4: the state stands one word further up. */
        size_t dash = (size_t)(last.s - t.s);
        if (dash > 0 && t.s[dash - 1] == '-')
            return by_code(p, text_slice(t, 0, dash - 1));
    }
    if (last.n == 5 && has_digit(last) && in_list(us_states, before))
        return "US";
    return last.n == 4 && has_digit(last) && in_list(au_states, before) ? "AU"
                                                                        : NULL;
}

static const char *by_province(Text t) {
    CnPostcode found;
    return cn_postcode_find(t, &found) && cn_find_province(t, &(size_t){0})
               ? "CN"
               : NULL;
}

static void guess(Parser *p) {
    const char *code = NULL;
    for (size_t i = p->rows.n; i-- > 0 && !code;) {
        const Row *row = &p->rows.v[i];
        Text part = last_part(row->text);
        if (row->done || row->native)
            continue;
        code = by_province(row->text);
        if (!code)
            code = by_prefix(part);
        if (!code)
            code = by_code(p, row->text);
    }
    for (size_t i = 0; i < p->rows.n && !code; i++)
        if (p->rows.v[i].native)
            code = by_script(p->rows.v[i].text);
    if (code) {
        memcpy(p->country, code, 3);
        p->guessed = true;
    }
}

void parse_country(Parser *p) {
    read_label(p);
    find_name(p, false);
    find_name(p, true);
    if (!p->country[0])
        guess(p);
}
