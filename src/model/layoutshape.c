/* Where text may stand in a label that is not a plain rectangle.
 *
 * All shapes are convex, but for the hole: a rectangle keeps LABEL_PADDING from
 * the edge if its corners do. So each candidate is given by the place of its
 * corner on the curve that runs LABEL_PADDING inside the edge.
 *
 * Points of a circle are (1 - u^2, 2u) / (1 + u^2), 0 < u < 1 for a quarter:
 * no sine, whose last bit differs between C libraries.
 */
#include "model/layoutcheck.h"

#include <math.h>

/* Places of the corner that are tried; the hole has two sides. */
enum { CORNERS = 11, HOLE_CORNERS = LABEL_BOXES / 2 };

/* A rounding of less than this changes nothing that a line would notice. */
#define SLIGHT_ROUNDING LEN_OF_MM(0.5)

static double circle_x(double u) {
    return (1 - u * u) / (1 + u * u);
}

static double circle_y(double u) {
    return 2 * u / (1 + u * u);
}

/* Towards the inside of the shape. */
static Len inwards(double l) {
    return l > 0 ? (Len)floor(l) : 0;
}

/* A box around the middle of the label, half as wide as `x`, from `top` to
 * `bottom`, y from the middle of the label. */
static LayoutBox around(const LabelLayout *g, double x, double top,
                        double bottom) {
    Len half = inwards(x), up = g->label_h / 2;
    Len from = (Len)ceil(up + top), to = (Len)floor(up + bottom);
    return (LayoutBox){g->label_w / 2 - half, from, 2 * half,
                       len_max(to - from, 0), g->label};
}

static LayoutBox inset(const LabelLayout *g, double x, double y) {
    Len dx = LABEL_PADDING + (Len)ceil(x), dy = LABEL_PADDING + (Len)ceil(y);
    return (LayoutBox){dx, dy, len_max(g->label_w - 2 * dx, 0),
                       len_max(g->label_h - 2 * dy, 0), g->label};
}

/* The corner's arc has the radius that is left of the label's. */
static size_t rect_boxes(const LabelLayout *g, LayoutBox *out) {
    if (g->text.span.src) {
        out[0] = g->text;
        return 1;
    }
    double r = g->round - LABEL_PADDING;
    if (r <= 0) {
        out[0] = inset(g, 0, 0);
        return 1;
    }
    if (r < SLIGHT_ROUNDING) {
        double u = 0.4142; /* half way round the arc */
        out[0] = inset(g, r * (1 - circle_x(u)), r * (1 - circle_y(u)));
        return 1;
    }
    for (int i = 0; i < CORNERS; i++) {
        double u = (double)i / (CORNERS - 1);
        out[i] = inset(g, r * (1 - circle_x(u)), r * (1 - circle_y(u)));
    }
    return CORNERS;
}

/* The curve parallel to an ellipse, not an ellipse itself: from the point of
 * the edge LABEL_PADDING along the normal. Where the edge is bent more than
 * that, at the ends of a long oval, points come out below the axis: no box. */
static size_t ellipse_boxes(const LabelLayout *g, LayoutBox *out) {
    double a = g->label_w / 2.0, b = g->label_h / 2.0;
    for (int i = 0; i < CORNERS; i++) {
        double u = (i + 1.0) / (CORNERS + 1), x = circle_x(u), y = circle_y(u);
        double slope = sqrt(b * x * b * x + a * y * a * y);
        double px = a * x - LABEL_PADDING * b * x / slope;
        double py = b * y - LABEL_PADDING * a * y / slope;
        out[i] = px > 0 && py > 0 ? around(g, px, -py, py) : around(g, 0, 0, 0);
    }
    return CORNERS;
}

/* Above the hole and below it. The disc may be cut off at two sides. */
static size_t ring_boxes(const LabelLayout *g, LayoutBox *out) {
    double outer = len_max(g->label_w, g->label_h) / 2.0 - LABEL_PADDING;
    double hole = g->hole / 2.0 + LABEL_PADDING;
    double x_most = g->label_w / 2.0 - LABEL_PADDING;
    double y_most = g->label_h / 2.0 - LABEL_PADDING;
    for (int i = 0; i < HOLE_CORNERS; i++) {
        double u = (i + 1.0) / (HOLE_CORNERS + 1);
        double x = fmin(outer * circle_x(u), x_most);
        double y = fmin(outer * circle_y(u), y_most);
        out[2 * i] = around(g, x, -fmax(y, hole), -hole);
        out[2 * i + 1] = around(g, x, hole, fmax(y, hole));
    }
    return (size_t)2 * HOLE_CORNERS;
}

size_t layoutshape_boxes(const LabelLayout *g, LayoutBox out[LABEL_BOXES]) {
    switch (g->shape) {
    case LABEL_RECT:
        return rect_boxes(g, out);
    case LABEL_ELLIPSE:
        return ellipse_boxes(g, out);
    case LABEL_RING:
        return ring_boxes(g, out);
    }
    return 0;
}

/* `b`, cut to the part of the sheet that text may use. */
static LayoutBox on_sheet(const Layout *l, LayoutBox b) {
    Len keep = l->u.labels.roll ? 0 : SHEET_PADDING;
    Len right = len_min(b.x + b.w, l->w - keep);
    Len bottom = len_min(b.y + b.h, l->h - keep);
    b.x = len_max(b.x, keep);
    b.y = len_max(b.y, keep);
    b.w = len_max(right - b.x, 0);
    b.h = len_max(bottom - b.y, 0);
    return b;
}

size_t layout_label_boxes(const Layout *l, int k, LayoutBox out[LABEL_BOXES]) {
    LayoutBox label = layout_label(l, k);
    size_t n = layoutshape_boxes(&l->u.labels, out);
    for (size_t i = 0; i < n; i++) {
        out[i].x += label.x;
        out[i].y += label.y;
        out[i] = on_sheet(l, out[i]);
    }
    return n;
}

LayoutBox layout_label_text(const Layout *l, int k) {
    LayoutBox boxes[LABEL_BOXES];
    size_t n = layout_label_boxes(l, k, boxes), best = 0;
    for (size_t i = 1; i < n; i++)
        if ((int64_t)boxes[i].w * boxes[i].h >
            (int64_t)boxes[best].w * boxes[best].h)
            best = i;
    return boxes[best];
}
