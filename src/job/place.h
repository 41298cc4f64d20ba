/* place.h - an envelope as the post it is handed to wants it. */
#ifndef ENVOI_JOB_PLACE_H
#define ENVOI_JOB_PLACE_H

#include "job/session.h"
#include "model/postzones.h"

/* `l` with the boxes that its file leaves to the post of `origin` (alpha-2, ""
 * unknown); other layouts as they are. Lives in `a`. NULL with the errors in
 * `diag`. */
const Layout *place_layout(Session *s, Arena *a, const Layout *l,
                           const char *origin, Diag *diag);

#endif
