#include "page/face.h"

#include "page/ink.h"

#define AIR_MAX LEN_OF_PT(11)
#define AIR_MIN LEN_OF_PT(8)
/* From the frame to the words, and from the return address to the frame. */
#define AIR_PADDING LEN_OF_MM(1.2)
#define AIR_GAP LEN_OF_MM(2.5)
#define AIR_LINE LEN_OF_PT(0.6)

/* Lines for a pen: name, street, town, country. */
#define PEN_LINES 4
#define PEN_APART LEN_OF_MM(7)
#define PEN_W LEN_OF_MM(65)
#define PEN_LINE LEN_OF_PT(0.4)

/* Flaps are a third of the envelope deep or more, pointed ones in the middle;
 * 22 mm under a fold 8 mm down lie on all of them but the very small. */
#define FLAP_TOP LEN_OF_MM(8)
#define FLAP_W LEN_OF_MM(80)
#define FLAP_H LEN_OF_MM(22)

bool face_set_air(Arena *a, Fontset *fs, Text words, Len width, Span where,
                  Diag *diag, Para *out) {
    Len room = width - 2 * AIR_PADDING;
    size_t errors = diag_count(diag, DIAG_ERROR);
    for (Len size = AIR_MAX; size >= AIR_MIN; size -= LEN_OF_PT(0.5)) {
        /* The mark is French, whatever stands beside it (UPU). */
        TextStyle style = {
            .family = FONT_SANS, .size = size, .lang = "fr", .bold = true};
        ParaOptions opt = {.width = room};
        UBuilder *b = ubuilder_new(a);
        ubuilder_add(b, words, &style, diag);
        if (!para_layout(a, fs, b, &opt, diag, out) ||
            diag_count(diag, DIAG_ERROR) > errors)
            return false;
        if (out->n == 1 && out->width <= room)
            return true;
    }
    diag_at(
        diag, DIAG_ERROR, where,
        "the air mail mark \"%.*s\" is %.1f mm wide at its smallest and the "
        "envelope has %.1f mm for it; leave it out with --air no",
        (int)words.n, words.s, len_mm(out->width), len_mm(room));
    return false;
}

static void draw_air(Arena *a, const Para *air, Len x, Len y, DisplayTags *tags,
                     uint32_t parent, DisplayItems *to) {
    static const DisplayColour black = {0, 0, 0};
    uint32_t p = display_tag(tags, ROLE_P, parent, "fr");
    display_frame(a, to, DISPLAY_NO_TAG, x + AIR_LINE, y + AIR_LINE,
                  air->width + 2 * AIR_PADDING, air->height + AIR_PADDING,
                  AIR_LINE, black);
    display_para(a, to, p, x + AIR_LINE + AIR_PADDING,
                 y + AIR_LINE + AIR_PADDING / 2, air, 0, air->n);
}

/* Lines to write on, as many as the box has room for; how far down they
 * reach. */
static Len draw_pen(Arena *a, const LayoutBox *box, bool air,
                    DisplayItems *to) {
    Len room = box->h - (air ? FACE_AIR_ROOM : 0), y = 0;
    Len wide = box->w < PEN_W ? box->w : PEN_W;
    for (int i = 0; i < PEN_LINES && y + PEN_APART <= room; i++) {
        y += PEN_APART;
        display_line(a, to, DISPLAY_NO_TAG, box->x, box->y + y, box->x + wide,
                     box->y + y, PEN_LINE, 0, 0);
    }
    return y;
}

void face_draw(Arena *a, const Face *f, DisplayTags *tags, uint32_t parent,
               DisplayItems *to) {
    const EnvelopeLayout *e = &f->layout->u.envelope;
    Len below = e->sender.y;
    if (f->from) {
        address_fit_draw(a, f->from, tags, parent, e->sender.x, e->sender.y,
                         to);
        below += f->from->h + AIR_GAP;
    } else if (f->pen) {
        below += draw_pen(a, &e->sender, f->air != NULL, to) + AIR_GAP;
    }
    if (f->air)
        draw_air(a, f->air, e->sender.x, below, tags, parent, to);
    if (f->to)
        address_fit_draw(a, f->to, tags, parent, e->recipient.x,
                         e->recipient.y + (e->recipient.h - f->to->h) / 2, to);
}

LayoutBox face_flap(const Layout *l) {
    Len w = FLAP_W < l->w - 2 * FLAP_TOP ? FLAP_W : l->w - 2 * FLAP_TOP;
    Len h = FLAP_H < l->h / 3 - FLAP_TOP / 2 ? FLAP_H : l->h / 3 - FLAP_TOP / 2;
    return (LayoutBox){(l->w - w) / 2, FLAP_TOP, w, h, l->paper};
}

void face_draw_flap(Arena *a, const Layout *l, const AddressFit *from,
                    DisplayTags *tags, uint32_t parent, DisplayItems *to) {
    LayoutBox b = face_flap(l);
    address_fit_draw(a, from, tags, parent, b.x + (b.w - from->w) / 2, b.y, to);
}

static bool stays_out(const DisplayItems *items, const LayoutBox *zone,
                      const char *name, const char *what, Diag *diag) {
    Len depth = zone->span.src ? ink_depth(items, zone) : 0;
    if (depth == 0)
        return true;
    diag_at(diag, DIAG_ERROR, zone->span,
            "%s reaches %.2f mm into %s, which must stay empty; nothing was "
            "written",
            what, len_mm(depth), name);
    return false;
}

bool face_prove(const Layout *l, const DisplayItems *items, const char *what,
                Diag *diag) {
    const EnvelopeLayout *e = &l->u.envelope;
    bool ok = stays_out(items, &e->stamp, "the stamp's place", what, diag);
    for (size_t i = 0; i < e->nclear; i++)
        ok = stays_out(items, &e->clear[i], "what machines read", what, diag) &&
             ok;
    return ok;
}
