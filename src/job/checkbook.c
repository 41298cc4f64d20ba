#include "job/checkbook.h"

#include "input/layoutfile.h"
#include "job/delivery.h"
#include "job/origin.h"
#include "job/records.h"
#include "job/rejects.h"
#include "model/country.h"
#include "page/grid.h"

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

bool check_book(Session *s, const char *path, const char *given, Diag *diag) {
    Arena *a = arena_new();
    char origin[3];
    Check c = {.session = s, .diag = diag};
    SelectOptions none = {0};
    size_t errors = diag_count(diag, DIAG_ERROR);
    bool known = origin_find(given, NULL, diag, origin);
    c.rejects = rejects_begin(a, &none, &(JobOutput){0}, diag);
    recordlist_load(a, &s->lists, path, (Span){0}, diag, &c.list);
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
