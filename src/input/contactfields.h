/* contactfields.h - what a column or key of an address book means.
 *
 * Shared by the readers of all formats of lists; what a record gets of it is
 * contactvalues.h. A name is compared without regard to case, and `_`, `-` and
 * blanks in it are one blank, so "Postal Code" is postal_code is postcode (an
 * alias). A language follows a colon: `name:zh`.
 */
#ifndef ENVOI_INPUT_CONTACTFIELDS_H
#define ENVOI_INPUT_CONTACTFIELDS_H

#include "model/contact.h"

typedef enum FieldKind {
    FIELD_UNKNOWN,
    FIELD_SIMPLE,  /* one of ContactField */
    FIELD_NAMES,   /* `names`, `name1` ...: split at newlines and semicolons */
    FIELD_LINES,   /* `lines`, `line1` ...: split at newlines */
    FIELD_ADDRESS, /* `address`: split at newlines */
    FIELD_GIVEN,   /* the two make one name, a given name alone too */
    FIELD_FAMILY,
    FIELD_LEFT_OUT, /* a column that is not wanted (columns.h) */
    FIELD_BAD_LANG  /* a field of ours with a language that is none */
} FieldKind;

/* Whose address a column is a part of, where a table has two (columnplaces.h).
 */
typedef enum FieldPlace { PLACE_ONE, PLACE_WORK, PLACE_HOME } FieldPlace;

typedef struct FieldKey {
    FieldKind kind;
    FieldPlace place;
    ContactField field; /* of FIELD_SIMPLE */
    int line;           /* 3 of `line3` and `name3`; 1 and 2 of a given name
                           and a family name; 0 of everything else */
    const char *lang;   /* "" without one; canonical BCP 47, in the arena */
    Text name;          /* as written */
    const char *found;  /* the field, if columns.h found it; else NULL */
    bool loose; /* what a program calls its columns: gives way to one that is
                   named as the field is */
} FieldKey;

/* Keys of one record; there are not that many fields and languages. */
#define FIELD_KEYS_MAX 1000

FieldKey fieldkey_parse(Arena *a, Text name);

/* Say that what follows the colon of `name` is not a language. */
void fieldkey_refuse_lang(Arena *a, Text name, Diag *diag);

/* True if both would be stored in the same place. */
bool fieldkey_same(const FieldKey *x, const FieldKey *y);

/* The known name that `name` is probably meant to be, or NULL. */
const char *fieldkey_guess(Text name);
/* One letter too many, too few, wrong or swapped in a word of four or more:
 * near enough to warn of a column that is allowed to have any name. */
const char *fieldkey_slip(Text name);
/* "lines_zh": a field with its language behind something that is no colon. */
bool fieldkey_is_tailed(Text name);

/* Canonical tag of a language that ICU knows ("ZH-hans" -> "zh-Hans"), in the
 * arena; NULL if `tag` is none. */
const char *language_tag(Arena *a, Text tag);

/* Calls to make in this order keep line1, line2 ... in theirs: `order` gets the
 * indices of `keys`, stable, `lines` before `line1`. */
void fieldkeys_order(const FieldKey *keys, size_t n, size_t *order);

#endif
