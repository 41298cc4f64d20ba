#include "job/labels.h"

#include "base/limits.h"
#include "input/layoutfile.h"
#include "job/origin.h"
#include "job/records.h"
#include "model/country.h"
#include "out/pdf.h"
#include "page/grid.h"

/* One addressee's label, set once and drawn as often as it is wanted. */
typedef struct Sheets {
    Arena *arena;
    const Layout *layout;
    const AddressFit *fits;
    size_t n;     /* addressees */
    size_t total; /* labels */
    DisplayTags tags;
} Sheets;

static void draw_sheet(Sheets *s, size_t first, Arena *a, DisplayPage *page) {
    int per = layout_labels_per_sheet(s->layout);
    bool *used = ARENA_ARRAY(a, bool, (size_t)per);
    *page = (DisplayPage){.w = s->layout->w, .h = s->layout->h};
    uint32_t sheet = display_tag(&s->tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    for (int k = 0; k < per && first + (size_t)k < s->total; k++) {
        const AddressFit *fit = &s->fits[(first + (size_t)k) % s->n];
        LayoutBox box = layout_label_text(s->layout, k);
        uint32_t part = display_tag(&s->tags, ROLE_PART, sheet, "");
        address_fit_draw(a, fit, &s->tags, part, box.x,
                         box.y + (box.h - fit->h) / 2, &page->items);
        used[k] = true;
    }
    if (s->layout->u.labels.cut)
        grid_cut_lines(a, s->layout, used, &page->items);
}

static bool write_sheets(Sheets *s, const char *path, Diag *diag) {
    PdfOptions opt = {.lang = "", .tags = &s->tags};
    Pdf *pdf = pdf_open(path, &opt, diag);
    if (!pdf)
        return false;
    Arena *a = arena_new();
    size_t per = (size_t)layout_labels_per_sheet(s->layout);
    for (size_t first = 0; first < s->total; first += per) {
        DisplayPage page;
        draw_sheet(s, first, a, &page);
        if (!pdf_page(pdf, &page))
            break;
        arena_reset(a);
    }
    arena_free(a);
    return pdf_close(pdf, diag);
}

static void dump_sheets(Sheets *s, const JobOutput *out) {
    if (out->dump != DUMP_DISPLAY) {
        for (size_t i = 0; i < s->n; i++)
            address_fit_dump(&s->fits[i], out->dump, out->text);
        return;
    }
    size_t per = (size_t)layout_labels_per_sheet(s->layout);
    for (size_t first = 0; first < s->total; first += per) {
        DisplayPage page;
        draw_sheet(s, first, s->arena, &page);
        display_dump(&s->tags, &page, out->text);
    }
}

static const char *default_layout(const char *origin) {
    return country_uses_letter_paper(origin) ? "plain-letter" : "plain-a4";
}

static bool set_all(Session *session, Arena *a, const LabelsJob *job,
                    const Layout *layout, const char *origin,
                    const Contacts *to, Diag *diag, AddressFit *out) {
    DeliveryOptions opt = {
        .origin = origin,
        .script = job->script,
        .fit = {.max_size = ADDRESS_MAX, .family = FONT_SANS},
        .what = arena_printf(a, "label %s", layout->name)};
    grid_text_size(layout, &opt.fit.w, &opt.fit.h);
    bool ok = true;
    for (size_t i = 0; i < to->n; i++)
        ok = delivery_set(a, session->fonts, &to->v[i], &opt, diag, &out[i]) &&
             ok;
    return ok;
}

bool labels_run(Session *session, const LabelsJob *job, Diag *diag) {
    Arena *a = arena_new();
    Contacts to;
    char origin[3];
    bool ok = origin_find(job->origin, NULL, diag, origin);
    const char *name = job->layout ? job->layout : default_layout(origin);
    const Layout *layout =
        layoutfile_load(a, session->data_dir, LAYOUT_LABELS, name, diag);
    ok = records_load(a, job->addresses, (Span){0}, diag, &to) && ok && layout;
    if (!ok)
        goto out;
    if (to.n > LIMIT_ITEMS / (size_t)job->copies) {
        diag_file(diag, DIAG_ERROR, job->addresses,
                  "%zu records times %d copies is more than %d labels; print "
                  "in parts",
                  to.n, job->copies, LIMIT_ITEMS);
        ok = false;
        goto out;
    }
    AddressFit *fits = ARENA_ARRAY(a, AddressFit, to.n);
    ok = set_all(session, a, job, layout, origin, &to, diag, fits);
    ok = ok && job_may_write(diag);
    if (!ok)
        goto out;
    Sheets sheets = {.arena = a,
                     .layout = layout,
                     .fits = fits,
                     .n = to.n,
                     .total = to.n * (size_t)job->copies,
                     .tags = {.arena = a}};
    if (job->out.dump)
        dump_sheets(&sheets, &job->out);
    else if (job->out.path)
        ok = write_sheets(&sheets, job->out.path, diag);
out:
    arena_free(a);
    return ok;
}
