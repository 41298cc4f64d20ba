#include "page/layoutdraw.h"

#include "model/envelopedesign.h"
#include "model/postzones.h"
#include "page/drawing.h"
#include "page/outline.h"

#define NOTE_SIZE LEN_OF_PT(6.5)
#define NAME_SIZE LEN_OF_PT(9)
#define TITLE_SIZE LEN_OF_PT(7)
#define NUMBER_SIZE LEN_OF_PT(8)
#define MARK_WIDTH LEN_OF_PT(0.5)
/* With no-break spaces: 85 by 45 stays on one line. */
#define TIMES "\xC2\xA0\xC3\x97\xC2\xA0"

/* "return line 80 × 5" in its box. */
static void name_box(Drawing *d, const LayoutBox *b, const char *name) {
    drawing_note(d, b, PLACE_FREE, NOTE_SIZE, false,
                 arena_printf(d->arena, "%s %s" TIMES "%s", name,
                              drawing_mm(d->arena, b->w),
                              drawing_mm(d->arena, b->h)));
}

static void draw_box(Drawing *d, const LayoutBox *b, const char *name,
                     DrawingStroke stroke) {
    drawing_box(d, b, stroke);
    drawing_measure(d, b);
    name_box(d, b, name);
}

static void draw_empty(Drawing *d, const LayoutBox *b, const char *name) {
    drawing_ground(d, b);
    draw_box(d, b, name, STROKE_SOLID);
}

/* Which layout this is, one line under the other at the left of `b`. */
static void draw_title(Drawing *d, const Layout *l, const LayoutBox *b) {
    drawing_note(d, b, PLACE_LEFT, NAME_SIZE, true, l->name);
    const char *post = "";
    if (l->kind == LAYOUT_ENVELOPE && l->u.envelope.post)
        post = arena_printf(d->arena, "\nas the post wants it: %.*s",
                            (int)l->u.envelope.post->title.n,
                            l->u.envelope.post->title.s);
    drawing_note(d, b, PLACE_LEFT, TITLE_SIZE, false,
                 arena_printf(d->arena,
                              "%.*s\n%s" TIMES "%s mm, measured from the upper "
                              "left corner; print at 100 %%%s",
                              (int)l->title.n, l->title.s,
                              drawing_mm(d->arena, l->w),
                              drawing_mm(d->arena, l->h), post));
}

/* ---- labels ---- */

static void draw_edge(Drawing *d, const Layout *l, int k) {
    Outline edges[2];
    size_t n = outline_label(d->arena, l, k, edges);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < edges[i].n; j++) {
            LayoutPoint p = edges[i].v[j];
            LayoutPoint q = edges[i].v[(j + 1) % edges[i].n];
            drawing_line(d, p.x, p.y, q.x, q.y, STROKE_SOLID);
        }
}

/* A label in the first row or column of a grid. */
static LayoutBox in_grid(const Layout *l, const LabelGrid *g, int column,
                         int row) {
    return (LayoutBox){.x = g->left + column * g->across,
                       .y = g->top + row * g->down,
                       .w = l->u.labels.label_w,
                       .h = l->u.labels.label_h,
                       .span = l->paper};
}

static void measure_grid(Drawing *d, const Layout *l, const LabelGrid *g) {
    for (int i = 0; i < g->columns; i++) {
        LayoutBox b = in_grid(l, g, i, 0);
        drawing_measure_sides(d, &b);
    }
    for (int i = 0; i < g->rows; i++) {
        LayoutBox b = in_grid(l, g, 0, i);
        drawing_measure_ends(d, &b);
    }
}

