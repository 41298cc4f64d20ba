/* appealtext.h - the finished words of an appeal's letters, before they are
 * printed: fields filled in, every header line, list and footnote.
 */
#ifndef ENVOI_JOB_APPEALTEXT_H
#define ENVOI_JOB_APPEALTEXT_H

#include "job/mailing.h"
#include "job/readletter.h"
#include "model/appeal.h"

/* No word to avoid stands in what `letter` says to any target of `m`, nor, if
 * his address is printed, in that of a sender. Each that does is an error at
 * its place, in the letter, the address book or the list of senders; false
 * then. */
bool appealtext_check(const Appeal *appeal, const ReadLetter *letter,
                      const Mailing *m, bool no_sender, Diag *diag);

/* Each person has one of its names in the letter; a warning else. */
void appealtext_names(const Appeal *appeal, const ReadLetter *letter,
                      Diag *diag);

/* The letter greets the target in its own language: by its header, else by the
 * record's salutation in that language. An error at the record else; false
 * then. */
bool appealtext_greets(const Appeal *appeal, const ReadLetter *letter,
                       const AppealTarget *t, Diag *diag);

#endif
