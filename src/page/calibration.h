/* calibration.h - the pages that a printer is measured with.
 *
 * What is read off them, and how a profile comes of it, is in
 * model/calibration.h, which has the places of the stairs too. The text is
 * English, as --help is; each thing to read has a place for the pen beside it.
 */
#ifndef ENVOI_PAGE_CALIBRATION_H
#define ENVOI_PAGE_CALIBRATION_H

#include "model/calibration.h"
#include "page/display.h"

typedef struct CalibrationSheet {
    Len w, h;          /* A4 or letter, portrait */
    const char *paper; /* "A4" */
    bool back;         /* the other side: the stairs alone */
} CalibrationSheet;

/* False, with an error, if the fonts cannot set it. */
bool calibration_sheet(Arena *a, Fontset *fs, const CalibrationSheet *sheet,
                       DisplayTags *tags, Diag *diag, DisplayPage *out);

/* The face of an envelope of w x h with the number of its feed, a stamp, lines
 * for an address and the mark of CALIBRATION_CORNER. `name` is that of its
 * layout. `feed` 0: the one of a profile. */
bool calibration_face(Arena *a, Fontset *fs, const char *name, Len w, Len h,
                      int feed, bool any_side, DisplayTags *tags, Diag *diag,
                      DisplayPage *out);

#endif
