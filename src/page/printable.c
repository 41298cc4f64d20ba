#include "page/printable.h"

#include <stdio.h>
#include <string.h>

#include "text/ink.h"

/* Of a text, in a message. */
#define SHOWN_CHARACTERS 40
/* A pixel of a printer with 2,400 dpi: rounding is no reach. */
#define TOLERANCE LEN_OF_MM(0.01)

/* ---- placing ---- */

static const PrinterOffset *offset_of(const Printer *p, bool back) {
    return back && p->back.given ? &p->back : &p->offset;
}

/* An envelope's own offset is as one reads it: it moves before the turn. That
 * of the printer is of a page in portrait, and holds when the feed is known. */
static bool place_envelope(Arena *a, const Printer *p, const DisplayPage *page,
                           Diag *diag, DisplayPage *out) {
    const PrinterEnvelope *e = &p->envelope;
    Len x, y;
    int turn = printer_envelope_turn(e, page->w, page->h);
    bool fits =
        printer_envelope_page(e, page->w, page->h, &out->w, &out->h, &x, &y);
    if (!fits)
        diag_at(diag, DIAG_ERROR, e->at,
                "an envelope of %.0f x %.0f mm does not go into the printer "
                "\"%s\" as paper %s, %s edge first; take a feed with the %s "
                "edge first, or \"paper: envelope\"",
                len_mm(page->w), len_mm(page->h), p->name,
                printer_papers[e->paper],
                printer_feed_long(e->feed) ? "long" : "short",
                printer_feed_long(e->feed) ? "short" : "long");
    const DisplayItems *items = &page->items;
    DisplayItems moved = {0};
    if (e->offset.given) {
        display_turned(a, items, &moved, 0, page->w, page->h, -e->offset.right,
                       -e->offset.down);
        items = &moved;
    } else if (e->feed) {
        x -= p->offset.right;
        y -= p->offset.down;
    }
    display_turned(a, items, &out->items, turn, page->w, page->h, x, y);
    return fits;
}

static void place_sheet(Arena *a, const Printer *p, const DisplayPage *page,
                        bool back, DisplayPage *out) {
    const PrinterOffset *o = offset_of(p, back);
    bool turn = page->paper == PAPER_SHEET && page->w > page->h;
    if (turn) {
        out->w = page->h;
        out->h = page->w;
    }
    display_turned(a, &page->items, &out->items, turn ? 1 : 0, page->w, page->h,
                   -o->right, -o->down);
}

static int32_t stretch(int32_t scale) {
    return (int32_t)(((int64_t)PRINTER_TRUE * PRINTER_TRUE + scale / 2) /
                     scale);
}

bool printable_place(Arena *a, const Printer *p, const DisplayPage *page,
                     bool back, Diag *diag, DisplayPage *out) {
    bool ok = true;
    *out = *page;
    out->items = (DisplayItems){0};
    if (page->paper == PAPER_ENVELOPE)
        ok = place_envelope(a, p, page, diag, out);
    else
        place_sheet(a, p, page, back, out);
    if (p->compensate) {
        out->stretch_across = stretch(p->scale.across);
        out->stretch_down = stretch(p->scale.down);
    }
    return ok;
}

/* ---- seeing ---- */

/* One page being looked at. */
typedef struct Look {
    Printable *p;
    const DisplayPage *page;
    size_t number;
    Len border[SIDES]; /* that nothing may be in */
} Look;

/* Items of a form stand on the page by its place and turn. */
typedef struct Frame {
    Len x, y;
    unsigned turn;
} Frame;

static Ink turned(Ink box, unsigned turn) {
    Len x = box.left, y = box.top, x2 = box.right, y2 = box.bottom;
    display_turn(turn, &x, &y);
    display_turn(turn, &x2, &y2);
    return (Ink){x < x2 ? x : x2, y < y2 ? y : y2, x < x2 ? x2 : x,
                 y < y2 ? y2 : y};
}

/* `box`, drawn at (x, y) of the frame and turned about it, on the page. */
static Ink on_page(const Frame *f, Len x, Len y, unsigned turn, Ink box) {
    Ink at = turned(box, (turn + f->turn) & 3);
    display_turn(f->turn, &x, &y);
    at.left += f->x + x;
    at.right += f->x + x;
    at.top += f->y + y;
    at.bottom += f->y + y;
    return at;
}

static Len stretched(Len at, Len size, int32_t by) {
    return by ? size / 2 + len_muldiv(at - size / 2, by, PRINTER_TRUE) : at;
}

/* How far `at` reaches over each side; true if it does over any. */
static bool reaches(const Look *l, const Ink *at, Len over[SIDES]) {
    const DisplayPage *p = l->page;
    over[SIDE_LEFT] =
        l->border[SIDE_LEFT] - stretched(at->left, p->w, p->stretch_across);
    over[SIDE_TOP] =
        l->border[SIDE_TOP] - stretched(at->top, p->h, p->stretch_down);
    over[SIDE_RIGHT] = stretched(at->right, p->w, p->stretch_across) -
                       (p->w - l->border[SIDE_RIGHT]);
    over[SIDE_BOTTOM] = stretched(at->bottom, p->h, p->stretch_down) -
                        (p->h - l->border[SIDE_BOTTOM]);
    bool any = false;
    for (int i = 0; i < SIDES; i++)
        any = any || over[i] > TOLERANCE;
    return any;
}

