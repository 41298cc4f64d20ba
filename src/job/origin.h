/* origin.h - where the mail is posted. */
#ifndef ENVOI_JOB_ORIGIN_H
#define ENVOI_JOB_ORIGIN_H

#include "base/diag.h"
#include "model/contact.h"

/* The alpha-2 code of `given` (a code or a name), else the sender's country,
 * else "". False, with a usage error, if `given` is no country. */
bool origin_find(const char *given, const Contact *sender, Diag *diag,
                 char out[3]);

/* Say as a usage error that `given`, the value of `option`, is no country, and
 * what it may be meant for, else a code such as `such`. */
void origin_refuse(const char *option, const char *given, const char *such,
                   Diag *diag);

#endif
