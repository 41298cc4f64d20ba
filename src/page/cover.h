/* cover.h - the sheet on top of a pack: which one it is, what is in it, until
 * when, to whom, what to do and what not.
 *
 * What matters can be understood without a word: the number, how many of what,
 * and the way of a letter from the pen to the letter box in pictures. Words are
 * those that the language has. The number of a pack stands here and on its
 * slips, never on what is posted.
 */
#ifndef ENVOI_PAGE_COVER_H
#define ENVOI_PAGE_COVER_H

#include "model/appeal.h"
#include "page/leaf.h"

typedef struct CoverTarget {
    const AppealTarget *target;
    bool no_return; /* nothing on the envelope may tell who wrote */
} CoverTarget;

typedef struct CoverInput {
    const Appeal *appeal;
    LeafSheet sheet;
    size_t number, packs;
    const CoverTarget *targets; /* of this pack */
    size_t ntargets;
    const AppealTarget *const *others; /* without an address, for their other
                                          channels */
    size_t nothers;
    const char *const *letter_langs; /* of the letters for each target */
    size_t nletter_langs;
    const char *sender; /* whose pack it is; NULL: whoever takes it */
    size_t letters, envelopes, slips, labels; /* in the pack */
    bool folded;      /* each letter becomes its own envelope */
    bool cut;         /* envelopes are cut out of sheets, and pasted on */
    bool early;       /* printed before the first day of posting */
    const QrCode *qr; /* of the report link; NULL: there is none */
} CoverInput;

/* One page, or more if the appeal says much. Errors are in `diag`. */
void cover_draw(Arena *a, Fontset *fs, const CoverInput *in, DisplayTags *tags,
                Diag *diag, DisplayPages *out);

#endif
