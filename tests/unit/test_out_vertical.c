/* Vertical lines in a file: what stands where, and what readers make of it. */
#include "../pdf/pdftry.h"

#define SCALE 4 /* pixels a point */
#define SIZE LEN_OF_PT(16)
#define RIGHT LEN_OF_PT(300)
#define TOP LEN_OF_PT(90)

static const struct {
    const char *lang, *text;
} texts[] = {
    {"zh-Hans",
     "新疆维吾尔自治区乌鲁木齐市（天山区）中山路479号12楼5室A座、B12室"},
    {"zh-Hans", "艾克拜尔·艾赛提（收）Ürümqi, Xinjiang"},
    {"zh-Hant", "臺北市中正區忠孝西路一段114號8樓之1「信」——好……"},
    {"ja", "東京都千代田区霞が関1-1-12ニュータワー3階"},
    {"zh-Hans", "𠮷𫠝路12号"},
    {"zh-Hans", "新疆维吾尔自治区乌鲁木齐市天山区中山路479号12楼5室"},
};

/* Without white space: a column has none, and readers cut it as they like. */
static const char *letters(Arena *a, const char *s) {
    char *out = arena_strdup(a, s ? s : "(nothing)"), *to = out;
    for (const char *p = out; *p; p++)
        if ((unsigned char)*p > ' ')
            *to++ = *p;
    *to = '\0';
    return out;
}

static Para *lay_out(Try *t, Fontset *fs, size_t i, Len length) {
    TextStyle style = {
        .family = FONT_SANS, .size = SIZE, .lang = texts[i].lang};
    UBuilder *b = ubuilder_new(t->arena);
    ubuilder_add(b, text_literal(texts[i].text), &style, t->diag);
    Para *p = ARENA_NEW(t->arena, Para);
    ParaOptions opt = {.width = length,
                       .vertical = true,
                       .breaks = BREAK_ADDRESS,
                       .leading_permille = 1500,
                       .langs = &texts[i].lang,
                       .nlangs = 1};
    CHECK(para_layout(t->arena, fs, b, &opt, t->diag, p));
    return p;
}

/* All words of `-bbox` inside the box, in points. */
static void check_boxes(Try *t, const char *name, double x0, double y0,
                        double x1, double y1) {
    const char *s = try_command(t, "pdftotext -bbox %s -", name);
    int n = 0;
    while (s && (s = strstr(s, "<word "))) {
        double a, b, c, d;
        CHECK(sscanf(s,
                     "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf",
                     &a, &b, &c, &d) == 4);
        CHECK(a >= x0 && b >= y0 && c <= x1 && d <= y1);
        n++;
        s++;
    }
    CHECK(n > 0);
}

/* One column, and two; the page upright and on its side. */
static void test_texts(Fontset *fs) {
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int way = 0; way < 3; way++) {
            Try t;
            try_begin(&t);
            uint32_t doc =
                display_tag(&t.tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
            Len length = LEN_OF_PT(way == 1 ? 300 : 700);
            Para *p = lay_out(&t, fs, i, length);
            DisplayItems items = {0};
            uint32_t tag = display_tag(&t.tags, ROLE_P, doc, texts[i].lang);
            display_para(t.arena, &items, tag, RIGHT, TOP, p, 0, p->n);
            t.page.w = LEN_OF_PT(way == 2 ? 900 : 400);
            t.page.h = LEN_OF_PT(way == 2 ? 400 : 900);
            display_turned(t.arena, &items, &t.page.items, way == 2 ? 3 : 0,
                           LEN_OF_PT(400), LEN_OF_PT(900), 0, 0);
            PdfOptions opt = {.lang = texts[i].lang,
                              .tags = way ? &t.tags : NULL};
            CHECK(try_write(&t, "a.pdf", &opt));
            CHECK_STR(try_messages(&t), "");
            CHECK(try_command(&t, "qpdf --check %s", "a.pdf"));
            const char *want = letters(t.arena, texts[i].text);
            CHECK_STR(
                letters(t.arena, try_command(&t, "pdftotext %s -", "a.pdf")),
                want);
            if (way == 1)
                CHECK_STR(
                    letters(t.arena,
                            try_command(&t,
                                        "pdfinfo -struct-text %s | "
                                        "sed -n 's/^ *\"\\(.*\\)\"$/\\1/p'",
                                        "a.pdf")),
                    want);
            /* The face says how high Latin letters are: half an em of grace
             * across. */
            double wide = len_pt(p->height), high = len_pt(length);
            if (way < 2)
                check_boxes(&t, "a.pdf", 300 - wide - 8, 89.9, 308, 90 + high);
            else
                check_boxes(&t, "a.pdf", 90, 92, 90 + high,
                            400 - (300 - wide) + 8);
            try_end(&t);
        }
}

