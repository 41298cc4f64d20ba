/* letters.h - the letters of a mailing as pages.
 *
 * Every item gets one letter of each file, one behind the other: the same
 * letter in several languages. Item `i` of the source is letter i % n of item
 * i / n of the mailing.
 */
#ifndef ENVOI_JOB_LETTERS_H
#define ENVOI_JOB_LETTERS_H

#include "job/mailing.h"
#include "job/print.h"
#include "job/readletter.h"
#include "model/shortname.h"

typedef struct LettersOptions {
    const ReadLetter *letters;
    size_t nletters;
    const char *layout; /* NULL: the letter's `on`, else by the origin */
    bool no_window;     /* by the origin: one that needs no window envelope */
    const char *origin; /* NULL: the sender's country */
    bool pen;           /* who has no name gets ruled lines; else nothing */
    bool no_sender;     /* nothing of the sender, whoever it is; no lines */
    ReturnPolicy outside_return; /* what of the sender an envelope on the
                                    letter's back shows, where `policies` says
                                    nothing; but RETURN_FULL is an error where
                                    none has such a back */
    bool for_envelopes; /* it is said for envelopes too: then it is no error */
    const char *group;  /* FILE#ID for RETURN_GROUP, or NULL */
    const ReturnPolicy *policies; /* by target: index into its list; NULL: one
                                     for all. To one with RETURN_NONE the letter
                                     has no address of the sender, nor lines for
                                     it */
    DumpStage dump;               /* of text stages; into `text` */
    Buf *text;
} LettersOptions;

/* Session, mailing and what the options point to are borrowed. NULL with the
 * error in `diag` if the options cannot be. */
PageSource *letters_open(Session *s, const LettersOptions *opt,
                         const Mailing *m, Diag *diag);
/* Letters of another mailing behind those that are there: `letters`, `nletters`
 * and `pen` of `opt` are theirs, the rest is not looked at. */
void letters_add(PageSource *self, const LettersOptions *opt, const Mailing *m);
/* The layout of item `i` of the source. */
const Layout *letters_layout(PageSource *self, size_t i, Arena *scratch);
void letters_close(PageSource *self); /* NULL is fine */

#endif
