/* units.h - a shaped paragraph as a row of units in logical order: what line
 * fitting, spacing and justification work on.
 *
 * A unit is one cluster of glyphs; a cluster with a legal break inside (a
 * ligature over a soft hyphen) is several units that share the glyphs and
 * their width. "Before" and "after" are meant logically: in a right-to-left
 * run, what is added after a unit stands to its left.
 */
#ifndef ENVOI_TEXT_UNITS_H
#define ENVOI_TEXT_UNITS_H

#include "text/breaks.h"
#include "text/cjk.h"
#include "text/shape.h"

typedef struct Unit {
    uint32_t start, end; /* UTF-16; a default-ignorable character belongs to
                            the unit before it */
    const GlyphRun *run;
    uint32_t from, to; /* glyphs of the run, visual order */
    Len advance;       /* as shaped */
    UChar32 c;         /* first visible character */
    CjkClass cls;
    bool unsafe; /* a line cut before this unit must be shaped anew */

    /* Filled by spacing_apply. */
    Len lead, trail; /* always added before and after the unit */
    Len blank_lead;  /* part of the advance that is the empty half of a */
    Len blank_trail; /* full-width mark; may shrink, the second also goes at
                        a line end if `edge` */
    bool edge;
    Len stretch, shrink; /* of a word space */
    bool rigid;          /* nothing moves beside it: · / and connectors */
    Len gap;             /* to the next unit, if it stands on the same line */
    bool gap_on_next;    /* the next unit carries it: see spacing.c */
} Unit;

typedef struct Units {
    Unit *v;
    size_t n;
    bool chinese; /* filled by spacing_apply: mostly Chinese or Japanese */
} Units;

/* Shape every item (cut at U+2028, which has no glyph) and make the units.
 * `breaks` from breaks_find. */
void units_make(Arena *a, const UString *u, const Items *items,
                const BreakKind *breaks, Units *out);

#endif
