/* letterplan.h - what letters that differ in one record have in common.
 *
 * 10,000 senders write one letter to one addressee: the sender's lines and the
 * signature differ, the rest is the same. A plan keeps what does not depend on
 * the record that changes: the boxes of the text (parts), so that they are set
 * once, and the pages they make (sheets), as forms that the PDF holds once.
 *
 * Letters of a plan have the same file, layout, origin and pictures, the same
 * contact on one side, and `varies` names the other. Whether a part depends on
 * it is seen while it is set: by the fields it asks for.
 */
#ifndef ENVOI_PAGE_LETTERPLAN_H
#define ENVOI_PAGE_LETTERPLAN_H

#include "page/letterwriter.h"

/* One part of a letter's text as it was set: the boxes, and the writer's state
 * behind it. */
typedef struct LetterPart {
    const void *key; /* what of the letter it is */
    int tightness;
    unsigned uses; /* LetterSide */
    size_t noted_before;
    const LetterNote *noted;
    size_t nnoted;
    bool own_words_done;
    const FlowBox *boxes;
    size_t nboxes;
} LetterPart;

/* One stroke of a page, in reading order. */
typedef enum StrokeKind {
    STROKE_HEAD,  /* `what`: a LetterheadPart */
    STROKE_PLACE, /* `what`: of the flow */
    STROKE_RULE,  /* above the footnote at place `what` */
    STROKE_FORM   /* many strokes that do not vary */
} StrokeKind;

typedef struct Stroke {
    StrokeKind kind;
    size_t page, what;
    bool varies;
    bool artifact;
    const DisplayForm *form;
} Stroke;

typedef VEC(Stroke) Strokes;

/* A box as the flow sees it. */
typedef struct BoxExtent {
    size_t lines;
    Len height, space;
    bool keep;
    const void
        *what;      /* a box that does not vary is this one; NULL: it varies */
    uint32_t marks; /* of the lines that have a footnote's mark */
} BoxExtent;

/* The pages of letters whose boxes have the same extents. */
typedef struct LetterSheets {
    int tightness;
    Len first, other; /* height of the text area, as in FlowInput */
    BoxExtent *extents;
    size_t nextents;
    Flow flow;      /* the places' boxes are gone: `box_of` */
    size_t *box_of; /* index of each place's box, or of its note */
    Strokes strokes;
} LetterSheets;

struct LetterPlan {
    Arena *arena; /* of all that is kept; the first letter is set in it */
    bool used;    /* the first letter is done */
    VEC(LetterPart) parts;
    size_t next; /* the part that is probably asked for next */
    VEC(const LetterSheets *) sheets;
};

/* Sheets that a plan keeps at most: letters whose lines fall in more ways than
 * this are drawn one by one. */
#define LETTERPLAN_SHEETS 32

LetterPlan *letterplan_new(void);
void letterplan_free(LetterPlan *p); /* NULL is fine */

/* The part as kept, or NULL: it is to be set. */
const LetterPart *letterplan_part(LetterPlan *p, const void *key,
                                  int tightness);
/* The sheets for boxes of these extents, or NULL. */
const LetterSheets *letterplan_sheets(const LetterPlan *p, int tightness,
                                      const FlowInput *in,
                                      const LetterBoxes *boxes);
/* Keep the extents of `boxes` with sheets that are to be kept. */
void letterplan_extents(Arena *a, const LetterBoxes *boxes, LetterSheets *out);

#endif
