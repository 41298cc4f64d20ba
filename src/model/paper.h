/* paper.h - sheets of paper by name.
 *
 * Sizes of ISO 216 (A and B series), ANSI/ASME Y14.1 (letter, tabloid), PWG
 * 5101.1 (legal, half-letter) and JIS P 0138, whose B series is not ISO's.
 */
#ifndef ENVOI_MODEL_PAPER_H
#define ENVOI_MODEL_PAPER_H

#include "base/len.h"

/* `name` is "a4", in any case, or "a4 landscape". Else false. */
bool paper_find(const char *name, size_t n, Len *w, Len *h);

/* What people call a sheet of this size, upright or lying: "A4", "letter"; NULL
 * if it has no name. */
const char *paper_name(Len w, Len h);

/* "a3, a4, ...", for messages. */
#define PAPER_NAMES                                                            \
    "a3, a4, a5, a6, b4, b5, letter, legal, tabloid, half-letter, jis-b4, "    \
    "jis-b5"

#endif
