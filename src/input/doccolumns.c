#include "input/doccolumns.h"

#include "base/utf8.h"
#include "model/addresswords.h"

#include <string.h>

#include <unicode/uchar.h>

/* So many lines must have something in the second column, and so many something
 * in both: one line with a wide gap is a line. */
#define COLUMN_LINES 3
#define COLUMN_PAIRS 2
/* Blanks between columns; at a line that is wider than the others, fewer. */
#define COLUMN_BLANKS 3
#define COLUMN_LEAST 2
/* Stops of tabs where a line has blanks too. */
#define TAB_COLUMNS 8
/* Columns are of addresses: what is longer is none, and a document made to do
 * harm may not have every line compared with every other. */
#define COLUMN_REACH 60
#define COLUMN_BYTES 400
#define NO_COLUMN SIZE_MAX

size_t doccolumns_width(uint32_t cp) {
    int width = u_getIntPropertyValue((UChar32)cp, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* ---- where the second column begins in a line ---- */

typedef struct Cut {
    bool fits;      /* nothing stands across the column */
    size_t left;    /* bytes of the first column's part */
    size_t right;   /* byte where the second's begins; n: it has none */
    size_t columns; /* where that stands */
} Cut;

/* At what column, or at the first tab. */
typedef struct Column {
    bool tab;
    size_t at;
} Column;

static Cut cut_at_tab(const char *s, size_t n) {
    Cut cut = {.fits = true, .left = n, .right = n};
    const char *tab = memchr(s, '\t', n);
    if (!tab)
        return cut;
    size_t at = (size_t)(tab - s);
    cut.left = at;
    while (at < n && is_blank(s[at]))
        at++;
    cut.right = at;
    /* A second stretch of tabs: a third column, which is parted later. */
    return cut;
}

static Cut cut_at_column(const char *s, size_t n, size_t column) {
    Cut cut = {.fits = true, .left = n, .right = n};
    size_t columns = 0, blanks = 0;
    for (size_t at = 0; at < n;) {
        size_t from = at;
        uint32_t cp = utf8_next(s, n, &at);
        bool blank = cp == ' ' || cp == '\t';
        if (!blank && columns >= column) {
            cut.fits = columns == blanks || blanks >= COLUMN_LEAST;
            cut.right = from;
            cut.columns = columns;
            return cut;
        }
        blanks = blank ? blanks : 0;
        size_t wide = cp == '\t' ? TAB_COLUMNS - columns % TAB_COLUMNS
                                 : doccolumns_width(cp);
        columns += wide;
        blanks += blank ? wide : 0;
        cut.left = blank ? cut.left : at;
        cut.fits = blank || columns + COLUMN_LEAST <= column ||
                   (at == n && columns <= column);
        if (!cut.fits)
            return cut;
    }
    return cut;
}

static Cut cut_of(const Source *src, const TextLine *line, Column column) {
    const char *s = src->bytes + line->off;
    size_t n = line->n;
    if (n > COLUMN_BYTES)
        return (Cut){.left = n, .right = n};
    while (n > 0 && is_blank(s[n - 1]))
        n--;
    Cut cut = column.tab ? cut_at_tab(s, n) : cut_at_column(s, n, column.at);
    while (cut.left > 0 && is_blank(s[cut.left - 1]))
        cut.left--;
    size_t lead = 0;
    while (lead < n && is_blank(s[lead]))
        lead++;
    if (cut.right == lead && cut.right < n)
        cut.left = 0;
    else if (cut.right < n)
        cut.left = cut.left < cut.right ? cut.left : cut.right;
    return cut;
}

/* ---- which lines ---- */

typedef struct Region {
    size_t from, to;
    size_t right, both, labels;
} Region;

/* A label, a bullet, the number of an item. */
static bool is_label(const char *s, size_t n) {
    AddressPart part;
    Text t = text_trim((Text){s, n, {0}});
    return t.n < 4 || (t.s[t.n - 1] == ':' || words_label(t, &part) >= t.n);
}

static void count(const Source *src, const TextLine *line, Column column,
                  Region *r) {
    Cut cut = cut_of(src, line, column);
    if (cut.right >= line->n)
        return;
    bool aligned = column.tab || cut.columns <= column.at + 1;
    r->right += aligned;
    r->both += cut.left > 0;
    r->labels += cut.left > 0 && is_label(src->bytes + line->off, cut.left);
}

/* Lines around `seed` across whose column nothing stands: up to an empty line,
 * or beyond it where the second column goes on. */
static Region region_of(const Source *src, const TextLines *lines, size_t seed,
                        size_t first, Column column) {
    Region r = {.from = seed, .to = seed};
    while (r.from > first && seed - r.from < COLUMN_REACH &&
           !lines->v[r.from].gap &&
           cut_of(src, &lines->v[r.from - 1], column).fits)
        r.from--;
    for (; r.to < lines->n && r.to - seed < COLUMN_REACH; r.to++) {
        const TextLine *line = &lines->v[r.to];
        Cut cut = cut_of(src, line, column);
        bool beside =
            cut.right < line->n && (column.tab || cut.columns <= column.at + 1);
        if (!cut.fits || (r.to > seed && line->gap && !beside))
            break;
    }
    for (size_t i = r.from; i < r.to; i++)
        count(src, &lines->v[i], column, &r);
    return r;
}

/* Labels and their values stand side by side too, and belong together. */
static bool is_columns(const Region *r) {
    return r->right >= COLUMN_LINES && r->both >= COLUMN_PAIRS &&
           r->labels * 2 < r->both;
}

/* The columns at which something stands behind a wide gap, one after another;
 * from byte *at on. */
static Column next_column(const Source *src, const TextLine *line, size_t *at,
                          size_t *columns, bool *seen) {
    const char *s = src->bytes + line->off;
    size_t blanks = 0;
    bool tabs = false;
    while (*at < line->n) {
        uint32_t cp = utf8_next(s, line->n, at);
        if (cp == ' ' || cp == '\t') {
            size_t wide = cp == '\t' ? TAB_COLUMNS - *columns % TAB_COLUMNS : 1;
            tabs = tabs || cp == '\t';
            blanks += wide;
            *columns += wide;
            continue;
        }
        size_t here = *columns;
        *columns += doccolumns_width(cp);
        if (*seen && (tabs || blanks >= COLUMN_BLANKS))
            return (Column){tabs, here};
        *seen = true;
        tabs = false;
        blanks = 0;
    }
    return (Column){false, NO_COLUMN};
}

static bool find_region(const Source *src, const TextLines *lines, size_t seed,
                        size_t first, Region *r, Column *column) {
    size_t at = 0, columns = 0;
    bool seen = false;
    if (lines->v[seed].n > COLUMN_BYTES)
        return false;
    for (;;) {
        Column c = next_column(src, &lines->v[seed], &at, &columns, &seen);
        if (c.at == NO_COLUMN)
            return false;
        /* A tab may be at a stop, or only part two cells. */
        Column tries[] = {{false, c.at}, {false, c.at - 1}, {true, c.at}};
        for (size_t i = 0; i < 2 + (size_t)c.tab; i++) {
            *r = region_of(src, lines, seed, first, tries[i]);
            *column = tries[i];
            if (is_columns(r))
                return true;
        }
    }
}

/* ---- all ---- */

/* Where the column begins in a line whose blanks reach beyond it: the columns
 * behind it are found in what follows. */
static size_t column_start(const char *s, const Cut *cut, Column column) {
    size_t at = cut->right, columns = cut->columns;
    while (!column.tab && at > cut->left && columns > column.at &&
           s[at - 1] == ' ') {
        at--;
        columns--;
    }
    return at;
}

/* Blanks before a cell, which are not its own. */
static void trim_cell(const Source *src, TextLine *cell) {
    while (cell->n > 0 && is_blank(src->bytes[cell->off])) {
        cell->off++;
        cell->n--;
    }
}

static void push_column(Arena *a, const Source *src, const TextLines *lines,
                        const Region *r, Column column, bool second,
                        TextLines *out) {
    bool gap = true;
    for (size_t i = r->from; i < r->to; i++) {
        const TextLine *line = &lines->v[i];
        Cut cut = cut_of(src, line, column);
        size_t from =
            second ? column_start(src->bytes + line->off, &cut, column) : 0;
        size_t to = second ? line->n : cut.left;
        gap = gap || line->gap;
        if (from >= to || (second && cut.right >= line->n)) {
            gap = true;
            continue;
        }
        TextLine cell = {
            .off = line->off + from, .n = to - from, .gap = gap, .cell = true};
        vec_push(a, out, cell);
        gap = false;
    }
}

void doccolumns_part(Arena *a, const Source *src, TextLines *lines) {
    TextLines out = {0};
    size_t first = 0; /* lines before it are done */
    for (size_t i = 0; i < lines->n; i++) {
        Region r;
        Column column;
        if (!find_region(src, lines, i, first, &r, &column))
            continue;
        for (size_t k = first; k < r.from; k++)
            vec_push(a, &out, lines->v[k]);
        TextLines second = {0};
        push_column(a, src, lines, &r, column, false, &out);
        push_column(a, src, lines, &r, column, true, &second);
        doccolumns_part(a, src,
                        &second); /* each has fewer bytes than its line */
        for (size_t k = 0; k < second.n; k++) {
            trim_cell(src, &second.v[k]);
            vec_push(a, &out, second.v[k]);
        }
        first = r.to;
        i = r.to - 1;
    }
    if (first == 0)
        return;
    for (size_t k = first; k < lines->n; k++)
        vec_push(a, &out, lines->v[k]);
    if (out.n > 0)
        out.v[0].gap = lines->v[0].gap;
    *lines = out;
}
