#include "model/importing_parts.h"

#include "base/utf8.h"
#include "model/addresswords.h"
#include "model/country.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

void set_found(Finder *f, ImportField field, Text t) {
    f->out->fields[field] = (ImportValue){t, IMPORT_FOUND, NULL};
}

void set_guessed(Finder *f, ImportField field, Text t, const char *why) {
    f->out->fields[field] = (ImportValue){t, IMPORT_GUESSED, why};
}

static bool has(const Finder *f, ImportField field) {
    return f->out->fields[field].sure != IMPORT_MISSING;
}

/* ---- the number: "UA 79/20", "UA: 63/20", "Urgent Action 79.20" ---- */

static const char *const number_words[] = {"urgent action",
                                           "action urgente",
                                           "accion urgente",
                                           "eilaktion",
                                           "ua",
                                           "au",
                                           "紧急行动",
                                           "緊急行動"};

typedef struct Number {
    Text text; /* "63.20" */
    size_t from, to;
    int number, year; /* of two digits */
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
    return n == 4;
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

/* ---- what stands on their line ---- */

static void note_number(Finder *f, const Number *n, Text line) {
    ImportValue *v = &f->out->fields[IMPORT_NUMBER];
    const char *s = arena_printf(f->arena, "UA %d/%02d", n->number, n->year);
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
    if (stage >= 0 && !has(f, IMPORT_STAGE))
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
    if (has(f, IMPORT_COUNTRY))
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
    if (has(f, IMPORT_DATE) || !date_find(f->arena, &f->months, t, from, &date))
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

static void read_reference_line(Finder *f, ImportLine *line) {
    Text t = line_text(line);
    Number number;
    size_t from = 0, to = 0;
    FoundDate date;
    bool numbered = find_number(f, t, &number);
    bool indexed = find_index(t, &from, &to);
    if (numbered && !is_sentence(f, t))
        note_number(f, &number, t);
    if (indexed && !has(f, IMPORT_INDEX))
        set_found(f, IMPORT_INDEX, text_slice(t, from, to - from));
    size_t behind = indexed ? to : numbered ? number.to : 0;
    if (date_find(f->arena, &f->months, t, behind, &date)) {
        size_t end = (size_t)(date.text.s - t.s);
        read_line_country(f, text_slice(t, behind, end - behind));
        read_date(f, t, behind, true);
    } else {
        read_line_country(f, text_slice(t, behind, t.n - behind));
    }
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
            if (alone && !has(f, IMPORT_DATE)) {
                read_date(f, t, 0, line->label == LABEL_DATE);
                line->use = USE_FIELD;
            }
        }
    }
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
    }
    if (first != SIZE_MAX)
        read_neighbours(f, first);
    /* "Urgent Action 79.20" in a sentence. */
    Number number;
    for (size_t i = 0; i < f->lines.n; i++) {
        Text t = line_text(&f->lines.v[i]);
        if (f->lines.v[i].section != SECTION_LETTER &&
            find_number(f, t, &number))
            note_number(f, &number, t);
    }
}

/* ---- languages ---- */

/* Names that ICU has otherwise. */
static const struct {
    const char *name, *tag;
} language_names[] = {
    {"英文", "en"},
    {"英语", "en"},
    {"英語", "en"},
    {"中文", "zh"},
    {"汉语", "zh"},
    {"漢語", "zh"},
    {"普通话", "zh"},
    {"华语", "zh"},
    {"法文", "fr"},
    {"法语", "fr"},
    {"西班牙文", "es"},
    {"西班牙语", "es"},
    {"德文", "de"},
    {"德语", "de"},
    {"俄文", "ru"},
    {"俄语", "ru"},
    {"阿拉伯文", "ar"},
    {"维吾尔文", "ug"},
    {"维吾尔语", "ug"},
    {"藏文", "bo"},
    {"藏语", "bo"},
    {"mandarin", "zh"},
    {"simplified chinese", "zh-Hans"},
    {"traditional chinese", "zh-Hant"},
    {"cantonese", "yue"},
    {"castellano", "es"},
    {"farsi", "fa"},
    {"uighur", "ug"},
    {"mandarin chinese", "zh"},
};

