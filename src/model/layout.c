#include "model/layoutcheck.h"

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
