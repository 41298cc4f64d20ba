#include "job/contactyaml.h"

#include "base/yamlwrite.h"

#include <string.h>

/* Columns that a line with its comment may take. */
enum { COLUMNS = 100 };

void yaml_remark(Buf *out, size_t from, const char *remark) {
    if (!remark || !remark[0] || out->n == from)
        return;
    const char *newline = memchr(out->s + from, '\n', out->n - from);
    bool one = newline && (size_t)(newline - out->s) + 1 == out->n;
    bool first = out->s[from] == '-'; /* of a record: nothing may part them */
    Buf rest = {0};
    if (one && (first || out->n - from + strlen(remark) + 4 < COLUMNS)) {
        out->n--;
        buf_printf(out, "  # %s\n", remark);
        return;
    }
    size_t indent = strspn(out->s + from, " ");
    buf_add(&rest, out->s + from, out->n - from);
    out->n = from;
    buf_printf(out, "%*s# %s\n", (int)indent, "", remark);
    buf_add(out, rest.s, rest.n);
    buf_free(&rest);
}

typedef struct Record {
    const ContactRemarks *remarks;
    const ContactForm *form;
    Buf *out;
} Record;

static const char *remark_on(const Record *r, const char *key, Text value) {
    return r->remarks ? r->remarks->remark(r->remarks, r->form, key, value)
                      : NULL;
}

static void put_pair(const Record *r, int indent, const char *key, Text value,
                     Text place) {
    size_t from = r->out->n;
    yamlwrite_pair(r->out, indent, key, value);
    yaml_remark(r->out, from, remark_on(r, key, place));
}

static void put_list(const Record *r, int indent, const char *key,
                     const TextList *list) {
    if (list->n == 1)
        put_pair(r, indent, key, list->v[0], list->v[0]);
    if (list->n < 2)
        return;
    buf_printf(r->out, "%*s%s:\n", indent, "", key);
    for (size_t i = 0; i < list->n; i++) {
        size_t from = r->out->n;
        buf_printf(r->out, "%*s- ", indent + 2, "");
        yamlwrite_text(r->out, list->v[i]);
        buf_putc(r->out, '\n');
        yaml_remark(r->out, from, remark_on(r, key, list->v[i]));
    }
}

/* The fields of a form, the street where it is written by hand: behind who it
 * is, before the place. */
static void put_form(const Record *r, int indent, const char *country) {
    const ContactForm *form = r->form;
    put_list(r, indent, "names", &form->names);
    for (int f = 0; f < CONTACT_FIELDS; f++) {
        if (f == CONTACT_DISTRICT)
            put_list(r, indent, "lines", &form->lines);
        bool listed = f == CONTACT_NAME && form->names.n > 0;
        if (f == CONTACT_COUNTRY && !form->lang[0] && country[0])
            put_pair(r, indent, "country", text_literal(country),
                     form->fields[f]);
        else if (form->fields[f].n > 0 && !listed)
            put_pair(r, indent, contact_field_names[f], form->fields[f],
                     form->fields[f]);
    }
}

void contactyaml_record(const Contact *c, const ContactRemarks *remarks,
                        Buf *out) {
    Buf body = {0};
    Record r = {remarks, &c->base, &body};
    bool shares = c->base.fields[CONTACT_SAME_ADDRESS_AS].n > 0;
    put_form(&r, 2, shares ? "" : c->country);
    for (size_t i = 0; i < c->nforms; i++) {
        buf_printf(&body, "  %s:\n", c->forms[i].lang);
        r.form = &c->forms[i];
        put_form(&r, 4, "");
    }
    /* A comment above the first field stays above the dash. */
    size_t at = 0;
    while (at < body.n && body.s[at + strspn(body.s + at, " ")] == '#') {
        const char *newline = memchr(body.s + at, '\n', body.n - at);
        at = newline ? (size_t)(newline - body.s) + 1 : body.n;
    }
    if (at < body.n) {
        body.s[at] = '-';
        buf_add(out, body.s, body.n);
    }
    buf_free(&body);
}
