#include "job/designfaces.h"

#include "model/country.h"
#include "model/envelopedesign.h"
#include "page/designface.h"

#include <string.h>

static const EnvelopeDesign *design_of(const Faces *f) {
    return f->options.layout->u.envelope.design;
}

/* Without a word about where it is posted it is inside the country: what else
 * is the envelope for. */
static const char *origin_for(const Faces *f, const Contact *to) {
    return f->options.origin[0] ? f->options.origin : to->country;
}

/* ---- is it for this mail ---- */

/* "China, Taiwan or Hong Kong". */
static const char *countries(Arena *a, const EnvelopeDesign *d) {
    const char *list = "";
    for (size_t i = 0; i < d->ncountries; i++) {
        const char *name = country_display(a, d->countries[i], "en");
        list = arena_printf(a, "%s%s%s", list,
                            i == 0                  ? ""
                            : i + 1 < d->ncountries ? ", "
                                                    : " or ",
                            name ? name : d->countries[i]);
    }
    return list;
}

static bool check_origin(const Faces *f, Arena *a) {
    const char *origin = f->options.origin;
    if (!origin[0] || design_serves(design_of(f), origin))
        return true;
    const char *name = country_display(a, origin, "en");
    diag_file(f->diag, DIAG_ERROR, NULL,
              "the envelope %s is for mail inside %s, and this is posted in "
              "%s; take one without a frame, such as dl, or say with --origin "
              "where it is posted",
              f->options.layout->name, countries(a, design_of(f)),
              name ? name : origin);
    return false;
}

static bool check_destination(const Faces *f, Arena *a, const Contact *to) {
    if (design_serves(design_of(f), to->country))
        return true;
    const char *name = country_display(a, to->country, "en");
    diag_at(f->diag, DIAG_ERROR, to->span,
            "\"%s\": the envelope %s is for mail inside %s, and this goes to "
            "%s; take one without a frame, such as dl",
            contact_label(a, to), f->options.layout->name,
            countries(a, design_of(f)), name ? name : to->country);
    return false;
}

static bool check_script(const Faces *f) {
    if (f->options.script != ADDRESS_LATIN)
        return true;
    diag_file(f->diag, DIAG_USAGE, NULL,
              "--script latin: the envelope %s is written in the script of its "
              "country; take another, such as dl",
              f->options.layout->name);
    return false;
}

/* ---- a face ---- */

/* The sender as he stands on the front. False after an error. */
static bool find_sender(const Faces *f, const FaceItem *item, Arena *a,
                        const char *origin, AddressColumns *columns,
                        DesignParty *out) {
    const Contact *c = f->options.flap ? NULL : item->sender;
    *out = (DesignParty){0};
    if (!c)
        return true;
    if (!faces_has_room(f, item))
        return false;
    Span before = diag_about(f->diag, c->span);
    bool ok = address_columns(a, c, origin, true, f->diag, columns);
    diag_about(f->diag, before);
    if (!ok)
        return false;
    *out = (DesignParty){columns, contact_label(a, c), c->span};
    return true;
}

static bool set_face(const Faces *f, const FaceItem *item, Arena *a,
                     DesignFace *out) {
    const Contact *c = item->to;
    const char *origin = origin_for(f, c);
    AddressColumns to, from;
    DesignParty sender;
    if (!check_destination(f, a, c) ||
        !address_columns(a, c, origin, false, f->diag, &to) ||
        !find_sender(f, item, a, origin, &from, &sender))
        return false;
    DesignParty addressee = {&to, contact_label(a, c), c->span};
    return designface_set(a, f->session->fonts, f->options.layout, &addressee,
                          &sender, f->diag, out);
}

static void note_unverified(const Faces *f) {
    Text what = design_of(f)->unverified;
    if (what.n > 0)
        diag_file(f->diag, DIAG_NOTE, NULL,
                  "no source confirms of the envelope %s: %.*s; lay a print on "
                  "one that you can buy before you print many",
                  f->options.layout->name, (int)what.n, what.s);
}

bool designfaces_check(const Faces *f) {
    Arena *a = arena_new();
    bool ok = check_script(f);
    ok = check_origin(f, a) && ok;
    arena_free(a);
    return ok;
}

bool designfaces_draw(Faces *f, const FaceItem *item, Arena *a,
                      DisplayTags *tags, uint32_t parent, DisplayItems *to) {
    DesignFace face;
    DisplayItems loose = {0};
    if (!set_face(f, item, a, &face))
        return false;
    if (!f->noted && !f->wrong)
        note_unverified(f);
    f->noted = true;
    face.to.fit.mark = (DisplayMarks){.wanted = true, .address = item->address};
    if (!f->options.no_frame)
        designface_draw_frame(a, &face, to);
    designface_draw(a, &face, tags, parent, to, &loose);
    const char *what =
        arena_printf(a, "the envelope for \"%s\"", contact_label(a, item->to));
    return face_prove(f->options.layout, &loose, what, f->diag);
}

/* With the whole envelope as the picture: where boxes and columns stand is part
 * of what is to be seen. Its text is said elsewhere, so that it has no tags. */
void designfaces_prove(const Faces *f, const FaceItem *item, Arena *a,
                       ProofAddress *out) {
    const Layout *l = f->options.layout;
    DesignFace face;
    DisplayTags tags = {.arena = a};
    DisplayItems loose = {0};
    uint32_t top = display_tag(&tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    *out =
        (ProofAddress){.contact = item->to, .frame_w = l->w, .frame_h = l->h};
    if (!set_face(f, item, a, &face))
        return;
    designface_draw_frame(a, &face, &out->picture);
    designface_draw(a, &face, &tags, top, &out->picture, &loose);
    for (size_t k = 0; k < out->picture.n; k++)
        out->picture.v[k].tag = DISPLAY_NO_TAG;
    out->fit = face.to.fit;
}

bool designfaces_dump(const Faces *f, const FaceItem *item,
                      const JobOutput *out) {
    Arena *a = arena_new();
    DesignFace face;
    bool ok = set_face(f, item, a, &face);
    if (ok)
        address_fit_dump(&face.to.fit, out->dump, out->text);
    arena_free(a);
    return ok;
}
