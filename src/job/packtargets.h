/* packtargets.h - to whom of an appeal's targets each sender writes.
 *
 * All of them, or those of --targets. Of embassies only the one in the country
 * where the sender posts: it gets his letter as domestic mail, and to the
 * others he is nobody's citizen. An embassy that --targets names is written to
 * from everywhere.
 */
#ifndef ENVOI_JOB_PACKTARGETS_H
#define ENVOI_JOB_PACKTARGETS_H

#include "job/mailing.h"
#include "job/select.h"
#include "model/appeal.h"

typedef struct PackTargets {
    MailingChooser chooser; /* first: the mailing calls it */
    const Appeal *appeal;
    const char *origin;     /* alpha-2 for all senders; "": each his own */
    ContactList list;       /* all targets, in their order */
    Selection chosen;       /* of it */
    bool *named;            /* by --targets */
    ReturnPolicy *policies; /* by target */
} PackTargets;

/* Of an appeal that has targets. `wanted`: ids with commas between them, NULL
 * for all. `origin` as --origin gives it, "" where nothing is said. Errors in
 * `diag`; false then. */
bool packtargets_open(Arena *a, const Appeal *appeal, const char *wanted,
                      const char *origin, ReturnPolicy policy, Diag *diag,
                      PackTargets *out);

/* Each pack of `m` has a target. Else an error at its sender's record, and
 * about that; false then. */
bool packtargets_serve(const PackTargets *t, const Mailing *m, Diag *diag);
/* Notes: which embassies are left out of all packs of `m`, and of each country
 * where none of them is, who posts there and so writes a letter less. */
void packtargets_tell(const PackTargets *t, const Mailing *m, Diag *diag);

#endif
