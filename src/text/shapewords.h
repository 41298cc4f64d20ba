/* shapewords.h - words that were shaped before are put together again (private
 * to src/text).
 *
 * The lines of a mailing, streets, towns, names, are made of few words that
 * come again and again, and shaping is what costs most in them. A Font
 * remembers the glyphs of words, each with the spaces behind it, at a size and
 * in a language; a run of such words is their glyphs one after another. That
 * this is the same to the last unit as shaping the run is HarfBuzz's own word:
 * only pieces that HB_GLYPH_FLAG_UNSAFE_TO_CONCAT is clear of, on both sides of
 * a boundary, are joined there. (tests/unit/test_text_shape.c compares the
 * two.)
 *
 * The table has a fixed size and forgets words that others push out; what comes
 * out of it does not depend on what is in it.
 */
#ifndef ENVOI_TEXT_SHAPEWORDS_H
#define ENVOI_TEXT_SHAPEWORDS_H

#include "text/shape.h"

/* Shape [run->start, run->end) of a horizontal run, all but its glyphs being
 * there. False: nothing was done, shape it whole. */
bool shapewords_shape(Arena *a, GlyphRun *run);

/* ---- by shape.c ---- */

/* [start, end) of the run's text as HarfBuzz shapes it. */
hb_buffer_t *shape_buffer(const GlyphRun *run, uint32_t start, uint32_t end,
                          hb_buffer_flags_t flags);
/* One glyph of a horizontal run. */
Glyph shape_glyph(const hb_glyph_info_t *info, const hb_glyph_position_t *pos);

#endif
