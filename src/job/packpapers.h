/* packpapers.h - the papers of a pack that are no letters, as page sources.
 *
 * Covers and case sheets: one for each pack of the mailing, in its sender's
 * language (job/paperlang.h) and his country's paper. To be copied: tally,
 * petition and sign-up sheet, one in each of these languages, and cards.
 */
#ifndef ENVOI_JOB_PACKPAPERS_H
#define ENVOI_JOB_PACKPAPERS_H

#include "job/packtargets.h"
#include "job/print.h"
#include "job/readletter.h"
#include "model/qr.h"

typedef enum PackPaper {
    PAPER_COVER,
    PAPER_CASE,
    PAPER_TALLY,
    PAPER_PETITION,
    PAPER_SIGNUP,
    PAPER_CARDS,
    PAPERS /* how many */
} PackPaper;

typedef struct PackPapersOptions {
    const Appeal *appeal;
    const PackTargets *targets;
    const ReadLetter *letters;
    size_t nletters;
    const char *lang; /* of the papers; NULL: each sender's */
    bool no_sender;
    bool written, envelopes, slips, labels; /* are in the packs: letters ... */
    bool folded; /* each letter becomes its own envelope */
    bool cut;    /* envelopes are cut out of sheets */
    AppealTime time;
} PackPapersOptions;

typedef struct PackPapers PackPapers;

/* In `a`, as long as which everything else must live. NULL after an error. */
PackPapers *packpapers_open(Arena *a, Session *s, const PackPapersOptions *opt,
                            const Mailing *m, Diag *diag);
PageSource *packpapers_source(PackPapers *p, PackPaper which);

#endif
