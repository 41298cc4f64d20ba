/* proofmarks.h - where on the finished pages the lines of addresses are.
 *
 * Found in the display lists as they are written, after all turning and
 * moving, by the marks of their items (page/display.h).
 */
#ifndef ENVOI_JOB_PROOFMARKS_H
#define ENVOI_JOB_PROOFMARKS_H

#include "page/display.h"

/* One printed line, or a stretch of it. The box is as high as the em, in the
 * middle of which stands what is set in it. */
typedef struct ProofBox {
    DisplayMark mark;
    size_t page; /* of the PDF, from 0 */
    Len x, y, w, h;
    Len base;     /* across the line, where its baseline is */
    uint8_t turn; /* quarters clockwise: reading goes right, down, left, up */
} ProofBox;

typedef VEC(ProofBox) ProofBoxes;

/* A form's boxes, from its origin; a form is looked into when it is first
 * placed, later it may be gone. */
typedef struct ProofForm {
    const DisplayForm *form;
    ProofBoxes boxes;
} ProofForm;

typedef struct ProofMarks {
    Arena *arena;
    size_t first_address; /* of the kind whose page comes: what its items say is
                             counted from it */
    ProofBoxes boxes;     /* by page, in the order of the items */
    VEC(ProofForm) forms;
} ProofMarks;

void proofmarks_page(ProofMarks *m, const DisplayPage *page, size_t number);
/* The file turned out to have its `pages` pages the other way round. */
void proofmarks_reverse(ProofMarks *m, size_t pages);

#endif
