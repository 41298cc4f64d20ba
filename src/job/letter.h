/* letter.h - letter files to letters: every sender times every addressee. */
#ifndef ENVOI_JOB_LETTER_H
#define ENVOI_JOB_LETTER_H

#include "job/select.h"
#include "job/session.h"
#include "model/address.h"
#include "model/shortname.h"

typedef struct LetterJob {
    const char *const *letters; /* LETTER.md files, in order */
    size_t nletters;
    const char *layout;   /* NULL: the letter's `on`, else by the origin */
    const char *to;       /* NULL: the letter's `to`, FILE or FILE#ID */
    const char *from;     /* NULL: the letter's `from` */
    const char *origin;   /* NULL: the sender's country */
    ReturnPolicy policy;  /* of an envelope that the letter's sheet becomes */
    const char *group;    /* FILE#ID for RETURN_GROUP; NULL: the sender's own */
    SelectOptions select; /* from the longer of the two lists */
    JobOutput out;
} LetterJob;

/* Each letter starts on the front of a sheet. False if anything is wrong; then
 * nothing was written. */
bool letter_run(Session *s, const LetterJob *job, Diag *diag);

#endif
