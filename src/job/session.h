/* session.h - what is dear to open and serves many jobs: fonts, hyphenation,
 * data folder.
 *
 * A front end makes one session and runs jobs in it. A job gets everything it
 * needs in its struct, writes its PDF or nothing, and leaves its messages in
 * the Diag.
 */
#ifndef ENVOI_JOB_SESSION_H
#define ENVOI_JOB_SESSION_H

#include "model/listreading.h"
#include "model/printer.h"
#include "text/dump.h"
#include "text/fontset.h"
#include "text/hyphenate.h"

typedef struct Session {
    Arena *arena;
    const Printer *printer; /* NULL: none was asked for, or it is broken */
    ListReading lists;      /* how address books and sender lists are read */
    Fontset *fonts;
    Hyphenator *hyphenator;
    const char *data_dir;
} Session;

typedef struct SessionOptions {
    bool system_fonts;   /* fonts outside the curated stacks may be used */
    const char *printer; /* name or path of its profile; NULL: none */
    ListReading lists;
} SessionOptions;

/* False, with a message, if the data folder is not there or broken. A printer
 * profile that is not there or broken is an error in `diag` and nothing more:
 * jobs then write nothing, but tell what else is wrong. */
bool session_open(Session *s, const SessionOptions *opt, Diag *diag);
void session_close(Session *s); /* a zeroed session is fine */

/* Where a job's result goes. */
typedef struct JobOutput {
    const char *path;  /* PDF file, "-" for stdout; NULL: nothing is written,
                          the job only checks */
    const char *proof; /* with path: the addresses for those who cannot read
                          them, read back from the PDF (proof.h); NULL: none */
    DumpStage dump;    /* not DUMP_NONE: print this stage into `text` instead,
                          and path is NULL */
    Buf *text;
    const Printer *printer; /* whose faults the pages make up for; or NULL */
    struct Progress
        *progress; /* who is told how far it is (progress.h); NULL */
} JobOutput;

/* True while nothing is wrong: what a job asks before it writes. With
 * diag_strict a warning is wrong too. */
bool job_may_write(const Diag *diag);

#endif