/* The tag of a language's name in the document's language or in English; NULL
 * if it is none. */
static const char *language_of(const Finder *f, Text t) {
    const char *name = fold_plain(f->arena, t);
    const char *langs[] = {f->lang, "en"};
    for (size_t i = 0; i < sizeof language_names / sizeof *language_names; i++)
        if (strcmp(name, fold_plain(f->arena,
                                    text_literal(language_names[i].name))) == 0)
            return language_names[i].tag;
    for (const char *const *tag = uloc_getISOLanguages(); *tag; tag++)
        for (size_t i = 0; i < 2 && strlen(*tag) == 2; i++) {
            UErrorCode status = U_ZERO_ERROR;
            UChar wide[128];
            char s[384];
            int32_t n =
                uloc_getDisplayLanguage(*tag, langs[i], wide, 128, &status);
            u_strToUTF8(s, sizeof s, &n, wide, n, &status);
            if (U_SUCCESS(status) && n > 0 &&
                strcmp(name, fold_plain(f->arena, (Text){s, (size_t)n, {0}})) ==
                    0)
                return *tag;
        }
    return NULL;
}

static void add_language(Finder *f, Text where, const char *tag) {
    Import *out = f->out;
    for (size_t i = 0; i < out->nlanguages; i++)
        if (text_equal(out->languages[i].text, tag))
            return;
    ImportValue *v = import_room(f->arena, out->languages, out->nlanguages, sizeof *out->languages);
    v[out->nlanguages++] =
        (ImportValue){{tag, strlen(tag), where.span}, IMPORT_FOUND, NULL};
    out->languages = v;
}

/* All names of languages in `t`, of one or two words; each word of Chinese text
 * is a character, and a name has up to four. */
static void read_languages(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 40);
    for (size_t at = 0; at < w.n;) {
        size_t most = text_is_han(t) ? 4 : 2, taken = 0;
        for (size_t n = most; n > 0 && !taken; n--) {
            if (at + n > w.n)
                continue;
            Text name =
                text_slice(t, w.v[at].from, w.v[at + n - 1].to - w.v[at].from);
            const char *tag = name.n >= 4 ? language_of(f, name) : NULL;
            if (!tag)
                continue;
            add_language(f, name, tag);
            taken = n;
        }
        at += taken ? taken : 1;
    }
}

/* ---- links ---- */

static Text link_in(const ImportLine *line, size_t from) {
    for (size_t i = 0; i < line->b.nruns; i++) {
        const DocRun *run = &line->b.runs[i];
        if (run->link.n > 0 && run->link.s[0] != '#' && run->at >= from)
            return (Text){run->link.s, run->link.n, run->text.span};
    }
    Text t = line_text(line);
    for (size_t i = from; i < t.n; i++) {
        Text rest = {t.s + i, t.n - i, {0}};
        if (!text_starts(rest, "http://") && !text_starts(rest, "https://") &&
            !text_starts(rest, "www."))
            continue;
        size_t n = strcspn(rest.s, " \t<>\"");
        n = n < rest.n ? n : rest.n;
        while (n > 0 && strchr(".,;)]", rest.s[n - 1]))
            n--;
        return text_slice(t, i, n);
    }
    return (Text){0};
}

/* ---- values behind labels ---- */

/* What is said behind the first sentence of a value: "... English. You may also
 * write in your own language." */
static void read_rest(Finder *f, Text t) {
    size_t stop = text_find(t, ". "), value;
    if (stop == SIZE_MAX)
        return;
    Text rest = text_trim(text_slice(t, stop + 1, t.n - stop - 1));
    Label label = label_of(f->arena, rest, &value);
    if (label == LABEL_OWN && !has(f, IMPORT_OWN))
        set_found(f, IMPORT_OWN, rest);
    if (label == LABEL_ADVICE && !has(f, IMPORT_ADVICE))
        set_found(f, IMPORT_ADVICE, rest);
}

/* "Schreiben Sie in gutem Chinesisch, Englisch oder auf Deutsch": the last is
 * the writer's own. */
