/* lettersender.h - who writes, on the first page of a letter. */
#ifndef ENVOI_PAGE_LETTERSENDER_H
#define ENVOI_PAGE_LETTERSENDER_H

#include "page/letterhead.h"

/* His address in its place, or lines for a pen. */
void lettersender_draw(LetterComposer *c, DisplayItems *to);
/* "Anna Meyer · 12 Rue Cler · 75007 Paris", small, with a hairline under it:
 * the sender's address as the window shows it. Left out, with a warning, if it
 * is too long even in the smallest size. */
void lettersender_draw_line(LetterComposer *c, DisplayItems *to);

#endif
