/* Pictures of every kind in, right samples out; and files that are cut off,
 * damaged, lying about their size, or about their writer. */
#include <sys/stat.h>
#include <unistd.h>

#include <libdeflate.h>

#include "base/limits.h"
#include "input/image.h"
#include "input/image_codec.h"

#include "image_make.h"
#include "unit.h"

typedef struct Fixture {
    Arena *arena;
    Diag *diag;
    char path[256];
    char said[1024]; /* all messages of the last load */
    Image image;
} Fixture;

static void begin(Fixture *f) {
    const char *dir = getenv("TMPDIR");
    *f = (Fixture){.arena = arena_new()};
    snprintf(f->path, sizeof f->path, "%s/envoi-image-XXXXXX",
             dir ? dir : "/tmp");
    int fd = mkstemp(f->path);
    CHECK(fd >= 0);
    close(fd);
}

static void end(Fixture *f) {
    unlink(f->path);
    arena_free(f->arena);
}

static bool load_path(Fixture *f, const char *path) {
    const Source *src = source_from(f->arena, "letter.md", "logo: x.png\n", 12);
    f->diag = diag_new();
    f->image = (Image){.width = -1};
    bool ok = image_load(f->arena, path, (Span){src, 6, 5}, f->diag, &f->image);
    FILE *to = fmemopen(f->said, sizeof f->said, "w");
    diag_print(f->diag, to, false);
    fclose(to);
    CHECK_INT(diag_exit_status(f->diag), ok ? 0 : 1);
    CHECK(ok || f->image.width == -1);
    diag_free(f->diag);
    return ok;
}

static bool load(Fixture *f, const void *bytes, size_t n) {
    FILE *to = fopen(f->path, "wb");
    bool written = to && fwrite(bytes, 1, n, to) == n;
    if (to)
        fclose(to);
    return written && load_path(f, f->path);
}

static bool says(const Fixture *f, const char *what) {
    bool found =
        strstr(f->said, what) && strstr(f->said, "letter.md:1:7: error: ");
    if (!found)
        printf("said: %s\n", f->said);
    return found;
}

/* ---- PNG ---- */

/* What sample `v` of a file is in 8 bits. */
static unsigned eight(unsigned v, int depth) {
    unsigned max = (1u << depth) - 1;
    return (v * 255 + max / 2) / max;
}

static bool same_palette(const MakePng *m, const unsigned char *rgb, int alpha,
                         int x, int y) {
    unsigned i = make_sample(m, x, y, 0);
    return rgb[0] == i && rgb[1] == 255 - i && rgb[2] == i * 3 % 256 &&
           alpha == (m->trns && i == 1 ? 0 : 255);
}

static bool same_pixel(const MakePng *m, const unsigned char *got, int alpha,
                       int x, int y) {
    if (m->type == PNG_COLOR_TYPE_PALETTE)
        return same_palette(m, got, alpha, x, y);
    static const unsigned key[] = {1, 6, 11};
    int channels = make_channels(m->type), colors = channels < 3 ? 1 : 3;
    bool hidden = m->trns;
    for (int c = 0; c < colors; c++) {
        unsigned v = make_sample(m, x, y, c);
        hidden = hidden && v == (colors == 1 ? 1 : key[c]);
        if (got[c] != eight(v, m->depth))
            return false;
    }
    unsigned want = channels > colors
                        ? eight(make_sample(m, x, y, colors), m->depth)
                    : hidden ? 0
                             : 255;
    return alpha == (int)want;
}

static void check_png(Fixture *f, const MakePng *m) {
    Buf b = {0};
    make_png(m, &b);
    bool ok = load(f, b.s, b.n);
    CHECK(ok);
    const Image *i = &f->image;
    if (ok) {
        int colors = m->type & PNG_COLOR_MASK_COLOR ? 3 : 1, wrong = 0;
        CHECK_INT(i->kind, IMAGE_RASTER);
        CHECK_INT(i->width, m->width);
        CHECK_INT(i->height, m->height);
        CHECK_INT(i->components, colors);
        CHECK_INT(i->n, m->width * m->height * colors);
        CHECK_INT(i->dpi, m->per_m ? 300 : 0);
        for (int k = 0; k < m->width * m->height; k++)
            wrong += !same_pixel(m, i->bytes + k * colors,
                                 i->alpha ? i->alpha[k] : 255, k % m->width,
                                 k / m->width);
        CHECK_INT(wrong, 0);
    }
    buf_free(&b);
    arena_reset(f->arena);
}

