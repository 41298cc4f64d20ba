/* layoutother.h - label sheets that are not layout files: a line such as
 * input/sheetspec.h reads, and entries of input/labelset.h.
 */
#ifndef ENVOI_INPUT_LAYOUTOTHER_H
#define ENVOI_INPUT_LAYOUTOTHER_H

#include "model/layout.h"

bool layoutother_is_name(const char *name);

/* The sheet of that name, or NULL with errors, and a note if layouts/labels has
 * one of that number. Where gLabels' measures are not
 * those of the sheet of the same brand and number in layouts/labels, a note
 * says so: some of its A4 grids are a millimetre off (facts 3.1). No note with
 * a `where`: whoever chose the sheet has had it. */
const Layout *layoutother_load(Arena *a, const char *data_dir, const char *name,
                               Span where, Diag *diag);

#endif
