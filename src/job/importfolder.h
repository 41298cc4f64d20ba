/* importfolder.h - the appeal folder of what was found.
 *
 * appeal.yaml, targets.yaml, letter.LANG.md, case.LANG.md, as input/appealfile
 * reads them. Each value has its place in the document as a comment; what is
 * not certain says "# check:", what is not there "# missing:".
 */
#ifndef ENVOI_JOB_IMPORTFOLDER_H
#define ENVOI_JOB_IMPORTFOLDER_H

#include "job/importfiles.h"
#include "model/importing.h"

/* The files of one action, read from documents in several languages; the first
 * gives what is the same in all. */
void importfolder_files(Arena *a, const Import *const *in, size_t n,
                        const char *folder, ImportFiles *out);

#endif
