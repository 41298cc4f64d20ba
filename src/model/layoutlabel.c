#include "model/layoutcheck.h"

#include "base/limits.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* ---- numbering ---- */

/* The grids' labels; 0 if they are none or too many. */
static size_t count_cells(const LabelLayout *g) {
    int64_t n = 0;
    for (size_t i = 0; i < g->ngrids && n <= LIMIT_CELLS; i++) {
        if (g->grids[i].columns < 1 || g->grids[i].rows < 1)
            return 0;
        n += (int64_t)g->grids[i].columns * g->grids[i].rows;
    }
    return n <= LIMIT_CELLS ? (size_t)n : 0;
}

/* Far off the sheet, where it is an error anyway, places stop at what a Len
 * holds; a label's size can still be added. */
static Len place(Len first, int k, Len pitch) {
    int64_t at = first + (int64_t)k * pitch;
    return at > LEN_MAX / 2    ? LEN_MAX / 2
           : at < -LEN_MAX / 2 ? -LEN_MAX / 2
                               : (Len)at;
}

static int by_top(const void *a, const void *b) {
    const LayoutPoint *p = a, *q = b;
    return p->y != q->y ? (p->y > q->y) - (p->y < q->y)
                        : (p->x > q->x) - (p->x < q->x);
}

static int by_left(const void *a, const void *b) {
    const LayoutPoint *p = a, *q = b;
    return p->x != q->x ? (p->x > q->x) - (p->x < q->x)
                        : (p->y > q->y) - (p->y < q->y);
}

void layout_number_cells(Arena *a, Layout *l) {
    LabelLayout *g = &l->u.labels;
    g->ncells = count_cells(g);
    g->cells = ARENA_ARRAY(a, LayoutPoint, g->ncells);
    if (g->ncells == 0)
        return;
    size_t n = 0;
    for (size_t i = 0; i < g->ngrids; i++) {
        const LabelGrid *grid = &g->grids[i];
        for (int k = 0; k < grid->columns * grid->rows; k++)
            g->cells[n++] = (LayoutPoint){
                place(grid->left, k % grid->columns, grid->across),
                place(grid->top, k / grid->columns, grid->down)};
    }
    qsort(g->cells, n, sizeof *g->cells, by_top);
    for (size_t from = 0, end; from < n; from = end) {
        Len middle = g->cells[from].y + g->label_h / 2;
        for (end = from + 1; end < n && g->cells[end].y < middle;)
            end++;
        qsort(g->cells + from, end - from, sizeof *g->cells, by_left);
    }
}

int layout_labels_per_sheet(const Layout *l) {
    assert(l->kind == LAYOUT_LABELS);
    return (int)l->u.labels.ncells;
}

LayoutBox layout_label(const Layout *l, int k) {
    const LabelLayout *g = &l->u.labels;
    assert(k >= 0 && k < layout_labels_per_sheet(l));
    return (LayoutBox){.x = g->cells[k].x,
                       .y = g->cells[k].y,
                       .w = g->label_w,
                       .h = g->label_h,
                       .span = g->label};
}

/* ---- checks ---- */

static Span either(Span first, Span other) {
    return first.src ? first : other;
}

static void check_shape(LayoutCheck *c, const LabelLayout *g) {
    if (g->round && g->shape != LABEL_RECT)
        FAIL(c, g->label,
             "only rectangles have corners; leave out \"round\" or the shape");
    if (g->hole && g->shape != LABEL_RING)
        FAIL(c, g->label,
             "only a ring has a hole; write \"shape: ring\" or leave out "
             "\"hole\"");
    if (g->round < 0 || 2 * (int64_t)g->round > len_min(g->label_w, g->label_h))
        FAIL(c, g->label,
             "corners of %.1f mm radius do not fit a label of %.1f x %.1f mm",
             len_mm(g->round), len_mm(g->label_w), len_mm(g->label_h));
    if (g->shape == LABEL_RING && g->hole <= 0)
        FAIL(c, g->label, "a ring needs \"hole\", its diameter; add it");
    if (g->shape == LABEL_RING && g->hole >= len_min(g->label_w, g->label_h))
        FAIL(c, g->label,
             "a hole of %.1f mm does not fit a label of %.1f x %.1f mm",
             len_mm(g->hole), len_mm(g->label_w), len_mm(g->label_h));
}

