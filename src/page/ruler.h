/* ruler.h - 100 mm to measure before more sheets are printed.
 *
 * A ruler with "100 mm", "100 %" and what the print dialog calls that, in the
 * largest strip of the sheet that is no label: across below or above the
 * labels, else between them, else upright beside them. Who measures less has
 * printed smaller.
 */
#ifndef ENVOI_PAGE_RULER_H
#define ENVOI_PAGE_RULER_H

#include "model/layout.h"
#include "model/printer.h"
#include "page/display.h"

#define RULER_LENGTH LEN_OF_MM(100)

/* Append it to `to`, all of it artifacts, SHEET_PADDING from the sheet's edge,
 * or as far as `printer` (or NULL) leaves blank.
 * `words` are in `lang`; with n = 0, without room for them or a font that has
 * their letters, there are numerals alone. False if there is no room: nothing
 * is drawn then. */
bool ruler_draw(Arena *a, Fontset *fs, const Layout *l, const Printer *printer,
                const char *lang, Text words, DisplayItems *to);

/* The same; a note, if there is no room but for that printer's sake. */
void ruler_draw_or_tell(Arena *a, Fontset *fs, const Layout *l,
                        const Printer *printer, const char *lang, Text words,
                        Diag *diag, DisplayItems *to);

#endif
