/* ink.h - where the glyphs of a run really put ink.
 *
 * Advances and font metrics say what room a line takes; an accent, a tail or a
 * Tibetan stack reaches beyond it.
 */
#ifndef ENVOI_TEXT_INK_H
#define ENVOI_TEXT_INK_H

#include "text/shape.h"

typedef struct Ink {
    Len left, top, right, bottom; /* y down; right and bottom are beyond */
} Ink;

/* The ink of glyphs [from, to), the pen at (0, 0) before glyph `from`. False if
 * there is none: blanks. */
bool ink_of_run(const GlyphRun *run, uint32_t from, uint32_t to, Ink *out);

#endif
