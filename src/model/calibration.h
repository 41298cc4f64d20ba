/* calibration.h - from what is read off the calibration page to a profile.
 *
 * The sheet is folded in four; its creases are the paper's true middle. Across
 * each crease stand two stairs: steps that go sideways by half a millimetre
 * each, so that the step which the crease meets says how far the print lies
 * off, to the quarter of a millimetre. A is above the middle and C below it, on
 * the upright crease; B is left and D right of it, on the level one.
 *
 * A step is named by what the print is off when the crease meets it: right of
 * or below the true middle is positive. Whoever reads it need not know.
 */
#ifndef ENVOI_MODEL_CALIBRATION_H
#define ENVOI_MODEL_CALIBRATION_H

#include "model/printer.h"

/* Steps from -STEPS to STEPS, each half a millimetre. */
#define STAIR_STEPS 10
#define STAIR_RISE LEN_OF_MM(0.5)
/* Length of a step along the crease. */
#define STAIR_TREAD LEN_OF_MM(3)
/* Middles of the stairs from the middle of the sheet. */
#define STAIR_DOWN LEN_OF_MM(70)   /* A, C */
#define STAIR_ACROSS LEN_OF_MM(41) /* B, D */

enum { READ_A, READ_B, READ_C, READ_D, READINGS };

/* What was read at A and B, or at all four (`n` 2 or 4), as what the print is
 * off in the middle of the sheet, and with four its turn (0 with two). */
void calibration_fold(const Len *read, size_t n, PrinterOffset *out,
                      int32_t *skew);

/* With four readings: by how much on 100 mm the turn that A and C tell differs
 * from that of B and D, in 1/1000 mm. A wrong sign makes it large. */
int32_t calibration_disagreement(const Len *read);
#define CALIBRATION_DISAGREEMENT 1500

/* The bars are 100, 150 and 200 mm long; one that comes out `measured` long is
 * the nearest of them. False if none is within a tenth. */
bool calibration_bar(Len measured, int32_t *scale);

/* The corner mark of the envelope is so far from its left and upper edge. */
#define CALIBRATION_CORNER LEN_OF_MM(10)

#endif
