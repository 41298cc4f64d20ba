/* shortname.h - a sender who says less: first name, initial, city.
 *
 * A return address tells whoever handles the letter who wrote it. Nothing is
 * guessed: where the first name cannot be told, the record must say it in
 * `short_name`.
 */
#ifndef ENVOI_MODEL_SHORTNAME_H
#define ENVOI_MODEL_SHORTNAME_H

#include "model/contact.h"

/* What of the sender is printed; each says less than the one before it. */
typedef enum ReturnPolicy {
    RETURN_FULL,
    RETURN_INITIALS, /* first name, initial, city */
    RETURN_GROUP,    /* the address of the sender's group */
    RETURN_NONE
} ReturnPolicy;
enum { RETURN_POLICIES = RETURN_NONE + 1 };

/* "full", "initials", "group", "none". */
extern const char *const return_policy_names[RETURN_POLICIES];

/* `c` with no more than "Ana R.", its city and country, in the arena; for
 * address_return. The short name is the record's `short_name`, else the first
 * word of the name and the first letter of the last one. Errors, at the record:
 * a name of one word, in a script without initials or from a country that
 * writes the family name first; no city. False then. */
bool contact_shorten(Arena *a, const Contact *c, Diag *diag, Contact *out);

#endif
