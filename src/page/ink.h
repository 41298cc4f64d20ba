/* ink.h - where ink falls on a page.
 *
 * From the outlines themselves, not from their line boxes: a proof that a place
 * stays empty, however the lines came there.
 */
#ifndef ENVOI_PAGE_INK_H
#define ENVOI_PAGE_INK_H

#include "model/layout.h"
#include "page/display.h"

/* How far the ink of `items` reaches into `box`: of the deepest mark the
 * shorter side of what lies inside. 0: the box is empty. */
Len ink_depth(const DisplayItems *items, const LayoutBox *box);

#endif
