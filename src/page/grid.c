#include "page/grid.h"

#define CUT_WIDTH LEN_OF_PT(0.25)
#define CUT_GRAY 128

void grid_text_size(const Layout *l, Len *w, Len *h) {
    *w = *h = LEN_MAX;
    int n = layout_labels_per_sheet(l);
    for (int k = 0; k < n; k++) {
        LayoutBox box = layout_label_text(l, k);
        if (box.w < *w)
            *w = box.w;
        if (box.h < *h)
            *h = box.h;
    }
}

static bool cell_used(const LabelLayout *g, const bool *used, int column,
                      int row) {
    return column >= 0 && column < g->columns && row >= 0 && row < g->rows &&
           used[row * g->columns + column];
}

/* One direction of the grid: rows when the lines run across, else columns. */
typedef struct Axis {
    bool across;
    int n, cells;             /* edge lines' cells, cells along one line */
    Len base, pitch, size;    /* where the lines stand */
    Len origin, step, length; /* along them */
} Axis;

static Axis axis(const LabelLayout *g, bool across) {
    if (across)
        return (Axis){true,       g->rows, g->columns, g->top,    g->down,
                      g->label_h, g->left, g->across,  g->label_w};
    return (Axis){false,      g->columns, g->rows, g->left,   g->across,
                  g->label_w, g->top,     g->down, g->label_h};
}

/* The line at `at`: drawn along every used cell of the cells `before` and
 * `after` it (an index outside the sheet is no cell). */
static void cut_line(Arena *a, const LabelLayout *g, const Axis *x,
                     const bool *used, int before, int after, Len at,
                     DisplayItems *to) {
    for (int i = 0; i < x->cells;) {
        int from = i;
        while (i < x->cells && (cell_used(g, used, x->across ? i : before,
                                          x->across ? before : i) ||
                                cell_used(g, used, x->across ? i : after,
                                          x->across ? after : i)))
            i++;
        if (i == from) {
            i++;
            continue;
        }
        Len start = x->origin + from * x->step;
        Len end = x->origin + (i - 1) * x->step + x->length;
        if (x->across)
            display_line(a, to, DISPLAY_NO_TAG, start, at, end, at, CUT_WIDTH,
                         0, CUT_GRAY);
        else
            display_line(a, to, DISPLAY_NO_TAG, at, start, at, end, CUT_WIDTH,
                         0, CUT_GRAY);
    }
}

void grid_cut_lines(Arena *a, const Layout *l, const bool *used,
                    DisplayItems *to) {
    const LabelLayout *g = &l->u.labels;
    for (int dir = 0; dir < 2; dir++) {
        Axis x = axis(g, dir == 0);
        bool touch = x.pitch == x.size || x.n == 1;
        for (int i = 0; touch && i <= x.n; i++)
            cut_line(a, g, &x, used, i - 1, i, x.base + i * x.size, to);
        for (int i = 0; !touch && i < x.n; i++) {
            Len near = x.base + i * x.pitch;
            cut_line(a, g, &x, used, i, i, near, to);
            cut_line(a, g, &x, used, i, i, near + x.size, to);
        }
    }
}
