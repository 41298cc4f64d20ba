/* paraplain.h - the short way of a paragraph that is one line of plain Latin
 * text: a name, a street, a town. Private to para.c.
 *
 * Most paragraphs of a mailing are such lines, and all of what para.c does for
 * them comes to nothing: no second direction, script or face, no line end, no
 * spacing. The result is the same to the last unit (tests/unit/
 * test_text_para.c compares the two).
 */
#ifndef ENVOI_TEXT_PARAPLAIN_H
#define ENVOI_TEXT_PARAPLAIN_H

#include "text/para.h"

/* Set `text` as one line with one run in `out`, if it is that plain and fits
 * (or may not break); out->text is there already. False: nothing was done, take
 * the long way. */
bool paraplain_layout(Arena *a, Fontset *fs, const UString *text,
                      const ParaOptions *opt, Para *out);

#endif
