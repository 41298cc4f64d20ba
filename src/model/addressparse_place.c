#include "model/addressparse_parts.h"

#include "model/address_cn.h"
#include "model/address_side.h"

#include <string.h>
#include <strings.h>

/* ---- parts of a row ---- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

void parse_split(Arena *a, Text t, Parts *out) {
    size_t from = 0;
    for (size_t i = 0; i <= t.n; i++) {
        bool comma = i < t.n && t.s[i] == ',' &&
                     !(i > 0 && i + 1 < t.n && is_digit(t.s[i - 1]) &&
                       is_digit(t.s[i + 1]));
        if (i < t.n && !comma)
            continue;
        Text part = parse_trim(text_slice(t, from, i - from));
        if (part.n > 0)
            vec_push(a, &out->v, part);
        from = i + 1;
    }
}

/* The row ends before `part`, which is in a piece now. */
static void cut_row(Row *row, Text part) {
    row->text =
        parse_trim(text_slice(row->text, 0, (size_t)(part.s - row->text.s)));
    row->done = row->text.n == 0;
}

/* ---- formats ---- */

static bool same_line(const char *format, char x, char y) {
    int i = format_index(format, x), j = format_index(format, y);
    if (i < 0 || j < 0)
        return false;
    for (int k = i < j ? i : j; k < (i < j ? j : i); k++)
        if (format[k] == '|')
            return false;
    return true;
}

static bool code_first(const char *format) {
    return same_line(format, 'Z', 'C') &&
           format_index(format, 'Z') < format_index(format, 'C');
}

/* ---- the postcode ---- */

/* `n` words from the start or the end of `t`. */
static Text some_words(Text t, size_t n, bool at_end) {
    size_t at = at_end ? t.n : 0;
    for (size_t i = 0; i < n; i++) {
        if (at_end) {
            while (at > 0 && t.s[at - 1] == ' ')
                at--;
            while (at > 0 && t.s[at - 1] != ' ')
                at--;
        } else {
            while (at < t.n && t.s[at] == ' ')
                at++;
            while (at < t.n && t.s[at] != ' ')
                at++;
        }
    }
    return at_end ? text_slice(t, at, t.n - at) : text_slice(t, 0, at);
}

static bool is_code(const Parser *p, Text t) {
    const CountryFormat *format = country_format(p->country);
    if (!has_digit(t) || format_index(format->latin, 'Z') < 0)
        return false;
    if (format->postcode)
        return country_postcode_ok(p->country, t.s, t.n);
    /* Nothing is known of its shape: three to seven digits. */
    size_t digits = 0;
    for (size_t i = 0; i < t.n; i++) {
        digits += is_digit(t.s[i]);
        if (!is_digit(t.s[i]) && t.s[i] != '-')
            return false;
    }
    return digits >= 3 && digits <= 7;
}

static bool only_digits(Text t) {
    for (size_t i = 0; i < t.n; i++)
        if (!is_digit(t.s[i]) && t.s[i] != ' ' && t.s[i] != '-')
            return false;
    return true;
}

bool parse_code(const Parser *p, Text t, size_t *from, size_t *to) {
    CnPostcode found;
    if (strcmp(p->country, "CN") == 0) {
        if (!cn_postcode_find(t, &found))
            return false;
        *from = found.from;
        *to = found.to;
        /* Its label goes with it in a Chinese line, the number alone here. */
        while (*from < *to && !is_digit(t.s[*from]))
            ++*from;
        while (*to > *from && !is_digit(t.s[*to - 1]))
            --*to;
        return *to > *from;
    }
    bool start = code_first(country_format(p->country)->latin);
    for (size_t side = 0; side < 2; side++)
        for (size_t n = 2; n > 0; n--) {
            bool at_end = start ? side == 1 : side == 0;
            Text code = some_words(t, n, at_end);
            Text rest = at_end ? text_slice(t, 0, t.n - code.n)
                               : text_slice(t, code.n, t.n - code.n);
            code = parse_trim(code);
            if (code.n == 0 || !is_code(p, code))
                continue;
            /* "Main Street 1010" is a house; "1211 Genf 20" is none. */
            if (only_digits(code) &&
                (words_of_place(rest) || (at_end && has_digit(rest))))
                continue;
            *from = (size_t)(code.s - t.s);
            *to = *from + code.n;
            return true;
        }
    return false;
}

