/* layoutdesign.h - the `design` of an envelope (model/envelopedesign.h).
 *
 *     design:
 *       countries: [CN]                     posted in one and addressed to one
 *       [writing]: horizontal | vertical
 *       [name]: BOX                         the addressee's column: with
 * vertical only, and needed there [postcode]: BOXES [sender-postcode]: BOXES
 *       [words]: [{text, lang, BOX, size, [line]}, ...]
 *                                           printed on the envelope, in the
 *                                           middle of the box; line: of a frame
 *                                           around it
 *       [unverified]: what no source confirms; shown to the user
 *
 * BOXES is a map, its lengths measured inside the lines:
 *
 *     top: 12
 *     box: {width: 5.7, height: 8}
 *     groups: [{first, count, pitch, [line]}, ...]
 *                                           first: from the left edge, or from
 *                                           the last box of the group before;
 *                                           line: width of the frame's lines,
 *                                           no frame without
 *     [hyphen]: yes | no                    a stroke behind the first group
 *     [lengths]: [3, 5]                     a postcode may have so many digits
 *     [colour]: "#FF4D33"                   of the frame
 *     [size]: 12 pt                         of the digits; else as the boxes
 *                                           allow
 */
#ifndef ENVOI_INPUT_LAYOUTDESIGN_H
#define ENVOI_INPUT_LAYOUTDESIGN_H

#include "input/layoutread.h"
#include "model/envelopedesign.h"

/* NULL for an absent one. */
const EnvelopeDesign *layoutdesign_read(LayoutReader *r, const YamlNode *node);

#endif
