/* printable.h - a page as one printer must be sent it, and what of it that
 * printer cannot print.
 *
 * printable_place turns the page as the paper is fed and moves its content
 * against what the profile says the print is off; the paper stays where it is.
 * printable_see then notes what reaches into the border the printer leaves
 * blank, and printable_tell says it: text and pictures are errors, lines and
 * what only helps printing a warning. Each of the four sides has one message,
 * with the worst that was seen, however many pages there are.
 */
#ifndef ENVOI_PAGE_PRINTABLE_H
#define ENVOI_PAGE_PRINTABLE_H

#include "model/printer.h"
#include "page/display.h"

/* What reaches furthest over one side. */
typedef struct PrintableReach {
    Len over;       /* beyond the printable part; 0: nothing */
    Len border;     /* that the printer leaves there */
    size_t page;    /* from 1 */
    size_t n;       /* how much did */
    Span at;        /* of its text */
    char what[160]; /* "picture", or the text in quotes */
} PrintableReach;

enum { SIDE_LEFT, SIDE_TOP, SIDE_RIGHT, SIDE_BOTTOM, SIDES };

typedef struct Printable {
    const Printer *printer;
    PrintableReach marks[SIDES]; /* text, pictures */
    PrintableReach lines[SIDES];
} Printable;

/* `page` as `p` wants it; `back`: it falls on the back of a sheet. An envelope
 * is turned for its feed, a sheet in landscape clockwise to portrait, as the
 * offset is that of a page in portrait and drivers differ in how they turn. The
 * items are new ones in `a`. False if an envelope is larger than the paper the
 * printer is told to have: an error in `diag`. */
bool printable_place(Arena *a, const Printer *p, const DisplayPage *page,
                     bool back, Diag *diag, DisplayPage *out);

/* Look at a page that printable_place made, the `number`th of the print. */
void printable_see(Printable *p, const DisplayPage *page, size_t number);

/* What was seen, and a scale that is not right and not compensated. */
void printable_tell(const Printable *p, Diag *diag);

#endif
