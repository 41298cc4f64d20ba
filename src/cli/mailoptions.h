/* mailoptions.h - the options of commands that print letters, envelopes and
 * labels of one mailing: what each is printed on, what of the sender is shown,
 * which part of the run.
 *
 *     static const struct option options[] = {..., RUN_MAIL_OPTIONS,
 *                                             RUN_OUTPUT_OPTIONS};
 *     MailOptions mail;
 *     mail_init(&mail);
 *     ... if (mail_option(&run, c, &mail)) continue; ...
 *     mail_done(&run, &mail);
 */
#ifndef ENVOI_CLI_MAILOPTIONS_H
#define ENVOI_CLI_MAILOPTIONS_H

#include "cli/cli.h"
#include "job/envelope.h"
#include "job/labels.h"

/* --free, given so often at most. */
enum { MAIL_PARTS = 16 };

typedef struct MailOptions {
    const char *letters_on; /* a layout; NULL: none is named */
    EnvelopeJob envelope;
    LabelsJob labels;
    const char *slips_on;
    const char *with; /* as given; NULL: it was not. mail_with reads it */
    const char *origin;
    bool no_sender;
    const char *redo;
    uint32_t shard, shards;
    const char *parts[MAIL_PARTS];
} MailOptions;

enum {
    OPT_MAIL = 3000,
    OPT_MAIL_ON,
    OPT_ENVELOPES_ON,
    OPT_LABELS_ON,
    OPT_SLIPS_ON,
    OPT_WITH,
    OPT_MAIL_ORIGIN,
    OPT_MAIL_SCRIPT,
    OPT_RETURN,
    OPT_GROUP,
    OPT_RETURN_PLACE,
    OPT_AIR,
    OPT_FRAME,
    OPT_PORTRAIT,
    OPT_PAPER,
    OPT_NO_SENDER,
    OPT_START,
    OPT_FREE,
    OPT_STACK,
    OPT_NO_RULER,
    OPT_REDO,
    OPT_SHARD
};

#define RUN_MAIL_OPTIONS                                                       \
    {"on", required_argument, NULL, OPT_MAIL_ON},                              \
        {"envelopes-on", required_argument, NULL, OPT_ENVELOPES_ON},           \
        {"labels-on", required_argument, NULL, OPT_LABELS_ON},                 \
        {"slips-on", required_argument, NULL, OPT_SLIPS_ON},                   \
        {"with", required_argument, NULL, OPT_WITH},                           \
        {"origin", required_argument, NULL, OPT_MAIL_ORIGIN},                  \
        {"script", required_argument, NULL, OPT_MAIL_SCRIPT},                  \
        {"return", required_argument, NULL, OPT_RETURN},                       \
        {"group", required_argument, NULL, OPT_GROUP},                         \
        {"return-place", required_argument, NULL, OPT_RETURN_PLACE},           \
        {"air", required_argument, NULL, OPT_AIR},                             \
        {"frame", required_argument, NULL, OPT_FRAME},                         \
        {"portrait", no_argument, NULL, OPT_PORTRAIT},                         \
        {"paper", required_argument, NULL, OPT_PAPER},                         \
        {"no-sender", no_argument, NULL, OPT_NO_SENDER},                       \
        {"start", required_argument, NULL, OPT_START},                         \
        {"free", required_argument, NULL, OPT_FREE},                           \
        {"stack", no_argument, NULL, OPT_STACK},                               \
        {"no-ruler", no_argument, NULL, OPT_NO_RULER},                         \
        {"redo", required_argument, NULL, OPT_REDO}, {                         \
        "shard", required_argument, NULL, OPT_SHARD                            \
    }

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
    "  --stack          labels and slips in depth, for one cut\n"              \
    "  --no-ruler       no ruler beside the labels\n"

#define MAIL_PART_HELP                                                         \
    "  --redo 14,20     these numbers again, in all kinds, as they were\n"     \
    "  --shard K/N      the K-th of N equal parts, numbered as the whole\n"

void mail_init(MailOptions *m);
/* True if `c` is one of them; mistakes are usage errors in run->diag. */
bool mail_option(Run *run, int c, MailOptions *m);
/* After all options. */
void mail_done(Run *run, MailOptions *m);
/* The value of --with, or `usual` without: out[i] is true if words[i] of `n` is
 * in it. A usage error if another is. */
void mail_with(Run *run, const MailOptions *m, const char *usual,
               const char *const *words, size_t n, bool *out);

#endif
