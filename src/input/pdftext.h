/* pdftext.h - the text of a PDF and where it stands, by poppler.
 *
 *     PdfReader *r = pdftext_open(a, bytes, n, &opt, diag);
 *     for (PdfPage page; r && pdftext_next(r, page_arena, &page);)
 *         ...
 *     ok = pdftext_close(r);
 *
 * poppler is loaded when the first PDF is opened, so that runs that read none
 * do not pay for it, and works in a process of its own: a PDF may come from
 * anywhere and be made to do harm. That process has no network, starts no
 * program, writes no file, and has only so much time and memory; what goes
 * wrong in it is an error here and nothing else. What it sends is checked like
 * any other input.
 *
 * Places are Len from the top left corner of the page as it is shown, y down.
 * poppler puts lines into reading order, column after column. It keeps words of
 * right-to-left scripts as they stand on paper, and so does this: chars of a
 * word and words of a line go from left to right. pdftext_logical puts
 * characters into the order in which they are read. Blanks are no characters
 * here: they end words.
 */
#ifndef ENVOI_INPUT_PDFTEXT_H
#define ENVOI_INPUT_PDFTEXT_H

#include <stdint.h>

#include "base/diag.h"
#include "base/len.h"

typedef struct PdfBox {
    Len x, y, w, h;
} PdfBox;

typedef struct PdfChar {
    uint32_t c;
    uint32_t face; /* index into the page's faces */
    PdfBox box;    /* as wide as its advance, as high as its face */
} PdfChar;

typedef struct PdfWord {
    size_t from, to; /* chars of the page */
    PdfBox box;
    bool blank; /* one stands to its right, if a word of the line does */
} PdfWord;

typedef struct PdfLine {
    size_t from, to; /* words of the page, at least one */
    PdfBox box;
} PdfLine;

typedef struct PdfFace {
    const char *name; /* "NotoSans-Bold", without the tag of a subset */
    Len size;
} PdfFace;

typedef struct PdfPage {
    size_t number; /* from 1 */
    Len w, h;
    PdfChar *chars;
    PdfWord *words;
    PdfLine *lines; /* in reading order */
    PdfFace *faces; /* at least one */
    size_t nchars, nwords, nlines, nfaces;
    bool placed; /* false: text and places did not agree; all boxes are empty */
} PdfPage;

typedef struct PdfTextOptions {
    const char *name; /* of the file, for messages */
    bool own; /* we wrote it: as many pages as it has, and what is wrong with it
                 is no fault of the user's. Else LIMIT_PDF_* hold. */
    int seconds; /* in place of LIMIT_PDF_SECONDS; 0: those */
} PdfTextOptions;

typedef struct PdfReader PdfReader;

/* Is poppler there? Else a message that names the package, and false. */
bool pdftext_available(Diag *diag);

/* Start to read. `bytes`, `opt` and `diag` are borrowed until pdftext_close.
 * NULL with a message: no poppler, no PDF, too large, a password. */
PdfReader *pdftext_open(Arena *a, const void *bytes, size_t n,
                        const PdfTextOptions *opt, Diag *diag);
size_t pdftext_pages(const PdfReader *r);
/* "22.12.0" */
const char *pdftext_version(const PdfReader *r);
/* The next page, in `a`; false at the end and after an error. */
bool pdftext_next(PdfReader *r, Arena *a, PdfPage *out);
/* NULL is fine. False if an error came up; it is in `diag`. May be called
 * before the last page. */
bool pdftext_close(PdfReader *r);

typedef struct PdfText {
    PdfPage *pages;
    size_t n;
} PdfText;

/* All pages at once. */
bool pdftext_read(Arena *a, const void *bytes, size_t n,
                  const PdfTextOptions *opt, Diag *diag, PdfText *out);

/* A line as UTF-8 in the order in which it is read. */
char *pdftext_line(Arena *a, const PdfPage *page, const PdfLine *line);

/* Characters that stand from left to right, in the order in which they are
 * read: UTF-8. A line with more right-to-left letters than others begins at the
 * right. */
char *pdftext_logical(Arena *a, const uint32_t *s, size_t n);

#endif
