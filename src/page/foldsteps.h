/* foldsteps.h - how a sheet becomes its envelope, in three pictures without
 * words: fold the lower panel up over the writing, the upper one down over
 * that, tape. They stand on the back of the lower panel, which nobody sees once
 * it is folded.
 */
#ifndef ENVOI_PAGE_FOLDSTEPS_H
#define ENVOI_PAGE_FOLDSTEPS_H

#include "model/layout.h"
#include "page/display.h"

/* Below the tape's marks, which end at `from`; left out where the panel is not
 * high enough. `tapes` pieces of tape. */
void foldsteps_draw(Arena *a, const EnvelopeFold *f, Len from, int tapes,
                    DisplayItems *to);

#endif
