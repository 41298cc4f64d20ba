/* pdf.h - write display pages as a PDF 1.7 file, page by page.
 *
 * Streaming: a page's bytes go out when it is added; fonts, page tree and
 * cross-reference at the end. Memory does not grow with what is on the
 * pages, only by a few bytes per page. The file appears under its name only
 * when pdf_close succeeds (temp file, fsync, rename).
 *
 * Same pages, same bytes: no clock, host, user or path; no Info dictionary; the
 * /ID is a hash of the content. Text is set by glyph with an exact ToUnicode;
 * fonts are embedded subsets (Type0, Identity-H). Black is DeviceGray 0.
 * Viewer preferences: PrintScaling None, PickTrayByPDFSize true.
 * ISO 32000-1:2008.
 *
 * With tags the PDF is tagged (14.8), and memory grows by 4 bytes for each
 * stretch of a tag on a page until pdf_tags_done. Without, nothing is marked
 * but language and ActualText; an item without a tag is then no artifact.
 */
#ifndef ENVOI_OUT_PDF_H
#define ENVOI_OUT_PDF_H

#include "base/fs.h"
#include "page/display.h"

typedef struct Pdf Pdf;

typedef struct PdfOptions {
    const char *lang;  /* BCP 47, catalog /Lang; "" for none */
    const char *title; /* UTF-8; shown by viewers instead of the file name.
                          NULL: none (the default: titles name people) */
    bool reversed;     /* the last page added is the first: the backs of a pile
                          that is printed on its other side */
    bool duplex;       /* /Duplex /DuplexFlipLongEdge, else /Simplex */
    const DisplayTags *tags; /* borrowed until pdf_close; may grow meanwhile */
    const FsOut *before; /* open already, to be committed with the PDF; NULL */
} PdfOptions;

/* NULL, with a message, if the folder cannot be written. "-" is stdout. */
Pdf *pdf_open(const char *path, const PdfOptions *opt, Diag *diag);

/* Add a page; its forms and images must live until pdf_close, the rest may be
 * freed afterwards. With `duplex`, a page that must be on the front of a sheet
 * has an empty one put before it where it would not be. False after an error;
 * the error itself is reported by pdf_close. A glyph 0 is refused here,
 * whatever came before. */
bool pdf_page(Pdf *pdf, const DisplayPage *page);

/* All is painted for the tags so far: their elements are written, and the table
 * may be emptied, its numbers to begin anew. */
void pdf_tags_done(Pdf *pdf);

/* Page `page`, counted from 0, which may be still to come, is the first of the
 * pack with this number: a bookmark to it, and page labels by which a viewer
 * prints it alone. Ascending. */
void pdf_bookmark(Pdf *pdf, size_t number, size_t page);

size_t pdf_pages(const Pdf *pdf);
/* Written so far, about. Fonts, tree and cross-reference come on top. */
size_t pdf_bytes(const Pdf *pdf);
/* What it is written to. */
const FsOut *pdf_file(const Pdf *pdf);

/* Finish and free. A document without pages is an error. The file is complete
 * but has no name yet: fs_out_commit gives it one. NULL, with a message, if
 * anything went wrong; then no file was written or changed. */
FsOut *pdf_finish(Pdf *pdf, Diag *diag);

/* Finish, commit and free; false as pdf_finish's NULL. */
bool pdf_close(Pdf *pdf, Diag *diag);

/* Drop everything and free; NULL is fine. */
void pdf_abandon(Pdf *pdf);

#endif
