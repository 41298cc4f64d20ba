#include "model/layoutcheck.h"

LayoutBox layout_window_text(const Layout *l) {
    const LetterLayout *g = &l->u.letter;
    LayoutBox b = g->window;
    b.x += g->tolerance_across;
    b.w = len_max(b.w - 2 * g->tolerance_across, 0);
    b.y += g->tolerance;
    b.h = len_max(b.h - 2 * g->tolerance, 0);
    return b;
}

/* The part of the addressee's field that is his, seen or not. */
static LayoutBox address_zone(const LetterLayout *g) {
    LayoutBox b = g->recipient;
    b.w -= g->recipient_x - b.x;
    b.x = g->recipient_x;
    b.y += g->recipient_top;
    b.h -= g->recipient_top;
    return b;
}

LayoutBox layout_recipient_text(const Layout *l) {
    const LetterLayout *g = &l->u.letter;
    LayoutBox b = address_zone(g), seen = layout_window_text(l);
    if (!layoutcheck_has(&b) || !layoutcheck_has(&seen))
        return b;
    Len right = len_min(b.x + b.w, seen.x + seen.w);
    Len bottom = len_min(b.y + b.h, seen.y + seen.h);
    b.x = len_max(b.x, seen.x);
    b.y = len_max(b.y, seen.y);
    b.w = len_max(right - b.x, 0);
    b.h = len_max(bottom - b.y, 0);
    return b;
}

