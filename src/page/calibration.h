/* calibration.h - the pages that a printer is measured with.
 *
 * What is read off them, and how a profile comes of it, is in
 * model/calibration.h, which has the places of the stairs too. Each thing to
 * read has a letter, where it is and at its place for the pen, so that what is
 * typed is the same in all languages. `words` are those of the language, with
 * all of WORD_CALIBRATE; one too long for its place is an error.
 */
#ifndef ENVOI_PAGE_CALIBRATION_H
#define ENVOI_PAGE_CALIBRATION_H

#include "model/calibration.h"
#include "model/words.h"
#include "page/display.h"

typedef struct CalibrationSheet {
    Len w, h;          /* A4 or letter, portrait */
    const char *paper; /* "A4" */
    bool back;         /* the other side: the stairs alone */
    const Words *words;
} CalibrationSheet;

/* False, with an error, if it cannot be set. */
bool calibration_sheet(Arena *a, Fontset *fs, const CalibrationSheet *sheet,
                       DisplayTags *tags, Diag *diag, DisplayPage *out);

typedef struct CalibrationFace {
    const char *name; /* of its layout */
    Len w, h;
    int feed;      /* its number; 0: the one of a profile */
    bool any_side; /* the same at the left, in the middle and at the right */
    const Words *words;
} CalibrationFace;

/* The face of an envelope with the number of its feed, a stamp, lines for an
 * address and the mark of CALIBRATION_CORNER. */
bool calibration_face(Arena *a, Fontset *fs, const CalibrationFace *face,
                      DisplayTags *tags, Diag *diag, DisplayPage *out);

#endif
