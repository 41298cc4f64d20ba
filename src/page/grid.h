/* grid.h - the cells of a label sheet: which are used, where to cut.
 */
#ifndef ENVOI_PAGE_GRID_H
#define ENVOI_PAGE_GRID_H

#include "model/layout.h"
#include "page/addressfit.h"
#include "page/display.h"

/* The boxes that text has in every label of the sheet: of each of
 * layout_label_boxes the smallest width and height over all labels, so that one
 * setting serves them all. Fills in w, h and the others of `opt`; the others
 * live in `a`. */
void grid_fit_options(Arena *a, const Layout *l, AddressFitOptions *opt);

/* Where a block of w x h stands in label k, if it was found to fit box `room`
 * (AddressSetting.room): halfway down, at the left of a rectangle and in the
 * middle of a round shape. */
LayoutPoint grid_place(const Layout *l, int k, size_t room, Len w, Len h);

/* Hairlines around the used cells, each edge once, long edges in one stroke.
 * used[k] tells of cell k. Nothing is drawn where there is nothing to cut. */
void grid_cut_lines(Arena *a, const Layout *l, const bool *used,
                    DisplayItems *to);

#endif
