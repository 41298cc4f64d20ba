/* contact_spec.h - a contact written as a string, for the tests of the model:
 * "name=Ma Xingrui\nlines:zh=...\ncountry=CN", '|' between lines of `names`,
 * `lines` and `address`; a field that is none of ours is a merge field. */
#ifndef ENVOI_TESTS_CONTACT_SPEC_H
#define ENVOI_TESTS_CONTACT_SPEC_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/contact.h"

static inline ContactForm *spec_form(Arena *a, Contact *c, const char *lang) {
    if (!lang[0])
        return &c->base;
    for (size_t i = 0; i < c->nforms; i++)
        if (strcmp(c->forms[i].lang, lang) == 0)
            return &c->forms[i];
    ContactForm *forms = ARENA_ARRAY(a, ContactForm, c->nforms + 1);
    if (c->nforms > 0)
        memcpy(forms, c->forms, c->nforms * sizeof *forms);
    forms[c->nforms].lang = arena_strdup(a, lang);
    c->forms = forms;
    return &forms[c->nforms++];
}

static inline TextList spec_lines(Arena *a, Text t) {
    VEC(Text) lines = {0};
    for (size_t at = 0; at <= t.n;) {
        const char *bar = memchr(t.s + at, '|', t.n - at);
        size_t n = bar ? (size_t)(bar - t.s) - at : t.n - at;
        Text line = text_slice(t, at, n);
        vec_push(a, &lines, line);
        at += n + 1;
    }
    return (TextList){lines.v, lines.n};
}

static inline void spec_extra(Arena *a, Contact *c, Text name, Text value) {
    MergeField *extra = ARENA_ARRAY(a, MergeField, c->nextra + 1);
    if (c->nextra > 0)
        memcpy(extra, c->extra, c->nextra * sizeof *extra);
    extra[c->nextra++] = (MergeField){name, value};
    c->extra = extra;
}

static inline Contact contact_spec(Arena *a, const char *file,
                                   const char *spec) {
    const Source *src = source_from(a, file, spec, strlen(spec));
    Contact c = {.span = {src, 0, strcspn(spec, "\n")}, .number = 14};
    c.base.lang = "";
    for (size_t at = 0; at < src->n;) {
        size_t n = strcspn(src->bytes + at, "\n");
        Text line = text_of_span((Span){src, at, n});
        size_t eq = strcspn(line.s, "=\n"), colon = strcspn(line.s, ":=\n");
        Text value = text_slice(line, eq + 1, n - eq - 1);
        const char *lang =
            colon < eq ? arena_strndup(a, line.s + colon + 1, eq - colon - 1)
                       : "";
        Text key = text_slice(line, 0, colon < eq ? colon : eq);
        ContactForm *form = spec_form(a, &c, lang);
        if (text_equal(key, "lines"))
            form->lines = spec_lines(a, value);
        else if (text_equal(key, "names"))
            form->names = spec_lines(a, value);
        else if (text_equal(key, "address"))
            form->address = spec_lines(a, value);
        else if (contact_field(key.s, key.n) != CONTACT_FIELDS)
            form->fields[contact_field(key.s, key.n)] = value;
        else
            spec_extra(a, &c, key, value);
        at += n + 1;
    }
    return c;
}

/* What the diag has printed, in the arena. */
static inline const char *diag_text(Arena *a, const Diag *d) {
    char *s = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&s, &n);
    diag_print(d, f, false);
    fclose(f);
    const char *text = arena_strndup(a, s, n);
    free(s);
    return text;
}

#endif
