/* mailrun.h - what is said of a run that prints letters, envelopes and labels:
 * what they are printed on, what of the sender is shown, which part of it. */
#ifndef ENVOI_JOB_MAILRUN_H
#define ENVOI_JOB_MAILRUN_H

#include "job/envelope.h"
#include "job/labels.h"
#include "job/printset.h"
#include "job/select.h"

typedef struct MailRun {
    const char *origin;        /* NULL: each sender's country */
    bool no_sender;            /* nothing of the sender on any paper or list */
    const char *letter_layout; /* NULL: the letter's, else by the origin */
    EnvelopeJob envelope; /* how envelopes are; its inputs are not looked at */
    LabelsJob labels;     /* the same of labels, and of slips but `layout` */
    const char *slips;    /* layout of the slips; NULL: by the origin */
    SelectOptions select; /* from the senders; of a batch from the addressees
                             if they are more */
    const char *redo;     /* "14,20": these numbers again; NULL: all */
    uint32_t shard, shards; /* the shard-th of so many slices; 0: the whole */
    PrintSetOptions set;
    JobOutput out; /* path: the folder */
} MailRun;

#endif