static void test_png_kinds(void) {
    static const struct {
        int type, depths[5];
    } kinds[] = {
        {PNG_COLOR_TYPE_GRAY, {1, 2, 4, 8, 16}},
        {PNG_COLOR_TYPE_RGB, {8, 16}},
        {PNG_COLOR_TYPE_PALETTE, {1, 2, 4, 8}},
        {PNG_COLOR_TYPE_GRAY_ALPHA, {8, 16}},
        {PNG_COLOR_TYPE_RGB_ALPHA, {8, 16}},
    };
    Fixture f;
    begin(&f);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (int d = 0; d < 5 && kinds[k].depths[d]; d++)
            for (int option = 0; option < 4; option++) {
                MakePng m = {.width = 37,
                             .height = 23,
                             .type = kinds[k].type,
                             .depth = kinds[k].depths[d],
                             .interlaced = option & 1,
                             .trns = option & 2 &&
                                     !(kinds[k].type & PNG_COLOR_MASK_ALPHA),
                             .per_m = option & 1 ? 11811 : 0};
                check_png(&f, &m);
            }
    check_png(&f, &(MakePng){.width = 1,
                             .height = 1,
                             .type = PNG_COLOR_TYPE_GRAY,
                             .depth = 1,
                             .interlaced = true});
    end(&f);
}

/* Alpha that hides nothing is none, so that the page stays opaque. */
static void test_png_opaque(void) {
    Fixture f;
    begin(&f);
    MakePng m = {37, 23, PNG_COLOR_TYPE_PALETTE, 1, .trns = true};
    Buf b = {0};
    make_png(&m, &b);
    CHECK(load(&f, b.s, b.n) && f.image.alpha);
    buf_clear(&b);
    m.type = PNG_COLOR_TYPE_RGB; /* the colour of tRNS is not in it */
    m.depth = 8;
    m.width = 1;
    m.height = 1;
    make_png(&m, &b);
    CHECK(load(&f, b.s, b.n) && !f.image.alpha);
    buf_free(&b);
    end(&f);
}

static void put32(char *to, uint32_t v) {
    for (int i = 0; i < 4; i++)
        to[i] = (char)(v >> (24 - 8 * i));
}

/* A file of a few bytes must not take memory for what it claims to hold. */
static void test_png_sizes(void) {
    static const struct {
        uint32_t w, h;
        const char *said;
    } sizes[] = {
        {0, 5, "is 0 by 5 pixels, so there is nothing to see"},
        {5, 0, "is 5 by 0 pixels"},
        {65501, 1, "a side may have 65500; scale it down"},
        {4294967295u, 4294967295u, "is 4294967295 by 4294967295 pixels"},
        {20000, 20000, "more than the 40 million that are read"},
        {6400, 6200, "is cut off after"},
    };
    Fixture f;
    begin(&f);
    Buf b = {0};
    make_png(&(MakePng){8, 8, PNG_COLOR_TYPE_RGB, .depth = 8}, &b);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        put32(b.s + 16, sizes[i].w);
        put32(b.s + 20, sizes[i].h);
        put32(b.s + 29, libdeflate_crc32(0, b.s + 12, 17));
        CHECK(!load(&f, b.s, b.n));
        CHECK(says(&f, sizes[i].said));
    }
    buf_free(&b);
    end(&f);
}

/* Text that unpacks to 10 MB is passed over; its damage is still seen. */
static void test_png_text(void) {
    Fixture f;
    begin(&f);
    size_t n = 10 * 1000 * 1000;
    char *text = arena_alloc(f.arena, n + 1);
    memset(text, 'a', n);
    Buf b = {0};
    make_png(&(MakePng){8, 8, PNG_COLOR_TYPE_RGB, .depth = 8, .text = text},
             &b);
    CHECK(load(&f, b.s, b.n));
    char *chunk = memmem(b.s, b.n, "zTXt", 4);
    CHECK(chunk != NULL);
    chunk[40] ^= 1;
    CHECK(!load(&f, b.s, b.n));
    CHECK(says(&f, "\" is damaged (zTXt: CRC error); copy or export it again"));
    buf_free(&b);
    end(&f);
}

