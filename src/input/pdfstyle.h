/* pdfstyle.h - fonts and links of a PDF, which pdftotext does not tell.
 *
 * poppler's pdftohtml says which stretches of a page are bold, how large, and
 * where links are. It runs in the same confinement (pdftext.h); its own order
 * of words is not used.
 */
#ifndef ENVOI_INPUT_PDFSTYLE_H
#define ENVOI_INPUT_PDFSTYLE_H

#include "input/pdftext.h"

/* Points from the corner of a page within which text is looked at. */
#define PDF_FARTHEST 7200

/* A stretch of a line in one font. */
typedef struct PdfStretch {
    PdfBox box;
    Len size; /* of the type */
    bool bold, italic;
    bool blank;       /* ends with a blank */
    bool blank_first; /* begins with one */
    const char *link; /* NULL: none */
} PdfStretch;

typedef struct PdfStretches {
    PdfStretch *v; /* by y */
    size_t n;
    Len highest;
} PdfStretches;

typedef struct PdfStyles {
    PdfStretches *pages;
    size_t n;
} PdfStyles;

/* Start the program; it works while the text is read. `opt` is borrowed until
 * pdfstyle_read. */
typedef struct PdfStyleReader PdfStyleReader;
PdfStyleReader *pdfstyle_open(Arena *a, const void *bytes, size_t n,
                              const PdfTextOptions *opt);
/* The styles of all pages, and the end of the reader. Without a message there
 * are none if the program is not there or fails. */
void pdfstyle_read(PdfStyleReader *r, PdfStyles *out);

/* The stretch that holds a point; NULL if there is none. */
const PdfStretch *pdfstyle_at(const PdfStretches *page, Len x, Len y);

/* One <page> of what it prints, for tests. */
void pdfstyle_parse(Arena *a, const char *s, size_t n, PdfStretches *out);

#endif
