/* ustring.h - one paragraph as checked UTF-16, with the way back to its source.
 *
 * ICU and HarfBuzz both take UTF-16. A paragraph is built from pieces: words
 * the user wrote, merged fields, what envoi adds. Each piece is brought to NFC
 * on its own and remembers its Text, so that any UTF-16 index leads back to
 * file:line:col. Indices here are UTF-16 units from the paragraph's start.
 */
#ifndef ENVOI_TEXT_USTRING_H
#define ENVOI_TEXT_USTRING_H

#include <stdbool.h>
#include <stdint.h>
#include <unicode/utypes.h>

#include "base/diag.h"
#include "base/source.h"
#include "text/style.h"

typedef struct UPiece {
    uint32_t start, end; /* UTF-16 */
    Text text;           /* n = 0 for an isolate envoi put in */
    TextStyle style;
    uint32_t skip; /* units of the cleaned `text` before this piece: 0, but for
                      the later parts of a text that an isolate cut in two */
} UPiece;

typedef struct UString {
    UChar *s; /* not terminated */
    uint32_t n;
    UPiece *pieces; /* in order, together [0, n) */
    size_t npieces;
} UString;

typedef struct UBuilder UBuilder;

UBuilder *ubuilder_new(Arena *a);

/* Append `text`. Tab and line ends become a space; U+2029 becomes U+2028. What
 * utf8_objection names, and an isolate that is not closed within its piece or
 * is nested deeper than LIMIT_NESTING, is an error in `diag` and is left out;
 * more than LIMIT_MARKS marks on one base likewise. Soft hyphen, U+FEFF,
 * joiners and variation selectors stay: they are default-ignorable. */
void ubuilder_add(UBuilder *b, Text text, const TextStyle *style, Diag *diag);

/* The same between FSI (U+2068) and PDI (U+2069), so that a merged field, a
 * number or a name keeps its own order in text of the other direction. The
 * isolates never reach the shaper. UAX #9, 2.4.2. */
void ubuilder_add_isolated(UBuilder *b, Text text, const TextStyle *style,
                           Diag *diag);

/* A line break the author asked for: U+2028, a mandatory break. */
void ubuilder_break(UBuilder *b, const TextStyle *style);

/* Finish. In a right-to-left paragraph (`rtl`) every phone number, e-mail
 * address, URL, date and stretch of Latin words that is not isolated yet is
 * wrapped in LRI (U+2066) ... PDI, so that digits and signs keep their order
 * (UAX #9 rule W2 would turn "+86 991 123-4567" round); in a left-to-right one
 * the numbers behind right-to-left words are. text/isolate.h says what such a
 * stretch is. The result lives in the builder's arena. A paragraph
 * over LIMIT_PARAGRAPH is an error in `diag` and comes back cut. */
void ubuilder_finish(UBuilder *b, bool rtl, Diag *diag, UString *out);

/* The first strong direction of the text added so far (UAX #9 P2, isolates
 * skipped): 1 right-to-left, 0 left-to-right, -1 none. */
int ubuilder_first_strong(const UBuilder *b);

/* The piece that index `at` (< n) belongs to. */
const UPiece *ustring_piece(const UString *u, uint32_t at);

/* Where units [from, to) came from; the span of the first piece they touch. */
Span ustring_span(const UString *u, uint32_t from, uint32_t to);

/* The code point at s[*at] (*at < n); *at moves behind it. A surrogate without
 * its other half is U+FFFD. */
uint32_t utf16_next(const UChar *s, uint32_t n, uint32_t *at);

/* [from, to) as UTF-8, in the arena, NUL-terminated. */
char *ustring_utf8(Arena *a, const UString *u, uint32_t from, uint32_t to);

#endif
