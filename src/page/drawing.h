/* drawing.h - boxes with names and measures on a sheet at true size.
 *
 * Boxes are outlined where they are; the places of their edges stand on rulers
 * along the sheet's edges, in mm from its top left corner, with a thin line to
 * the box. Text finds a free place: nothing is printed over it, lines are cut
 * out behind it. Everything lives in the arena; the text is English.
 */
#ifndef ENVOI_PAGE_DRAWING_H
#define ENVOI_PAGE_DRAWING_H

#include "model/layout.h"
#include "page/display.h"

typedef struct DrawingMark {
    Len at; /* place along the ruler */
    Len to; /* end of the line from the ruler */
} DrawingMark;

typedef VEC(DrawingMark) DrawingMarks;

typedef enum DrawingPlace {
    PLACE_FREE,  /* wherever it disturbs least */
    PLACE_LEFT,  /* the same, at the left */
    PLACE_CENTRE /* in its middle, or free within it */
} DrawingPlace;

/* Words that wait until all lines are there. */
typedef struct DrawingNote {
    LayoutBox box; /* that it names; it may also stand right beside it */
    Len size;
    bool bold;
    DrawingPlace place;
    const char *text;
} DrawingNote;

typedef struct Drawing {
    Arena *arena;
    Fontset *fonts;
    DisplayTags *tags;
    uint32_t document;
    Diag *diag;
    Len w, h;
    Len left_ruler; /* where the left ruler's figures begin */
    DisplayItems grounds, lines, texts;
    DrawingMarks top, bottom, left, right;
    VEC(DrawingNote) notes;
    VEC(LayoutBox) strokes; /* where lines run, as thin boxes */
    VEC(LayoutBox) taken;   /* where text stands */
} Drawing;

typedef enum DrawingStroke {
    STROKE_SOLID,
    STROKE_DASHED,
    STROKE_DOTTED,
    STROKE_FAINT
} DrawingStroke;

void drawing_init(Drawing *d, Arena *a, Fontset *fs, const Layout *l,
                  DisplayTags *tags, Diag *diag);

/* Outline of a box that has a span; others are left out. */
void drawing_box(Drawing *d, const LayoutBox *b, DrawingStroke stroke);
void drawing_ground(Drawing *d, const LayoutBox *b); /* light grey */
void drawing_line(Drawing *d, Len x, Len y, Len x2, Len y2,
                  DrawingStroke stroke);

/* The edges of `b` on the rulers nearest to it; or its sides on the upper one,
 * its top and bottom on the left one. The sheet's own edges need no figure. */
void drawing_measure(Drawing *d, const LayoutBox *b);
void drawing_measure_sides(Drawing *d, const LayoutBox *b);
void drawing_measure_ends(Drawing *d, const LayoutBox *b);

/* `text` in or beside a box, where it is free; small boxes are best named
 * first. Without a place it is left out. */
void drawing_note(Drawing *d, const LayoutBox *b, DrawingPlace place, Len size,
                  bool bold, const char *text);

/* "62.7": at most two decimals, no zeros behind. */
const char *drawing_mm(Arena *a, Len l);

/* Rulers and texts, then the page. */
void drawing_finish(Drawing *d, DisplayPage *out);

#endif