/* "label 64 × 33.9, corners 1.76" and what else a label measures. */
static const char *label_words(Arena *a, const Layout *l,
                               const LayoutBox *text) {
    static const char *const names[] = {"label", "oval label", "disc"};
    const LabelLayout *g = &l->u.labels;
    const char *more = "", *pitch = "";
    if (g->round)
        more = arena_printf(a, ", corners %s", drawing_mm(a, g->round));
    if (g->hole)
        more = arena_printf(a, ", hole %s", drawing_mm(a, g->hole));
    const LabelGrid *grid = &g->grids[0];
    if (grid->columns > 1 && grid->rows > 1)
        pitch = arena_printf(a, "\npitch %s" TIMES "%s",
                             drawing_mm(a, grid->across),
                             drawing_mm(a, grid->down));
    else if (grid->columns > 1 || grid->rows > 1)
        pitch = arena_printf(
            a, "\npitch %s",
            drawing_mm(a, grid->columns > 1 ? grid->across : grid->down));
    return arena_printf(a, "%s %s" TIMES "%s%s\ntext %s" TIMES "%s%s",
                        names[g->shape], drawing_mm(a, g->label_w),
                        drawing_mm(a, g->label_h), more, drawing_mm(a, text->w),
                        drawing_mm(a, text->h), pitch);
}

/* As --start and --free count. */
static void number_label(Drawing *d, const LayoutBox *b, int k) {
    drawing_note(d, b, PLACE_CENTRE, NUMBER_SIZE, false,
                 arena_printf(d->arena, "%d", k + 1));
}

static void draw_labels(Drawing *d, const Layout *l) {
    const LabelLayout *g = &l->u.labels;
    int n = layout_labels_per_sheet(l);
    LayoutBox text = layout_label_text(l, 0);
    for (size_t i = 0; i < g->ngrids; i++)
        measure_grid(d, l, &g->grids[i]);
    for (int k = 0; k < n; k++) {
        LayoutBox b = layout_label(l, k);
        b.span = l->paper;
        draw_edge(d, l, k);
        if (k > 1)
            number_label(d, &b, k);
    }
    text.span = l->paper;
    drawing_box(d, &text, STROKE_DOTTED);
    drawing_note(d, &text, PLACE_LEFT, NOTE_SIZE, false,
                 label_words(d->arena, l, &text));
    LayoutBox second = layout_label(l, n > 1 ? 1 : 0);
    second.span = l->paper;
    draw_title(d, l, &second);
    /* Beside the words. */
    LayoutBox first = layout_label(l, 0);
    first.span = l->paper;
    number_label(d, &first, 0);
    if (n > 1)
        number_label(d, &second, 1);
}

/* ---- envelopes ---- */

static void draw_codes(Drawing *d, const PostcodeBoxes *boxes,
                       const char *name) {
    if (!boxes->span.src)
        return;
    for (int k = 0; k < boxes->count; k++) {
        LayoutBox b = postcode_box(boxes, k);
        drawing_box(d, &b, STROKE_SOLID);
    }
    LayoutBox all = postcode_extent(boxes);
    drawing_measure(d, &all);
    drawing_note(d, &all, PLACE_FREE, NOTE_SIZE, false,
                 arena_printf(d->arena, "%s, boxes %s" TIMES "%s", name,
                              drawing_mm(d->arena, boxes->w),
                              drawing_mm(d->arena, boxes->h)));
}

static void draw_design(Drawing *d, const EnvelopeDesign *g) {
    draw_box(d, &g->name, "name", STROKE_SOLID);
    draw_codes(d, &g->to, "postcode");
    draw_codes(d, &g->from, "sender's postcode");
    for (size_t i = 0; i < g->nwords; i++)
        draw_box(d, &g->words[i].box,
                 arena_printf(d->arena, "%.*s", (int)g->words[i].text.n,
                              g->words[i].text.s),
                 STROKE_DOTTED);
}

static void draw_envelope(Drawing *d, const Layout *l) {
    const EnvelopeLayout *e = &l->u.envelope;
    if (e->design)
        draw_design(d, e->design);
    for (size_t i = 0; i < e->nclear; i++)
        draw_empty(d, &e->clear[i], "keep empty");
    draw_empty(d, &e->stamp, "stamp, keep empty");
    draw_box(d, &e->sender, "sender", STROKE_SOLID);
    draw_box(d, &e->window, "window", STROKE_DASHED);
    draw_box(d, &e->recipient, "recipient", STROKE_SOLID);
    /* Beside the address, under the sender. */
    const LayoutBox *to = e->recipient.span.src ? &e->recipient : &e->window;
    LayoutBox free = {.x = SHEET_PADDING, .y = to->y, .span = to->span};
    if (e->sender.span.src) {
        free.x = e->sender.x;
        free.y = e->sender.y + e->sender.h;
    }
    free.w = to->x - free.x;
    free.h = to->h;
    draw_title(d, l, &free);
}

