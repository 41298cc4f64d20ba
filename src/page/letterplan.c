#include "page/letterplan.h"

LetterPlan *letterplan_new(void) {
    Arena *a = arena_new();
    LetterPlan *p = ARENA_NEW(a, LetterPlan);
    p->arena = a;
    return p;
}

void letterplan_free(LetterPlan *p) {
    if (p)
        arena_free(p->arena);
}

/* Parts come in the same order in every letter. */
const LetterPart *letterplan_part(LetterPlan *p, const void *key,
                                  int tightness) {
    for (size_t i = 0; i < p->parts.n; i++) {
        size_t at = (p->next + i) % p->parts.n;
        const LetterPart *part = &p->parts.v[at];
        if (part->key == key && part->tightness == tightness) {
            p->next = at + 1;
            return part;
        }
    }
    return NULL;
}

/* The lines, rules or cells of a kept box are those of the part, wherever it is
 * copied. */
static const void *identity(const FlowBox *b) {
    if (b->varies)
        return NULL;
    if (b->para.n)
        return b->para.lines;
    return b->nrules   ? (const void *)b->rules
           : b->ncells ? (const void *)b->cells
                       : (const void *)b->image;
}

static BoxExtent extent(const FlowBox *b) {
    BoxExtent e = {.lines = b->para.n,
                   .height = b->para.n ? b->para.height : b->height,
                   .space = b->space,
                   .keep = b->keep,
                   .what = identity(b)};
    for (size_t i = 0; i < b->nmarks; i++)
        e.marks = (e.marks * 31 + (uint32_t)b->marks[i].line) * 31 +
                  (uint32_t)b->marks[i].note + 1;
    return e;
}

static bool same_extents(const BoxExtent *e, const FlowBoxes *boxes) {
    for (size_t i = 0; i < boxes->n; i++) {
        BoxExtent now = extent(&boxes->v[i]);
        if (now.lines != e[i].lines || now.height != e[i].height ||
            now.space != e[i].space || now.keep != e[i].keep ||
            now.what != e[i].what || now.marks != e[i].marks)
            return false;
    }
    return true;
}

const LetterSheets *letterplan_sheets(const LetterPlan *p, int tightness,
                                      const FlowInput *in,
                                      const LetterBoxes *b) {
    for (size_t i = 0; i < p->sheets.n; i++) {
        const LetterSheets *s = p->sheets.v[i];
        if (s->tightness == tightness && s->first == in->first &&
            s->other == in->other && s->nextents == b->boxes.n + b->notes.n &&
            same_extents(s->extents, &b->boxes) &&
            same_extents(s->extents + b->boxes.n, &b->notes))
            return s;
    }
    return NULL;
}

void letterplan_extents(Arena *a, const LetterBoxes *b, LetterSheets *out) {
    out->nextents = b->boxes.n + b->notes.n;
    out->extents = ARENA_ARRAY(a, BoxExtent, out->nextents);
    for (size_t i = 0; i < b->boxes.n; i++)
        out->extents[i] = extent(&b->boxes.v[i]);
    for (size_t i = 0; i < b->notes.n; i++)
        out->extents[b->boxes.n + i] = extent(&b->notes.v[i]);
}
