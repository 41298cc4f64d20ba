/* contactkey.h - what makes two records one addressee: name and address, made
 * alike (model/fold.h). Nothing is guessed: "St." is not "Street".
 */
#ifndef ENVOI_MODEL_CONTACTKEY_H
#define ENVOI_MODEL_CONTACTKEY_H

#include "base/buf.h"
#include "model/contact.h"

/* Append the place of `c`: care of, lines or whole address, district, city,
 * region, postcode, country; of the first form that has lines or an address.
 * False, and nothing is appended, if none has: it is nobody's neighbour. */
bool contactkey_place(const Contact *c, Buf *out);

/* Append who is there: names, organisation and its part, attention. A title is
 * no difference. */
void contactkey_people(const Contact *c, Buf *out);

#endif
