/* checkappeal.h - everything that is to be said of an appeal folder. */
#ifndef ENVOI_JOB_CHECKAPPEAL_H
#define ENVOI_JOB_CHECKAPPEAL_H

#include "job/session.h"

/* What is missing or contradicts itself, then all that a run of packs in all
 * its languages, posted in `origin` (NULL: unknown) with papers in `cover_lang`
 * (NULL: the country's), would find. False if there is an error. */
bool check_appeal(Session *s, const char *path, const char *origin,
                  const char *cover_lang, Diag *diag);

#endif
