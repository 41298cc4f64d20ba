/* filekind.h - what a file is, by its first bytes.
 *
 * Users give a PDF where a list is wanted, or an old Office file. One message
 * that says what it is helps them; one for each byte that is no text does not.
 */
#ifndef ENVOI_BASE_FILEKIND_H
#define ENVOI_BASE_FILEKIND_H

#include <stdbool.h>
#include <stddef.h>

struct Diag;

typedef struct FileKind {
    const char *start;
    size_t n;
    const char *what; /* and what next: "is a PDF; give its text" */
} FileKind;

/* An OLE compound file ([MS-CFB]) in which an Office file stands that only a
 * password opens ([MS-OFFCRYPTO] 2.3.4.4: its stream EncryptedPackage). */
bool filekind_is_locked(const char *bytes, size_t n);
/* What else is said of such a file, and of a zip whose parts are. */
#define FILEKIND_LOCKED                                                        \
    "is protected with a password; open it in the program that made it, save " \
    "it without one and give that copy"

bool filekind_is(const char *bytes, size_t n, const char *start, size_t m);
/* Does the file begin like one of `kinds`, is it locked, or is it no text at
 * all? Then that is an error in `diag`. */
bool filekind_refuse(const FileKind *kinds, size_t nkinds, const char *path,
                     const char *bytes, size_t n, struct Diag *diag);

#endif
