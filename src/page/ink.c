#include "page/ink.h"

typedef struct Edges {
    Len left, top, right, bottom;
} Edges;

static Len least(Len x, Len y) {
    return x < y ? x : y;
}

static Len most(Len x, Len y) {
    return x > y ? x : y;
}

static Len overlap(const Edges *ink, const Edges *box) {
    Len across = least(ink->right, box->right) - most(ink->left, box->left);
    Len down = least(ink->bottom, box->bottom) - most(ink->top, box->top);
    return most(least(across, down), 0);
}

/* `e` is relative to (x, y), about which it is turned. */
static Edges turned(const Edges *e, unsigned quarters, Len x, Len y) {
    Len x1 = e->left, y1 = e->top, x2 = e->right, y2 = e->bottom;
    display_turn(quarters, &x1, &y1);
    display_turn(quarters, &x2, &y2);
    return (Edges){x + least(x1, x2), y + least(y1, y2), x + most(x1, x2),
                   y + most(y1, y2)};
}

static Len glyphs_depth(const DisplayItem *d, const Edges *box) {
    const GlyphRun *run = d->u.glyphs.run;
    Len pen = 0, deepest = 0;
    for (uint32_t i = d->u.glyphs.from; i < d->u.glyphs.to; i++) {
        const Glyph *g = &run->glyphs[i];
        hb_glyph_extents_t at;
        /* A face that cannot tell, of a damaged file, has the em. */
        if (!font_ink(run->font, run->em, g->id, &at))
            at = (hb_glyph_extents_t){0, run->em, g->advance, -run->em};
        if (at.width && at.height) {
            /* HarfBuzz counts y up, and the height from the top down. */
            Edges e = {pen + g->dx + at.x_bearing, g->dy - at.y_bearing,
                       pen + g->dx + at.x_bearing + at.width,
                       g->dy - at.y_bearing - at.height};
            Edges ink = turned(&e, d->turn, d->x, d->y);
            deepest = most(deepest, overlap(&ink, box));
        }
        pen += g->advance;
    }
    return deepest;
}

static Len line_depth(const DisplayItem *d, const Edges *box) {
    Len half = d->u.line.width / 2;
    Edges ink = {
        least(d->x, d->u.line.x2) - half, least(d->y, d->u.line.y2) - half,
        most(d->x, d->u.line.x2) + half, most(d->y, d->u.line.y2) + half};
    return overlap(&ink, box);
}

static Len boxed_depth(const DisplayItem *d, Len w, Len h, const Edges *box) {
    Edges e = {0, 0, w, h};
    Edges ink = turned(&e, d->turn, d->x, d->y);
    return overlap(&ink, box);
}

Len ink_depth(const DisplayItems *items, const LayoutBox *box) {
    Edges edges = {box->x, box->y, box->x + box->w, box->y + box->h};
    Len deepest = 0;
    for (size_t i = 0; i < items->n; i++) {
        const DisplayItem *d = &items->v[i];
        Len depth = 0;
        switch (d->kind) {
        case DISPLAY_GLYPHS:
            depth = glyphs_depth(d, &edges);
            break;
        case DISPLAY_RECT:
            depth = boxed_depth(d, d->u.rect.w, d->u.rect.h, &edges);
            break;
        case DISPLAY_LINE:
            depth = line_depth(d, &edges);
            break;
        case DISPLAY_FORM:
            depth = boxed_depth(d, d->u.form->w, d->u.form->h, &edges);
            break;
        case DISPLAY_IMAGE:
            depth = boxed_depth(d, d->u.image.w, d->u.image.h, &edges);
            break;
        }
        deepest = most(deepest, depth);
    }
    return deepest;
}
