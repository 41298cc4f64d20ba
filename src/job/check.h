/* check.h - everything a job would say about a file, without the PDF. */
#ifndef ENVOI_JOB_CHECK_H
#define ENVOI_JOB_CHECK_H

#include "job/session.h"

/* Check one file: a letter (.md), a layout (a YAML map with `kind`), else an
 * address book: parsed, composed, every character looked for in the fonts.
 * `origin` may be NULL. False if there is an error. */
bool check_run(Session *s, const char *path, const char *origin, Diag *diag);

#endif
