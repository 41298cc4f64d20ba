/* flow.h - boxes of lines, one under the other, over as many pages as needed.
 *
 * Page breaking keeps two lines of a paragraph together at either side of a
 * break (no widow, no orphan) and a box that says `keep` on the page of the
 * next one's first lines: a heading with its text, a closing with the
 * signature. Of a long paragraph that must stay with what follows, the last
 * two lines go along.
 */
#ifndef ENVOI_PAGE_FLOW_H
#define ENVOI_PAGE_FLOW_H

#include "page/display.h"

typedef struct FlowBox {
    Para para;  /* n = 0: a box without text, `height` high */
    Len x;      /* of the paragraph's left edge in the text area */
    Len space;  /* above; dropped at the top of a page */
    Len height; /* of a box without text */
    bool keep;  /* with the next box */
    uint32_t tag;
    const Para *marker; /* list label beside the first line, or NULL */
    Len marker_x;
    uint32_t marker_tag;
    Len rule_x, rule_w; /* a hairline for the pen at the bottom of a box without
                           text; rule_w 0 for none */
} FlowBox;

typedef VEC(FlowBox) FlowBoxes;

/* Lines [from, to) of a box on a page. A box without text has from = to = 0. */
typedef struct FlowPlace {
    size_t box, from, to;
    size_t page; /* 0-based */
    Len y;       /* from the top of that page's text area */
} FlowPlace;

typedef struct Flow {
    FlowPlace *v;
    size_t n;
    size_t pages; /* at least 1 */
    Len end;      /* bottom of the last box on the last page */
} Flow;

/* `first` and `other`: height of the text area on page 1 and on the others.
 * A line higher than a page is placed alone and runs over. */
void flow_paginate(Arena *a, const FlowBox *boxes, size_t n, Len first,
                   Len other, Flow *out);

/* Draw what falls on `page`, the text area's top-left at (x, y). */
void flow_draw(Arena *a, const FlowBox *boxes, const Flow *flow, size_t page,
               Len x, Len y, DisplayItems *to);

#endif