/* ---- JPEG ---- */

/* The picture is the same to the last sample, and no more than that. */
static void check_kept(Fixture *f, const MakeJpeg *m, int components) {
    Buf b = {0};
    make_jpeg(m, &b);
    bool ok = load(f, b.s, b.n);
    CHECK(ok);
    const Image *i = &f->image;
    if (ok) {
        CHECK_INT(i->kind, IMAGE_JPEG);
        CHECK_INT(i->width, m->width);
        CHECK_INT(i->height, m->height);
        CHECK_INT(i->components, components);
        bool jfif = m->to == JCS_GRAYSCALE || m->to == JCS_YCbCr;
        CHECK_INT(i->dpi, jfif ? m->dpi : 0);
        CHECK(i->alpha == NULL);
        size_t was, is;
        unsigned char *before = make_decoded(f->arena, b.s, b.n, &was);
        unsigned char *after = make_decoded(f->arena, i->bytes, i->n, &is);
        CHECK(was == is && memcmp(before, after, is) == 0);
    }
    buf_free(&b);
}

static void test_jpeg_kept(void) {
    Fixture f;
    begin(&f);
    for (int option = 0; option < 2; option++) {
        MakeJpeg m = {.width = 45, .height = 31, .progressive = option};
        m.dpi = option ? 300 : 0;
        m.from = m.to = JCS_GRAYSCALE;
        check_kept(&f, &m, 1);
        CHECK(memmem(f.image.bytes, f.image.n, "Adobe", 5) == NULL);
        m.from = JCS_RGB;
        m.to = JCS_YCbCr;
        check_kept(&f, &m, 3);
        CHECK(memcmp(f.image.bytes + 6, "Adobe\0\x64\0\0\0\0\1", 12) == 0);
        /* PDF readers would take these for YCbCr if the segment were not. */
        m.to = JCS_RGB;
        m.no_adobe = true;
        check_kept(&f, &m, 3);
        CHECK(memcmp(f.image.bytes + 6, "Adobe\0\x64\0\0\0\0\0", 12) == 0);
        m.from = m.to = JCS_CMYK;
        check_kept(&f, &m, 4);
        CHECK(memmem(f.image.bytes, f.image.n, "Adobe", 5) == NULL);
        m.no_adobe = false;
        check_kept(&f, &m, 4);
        CHECK(memcmp(f.image.bytes + 6, "Adobe\0\x64\0\0\0\0\0", 12) == 0);
        m.to = JCS_YCCK;
        check_kept(&f, &m, 4);
        CHECK(memcmp(f.image.bytes + 6, "Adobe\0\x64\0\0\0\0\2", 12) == 0);
    }
    end(&f);
}

/* Writers are at risk: nothing but the picture goes to the reader. */
static void test_jpeg_metadata(void) {
    static const char *const secrets[] = {"PLACE",   "Exif",   "AUTHOR",
                                          "COMMENT", "BEHIND", "THUMBNAIL",
                                          "JFIF",    "xap"};
    Fixture f;
    begin(&f);
    MakeJpeg m = {.width = 45,
                  .height = 31,
                  .from = JCS_RGB,
                  .to = JCS_YCbCr,
                  .orientation = 1};
    for (int option = 0; option < 2; option++) {
        m.progressive = option;
        Buf b = {0};
        make_jpeg(&m, &b);
        CHECK(load(&f, b.s, b.n));
        CHECK_INT(f.image.kind, IMAGE_JPEG);
        for (size_t i = 0; i < sizeof secrets / sizeof *secrets; i++) {
            size_t n = strlen(secrets[i]);
            CHECK(memmem(b.s, b.n, secrets[i], n) != NULL);
            CHECK(memmem(f.image.bytes, f.image.n, secrets[i], n) == NULL);
        }
        CHECK(memcmp(f.image.bytes + f.image.n - 2, "\xFF\xD9", 2) == 0);
        buf_free(&b);
        check_kept(&f, &m, 3);
    }
    end(&f);
}

