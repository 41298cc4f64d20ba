/* What stands around the text: structure, forms, tags, and what happens when
 * something is wrong. */
#include <signal.h>
#include <sys/resource.h>

#include "../pdf/pdftry.h"

static size_t count(const char *s, const char *what) {
    size_t n = 0;
    for (; s && (s = strstr(s, what)); s++)
        n++;
    return n;
}

/* The objects as text, streams unpacked, one line each kind of token. */
static const char *unpacked(Try *t, const char *name) {
    const char *s = try_command(
        t, "qpdf --qdf --object-streams=disable %s - | strings -n 1", name);
    return s ? s : "";
}

/* How many objects stand in the streams of the file, and in how many. */
static void count_packed(Try *t, const char *name, size_t *objects,
                         size_t *streams) {
    const char *s = try_command(t, "qpdf --show-xref %s", name);
    bool seen[10000] = {false};
    *objects = *streams = 0;
    while (s && (s = strstr(s, "compressed; stream = "))) {
        s += strlen("compressed; stream = ");
        int id = atoi(s);
        ++*objects;
        *streams += id > 0 && id < 10000 && !seen[id];
        seen[id > 0 && id < 10000 ? id : 0] = true;
    }
}

static GlyphRun *latin(Try *t, const char *text) {
    Font *font = try_font(t, SERIF, 0);
    return font ? try_run(t, font, text, false, "Latn", "en", 11) : NULL;
}

static void test_document(void) {
    Try t;
    try_begin(&t);
    GlyphRun *run = latin(&t, "Dear Governor,");
    if (run) {
        try_line(&t, DISPLAY_NO_TAG, run);
        PdfOptions opt = {.lang = "en-GB"};
        CHECK(try_write(&t, "a.pdf", &opt));
        CHECK(try_write(&t, "b.pdf", &opt));
        size_t n, m;
        const char *a = try_read(&t, "a.pdf", &n);
        const char *b = try_read(&t, "b.pdf", &m);
        CHECK(n == m && memcmp(a, b, n) == 0);
        CHECK(n < 6000);
        CHECK(strncmp(a, "%PDF-1.7\n", 9) == 0);
        CHECK(memmem(a, n, "/Type /Page", 11) == NULL);
        CHECK(memmem(a, n, "trailer", 7) == NULL);
        CHECK(n > 6 && memcmp(a + n - 6, "%%EOF\n", 6) == 0);
        size_t objects, streams;
        count_packed(&t, "a.pdf", &objects, &streams);
        CHECK_INT(streams, 1);
        CHECK_INT(objects, 7);
        const char *s = unpacked(&t, "a.pdf");
        CHECK_INT(count(s, "/Info"), 0);
        CHECK_INT(count(s, "Date"), 0);
        CHECK_INT(count(s, "/Producer"), 0);
        CHECK_INT(count(s, "/StructTreeRoot"), 0);
        CHECK_INT(count(s, "/Lang (en-GB)"), 1);
        CHECK_INT(count(s, "/PrintScaling /None"), 1);
        CHECK_INT(count(s, "/PickTrayByPDFSize true"), 1);
        CHECK_INT(count(s, "/Duplex /Simplex"), 1);
        const char *boxes = try_command(&t, "pdfinfo -box %s", "a.pdf");
        CHECK_INT(count(boxes, "0.00     0.00   595.28   841.89"), 5);
        CHECK(try_command(&t, "qpdf --check %s", "a.pdf"));
    }
    try_end(&t);
}

static void test_title(void) {
    Try t;
    try_begin(&t);
    display_rect(t.arena, &t.page.items, DISPLAY_NO_TAG, 0, 0, LEN_PT, LEN_PT,
                 0);
    CHECK(try_write(&t, "a.pdf",
                    &(PdfOptions){.title = "致 A & B <省长>", .lang = "zh"}));
    CHECK_INT(count(unpacked(&t, "a.pdf"), "/DisplayDocTitle true"), 1);
    const char *meta = try_command(&t, "pdfinfo -meta %s", "a.pdf");
    CHECK_INT(count(meta, ">致 A &amp; B &lt;省长&gt;<"), 1);
    try_end(&t);
}

