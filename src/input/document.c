#include "input/document.h"

#include "base/fs.h"
#include "base/limits.h"
#include "input/document_private.h"

bool document_read(Arena *a, const char *name, const void *bytes, size_t n,
                   Diag *diag, Document *out) {
    DocFile f = {name, bytes, n};
    *out = (Document){.format = DOC_TEXT};
    return doctext_read(a, &f, diag, out);
}

bool document_load(Arena *a, const char *path, Diag *diag, Document *out) {
    Buf buf = {0};
    bool ok = fs_read(path, LIMIT_DOCUMENT_BYTES, &buf, diag) &&
              document_read(a, path, buf.s ? buf.s : "", buf.n, diag, out);
    buf_free(&buf);
    return ok;
}
