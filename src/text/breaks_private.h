/* breaks_private.h - the parts of breaks.c: one subject per file. */
#ifndef ENVOI_TEXT_BREAKS_PRIVATE_H
#define ENVOI_TEXT_BREAKS_PRIVATE_H

#include "text/breaks.h"

/* The character before or after index `i`, over bidi controls and joiners,
 * which stand between two characters without parting them; 0 at the ends. */
UChar32 break_char_before(const UString *u, uint32_t i);
UChar32 break_char_after(const UString *u, uint32_t i);
/* The index before that character, and the index behind it. */
uint32_t break_step_back(const UString *u, uint32_t i);
uint32_t break_step_over(const UString *u, uint32_t i);
bool break_transparent(UChar32 c);
bool break_is_digit(UChar32 c);

/* What UAX #14 said about a break before unit `i` (0 < i < n), tailored.
 * `east_asian`: Chinese or Japanese stands on one side. */
BreakKind break_tailored(const UString *u, uint32_t i, bool east_asian,
                         BreakKind icu);

/* Forbid breaks at the spaces of phone numbers and of postcodes. */
void break_join_phones(const UString *u, BreakKind *out);
void break_join_postcodes(const UString *u, BreakKind *out);
/* A postcode that ends an address stands alone on a line only if it must; in a
 * list the word before it comes along, if need be from the line before. */
void break_join_postcode_in_address(const UString *u, BreakKind *out);
void break_join_postcode_in_list(const UString *u, BreakKind *out);

/* Make breaks reluctant at spaces inside 22 November, 5 kg, Mr X, J. Smith,
 * § 5, by the language of each. */
void break_join_phrases(const UString *u, const Items *items, BreakKind *out);

/* Allow breaks behind the administrative units of Chinese addresses. */
void break_address(const UString *u, const Items *items, BreakKind *out);

#endif
