/* orient.h - which way up characters stand in a vertical line (private to
 * src/text). UAX #50, with what CLREQ and JLREQ say of numbers.
 *
 * - Han, kana, Hangul and full-width letters are upright; Latin words lie.
 * - A single letter or digit beside Han is upright (A座, 5号).
 * - A number beside Han, or in a text of Han, of two digits stands side by side
 *   in one em; a longer one stands one digit below the other. (Three fit an em
 *   too, a third of it each, and JLREQ has them so; but then neither people at
 *   arm's length nor machines read them: tesseract takes 479 for Han.)
 * - Brackets, quotation marks, dashes are upright in the vertical form of the
 *   face, and lie if it has none.
 */
#ifndef ENVOI_TEXT_ORIENT_H
#define ENVOI_TEXT_ORIENT_H

#include <unicode/uscript.h>

#include "text/itemize.h"

typedef enum Orient {
    ORIENT_LIES,
    ORIENT_STANDS,
    ORIENT_STANDS_WEST, /* a letter or digit, upright like Han */
    ORIENT_SQUEEZED,    /* a digit of two side by side */
    ORIENT_BY_FORM      /* upright if the face has a vertical form of it */
} Orient;

/* One for each UTF-16 unit, in the arena. `scripts` as of scripts_resolve. */
Orient *orient_resolve(Arena *a, const UString *u, const UScriptCode *scripts);

/* Does the face have a glyph for `cp` in vertical lines: one of its own
 * (OpenType feature vert), or one that serves both ways? */
bool orient_has_form(Font *font, uint32_t cp, UScriptCode script,
                     const char *lang);

#endif
