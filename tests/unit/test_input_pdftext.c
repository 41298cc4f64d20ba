#include "unit.h"

#include "base/limits.h"
#include "input/pdftext_private.h"

#include <stdlib.h>

/* A PDF of one page and one font; poppler finds the objects without a table. */
static void make_pdf(Buf *b, const char *content) {
    buf_puts(b, "%PDF-1.4\n"
                "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]"
                "/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
                "/XObject<</A 6 0 R>>>>>> endobj\n"
                "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold"
                "/Encoding/WinAnsiEncoding>> endobj\n");
    buf_printf(b, "4 0 obj <</Length %zu>> stream\n%s\nendstream endobj\n",
               strlen(content), content);
}

static void end_pdf(Buf *b) {
    buf_puts(b, "trailer <</Root 1 0 R>>\n%%EOF\n");
}

static const char *messages(Arena *a, const Diag *diag) {
    char *s = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&s, &n);
    diag_print(diag, f, false);
    fclose(f);
    const char *out = arena_strndup(a, s, n);
    free(s);
    return out;
}

static void page_of_text(Arena *a) {
    Buf b = {0};
    Diag *diag = diag_new();
    PdfText t;
    PdfTextOptions opt = {.name = "x.pdf"};
    /* Two columns, the second line of the left one in two words. */
    make_pdf(&b, "BT /F 10 Tf 50 250 Td (left) Tj 0 -12 Td (lower half) Tj "
                 "200 12 Td (right) Tj 0 -12 Td (end) Tj ET");
    end_pdf(&b);
    CHECK(pdftext_read(a, b.s, b.n, &opt, diag, &t));
    CHECK_INT(t.n, 1);
    if (t.n == 1) {
        const PdfPage *p = &t.pages[0];
        CHECK(p->placed);
        CHECK_INT(p->w, LEN_OF_PT(400));
        CHECK_INT(p->h, LEN_OF_PT(300));
        CHECK_INT(p->nlines, 4);
        CHECK_STR(pdftext_line(a, p, &p->lines[0]), "left");
        CHECK_STR(pdftext_line(a, p, &p->lines[1]), "lower half");
        CHECK_STR(pdftext_line(a, p, &p->lines[2]), "right");
        CHECK_STR(pdftext_line(a, p, &p->lines[3]), "end");
        CHECK_INT(p->nwords, 5);
        const PdfChar *r = &p->chars[p->words[3].from];
        CHECK_INT(r->c, 'r');
        CHECK_INT(r->box.x, LEN_OF_PT(250));
        CHECK(r->box.y < LEN_OF_PT(50) && r->box.y + r->box.h > LEN_OF_PT(50));
        CHECK_STR(p->faces[r->face].name, "Helvetica-Bold");
        CHECK_INT(p->faces[r->face].size, LEN_OF_PT(10));
    }
    CHECK_INT(diag_count(diag, DIAG_NOTE), 0);
    diag_free(diag);
    buf_free(&b);
}

static bool readable(Arena *a, const Buf *b, int seconds, const char **said) {
    Diag *diag = diag_new();
    PdfText t;
    PdfTextOptions opt = {.name = "x.pdf", .seconds = seconds};
    bool ok = pdftext_read(a, b->s, b->n, &opt, diag, &t);
    CHECK(ok == (diag_exit_status(diag) == 0));
    *said = messages(a, diag);
    diag_free(diag);
    return ok;
}

