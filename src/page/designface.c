#include "page/designface.h"

#include "page/verticalfit.h"
#include "text/lensum.h"

#include <string.h>

/* Columns are read from further away than lines: the usual sizes of writing by
 * hand, as far as there is room. */
#define PLACE_MAX LEN_OF_PT(16)
#define PLACE_GOOD LEN_OF_PT(12)
#define NAME_MAX LEN_OF_PT(24)
#define NAME_GOOD LEN_OF_PT(18)
#define NAME_MIN LEN_OF_PT(13)
#define OFFICE_PERMILLE 620 /* beside the name; 8 pt at NAME_MIN */
/* The name is the largest of all. */
#define NAME_MORE LEN_OF_PT(2)
#define SENDER_MAX LEN_OF_PT(11)
#define SENDER_GOOD LEN_OF_PT(9)
#define SENDER_NAME_PERMILLE 1200
#define RETURN_MAX LEN_OF_PT(10)

typedef struct Setter {
    Arena *arena;
    Fontset *fonts;
    const Layout *layout;
    const EnvelopeLayout *envelope;
    const EnvelopeDesign *design;
    Diag *diag;
} Setter;

static bool tell_over(const Setter *s, const DesignParty *party,
                      const char *what, const LayoutBox *box, Len over_w,
                      Len over_h, const char *least) {
    const char *wide =
        over_w ? arena_printf(s->arena, "%.1f mm too wide", len_mm(over_w))
               : "";
    const char *high =
        over_h ? arena_printf(s->arena, "%.1f mm too high", len_mm(over_h))
               : "";
    diag_at(s->diag, DIAG_ERROR, party->span,
            "\"%s\": %s does not fit the envelope %s, %.1f x %.1f mm: %s%s%s "
            "at %s; shorten it, or take a larger envelope",
            party->what, what, s->layout->name, len_mm(box->w), len_mm(box->h),
            wide, over_w && over_h ? " and " : "", high, least);
    return false;
}

/* Take the lines of a block with its corner at (x, y) over into another. */
static void join(const Setter *s, const AddressFit *fit, Len x, Len y,
                 DesignBlock *to) {
    AddressFit *out = &to->fit;
    AddressFitLine *lines =
        ARENA_ARRAY(s->arena, AddressFitLine, out->n + fit->n);
    if (out->n > 0)
        memcpy(lines, out->lines, out->n * sizeof *lines);
    for (size_t i = 0; i < fit->n; i++) {
        AddressFitLine *line = &lines[out->n + i];
        *line = fit->lines[i];
        line->x += x;
        line->y += y;
    }
    out->lines = lines;
    out->n += fit->n;
    out->size = fit->size > out->size ? fit->size : out->size;
}

/* ---- columns ---- */

typedef struct Strands {
    VerticalStrand v[VERTICAL_STRANDS];
    size_t n;
} Strands;

/* Each line a strand; past the last of them they flow together. */
static void add_each(Strands *to, const AddressLine *lines, size_t n,
                     int permille, bool whole) {
    for (size_t i = 0; i < n; i++) {
        if (to->n == VERTICAL_STRANDS) {
            to->v[to->n - 1].n += n - i;
            return;
        }
        to->v[to->n++] = (VerticalStrand){&lines[i], 1, permille, whole};
    }
}

static void add_all(Strands *to, const AddressLine *lines, size_t n) {
    if (n > 0)
        to->v[to->n++] = (VerticalStrand){lines, n, 1000, false};
}

static bool fit_columns(const Setter *s, const DesignParty *party,
                        const char *what, const Strands *strands,
                        const LayoutBox *box, Len max, Len good, Len min,
                        AddressFit *out) {
    VerticalOptions opt = {.w = box->w,
                           .h = box->h,
                           .max_size = max,
                           .good_size = good < max ? good : max,
                           .min_size = min,
                           .family = FONT_SANS};
    if (vertical_fit(s->arena, s->fonts, strands->v, strands->n,
                     party->columns->lang, &opt, s->diag, out))
        return true;
    return tell_over(s, party, what, box, out->over_w, out->over_h,
                     arena_printf(s->arena, "%.0f pt", len_pt(min)));
}

/* At the right edge of its place. */
static void join_right(const Setter *s, const AddressFit *fit,
                       const LayoutBox *box, DesignBlock *to) {
    join(s, fit, box->x + box->w - fit->w, box->y, to);
}