/* The bytes stay; how to see them is said. */
static void test_jpeg_orientation(void) {
    Fixture f;
    begin(&f);
    MakeJpeg m = {.width = 48, .height = 32, .from = JCS_RGB, .to = JCS_YCbCr};
    for (int o = 0; o <= 12; o++) {
        m.orientation = o;
        Buf b = {0};
        make_jpeg(&m, &b);
        CHECK(load(&f, b.s, b.n));
        CHECK_INT(f.image.kind, IMAGE_JPEG);
        CHECK_INT(f.image.orientation, o < 1 || o > 8 ? 1 : o);
        CHECK_INT(f.image.width, o > 4 && o < 9 ? 32 : 48);
        CHECK_INT(f.image.height, o > 4 && o < 9 ? 48 : 32);
        buf_free(&b);
    }
    end(&f);
}

/* PDF readers have no arithmetic coding, nor its samples upside down. */
static void test_jpeg_arithmetic(void) {
    Fixture f;
    begin(&f);
    for (int cmyk = 0; cmyk < 2; cmyk++) {
        Buf b = {0};
        MakeJpeg m = {.width = 48,
                      .height = 32,
                      .from = cmyk ? JCS_CMYK : JCS_RGB,
                      .to = cmyk ? JCS_YCCK : JCS_YCbCr,
                      .orientation = 6,
                      .arithmetic = true};
        make_jpeg(&m, &b);
        CHECK(load(&f, b.s, b.n));
        CHECK_INT(f.image.kind, IMAGE_RASTER);
        CHECK_INT(f.image.orientation, 6);
        CHECK_INT(f.image.width, 32);
        size_t n;
        unsigned char *want = make_decoded(f.arena, b.s, b.n, &n);
        for (size_t i = 0; cmyk && i < n; i++)
            want[i] ^= 255;
        CHECK(n == f.image.n && memcmp(want, f.image.bytes, n) == 0);
        CHECK(abs(f.image.bytes[0] - make_quarters[0][0]) < 12);
        buf_free(&b);
    }
    end(&f);
}

static void test_jpeg_refused(void) {
    Fixture f;
    begin(&f);
    Buf b = {0};
    MakeJpeg m = {.width = 48,
                  .height = 32,
                  .from = JCS_RGB,
                  .to = JCS_YCbCr,
                  .many_scans = true};
    make_jpeg(&m, &b);
    CHECK(!load(&f, b.s, b.n));
    CHECK(says(&f, "\" has more than 64 scans; save it as a JPEG that is not "
                   "progressive"));
    /* A size that is over the limit, in the frame header. */
    m.many_scans = false;
    buf_clear(&b);
    make_jpeg(&m, &b);
    char *frame = memmem(b.s, b.n, "\xFF\xC0", 2);
    CHECK(frame != NULL);
    memcpy(frame + 5, "\xFF\x00\xFF\x00", 4);
    CHECK(!load(&f, b.s, b.n));
    CHECK(says(&f, "is 65280 by 65280 pixels, more than the 40 million"));
    memcpy(frame + 5, "\x00\x30\x00\x00", 4);
    CHECK(!load(&f, b.s, b.n));
    buf_free(&b);
    end(&f);
}

/* ---- damage ---- */

/* A block of its own of just the right size, so that reading past it is seen.
 */
static bool decode(Arena *a, bool png, const Buf *b, size_t n) {
    unsigned char *s = malloc(n ? n : 1);
    memcpy(s, b->s, n);
    ImageFile file = {.s = s, .n = n};
    Image out = {0};
    bool ok = png ? image_png(a, &file, &out) : image_jpeg(a, &file, &out);
    size_t pixels = (size_t)out.width * (size_t)out.height;
    if (!ok)
        CHECK(strlen(file.why) > 10);
    else if (out.kind == IMAGE_RASTER)
        CHECK(pixels > 0 && out.n == pixels * (size_t)out.components);
    else
        CHECK(pixels > 0 && out.n > 4 && out.bytes[0] == 0xFF);
    free(s);
    arena_reset(a);
    return ok;
}

static void check_cuts(Arena *a, bool png, const Buf *b, size_t behind) {
    int taken = 0;
    for (size_t n = 0; n < b->n - behind; n++)
        taken += decode(a, png, b, n);
    CHECK_INT(taken, 0);
    CHECK(decode(a, png, b, b->n - behind));
}

