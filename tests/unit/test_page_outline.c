/* Outlines of labels: closed, as close to the curve as they say, in the box. */
#include "unit.h"

#include <math.h>
#include <stdlib.h>

#include "page/outline.h"

#define ERROR LEN_OF_MM(0.021)

/* One label of w x h mm at (20, 30) mm. */
static Layout label(LabelShape shape, double w, double h, double round,
                    double hole, LayoutPoint *at) {
    Layout l = {
        .kind = LAYOUT_LABELS, .w = LEN_OF_MM(210), .h = LEN_OF_MM(297)};
    *at = (LayoutPoint){LEN_OF_MM(20), LEN_OF_MM(30)};
    l.u.labels = (LabelLayout){.shape = shape,
                               .label_w = LEN_OF_MM(w),
                               .label_h = LEN_OF_MM(h),
                               .round = LEN_OF_MM(round),
                               .hole = LEN_OF_MM(hole),
                               .cells = at,
                               .ncells = 1};
    return l;
}

/* Length of all strokes in mm; each begins where the one before it ended, and
 * `paths` closed paths are there. */
static double measure(const Layout *l, const DisplayItems *items, int paths) {
    LayoutBox b = layout_label(l, 0);
    double sum = 0;
    Len x = 0, y = 0, first_x = 0, first_y = 0;
    for (size_t i = 0; i < items->n; i++) {
        const DisplayItem *s = &items->v[i];
        CHECK(s->kind == DISPLAY_LINE && s->tag == DISPLAY_NO_TAG);
        if (i == 0 || s->x != x || s->y != y) {
            CHECK(i == 0 || (x == first_x && y == first_y));
            first_x = s->x;
            first_y = s->y;
            paths--;
        }
        x = s->u.line.x2;
        y = s->u.line.y2;
        CHECK(s->x >= b.x && s->x <= b.x + b.w && s->y >= b.y &&
              s->y <= b.y + b.h);
        sum += hypot(len_mm(x - s->x), len_mm(y - s->y));
    }
    CHECK(x == first_x && y == first_y);
    CHECK_INT(paths, 0);
    return sum;
}

static bool near(double got, double want) {
    if (fabs(got - want) < 0.001 * want)
        return true;
    printf("%f is not %f\n", got, want);
    return false;
}

int main(void) {
    Arena *a = arena_new();
    LayoutPoint at;
    DisplayItems square = {0}, rounded = {0}, circle = {0}, oval = {0},
                 disc = {0}, cut = {0};
    Layout l = label(LABEL_RECT, 70, 36, 0, 0, &at);
    outline_draw(a, &l, 0, &square);
    CHECK_INT(square.n, 4);
    CHECK(near(measure(&l, &square, 1), 212));

    l = label(LABEL_RECT, 70, 36, 3, 0, &at);
    outline_draw(a, &l, 0, &rounded);
    CHECK(near(measure(&l, &rounded, 1), 212 - 24 + 2 * 3 * M_PI));

    /* Every chord's middle is inside the circle and hardly away from it. */
    l = label(LABEL_ELLIPSE, 60, 60, 0, 0, &at);
    outline_draw(a, &l, 0, &circle);
    CHECK(near(measure(&l, &circle, 1), 60 * M_PI));
    for (size_t i = 0; i < circle.n; i++) {
        const DisplayItem *s = &circle.v[i];
        double x = (s->x + s->u.line.x2) / 2.0 - LEN_OF_MM(50);
        double y = (s->y + s->u.line.y2) / 2.0 - LEN_OF_MM(60);
        double away = LEN_OF_MM(30) - hypot(x, y);
        CHECK(away > -4 && away < ERROR);
    }
    CHECK(circle.n <= 120);

    /* Ramanujan's second approximation of the perimeter. */
    l = label(LABEL_ELLIPSE, 90, 40, 0, 0, &at);
    outline_draw(a, &l, 0, &oval);
    double h = pow(25.0 / 65.0, 2);
    CHECK(near(measure(&l, &oval, 1),
               M_PI * 65 * (1 + 3 * h / (10 + sqrt(4 - 3 * h)))));

    l = label(LABEL_RING, 117, 117, 0, 40, &at);
    outline_draw(a, &l, 0, &disc);
    CHECK(near(measure(&l, &disc, 2), 157 * M_PI));

    /* Cut off at the left and the right: two arcs and two chords. */
    l = label(LABEL_RING, 100, 118, 0, 20, &at);
    outline_draw(a, &l, 0, &cut);
    double angle = acos(50.0 / 59.0);
    CHECK(near(measure(&l, &cut, 2),
               59 * (2 * M_PI - 4 * angle) + 4 * 59 * sin(angle) + 20 * M_PI));
    arena_free(a);
    return unit_done("outline");
}
