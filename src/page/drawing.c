#include "page/drawing.h"

#include <stdlib.h>

#define LINE_WIDTH LEN_OF_PT(0.4)
#define THIN_WIDTH LEN_OF_PT(0.2)
#define FIGURE_SIZE LEN_OF_PT(6)
#define GROUND_GRAY 236
#define FAINT_GRAY 150
/* Text stands this far from the sheet's edge: most printers reach it (facts
 * 7). */
#define RULER_EDGE LEN_OF_MM(5)
#define RULER_ROOM LEN_OF_MM(2.6)
#define SLANT LEN_OF_MM(1.6)
#define GAP LEN_OF_MM(0.5)
#define ARROW LEN_OF_MM(1)

void drawing_init(Drawing *d, Arena *a, Fontset *fs, const Layout *l,
                  DisplayTags *tags, Diag *diag) {
    *d = (Drawing){.arena = a,
                   .fonts = fs,
                   .tags = tags,
                   .document =
                       display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "en"),
                   .diag = diag,
                   .w = l->w,
                   .h = l->h,
                   .left_ruler = RULER_EDGE};
}

const char *drawing_mm(Arena *a, Len l) {
    Buf b = {0};
    len_put_mm(&b, l, 2);
    const char *s = arena_strndup(a, b.s, b.n);
    buf_free(&b);
    return s;
}

/* ---- lines ---- */

static LayoutBox box_of(Len x, Len y, Len x2, Len y2) {
    LayoutBox b = {.x = x < x2 ? x : x2, .y = y < y2 ? y : y2};
    b.w = (x < x2 ? x2 : x) - b.x;
    b.h = (y < y2 ? y2 : y) - b.y;
    return b;
}

static bool overlap(const LayoutBox *a, const LayoutBox *b, Len gap) {
    return a->x < b->x + b->w + gap && b->x < a->x + a->w + gap &&
           a->y < b->y + b->h + gap && b->y < a->y + a->h + gap;
}

void drawing_line(Drawing *d, Len x, Len y, Len x2, Len y2,
                  DrawingStroke stroke) {
    static const Len widths[] = {LINE_WIDTH, LINE_WIDTH, LINE_WIDTH,
                                 THIN_WIDTH};
    static const Len dashes[] = {0, LEN_OF_PT(4), LEN_OF_PT(1), 0};
    bool faint = stroke == STROKE_FAINT; /* below the others */
    display_line(d->arena, faint ? &d->grounds : &d->lines, DISPLAY_NO_TAG, x,
                 y, x2, y2, widths[stroke], dashes[stroke],
                 faint ? FAINT_GRAY : 0);
    vec_push(d->arena, &d->strokes, box_of(x, y, x2, y2));
}

void drawing_box(Drawing *d, const LayoutBox *b, DrawingStroke stroke) {
    Len x2 = b->x + b->w, y2 = b->y + b->h;
    if (!b->span.src)
        return;
    drawing_line(d, b->x, b->y, x2, b->y, stroke);
    drawing_line(d, x2, b->y, x2, y2, stroke);
    drawing_line(d, b->x, y2, x2, y2, stroke);
    drawing_line(d, b->x, b->y, b->x, y2, stroke);
}

void drawing_ground(Drawing *d, const LayoutBox *b) {
    if (b->span.src)
        display_rect(d->arena, &d->grounds, DISPLAY_NO_TAG, b->x, b->y, b->w,
                     b->h, GROUND_GRAY);
}

/* ---- texts ---- */

static void set_text(Drawing *d, const char *text, Len size, bool bold,
                     Len width, Para *out) {
    TextStyle style = {
        .family = FONT_SANS, .bold = bold, .size = size, .lang = "en"};
    UBuilder *b = ubuilder_new(d->arena);
    const char *line = text;
    for (const char *s = text;; s++) {
        if (*s && *s != '\n')
            continue;
        Text t =
            text_literal(arena_strndup(d->arena, line, (size_t)(s - line)));
        ubuilder_add(b, t, &style, d->diag);
        if (!*s)
            break;
        ubuilder_break(b, &style);
        line = s + 1;
    }
    ParaOptions opt = {.width = width, .leading_permille = 1200};
    para_layout(d->arena, d->fonts, b, &opt, d->diag, out);
}

