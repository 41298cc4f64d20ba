/* uyghur.h - syllables of Uyghur words in Arabic script.
 *
 * (C)V(C)(C), vowels always written: a syllable begins at the consonant before
 * its vowel, or at the hamza seat that stands for none (facts 5.4).
 */
#ifndef ENVOI_TEXT_UYGHUR_H
#define ENVOI_TEXT_UYGHUR_H

#include <stdbool.h>
#include <stdint.h>
#include <unicode/utypes.h>

/* after[i], 0 <= i < n: may a hyphen follow unit i of the word? Two letters at
 * least stay on either side, the hamza seat not counted. A word with any
 * character that is not of the alphabet has no place. */
void uyghur_hyphens(const UChar *s, uint32_t n, bool *after);

#endif
