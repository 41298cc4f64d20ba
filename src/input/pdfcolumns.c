/* Columns that poppler took for one block: cells of a table, addresses side by
 * side that end where the next begins. It gives their lines row by row. */
#include "input/pdfrows.h"

#include <stdlib.h>
#include <string.h>

/* Columns of one block; more are a table of figures. */
#define COLUMNS 6
/* Lines of a block that are compared with one another. */
#define LINES 400
/* What begins in one column begins at the same place. */
#define ALIGNED LEN_OF_PT(2)

typedef VEC(PdfLine) LineList;

typedef struct Columns {
    Arena *arena;
    const PdfPage *page;
    size_t next; /* block that is free */
    LineList out;
} Columns;

static int64_t right_of(const PdfLine *l) {
    return (int64_t)l->box.x + l->box.w;
}

static int64_t middle_of(const PdfLine *l) {
    return (int64_t)l->box.y + l->box.h / 2;
}

static bool starts_at(const PdfLine *l, Len x) {
    return l->box.x > x - ALIGNED && l->box.x < x + ALIGNED;
}

/* A bullet, the number of an item, "Visits:": what stands right of it is its
 * own text. Words [from, to). */
static bool is_label(const PdfPage *page, size_t from, size_t to) {
    const PdfWord *last = &page->words[to - 1];
    uint32_t end = last->s[last->n - 1];
    bool short_one = to - from == 1 && last->n <= 3;
    return end == ':' || end == 0xFF1A || short_one;
}

/* ---- where a column begins ---- */

typedef struct Split {
    Len x;
    int64_t top, bottom; /* of its lines: middles of the first and the last */
} Split;

static bool within(const PdfLine *l, const Split *s) {
    return middle_of(l) > s->top - l->box.h &&
           middle_of(l) < s->bottom + l->box.h;
}

/* The word of a line that begins in the column; 0: none does, or the first. A
 * line of a full cell comes with that of the next as one. */
static size_t word_at(const PdfPage *page, const PdfLine *l, Len x) {
    for (size_t w = l->from + 1; w < l->to; w++)
        if (page->words[w].box.x > x - ALIGNED &&
            page->words[w].box.x < x + ALIGNED)
            return w;
    return 0;
}

/* From the first line that begins at s->x to the last. */
static size_t measure(const LineList *list, Split *s) {
    size_t n = 0;
    s->top = INT64_MAX;
    s->bottom = INT64_MIN;
    for (size_t i = 0; i < list->n; i++) {
        const PdfLine *l = &list->v[i];
        if (!starts_at(l, s->x))
            continue;
        n++;
        s->top = middle_of(l) < s->top ? middle_of(l) : s->top;
        s->bottom = middle_of(l) > s->bottom ? middle_of(l) : s->bottom;
    }
    return n;
}

static bool is_split(const Columns *c, const LineList *list, Split *s) {
    size_t left = 0, labels = 0;
    if (measure(list, s) < 2)
        return false;
    for (size_t i = 0; i < list->n; i++) {
        const PdfLine *l = &list->v[i];
        if (l->box.x >= s->x - ALIGNED || !within(l, s))
            continue;
        size_t word = word_at(c->page, l, s->x);
        if (right_of(l) > s->x && word == 0)
            return false;
        left++;
        labels += is_label(c->page, l->from, word ? word : l->to);
    }
    return left >= 2 && labels * 2 < left;
}

/* The leftmost place where lines begin beside others. */
static bool find_split(const Columns *c, const LineList *list, Split *out) {
    bool found = false;
    *out = (Split){.x = LEN_MAX};
    for (size_t i = 0; i < list->n; i++) {
        Split s = {.x = list->v[i].box.x};
        if (s.x < out->x && is_split(c, list, &s)) {
            *out = s;
            found = true;
        }
    }
    return found;
}

/* ---- parting ---- */

enum { ABOVE, LEFT, RIGHT, BELOW, PARTS };

/* What stands below both columns, from the first line that reaches from one to
 * the other. */
static int64_t end_of(const LineList *list, const Split *s) {
    int64_t end = INT64_MAX, first = INT64_MAX;
    size_t below = 0;
    for (size_t i = 0; i < list->n; i++) {
        const PdfLine *l = &list->v[i];
        if (!within(l, s) && middle_of(l) > s->bottom && right_of(l) > s->x &&
            middle_of(l) < end)
            end = middle_of(l);
    }
    for (size_t i = 0; i < list->n; i++) {
        const PdfLine *l = &list->v[i];
        bool is = middle_of(l) > s->bottom + l->box.h / 2 && middle_of(l) < end;
        below += is;
        first = is && middle_of(l) < first ? middle_of(l) : first;
    }
    /* One alone is below both: a salutation. */
    return below == 1 ? first : end;
}