/* A box of its own keeps the same distance as all text. */
static void check_text(LayoutCheck *c, const LabelLayout *g) {
    const LayoutBox *t = &g->text;
    if (!t->span.src)
        return;
    if (g->shape != LABEL_RECT || g->round > LABEL_PADDING) {
        FAIL(c, t->span,
             "only rectangles without large corners have a place for the "
             "text; leave out \"text\"");
        return;
    }
    int64_t right = (int64_t)t->x + t->w, bottom = (int64_t)t->y + t->h;
    if (t->x < LABEL_PADDING || t->y < LABEL_PADDING ||
        right > (int64_t)g->label_w - LABEL_PADDING ||
        bottom > (int64_t)g->label_h - LABEL_PADDING)
        FAIL(c, t->span,
             "the place of the text is not inside the label of %.1f x %.1f mm, "
             "%.1f mm from each edge",
             len_mm(g->label_w), len_mm(g->label_h), len_mm(LABEL_PADDING));
}

/* Even in the middle of a sheet. */
static void check_label_size(LayoutCheck *c, const LabelLayout *g) {
    LayoutBox boxes[LABEL_BOXES];
    size_t n = layoutshape_boxes(g, boxes);
    for (size_t i = 0; i < n; i++)
        if (boxes[i].w > 0 && boxes[i].h > 0)
            return;
    FAIL(c, g->label,
         "a label of %.1f x %.1f mm has no room for text, which keeps %.1f mm "
         "from each edge%s",
         len_mm(g->label_w), len_mm(g->label_h), len_mm(LABEL_PADDING),
         g->shape == LABEL_RING ? " and from the hole" : "");
}

static void check_pitch(LayoutCheck *c, const LabelGrid *g) {
    const LabelLayout *all = &c->layout->u.labels;
    if (g->columns > 1 && g->across < all->label_w - OVERLAP_TOLERANCE)
        FAIL(c, g->pitch,
             "labels overlap by %.1f mm: %.1f mm wide, one every %.1f mm",
             len_mm(all->label_w - g->across), len_mm(all->label_w),
             len_mm(g->across));
    if (g->rows > 1 && g->down < all->label_h - OVERLAP_TOLERANCE)
        FAIL(c, g->pitch,
             "labels overlap by %.1f mm: %.1f mm high, one every %.1f mm",
             len_mm(all->label_h - g->down), len_mm(all->label_h),
             len_mm(g->down));
}

/* In int64: a thousand columns of a metre each leave the range of Len. */
static int64_t far_edge(Len first, int count, Len pitch, Len size) {
    return first + (int64_t)(count - 1) * pitch + size;
}

static void check_grid_edges(LayoutCheck *c, const LabelGrid *g) {
    const Layout *l = c->layout;
    Len w = l->u.labels.label_w, h = l->u.labels.label_h;
    if (g->left < -EDGE_TOLERANCE)
        FAIL(c, g->first, "the first column starts %.1f mm left of the sheet",
             len_mm(-g->left));
    if (g->top < -EDGE_TOLERANCE)
        FAIL(c, g->first, "the first row starts %.1f mm above the sheet",
             len_mm(-g->top));
    int64_t right = far_edge(g->left, g->columns, g->across, w) - l->w;
    int64_t below = far_edge(g->top, g->rows, g->down, h) - l->h;
    if (right > EDGE_TOLERANCE)
        FAIL(c, g->columns > 1 ? either(g->pitch, g->first) : g->first,
             "column %d ends %.1f mm right of the sheet", g->columns,
             len_mm_wide(right));
    if (below > EDGE_TOLERANCE)
        FAIL(c, g->rows > 1 ? either(g->pitch, g->first) : g->first,
             "row %d ends %.1f mm below the sheet", g->rows,
             len_mm_wide(below));
}

