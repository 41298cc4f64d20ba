/* The head of a document: its title, what stands with it, its summary
 * (model/importing_parts.h). */
#include "model/importing_parts.h"

#include "model/addresswords.h"
#include "model/country.h"

#include <string.h>

static void set_title(Finder *f, Text t) {
    ImportValue *title = &f->out->fields[IMPORT_TITLE];
    Text all = t;
    if (title->sure != IMPORT_MISSING) {
        const Text *old = &title->text;
        size_t n = old->n + 1 + t.n;
        all = (Text){arena_printf(f->arena, "%.*s %.*s", (int)old->n, old->s,
                                  (int)t.n, t.s),
                     n, old->span};
        if (t.span.src && t.span.off > old->span.off)
            all.span.n = t.span.off + t.span.n - old->span.off;
    }
    *title = (ImportValue){all, IMPORT_FOUND, NULL};
}

/* A title goes on where the line below is as loud as it is. */
static bool goes_on(const Finder *f, size_t at) {
    const DocBlock *above = &f->lines.v[at - 1].b, *b = &f->lines.v[at].b;
    bool loud = text_is_capitals(above->text) && text_is_capitals(b->text);
    bool headings = above->kind == DOC_HEADING && b->kind == DOC_HEADING &&
                    above->level == b->level;
    return !b->gap && b->text.n < 160 && (loud || headings);
}

/* A day, or who sends it: neither a title nor a summary. */
static bool is_sender(const Finder *f, Text t) {
    FoundDate date;
    FoldWords w = fold_words(f->arena, t, 6);
    return (t.n < 40 && date_find(f->arena, &f->months, t, 0, &date) &&
            t.n < date.text.n + 4) ||
           (w.n <= 5 &&
            fold_match(&w, 0, "from amnesty|amnistie|amnistia") > 0);
}

/* "NEPAL", under the number: no title. */
static bool is_country(const Finder *f, Text t) {
    char code[3];
    t = text_without_tail(t, ",.;");
    return countryindex_find(f->countries, t.s, t.n, code);
}

void head_line(Finder *f, size_t at, Head *head) {
    ImportLine *line = &f->lines.v[at];
    Text t = line_text(line);
    if (head->title == 0 && label_is_organisation(f->arena, t)) {
        line->use = USE_RESIDUE;
        clean_remove(f, line->b.text.span, "the organisation's name");
        return;
    }
    if (is_sender(f, t) || (at > 0 && is_country(f, t))) {
        line->use = USE_FIELD; /* importreferences reads it */
        return;
    }
    if (is_persons_line(f, t)) {
        line->use = USE_FIELD;
        line->label = LABEL_NAME;
        line->value = 0;
        return;
    }
    if (head->title == 0 || (head->in_title && goes_on(f, at))) {
        line->use = USE_TITLE;
        head->title++;
        head->in_title = true;
        set_title(f, t);
        return;
    }
    head->in_title = false;
    line->use = USE_STORY;
    head->below++;
    join_wrapped(f, at, f->lines.n);
    t = line_text(line);
    /* A line with a name or a place may stand above the paragraph. */
    bool whole = is_long_line(t) || is_sentence(f, t) || at + 1 >= f->lines.n ||
                 !is_long_line(f->lines.v[at + 1].b.text);
    if (f->out->fields[IMPORT_SUMMARY].sure != IMPORT_MISSING || !whole)
        return;
    f->out->fields[IMPORT_SUMMARY] = (ImportValue){t, IMPORT_FOUND, NULL};
    line->use = USE_FIELD;
}

/* Words enough for a title. */
static bool may_be_title(const Finder *f, Text t) {
    FoundDate date;
    size_t value;
    return fold_words(f->arena, t, 4).n >= 3 && !has_reference(f, t) &&
           !date_find(f->arena, &f->months, t, 0, &date) &&
           label_of(f->arena, t, &value) == LABEL_NONE;
}

