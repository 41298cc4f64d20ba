#include "model/layout.h"

#include <assert.h>

/* What a sheet may overrun its edge by, and labels each other: real sheets are
 * specified in hundredths of a millimetre, rounded one by one (facts 3.2). */
#define EDGE_TOLERANCE LEN_OF_MM(0.3)
#define OVERLAP_TOLERANCE LEN_OF_MM(0.15)
/* Less room than this holds no line of an address or letter. */
#define LEAST_ROOM LEN_OF_MM(5)

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

static Len max_len(Len x, Len y) {
    return x > y ? x : y;
}

static Len min_len(Len x, Len y) {
    return x < y ? x : y;
}

LayoutBox layout_label_text(const Layout *l, int k) {
    LayoutBox b = layout_label(l, k);
    Len x = max_len(b.x + LABEL_PADDING, SHEET_PADDING);
    Len y = max_len(b.y + LABEL_PADDING, SHEET_PADDING);
    Len right = min_len(b.x + b.w - LABEL_PADDING, l->w - SHEET_PADDING);
    Len bottom = min_len(b.y + b.h - LABEL_PADDING, l->h - SHEET_PADDING);
    return (LayoutBox){x, y, max_len(right - x, 0), max_len(bottom - y, 0),
                       b.span};
}

/* One check of a layout; `ok` falls at the first error and stays down. */
typedef struct Check {
    const Layout *layout;
    const char *sheet; /* "envelope" or "sheet" */
    Diag *diag;
    bool ok;
} Check;

#define FAIL(c, where, ...)                                                    \
    do {                                                                       \
        (c)->ok = false;                                                       \
        diag_at((c)->diag, DIAG_ERROR, (where), __VA_ARGS__);                  \
    } while (0)

static bool is_present(const LayoutBox *b) {
    return b->span.src != NULL;
}

static void check_inside(Check *c, const char *what, const LayoutBox *b) {
    const Layout *l = c->layout;
    if (!is_present(b))
        return;
    if (b->x < -EDGE_TOLERANCE)
        FAIL(c, b->span, "%s starts %.1f mm left of the %s", what,
             len_mm(-b->x), c->sheet);
    if (b->y < -EDGE_TOLERANCE)
        FAIL(c, b->span, "%s starts %.1f mm above the %s", what, len_mm(-b->y),
             c->sheet);
    if (b->x + b->w > l->w + EDGE_TOLERANCE)
        FAIL(c, b->span, "%s ends %.1f mm right of the %s", what,
             len_mm(b->x + b->w - l->w), c->sheet);
    if (b->y + b->h > l->h + EDGE_TOLERANCE)
        FAIL(c, b->span, "%s ends %.1f mm below the %s", what,
             len_mm(b->y + b->h - l->h), c->sheet);
}

static void check_apart(Check *c, const char *what, const LayoutBox *b,
                        const char *other, const LayoutBox *o) {
    if (!is_present(b) || !is_present(o))
        return;
    Len across = min_len(b->x + b->w, o->x + o->w) - max_len(b->x, o->x);
    Len down = min_len(b->y + b->h, o->y + o->h) - max_len(b->y, o->y);
    Len overlap = min_len(across, down);
    if (overlap > OVERLAP_TOLERANCE)
        FAIL(c, b->span, "%s overlaps %s by %.1f mm", what, other,
             len_mm(overlap));
}

static void check_within(Check *c, const char *what, const LayoutBox *b,
                         const char *outer, const LayoutBox *o) {
    if (!is_present(b) || !is_present(o))
        return;
    Len left = o->x - b->x, above = o->y - b->y;
    Len right = b->x + b->w - o->x - o->w, below = b->y + b->h - o->y - o->h;
    Len most = max_len(max_len(left, right), max_len(above, below));
    if (most > EDGE_TOLERANCE)
        FAIL(c, b->span, "%s ends %.1f mm outside %s", what, len_mm(most),
             outer);
}

