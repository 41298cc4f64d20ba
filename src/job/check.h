/* check.h - everything a job would say about a file, without the PDF. */
#ifndef ENVOI_JOB_CHECK_H
#define ENVOI_JOB_CHECK_H

#include "job/session.h"

typedef struct CheckOptions {
    const char *origin;     /* country it is posted in; NULL: unknown */
    const char *cover_lang; /* of the papers of packs; NULL: the country's */
} CheckOptions;

/* Check one file: a letter (.md), a layout (a YAML map with `kind`), else an
 * address book: parsed, composed, every character looked for in the fonts.
 * False if there is an error. */
bool check_run(Session *s, const char *path, const CheckOptions *opt,
               Diag *diag);

#endif
