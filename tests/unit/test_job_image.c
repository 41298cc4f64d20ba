/* A picture file on a printed page: what other people's programs find in the
 * PDF and see on it. From the file on, so through input, page and out. */
#include "../pdf/pdftry.h"
#include "image_make.h"
#include "input/image.h"

typedef struct Seen {
    const unsigned char *rgb;
    int w, h;
} Seen;

static size_t count(const char *s, const char *what) {
    size_t n = 0;
    for (; s && (s = strstr(s, what)); s++)
        n++;
    return n;
}

/* Loads from a file made of `b`, which is then empty. */
static bool load(Try *t, Buf *b, Image *out) {
    const char *path = try_path(t, "picture");
    FILE *f = fopen(path, "wb");
    bool ok = f && fwrite(b->s, 1, b->n, f) == b->n;
    if (f)
        fclose(f);
    buf_clear(b);
    return ok && image_load(t->arena, path, (Span){0}, t->diag, out);
}

/* The picture alone on a page of 96 by 64 pt, or of 64 by 96. */
static bool write_page(Try *t, const Image *image, bool upright) {
    t->page.w = LEN_OF_PT(upright ? 64 : 96);
    t->page.h = LEN_OF_PT(upright ? 96 : 64);
    t->page.items.n = 0;
    display_image(t->arena, &t->page.items, DISPLAY_NO_TAG, 0, 0, t->page.w,
                  t->page.h, image);
    return try_write(t, "a.pdf", &(PdfOptions){.lang = "en"});
}

/* The page as a program shows it, one pixel to a point. */
static bool render(Try *t, const char *command, Seen *out) {
    size_t n;
    int max, at = 0;
    if (!try_command(t, command, "a.pdf"))
        return false;
    const char *s = try_read(t, "a.pdf.ppm", &n);
    if (sscanf(s, "P6 %d %d %d%n", &out->w, &out->h, &max, &at) != 3 ||
        n < (size_t)at + 1 + (size_t)(out->w * out->h * 3))
        return false;
    out->rgb = (const unsigned char *)s + at + 1;
    return true;
}

static const char *const renderers[] = {
    "f=%s; pdftoppm -r 72 -singlefile $f $f",
    "f=%s; mutool draw -q -r 72 -c rgb -o $f.ppm $f 2>&1",
};

/* r, g, b, c, m, y, k or w: the nearest of them. */
static char color_at(const Seen *s, int x, int y) {
    const unsigned char *p = s->rgb + (y * s->w + x) * 3;
    int bits = 0;
    for (int i = 0; i < 3; i++)
        bits |= p[i] > 127 ? 1 << i : 0;
    return "krgybmcw"[bits];
}

/* Colours of top left, top right, bottom left, bottom right in all programs. */
static void check_seen(Try *t, const char *want) {
    for (size_t i = 0; i < sizeof renderers / sizeof *renderers; i++) {
        Seen s;
        bool ok = render(t, renderers[i], &s);
        CHECK(ok);
        if (!ok)
            continue;
        CHECK(s.w * s.h == 96 * 64);
        int l = s.w / 4, r = s.w * 3 / 4, a = s.h / 4, b = s.h * 3 / 4;
        char got[5] = {color_at(&s, l, a), color_at(&s, r, a),
                       color_at(&s, l, b), color_at(&s, r, b)};
        CHECK_STR(got, want);
    }
}

static void check_jpeg(const MakeJpeg *m, const char *want,
                       const char *listed) {
    Try t;
    try_begin(&t);
    Buf b = {0};
    Image image;
    make_jpeg(m, &b);
    bool ok = load(&t, &b, &image);
    CHECK(ok);
    if (ok) {
        CHECK(write_page(&t, &image, image.width < image.height));
        check_seen(&t, want);
        CHECK(try_command(&t, "qpdf --check %s", "a.pdf"));
        const char *list = try_command(&t, "pdfimages -list %s", "a.pdf");
        CHECK_INT(count(list, listed), 1);
    }
    buf_free(&b);
    try_end(&t);
}

static void test_colors(void) {
    MakeJpeg m = {.width = 48, .height = 32, .from = JCS_RGB};
    for (int option = 0; option < 4; option++) {
        m.progressive = option & 1;
        m.no_adobe = option & 2;
        m.from = JCS_RGB;
        m.to = JCS_YCbCr;
        check_jpeg(&m, "rgbk", "image      48    32  rgb     3   8  jpeg");
        m.to = JCS_RGB;
        check_jpeg(&m, "rgbk", "image      48    32  rgb     3   8  jpeg");
        m.from = m.to = JCS_CMYK;
        check_jpeg(&m, "cmyk", "image      48    32  cmyk    4   8  jpeg");
    }
    m = (MakeJpeg){.width = 48, .height = 32, .from = JCS_CMYK, .to = JCS_YCCK};
    check_jpeg(&m, "cmyk", "image      48    32  cmyk    4   8  jpeg");
    m.arithmetic = true;
    check_jpeg(&m, "cmyk", "image      48    32  cmyk    4   8  image");
}

/* However the camera was held, the picture is upright; the bytes are its own.
 */
