#include "page/flow.h"

#include <assert.h>

/* Lines that must stay together at either side of a page break. */
#define TOGETHER 2
#define RULE_WIDTH LEN_OF_PT(0.4)
/* Above the footnotes: air, a short rule, air. */
#define NOTE_SPACE LEN_OF_PT(14)
#define NOTE_RULE_Y LEN_OF_PT(7)

typedef struct Pager {
    Arena *arena;
    const FlowInput *in;
    VEC(FlowPlace) places;
    size_t page;
    Len y;     /* next free place on the page */
    Len notes; /* height of the page's footnotes, the space above included */
} Pager;

/* Lines after the first start where the distance of the baselines puts them:
 * a paragraph cut by a page break keeps its leading. */
static Len line_top(const Para *p, size_t i) {
    if (i == 0)
        return 0;
    return i >= p->n ? p->height : p->lines[i].baseline - p->lines[0].baseline;
}

Len flow_box_height(const FlowBox *b, size_t from, size_t to) {
    if (b->para.n == 0)
        return b->height;
    return line_top(&b->para, to) - line_top(&b->para, from);
}

static size_t line_count(const FlowBox *b) {
    return b->para.n;
}

static bool has_mark(const FlowMark *m, size_t from, size_t to) {
    return m->line >= from && m->line < to;
}

/* What the footnotes marked in lines [from, to) of `b` add to a page that has
 * `so_far` of them. A box without text of its own has its marks on line 0. */
static Len notes_height(const Pager *p, const FlowBox *b, size_t from,
                        size_t to, Len so_far) {
    Len h = 0;
    if (b->para.n == 0)
        to = 1;
    for (size_t i = 0; i < b->nmarks; i++) {
        if (!has_mark(&b->marks[i], from, to))
            continue;
        const FlowBox *note = &p->in->notes[b->marks[i].note];
        if (so_far + h == 0)
            h += NOTE_SPACE;
        h += flow_box_height(note, 0, line_count(note));
    }
    return h;
}

static Len page_height(const Pager *p, size_t page) {
    return page == 0 ? p->in->first : p->in->other;
}

static bool at_top(const Pager *p) {
    return p->y == 0;
}

static Len space_above(const Pager *p, const FlowBox *b, size_t from) {
    return from == 0 && !at_top(p) ? b->space : 0;
}

static bool fits(const Pager *p, const FlowBox *b, size_t from, size_t to) {
    Len need = space_above(p, b, from) + flow_box_height(b, from, to) +
               notes_height(p, b, from, to, p->notes);
    return p->y + p->notes + need <= page_height(p, p->page);
}

static void new_page(Pager *p) {
    p->page++;
    p->y = 0;
    p->notes = 0;
}

static void place(Pager *p, const FlowBox *b, size_t from, size_t to) {
    p->y += space_above(p, b, from);
    FlowPlace at = {b, from, to, p->page, p->y, false};
    vec_push(p->arena, &p->places, at);
    p->y += flow_box_height(b, from, to);
    p->notes += notes_height(p, b, from, to, p->notes);
}

/* How many lines of `b` from `from` may stand on this page: all, or so many
 * that two stay at either side, or none. */
static size_t lines_that_fit(const Pager *p, const FlowBox *b, size_t from) {
    size_t n = line_count(b), k = n;
    while (k > from && !fits(p, b, from, k))
        k--;
    if (k == n)
        return n;
    if (n - k < TOGETHER)
        k = n > TOGETHER ? n - TOGETHER : 0;
    return k >= from + TOGETHER ? k : from;
}

/* Forget the places from `keep` on. */
static void take_back(Pager *p, size_t keep) {
    p->places.n = keep;
}

/* Nothing of the box at `*box` fits here. Take back what must stay with it,
 * start a new page, and tell where to go on. */
static void pull(Pager *p, size_t *box, size_t *from) {
    size_t keep = p->places.n;
    while (keep > 0) {
        FlowPlace *last = &p->places.v[keep - 1];
        size_t n = line_count(last->box);
        if (last->page != p->page || !last->box->keep)
            break;
        if (last->to == n && n >= last->from + 2 * TOGETHER) {
            /* Long enough to be cut: its last lines go along. */
            last->to = n - TOGETHER;
            *box = (size_t)(last->box - p->in->boxes);
            *from = n - TOGETHER;
            take_back(p, keep);
            new_page(p);
            return;
        }
        keep--;
    }
    /* A chain that fills its page from the top cannot move further. */
    bool whole_page = keep == 0 || p->places.v[keep - 1].page != p->page;
    if (!whole_page && keep < p->places.n) {
        *box = (size_t)(p->places.v[keep].box - p->in->boxes);
        *from = p->places.v[keep].from;
        take_back(p, keep);
    }
    new_page(p);
}

static void place_boxes(Pager *p) {
    const FlowBox *boxes = p->in->boxes;
    size_t from = 0;
    for (size_t i = 0; i < p->in->n;) {
        const FlowBox *b = &boxes[i];
        size_t n = line_count(b);
        size_t k = n == 0 ? 0 : lines_that_fit(p, b, from);
        bool stuck = n == 0 ? !fits(p, b, 0, 0) : k == from;
        if (stuck && !at_top(p)) {
            pull(p, &i, &from);
            continue;
        }
        if (stuck && n > 0)
            k = from + 1; /* a page lower than two lines */
        place(p, b, from, k);
        from = k;
        if (k < n) {
            new_page(p);
            continue;
        }
        i++;
        from = 0;
    }
}

