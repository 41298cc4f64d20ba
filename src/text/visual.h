/* visual.h - the characters of a line as the eye meets them, for comparing what
 * was meant with what can be read.
 *
 * Made from the paragraph's text and its levels alone (UAX #9, L2), not from
 * its items and glyphs: what those lost, this still has.
 */
#ifndef ENVOI_TEXT_VISUAL_H
#define ENVOI_TEXT_VISUAL_H

#include "text/para.h"

/* Does it leave a mark on paper: no blank, and not default-ignorable, as
 * directional marks are? */
bool visual_is_seen(uint32_t cp);

/* The seen characters of lines->[line] from left to right, of a vertical one
 * from top to bottom. */
uint32_t *visual_line(Arena *a, const Para *p, size_t line, size_t *n);

/* Are they the same characters in the same order, whether composed or not (NFC,
 * UAX #15)? With `loose_marks`, combining marks need only be as many of each
 * kind: readers of PDF put those of right-to-left words beside other letters.
 */
bool visual_same(Arena *a, const uint32_t *x, size_t nx, const uint32_t *y,
                 size_t ny, bool loose_marks);

#endif