/* The text of some glyphs, in quotes, cut. */
static void quote(const GlyphRun *run, uint32_t from, uint32_t to, char *out,
                  size_t size, Span *at) {
    uint32_t start = UINT32_MAX, last = 0, end = run->end;
    for (uint32_t i = from; i < to; i++) {
        uint32_t c = run->glyphs[i].cluster;
        start = c < start ? c : start;
        last = c > last ? c : last;
    }
    for (uint32_t i = 0; i < run->n; i++) {
        uint32_t c = run->glyphs[i].cluster;
        end = c > last && c < end ? c : end;
    }
    while (end > start + 1 && run->text->s[end - 1] == ' ')
        end--;
    bool cut = end - start > SHOWN_CHARACTERS;
    end = cut ? start + SHOWN_CHARACTERS : end;
    if (cut && (run->text->s[end - 1] & 0xFC00) == 0xD800)
        end--; /* not through a pair of surrogates */
    Arena *a = arena_new();
    snprintf(out, size, "\"%s%s\"", ustring_utf8(a, run->text, start, end),
             cut ? "..." : "");
    arena_free(a);
    *at = ustring_span(run->text, start, end);
}

static void note(const Look *l, PrintableReach reach[SIDES],
                 const DisplayItem *item, const Len over[SIDES]) {
    for (int i = 0; i < SIDES; i++) {
        PrintableReach *r = &reach[i];
        if (over[i] <= TOLERANCE)
            continue;
        r->n++;
        if (over[i] <= r->over)
            continue;
        r->over = over[i];
        r->border = l->border[i];
        r->page = l->number;
        r->at = (Span){0};
        snprintf(r->what, sizeof r->what, "a %s",
                 item->kind == DISPLAY_IMAGE ? "picture" : "line");
        if (item->kind == DISPLAY_GLYPHS)
            quote(item->u.glyphs.run, item->u.glyphs.from, item->u.glyphs.to,
                  r->what, sizeof r->what, &r->at);
    }
}

/* The box that the font promises no glyph leaves: a quick answer for the many
 * runs that are far from any edge. */
static Ink rough_ink(const DisplayItem *i) {
    const GlyphRun *run = i->u.glyphs.run;
    const Font *f = run->font;
    int64_t upem = f->upem ? f->upem : 1000;
    Len least = 0, most = 0, up = 0, down = 0, pen = 0;
    for (uint32_t k = i->u.glyphs.from; k < i->u.glyphs.to; k++) {
        const Glyph *g = &run->glyphs[k];
        Len at = pen + g->dx;
        least = at < least ? at : least;
        most = at > most ? at : most;
        up = g->dy < up ? g->dy : up;
        down = g->dy > down ? g->dy : down;
        pen += g->advance;
    }
    return (Ink){least + len_muldiv(run->em, f->bbox[0], upem),
                 up - len_muldiv(run->em, f->bbox[3], upem),
                 most + len_muldiv(run->em, f->bbox[2], upem),
                 down - len_muldiv(run->em, f->bbox[1], upem)};
}

static Ink box_of(const DisplayItem *i) {
    switch (i->kind) {
    case DISPLAY_RECT:
        return (Ink){0, 0, i->u.rect.w, i->u.rect.h};
    case DISPLAY_IMAGE:
        return (Ink){0, 0, i->u.image.w, i->u.image.h};
    case DISPLAY_LINE: {
        Len dx = i->u.line.x2 - i->x, dy = i->u.line.y2 - i->y;
        return (Ink){dx < 0 ? dx : 0, dy < 0 ? dy : 0, dx > 0 ? dx : 0,
                     dy > 0 ? dy : 0};
    }
    case DISPLAY_GLYPHS:
    case DISPLAY_FORM:
        break;
    }
    return (Ink){0};
}

static void see_glyphs(const Look *l, const Frame *f, const DisplayItem *i) {
    Len over[SIDES];
    Ink ink = rough_ink(i), at = on_page(f, i->x, i->y, i->turn, ink);
    if (!reaches(l, &at, over) ||
        !ink_of_run(i->u.glyphs.run, i->u.glyphs.from, i->u.glyphs.to, &ink))
        return;
    at = on_page(f, i->x, i->y, i->turn, ink);
    if (reaches(l, &at, over))
        note(l, i->aid ? l->p->lines : l->p->marks, i, over);
}

static bool is_white(const DisplayItem *i) {
    return i->kind == DISPLAY_RECT && i->u.rect.colour.r == 255 &&
           i->u.rect.colour.g == 255 && i->u.rect.colour.b == 255;
}

static void see_items(const Look *l, const Frame *f, const DisplayItems *items);