/* ---- letters ---- */

static void draw_folds(Drawing *d, const Layout *l) {
    const LetterLayout *g = &l->u.letter;
    for (size_t i = 0; i <= g->nfolds; i++) {
        bool punch = i == g->nfolds;
        Len y = punch ? g->punch : g->folds[i];
        if (y == 0)
            continue;
        Len mark = punch ? g->mark_w * 3 / 2 : g->mark_w;
        display_line(d->arena, &d->lines, DISPLAY_NO_TAG, g->mark_x, y,
                     g->mark_x + mark, y, MARK_WIDTH, 0, 0);
        if (!punch)
            drawing_line(d, g->mark_x + mark, y, l->w, y, STROKE_DASHED);
        /* Named at the right edge, above the line; a punch mark beside it. */
        LayoutBox at = {l->w - LEN_OF_MM(19), y - LEN_OF_MM(3.4), LEN_OF_MM(18),
                        LEN_OF_MM(3.2), g->marks_at};
        if (punch)
            at.x = g->mark_x + mark;
        drawing_note(d, &at, PLACE_FREE, NOTE_SIZE, false,
                     arena_printf(d->arena, "%s %s", punch ? "punch" : "fold",
                                  drawing_mm(d->arena, y)));
    }
}

static void draw_letter(Drawing *d, const Layout *l) {
    const LetterLayout *g = &l->u.letter;
    Len width = l->w - g->left - g->right;
    LayoutBox body = {g->left, g->body, width, l->h - g->bottom - g->body,
                      l->paper};
    LayoutBox next = {g->left, g->top, width, l->h - g->bottom - g->top,
                      l->paper};
    LayoutBox seen = layout_window_text(l), lines = layout_recipient_text(l);
    if (g->marks_at.src)
        d->left_ruler = g->mark_x + g->mark_w + LEN_OF_MM(0.8);
    draw_empty(d, &g->stamp, "stamp, keep empty");
    draw_folds(d, l);
    draw_box(d, &g->return_line, "return line", STROKE_SOLID);
    draw_box(d, &g->remark, "remark", STROKE_SOLID);
    draw_box(d, &lines, "the addressee's lines", STROKE_DOTTED);
    draw_box(d, &g->recipient, "address field", STROKE_SOLID);
    if (g->tolerance || g->tolerance_across)
        draw_box(d, &seen, "surely shown", STROKE_DOTTED);
    draw_box(d, &g->window, "window", STROKE_DASHED);
    draw_box(d, &g->sender, "sender", STROKE_SOLID);
    draw_box(d, &g->letterhead, "letterhead", STROKE_SOLID);
    draw_box(d, &body, "text of page 1", STROKE_SOLID);
    /* Off the folds, which are at halves and thirds. */
    LayoutBox middle = body;
    middle.x += body.w / 8;
    middle.w -= body.w / 4;
    middle.y = len_muldiv(l->h, 3, 5);
    middle.h = LEN_OF_MM(30);
    draw_title(d, l, &middle);
    drawing_note(
        d, &body, PLACE_FREE, NOTE_SIZE, false,
        arena_printf(d->arena, "text of the other pages %s" TIMES "%s, from %s",
                     drawing_mm(d->arena, next.w), drawing_mm(d->arena, next.h),
                     drawing_mm(d->arena, next.y)));
}

bool layout_draw(Arena *a, Fontset *fs, const Layout *l, DisplayTags *tags,
                 Diag *diag, DisplayPage *out) {
    size_t errors = diag_count(diag, DIAG_ERROR);
    Drawing d;
    drawing_init(&d, a, fs, l, tags, diag);
    switch (l->kind) {
    case LAYOUT_LABELS:
        draw_labels(&d, l);
        break;
    case LAYOUT_ENVELOPE:
        draw_envelope(&d, l);
        break;
    case LAYOUT_LETTER:
        draw_letter(&d, l);
        break;
    }
    drawing_finish(&d, out);
    return diag_count(diag, DIAG_ERROR) == errors;
}