/* What comes from anywhere is an error with a next step, nothing worse. */
static void hostile(Arena *a) {
    Buf b = {0};
    const char *said;
    CHECK(!readable(a, &b, 0, &said));
    CHECK(strstr(said, "x.pdf: error: the PDF cannot be read ("));
    buf_puts(&b, "no PDF at all");
    CHECK(!readable(a, &b, 0, &said));
    CHECK(strstr(said, "x.pdf: error: the PDF cannot be read ("));

    /* Forms in forms, each twenty times: 20^10 letters. */
    buf_clear(&b);
    make_pdf(&b, "/A Do");
    for (int i = 6; i < 16; i++) {
        Buf form = {0};
        for (int k = 0; k < 20; k++)
            buf_puts(&form, i < 15 ? "/A Do " : "BT /F 9 Tf (x) Tj ET ");
        buf_printf(&b,
                   "%d 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                   "/Resources<</Font<</F 5 0 R>>/XObject<</A %d 0 R>>>>"
                   "/Length %zu>> stream\n%s\nendstream endobj\n",
                   i, i + 1, form.n, form.s);
        buf_free(&form);
    }
    end_pdf(&b);
    CHECK(!readable(a, &b, 1, &said));
    CHECK(strstr(said, "takes more than 1 seconds to read") ||
          strstr(said, "made poppler fail"));

    buf_clear(&b);
    buf_puts(&b, "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                 "2 0 obj <</Type/Pages/Kids[");
    for (int i = 0; i <= LIMIT_PDF_PAGES; i++)
        buf_printf(&b, "%d 0 R ", i + 3);
    buf_printf(&b, "]/Count %d>> endobj\n", LIMIT_PDF_PAGES + 1);
    for (int i = 0; i <= LIMIT_PDF_PAGES; i++)
        buf_printf(&b,
                   "%d 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> "
                   "endobj\n",
                   i + 3);
    end_pdf(&b);
    CHECK(!readable(a, &b, 0, &said));
    CHECK(strstr(said, "has 1001 pages, more than the 1000 that are read"));
    buf_free(&b);
}

static void put_len(Buf *b, Len v) {
    buf_add(b, &v, sizeof v);
}

/* A page as the child sends it; rectangles of 6 by 10 pt at these places. */
static bool unpack(Arena *a, const char *text, const int *x, size_t n,
                   PdfPage *out) {
    PdfPageHead head = {
        .text = (uint32_t)strlen(text), .rects = (uint32_t)n, .runs = 0};
    Buf b = {0};
    buf_add(&b, &head, sizeof head);
    buf_puts(&b, text);
    for (size_t i = 0; i < n; i++) {
        put_len(&b, x[i] * LEN_PT);
        put_len(&b, 0);
        put_len(&b, (x[i] + 6) * LEN_PT);
        put_len(&b, 10 * LEN_PT);
    }
    *out = (PdfPage){0};
    bool ok = pdfpage_unpack(a, b.s, b.n, out);
    buf_free(&b);
    return ok;
}

#define RLE "\u202B"
#define LRE "\u202A"
#define PDF "\u202C"

/* poppler 22.12's string for a right-to-left page against its rectangles. */
static void directions(Arena *a) {
    PdfPage p;
    /* "Wang Jiang" comes as its second word, then its first. */
    CHECK(unpack(a, RLE LRE "Ji" PDF PDF RLE LRE "Wa" PDF PDF,
                 (const int[]){40, 46, 20, 26}, 4, &p));
    CHECK(p.placed);
    CHECK_STR(pdftext_line(a, &p, &p.lines[0]), "Wa Ji");
    /* پارىژ، 2021-يىلى */
    CHECK(unpack(a,
                 RLE "با" LRE "،" PDF PDF RLE LRE "20" PDF PDF " " RLE LRE
                     "-" PDF "يى" PDF,
                 (const int[]){60, 66, 72, 40, 46, 52, 22, 28, 34}, 9, &p));
    CHECK(p.placed);
    CHECK_INT(p.chars[p.words[0].from].c, 0x0649); /* leftmost */
    CHECK_STR(pdftext_line(a, &p, &p.lines[0]), "با، 20-يى");
    /* Fewer rectangles than characters: the text alone. */
    CHECK(unpack(a, "abc de", (const int[]){1, 2, 3}, 3, &p));
    CHECK(!p.placed);
    CHECK_STR(pdftext_line(a, &p, &p.lines[0]), "abc de");
    CHECK_INT(p.words[0].box.w, 0);
    CHECK(!pdfpage_unpack(a, "abc", 3, &p));
}

int main(void) {
    Arena *a = arena_new();
    directions(a);
    page_of_text(a);
    hostile(a);
    arena_free(a);
    return unit_done("input_pdftext");
}
