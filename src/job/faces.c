#include "job/faces.h"

#include "job/designfaces.h"
#include "model/country.h"
#include "model/postzones.h"

#include <string.h>

#define RETURN_SIZE LEN_OF_PT(9)

static bool is_abroad(const Faces *f, const FaceItem *item) {
    return strcmp(item->to->country, f->options.origin) != 0;
}

/* ---- return address ---- */

static const char *envelope_name(const Faces *f) {
    return f->options.layout->name;
}

bool faces_has_room(const Faces *f, const FaceItem *item) {
    if (f->options.flap || f->options.layout->u.envelope.sender.span.src)
        return true;
    diag_at(f->diag, DIAG_ERROR, item->sender->span,
            "the envelope %s has no room for a return address beside the "
            "stamp; print it with --return-place flap, or not at all with "
            "--return none",
            envelope_name(f));
    return false;
}

/* The box for it; of no size, with an error, where there is none. */
static LayoutBox sender_box(const Faces *f, const FaceItem *item) {
    const Layout *l = f->options.layout;
    LayoutBox box = f->options.flap ? face_flap(l) : l->u.envelope.sender;
    if (faces_has_room(f, item) && is_abroad(f, item) && f->air &&
        !f->options.flap)
        box.h -= FACE_AIR_ROOM;
    return box;
}

static void tell_too_large(const Faces *f, const FaceItem *item,
                           const AddressFitOptions *opt, const AddressFit *fit,
                           Arena *a) {
    diag_at(f->diag, DIAG_ERROR, item->sender->span,
            "the return address does not fit the %s %s, %.1f x %.1f mm: "
            "%s; shorten it%s",
            f->options.flap ? "flap of envelope" : "envelope", envelope_name(f),
            len_mm(opt->w), len_mm(opt->h), delivery_over(a, fit),
            f->options.flap ? "" : ", or print it with --return-place flap");
}

/* The return address of this envelope, *out NULL without one. False after an
 * error. A sender's many envelopes follow one another. */
static bool find_sender(Faces *f, const FaceItem *item, Arena *a,
                        const AddressFit **out) {
    bool abroad = is_abroad(f, item);
    FaceSender *known = &f->senders[abroad];
    AddressFit *fit = ARENA_NEW(a, AddressFit);
    Fontset *fonts = f->session->fonts;
    AddressBlock block;
    *out = NULL;
    if (!item->sender)
        return true;
    if (f->sender_at != item->sender_at)
        f->senders[0] = f->senders[1] = (FaceSender){0};
    f->sender_at = item->sender_at;
    LayoutBox box = sender_box(f, item);
    if (box.w <= 0 || !address_return(a, item->sender, abroad, f->diag, &block))
        return false;
    AddressFitOptions opt = {
        .w = box.w, .h = box.h, .max_size = RETURN_SIZE, .family = FONT_SANS};
    if (!known->found)
        known->fits =
            address_fit_find(fonts, &block, &block, &opt, f->diag, &known->as);
    known->found = true;
    address_fit_set(a, fonts, &block, &block, &known->as, &opt, f->diag, fit);
    if (!known->fits)
        tell_too_large(f, item, &opt, fit, a);
    *out = fit;
    return known->fits;
}

static bool set_sender(Faces *f, const FaceItem *item, Arena *a,
                       const AddressFit **out) {
    Span before =
        diag_about(f->diag, item->sender ? item->sender->span : (Span){0});
    bool ok = find_sender(f, item, a, out);
    diag_about(f->diag, before);
    return ok;
}

/* ---- air mail mark ---- */

static const Para *set_air(const Faces *f, Arena *a) {
    const EnvelopeLayout *e = &f->options.layout->u.envelope;
    if (!e->sender.span.src) {
        diag_at(f->diag, DIAG_ERROR, e->stamp.span,
                "the envelope %s has no room for the air mail mark beside the "
                "stamp; leave it out with --air no",
                envelope_name(f));
        return NULL;
    }
    Para *air = ARENA_NEW(a, Para);
    return face_set_air(a, f->session->fonts, e->post->air, e->sender.w,
                        e->sender.span, f->diag, air)
               ? air
               : NULL;
}

/* The mark of this envelope, *out NULL if it has none. False after an error. */
static bool find_air(Faces *f, const FaceItem *item, const Para **out) {
    const PostZones *post = f->options.layout->u.envelope.post;
    *out = NULL;
    if (!is_abroad(f, item) ||
        !(f->options.air == AIR_YES ||
          (f->options.air == AIR_BY_POST && post->air_usual)))
        return true;
    if (!f->air_found)
        f->air = set_air(f, f->arena);
    f->air_found = true;
    *out = f->air;
    return f->air != NULL;
}

