#include "model/layoutcheck.h"

void layoutcheck_inside(LayoutCheck *c, const char *what, const LayoutBox *b) {
    const Layout *l = c->layout;
    if (!layoutcheck_has(b))
        return;
    if (b->x < -EDGE_TOLERANCE)
        FAIL(c, b->span, "%s starts %.1f mm left of the %s", what,
             len_mm(-b->x), c->sheet);
    if (b->y < -EDGE_TOLERANCE)
        FAIL(c, b->span, "%s starts %.1f mm above the %s", what, len_mm(-b->y),
             c->sheet);
    if (b->x + b->w > l->w + EDGE_TOLERANCE)
        FAIL(c, b->span, "%s ends %.1f mm right of the %s", what,
             len_mm(b->x + b->w - l->w), c->sheet);
    if (b->y + b->h > l->h + EDGE_TOLERANCE)
        FAIL(c, b->span, "%s ends %.1f mm below the %s", what,
             len_mm(b->y + b->h - l->h), c->sheet);
}

void layoutcheck_apart(LayoutCheck *c, const char *what, const LayoutBox *b,
                       const char *other, const LayoutBox *o) {
    if (!layoutcheck_has(b) || !layoutcheck_has(o))
        return;
    Len across = len_min(b->x + b->w, o->x + o->w) - len_max(b->x, o->x);
    Len down = len_min(b->y + b->h, o->y + o->h) - len_max(b->y, o->y);
    Len overlap = len_min(across, down);
    if (overlap > OVERLAP_TOLERANCE)
        FAIL(c, b->span, "%s overlaps %s by %.1f mm", what, other,
             len_mm(overlap));
}

void layoutcheck_within(LayoutCheck *c, const char *what, const LayoutBox *b,
                        const char *outer, const LayoutBox *o) {
    if (!layoutcheck_has(b) || !layoutcheck_has(o))
        return;
    Len left = o->x - b->x, above = o->y - b->y;
    Len right = b->x + b->w - o->x - o->w, below = b->y + b->h - o->y - o->h;
    Len most = len_max(len_max(left, right), len_max(above, below));
    if (most > EDGE_TOLERANCE)
        FAIL(c, b->span, "%s ends %.1f mm outside %s", what, len_mm(most),
             outer);
}
