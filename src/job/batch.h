/* batch.h - a mailing: letters, envelopes and labels of a list, in one order,
 * into a folder.
 *
 * Letters are every sender times every target: one sender is the usual mail
 * merge, many senders write to a few. Without senders each letter has ruled
 * lines for the pen.
 */
#ifndef ENVOI_JOB_BATCH_H
#define ENVOI_JOB_BATCH_H

#include "job/mailrun.h"
#include "job/session.h"

typedef struct BatchJob {
    const char *const *letters; /* LETTER.md; several are one letter in several
                                   languages, all in one envelope */
    size_t nletters;
    const char *to;   /* NULL: the first letter's `to` */
    const char *from; /* NULL: its `from` */
    bool with_letters, with_envelopes, with_labels, with_slips;
    MailRun mail;
} BatchJob;

/* False if anything is wrong; then nothing was written. */
bool batch_run(Session *s, const BatchJob *job, Diag *diag);

#endif
