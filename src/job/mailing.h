/* mailing.h - who writes to whom: one order for letters, envelopes, labels and
 * the lists that go with them.
 *
 * Senders and targets make items, one for each sender and each target he writes
 * to, senders first: all targets of the first, all of the second. Items belong
 * to packs, which are numbered from 1: one sender with all his targets, or, in
 * a batch, each item is one. A slice of a run (--redo, --shard) has the numbers
 * of the whole.
 *
 * Eight bytes a pack at most; the longer list's records are read when they are
 * asked for, those of the shorter one are kept.
 */
#ifndef ENVOI_JOB_MAILING_H
#define ENVOI_JOB_MAILING_H

#include "job/select.h"
#include "model/letter.h"
#include "model/ranges.h"

/* Does this sender write to this target? Put first into a struct of one's own.
 * `from` is NULL for the pen. */
typedef struct MailingChooser MailingChooser;
struct MailingChooser {
    bool (*writes)(const MailingChooser *self, const Contact *from,
                   const Contact *to);
    const char *nobody; /* why it is so, and what next, if no one writes */
};

/* What a mailing is for, which bounds its items. */
typedef enum MailingUse {
    MAILING_PRINT,  /* LIMIT_ITEMS */
    MAILING_LOOK,   /* into all, as --keep-going does: LIMIT_LOOKED_AT */
    MAILING_NUMBERS /* who has which; none is drawn */
} MailingUse;

typedef struct MailingOptions {
    MailingUse use;
    Selection from, to; /* list NULL: there is nobody; at NULL: all of it */
    bool packs;    /* a pack is a sender with all his targets; else an item */
    size_t copies; /* without senders: as if so many had no name; 0 is 1 */
    const MailingChooser *chooser; /* NULL: everybody to everybody */
    const char *redo;              /* "14,20-31": only these packs; NULL: all */
    const Ranges *only; /* the same, of numbers that were found; NULL: all */
    uint32_t shard, shards; /* the shard-th, from 1, of so many equal slices; 0:
                               the whole */
} MailingOptions;

typedef struct MailingItem {
    uint32_t number;       /* of its pack, from 1 */
    size_t from_at, to_at; /* records in their lists; 0 where there is none */
    const Contact *from;   /* NULL: nobody is named, as for the pen */
    const Contact *to;     /* NULL: a letter without addressee */
} MailingItem;

/* A pack: its items stand together. Whose sender writes to nobody has none, and
 * only the pack knows who he is. */
typedef struct MailingPack {
    uint32_t number;
    size_t first, n; /* items */
    size_t from_at;  /* its sender's record; 0 where there is none */
} MailingPack;

typedef struct Mailing Mailing;

/* In `a`, as long as which the lists must live. NULL with the errors in `diag`:
 * a wrong --redo, more items than `use` allows, no item. */
const Mailing *mailing_open(Arena *a, const MailingOptions *opt, Diag *diag);

/* Items and packs to be printed: of the slice. */
size_t mailing_count(const Mailing *m);
size_t mailing_packs(const Mailing *m);
/* Packs of the whole run: what numbers are padded to. */
uint32_t mailing_last(const Mailing *m);

/* Records in the whole list of targets: what `to_at` is less than. */
size_t mailing_records(const Mailing *m);

/* Item `i`, from 0. Its contacts are kept as long as the mailing, or live in
 * `scratch`. */
void mailing_get(const Mailing *m, size_t i, Arena *scratch, MailingItem *out);
/* Its number alone. */
uint32_t mailing_number(const Mailing *m, size_t i);
/* By index into the whole list of targets: is there an item for it, in the
 * slice or in the whole run? In `a`. */
bool *mailing_written(const Mailing *m, bool whole, Arena *a);
/* Pack `p` of the slice, from 0. */
MailingPack mailing_pack(const Mailing *m, size_t p);
/* Its sender, as long as those of mailing_get; NULL: nobody is named. */
const Contact *mailing_sender(const Mailing *m, size_t p, Arena *scratch);
/* That of number `number` of the whole run, from 1 to mailing_last. What all of
 * a run have in common goes by number 1, so that no slice is another. */
const Contact *mailing_sender_of(const Mailing *m, uint32_t number,
                                 Arena *scratch);

/* The sides (LetterSide) whose records differ from item to item: that of the
 * longer list, or 0 where both are short. Records of the other are kept: one
 * record is always the same pointer. */
unsigned mailing_varies(const Mailing *m);

#endif
