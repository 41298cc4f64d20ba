/* contacts.h - address books and sender lists: YAML or CSV to contacts.
 *
 * The format is told from the name (.yaml .yml .csv .tsv) and else from the
 * first line. YAML: a list of maps (one map alone is a list of one). CSV: a
 * header, then one record a line; delimiter comma, semicolon or tab; quotes and
 * newlines in fields (RFC 4180).
 *
 * Fields: those of contact_field_names; `names`, or `name1 name2 ...`, people
 * who share an envelope; `lines`, or `line1 line2 ...`, the street as it
 * stands; `address`, a whole address instead of lines, district, city, region
 * and postcode. These three are split at newlines, in YAML they may be lists.
 * Case does not matter; organization, zip, postal code, state, province, town,
 * street, telephone, office, attn, c/o are other names of the same.
 *
 * `same_address_as: ID` takes the place of another record of the file; `use:
 * FILE#ID`, in YAML, the whole record of another (input/contactuse.h).
 *
 * Another language: `name:zh` as a column or key, or in YAML a map under the
 * tag, `zh: {name: ..., lines: ...}`. Tags are BCP 47, of languages ICU knows.
 *
 * Values are trimmed, and an empty one is an absent one. Nothing is computed:
 * `=1+1`, `NO` and `0123` are text. Unknown fields are errors with a
 * did-you-mean in YAML, merge fields in CSV, with a warning if one is a letter
 * away from a field.
 */
#ifndef ENVOI_INPUT_CONTACTS_H
#define ENVOI_INPUT_CONTACTS_H

#include "model/contact.h"
#include "model/listreading.h"

/* Read and check `path` ("-": stdin) as `how` says (NULL: find out). Every
 * error of the file is in `diag`; false if there was one. The contacts live in
 * `a`. */
bool contacts_load(Arena *a, const ListReading *how, const char *path,
                   Diag *diag, Contacts *out);

/* A list that may be long: its records are read when they are asked for. */
typedef struct ContactRows ContactRows;
typedef struct ContactList {
    size_t n;
    Contacts all;      /* v NULL: they are read from the rows */
    ContactRows *rows; /* NULL: it could not be read */
} ContactList;

/* As contacts_load; close it, whatever came back, while `a` is there. */
bool contactlist_load(Arena *a, const ListReading *how, const char *path,
                      Diag *diag, ContactList *out);
/* The same of bytes in memory, borrowed for the call; `name` is as a path. */
bool contactlist_parse(Arena *a, const ListReading *how, const char *name,
                       const char *bytes, size_t n, Diag *diag,
                       ContactList *out);
void contactlist_close(ContactList *l); /* a zeroed list is fine */
/* Record `i`, in `a` or as long as the list. */
const Contact *contactlist_get(const ContactList *l, size_t i, Arena *a);

/* As contacts_load, for a source in memory. */
bool contacts_parse_yaml(Arena *a, const Source *src, Diag *diag,
                         Contacts *out);
bool contacts_parse_csv(Arena *a, const Source *src, Diag *diag, Contacts *out);

#endif