static void see_item(const Look *l, const Frame *f, const DisplayItem *i) {
    if (i->kind == DISPLAY_GLYPHS) {
        see_glyphs(l, f, i);
        return;
    }
    if (i->kind == DISPLAY_FORM) {
        Frame in = {i->x, i->y, (f->turn + i->turn) & 3};
        display_turn(f->turn, &in.x, &in.y);
        in.x += f->x;
        in.y += f->y;
        see_items(l, &in, &i->u.form->items);
        return;
    }
    Len over[SIDES];
    Ink at = on_page(f, i->x, i->y, i->turn, box_of(i));
    if (!is_white(i) && reaches(l, &at, over))
        note(l, i->kind == DISPLAY_IMAGE && !i->aid ? l->p->marks : l->p->lines,
             i, over);
}

static void see_items(const Look *l, const Frame *f,
                      const DisplayItems *items) {
    for (size_t i = 0; i < items->n; i++)
        see_item(l, f, &items->v[i]);
}

static Len larger(Len a, Len b) {
    return a > b ? a : b;
}

/* A border is that of a page in portrait. An envelope in landscape is turned by
 * the driver, one way or the other: the larger of two borders counts. */
static PrinterBorder border_of(const Printer *p, const DisplayPage *page) {
    PrinterBorder b = p->border;
    if (page->paper != PAPER_ENVELOPE)
        return b;
    if (p->envelope.border.given)
        return p->envelope.border;
    if (page->w <= page->h)
        return b;
    Len sides = larger(b.top, b.bottom), ends = larger(b.left, b.right);
    return (PrinterBorder){sides, ends, sides, ends, b.given, b.at};
}

void printable_see(Printable *p, const DisplayPage *page, size_t number) {
    PrinterBorder b = border_of(p->printer, page);
    Look l = {.p = p,
              .page = page,
              .number = number,
              .border = {b.left, b.top, b.right, b.bottom}};
    see_items(&l, &(Frame){0}, &page->items);
}

/* ---- telling ---- */

enum { WHERE_ROOM = 200 };

static void where(const PrintableReach *r, const char *side,
                  const char *printer, char out[WHERE_ROOM]) {
    if (r->border > 0)
        snprintf(out, WHERE_ROOM,
                 "%.1f mm into the %.1f mm at the %s of the page that the "
                 "printer \"%.60s\" leaves blank",
                 len_mm(r->over), len_mm(r->border), side, printer);
    else
        snprintf(out, WHERE_ROOM,
                 "%.1f mm over the %s edge of the page for the printer "
                 "\"%.60s\"",
                 len_mm(r->over), side, printer);
}

static void tell_marks(const PrintableReach *r, const char *side,
                       const char *printer, Diag *diag) {
    char more[64] = "", at[WHERE_ROOM];
    if (r->over == 0)
        return;
    if (r->n > 1)
        snprintf(more, sizeof more, ", the worst of %zu that do", r->n);
    where(r, side, printer, at);
    diag_at(diag, DIAG_ERROR, r->at,
            "%s on page %zu reaches %s%s; take a layout with a wider margin "
            "there, or another printer",
            r->what, r->page, at, more);
}

static void tell_lines(const PrintableReach *r, const char *side,
                       const char *printer, Diag *diag) {
    char at[WHERE_ROOM];
    if (r->over == 0)
        return;
    where(r, side, printer, at);
    diag_file(diag, DIAG_WARNING, NULL,
              "lines on page %zu reach %s, and will be cut off there", r->page,
              at);
}

static void tell_scale(const Printer *p, Diag *diag) {
    const PrinterScale *s = &p->scale;
    if (p->compensate || !printer_scale_is_off(s))
        return;
    diag_at(diag, DIAG_WARNING, s->at,
            "this printer makes pages %.1f %% wide and %.1f %% high, up to "
            "%.1f mm off at the edges of a sheet; switch off \"fit to page\" "
            "in the print dialog and measure again, or write \"compensate: "
            "yes\"",
            s->across / 1e4, s->down / 1e4, printer_scale_error_mm(s));
}

static void tell_skew(const Printer *p, Diag *diag) {
    if (printer_skew_is_off(p->skew))
        diag_at(diag, DIAG_WARNING, p->skew_at,
                "this printer turns pages %sclockwise by %.2f mm on 100 mm, "
                "which nothing but straight paper can mend; push the guides of "
                "the tray against the paper and measure again",
                p->skew < 0 ? "anti" : "",
                (p->skew < 0 ? -p->skew : p->skew) / 1e3);
}

void printable_tell(const Printable *p, Diag *diag) {
    static const char *const sides[SIDES] = {"left", "top", "right", "bottom"};
    const char *name = p->printer->name;
    for (int i = 0; i < SIDES; i++) {
        tell_marks(&p->marks[i], sides[i], name, diag);
        tell_lines(&p->lines[i], sides[i], name, diag);
    }
    tell_scale(p->printer, diag);
    tell_skew(p->printer, diag);
}
