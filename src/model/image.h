/* image.h - a picture as bytes that a page can hold: a logo, a signature. */
#ifndef ENVOI_MODEL_IMAGE_H
#define ENVOI_MODEL_IMAGE_H

#include <stddef.h>

typedef enum ImageKind {
    IMAGE_JPEG,  /* `bytes` is a file, baseline or progressive DCT, without
                    metadata; CMYK with an Adobe segment is stored inverted */
    IMAGE_RASTER /* `bytes` is width * height * components samples, rows from
                    the top, 8 bits each */
} ImageKind;

typedef struct Image {
    ImageKind kind;
    int width, height;          /* pixels, as one should see it */
    int orientation;            /* how it is stored, as Exif has it: 0 or 1 as
                                   seen, 2 to 8 mirrored or turned; from 5 on
                                   rows have `height` pixels */
    int components;             /* 1 grey, 3 RGB, 4 CMYK (0 is no ink) */
    const unsigned char *bytes; /* in the arena */
    size_t n;
    const unsigned char *alpha; /* width * height, 255 opaque; NULL: opaque */
    int dpi;                    /* as the file says; 0: it does not */
} Image;

#endif
