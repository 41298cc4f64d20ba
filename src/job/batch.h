/* batch.h - a mailing: letters, envelopes and labels of a list, in one order,
 * into a folder.
 *
 * Letters are every sender times every target: one sender is the usual mail
 * merge, many senders write to a few. Without senders each letter has ruled
 * lines for the pen.
 */
#ifndef ENVOI_JOB_BATCH_H
#define ENVOI_JOB_BATCH_H

#include "job/envelope.h"
#include "job/labels.h"
#include "job/printset.h"
#include "job/select.h"

typedef struct BatchJob {
    const char *const *letters; /* LETTER.md; several are one letter in several
                                   languages, all in one envelope */
    size_t nletters;
    const char *to;     /* NULL: the first letter's `to` */
    const char *from;   /* NULL: its `from` */
    const char *origin; /* NULL: each sender's country */
    bool no_sender;     /* nothing of the sender on any paper or list */
    bool with_letters, with_envelopes, with_labels, with_slips;
    const char *letter_layout;
    EnvelopeJob envelope; /* how envelopes are; its inputs are not looked at */
    LabelsJob labels;     /* the same of labels, and of slips but `layout` */
    const char *slips;    /* layout of the slips; NULL: by the origin */
    SelectOptions select; /* of the longer list: the senders if they are more
                             than the targets */
    const char *redo;     /* "14,20": these numbers again; NULL: all */
    uint32_t shard, shards; /* the shard-th of so many slices; 0: the whole */
    PrintSetOptions set;
    JobOutput out; /* path: the folder */
} BatchJob;

/* False if anything is wrong; then nothing was written. */
bool batch_run(Session *s, const BatchJob *job, Diag *diag);

#endif
