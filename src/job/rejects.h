/* rejects.h - --keep-going: the records that cannot be used, and why.
 *
 * A run with it goes over its records twice: once with nothing written, while
 * the errors that are about one record of a list (diag_about) are taken out of
 * the Diag and kept with the record; then over the rest.
 *
 *     Rejects *r = rejects_new(a, diag);
 *     rejects_listen(r, true);
 *     ... load the lists; select_records with options.rejects = r; open the
 *         page sources; print them with nothing to write to ...
 *     rejects_listen(r, false);
 *     rejects_drop(r, &selection);
 *     ... if it took any, the selection is smaller: open the sources again ...
 *     rejects_tell(r); rejects_open(...), or rejects_print into a file
 *
 * What is wrong with the letter, the layout or a whole list stays an error. A
 * run that ends with one gives all reasons back (rejects_give_back).
 */
#ifndef ENVOI_JOB_REJECTS_H
#define ENVOI_JOB_REJECTS_H

#include "base/fs.h"
#include "job/select.h"
#include "job/session.h"

/* The name of the file, beside the PDF or in the folder. */
#define REJECTS_NAME "rejects.csv"

/* In `a`; `diag` is borrowed. */
Rejects *rejects_new(Arena *a, Diag *diag);

/* For a job that has these options and writes to `out`: one that listens, in
 * opt->rejects; NULL without --keep-going. */
Rejects *rejects_begin(Arena *a, SelectOptions *opt, const JobOutput *out,
                       Diag *diag);
/* The end of such a job: `ok` or not, what was found is told. */
void rejects_end(Rejects *r, bool ok);

/* From now on, or no longer, take what is about a record. With diag_strict
 * warnings are taken too. */
void rejects_listen(Rejects *r, bool on);

/* A list whose records they may be: select_records tells it. Borrowed until
 * they are written. */
void rejects_list(Rejects *r, const ContactList *list);

size_t rejects_count(Rejects *r); /* records */
/* Has something been taken about the record at `record`? */
bool rejects_has(Rejects *r, Span record);

/* What is about records of other lists is an error after all. */
void rejects_only(Rejects *r, const ContactList *list);

/* Take the records that have been found out of `s`, those who share an envelope
 * together; how many are gone. */
size_t rejects_drop(Rejects *r, Selection *s);

/* What was taken as errors after all; also where no record is left. */
void rejects_give_back(Rejects *r);

/* A note for each record. */
void rejects_tell(Rejects *r);

/* The records as a CSV file in UTF-8 with a byte order mark: the columns of
 * their lists as they are there, then `row` as a spreadsheet counts (of other
 * lists the record) and `reason`; `list` too if there are several. */
void rejects_print(Rejects *r, Buf *out);

/* That as a file beside `beside`, opened before what is to be named with it;
 * *out NULL: there is no record to write. False with the error in the Diag:
 * also if it would be written over a list. */
bool rejects_open(Rejects *r, const char *beside, const FsOut *before,
                  FsOut **out);
/* May it be written to `path`? */
bool rejects_may_write(Rejects *r, const char *path);

/* True, with an error, if the list that is left holds nobody to print. */
bool rejects_left_nobody(Rejects *r, const Selection *s);

#endif
