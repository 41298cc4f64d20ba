#include "job/cells.h"

#include "base/limits.h"

#include <string.h>

/* What a run is made from. */
typedef struct Wanted {
    const uint32_t *v; /* of each record */
    size_t n;
    int copies;
} Wanted;

static uint64_t wanted_of(const Wanted *w, size_t i) {
    return (uint64_t)w->v[i] * (uint64_t)w->copies;
}

/* One of each record that still lacks some, until none does. `left` is in the
 * order of the list and loses the records that are done. */
static void make_packs(Arena *a, const Wanted *w, LabelRun *out) {
    uint32_t *left = ARENA_ARRAY(a, uint32_t, w->n);
    size_t nleft = w->n;
    for (size_t i = 0; i < w->n; i++)
        left[i] = (uint32_t)i;
    for (uint64_t round = 0; nleft > 0; round++) {
        size_t kept = 0;
        for (size_t i = 0; i < nleft; i++) {
            if (wanted_of(w, left[i]) <= round)
                continue;
            out->records[out->n++] = left[i];
            left[kept++] = left[i];
        }
        nleft = kept;
    }
}

static void make_targets(const Wanted *w, LabelRun *out) {
    for (size_t i = 0; i < w->n; i++)
        for (uint64_t k = wanted_of(w, i); k > 0; k--)
            out->records[out->n++] = (uint32_t)i;
}

bool run_make(Arena *a, const uint32_t *wanted, size_t n, int copies,
              LabelOrder order, LabelRun *out) {
    Wanted w = {wanted, n, copies};
    uint64_t total = 0;
    *out = (LabelRun){.order = order};
    for (size_t i = 0; i < n && total <= LIMIT_ITEMS; i++)
        total += wanted_of(&w, i);
    if (total > LIMIT_ITEMS)
        return false;
    out->records = ARENA_ARRAY(a, uint32_t, (size_t)total);
    if (order == ORDER_PACK)
        make_packs(a, &w, out);
    else
        make_targets(&w, out);
    return true;
}

void run_choose(LabelRun *run, const Ranges *numbers) {
    size_t kept = 0;
    for (size_t i = 0; i < numbers->n; i++)
        for (uint32_t k = numbers->v[i].from; k <= numbers->v[i].to; k++)
            run->records[kept++] = run->records[k - 1];
    run->n = kept;
}

void cells_fill(Arena *a, const LabelRun *run, uint32_t ncells,
                const Ranges *parts, size_t nparts, CellPlan *out) {
    Range all = {1, ncells};
    size_t n = 0, whole = (run->n + ncells - 1) / ncells;
    *out = (CellPlan){.v = ARENA_ARRAY(a, PlacedLabel, run->n),
                      .first = ARENA_ARRAY(a, size_t, nparts + whole + 1)};
    for (size_t part = 0; n < run->n; part++) {
        Ranges free = part < nparts ? parts[part] : (Ranges){&all, 1, ncells};
        for (size_t i = 0; i < free.n; i++)
            for (uint32_t k = free.v[i].from; k <= free.v[i].to && n < run->n;
                 k++, n++)
                out->v[n] = (PlacedLabel){run->records[n], k - 1};
        out->first[++out->sheets] = n;
    }
}

/* What one cell holds in depth: `n` labels of the run from number `from`. */
typedef struct Stack {
    size_t from, n;
} Stack;

static size_t split(size_t n, size_t by) {
    return (n + by - 1) / by;
}

/* Labels that stand together with the same record, from `from` on. */
static size_t alike(const LabelRun *run, size_t from) {
    size_t n = 1;
    while (from + n < run->n && run->records[from + n] == run->records[from])
        n++;
    return n;
}

/* Stacks that `sheets` sheets make, if none holds two records. */
static size_t pure_stacks(const LabelRun *run, size_t sheets) {
    size_t stacks = 0;
    for (size_t i = 0, n; i < run->n; i += n) {
        n = alike(run, i);
        stacks += split(n, sheets);
    }
    return stacks;
}

/* The fewest sheets for stacks of one record each; 0 if these are too many. */
static size_t pure_sheets(const LabelRun *run, uint32_t ncells) {
    size_t low = split(run->n, ncells), high = low + low / 2;
    if (pure_stacks(run, high) > ncells)
        return 0;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (pure_stacks(run, mid) > ncells)
            low = mid + 1;
        else
            high = mid;
    }
    return high;
}

/* The stacks of all cells; how many. */
static size_t make_stacks(const LabelRun *run, uint32_t ncells, Stack *out,
                          size_t *sheets) {
    size_t pure =
        run->order == ORDER_TARGET && run->n ? pure_sheets(run, ncells) : 0;
    size_t high = pure ? pure : split(run->n, ncells), n = 0;
    *sheets = 0;
    for (size_t from = 0; from < run->n; from += out[n++].n) {
        size_t left = pure ? alike(run, from) : run->n - from;
        out[n] = (Stack){from, left < high ? left : high};
        if (out[n].n > *sheets)
            *sheets = out[n].n;
    }
    return n;
}

void cells_stack(Arena *a, const LabelRun *run, uint32_t ncells,
                 CellPlan *out) {
    Stack *stacks = ARENA_ARRAY(a, Stack, ncells);
    *out = (CellPlan){.v = ARENA_ARRAY(a, PlacedLabel, run->n)};
    size_t n = make_stacks(run, ncells, stacks, &out->sheets), placed = 0;
    out->first = ARENA_ARRAY(a, size_t, out->sheets + 1);
    for (size_t sheet = 0; sheet < out->sheets; sheet++) {
        for (size_t k = 0; k < n; k++)
            if (sheet < stacks[k].n)
                out->v[placed++] = (PlacedLabel){
                    run->records[stacks[k].from + sheet], (uint32_t)k};
        out->first[sheet + 1] = placed;
    }
}

void cells_keep_sheets(CellPlan *plan, const Ranges *sheets) {
    size_t kept = 0, labels = 0;
    for (size_t i = 0; i < sheets->n; i++) {
        for (uint32_t k = sheets->v[i].from; k <= sheets->v[i].to; k++) {
            size_t from = plan->first[k - 1], n = plan->first[k] - from;
            memmove(&plan->v[labels], &plan->v[from], n * sizeof *plan->v);
            labels += n;
            plan->first[kept++] = labels - n;
        }
    }
    plan->first[kept] = labels;
    plan->sheets = kept;
}
