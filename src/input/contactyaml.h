/* contactyaml.h - the records of a YAML file: a list of maps, or one map.
 *
 * Keys are those of contacts.h. Records are kept packed (contactpack.h), as
 * reading YAML again for each would cost more than all else. Private to
 * contacts.c.
 */
#ifndef ENVOI_INPUT_CONTACTYAML_H
#define ENVOI_INPUT_CONTACTYAML_H

#include "input/contactrows.h"
#include "input/contactuse.h"

/* Check `src`; every error is in `diag`. NULL if it is not YAML or holds
 * nothing. `used`: by another book, so that no record may itself use one;
 * `uses` gets what they use. If they use or share, each alone is not the whole,
 * and none is checked yet by contact_check. */
ContactRows *contactyaml_load(Arena *a, const Source *src, bool used,
                              Diag *diag, ContactUses *uses);

#endif
