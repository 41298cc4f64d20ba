#include "job/proofmarks.h"

static bool same_line(const ProofBox *a, const ProofBox *b) {
    return a->mark.address == b->mark.address &&
           a->mark.number == b->mark.number && a->mark.line == b->mark.line &&
           a->page == b->page && a->turn == b->turn && a->base == b->base;
}

static void extend(ProofBox *last, const ProofBox *b) {
    Len right = last->x + last->w, bottom = last->y + last->h;
    right = b->x + b->w > right ? b->x + b->w : right;
    bottom = b->y + b->h > bottom ? b->y + b->h : bottom;
    last->x = b->x < last->x ? b->x : last->x;
    last->y = b->y < last->y ? b->y : last->y;
    last->w = right - last->x;
    last->h = bottom - last->y;
}

/* Add a box, or make the one before longer if it is the same line. */
static void add(Arena *a, ProofBoxes *out, ProofBox b) {
    if (out->n > 0 && same_line(&out->v[out->n - 1], &b))
        extend(&out->v[out->n - 1], &b);
    else
        vec_push(a, out, b);
}

static Len width(const GlyphRun *run, uint32_t from, uint32_t to) {
    Len w = 0;
    for (uint32_t i = from; i < to; i++)
        w += run->glyphs[i].advance;
    return w;
}

/* Lay the box of an item at (x, y): as long as its advances, as high as its em,
 * whose middle is 0.3 em above an alphabetic baseline and on a vertical one. */
static ProofBox glyph_box(const DisplayItem *i) {
    const GlyphRun *run = i->u.glyphs.run;
    bool vertical = run->item->orient != ORIENT_HORIZONTAL;
    Len mid = vertical ? 0 : -len_muldiv(run->em, 3, 10);
    Len x = 0, y = mid - run->em / 2;
    Len far = width(run, i->u.glyphs.from, i->u.glyphs.to), low = y + run->em;
    display_turn(i->turn, &x, &y);
    display_turn(i->turn, &far, &low);
    Len left = x < far ? x : far, top = y < low ? y : low;
    return (ProofBox){.mark = *i->mark,
                      .x = i->x + left,
                      .y = i->y + top,
                      .w = (x < far ? far : x) - left,
                      .h = (y < low ? low : y) - top,
                      .base = i->turn % 2 ? i->x : i->y,
                      .turn = i->turn};
}

static const ProofForm *find_form(ProofMarks *m, const DisplayForm *form);

/* A form's box at its place, which may be turned. */
static ProofBox placed(const ProofBox *b, const DisplayItem *at, size_t page) {
    ProofBox out = *b;
    Len x = b->x, y = b->y, far = b->x + b->w, low = b->y + b->h;
    Len base_x = b->turn % 2 ? b->base : 0, base_y = b->turn % 2 ? 0 : b->base;
    display_turn(at->turn, &x, &y);
    display_turn(at->turn, &far, &low);
    display_turn(at->turn, &base_x, &base_y);
    out.x = at->x + (x < far ? x : far);
    out.y = at->y + (y < low ? y : low);
    out.w = x < far ? far - x : x - far;
    out.h = y < low ? low - y : y - low;
    out.turn = (b->turn + at->turn) & 3;
    out.base = out.turn % 2 ? at->x + base_x : at->y + base_y;
    out.page = page;
    return out;
}

static void add_items(ProofMarks *m, const DisplayItems *items, size_t page,
                      ProofBoxes *out) {
    for (size_t i = 0; i < items->n; i++) {
        const DisplayItem *item = &items->v[i];
        if (item->kind == DISPLAY_GLYPHS && item->mark) {
            ProofBox b = glyph_box(item);
            b.page = page;
            b.mark.address += m->first_address;
            add(m->arena, out, b);
        } else if (item->kind == DISPLAY_FORM) {
            const ProofBoxes boxes = find_form(m, item->u.form)->boxes;
            for (size_t k = 0; k < boxes.n; k++)
                add(m->arena, out, placed(&boxes.v[k], item, page));
        }
    }
}

/* Forms are few; what is asked for is mostly one of the last. */
static const ProofForm *find_form(ProofMarks *m, const DisplayForm *form) {
    for (size_t i = m->forms.n; i-- > 0;)
        if (m->forms.v[i].form == form)
            return &m->forms.v[i];
    ProofForm f = {.form = form};
    add_items(m, &form->items, 0, &f.boxes);
    vec_push(m->arena, &m->forms, f);
    return &m->forms.v[m->forms.n - 1];
}

void proofmarks_page(ProofMarks *m, const DisplayPage *page, size_t number) {
    add_items(m, &page->items, number, &m->boxes);
}

void proofmarks_reverse(ProofMarks *m, size_t pages) {
    ProofBoxes old = m->boxes;
    m->boxes = (ProofBoxes){0};
    for (size_t end = old.n; end > 0;) {
        size_t from = end;
        while (from > 0 && old.v[from - 1].page == old.v[end - 1].page)
            from--;
        for (size_t i = from; i < end; i++) {
            old.v[i].page = pages - 1 - old.v[i].page;
            vec_push(m->arena, &m->boxes, old.v[i]);
        }
        end = from;
    }
}
