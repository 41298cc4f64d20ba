/* printold.h - files of an earlier run in the folder of this one.
 *
 * letters-051-100.pdf of a run that was split otherwise lies beside the new
 * letters.pdf and looks as if it belonged to it. Such files are told, and never
 * touched.
 */
#ifndef ENVOI_JOB_PRINTOLD_H
#define ENVOI_JOB_PRINTOLD_H

#include "base/arena.h"
#include "base/diag.h"

/* A warning about files in `folder` that a run like this one writes, and that
 * this one does not: `names` are those it does. Not for a slice of a mailing,
 * whose files are meant to lie beside the others. */
void printold_tell(Arena *a, const char *folder, const char *const *names,
                   size_t n, Diag *diag);

/* A warning about hidden files that a run left which was killed: where a file
 * system cannot make files without a name, they have one from the beginning.
 * To be called before this run has any. */
void printold_hidden(Arena *a, const char *folder, Diag *diag);

#endif
