#include "job/faces.h"

#include "job/designfaces.h"
#include "model/country.h"
#include "model/postzones.h"

#include <string.h>

#define RETURN_SIZE LEN_OF_PT(9)

static bool is_abroad(const Faces *f, size_t i) {
    return strcmp(f->options.to->v[i].country, f->options.origin) != 0;
}

static bool any(const Faces *f, bool abroad) {
    for (size_t i = 0; i < f->options.to->n; i++)
        if (is_abroad(f, i) == abroad)
            return true;
    return false;
}

/* ---- return address ---- */

static const char *envelope_name(const Faces *f) {
    return f->options.layout->name;
}

/* The box for it; of no size, with an error, where there is none. */
static LayoutBox sender_box(const Faces *f) {
    const Layout *l = f->options.layout;
    LayoutBox box = f->options.flap ? face_flap(l) : l->u.envelope.sender;
    if (!box.span.src && !f->options.flap)
        diag_at(f->diag, DIAG_ERROR, f->options.sender->span,
                "the envelope %s has no room for a return address beside the "
                "stamp; print it with --return-place flap, or not at all with "
                "--return none",
                envelope_name(f));
    else if (f->air && !f->options.flap)
        box.h -= FACE_AIR_ROOM;
    return box;
}

static const AddressFit *find_sender(const Faces *f, Arena *a, bool abroad) {
    const Contact *from = f->options.sender;
    AddressFit *fit = ARENA_NEW(a, AddressFit);
    AddressBlock block;
    LayoutBox box = sender_box(f);
    if (box.w <= 0 || !address_return(a, from, abroad, f->diag, &block))
        return NULL;
    AddressFitOptions opt = {
        .w = box.w, .h = box.h, .max_size = RETURN_SIZE, .family = FONT_SANS};
    AddressSetting as;
    Fontset *fonts = f->session->fonts;
    bool fits = address_fit_find(fonts, &block, &block, &opt, f->diag, &as);
    address_fit_set(a, fonts, &block, &block, &as, &opt, f->diag, fit);
    if (!fits)
        diag_at(
            f->diag, DIAG_ERROR, from->span,
            "the return address does not fit the %s %s, %.1f x %.1f mm: "
            "%s; shorten it%s",
            f->options.flap ? "flap of envelope" : "envelope", envelope_name(f),
            len_mm(box.w), len_mm(box.h), delivery_over(a, fit),
            f->options.flap ? "" : ", or print it with --return-place flap");
    return fit;
}

/* ---- air mail mark ---- */

static const Para *find_air(const Faces *f, Arena *a) {
    const EnvelopeLayout *e = &f->options.layout->u.envelope;
    const PostZones *post = e->post;
    bool wanted = f->options.air == AIR_YES ||
                  (f->options.air == AIR_BY_POST && post->air_usual);
    if (!wanted || !any(f, true))
        return NULL;
    if (!e->sender.span.src) {
        diag_at(f->diag, DIAG_ERROR, e->stamp.span,
                "the envelope %s has no room for the air mail mark beside the "
                "stamp; leave it out with --air no",
                envelope_name(f));
        return NULL;
    }
    Para *air = ARENA_NEW(a, Para);
    return face_set_air(a, f->session->fonts, post->air, e->sender.w,
                        e->sender.span, f->diag, air)
               ? air
               : NULL;
}

/* ---- all of it ---- */

static bool has_design(const Faces *f) {
    return f->options.layout->u.envelope.design != NULL;
}

/* How each address is set; errors of all of them. */
static void find_settings(Faces *f, Arena *a) {
    const Contacts *to = f->options.to;
    AddressSetting *settings = ARENA_ARRAY(a, AddressSetting, to->n);
    for (size_t i = 0; i < to->n; i++)
        delivery_find(f->session->fonts, &to->v[i], &f->delivery, f->diag,
                      &settings[i]);
    f->settings = settings;
}

