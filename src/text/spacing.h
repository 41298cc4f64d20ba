/* spacing.h - the white space of Chinese and Japanese text (CLREQ 3, JLREQ 3,
 * GB/T 15834; facts 5.1): gaps beside Western words, the empty halves of
 * full-width marks, the interpunct; and what of it may stretch and shrink.
 */
#ifndef ENVOI_TEXT_SPACING_H
#define ENVOI_TEXT_SPACING_H

#include "text/units.h"

/* Fill the spacing fields of all units. A word space (U+0020, U+00A0; the
 * others have the width they are for) goes, before anything else does, in
 * Chinese text to 1/2 em and down to 1/4 em; in other text half of itself up
 * and a third down, as TeX takes it of a font that says no more. */
void spacing_apply(const UString *u, Units *units);

/* May justification part `a` from the next unit `b`? Between two Chinese
 * characters or marks, but not inside —— or …… nor beside what is rigid. */
bool spacing_may_part(const Unit *a, const Unit *b);

/* In which order the empty halves of marks give way. */
typedef enum SpacingRank {
    SPACING_BRACKET, /* empty half of a bracket or quotation mark */
    SPACING_COMMA,
    SPACING_STOP
} SpacingRank;
SpacingRank spacing_rank(const Unit *unit);

/* Stretch `slack` > 0 or shrink `slack` < 0 over units [from, to) of a line,
 * `to` excluding trailing spaces, in the order of CLREQ: spaces, gaps beside
 * Western words, then all characters; shrinking: the mark at the line's end,
 * spaces, brackets, commas, gaps, stops. Adds to before[k - from] and after[k -
 * from]. What no rule allows is left over. */
void spacing_justify(Arena *a, const Units *units, size_t from, size_t to,
                     Len slack, Len *before, Len *after);

#endif
