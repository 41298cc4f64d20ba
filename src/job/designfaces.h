/* designfaces.h - faces of envelopes that a country's post designed.
 *
 * Private to faces.c, which comes here where a layout has a design. Nothing but
 * what faces.h says of its options is kept: an addressee is set anew for each
 * page, so that memory does not grow with the list.
 */
#ifndef ENVOI_JOB_DESIGNFACES_H
#define ENVOI_JOB_DESIGNFACES_H

#include "job/faces.h"

/* Does every address fit its place, and is the envelope for this mail? All
 * errors in f->diag; false then. */
bool designfaces_check(const Faces *f);

bool designfaces_draw(const Faces *f, size_t i, Arena *a, DisplayTags *tags,
                      uint32_t parent, DisplayItems *to);

/* An addressee for a proof. */
void designfaces_prove(const Faces *f, size_t i, Arena *a, ProofAddress *out);

void designfaces_dump(const Faces *f, const JobOutput *out);

#endif
