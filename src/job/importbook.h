/* importbook.h - an address book that knows how places are written in their
 * country's script, for documents that do not say.
 *
 * A place is the same where the words of its street, district and city and its
 * postcode are, whatever their order; "Road" is "Lu", "District" is "Qu".
 * Nothing else is made up for a difference.
 */
#ifndef ENVOI_JOB_IMPORTBOOK_H
#define ENVOI_JOB_IMPORTBOOK_H

#include "base/fs.h"
#include "job/importfolder.h"

typedef struct ImportBook {
    const char *path;
    Contacts contacts;
    const Source *source; /* NULL: there is no such file yet */
    FsLock lock;
} ImportBook;

/* Read the book: `path`, or where `path` is NULL the user's own,
 * addresses.yaml in the settings' folder; out->path is NULL if there is none
 * and none is to be made. `learn`: it is going to be written, and locked until
 * importbook_close. False, with the reason in `diag`, if it cannot be read. */
bool importbook_open(Arena *a, const char *path, bool learn, Diag *diag,
                     ImportBook *out);
void importbook_close(ImportBook *book); /* a zeroed book is fine */

/* Give targets without an address in their country's script the one that the
 * book has for the same place; its `why` names the record and where that was
 * learnt from. */
void importbook_supply(Arena *a, const ImportBook *book, Import *in);

/* The book with the addresses in two scripts that the document gives and the
 * book has not, behind what stands in it: a file of `out`; a note in `diag`
 * says which, or that there is none. False, with the reason in `diag`, if the
 * book is not a list in YAML, which can be added to. */
bool importbook_learn(Arena *a, const ImportBook *book, const Import *in,
                      size_t n, Diag *diag, ImportFiles *out);

#endif
