/* flow.h - boxes of lines, one under the other, over as many pages as needed.
 *
 * Page breaking keeps two lines of a paragraph together at either side of a
 * break (no widow, no orphan) and a box that says `keep` on the page of the
 * next one's first lines: a heading with its text, a closing with the
 * signature. Of a long paragraph that must stay with what follows, the last
 * two lines go along. Footnotes stand at the foot of the page that has their
 * mark.
 */
#ifndef ENVOI_PAGE_FLOW_H
#define ENVOI_PAGE_FLOW_H

#include "page/display.h"

/* A paragraph beside the box's own: a list label, a table cell. */
typedef struct FlowCell {
    Para para;
    Len x;
    bool on_baseline; /* its first baseline on that of the box's paragraph;
                         else `y` below the box's top */
    Len y;
    uint32_t tag;
} FlowCell;

/* A hairline: for the pen, under a table's header. `y` from the box's top. */
typedef struct FlowRule {
    Len x, y, w;
} FlowRule;

/* Line `line` of the box has the mark of footnote `note`; line 0 in a box
 * without text of its own. */
typedef struct FlowMark {
    size_t line, note;
} FlowMark;

typedef struct FlowBox {
    Para para;  /* n = 0: a box without text of its own, `height` high */
    Len x;      /* of the paragraph's left edge in the text area */
    Len space;  /* above; dropped at the top of a page */
    Len height; /* of a box without text; its cells stay inside */
    bool keep;  /* with the next box */
    uint32_t tag;
    FlowCell *cells;
    size_t ncells;
    FlowRule *rules;
    size_t nrules;
    FlowMark *marks; /* by line */
    size_t nmarks;
    bool varies;        /* differs from letter to letter, see letterplan.h */
    const Image *image; /* at image_x, its top at the box's top; NULL: none */
    Len image_x, image_w, image_h;
    Span image_at;               /* where it is named */
    const DisplayItems *drawing; /* from the box's top left; NULL: none */
} FlowBox;

typedef VEC(FlowBox) FlowBoxes;

/* Length of the rule above the footnotes. */
#define FLOW_NOTE_RULE LEN_OF_MM(40)

typedef struct FlowInput {
    const FlowBox *boxes;
    size_t n;
    const FlowBox *notes; /* footnotes; those of a page stand in mark order */
    size_t nnotes;
    Len first, other; /* height of the text area on page 1, on the others */
    Len rule_x;       /* left edge of the rule above the footnotes */
} FlowInput;

/* Lines [from, to) of a box on a page. A box without text has from = to = 0. */
typedef struct FlowPlace {
    const FlowBox *box;
    size_t from, to;
    size_t page; /* 0-based */
    Len y;       /* from the top of that page's text area */
    bool note;
} FlowPlace;

typedef struct Flow {
    FlowPlace *v;
    size_t n;
    size_t pages; /* at least 1 */
    Len end;      /* bottom of the last box on the last page */
    Len rule_x;
    size_t over; /* a place that runs over the foot of its page, or into the
                    footnotes there; n: none does */
    Len over_by;
} Flow;

/* What is higher than a page, or has footnotes that are, is placed alone and
 * runs over: see out->over. */
void flow_paginate(Arena *a, const FlowInput *in, Flow *out);

/* If a place runs over, an error at `box`, the one that stands there; `where`:
 * if that has no place of its own. */
void flow_tell_over(const Flow *flow, const FlowBox *box, Span where,
                    Diag *diag);

/* Draw `box`, which stands at `at`, the top-left of its page's text area at
 * (x, y). It is at->box or one of the same lines and height. */
void flow_draw_box(Arena *a, const FlowPlace *at, const FlowBox *box, Len x,
                   Len y, DisplayItems *to);
/* The rule above the first footnote of a page, which stands at `at`. */
void flow_draw_note_rule(Arena *a, const FlowPlace *at, Len rule_x, Len x,
                         Len y, DisplayItems *to);

/* Height of lines [from, to) of a box. */
Len flow_box_height(const FlowBox *b, size_t from, size_t to);

#endif
