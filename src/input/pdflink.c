/* Which rows of a PDF are lines, and which are the rest of one that did not
 * fit.
 *
 * A line that ends although the next word would have fitted was ended by
 * whoever wrote it: a line of an address, the end of a paragraph. */
#include "input/pdfrows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

#include "base/utf8.h"

/* Rows of an address in a cell, with its phone and the like. */
#define CELL_ROWS 14

/* Blocks of a page that are compared with each other. */
#define BLOCKS 1000

typedef struct Block {
    unsigned page;
    size_t block;
    Len x, right, top, bottom;
    Len margin;  /* how far right its text may go */
    size_t n;    /* rows */
    size_t from; /* the first, in the list */
} Block;

typedef struct Linker {
    Arena *arena;
    PdfRow **v;
    size_t n;
    Block *blocks; /* of the rows in their order */
    size_t nblocks;
    Block **of;      /* of each row */
    Len margin;      /* of the text */
    Len top, bottom; /* where it begins and ends on pages */
    double pitch;    /* from line to line, in sizes of the type */
    bool blanks;     /* the program puts a blank where a line is wrapped */
    bool apart;      /* paragraphs are set apart */
} Linker;

/* ---- text ---- */

static uint32_t last_char(Text t) {
    size_t at = t.n;
    while (at > 0 && ((unsigned char)t.s[at - 1] & 0xC0) == 0x80)
        at--;
    if (at == 0)
        return 0;
    at--;
    return utf8_next(t.s, t.n, &at);
}

