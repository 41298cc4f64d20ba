#include "page/ruler.h"

#include <stdlib.h>
#include <string.h>

#define RULER_STEP LEN_OF_MM(10)
#define TICK LEN_OF_MM(1.6)
#define LONG_TICK LEN_OF_MM(2.6)
#define LINE_WIDTH LEN_OF_PT(0.3)
#define TEXT_SIZE LEN_OF_PT(7)
/* Between ruler and text, and between one text and the next. */
#define GAP LEN_OF_MM(2.5)
#define ROW_GAP LEN_OF_MM(0.5)
/* From the labels: a sheet may be fed a little askew. */
#define LABEL_GAP LEN_OF_MM(1)
/* With no-break spaces. */
#define LENGTH_TEXT "100\xC2\xA0mm"
#define PERCENT_TEXT "100\xC2\xA0%"

/* ---- where ---- */

/* Free across the whole sheet, or along it: across, top and bottom; upright,
 * left and right. */
typedef struct Strip {
    Len from, to;
    bool upright;
    bool between; /* labels, not them and the edge of the sheet */
} Strip;

typedef VEC(Strip) Strips;

/* Of the sheet, that stay blank. */
typedef struct Edges {
    Len left, top, right, bottom;
} Edges;

static int by_start(const void *x, const void *y) {
    const Strip *a = x, *b = y;
    return (a->from > b->from) - (a->from < b->from);
}

/* Across before upright, a margin before what is between labels; the widest of
 * them, of two alike the one farther down or right. */
static int by_worth(const void *x, const void *y) {
    const Strip *a = x, *b = y;
    Len wide = a->to - a->from, other = b->to - b->from;
    if (a->upright != b->upright)
        return a->upright ? 1 : -1;
    if (a->between != b->between)
        return a->between ? 1 : -1;
    if (wide != other)
        return wide > other ? -1 : 1;
    return (b->from > a->from) - (b->from < a->from);
}

static void add_strip(Arena *a, Strips *out, Strip s) {
    if (s.from < s.to)
        vec_push(a, out, s);
}

static void find_strips(Arena *a, const Layout *l, const Edges *e, bool upright,
                        Strips *out) {
    size_t n = (size_t)layout_labels_per_sheet(l);
    Strip *taken = ARENA_ARRAY(a, Strip, n);
    Len from = upright ? e->left : e->top;
    Len end = upright ? l->w - e->right : l->h - e->bottom;
    for (size_t k = 0; k < n; k++) {
        LayoutBox b = layout_label(l, (int)k);
        taken[k].from = (upright ? b.x : b.y) - LABEL_GAP;
        taken[k].to = (upright ? b.x + b.w : b.y + b.h) + LABEL_GAP;
    }
    qsort(taken, n, sizeof *taken, by_start);
    for (size_t k = 0; k < n; k++) {
        Len to = taken[k].from < end ? taken[k].from : end;
        add_strip(a, out, (Strip){from, to, upright, k > 0});
        if (taken[k].to > from)
            from = taken[k].to;
    }
    add_strip(a, out, (Strip){from, end, upright, false});
}

/* ---- what ---- */

#define TEXTS 3
typedef struct Legend {
    Para texts[TEXTS];
    size_t n;
    Len w, h; /* side by side */
} Legend;

static bool add_text(Arena *a, Fontset *fs, const char *lang, Text text,
                     Legend *out) {
    Diag *own = diag_new();
    TextStyle style = {.family = FONT_SANS, .size = TEXT_SIZE, .lang = lang};
    ParaOptions opt = {.width = LEN_OF_MM(1000), .leading_permille = 1300};
    UBuilder *b = ubuilder_new(a);
    Para *p = &out->texts[out->n];
    ubuilder_add(b, text, &style, own);
    bool ok = para_layout(a, fs, b, &opt, own, p) &&
              diag_count(own, DIAG_ERROR) == 0 && p->n == 1;
    diag_free(own);
    if (!ok)
        return false;
    p->lines[0].x = 0; /* a right-to-left one stands at the right end */
    out->w += p->width + (out->n ? GAP : 0);
    out->h = p->height > out->h ? p->height : out->h;
    out->n++;
    return true;
}

static void make_legend(Arena *a, Fontset *fs, const char *lang, Text words,
                        Legend *out) {
    *out = (Legend){0};
    if (add_text(a, fs, lang, text_literal(LENGTH_TEXT), out) &&
        add_text(a, fs, lang, text_literal(PERCENT_TEXT), out) && words.n)
        add_text(a, fs, lang, words, out);
}

/* The baselines of all are one. */
static void draw_legend(Arena *a, const Legend *legend, Len x, Len y,
                        DisplayItems *to) {
    Len base = legend->texts[0].lines[0].baseline;
    for (size_t i = 0; i < legend->n; i++) {
        const Para *p = &legend->texts[i];
        display_para(a, to, DISPLAY_NO_TAG, x, y + base - p->lines[0].baseline,
                     p, 0, p->n);
        x += p->width + GAP;
    }
}

