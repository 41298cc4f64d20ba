/* session.h - what is dear to open and serves many jobs: fonts, hyphenation,
 * data folder.
 *
 * A front end makes one session and runs jobs in it. A job gets everything it
 * needs in its struct, writes its PDF or nothing, and leaves its messages in
 * the Diag.
 */
#ifndef ENVOI_JOB_SESSION_H
#define ENVOI_JOB_SESSION_H

#include "text/dump.h"
#include "text/fontset.h"
#include "text/hyphenate.h"

typedef struct Session {
    Arena *arena;
    Fontset *fonts;
    Hyphenator *hyphenator;
    const char *data_dir;
} Session;

typedef struct SessionOptions {
    bool system_fonts; /* fonts outside the curated stacks may be used */
} SessionOptions;

/* False, with a message, if the data folder is not there or broken. */
bool session_open(Session *s, const SessionOptions *opt, Diag *diag);
void session_close(Session *s); /* a zeroed session is fine */

/* Where a job's result goes. */
typedef struct JobOutput {
    const char *path; /* PDF file, "-" for stdout; NULL: nothing is written,
                         the job only checks */
    DumpStage dump;   /* not DUMP_NONE: print this stage into `text` instead,
                         and path is NULL */
    Buf *text;
} JobOutput;

/* True while nothing is wrong: what a job asks before it writes. With
 * diag_strict a warning is wrong too. */
bool job_may_write(const Diag *diag);

#endif
