/* greetings.h - who of a list would get a letter without a salutation. */
#ifndef ENVOI_JOB_GREETINGS_H
#define ENVOI_JOB_GREETINGS_H

#include "job/readletter.h"
#include "job/select.h"

/* A letter that leaves the salutation to its addressees has that of each. Where
 * some of `to` have one and others not, a warning at the first who has none;
 * where nobody has one and the text does not begin with a greeting, one warning
 * a run that says where to write it. */
void greetings_warn(const ReadLetter *read, const Selection *to, Diag *diag);

#endif