/* On a white ground, so that lines do not run through it. */
static void put_text(Drawing *d, const Para *p, Len x, Len y) {
    LayoutBox at = {.x = x, .y = y, .w = p->width, .h = p->height};
    display_rect(d->arena, &d->texts, DISPLAY_NO_TAG, x - GAP / 2, y,
                 p->width + GAP, p->height, 255);
    uint32_t tag = display_tag(d->tags, ROLE_P, d->document, "");
    display_para(d->arena, &d->texts, tag, x, y, p, 0, p->n);
    vec_push(d->arena, &d->taken, at);
}

static bool inside(const LayoutBox *b, const LayoutBox *outer) {
    return b->x >= outer->x && b->x + b->w <= outer->x + outer->w &&
           b->y >= outer->y && b->y + b->h <= outer->y + outer->h;
}

/* How bad a place for `note` is: off the sheet or on a text is out of the
 * question, -1; each line that the ground would cut counts, and each other box
 * that it would stand in and seem to name. */
static int cost_of(const Drawing *d, const DrawingNote *note,
                   const LayoutBox *at) {
    if (at->x < RULER_EDGE || at->y < RULER_EDGE ||
        at->x + at->w > d->w - RULER_EDGE || at->y + at->h > d->h - RULER_EDGE)
        return -1;
    for (size_t i = 0; i < d->taken.n; i++)
        if (overlap(at, &d->taken.v[i], GAP))
            return -1;
    int cost = 0;
    for (size_t i = 0; i < d->strokes.n; i++)
        cost += overlap(at, &d->strokes.v[i], GAP / 2) ? 8 : 0;
    for (size_t i = 0; i < d->notes.n; i++) {
        const LayoutBox *other = &d->notes.v[i].box;
        if (inside(at, other) && !inside(&note->box, other))
            cost += 6;
    }
    if (!inside(at, &note->box))
        cost += 5;
    return cost;
}

/* Place i of a note in `b`: row by row, at its left, middle and right; then
 * below and above it. False behind the last. */
static bool candidate(const LayoutBox *b, DrawingPlace place, const Para *p,
                      int i, LayoutBox *at) {
    Len step = LEN_OF_MM(0.8), margin = LEN_OF_MM(1);
    Len low = b->h - p->height - GAP;
    int rows = low > GAP ? low / step + 1 : 1;
    int row = i / 3;
    *at = (LayoutBox){.w = p->width, .h = p->height};
    at->y = row < rows    ? b->y + GAP + row * step
            : row == rows ? b->y + b->h + GAP
                          : b->y - at->h - GAP;
    at->x = i % 3 == 0 || place == PLACE_LEFT ? b->x + margin
            : i % 3 == 1                      ? b->x + (b->w - at->w) / 2
                                              : b->x + b->w - at->w - margin;
    if (place == PLACE_CENTRE && i == 0) {
        at->x = b->x + (b->w - at->w) / 2;
        at->y = b->y + (b->h - at->h) / 2;
    }
    return row < (place == PLACE_CENTRE ? rows : rows + 2);
}

/* The part of a box that text may stand in. */
static LayoutBox reachable(const Drawing *d, const LayoutBox *b) {
    Len right = b->x + b->w, bottom = b->y + b->h;
    LayoutBox r = *b;
    r.x = r.x < RULER_EDGE ? RULER_EDGE : r.x;
    r.y = r.y < RULER_EDGE ? RULER_EDGE : r.y;
    right = right > d->w - RULER_EDGE ? d->w - RULER_EDGE : right;
    bottom = bottom > d->h - RULER_EDGE ? d->h - RULER_EDGE : bottom;
    r.w = right - r.x;
    r.h = bottom - r.y;
    return r;
}

