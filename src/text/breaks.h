/* breaks.h - where a line may end. UAX #14 by ICU, tailored.
 *
 * Tailoring (facts 5.1): the zh iterator for Chinese; no break between digits
 * and a Han measure (479|号, 6|月), inside a number or postcode, around the
 * interpunct of a name (尔·艾); none before closing or after opening marks, and
 * none inside —— or ……; none in number-hyphen-word (2021-يىلى). In running text
 * a day stays with its month, a number with its unit, a title or an initial
 * with the name, No. § p. with the number (breaks_phrase.c).
 */
#ifndef ENVOI_TEXT_BREAKS_H
#define ENVOI_TEXT_BREAKS_H

#include "text/itemize.h"

typedef enum BreakPolicy {
    BREAK_NORMAL, /* running text */
    BREAK_ADDRESS, /* Chinese only behind an administrative unit (省 市 区 县 州
                      盟 旗 镇 乡 村 路 街 道 号 院 楼 室 ...) or a space; other
                      scripts only at a space */
    BREAK_LIST, /* only at a space behind a comma: between the parts of an
                   address. In both, a number of four digits and more at the
                   end, a postcode, keeps with the Latin word before it */
    BREAK_NONE  /* only where the author asked (U+2028) */
} BreakPolicy;

typedef enum BreakKind {
    BREAK_NO,
    BREAK_RELUCTANT, /* only where a line would be too long otherwise: between
                        words that read as one thing */
    BREAK_MAY,
    BREAK_HYPHEN, /* may, with a hyphen drawn: a soft hyphen stands before */
    BREAK_MUST
} BreakKind;

/* out[i], 0 <= i <= u->n: may a line end before unit i (after i - 1)?
 * out[0] is BREAK_NO and out[u->n] BREAK_MUST. In the arena. */
BreakKind *breaks_find(Arena *a, const UString *u, const Items *items,
                       BreakPolicy policy);

#endif