/* "Urgent Action Update: Writer detained": without what it is. */
static Text behind_marker(const Finder *f, Text t) {
    size_t value;
    if (label_of(f->arena, t, &value) != LABEL_MARKER)
        return t;
    return text_trim(text_slice(t, value, t.n - value));
}

/* "EXTRA 21/98   Fear of torture   11 March 1998": between number and day. */
static Text behind_number(const Finder *f, Text t) {
    FoundDate date;
    size_t from = 0;
    FoldWords w = fold_words(f->arena, t, 6);
    if (w.n < 4 || fold_match(&w, 0, "ua|au|extra") == 0)
        return (Text){0};
    while (from < t.n && !strchr("0123456789", t.s[from]))
        from++;
    while (from < t.n && strchr("0123456789/.", t.s[from]))
        from++;
    size_t to = t.n;
    if (date_find(f->arena, &f->months, t, from, &date))
        to = (size_t)(date.text.s - t.s);
    return text_without_tail(text_slice(t, from, to - from), "-,:(");
}

/* "UA 71/23 China: Writer detained", "WRITER DETAINED (CHINA: UA 71/23)": a
 * title on the line of the number. */
void head_reference_title(Finder *f, const ImportLine *line, Head *head) {
    Text t = line_text(line), title = {0};
    if (head->title > 0)
        return;
    size_t open = text_find(t, " ("), colon = text_find(t, ": ");
    Text inside = open == SIZE_MAX ? title : text_slice(t, open, t.n - open);
    size_t dash = text_find(t, " - "), wide = text_find(t, " \xE2\x80\x93 ");
    size_t parted = dash != SIZE_MAX ? dash : wide;
    if (open != SIZE_MAX && has_reference(f, inside) && text_ends(t, ")"))
        title = behind_marker(f, text_slice(t, 0, open));
    else if (colon != SIZE_MAX && has_reference(f, text_slice(t, 0, colon)))
        title = text_trim(text_slice(t, colon + 1, t.n - colon - 1));
    else if (parted != SIZE_MAX && has_reference(f, text_slice(t, 0, parted)))
        title =
            text_trim(text_slice(t, parted + (dash != SIZE_MAX ? 3 : 5),
                                 t.n - parted - (dash != SIZE_MAX ? 3 : 5)));
    if (title.n == 0)
        title = behind_number(f, t);
    if (title.n == 0 || !may_be_title(f, title))
        return;
    set_title(f, title);
    head->title = 1;
}

/* "URGENT ACTION APPEAL - From Amnesty International USA" */
static bool names_organisation(const Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 9);
    for (size_t i = 0; i < w.n && w.n <= 8; i++)
        if (fold_match(&w, i, "amnesty|amnistie|amnistia") > 0 ||
            fold_match(&w, i, "international usa|uk|canada|australia") > 0)
            return true;
    return false;
}

/* "URGENT ACTION: WRITER DETAINED" */
void head_marker(Finder *f, ImportLine *line, Head *head) {
    Text value = line_value(line);
    line->use = USE_FIELD;
    if (value.n > 0 && head->title == 0 && !has_reference(f, value) &&
        !names_organisation(f, value)) {
        set_title(f, value);
        head->title = 1;
    }
    head->marked = true;
}

/* Old documents have the title again above the additional information. */
bool head_title_again(const Finder *f, size_t at) {
    Text t = f->lines.v[at].b.text;
    bool below =
        at > 0 && f->lines.v[at - 1].use == USE_TITLE && text_is_capitals(t);
    const ImportValue *title = &f->out->fields[IMPORT_TITLE];
    bool whole = t.n == title->text.n;
    return title->sure != IMPORT_MISSING && t.n <= title->text.n &&
           (whole || below || fold_words(f->arena, t, 3).n >= 3) &&
           strstr(fold_plain(f->arena, title->text), fold_plain(f->arena, t)) !=
               NULL;
}
