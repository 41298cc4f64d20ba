#include "page/designface.h"

#include "text/lensum.h"

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
                        VerticalFit *out) {
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

/* The name first: the address is smaller. */
static bool set_columns(const Setter *s, const DesignParty *to,
                        DesignFace *out) {
    const AddressColumns *c = to->columns;
    Strands names = {0}, place = {0};
    if (!s->design->to.span.src)
        add_each(&place, c->code, c->ncode, 1000, true);
    add_each(&names, c->office, c->noffice, OFFICE_PERMILLE, false);
    add_each(&names, c->names, c->nnames, 1000, true);
    add_all(&place, c->place, c->nplace);
    bool ok = fit_columns(s, to, "the addressee", &names, &s->design->name,
                          NAME_MAX, NAME_GOOD, NAME_MIN, &out->name);
    Len max = out->name.size - NAME_MORE;
    return fit_columns(s, to, "the address", &place, &s->envelope->recipient,
                       max < PLACE_MAX ? max : PLACE_MAX, PLACE_GOOD,
                       ADDRESS_NATIVE_MIN, &out->place) &&
           ok;
}

static bool set_sender_columns(const Setter *s, const DesignParty *from,
                               DesignFace *out) {
    const AddressColumns *c = from->columns;
    Strands all = {0};
    if (!s->design->from.span.src)
        add_each(&all, c->code, c->ncode, 1000, true);
    add_all(&all, c->place, c->nplace);
    add_each(&all, c->office, c->noffice, 1000, false);
    add_each(&all, c->names, c->nnames, SENDER_NAME_PERMILLE, true);
    return fit_columns(s, from, "the return address", &all,
                       &s->envelope->sender, SENDER_MAX, SENDER_GOOD,
                       ADDRESS_MIN, &out->sender);
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
                     const DesignParty *party, PostcodeDigits *out) {
    Text code = party->columns->postcode;
    if (!boxes->span.src || (code.n == 0 && !party->columns->has_postcodes))
        return true;
    if (!code.span.src)
        code.span = party->span;
    return postcodeboxes_set(s->arena, s->fonts, boxes, code, party->what,
                             s->diag, out);
}

bool designface_set(Arena *a, Fontset *fs, const Layout *l,
                    const DesignParty *to, const DesignParty *from, Diag *diag,
                    DesignFace *out) {
    const EnvelopeLayout *e = &l->u.envelope;
    Setter s = {a, fs, l, e, e->design, diag};
    *out = (DesignFace){.layout = l, .vertical = e->design->vertical};
    bool ok = out->vertical ? set_columns(&s, to, out)
                            : fit_lines(&s, to, "the address", &e->recipient,
                                        &s.design->to, ADDRESS_MAX, &out->to);
    ok = set_code(&s, &s.design->to, to, &out->to_code) && ok;
    if (from->columns && e->sender.span.src) {
        ok = (out->vertical
                  ? set_sender_columns(&s, from, out)
                  : fit_lines(&s, from, "the return address", &e->sender,
                              &s.design->from, RETURN_MAX, &out->from)) &&
             ok;
        ok = set_code(&s, &s.design->from, from, &out->from_code) && ok;
    }
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

/* The address at the right edge of its place, the name in the middle of its
 * own, the sender at the foot and to the left. */
static void draw_columns(Arena *a, const DesignFace *f, DisplayTags *tags,
                         uint32_t parent, DisplayItems *to) {
    const EnvelopeLayout *e = &f->layout->u.envelope;
    const LayoutBox *place = &e->recipient, *name = &e->design->name;
    vertical_draw(a, &f->place, tags, parent, place->x + place->w, place->y,
                  to);
    vertical_draw(a, &f->name, tags, parent,
                  name->x + (name->w + f->name.w) / 2, name->y, to);
}

static void draw_sender(Arena *a, const DesignFace *f, DisplayTags *tags,
                        uint32_t parent, DisplayItems *to) {
    const LayoutBox *b = &f->layout->u.envelope.sender;
    if (f->vertical)
        vertical_draw(a, &f->sender, tags, parent, b->x + f->sender.w,
                      b->y + b->h - f->sender.h, to);
    else
        address_fit_draw(a, &f->from, tags, parent, b->x + b->w - f->from.w,
                         b->y, to);
}

void designface_draw_codes(Arena *a, const DesignFace *f, DisplayTags *tags,
                           uint32_t parent, DisplayItems *to) {
    const EnvelopeDesign *d = f->layout->u.envelope.design;
    postcodeboxes_draw(a, &d->to, &f->to_code, tags, parent, to);
    postcodeboxes_draw(a, &d->from, &f->from_code, tags, parent, to);
}

void designface_draw(Arena *a, const DesignFace *f, DisplayTags *tags,
                     uint32_t parent, DisplayItems *to) {
    const LayoutBox *b = &f->layout->u.envelope.recipient;
    if (f->vertical)
        draw_columns(a, f, tags, parent, to);
    else
        address_fit_draw(a, &f->to, tags, parent, b->x,
                         b->y + (b->h - f->to.h) / 2, to);
    if (f->sender.n > 0 || f->from.n > 0)
        draw_sender(a, f, tags, parent, to);
}

/* ---- for a proof ---- */

void designface_mark(DesignFace *f, size_t address) {
    DisplayMarks mark = {.wanted = true, .address = address};
    f->to_code.mark = mark;
    mark.first_line = f->to_code.n > 0;
    f->to.mark = f->place.mark = mark;
    mark.first_line += f->place.n;
    f->name.mark = mark;
}

/* The digits as one line. */
static void join_digits(Arena *a, Fontset *fs, const PostcodeDigits *d,
                        Diag *diag, AddressFitLine *out) {
    UBuilder *b = ubuilder_new(a);
    ParaOptions opt = {.width = LEN_MAX / 4, .breaks = BREAK_NONE};
    for (size_t i = 0; i < d->n; i++) {
        const UPiece *piece = &d->v[i].text.pieces[0];
        ubuilder_add(b, piece->text, &piece->style, diag);
    }
    para_layout(a, fs, b, &opt, diag, &out->para);
    out->role = ADDRESS_PLACE;
    out->lang = "";
}

static void add_columns(const VerticalFit *fit, AddressRole role,
                        AddressFit *out) {
    for (size_t i = 0; i < fit->n; i++)
        out->lines[out->n++] = (AddressFitLine){
            .para = fit->v[i].para, .role = role, .lang = fit->v[i].lang};
}

void designface_lines(Arena *a, Fontset *fs, const DesignFace *f, Diag *diag,
                      AddressFit *out) {
    *out = (AddressFit){.size = f->vertical ? f->place.size : f->to.size};
    out->lines =
        ARENA_ARRAY(a, AddressFitLine, 1 + f->to.n + f->place.n + f->name.n);
    if (f->to_code.n > 0)
        join_digits(a, fs, &f->to_code, diag, &out->lines[out->n++]);
    for (size_t i = 0; i < f->to.n; i++)
        out->lines[out->n++] = f->to.lines[i];
    add_columns(&f->place, ADDRESS_LOCAL, out);
    add_columns(&f->name, ADDRESS_NAME, out);
}

void designface_dump(const DesignFace *f, DumpStage stage, Buf *out) {
    if (!f->vertical) {
        address_fit_dump(&f->to, stage, out);
        return;
    }
    vertical_dump(&f->place, stage, out);
    vertical_dump(&f->name, stage, out);
}
