/* signsheets.h - the sheets of an evening that are written on: what was sent,
 * who signs the petition, who wants to hear more.
 */
#ifndef ENVOI_PAGE_SIGNSHEETS_H
#define ENVOI_PAGE_SIGNSHEETS_H

#include "model/appeal.h"
#include "page/leaf.h"

typedef struct SignInput {
    const Appeal *appeal;
    LeafSheet sheet;
    const AppealTarget *const *targets; /* who is written to */
    size_t ntargets;
    const char *const *letter_langs;
    size_t nletter_langs;
    const QrCode *qr; /* of the report link; NULL: there is none */
} SignInput;

/* A row for each target and their sum, a column for each language and one for
 * what is no letter; where to report it. */
void tally_draw(Arena *a, Fontset *fs, const SignInput *in, DisplayTags *tags,
                Diag *diag, DisplayPages *out);

/* To whom, until when, the demands, and rows for names, as many as the page
 * holds. */
void petition_draw(Arena *a, Fontset *fs, const SignInput *in,
                   DisplayTags *tags, Diag *diag, DisplayPages *out);

/* Rows for whoever wants to hear more. */
void signup_draw(Arena *a, Fontset *fs, const SignInput *in, DisplayTags *tags,
                 Diag *diag, DisplayPages *out);

#endif
