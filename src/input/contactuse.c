#include "input/contactuse.h"

#include "base/fs.h"
#include "model/personnamed.h"

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
            text_shown(id), id.s,
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
                text_shown(id), id.s);
        return NULL;
    }
    const UsedBook *book = load(a, books, path, diag);
    if (!book->ok) {
        diag_cure(diag, DIAG_ERROR, spec.span, arena_printf(a, "use %s", path),
                  "%s cannot be used", path);
        return NULL;
    }
    const Contact *found = NULL;
    for (size_t i = 0; i < book->all.n; i++) {
        if (!text_same(book->all.v[i].base.fields[CONTACT_ID], id))
            continue;
        if (found) {
            diag_at(diag, DIAG_ERROR, id.span,
                    "two records of %s have the id \"%.*s\", and either could "
                    "be meant; change one",
                    book->path, text_shown(id), id.s);
            return NULL;
        }
        found = &book->all.v[i];
    }
    if (!found)
        refuse_id(a, book, id, diag);
    return found;
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

static Span name_span(const ContactForm *form) {
    return form->names.n > 0 ? form->names.v[0].span
                             : form->fields[CONTACT_NAME].span;
}

static bool is_renamed(const ContactForm *own, const ContactForm *used) {
    return names_somebody(own) && names_somebody(used) && !same_name(own, used);
}

static const ContactForm *form_in(const Contact *c, const char *lang) {
    for (size_t i = 0; i < c->nforms; i++)
        if (strcmp(c->forms[i].lang, lang) == 0)
            return &c->forms[i];
    return NULL;
}

/* ---- whose salutation it is ---- */

/* The form of `own` that says that it is somebody else; NULL if none does. */
static const ContactForm *renamed_form(const Contact *own,
                                       const Contact *used) {
    if (is_renamed(&own->base, &used->base))
        return &own->base;
    if (names_somebody(&own->base) && names_somebody(&used->base))
        return NULL;
    for (size_t i = 0; i < own->nforms; i++) {
        const ContactForm *theirs = form_in(used, own->forms[i].lang);
        if (theirs && is_renamed(&own->forms[i], theirs))
            return &own->forms[i];
    }
    return NULL;
}

static void add_names(Arena *a, const ContactForm *form, TextList *out) {
    VEC(Text) all = {out->v, out->n, out->n};
    for (size_t i = 0; i < form->names.n; i++)
        vec_push(a, &all, form->names.v[i]);
    if (form->fields[CONTACT_NAME].n > 0)
        vec_push(a, &all, form->fields[CONTACT_NAME]);
    *out = (TextList){all.v, all.n};
}

static TextList all_names(Arena *a, const Contact *c) {
    TextList names = {0};
    add_names(a, &c->base, &names);
    for (size_t i = 0; i < c->nforms; i++)
        add_names(a, &c->forms[i], &names);
    return names;
}

/* `form` of the record that is used has a salutation that is kept: is it free
 * of the names of who held the office before? */
static bool greets_nobody(Arena *a, const ContactForm *form,
                          const TextList *names, Span at, Diag *diag) {
    Text greeting = form->fields[CONTACT_SALUTATION];
    const char *cure =
        arena_printf(a,
                     form->lang[0] ? "write \"%s: {salutation: ...}\" here"
                                   : "write \"salutation: ...\" here",
                     form->lang);
    for (size_t i = 0; i < names->n; i++) {
        if (person_named(a, names->v[i], greeting).n == 0)
            continue;
        diag_at(diag, DIAG_ERROR, at,
                "the record that is used has another name, and its salutation "
                "\"%.*s\" is for %.*s; %s",
                text_shown(greeting), greeting.s, text_shown(names->v[i]),
                names->v[i].s, cure);
        return false;
    }
    if (person_nameable(a, names->v, names->n, greeting))
        return true;
    diag_at(diag, DIAG_ERROR, at,
            "the record that is used has another name, and nobody can tell "
            "whether its salutation \"%.*s\" holds the old one, which is not "
            "there in the same script; %s",
            text_shown(greeting), greeting.s, cure);
    return false;
}

static bool salutations_hold(Arena *a, const Contact *used, const Contact *own,
                             Diag *diag) {
    const ContactForm *renamed = renamed_form(own, used);
    bool hold = true;
    if (!renamed)
        return true;
    TextList names = all_names(a, used);
    Span before = diag_about(diag, own->span);
    for (size_t i = 0; i <= used->nforms; i++) {
        const ContactForm *form = i == 0 ? &used->base : &used->forms[i - 1];
        const ContactForm *mine =
            i == 0 ? &own->base : form_in(own, form->lang);
        if (form->fields[CONTACT_SALUTATION].n > 0 &&
            !(mine && mine->fields[CONTACT_SALUTATION].n > 0))
            hold = greets_nobody(a, form, &names, name_span(renamed), diag) &&
                   hold;
    }
    diag_about(diag, before);
    return hold;
}

/* ---- one record over the other ---- */

/* A name in another language is that of the one who held the office before.
 * `out` is what is used. */
static void clear_names(const Contact *own, Contact *out, Diag *diag) {
    if (!is_renamed(&own->base, &out->base))
        return;
    Span at = name_span(&own->base);
    for (size_t i = 0; i < out->nforms; i++) {
        ContactForm *form = &out->forms[i];
        const ContactForm *mine = form_in(own, form->lang);
        if (!(mine && names_somebody(mine)) && names_somebody(form))
            diag_at(diag, DIAG_WARNING, at,
                    "the record that is used has another name, so its name in "
                    "the language %s is left out; write \"%s: {name: ...}\" if "
                    "there is one",
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
        bool sound = used && salutations_hold(a, used, own, diag);
        if (used)
            overlay(a, used, own, diag);
        own->broken = !sound;
    }
}
