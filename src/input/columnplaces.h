/* columnplaces.h - columns of an address at work and of one at home.
 *
 * Address books that are exported as a table have both: "Business Street",
 * "Home Street" (Outlook), "Work Address", "Home Address" (Thunderbird). On
 * paper is the one at work, where there is one, with the company; else the one
 * at home, without company and title, which have no business there. A street,
 * city or postcode with a plain name goes before all of it. Of Google's
 * "Address 1 - Street", "Address 2 - Street" the first is taken
 * (contactfields.c).
 */
#ifndef ENVOI_INPUT_COLUMNPLACES_H
#define ENVOI_INPUT_COLUMNPLACES_H

#include "input/contactfields.h"

/* Find those columns among `keys` that nothing is known of. */
void columnplaces_find(Arena *a, FieldKey *keys, size_t n);

/* Say as a note which one is printed, if there are both. */
void columnplaces_report(const Source *src, const FieldKey *keys, size_t n,
                         Diag *diag);

/* Which one is this row's? `values` are those of the first `n` columns. */
FieldPlace columnplaces_choose(const FieldKey *keys, const Text *values,
                               size_t n);

/* Is the column printed of a row that has a name, with that choice? */
bool columnplaces_wants(const FieldKey *key, FieldPlace chosen, bool named);

#endif
