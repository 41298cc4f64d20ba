/* layoutcheck.h - the words that the checks of a layout are written in.
 *
 * Private to the model layer; layout.h is the front door. Each check reports
 * at the line that says it, with the millimetres, and clears `ok`.
 */
#ifndef ENVOI_MODEL_LAYOUTCHECK_H
#define ENVOI_MODEL_LAYOUTCHECK_H

#include "model/layout.h"

/* What a sheet may overrun its edge by, and labels each other: real sheets are
 * specified in hundredths of a millimetre, rounded one by one (facts 3.2). */
#define EDGE_TOLERANCE LEN_OF_MM(0.3)
#define OVERLAP_TOLERANCE LEN_OF_MM(0.15)
/* Less room than this holds no line of an address or letter. */
#define LEAST_ROOM LEN_OF_MM(5)

typedef struct LayoutCheck {
    const Layout *layout;
    const char *sheet; /* "envelope" or "sheet" */
    Diag *diag;
    bool ok; /* falls at the first error and stays down */
} LayoutCheck;

#define FAIL(c, where, ...)                                                    \
    do {                                                                       \
        (c)->ok = false;                                                       \
        diag_at((c)->diag, DIAG_ERROR, (where), __VA_ARGS__);                  \
    } while (0)

static inline Len len_max(Len x, Len y) {
    return x > y ? x : y;
}

static inline Len len_min(Len x, Len y) {
    return x < y ? x : y;
}

/* Millimetres of a sum that may leave the range of Len. */
static inline double len_mm_wide(int64_t l) {
    return (double)l * (25.4 / 72.0) / LEN_PT;
}

static inline bool layoutcheck_has(const LayoutBox *b) {
    return b->span.src != NULL;
}

/* The box stays on the sheet, off another box, within an outer one. An absent
 * box is always right. */
void layoutcheck_inside(LayoutCheck *c, const char *what, const LayoutBox *b);
void layoutcheck_apart(LayoutCheck *c, const char *what, const LayoutBox *b,
                       const char *other, const LayoutBox *o);
void layoutcheck_within(LayoutCheck *c, const char *what, const LayoutBox *b,
                        const char *outer, const LayoutBox *o);

/* As layout_label_boxes, from the label's own corner and as if it lay in the
 * middle of the sheet. */
size_t layoutshape_boxes(const LabelLayout *g, LayoutBox out[LABEL_BOXES]);

void layoutcheck_labels(LayoutCheck *c);
void layoutcheck_letter(LayoutCheck *c);
void layoutcheck_design(LayoutCheck *c); /* model/envelopedesign.h */

#endif
