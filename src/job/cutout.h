/* cutout.h - fronts of envelopes on ordinary paper, to cut out and paste on.
 *
 * For printers that jam on envelopes: every face at true size with cut lines,
 * several on a sheet where they fit, and a mark in the corner that belongs on
 * the envelope's upper left corner.
 */
#ifndef ENVOI_JOB_CUTOUT_H
#define ENVOI_JOB_CUTOUT_H

#include "model/layout.h"
#include "page/display.h"

/* `paper` by name (model/paper.h), upright or, where more fits then, lying, as
 * a sheet of cells as large as the envelope. NULL with an error in `diag`: an
 * unknown name, or by how many millimetres the envelope is too large. */
const Layout *cutout_sheet(Arena *a, const Layout *envelope, const char *paper,
                           Diag *diag);

/* A face, its corner at the origin, into cell `cell` of the sheet. */
void cutout_draw(Arena *a, const Layout *sheet, size_t cell,
                 const DisplayItems *face, DisplayItems *to);

#endif
