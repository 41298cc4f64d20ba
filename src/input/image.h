/* image.h - PNG (libpng) and JPEG (libjpeg-turbo) files to Image.
 *
 * The file is untrusted: sizes are checked before memory is taken
 * (LIMIT_IMAGE_PIXELS), errors come back by setjmp inside one function,
 * nothing aborts. A PNG is decoded to 8-bit grey or RGB with its alpha apart;
 * a JPEG is checked to decode and then kept as it is.
 */
#ifndef ENVOI_INPUT_IMAGE_H
#define ENVOI_INPUT_IMAGE_H

#include "base/diag.h"
#include "model/image.h"

/* `where` is the place that names the file; messages stand there. False if it
 * is missing, truncated, too large or no image. */
bool image_load(Arena *a, const char *path, Span where, Diag *diag, Image *out);

#endif
