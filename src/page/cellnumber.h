/* cellnumber.h - the number of a pack in a corner of its label or slip.
 *
 * It tells whoever packs what belongs together, and whoever gets the letter
 * nothing: it stands on slips and covers, never on a letter or an envelope.
 */
#ifndef ENVOI_PAGE_CELLNUMBER_H
#define ENVOI_PAGE_CELLNUMBER_H

#include "model/layout.h"
#include "page/addressfit.h"

/* A number set as text, as wide and high as it is printed. */
typedef struct CellNumber {
    Para para;
    Len w, h;
} CellNumber;

/* False, with an error, if no font has the digits. */
bool cellnumber_set(Arena *a, Fontset *fs, const char *number, Diag *diag,
                    CellNumber *out);

/* Where it stands in `box` beside an address whose corner is at `at`: in the
 * lower corner at the right, else in the upper one. False if letters would
 * touch in both. */
bool cellnumber_place(const CellNumber *n, const LayoutBox *box,
                      const AddressFit *fit, LayoutPoint at, LayoutPoint *out);

/* The room of a box above the number's strip. */
Len cellnumber_above(const CellNumber *n, Len h);

void cellnumber_draw(Arena *a, const CellNumber *n, DisplayTags *tags,
                     uint32_t parent, LayoutPoint at, DisplayItems *to);

#endif
