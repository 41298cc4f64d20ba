/* letterpage.h - a letter on its sheets: window, sender block, marks, body.
 */
#ifndef ENVOI_PAGE_LETTERPAGE_H
#define ENVOI_PAGE_LETTERPAGE_H

#include "model/layout.h"
#include "page/addressfit.h"
#include "page/letterbody.h"

typedef struct LetterSheet {
    const Layout *layout;
    LetterInput in;              /* width and date side are filled in here */
    const AddressFit *recipient; /* NULL: an empty window */
    const AddressBlock *sender;  /* his address, or NULL */
    DumpStage dump;              /* print a text stage of the letter ... */
    Buf *dump_text;              /* ... into this; NULL for DUMP_NONE */
} LetterSheet;

/* The recipient's box on the page that address text may use. */
LayoutBox letter_recipient_box(const Layout *l);

/* Append the pages of one letter. False if an error is in `diag`. */
typedef VEC(DisplayPage) DisplayPages;
bool letter_pages(Arena *a, Fontset *fs, const LetterSheet *sheet,
                  DisplayTags *tags, Diag *diag, DisplayPages *out);

#endif