/* A body shared by letters is drawn once; its place is right on each page. */
static void test_form(void) {
    Try t;
    try_begin(&t);
    GlyphRun *body = latin(&t, "shared"), *name = latin(&t, "single");
    if (body && name) {
        DisplayForm form = {.w = LEN_OF_MM(100), .h = LEN_OF_MM(50)};
        display_run(t.arena, &form.items, DISPLAY_NO_TAG, LEN_OF_PT(10),
                    LEN_OF_PT(20), body, 0, body->n);
        Pdf *pdf = pdf_open(try_path(&t, "a.pdf"), &(PdfOptions){.lang = "en"},
                            t.diag);
        for (int i = 0; i < 3; i++) {
            DisplayPage page = {.w = t.page.w, .h = t.page.h};
            display_run(t.arena, &page.items, DISPLAY_NO_TAG, LEN_OF_PT(60),
                        LEN_OF_PT(60), name, 0, name->n);
            display_form(t.arena, &page.items, DISPLAY_NO_TAG, LEN_OF_PT(100),
                         LEN_OF_PT(200 + 100 * i), &form);
            CHECK(pdf_page(pdf, &page));
        }
        CHECK_INT(pdf_pages(pdf), 3);
        CHECK(pdf_close(pdf, t.diag));
        CHECK_INT(count(unpacked(&t, "a.pdf"), "/Subtype /Form"), 1);
        const char *text = try_command(&t, "pdftotext %s -", "a.pdf");
        CHECK_INT(count(text, "shared"), 3);
        CHECK_INT(count(text, "single"), 3);
        const char *word = try_command(
            &t, "pdftotext -bbox -f 3 -l 3 %s - | grep shared", "a.pdf");
        CHECK_INT(count(word, "xMin=\"110.0"), 1);
        /* baseline at 400 + 20, between top and bottom */
        double top = 0, bottom = 0;
        const char *y = word ? strstr(word, "yMin=\"") : NULL;
        CHECK(y && sscanf(y, "yMin=\"%lf\" xMax=\"%*f\" yMax=\"%lf", &top,
                          &bottom) == 2);
        CHECK(top > 400 && top < 420 && bottom > 420 && bottom < 430);
    }
    try_end(&t);
}

/* A paragraph over two pages, a foreign word in it, an artifact. */
static void test_tags(void) {
    Try t;
    try_begin(&t);
    GlyphRun *one = latin(&t, "first half"), *two = latin(&t, "second half");
    GlyphRun *word = latin(&t, "mot"), *page_no = latin(&t, "page 1");
    if (one) {
        Item *french = ARENA_NEW(t.arena, Item);
        *french = *word->item;
        french->lang = "fr";
        word->item = french;
        uint32_t doc =
            display_tag(&t.tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "en");
        uint32_t unused = display_tag(&t.tags, ROLE_H1, doc, "");
        uint32_t p = display_tag(&t.tags, ROLE_P, doc, "");
        CHECK_INT(unused, 1);
        Pdf *pdf =
            pdf_open(try_path(&t, "a.pdf"),
                     &(PdfOptions){.lang = "en", .tags = &t.tags}, t.diag);
        try_line(&t, DISPLAY_NO_TAG, page_no);
        display_run(t.arena, &t.page.items, p, LEN_OF_PT(60), LEN_OF_PT(90),
                    one, 0, one->n);
        display_run(t.arena, &t.page.items, p, LEN_OF_PT(160), LEN_OF_PT(90),
                    word, 0, word->n);
        display_line(t.arena, &t.page.items, DISPLAY_NO_TAG, 0, LEN_OF_PT(95),
                     LEN_OF_PT(300), LEN_OF_PT(95), LEN_PT / 4, LEN_PT, 128);
        CHECK(pdf_page(pdf, &t.page));
        t.page.items.n = 0;
        display_run(t.arena, &t.page.items, p, LEN_OF_PT(60), LEN_OF_PT(90),
                    two, 0, two->n);
        CHECK(pdf_page(pdf, &t.page));
        CHECK(pdf_close(pdf, t.diag));
        const char *s = unpacked(&t, "a.pdf");
        CHECK_INT(count(s, "/Marked true"), 1);
        CHECK_INT(count(s, "/Artifact BMC"), 2);
        CHECK_INT(count(s, "BDC"), 3);
        CHECK_INT(count(s, "EMC"), 5);
        CHECK_INT(count(s, "/S /H1"), 0);
        CHECK_INT(count(s, "/S /P\n"), 1);
        CHECK_INT(count(s, "/Lang(fr)"), 1);
        CHECK_INT(count(s, "/MCR"), 1);
        CHECK_STR(try_command(&t, "pdfinfo -struct-text %s", "a.pdf"),
                  "Document\n  Part\n    P (block)\n      \"first half\"\n     "
                  " \"mot\"\n"
                  "      \"second half\"\n");
        CHECK(try_command(&t, "qpdf --check %s", "a.pdf"));
    }
    try_end(&t);
}

