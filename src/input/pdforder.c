/* Addresses side by side, as in a table, are read before what stands below
 * both. poppler reads column by column, which is right for running text. */
#include "input/pdfrows.h"

#include <string.h>

/* Blocks of a page that are put in order; more are a table of another kind. */
#define BLOCKS 400
/* Rows of an address, with its phone and the like. */
#define ADDRESS_ROWS 14

typedef struct Block {
    size_t from, to; /* rows */
    Len x, right, top, bottom;
    bool ragged; /* its rows are of many lengths: nothing was wrapped */
} Block;

static void measure(const PdfRow *rows, Block *b) {
    size_t full = 0, n = b->to - b->from;
    b->x = b->top = LEN_MAX;
    for (size_t i = b->from; i < b->to; i++) {
        const PdfRow *r = &rows[i];
        Len top = r->base - r->h;
        b->x = r->x < b->x ? r->x : b->x;
        b->right = r->right > b->right ? r->right : b->right;
        b->top = top < b->top ? top : b->top;
        b->bottom = r->base > b->bottom ? r->base : b->bottom;
    }
    for (size_t i = b->from; i < b->to; i++)
        full += (int64_t)(rows[i].right - b->x) * 100 >=
                (int64_t)(b->right - b->x) * 85;
    b->ragged = n <= ADDRESS_ROWS && (n <= 2 || full * 10 <= n * 6);
}

static bool beside(const Block *left, const Block *right) {
    return left->right < right->x && left->top < right->bottom &&
           right->top < left->bottom;
}

/* Where block j belongs: before the first block that is below it, left of it,
 * and behind one that stands beside it. */
static size_t place_of(const Block *v, size_t j) {
    bool pair = false;
    for (size_t k = 0; k < j; k++) {
        if (beside(&v[k], &v[j]) && v[k].ragged)
            pair = true;
        if (pair && v[k].x < v[j].x && v[k].top >= v[j].bottom - LEN_OF_PT(2))
            return k;
    }
    return j;
}

static size_t blocks_of(const PdfRow *rows, size_t n, Block *out) {
    size_t count = 0;
    for (size_t i = 0; i < n && count < BLOCKS; count++) {
        size_t to = i + 1;
        while (to < n && rows[to].block == rows[i].block)
            to++;
        out[count] = (Block){.from = i, .to = to};
        measure(rows, &out[count]);
        i = to;
    }
    return count;
}

/* What begins below block `right` in block k becomes a block of its own; the
 * number of blocks. */
static size_t split(const PdfRow *rows, Block *v, size_t count, size_t k,
                    Len bottom) {
    size_t at = v[k].from;
    while (at < v[k].to && rows[at].base - rows[at].h < bottom - LEN_OF_PT(2))
        at++;
    /* Lines that follow without space are of the same column, however short
     * the one beside it is; one alone may be the salutation below both. */
    size_t close = at;
    while (close > v[k].from && close < v[k].to &&
           rows[close].base - rows[close].h - rows[close - 1].base <
               rows[close].h / 4)
        close++;
    at = close > at + 1 ? close : at;
    if (at == v[k].from || at == v[k].to || count == BLOCKS)
        return count;
    memmove(v + k + 1, v + k, (count - k) * sizeof *v);
    v[k].to = v[k + 1].from = at;
    v[k].right = v[k + 1].right = v[k].bottom = v[k + 1].bottom = 0;
    measure(rows, &v[k]);
    measure(rows, &v[k + 1]);
    return count + 1;
}

/* Blocks that go on below the one beside them. */
static size_t split_all(const PdfRow *rows, Block *v, size_t count) {
    for (size_t j = 1; j < count; j++)
        for (size_t k = 0; k < j && v[j].ragged && v[j].to - v[j].from > 1;
             k++) {
            size_t before = count;
            if (beside(&v[k], &v[j]) && v[k].bottom > v[j].bottom)
                count = split(rows, v, count, k, v[j].bottom);
            j += count - before;
            k += count - before;
        }
    return count;
}

void pdfrows_order(Arena *a, PdfRow *rows, size_t n) {
    Block *v = ARENA_ARRAY(a, Block, BLOCKS);
    size_t count = blocks_of(rows, n, v);
    bool moved = false;
    if (count == 0 || v[count - 1].to != n)
        return;
    count = split_all(rows, v, count);
    for (size_t j = 1; j < count; j++) {
        size_t to = v[j].ragged ? place_of(v, j) : j;
        Block b = v[j];
        memmove(v + to + 1, v + to, (j - to) * sizeof *v);
        v[to] = b;
        moved = moved || to != j;
    }
    if (!moved)
        return;
    PdfRow *copy = ARENA_ARRAY(a, PdfRow, n);
    size_t at = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = v[i].from; k < v[i].to; k++)
            copy[at++] = rows[k];
    memcpy(rows, copy, n * sizeof *rows);
}
