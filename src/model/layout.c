#include "model/layoutcheck.h"

#include <assert.h>

int layout_labels_per_sheet(const Layout *l) {
    assert(l->kind == LAYOUT_LABELS);
    return l->u.labels.columns * l->u.labels.rows;
}

LayoutBox layout_label(const Layout *l, int k) {
    const LabelLayout *g = &l->u.labels;
    assert(k >= 0 && k < layout_labels_per_sheet(l));
    return (LayoutBox){.x = g->left + k % g->columns * g->across,
                       .y = g->top + k / g->columns * g->down,
                       .w = g->label_w,
                       .h = g->label_h,
                       .span = g->label};
}

LayoutBox layout_label_text(const Layout *l, int k) {
    LayoutBox b = layout_label(l, k);
    Len x = len_max(b.x + LABEL_PADDING, SHEET_PADDING);
    Len y = len_max(b.y + LABEL_PADDING, SHEET_PADDING);
    Len right = len_min(b.x + b.w - LABEL_PADDING, l->w - SHEET_PADDING);
    Len bottom = len_min(b.y + b.h - LABEL_PADDING, l->h - SHEET_PADDING);
    return (LayoutBox){x, y, len_max(right - x, 0), len_max(bottom - y, 0),
                       b.span};
}

static Span either(Span first, Span other) {
    return first.src ? first : other;
}

static void check_label_size(LayoutCheck *c, const LabelLayout *g) {
    if (g->label_w <= 2 * LABEL_PADDING || g->label_h <= 2 * LABEL_PADDING)
        FAIL(c, g->label,
             "a label of %.1f x %.1f mm has no room for text, which keeps "
             "%.1f mm from each edge",
             len_mm(g->label_w), len_mm(g->label_h), len_mm(LABEL_PADDING));
    if (g->round < 0 || 2 * g->round > len_min(g->label_w, g->label_h))
        FAIL(c, g->label,
             "corners of %.1f mm radius do not fit a label of %.1f x %.1f mm",
             len_mm(g->round), len_mm(g->label_w), len_mm(g->label_h));
}

static void check_pitch(LayoutCheck *c, const LabelLayout *g) {
    if (g->columns > 1 && g->across < g->label_w - OVERLAP_TOLERANCE)
        FAIL(c, g->pitch,
             "labels overlap by %.1f mm: %.1f mm wide, one every %.1f mm",
             len_mm(g->label_w - g->across), len_mm(g->label_w),
             len_mm(g->across));
    if (g->rows > 1 && g->down < g->label_h - OVERLAP_TOLERANCE)
        FAIL(c, g->pitch,
             "labels overlap by %.1f mm: %.1f mm high, one every %.1f mm",
             len_mm(g->label_h - g->down), len_mm(g->label_h), len_mm(g->down));
}

/* In int64: a thousand columns of a metre each leave the range of Len. */
static int64_t far_edge(Len first, int count, Len pitch, Len size) {
    return first + (int64_t)(count - 1) * pitch + size;
}

static void check_label_edges(LayoutCheck *c, const LabelLayout *g) {
    const Layout *l = c->layout;
    if (g->left < -EDGE_TOLERANCE)
        FAIL(c, g->first, "the first column starts %.1f mm left of the sheet",
             len_mm(-g->left));
    if (g->top < -EDGE_TOLERANCE)
        FAIL(c, g->first, "the first row starts %.1f mm above the sheet",
             len_mm(-g->top));
    int64_t right = far_edge(g->left, g->columns, g->across, g->label_w) - l->w;
    int64_t below = far_edge(g->top, g->rows, g->down, g->label_h) - l->h;
    if (right > EDGE_TOLERANCE)
        FAIL(c, g->columns > 1 ? either(g->pitch, g->first) : g->first,
             "column %d ends %.1f mm right of the sheet", g->columns,
             len_mm_wide(right));
    if (below > EDGE_TOLERANCE)
        FAIL(c, g->rows > 1 ? either(g->pitch, g->first) : g->first,
             "row %d ends %.1f mm below the sheet", g->rows,
             len_mm_wide(below));
}

/* A label at the sheet's edge loses more than its own padding. */
static void check_label_room(LayoutCheck *c, const LabelLayout *g) {
    int last = layout_labels_per_sheet(c->layout) - 1;
    for (int k = 0; k <= last; k += last > 0 ? last : 1) {
        LayoutBox text = layout_label_text(c->layout, k);
        if (text.w == 0 || text.h == 0)
            FAIL(c, g->label,
                 "label %d has no room for text, which keeps %.1f mm from the "
                 "edge of the sheet",
                 k + 1, len_mm(SHEET_PADDING));
    }
}

static void check_labels(LayoutCheck *c) {
    const LabelLayout *g = &c->layout->u.labels;
    check_label_size(c, g);
    check_pitch(c, g);
    check_label_edges(c, g);
    if (c->ok)
        check_label_room(c, g);
}

static void check_envelope(LayoutCheck *c) {
    const EnvelopeLayout *e = &c->layout->u.envelope;
    layoutcheck_inside(c, "recipient", &e->recipient);
    layoutcheck_inside(c, "sender", &e->sender);
    layoutcheck_inside(c, "stamp", &e->stamp);
    layoutcheck_inside(c, "window", &e->window);
    layoutcheck_apart(c, "recipient", &e->recipient, "the stamp", &e->stamp);
    layoutcheck_apart(c, "recipient", &e->recipient, "the sender", &e->sender);
    layoutcheck_apart(c, "sender", &e->sender, "the stamp", &e->stamp);
    layoutcheck_apart(c, "window", &e->window, "the stamp", &e->stamp);
    layoutcheck_apart(c, "window", &e->window, "the sender", &e->sender);
    layoutcheck_within(c, "recipient", &e->recipient, "the window", &e->window);
    for (size_t i = 0; i < e->nclear; i++) {
        layoutcheck_inside(c, "clear zone", &e->clear[i]);
        layoutcheck_apart(c, "recipient", &e->recipient, "a clear zone",
                          &e->clear[i]);
        layoutcheck_apart(c, "sender", &e->sender, "a clear zone",
                          &e->clear[i]);
    }
}

bool layout_check(const Layout *l, Diag *diag) {
    LayoutCheck c = {.layout = l,
                     .sheet = l->kind == LAYOUT_ENVELOPE ? "envelope" : "sheet",
                     .diag = diag,
                     .ok = true};
    switch (l->kind) {
    case LAYOUT_LABELS:
        check_labels(&c);
        break;
    case LAYOUT_ENVELOPE:
        check_envelope(&c);
        break;
    case LAYOUT_LETTER:
        layoutcheck_letter(&c);
        break;
    }
    return c.ok;
}