static void read_sentence_languages(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 60);
    for (size_t i = 0; i < w.n; i++) {
        if (fold_match(&w, i, "in gutem") == 0)
            continue;
        size_t from = w.v[i].from, to = t.n;
        size_t own =
            text_find((Text){t.s + from, t.n - from, {0}}, " oder auf ");
        size_t stop = text_find((Text){t.s + from, t.n - from, {0}}, ". ");
        to = own != SIZE_MAX ? from + own : stop != SIZE_MAX ? from + stop : to;
        read_languages(f, text_slice(t, from, to - from));
    }
}

/* Of a label without a value: the next line. */
static size_t value_line(const Finder *f, size_t at) {
    if (line_value(&f->lines.v[at]).n > 0 || at + 1 >= f->lines.n)
        return at;
    const ImportLine *next = &f->lines.v[at + 1];
    return next->label == LABEL_NONE && next->use != USE_RESIDUE ? at + 1 : at;
}

static void read_deadline(Finder *f, size_t at) {
    FoundDate date;
    size_t value = at;
    bool found =
        date_find(f->arena, &f->months, line_text(&f->lines.v[at]), 0, &date);
    if (!found) {
        value = value_line(f, at);
        found =
            value != at && date_find(f->arena, &f->months,
                                     line_text(&f->lines.v[value]), 0, &date);
    }
    if (!found || has(f, IMPORT_DEADLINE))
        return;
    if (value != at)
        f->lines.v[value].use = USE_FIELD;
    const char *iso = arena_strdup(f->arena, date.iso);
    Text t = {iso, strlen(iso), date.text.span};
    if (date.ambiguous)
        set_guessed(f, IMPORT_DEADLINE, t,
                    "day and month may be the other way round");
    else
        set_found(f, IMPORT_DEADLINE, t);
}

/* "by 2 May" in `t`: of the year of the document, or of the next if that day
 * was before it. */
static bool read_day(Finder *f, Text t, const char *dated) {
    FoldWords w = fold_words(f->arena, t, 40);
    long year = strtol(dated, NULL, 10);
    for (size_t at = 0; at + 2 < w.n; at++) {
        if (fold_match(&(FoldWords){w.v + at, 1}, 0,
                       "by|before|until|avant|antes|bis") == 0)
            continue;
        for (long y = year; y <= year + 1; y++) {
            FoundDate date;
            const char *s = arena_printf(f->arena, "%s %s %ld", w.v[at + 1].s,
                                         w.v[at + 2].s, y);
            if (!date_find(f->arena, &f->months, text_literal(s), 0, &date) ||
                strcmp(date.iso, dated) < 0)
                continue;
            Text day = text_slice(t, w.v[at + 1].from,
                                  w.v[at + 2].to - w.v[at + 1].from);
            const char *iso = arena_strdup(f->arena, date.iso);
            set_guessed(f, IMPORT_DEADLINE, (Text){iso, strlen(iso), day.span},
                        "it has no year; the next such day after the "
                        "document's date");
            return true;
        }
    }
    return false;
}

static void guess_deadline(Finder *f) {
    const ImportValue *dated = &f->out->fields[IMPORT_DATE];
    if (has(f, IMPORT_DEADLINE) || dated->sure == IMPORT_MISSING)
        return;
    const char *day = arena_strndup(f->arena, dated->text.s, dated->text.n);
    for (size_t i = 0; i < f->lines.n; i++) {
        const ImportLine *line = &f->lines.v[i];
        bool asks = line->section == SECTION_ACTION ||
                    line->section == SECTION_POINTS ||
                    line->section == SECTION_TARGETS;
        if (asks && read_day(f, line_text(line), day))
            return;
    }
}

static void read_link(Finder *f, size_t at, ImportField field) {
    size_t value = value_line(f, at);
    Text link = link_in(&f->lines.v[value], 0);
    if (link.n == 0 || has(f, field))
        return;
    if (value != at)
        f->lines.v[value].use = USE_FIELD;
    set_found(f, field, link);
}

