/* cover.h - has a font what HarfBuzz needs to set a cluster?
 *
 * More than its cmap: HarfBuzz makes some spaces from U+0020, takes the hyphen
 * for the one that breaks no line, and composes what a font has decomposed.
 */
#ifndef ENVOI_TEXT_COVER_H
#define ENVOI_TEXT_COVER_H

#include "text/font.h"

#include <unicode/utypes.h>

/* All of a cluster; `exact`: with the form its variation selector asks for. */
bool cover_has(const Font *f, const UChar *s, uint32_t n, bool exact);
/* Controls and what is to be ignored. */
bool cover_needs_none(uint32_t cp);
bool cover_is_selector(uint32_t cp);

#endif
