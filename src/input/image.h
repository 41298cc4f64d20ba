/* image.h - PNG (libpng) and JPEG (libjpeg-turbo) files to Image.
 *
 * The file is untrusted: sizes are checked before memory is taken
 * (LIMIT_IMAGE_*), errors come back by setjmp inside one function, nothing
 * aborts. What a picture is, its first bytes say, not its name.
 *
 * PNG: any kind, decoded to 8-bit grey or RGB with its alpha apart, if any of
 * it is not opaque. Gamma and colour profiles are not applied.
 *
 * JPEG: decoded once, as a check, and kept as it is, without its metadata: a
 * photograph tells where and when it was made and by whose camera, and the
 * letter goes to those it is about. Colour profiles go too. If the camera was
 * turned, `orientation` says so. Arithmetic coding, which PDF readers do not
 * have, becomes samples.
 */
#ifndef ENVOI_INPUT_IMAGE_H
#define ENVOI_INPUT_IMAGE_H

#include "base/diag.h"
#include "model/image.h"

/* `where` is the place that names the file; messages stand there. False if it
 * is missing, truncated, damaged, too large or no picture; *out is then
 * untouched. */
bool image_load(Arena *a, const char *path, Span where, Diag *diag, Image *out);

#endif