bool faces_find(Arena *a, Session *s, const FacesOptions *options, Diag *diag,
                Faces *out) {
    const EnvelopeLayout *e = &options->layout->u.envelope;
    size_t errors = diag_count(diag, DIAG_ERROR) + diag_count(diag, DIAG_USAGE);
    *out = (Faces){.session = s, .diag = diag, .options = *options};
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
        .else_try = delivery_else_try(options->script)};
    if (has_design(out))
        designfaces_check(out);
    else
        out->air = find_air(out, a);
    if (e->recipient.span.src && !has_design(out))
        find_settings(out, a);
    bool in_lines = options->sender && (options->flap || !has_design(out));
    if (in_lines && any(out, false))
        out->home = find_sender(out, a, false);
    if (in_lines && any(out, true))
        out->abroad = find_sender(out, a, true);
    return diag_count(diag, DIAG_ERROR) + diag_count(diag, DIAG_USAGE) ==
           errors;
}

static void set_recipient(const Faces *f, size_t i, Arena *a, AddressFit *out) {
    delivery_set_as(a, f->session->fonts, &f->options.to->v[i], &f->delivery,
                    &f->settings[i], f->diag, out);
}

bool faces_draw(const Faces *f, size_t i, Arena *a, DisplayTags *tags,
                uint32_t parent, DisplayItems *to) {
    if (has_design(f))
        return designfaces_draw(f, i, a, tags, parent, to);
    bool abroad = is_abroad(f, i);
    Face face = {.layout = f->options.layout, .air = abroad ? f->air : NULL};
    AddressFit fit;
    if (!f->options.flap)
        face.from = abroad ? f->abroad : f->home;
    if (f->settings) {
        set_recipient(f, i, a, &fit);
        fit.mark =
            (DisplayMarks){.wanted = true, .address = f->options.first + i};
        face.to = &fit;
    }
    DisplayItems own = {0};
    face_draw(a, &face, tags, parent, &own);
    const char *what = arena_printf(a, "the envelope for \"%s\"",
                                    contact_label(a, &f->options.to->v[i]));
    for (size_t k = 0; k < own.n; k++)
        vec_push(a, to, own.v[k]);
    return face_prove(f->options.layout, &own, what, f->diag);
}

void faces_draw_flap(const Faces *f, size_t i, Arena *a, DisplayTags *tags,
                     uint32_t parent, DisplayItems *to) {
    const AddressFit *from = is_abroad(f, i) ? f->abroad : f->home;
    if (from)
        face_draw_flap(a, f->options.layout, from, tags, parent, to);
}

void faces_prove(const Faces *f, size_t i, Arena *a, ProofAddress *out) {
    if (has_design(f)) {
        designfaces_prove(f, i, a, out);
        return;
    }
    const LayoutBox *box = &f->options.layout->u.envelope.recipient;
    set_recipient(f, i, a, &out->fit);
    out->contact = &f->options.to->v[i];
    out->frame_w = box->w;
    out->frame_h = box->h;
    out->x = 0;
    out->y = (box->h - out->fit.h) / 2;
}

static void prove(const ProofSource *self, size_t i, Arena *a,
                  ProofAddress *out) {
    faces_prove(((const FacesProof *)self)->faces, i, a, out);
}

FacesProof faces_proof(const Faces *f) {
    return (FacesProof){
        .source = {.n = f->settings || has_design(f) ? f->options.to->n : 0,
                   .set = prove,
                   .fonts = f->session->fonts,
                   .letter_paper =
                       country_uses_letter_paper(f->options.origin)},
        .faces = f};
}

void faces_dump(const Faces *f, const JobOutput *out) {
    if (has_design(f)) {
        designfaces_dump(f, out);
        return;
    }
    Arena *a = arena_new();
    for (size_t i = 0; f->settings && i < f->options.to->n; i++) {
        AddressFit fit;
        set_recipient(f, i, a, &fit);
        address_fit_dump(&fit, out->dump, out->text);
        arena_reset(a);
    }
    arena_free(a);
}
