/* image_codec.h - between image.c and the two decoders: a file in memory in, an
 * Image in the arena or the reason why not out.
 */
#ifndef ENVOI_INPUT_IMAGE_CODEC_H
#define ENVOI_INPUT_IMAGE_CODEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/image.h"

/* A picture file. `why` is what is wrong with it, as the rest of a sentence
 * that begins with its name. */
typedef struct ImageFile {
    const unsigned char *s;
    size_t n;
    char why[320];
} ImageFile;

/* Say what is wrong; false, so that a step can end with it. */
bool image_fault(ImageFile *f, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
bool image_fault_cut(ImageFile *f);
/* `detail` is the library's word for it. */
bool image_fault_damaged(ImageFile *f, const char *detail);

/* A size that may be decoded, checked before memory is taken for it. */
bool image_size_ok(ImageFile *f, uint32_t width, uint32_t height);

/* Dots per inch from two densities; 0 unless they are the same and no
 * placeholder, as 1 is. */
int image_dpi(double x, double y);

/* By the first bytes. False with `why` set; so do those of one kind. */
bool image_decode(Arena *a, ImageFile *f, Image *out);
bool image_png(Arena *a, ImageFile *f, Image *out);
bool image_jpeg(Arena *a, ImageFile *f, Image *out);

#endif
