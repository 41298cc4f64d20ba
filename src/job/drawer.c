#include "job/drawer.h"

#include <string.h>

/* What is left of a sheet, as the plan wants it. */
static Ranges left_of(Arena *a, const LedgerSheet *s) {
    VEC(Range) free = {0};
    Ranges out = {0};
    for (uint32_t i = 0; i < s->labels; i++) {
        Range *last = free.n ? &free.v[free.n - 1] : NULL;
        if (s->used[i])
            continue;
        out.count++;
        if (last && last->to == i)
            last->to = i + 1;
        else
            vec_push(a, &free, ((Range){i + 1, i + 1}));
    }
    out.v = free.v;
    out.n = free.n;
    return out;
}

bool drawer_open(Arena *a, const char *path, const char *data_dir,
                 const Layout *layout, Diag *diag, Drawer *out) {
    *out = (Drawer){.lock = {-1}};
    if (layout->u.labels.roll) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "--ledger: %s is a roll, which has no sheets to use up",
                  layout->name);
        return false;
    }
    if (!fs_lock(path, &out->lock, diag) ||
        !ledger_load(a, path, data_dir, layout, diag, &out->ledger))
        return false;
    out->free = ARENA_ARRAY(a, Ranges, out->ledger.sheets.n);
    out->which = ARENA_ARRAY(a, size_t, out->ledger.sheets.n);
    for (size_t i = 0; i < out->ledger.sheets.n; i++) {
        const LedgerSheet *s = &out->ledger.sheets.v[i];
        Ranges left = s->wanted ? left_of(a, s) : (Ranges){0};
        if (left.n == 0)
            continue;
        out->free[out->n] = left;
        out->which[out->n++] = i;
    }
    return true;
}

void drawer_close(Drawer *d) {
    if (d->ledger.path)
        fs_unlock(&d->lock);
}

void drawer_take(Arena *a, Drawer *d, const CellPlan *plan) {
    size_t cells = (size_t)layout_labels_per_sheet(d->ledger.layout);
    for (size_t i = 0; i < plan->sheets; i++) {
        size_t from = plan->first[i], end = plan->first[i + 1];
        bool whole = i >= d->n;
        if (whole && end - from == cells)
            continue;
        if (whole)
            d->kept = ledger_add(a, &d->ledger) + 1;
        size_t sheet = whole ? d->kept - 1 : d->which[i];
        for (size_t k = from; k < end; k++)
            ledger_use(&d->ledger, sheet, plan->v[k].cell);
        d->changed = true;
    }
}

bool drawer_write(Arena *a, const Drawer *d, Diag *diag, FsOut **out) {
    Buf bytes = {0};
    *out = NULL;
    if (!d->changed)
        return true;
    bool ok = ledger_write(a, &d->ledger, diag, &bytes);
    *out = ok ? fs_out_open(d->ledger.path, diag) : NULL;
    if (*out)
        fs_out_write(*out, bytes.s, bytes.n);
    buf_free(&bytes);
    return *out != NULL;
}

/* "5-8, 12" of a plan's sheet, or what it leaves; the bytes are the Buf's. */
static const char *labels_of(const bool *in, uint32_t n, bool wanted,
                             Buf *out) {
    buf_clear(out);
    ranges_print(in, n, wanted, out);
    return out->n ? out->s : "none";
}

static void tell_fed(const Drawer *d, const CellPlan *plan, size_t page,
                     const char *what, Arena *a, Diag *diag) {
    const LedgerSheet *s = &d->ledger.sheets.v[d->which[page]];
    bool *now = ARENA_ARRAY(a, bool, s->labels);
    Buf taken = {0}, left = {0};
    for (size_t k = plan->first[page]; k < plan->first[page + 1]; k++)
        now[plan->v[k].cell] = true;
    diag_file(diag, DIAG_NOTE, d->ledger.path,
              "%s %zu goes on sheet \"%.*s\", labels %s; left after that: %s",
              what, page + 1, (int)s->name.n, s->name.s,
              labels_of(now, s->labels, true, &taken),
              labels_of(s->used, s->labels, false, &left));
    buf_free(&taken);
    buf_free(&left);
}

void drawer_tell(const Drawer *d, const CellPlan *plan, const char *what,
                 Diag *diag) {
    Arena *a = arena_new();
    for (size_t i = 0; i < plan->sheets && i < d->n; i++)
        tell_fed(d, plan, i, what, a, diag);
    if (d->kept) {
        const LedgerSheet *s = &d->ledger.sheets.v[d->kept - 1];
        Buf left = {0};
        diag_file(diag, DIAG_NOTE, d->ledger.path,
                  "%s %zu is a new sheet: write %.*s on it and keep it, "
                  "labels left: %s",
                  what, plan->sheets, (int)s->name.n, s->name.s,
                  labels_of(s->used, s->labels, false, &left));
        buf_free(&left);
    }
    arena_free(a);
}
