/* letterhead.h - what stands around a letter's text: letterhead, return line,
 * sender block (lettersender.h), remark, marks, heads and feet. Private to
 * letterpage.c.
 */
#ifndef ENVOI_PAGE_LETTERHEAD_H
#define ENVOI_PAGE_LETTERHEAD_H

#include "page/letterpage.h"

typedef struct LetterComposer {
    Arena *arena;
    Fontset *fonts;
    const LetterSheet *sheet;
    const LetterLayout *layout;
    DisplayTags *tags;
    uint32_t document;
    Diag *diag;
    const char *lang;
    bool rtl;
} LetterComposer;

/* What stands around the text, in reading order: the first on page 1 only, the
 * frame on every page. */
typedef enum LetterheadPart {
    HEAD_MARKS, /* for folding and punching */
    HEAD_ORGANISATION,
    HEAD_SENDER,
    HEAD_RETURN_LINE,
    HEAD_REMARK,
    HEAD_RECIPIENT,
    FRAME_FOOTER,
    FRAME_NAME,   /* the addressee's, on the pages that follow */
    FRAME_NUMBER, /* "page 2 of 3" */
    LETTERHEAD_PARTS
} LetterheadPart;

/* The addressee starts at his zone's top; where he needs more room and no
 * remark wants it, he ends at its bottom. */
Len letterhead_recipient_top(const Layout *l, const AddressFit *fit);

/* Draw one part of page `page` of `pages`, if the letter has it. */
void letterhead_draw(LetterComposer *c, LetterheadPart part, size_t page,
                     size_t pages, DisplayItems *to);
/* The records (LetterSide) that a part depends on. Whether the mail goes abroad
 * counts as no difference. */
unsigned letterhead_uses(const LetterComposer *c, LetterheadPart part);
/* Marks and frame are no part of the text. */
bool letterhead_is_artifact(LetterheadPart part);

/* Height of the letter's footer, which the text area gives up. One that leaves
 * next to nothing of it is an error, and then 0. */
Len letterhead_footer_height(LetterComposer *c);

/* Is every line of the addressee and the return line inside the window? Errors
 * are in diag. */
void letterhead_check_window(LetterComposer *c);

#endif