/* A picture placed twice is written once; a JPEG goes in as it is. */
static void test_images(void) {
    static const unsigned char rgb[] = {255, 0, 0,   0, 255, 0,
                                        0,   0, 255, 9, 9,   9};
    static const unsigned char alpha[] = {255, 128, 0, 255};
    static const unsigned char jpeg[] = {
        0xFF, 0xD8, 0xFF, 0xE0, 0,   4, 1, 2, 0xFF, 0xEE, 0,    14,   'A', 'd',
        'o',  'b',  'e',  0,    100, 0, 0, 0, 0,    2,    0xFF, 0xDA, 0,   2};
    Try t;
    try_begin(&t);
    Image logo = {.kind = IMAGE_RASTER,
                  .width = 2,
                  .height = 2,
                  .components = 3,
                  .bytes = rgb,
                  .n = sizeof rgb,
                  .alpha = alpha};
    Image photo = {.kind = IMAGE_JPEG,
                   .width = 1,
                   .height = 1,
                   .components = 4,
                   .bytes = jpeg,
                   .n = sizeof jpeg};
    DisplayItems *to = &t.page.items;
    Len inch = LEN_OF_PT(72);
    display_image(t.arena, to, DISPLAY_NO_TAG, inch, inch, inch, inch, &logo);
    display_image(t.arena, to, DISPLAY_NO_TAG, inch, 3 * inch, 2 * inch, inch,
                  &logo);
    display_image(t.arena, to, DISPLAY_NO_TAG, 0, 0, inch, inch, &photo);
    CHECK(try_write(&t, "a.pdf", &(PdfOptions){.lang = "en"}));
    const char *s = unpacked(&t, "a.pdf");
    CHECK_INT(count(s, "/Subtype /Image"), 3);
    CHECK_INT(count(s, "/X0 Do"), 2);
    CHECK_INT(count(s, "q 72 0 0 72 72 697.89 cm /X0 Do Q"), 1);
    CHECK_INT(count(s, "q 144 0 0 72 72 553.89 cm /X0 Do Q"), 1);
    CHECK_INT(count(s, "/DCTDecode"), 1);
    CHECK_INT(count(s, "/Decode ["), 1);
    const char *list = try_command(&t, "pdfimages -list %s", "a.pdf");
    CHECK_INT(count(list, "image       2     2  rgb     3   8"), 2);
    CHECK_INT(count(list, "smask       2     2  gray    1   8"), 2);
    try_end(&t);
}

/* Past one level of the page tree; every page in its place. */
static void test_many_pages(void) {
    Try t;
    try_begin(&t);
    Pdf *pdf = pdf_open(try_path(&t, "a.pdf"),
                        &(PdfOptions){.lang = "en", .tags = &t.tags}, t.diag);
    enum { N = 4200 };
    for (int i = 0; i < N; i++) {
        DisplayPage page = {.w = LEN_OF_PT(100 + i), .h = LEN_OF_PT(50)};
        pdf_page(pdf, &page);
    }
    CHECK_INT(pdf_pages(pdf), N);
    CHECK(pdf_close(pdf, t.diag));
    const char *sizes =
        try_command(&t, "pdfinfo -f 1 -l 5000 %s | grep size:", "a.pdf");
    CHECK_INT(count(sizes, " x 50 pts"), N);
    int wrong = 0;
    for (int i = 0; i < N; i++) {
        const char *want = arena_printf(t.arena, "Page %4d size:  %d x 50 pts",
                                        i + 1, 100 + i);
        wrong += !sizes || !(sizes = strstr(sizes, want));
    }
    CHECK_INT(wrong, 0);
    CHECK(try_command(&t, "qpdf --check %s", "a.pdf"));
    /* Pages, nodes and leaves of both trees, resources, catalog, two roots and
     * the document of the structure; contents are outside. */
    size_t objects, streams;
    count_packed(&t, "a.pdf", &objects, &streams);
    CHECK_INT(objects, N + 66 + 2 + 1 + 66 + 5);
    CHECK_INT(streams, (objects + 199) / 200);
    try_end(&t);
}

