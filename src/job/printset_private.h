/* printset_private.h - what the files of job/print* share: a run that is being
 * printed, and a row of its files.
 */
#ifndef ENVOI_JOB_PRINTSET_PRIVATE_H
#define ENVOI_JOB_PRINTSET_PRIVATE_H

#include "job/printorder.h"
#include "job/printset.h"
#include "job/progress.h"

/* What a kind took. */
typedef struct PrintTotal {
    size_t pages, sheets;
    size_t letter; /* of these, of US Letter */
} PrintTotal;

struct PrintSet {
    Arena *arena;
    const PrintKind *kinds;
    size_t n;
    const PrintSetOptions *opt;
    const JobOutput *out;
    const char *folder; /* NULL: there is one file, out->path */
    Diag *diag;
    VEC(FsOut *)
    files; /* open, in the order in which they were opened; none
              has its name yet */
    VEC(PrintedFile) printed;
    VEC(const char *) names;         /* in the folder, of all files */
    VEC(ProofFile) proofs;           /* of all PDFs, if they are to be proved */
    PrintPlace *places[PRINT_KINDS]; /* NULL: nobody asks */
    PrintTotal totals[PRINT_KINDS];
    size_t items, done, pages; /* for the progress; of finished rows */
    bool ok;
    bool broken; /* a file cannot be written, or the run was stopped: what else
                    is wrong no longer matters */
};

/* A row of files, one after another with the same items in order: a kind, or
 * all of them. */
typedef struct PrintRow {
    const PrintKind *kinds;
    size_t n;
    size_t first;     /* of the set's kinds; SIZE_MAX: pages that are none */
    const char *name; /* of the files in the folder */
    const char *path; /* of the only file; NULL: see `name` */
} PrintRow;

/* Draw all items and write the row's files, which stay open in set->files. What
 * is wrong is in set->ok and ->broken. */
void printrow_run(PrintSet *set, const PrintRow *in);

/* The files that were opened since there were `n`, dropped. */
void printset_drop(PrintSet *set, size_t n);

/* May a file of the run have this name? Not that of the proof: an error, and
 * not set->ok. */
bool printset_may_name(PrintSet *set, const char *path);

/* All of it, to the files' names; set->kinds, n, opt, out, folder and diag are
 * set. False if anything is wrong. */
bool printset_run(PrintSet *set);

#endif