/* A label at the sheet's edge loses more than its own padding. */
static void check_label_room(LayoutCheck *c) {
    int n = layout_labels_per_sheet(c->layout);
    for (int k = 0; k < n; k++) {
        LayoutBox text = layout_label_text(c->layout, k);
        if (text.w > 0 && text.h > 0)
            continue;
        FAIL(c, text.span,
             "label %d has no room for text, which keeps %.1f mm from the edge "
             "of the sheet",
             k + 1, len_mm(SHEET_PADDING));
        return;
    }
}

/* How far two labels of one shape, dx and dy apart, reach into each other. Two
 * equal ovals meet where their centres are as far apart as one is wide in that
 * direction. */
static Len overlap(const LabelLayout *g, Len dx, Len dy) {
    double x = dx, y = dy;
    Len box =
        len_min(g->label_w - len_max(dx, -dx), g->label_h - len_max(dy, -dy));
    if (g->shape == LABEL_RECT || (dx == 0 && dy == 0))
        return box;
    Len disc = len_max(g->label_w, g->label_h);
    double w = g->shape == LABEL_RING ? disc : g->label_w;
    double h = g->shape == LABEL_RING ? disc : g->label_h;
    double apart = sqrt(x / w * (x / w) + y / h * (y / h));
    double curve = sqrt(x * x + y * y) * (1 / apart - 1);
    return curve < box ? (Len)curve : box;
}

/* Where the grid that a label belongs to is written. */
static Span grid_at(const LabelLayout *g, LayoutPoint cell) {
    for (size_t i = g->ngrids; i-- > 0;) {
        const LabelGrid *grid = &g->grids[i];
        for (int k = 0; k < grid->columns * grid->rows; k++)
            if (place(grid->left, k % grid->columns, grid->across) == cell.x &&
                place(grid->top, k / grid->columns, grid->down) == cell.y)
                return either(grid->first, g->label);
    }
    return g->label;
}

/* Labels of different grids; the first two that do. Reading order bounds the
 * search: later rows are lower by more than half a label. */
static void check_grids_apart(LayoutCheck *c, const LabelLayout *g) {
    for (size_t i = 0; i < g->ncells; i++) {
        LayoutPoint p = g->cells[i];
        int64_t below = (int64_t)p.y + g->label_h + g->label_h / 2;
        for (size_t k = i + 1; k < g->ncells && g->cells[k].y < below; k++) {
            LayoutPoint q = g->cells[k];
            Len over = overlap(g, q.x - p.x, q.y - p.y);
            if (over <= OVERLAP_TOLERANCE)
                continue;
            FAIL(c, grid_at(g, q), "labels %zu and %zu overlap by %.1f mm",
                 i + 1, k + 1, len_mm(over));
            return;
        }
    }
}

static void check_number(LayoutCheck *c, const LabelLayout *g) {
    int64_t n = 0;
    for (size_t i = 0; i < g->ngrids; i++)
        n += (int64_t)g->grids[i].columns * g->grids[i].rows;
    if (n > LIMIT_CELLS)
        FAIL(c, g->label, "%lld labels on a sheet are more than %d",
             (long long)n, LIMIT_CELLS);
    else
        FAIL(c, g->label, "there is no label on the sheet");
}

void layoutcheck_labels(LayoutCheck *c) {
    const LabelLayout *g = &c->layout->u.labels;
    check_shape(c, g);
    check_text(c, g);
    if (c->ok)
        check_label_size(c, g);
    if (g->ncells == 0)
        check_number(c, g);
    if (g->roll && g->ncells > 1)
        FAIL(c, either(g->grids[0].pitch, g->label),
             "a roll has one label a page, and here are %zu; leave out "
             "\"roll\", or give the paper the size of one label",
             g->ncells);
    for (size_t i = 0; i < g->ngrids; i++) {
        check_pitch(c, &g->grids[i]);
        check_grid_edges(c, &g->grids[i]);
    }
    if (c->ok && g->ngrids > 1)
        check_grids_apart(c, g);
    if (c->ok)
        check_label_room(c);
}