/* ---- city and region ---- */

/* "DC", "NSW", "RM": two or three capitals. */
static bool is_short_region(Text t) {
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] < 'A' || t.s[i] > 'Z')
            return false;
    return t.n == 2 || t.n == 3;
}

/* "Col. Roma", as Mexico writes a quarter. */
static bool is_quarter(Text t) {
    static const char *const starts[] = {"Col. ", "Colonia ", "Delegación ",
                                         "Fracc. ", "Zona "};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (t.n > strlen(starts[i]) &&
            memcmp(t.s, starts[i], strlen(starts[i])) == 0)
            return true;
    return false;
}

/* "Dublin 2", "Dublin 6W": An Post numbers the districts of this city alone,
 * and the number is a part of its name. */
static bool is_postal_district(const Parser *p, Text t) {
    static const char city[] = "dublin ";
    size_t n = sizeof city - 1;
    if (strcmp(p->country, "IE") != 0 || t.n <= n ||
        strncasecmp(t.s, city, n) != 0)
        return false;
    size_t digits = 0;
    while (n + digits < t.n && is_digit(t.s[n + digits]))
        digits++;
    n += digits;
    n += n < t.n && (t.s[n] == 'W' || t.s[n] == 'w');
    return n == t.n && (digits == 1 || digits == 2);
}

static bool is_town(const Parser *p, Text t) {
    if (is_postal_district(p, t))
        return true;
    return t.n > 0 && !is_quarter(t) && !has_digit(t) && word_count(t) <= 5 &&
           words_of_addressee(t) != PART_ORGANISATION &&
           words_of_addressee(t) != PART_TITLE && !words_of_place(t);
}

/* "Recife - PE": the region is written behind the city, not behind the
 * code. */
static void put_city(Parser *p, const Row *row, Text t) {
    const char *format = country_format(p->country)->latin;
    Text last = some_words(t, 1, true);
    Text city = text_slice(t, 0, t.n - last.n);
    while (city.n > 0 && strchr(" -", city.s[city.n - 1]))
        city.n--;
    bool both = same_line(format, 'C', 'S') && !same_line(format, 'C', 'Z');
    if (both && is_short_region(last) && city.n > 0) {
        parse_put(p, PART_CITY, row, text_slice(t, 0, city.n), true);
        parse_put(p, PART_REGION, row, last, true);
    } else {
        parse_put(p, PART_CITY, row, t, true);
    }
}

/* The part, or the row, before the one that had the postcode, as the city. */
static void take_before(Parser *p, size_t first, size_t at) {
    Row *row = &p->rows.v[at];
    Parts parts = {0};
    if (row->done) {
        size_t i = at;
        while (i > first && (p->rows.v[i - 1].done || p->rows.v[i - 1].native))
            i--;
        if (i == first)
            return;
        row = &p->rows.v[i - 1];
    }
    parse_split(p->arena, row->text, &parts);
    Text last = parts.v.n > 0 ? parts.v.v[parts.v.n - 1] : (Text){0};
    if (!is_town(p, last))
        return;
    put_city(p, row, last);
    cut_row(row, last);
}

/* "Washington DC", "Roma RM": the short region off the end. */
static Text take_short_region(Parser *p, const Row *row, Text t) {
    Text last = some_words(t, 1, true);
    if (!is_short_region(last))
        return t;
    parse_put(p, PART_REGION, row, last, true);
    return parse_trim(text_slice(t, 0, t.n - last.n));
}

/* "Ottawa, Ontario K1N 5H3": provinces and states in full (Canada Post,
 * Australia Post); those of the USA are letters on mail. */
