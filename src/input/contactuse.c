#include "input/contactuse.h"

#include "base/fs.h"

#include <string.h>

/* A file that was asked for. */
typedef struct UsedBook {
    const char *path;
    Contacts all;
    bool ok;
} UsedBook;

typedef VEC(UsedBook) UsedBooks;

/* ---- the record ---- */

static const UsedBook *load(Arena *a, UsedBooks *books, const char *path,
                            Diag *diag) {
    for (size_t i = 0; i < books->n; i++)
        if (strcmp(books->v[i].path, path) == 0)
            return &books->v[i];
    UsedBook book = {.path = path};
    book.ok = contacts_load_used(a, path, diag, &book.all);
    vec_push(a, books, book);
    return &books->v[books->n - 1];
}

static void refuse_id(Arena *a, const UsedBook *book, Text id, Diag *diag) {
    const char **names = ARENA_ARRAY(a, const char *, book->all.n);
    size_t n = 0;
    for (size_t i = 0; i < book->all.n; i++) {
        Text t = book->all.v[i].base.fields[CONTACT_ID];
        if (t.s)
            names[n++] = arena_strndup(a, t.s, t.n);
    }
    const char *near = diag_did_you_mean(id.s, id.n, names, n);
    diag_at(diag, DIAG_ERROR, id.span,
            "%s has no record with the id \"%.*s\"%s%s%s", book->path,
            (int)(id.n < 80 ? id.n : 80), id.s,
            near ? "; did you mean \"" : "; give the record an id there",
            near ? near : "", near ? "\"?" : "");
}

/* NULL after an error. */
static const Contact *find(Arena *a, UsedBooks *books, Text spec, Diag *diag) {
    const char *mark = memrchr(spec.s, '#', spec.n);
    size_t n = mark ? (size_t)(mark - spec.s) : spec.n;
    if (n == 0 || n + 1 >= spec.n || !spec.span.src) {
        diag_at(diag, DIAG_ERROR, spec.span,
                "use: write the file and the record's id with \"#\" between "
                "them, such as \"../book.yaml#governor\"");
        return NULL;
    }
    const char *path =
        fs_beside(a, spec.span.src->name, arena_strndup(a, spec.s, n));
    Text id = text_slice(spec, n + 1, spec.n - n - 1);
    if (strcmp(path, spec.span.src->name) == 0) {
        diag_at(diag, DIAG_ERROR, spec.span,
                "\"use\" takes a record of another file, and this is the one "
                "it stands in; an address of this one is taken with "
                "same_address_as: %.*s",
                (int)(id.n < 80 ? id.n : 80), id.s);
        return NULL;
    }
    const UsedBook *book = load(a, books, path, diag);
    if (!book->ok) {
        diag_cure(diag, DIAG_ERROR, spec.span, arena_printf(a, "use %s", path),
                  "%s cannot be used", path);
        return NULL;
    }
    for (size_t i = 0; i < book->all.n; i++) {
        Text t = book->all.v[i].base.fields[CONTACT_ID];
        if (t.s && t.n == id.n && memcmp(t.s, id.s, t.n) == 0)
            return &book->all.v[i];
    }
    refuse_id(a, book, id, diag);
    return NULL;
}

/* ---- what replaces what ---- */

static bool is_place(ContactField f) {
    return f == CONTACT_DISTRICT || f == CONTACT_CITY || f == CONTACT_REGION ||
           f == CONTACT_POSTCODE;
}

static bool has_place(const ContactForm *form) {
    bool found = form->lines.n > 0 || form->address.n > 0;
    for (int f = 0; f < CONTACT_FIELDS; f++)
        found = found || (is_place((ContactField)f) && form->fields[f].n > 0);
    return found;
}

static void overlay_form(const ContactForm *own, ContactForm *out) {
    if (own->lines.n > 0)
        out->lines = own->lines;
    if (own->address.n > 0)
        out->address = own->address;
    for (int f = 0; f < CONTACT_FIELDS; f++)
        if (own->fields[f].n > 0)
            out->fields[f] = own->fields[f];
    if (own->fields[CONTACT_NAME].n > 0 || own->names.n > 0)
        out->names = own->names;
}

