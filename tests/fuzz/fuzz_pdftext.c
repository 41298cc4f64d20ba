/* fuzz_pdftext.c - any bytes as what pdftotext says of a page: no crash, no
 * leak, and a page that is taken holds together. */
#include "input/pdftext_private.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_page(Arena *a, const PdfPage *page) {
    size_t words = 0;
    assert(page->w >= 0 && page->h >= 0);
    for (size_t i = 0; i < page->nlines; i++) {
        const PdfLine *line = &page->lines[i];
        assert(line->from == words && line->to > line->from);
        words = line->to;
        assert(words <= page->nwords);
        assert(strlen(pdftext_line(a, page, line)) > 0);
    }
    assert(words == page->nwords);
    for (size_t i = 0; i < page->nwords; i++) {
        const PdfWord *word = &page->words[i];
        assert(word->n > 0 && word->box.w >= 0 && word->box.h >= 0);
        for (size_t k = 0; k < word->n; k++)
            assert(word->s[k] >= ' ' && word->s[k] <= 0x10FFFF);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    PdfPage page = {0};
    if (pdfpage_parse(a, (const char *)data, n, &page))
        check_page(a, &page);
    arena_free(a);
    return 0;
}