/* The name first: the address is smaller; but read after it. */
static bool set_columns(const Setter *s, const DesignParty *to,
                        DesignBlock *out) {
    const AddressColumns *c = to->columns;
    const LayoutBox *middle = &s->design->name;
    Strands names = {0}, place = {0};
    AddressFit name, address;
    add_each(&names, c->office, c->noffice, OFFICE_PERMILLE, false);
    add_each(&names, c->names, c->nnames, 1000, true);
    if (!s->design->to.span.src)
        add_each(&place, c->code, c->ncode, 1000, true);
    add_all(&place, c->place, c->nplace);
    bool ok = fit_columns(s, to, "the addressee", &names, middle, NAME_MAX,
                          NAME_GOOD, NAME_MIN, &name);
    Len max = name.size - NAME_MORE;
    ok = fit_columns(s, to, "the address", &place, &s->envelope->recipient,
                     max < PLACE_MAX ? max : PLACE_MAX, PLACE_GOOD,
                     ADDRESS_NATIVE_MIN, &address) &&
         ok;
    join_right(s, &address, &s->envelope->recipient, out);
    join(s, &name, middle->x + (middle->w - name.w) / 2, middle->y, out);
    return ok;
}

/* At the foot of its place, and at the left. */
static bool set_sender_columns(const Setter *s, const DesignParty *from,
                               DesignBlock *out) {
    const AddressColumns *c = from->columns;
    const LayoutBox *box = &s->envelope->sender;
    Strands all = {0};
    AddressFit fit;
    if (!s->design->from.span.src)
        add_each(&all, c->code, c->ncode, 1000, true);
    add_all(&all, c->place, c->nplace);
    add_each(&all, c->office, c->noffice, 1000, false);
    add_each(&all, c->names, c->nnames, SENDER_NAME_PERMILLE, true);
    bool ok = fit_columns(s, from, "the return address", &all, box, SENDER_MAX,
                          SENDER_GOOD, ADDRESS_MIN, &fit);
    join(s, &fit, box->x, box->y + box->h - fit.h, out);
    return ok;
}

/* ---- lines ---- */

static bool fit_lines(const Setter *s, const DesignParty *party,
                      const char *what, const LayoutBox *box,
                      const PostcodeBoxes *boxes, Len max, AddressFit *out) {
    AddressBlock block;
    AddressSetting as;
    AddressFitOptions opt = {
        .w = box->w, .h = box->h, .max_size = max, .family = FONT_SANS};
    address_columns_block(s->arena, party->columns, !boxes->span.src, &block);
    bool fits = address_fit_find(s->fonts, &block, &block, &opt, s->diag, &as);
    address_fit_set(s->arena, s->fonts, &block, &block, &as, &opt, s->diag,
                    out);
    return fits || tell_over(s, party, what, box, out->over_w, out->over_h,
                             "its smallest");
}

static bool set_lines(const Setter *s, const DesignParty *to,
                      DesignBlock *out) {
    const LayoutBox *box = &s->envelope->recipient;
    AddressFit fit;
    bool ok =
        fit_lines(s, to, "the address", box, &s->design->to, ADDRESS_MAX, &fit);
    join(s, &fit, box->x, box->y + (box->h - fit.h) / 2, out);
    return ok;
}

static bool set_sender_lines(const Setter *s, const DesignParty *from,
                             DesignBlock *out) {
    AddressFit fit;
    bool ok = fit_lines(s, from, "the return address", &s->envelope->sender,
                        &s->design->from, RETURN_MAX, &fit);
    join_right(s, &fit, &s->envelope->sender, out);
    return ok;
}

/* ---- the rest ---- */

static void set_words(const Setter *s, DesignFace *out) {
    const EnvelopeDesign *d = s->design;
    out->words = ARENA_ARRAY(s->arena, Para, d->nwords);
    for (size_t i = 0; i < d->nwords; i++) {
        const EnvelopeWords *w = &d->words[i];
        TextStyle style = {
            .family = FONT_SERIF, .size = w->size, .lang = w->lang};
        ParaOptions opt = {.width = w->box.w,
                           .align = ALIGN_CENTER,
                           .langs = &w->lang,
                           .nlangs = 1};
        UBuilder *b = ubuilder_new(s->arena);
        ubuilder_add(b, w->text, &style, s->diag);
        para_layout(s->arena, s->fonts, b, &opt, s->diag, &out->words[i]);
    }
}

