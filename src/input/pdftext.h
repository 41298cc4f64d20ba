/* pdftext.h - the text of a PDF and where it stands, by poppler.
 *
 *     PdfReader *r = pdftext_open(a, fd, &opt, diag);
 *     for (PdfPage page; r && pdftext_next(r, page_arena, &page);)
 *         ...
 *     ok = pdftext_close(r);
 *
 * poppler's pdftotext does the reading, in a process of its own: a PDF may come
 * from anywhere and be made to do harm. That process has no network, writes no
 * file, and has only so much time and memory; what goes wrong in it is an error
 * here and nothing else. Where the system cannot confine it, only PDFs of our
 * own are read. What it prints is parsed like any other input. The
 * program is started when a PDF is read; who reads none does not pay for it.
 * (poppler-glib, as a library, leaves out lines of right-to-left pages and of
 * turned text: it gives what a mouse can select.)
 *
 * Places are Len from the top left corner of the page as it is shown, y down.
 * Lines come in reading order, column after column. Words of a line and
 * characters of a word go from left to right as they stand on paper (in turned
 * lines, as they are read); pdftext_logical puts characters into the order in
 * which they are read. Blanks are no characters here: they end words.
 */
#ifndef ENVOI_INPUT_PDFTEXT_H
#define ENVOI_INPUT_PDFTEXT_H

#include <stdint.h>

#include "base/diag.h"
#include "base/len.h"

typedef struct PdfBox {
    Len x, y, w, h; /* as wide as the advances, as high as the face */
} PdfBox;

typedef struct PdfWord {
    uint32_t *s;
    size_t n; /* at least 1 */
    PdfBox box;
} PdfWord;

typedef struct PdfLine {
    size_t from, to; /* words of the page, at least one */
    size_t block;    /* lines of one block stand together */
    size_t flow;     /* blocks of one flow continue one another: a column */
    PdfBox box;
} PdfLine;

typedef struct PdfPage {
    size_t number; /* from 1 */
    Len w, h;
    PdfWord *words;
    PdfLine *lines;
    size_t nwords, nlines;
} PdfPage;

typedef struct PdfTextOptions {
    const char *name; /* of the file, for messages */
    bool own; /* we wrote it: as many pages as it has, and what is wrong with it
                 is no fault of the user's. Else LIMIT_PDF_* hold. */
    int seconds; /* in place of LIMIT_PDF_SECONDS; 0: those */
} PdfTextOptions;

typedef struct PdfReader PdfReader;

/* The version of pdftotext ("22.12.0"), in the arena. NULL, with a message that
 * names the package, if it is not there. */
const char *pdftext_version(Arena *a, Diag *diag);

/* Start to read the file that is open at `fd`, which is borrowed until
 * pdftext_close, as are `opt` and `diag`. NULL with a message. */
PdfReader *pdftext_open(Arena *a, int fd, const PdfTextOptions *opt,
                        Diag *diag);
/* The next page, in `a`; false at the end and after an error. */
bool pdftext_next(PdfReader *r, Arena *a, PdfPage *out);
/* NULL is fine. False if an error came up; it is in `diag`. May be called
 * before the last page. */
bool pdftext_close(PdfReader *r);

typedef struct PdfText {
    PdfPage *pages;
    size_t n;
} PdfText;

/* All pages of a PDF in memory. */
bool pdftext_read(Arena *a, const void *bytes, size_t n,
                  const PdfTextOptions *opt, Diag *diag, PdfText *out);

/* A line as UTF-8 in the order in which it is read, with blanks where gaps are.
 */
char *pdftext_line(Arena *a, const PdfPage *page, const PdfLine *line);

/* Characters that stand from left to right, in the order in which they are
 * read: UTF-8. A line with more right-to-left letters than others begins at the
 * right. */
char *pdftext_logical(Arena *a, const uint32_t *s, size_t n);

#endif