static Span either(Span first, Span other) {
    return first.src ? first : other;
}

static void check_label_size(Check *c, const LabelLayout *g) {
    if (g->label_w <= 2 * LABEL_PADDING || g->label_h <= 2 * LABEL_PADDING)
        FAIL(c, g->label,
             "a label of %.1f x %.1f mm has no room for text, which keeps "
             "%.1f mm from each edge",
             len_mm(g->label_w), len_mm(g->label_h), len_mm(LABEL_PADDING));
    if (g->round < 0 || 2 * g->round > min_len(g->label_w, g->label_h))
        FAIL(c, g->label,
             "corners of %.1f mm radius do not fit a label of %.1f x %.1f mm",
             len_mm(g->round), len_mm(g->label_w), len_mm(g->label_h));
}

static void check_pitch(Check *c, const LabelLayout *g) {
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

static double wide_mm(int64_t l) {
    return (double)l * (25.4 / 72.0) / LEN_PT;
}

static void check_label_edges(Check *c, const LabelLayout *g) {
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
             wide_mm(right));
    if (below > EDGE_TOLERANCE)
        FAIL(c, g->rows > 1 ? either(g->pitch, g->first) : g->first,
             "row %d ends %.1f mm below the sheet", g->rows, wide_mm(below));
}

/* A label at the sheet's edge loses more than its own padding. */
static void check_label_room(Check *c, const LabelLayout *g) {
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

static void check_labels(Check *c) {
    const LabelLayout *g = &c->layout->u.labels;
    check_label_size(c, g);
    check_pitch(c, g);
    check_label_edges(c, g);
    if (c->ok)
        check_label_room(c, g);
}

static void check_envelope(Check *c) {
    const EnvelopeLayout *e = &c->layout->u.envelope;
    check_inside(c, "recipient", &e->recipient);
    check_inside(c, "sender", &e->sender);
    check_inside(c, "stamp", &e->stamp);
    check_inside(c, "window", &e->window);
    check_apart(c, "recipient", &e->recipient, "the stamp", &e->stamp);
    check_apart(c, "recipient", &e->recipient, "the sender", &e->sender);
    check_apart(c, "sender", &e->sender, "the stamp", &e->stamp);
    check_apart(c, "window", &e->window, "the stamp", &e->stamp);
    check_apart(c, "window", &e->window, "the sender", &e->sender);
    check_within(c, "recipient", &e->recipient, "the window", &e->window);
    for (size_t i = 0; i < e->nclear; i++) {
        check_inside(c, "clear zone", &e->clear[i]);
        check_apart(c, "recipient", &e->recipient, "a clear zone",
                    &e->clear[i]);
        check_apart(c, "sender", &e->sender, "a clear zone", &e->clear[i]);
    }
}

static void check_margins(Check *c) {
    const Layout *l = c->layout;
    const LetterLayout *g = &l->u.letter;
    if (g->left < 0 || g->right < 0 || g->top < 0 || g->bottom < 0)
        FAIL(c, g->margins_at, "a margin cannot be less than 0 mm");
    if ((int64_t)g->left + g->right + LEAST_ROOM > l->w)
        FAIL(c, g->margins_at,
             "margins of %.1f and %.1f mm leave no room on a sheet %.1f mm "
             "wide",
             len_mm(g->left), len_mm(g->right), len_mm(l->w));
    if ((int64_t)g->top + g->bottom + LEAST_ROOM > l->h)
        FAIL(c, g->margins_at,
             "margins of %.1f and %.1f mm leave no room on a sheet %.1f mm "
             "high",
             len_mm(g->top), len_mm(g->bottom), len_mm(l->h));
}

/* The part of the recipient's field that the address may use. */
static LayoutBox address_zone(const LetterLayout *g) {
    LayoutBox b = g->recipient;
    b.w -= g->recipient_x - b.x;
    b.x = g->recipient_x;
    b.y += g->recipient_top;
    b.h -= g->recipient_top;
    return b;
}

static void check_recipient(Check *c) {
    const LetterLayout *g = &c->layout->u.letter;
    const LayoutBox *r = &g->recipient;
    LayoutBox zone = address_zone(g);
    check_inside(c, "recipient", r);
    if (zone.x < r->x || zone.w < LEAST_ROOM)
        FAIL(c, r->span,
             "text at %.1f mm leaves no room in the recipient's field from "
             "%.1f to %.1f mm",
             len_mm(zone.x), len_mm(r->x), len_mm(r->x + r->w));
    if (zone.y < r->y || zone.h < LEAST_ROOM)
        FAIL(c, r->span,
             "text from %.1f mm below the top of the recipient's field leaves "
             "no room in its %.1f mm",
             len_mm(g->recipient_top), len_mm(r->h));
    check_inside(c, "return-line", &g->return_line);
    check_apart(c, "return-line", &g->return_line, "the recipient's text",
                &zone);
    check_inside(c, "sender", &g->sender);
    check_apart(c, "sender", &g->sender, "the recipient", r);
}

/* The body is as wide as the sheet: nothing may stand beside it. */
static void check_body(Check *c) {
    const Layout *l = c->layout;
    const LetterLayout *g = &l->u.letter;
    Len recipient = g->recipient.y + g->recipient.h;
    Len sender = is_present(&g->sender) ? g->sender.y + g->sender.h : 0;
    if (g->body < recipient - OVERLAP_TOLERANCE)
        FAIL(c, g->body_at,
             "body starts %.1f mm above the end of the recipient's field",
             len_mm(recipient - g->body));
    if (g->body < sender - OVERLAP_TOLERANCE)
        FAIL(c, g->body_at, "body starts %.1f mm above the end of the sender",
             len_mm(sender - g->body));
    if ((int64_t)g->body + g->bottom + LEAST_ROOM > l->h)
        FAIL(c, g->body_at,
             "body starts at %.1f mm and has no room above the bottom margin "
             "at %.1f mm",
             len_mm(g->body), len_mm(l->h - g->bottom));
}

static void check_marks(Check *c) {
    const Layout *l = c->layout;
    const LetterLayout *g = &l->u.letter;
    for (size_t i = 0; i < g->nfolds; i++) {
        if (g->folds[i] <= 0 || g->folds[i] >= l->h)
            FAIL(c, g->folds_at,
                 "a fold at %.1f mm is not on a sheet %.1f mm "
                 "high",
                 len_mm(g->folds[i]), len_mm(l->h));
        else if (i > 0 && g->folds[i] <= g->folds[i - 1])
            FAIL(c, g->folds_at,
                 "folds must go down the sheet: %.1f mm stands behind %.1f mm",
                 len_mm(g->folds[i]), len_mm(g->folds[i - 1]));
    }
    if (g->punch < 0 || g->punch >= l->h)
        FAIL(c, g->punch_at,
             "a punch mark at %.1f mm is not on a sheet %.1f "
             "mm high",
             len_mm(g->punch), len_mm(l->h));
    if (!g->marks_at.src)
        return;
    if (g->mark_x < 0 || g->mark_w <= 0)
        FAIL(c, g->marks_at,
             "marks of %.1f mm from %.1f mm are not on the sheet",
             len_mm(g->mark_w), len_mm(g->mark_x));
    if ((int64_t)g->mark_x + g->mark_w > g->left)
        FAIL(c, g->marks_at,
             "marks end at %.1f mm and run into the text at %.1f mm",
             wide_mm((int64_t)g->mark_x + g->mark_w), len_mm(g->left));
}

static void check_letter(Check *c) {
    check_margins(c);
    check_recipient(c);
    check_body(c);
    check_marks(c);
}

bool layout_check(const Layout *l, Diag *diag) {
    Check c = {.layout = l,
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
        check_letter(&c);
        break;
    }
    return c.ok;
}
