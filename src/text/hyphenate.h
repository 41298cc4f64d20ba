/* hyphenate.h - where words may be cut at a line's end, by language.
 *
 * Most languages have Liang's patterns (text/patterns.h, Debian's hyphen-*
 * packages); a language without a dictionary, or whose package is missing,
 * goes without hyphens. Uyghur in Arabic script goes by syllables
 * (text/uyghur.h). Dictionaries are read when a word first asks for them; a
 * Hyphenator belongs to a session.
 */
#ifndef ENVOI_TEXT_HYPHENATE_H
#define ENVOI_TEXT_HYPHENATE_H

#include "text/breaks.h"

typedef struct Hyphenator Hyphenator;

/* `folder` holds hyph_LL_RR.dic; NULL: where Debian puts them. Reads nothing
 * yet, cannot fail. */
Hyphenator *hyphenator_new(const char *folder);
void hyphenator_free(Hyphenator *h); /* NULL is fine */

/* after[i], 0 <= i < n: may a hyphen follow unit i of the word `s`? Letters
 * and apostrophes only, none beyond U+FFFF. What the language asks to stay on
 * either side is kept. False, and nothing set, if there is no dictionary. */
bool hyphenator_word(Hyphenator *h, const char *lang, const UChar *s,
                     uint32_t n, bool *after);

/* Set BREAK_HYPHEN in `breaks` (of breaks_find) inside the words of `u`. Left
 * whole: words of fewer than five letters, with a capital inside, with a soft
 * hyphen of the author's or any hyphen, in two styles or fonts; and everything
 * between two spaces with a digit in it or that looks like an address of the
 * net. */
void hyphenate(Hyphenator *h, const UString *u, const Items *items,
               BreakKind *breaks);

#endif
