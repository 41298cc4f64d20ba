/* contactjoin.h - people at one address as one record. */
#ifndef ENVOI_MODEL_CONTACTJOIN_H
#define ENVOI_MODEL_CONTACTJOIN_H

#include "model/contact.h"

/* "Ana Ruiz, Ben Ito and Clara Li" as `lang` (BCP 47) has it, by ICU's list
 * patterns (UTS #35, part 2); commas alone where it has none, and for "". */
const char *names_and(Arena *a, const TextList *names, const char *lang);

/* May `c` share an envelope as one of a household? A person without office,
 * organisation or title, which would be lost or be said of the others too. */
bool contact_is_person(const Contact *c);

/* All of `v`, n of them and at least two, as one record in `a`: the address of
 * the first, the names of all, in the languages in which all have one; of the
 * rest what is the same in all. `lang` joins the names of the form without a
 * language. NULL if there is no language in which all have a name. Strings are
 * those of the first or copies. */
Contact *contact_join(Arena *a, const Contact *const *v, size_t n,
                      const char *lang);

#endif
