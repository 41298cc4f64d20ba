#include "job/larger.h"

#include "input/layoutfile.h"
#include "page/grid.h"

#include <stdlib.h>
#include <string.h>

struct LargerSheets {
    Arena *arena;
    Session *session;
    const Layout *than;
    const Layout **v; /* NULL before the first question */
    size_t n, at, misses;
};

/* So many addresses that fit no sheet at all, and nobody asks any more: each
 * has tried them all. */
enum { MISSES = 5 };

LargerSheets *larger_new(Arena *a, Session *session, const Layout *than) {
    LargerSheets *s = ARENA_NEW(a, LargerSheets);
    *s = (LargerSheets){.arena = a, .session = session, .than = than};
    return s;
}

/* Within what sheets may overrun their edge (facts 3.2). */
static bool same_length(Len x, Len y) {
    Len apart = x > y ? x - y : y - x;
    return apart < LEN_OF_MM(0.3);
}

static bool is_candidate(const Layout *l, const Layout *than) {
    bool paper = (same_length(l->w, than->w) && same_length(l->h, than->h)) ||
                 (same_length(l->w, than->h) && same_length(l->h, than->w));
    return paper && l->u.labels.cut == than->u.labels.cut &&
           l->u.labels.roll == than->u.labels.roll &&
           strcmp(l->name, than->name) != 0;
}

static int by_labels(const void *x, const void *y) {
    const Layout *a = *(const Layout *const *)x;
    const Layout *b = *(const Layout *const *)y;
    int n = layout_labels_per_sheet(a), m = layout_labels_per_sheet(b);
    return n != m ? (n < m) - (n > m) : strcmp(a->name, b->name);
}

/* A built-in layout that cannot be read is no news here. */
static void read_sheets(LargerSheets *s) {
    const Layout *const *all;
    Diag *quiet = diag_new();
    size_t n = layoutfile_list(s->arena, s->session->data_dir, LAYOUT_LABELS,
                               quiet, &all);
    s->v = ARENA_ARRAY(s->arena, const Layout *, n + 1);
    for (size_t i = 0; i < n; i++)
        if (is_candidate(all[i], s->than))
            s->v[s->n++] = all[i];
    if (s->n)
        qsort(s->v, s->n, sizeof *s->v, by_labels);
    diag_free(quiet);
}

const char *larger_find(LargerSheets *s, const AddressBlock *plain,
                        const AddressBlock *compact,
                        const AddressFitOptions *opt) {
    const char *found = NULL;
    if (s->misses == MISSES)
        return NULL;
    if (!s->v)
        read_sheets(s);
    Arena *a = arena_new();
    Diag *quiet = diag_new();
    for (size_t i = s->at; i < s->n && !found; i++) {
        AddressFitOptions in = *opt;
        AddressSetting as;
        arena_reset(a);
        grid_fit_options(a, s->v[i], &in);
        if (address_fit_find(s->session->fonts, plain, compact, &in, quiet,
                             &as)) {
            found = s->v[i]->name;
            s->at = i;
        }
    }
    s->misses += !found;
    diag_free(quiet);
    arena_free(a);
    return found;
}
