/* compose.h - the units of one line as positioned runs. */
#ifndef ENVOI_TEXT_COMPOSE_H
#define ENVOI_TEXT_COMPOSE_H

#include "text/hyphen.h"
#include "text/para.h"
#include "text/units.h"

typedef struct LinePlan {
    size_t from, to;      /* units, trailing spaces included */
    uint32_t hyphen_at;   /* of the hyphen the line ends at, or NO_HYPHEN */
    bool shrink, stretch; /* justified: down, up to `room` */
    Len room;
} LinePlan;

/* Runs in visual order with spacing and justification in their advances,
 * (strokes at Arabic joins too), and width, ascent and descent. Every run is
 * made for this line alone: it holds exactly the text of [run->start,
 * run->end). Trailing spaces stand past the line's end: right of `width`, or at
 * negative x if `rtl`. */
void compose_line(Arena *a, Fontset *fs, const UString *u, bool rtl,
                  const Units *units, const LinePlan *plan, Line *out);

#endif
