/* fuzz_document.c - any bytes as a document that is no zip and no PDF: text,
 * HTML, flat OpenDocument. */
#include "docfuzz.h"

#include "input/document.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    /* A PDF needs a process of its own: fuzz_pdfdoc. */
    if (memmem(data, n < 1024 ? n : 1024, "%PDF-", 5))
        return 0;
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Document d;
    bool ok = document_read(a, "fuzz", data, n, diag, &d);
    assert(ok == (diag_count(diag, DIAG_ERROR) == 0));
    if (ok)
        check_document(&d);
    diag_free(diag);
    arena_free(a);
    return 0;
}
