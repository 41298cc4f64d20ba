/* shape.h - turn one item of text into positioned glyphs.
 *
 * Lengths are Len; x grows right, y grows down; glyphs are in visual order. In
 * a vertical paragraph x and y are those of the line, which is turned clockwise
 * afterwards: x runs down the page, y to the left, and y 0 is the middle of the
 * column. Glyphs that stand upright in it are then turned back about their
 * origin, (dx, dy) from the pen.
 *
 * A run lives in the arena it was made in. Fonts are borrowed from the fontset
 * and must outlive the run.
 */
#ifndef ENVOI_TEXT_SHAPE_H
#define ENVOI_TEXT_SHAPE_H

#include "text/itemize.h"

typedef struct Glyph {
    uint32_t id;      /* glyph index in run->font, not a character */
    uint32_t cluster; /* UTF-16 index of the first character it came from */
    Len advance;      /* along the baseline, spacing included */
    Len dx, dy;       /* from the pen; dy < 0 is up */
    bool unsafe;      /* HB_GLYPH_FLAG_UNSAFE_TO_BREAK before this cluster */
} Glyph;

typedef struct GlyphRun {
    Font *font;
    Len em;              /* the size the face is set at; less than the style's
                            for two digits too wide for one em */
    const Item *item;    /* level, script, lang, style */
    const UString *text; /* clusters index into it */
    uint32_t start, end; /* UTF-16 range that was shaped: all or part of item */
    Glyph *glyphs;
    uint32_t n;
    Len width; /* sum of advances */
} GlyphRun;

/* Shape [start, end) of `item`, with the whole paragraph as context, so that
 * letters join over the edges of the range as they would inside it (facts:
 * a Uyghur word hyphenated keeps its joining forms). Default-ignorable
 * characters give no glyph. An item without a font gives an empty run (its
 * error is in the itemiser's diag already). */
void shape_range(Arena *a, const UString *u, const Item *item, uint32_t start,
                 uint32_t end, GlyphRun *out);

/* How far the alphabetic baseline of `run` is below the line's (dy): in a
 * vertical line letters that lie are centred in the column. 0 in a horizontal
 * one. */
Len shape_drop(const GlyphRun *run);

/* How far the ink of a horizontal run reaches above and below its baseline; 0
 * where it does not. */
void shape_ink(const GlyphRun *run, Len *above, Len *below);

/* Do the glyphs stand upright in a vertical line? */
static inline bool shape_stands(const GlyphRun *run) {
    return run->item->orient == ORIENT_UPRIGHT ||
           run->item->orient == ORIENT_ACROSS;
}

#endif
