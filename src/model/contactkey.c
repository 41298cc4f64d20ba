#include "model/contactkey.h"

#include <string.h>

#include "model/fold.h"

static bool has_place(const ContactForm *form) {
    return form->lines.n > 0 || form->address.n > 0;
}

/* Without a language first, then by tag: the order in the file is chance. */
static const ContactForm *place_form(const Contact *c) {
    const ContactForm *best = NULL;
    if (has_place(&c->base))
        return &c->base;
    for (size_t i = 0; i < c->nforms; i++)
        if (has_place(&c->forms[i]) &&
            (!best || strcmp(c->forms[i].lang, best->lang) < 0))
            best = &c->forms[i];
    return best;
}

static void add_list(const TextList *list, Buf *out) {
    for (size_t i = 0; i < list->n; i++)
        fold_loose(list->v[i], out);
}

bool contactkey_place(const Contact *c, Buf *out) {
    static const ContactField fields[] = {CONTACT_DISTRICT, CONTACT_CITY,
                                          CONTACT_REGION, CONTACT_POSTCODE};
    const ContactForm *form = place_form(c);
    if (!form)
        return false;
    fold_loose(form->fields[CONTACT_CARE_OF], out);
    add_list(&form->lines, out);
    add_list(&form->address, out);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        fold_loose(form->fields[fields[i]], out);
    buf_puts(out, c->country);
    return true;
}

/* As it stands in the form of the place, else wherever it does. */
static Text find_field(const Contact *c, const ContactForm *form,
                       ContactField field) {
    Text t = form->fields[field];
    if (t.n == 0)
        t = c->base.fields[field];
    for (size_t i = 0; t.n == 0 && i < c->nforms; i++)
        t = c->forms[i].fields[field];
    return t;
}

void contactkey_people(const Contact *c, Buf *out) {
    static const ContactField fields[] = {CONTACT_NAME, CONTACT_ORGANISATION,
                                          CONTACT_DEPARTMENT,
                                          CONTACT_ATTENTION};
    const ContactForm *form = place_form(c);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        Text t = find_field(c, form ? form : &c->base, fields[i]);
        buf_putc(out, '\n');
        fold_loose(t, out);
    }
}
