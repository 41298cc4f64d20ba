#include "model/importing_parts.h"

#include "model/addresswords.h"
#include "model/country.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- the number: "UA 79/20", "UA: 63/20", "Urgent Action 79.20" ---- */

static const char *const number_words[] = {"urgent action",
                                           "action urgente",
                                           "accion urgente",
                                           "eilaktion",
                                           "ua",
                                           "au",
                                           "extra",
                                           "紧急行动",
                                           "緊急行動"};

typedef struct Number {
    Text text; /* "63.20" */
    size_t from, to;
    int number, year; /* of two digits */
    bool extra;       /* "EXTRA 21/98", as they were numbered then */
} Number;

static size_t digits_at(Text t, size_t at) {
    size_t n = 0;
    while (at + n < t.n && isdigit((unsigned char)t.s[at + n]))
        n++;
    return n;
}

/* "63/20", "079/2020", "112-15" at `at`. */
static bool read_number(Text t, size_t at, Number *out) {
    size_t n = digits_at(t, at), mark = at + n;
    if (n == 0 || n > 4 || mark >= t.n || !strchr("./-", t.s[mark]))
        return false;
    size_t m = digits_at(t, mark + 1), to = mark + 1 + m;
    bool more = to + 1 < t.n && strchr("./", t.s[to]) &&
                isdigit((unsigned char)t.s[to + 1]);
    if ((m != 2 && m != 4) || more)
        return false;
    out->from = at;
    out->to = to;
    out->number = (int)strtol(t.s + at, NULL, 10);
    out->year = (int)(strtol(t.s + mark + 1, NULL, 10) % 100);
    out->text = text_slice(t, at, to - at);
    return out->number > 0;
}

/* Between the words and the number stand marks and "no." at the most. */
static bool number_behind(Text t, size_t at, Number *out) {
    for (size_t i = at; i < t.n && i < at + 12; i++) {
        if (isdigit((unsigned char)t.s[i]))
            return read_number(t, i, out);
        if (strchr("/\n", t.s[i]))
            return false;
    }
    return false;
}

static bool find_number(const Finder *f, Text t, Number *out) {
    FoldWords w = fold_words(f->arena, t, SIZE_MAX);
    for (size_t at = 0; at < w.n; at++)
        for (size_t i = 0; i < sizeof number_words / sizeof *number_words;
             i++) {
            size_t n = fold_match(&w, at, number_words[i]);
            /* not inside an address of the net */
            if (w.v[at].from > 0 && strchr("/.-_@", t.s[w.v[at].from - 1]))
                continue;
            out->extra = strcmp(number_words[i], "extra") == 0;
            if (n > 0 && number_behind(t, w.v[at + n - 1].to, out))
                return true;
        }
    return false;
}

/* ---- the index: "ASA 17/3279/2020" ---- */

static size_t skip_blank(Text t, size_t at) {
    while (at < t.n && t.s[at] == ' ')
        at++;
    return at;
}

/* Three capitals, two digits, a number, a year; the language may follow. */
static bool read_index(Text t, size_t at, size_t *to) {
    for (size_t i = 0; i < 3; i++)
        if (at + i >= t.n || t.s[at + i] < 'A' || t.s[at + i] > 'Z')
            return false;
    size_t i = skip_blank(t, at + 3), n = digits_at(t, i);
    if (n != 2 || i + n >= t.n || t.s[i + n] != '/')
        return false;
    i += n + 1;
    n = digits_at(t, i);
    if (n < 2 || n > 5 || i + n >= t.n || t.s[i + n] != '/')
        return false;
    i += n + 1;
    n = digits_at(t, i);
    *to = i + n;
    /* Before 2000 the year had two. */
    return n == 4 || (n == 2 && t.s[i] == '9');
}

static bool find_index(Text t, size_t *from, size_t *to) {
    for (size_t i = 0; i + 10 < t.n; i++)
        if ((i == 0 || (!isalnum((unsigned char)t.s[i - 1]) &&
                        t.s[i - 1] != '/')) && /* not inside an address */
            read_index(t, i, to)) {
            *from = i;
            return true;
        }
    return false;
}

bool has_reference(const Finder *f, Text t) {
    Number number;
    size_t from, to;
    return (find_number(f, t, &number) || find_index(t, &from, &to)) &&
           !is_sentence(f, t);
}

bool is_reference_line(const Finder *f, Text t) {
    Number number;
    size_t from, to;
    return find_number(f, t, &number) && find_index(t, &from, &to) &&
           !is_sentence(f, t);
}