static void place_note(Drawing *d, const DrawingNote *note) {
    Para p;
    LayoutBox room = reachable(d, &note->box);
    Len least = LEN_OF_MM(8), width = room.w - 2 * LEN_OF_MM(1);
    set_text(d, note->text, note->size, note->bold,
             width < least ? least : width, &p);
    int best = -1;
    LayoutBox at, chosen = {0};
    for (int i = 0; candidate(&room, note->place, &p, i, &at) && best != 0;
         i++) {
        int cost = cost_of(d, note, &at);
        if (cost >= 0 && (best < 0 || cost < best)) {
            best = cost;
            chosen = at;
        }
    }
    if (best >= 0)
        put_text(d, &p, chosen.x, chosen.y);
}

void drawing_note(Drawing *d, const LayoutBox *b, DrawingPlace place, Len size,
                  bool bold, const char *text) {
    DrawingNote note = {*b, size, bold, place, text};
    if (b->span.src)
        vec_push(d->arena, &d->notes, note);
}

/* ---- rulers ---- */

/* One line for each place, to the nearest box; none to the sheet's edges. */
static void add_mark(Drawing *d, DrawingMarks *marks, Len at, Len to,
                     bool far_side, Len end) {
    Len same = LEN_OF_MM(0.05);
    if (at < same || at > end - same)
        return;
    for (size_t i = 0; i < marks->n; i++) {
        DrawingMark *m = &marks->v[i];
        Len apart = m->at > at ? m->at - at : at - m->at;
        if (apart < same) {
            if (far_side ? to > m->to : to < m->to)
                m->to = to;
            return;
        }
    }
    DrawingMark mark = {at, to};
    vec_push(d->arena, marks, mark);
}

static void measure_sides(Drawing *d, const LayoutBox *b, bool upper) {
    for (int i = 0; i < 2; i++)
        add_mark(d, upper ? &d->top : &d->bottom, b->x + (i ? b->w : 0),
                 upper ? b->y : b->y + b->h, !upper, d->w);
}

static void measure_ends(Drawing *d, const LayoutBox *b, bool lefter) {
    for (int i = 0; i < 2; i++)
        add_mark(d, lefter ? &d->left : &d->right, b->y + (i ? b->h : 0),
                 lefter ? b->x : b->x + b->w, !lefter, d->h);
}

void drawing_measure(Drawing *d, const LayoutBox *b) {
    if (!b->span.src)
        return;
    measure_sides(d, b, b->y + b->h / 2 < d->h / 2);
    measure_ends(d, b, b->x + b->w / 2 <= d->w / 2);
}

void drawing_measure_sides(Drawing *d, const LayoutBox *b) {
    measure_sides(d, b, true);
}

void drawing_measure_ends(Drawing *d, const LayoutBox *b) {
    measure_ends(d, b, true);
}

static int by_place(const void *x, const void *y) {
    const DrawingMark *a = x, *b = y;
    return (a->at > b->at) - (a->at < b->at);
}

static void arrow(Drawing *d, Len x, Len y, Len dx, Len dy) {
    Len across = ARROW / 3;
    display_line(d->arena, &d->lines, DISPLAY_NO_TAG, x, y,
                 x - dx + (dy ? across : 0), y - dy + (dx ? across : 0),
                 THIN_WIDTH, 0, 0);
    display_line(d->arena, &d->lines, DISPLAY_NO_TAG, x, y,
                 x - dx - (dy ? across : 0), y - dy - (dx ? across : 0),
                 THIN_WIDTH, 0, 0);
}

/* A ruler lies along the sheet's edge; `along` and `inward` are its own
 * directions. */
typedef struct Ruler {
    DrawingMarks *marks;
    bool across; /* along the top or bottom edge */
    Len edge;    /* outer side of the figures */
    int sign;    /* inward: 1 or -1 */
    Len room;    /* inward extent of the figures */
    Len length;
} Ruler;