static void check_margins(LayoutCheck *c) {
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

static void check_recipient(LayoutCheck *c) {
    const LetterLayout *g = &c->layout->u.letter;
    const LayoutBox *r = &g->recipient;
    if (!layoutcheck_has(r))
        return;
    LayoutBox zone = address_zone(g);
    layoutcheck_inside(c, "recipient", r);
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
    layoutcheck_apart(c, "return-line", &g->return_line, "the recipient's text",
                      &zone);
    layoutcheck_within(c, "remark", &g->remark, "the recipient's field", r);
    layoutcheck_apart(c, "remark", &g->remark, "the recipient's text", &zone);
    layoutcheck_apart(c, "sender", &g->sender, "the recipient", r);
    layoutcheck_apart(c, "letterhead", &g->letterhead, "the recipient", r);
    layoutcheck_apart(c, "stamp", &g->stamp, "the recipient", r);
}

/* What stands beside the addressee, and what must stay empty. */
static void check_blocks(LayoutCheck *c) {
    const LetterLayout *g = &c->layout->u.letter;
    layoutcheck_inside(c, "return-line", &g->return_line);
    layoutcheck_inside(c, "remark", &g->remark);
    layoutcheck_inside(c, "sender", &g->sender);
    layoutcheck_inside(c, "letterhead", &g->letterhead);
    layoutcheck_inside(c, "stamp", &g->stamp);
    layoutcheck_apart(c, "remark", &g->remark, "the return-line",
                      &g->return_line);
    layoutcheck_apart(c, "letterhead", &g->letterhead, "the sender",
                      &g->sender);
    layoutcheck_apart(c, "letterhead", &g->letterhead, "the return-line",
                      &g->return_line);
    layoutcheck_apart(c, "stamp", &g->stamp, "the sender", &g->sender);
    layoutcheck_apart(c, "stamp", &g->stamp, "the letterhead", &g->letterhead);
    layoutcheck_apart(c, "stamp", &g->stamp, "the return-line",
                      &g->return_line);
}

static void check_tolerance(LayoutCheck *c) {
    const LetterLayout *g = &c->layout->u.letter;
    Span at = g->tolerance_at.src ? g->tolerance_at : g->window.span;
    if (g->tolerance < 0 || g->tolerance_across < 0)
        FAIL(c, at, "a tolerance cannot be less than 0 mm");
    if (2 * g->tolerance + LEAST_ROOM > g->window.h)
        FAIL(c, at,
             "a tolerance of %.1f mm up and down leaves nothing of a window "
             "%.1f mm high",
             len_mm(g->tolerance), len_mm(g->window.h));
    if (2 * g->tolerance_across + LEAST_ROOM > g->window.w)
        FAIL(c, at,
             "a tolerance of %.1f mm across leaves nothing of a window %.1f "
             "mm wide",
             len_mm(g->tolerance_across), len_mm(g->window.w));
}

/* The addressee's first line, and room for more, where the window shows it
 * however the sheet lies. His field may be larger: it is only used as far as
 * it is seen (layout_recipient_text). */
static void check_seen(LayoutCheck *c) {
    const LetterLayout *g = &c->layout->u.letter;
    LayoutBox seen = layout_window_text(c->layout);
    LayoutBox zone = address_zone(g);
    LayoutBox text = layout_recipient_text(c->layout);
    if (!layoutcheck_has(&g->recipient)) {
        FAIL(c, g->window.span,
             "a window needs \"recipient\": it shows the addressee");
        return;
    }
    if (zone.x < seen.x - EDGE_TOLERANCE)
        FAIL(c, g->recipient.span,
             "the recipient's text starts at %.1f mm, %.1f mm left of what "
             "the window surely shows",
             len_mm(zone.x), len_mm(seen.x - zone.x));
    if (zone.y < seen.y - EDGE_TOLERANCE)
        FAIL(c, g->recipient.span,
             "the recipient's text starts at %.1f mm, %.1f mm above what the "
             "window surely shows",
             len_mm(zone.y), len_mm(seen.y - zone.y));
    if (text.w < LEAST_ROOM || text.h < LEAST_ROOM)
        FAIL(c, g->recipient.span,
             "of the recipient's text the window surely shows only %.1f x "
             "%.1f mm",
             len_mm(text.w), len_mm(text.h));
    layoutcheck_within(c, "return-line", &g->return_line,
                       "what the window surely shows", &seen);
    layoutcheck_within(c, "remark", &g->remark, "what the window surely shows",
                       &seen);
}

/* Nobody reads a letter through its window: nothing but the address comes into
 * sight when the sheet slides. */
static void check_unseen(LayoutCheck *c) {
    const LetterLayout *g = &c->layout->u.letter;
    LayoutBox sight = g->window;
    sight.x -= g->tolerance_across;
    sight.w += 2 * g->tolerance_across;
    sight.y -= g->tolerance;
    sight.h += 2 * g->tolerance;
    layoutcheck_apart(c, "sender", &g->sender, "what the window may show",
                      &sight);
    layoutcheck_apart(c, "letterhead", &g->letterhead,
                      "what the window may show", &sight);
    Len below = sight.y + sight.h;
    Len first = g->references ? len_min(g->references, g->body) : g->body;
    if (first < below - OVERLAP_TOLERANCE)
        FAIL(c, first == g->body ? g->body_at : g->references_at,
             "%s at %.1f mm would show in the window, which may reach down to "
             "%.1f mm",
             first == g->body ? "body" : "references", len_mm(first),
             len_mm(below));
}

static void check_window(LayoutCheck *c) {
    const LetterLayout *g = &c->layout->u.letter;
    if (!layoutcheck_has(&g->window)) {
        if (g->tolerance_at.src)
            FAIL(c, g->tolerance_at, "a tolerance needs \"window\"; add it");
        return;
    }
    bool before = c->ok;
    c->ok = true;
    layoutcheck_inside(c, "window", &g->window);
    check_tolerance(c);
    if (c->ok) {
        check_seen(c);
        check_unseen(c);
    }
    c->ok = c->ok && before;
}

static Len bottom_of(const LayoutBox *b) {
    return layoutcheck_has(b) ? b->y + b->h : 0;
}

/* The body is as wide as the sheet: nothing may stand beside it. */
static void check_body(LayoutCheck *c) {
    const Layout *l = c->layout;
    const LetterLayout *g = &l->u.letter;
    const struct {
        const char *name;
        const LayoutBox *box;
    } above[] = {{"the recipient's field", &g->recipient},
                 {"the sender", &g->sender},
                 {"the letterhead", &g->letterhead}};
    for (size_t i = 0; i < sizeof above / sizeof *above; i++) {
        Len end = bottom_of(above[i].box);
        if (g->body < end - OVERLAP_TOLERANCE)
            FAIL(c, g->body_at, "body starts %.1f mm above the end of %s",
                 len_mm(end - g->body), above[i].name);
        if (g->references && g->references < end - OVERLAP_TOLERANCE)
            FAIL(c, g->references_at,
                 "references start %.1f mm above the end of %s",
                 len_mm(end - g->references), above[i].name);
    }
    if (g->references && g->references + LEAST_ROOM > g->body)
        FAIL(c, g->references_at,
             "references at %.1f mm need %.1f mm above the body at %.1f mm",
             len_mm(g->references), len_mm(LEAST_ROOM), len_mm(g->body));
    if ((int64_t)g->body + g->bottom + LEAST_ROOM > l->h)
        FAIL(c, g->body_at,
             "body starts at %.1f mm and has no room above the bottom margin "
             "at %.1f mm",
             len_mm(g->body), len_mm(l->h - g->bottom));
    if (layoutcheck_has(&g->stamp) && bottom_of(&g->stamp) > g->body &&
        g->stamp.y < l->h - g->bottom)
        FAIL(c, g->stamp.span,
             "the stamp from %.1f to %.1f mm lies in the text, which runs "
             "from %.1f to %.1f mm",
             len_mm(g->stamp.y), len_mm(bottom_of(&g->stamp)), len_mm(g->body),
             len_mm(l->h - g->bottom));
}

static void check_marks(LayoutCheck *c) {
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
             len_mm_wide((int64_t)g->mark_x + g->mark_w), len_mm(g->left));
}

/* Each panel between two folds, and the sheet's width, go into the envelope. */
static void check_envelope_size(LayoutCheck *c) {
    const Layout *l = c->layout;
    const LetterLayout *g = &l->u.letter;
    if (!g->envelope_at.src)
        return;
    if (l->w > g->envelope_w)
        FAIL(c, g->envelope_at,
             "a sheet %.1f mm wide does not go into an envelope %.1f mm wide",
             len_mm(l->w), len_mm(g->envelope_w));
    for (size_t i = 0; i <= g->nfolds; i++) {
        Len from = i > 0 ? g->folds[i - 1] : 0;
        Len to = i < g->nfolds ? g->folds[i] : l->h;
        if (to - from > g->envelope_h)
            FAIL(c, g->folds_at.src ? g->folds_at : g->envelope_at,
                 "the panel from %.1f to %.1f mm is %.1f mm high and does not "
                 "go into an envelope %.1f mm high",
                 len_mm(from), len_mm(to), len_mm(to - from),
                 len_mm(g->envelope_h));
    }
}

void layoutcheck_letter(LayoutCheck *c) {
    check_margins(c);
    check_recipient(c);
    check_blocks(c);
    check_window(c);
    check_body(c);
    check_marks(c);
    if (c->ok)
        check_envelope_size(c);
}