/* The last character that is no quote or bracket. */
static uint32_t last_sign(Text t) {
    for (;;) {
        uint32_t c = last_char(t);
        bool quote = c == '"' || c == '\'' || c == ')' || c == 0x201D ||
                     c == 0x2019 || c == 0xBB;
        if (!quote || t.n < 4)
            return c;
        t.n -= c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
}

static bool ends_sentence(Text t) {
    uint32_t c = last_sign(t);
    return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x3002 ||
           c == 0xFF01 || c == 0xFF1F || c == 0x061F || c == 0x06D4;
}

static bool begins_small(Text t) {
    size_t at = 0;
    return t.n > 0 && u_islower((UChar32)utf8_next(t.s, t.n, &at));
}

static bool has_address(Text t) {
    return memmem(t.s, t.n, "://", 3) || memmem(t.s, t.n, "www.", 4);
}

/* ---- how the text is set ---- */

static void add_to_block(Block *b, const PdfRow *row) {
    Len top = row->base - row->h;
    b->x = row->x < b->x ? row->x : b->x;
    b->right = row->right > b->right ? row->right : b->right;
    b->top = top < b->top ? top : b->top;
    b->bottom = row->base > b->bottom ? row->base : b->bottom;
    b->n++;
}

static void find_blocks(Linker *l) {
    VEC(Block) list = {0};
    size_t *index = ARENA_ARRAY(l->arena, size_t, l->n);
    for (size_t i = 0; i < l->n; i++) {
        const PdfRow *row = l->v[i];
        Block *last = list.n > 0 ? &list.v[list.n - 1] : NULL;
        if (!last || last->page != row->page || last->block != row->block) {
            Block b = {
                row->page, row->block, row->x, row->right, row->base - row->h,
                row->base, 0,          0,      i};
            vec_push(l->arena, &list, b);
            last = &list.v[list.n - 1];
        }
        add_to_block(last, row);
        index[i] = list.n - 1;
    }
    l->blocks = list.v;
    l->nblocks = list.n;
    l->of = ARENA_ARRAY(l->arena, Block *, l->n);
    for (size_t i = 0; i < l->n; i++)
        l->of[i] = &list.v[index[i]];
}

/* Would the first word of row i have fitted behind the row before? */
static bool would_fit(const Linker *l, size_t i, Len margin) {
    const PdfRow *a = l->v[i - 1], *b = l->v[i];
    int64_t room = (int64_t)margin - a->right;
    return room >= (int64_t)a->blank + b->first;
}

/* The part of a block's rows that would be wrapped if that was the margin, in
 * hundredths. */
static size_t wrapped(const Linker *l, const Block *b, Len margin) {
    size_t n = 0;
    for (size_t i = b->from + 1; i < b->from + b->n; i++)
        n += !would_fit(l, i, margin);
    return b->n > 1 ? 100 * n / (b->n - 1) : 0;
}

/* What stands to the right of a block ends it; and text that is set narrower
 * has a margin of its own, which most of its lines reach. */
static void find_margins(Linker *l) {
    for (size_t i = 0; i < l->nblocks; i++) {
        Block *b = &l->blocks[i];
        b->margin = l->margin;
        size_t from = i > BLOCKS ? i - BLOCKS : 0;
        for (size_t k = from; k < l->nblocks && k < i + BLOCKS; k++) {
            const Block *o = &l->blocks[k];
            if (o->page == b->page && o->top < b->bottom &&
                o->bottom > b->top && o->x >= b->right - LEN_OF_PT(2) &&
                o->x - LEN_OF_PT(6) < b->margin)
                b->margin = o->x - LEN_OF_PT(6);
        }
        if (b->margin < b->right)
            b->margin = b->right;
        /* An address beside another has lines of about one length by chance. */
        bool beside = b->margin < l->margin && b->n <= CELL_ROWS;
        if (b->n >= 4 && !beside && wrapped(l, b, b->margin) <= 20 &&
            wrapped(l, b, b->right) >= 80)
            b->margin = b->right;
    }
}

static int by_value(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* From a row to the next of the same block, in sizes of the type; 0 if they are
 * not below each other. */
static double step(const Linker *l, size_t i) {
    const PdfRow *a = l->v[i - 1], *b = l->v[i];
    double size = (2.0 * a->size + 8.0 * b->size) / 10;
    double d = (double)b->base - a->base;
    return a->page == b->page && size > 0 && d > 0.5 * size ? d / size : 0;
}

/* Most lines of a text are near each other. */
static void find_pitch(Linker *l) {
    double *all = ARENA_ARRAY(l->arena, double, l->n);
    size_t n = 0;
    for (size_t i = 1; i < l->n; i++) {
        double d = step(l, i);
        if (d > 0.8 && d < 3)
            all[n++] = d;
    }
    if (n > 0)
        qsort(all, n, sizeof *all, by_value);
    l->pitch = n > 0 ? all[n / 4] : 1.2;
    l->pitch = l->pitch > 2.4 ? 2.4 : l->pitch;
}

/* Is there more between the boxes of two rows than between others? */
static bool is_apart(const Linker *l, size_t i) {
    const PdfRow *a = l->v[i - 1], *b = l->v[i];
    double between = (double)b->base - b->h - a->base;
    double usual = (l->pitch * a->size - a->h + l->pitch * b->size - b->h) / 2;
    Len size = a->size < b->size ? a->size : b->size;
    double more = between - usual;
    return step(l, i) == 0 ||
           (more > l->pitch * size / 4 && more > LEN_OF_PT(3));
}

static void find_habits(Linker *l) {
    size_t sure = 0, blank = 0, gaps = 0, steps = 0, empty = 0;
    for (size_t i = 1; i < l->n; i++) {
        const PdfRow *a = l->v[i - 1], *b = l->v[i];
        if (step(l, i) == 0)
            continue;
        steps += would_fit(l, i, l->of[i - 1]->margin);
        gaps += is_apart(l, i);
        double lines = step(l, i) / l->pitch;
        empty += is_apart(l, i) && fabs(lines - round(lines)) < 0.1;
        bool room = (int64_t)l->margin - a->right > a->blank + LEN_OF_PT(1);
        if (!is_apart(l, i) && !would_fit(l, i, l->of[i - 1]->margin) &&
            begins_small(b->text) && !ends_sentence(a->text) && room) {
            sure++;
            blank += a->blank_end;
        }
    }
    l->blanks = sure >= 3 && blank * 10 >= sure * 9;
    /* Empty lines would be seen at the end of a page. */
    l->apart = gaps * 10 >= steps * 4 && empty * 10 < gaps * 8;
}

static void survey(Linker *l) {
    l->top = LEN_MAX;
    for (size_t i = 0; i < l->n; i++) {
        const PdfRow *row = l->v[i];
        if (row->right > l->margin && !has_address(row->text))
            l->margin = row->right;
        l->top = row->base - row->h < l->top ? row->base - row->h : l->top;
        l->bottom = row->base > l->bottom ? row->base : l->bottom;
    }
    find_blocks(l);
    find_margins(l);
    find_pitch(l);
    find_habits(l);
}

/* ---- row by row ---- */

typedef struct Item {
    bool open;
    Len x, text_x; /* of its label and its text */
    bool hangs;    /* its further rows begin below the text */
    bool known;
} Item;

static bool is_item(const Linker *l, size_t i, const Item *item, bool fits) {
    const PdfRow *row = l->v[i];
    if (!row->label || row->bullet)
        return row->bullet;
    uint32_t end = last_sign(l->v[i - 1]->text);
    bool ended = end == ';' || end == ',' || ends_sentence(l->v[i - 1]->text);
    Len off = item->x > row->x ? item->x - row->x : row->x - item->x;
    return fits || ended || (item->open && off < LEN_OF_PT(2) && item->hangs);
}

/* Is one more than so many hundredths larger than the other? */
static bool differ(Len a, Len b, int64_t percent) {
    int64_t small = a < b ? a : b, large = a < b ? b : a;
    return large * 100 > small * (100 + percent);
}

/* Is there a line's room, or more, from `from` down to `to`? */
static double lines_between(const Linker *l, const PdfRow *row, Len from,
                            Len to) {
    return ((double)to - from) / (l->pitch * (row->size > 0 ? row->size : 1));
}

/* Space at the end of a page or the beginning of the next: an empty line, but
 * for one at the end, which is also left where a paragraph's first line would
 * stand alone. */
static bool has_space(const Linker *l, size_t i) {
    const PdfRow *a = l->v[i - 1], *b = l->v[i];
    double behind = lines_between(l, a, a->base, l->bottom);
    double before = lines_between(l, b, l->top, b->base - b->h);
    bool wrapped = i + 1 < l->n && step(l, i + 1) > 0 && !is_apart(l, i + 1) &&
                   !would_fit(l, i + 1, l->of[i]->margin);
    return before > 0.8 || behind > 1.8 || (behind > 0.9 && !wrapped) ||
           l->apart;
}

/* A few lines of their own beside others, as an address in a table is: not
 * prose in a box, most of whose lines are wrapped. */
static bool is_cell(const Linker *l, const Block *b) {
    return b->n <= CELL_ROWS && b->margin < l->margin &&
           wrapped(l, b, b->margin) < 60;
}

/* Where a page or column ends nobody knows what space would have followed. */
static RowLink over_the_break(const Linker *l, size_t i, bool fits) {
    const PdfRow *a = l->v[i - 1], *b = l->v[i];
    bool other_page = a->page != b->page;
    if (b->bullet || differ(a->size, b->size, 10))
        return ROW_GAP;
    if (other_page && pdfwords_ends_address(a, b))
        return ROW_GAP;
    /* A paragraph that goes on does so in the first line. */
    if (other_page && lines_between(l, b, l->top, b->base - b->h) > 0.8)
        return ROW_GAP;
    /* From cell to cell of a table nothing goes on; columns of text are long.
     */
    bool cell = !other_page && is_cell(l, l->of[i - 1]);
    bool middle = begins_small(b->text) || (!ends_sentence(a->text) && !cell);
    if (!fits && (middle || (other_page && !has_space(l, i))))
        return ROW_JOIN;
    return !other_page || has_space(l, i) ? ROW_GAP : ROW_LINE;
}

/* Does the row begin further left or right than one that goes on would? */
static bool is_indented(const PdfRow *a, const PdfRow *b, Item *item) {
    Len tolerance = b->size / 3;
    if (!item->open)
        return b->x > a->x + tolerance;
    if (!item->known) {
        item->known = true;
        item->hangs = b->x > item->x + tolerance;
        return b->x > item->text_x + tolerance;
    }
    Len want = item->hangs ? item->text_x : item->x;
    return b->x < want - tolerance || b->x > want + tolerance;
}

/* A program that puts a blank where it wraps, here put none, though there was
 * room and nothing else that a line may end with. */
static bool lacks_blank(const Linker *l, size_t i) {
    const PdfRow *a = l->v[i - 1];
    uint32_t last = last_char(a->text);
    bool room = (int64_t)l->margin - a->right > a->blank + LEN_OF_PT(1);
    /* Of a column nobody knows what stands at the end of its lines. */
    bool column = l->of[i - 1]->margin < l->margin;
    return l->blanks && !a->blank_end && room && !column && last != '-' &&
           last != '/' && last < 0x2E80;
}

/* All of a row in bold, or nothing of it. */
static bool is_all(const PdfRow *row, bool strong) {
    for (size_t i = 0; i < row->n; i++)
        if (row->pieces[i].style.strong != strong &&
            !(row->pieces[i].n == 1 && strchr(" \t", row->pieces[i].s[0])))
            return false;
    return row->n > 0;
}

/* "Salutation: Dear Director": a word with a colon begins a line of its own. */
static bool begins_label(const PdfRow *row) {
    const char *blank = memchr(row->text.s, ' ', row->text.n);
    return blank && blank > row->text.s && blank[-1] == ':' &&
           !begins_small(row->text);
}

/* In a cell a line ends where it does, but for one that fills it. */
static bool ends_line(const Linker *l, size_t i) {
    const PdfRow *a = l->v[i - 1], *b = l->v[i];
    int64_t room = (int64_t)l->of[i - 1]->margin - a->right;
    return begins_label(b) || (room > LEN_OF_PT(12) && !begins_small(b->text));
}

static RowLink link_row(const Linker *l, size_t i, Item *item) {
    const PdfRow *a = l->v[i - 1], *b = l->v[i];
    bool fits = would_fit(l, i, l->of[i - 1]->margin);
    if (lacks_blank(l, i))
        fits = true;
    if (step(l, i) == 0)
        return over_the_break(l, i, fits);
    if (is_apart(l, i) || differ(a->size, b->size, 25))
        return ROW_GAP;
    if (is_item(l, i, item, fits) || fits || b->raised)
        return ROW_LINE;
    /* Other type is another thing; much larger type is a heading. */
    if (differ(a->size, b->size, 10) ||
        (is_cell(l, l->of[i - 1]) && ends_line(l, i)) ||
        (is_all(a, true) && is_all(b, false) && !begins_small(b->text)))
        return ROW_LINE;
    return is_indented(a, b, item) ? ROW_LINE : ROW_JOIN;
}

void pdfrows_link(Arena *a, PdfRow **list, size_t n) {
    Linker l = {.arena = a, .v = list, .n = n};
    Item item = {.open = false};
    if (n == 0)
        return;
    survey(&l);
    PdfWords *words = pdfwords_new(a, list, n);
    list[0]->link = ROW_GAP;
    for (size_t i = 0; i < n; i++) {
        PdfRow *row = list[i];
        if (i > 0)
            row->link = link_row(&l, i, &item);
        if (row->link == ROW_JOIN)
            row->glue = pdfwords_glue(words, list[i - 1], row);
        else
            item =
                (Item){.open = row->label, .x = row->x, .text_x = row->text_x};
    }
}