static uint32_t next_random(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Most damage is seen; none of it hurts. */
static void check_mutations(Arena *a, bool png, const Buf *b, uint32_t seed) {
    int refused = 0;
    for (int i = 0; i < 500; i++) {
        Buf bad = {0};
        buf_add(&bad, b->s, b->n);
        for (uint32_t k = 1 + next_random(&seed) % 4; k > 0; k--)
            bad.s[next_random(&seed) % bad.n] = (char)next_random(&seed);
        refused += !decode(a, png, &bad, bad.n);
        buf_free(&bad);
    }
    CHECK(refused > (png ? 450 : 50));
}

static void test_damage(void) {
    Arena *a = arena_new();
    Buf b = {0};
    for (int option = 0; option < 2; option++) {
        MakePng p = {.width = 37,
                     .height = 23,
                     .type = option ? PNG_COLOR_TYPE_RGB_ALPHA
                                    : PNG_COLOR_TYPE_PALETTE,
                     .depth = 8,
                     .interlaced = option,
                     .trns = !option,
                     .text = "someone"};
        buf_clear(&b);
        make_png(&p, &b);
        check_cuts(a, true, &b, 0);
        check_mutations(a, true, &b, 1u + (uint32_t)option);
        MakeJpeg j = {.width = 45,
                      .height = 31,
                      .from = JCS_RGB,
                      .to = JCS_YCbCr,
                      .progressive = option,
                      .orientation = 1 + 5 * option};
        buf_clear(&b);
        make_jpeg(&j, &b);
        check_cuts(a, false, &b, 22);
        check_mutations(a, false, &b, 3u + (uint32_t)option);
    }
    buf_free(&b);
    arena_free(a);
}

/* ---- what is no picture ---- */

static void test_no_picture(void) {
    static const struct {
        const char *bytes;
        size_t n;
        const char *said;
    } files[] = {
        {"", 0, "\" is empty; copy or export it again"},
        {"\x89PNG", 4, "is neither PNG nor JPEG"},
        {"\x89PNG\r\n\x1a\n", 8, "is cut off after 8 bytes"},
        {"\xFF\xD8\xFF", 3, "is cut off after 3 bytes"},
        {"GIF89a........", 14, "is a GIF picture; save it as PNG or JPEG"},
        {"RIFF\1\1\1\1WEBPVP8 ", 16, "is a WebP picture; save it as PNG"},
        {"\0\0\0\x18"
         "ftypheic....",
         16, "is a HEIC picture"},
        {"<svg xmlns=''/>", 15, "is an SVG drawing; save it as PNG or JPEG"},
        {"%PDF-1.7\n", 9, "is a PDF; save it as"},
        {"Dear Governor,\n", 15, "is neither PNG nor JPEG, whatever its name"},
    };
    Fixture f;
    begin(&f);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        CHECK(!load(&f, files[i].bytes, files[i].n));
        CHECK(says(&f, files[i].said));
    }
    unlink(f.path);
    CHECK(!load_path(&f, f.path));
    CHECK(says(&f, "there is no picture \"") &&
          says(&f, "\"; check its name and folder"));
    CHECK(!load_path(&f, "Makefile/logo.png"));
    CHECK(says(&f, "there is no picture \"Makefile/logo.png\""));
    CHECK(mkdir(f.path, 0700) == 0);
    CHECK(!load_path(&f, f.path));
    CHECK(says(&f, "\" is a folder; name the picture in it"));
    rmdir(f.path);
    /* Opening a pipe nobody writes to would wait for ever. */
    CHECK(mkfifo(f.path, 0600) == 0);
    CHECK(!load_path(&f, f.path));
    CHECK(says(&f, "\" is a device or pipe; name a picture file"));
    unlink(f.path);
    FILE *to = fopen(f.path, "wb");
    CHECK(to && ftruncate(fileno(to), (off_t)LIMIT_IMAGE_BYTES + 1) == 0);
    fclose(to);
    CHECK(!load_path(&f, f.path));
    CHECK(says(&f, "\" is larger than the 64 MB that are read; scale it down"));
    end(&f);
}

int main(void) {
    alarm(300);
    test_png_kinds();
    test_png_opaque();
    test_png_sizes();
    test_png_text();
    test_jpeg_kept();
    test_jpeg_metadata();
    test_jpeg_orientation();
    test_jpeg_arithmetic();
    test_jpeg_refused();
    test_damage();
    test_no_picture();
    return unit_done("test_input_image");
}