/* ---- what stands on their line ---- */

static void note_number(Finder *f, const Number *n, Text line) {
    ImportValue *v = &f->out->fields[IMPORT_NUMBER];
    const char *s = arena_printf(f->arena, "%s %d/%02d",
                                 n->extra ? "EXTRA" : "UA", n->number, n->year);
    static const char *const stages[] = {
        "further", "first", "second",  "third",  "fourth",
        "fifth",   "sixth", "seventh", "eighth", "ninth"};
    if (v->sure == IMPORT_MISSING) {
        set_found(f, IMPORT_NUMBER, (Text){s, strlen(s), n->text.span});
    } else if (!text_equal(v->text, s)) {
        v->sure = IMPORT_GUESSED;
        v->why = arena_printf(f->arena, "the document says %s too", s);
    }
    int stage = label_stage(f->arena, line, is_sentence(f, line));
    if (stage >= 0 && !has_field(f, IMPORT_STAGE))
        set_found(f, IMPORT_STAGE,
                  (Text){stages[stage], strlen(stages[stage]), n->text.span});
}

static bool country_of(const Finder *f, Text t, char code[3]) {
    t = text_without_tail(t, ",.;:-");
    while (t.n > 0 && (t.s[0] == ',' || t.s[0] == '-' || t.s[0] == ':' ||
                       t.s[0] == ' ' || t.s[0] == '('))
        t = text_trim(text_slice(t, 1, t.n - 1));
    if (text_starts(t, "\xE2\x80\x93") || text_starts(t, "\xEF\xBC\x9A"))
        t = text_trim(text_slice(t, 3, t.n - 3));
    if (t.n < 4 || t.n > 80 || has_digit(t))
        return false;
    return countryindex_find(f->countries, t.s, t.n, code);
}

static void set_country(Finder *f, Text where, const char *code) {
    set_found(f, IMPORT_COUNTRY,
              (Text){arena_strdup(f->arena, code), 2, where.span});
}

/* "China/Thailand": the first, and a remark. */
static bool read_country(Finder *f, Text t) {
    char code[3];
    if (has_field(f, IMPORT_COUNTRY))
        return false;
    t = text_trim(t);
    if (country_of(f, t, code)) {
        set_country(f, t, code);
        return true;
    }
    size_t slash = text_find(t, "/");
    if (slash != SIZE_MAX && country_of(f, text_slice(t, 0, slash), code)) {
        set_country(f, text_slice(t, 0, slash), code);
        f->out->fields[IMPORT_COUNTRY].sure = IMPORT_GUESSED;
        f->out->fields[IMPORT_COUNTRY].why =
            arena_printf(f->arena, "the first of \"%.*s\"", (int)t.n, t.s);
        return true;
    }
    return false;
}

/* Between the index and the date: what is left when the label of the date is
 * off. */
static void read_line_country(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 12);
    for (size_t n = w.n; n > 0; n--) {
        Text part = text_slice(t, 0, w.v[n - 1].to);
        if (read_country(f, part))
            return;
    }
}

static void read_date(Finder *f, Text t, size_t from, bool labelled) {
    FoundDate date;
    if (has_field(f, IMPORT_DATE) ||
        !date_find(f->arena, &f->months, t, from, &date))
        return;
    const char *iso = arena_strdup(f->arena, date.iso);
    Text value = {iso, strlen(iso), date.text.span};
    if (labelled && !date.ambiguous)
        set_found(f, IMPORT_DATE, value);
    else
        set_guessed(f, IMPORT_DATE, value,
                    date.ambiguous ? "day and month may be the other way round"
                                   : "it stands beside the number");
}

/* "UA 135/10 (18 June 2010)": the day of that action, not of this document. */
static size_t behind_brackets(Text t, size_t at) {
    size_t from = skip_blank(t, at);
    if (from >= t.n || t.s[from] != '(')
        return at;
    const char *close = memchr(t.s + from, ')', t.n - from);
    return close ? (size_t)(close - t.s) + 1 : at;
}

/* "(Thailand: UA 134.20)" */
static void read_country_before(Finder *f, Text t) {
    size_t to = t.n, from;
    while (to > 0 && t.s[to - 1] != ':')
        to--;
    from = to > 0 ? to - 1 : 0;
    while (from > 0 && !strchr("(,-", t.s[from - 1]))
        from--;
    if (to > from)
        read_country(f, text_slice(t, from, to - 1 - from));
}

