#include "model/addressparse_parts.h"

#include "base/utf8.h"
#include "model/address_side.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <stdlib.h>
#include <string.h>

const char *const address_part_names[PART_LABEL + 1] = {
    [PART_NAME] = "name",
    [PART_TITLE] = "title",
    [PART_ORGANISATION] = "organisation",
    [PART_DEPARTMENT] = "department",
    [PART_ATTENTION] = "attention",
    [PART_CARE_OF] = "care_of",
    [PART_LINE] = "lines",
    [PART_DISTRICT] = "district",
    [PART_CITY] = "city",
    [PART_REGION] = "region",
    [PART_POSTCODE] = "postcode",
    [PART_COUNTRY] = "country",
    [PART_SALUTATION] = "salutation",
    [PART_PHONE] = "phone",
    [PART_FAX] = "fax",
    [PART_EMAIL] = "email",
    [PART_SOCIAL] = "social",
    [PART_WEB] = "web",
    [PART_LABEL] = "left out",
};

/* Marks that stand between parts, ASCII and as Chinese text has them. */
static const char *const gaps[] = {" ",
                                   "\t",
                                   ",",
                                   ";",
                                   "/",
                                   "|",
                                   "<",
                                   ">",
                                   "\xE2\x80\xA2", /* a bullet between two */
                                   "\xE3\x80\x80",
                                   "\xEF\xBC\x8C",
                                   "\xE3\x80\x81",
                                   "\xEF\xBC\x9B"};
static const char *const brackets[][2] = {
    {"(", ")"}, {"[", "]"}, {"\xEF\xBC\x88", "\xEF\xBC\x89"}};

static bool starts_with(Text t, const char *s) {
    return t.n >= strlen(s) && memcmp(t.s, s, strlen(s)) == 0;
}

static bool ends_with(Text t, const char *s) {
    size_t n = strlen(s);
    return t.n >= n && memcmp(t.s + t.n - n, s, n) == 0;
}

static bool holds(Text t, const char *s) {
    return memmem(t.s, t.n, s, strlen(s)) != NULL;
}

/* A gap at one end, a pair of brackets around all, or one without its other
 * half. */
static bool trim_once(Text *t) {
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
        size_t n = strlen(gaps[i]);
        bool first = starts_with(*t, gaps[i]);
        if (first || ends_with(*t, gaps[i])) {
            *t = text_slice(*t, first ? n : 0, t->n - n);
            return true;
        }
    }
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        const char *open = brackets[i][0], *close = brackets[i][1];
        size_t n = strlen(open);
        bool opens = starts_with(*t, open), closes = ends_with(*t, close);
        if (opens && closes && t->n >= 2 * n) {
            *t = text_slice(*t, n, t->n - 2 * n);
            return true;
        }
        if ((opens && !holds(*t, close)) || (closes && !holds(*t, open))) {
            *t = text_slice(*t, opens ? n : 0, t->n - n);
            return true;
        }
        if (ends_with(*t, open)) {
            *t = text_slice(*t, 0, t->n - n);
            return true;
        }
    }
    return false;
}

Text parse_trim(Text t) {
    while (t.n > 0 && trim_once(&t))
        continue;
    return t;
}

/* A slash at the end of an address of the net is part of it. */
static Text trim_link(Text t) {
    Text trimmed = parse_trim(t);
    size_t end = (size_t)(trimmed.s + trimmed.n - t.s);
    if (trimmed.n > 0 && end < t.n && t.s[end] == '/')
        trimmed = text_slice(t, (size_t)(trimmed.s - t.s),
                             end + 1 - (size_t)(trimmed.s - t.s));
    return trimmed;
}

/* "New Delhi - 110001": the dash was the postcode's. */
static Text without_dash(Text t) {
    while (t.n > 0 && (t.s[t.n - 1] == '-' || t.s[t.n - 1] == ' '))
        t.n--;
    if (t.n > 3 && memcmp(t.s + t.n - 3, "\xE2\x80\x93", 3) == 0)
        t.n -= 3;
    return text_trim(t);
}

void parse_put(Parser *p, AddressPart part, const Row *row, Text t,
               bool guessed) {
    /* The brackets of a telephone number are part of it. */
    bool whole = part == PART_LABEL || part == PART_PHONE || part == PART_FAX;
    t = whole ? text_trim(t) : part == PART_WEB ? trim_link(t) : parse_trim(t);
    if (part == PART_CITY || part == PART_REGION)
        t = without_dash(t);
    if (t.n == 0)
        return;
    /* A line is what nothing was guessed of. */
    AddressPiece piece = {part, row->native ? NULL : "", t, row->line,
                          guessed && part != PART_LINE && part != PART_LABEL};
    vec_push(p->arena, &p->pieces, piece);
}

