/* sheeticons.h - what to do with a sheet, in pictures beside what is kept of
 * it (a folded sheet has its own, page/foldpage.h).
 */
#ifndef ENVOI_PAGE_SHEETICONS_H
#define ENVOI_PAGE_SHEETICONS_H

#include "model/layout.h"
#include "page/icon.h"

/* Scissors and an envelope in the margin above slips to cut, over the left
 * column; nothing where the margin is too low. */
void sheeticons_cut(Arena *a, const Layout *l, DisplayItems *to);

#endif
