#include "model/layoutcheck.h"

#include "base/limits.h"

#include <assert.h>
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

LayoutBox layout_label_text(const Layout *l, int k) {
    LayoutBox b = layout_label(l, k);
    Len keep = l->u.labels.roll ? 0 : SHEET_PADDING;
    Len x = len_max(b.x + LABEL_PADDING, keep);
    Len y = len_max(b.y + LABEL_PADDING, keep);
    Len right = len_min(b.x + b.w - LABEL_PADDING, l->w - keep);
    Len bottom = len_min(b.y + b.h - LABEL_PADDING, l->h - keep);
    return (LayoutBox){x, y, len_max(right - x, 0), len_max(bottom - y, 0),
                       b.span};
}

static Span either(Span first, Span other) {
    return first.src ? first : other;
}

static void check_label_size(LayoutCheck *c, const LabelLayout *g) {
    if (g->label_w <= 2 * LABEL_PADDING || g->label_h <= 2 * LABEL_PADDING)
        FAIL(c, g->label,
             "a label of %.1f x %.1f mm has no room for text, which keeps "
             "%.1f mm from each edge",
             len_mm(g->label_w), len_mm(g->label_h), len_mm(LABEL_PADDING));
    if (g->round < 0 || 2 * g->round > len_min(g->label_w, g->label_h))
        FAIL(c, g->label,
             "corners of %.1f mm radius do not fit a label of %.1f x %.1f mm",
             len_mm(g->round), len_mm(g->label_w), len_mm(g->label_h));
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
static void check_label_room(LayoutCheck *c, const LabelLayout *g) {
    int last = layout_labels_per_sheet(c->layout) - 1;
    for (int k = 0; k <= last; k += last > 0 ? last : 1) {
        LayoutBox text = layout_label_text(c->layout, k);
        if (text.w == 0 || text.h == 0)
            FAIL(c, g->label,
                 "label %d has no room for text, which keeps %.1f mm from the "
                 "edge of the sheet",
                 k + 1, len_mm(SHEET_PADDING));
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
    check_label_size(c, g);
    if (g->ncells == 0)
        check_number(c, g);
    for (size_t i = 0; i < g->ngrids; i++) {
        check_pitch(c, &g->grids[i]);
        check_grid_edges(c, &g->grids[i]);
    }
    if (c->ok)
        check_label_room(c, g);
}