static void test_duplex(void) {
    Try t;
    try_begin(&t);
    Pdf *pdf = pdf_open(try_path(&t, "a.pdf"),
                        &(PdfOptions){.lang = "", .duplex = true}, t.diag);
    t.page.front = true;
    CHECK(pdf_page(pdf, &t.page));
    CHECK(pdf_page(pdf, &t.page));
    CHECK_INT(pdf_pages(pdf), 3);
    CHECK(pdf_close(pdf, t.diag));
    CHECK_INT(count(unpacked(&t, "a.pdf"), "/Duplex /DuplexFlipLongEdge"), 1);
    try_end(&t);
}

/* The licence bits of a font. */
static void test_licence(void) {
    Try t;
    try_begin(&t);
    GlyphRun *run = latin(&t, "Text");
    if (run) {
        try_line(&t, DISPLAY_NO_TAG, run);
        run->font->subsettable = false;
        CHECK(try_write(&t, "a.pdf", &(PdfOptions){.lang = "en"}));
        const char *fonts = try_command(&t, "pdffonts %s", "a.pdf");
        CHECK_INT(count(fonts, "\nNotoSerif-Regular "), 1);
        CHECK_INT(count(fonts, " yes no  yes "), 1);
        CHECK_INT(count(try_command(&t, "pdftotext %s -", "a.pdf"), "Text"), 1);
        run->font->embeddable = false;
        CHECK(!try_write(&t, "b.pdf", &(PdfOptions){.lang = "en"}));
        CHECK(access(try_path(&t, "b.pdf"), F_OK) != 0);
        CHECK_INT(count(try_messages(&t), "may not be embedded"), 1);
        CHECK_INT(diag_exit_status(t.diag), 3);
    }
    try_end(&t);
}

/* Put glyph "n" on the page for each character of [from, to]. */
static void line_of(Try *t, Font *font, UChar from, UChar to) {
    for (UChar c = from; c <= to; c++) {
        GlyphRun *run = try_run(t, font, "n", false, "Latn", "en", 11);
        run->text->s[0] = c;
        try_line(t, DISPLAY_NO_TAG, run);
    }
}

/* More texts of one glyph than a glyf font has free CIDs go to a second Type0
 * font. */
static void test_no_free_cid(void) {
    Try t;
    try_begin(&t);
    Font *font = try_font(&t, SERIF, 0);
    if (font) {
        font->nglyphs = 65534;
        line_of(&t, font, 0x4E00, 0x4E05);
        CHECK(try_write(&t, "a.pdf", &(PdfOptions){.lang = "en"}));
        const char *s = unpacked(&t, "a.pdf");
        CHECK_INT(count(s, "/Type0"), 2);
        CHECK_INT(count(s, "/Type /FontDescriptor"), 1);
        CHECK_STR(try_command(&t, "pdftotext %s - | tr -d '\\n\\f'", "a.pdf"),
                  "一丁丂七丄丅");
    }
    try_end(&t);
}

/* Characters one behind the other are one range of the map, which ends where
 * the last byte of the text or of the code would run over. */
static void test_ranges(void) {
    Try t;
    try_begin(&t);
    Font *font = try_font(&t, SERIF, 0);
    if (font) {
        font->nglyphs = 0xEF8; /* the second text gets this code */
        line_of(&t, font, 0x4EFA, 0x4F06);
        CHECK(try_write(&t, "a.pdf", &(PdfOptions){.lang = "zh"}));
        const char *s = unpacked(&t, "a.pdf");
        CHECK_INT(count(s, "\n3 beginbfrange\n"), 1);
        CHECK_INT(count(s, "\n<0EF8> <0EFC> <4EFB>\n"), 1);
        CHECK_INT(count(s, "\n<0EFD> <0EFF> <4F00>\n"), 1);
        CHECK_INT(count(s, "\n<0F00> <0F03> <4F03>\n"), 1);
        CHECK_INT(count(s, "\n1 beginbfchar\n"), 1);
        CHECK_STR(try_command(&t, "pdftotext %s - | tr -d '\\n\\f'", "a.pdf"),
                  "仺任仼份仾仿伀企伂伃伄伅伆");
    }
    try_end(&t);
}

/* Fonts whose codes agree share one map; a glyph of CFF with two texts has its
 * code in two fonts, so they cannot. */
