/* letterhead.h - what stands around a letter's text: letterhead, return line,
 * sender block, remark, marks, heads and feet. Private to letterpage.c.
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

/* Everything on page 1 but the text itself. */
void letterhead_draw(LetterComposer *c, DisplayItems *to);

/* Head and foot of page `page` of `pages`, as artifacts: the letter's footer,
 * "page 2 of 3", and on the pages that follow the addressee and the date. */
void letterhead_draw_frame(LetterComposer *c, size_t page, size_t pages,
                           DisplayItems *to);

/* Height of the letter's footer, which the text area gives up. */
Len letterhead_footer_height(LetterComposer *c);

/* Is every line of the addressee and the return line inside the window? Errors
 * are in diag. */
void letterhead_check_window(LetterComposer *c);

#endif
