#include "input/contactpack.h"

#include <assert.h>
#include <string.h>

/* Where a value stands in its form: a ContactField, or in a list. */
enum { IN_NAMES = CONTACT_FIELDS, IN_LINES, IN_ADDRESS, PLACES };

typedef struct PackedText {
    const char *s;
    uint32_t n;
    uint32_t off, len; /* its place in the source */
    uint16_t form;     /* 0 is the base form, forms[i] is i + 1 */
    uint8_t at;
    bool placed; /* it has a place */
} PackedText;

struct PackedContact {
    uint32_t off, len, number, copies;
    char country[3], embassy_in[3];
    bool broken;
    uint16_t nforms;
    uint32_t n;
    const char **langs; /* of the forms */
    PackedText v[];
};

static const TextList *list_at(const ContactForm *form, int at) {
    return at == IN_NAMES   ? &form->names
           : at == IN_LINES ? &form->lines
                            : &form->address;
}

static size_t count_texts(const ContactForm *form) {
    size_t n = form->names.n + form->lines.n + form->address.n;
    for (int at = 0; at < CONTACT_FIELDS; at++)
        n += form->fields[at].s != NULL;
    return n;
}

static void pack_text(Arena *a, const Source *src, PackedContact *p,
                      const Text *t, size_t form, int at) {
    const char *end = src->bytes + src->n;
    bool there = t->s >= src->bytes && t->s + t->n <= end;
    assert(!t->span.src || t->span.src == src);
    p->v[p->n++] =
        (PackedText){.s = there ? t->s : arena_strndup(a, t->s, t->n),
                     .n = (uint32_t)t->n,
                     .off = (uint32_t)t->span.off,
                     .len = (uint32_t)t->span.n,
                     .form = (uint16_t)form,
                     .at = (uint8_t)at,
                     .placed = t->span.src != NULL};
}

static void pack_form(Arena *a, const Source *src, PackedContact *p,
                      const ContactForm *form, size_t number) {
    for (int at = 0; at < CONTACT_FIELDS; at++)
        if (form->fields[at].s)
            pack_text(a, src, p, &form->fields[at], number, at);
    for (int at = IN_NAMES; at < PLACES; at++) {
        const TextList *list = list_at(form, at);
        for (size_t i = 0; i < list->n; i++)
            pack_text(a, src, p, &list->v[i], number, at);
    }
}

PackedContact *contact_pack(Arena *a, const Source *src, const Contact *c) {
    size_t n = count_texts(&c->base);
    for (size_t i = 0; i < c->nforms; i++)
        n += count_texts(&c->forms[i]);
    assert(c->nextra == 0 && c->nforms < UINT16_MAX);
    PackedContact *p = arena_alloc(a, sizeof *p + n * sizeof *p->v);
    *p = (PackedContact){.off = (uint32_t)c->span.off,
                         .len = (uint32_t)c->span.n,
                         .number = (uint32_t)c->number,
                         .nforms = (uint16_t)c->nforms,
                         .langs = ARENA_ARRAY(a, const char *, c->nforms)};
    contact_repack(p, c);
    pack_form(a, src, p, &c->base, 0);
    for (size_t i = 0; i < c->nforms; i++) {
        p->langs[i] = c->forms[i].lang;
        pack_form(a, src, p, &c->forms[i], i + 1);
    }
    return p;
}

void contact_repack(PackedContact *p, const Contact *checked) {
    p->broken = checked->broken;
    p->copies = checked->copies;
    memcpy(p->country, checked->country, sizeof p->country);
    memcpy(p->embassy_in, checked->embassy_in, sizeof p->embassy_in);
}

/* How many texts from `i` on are of the same list. */
static size_t count_list(const PackedContact *p, size_t i) {
    size_t n = 1;
    while (i + n < p->n && p->v[i + n].form == p->v[i].form &&
           p->v[i + n].at == p->v[i].at)
        n++;
    return n;
}

void contact_unpack(const PackedContact *p, const Source *src, Arena *a,
                    Contact *out) {
    *out = (Contact){.span = {src, p->off, p->len},
                     .number = p->number,
                     .base = {.lang = ""},
                     .nforms = p->nforms,
                     .broken = p->broken,
                     .copies = p->copies};
    memcpy(out->country, p->country, sizeof out->country);
    memcpy(out->embassy_in, p->embassy_in, sizeof out->embassy_in);
    out->forms = ARENA_ARRAY(a, ContactForm, p->nforms);
    for (size_t i = 0; i < p->nforms; i++)
        out->forms[i].lang = p->langs[i];
    for (size_t i = 0; i < p->n; i++) {
        const PackedText *t = &p->v[i];
        ContactForm *form = t->form ? &out->forms[t->form - 1] : &out->base;
        Text text = {t->s, t->n, {t->placed ? src : NULL, t->off, t->len}};
        if (t->at < CONTACT_FIELDS) {
            form->fields[t->at] = text;
            continue;
        }
        TextList *list = (TextList *)list_at(form, t->at);
        if (list->n == 0)
            list->v = ARENA_ARRAY(a, Text, count_list(p, i));
        list->v[list->n++] = text;
    }
}