static void draw_scale(Arena *a, Len x, Len y, DisplayItems *to) {
    display_line(a, to, DISPLAY_NO_TAG, x, y, x + RULER_LENGTH, y, LINE_WIDTH,
                 0, 0);
    for (int i = 0; i <= 10; i++) {
        Len at = x + len_muldiv(RULER_LENGTH, i, 10);
        display_line(a, to, DISPLAY_NO_TAG, at, y, at,
                     y - (i % 5 ? TICK : LONG_TICK), LINE_WIDTH, 0, 0);
    }
}

/* Along the strip between `from` and `end`: text beside the ruler if
 * there is room, else above it. */
static bool draw_in(Arena *a, const Strip *s, Len from, Len end,
                    const Legend *legend, DisplayItems *to) {
    Len deep = s->to - s->from, room = end - from;
    Len beside = RULER_LENGTH + GAP + legend->w;
    Len row = legend->h > LONG_TICK ? legend->h : LONG_TICK;
    Len high = legend->h + ROW_GAP + LONG_TICK;
    Len middle = s->from + deep / 2;
    if (beside <= room && row <= deep) {
        Len x = from + (room - beside) / 2, y = middle + LONG_TICK / 2;
        draw_scale(a, x, y, to);
        draw_legend(a, legend, x + RULER_LENGTH + GAP, middle - legend->h / 2,
                    to);
        return true;
    }
    if (RULER_LENGTH > room || legend->w > RULER_LENGTH || high > deep)
        return false;
    Len x = from + (room - RULER_LENGTH) / 2, y = middle - high / 2;
    draw_legend(a, legend, x, y, to);
    draw_scale(a, x, y + high, to);
    return true;
}

static bool draw_strip(Arena *a, const Layout *l, const Strip *s,
                       const Edges *e, const Legend *legend, DisplayItems *to) {
    DisplayItems canvas = {0};
    Len ends = e->top > e->bottom ? e->top : e->bottom;
    if (!s->upright)
        return draw_in(a, s, e->left, l->w - e->right, legend, to);
    /* Read from the right-hand side of the sheet: what is left on the sheet is
     * above on the canvas. */
    if (!draw_in(a, s, ends, l->h - ends, legend, &canvas))
        return false;
    display_turned(a, &canvas, to, 3, l->h, l->w, 0, 0);
    return true;
}

/* The content is moved by the offset before it meets the border. */
static Len edge_of(Len border, Len offset) {
    Len edge = border + (offset < 0 ? -offset : offset);
    return edge > SHEET_PADDING ? edge : SHEET_PADDING;
}

static Len larger(Len a, Len b) {
    return a > b ? a : b;
}

static Edges edges_for(const Layout *l, const Printer *p) {
    if (!p)
        return (Edges){SHEET_PADDING, SHEET_PADDING, SHEET_PADDING,
                       SHEET_PADDING};
    PrinterBorder b = p->border;
    Edges e = {edge_of(b.left, p->offset.right), edge_of(b.top, p->offset.down),
               edge_of(b.right, p->offset.right),
               edge_of(b.bottom, p->offset.down)};
    /* A profile is about portrait; which way it is turned matters not. */
    Len most = larger(larger(e.left, e.right), larger(e.top, e.bottom));
    return l->w > l->h ? (Edges){most, most, most, most} : e;
}

bool ruler_draw(Arena *a, Fontset *fs, const Layout *l, const Printer *printer,
                const char *lang, Text words, DisplayItems *to) {
    Strips strips = {0};
    Edges edges = edges_for(l, printer);
    find_strips(a, l, &edges, false, &strips);
    find_strips(a, l, &edges, true, &strips);
    if (strips.n == 0)
        return false;
    qsort(strips.v, strips.n, sizeof *strips.v, by_worth);
    for (size_t less = 0; less < 2; less++) {
        Legend legend;
        make_legend(a, fs, lang, less ? (Text){0} : words, &legend);
        for (size_t i = 0; legend.n >= 2 && i < strips.n; i++)
            if (draw_strip(a, l, &strips.v[i], &edges, &legend, to))
                return true;
    }
    return false;
}

void ruler_draw_or_tell(Arena *a, Fontset *fs, const Layout *l,
                        const Printer *printer, const char *lang, Text words,
                        Diag *diag, DisplayItems *to) {
    DisplayItems unseen = {0};
    if (!ruler_draw(a, fs, l, printer, lang, words, to) && printer &&
        ruler_draw(a, fs, l, NULL, lang, words, &unseen))
        diag_file(
            diag, DIAG_NOTE, NULL,
            "the 100 mm ruler would stand where the printer \"%s\" prints "
            "nothing, and is left out; measure a label instead",
            printer->name);
}