static void clear_place(ContactForm *form) {
    form->lines = form->address = (TextList){0};
    for (int f = 0; f < CONTACT_FIELDS; f++)
        if (is_place((ContactField)f))
            form->fields[f] = (Text){0};
}

/* Whoever has moved has moved in every language. */
static void clear_places(const Contact *own, Contact *out) {
    bool moved = has_place(&own->base);
    for (size_t i = 0; i < own->nforms; i++)
        moved = moved || has_place(&own->forms[i]);
    if (!moved)
        return;
    clear_place(&out->base);
    for (size_t i = 0; i < out->nforms; i++)
        clear_place(&out->forms[i]);
}

static bool names_somebody(const ContactForm *form) {
    return form->fields[CONTACT_NAME].n > 0 || form->names.n > 0;
}

static bool same_name(const ContactForm *x, const ContactForm *y) {
    Text p = x->fields[CONTACT_NAME], q = y->fields[CONTACT_NAME];
    return x->names.n == 0 && y->names.n == 0 && p.n == q.n &&
           (p.n == 0 || memcmp(p.s, q.s, p.n) == 0);
}

/* A name in another language is that of the one who held the office before.
 * `out` is what is used. */
static void clear_names(const Contact *own, Contact *out, Diag *diag) {
    const ContactForm *base = &own->base;
    if (!names_somebody(base) || !names_somebody(&out->base) ||
        same_name(base, &out->base))
        return;
    Span at = base->names.n > 0 ? base->names.v[0].span
                                : base->fields[CONTACT_NAME].span;
    for (size_t i = 0; i < out->nforms; i++) {
        ContactForm *form = &out->forms[i];
        bool own_name = false;
        for (size_t k = 0; k < own->nforms; k++)
            own_name =
                own_name || (strcmp(own->forms[k].lang, form->lang) == 0 &&
                             names_somebody(&own->forms[k]));
        if (!own_name && names_somebody(form))
            diag_at(diag, DIAG_WARNING, at,
                    "the record that is used has another name, so its name in "
                    "the language %s is left out; write \"%s: {name: ...}\" if "
                    "there is one, and see whether its salutations still hold",
                    form->lang, form->lang);
        form->fields[CONTACT_NAME] = (Text){0};
        form->names = (TextList){0};
    }
}

static void overlay(Arena *a, const Contact *used, Contact *own, Diag *diag) {
    Contact out = *used;
    out.span = own->span;
    out.number = own->number;
    out.forms = ARENA_ARRAY(a, ContactForm, used->nforms + own->nforms);
    if (used->nforms > 0)
        memcpy(out.forms, used->forms, used->nforms * sizeof *out.forms);
    clear_places(own, &out);
    clear_names(own, &out, diag);
    overlay_form(&own->base, &out.base);
    /* Its place has been shared already, in the file it comes from. */
    out.base.fields[CONTACT_SAME_ADDRESS_AS] =
        own->base.fields[CONTACT_SAME_ADDRESS_AS];
    for (size_t i = 0; i < own->nforms; i++) {
        size_t k = 0;
        while (k < out.nforms &&
               strcmp(out.forms[k].lang, own->forms[i].lang) != 0)
            k++;
        if (k == out.nforms)
            out.forms[out.nforms++] = own->forms[i];
        else
            overlay_form(&own->forms[i], &out.forms[k]);
    }
    *own = out;
}

void contactuse_fill(Arena *a, const ContactUses *uses, Contact *records,
                     Diag *diag) {
    UsedBooks books = {0};
    for (size_t i = 0; i < uses->n; i++) {
        const Contact *used = find(a, &books, uses->v[i].spec, diag);
        Contact *own = &records[uses->v[i].record];
        if (used)
            overlay(a, used, own, diag);
        own->broken = !used;
    }
}
