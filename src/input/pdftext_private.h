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

/* The same for another program of poppler, which prints XML with <page>s and
 * `all_end` behind the last; pdftext_close closes it. */
PdfReader *pdfreader_open(Arena *a, int fd, const PdfTextOptions *opt,
                          char *const *argv, const char *all_end, Diag *diag);
/* What it printed of the next page, up to its end tag. */
bool pdfreader_next(PdfReader *r, Arena *a, Text *out);
/* A file in memory; -1 with errno. */
int pdfreader_file(const void *bytes, size_t n);

#endif
