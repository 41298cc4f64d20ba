/* contactrows.h - the records of a CSV file, read when they are asked for.
 *
 * A list of a hundred thousand senders takes as much memory as its bytes and
 * four more a record: loading checks every row and keeps where it begins. The
 * files are those of contacts.h.
 */
#ifndef ENVOI_INPUT_CONTACTROWS_H
#define ENVOI_INPUT_CONTACTROWS_H

#include "model/contact.h"

typedef struct ContactRows ContactRows;

/* Check `src`; every error is in `diag`. It lives in `a`, as `src` must, until
 * contactrows_close. */
ContactRows *contactrows_load(Arena *a, const Source *src, Diag *diag);
void contactrows_close(ContactRows *r); /* NULL is fine */

size_t contactrows_count(const ContactRows *r);
/* Records may have their address from another (same_address_as): each alone is
 * not the whole, and none is checked yet by contact_check. */
bool contactrows_share(const ContactRows *r);

/* Record `i` from 0, into `a`. */
void contactrows_get(const ContactRows *r, size_t i, Arena *a, Contact *out);

#endif