/* ---- who it is for ---- */

/* Where the addressee ends: at the first row that has a number or names a
 * street, or behind the last one above it that is somebody. */
static size_t find_head(const Parser *p) {
    size_t end = 0, latin = 0;
    for (size_t i = 0; i < p->rows.n; i++)
        latin += !p->rows.v[i].native && !p->rows.v[i].done;
    for (size_t i = 0, seen = 0; i < p->rows.n; i++) {
        Text t = p->rows.v[i].text, title, name;
        if (p->rows.v[i].native || p->rows.v[i].done)
            continue;
        AddressPart part = words_of_addressee(t);
        bool line = part == PART_LINE && !words_split_title(t, &title, &name);
        if (line && (has_digit(t) || words_of_place(t)))
            break;
        /* "Ana Ruiz, Buenos Aires": the last of several is where it is. */
        if (++seen == latin && latin > 1 && part == PART_NAME && end > 0)
            break;
        if (!line)
            end = i + 1;
    }
    return end;
}

/* How many of the head's rows name somebody. */
static size_t count_people(const Parser *p, size_t head) {
    size_t n = 0;
    for (size_t i = 0; i < head; i++) {
        Text title, name, t = p->rows.v[i].text;
        n += !p->rows.v[i].native && !p->rows.v[i].done &&
             (words_split_title(t, &title, &name) ||
              words_of_addressee(t) == PART_NAME);
    }
    return n;
}

/* Of several people each keeps the title that stands beside the name. */
static void take_head(Parser *p, size_t head) {
    bool several = count_people(p, head) > 1;
    for (size_t i = 0; i < head; i++) {
        Row *row = &p->rows.v[i];
        Text title, name;
        if (row->native || row->done)
            continue;
        AddressPart part = words_of_addressee(row->text);
        row->done = true;
        if (!words_split_title(row->text, &title, &name)) {
            /* Above somebody, and no street: an office by another name. */
            parse_put(p, part == PART_LINE ? PART_ORGANISATION : part, row,
                      row->text, true);
        } else if (several) {
            parse_put(p, PART_NAME, row, row->text, true);
        } else {
            parse_put(p, PART_TITLE, row, title, true);
            parse_put(p, PART_NAME, row, name, true);
        }
    }
}

static bool is_capital(Text word) {
    size_t at = 0;
    uint32_t cp = utf8_next(word.s, word.n, &at);
    return cp != UTF8_BAD && u_isUUppercase((UChar32)cp);
}

/* A name in a script that has capitals: two to four words that begin with one,
 * above other lines. */
static bool is_native_person(const Parser *p, size_t at) {
    const Row *row = &p->rows.v[at];
    Text word;
    size_t words = 0, below = 0;
    if (has_digit(row->text) || holds(row->text, ","))
        return false;
    for (size_t i = 0; word_next(row->text, &i, &word); words++)
        if (!is_capital(word))
            return false;
    for (size_t i = 0; i < p->rows.n; i++) {
        below += p->rows.v[i].native && i > at;
        if (p->rows.v[i].native && i < at)
            return false;
    }
    return words >= 2 && words <= 4 && below > 1;
}

static void take_split_chinese(Parser *p, const Row *row, size_t end,
                               size_t behind) {
    Text who = text_slice(row->text, 0, end);
    parse_put(p, words_of_chinese(who), row, who, true);
    parse_put(p, PART_NAME, row,
              text_slice(row->text, behind, row->text.n - behind), true);
}

static void take_native_rows(Parser *p) {
    bool han = strncmp(p->native, "zh", 2) == 0;
    for (size_t i = 0; i < p->rows.n; i++) {
        Row *row = &p->rows.v[i];
        if (!row->native || row->done)
            continue;
        size_t behind, end = han ? words_split_chinese(row->text, &behind) : 0;
        if (end > 0) {
            take_split_chinese(p, row, end, behind);
            continue;
        }
        AddressPart part =
            han ? words_of_chinese(row->text) : words_of_honorific(row->text);
        if (!han && is_native_person(p, i))
            part = PART_NAME;
        parse_put(p, part, row, row->text, true);
    }
    for (size_t i = 0; i < p->rows.n; i++)
        p->rows.v[i].done = p->rows.v[i].done || p->rows.v[i].native;
}

static void take_lines(Parser *p) {
    for (size_t i = 0; i < p->rows.n; i++)
        if (!p->rows.v[i].done)
            parse_put(p, PART_LINE, &p->rows.v[i], p->rows.v[i].text, true);
}