/* Figures in order along the ruler, moved apart where they would touch. */
static void spread(const Ruler *r, const Para *figures, Len *middle) {
    /* The corners belong to the rulers across. */
    Len corner = r->across ? RULER_EDGE : RULER_EDGE + RULER_ROOM + GAP;
    Len end = corner;
    size_t n = r->marks->n;
    for (size_t i = 0; i < n; i++) {
        Len half =
            (r->across ? figures[i].width + 2 * GAP : figures[i].height) / 2;
        Len at = r->marks->v[i].at;
        middle[i] = at - half < end ? end + half : at;
        end = middle[i] + half;
    }
    end = r->length - corner;
    for (size_t i = n; i-- > 0;) {
        Len half =
            (r->across ? figures[i].width + 2 * GAP : figures[i].height) / 2;
        if (middle[i] + half <= end)
            break;
        middle[i] = end - half;
        end = middle[i] - half;
    }
}

static void ruler_line(Drawing *d, const Ruler *r, Len along, Len inward,
                       Len along2, Len inward2) {
    if (r->across)
        drawing_line(d, along, inward, along2, inward2, STROKE_FAINT);
    else
        drawing_line(d, inward, along, inward2, along2, STROKE_FAINT);
}

static void draw_ruler(Drawing *d, const Ruler *r) {
    size_t n = r->marks->n;
    if (n == 0)
        return;
    qsort(r->marks->v, n, sizeof *r->marks->v, by_place);
    Para *figures = ARENA_ARRAY(d->arena, Para, n);
    Len *middle = ARENA_ARRAY(d->arena, Len, n);
    for (size_t i = 0; i < n; i++)
        set_text(d, drawing_mm(d->arena, r->marks->v[i].at), FIGURE_SIZE, false,
                 LEN_OF_MM(20), &figures[i]);
    spread(r, figures, middle);
    for (size_t i = 0; i < n; i++) {
        const DrawingMark *m = &r->marks->v[i];
        const Para *f = &figures[i];
        Len deep = r->across ? f->height : f->width;
        Len start = r->edge + r->sign * (deep + GAP / 2);
        Len bend = r->edge + r->sign * (r->room + SLANT);
        Len near = r->sign > 0 ? r->edge : r->edge - deep;
        if (r->across)
            put_text(d, f, middle[i] - f->width / 2, near);
        else
            put_text(d, f, near, middle[i] - f->height / 2);
        ruler_line(d, r, middle[i], start, m->at, bend);
        if ((m->to - bend) * r->sign <= 0)
            continue;
        ruler_line(d, r, m->at, bend, m->at, m->to);
        arrow(d, r->across ? m->at : m->to, r->across ? m->to : m->at,
              r->across ? 0 : r->sign * ARROW, r->across ? r->sign * ARROW : 0);
    }
}

static void append(Drawing *d, DisplayItems *to, const DisplayItems *from) {
    for (size_t i = 0; i < from->n; i++)
        vec_push(d->arena, to, from->v[i]);
}

void drawing_finish(Drawing *d, DisplayPage *out) {
    const Ruler rulers[] = {
        {&d->top, true, RULER_EDGE, 1, RULER_ROOM, d->w},
        {&d->bottom, true, d->h - RULER_EDGE, -1, RULER_ROOM, d->w},
        {&d->left, false, d->left_ruler, 1, 2 * RULER_ROOM, d->h},
        {&d->right, false, d->w - RULER_EDGE, -1, 2 * RULER_ROOM, d->h}};
    for (size_t i = 0; i < sizeof rulers / sizeof *rulers; i++)
        draw_ruler(d, &rulers[i]);
    for (size_t i = 0; i < d->notes.n; i++)
        place_note(d, &d->notes.v[i]);
    *out = (DisplayPage){.w = d->w, .h = d->h};
    append(d, &out->items, &d->grounds);
    append(d, &out->items, &d->lines);
    append(d, &out->items, &d->texts);
}
