/* pack.h - packs for a letter-writing evening, from an appeal folder.
 *
 * A pack is what one person takes from the table: a cover, the case, a letter
 * to each target in the languages asked for, what puts the address on each
 * envelope. All files have the packs in one order; the number of a pack stands
 * on its cover and its slips, never on a letter or an envelope.
 */
#ifndef ENVOI_JOB_PACK_H
#define ENVOI_JOB_PACK_H

#include "job/mailrun.h"
#include "job/session.h"

/* What a pack holds, or the run has once. */
typedef enum PackKind {
    PACK_COVER,
    PACK_CASE,
    PACK_LETTERS,
    PACK_ENVELOPES,
    PACK_SLIPS,  /* on plain paper, with the number of the pack */
    PACK_LABELS, /* on a sheet of labels, without */
    PACK_TALLY,
    PACK_PETITION,
    PACK_SIGNUP,
    PACK_CARDS,
    PACK_KINDS /* how many */
} PackKind;
/* From here on the run has one for all packs. */
enum { PACK_ONCE = PACK_TALLY };

/* "cover", "case", "letters" ...: of --with and of the files. */
extern const char *const pack_kind_names[PACK_KINDS];

typedef struct PackJob {
    const char *appeal;     /* the folder */
    const char *from;       /* senders, FILE or FILE#ID; NULL: the pen */
    int packs;              /* without `from` */
    const char *lang;       /* of the letters, "en,zh"; NULL: the first that the
                               targets read */
    const char *targets;    /* ids with commas between them; NULL: all */
    const char *cover_lang; /* of the papers; NULL: by the origin */
    bool with[PACK_KINDS];
    bool after_deadline; /* print although it has passed */
    bool only_check;     /* say what is wrong, and nothing of a run */
    MailRun mail;        /* letters without a window, if no layout is named; the
                            appeal may want less of the sender on an envelope */
} PackJob;

/* False if anything is wrong; then nothing was written. */
bool pack_run(Session *s, const PackJob *job, Diag *diag);

#endif
