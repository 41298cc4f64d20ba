/* postcodeboxes.h - the digits of a postcode in the boxes of an envelope. */
#ifndef ENVOI_PAGE_POSTCODEBOXES_H
#define ENVOI_PAGE_POSTCODEBOXES_H

#include "model/envelopedesign.h"
#include "page/addressfit.h"

/* Set `postcode` as a line with one digit in the middle of each box, upright,
 * as large as the boxes are good for; its place is from the envelope's corner.
 * Errors in `diag`, and false: a postcode that does not fill the boxes (`what`
 * names the record), a digit no font has. */
bool postcodeboxes_set(Arena *a, Fontset *fs, const PostcodeBoxes *boxes,
                       Text postcode, const char *what, Diag *diag,
                       AddressFitLine *out);

DisplayColour postcodeboxes_colour(const PostcodeBoxes *boxes);

/* The frame as it is printed on the envelope. */
void postcodeboxes_frame(Arena *a, const PostcodeBoxes *boxes,
                         DisplayItems *to);

#endif
