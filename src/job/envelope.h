/* envelope.h - an address book to envelopes, one page each. */
#ifndef ENVOI_JOB_ENVELOPE_H
#define ENVOI_JOB_ENVELOPE_H

#include "job/faces.h"
#include "job/mailing.h"
#include "job/print.h"
#include "job/returnaddress.h"

typedef struct EnvelopeJob {
    const char *addresses; /* FILE or FILE#ID */
    const char *layout;    /* a name, a file, or a size such as 240x120mm; NULL:
                              DL, or #10 where letter paper is used */
    const char *from;      /* sender's FILE or FILE#ID; its first record gives
                              the return address. NULL: none */
    const char *origin;    /* NULL: the sender's country */
    ReturnPolicy policy;   /* what of the sender is printed */
    const ReturnPolicy *policies; /* instead, by target: index into its list;
                                     or NULL */
    const char *group;            /* FILE#ID, for RETURN_GROUP */
    bool flap; /* on a second page, the back, and not beside the stamp */
    AirMark air;
    bool portrait;     /* the envelope stands on its short side */
    const char *paper; /* cut out of such a sheet; NULL: a page as large as the
                          envelope */
    AddressScript script;
    bool no_frame; /* the envelope has frame and words of its design printed on
                      it already */
    SelectOptions select; /* from the addresses */
    JobOutput out;
} EnvelopeJob;

/* The envelopes of a mailing as pages, each with its own sender's return
 * address; `addresses`, `from`, `select` and `out.path` of the job are not
 * looked at.
 * NULL with the errors in `diag`. Session, job and mailing are borrowed. */
PageSource *envelopes_open(Session *s, const EnvelopeJob *job, const Mailing *m,
                           Diag *diag);
void envelopes_close(PageSource *self); /* NULL is fine */
/* On which item of the source, and there at which place from 0, is the envelope
 * of item `i` of the mailing? Several are on one with `paper`. */
size_t envelopes_at(const PageSource *self, size_t i, size_t *place);
size_t envelopes_a_sheet(const PageSource *self); /* places on each */
/* What their fronts are cut out of; NULL: nothing. */
const Layout *envelopes_sheet(const PageSource *self);
const Layout *envelopes_layout(const PageSource *self);

/* False if anything is wrong; then nothing was written. */
bool envelope_run(Session *s, const EnvelopeJob *job, Diag *diag);

#endif
