/* cards.h - cards for a person in prison or her family: four on a sheet, a
 * quarter of it each (A6 on A4).
 *
 * The front has the name in every script and room for a picture, the back lines
 * for the pen. The back of a sheet is what lies behind its front when it is
 * turned over its long edge: the columns change places.
 */
#ifndef ENVOI_PAGE_CARDS_H
#define ENVOI_PAGE_CARDS_H

#include "model/appeal.h"
#include "page/leaf.h"

typedef struct CardsInput {
    const Appeal *appeal;
    LeafSheet sheet;
} CardsInput;

/* Front and back of as many sheets as it takes for each person to have a card;
 * what is left over is filled with them in turn. */
void cards_draw(Arena *a, Fontset *fs, const CardsInput *in, DisplayTags *tags,
                Diag *diag, DisplayPages *out);

#endif
