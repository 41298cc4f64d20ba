/* foldpage.h - the back of a sheet that becomes its own envelope.
 *
 * Seen with the sheet's upper edge at the top, turned over like a page of a
 * book. The lower panel is folded up over the writing, the upper one down over
 * that: outside are then the backs of the middle panel, with the face, and of
 * the upper one. The face has the first fold above it and stands upright. What
 * is on the back of the envelope has that same fold above it, so it stands on
 * its head on the sheet. The upper edge ends on the back of the lower panel;
 * marks on both tell where the tape goes, pictures on the lower panel in which
 * order (page/foldsteps.h).
 */
#ifndef ENVOI_PAGE_FOLDPAGE_H
#define ENVOI_PAGE_FOLDPAGE_H

#include "model/layout.h"
#include "page/display.h"

/* `face` as page/face.h drew it; `back` the same for the back, its upper edge
 * the first fold. Appended to `to`, the sheet's items. */
void foldpage_draw(Arena *a, const EnvelopeFold *f, const DisplayItems *face,
                   const DisplayItems *back, DisplayItems *to);

#endif
