/* records.h - address books as the commands name them: FILE or FILE#ID. */
#ifndef ENVOI_JOB_RECORDS_H
#define ENVOI_JOB_RECORDS_H

#include "input/contacts.h"

/* Load `spec`: a path, or a path, '#' and the id of one record of it (a file
 * that really has '#' in its name wins). At least one record; errors in
 * `diag`. `how` is Session.lists; `where` the place that named the file, if a
 * file did. */
bool records_load(Arena *a, const ListReading *how, const char *spec,
                  Span where, Diag *diag, Contacts *out);

/* The file that `spec` names: FILE of FILE#ID and of FILE.xlsx@SHEET. */
const char *records_file(Arena *a, const char *spec);

/* The same for a list that may be long; close it, whatever came back. */
bool recordlist_load(Arena *a, const ListReading *how, const char *spec,
                     Span where, Diag *diag, ContactList *out);

#endif
