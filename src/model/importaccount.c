/* Nothing of the targets' lines is lost without a word (model/importtargets.h).
 */
#include "model/importtargets.h"

#include "model/addresswords.h"

#include <string.h>

/* All words of the targets, each between blanks. */
static void add_words(Finder *f, Buf *said, Text t) {
    if (t.n > 0)
        buf_printf(said, " %s ", fold_plain(f->arena, t));
}

static void add_form(Finder *f, Buf *said, const ContactForm *form) {
    for (int i = 0; i < CONTACT_FIELDS; i++)
        add_words(f, said, form->fields[i]);
    for (size_t i = 0; i < form->names.n; i++)
        add_words(f, said, form->names.v[i]);
    for (size_t i = 0; i < form->lines.n; i++)
        add_words(f, said, form->lines.v[i]);
    for (size_t i = 0; i < form->address.n; i++)
        add_words(f, said, form->address.v[i]);
}

static const char *words_of_targets(Finder *f) {
    Buf said = {0};
    buf_puts(&said, " ");
    for (size_t i = 0; i < f->out->ntargets; i++) {
        const ImportTarget *t = &f->out->targets[i];
        add_form(f, &said, &t->contact.base);
        for (size_t k = 0; k < t->contact.nforms; k++)
            add_form(f, &said, &t->contact.forms[k]);
        for (size_t k = 0; k < t->contact.nextra; k++)
            add_words(f, &said, t->contact.extra[k].value);
        add_words(f, &said, t->salutation.text);
    }
    const char *all = arena_strndup(f->arena, said.s, said.n);
    buf_free(&said);
    return all;
}

static bool is_said(const Finder *f, const char *said, Text t) {
    FoldWords w = fold_words(f->arena, t, SIZE_MAX);
    for (size_t i = 0; i < w.n; i++) {
        FoldWords one = {w.v + i, 1};
        const char *word = arena_printf(f->arena, " %s ", w.v[i].s);
        /* "C.P. 06500" is the label of a postcode. */
        bool mark = fold_match(&one, 0, "cp|c|p") > 0;
        if (!mark && label_small_words(&one, f->lang) == 0 &&
            !strstr(said, word))
            return false;
    }
    return true;
}

void account_for_targets(Finder *f, const TargetLines *lines) {
    const char *said = words_of_targets(f);
    for (size_t i = 0; i < lines->v.n; i++) {
        const TargetLine *line = &lines->v.v[i];
        ImportLine *source = &f->lines.v[line->at];
        Text value = target_values(f, line->text);
        bool known = line->prose || line->kind == KIND_HEADING ||
                     line->kind == KIND_COUNTRY || words_are_none(value) ||
                     (line->kind == KIND_SALUTATION &&
                      memchr(value.s, '/', value.n) != NULL);
        if (!known && source->use == USE_TARGET && !is_said(f, said, value))
            source->use = USE_NONE;
    }
}
