/* envelope.h - an address book to envelopes, one page each. */
#ifndef ENVOI_JOB_ENVELOPE_H
#define ENVOI_JOB_ENVELOPE_H

#include "job/session.h"
#include "model/address.h"

typedef struct EnvelopeJob {
    const char *addresses; /* FILE or FILE#ID */
    const char *layout;    /* NULL: DL, or #10 where letter paper is used */
    const char *from;      /* sender's FILE or FILE#ID; its first record gives
                              the return address. NULL: none */
    const char *origin;    /* NULL: the sender's country */
    AddressScript script;
    JobOutput out;
} EnvelopeJob;

/* False if anything is wrong; then nothing was written. */
bool envelope_run(Session *s, const EnvelopeJob *job, Diag *diag);

#endif
