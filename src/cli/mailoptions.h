/* mailoptions.h - the options of commands that print letters, envelopes and
 * labels of one mailing: what each is printed on, what of the sender is shown,
 * which part of the run.
 *
 *     MailOptions mail;
 *     mail_options(&run, &mail, &job.mail);
 *     if (!run_parse(...)) ...
 *     mail_done(&run, &mail, &job.mail, &kinds);
 */
#ifndef ENVOI_CLI_MAILOPTIONS_H
#define ENVOI_CLI_MAILOPTIONS_H

#include "cli/cli.h"
#include "job/mailrun.h"

/* What is not in the job until all options are read. */
typedef struct MailOptions {
    const char *with; /* as given; NULL: it was not. mail_with reads it */
    AddressScript script;
} MailOptions;

/* Of a single kind; the others are in mail_options too. --return, --group: */
void return_options(Run *run, ReturnPolicy *policy, const char **group);
/* How envelopes are, but for what they are printed on. */
void envelope_options(Run *run, EnvelopeJob *job);
/* Where labels come on their sheets. */
void label_place_options(Run *run, LabelsJob *job);

/* What their --help says, but for --with. */
#define MAIL_OPTIONS_HELP                                                      \
    "  --origin CC      country it is posted in; default: each sender's\n"     \
    "  --on LAYOUT      of the letters; default: the letter's \"on:\", else "  \
    "by\n"                                                                     \
    "                   --origin\n"                                            \
    "  --envelopes-on L dl, c5, us-10 ..., a file or a size: 240x120mm\n"      \
    "  --labels-on L    a label sheet, by name or number\n"                    \
    "  --slips-on L     plain paper to cut: plain-a4 ...\n"                    \
    "  --script WHICH   addresses: both (default), native or latin\n"          \
    "  --return WHAT    return address: full (default), initials, group, "     \
    "none\n"                                                                   \
    "  --group FILE#ID  the group; default: the sender's \"group\"\n"          \
    "  --return-place W front (default), or flap: on the back\n"               \
    "  --no-sender      nothing of the sender, on any paper or list\n"         \
    "  --air yes|no     air mail mark; default: as the post wants\n"           \
    "  --portrait       envelopes stand on their short side\n"                 \
    "  --frame yes|no   print the postcode frame of cn-, jp-, vertical- "      \
    "envelopes\n"                                                              \
    "  --paper NAME     envelopes on a4, letter ... to cut out and paste on\n" \
    "  --start N        first label of the first sheet\n"                      \
    "  --free LABELS    labels that are left of a sheet: 5-8,12\n"             \
    "  --ledger FILE    knows what is left of your label sheets, and keeps "   \
    "count\n"                                                                  \
    "  --stack          labels and slips in depth, for one cut\n"              \
    "  --no-ruler       no ruler beside the labels\n"

#define MAIL_PART_HELP                                                         \
    "  --redo 14,20     these numbers again, in all kinds, as they were\n"     \
    "  --shard K/N      the K-th of N equal parts, numbered as the whole\n"

/* Sets both to what holds without options, and adds them: with those of
 * setoptions.h and of whatever goes through a list. */
void mail_options(Run *run, MailOptions *m, MailRun *job);
/* What is printed. */
typedef struct MailKinds {
    bool letters, envelopes, labels, slips;
} MailKinds;
/* After all options. What one says of papers that are not printed is a usage
 * error. */
void mail_done(Run *run, const MailOptions *m, MailRun *job,
               const MailKinds *kinds);
/* The value of --with, or `usual` without: out[i] is true if words[i] of `n` is
 * in it. A usage error if another is. */
void mail_with(Run *run, const MailOptions *m, const char *usual,
               const char *const *words, size_t n, bool *out);

#endif
