/* postcodeboxes.h - the digits of a postcode in the boxes of an envelope. */
#ifndef ENVOI_PAGE_POSTCODEBOXES_H
#define ENVOI_PAGE_POSTCODEBOXES_H

#include "model/envelopedesign.h"
#include "page/display.h"

typedef struct PostcodeDigits {
    Para *v; /* one a digit */
    size_t n;
    Len rise;          /* of the digits above their baseline */
    DisplayMarks mark; /* all of them are one line */
} PostcodeDigits;

/* Set the digits of `postcode`, upright, as large as their boxes are good for.
 * Errors in `diag`, and false: a postcode that does not fill the boxes (`what`
 * names the record), a digit no font has. */
bool postcodeboxes_set(Arena *a, Fontset *fs, const PostcodeBoxes *boxes,
                       Text postcode, const char *what, Diag *diag,
                       PostcodeDigits *out);

/* One digit in the middle of each box, from the first on. */
void postcodeboxes_draw(Arena *a, const PostcodeBoxes *boxes,
                        const PostcodeDigits *digits, DisplayTags *tags,
                        uint32_t parent, DisplayItems *to);

DisplayColour postcodeboxes_colour(const PostcodeBoxes *boxes);

/* The frame as it is printed on the envelope. */
void postcodeboxes_frame(Arena *a, const PostcodeBoxes *boxes,
                         DisplayItems *to);

#endif
