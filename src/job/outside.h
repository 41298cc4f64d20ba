/* outside.h - the back of a letter's sheet as its envelope (page/foldpage.h).
 */
#ifndef ENVOI_JOB_OUTSIDE_H
#define ENVOI_JOB_OUTSIDE_H

#include "job/faces.h"

/* The sheet's back for one addressee. The layout of `f` has a fold. False, with
 * an error, as faces_draw. */
bool outside_draw(Faces *f, const FaceItem *item, Arena *a, DisplayTags *tags,
                  DisplayPage *out);

/* The envelope that a letter on `letter` becomes, placed for `origin`. NULL
 * with an error: there is none of that name, it is no folded sheet, or one of
 * other paper or with other folds. */
const Layout *outside_layout(Session *s, Arena *a, const Layout *letter,
                             const char *origin, Diag *diag);

#endif