/* "[Click here](URL) to let us know the actions you took". */
static void read_report(Finder *f, const ImportLine *line) {
    Text link = link_in(line, 0);
    if (link.n > 0 && !has(f, IMPORT_REPORT) && link.s[0] != '@' &&
        strncmp(link.s, "mailto:", 7) != 0)
        set_found(f, IMPORT_REPORT, link);
}

/* The first sentence of a line, and what behind it says where the action before
 * is. */
static void read_text(Finder *f, ImportField field, const ImportLine *line) {
    Text t = line_text(line);
    size_t stop = text_find(t, ". ");
    if (!has(f, field))
        set_found(f, field, stop == SIZE_MAX ? t : text_slice(t, 0, stop + 1));
}

/* "This is the first update of UA 112/15. Further information: https://..." */
static void read_update(Finder *f, const ImportLine *line) {
    FoldWords w = fold_words(f->arena, line_text(line), 60);
    Text link = link_in(line, 0);
    bool update = line->label == LABEL_UPDATE;
    static const char *const words[] = {
        "this is the ~ update of", "esta es la ~ actualizacion",
        "ceci est la ~ mise|actualisation", "dies ist die ~ aktualisierung"};
    for (size_t i = 0; i < w.n; i++)
        for (size_t k = 0; k < sizeof words / sizeof *words; k++)
            update = update || fold_match(&w, i, words[k]) > 0;
    if (update && link.n > 0 && !has(f, IMPORT_PREVIOUS))
        set_found(f, IMPORT_PREVIOUS, link);
}

/* "www.example.org" is an address that every browser completes. */
static void complete_link(Finder *f, ImportField field) {
    ImportValue *v = &f->out->fields[field];
    if (v->sure == IMPORT_MISSING || !text_starts(v->text, "www."))
        return;
    v->text.s =
        arena_printf(f->arena, "https://%.*s", (int)v->text.n, v->text.s);
    v->text.n += strlen("https://");
    v->why = "with https:// before it";
}

void find_fields(Finder *f) {
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        switch (line->label) {
        case LABEL_LANGUAGES: {
            size_t value = value_line(f, i);
            if (value != i)
                f->lines.v[value].use = USE_FIELD;
            Text t =
                value == i ? line_value(line) : line_text(&f->lines.v[value]);
            size_t stop = text_find(t, ". ");
            read_languages(f, stop == SIZE_MAX ? t : text_slice(t, 0, stop));
            read_rest(f, t);
            /* "... Appelle ... bis zum 26. Juni": one sentence says both. */
            read_deadline(f, i);
            break;
        }
        case LABEL_POINTS:
            read_languages(f, line_text(line));
            read_deadline(f, i);
            break;
        case LABEL_DEADLINE:
            read_sentence_languages(f, line_text(line));
            read_deadline(f, i);
            read_rest(f, line_text(line));
            break;
        case LABEL_APPEALS:
            read_deadline(f, i);
            break;
        case LABEL_ADVICE:
            read_text(f, IMPORT_ADVICE, line);
            read_update(f, line);
            break;
        case LABEL_OWN:
            read_text(f, IMPORT_OWN, line);
            break;
        case LABEL_PREVIOUS:
            read_link(f, i, IMPORT_PREVIOUS);
            break;
        case LABEL_UPDATE:
            read_update(f, line);
            break;
        case LABEL_INSTRUCTION:
            if (line->section != SECTION_LETTER &&
                line->section != SECTION_INFO)
                read_report(f, line);
            break;
        case LABEL_NONE:
        case LABEL_MARKER:
        case LABEL_ACTION:
        case LABEL_COPIES:
        case LABEL_DIPLOMATS:
        case LABEL_LETTER:
        case LABEL_INFO:
        case LABEL_NAME:
        case LABEL_GENDER:
        case LABEL_TARGETS:
        case LABEL_NATIVE:
        case LABEL_LATIN:
        case LABEL_INDEX:
        case LABEL_DATE:
        case LABEL_COUNTRY:
            break;
        }
    }
    guess_deadline(f);
    complete_link(f, IMPORT_REPORT);
    complete_link(f, IMPORT_PREVIOUS);
}
