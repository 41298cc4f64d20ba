/* importfolder.h - the appeal folder of what was found.
 *
 * appeal.yaml, targets.yaml, letter.LANG.md, case.LANG.md, as input/appealfile
 * reads them. Each value has its place in the document as a comment; what is
 * not certain says "# check:", what is not there "# missing:".
 */
#ifndef ENVOI_JOB_IMPORTFOLDER_H
#define ENVOI_JOB_IMPORTFOLDER_H

#include "base/diag.h"
#include "model/importing.h"

/* A file that is to be written. */
typedef struct ImportFile {
    const char *path;
    Buf text;      /* owned; importfiles_free */
    bool replaces; /* what is there, which its text begins with */
} ImportFile;

typedef struct ImportFiles {
    ImportFile *v;
    size_t n, cap;
} ImportFiles;

/* A new file at the end; its text is to be filled before the next one. */
Buf *importfiles_add(Arena *a, ImportFiles *files, const char *path);
void importfiles_free(ImportFiles *files);

/* The files of one action, read from documents in several languages; the first
 * gives what is the same in all. */
void importfolder_files(Arena *a, const Import *const *in, size_t n,
                        const char *folder, ImportFiles *out);

/* Write all or none. Files that are there are an error unless `force`, each
 * named. */
bool importfiles_write(Arena *a, const ImportFiles *files, bool force,
                       Diag *diag);

#endif
