/* fuzz_labelset.c - any bytes as gLabels' templates and as LibreOffice's
 * labels: no crash, no leak; an entry is built or has an error, and one that
 * is built has labels on its sheet. */
#include "base/diag.h"
#include "input/labelset_read.h"

#include <assert.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_entry(LabelSet *set, const LabelEntry *e) {
    Diag *diag = diag_new();
    Layout l = {0};
    bool ok = set->format == LABELS_GLABELS
                  ? labelset_build_glabels(set, e, &l, diag)
                  : labelset_build_libreoffice(set, e, &l, diag);
    assert(ok == (diag_count(diag, DIAG_ERROR) == 0));
    assert(e->part.n > 0 && e->whole.n >= e->part.n);
    for (int k = 0; ok && k < layout_labels_per_sheet(&l); k++) {
        LayoutBox box = layout_label(&l, k);
        assert(l.title.n > 0 && box.w > 0 && box.h > 0 && box.span.src);
        assert(box.x + box.w <= l.w + LEN_OF_MM(0.5));
        assert(box.y + box.h <= l.h + LEN_OF_MM(0.5));
    }
    diag_free(diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    const Source *src = source_from(a, "fuzz.xml", (const char *)data, n);
    const XmlNode *root = xml_parse(a, src, diag);
    LabelSet set = {.arena = a};
    if (root && !labelset_add_glabels(&set, root, diag)) {
        set.format = LABELS_LIBREOFFICE;
        labelset_add_libreoffice(&set, root, diag);
    }
    for (size_t i = 0; i < set.entries.n && i < 50; i++)
        check_entry(&set, &set.entries.v[i]);
    diag_free(diag);
    arena_free(a);
    return 0;
}
