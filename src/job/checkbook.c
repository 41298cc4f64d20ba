#include "job/checkbook.h"

#include "input/layoutfile.h"
#include "job/origin.h"
#include "job/records.h"
#include "model/country.h"
#include "page/grid.h"

/* Has the reader already complained of this record as a whole? What follows
 * from that is no news. */
static bool is_broken(Contact *c) {
    Diag *scratch = diag_new();
    bool ok = contact_check(c, scratch);
    diag_free(scratch);
    return !ok || (c->base.fields[CONTACT_SAME_ADDRESS_AS].n > 0 &&
                   !c->country[0] && c->base.lines.n == 0);
}

bool check_book(Session *s, const char *path, const char *given, Diag *diag) {
    Arena *a = arena_new();
    Contacts all = {0};
    char origin[3];
    size_t errors = diag_count(diag, DIAG_ERROR);
    bool known = origin_find(given, NULL, diag, origin);
    records_load(a, &s->lists, path, (Span){0}, diag, &all);
    const char *name =
        country_uses_letter_paper(origin) ? "plain-letter" : "plain-a4";
    const Layout *slip =
        layoutfile_load(a, s->data_dir, LAYOUT_LABELS, name, (Span){0}, diag);
    DeliveryOptions opt = {
        .origin = origin,
        .fit = {.max_size = ADDRESS_MAX, .family = FONT_SANS},
        .what = arena_printf(a, "label %s", name)};
    if (known && slip) {
        grid_fit_options(a, slip, &opt.fit);
        AddressSetting as;
        for (size_t i = 0; i < all.n; i++)
            if (!is_broken(&all.v[i]))
                delivery_find(s->fonts, &all.v[i], &opt, diag, &as);
    }
    arena_free(a);
    return diag_count(diag, DIAG_ERROR) == errors;
}
