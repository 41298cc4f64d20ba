/* outline.h - the edge of a label as a closed line: rounded, oval or a disc.
 *
 * Curves are straight lines less than 0.02 mm off; no printer shows that.
 */
#ifndef ENVOI_PAGE_OUTLINE_H
#define ENVOI_PAGE_OUTLINE_H

#include "model/layout.h"
#include "page/display.h"

typedef struct Outline {
    LayoutPoint *v; /* corners; the last is joined to the first */
    size_t n;
} Outline;

/* The edge of label k; of a ring the hole's too. Returns how many. */
size_t outline_label(Arena *a, const Layout *l, int k, Outline out[2]);

/* Hairlines along it: to cut, or to hold against a sheet of labels. */
#define OUTLINE_WIDTH LEN_OF_PT(0.25)
#define OUTLINE_GRAY 128
void outline_draw(Arena *a, const Layout *l, int k, DisplayItems *to);

#endif
