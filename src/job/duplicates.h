/* duplicates.h - records of a selection that are alike. */
#ifndef ENVOI_JOB_DUPLICATES_H
#define ENVOI_JOB_DUPLICATES_H

#include "job/select.h"

/* Of every chosen record, in `a`: the place in the selection of the first that
 * is like it, which may be itself. Alike is who has the same address and, if
 * `people` is set, the same name. */
size_t *duplicates_find(Arena *a, const Selection *s, bool people);

/* --dedupe: leave the first of those with the same name and address, with a
 * note for each other; without it a warning for each. */
void duplicates_drop(Selection *s, Diag *diag);
void duplicates_warn(const Selection *s, Diag *diag);

#endif
