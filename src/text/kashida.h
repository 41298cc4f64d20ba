/* kashida.h - Arabic-script words made longer at a join, for justified lines.
 *
 * Spaces first; what they cannot take with grace goes into the words, one
 * extension each before the last joining pair, all of a line alike, none wider
 * than the font's U+0640, and never between lam and alef (facts 5.4; ALREQ:
 * even colour, not several in one word). For Uyghur and Arabic.
 */
#ifndef ENVOI_TEXT_KASHIDA_H
#define ENVOI_TEXT_KASHIDA_H

#include "text/units.h"

/* Take from `slack` what the word spaces of units [from, to) do not stretch
 * for: extend[k - from] is what unit k is to grow by at its join. Returns the
 * rest of `slack`, which is for the spaces. */
Len kashida_share(Arena *a, const Units *units, size_t from, size_t to,
                  Len slack, Len *extend);

/* Put a stroke of `width` between glyph `at` of the run and what is to its
 * left; it belongs to the cluster of `at`. */
void kashida_insert(Arena *a, GlyphRun *run, uint32_t at, Len width);

#endif
