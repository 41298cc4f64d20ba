/* households.h - people at one address share an envelope. */
#ifndef ENVOI_JOB_HOUSEHOLDS_H
#define ENVOI_JOB_HOUSEHOLDS_H

#include "job/select.h"

/* Join the people of `s` (model/contactjoin.h) who have one address into one
 * record each, where the first of them stood. A note says who they are. */
void households_join(Arena *a, const SelectOptions *opt, Selection *s,
                     Diag *diag);

#endif
