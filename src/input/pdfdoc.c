/* PDF as a document. */
#include "input/document_private.h"

#include "input/docbuild.h"
#include "input/pdfrows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A heading's type is larger than the text's by that, in hundredths, and few
 * rows are headings. */
#define HEADING_PERCENT 115
#define HEADINGS 6

/* Points of indent that are a blank for docbuild, which nests items by it. */
#define INDENT_PT 4

typedef struct Pdf {
    Arena *arena;
    DocBuild *build;
    Len body;            /* size of most of the text */
    Len sizes[HEADINGS]; /* of headings, the largest first */
    size_t nsizes;
    Len left; /* where text begins */
} Pdf;

typedef VEC(PdfRow *) RowList;

/* ---- sizes ---- */

/* To half a point: programs round. */
static Len rounded(Len size) {
    Len half = LEN_OF_PT(0.5);
    return (size + half / 2) / half * half;
}

typedef struct SizeCount {
    Len size;
    size_t bytes;
} SizeCount;

static int by_size(const void *a, const void *b) {
    const SizeCount *x = a, *y = b;
    return (x->size < y->size) - (x->size > y->size);
}

static void find_sizes(Pdf *p, const PdfRows *rows) {
    SizeCount counts[64];
    size_t n = 0, most = 0, all = 0;
    for (size_t i = 0; i < rows->n; i++) {
        Len size = rounded(rows->v[i].size);
        size_t k = 0;
        while (k < n && counts[k].size != size)
            k++;
        if (k == n && n < 64)
            counts[n++] = (SizeCount){size, 0};
        if (k < n)
            counts[k].bytes += rows->v[i].text.n;
        all += rows->v[i].text.n;
    }
    for (size_t i = 0; i < n; i++)
        most = counts[i].bytes > counts[most].bytes ? i : most;
    p->body = n > 0 ? counts[most].size : 0;
    qsort(counts, n, sizeof *counts, by_size);
    for (size_t i = 0; i < n && p->nsizes < HEADINGS; i++)
        if ((int64_t)counts[i].size * 100 >=
                (int64_t)p->body * HEADING_PERCENT &&
            counts[i].bytes * 4 < all)
            p->sizes[p->nsizes++] = counts[i].size;
}

static int heading_level(const Pdf *p, const PdfRow *row) {
    for (size_t i = 0; i < p->nsizes; i++)
        if (rounded(row->size) == p->sizes[i])
            return (int)i + 1;
    return 0;
}

/* ---- rows ---- */

static void put_indent(Pdf *p, const PdfRow *row) {
    static const char blanks[] = "                    ";
    int64_t n = ((int64_t)row->x - p->left) / LEN_OF_PT(INDENT_PT);
    DocStyle none = {0};
    n = n < 0                            ? 0
        : n > (int64_t)sizeof blanks - 1 ? (int64_t)sizeof blanks - 1
                                         : n;
    docbuild_add(p->build, blanks, (size_t)n, &none);
}

static void open_row(Pdf *p, const PdfRow *row, DocPlace place) {
    DocBlock like = {.kind = DOC_PARAGRAPH, .page = row->page, .place = place};
    int level = place == DOC_BODY ? heading_level(p, row) : 0;
    if (row->link == ROW_GAP)
        docbuild_gap(p->build);
    if (level > 0) {
        like.kind = DOC_HEADING;
        like.level = level;
    }
    docbuild_open(p->build, &like);
    put_indent(p, row);
}

/* The hyphen that goes is the last byte, or the last three. */
static void put_row(Pdf *p, const PdfRow *row, bool cut) {
    for (size_t i = 0; i < row->n; i++) {
        const RowPiece *piece = &row->pieces[i];
        size_t n = piece->n;
        if (cut && i + 1 == row->n)
            n -= piece->s[n - 1] == '-' ? 1 : n >= 3 ? 3 : n;
        docbuild_add(p->build, piece->s, n, &piece->style);
    }
}

