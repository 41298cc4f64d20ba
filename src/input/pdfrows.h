/* pdfrows.h - the lines of a PDF as they stand on paper, with their styles.
 *
 * Private to the reader of PDF documents. Pieces of one line that poppler took
 * for several, a bullet and its text, two sides of a tab, are one row.
 */
#ifndef ENVOI_INPUT_PDFROWS_H
#define ENVOI_INPUT_PDFROWS_H

#include "input/docbuild.h"
#include "input/document_private.h"
#include "input/pdfstyle.h"

/* How a row follows the one before. */
typedef enum RowLink {
    ROW_GAP,  /* set apart */
    ROW_LINE, /* a line of its own */
    ROW_JOIN  /* was only wrapped */
} RowLink;

/* What stands between a row and the next that is joined to it. */
typedef enum RowGlue {
    GLUE_BLANK,
    GLUE_NONE,
    GLUE_HYPHEN /* none, and the hyphen at the end goes too */
} RowGlue;

typedef struct RowPiece {
    const char *s; /* UTF-8, as it is read */
    size_t n;
    DocStyle style;
} RowPiece;

typedef struct PdfRow {
    unsigned page;  /* from 1 */
    size_t block;   /* of the page */
    Len x, right;   /* where it begins and ends */
    Len text_x;     /* where its text begins: behind a label */
    Len base, h;    /* the lower edge and the height of most of its words */
    Len size;       /* of the type of most of them */
    Len first;      /* what would have to fit at the end of the row before */
    Len blank;      /* the width of a space in it */
    bool label;     /* begins with what may be an item's label */
    bool bullet;    /* which can be nothing else */
    bool blank_end; /* the program that made the PDF put a blank behind it */
    bool raised;    /* begins with a raised number: a footnote */
    DocPlace place; /* body, head or foot */
    RowPiece *pieces;
    size_t n;
    Text text; /* of all pieces */
    RowLink link;
    RowGlue glue; /* to the row before, if it is joined */
} PdfRow;

typedef struct PdfRows {
    PdfRow *v;
    size_t n;
} PdfRows;

/* The rows of all pages in reading order; heads and feet are not told yet. */
PdfRows pdfrows_new(Arena *a, const PdfText *text, const PdfStyles *styles);

/* Part the columns of blocks that have several (pdfcolumns.c); the page has
 * lines of its own then, in the arena. */
void pdfcolumns_part(Arena *a, PdfPage *page);

/* Put the rows of one page in order (pdforder.c). */
void pdfrows_order(Arena *a, PdfRow *rows, size_t n);

/* Mark what stands at the same place of several pages (pdfrunning.c). */
void pdfrows_running(PdfRows *rows, const PdfText *text);

/* Say how each row of `list` follows the one before it in the list
 * (pdflink.c). */
void pdfrows_link(Arena *a, PdfRow **list, size_t n);

/* All of it: what poppler's programs said as a document (pdfdoc.c). */
bool pdfdoc_make(Arena *a, const DocFile *f, const PdfText *text,
                 const PdfStyles *styles, Diag *diag, Document *out);

/* What joins them (pdfjoin.c). */
typedef struct PdfWords PdfWords;
/* The words of all rows, to know words that are cut at the end of one. */
PdfWords *pdfwords_new(Arena *a, PdfRow **list, size_t n);
/* Between row `a` and row `b`. */
RowGlue pdfwords_glue(const PdfWords *w, const PdfRow *a, const PdfRow *b);
/* Row `a` ends with a web address that is whole: "/", and `b` begins with a
 * word of letters, the first of them a capital. */
bool pdfwords_ends_address(const PdfRow *a, const PdfRow *b);

#endif
