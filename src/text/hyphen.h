/* hyphen.h - the stroke drawn where a line ends at a soft hyphen. */
#ifndef ENVOI_TEXT_HYPHEN_H
#define ENVOI_TEXT_HYPHEN_H

#include "text/shape.h"

#define SOFT_HYPHEN 0xAD

/* A run of one glyph for the soft hyphen at `at`, in the look of `beside`:
 * U+2010 or else U+002D of its font or of the first face of its stack that has
 * one; in Arabic script the low stroke U+0640, with a gap of 1/20 em that
 * keeps it from joining (facts 5.4). Its cluster is `at`. Empty if no font has
 * any of these. */
void hyphen_make(Arena *a, Fontset *fs, const GlyphRun *beside, uint32_t at,
                 GlyphRun *out);

/* The last soft hyphen of [from, to), which must hold one. */
uint32_t hyphen_index(const UString *u, uint32_t from, uint32_t to);

#endif