static void test_turned(void) {
    static const char *const seen[] = {"grkb", "kbgr", "bkrg", "rbgk",
                                       "brkg", "kgbr", "gkrb"};
    MakeJpeg m = {.width = 48, .height = 32, .from = JCS_RGB, .to = JCS_YCbCr};
    for (int o = 2; o <= 8; o++) {
        m.orientation = o;
        m.arithmetic = false;
        check_jpeg(&m, seen[o - 2], "image      48    32  rgb     3   8  jpeg");
        m.arithmetic = true;
        check_jpeg(&m, seen[o - 2],
                   "image      48    32  rgb     3   8  image");
    }
}

/* Nothing in the file tells of writer, camera or place, nor can it be taken
 * out again. */
static void test_metadata(void) {
    static const char *const secrets[] = {
        "PLACE", "Exif", "AUTHOR", "COMMENT", "BEHIND", "THUMBNAIL", "JFIF"};
    Try t;
    try_begin(&t);
    Buf b = {0};
    Image image;
    for (int o = 1; o <= 6; o += 5) {
        make_jpeg(&(MakeJpeg){.width = 48,
                              .height = 32,
                              .from = JCS_RGB,
                              .to = JCS_YCbCr,
                              .orientation = o},
                  &b);
        CHECK(memmem(b.s, b.n, "PLACE", 5) != NULL);
        CHECK(load(&t, &b, &image) && write_page(&t, &image, o > 4));
        CHECK(try_command(&t, "f=%s; pdfimages -all $f $f", "a.pdf"));
        const char *const files[] = {"a.pdf", "a.pdf-000.jpg"};
        for (int k = 0; k < 2; k++) {
            size_t n;
            const char *s = try_read(&t, files[k], &n);
            CHECK(n > 500);
            for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++)
                CHECK(!memmem(s, n, secrets[i], strlen(secrets[i])));
        }
    }
    buf_free(&b);
    try_end(&t);
}

/* Alpha: what is under the picture is seen where it is transparent. */
static void test_alpha(void) {
    Try t;
    try_begin(&t);
    Buf b = {0};
    Image image;
    make_png(&(MakePng){.width = 12,
                        .height = 8,
                        .type = PNG_COLOR_TYPE_PALETTE,
                        .depth = 1,
                        .trns = true},
             &b);
    CHECK(load(&t, &b, &image) && image.alpha);
    CHECK(write_page(&t, &image, false));
    const char *list = try_command(&t, "pdfimages -list %s", "a.pdf");
    CHECK_INT(count(list, "image      12     8  rgb     3   8  image"), 1);
    CHECK_INT(count(list, "smask      12     8  gray    1   8  image"), 1);
    CHECK(try_command(&t, "qpdf --check %s", "a.pdf"));
    for (size_t i = 0; i < sizeof renderers / sizeof *renderers; i++) {
        Seen s;
        bool ok = render(&t, renderers[i], &s);
        CHECK(ok);
        int wrong = 0;
        for (int k = 0; ok && k < 12 * 8; k++) {
            /* palette 0 is (0, 255, 0), 1 is transparent: the paper */
            int x = k % 12, y = k / 12;
            char want = (x * 7 + y * 13) % 2 ? 'w' : 'g';
            wrong += color_at(&s, x * 8 + 4, y * 8 + 4) != want;
        }
        CHECK_INT(wrong, 0);
    }
    buf_free(&b);
    try_end(&t);
}

/* Two pages, one picture: once in the file. The same twice: the same bytes. */
static void test_once(void) {
    Try t;
    try_begin(&t);
    Buf b = {0};
    Image image;
    make_jpeg(&(MakeJpeg){.width = 48,
                          .height = 32,
                          .from = JCS_RGB,
                          .to = JCS_YCbCr,
                          .orientation = 8},
              &b);
    CHECK(load(&t, &b, &image));
    const char *const names[] = {"a.pdf", "b.pdf"}, *bytes[2];
    size_t n[2];
    for (int k = 0; k < 2; k++) {
        Pdf *pdf = pdf_open(try_path(&t, names[k]), &(PdfOptions){.lang = "en"},
                            t.diag);
        for (int i = 0; i < 3; i++) {
            t.page.items.n = 0;
            display_image(t.arena, &t.page.items, DISPLAY_NO_TAG, 0, 0,
                          LEN_OF_MM(30), LEN_OF_MM(45), &image);
            CHECK(pdf_page(pdf, &t.page));
        }
        CHECK(pdf_close(pdf, t.diag));
        bytes[k] = try_read(&t, names[k], &n[k]);
    }
    CHECK(n[0] == n[1] && memcmp(bytes[0], bytes[1], n[0]) == 0);
    const char *s = try_command(
        &t, "qpdf --qdf --object-streams=disable %s - | strings -n 1", "a.pdf");
    CHECK_INT(count(s, "/Subtype /Image"), 1);
    CHECK_INT(count(s, "/Subtype /Form"), 1);
    CHECK_INT(count(s, "/X0 Do"), 3);
    buf_free(&b);
    try_end(&t);
}

int main(void) {
    static const char *const tools[] = {"qpdf", "pdfimages", "pdftoppm",
                                        "mutool"};
    for (size_t i = 0; i < sizeof tools / sizeof *tools; i++)
        if (!try_tool(tools[i]))
            return unit_done("test_job_image");
    test_colors();
    test_turned();
    test_metadata();
    test_alpha();
    test_once();
    return unit_done("test_job_image");
}
