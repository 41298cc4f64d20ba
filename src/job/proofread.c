#include "job/proofread.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "input/pdftext.h"
#include "text/visual.h"

/* ---- what is to be read ---- */

static void expect_line(Arena *a, const Para *p, ProofLine *out) {
    VEC(uint32_t) all = {0};
    for (size_t i = 0; i < p->n; i++) {
        size_t n;
        const uint32_t *s = visual_line(a, p, i, &n);
        for (size_t k = 0; k < n; k++)
            vec_push(a, &all, s[k]);
    }
    *out = (ProofLine){all.v, all.n, false};
    for (uint32_t i = 0; i < p->text.n; i++)
        out->rtl = out->rtl || p->items.levels[i] % 2 == 1;
}

void proofread_expect(Arena *a, const AddressFit *fit, ProofText *out) {
    *out = (ProofText){ARENA_ARRAY(a, ProofLine, fit->n), fit->n};
    for (size_t i = 0; i < fit->n; i++)
        expect_line(a, &fit->lines[i].para, &out->lines[i]);
}

/* ---- a page by rows, to find the box at a point ---- */

#define ROW LEN_OF_PT(12)

/* All lines of one address at one place: `from` to `to` among the boxes. */
typedef struct Copy {
    size_t from, to;
    Len x, y, right, bottom;
    const PdfWord *stray; /* between its lines; NULL: none */
} Copy;

/* A word in a box, by its place along the line. */
typedef struct Seen {
    Len along;
    size_t order;
    const PdfWord *word;
} Seen;

typedef struct Page {
    Arena *arena;
    const ProofBox *boxes;
    size_t nboxes;
    VEC(Copy) copies;
    size_t rows;
    VEC(size_t) * in_row; /* copies that reach into it */
    VEC(Seen) * seen;     /* by box */
} Page;

static size_t row_of(const Page *p, Len y) {
    size_t row = y < 0 ? 0 : (size_t)(y / ROW);
    return row < p->rows ? row : p->rows - 1;
}

/* With half an em around: see box_at. */
static void grow(Copy *c, const ProofBox *b) {
    Len em = (b->turn % 2 ? b->w : b->h) / 2;
    c->x = b->x - em < c->x ? b->x - em : c->x;
    c->y = b->y - em < c->y ? b->y - em : c->y;
    c->right = b->x + b->w + em > c->right ? b->x + b->w + em : c->right;
    c->bottom = b->y + b->h + em > c->bottom ? b->y + b->h + em : c->bottom;
}

/* `next` goes on with the address that `x` is of. */
static bool same_copy(const DisplayMark *x, const DisplayMark *next) {
    return x->address == next->address && x->number == next->number &&
           x->line <= next->line;
}

static void begin_page(Page *p, Arena *a, const PdfPage *pdf,
                       const ProofBox *boxes, size_t n) {
    *p = (Page){.arena = a, .boxes = boxes, .nboxes = n};
    p->rows = (size_t)(pdf->h / ROW) + 1;
    p->in_row = arena_calloc(a, p->rows, sizeof *p->in_row);
    p->seen = arena_calloc(a, n, sizeof *p->seen);
    for (size_t i = 0; i < n; i++) {
        const ProofBox *b = &boxes[i];
        Copy c = {i, i, b->x, b->y, b->x + b->w, b->y + b->h, NULL};
        if (i == 0 || !same_copy(&boxes[i - 1].mark, &b->mark))
            vec_push(a, &p->copies, c);
        Copy *last = &p->copies.v[p->copies.n - 1];
        last->to = i + 1;
        grow(last, b);
    }
    for (size_t i = 0; i < p->copies.n; i++) {
        const Copy *c = &p->copies.v[i];
        for (size_t r = row_of(p, c->y); r <= row_of(p, c->bottom); r++)
            vec_push(a, &p->in_row[r], i);
    }
}

static bool inside(Len v, Len from, Len n) {
    return v >= from && v <= from + n;
}

