/* fuzz_sheetspec.c - any bytes as a sheet in one line: no crash, no leak; a
 * sheet with its labels on it, or an error inside the line. */
#include "base/diag.h"
#include "input/sheetspec.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    const char *line = arena_strndup(a, (const char *)data, n);
    const Layout *l = sheetspec_parse(a, line, (Span){0}, diag);
    assert((l != NULL) == (diag_count(diag, DIAG_NOTE) == 0));
    for (int k = 0; l && k < layout_labels_per_sheet(l); k++) {
        LayoutBox box = layout_label(l, k);
        assert(box.w > 0 && box.h > 0);
        assert(box.span.off + box.span.n <= n);
        assert(box.x + box.w <= l->w + LEN_OF_MM(0.5));
        assert(box.y + box.h <= l->h + LEN_OF_MM(0.5));
    }
    diag_free(diag);
    arena_free(a);
    return 0;
}
