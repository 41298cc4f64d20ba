/* rejects.h - the records that cannot be used, and why.
 *
 * A run tells everything that is wrong, at all stages: while its lists are read
 * and chosen from, errors that are about one record (diag_about) are taken out
 * of the Diag and kept with the record. If there are any, or something else is
 * wrong, the run is drawn once with nothing to write to, without those records:
 * so what is wrong with one hides nothing of the others, and no error is told
 * that only follows from another. With --keep-going that is done in any case,
 * and what is left is then drawn in earnest:
 *
 *     Rejects *r = rejects_begin(a, &options, out, diag);
 *     ok = ... load the lists; select_records with these options ...
 *     if (!rejects_find(r, ok, draw, run)) ... that is all ...
 *     rejects_drop(r, &selection);
 *     ... draw; rejects_open(...), or rejects_print into a file ...
 *     rejects_end(r, ok);
 *
 * What is wrong with the letter, the layout or a whole list is no record's
 * fault and ends the run.
 */
#ifndef ENVOI_JOB_REJECTS_H
#define ENVOI_JOB_REJECTS_H

#include "base/fs.h"
#include "job/select.h"
#include "job/session.h"

/* The name of the file, beside the PDF or in the folder. */
#define REJECTS_NAME "rejects.csv"

/* For a job that has these options and writes to `out`: one that listens, in
 * opt->rejects. In `a`; `diag` is borrowed. With diag_strict warnings are taken
 * too. */
Rejects *rejects_begin(Arena *a, SelectOptions *opt, const JobOutput *out,
                       Diag *diag);
/* The end of such a job. After one that is `ok` a note for each record, else
 * what was taken as errors after all. */
void rejects_end(Rejects *r, bool ok);

/* Everything is read and chosen; `ok`: of what is about no record nothing is
 * wrong. If it is needed, `draw` is called: all of the run with nothing to
 * write to. False if the run ends here. */
typedef void RejectsDraw(void *run);
bool rejects_find(Rejects *r, bool ok, RejectsDraw *draw, void *run);

/* A list whose records they may be: select_records tells it. Borrowed until
 * they are written. */
void rejects_list(Rejects *r, const ContactList *list);

size_t rejects_count(Rejects *r); /* records */
/* Has something been taken about the record at `record`? */
bool rejects_has(Rejects *r, Span record);
/* Can it be used, as far as is known by now? One that shares the address of
 * another that cannot goes with it. */
bool rejects_takes(Rejects *r, const Contact *c);

/* What is about records of other lists is an error after all. */
void rejects_only(Rejects *r, const ContactList *list);

/* Take the records that have been found out of `s`, those who share an envelope
 * together; how many are gone. A copy of `s` from before keeps them. */
size_t rejects_drop(Rejects *r, Selection *s);

/* The records as a CSV file in UTF-8 with a byte order mark: the columns of
 * their lists as they are there, then `row` as a spreadsheet counts (of other
 * lists the record) and `reason`; `list` too if there are several. */
void rejects_print(Rejects *r, Buf *out);

/* That as a file beside `beside`, opened before what is to be named with it;
 * *out NULL: there is no record to write. False with the error in the Diag:
 * also if it would be written over a file that is read. */
bool rejects_open(Rejects *r, const char *beside, const FsOut *before,
                  FsOut **out);
/* May it be written to `path`? */
bool rejects_may_write(Rejects *r, const char *path);

/* True, with an error, if the list that is left holds nobody to print. */
bool rejects_left_nobody(Rejects *r, const Selection *s);

#endif
