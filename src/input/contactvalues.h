/* contactvalues.h - what a list says, put into a record.
 *
 * Shared by the readers of all its formats; which field a column or key means
 * is contactfields.h.
 */
#ifndef ENVOI_INPUT_CONTACTVALUES_H
#define ENVOI_INPUT_CONTACTVALUES_H

#include "input/contactfields.h"

/* Lines of one field. More fit no label and no window. */
#define FIELD_LINES_MAX 64

/* Store `value`, trimmed; an empty one is left out. A value that is too long or
 * has line ends where one line belongs is an error in `diag`. Values of `lines`
 * are added in the order of the calls. A given and a family name make one name,
 * unless one of them holds the other: then it is the whole. */
void field_store(Arena *a, Contact *c, const FieldKey *key, Text value,
                 Diag *diag);

/* A family name in Chinese characters, kana or hangul: it stands before the
 * given name, with nothing between. */
bool name_is_joined(Text family);

/* Has `key` a value in `c` already? Never true of `line2`. */
bool field_present(const Contact *c, const FieldKey *key);

/* The last step of a record: `names` as one text in NAME, for letters. A name
 * beside them is an error.
 *
 * `address` is a whole address: lines, city, postcode ... beside it in the same
 * language would be lost, and are errors. They mostly come from a spreadsheet
 * whose "address" is the street. */
void fields_check(Arena *a, Contact *c, Diag *diag);

#endif
