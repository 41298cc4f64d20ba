/* casesheet.h - the sheet that says whom an appeal is for: names in every
 * script, what happened, what is asked for.
 */
#ifndef ENVOI_PAGE_CASESHEET_H
#define ENVOI_PAGE_CASESHEET_H

#include "model/appeal.h"
#include "page/letterbody.h"
#include "page/leaf.h"

typedef struct CaseInput {
    const Appeal *appeal;
    LeafSheet sheet;
    const Letter *text; /* what happened; NULL: the summary alone */
    const LetterPicture *pictures;
    size_t npictures;
    Hyphenator *hyphenator;
    const QrCode *qr; /* of the report link; NULL: there is none */
} CaseInput;

void casesheet_draw(Arena *a, Fontset *fs, const CaseInput *in,
                    DisplayTags *tags, Diag *diag, DisplayPages *out);

#endif
