#include "job/checkbook.h"

#include "input/layoutfile.h"
#include "job/delivery.h"
#include "job/origin.h"
#include "job/records.h"
#include "job/rejects.h"
#include "model/country.h"
#include "page/grid.h"

#include <stdlib.h>
#include <string.h>

typedef struct Check {
    Session *session;
    ContactList list;
    DeliveryOptions opt;
    Rejects *rejects;
    Diag *diag;
    bool can_set; /* it is known on what, and from where */
} Check;

/* Every address that can be read, as large as it gets. */
static void set_all(void *run) {
    Check *c = run;
    Arena *scratch = arena_new();
    for (size_t i = 0; c->can_set && i < c->list.n; i++) {
        AddressSetting as;
        arena_reset(scratch);
        const Contact *one = contactlist_get(&c->list, i, scratch);
        if (rejects_takes(c->rejects, one))
            delivery_find(c->session->fonts, one, &c->opt, c->diag, &as);
    }
    arena_free(scratch);
}

/* ---- ids ---- */

typedef struct Id {
    Text text;
    size_t number; /* of its record */
} Id;

static int by_id(const void *x, const void *y) {
    const Id *a = x, *b = y;
    size_t n = a->text.n < b->text.n ? a->text.n : b->text.n;
    int order = memcmp(a->text.s, b->text.s, n);
    if (order == 0)
        order = (a->text.n > b->text.n) - (a->text.n < b->text.n);
    return order != 0 ? order
                      : (a->number > b->number) - (a->number < b->number);
}

/* FILE#ID and same_address_as could mean either of two. An id that came with a
 * record of another file (`use`) is not this file's. */
static void check_ids(const ContactList *list, Diag *diag) {
    Arena *a = arena_new(), *scratch = arena_new();
    Id *ids = ARENA_ARRAY(a, Id, list->n + 1);
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++) {
        arena_reset(scratch);
        const Contact *c = contactlist_get(list, i, scratch);
        Text t = c->base.fields[CONTACT_ID];
        if (t.n == 0 || t.span.src != c->span.src)
            continue;
        t.s = arena_strndup(a, t.s, t.n);
        ids[n++] = (Id){t, c->number};
    }
    qsort(ids, n, sizeof *ids, by_id);
    for (size_t i = 1, first = 0; i < n; i++) {
        const Text *t = &ids[i].text, *before = &ids[first].text;
        if (!text_same(*t, *before)) {
            first = i;
            continue;
        }
        diag_at(
            diag, DIAG_WARNING, t->span,
            "the id \"%.*s\" of record %zu is that of record %zu at %s too, "
            "and no record can be named by it; change one",
            text_shown(*t), t->s, ids[i].number, ids[first].number,
            source_where(a, before->span.src, before->span.off));
    }
    arena_free(scratch);
    arena_free(a);
}

bool check_book(Session *s, const char *path, const char *given, Diag *diag) {
    Arena *a = arena_new();
    char origin[3];
    Check c = {.session = s, .diag = diag};
    SelectOptions none = {0};
    size_t errors = diag_count(diag, DIAG_ERROR);
    bool known = origin_find(given, NULL, diag, origin);
    c.rejects = rejects_begin(a, &none, &(JobOutput){0}, diag);
    recordlist_load(a, &s->lists, path, (Span){0}, diag, &c.list);
    check_ids(&c.list, diag);
    const char *name =
        country_uses_letter_paper(origin) ? "plain-letter" : "plain-a4";
    const Layout *slip =
        layoutfile_load(a, s->data_dir, LAYOUT_LABELS, name, (Span){0}, diag);
    c.opt =
        (DeliveryOptions){.origin = origin,
                          .fit = {.max_size = ADDRESS_MAX, .family = FONT_SANS},
                          .what = arena_printf(a, "label %s", name)};
    c.can_set = known && slip;
    if (c.can_set)
        grid_fit_options(a, slip, &c.opt.fit);
    rejects_find(c.rejects, false, set_all, &c);
    rejects_end(c.rejects, false);
    contactlist_close(&c.list);
    arena_free(a);
    return diag_count(diag, DIAG_ERROR) == errors;
}
