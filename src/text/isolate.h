/* isolate.h - which stretches of a paragraph keep their own order (private to
 * src/text).
 *
 * After an Arabic letter UAX #9 W2 makes European digits Arabic ones, and then
 * "+86 991 123-4567" comes out as "4567-123 991 86+". A stretch to be wrapped
 * in LRI ... PDI is, in a right-to-left paragraph and between two
 * right-to-left letters:
 *
 * - from the first to the last Latin letter or digit, if there is a letter:
 *   words, addresses, codes, e-mail, URLs, with the marks between them, a
 *   bracket whose partner is inside, a leading + # @ and a trailing / % ';
 * - else a number of several groups (a phone number, a date) or with a sign;
 *   "; " and ", " separate such numbers.
 *
 * Left alone: a single plain number, and a number that belongs to the
 * right-to-left word behind it (2021-yili in Arabic letters, or "Paris 3" and
 * then a noun). Text inside an isolate that runs left to right is a part of
 * the stretch around it; the rest of isolates is searched like the paragraph.
 * In a left-to-right paragraph only numbers behind right-to-left text are
 * wrapped, by the same rules.
 */
#ifndef ENVOI_TEXT_ISOLATE_H
#define ENVOI_TEXT_ISOLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <unicode/utypes.h>

#include "base/arena.h"

typedef struct UStretch {
    uint32_t start, end;
} UStretch;

/* Stretches in s[0..n) in order, in the arena; the count. Isolates in `s` are
 * balanced. */
size_t isolate_find(Arena *a, const UChar *s, uint32_t n, bool rtl,
                    UStretch **out);

/* First strong direction of s[0..n), isolates skipped (UAX #9 P2): 1 right to
 * left, 0 left to right, -1 none. An unbalanced PDI at depth 0 ends it. */
int isolate_first_strong(const UChar *s, uint32_t n);

#endif