static int part_of(const PdfLine *l, const Split *s, int64_t end) {
    if (!within(l, s) && middle_of(l) < s->top)
        return ABOVE;
    if (middle_of(l) >= end)
        return BELOW;
    return l->box.x >= s->x - ALIGNED ? RIGHT : LEFT;
}

/* Words [from, to) of a line as a line. */
static PdfLine some_words(const PdfPage *page, const PdfLine *l, size_t from,
                          size_t to) {
    PdfLine line = *l;
    const PdfBox *first = &page->words[from].box;
    const PdfBox *last = &page->words[to - 1].box;
    line.from = from;
    line.to = to;
    line.box.x = first->x;
    line.box.w = (Len)((int64_t)last->x + last->w - first->x);
    return line;
}

static void part(Columns *c, const LineList *list, const Split *s,
                 LineList parts[PARTS]) {
    int64_t end = end_of(list, s);
    for (size_t i = 0; i < list->n; i++) {
        const PdfLine *l = &list->v[i];
        int p = part_of(l, s, end);
        size_t word =
            p == LEFT && right_of(l) > s->x ? word_at(c->page, l, s->x) : 0;
        if (word == 0) {
            vec_push(c->arena, &parts[p], *l);
            continue;
        }
        PdfLine left = some_words(c->page, l, l->from, word);
        PdfLine right = some_words(c->page, l, word, l->to);
        vec_push(c->arena, &parts[LEFT], left);
        vec_push(c->arena, &parts[RIGHT], right);
    }
}

static void put(Columns *c, const LineList *list, bool other) {
    for (size_t i = 0; i < list->n; i++) {
        vec_push(c->arena, &c->out, list->v[i]);
        if (other)
            c->out.v[c->out.n - 1].block = c->next;
    }
    c->next += other;
}

/* What stands below a column and begins far left of it is no part of it: the
 * index of its first line. */
static size_t column_end(const LineList *list) {
    size_t i = 1;
    while (i < list->n && starts_at(&list->v[i], list->v[0].box.x))
        i++;
    bool left = i < list->n &&
                list->v[i].box.x < list->v[0].box.x - LEN_OF_PT(36) &&
                list->v[i].box.y > list->v[i - 1].box.y;
    return i >= 3 && left ? i : list->n;
}

static void put_column(Columns *c, const LineList *list, bool other) {
    LineList first = *list, rest = *list;
    first.n = list->n > 0 ? column_end(list) : 0;
    put(c, &first, other);
    rest.v += first.n;
    rest.n -= first.n;
    put(c, &rest, true);
}

static void split_block(Columns *c, const LineList *list, int depth,
                        bool other) {
    Split s;
    LineList parts[PARTS] = {{0}};
    if (depth == 0 || list->n < 3 || list->n > LINES ||
        !find_split(c, list, &s)) {
        put_column(c, list, other);
        return;
    }
    part(c, list, &s, parts);
    put(c, &parts[ABOVE], true);
    put(c, &parts[LEFT], true);
    split_block(c, &parts[RIGHT], depth - 1, true);
    split_block(c, &parts[BELOW], depth - 1, true);
}

/* Does the block that begins at line `next` go on where the one before it
 * ended, as the left of two columns does? */
static bool continues(const LineList *list, const PdfLine *next) {
    const PdfLine *first = &list->v[0], *last = first;
    for (size_t i = 0; i < list->n; i++)
        if (starts_at(&list->v[i], first->box.x) &&
            middle_of(&list->v[i]) > middle_of(last))
            last = &list->v[i];
    int64_t step = middle_of(next) - middle_of(last);
    return starts_at(next, first->box.x) && step > 0 &&
           step < (int64_t)last->box.h * 5 / 4;
}

void pdfcolumns_part(Arena *a, PdfPage *page) {
    Columns c = {.arena = a, .page = page};
    const PdfLine *lines = page->lines;
    for (size_t i = 0; i < page->nlines; i++)
        c.next = lines[i].block >= c.next ? lines[i].block + 1 : c.next;
    for (size_t i = 0; i < page->nlines;) {
        LineList list = {0};
        Split s;
        size_t to = i;
        for (bool more = true; more;) {
            size_t block = lines[to].block;
            while (to < page->nlines && lines[to].block == block) {
                vec_push(a, &list, lines[to]);
                to++;
            }
            more = to < page->nlines && list.n <= LINES &&
                   continues(&list, &lines[to]) && find_split(&c, &list, &s);
        }
        split_block(&c, &list, COLUMNS, false);
        i = to;
    }
    page->lines = c.out.v;
    page->nlines = c.out.n;
}
