/* envelopelayout.h - which envelope: a name, a file or a size.
 */
#ifndef ENVOI_JOB_ENVELOPELAYOUT_H
#define ENVOI_JOB_ENVELOPELAYOUT_H

#include "job/session.h"
#include "model/layout.h"

/* "240x120mm", "9.5 x 4 in": a layout with no more than that size. False if it
 * is no size; without a unit it is one, and an error: *out is then NULL. */
bool envelopelayout_of_size(Arena *a, const char *name, Diag *diag,
                            const Layout **out);

/* `name` may be a layout, a file or a size such as 240x120mm; NULL: DL, or #10
 * where letter paper is used. `portrait`: it stands on its short side. Not yet
 * placed (job/place.h). NULL with the error in `diag`. */
const Layout *envelopelayout_load(Session *s, Arena *a, const char *name,
                                  bool portrait, const char *origin,
                                  Diag *diag);

#endif
