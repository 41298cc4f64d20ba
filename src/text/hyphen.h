/* hyphen.h - the stroke drawn where a line ends inside a word: at a soft
 * hyphen, or at a place the hyphenator found.
 */
#ifndef ENVOI_TEXT_HYPHEN_H
#define ENVOI_TEXT_HYPHEN_H

#include "text/shape.h"

#define SOFT_HYPHEN 0xAD
#define NO_HYPHEN UINT32_MAX

/* The place of the hyphen for a break before unit `i`: the soft hyphen there,
 * or else `i` itself. */
uint32_t hyphen_place(const UString *u, uint32_t i);

/* A run of one glyph for the hyphen at `place`, in the look of `beside`: U+2010
 * or else U+002D of its font or of the first face of its stack that has one;
 * in Arabic script the low stroke U+0640, with a gap of 1/20 em that keeps it
 * from joining (facts 5.4). Its text is the soft hyphen, its cluster `place`;
 * where the text has none, the run has a text of its own, of one soft hyphen:
 * readers of the PDF join the word again. Empty if no font has any of these. */
void hyphen_make(Arena *a, Fontset *fs, const GlyphRun *beside, uint32_t place,
                 GlyphRun *out);

#endif