static void test_shared_maps(void) {
    Try t;
    try_begin(&t);
    Font *serif = try_font(&t, SERIF, 0), *han = try_font(&t, CJK, CJK_SC);
    if (serif && han) {
        line_of(&t, serif, 'n', 'n');
        line_of(&t, han, 0x4E00, 0x4E00);
        CHECK(try_write(&t, "a.pdf", &(PdfOptions){.lang = "zh"}));
        CHECK_INT(count(unpacked(&t, "a.pdf"), "begincmap"), 1);
        CHECK_INT(count(unpacked(&t, "a.pdf"), "/Type0"), 2);
        CHECK_STR(try_command(&t, "pdftotext %s - | tr -d '\\n\\f'", "a.pdf"),
                  "n一");
        line_of(&t, han, 0x4E01, 0x4E01);
        CHECK(try_write(&t, "b.pdf", &(PdfOptions){.lang = "zh"}));
        CHECK_INT(count(unpacked(&t, "b.pdf"), "begincmap"), 2);
        CHECK_INT(count(unpacked(&t, "b.pdf"), "/Type0"), 3);
        CHECK_STR(try_command(&t, "pdftotext %s - | tr -d '\\n\\f'", "b.pdf"),
                  "n一丁");
    }
    try_end(&t);
}

static void test_notdef(void) {
    Try t;
    try_begin(&t);
    GlyphRun *run = latin(&t, "Text");
    if (run) {
        run->glyphs[2].id = 0;
        try_line(&t, DISPLAY_NO_TAG, run);
        FILE *old = fopen(try_path(&t, "a.pdf"), "w");
        fputs("old", old);
        fclose(old);
        CHECK(!try_write(&t, "a.pdf", &(PdfOptions){.lang = "en"}));
        size_t n;
        CHECK_STR(try_read(&t, "a.pdf", &n), "old");
        CHECK_INT(count(try_messages(&t), "internal: glyph 0 of"), 1);
        CHECK_INT(count(try_messages(&t), "U+0078"), 1);
        CHECK_STR(try_command(&t, "ls -A $(dirname %s)", "a.pdf"), "a.pdf\n");
    }
    try_end(&t);
}

static void test_empty(void) {
    Try t;
    try_begin(&t);
    Pdf *pdf = pdf_open(try_path(&t, "a.pdf"), &(PdfOptions){0}, t.diag);
    CHECK(!pdf_close(pdf, t.diag));
    CHECK_INT(count(try_messages(&t), "no page"), 1);
    pdf_abandon(pdf_open(try_path(&t, "a.pdf"), &(PdfOptions){0}, t.diag));
    CHECK(access(try_path(&t, "a.pdf"), F_OK) != 0);
    CHECK(!pdf_open("/nonexistent/a.pdf", &(PdfOptions){0}, t.diag));
    try_end(&t);
}

static void add_pages(Try *t, Pdf *pdf) {
    display_rect(t->arena, &t->page.items, DISPLAY_NO_TAG, 0, 0, LEN_PT, LEN_PT,
                 0);
    for (int i = 0; i < 3000; i++)
        pdf_page(pdf, &t->page);
}

static void test_disk_full(void) {
    Try t;
    try_begin(&t);
    Pdf *pdf = pdf_open("/dev/full", &(PdfOptions){.lang = "en"}, t.diag);
    if (pdf) {
        add_pages(&t, pdf);
        CHECK(!pdf_close(pdf, t.diag));
        CHECK_INT(count(try_messages(&t), "No space left on device"), 1);
    }
    try_end(&t);
}

/* In a child, as the limit cannot be taken back; it exits 0 if all is right.
 * Flushed first, or the child would print again what waits in the buffer. */
static void test_file_limit(void) {
    Try t;
    try_begin(&t);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){100000, 100000});
        Pdf *pdf = pdf_open(try_path(&t, "a.pdf"), &(PdfOptions){0}, t.diag);
        add_pages(&t, pdf);
        bool ok = !pdf_close(pdf, t.diag) &&
                  count(try_messages(&t), "File too large") == 1;
        _exit(ok ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    CHECK_INT(status, 0);
    CHECK_STR(try_command(&t, "ls -A $(dirname %s)", "a.pdf"), "");
    try_end(&t);
}

int main(void) {
    if (try_tool("qpdf") && try_tool("pdftotext") && try_tool("strings")) {
        test_document();
        test_title();
        test_form();
        test_tags();
        test_images();
        test_many_pages();
        test_duplex();
        test_licence();
        test_no_free_cid();
        test_ranges();
        test_shared_maps();
    }
    test_notdef();
    test_empty();
    test_disk_full();
    test_file_limit();
    return unit_done("test_out_pdf");
}
