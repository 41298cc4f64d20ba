/* pack.h - packs for a letter-writing evening, from an appeal folder.
 *
 * A pack is what one person takes from the table: a cover, the case, a letter
 * to each target in the languages asked for, what puts the address on each
 * envelope. All files have the packs in one order; the number of a pack stands
 * on its cover and its slips, never on a letter or an envelope.
 */
#ifndef ENVOI_JOB_PACK_H
#define ENVOI_JOB_PACK_H

#include "job/envelope.h"
#include "job/labels.h"
#include "job/printset.h"

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
    const char *appeal;  /* the folder */
    const char *from;    /* senders, FILE or FILE#ID; NULL: the pen */
    int packs;           /* without `from` */
    const char *lang;    /* of the letters, "en,zh"; NULL: the first that the
                            targets read */
    const char *targets; /* ids with commas between them; NULL: all */
    const char *origin;  /* NULL: the sender's country */
    bool with[PACK_KINDS];
    bool no_sender;            /* nothing of the senders on any paper or list */
    bool after_deadline;       /* print although it has passed */
    const char *letter_layout; /* NULL: by the origin, without a window */
    EnvelopeJob envelope;      /* how envelopes are; its `policy` is that of the
                                  run, and the appeal may want less */
    LabelsJob labels;          /* how labels are, and slips but for `layout` */
    const char *slips;         /* layout of the slips; NULL: by the origin */
    const char *cover_lang;    /* of the words of the papers; NULL: by the
                                  origin */
    SelectOptions select;      /* from the senders; --records keeps the numbers
                                  of the whole */
    const char *redo;          /* only these packs; NULL: all */
    uint32_t shard, shards; /* the shard-th of so many slices; 0: the whole */
    bool only_check;        /* say what is wrong, and nothing of a run */
    PrintSetOptions set;
    JobOutput out; /* path: a folder */
} PackJob;

/* False if anything is wrong; then nothing was written. */
bool pack_run(Session *s, const PackJob *job, Diag *diag);

#endif
