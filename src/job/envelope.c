#include "job/envelope.h"

#include "input/layoutfile.h"
#include "job/origin.h"
#include "job/place.h"
#include "job/print.h"
#include "job/records.h"
#include "model/country.h"

#include <string.h>

#define RETURN_SIZE LEN_OF_PT(9)

/* What every envelope is drawn from; the lines of each addressee are set anew
 * for its page. */
typedef struct Envelopes {
    PageSource source;
    Session *session;
    Diag *diag;
    const Layout *layout;
    DeliveryOptions delivery;
    const Contacts *to;
    const AddressSetting *settings; /* one an addressee */
    /* The return address; abroad it has its country. NULL: none. */
    const AddressFit *sender_home, *sender_abroad;
} Envelopes;

static bool is_abroad(const Contact *c, const char *origin) {
    return strcmp(c->country, origin) != 0;
}

static void set_recipient(const Envelopes *e, size_t i, Arena *a,
                          AddressFit *out) {
    delivery_set_as(a, e->session->fonts, &e->to->v[i], &e->delivery,
                    &e->settings[i], e->diag, out);
}

static bool draw(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                 DisplayPages *out) {
    Envelopes *e = (Envelopes *)self;
    const EnvelopeLayout *g = &e->layout->u.envelope;
    DisplayPage page = {.w = e->layout->w,
                        .h = e->layout->h,
                        .front = true,
                        .paper = PAPER_ENVELOPE};
    uint32_t doc = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    bool abroad = is_abroad(&e->to->v[i], e->delivery.origin);
    const AddressFit *sender = abroad ? e->sender_abroad : e->sender_home;
    if (sender)
        address_fit_draw(a, sender, tags, doc, g->sender.x, g->sender.y,
                         &page.items);
    AddressFit fit;
    set_recipient(e, i, a, &fit);
    address_fit_draw(a, &fit, tags, doc, g->recipient.x,
                     g->recipient.y + (g->recipient.h - fit.h) / 2,
                     &page.items);
    vec_push(a, out, page);
    return true;
}

/* The stages before the display. */
static void dump_recipients(const Envelopes *e, const JobOutput *out) {
    Arena *a = arena_new();
    for (size_t i = 0; i < e->to->n; i++) {
        AddressFit fit;
        set_recipient(e, i, a, &fit);
        address_fit_dump(&fit, out->dump, out->text);
        arena_reset(a);
    }
    arena_free(a);
}

/* The return address: small, in the sender's box. */
static bool set_sender(Session *session, Arena *a, const Layout *layout,
                       const Contact *from, bool abroad, Diag *diag,
                       AddressFit *out) {
    const LayoutBox *box = &layout->u.envelope.sender;
    AddressBlock block;
    *out = (AddressFit){0};
    if (!box->span.src) {
        diag_at(diag, DIAG_WARNING, from->span,
                "the envelope %s has no place for a return address, which is "
                "left out; give its layout a box \"sender\"",
                layout->name);
        return true;
    }
    if (!address_return(a, from, abroad, diag, &block))
        return false;
    AddressFitOptions opt = {
        .w = box->w, .h = box->h, .max_size = RETURN_SIZE, .family = FONT_SANS};
    AddressSetting as;
    bool fits =
        address_fit_find(session->fonts, &block, &block, &opt, diag, &as);
    address_fit_set(a, session->fonts, &block, &block, &as, &opt, diag, out);
    if (fits)
        return true;
    diag_at(diag, DIAG_ERROR, from->span,
            "the return address does not fit the envelope %s: %s; shorten it",
            layout->name, delivery_over(a, out));
    return false;
}

static bool any(const Contacts *to, const char *origin, bool abroad) {
    for (size_t i = 0; i < to->n; i++)
        if (is_abroad(&to->v[i], origin) == abroad)
            return true;
    return false;
}

/* Find how each address is set; errors of all of them. */
static bool find_settings(Envelopes *e, AddressSetting *out) {
    bool ok = true;
    for (size_t i = 0; i < e->to->n; i++)
        ok = delivery_find(e->session->fonts, &e->to->v[i], &e->delivery,
                           e->diag, &out[i]) &&
             ok;
    e->settings = out;
    return ok;
}

static const char *default_layout(const char *origin) {
    return country_uses_letter_paper(origin) ? "us-10" : "dl";
}

bool envelope_run(Session *session, const EnvelopeJob *job, Diag *diag) {
    Arena *a = arena_new();
    Contacts to = {0}, from = {0};
    char origin[3];
    bool ok = records_load(a, job->addresses, (Span){0}, diag, &to);
    if (job->from)
        ok = records_load(a, job->from, (Span){0}, diag, &from) && ok;
    ok = origin_find(job->origin, from.n ? from.v : NULL, diag, origin) && ok;
    const char *name = job->layout ? job->layout : default_layout(origin);
    const Layout *layout = layoutfile_load(
        a, session->data_dir, LAYOUT_ENVELOPE, name, (Span){0}, diag);
    if (ok && layout)
        layout = place_layout(session, a, layout, origin, diag);
    if (!ok || !layout) {
        ok = false;
        goto out;
    }
    const LayoutBox *box = &layout->u.envelope.recipient;
    Envelopes e = {
        .source = {.n = to.n, .draw = draw},
        .session = session,
        .diag = diag,
        .layout = layout,
        .delivery = {.origin = origin,
                     .script = job->script,
                     .fit = {.w = box->w,
                             .h = box->h,
                             .max_size = ADDRESS_MAX,
                             .family = FONT_SANS},
                     .what = arena_printf(a, "address zone of envelope %s",
                                          layout->name),
                     .else_try = delivery_else_try(job->script)},
        .to = &to};
    ok = find_settings(&e, ARENA_ARRAY(a, AddressSetting, to.n));
    AddressFit home, abroad;
    if (from.n && any(&to, origin, false)) {
        ok = set_sender(session, a, layout, from.v, false, diag, &home) && ok;
        e.sender_home = &home;
    }
    if (from.n && any(&to, origin, true)) {
        ok = set_sender(session, a, layout, from.v, true, diag, &abroad) && ok;
        e.sender_abroad = &abroad;
    }
    ok = ok && job_may_write(diag);
    if (!ok)
        goto out;
    if (job->out.dump && job->out.dump != DUMP_DISPLAY)
        dump_recipients(&e, &job->out);
    else
        ok = print_pages(&e.source, &job->out, diag);
out:
    arena_free(a);
    return ok;
}
