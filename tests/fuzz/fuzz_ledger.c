/* fuzz_ledger.c - any bytes as a ledger: no crash, no leak; one that is read
 * can be written with a label more used, and the rest of its bytes stays; what
 * was written is read again as that. */
#include "base/diag.h"
#include "input/ledger.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const Layout *sheet(Arena *a) {
    static LabelGrid grid = {.columns = 3,
                             .rows = 7,
                             .across = LEN_OF_MM(66.04),
                             .down = LEN_OF_MM(38.1)};
    Layout *l = ARENA_NEW(a, Layout);
    *l = (Layout){.kind = LAYOUT_LABELS, .name = "avery-l7160"};
    l->u.labels = (LabelLayout){.label_w = LEN_OF_MM(63.5),
                                .label_h = LEN_OF_MM(38.1),
                                .grids = &grid,
                                .ngrids = 1};
    layout_number_cells(a, l);
    return l;
}

/* The first label of every sheet that is ours, and a new sheet. */
static void use_more(Arena *a, Ledger *l) {
    for (size_t i = 0; i < l->sheets.n; i++)
        if (l->sheets.v[i].wanted)
            ledger_use(l, i, 0);
    ledger_use(l, ledger_add(a, l), 20);
}

static void write_and_read(Arena *a, Ledger *l, Diag *diag) {
    Ledger again;
    Buf out = {0};
    use_more(a, l);
    if (ledger_write(a, l, diag, &out)) {
        const Source *src = source_from(a, "fuzz.yaml", out.s, out.n);
        bool read = ledger_parse(a, src, "", l->layout, diag, &again);
        assert(read && again.sheets.n == l->sheets.n);
        for (size_t i = 0; i < again.sheets.n; i++)
            assert(memcmp(again.sheets.v[i].used, l->sheets.v[i].used,
                          again.sheets.v[i].labels) == 0);
        assert(out.n > l->src->n || l->sheets.n > 1);
    } else {
        assert(diag_count(diag, DIAG_ERROR) > 0);
    }
    buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Ledger l;
    const Source *src = source_from(a, "fuzz.yaml", (const char *)data, n);
    bool ok = ledger_parse(a, src, "", sheet(a), diag, &l);
    assert(ok == (diag_count(diag, DIAG_ERROR) == 0));
    if (ok)
        write_and_read(a, &l, diag);
    diag_free(diag);
    arena_free(a);
    return 0;
}
