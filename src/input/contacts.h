/* contacts.h - address books and sender lists: YAML or CSV to contacts.
 *
 * The format is told from the name (.yaml .yml .csv .tsv) and else from the
 * first character. YAML: a list of maps (one map alone is a list of one). CSV:
 * a header, then one record a line; quotes and newlines in fields (RFC 4180).
 * Unknown fields are errors with a did-you-mean in YAML, merge fields in CSV.
 */
#ifndef ENVOI_INPUT_CONTACTS_H
#define ENVOI_INPUT_CONTACTS_H

#include "model/contact.h"

/* Read and check `path` ("-": stdin). Every error of the file is in `diag`;
 * false if there was one. The contacts live in `a`. */
bool contacts_load(Arena *a, const char *path, Diag *diag, Contacts *out);

/* The same for a source in memory. `csv` chooses the reader. */
bool contacts_parse_yaml(Arena *a, const Source *src, Diag *diag,
                         Contacts *out);
bool contacts_parse_csv(Arena *a, const Source *src, Diag *diag, Contacts *out);

#endif
