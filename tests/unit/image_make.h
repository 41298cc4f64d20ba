/* image_make.h - pictures for tests, made in memory by libpng and libjpeg. */
#ifndef ENVOI_TESTS_IMAGE_MAKE_H
#define ENVOI_TESTS_IMAGE_MAKE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

#include "base/arena.h"
#include "base/buf.h"

/* ---- PNG ---- */

typedef struct MakePng {
    int width, height, type, depth;
    bool interlaced;
    bool trns;        /* sample or palette entry 1 is transparent */
    uint32_t per_m;   /* pixels per metre, 0: not said */
    const char *text; /* a compressed text chunk */
} MakePng;

static int make_channels(int type) {
    return type == PNG_COLOR_TYPE_PALETTE
               ? 1
               : (type & PNG_COLOR_MASK_COLOR ? 3 : 1) +
                     (type & PNG_COLOR_MASK_ALPHA ? 1 : 0);
}

/* The sample of channel `c` at (x, y), 0 to 2^depth - 1. */
static unsigned make_sample(const MakePng *m, int x, int y, int c) {
    unsigned v = (unsigned)(x * 7 + y * 13 + c * 5);
    return m->depth == 16 ? v * 331 % 65536 : v % (1u << m->depth);
}

static void make_flush(png_structp png, png_bytep bytes, size_t n) {
    buf_add(png_get_io_ptr(png), bytes, n);
}

static void make_pack(const MakePng *m, int y, unsigned char *row, size_t n) {
    int channels = make_channels(m->type), bit = 0;
    memset(row, 0, n);
    for (int x = 0; x < m->width; x++)
        for (int c = 0; c < channels; c++, bit += m->depth) {
            unsigned v = make_sample(m, x, y, c);
            unsigned char *at = row + bit / 8;
            if (m->depth == 16) {
                at[0] = (unsigned char)(v >> 8);
                at[1] = (unsigned char)v;
            } else {
                *at = (unsigned char)(*at | v << (8 - m->depth - bit % 8));
            }
        }
}

static void make_palette(png_structp png, png_infop info, const MakePng *m) {
    png_color colors[256];
    png_byte alpha[2] = {255, 0};
    int n = 1 << m->depth;
    for (int i = 0; i < n; i++)
        colors[i] =
            (png_color){(png_byte)i, (png_byte)(255 - i), (png_byte)(i * 3)};
    png_set_PLTE(png, info, colors, n);
    if (m->trns)
        png_set_tRNS(png, info, alpha, 2, NULL);
}

static inline void make_png(const MakePng *m, Buf *out) {
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, out, make_flush, NULL);
    png_set_IHDR(png, info, (png_uint_32)m->width, (png_uint_32)m->height,
                 m->depth, m->type,
                 m->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_gAMA(png, info, 0.3);
    if (m->type == PNG_COLOR_TYPE_PALETTE)
        make_palette(png, info, m);
    else if (m->trns)
        png_set_tRNS(png, info, NULL, 0, &(png_color_16){0, 1, 6, 11, 1});
    if (m->per_m)
        png_set_pHYs(png, info, m->per_m, m->per_m, PNG_RESOLUTION_METER);
    png_text text = {.compression = PNG_TEXT_COMPRESSION_zTXt,
                     .key = (png_charp) "Author",
                     .text = (png_charp)(uintptr_t)m->text};
    if (m->text)
        png_set_text(png, info, &text, 1);
    png_write_info(png, info);
    size_t n = png_get_rowbytes(png, info);
    unsigned char *rows = malloc(n * (size_t)m->height);
    png_bytep *list = malloc(sizeof *list * (size_t)m->height);
    for (int y = 0; y < m->height; y++) {
        list[y] = rows + n * (size_t)y;
        make_pack(m, y, list[y], n);
    }
    png_write_image(png, list);
    png_write_end(png, NULL);
    free(list);
    free(rows);
    png_destroy_write_struct(&png, &info);
}

/* ---- JPEG ---- */

typedef struct MakeJpeg {
    int width, height;
    J_COLOR_SPACE from, to; /* of the samples, in the file */
    bool progressive, arithmetic, no_adobe;
    bool many_scans; /* 190 of them */
    int orientation; /* in an Exif segment, with a place; 0: no segment */
    int dpi;
} MakeJpeg;

/* Each quarter of a picture has one colour: red, green, blue and near black, or
 * the inks cyan, magenta, yellow and black. */
static const unsigned char make_quarters[4][4] = {
    {250, 20, 20, 0}, {20, 250, 20, 0}, {20, 20, 250, 0}, {10, 10, 10, 250}};