static void put_rows(Pdf *p, const RowList *list, DocPlace place) {
    DocStyle none = {0};
    for (size_t i = 0; i < list->n; i++) {
        const PdfRow *row = list->v[i];
        assert(row != NULL);
        const PdfRow *next = i + 1 < list->n ? list->v[i + 1] : NULL;
        bool joined = next && next->link == ROW_JOIN;
        if (row->link != ROW_JOIN)
            open_row(p, row, place);
        else if (row->glue == GLUE_BLANK)
            docbuild_add(p->build, " ", 1, &none);
        put_row(p, row, joined && next->glue == GLUE_HYPHEN);
    }
}

/* Rows of footnotes: from a raised number to the end of the page's small type.
 */
static void split(Pdf *p, PdfRows *rows, RowList *body, RowList *notes,
                  RowList *heads, RowList *feet) {
    bool in_note = false;
    p->left = LEN_MAX;
    for (size_t i = 0; i < rows->n; i++) {
        PdfRow *row = &rows->v[i];
        bool small = (int64_t)row->size * 100 < (int64_t)p->body * 96;
        if (i > 0 && rows->v[i - 1].page != row->page)
            in_note = false;
        in_note = (small && in_note) || row->raised;
        RowList *to = row->place == DOC_HEAD   ? heads
                      : row->place == DOC_FOOT ? feet
                      : in_note                ? notes
                                               : body;
        vec_push(p->arena, to, row);
        if (to == body && row->x < p->left)
            p->left = row->x;
    }
}

/* Of heads and feet once what all pages have. */
static void put_running(Pdf *p, RowList *list, DocPlace place) {
    RowList once = {0};
    for (size_t i = 0; i < list->n; i++) {
        bool known = false;
        for (size_t k = 0; k < once.n && !known; k++) {
            Text a = once.v[k]->text, b = list->v[i]->text;
            known = a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
            known = known || once.v[k]->base == list->v[i]->base;
        }
        if (!known && once.n < 40)
            vec_push(p->arena, &once, list->v[i]);
    }
    for (size_t i = 0; i < once.n; i++)
        once.v[i]->link = i == 0 ? ROW_GAP : ROW_LINE;
    put_rows(p, &once, place);
}

bool pdf_is(const DocFile *f) {
    /* Implementation note 13 of the PDF Reference 1.7: in the first 1,024
     * bytes. */
    size_t n = f->n < 1024 ? f->n : 1024;
    return n >= 5 && memmem(f->bytes, n, "%PDF-", 5) != NULL;
}

static bool has_text(const PdfRows *rows, const char *name, Diag *diag) {
    if (rows->n > 0)
        return true;
    diag_file(diag, DIAG_ERROR, name,
              "the PDF has no text, only pictures of it, as a scanner makes "
              "them; ask for the document it was made from, or type its text");
    return false;
}

bool pdfdoc_make(Arena *a, const DocFile *f, const PdfText *text,
                 const PdfStyles *styles, Diag *diag, Document *out) {
    Pdf p = {.arena = a, .build = docbuild_new(a, NULL)};
    RowList body = {0}, notes = {0}, heads = {0}, feet = {0};
    PdfRows rows = pdfrows_new(a, text, styles);
    bool ok = has_text(&rows, f->name, diag);
    pdfrows_running(&rows, text);
    find_sizes(&p, &rows);
    split(&p, &rows, &body, &notes, &heads, &feet);
    pdfrows_link(a, body.v, body.n);
    pdfrows_link(a, notes.v, notes.n);
    put_running(&p, &heads, DOC_HEAD);
    put_rows(&p, &body, DOC_BODY);
    put_rows(&p, &notes, DOC_BODY);
    put_running(&p, &feet, DOC_FOOT);
    return docbuild_finish(p.build, f->name, diag, out) && ok;
}

bool pdf_read(Arena *a, const DocFile *f, Diag *diag, Document *out) {
    PdfTextOptions opt = {.name = f->name};
    PdfStyleReader *style = pdfstyle_open(a, f->bytes, f->n, &opt);
    PdfText text;
    PdfStyles styles;
    bool ok = pdftext_read(a, f->bytes, f->n, &opt, diag, &text);
    pdfstyle_read(style, &styles);
    return ok && pdfdoc_make(a, f, &text, &styles, diag, out);
}
