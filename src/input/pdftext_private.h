/* pdftext_private.h - the parts of pdftext. */
#ifndef ENVOI_INPUT_PDFTEXT_PRIVATE_H
#define ENVOI_INPUT_PDFTEXT_PRIVATE_H

#include "input/pdftext.h"

/* One <page> of what `pdftotext -bbox-layout` prints, up to its end tag. False
 * if it is none. */
bool pdfpage_parse(Arena *a, const char *s, size_t n, PdfPage *out);

/* From now on, and in the program that is started next: no network, no file
 * written. False where the kernel cannot, or the processor is not one of those
 * whose calls are known. */
bool pdfjail_enter(void);

#endif
