#include "input/image_codec.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

#include "base/limits.h"
#include "input/jpeg_segments.h"

/* Everything a jump back may find changed is in here, not in locals. */
typedef struct JpegReader {
    struct jpeg_decompress_struct d;
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf back;
    ImageFile *file;
    Arena *arena;
    bool cut, scans;
    char detail[JMSG_LENGTH_MAX];
    bool inverted; /* CMYK of an Adobe program: 255 is no ink */
    int adobe;     /* transform for the APP14 segment, -1: none */
    Image image;
} JpegReader;

/* ---- what libjpeg has to say ---- */

static _Noreturn void on_error(j_common_ptr d) {
    JpegReader *r = d->client_data;
    int code = d->err->msg_code;
    if (code == JERR_OUT_OF_MEMORY)
        oom();
    r->cut = code == JERR_INPUT_EOF || code == JWRN_JPEG_EOF;
    d->err->format_message(d, r->detail);
    longjmp(r->back, 1);
}

/* libjpeg goes on after damage and paints grey; on paper nobody wants that. */
static void on_message(j_common_ptr d, int level) {
    if (level < 0)
        on_error(d);
}

static void on_progress(j_common_ptr d) {
    JpegReader *r = d->client_data;
    if (r->d.input_scan_number > LIMIT_JPEG_SCANS) {
        r->scans = true;
        longjmp(r->back, 1);
    }
}

static bool explain(JpegReader *r) {
    if (r->cut)
        return image_fault_cut(r->file);
    if (r->scans)
        return image_fault(r->file,
                           "has more than %d scans; save it as a JPEG that is "
                           "not progressive",
                           LIMIT_JPEG_SCANS);
    return image_fault_damaged(r->file, r->detail);
}

/* ---- the header ---- */

static bool read_color(JpegReader *r) {
    r->inverted = false;
    r->adobe = -1;
    switch (r->d.jpeg_color_space) {
    case JCS_GRAYSCALE:
        r->image.components = 1;
        return true;
    case JCS_YCbCr:
    case JCS_RGB:
        /* libjpeg goes by JFIF, Adobe and the names of the components, PDF
         * readers by Adobe alone: so it is said there. */
        r->image.components = 3;
        r->adobe = r->d.jpeg_color_space == JCS_YCbCr;
        return true;
    case JCS_CMYK:
    case JCS_YCCK:
        r->image.components = 4;
        r->inverted = r->d.saw_Adobe_marker;
        if (r->inverted)
            r->adobe = r->d.jpeg_color_space == JCS_YCCK ? 2 : 0;
        return true;
    default:
        return image_fault(r->file,
                           "has %d colour channels; save it as grey, RGB or "
                           "CMYK",
                           r->d.num_components);
    }
}

static void read_resolution(JpegReader *r) {
    double unit = r->d.density_unit == 1   ? 1
                  : r->d.density_unit == 2 ? 2.54
                                           : 0;
    if (r->d.saw_JFIF_marker)
        r->image.dpi = image_dpi(r->d.X_density * unit, r->d.Y_density * unit);
}

static bool read_header(JpegReader *r) {
    jpeg_mem_src(&r->d, r->file->s, r->file->n);
    jpeg_read_header(&r->d, TRUE);
    if (!image_size_ok(r->file, r->d.image_width, r->d.image_height) ||
        !read_color(r))
        return false;
    r->image.orientation = jpeg_orientation(r->file->s, r->file->n);
    bool upright = r->image.orientation < 5;
    r->image.width = (int)(upright ? r->d.image_width : r->d.image_height);
    r->image.height = (int)(upright ? r->d.image_height : r->d.image_width);
    read_resolution(r);
    return true;
}

/* ---- as it is ---- */

/* Decode without looking at the pixels, so in the cheapest way. */
static void check(JpegReader *r) {
    r->d.out_color_space = r->d.jpeg_color_space;
    r->d.dct_method = JDCT_IFAST;
    r->d.do_fancy_upsampling = FALSE;
    jpeg_start_decompress(&r->d);
    JSAMPARRAY row = r->d.mem->alloc_sarray(
        (j_common_ptr)&r->d, JPOOL_IMAGE,
        r->d.output_width * (JDIMENSION)r->d.output_components, 1);
    while (r->d.output_scanline < r->d.output_height)
        jpeg_read_scanlines(&r->d, row, 1);
    jpeg_finish_decompress(&r->d);
}

/* What is checked is what will be printed: the file without its metadata. */
static bool keep(JpegReader *r) {
    Image *image = &r->image;
    image->kind = IMAGE_JPEG;
    image->bytes =
        jpeg_repack(r->arena, r->file->s, r->file->n, r->adobe, &image->n);
    if (!image->bytes)
        return image_fault_cut(r->file);
    jpeg_abort_decompress(&r->d);
    jpeg_mem_src(&r->d, image->bytes, image->n);
    jpeg_read_header(&r->d, TRUE);
    check(r);
    return true;
}

/* ---- as samples, with the ink of CMYK the way PDF counts it ---- */

static void unpack(JpegReader *r) {
    Image *image = &r->image;
    const int colors = image->components;
    const size_t stride = (size_t)r->d.image_width * (size_t)colors;
    r->d.out_color_space = colors == 1   ? JCS_GRAYSCALE
                           : colors == 3 ? JCS_RGB
                                         : JCS_CMYK;
    jpeg_start_decompress(&r->d);
    image->kind = IMAGE_RASTER;
    image->n = stride * r->d.output_height;
    unsigned char *samples = arena_alloc(r->arena, image->n);
    image->bytes = samples;
    while (r->d.output_scanline < r->d.output_height) {
        JSAMPROW row = samples + stride * r->d.output_scanline;
        jpeg_read_scanlines(&r->d, &row, 1);
    }
    jpeg_finish_decompress(&r->d);
    for (size_t i = 0; r->inverted && i < image->n; i++)
        samples[i] ^= 255;
}

/* libjpeg jumps back here and nowhere else. No local changes after setjmp. */
static bool decode(JpegReader *r) {
    if (setjmp(r->back))
        return explain(r);
    jpeg_create_decompress(&r->d);
    r->d.progress = &r->progress;
    if (!read_header(r))
        return false;
    if (!r->d.arith_code)
        return keep(r);
    unpack(r);
    return true;
}

bool image_jpeg(Arena *a, ImageFile *f, Image *out) {
    JpegReader r = {.file = f, .arena = a};
    r.d.err = jpeg_std_error(&r.errors);
    r.d.client_data = &r;
    r.errors.error_exit = on_error;
    r.errors.emit_message = on_message;
    r.progress.progress_monitor = on_progress;
    bool ok = decode(&r);
    jpeg_destroy_decompress(&r.d);
    if (ok)
        *out = r.image;
    return ok;
}