/* The line that a word with its middle at (x, y) stands on, of those near
 * enough the nearest; SIZE_MAX: none. Along the line half an em more counts: a
 * bracket at its end may stand half outside its advance. Across it the next
 * line is one em away or more. */
static size_t box_at(const Page *p, const Copy *c, Len x, Len y) {
    size_t found = SIZE_MAX;
    Len best = LEN_MAX;
    for (size_t i = c->from; i < c->to; i++) {
        const ProofBox *b = &p->boxes[i];
        bool upright = b->turn % 2;
        Len em = upright ? b->w : b->h;
        Len off = upright ? x - (b->x + b->w / 2) : y - (b->y + b->h / 2);
        off = off < 0 ? -off : off;
        bool along = upright ? inside(y, b->y - em / 2, b->h + em)
                             : inside(x, b->x - em / 2, b->w + em);
        if (along && off < best && off <= len_muldiv(em, 4, 5)) {
            best = off;
            found = i;
        }
    }
    return found;
}

/* Where a word begins along a line that is turned so. */
static Len along(const PdfBox *word, uint8_t turn) {
    switch (turn) {
    case 1:
        return word->y;
    case 2:
        return -(word->x + word->w);
    case 3:
        return -(word->y + word->h);
    default:
        return word->x;
    }
}

static bool is_seen(const PdfWord *w) {
    for (size_t i = 0; i < w->n; i++)
        if (visual_is_seen(w->s[i]))
            return true;
    return false;
}

static void see_word(Page *p, const PdfWord *word, size_t order) {
    Len x = word->box.x + word->box.w / 2, y = word->box.y + word->box.h / 2;
    size_t row = row_of(p, y);
    Copy *between = NULL;
    if (!is_seen(word))
        return;
    for (size_t i = 0; i < p->in_row[row].n; i++) {
        Copy *copy = &p->copies.v[p->in_row[row].v[i]];
        if (!inside(x, copy->x, copy->right - copy->x) ||
            !inside(y, copy->y, copy->bottom - copy->y))
            continue;
        size_t box = box_at(p, copy, x, y);
        if (box == SIZE_MAX) {
            between = copy; /* unless it is a neighbour's */
            continue;
        }
        Seen seen = {along(&word->box, p->boxes[box].turn), order, word};
        vec_push(p->arena, &p->seen[box], seen);
        return;
    }
    if (between)
        between->stray = word;
}

