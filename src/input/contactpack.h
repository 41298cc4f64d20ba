/* contactpack.h - a contact in little memory.
 *
 * A Contact has room for every field in every language, two kilobytes and more;
 * packed it is what there is, in 24 bytes a value. Strings of the source stay
 * there.
 */
#ifndef ENVOI_INPUT_CONTACTPACK_H
#define ENVOI_INPUT_CONTACTPACK_H

#include "model/contact.h"

typedef struct PackedContact PackedContact;

/* In `a`. All places of `c` are in `src`, which must live as long; `c` has no
 * merge fields. */
PackedContact *contact_pack(Arena *a, const Source *src, const Contact *c);
/* The same contact in `a`; its strings live as long as the packed one. */
void contact_unpack(const PackedContact *p, const Source *src, Arena *a,
                    Contact *out);
/* What contact_check found of it. */
void contact_repack(PackedContact *p, const Contact *checked);

#endif
