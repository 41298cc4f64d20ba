/* import.h - documents that call for letters to appeal folders.
 */
#ifndef ENVOI_JOB_IMPORT_H
#define ENVOI_JOB_IMPORT_H

#include "base/buf.h"
#include "base/diag.h"

typedef struct ImportJob {
    const char *const *paths;
    size_t n;
    const char *out;  /* the appeal's folder, or with `as_letter` the letter's
                         file; NULL: only the report */
    const char *book; /* address book; NULL: the user's own, if there is one */
    const char *lang; /* of the letter; NULL: the document's */
    bool learn;       /* add addresses in two scripts to the book */
    bool as_letter;   /* an editable letter of any document */
    bool force;       /* files that are there are written over */
    bool json;        /* the report as JSON */
} ImportJob;

/* The report of what was understood, then the folder. False, with the reason in
 * `diag`, if a document is no Urgent Action or cannot be read; then nothing is
 * written. */
bool import_run(const ImportJob *job, Buf *out, Diag *diag);

#endif