/* ---- all of it ---- */

static bool has_design(const Faces *f) {
    return f->options.layout->u.envelope.design != NULL;
}

void faces_open(Arena *a, Session *s, const FacesOptions *options, Diag *diag,
                Faces *out) {
    const EnvelopeLayout *e = &options->layout->u.envelope;
    *out = (Faces){.session = s,
                   .diag = diag,
                   .options = *options,
                   .arena = a,
                   .settings = settings_new(a, options->mailing)};
    out->delivery = (DeliveryOptions){
        .origin = options->origin,
        .script = options->script,
        .fit = {.w = e->recipient.w,
                .h = e->recipient.h,
                .max_size = ADDRESS_MAX,
                .family = FONT_SANS},
        .what = arena_printf(a, "address zone of envelope %s, %.1f x %.1f mm",
                             options->layout->name, len_mm(e->recipient.w),
                             len_mm(e->recipient.h)),
        .scripts = true};
    out->wrong = has_design(out) && !designfaces_check(out);
}

bool faces_have_addresses(const Faces *f) {
    return has_design(f) ||
           f->options.layout->u.envelope.recipient.span.src != NULL;
}

static bool set_recipient(Faces *f, const FaceItem *item, Arena *a,
                          AddressFit *out) {
    AddressSetting as;
    if (!settings_set(f->settings, a, f->session->fonts, item->to, item->to_at,
                      &f->delivery, f->diag, out, &as))
        return false;
    out->mark = (DisplayMarks){.wanted = true, .address = item->address};
    return true;
}

/* What stands on the face; every error of it. */
static bool set_face(Faces *f, const FaceItem *item, Arena *a, Face *out) {
    AddressFit *to = ARENA_NEW(a, AddressFit);
    *out = (Face){.layout = f->options.layout, .pen = item->pen};
    bool ok = find_air(f, item, &out->air);
    if (faces_have_addresses(f)) {
        ok = set_recipient(f, item, a, to) && ok;
        out->to = to;
    }
    ok = set_sender(f, item, a, &out->from) && ok;
    if (f->options.flap)
        out->from = NULL;
    return ok;
}

static bool draw(Faces *f, const FaceItem *item, Arena *a, DisplayTags *tags,
                 uint32_t parent, DisplayItems *to) {
    Face face;
    DisplayItems own = {0};
    if (has_design(f))
        return designfaces_draw(f, item, a, tags, parent, to) && !f->wrong;
    if (!set_face(f, item, a, &face))
        return false;
    face_draw(a, &face, tags, parent, &own);
    const char *what =
        arena_printf(a, "the envelope for \"%s\"", contact_label(a, item->to));
    for (size_t k = 0; k < own.n; k++)
        vec_push(a, to, own.v[k]);
    return face_prove(f->options.layout, &own, what, f->diag);
}

bool faces_draw(Faces *f, const FaceItem *item, Arena *a, DisplayTags *tags,
                uint32_t parent, DisplayItems *to) {
    Span before = diag_about(f->diag, item->to->span);
    bool ok = draw(f, item, a, tags, parent, to);
    diag_about(f->diag, before);
    return ok;
}

bool faces_draw_flap(Faces *f, const FaceItem *item, Arena *a,
                     DisplayTags *tags, uint32_t parent, DisplayItems *to) {
    const AddressFit *from;
    if (!set_sender(f, item, a, &from))
        return false;
    if (from)
        face_draw_flap(a, f->options.layout, from, tags, parent, to);
    return true;
}

void faces_prove(Faces *f, const FaceItem *item, Arena *a, ProofAddress *out) {
    if (has_design(f)) {
        designfaces_prove(f, item, a, out);
        return;
    }
    const LayoutBox *box = &f->options.layout->u.envelope.recipient;
    set_recipient(f, item, a, &out->fit);
    out->contact = item->to;
    out->frame_w = box->w;
    out->frame_h = box->h;
    out->x = 0;
    out->y = (box->h - out->fit.h) / 2;
}

bool faces_dump(Faces *f, const FaceItem *item, const JobOutput *out) {
    Arena *a = arena_new();
    AddressFit fit;
    bool ok = true;
    if (has_design(f))
        ok = designfaces_dump(f, item, out) && !f->wrong;
    else if (faces_have_addresses(f) && (ok = set_recipient(f, item, a, &fit)))
        address_fit_dump(&fit, out->dump, out->text);
    arena_free(a);
    return ok;
}
