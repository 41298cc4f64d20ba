#include "input/image_codec.h"

#include <assert.h>
#include <setjmp.h>
#include <string.h>

#include <png.h>

#include "base/limits.h"

/* Chunks kept for later: pHYs and tRNS are all that is. */
#define CHUNKS 16
/* What deflate can make of one byte at best (zlib's technical details). */
#define DEFLATE_RATIO 1032

/* Everything a jump back may find changed is in here, not in locals. */
typedef struct PngReader {
    png_structp png;
    png_infop info;
    int passes; /* 7 if interlaced: all over the same rows */
    ImageFile *file;
    size_t at;
    bool cut;
    char detail[128];
    Arena *arena;
    Image image;
} PngReader;

static _Noreturn void on_error(png_structp png, png_const_charp message) {
    PngReader *r = png_get_error_ptr(png);
    strncpy(r->detail, message, sizeof r->detail - 1);
    png_longjmp(png, 1);
}

/* What libpng only warns of does not change the pixels. */
static void on_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static void on_read(png_structp png, png_bytep to, size_t n) {
    PngReader *r = png_get_io_ptr(png);
    if (n > r->file->n - r->at) {
        r->cut = true;
        png_error(png, "end of file");
    }
    memcpy(to, r->file->s + r->at, n);
    r->at += n;
}

/* Of the ancillary chunks only tRNS and pHYs matter here; the others are passed
 * over unread, names and places of writers among them. */
static void keep_out(png_structp png) {
    static const png_byte ignored[] =
        "bKGD\0cHRM\0eXIf\0gAMA\0hIST\0iCCP\0iTXt\0oFFs\0pCAL\0sBIT\0sCAL\0"
        "sPLT\0sRGB\0sTER\0tEXt\0tIME\0zTXt";
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, 0);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, ignored,
                                (int)(sizeof ignored / 5));
    png_set_user_limits(png, LIMIT_IMAGE_SIDE, LIMIT_IMAGE_SIDE);
    png_set_chunk_cache_max(png, CHUNKS);
    png_set_chunk_malloc_max(png, LIMIT_IMAGE_BYTES);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
}

/* A few bytes that claim to be millions of pixels must end early, or be a lie
 * that is seen before memory is taken for them. */
static bool can_hold(PngReader *r) {
    size_t rows = png_get_rowbytes(r->png, r->info);
    size_t bytes = rows * png_get_image_height(r->png, r->info);
    return bytes / DEFLATE_RATIO <= r->file->n;
}

/* Whatever the file has becomes 8 bits of grey or RGB, perhaps with alpha. */
static void set_transforms(PngReader *r) {
    png_set_expand(r->png);
    png_set_scale_16(r->png);
    r->passes = png_set_interlace_handling(r->png);
    png_read_update_info(r->png, r->info);
}

static void read_resolution(PngReader *r) {
    png_uint_32 x, y;
    int unit;
    if (png_get_pHYs(r->png, r->info, &x, &y, &unit) &&
        unit == PNG_RESOLUTION_METER)
        r->image.dpi = image_dpi(x * 0.0254, y * 0.0254);
}

static unsigned char *read_rows(PngReader *r, size_t channels) {
    const size_t stride = (size_t)r->image.width * channels;
    const size_t height = (size_t)r->image.height;
    unsigned char *samples = arena_alloc(r->arena, stride * height);
    for (int pass = 0; pass < r->passes; pass++)
        for (size_t y = 0; y < height; y++)
            png_read_row(r->png, samples + y * stride, NULL);
    return samples;
}

/* Move the alpha of interleaved samples apart; what is left closes up. NULL if
 * it is opaque everywhere: then the page needs no transparency. */
static unsigned char *split_alpha(Arena *a, unsigned char *samples,
                                  size_t pixels, size_t colors) {
    unsigned char *alpha = arena_alloc(a, pixels);
    unsigned char all = 255;
    for (size_t i = 0; i < pixels; i++) {
        const unsigned char *from = samples + i * (colors + 1);
        alpha[i] = from[colors];
        all &= from[colors];
        memmove(samples + i * colors, from, colors);
    }
    return all == 255 ? NULL : alpha;
}

static void read_pixels(PngReader *r) {
    Image *image = &r->image;
    size_t pixels = (size_t)image->width * (size_t)image->height;
    size_t channels = png_get_channels(r->png, r->info);
    size_t colors = channels < 3 ? 1 : 3;
    assert(png_get_rowbytes(r->png, r->info) ==
           (size_t)image->width * channels);
    unsigned char *samples = read_rows(r, channels);
    if (channels > colors)
        image->alpha = split_alpha(r->arena, samples, pixels, colors);
    image->kind = IMAGE_RASTER;
    image->components = (int)colors;
    image->bytes = samples;
    image->n = pixels * colors;
}

/* libpng jumps back here and nowhere else. No local changes after setjmp. */
static bool decode(PngReader *r) {
    if (setjmp(png_jmpbuf(r->png)))
        return r->cut ? image_fault_cut(r->file)
                      : image_fault_damaged(r->file, r->detail);
    png_set_read_fn(r->png, r, on_read);
    keep_out(r->png);
    png_read_info(r->png, r->info);
    if (!can_hold(r))
        return image_fault_cut(r->file);
    r->image.width = (int)png_get_image_width(r->png, r->info);
    r->image.height = (int)png_get_image_height(r->png, r->info);
    read_resolution(r);
    set_transforms(r);
    read_pixels(r);
    png_read_end(r->png, NULL);
    return true;
}

/* The size stands at the same place in every PNG (ISO/IEC 15948, 11.2.2), and
 * is read here because libpng says no more of a bad one than "invalid". */
static bool check_size(ImageFile *f) {
    if (f->n < 24)
        return image_fault_cut(f);
    if (memcmp(f->s + 12, "IHDR", 4) != 0)
        return image_fault_damaged(f, "no IHDR");
    return image_size_ok(f, png_get_uint_32(f->s + 16),
                         png_get_uint_32(f->s + 20));
}

bool image_png(Arena *a, ImageFile *f, Image *out) {
    if (!check_size(f))
        return false;
    PngReader r = {.file = f, .arena = a};
    r.png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, &r, on_error, on_warning);
    r.info = r.png ? png_create_info_struct(r.png) : NULL;
    if (!r.info)
        oom();
    bool ok = decode(&r);
    png_destroy_read_struct(&r.png, &r.info, NULL);
    if (ok)
        *out = r.image;
    return ok;
}
