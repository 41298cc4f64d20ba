#include "model/importing_parts.h"

#include <string.h>

static void push_block(Finder *f, DocBlock **v, size_t *n, size_t *cap,
                       const DocBlock *b) {
    if (*n == *cap)
        *v = vec_grow(f->arena, *v, *n, cap, sizeof **v);
    (*v)[(*n)++] = *b;
}

static void set_closing(Finder *f, Text t) {
    ImportValue *closing = &f->out->letter.closing;
    if (closing->sure == IMPORT_MISSING) {
        *closing = (ImportValue){t, IMPORT_FOUND, NULL};
        return;
    }
    Text old = closing->text;
    closing->text = (Text){
        arena_printf(f->arena, "%.*s\n%.*s", (int)old.n, old.s, (int)t.n, t.s),
        old.n + 1 + t.n, old.span};
}

/* "Start with Dear Director and a sentence about yourself." */
static void read_told_salutation(Finder *f, const ImportLine *line) {
    Text t = line_text(line);
    FoldWords w = fold_words(f->arena, t, 12);
    size_t n = fold_match(&w, 0, "start|begin ~ with dear");
    if (n == 0 || f->out->letter.salutation.n > 0)
        return;
    size_t from = w.v[n - 1].from, to = t.n;
    static const char *const ends[] = {" and ", ",", ".", ";", " then "};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = text_find((Text){t.s + from, t.n - from, {0}}, ends[i]);
        to = at != SIZE_MAX && from + at < to ? from + at : to;
    }
    f->out->letter.salutation = text_slice(t, from, to - from);
}

void find_letter(Finder *f) {
    ImportLetter *letter = &f->out->letter;
    size_t cap = 0, story = 0;
    for (size_t i = 0; i < f->lines.n; i++) {
        ImportLine *line = &f->lines.v[i];
        if (line->use == USE_SALUTATION) {
            letter->salutation = line_text(line);
            letter->span = line->b.text.span;
        } else if (line->use == USE_LETTER) {
            push_block(f, &letter->blocks, &letter->n, &cap, &line->b);
        } else if (line->use == USE_CLOSING) {
            set_closing(f, line_text(line));
        } else if (line->use == USE_STORY) {
            push_block(f, &f->out->story, &f->out->nstory, &story, &line->b);
        } else if (line->label == LABEL_INSTRUCTION) {
            read_told_salutation(f, line);
        }
    }
    letter->sure = letter->n > 0 ? IMPORT_FOUND : IMPORT_MISSING;
    if (letter->n == 0)
        letter->why = "the document has no model letter; what it asks for is "
                      "on the case sheet, and the letter is ruled lines for "
                      "your own words";
    else if (letter->closing.sure == IMPORT_MISSING)
        letter->closing.why =
            "the model letter has no closing; write one as closing:";
    find_demands(f);
    find_salutations(f);
}
