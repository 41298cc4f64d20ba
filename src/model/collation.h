/* collation.h - the alphabetical order of a language, by ICU (UTS #10, CLDR).
 *
 * Han by pinyin in "zh". Numbers in a text are compared as numbers: "2" comes
 * before "10".
 */
#ifndef ENVOI_MODEL_COLLATION_H
#define ENVOI_MODEL_COLLATION_H

#include "base/buf.h"
#include "base/source.h"

typedef struct Collation Collation;

/* `lang` BCP 47; "" and languages ICU has no alphabet of: CLDR's root order.
 * Never NULL. */
Collation *collation_open(const char *lang);
void collation_close(Collation *c); /* NULL is fine */

/* Append bytes that memcmp orders as the language does; the last is 0, no other
 * one is. */
void collation_key(Collation *c, Text t, Buf *out);

#endif
