#include "text/ink.h"

static Len least(Len a, Len b) {
    return a < b ? a : b;
}

static Len most(Len a, Len b) {
    return a > b ? a : b;
}

bool ink_of_run(const GlyphRun *run, uint32_t from, uint32_t to, Ink *out) {
    Len pen = 0;
    *out = (Ink){LEN_MAX, LEN_MAX, -LEN_MAX, -LEN_MAX};
    for (uint32_t i = from; i < to; i++) {
        const Glyph *g = &run->glyphs[i];
        hb_glyph_extents_t e;
        if (font_ink(run->font, run->em, g->id, &e) && e.width != 0 &&
            e.height != 0) {
            /* HarfBuzz counts upwards: the height is negative. */
            Len left = pen + g->dx + e.x_bearing, top = g->dy - e.y_bearing;
            out->left = least(out->left, left);
            out->right = most(out->right, left + e.width);
            out->top = least(out->top, top);
            out->bottom = most(out->bottom, top - e.height);
        }
        pen += g->advance;
    }
    return out->left < out->right;
}
