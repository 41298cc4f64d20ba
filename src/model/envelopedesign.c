#include "model/envelopedesign.h"

#include "model/layoutcheck.h"

#include <assert.h>
#include <string.h>

LayoutBox postcode_box(const PostcodeBoxes *b, int k) {
    assert(k >= 0 && k < b->count);
    LayoutBox box = {.y = b->top, .w = b->w, .h = b->h, .span = b->span};
    for (int g = 0; g < b->ngroups; g++) {
        const PostcodeGroup *group = &b->groups[g];
        box.x += group->first;
        if (k < group->count) {
            box.x += k * group->pitch;
            return box;
        }
        box.x += (group->count - 1) * group->pitch;
        k -= group->count;
    }
    return box;
}

Len postcode_line(const PostcodeBoxes *b, int k) {
    int g = 0;
    while (g + 1 < b->ngroups && k >= b->groups[g].count)
        k -= b->groups[g++].count;
    return b->groups[g].line;
}

LayoutBox postcode_extent(const PostcodeBoxes *b) {
    LayoutBox all = postcode_box(b, 0), last = postcode_box(b, b->count - 1);
    Len line = 0;
    for (int g = 0; g < b->ngroups; g++)
        line = len_max(line, b->groups[g].line);
    return (LayoutBox){.x = all.x - line,
                       .y = all.y - line,
                       .w = last.x + last.w - all.x + 2 * line,
                       .h = all.h + 2 * line,
                       .span = b->span};
}

bool postcode_fills(const PostcodeBoxes *b, size_t digits) {
    for (size_t i = 0; i < b->nlengths; i++)
        if ((size_t)b->lengths[i] == digits)
            return true;
    return digits == (size_t)b->count;
}

bool design_serves(const EnvelopeDesign *d, const char *country) {
    for (size_t i = 0; i < d->ncountries; i++)
        if (strcmp(d->countries[i], country) == 0)
            return true;
    return false;
}

static void check_boxes(LayoutCheck *c, const char *what,
                        const PostcodeBoxes *b) {
    const EnvelopeLayout *e = &c->layout->u.envelope;
    if (!b->span.src)
        return;
    for (int k = 0; k + 1 < b->count; k++) {
        Len line = postcode_line(b, k) + postcode_line(b, k + 1);
        Len room = postcode_box(b, k + 1).x - postcode_box(b, k).x - b->w;
        /* Two boxes may share the line between them. */
        if (room < line / 2) {
            FAIL(c, b->span, "box %d of the %s overlaps the next by %.1f mm",
                 k + 1, what, len_mm(line / 2 - room));
            return;
        }
    }
    LayoutBox all = postcode_extent(b);
    layoutcheck_inside(c, what, &all);
    layoutcheck_apart(c, what, &all, "the recipient", &e->recipient);
    layoutcheck_apart(c, what, &all, "the name", &e->design->name);
    layoutcheck_apart(c, what, &all, "the sender", &e->sender);
    layoutcheck_apart(c, what, &all, "the stamp", &e->stamp);
}

void layoutcheck_design(LayoutCheck *c) {
    const EnvelopeLayout *e = &c->layout->u.envelope;
    const EnvelopeDesign *d = e->design;
    if (!d)
        return;
    if (!layoutcheck_has(&e->recipient))
        FAIL(c, d->span, "an envelope with a design needs a \"recipient\"");
    if (d->vertical && !layoutcheck_has(&d->name))
        FAIL(c, d->span,
             "a vertical envelope needs a \"name\", the addressee's column");
    if (!d->vertical && layoutcheck_has(&d->name))
        FAIL(c, d->name.span, "only a vertical envelope has a column \"name\"");
    layoutcheck_inside(c, "name", &d->name);
    layoutcheck_apart(c, "name", &d->name, "the recipient", &e->recipient);
    layoutcheck_apart(c, "name", &d->name, "the sender", &e->sender);
    layoutcheck_apart(c, "name", &d->name, "the stamp", &e->stamp);
    for (size_t i = 0; i < e->nclear; i++)
        layoutcheck_apart(c, "name", &d->name, "a clear zone", &e->clear[i]);
    check_boxes(c, "postcode", &d->to);
    check_boxes(c, "sender's postcode", &d->from);
    for (size_t i = 0; i < d->nwords; i++) {
        layoutcheck_inside(c, "words", &d->words[i].box);
        layoutcheck_apart(c, "words", &d->words[i].box, "the recipient",
                          &e->recipient);
        layoutcheck_apart(c, "words", &d->words[i].box, "the sender",
                          &e->sender);
    }
}
