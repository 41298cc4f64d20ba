#include "job/labels.h"

#include "base/limits.h"
#include "input/layoutfile.h"
#include "job/origin.h"
#include "job/print.h"
#include "job/records.h"
#include "model/country.h"
#include "page/grid.h"

/* What every sheet is drawn from. Of each addressee only the setting is kept;
 * the lines are set anew for the sheet they stand on. */
typedef struct Sheets {
    PageSource source;
    Session *session;
    Diag *diag;
    const Layout *layout;
    DeliveryOptions delivery;
    const Contacts *to;
    const AddressSetting *settings; /* one an addressee */
    size_t total;                   /* labels */
} Sheets;

static void draw_label(Sheets *s, size_t addressee, int k, uint32_t sheet,
                       Arena *a, DisplayTags *tags, DisplayItems *to) {
    AddressFit fit;
    const AddressSetting *as = &s->settings[addressee];
    uint32_t part = display_tag(tags, ROLE_PART, sheet, "");
    delivery_set_as(a, s->session->fonts, &s->to->v[addressee], &s->delivery,
                    as, s->diag, &fit);
    LayoutPoint at = grid_place(s->layout, k, as->room, fit.w, fit.h);
    address_fit_draw(a, &fit, tags, part, at.x, at.y, to);
}

static bool draw_sheet(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                       DisplayPages *out) {
    Sheets *s = (Sheets *)self;
    int per = layout_labels_per_sheet(s->layout);
    size_t first = i * (size_t)per;
    bool *used = ARENA_ARRAY(a, bool, (size_t)per);
    DisplayPage page = {.w = s->layout->w, .h = s->layout->h};
    uint32_t sheet = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    for (int k = 0; k < per && first + (size_t)k < s->total; k++) {
        size_t addressee = (first + (size_t)k) % s->to->n;
        draw_label(s, addressee, k, sheet, a, tags, &page.items);
        used[k] = true;
    }
    if (s->layout->u.labels.cut)
        grid_cut_lines(a, s->layout, used, &page.items);
    vec_push(a, out, page);
    return true;
}

/* The stages before the display, each addressee once. */
static void dump_labels(Sheets *s, const JobOutput *out) {
    Arena *a = arena_new();
    for (size_t i = 0; i < s->to->n; i++) {
        AddressFit fit;
        delivery_set_as(a, s->session->fonts, &s->to->v[i], &s->delivery,
                        &s->settings[i], s->diag, &fit);
        address_fit_dump(&fit, out->dump, out->text);
        arena_reset(a);
    }
    arena_free(a);
}

static const char *default_layout(const char *origin) {
    return country_uses_letter_paper(origin) ? "plain-letter" : "plain-a4";
}

/* Find how each label is set; errors of all of them. */
static bool find_settings(Sheets *s, AddressSetting *out) {
    bool ok = true;
    for (size_t i = 0; i < s->to->n; i++)
        ok = delivery_find(s->session->fonts, &s->to->v[i], &s->delivery,
                           s->diag, &out[i]) &&
             ok;
    s->settings = out;
    return ok;
}

static bool few_enough(const LabelsJob *job, size_t n, Diag *diag) {
    if (n <= LIMIT_ITEMS / (size_t)job->copies)
        return true;
    diag_file(diag, DIAG_ERROR, job->addresses,
              "%zu records times %d copies is more than %d labels; print in "
              "parts",
              n, job->copies, LIMIT_ITEMS);
    return false;
}

bool labels_run(Session *session, const LabelsJob *job, Diag *diag) {
    Arena *a = arena_new();
    Contacts to;
    char origin[3];
    bool ok = origin_find(job->origin, NULL, diag, origin);
    const char *name = job->layout ? job->layout : default_layout(origin);
    const Layout *layout = layoutfile_load(a, session->data_dir, LAYOUT_LABELS,
                                           name, (Span){0}, diag);
    ok = records_load(a, job->addresses, (Span){0}, diag, &to) && ok && layout;
    if (!ok || !few_enough(job, to.n, diag)) {
        ok = false;
        goto out;
    }
    Sheets sheets = {
        .session = session,
        .diag = diag,
        .layout = layout,
        .delivery = {.origin = origin,
                     .script = job->script,
                     .fit = {.max_size = ADDRESS_MAX, .family = FONT_SANS},
                     .what = arena_printf(a, "label %s", layout->name),
                     .else_try = delivery_else_try(job->script)},
        .to = &to,
        .total = to.n * (size_t)job->copies};
    size_t per = (size_t)layout_labels_per_sheet(layout);
    sheets.source =
        (PageSource){.n = (sheets.total + per - 1) / per, .draw = draw_sheet};
    grid_fit_options(a, layout, &sheets.delivery.fit);
    ok = find_settings(&sheets, ARENA_ARRAY(a, AddressSetting, to.n)) &&
         job_may_write(diag);
    if (!ok)
        goto out;
    if (job->out.dump && job->out.dump != DUMP_DISPLAY)
        dump_labels(&sheets, &job->out);
    else
        ok = print_pages(&sheets.source, &job->out, diag);
out:
    arena_free(a);
    return ok;
}
