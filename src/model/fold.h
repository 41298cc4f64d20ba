/* fold.h - texts made alike, to be compared and never to be printed.
 *
 * ICU's NFKC_Casefold (UAX #31, toNFKC_Casefold): capitals and small letters,
 * full and half width, ligatures and invisible characters are one.
 */
#ifndef ENVOI_MODEL_FOLD_H
#define ENVOI_MODEL_FOLD_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/source.h"

/* Append `t` folded. Text that is not UTF-8 is appended as it is. */
void fold_case(Text t, Buf *out);

/* Looser, as addresses are compared: letters and digits alone, and Latin
 * letters without what stands on, under and through them (Łódź is lodz). */
void fold_loose(Text t, Buf *out);

/* Are they the same, case folded? */
bool fold_equal(Text a, Text b);

#endif
