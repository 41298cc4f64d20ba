/* fuzz_image.c - any bytes as a picture: no crash, no leak, and what is taken
 * is whole: as many samples as the size says, or a JPEG that holds nothing but
 * picture and is taken again byte for byte. */
#include "input/image_codec.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

/* From the start to the first scan: no APPn but Adobe's, no comment. */
static void check_segments(const unsigned char *s, size_t n) {
    for (size_t at = 2; s[at + 1] != 0xDA;) {
        assert(at + 4 < n && s[at] == 0xFF);
        int marker = s[at + 1];
        size_t length = (size_t)s[at + 2] << 8 | s[at + 3];
        assert(marker < 0xE0 || marker == 0xEE);
        if (marker == 0xEE)
            assert(at == 2 && length == 14 &&
                   memcmp(s + at + 4, "Adobe", 5) == 0);
        at += 2 + length;
    }
}

static void check_jpeg(Arena *a, const Image *image) {
    check_segments(image->bytes, image->n);
    ImageFile file = {.s = image->bytes, .n = image->n};
    Image again = {0};
    bool ok = image_decode(a, &file, &again);
    assert(ok && again.kind == IMAGE_JPEG && again.n == image->n);
    assert(memcmp(again.bytes, image->bytes, image->n) == 0);
    bool lies = image->orientation > 4; /* said in what is gone */
    assert(again.width == (lies ? image->height : image->width));
    assert(again.height == (lies ? image->width : image->height));
    assert(again.components == image->components);
}

static void check_raster(const Image *image) {
    size_t pixels = (size_t)image->width * (size_t)image->height;
    assert(image->n == pixels * (size_t)image->components);
    unsigned char sum = image->bytes[image->n - 1];
    if (image->alpha)
        sum ^= image->alpha[pixels - 1];
    volatile unsigned char seen = sum;
    (void)seen;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    ImageFile file = {.s = data, .n = n};
    Image image = {0};
    if (!image_decode(a, &file, &image)) {
        assert(strlen(file.why) > 10);
    } else {
        assert(image.width > 0 && image.height > 0);
        assert(image.components >= 1 && image.components <= 4);
        assert(image.orientation >= 0 && image.orientation <= 8);
        if (image.kind == IMAGE_JPEG)
            check_jpeg(a, &image);
        else
            check_raster(&image);
    }
    arena_free(a);
    return 0;
}
