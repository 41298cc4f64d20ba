/* rejects.h - --keep-going: the records that cannot be used, and why.
 *
 * A run with it goes over its records twice: once with nothing written, while
 * the errors that are about one record of a list (diag_about) are taken out of
 * the Diag and kept with the record; then over the rest.
 *
 *     Rejects *r = rejects_new(a, diag);
 *     rejects_listen(r, true);
 *     ... load the lists, each with recordlist_load; select_records; open the
 *         page sources; print_pages(source, &nothing, diag) ...
 *     rejects_listen(r, false);
 *     if (rejects_drop(r, &selection) > 0)
 *         ... the selection is smaller: open the sources again ...
 *     rejects_write(r, "OUTDIR/rejects.csv", before, &file);
 *
 * What is wrong with the letter, the layout or a whole list stays an error.
 */
#ifndef ENVOI_JOB_REJECTS_H
#define ENVOI_JOB_REJECTS_H

#include "base/fs.h"
#include "job/select.h"

typedef struct Rejects Rejects;

/* In `a`; `diag` is borrowed. */
Rejects *rejects_new(Arena *a, Diag *diag);

/* From now on, or no longer, take what is about a record. With diag_strict
 * warnings are taken too. */
void rejects_listen(Rejects *r, bool on);

size_t rejects_count(const Rejects *r); /* records */

/* Take the records that have been found out of `s`; how many these were. None
 * left is an error in the Diag, with the reasons. */
size_t rejects_drop(Rejects *r, Selection *s);

/* Write the records that were dropped from all selections to `path`, a CSV
 * file: the columns of their lists as they were, `row` and `reason`. It gets
 * its name when *out is committed (base/fs.h), opened after `before` (NULL:
 * it is the first). *out is NULL if there are none. A note says how many. */
bool rejects_write(Rejects *r, const char *path, const FsOut *before,
                   FsOut **out);

#endif