/* ---- languages ---- */

/* The country's own where it has one, else that of the letters. */
static const char *lang_of(const Parser *p, Text t) {
    for (size_t at = 0; at < t.n;) {
        uint32_t cp = utf8_next(t.s, t.n, &at);
        UErrorCode status = U_ZERO_ERROR;
        if (cp == UTF8_BAD || !u_isalpha((UChar32)cp))
            continue;
        switch (uscript_getScript((UChar32)cp, &status)) {
        case USCRIPT_LATIN:
            continue;
        case USCRIPT_HAN:
            return strcmp(p->native, "ja") == 0 ||
                           strncmp(p->native, "zh", 2) == 0
                       ? p->native
                       : "zh";
        case USCRIPT_ARABIC:
            /* In China it is Uyghur, or Kazakh that nobody tells apart. */
            return strncmp(p->native, "zh", 2) == 0 ? "ug" : p->native;
        case USCRIPT_TIBETAN:
            return "bo";
        case USCRIPT_MONGOLIAN:
            return "mn-Mong";
        default:
            return p->native;
        }
    }
    return p->native;
}

static void find_native(Parser *p) {
    const CountryFormat *format = country_format(p->country);
    p->native = format->native_lang ? format->native_lang : "und";
    if (strcmp(p->native, "zh-Hans") == 0)
        p->native = "zh";
    if (strcmp(p->native, "und") == 0)
        p->native = p->country[0] ? country_lang(p->arena, p->country) : "zh";
}

/* ---- the record ---- */

static ContactForm *form_of(Arena *a, Contact *c, const char *lang) {
    if (!lang[0])
        return &c->base;
    for (size_t i = 0; i < c->nforms; i++)
        if (strcmp(c->forms[i].lang, lang) == 0)
            return &c->forms[i];
    ContactForm *forms = ARENA_ARRAY(a, ContactForm, c->nforms + 1);
    if (c->nforms > 0)
        memcpy(forms, c->forms, c->nforms * sizeof *forms);
    forms[c->nforms].lang = lang;
    c->forms = forms;
    return &forms[c->nforms++];
}

static void add_to(Arena *a, TextList *list, Text t) {
    Text *v = ARENA_ARRAY(a, Text, list->n + 1);
    if (list->n > 0)
        memcpy(v, list->v, list->n * sizeof *v);
    v[list->n++] = t;
    list->v = v;
}

/* A second value of a field that has one: behind a comma. */
static void add_text(Arena *a, Text *field, Text t) {
    if (field->n == 0) {
        *field = t;
        return;
    }
    const char *s =
        arena_printf(a, "%.*s, %.*s", (int)field->n, field->s, (int)t.n, t.s);
    *field = (Text){s, strlen(s), field->span};
}

static ContactField field_of(AddressPart part) {
    switch (part) {
    case PART_TITLE:
        return CONTACT_TITLE;
    case PART_ORGANISATION:
        return CONTACT_ORGANISATION;
    case PART_DEPARTMENT:
        return CONTACT_DEPARTMENT;
    case PART_ATTENTION:
        return CONTACT_ATTENTION;
    case PART_CARE_OF:
        return CONTACT_CARE_OF;
    case PART_DISTRICT:
        return CONTACT_DISTRICT;
    case PART_CITY:
        return CONTACT_CITY;
    case PART_REGION:
        return CONTACT_REGION;
    case PART_POSTCODE:
        return CONTACT_POSTCODE;
    case PART_COUNTRY:
        return CONTACT_COUNTRY;
    case PART_SALUTATION:
        return CONTACT_SALUTATION;
    case PART_PHONE:
        return CONTACT_PHONE;
    case PART_FAX:
        return CONTACT_FAX;
    case PART_EMAIL:
        return CONTACT_EMAIL;
    case PART_SOCIAL:
        return CONTACT_SOCIAL;
    case PART_NAME:
    case PART_LINE:
    case PART_WEB:
    case PART_LABEL:
        break;
    }
    return CONTACT_FIELDS;
}

static void add_web(Arena *a, Contact *c, Text t) {
    if (c->nextra > 0) {
        add_text(a, &c->extra[0].value, t);
        return;
    }
    c->extra = ARENA_NEW(a, MergeField);
    c->extra[0] = (MergeField){text_literal("web"), t};
    c->nextra = 1;
}

/* The same code again says nothing new. */
static void add_other_code(Arena *a, ContactForm *form, Text t) {
    Text code = form->fields[CONTACT_POSTCODE];
    if (!text_same(t, code))
        add_to(a, &form->lines, t);
}

