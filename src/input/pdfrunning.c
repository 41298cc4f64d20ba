/* Heads and feet: what stands at the same place of several pages. */
#include "input/pdfrows.h"

/* How many rows from the top or bottom of a page may be running ones, and how
 * near the edge. */
#define RUNNING_ROWS 4
#define EDGE_PERCENT 15

/* The same text at the same height, whatever the numbers in it. */
static bool same_running(const PdfRow *a, const PdfRow *b) {
    Len apart = a->base > b->base ? a->base - b->base : b->base - a->base;
    size_t i = 0, k = 0;
    if (apart > LEN_OF_PT(3))
        return false;
    while (i < a->text.n && k < b->text.n) {
        bool x = a->text.s[i] >= '0' && a->text.s[i] <= '9';
        bool y = b->text.s[k] >= '0' && b->text.s[k] <= '9';
        if (x && y) {
            while (i < a->text.n && a->text.s[i] >= '0' && a->text.s[i] <= '9')
                i++;
            while (k < b->text.n && b->text.s[k] >= '0' && b->text.s[k] <= '9')
                k++;
        } else if (a->text.s[i++] != b->text.s[k++]) {
            return false;
        }
    }
    return i == a->text.n && k == b->text.n;
}

typedef struct Edge {
    PdfRow *rows[2 * RUNNING_ROWS];
    size_t n;
} Edge;

static bool is_edge(const PdfRow *row, const PdfPage *page, DocPlace *place) {
    int64_t height = page->h;
    *place = row->base < height / 2 ? DOC_HEAD : DOC_FOOT;
    return row->base < height * EDGE_PERCENT / 100 ||
           (int64_t)row->base - row->h > height * (100 - EDGE_PERCENT) / 100;
}

/* The rows nearest the edges of a page. */
static Edge edge_of(PdfRow *rows, size_t n, const PdfPage *page) {
    Edge e = {.n = 0};
    DocPlace place;
    for (int foot = 0; foot < 2; foot++)
        for (size_t taken = 0; taken < RUNNING_ROWS; taken++) {
            PdfRow *best = NULL;
            for (size_t i = 0; i < n; i++) {
                bool old = false;
                for (size_t k = 0; k < e.n; k++)
                    old = old || e.rows[k] == &rows[i];
                if (old || !is_edge(&rows[i], page, &place) ||
                    (place == DOC_FOOT) != foot)
                    continue;
                if (!best || (foot ? rows[i].base > best->base
                                   : rows[i].base < best->base))
                    best = &rows[i];
            }
            if (best)
                e.rows[e.n++] = best;
        }
    return e;
}

static void compare_edges(Edge *a, Edge *b, const PdfPage *page) {
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < b->n; k++) {
            DocPlace place;
            if (!same_running(a->rows[i], b->rows[k]))
                continue;
            is_edge(a->rows[i], page, &place);
            a->rows[i]->place = b->rows[k]->place = place;
        }
}

void pdfrows_running(PdfRows *rows, const PdfText *text) {
    Edge before[2] = {{.n = 0}, {.n = 0}}; /* one page back, and two: left and
                                              right pages may differ */
    size_t from = 0;
    for (size_t i = 0; i < text->n; i++) {
        size_t to = from;
        while (to < rows->n && rows->v[to].page == text->pages[i].number)
            to++;
        Edge e = edge_of(rows->v + from, to - from, &text->pages[i]);
        compare_edges(&e, &before[0], &text->pages[i]);
        compare_edges(&e, &before[1], &text->pages[i]);
        before[1] = before[0];
        before[0] = e;
        from = to;
    }
}