static void make_exif(j_compress_ptr c, int orientation) {
    /* TIFF with the entries orientation and GPS, then the place as text. */
    unsigned char exif[] = "Exif\0\0II*\0\x08\0\0\0\x02\0"
                           "\x12\x01\x03\0\x01\0\0\0\0\0\0\0"
                           "\x25\x88\x04\0\x01\0\0\0\x26\0\0\0"
                           "\0\0\0\0PLACE-43.8256N-87.6168E";
    exif[24] = (unsigned char)orientation;
    jpeg_write_marker(c, JPEG_APP0 + 1, exif, sizeof exif);
    const char *xmp = "http://ns.adobe.com/xap/1.0/\0AUTHOR";
    jpeg_write_marker(c, JPEG_APP0 + 1, (const JOCTET *)xmp, 35);
    jpeg_write_marker(c, JPEG_APP0, (const JOCTET *)"JFXX\0\x10THUMBNAIL", 15);
    jpeg_write_marker(c, JPEG_APP0 + 13, (const JOCTET *)"Photoshop AUTHOR",
                      16);
    jpeg_write_marker(c, JPEG_COM, (const JOCTET *)"COMMENT by AUTHOR", 17);
}

/* One DC scan, and one for each AC coefficient of each component. */
static int make_scans(jpeg_scan_info *scans) {
    int n = 0;
    scans[n++] = (jpeg_scan_info){3, {0, 1, 2, 0}, 0, 0, 0, 0};
    for (int c = 0; c < 3; c++)
        for (int k = 1; k < 64; k++)
            scans[n++] = (jpeg_scan_info){1, {c, 0, 0, 0}, k, k, 0, 0};
    return n;
}

static inline void make_jpeg(const MakeJpeg *m, Buf *out) {
    struct jpeg_compress_struct c;
    struct jpeg_error_mgr errors;
    jpeg_scan_info scans[200];
    unsigned char *bytes = NULL;
    unsigned long n = 0;
    c.err = jpeg_std_error(&errors);
    jpeg_create_compress(&c);
    jpeg_mem_dest(&c, &bytes, &n);
    int channels = m->from == JCS_GRAYSCALE ? 1 : m->from == JCS_CMYK ? 4 : 3;
    c.image_width = (JDIMENSION)m->width;
    c.image_height = (JDIMENSION)m->height;
    c.input_components = channels;
    c.in_color_space = m->from;
    jpeg_set_defaults(&c);
    jpeg_set_colorspace(&c, m->to);
    jpeg_set_quality(&c, 95, TRUE);
    if (m->progressive)
        jpeg_simple_progression(&c);
    if (m->many_scans) {
        c.num_scans = make_scans(scans);
        c.scan_info = scans;
    }
    c.arith_code = m->arithmetic;
    if (m->no_adobe)
        c.write_Adobe_marker = FALSE;
    if (m->dpi) {
        c.density_unit = 1;
        c.X_density = c.Y_density = (UINT16)m->dpi;
    }
    jpeg_start_compress(&c, TRUE);
    if (m->orientation)
        make_exif(&c, m->orientation);
    unsigned char *row = malloc((size_t)m->width * (size_t)channels);
    for (int y = 0; y < m->height; y++) {
        for (int x = 0; x < m->width; x++)
            memcpy(
                row + x * channels,
                make_quarters[(y >= m->height / 2) * 2 + (x >= m->width / 2)],
                (size_t)channels);
        /* Adobe's programs store CMYK upside down. */
        for (int i = 0; i < m->width * channels; i++)
            row[i] ^= channels == 4 && !m->no_adobe ? 255 : 0;
        jpeg_write_scanlines(&c, &row, 1);
    }
    free(row);
    jpeg_finish_compress(&c);
    buf_add(out, bytes, n);
    if (m->orientation)
        buf_add(out, "BEHIND THE END: AUTHOR", 22);
    free(bytes);
    jpeg_destroy_compress(&c);
}

/* All samples as libjpeg gives them; in `a`. */
static inline unsigned char *make_decoded(Arena *a, const void *bytes, size_t n,
                                          size_t *size) {
    struct jpeg_decompress_struct d;
    struct jpeg_error_mgr errors;
    d.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&d);
    jpeg_mem_src(&d, bytes, n);
    jpeg_read_header(&d, TRUE);
    jpeg_start_decompress(&d);
    size_t stride = (size_t)d.output_width * (size_t)d.output_components;
    *size = stride * d.output_height;
    unsigned char *all = arena_alloc(a, *size);
    while (d.output_scanline < d.output_height) {
        JSAMPROW row = all + stride * d.output_scanline;
        jpeg_read_scanlines(&d, &row, 1);
    }
    jpeg_finish_decompress(&d);
    jpeg_destroy_decompress(&d);
    return all;
}

#endif