static int by_place(const void *a, const void *b) {
    const Seen *x = a, *y = b;
    if (x->along != y->along)
        return x->along < y->along ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* ---- comparing ---- */

typedef struct Reader {
    Arena *arena;  /* of what stays */
    Arena *page_a; /* of the page */
    const char *path;
    const ProofMarks *marks;
    const ProofText *texts;
    const char *const *names;
    Diag *diag;
    ProofReading *out;
    bool ok;
} Reader;

static const char *utf8(Arena *a, const uint32_t *s, size_t n) {
    char *out = arena_alloc(a, 4 * n + 1), *to = out;
    for (size_t i = 0; i < n; i++)
        to += utf8_put(to, s[i]);
    return out;
}

static const char *place(Arena *a, const ProofBox *b) {
    return b->mark.number > 0 ? arena_printf(a, "page %zu, label %zu",
                                             b->page + 1, b->mark.number)
                              : arena_printf(a, "page %zu", b->page + 1);
}

/* U+65B0 and its like; "nothing" past the end. */
static const char *code(Arena *a, const uint32_t *s, size_t n, size_t i) {
    return i < n ? arena_printf(a, "U+%04X", s[i]) : "nothing";
}

static void report(Reader *r, const ProofBox *b, const ProofLine *want,
                   const uint32_t *got, size_t n) {
    Arena *a = r->page_a;
    size_t at = 0;
    while (at < n && at < want->n && got[at] == want->s[at])
        at++;
    r->ok = false;
    diag_file(r->diag, DIAG_SYSTEM, r->path,
              "%s: \"%s\" cannot be proved: poppler reads \"%s\" where \"%s\" "
              "was set (%s for %s); nothing was written; please report this, "
              "it is a fault of envoi",
              place(a, b), r->names[b->mark.address], utf8(a, got, n),
              utf8(a, want->s, want->n), code(a, got, n, at),
              code(a, want->s, want->n, at));
}

typedef VEC(uint32_t) Chars;

static void put_seen(Arena *a, const PdfWord *w, Chars *to) {
    for (size_t i = 0; i < w->n; i++)
        if (visual_is_seen(w->s[i]))
            vec_push(a, to, w->s[i]);
}

/* The characters seen in boxes [from, to), which are one line. */
static uint32_t *gather(Page *p, size_t from, size_t to, size_t *n) {
    Chars all = {0};
    for (size_t i = from; i < to; i++) {
        Seen *v = p->seen[i].v;
        if (p->seen[i].n > 1)
            qsort(v, p->seen[i].n, sizeof *v, by_place);
        for (size_t k = 0; k < p->seen[i].n; k++)
            put_seen(p->arena, v[k].word, &all);
    }
    *n = all.n;
    return all.v;
}

static void check_copy(Reader *r, Page *p, const Copy *c) {
    size_t address = p->boxes[c->from].mark.address, chars = 0;
    const ProofText *want = &r->texts[address];
    ProofFound *found = &r->out->found[address];
    bool first = found->lines == NULL;
    if (first)
        found->lines = ARENA_ARRAY(r->arena, char *, want->n);
    size_t at = c->from;
    for (size_t line = 0; line < want->n; line++) {
        size_t from = at, n;
        while (at < c->to && p->boxes[at].mark.line == line)
            at++;
        const uint32_t *got = gather(p, from, at, &n);
        const ProofBox *where = &p->boxes[from < c->to ? from : c->from];
        if (!visual_same(p->arena, got, n, want->lines[line].s,
                         want->lines[line].n, want->lines[line].rtl))
            report(r, where, &want->lines[line], got, n);
        if (first)
            found->lines[line] = pdftext_logical(r->arena, got, n);
        chars += n;
    }
    if (c->stray)
        report(r, &p->boxes[c->from], &(ProofLine){NULL, 0, false}, c->stray->s,
               c->stray->n);
    found->chars = chars;
    found->copies++;
}

static void check_page(Reader *r, const PdfPage *pdf, const ProofBox *boxes,
                       size_t n) {
    Page p;
    begin_page(&p, r->page_a, pdf, boxes, n);
    for (size_t i = 0; i < pdf->nwords; i++)
        see_word(&p, &pdf->words[i], i);
    for (size_t i = 0; i < p.copies.n; i++)
        check_copy(r, &p, &p.copies.v[i]);
}

bool proofread_pdf(Arena *a, const char *path, int fd, const ProofMarks *marks,
                   const ProofText *texts, const char *const *names, Diag *diag,
                   ProofReading *out) {
    PdfTextOptions opt = {.name = path, .own = true};
    PdfReader *pdf = pdftext_open(a, fd, &opt, diag);
    if (!pdf)
        return false;
    Reader r = {a, arena_new(), path, marks, texts, names, diag, out, true};
    size_t at = 0;
    for (PdfPage page; pdftext_next(pdf, r.page_a, &page);) {
        size_t from = at;
        while (at < marks->boxes.n &&
               marks->boxes.v[at].page + 1 == page.number)
            at++;
        if (at > from)
            check_page(&r, &page, marks->boxes.v + from, at - from);
        arena_reset(r.page_a);
    }
    r.ok = pdftext_close(pdf) && r.ok;
    arena_free(r.page_a);
    if (r.ok && at < marks->boxes.n) {
        diag_file(diag, DIAG_SYSTEM, path,
                  "poppler finds no page %zu; nothing was written; please "
                  "report this, it is a fault of envoi",
                  marks->boxes.v[at].page + 1);
        r.ok = false;
    }
    return r.ok;
}
