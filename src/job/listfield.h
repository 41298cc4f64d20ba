/* listfield.h - the fields of a list as options name them: "city", "name:zh",
 * "zip", a column of the list's own.
 *
 * A field of an address stands for what a record has in it in any language,
 * unless it names one.
 */
#ifndef ENVOI_JOB_LISTFIELD_H
#define ENVOI_JOB_LISTFIELD_H

#include "input/contactfields.h"
#include "input/contacts.h"

typedef struct ListField {
    FieldKey key; /* FIELD_UNKNOWN: a column of the list's own */
} ListField;

/* Find what `name` names. A usage error at its place, with what it may have
 * been meant to be, if it is nothing in `list`; false then. */
bool listfield_find(Arena *a, Text name, const ContactList *list, Diag *diag,
                    ListField *out);

/* Its values in a record, in `a`; none of them is empty. */
TextList listfield_values(const ListField *f, const Contact *c, Arena *a);

#endif
