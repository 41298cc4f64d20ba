#include "model/importing_parts.h"

#include "model/addresswords.h"
#include "model/country.h"

#include <stdlib.h>
#include <string.h>

const char *const import_field_names[IMPORT_FIELDS] = {
    [IMPORT_NUMBER] = "number",   [IMPORT_STAGE] = "stage",
    [IMPORT_INDEX] = "index",     [IMPORT_DATE] = "date",
    [IMPORT_COUNTRY] = "country", [IMPORT_TITLE] = "title",
    [IMPORT_SUMMARY] = "summary", [IMPORT_DEADLINE] = "deadline",
    [IMPORT_ADVICE] = "advice",   [IMPORT_OWN] = "own language",
    [IMPORT_REPORT] = "report",   [IMPORT_PREVIOUS] = "previous",
};

void *import_room(Arena *a, void *v, size_t n, size_t size) {
    bool full = n < 8 ? n == 0 : (n & (n - 1)) == 0;
    size_t cap = n;
    return full ? vec_grow(a, v, n, &cap, size) : v;
}

/* ---- the document's language ---- */

/* Characters that only one of the two ways to write Chinese has. */
static bool is_traditional(Text t) {
    static const char *const signs[][2] = {
        {"這", "这"}, {"們", "们"}, {"來", "来"}, {"對", "对"},
        {"說", "说"}, {"時", "时"}, {"國", "国"}, {"動", "动"}};
    size_t old = 0, new = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        old += text_find(t, signs[i][0]) != SIZE_MAX;
        new += text_find(t, signs[i][1]) != SIZE_MAX;
    }
    return old > new;
}

static const char *find_language(Finder *f) {
    size_t han = 0, traditional = 0, latin = 0;
    size_t small[8] = {0};
    for (size_t i = 0; i < f->lines.n; i++) {
        Text t = f->lines.v[i].b.text;
        if (text_is_han(t)) {
            han += t.n;
            traditional += is_traditional(t) ? t.n : 0;
            continue;
        }
        latin += t.n;
        FoldWords w = fold_words(f->arena, t, SIZE_MAX);
        for (size_t k = 0; label_languages[k]; k++)
            small[k] += label_small_words(&w, label_languages[k]);
    }
    if (han > latin)
        return traditional * 2 > han ? "zh-Hant" : "zh";
    size_t best = 0;
    for (size_t k = 0; label_languages[k]; k++)
        if (small[k] > small[best])
            best = k;
    return label_languages[best];
}

/* ---- is it an Urgent Action? ---- */

/* Signs that a document is one. Two are enough; a number alone may be cited. */
static void judge(Finder *f) {
    Import *out = f->out;
    bool labels[LABEL_INSTRUCTION + 1] = {false};
    for (size_t i = 0; i < f->lines.n; i++)
        labels[f->lines.v[i].label] = true;
    size_t signs = (size_t)labels[LABEL_MARKER] * 2 +
                   (out->fields[IMPORT_NUMBER].sure == IMPORT_FOUND) +
                   labels[LABEL_ACTION] + labels[LABEL_APPEALS] +
                   labels[LABEL_POINTS] +
                   (out->fields[IMPORT_DEADLINE].sure != IMPORT_MISSING) +
                   labels[LABEL_PREVIOUS] + labels[LABEL_LANGUAGES];
    out->is_action = signs >= 2;
    if (!out->is_action)
        out->not_action =
            "it does not say \"Urgent Action\", has no number of one (as in "
            "UA: 63/20), no \"take action\" and no deadline";
}

/* ---- what follows from the rest ---- */

