#include "out/pdf_image.h"

#include <assert.h>
#include <string.h>

static const char *color_space(int components) {
    return components == 1   ? "DeviceGray"
           : components == 3 ? "DeviceRGB"
                             : "DeviceCMYK";
}

static PdfDict *image_dict(Objects *o, const Image *image, int components) {
    PdfDict *d = dict_new(o);
    dict_name(o, d, "Type", "XObject");
    dict_name(o, d, "Subtype", "Image");
    bool lies = image->orientation > 4;
    dict_int(o, d, "Width", lies ? image->height : image->width);
    dict_int(o, d, "Height", lies ? image->width : image->height);
    dict_name(o, d, "ColorSpace", color_space(components));
    dict_int(o, d, "BitsPerComponent", 8);
    return d;
}

/* Adobe's programs write CMYK upside down and say so by an APP14 segment
 * (Adobe Technical Note 5116, 18). Segments stand one behind the other up to
 * the first scan. */
static bool is_adobe(const Image *image) {
    const unsigned char *s = image->bytes;
    size_t at = 2;
    while (at + 9 <= image->n && s[at] == 0xFF && s[at + 1] != 0xDA) {
        if (s[at + 1] == 0xEE && memcmp(s + at + 4, "Adobe", 5) == 0)
            return true;
        at += 2 + ((size_t)s[at + 2] << 8 | s[at + 3]);
    }
    return false;
}

static void write_jpeg(Objects *o, PdfDict *d, uint32_t id,
                       const Image *image) {
    dict_name(o, d, "Filter", "DCTDecode");
    if (image->components == 4 && is_adobe(image)) {
        PdfArray *decode = array_new(o);
        for (int i = 0; i < 8; i++)
            array_int(o, decode, i % 2 == 0);
        dict_array(o, d, "Decode", decode);
    }
    objects_plain_stream(o, id, d, image->bytes, image->n);
}

static void write_image(Objects *o, uint32_t id, const Image *image) {
    size_t pixels = (size_t)image->width * (size_t)image->height;
    PdfDict *d = image_dict(o, image, image->components);
    if (image->alpha) {
        uint32_t mask = objects_reserve(o);
        objects_stream(o, mask, image_dict(o, image, 1), image->alpha, pixels);
        dict_ref(o, d, "SMask", mask);
    }
    switch (image->kind) {
    case IMAGE_JPEG:
        write_jpeg(o, d, id, image);
        return;
    case IMAGE_RASTER:
        objects_stream(o, id, d, image->bytes,
                       pixels * (size_t)image->components);
        return;
    }
}

/* A form that shows image `id` the way it should be seen. Both fill the unit
 * square (8.9.5.1), so the page places the one like the other, and the bytes of
 * a photograph stay what they were. */
static void write_turned(Objects *o, uint32_t id, uint32_t image,
                         int orientation) {
    static const signed char matrices[][6] = {
        {-1, 0, 0, 1, 1, 0},  {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
        {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1},  {0, 1, 1, 0, 0, 0},
        {0, 1, -1, 0, 1, 0},
    };
    PdfDict *d = dict_new(o);
    dict_name(o, d, "Type", "XObject");
    dict_name(o, d, "Subtype", "Form");
    dict_rect(o, d, "BBox", 0, 0, LEN_PT, LEN_PT);
    PdfArray *matrix = array_new(o);
    for (int i = 0; i < 6; i++)
        array_int(o, matrix, matrices[orientation - 2][i]);
    dict_array(o, d, "Matrix", matrix);
    PdfDict *resources = dict_new(o), *xobjects = dict_new(o);
    dict_ref(o, xobjects, "I", image);
    dict_dict(o, resources, "XObject", xobjects);
    dict_dict(o, d, "Resources", resources);
    objects_plain_stream(o, id, d, "/I Do", 5);
}

void image_write(Objects *o, uint32_t id, const Image *image) {
    assert(image->orientation >= 0 && image->orientation <= 8);
    bool turned = image->orientation > 1;
    uint32_t stored = turned ? objects_reserve(o) : id;
    write_image(o, stored, image);
    if (turned)
        write_turned(o, id, stored, image->orientation);
}
