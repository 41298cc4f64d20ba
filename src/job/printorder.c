#include "job/printorder.h"

#include <assert.h>

void printorder_begin(PrintOrder *o, const PrintKind *kinds, size_t n) {
    assert(n <= PRINT_KINDS);
    *o = (PrintOrder){.kinds = kinds, .n = n};
}

bool printorder_peek(const PrintOrder *o, PrintStep *out) {
    bool any = false;
    for (size_t k = 0; k < o->n; k++) {
        const PageSource *s = o->kinds[k].source;
        const size_t i = o->next[k];
        if (i == s->n)
            continue;
        size_t first = s->number ? s->number(s, i) : 0;
        if (any && out->first <= first)
            continue;
        any = true;
        *out = (PrintStep){k, i, first,
                           s->last_number ? s->last_number(s, i) : first,
                           o->last > 0 && first > o->last};
    }
    return any;
}

void printorder_take(PrintOrder *o, const PrintStep *step) {
    o->next[step->kind]++;
    if (step->last > o->last)
        o->last = step->last;
}

size_t printorder_done(const PrintOrder *o) {
    size_t n = 0;
    for (size_t k = 0; k < o->n; k++)
        n += o->next[k];
    return n;
}
