/* pdf_image.h - a picture as an image XObject. ISO 32000-1, 8.9. */
#ifndef ENVOI_OUT_PDF_IMAGE_H
#define ENVOI_OUT_PDF_IMAGE_H

#include "out/pdf_objects.h"
#include "page/display.h"

/* Write `image` as object `id`: a JPEG as it is, samples deflated, the alpha
 * as a soft mask; one that is stored turned inside a form that turns it back.
 * Either fills the unit square. */
void image_write(Objects *o, uint32_t id, const Image *image);

#endif
