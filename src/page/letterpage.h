/* letterpage.h - a letter on its sheets: letterhead, window, sender block,
 * marks, body, foot, heads of the pages that follow.
 */
#ifndef ENVOI_PAGE_LETTERPAGE_H
#define ENVOI_PAGE_LETTERPAGE_H

#include "page/addressfit.h"
#include "page/letterbody.h"

typedef struct LetterSheet {
    const Layout *layout;
    LetterInput in;              /* width, date_right, style and tightness are
                                    filled in here */
    const AddressFit *recipient; /* NULL: an empty window */
    const AddressBlock *sender;  /* his address, or NULL */
    DumpStage dump;              /* print a text stage of the letter ... */
    Buf *dump_text;              /* ... into this; NULL for DUMP_NONE */
} LetterSheet;

/* Room that the addressee may take above his zone: that of the remark, if the
 * letter has none. */
Len letterhead_spare(const Layout *l, const Letter *letter);

/* Append the pages of one letter. A letter that says `fit` is set tighter
 * until it fits, by letter_look's steps; if it does not, a warning says how
 * many lines to cut, and it is no tighter than its pages ask; one whose layout
 * has an `outside` must fit one page. An address line outside the window is an
 * error with the millimetres. False if an error is in `diag`. */
bool letter_pages(Arena *a, Fontset *fs, const LetterSheet *sheet,
                  DisplayTags *tags, Diag *diag, DisplayPages *out);

#endif