/* Footnotes go to the foot of the page of their mark. */
static void place_notes(Pager *p) {
    size_t n = p->places.n;
    for (size_t page = 0; page <= p->page; page++) {
        Len height = 0;
        for (size_t pass = 0; pass < 2; pass++) {
            Len y = page_height(p, page) - height;
            for (size_t i = 0; i < n; i++) {
                const FlowPlace *at = &p->places.v[i];
                const FlowBox *b = at->box;
                for (size_t k = 0; k < b->nmarks && at->page == page; k++) {
                    if (b->para.n && !has_mark(&b->marks[k], at->from, at->to))
                        continue;
                    const FlowBox *note = &p->in->notes[b->marks[k].note];
                    Len h = flow_box_height(note, 0, line_count(note));
                    FlowPlace foot = {note, 0, line_count(note), page, y, true};
                    if (pass == 1)
                        vec_push(p->arena, &p->places, foot);
                    y += h;
                    height += pass == 0 ? h : 0;
                }
            }
        }
    }
}

/* What runs over most. */
static void find_over(const Pager *p, Flow *out) {
    Len *foot = ARENA_ARRAY(p->arena, Len, out->pages);
    for (size_t page = 0; page < out->pages; page++)
        foot[page] = page_height(p, page);
    for (size_t i = 0; i < out->n; i++) {
        const FlowPlace *at = &out->v[i];
        if (at->note && at->y - NOTE_SPACE < foot[at->page])
            foot[at->page] = at->y - NOTE_SPACE;
    }
    out->over = out->n;
    for (size_t i = 0; i < out->n; i++) {
        const FlowPlace *at = &out->v[i];
        Len by =
            at->y + flow_box_height(at->box, at->from, at->to) - foot[at->page];
        if (at->note || by <= out->over_by)
            continue;
        out->over = i;
        out->over_by = by;
    }
}

static Span span_of(const FlowBox *b, Span where) {
    const Para *p = b->para.n ? &b->para : NULL;
    for (size_t i = 0; i < b->ncells && !p; i++)
        p = b->cells[i].para.n ? &b->cells[i].para : NULL;
    Span at = b->image ? b->image_at
              : p      ? ustring_span(&p->text, 0, 1)
                       : (Span){0};
    return at.src ? at : where;
}

void flow_tell_over(const Flow *flow, const FlowBox *box, Span where,
                    Diag *diag) {
    if (flow->over == flow->n)
        return;
    bool noted = box->nmarks > 0;
    diag_at(diag, DIAG_ERROR, span_of(box, where),
            "%s %.1f mm higher than the room on its page; %s",
            box->image ? "this picture is"
            : noted    ? "this and its footnotes are"
                       : "this is",
            len_mm(flow->over_by),
            box->image ? "cut some of it off, or make it smaller"
            : noted    ? "shorten them, or divide what they stand below"
                       : "shorten or divide it");
}

void flow_paginate(Arena *a, const FlowInput *in, Flow *out) {
    Pager p = {.arena = a, .in = in};
    place_boxes(&p);
    Len end = p.y;
    if (in->nnotes)
        place_notes(&p);
    *out = (Flow){.v = p.places.v,
                  .n = p.places.n,
                  .pages = p.page + 1,
                  .end = end,
                  .rule_x = in->rule_x};
    find_over(&p, out);
}

static void draw_cells(Arena *a, const FlowBox *b, Len x, Len y,
                       DisplayItems *to) {
    for (size_t i = 0; i < b->ncells; i++) {
        const FlowCell *cell = &b->cells[i];
        Len shift = cell->y;
        if (cell->on_baseline) {
            assert(b->para.n > 0 && cell->para.n > 0);
            shift = b->para.lines[0].baseline - cell->para.lines[0].baseline;
        }
        display_para(a, to, cell->tag, x + cell->x, y + shift, &cell->para, 0,
                     cell->para.n);
    }
}

static void draw_rules(Arena *a, const FlowBox *b, Len x, Len y,
                       DisplayItems *to) {
    for (size_t i = 0; i < b->nrules; i++) {
        const FlowRule *r = &b->rules[i];
        display_line(a, to, DISPLAY_NO_TAG, x + r->x, y + r->y, x + r->x + r->w,
                     y + r->y, RULE_WIDTH, 0, 0);
    }
}

void flow_draw_note_rule(Arena *a, const FlowPlace *at, Len rule_x, Len x,
                         Len y, DisplayItems *to) {
    Len up = y + at->y - NOTE_RULE_Y;
    display_line(a, to, DISPLAY_NO_TAG, x + rule_x, up,
                 x + rule_x + FLOW_NOTE_RULE, up, RULE_WIDTH, 0, 0);
}

void flow_draw_box(Arena *a, const FlowPlace *at, const FlowBox *b, Len x,
                   Len y, DisplayItems *to) {
    Len top = y + at->y;
    if (at->from == 0)
        draw_cells(a, b, x, top, to);
    if (at->from == 0 && b->drawing)
        display_turned(a, b->drawing, to, 0, 0, 0, x, top);
    if (b->image)
        display_image(a, to, b->tag, x + b->image_x, top, b->image_w,
                      b->image_h, b->image);
    if (b->para.n)
        display_para(a, to, b->tag, x + b->x, top, &b->para, at->from, at->to);
    draw_rules(a, b, x, top, to);
}
