/* Which lines name whom the action is for, and who is named elsewhere
 * (model/importpersons.h). */
#include "model/importpersons.h"

#include "model/addresswords.h"
#include "model/country.h"

#include <string.h>

/* ---- above the text: "Hari Example (m), aged 24, Sample Monastery" ---- */

/* The name before a bracket that tells whether it is a man: what stands behind
 * the last comma or colon. */
static Text name_before(Finder *f, Text t) {
    t = persons_without_joints(t);
    size_t from = 0;
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] == ',' || t.s[i] == ':')
            from = i + 1;
    t = text_trim(text_slice(t, from, t.n - from));
    /* "KYRGYZSTAN Azimzhan Example" */
    FoldWords w = fold_words(f->arena, t, 7);
    for (size_t n = w.n; n > 0; n--) {
        char code[3];
        Text before = text_slice(t, 0, w.v[n - 1].to);
        if (n < w.n && text_is_capitals(before) &&
            countryindex_find(f->countries, before.s, before.n, code))
            return text_slice(t, w.v[n].from, t.n - w.v[n].from);
    }
    return t;
}

static bool is_gender_bracket(const Finder *f, Text inside) {
    FoldWords w = fold_words(f->arena, inside, 3);
    return inside.n <= 6 && w.n > 0 && fold_match(&w, 0, "m|f|h|w") == 1 &&
           (w.n == 1 || fold_match(&w, 1, "m|f|h|w") == 1);
}

/* "Frau GAO MUSTER, 70-jährige Journalistin" */
static bool is_addressed_name(const Finder *f, Text t, Text *name) {
    FoldWords w = fold_words(f->arena, t, 2);
    if (w.n < 2 || fold_match(&w, 0, "frau|herr") == 0)
        return false;
    *name = text_slice(t, w.v[1].from,
                       persons_name_length(t) > w.v[1].from
                           ? persons_name_length(t) - w.v[1].from
                           : 0);
    return words_of_addressee(*name) == PART_NAME;
}

/* "CHINA   Ngawang Misal, aged 30, nun": the name before an age. */
static bool is_aged_name(Finder *f, Text t, Text *name) {
    size_t at = text_find(t, ", aged ");
    if (at == SIZE_MAX || at + 7 >= t.n || t.s[at + 7] < '0' ||
        t.s[at + 7] > '9')
        return false;
    *name = name_before(f, text_slice(t, 0, at));
    return words_of_addressee(*name) == PART_NAME;
}

bool is_persons_line(Finder *f, Text t) {
    size_t start, end;
    Text inside, name;
    if (is_sentence(f, t) || t.n > 200)
        return false;
    for (size_t from = 0; persons_bracket(t, from, &start, &end, &inside);
         from = end)
        if (is_gender_bracket(f, inside))
            return true;
    return is_addressed_name(f, t, &name) || is_aged_name(f, t, &name);
}

/* "Mina MISAL" as the text has it: "Mina Misal". */
static Text as_in_text(Finder *f, Text name) {
    FoldWords w = fold_words(f->arena, name, 7);
    bool loud = false;
    for (size_t i = 0; i < w.n; i++) {
        Text word = text_slice(name, w.v[i].from, w.v[i].to - w.v[i].from);
        loud = loud || (word.n > 2 && text_is_capitals(word));
    }
    for (size_t i = 0; i < f->lines.n && loud; i++) {
        Text t = line_text(&f->lines.v[i]);
        FoldWords said = fold_words(f->arena, t, SIZE_MAX);
        for (size_t at = 0; at + w.n <= said.n; at++) {
            size_t same = 0, from = said.v[at].from;
            while (same < w.n &&
                   strcmp(said.v[at + same].s, w.v[same].s) == 0 &&
                   !text_is_capitals(text_slice(t, said.v[at + same].from,
                                                said.v[at + same].to -
                                                    said.v[at + same].from)))
                same++;
            if (same == w.n)
                return text_slice(t, from, said.v[at + same - 1].to - from);
        }
    }
    return name;
}

static void read_persons_line(Finder *f, Text t) {
    size_t from = 0, start, end;
    Text inside, name;
    ImportPerson p = {0};
    bool bracket = persons_bracket(t, 0, &start, &end, &inside);
    if (is_addressed_name(f, t, &name) ||
        (!bracket && is_aged_name(f, t, &name))) {
        persons_read_one(f, as_in_text(f, name), &p);
        return;
    }
    for (; persons_bracket(t, from, &start, &end, &inside); from = end) {
        if (!is_gender_bracket(f, inside))
            continue;
        p = (ImportPerson){0};
        persons_read_one(f, name_before(f, text_slice(t, from, start - from)),
                         &p);
    }
}

/* ---- behind "name" ---- */

static void read_line(Finder *f, ImportLine *line, size_t at) {
    Text t = line_value(line);
    if (t.n == 0 && at + 1 < f->lines.n &&
        f->lines.v[at + 1].label == LABEL_NONE) {
        f->lines.v[at + 1].use = USE_FIELD;
        t = line_text(&f->lines.v[at + 1]);
    }
    /* "Ana Ruiz (she/her)," goes on below. */
    for (size_t k = at + 1;
         k < f->lines.n && t.n < 400 &&
         (text_ends(t, ",") || text_ends(t, ";") || text_ends(t, " and"));
         k++) {
        ImportLine *next = &f->lines.v[k];
        if (next->label != LABEL_NONE || next->b.gap ||
            (next->use != USE_NONE && next->use != USE_TITLE))
            break;
        Text more = line_text(next);
        t = (Text){arena_printf(f->arena, "%.*s %.*s", (int)t.n, t.s,
                                (int)more.n, more.s),
                   t.n + 1 + more.n, t.span};
        next->use = USE_FIELD;
    }
    /* "Name: Ana Example Gender m/f: f" on one line. */
    FoldWords w = fold_words(f->arena, t, 20);
    for (size_t i = 1; i < w.n; i++)
        if (fold_match(&w, i, "gender|sex|sexe|sexo|genre|geschlecht") > 0) {
            t = text_trim(text_slice(t, 0, w.v[i].from));
            break;
        }
    if (t.n > 0 && t.n < 400)
        persons_read_all(f, t);
}

