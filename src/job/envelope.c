#include "job/envelope.h"

#include "input/layoutfile.h"
#include "job/origin.h"
#include "job/records.h"
#include "model/country.h"
#include "out/pdf.h"

#include <string.h>

#define RETURN_SIZE LEN_OF_PT(9)

typedef struct Envelopes {
    const Layout *layout;
    const AddressFit *fits;
    size_t n;
    const AddressFit *sender; /* NULL: none */
    DisplayTags tags;
} Envelopes;

static void draw(Envelopes *e, size_t i, Arena *a, DisplayPage *page) {
    const EnvelopeLayout *g = &e->layout->u.envelope;
    *page = (DisplayPage){.w = e->layout->w, .h = e->layout->h, .front = true};
    uint32_t doc = display_tag(&e->tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    if (e->sender)
        address_fit_draw(a, e->sender, &e->tags, doc, g->sender.x, g->sender.y,
                         &page->items);
    const AddressFit *fit = &e->fits[i];
    address_fit_draw(a, fit, &e->tags, doc, g->recipient.x,
                     g->recipient.y + (g->recipient.h - fit->h) / 2,
                     &page->items);
}

static bool write_all(Envelopes *e, const char *path, Diag *diag) {
    PdfOptions opt = {.lang = "", .tags = &e->tags};
    Pdf *pdf = pdf_open(path, &opt, diag);
    if (!pdf)
        return false;
    Arena *a = arena_new();
    bool ok = true;
    for (size_t i = 0; i < e->n && ok; i++) {
        DisplayPage page;
        draw(e, i, a, &page);
        ok = pdf_page(pdf, &page);
        arena_reset(a);
    }
    arena_free(a);
    return pdf_close(pdf, diag);
}

static void dump_all(Envelopes *e, Arena *a, const JobOutput *out) {
    for (size_t i = 0; i < e->n; i++) {
        if (out->dump != DUMP_DISPLAY) {
            address_fit_dump(&e->fits[i], out->dump, out->text);
            continue;
        }
        DisplayPage page;
        draw(e, i, a, &page);
        display_dump(&e->tags, &page, out->text);
    }
}

/* The return address: small, in the sender's box. */
static bool set_sender(Session *session, Arena *a, const Layout *layout,
                       const Contact *from, bool abroad, Diag *diag,
                       AddressFit *out) {
    const LayoutBox *box = &layout->u.envelope.sender;
    AddressBlock block;
    if (!address_return(a, from, abroad, diag, &block))
        return false;
    AddressFitOptions opt = {
        .w = box->w, .h = box->h, .max_size = RETURN_SIZE, .family = FONT_SANS};
    if (address_fit(a, session->fonts, &block, &block, &opt, diag, out))
        return true;
    diag_at(diag, DIAG_ERROR, from->span,
            "the return address does not fit the envelope %s: %.1f mm too wide "
            "and %.1f mm too high at 8 pt; shorten it",
            layout->name, len_mm(out->over_w), len_mm(out->over_h));
    return false;
}

static bool any_abroad(const Contacts *to, const char *origin) {
    for (size_t i = 0; i < to->n; i++)
        if (strcmp(to->v[i].country, origin) != 0)
            return true;
    return false;
}

static bool set_all(Session *session, Arena *a, const EnvelopeJob *job,
                    const Layout *layout, const char *origin,
                    const Contacts *to, Diag *diag, AddressFit *out) {
    const LayoutBox *box = &layout->u.envelope.recipient;
    DeliveryOptions opt = {
        .origin = origin,
        .script = job->script,
        .fit = {box->w, box->h, ADDRESS_MAX, FONT_SANS},
        .what = arena_printf(a, "address zone of envelope %s", layout->name)};
    bool ok = true;
    for (size_t i = 0; i < to->n; i++)
        ok = delivery_set(a, session->fonts, &to->v[i], &opt, diag, &out[i]) &&
             ok;
    return ok;
}

bool envelope_run(Session *session, const EnvelopeJob *job, Diag *diag) {
    Arena *a = arena_new();
    Contacts to = {0}, from = {0};
    char origin[3];
    bool ok = records_load(a, job->addresses, (Span){0}, diag, &to);
    if (job->from)
        ok = records_load(a, job->from, (Span){0}, diag, &from) && ok;
    ok = origin_find(job->origin, from.n ? from.v : NULL, diag, origin) && ok;
    const char *name = job->layout                         ? job->layout
                       : country_uses_letter_paper(origin) ? "us-10"
                                                           : "dl";
    const Layout *layout =
        layoutfile_load(a, session->data_dir, LAYOUT_ENVELOPE, name, diag);
    ok = ok && layout;
    if (!ok)
        goto out;
    AddressFit *fits = ARENA_ARRAY(a, AddressFit, to.n);
    ok = set_all(session, a, job, layout, origin, &to, diag, fits);
    AddressFit sender;
    if (from.n)
        ok = set_sender(session, a, layout, from.v, any_abroad(&to, origin),
                        diag, &sender) &&
             ok;
    ok = ok && job_may_write(diag);
    if (!ok)
        goto out;
    Envelopes e = {.layout = layout,
                   .fits = fits,
                   .n = to.n,
                   .sender = from.n ? &sender : NULL,
                   .tags = {.arena = a}};
    if (job->out.dump)
        dump_all(&e, a, &job->out);
    else if (job->out.path)
        ok = write_all(&e, job->out.path, diag);
out:
    arena_free(a);
    return ok;
}
