/* grid.h - the cells of a label sheet: which are used, where to cut.
 */
#ifndef ENVOI_PAGE_GRID_H
#define ENVOI_PAGE_GRID_H

#include "model/layout.h"
#include "page/display.h"

/* The text box that every cell of the sheet has: the smallest width and height
 * over all cells, so that one setting serves them all. */
void grid_text_size(const Layout *l, Len *w, Len *h);

/* Hairlines around the used cells, each edge once, long edges in one stroke.
 * used[k] tells of cell k. Nothing is drawn where there is nothing to cut. */
void grid_cut_lines(Arena *a, const Layout *l, const bool *used,
                    DisplayItems *to);

#endif