static bool set_code(const Setter *s, const PostcodeBoxes *boxes,
                     const DesignParty *party, DesignBlock *out) {
    Text code = party->columns->postcode;
    AddressFitLine line;
    if (!boxes->span.src || (code.n == 0 && !party->columns->has_postcodes))
        return true;
    if (!code.span.src)
        code.span = party->span;
    if (!postcodeboxes_set(s->arena, s->fonts, boxes, code, party->what,
                           s->diag, &line))
        return false;
    AddressFit fit = {.lines = &line, .n = 1};
    join(s, &fit, 0, 0, out);
    out->code = true;
    return true;
}

/* Lay the block's corner where its parts begin. */
static void trim(DesignBlock *b) {
    Len left = LEN_MAX, top = LEN_MAX, right = 0, bottom = 0;
    for (size_t i = 0; i < b->fit.n; i++) {
        const AddressFitLine *line = &b->fit.lines[i];
        const Para *p = &line->para;
        Len wide = p->vertical ? p->height : p->width;
        Len high = p->vertical ? p->width : p->height;
        Len x = line->x - (p->vertical ? wide : 0);
        left = x < left ? x : left;
        top = line->y < top ? line->y : top;
        right = x + wide > right ? x + wide : right;
        bottom = line->y + high > bottom ? line->y + high : bottom;
    }
    for (size_t i = 0; i < b->fit.n; i++) {
        b->fit.lines[i].x -= left;
        b->fit.lines[i].y -= top;
    }
    b->x = left;
    b->y = top;
    b->fit.w = right - left;
    b->fit.h = bottom - top;
}

static bool set_addressee(const Setter *s, const DesignParty *to,
                          DesignBlock *out) {
    bool ok = set_code(s, &s->design->to, to, out);
    ok = (s->design->vertical ? set_columns : set_lines)(s, to, out) && ok;
    if (ok)
        trim(out);
    return ok;
}

static bool set_sender(const Setter *s, const DesignParty *from,
                       DesignBlock *out) {
    bool ok = set_code(s, &s->design->from, from, out);
    ok = (s->design->vertical ? set_sender_columns : set_sender_lines)(s, from,
                                                                       out) &&
         ok;
    if (ok)
        trim(out);
    return ok;
}

bool designface_set(Arena *a, Fontset *fs, const Layout *l,
                    const DesignParty *to, const DesignParty *from, Diag *diag,
                    DesignFace *out) {
    const EnvelopeLayout *e = &l->u.envelope;
    Setter s = {a, fs, l, e, e->design, diag};
    *out = (DesignFace){.layout = l};
    bool ok = set_addressee(&s, to, &out->to);
    if (from->columns && e->sender.span.src)
        ok = set_sender(&s, from, &out->from) && ok;
    set_words(&s, out);
    return ok;
}

/* ---- drawing ---- */

void designface_draw_frame(Arena *a, const DesignFace *f, DisplayItems *to) {
    const EnvelopeDesign *d = f->layout->u.envelope.design;
    if (d->to.span.src)
        postcodeboxes_frame(a, &d->to, to);
    if (d->from.span.src)
        postcodeboxes_frame(a, &d->from, to);
    for (size_t i = 0; i < d->nwords; i++) {
        const EnvelopeWords *w = &d->words[i];
        const LayoutBox *b = &w->box;
        if (w->line > 0)
            display_frame(a, to, DISPLAY_NO_TAG, b->x, b->y, b->w, b->h,
                          w->line, postcodeboxes_colour(&d->to));
        display_para(a, to, DISPLAY_NO_TAG, b->x,
                     b->y + (b->h - f->words[i].height) / 2, &f->words[i], 0,
                     f->words[i].n);
    }
}

static void draw_block(Arena *a, const DesignBlock *b, DisplayTags *tags,
                       uint32_t parent, DisplayItems *to, DisplayItems *loose) {
    size_t from = to->n + b->code; /* the postcode is one run */
    address_fit_draw(a, &b->fit, tags, parent, b->x, b->y, to);
    for (size_t i = from; i < to->n; i++)
        vec_push(a, loose, to->v[i]);
}

void designface_draw(Arena *a, const DesignFace *f, DisplayTags *tags,
                     uint32_t parent, DisplayItems *to, DisplayItems *loose) {
    draw_block(a, &f->to, tags, parent, to, loose);
    if (f->from.fit.n > 0)
        draw_block(a, &f->from, tags, parent, to, loose);
}