static void guess_country(Finder *f) {
    ImportValue *country = &f->out->fields[IMPORT_COUNTRY];
    const ImportTarget *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < f->out->ntargets; i++) {
        const ImportTarget *t = &f->out->targets[i];
        size_t n = 0;
        if (!t->contact.country[0] || t->embassy.sure != IMPORT_MISSING)
            continue;
        for (size_t k = 0; k < f->out->ntargets; k++)
            n += strcmp(f->out->targets[k].contact.country,
                        t->contact.country) == 0;
        if (n > most) {
            most = n;
            best = t;
        }
    }
    if (country->sure == IMPORT_MISSING && best) {
        Text t = {arena_strdup(f->arena, best->contact.country), 2, best->span};
        set_guessed(f, IMPORT_COUNTRY, t, "most targets are there");
    }
}

static void say_missing(Finder *f) {
    static const struct {
        ImportField field;
        const char *what;
    } missing[] = {
        {IMPORT_NUMBER, "the document does not give it; write it as "
                        "reference: UA NUMBER/YEAR"},
        {IMPORT_STAGE, "the document does not say which of its number it is; "
                       "nothing is printed of it"},
        {IMPORT_INDEX, "the document does not give it; nothing is printed of "
                       "it"},
        {IMPORT_DATE, "the document does not give its date; write it as date: "
                      "YEAR-MONTH-DAY if you know it"},
        {IMPORT_COUNTRY, "no country is named; write it as country: CN"},
        {IMPORT_TITLE, "there is none; write it as title:"},
        {IMPORT_SUMMARY, "there is none; write one or two sentences as "
                         "summary:"},
        {IMPORT_DEADLINE, "there is none; write it as deadline: "
                          "YEAR-MONTH-DAY, and ask who sent you the document"},
        {IMPORT_ADVICE, "there is none"},
        {IMPORT_OWN, "it does not say so"},
        {IMPORT_REPORT, "the document has no address for it, only words; write "
                        "it as report: https://..."},
        {IMPORT_PREVIOUS, "there is none"},
    };
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        ImportValue *v = &f->out->fields[missing[i].field];
        if (v->sure == IMPORT_MISSING)
            v->why = missing[i].what;
    }
}

/* What tells whoever writes how to do it is on no page of ours. */
static void tell_instructions(Finder *f) {
    for (size_t i = 0; i < f->lines.n; i++) {
        const ImportLine *line = &f->lines.v[i];
        if (line->use == USE_INSTRUCTION && line->label == LABEL_INSTRUCTION)
            clean_remove(f, line->b.text.span, "said to whoever writes");
    }
}

/* Lines that nothing was made of. */
static void collect_unused(Finder *f) {
    VEC(Text) unused = {0};
    for (size_t i = 0; i < f->lines.n; i++) {
        const ImportLine *line = &f->lines.v[i];
        if (line->use == USE_NONE && line->b.place == DOC_BODY)
            vec_push(f->arena, &unused, line_text(line));
    }
    f->out->unused = unused.v;
    f->out->nunused = unused.n;
}

static int by_place(const void *x, const void *y) {
    const ImportRemoval *a = x, *b = y;
    if (a->span.off != b->span.off)
        return a->span.off < b->span.off ? -1 : 1;
    return strcmp(a->what, b->what);
}

void import_find(Arena *a, const Document *document, const char *lang,
                 Diag *diag, Import *out) {
    Finder f = {.arena = a,
                .diag = diag,
                .doc = document,
                .out = out,
                .countries = countryindex_new(a)};
    *out = (Import){.document = document};
    clean_lines(&f);
    out->lang = f.lang = lang ? lang : find_language(&f);
    months_init(a, f.lang, &f.months);
    find_sections(&f);
    find_references(&f);
    find_fields(&f);
    judge(&f);
    find_targets(&f);
    find_letter(&f);
    guess_country(&f);
    find_persons(&f);
    say_missing(&f);
    tell_instructions(&f);
    collect_unused(&f);
    if (f.removals.n > 0)
        qsort(f.removals.v, f.removals.n, sizeof *f.removals.v, by_place);
    out->removals = f.removals.v;
    out->nremovals = f.removals.n;
}