static void store(Arena *a, const AddressPiece *piece, Contact *c) {
    ContactForm *form = form_of(a, c, piece->lang);
    ContactField field = field_of(piece->part);
    /* These are the same in every script. */
    bool neutral = piece->part == PART_PHONE || piece->part == PART_FAX ||
                   piece->part == PART_EMAIL || piece->part == PART_SOCIAL;
    if (piece->part == PART_NAME)
        add_to(a, &form->names, piece->text);
    else if (piece->part == PART_LINE)
        add_to(a, &form->lines, piece->text);
    else if (piece->part == PART_WEB)
        add_web(a, c, piece->text);
    else if (field == CONTACT_COUNTRY)
        c->base.fields[field] =
            c->base.fields[field].n > 0 ? c->base.fields[field] : piece->text;
    else if (field == CONTACT_POSTCODE && form->fields[field].n > 0)
        add_other_code(a, form, piece->text);
    else if (field != CONTACT_FIELDS)
        add_text(a, &(neutral ? &c->base : form)->fields[field], piece->text);
}

/* One name is a name; several are `names`, and a line of them for letters. */
static void finish_names(Arena *a, ContactForm *form) {
    for (size_t i = 0; i < form->names.n; i++)
        add_text(a, &form->fields[CONTACT_NAME], form->names.v[i]);
    if (form->names.n < 2)
        form->names = (TextList){0};
}

/* Two organisations: which is the smaller follows from the country's order. */
static void tell_departments(Parser *p) {
    const char *format = country_format(p->country)->latin;
    bool small_first = strchr(format, 'N') < strchr(format, 'O');
    for (size_t i = 0; i < p->pieces.n; i++) {
        AddressPiece *x = &p->pieces.v[i];
        if (x->part != PART_ORGANISATION)
            continue;
        for (size_t k = i + 1; k < p->pieces.n; k++) {
            AddressPiece *y = &p->pieces.v[k];
            if (y->part != PART_ORGANISATION || strcmp(x->lang, y->lang) != 0)
                continue;
            bool first = small_first && !x->lang[0];
            if (words_of_department(x->text) != words_of_department(y->text))
                first = words_of_department(x->text);
            (first ? x : y)->part = PART_DEPARTMENT;
            break;
        }
    }
}

static int by_place(const void *x, const void *y) {
    const AddressPiece *a = x, *b = y;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->text.s > b->text.s) - (a->text.s < b->text.s);
}

static void make_contact(Parser *p, const Text *lines, size_t n,
                         AddressParse *out) {
    Contact *c = &out->contact;
    c->number = 1;
    c->base.lang = "";
    for (size_t i = 0; i < n; i++)
        if (lines[i].span.src) {
            c->span = lines[i].span;
            break;
        }
    if (p->pieces.n > 0)
        c->span = p->pieces.v[0].text.span;
    for (size_t i = 0; i < p->pieces.n; i++)
        store(p->arena, &p->pieces.v[i], c);
    finish_names(p->arena, &c->base);
    for (size_t i = 0; i < c->nforms; i++)
        finish_names(p->arena, &c->forms[i]);
    memcpy(c->country, p->country, sizeof c->country);
    if (p->country[0] && c->base.fields[CONTACT_COUNTRY].n == 0)
        c->base.fields[CONTACT_COUNTRY] =
            text_literal(arena_strdup(p->arena, p->country));
}

void address_parse(Arena *a, const Text *lines, size_t n, const char *to,
                   CountryIndex *countries, Diag *diag, AddressParse *out) {
    Parser p = {
        .arena = a, .diag = diag, .countries = countries, .native = "und"};
    *out = (AddressParse){0};
    memcpy(p.country, to, strlen(to) < 3 ? strlen(to) : 2);
    parse_lines(&p, lines, n);
    parse_one_line(&p);
    parse_country(&p);
    parse_code_marks(&p);
    find_native(&p);
    parse_settle_numbers(&p);
    size_t head = find_head(&p);
    take_head(&p, head);
    take_native_rows(&p);
    parse_place(&p, head);
    take_lines(&p);
    for (size_t i = 0; i < p.pieces.n; i++)
        if (!p.pieces.v[i].lang)
            p.pieces.v[i].lang = lang_of(&p, p.pieces.v[i].text);
    if (p.pieces.n > 0)
        qsort(p.pieces.v, p.pieces.n, sizeof *p.pieces.v, by_place);
    tell_departments(&p);
    make_contact(&p, lines, n, out);
    out->v = p.pieces.v;
    out->n = p.pieces.n;
    out->country_guessed = p.guessed;
}
