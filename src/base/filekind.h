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

bool filekind_is(const char *bytes, size_t n, const char *start, size_t m);
/* Does the file begin like one of `kinds`? Then that is an error in `diag`. */
bool filekind_refuse(const FileKind *kinds, size_t nkinds, const char *path,
                     const char *bytes, size_t n, struct Diag *diag);

#endif
