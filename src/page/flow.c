#include "page/flow.h"

#include <assert.h>

/* Lines that must stay together at either side of a page break. */
#define TOGETHER 2
#define PEN_RULE LEN_OF_PT(0.5)

typedef struct Pager {
    Arena *arena;
    const FlowBox *boxes;
    size_t n;
    Len first, other;
    VEC(FlowPlace) places;
    size_t page;
    Len y; /* next free place on the page */
} Pager;

static Len line_top(const Para *p, size_t i) {
    /* The first line starts at the paragraph's top, the others half-way
     * between the baselines' leading: the distance of baselines is what
     * counts, so tops are taken relative to the first. */
    return i == 0      ? 0
           : i >= p->n ? p->height
                       : p->lines[i].baseline - p->lines[0].baseline;
}

static Len lines_height(const FlowBox *b, size_t from, size_t to) {
    if (b->para.n == 0)
        return b->height;
    return line_top(&b->para, to) - line_top(&b->para, from);
}

static Len room(const Pager *p) {
    return (p->page == 0 ? p->first : p->other) - p->y;
}

static bool at_top(const Pager *p) {
    return p->y == 0;
}

static void new_page(Pager *p) {
    p->page++;
    p->y = 0;
}

static void place(Pager *p, size_t box, size_t from, size_t to) {
    const FlowBox *b = &p->boxes[box];
    if (from == 0 && !at_top(p))
        p->y += b->space;
    FlowPlace at = {box, from, to, p->page, p->y};
    vec_push(p->arena, &p->places, at);
    p->y += lines_height(b, from, to);
}

/* How many lines of `box` from `from` may stand on this page: all, or so many
 * that two stay at either side, or none. */
static size_t lines_that_fit(const Pager *p, size_t box, size_t from) {
    const FlowBox *b = &p->boxes[box];
    size_t n = b->para.n, k = n;
    Len free = room(p) - (from == 0 && !at_top(p) ? b->space : 0);
    while (k > from && lines_height(b, from, k) > free)
        k--;
    if (k == n)
        return n;
    if (n - k < TOGETHER)
        k = n > TOGETHER ? n - TOGETHER : 0;
    return k >= from + TOGETHER ? k : from;
}

/* Nothing of `box` fits here. Take back what must stay with it, start a new
 * page, and tell where to go on. */
static void pull(Pager *p, size_t *box, size_t *from) {
    size_t keep = p->places.n;
    while (keep > 0) {
        const FlowPlace *last = &p->places.v[keep - 1];
        if (last->page != p->page || !p->boxes[last->box].keep)
            break;
        size_t n = p->boxes[last->box].para.n;
        if (last->to == n && n >= last->from + 2 * TOGETHER) {
            /* Long enough to be cut: its last lines go along. */
            p->places.v[keep - 1].to = n - TOGETHER;
            *box = last->box;
            *from = n - TOGETHER;
            p->places.n = keep;
            new_page(p);
            return;
        }
        keep--;
    }
    /* A chain that fills its page from the top cannot move further. */
    bool whole_page = keep == 0 || p->places.v[keep - 1].page != p->page;
    if (!whole_page && keep < p->places.n) {
        *box = p->places.v[keep].box;
        *from = p->places.v[keep].from;
        p->places.n = keep;
    }
    new_page(p);
}

void flow_paginate(Arena *a, const FlowBox *boxes, size_t n, Len first,
                   Len other, Flow *out) {
    Pager p = {
        .arena = a, .boxes = boxes, .n = n, .first = first, .other = other};
    size_t from = 0;
    for (size_t i = 0; i < n;) {
        const FlowBox *b = &boxes[i];
        if (b->para.n == 0) {
            if (b->height + b->space > room(&p) && !at_top(&p)) {
                pull(&p, &i, &from);
                continue;
            }
            place(&p, i++, 0, 0);
            from = 0;
            continue;
        }
        size_t k = lines_that_fit(&p, i, from);
        if (k == from && at_top(&p))
            k = from + 1; /* a page lower than two lines: no way to keep them */
        if (k == from) {
            pull(&p, &i, &from);
            continue;
        }
        place(&p, i, from, k);
        from = k;
        if (k == b->para.n) {
            i++;
            from = 0;
        } else {
            new_page(&p);
        }
    }
    *out = (Flow){p.places.v, p.places.n, p.page + 1, p.y};
}

void flow_draw(Arena *a, const FlowBox *boxes, const Flow *flow, size_t page,
               Len x, Len y, DisplayItems *to) {
    for (size_t i = 0; i < flow->n; i++) {
        const FlowPlace *at = &flow->v[i];
        const FlowBox *b = &boxes[at->box];
        if (at->page != page)
            continue;
        if (b->marker && at->from == 0) {
            /* On the baseline of the first line, whatever its own height. */
            assert(b->para.n > 0);
            Len shift =
                b->para.lines[0].baseline - b->marker->lines[0].baseline;
            display_para(a, to, b->marker_tag, x + b->marker_x,
                         y + at->y + shift, b->marker, 0, b->marker->n);
        }
        if (b->para.n)
            display_para(a, to, b->tag, x + b->x, y + at->y, &b->para, at->from,
                         at->to);
        if (b->rule_w)
            display_line(a, to, DISPLAY_NO_TAG, x + b->rule_x,
                         y + at->y + b->height, x + b->rule_x + b->rule_w,
                         y + at->y + b->height, PEN_RULE, 0, 0);
    }
}
