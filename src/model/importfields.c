#include "model/importing_parts.h"

#include "model/addresswords.h"

#include <stdlib.h>
#include <string.h>

void set_found(Finder *f, ImportField field, Text t) {
    f->out->fields[field] = (ImportValue){t, IMPORT_FOUND, NULL};
}

void set_guessed(Finder *f, ImportField field, Text t, const char *why) {
    f->out->fields[field] = (ImportValue){t, IMPORT_GUESSED, why};
}

bool has_field(const Finder *f, ImportField field) {
    return f->out->fields[field].sure != IMPORT_MISSING;
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
    if (label == LABEL_OWN && !has_field(f, IMPORT_OWN))
        set_found(f, IMPORT_OWN, rest);
    if (label == LABEL_ADVICE && !has_field(f, IMPORT_ADVICE))
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
        find_languages(f, text_slice(t, from, to - from));
    }
}

/* "... English or your own language": the sentence that says so. */
static void read_own(Finder *f, Text t) {
    static const char *const words[] = {
        "your own language", "votre propre langue",   "votre langue",
        "su propio idioma",  "ihrer eigenen sprache", "自己的语言",
        "自己的語言"};
    FoldWords w = fold_words(f->arena, t, 60);
    for (size_t at = 0; at < w.n && !has_field(f, IMPORT_OWN); at++)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (fold_match(&w, at, words[i]) > 0) {
                size_t from = 0, stop = text_find(t, ". ");
                while (stop != SIZE_MAX && from + stop < w.v[at].from) {
                    from += stop + 2;
                    stop = text_find(text_slice(t, from, t.n - from), ". ");
                }
                set_found(
                    f, IMPORT_OWN,
                    text_without_tail(text_slice(t, from, t.n - from), ":"));
                break;
            }
}

/* "Name Address 1 ... Please check with your section office if ...", "UNTIL: 23
 * September 2022 Please check with ...": two lines that a reader took for one,
 * as a PDF has no end of a line that is full. `words`: what the second begins
 * with. */
static void read_joined(Finder *f, Text t, const char *words, Label label,
                        ImportField field) {
    FoldWords w = fold_words(f->arena, t, 80);
    for (size_t at = 1; at < w.n && !has_field(f, field); at++) {
        size_t value;
        Text rest = text_slice(t, w.v[at].from, t.n - w.v[at].from);
        if (fold_match(&w, at, words) > 0 &&
            label_of(f->arena, rest, &value) == label)
            set_found(f, field, rest);
    }
}

static void read_joined_advice(Finder *f, Text t) {
    read_joined(f, t, "please|consult*|bitte|veuillez", LABEL_ADVICE,
                IMPORT_ADVICE);
}

static void read_joined_own(Finder *f, Text t) {
    read_joined(f, t, "you|vous|tambien|sie", LABEL_OWN, IMPORT_OWN);
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
    if (!found || has_field(f, IMPORT_DEADLINE))
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
    if (has_field(f, IMPORT_DEADLINE) || dated->sure == IMPORT_MISSING)
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
    if (link.n == 0 || has_field(f, field))
        return;
    if (value != at)
        f->lines.v[value].use = USE_FIELD;
    set_found(f, field, link);
}

/* "[Click here](URL) to let us know the actions you took". */
static void read_report(Finder *f, const ImportLine *line) {
    Text link = link_in(line, 0);
    if (link.n > 0 && !has_field(f, IMPORT_REPORT) && link.s[0] != '@' &&
        strncmp(link.s, "mailto:", 7) != 0)
        set_found(f, IMPORT_REPORT, link);
}

/* The first sentence of a line, and what behind it says where the action before
 * is. */
static void read_text(Finder *f, ImportField field, const ImportLine *line) {
    Text t = line_text(line);
    size_t stop = text_find(t, ". ");
    if (!has_field(f, field))
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
    if (update && link.n > 0 && !has_field(f, IMPORT_PREVIOUS))
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
            size_t stop = text_find(t, ". "), before = f->out->nlanguages;
            find_languages(f, stop == SIZE_MAX ? t : text_slice(t, 0, stop));
            if (f->out->nlanguages == before && before == 0)
                f->lines.v[value].use = USE_NONE; /* of no language we know */
            read_rest(f, t);
            read_joined_own(f, t);
            read_own(f, value == i ? line_text(line) : t);
            /* "... Appelle ... bis zum 26. Juni": one sentence says both. */
            read_deadline(f, i);
            break;
        }
        case LABEL_POINTS:
            find_languages(f, line_text(line));
            read_own(f, line_text(line));
            read_deadline(f, i);
            break;
        case LABEL_DEADLINE:
            read_sentence_languages(f, line_text(line));
            read_deadline(f, i);
            read_rest(f, line_text(line));
            read_joined_advice(f, line_text(line));
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
                line->section != SECTION_INFO) {
                read_report(f, line);
                read_joined_advice(f, line_text(line));
            }
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
        case LABEL_PAGE:
        case LABEL_DONE:
            break;
        }
    }
    guess_deadline(f);
    complete_link(f, IMPORT_REPORT);
    complete_link(f, IMPORT_PREVIOUS);
}
