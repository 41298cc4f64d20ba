#include "model/layoutcheck.h"

/* Of the lower panel, in sight beside the upper one: for the tape. */
#define TAPE_ROOM LEN_OF_MM(3)

/* The upper panel ends short of the lower fold, or it would cover the face; the
 * lower one goes in between. */
static void check_fold(LayoutCheck *c, const EnvelopeFold *f) {
    Len face = f->second - f->first, lower = f->paper_h - f->second;
    if (f->first < LEAST_ROOM || face < LEAST_ROOM || lower < LEAST_ROOM) {
        FAIL(c, f->span,
             "folds at %.1f and %.1f mm do not divide a sheet %.1f mm high in "
             "three",
             len_mm(f->first), len_mm(f->second), len_mm(f->paper_h));
        return;
    }
    if (f->first > face - TAPE_ROOM)
        FAIL(c, f->span,
             "the upper panel, %.1f mm, must be %.1f mm lower than the middle "
             "one, %.1f mm: that is where it is taped",
             len_mm(f->first), len_mm(TAPE_ROOM), len_mm(face));
    if (lower > face)
        FAIL(c, f->span,
             "the lower panel, %.1f mm, is %.1f mm too high to lie inside the "
             "middle one",
             len_mm(lower), len_mm(lower - face));
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
    layoutcheck_design(c);
    if (e->fold.span.src)
        check_fold(c, &e->fold);
}

bool layout_check(const Layout *l, Diag *diag) {
    LayoutCheck c = {.layout = l,
                     .sheet = l->kind == LAYOUT_ENVELOPE ? "envelope" : "sheet",
                     .diag = diag,
                     .ok = true};
    switch (l->kind) {
    case LAYOUT_LABELS:
        layoutcheck_labels(&c);
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
