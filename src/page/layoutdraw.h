/* layoutdraw.h - a layout as a drawing with its measures, at true size.
 *
 * The sheet, what is printed where on it, the window, folds and marks, what
 * stays empty: to hold against an envelope or a label sheet. One page of the
 * sheet's own size; print it at 100 %.
 */
#ifndef ENVOI_PAGE_LAYOUTDRAW_H
#define ENVOI_PAGE_LAYOUTDRAW_H

#include "model/layout.h"
#include "page/display.h"

/* False if an error is in `diag` (no font). */
bool layout_draw(Arena *a, Fontset *fs, const Layout *l, DisplayTags *tags,
                 Diag *diag, DisplayPage *out);

#endif
