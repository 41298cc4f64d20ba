/* importfiles.h - files that an import writes, all of them or none. */
#ifndef ENVOI_JOB_IMPORTFILES_H
#define ENVOI_JOB_IMPORTFILES_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

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

/* Write all or none. Files that are there are an error unless `force`, each
 * named; one that the import reads always is. */
bool importfiles_write(Arena *a, const ImportFiles *files, bool force,
                       Diag *diag);

#endif