static void read_reference_line(Finder *f, ImportLine *line) {
    Text t = line_text(line);
    Number number;
    size_t from = 0, to = 0;
    FoundDate date;
    bool numbered = find_number(f, t, &number);
    bool indexed = find_index(t, &from, &to);
    if (numbered && !is_sentence(f, t))
        note_number(f, &number, t);
    if (indexed && !has_field(f, IMPORT_INDEX))
        set_found(f, IMPORT_INDEX, text_slice(t, from, to - from));
    size_t behind = indexed ? to : numbered ? number.to : 0;
    behind = behind_brackets(t, behind);
    if (date_find(f->arena, &f->months, t, behind, &date)) {
        size_t end = (size_t)(date.text.s - t.s);
        read_line_country(f, text_slice(t, behind, end - behind));
        read_date(f, t, behind, true);
    } else {
        read_line_country(f, text_slice(t, behind, t.n - behind));
    }
    if (numbered)
        read_country_before(f, text_slice(t, 0, number.from));
}

/* Cells of a table, or lines of their own: "China", "Date: 29 October 2020". */
static void read_neighbours(Finder *f, size_t at) {
    for (size_t k = 1; k <= 3; k++) {
        size_t near[] = {at + k, at - k};
        for (size_t i = 0; i < 2; i++) {
            if (near[i] >= f->lines.n)
                continue;
            ImportLine *line = &f->lines.v[near[i]];
            FoundDate date;
            Text t = line_text(line);
            if (line->section == SECTION_TARGETS)
                continue;
            if (t.n < 60 && !line_value(line).n && read_country(f, t))
                line->use = USE_FIELD;
            bool alone = t.n < 40 &&
                         date_find(f->arena, &f->months, t, 0, &date) &&
                         t.n < date.text.n + 20;
            if (alone && !has_field(f, IMPORT_DATE)) {
                read_date(f, t, 0, line->label == LABEL_DATE);
                line->use = USE_FIELD;
            }
        }
    }
}

/* "June 21, 2018", alone above the text. */
static void read_head_date(Finder *f) {
    for (size_t i = 0; i < f->lines.n && !has_field(f, IMPORT_DATE); i++) {
        const ImportLine *line = &f->lines.v[i];
        FoundDate date;
        Text t = line_text(line);
        if (line->section == SECTION_HEAD && line->use == USE_FIELD &&
            t.n < 40 && date_find(f->arena, &f->months, t, 0, &date) &&
            t.n < date.text.n + 4)
            read_date(f, t, 0, false);
    }
}

/* "IRAN: WRITER DETAINED", "CHINE. UN ÉDITEUR CONDAMNÉ" */
static void read_title_country(Finder *f) {
    const Text *t = &f->out->fields[IMPORT_TITLE].text;
    if (f->out->fields[IMPORT_TITLE].sure == IMPORT_MISSING)
        return;
    size_t colon = text_find(*t, ": "), stop = text_find(*t, ". ");
    size_t to = colon < stop ? colon : stop;
    if (to != SIZE_MAX)
        read_country(f, text_slice(*t, 0, to));
}

/* The country of most targets that are no embassies is done when these are
 * known (importing.c). */
void find_references(Finder *f) {
    size_t first = SIZE_MAX;
    /* What says so is the date, whatever stands beside the number before. */
    for (size_t i = 0; i < f->lines.n; i++)
        if (f->lines.v[i].label == LABEL_DATE &&
            f->lines.v[i].section != SECTION_LETTER)
            read_date(f, line_text(&f->lines.v[i]), f->lines.v[i].value, true);
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        Text t = line_text(line), value = line_value(line);
        if (line->section == SECTION_LETTER)
            continue;
        if (has_reference(f, t)) {
            read_reference_line(f, line);
            first = first == SIZE_MAX ? i : first;
        }
        if (line->label == LABEL_COUNTRY && value.n > 0)
            read_country(f, value);
        /* "CHINA   Ana Ruiz (f), aged 30" */
        if (line->label == LABEL_NAME && line->section == SECTION_HEAD &&
            line->value == 0)
            read_line_country(f, t);
    }
    if (first != SIZE_MAX)
        read_neighbours(f, first);
    read_head_date(f);
    read_title_country(f);
    /* "Urgent Action 79.20" in a sentence. */
    Number number;
    for (size_t i = 0; i < f->lines.n; i++) {
        Text t = line_text(&f->lines.v[i]);
        if (f->lines.v[i].section != SECTION_LETTER &&
            find_number(f, t, &number))
            note_number(f, &number, t);
    }
}