static Text take_region_name(Parser *p, const Row *row, Text t) {
    static const char *const names[] = {
        "Alberta", "British Columbia", "Manitoba", "New Brunswick",
        "Newfoundland and Labrador", "Northwest Territories", "Nova Scotia",
        "Nunavut", "Ontario", "Prince Edward Island", "Quebec", "Québec",
        "Saskatchewan", "Yukon", "New South Wales", "Northern Territory",
        "Queensland", "South Australia", "Tasmania", "Victoria",
        "Western Australia",
        /* Without Washington, which is the
         * city oftener. */
        "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado",
        "Connecticut", "Delaware", "Florida", "Georgia", "Hawaii", "Idaho",
        "Illinois", "Indiana", "Iowa", "Kansas", "Kentucky", "Louisiana",
        "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota",
        "Mississippi", "Missouri", "Montana", "Nebraska", "Nevada",
        "New Hampshire", "New Jersey", "New Mexico", "New York",
        "North Carolina", "North Dakota", "Ohio", "Oklahoma", "Oregon",
        "Pennsylvania", "Rhode Island", "South Carolina", "South Dakota",
        "Tennessee", "Texas", "Utah", "Vermont", "Virginia", "West Virginia",
        "Wisconsin", "Wyoming"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (text_equal(t, names[i]) && row->text.n > 0) {
            parse_put(p, PART_REGION, row, t, true);
            return (Text){0};
        }
    return t;
}

/* What is left of the part that had the postcode. */
static void take_rest(Parser *p, size_t first, size_t at, Text rest,
                      bool behind) {
    Row *row = &p->rows.v[at];
    const char *format = country_format(p->country)->latin;
    bool region_here = same_line(format, 'S', 'Z');
    bool city_here = same_line(format, 'C', 'Z');
    if (region_here && city_here) {
        rest = take_region_name(p, row, take_short_region(p, row, rest));
    } else if (region_here && rest.n > 0) {
        parse_put(p, PART_REGION, row, rest, true);
        rest = (Text){0};
    }
    /* Behind its code it is the city, with a district's number or not. */
    if (is_town(p, rest) || (behind && rest.n > 0 && !words_of_place(rest) &&
                             word_count(rest) <= 5))
        put_city(p, row, rest);
    else if (rest.n > 0)
        parse_put(p, PART_LINE, row, rest, true);
    else
        take_before(p, first, at);
}

/* Rows below the postcode, and parts behind it: a region where the country has
 * one there. */
static void take_behind(Parser *p, size_t at, const Parts *parts, size_t from) {
    const char *format = country_format(p->country)->latin;
    bool region = format_index(format, 'S') > format_index(format, 'Z');
    Row *row = &p->rows.v[at];
    for (size_t i = from; i < parts->v.n; i++) {
        bool is = region && !has_digit(parts->v.v[i]);
        parse_put(p, is ? PART_REGION : PART_LINE, row, parts->v.v[i], true);
        region = region && !is;
    }
    for (size_t i = at + 1; i < p->rows.n; i++) {
        Row *below = &p->rows.v[i];
        if (below->done || below->native || !region || !is_town(p, below->text))
            continue;
        parse_put(p, PART_REGION, below, below->text, true);
        below->done = true;
        region = false;
    }
}

static bool find_code_row(Parser *p, size_t first, size_t *at, Parts *parts,
                          size_t *part, size_t *from, size_t *to) {
    for (size_t i = p->rows.n; i-- > first;) {
        if (p->rows.v[i].done || p->rows.v[i].native)
            continue;
        *parts = (Parts){0};
        parse_split(p->arena, p->rows.v[i].text, parts);
        for (size_t k = parts->v.n; k-- > 0;)
            if (parse_code(p, parts->v.v[k], from, to)) {
                *at = i;
                *part = k;
                return true;
            }
    }
    return false;
}

/* ---- without a postcode ---- */

/* The last line, or what stands behind the comma of a street's line. */
static void guess_city(Parser *p, size_t first) {
    for (size_t i = p->rows.n; i-- > first;) {
        Row *row = &p->rows.v[i];
        if (row->done || row->native)
            continue;
        Parts parts = {0};
        parse_split(p->arena, row->text, &parts);
        Text last = parts.v.n > 0 ? parts.v.v[parts.v.n - 1] : (Text){0};
        bool above = parts.v.n > 1;
        for (size_t k = first; k < i; k++)
            above = above || (!p->rows.v[k].done && !p->rows.v[k].native);
        if (above && is_town(p, last)) {
            parse_put(p, PART_CITY, row, last, true);
            cut_row(row, last);
        }
        return;
    }
}

/* ---- China ---- */

/* From the end of the address in Latin letters: region, city, district. */
typedef enum Expect { EXPECT_REGION, EXPECT_CITY, EXPECT_DISTRICT } Expect;

static bool take_region(Parser *p, Row *row, Text part) {
    size_t from;
    if (has_digit(part) || !cn_find_province(part, &from))
        return false;
    Text before = parse_trim(text_slice(part, 0, from));
    if (before.n > 0 && (word_count(before) > 2 || words_of_place(before)))
        return false;
    parse_put(p, PART_REGION, row, text_slice(part, from, part.n - from),
              false);
    size_t district;
    parse_put(
        p, words_end_in_district(before, &district) ? PART_DISTRICT : PART_CITY,
        row, before, true);
    return true;
}

/* What stands before the district, if the part ends in one: "Xichangan'jie
 * Xichengqu". */
static Text take_district(Parser *p, Row *row, Text part) {
    size_t from;
    if (has_digit(part) || !words_end_in_district(part, &from))
        return part;
    parse_put(p, PART_DISTRICT, row, text_slice(part, from, part.n - from),
              true);
    return text_slice(part, 0, from);
}

static bool is_chinese_town(const Parser *p, Text t) {
    Text word, last = {0};
    for (size_t at = 0; word_next(t, &at, &word);)
        last = word;
    size_t from;
    if (words_end_in_district(t, &from))
        return false;
    bool shi = last.n == 3 && strncasecmp(last.s, "shi", 3) == 0;
    bool city = last.n == 4 && strncasecmp(last.s, "city", 4) == 0;
    return is_town(p, t) ||
           ((shi || city) && !has_digit(t) && word_count(t) <= 3);
}

/* True while more may follow. */
static bool take_chinese(Parser *p, Row *row, Text part, Expect *expect) {
    size_t pieces = p->pieces.n, where;
    if (*expect == EXPECT_REGION &&
        (has_digit(part) || !cn_find_province(part, &where)))
        *expect = EXPECT_CITY;
    if (*expect == EXPECT_REGION && take_region(p, row, part)) {
        *expect = p->pieces.n > pieces + 1 ? EXPECT_DISTRICT : EXPECT_CITY;
        cut_row(row, part);
        return true;
    }
    if (*expect == EXPECT_CITY && is_chinese_town(p, part)) {
        parse_put(p, PART_CITY, row, part, true);
        *expect = EXPECT_DISTRICT;
        cut_row(row, part);
        return true;
    }
    Text street = take_district(p, row, part);
    if (p->pieces.n > pieces)
        cut_row(row, (Text){street.s + street.n, 0, {0}});
    return false;
}

/* The code [from, to) out of `part`; what stands before it, which is still to
 * be read. "830041 Xinjiang": behind the code, in a row that ends before it. */
static Text take_chinese_code(Parser *p, Row *row, Text part, size_t from,
                              size_t to, Expect *expect) {
    Text code = text_slice(part, from, to - from);
    Text before = parse_trim(text_slice(part, 0, from));
    Text behind = parse_trim(text_slice(part, to, part.n - to));
    parse_put(p, PART_POSTCODE, row, code, false);
    if (before.n > 0 && behind.n > 0)
        parse_put(p, PART_LINE, row, behind, true);
    cut_row(row, before.n > 0 ? (Text){before.s + before.n, 0, {0}} : code);
    if (before.n == 0 && behind.n > 0) {
        if (take_region(p, row, behind))
            *expect = EXPECT_CITY;
        else
            parse_put(p, PART_LINE, row, behind, true);
    }
    return before;
}

static void parse_china(Parser *p, size_t first) {
    Expect expect = EXPECT_REGION;
    bool found = false, more = true;
    for (size_t i = p->rows.n; i-- > first && more;) {
        Row *row = &p->rows.v[i];
        if (row->done || row->native)
            continue;
        Parts parts = {0};
        parse_split(p->arena, row->text, &parts);
        for (size_t k = parts.v.n; k-- > 0 && more;) {
            Text part = parts.v.v[k];
            size_t from, to;
            if (!found && parse_code(p, part, &from, &to)) {
                found = true;
                part = take_chinese_code(p, row, part, from, to, &expect);
            }
            if (part.n > 0)
                more = take_chinese(p, row, part, &expect);
        }
    }
}

/* ---- numbers alone in a line ---- */

/* The last row that is nothing but a postcode, where no Latin row has one: that
 * is the record's. p->rows.n if there is none. */
static size_t find_lone_code(const Parser *p, const AddressLetters *letters) {
    size_t lone = p->rows.n, from, to;
    for (size_t i = 0; i < p->rows.n; i++) {
        Text t = p->rows.v[i].text;
        if (p->rows.v[i].done || letters[i] == LETTERS_OTHER)
            continue;
        Parts parts = {0};
        parse_split(p->arena, t, &parts);
        bool code = false;
        for (size_t k = 0; k < parts.v.n && !code; k++)
            code = parse_code(p, parts.v.v[k], &from, &to);
        if (code && letters[i] == LETTERS_LATIN)
            return p->rows.n;
        if (code && parts.v.n == 1 && to - from == t.n)
            lone = i;
    }
    return lone;
}

/* A building in Latin letters below a native address is its last line. */
static void settle_building(Parser *p) {
    Row *building = NULL;
    bool native = false;
    size_t latin = 0;
    for (size_t i = 0; i < p->rows.n; i++) {
        Row *row = &p->rows.v[i];
        if (row->done || address_letters(row->text) == LETTERS_NONE)
            continue;
        if (!row->native && ++latin == 1)
            building = native ? row : NULL;
        native = native || row->native;
    }
    if (latin == 1 && building &&
        address_is_building(p->country, building->text))
        building->native = true;
}

void parse_settle_numbers(Parser *p) {
    if (p->rows.n == 0)
        return;
    AddressLetters *letters = ARENA_ARRAY(p->arena, AddressLetters, p->rows.n);
    for (size_t i = 0; i < p->rows.n; i++)
        letters[i] = address_letters(p->rows.v[i].text);
    size_t lone = find_lone_code(p, letters);
    for (size_t i = 0; i < p->rows.n; i++)
        if (i != lone && letters[i] == LETTERS_NONE)
            p->rows.v[i].native =
                address_letters_around(letters, p->rows.n, i, LETTERS_LATIN) ==
                LETTERS_OTHER;
    settle_building(p);
}

/* ---- all ---- */

void parse_place(Parser *p, size_t first) {
    size_t at, part, from, to;
    Parts parts;
    if (strcmp(p->country, "CN") == 0) {
        parse_china(p, first);
        return;
    }
    if (!find_code_row(p, first, &at, &parts, &part, &from, &to)) {
        guess_city(p, first);
        return;
    }
    Row *row = &p->rows.v[at];
    Text t = parts.v.v[part];
    Text before = parse_trim(text_slice(t, 0, from));
    Text behind = parse_trim(text_slice(t, to, t.n - to));
    parse_put(p, PART_POSTCODE, row, text_slice(t, from, to - from), false);
    cut_row(row, t);
    take_behind(p, at, &parts, part + 1);
    take_rest(p, first, at, behind.n > 0 ? behind : before, behind.n > 0);
    if (behind.n > 0 && before.n > 0)
        parse_put(p, PART_LINE, row, before, true);
}
