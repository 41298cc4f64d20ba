#include "base/filekind.h"

#include <string.h>

#include "base/diag.h"

bool filekind_is(const char *bytes, size_t n, const char *start, size_t m) {
    return n >= m && memcmp(bytes, start, m) == 0;
}

bool filekind_refuse(const FileKind *kinds, size_t nkinds, const char *path,
                     const char *bytes, size_t n, struct Diag *diag) {
    for (size_t i = 0; i < nkinds; i++)
        if (filekind_is(bytes, n, kinds[i].start, kinds[i].n)) {
            diag_file(diag, DIAG_ERROR, path, "%s", kinds[i].what);
            return true;
        }
    return false;
}
