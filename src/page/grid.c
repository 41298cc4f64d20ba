#include "page/grid.h"

#include "page/outline.h"

/* A line this near the sheet's edge has nothing to cut off. */
#define NOTHING LEN_OF_MM(0.3)

void grid_fit_options(Arena *a, const Layout *l, AddressFitOptions *opt) {
    LayoutBox boxes[LABEL_BOXES];
    AddressRoom *rooms = ARENA_ARRAY(a, AddressRoom, LABEL_BOXES);
    int labels = layout_labels_per_sheet(l);
    size_t n = 0;
    for (int k = 0; k < labels; k++) {
        n = layout_label_boxes(l, k, boxes);
        for (size_t i = 0; i < n; i++) {
            if (k == 0 || boxes[i].w < rooms[i].w)
                rooms[i].w = boxes[i].w;
            if (k == 0 || boxes[i].h < rooms[i].h)
                rooms[i].h = boxes[i].h;
        }
    }
    opt->w = rooms[0].w;
    opt->h = rooms[0].h;
    opt->others = rooms + 1;
    opt->nothers = n ? n - 1 : 0;
}

LayoutPoint grid_place(const Layout *l, int k, size_t room, Len w, Len h) {
    LayoutBox boxes[LABEL_BOXES];
    layout_label_boxes(l, k, boxes);
    LayoutBox b = boxes[room];
    bool curved = l->u.labels.shape != LABEL_RECT;
    return (LayoutPoint){curved ? b.x + (b.w - w) / 2 : b.x,
                         b.y + (b.h - h) / 2};
}

/* One grid of the sheet: used[] tells of its own labels, row by row. */
typedef struct Cut {
    const LabelGrid *grid;
    Len w, h;             /* of a label */
    Len sheet_w, sheet_h; /* nothing is cut at its edges */
    const bool *used;
} Cut;

static bool cell_used(const Cut *c, int column, int row) {
    const LabelGrid *g = c->grid;
    return column >= 0 && column < g->columns && row >= 0 && row < g->rows &&
           c->used[row * g->columns + column];
}

/* One direction of the grid: rows when the lines run across, else columns. */
typedef struct Axis {
    bool across;
    int n, cells;             /* edge lines' cells, cells along one line */
    Len base, pitch, size;    /* where the lines stand */
    Len origin, step, length; /* along them */
} Axis;

static Axis axis(const Cut *c, bool across) {
    const LabelGrid *g = c->grid;
    if (across)
        return (Axis){true, g->rows, g->columns, g->top, g->down,
                      c->h, g->left, g->across,  c->w};
    return (Axis){false, g->columns, g->rows, g->left, g->across,
                  c->w,  g->top,     g->down, c->h};
}

/* The line at `at`: drawn along every used cell of the cells `before` and
 * `after` it (an index outside the sheet is no cell). */
static void cut_line(Arena *a, const Cut *c, const Axis *x, int before,
                     int after, Len at, DisplayItems *to) {
    if (at < NOTHING || at > (x->across ? c->sheet_h : c->sheet_w) - NOTHING)
        return;
    for (int i = 0; i < x->cells;) {
        int from = i;
        while (i < x->cells &&
               (cell_used(c, x->across ? i : before, x->across ? before : i) ||
                cell_used(c, x->across ? i : after, x->across ? after : i)))
            i++;
        if (i == from) {
            i++;
            continue;
        }
        Len start = x->origin + from * x->step;
        Len end = x->origin + (i - 1) * x->step + x->length;
        if (x->across)
            display_line(a, to, DISPLAY_NO_TAG, start, at, end, at,
                         OUTLINE_WIDTH, 0, OUTLINE_GRAY);
        else
            display_line(a, to, DISPLAY_NO_TAG, at, start, at, end,
                         OUTLINE_WIDTH, 0, OUTLINE_GRAY);
    }
}

static void cut_grid(Arena *a, const Cut *c, DisplayItems *to) {
    for (int dir = 0; dir < 2; dir++) {
        Axis x = axis(c, dir == 0);
        bool touch = x.pitch == x.size || x.n == 1;
        for (int i = 0; touch && i <= x.n; i++)
            cut_line(a, c, &x, i - 1, i, x.base + i * x.size, to);
        for (int i = 0; !touch && i < x.n; i++) {
            Len near = x.base + i * x.pitch;
            cut_line(a, c, &x, i, i, near, to);
            cut_line(a, c, &x, i, i, near + x.size, to);
        }
    }
}

/* Which labels of one grid are used. */
static const bool *used_of(Arena *a, const LabelLayout *all, const LabelGrid *g,
                           const bool *used) {
    bool *out = ARENA_ARRAY(a, bool, (size_t)g->columns *(size_t)g->rows);
    for (size_t i = 0; i < all->ncells; i++) {
        int column = 0, row = 0;
        while (column < g->columns &&
               g->left + column * g->across != all->cells[i].x)
            column++;
        while (row < g->rows && g->top + row * g->down != all->cells[i].y)
            row++;
        if (column < g->columns && row < g->rows)
            out[row * g->columns + column] = used[i];
    }
    return out;
}

static void cut_outlines(Arena *a, const Layout *l, const bool *used,
                         DisplayItems *to) {
    for (int k = 0; k < layout_labels_per_sheet(l); k++)
        if (used[k])
            outline_draw(a, l, k, to);
}

void grid_cut_lines(Arena *a, const Layout *l, const bool *used,
                    DisplayItems *to) {
    const LabelLayout *all = &l->u.labels;
    if (all->shape != LABEL_RECT) {
        cut_outlines(a, l, used, to);
        return;
    }
    for (size_t i = 0; i < all->ngrids; i++) {
        const LabelGrid *g = &all->grids[i];
        Cut c = {.grid = g,
                 .w = all->label_w,
                 .h = all->label_h,
                 .sheet_w = l->w,
                 .sheet_h = l->h,
                 .used = used_of(a, all, g, used)};
        cut_grid(a, &c, to);
    }
}
