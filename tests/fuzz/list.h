/* list.h - any bytes as a list: no crash, no leak; each record can be read
 * again, with values that stand in the source, and what is wrong is an error.
 */
#ifndef ENVOI_TESTS_FUZZ_LIST_H
#define ENVOI_TESTS_FUZZ_LIST_H

#include "base/utf8.h"
#include "input/contacts.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static inline void check_text(Text t, bool clean) {
    const Source *src = t.span.src;
    if (!t.s || !src)
        return;
    assert(t.span.off <= src->n && t.span.n <= src->n - t.span.off);
    for (size_t at = 0; clean && at < t.n;)
        assert(utf8_next(t.s, t.n, &at) != UTF8_BAD);
}

static inline void check_form(const ContactForm *f, bool clean) {
    for (int i = 0; i < CONTACT_FIELDS; i++)
        check_text(f->fields[i], clean);
    for (size_t i = 0; i < f->lines.n; i++)
        check_text(f->lines.v[i], clean);
    for (size_t i = 0; i < f->names.n; i++)
        check_text(f->names.v[i], clean);
    for (size_t i = 0; i < f->address.n; i++)
        check_text(f->address.v[i], clean);
}

static inline void check_list(const char *name, const uint8_t *data, size_t n) {
    /* The words of other languages take longer than all else. */
    setenv("ENVOI_DATA", "/nowhere", 1);
    Arena *a = arena_new(), *scratch = arena_new();
    Diag *diag = diag_new();
    ContactList list;
    bool ok =
        contactlist_parse(a, NULL, name, (const char *)data, n, diag, &list);
    assert(ok == (diag_count(diag, DIAG_ERROR) == 0));
    for (size_t i = 0; i < list.n && i < 1000; i++) {
        arena_reset(scratch);
        const Contact *c = contactlist_get(&list, i, scratch);
        check_form(&c->base, ok);
        for (size_t k = 0; k < c->nforms; k++)
            check_form(&c->forms[k], ok);
        for (size_t k = 0; k < c->nextra; k++)
            check_text(c->extra[k].value, ok);
        if (c->span.src) {
            size_t line, col;
            source_place(c->span.src, c->span.off, &line, &col);
            assert(line > 0 && col > 0);
        }
    }
    contactlist_close(&list);
    diag_free(diag);
    arena_free(scratch);
    arena_free(a);
}

#endif
