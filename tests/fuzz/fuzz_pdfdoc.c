/* fuzz_pdfdoc.c - any bytes as what poppler's two programs say of a PDF: pages
 * of pdftotext up to a line "====", then pages of pdftohtml. */
#include "docfuzz.h"

#include "input/pdfrows.h"
#include "input/pdftext_private.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

#define PAGES 8

/* Up to the end tag of a page; *s moves behind it. */
static bool next_page(const char **s, const char *end, Text *out) {
    static const char tag[] = "</page>";
    const char *to = memmem(*s, (size_t)(end - *s), tag, sizeof tag - 1);
    if (!to)
        return false;
    *out = (Text){*s, (size_t)(to - *s), {0}};
    *s = to + sizeof tag - 1;
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    const char *s = (const char *)data, *end = s + n;
    const char *middle = memmem(s, n, "\n====\n", 6);
    const char *styled = middle ? middle + 6 : end;
    PdfPage pages[PAGES];
    PdfStretches stretches[PAGES];
    PdfText text = {pages, 0};
    PdfStyles styles = {stretches, 0};
    Arena *a = arena_new();
    Diag *diag = diag_new();
    DocFile f = {"fuzz.pdf", "", 0};
    Document d = {0};
    Text page;
    while (text.n < PAGES && next_page(&s, middle ? middle : end, &page)) {
        PdfPage *one = &pages[text.n];
        *one = (PdfPage){0};
        if (!pdfpage_parse(a, page.s, page.n, one))
            break;
        one->number = ++text.n;
    }
    while (styles.n < PAGES && next_page(&styled, end, &page))
        pdfstyle_parse(a, page.s, page.n, &stretches[styles.n++]);
    if (pdfdoc_make(a, &f, &text, &styles, diag, &d))
        check_document(&d);
    diag_free(diag);
    arena_free(a);
    return 0;
}
