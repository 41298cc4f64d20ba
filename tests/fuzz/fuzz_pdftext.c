/* fuzz_pdftext.c - any bytes as what the process that runs poppler says of a
 * page: no crash, no leak, and a page that is taken holds together. */
#include "input/pdftext_private.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_page(Arena *a, const PdfPage *page) {
    size_t chars = 0, words = 0;
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
        assert(word->to > word->from && word->to <= page->nchars);
        chars += word->to - word->from;
    }
    assert(chars == page->nchars);
    assert(page->nfaces > 0);
    for (size_t i = 0; i < page->nchars; i++) {
        assert(page->chars[i].c <= 0x10FFFF);
        assert(page->chars[i].face < page->nfaces);
        assert(page->chars[i].box.w >= 0 && page->chars[i].box.h >= 0);
        assert(page->placed || page->chars[i].box.w == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    PdfPage page = {0};
    if (pdfpage_unpack(a, (const char *)data, n, &page))
        check_page(a, &page);
    arena_free(a);
    return 0;
}