/* How dark the box is, in points from the top left. */
static long ink(const TryRaster *r, int x, int y, int w, int h) {
    long sum = 0;
    for (int b = y * SCALE; b < (y + h) * SCALE; b++)
        for (int a = x * SCALE; a < (x + w) * SCALE; a++)
            sum += 255 - try_pixel(r, a, b);
    return sum;
}

/* Every character in its em, one below the other, and nothing elsewhere; the
 * two digits beside one another in one. */
static void test_places(Fontset *fs) {
    Try t;
    try_begin(&t);
    uint32_t doc = display_tag(&t.tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    Para *p = lay_out(&t, fs, 4, LEN_OF_PT(400));
    display_para(t.arena, &t.page.items, doc, RIGHT, TOP, p, 0, p->n);
    PdfOptions opt = {.lang = "zh-Hans"};
    CHECK(try_write(&t, "a.pdf", &opt));
    TryRaster r = try_raster(&t, "a.pdf", 72 * SCALE);
    CHECK(r.v != NULL);
    /* A column of 1.5 times 16 pt ends at 300; the em is in its middle. */
    const int left = 300 - 12 - 8, n = 5;
    long all = 0;
    for (int k = 0; k < n; k++) {
        long cell = ink(&r, left, 90 + 16 * k, 16, 16);
        CHECK(cell > 255 * 20 * SCALE);
        all += cell;
        if (k == 3) {
            long one = ink(&r, left, 90 + 16 * k, 8, 16);
            CHECK(one > cell / 4 && one < cell * 3 / 4);
        }
    }
    CHECK(all * 1000 >= ink(&r, 0, 0, 595, 842) * 998);
    CHECK_INT(try_command(&t, "pdffonts %s | grep -c Identity-V", "a.pdf")[0],
              '2');
    try_end(&t);
}

/* Cells of `cell` pixels from (x, y) downwards, put side by side as a picture
 * with a white edge. */
static void write_row(const char *path, const TryRaster *r, int x, int y,
                      int cell, int n) {
    const int edge = cell / 2, gap = cell / 16;
    const int w = n * (cell + gap) + 2 * edge, h = cell + 2 * edge;
    FILE *f = fopen(path, "wb");
    if (!f)
        return;
    fprintf(f, "P5\n%d %d\n255\n", w, h);
    for (int b = 0; b < h; b++)
        for (int a = 0; a < w; a++) {
            int down = b - edge, along = a - edge, k = along / (cell + gap);
            int in = along - k * (cell + gap);
            bool inside =
                down >= 0 && down < cell && along >= 0 && k < n && in < cell;
            fputc(inside ? try_pixel(r, x + in, y + k * cell + down) : 255, f);
        }
    fclose(f);
}

/* A column, its ems side by side, is read by a machine as the line it would be:
 * every character upright and whole in its em. (Tesseract's own model for
 * columns knows no numbers side by side.) */
static void test_reading(Fontset *fs) {
    Try t;
    try_begin(&t);
    if (try_tool("tesseract")) {
        const int dpi = 288, cell = 16 * dpi / 72;
        uint32_t doc = display_tag(&t.tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
        Para *p = lay_out(&t, fs, 5, LEN_OF_PT(700));
        display_para(t.arena, &t.page.items, doc, RIGHT, TOP, p, 0, p->n);
        CHECK(try_write(&t, "a.pdf", &(PdfOptions){.lang = "zh-Hans"}));
        TryRaster r = try_raster(&t, "a.pdf", dpi);
        write_row(try_path(&t, "row.pgm"), &r, (300 - 12 - 8) * dpi / 72,
                  90 * dpi / 72, cell, (int)(p->width / SIZE));
        const char *read =
            try_command(&t,
                        "OMP_THREAD_LIMIT=1 tesseract %s - -l HanS --psm 13 "
                        "2>/dev/null || echo none",
                        "row.pgm");
        if (read && strncmp(read, "none", 4) == 0) {
            printf("skipped: tesseract without HanS\n");
            unit_skipped++;
        } else {
            CHECK_STR(letters(t.arena, read), texts[5].text);
        }
    }
    try_end(&t);
}

int main(void) {
    Diag *diag = diag_new();
    Arena *a = arena_new();
    Fontset *fs = fontset_new(fs_data_dir(a), false, diag);
    CHECK(fs != NULL);
    if (fs) {
        test_texts(fs);
        test_places(fs);
        test_reading(fs);
    }
    fontset_free(fs);
    arena_free(a);
    diag_free(diag);
    return unit_done("test_out_vertical");
}
