/* contactuse.h - records that an address book takes from another one.
 *
 *     - use: ../book.yaml#ma-xingrui
 *       salutation: Dear Secretary Ma,
 *
 * `use` names a file, seen from its own, and the id of a record there. What is
 * written beside it replaces the record's, field by field; a place (lines or
 * address, district, city, region, postcode) in any language replaces the
 * record's place in all of them, and another name its name in all of them; a
 * salutation that then is still the used record's must not name who was there
 * before. A record that is used must not itself use another. Private to
 * contacts.c.
 */
#ifndef ENVOI_INPUT_CONTACTUSE_H
#define ENVOI_INPUT_CONTACTUSE_H

#include "model/contact.h"

/* A record and what its `use` says. */
typedef struct ContactUse {
    size_t record; /* index */
    Text spec;
} ContactUse;

typedef VEC(ContactUse) ContactUses;

/* Give each record of `uses` what it uses. Every error is in `diag`, those of
 * the files that are used too. */
void contactuse_fill(Arena *a, const ContactUses *uses, Contact *records,
                     Diag *diag);

/* contacts_load of a file that must not use another. In contacts.c. */
bool contacts_load_used(Arena *a, const char *path, Diag *diag, Contacts *out);

#endif
