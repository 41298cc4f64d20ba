/* designfaces.h - faces of envelopes that a country's post designed.
 *
 * Private to faces.c, which comes here where a layout has a design. Nothing but
 * what faces.h says of its options is kept: an addressee is set anew for each
 * page, so that memory does not grow with the list.
 */
#ifndef ENVOI_JOB_DESIGNFACES_H
#define ENVOI_JOB_DESIGNFACES_H

#include "job/faces.h"

/* Is the envelope for mail from here? Errors in f->diag; false then. */
bool designfaces_check(const Faces *f);

bool designfaces_draw(Faces *f, const FaceItem *item, Arena *a,
                      DisplayTags *tags, uint32_t parent, DisplayItems *to);

/* An addressee for a proof. */
void designfaces_prove(const Faces *f, const FaceItem *item, Arena *a,
                       ProofAddress *out);

/* False after an error. */
bool designfaces_dump(const Faces *f, const FaceItem *item,
                      const JobOutput *out);

#endif
