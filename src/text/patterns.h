/* patterns.h - Liang's hyphenation patterns (Word Hy-phen-a-tion by
 * Com-put-er, 1983), from the dictionaries of Debian's hyphen-* packages.
 *
 * They are in the format of libhyphen (its README.compound and
 * README.nonstandard): a line with the coding; LEFTHYPHENMIN and the like; one
 * pattern a line; after NEXTLEVEL the patterns for the parts of a compound.
 * libhyphen itself takes 4 s to read the German one, a few milliseconds go by
 * here.
 */
#ifndef ENVOI_TEXT_PATTERNS_H
#define ENVOI_TEXT_PATTERNS_H

#include <stdbool.h>
#include <stdint.h>
#include <unicode/utypes.h>

#include "base/arena.h"

typedef struct Patterns Patterns;

/* Longer words are not words. */
#define PATTERNS_WORD 64

/* In the arena; NULL if the file cannot be read or is in no coding that ICU
 * knows. Lines that are no patterns are passed over. */
Patterns *patterns_load(Arena *a, const char *path);

/* after[i], 0 <= i < n: may a hyphen follow unit i of the word? `s` is in small
 * letters, n <= PATTERNS_WORD. At least `left` and `right` units, or as many
 * more as the dictionary says, stay on either side of a hyphen, and of the
 * joint of a compound. Hyphens that would change the spelling (Dutch zeeën) are
 * left out. */
void patterns_apply(const Patterns *p, const UChar *s, uint32_t n, int left,
                    int right, bool *after);

#endif
