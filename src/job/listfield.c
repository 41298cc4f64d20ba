#include "job/listfield.h"

#include <string.h>

#include "input/columns.h"
#include "input/contactrows.h"
#include "model/fold.h"

typedef VEC(const char *) Names;
typedef VEC(Text) Texts;

/* ---- columns of the list's own ---- */

static bool has_name(const Names *names, Text name) {
    for (size_t i = 0; i < names->n; i++)
        if (text_equal(name, names->v[i]))
            return true;
    return false;
}

static void add_extras(Arena *a, const Contact *c, Names *out) {
    for (size_t i = 0; i < c->nextra && out->n < FIELD_KEYS_MAX; i++) {
        Text name = c->extra[i].name;
        if (!has_name(out, name))
            vec_push(a, out, arena_strndup(a, name.s, name.n));
    }
}

static void find_extras(Arena *a, const ContactList *list, Names *out) {
    Arena *scratch = arena_new();
    size_t n = list->rows && list->rows->is_table && list->n > 0 ? 1 : list->n;
    for (size_t i = 0; i < n; i++) {
        arena_reset(scratch);
        add_extras(a, contactlist_get(list, i, scratch), out);
    }
    arena_free(scratch);
}

static bool find_extra(const Names *extras, Text *name) {
    for (size_t i = 0; i < extras->n; i++) {
        Text extra = text_literal(extras->v[i]);
        if (!fold_equal(extra, *name))
            continue;
        name->s = extra.s;
        name->n = extra.n;
        return true;
    }
    return false;
}

static void refuse(Arena *a, Text name, const Names *extras, Diag *diag) {
    const char *near = fieldkey_guess(name);
    if (!near)
        near = diag_did_you_mean(name.s, name.n, extras->v, extras->n);
    if (near) {
        diag_at(diag, DIAG_USAGE, name.span,
                "unknown field \"%.*s\"; did you mean \"%s\"?", (int)name.n,
                name.s, near);
        return;
    }
    const char *own = "";
    for (size_t i = 0; i < extras->n && i < 12; i++)
        own = arena_printf(a, "%s, %s", own, extras->v[i]);
    diag_at(diag, DIAG_USAGE, name.span,
            "unknown field \"%.*s\"; this list has name, city, postcode, "
            "country and the other fields of an address%s",
            (int)name.n, name.s, own);
}

bool listfield_find(Arena *a, Text name, const ContactList *list, Diag *diag,
                    ListField *out) {
    Names extras = {0};
    out->key = fieldkey_parse(a, name);
    if (out->key.kind == FIELD_BAD_LANG) {
        diag_at(diag, DIAG_USAGE, name.span,
                "\"%.*s\": what follows the colon is not a language; write a "
                "tag such as zh, zh-Hant or ug",
                (int)name.n, name.s);
        return false;
    }
    if (out->key.kind != FIELD_UNKNOWN)
        return true;
    find_extras(a, list, &extras);
    if (find_extra(&extras, &out->key.name))
        return true;
    /* "Ort" is what the column is called that has become the city. */
    FieldKey known = columns_key(columns_new(a, NULL, true, diag), name);
    if (known.kind != FIELD_UNKNOWN && known.kind != FIELD_BAD_LANG) {
        out->key = known;
        return true;
    }
    refuse(a, name, &extras, diag);
    return false;
}

/* ---- values ---- */

static void add(Arena *a, Text t, Texts *out) {
    if (t.s && t.n > 0)
        vec_push(a, out, t);
}

/* `line` counts from 1; 0: all of them. */
static void add_list(Arena *a, const TextList *list, int line, Texts *out) {
    for (size_t i = 0; i < list->n; i++)
        if (line == 0 || (size_t)line == i + 1)
            add(a, list->v[i], out);
}

static void add_form(Arena *a, const FieldKey *key, const ContactForm *form,
                     Texts *out) {
    switch (key->kind) {
    case FIELD_SIMPLE:
        add(a, form->fields[key->field], out);
        break;
    case FIELD_NAMES:
        add_list(a, &form->names, key->line, out);
        if (form->names.n == 0 && key->line <= 1)
            add(a, form->fields[CONTACT_NAME], out);
        break;
    case FIELD_LINES:
        add_list(a, &form->lines, key->line, out);
        break;
    case FIELD_ADDRESS:
        add_list(a, &form->address, key->line, out);
        break;
    case FIELD_UNKNOWN:
    case FIELD_GIVEN: /* these two are merge fields too */
    case FIELD_FAMILY:
    case FIELD_LEFT_OUT:
    case FIELD_BAD_LANG:
        break;
    }
}

static void add_extra(Arena *a, Text name, const Contact *c, Texts *out) {
    for (size_t i = 0; i < c->nextra; i++)
        if (c->extra[i].name.n == name.n &&
            memcmp(c->extra[i].name.s, name.s, name.n) == 0)
            add(a, c->extra[i].value, out);
}

TextList listfield_values(const ListField *f, const Contact *c, Arena *a) {
    const FieldKey *key = &f->key;
    Texts all = {0};
    if (key->kind == FIELD_UNKNOWN || key->kind == FIELD_GIVEN ||
        key->kind == FIELD_FAMILY) {
        add_extra(a, key->name, c, &all);
    } else if (key->lang[0]) {
        const ContactForm *form = contact_form(c, key->lang);
        if (form)
            add_form(a, key, form, &all);
    } else {
        add_form(a, key, &c->base, &all);
        for (size_t i = 0; i < c->nforms; i++)
            add_form(a, key, &c->forms[i], &all);
    }
    return (TextList){all.v, all.n};
}
