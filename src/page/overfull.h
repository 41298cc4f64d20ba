/* overfull.h - words that no break makes short enough for their lines.
 */
#ifndef ENVOI_PAGE_OVERFULL_H
#define ENVOI_PAGE_OVERFULL_H

#include "text/para.h"

/* An error for each line of `p` that is wider than `width`, at its words. False
 * if there is one. */
bool overfull_tell(Arena *a, const Para *p, Len width, Diag *diag);

#endif
