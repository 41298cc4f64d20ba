#include "page/outline.h"

#include <math.h>

/* How far a straight line may be from its arc: less than a printer's dot. */
#define CHORD_ERROR LEN_OF_MM(0.02)

/* Straight lines to a quarter. One that spans the angle 2 sqrt(2 e / r) is e
 * from the arc in its middle; the points below lie up to 4 / pi times as far
 * apart as on average. */
static int steps_of(double radius) {
    double angle = 2 * sqrt(2 * CHORD_ERROR / fmax(radius, CHORD_ERROR));
    return (int)ceil(2 / angle);
}

static void add(Outline *o, double x, double y) {
    o->v[o->n++] = (LayoutPoint){(Len)lround(x), (Len)lround(y)};
}

/* From the point at the right of the quarter's middle (x, y) on, clockwise on
 * paper: quarter 0 lies at the lower right, 1 at the lower left ... A circle's
 * points without a sine: see model/layoutshape.c. */
static void add_quarter(Outline *o, double x, double y, double rx, double ry,
                        int quarter, int steps) {
    for (int i = 0; i < steps; i++) {
        double u = (double)i / steps;
        double c = (1 - u * u) / (1 + u * u), s = 2 * u / (1 + u * u);
        double dx = quarter % 2 ? -s : c, dy = quarter % 2 ? c : s;
        int turn = quarter / 2 ? -1 : 1;
        add(o, x + turn * rx * dx, y + turn * ry * dy);
    }
}

static Outline ellipse(Arena *a, double x, double y, double rx, double ry) {
    int steps = steps_of(fmax(rx, ry));
    Outline o = {ARENA_ARRAY(a, LayoutPoint, (size_t)(4 * steps)), 0};
    for (int quarter = 0; quarter < 4; quarter++)
        add_quarter(&o, x, y, rx, ry, quarter, steps);
    return o;
}

static Outline rectangle(Arena *a, const LayoutBox *b, double round) {
    int steps = steps_of(round);
    Outline o = {ARENA_ARRAY(a, LayoutPoint, (size_t)(4 * (steps + 1))), 0};
    double left = b->x + round, right = (double)b->x + b->w - round;
    double top = b->y + round, bottom = (double)b->y + b->h - round;
    for (int quarter = 0; quarter < 4; quarter++) {
        double x = quarter == 0 || quarter == 3 ? right : left;
        double y = quarter < 2 ? bottom : top;
        if (round > 0)
            add_quarter(&o, x, y, round, round, quarter, steps);
        /* The end of the quarter: straight down, left, up, right. */
        add(&o,
            x + (quarter == 1   ? -round
                 : quarter == 3 ? round
                                : 0),
            y + (quarter == 0   ? round
                 : quarter == 2 ? -round
                                : 0));
    }
    return o;
}

/* A disc that is wider or higher than its box is cut off there. */
static void cut_off(Outline *o, const LayoutBox *b) {
    for (size_t i = 0; i < o->n; i++) {
        LayoutPoint *p = &o->v[i];
        p->x = p->x < b->x ? b->x : p->x > b->x + b->w ? b->x + b->w : p->x;
        p->y = p->y < b->y ? b->y : p->y > b->y + b->h ? b->y + b->h : p->y;
    }
}

size_t outline_label(Arena *a, const Layout *l, int k, Outline out[2]) {
    const LabelLayout *g = &l->u.labels;
    LayoutBox b = layout_label(l, k);
    double x = b.x + b.w / 2.0, y = b.y + b.h / 2.0;
    double disc = (b.w > b.h ? b.w : b.h) / 2.0;
    switch (g->shape) {
    case LABEL_RECT:
        out[0] = rectangle(a, &b, g->round);
        return 1;
    case LABEL_ELLIPSE:
        out[0] = ellipse(a, x, y, b.w / 2.0, b.h / 2.0);
        return 1;
    case LABEL_RING:
        out[0] = ellipse(a, x, y, disc, disc);
        cut_off(&out[0], &b);
        out[1] = ellipse(a, x, y, g->hole / 2.0, g->hole / 2.0);
        return 2;
    }
    return 0;
}

void outline_draw(Arena *a, const Layout *l, int k, DisplayItems *to) {
    Outline edges[2];
    size_t n = outline_label(a, l, k, edges);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < edges[i].n; j++) {
            LayoutPoint p = edges[i].v[j];
            LayoutPoint q = edges[i].v[(j + 1) % edges[i].n];
            display_line(a, to, DISPLAY_NO_TAG, p.x, p.y, q.x, q.y,
                         OUTLINE_WIDTH, 0, OUTLINE_GRAY);
        }
}
