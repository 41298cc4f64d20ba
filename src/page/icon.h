/* icon.h - pictures of what to do, which need no words.
 *
 * Strokes on a square of 24 by 24, drawn in any size; lines stay as thick as
 * the picture's scale says. All of them are artifacts: what they mean stands
 * beside them where a language has words for it.
 */
#ifndef ENVOI_PAGE_ICON_H
#define ENVOI_PAGE_ICON_H

#include "page/display.h"

typedef enum Icon {
    ICON_CUT,      /* scissors on a dashed line */
    ICON_FOLD,     /* a sheet, its fold and an arrow */
    ICON_STICK,    /* an envelope with its address at the bottom right */
    ICON_STAMP,    /* an envelope with a stamp */
    ICON_POST,     /* a letter box with a slot */
    ICON_WRITE,    /* a pen over a line */
    ICON_LETTER,   /* a written sheet */
    ICON_ENVELOPE, /* closed, from the back */
    ICON_SLIP,     /* an address in a dashed outline */
    ICON_UNTIL,    /* a leaf of a calendar: an arrow that ends at a line */
    ICON_FROM,     /* the same: an arrow that begins there */
    ICON_YES,      /* a tick */
    ICON_NO,       /* a cross */
    ICON_PERSON,
    ICON_PHONE,
    ICON_FAX,
    ICON_EMAIL,
    ICON_SOCIAL,    /* a speech bubble */
    ICON_WEB,       /* a globe */
    ICON_HAND,      /* a demand: an exclamation mark in a speech bubble */
    ICON_COUNT,     /* four strokes and one across */
    ICON_SCREEN,    /* a telephone that looks at a code */
    ICON_NO_SENDER, /* an envelope without an address at its top left */
    ICON_NEXT,      /* an arrow to the right */
    ICONS           /* how many */
} Icon;

/* In a square of `size` at (x, y). `mirrored`: in a text that runs from right
 * to left; of what is on a table nothing is, only arrows from one thing to the
 * next and in time.
 */
void icon_draw(Arena *a, Icon icon, bool mirrored, Len x, Len y, Len size,
               DisplayItems *to);

#endif