/* ---- names in other scripts ---- */

static bool is_latin(Text t) {
    return t.n > 0 && ((t.s[0] | 0x20) >= 'a' && (t.s[0] | 0x20) <= 'z');
}

/* "Ekpar Asat (艾克拜尔·艾赛提)" anywhere in the document. */
static void find_script_names(Finder *f, ImportPerson *p) {
    Text name = p->name.text;
    char *s = arena_strndup(f->arena, name.s, name.n);
    for (size_t i = 0; i < f->lines.n; i++) {
        Text t = line_text(&f->lines.v[i]);
        for (size_t at = 0; at < t.n;) {
            size_t n = text_find((Text){t.s + at, t.n - at, {0}}, s);
            if (n == SIZE_MAX)
                break;
            at += n + name.n;
            size_t start, end;
            Text inside;
            if (!persons_bracket(t, at, &start, &end, &inside) ||
                text_trim(text_slice(t, at, start - at)).n > 0)
                continue;
            if (persons_read_scripts(f, p, inside))
                continue;
            const char *lang = persons_script_lang(f, inside);
            const char *own = persons_script_lang(f, name);
            if (lang && (!own || strcmp(lang, own) != 0))
                persons_add_name(
                    f, p, lang, inside,
                    strcmp(lang, "zh") == 0 ? NULL : "told from its script");
            else if (!lang && own && is_latin(inside) && inside.n < 60 &&
                     fold_words(f->arena, inside, 8).n <= 5)
                persons_add_name(f, p, "en", inside,
                                 "in Latin letters; the language is not told");
        }
    }
}

/* ---- nobody behind "name" ---- */

static bool is_demanded(const Finder *f, const char *name) {
    for (size_t i = 0; i < f->out->ndemands; i++)
        if (text_find(f->out->demands[i].text, name) != SIZE_MAX)
            return true;
    return false;
}

/* In bold in the letter, as whom it is about often is, or named there and again
 * and again. */
static bool is_written_about(const Finder *f, const char *name) {
    enum { OFTEN = 3 };
    char code[3];
    size_t times = 0;
    bool named = false;
    if (countryindex_find(f->countries, name, strlen(name), code))
        return false;
    for (size_t i = 0; i < f->lines.n; i++) {
        const ImportLine *line = &f->lines.v[i];
        bool in_letter = line->use == USE_LETTER;
        bool here = text_find(line->b.text, name) != SIZE_MAX;
        times += here;
        named = named || (in_letter && here);
        for (size_t k = 0; k < line->b.nruns && in_letter; k++) {
            const DocRun *run = &line->b.runs[k];
            if (run->strong && text_find(run->text, name) != SIZE_MAX)
                return true;
        }
    }
    return named && times >= OFTEN;
}

/* Words with a capital that follow one another, as long as a name is; 0: none
 * begin at `at`. */
static size_t capital_words(const FoldWords *w, Text t, size_t at) {
    size_t n = 0;
    while (n < 4 && at + n < w->n) {
        size_t from = w->v[at + n].from;
        bool joined =
            n == 0 || (from == w->v[at + n - 1].to + 1 && t.s[from - 1] == ' ');
        if (!joined || t.s[from] < 'A' || t.s[from] > 'Z')
            break;
        n++;
    }
    return n;
}

/* Who is named in the summary and in what is asked for: that is whom it is
 * about, where the document says so nowhere else. */
static void guess_person(Finder *f) {
    const ImportValue *summary = &f->out->fields[IMPORT_SUMMARY];
    if (summary->sure == IMPORT_MISSING)
        return;
    Text t = summary->text;
    FoldWords w = fold_words(f->arena, t, 80);
    for (size_t at = 0; at < w.n; at++)
        for (size_t n = capital_words(&w, t, at); n >= 2; n--) {
            Text name =
                text_slice(t, w.v[at].from, w.v[at + n - 1].to - w.v[at].from);
            const char *said = arena_strndup(f->arena, name.s, name.n);
            bool demanded = is_demanded(f, said);
            if (words_of_addressee(name) != PART_NAME ||
                (!demanded && !is_written_about(f, said)))
                continue;
            ImportPerson p = {
                .name = {name, IMPORT_GUESSED,
                         demanded ? "named in the summary and in what is "
                                    "asked for"
                                  : "named in the summary and in the letter"}};
            persons_push(f, &p);
            at += n - 1;
            break;
        }
}

void find_persons(Finder *f) {
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        if (line->label == LABEL_NAME && line->use == USE_FIELD &&
            line->section != SECTION_HEAD && f->out->npersons == 0 &&
            !f->out->group)
            read_line(f, line, i);
    }
    bool named = f->out->npersons > 0 || f->out->group;
    for (size_t i = 0; i < f->lines.n && !named; i++) {
        ImportLine *line = &f->lines.v[i];
        bool head = line->label == LABEL_NAME && line->use == USE_FIELD &&
                    line->section == SECTION_HEAD;
        if (head && line->value == 0)
            read_persons_line(f, line_text(line));
        else if (head && f->out->npersons == 0 && !f->out->group)
            read_line(f, line, i);
    }
    if (f->out->npersons == 0 && !f->out->group)
        guess_person(f);
    for (size_t i = 0; i < f->out->npersons; i++)
        find_script_names(f, &f->out->persons[i]);
}
