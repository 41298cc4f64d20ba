#include "job/labelplan.h"

#include "base/fs.h"
#include "base/limits.h"

#include <string.h>

/* Two options of which one must go. */
static void exclude(bool first, bool second, const char *why, bool *ok,
                    Diag *diag) {
    if (!first || !second)
        return;
    diag_file(diag, DIAG_USAGE, NULL, "%s", why);
    *ok = false;
}

bool labelplan_check(const LabelsJob *job, Diag *diag) {
    bool part = job->only || job->from_label, ok = true;
    exclude(job->start, job->nfree,
            "--start and --free both say what is left of a sheet; --start 5 is "
            "--free 5-21 on a sheet of 21",
            &ok, diag);
    exclude(job->ledger, job->start || job->nfree,
            "--ledger knows what is left of the sheets; leave --start and "
            "--free out",
            &ok, diag);
    exclude(job->stack, job->start || job->nfree || job->ledger,
            "--stack needs whole sheets, for one cut goes through all of them; "
            "leave --start, --free and --ledger out",
            &ok, diag);
    exclude(job->redo_sheet, job->ledger,
            "--redo-sheet makes a sheet again as it was, and the ledger has "
            "its labels down as used; --only brings them to new places",
            &ok, diag);
    exclude(job->ledger && (!*job->ledger || strcmp(job->ledger, "-") == 0),
            true, "--ledger needs the name of a file, which is written again",
            &ok, diag);
    exclude(job->ledger && job->out.path &&
                fs_same_target(job->ledger, job->out.path),
            true, "-o would write over the ledger; give the PDF another name",
            &ok, diag);
    exclude(job->ledger && job->out.proof &&
                fs_same_target(job->ledger, job->out.proof),
            true, "--proof would write over the ledger; give it another name",
            &ok, diag);
    exclude(job->only, job->from_label,
            "--only and --from-label both choose labels; give one of them", &ok,
            diag);
    exclude(job->redo_sheet, part,
            "--redo-sheet makes a sheet again as it was, --only and "
            "--from-label bring labels to new places; give one of them",
            &ok, diag);
    return ok;
}

/* The value of an option that takes numbers. */
static bool read_ranges(Arena *a, const char *option, const char *value,
                        size_t most, const char *whole, Diag *diag,
                        Ranges *out) {
    const char *wrong =
        ranges_parse(a, value, strlen(value), (uint32_t)most, whole, out);
    if (wrong)
        diag_file(diag, DIAG_USAGE, NULL, "%s %s: %s", option,
                  *value ? value : "\"\"", wrong);
    return !wrong;
}

static bool choose(Arena *a, const LabelsJob *job, LabelRun *run, Diag *diag) {
    Ranges wanted;
    const char *whole = arena_printf(
        a, run->n == 1 ? "the run has %zu label" : "the run has %zu labels",
        run->n);
    const char *option = job->only ? "--only" : "--from-label";
    const char *value = job->only ? job->only
                        : job->from_label
                            ? arena_printf(a, "%d", job->from_label)
                            : NULL;
    if (!value)
        return true;
    if (!read_ranges(a, option, value, run->n, whole, diag, &wanted))
        return false;
    if (!job->only)
        wanted.v[0].to = (uint32_t)run->n;
    run_choose(run, &wanted);
    return true;
}

bool labelplan_run(Arena *a, const LabelsJob *job, const uint32_t *wanted,
                   size_t records, Diag *diag, LabelRun *out) {
    if (!run_make(a, wanted, records, job->copies, job->order, out)) {
        diag_file(diag, DIAG_ERROR, job->addresses,
                  "these records and copies make more than %d labels; print "
                  "in parts",
                  LIMIT_ITEMS);
        return false;
    }
    if (out->n == 0) {
        diag_file(diag, DIAG_ERROR, job->addresses,
                  "no label is wanted: every record has 0 copies");
        return false;
    }
    return choose(a, job, out, diag);
}

/* What --start and --free leave of the first sheets. */
static bool find_parts(Arena *a, const LabelsJob *job, const Layout *l,
                       Diag *diag, Ranges **out, size_t *n) {
    size_t cells = (size_t)layout_labels_per_sheet(l);
    const char *whole =
        arena_printf(a, cells == 1 ? "%s has %zu label" : "%s has %zu labels",
                     l->name, cells);
    bool ok = true;
    *n = job->start ? 1 : job->nfree;
    *out = ARENA_ARRAY(a, Ranges, *n);
    for (size_t i = 0; i < job->nfree; i++)
        ok = read_ranges(a, "--free", job->free[i], cells, whole, diag,
                         &(*out)[i]) &&
             ok;
    if (job->start) {
        ok = read_ranges(a, "--start", arena_printf(a, "%d", job->start), cells,
                         whole, diag, &(*out)[0]);
        if (ok)
            (*out)[0].v[0].to = (uint32_t)cells;
    }
    return ok;
}

static bool keep_sheets(Arena *a, const char *wanted, CellPlan *plan,
                        Diag *diag) {
    Ranges sheets;
    const char *whole = arena_printf(
        a,
        plan->sheets == 1 ? "the run has %zu sheet" : "the run has %zu sheets",
        plan->sheets);
    if (!read_ranges(a, "--redo-sheet", wanted, plan->sheets, whole, diag,
                     &sheets))
        return false;
    cells_keep_sheets(plan, &sheets);
    return true;
}

bool labelplan_make(Arena *a, const LabelsJob *job, const Layout *layout,
                    const LabelRun *run, const Drawer *drawer, Diag *diag,
                    CellPlan *out) {
    Ranges *parts;
    size_t nparts;
    uint32_t cells = (uint32_t)layout_labels_per_sheet(layout);
    if (!find_parts(a, job, layout, diag, &parts, &nparts))
        return false;
    if (drawer) {
        parts = drawer->free;
        nparts = drawer->n;
    }
    if (job->stack)
        cells_stack(a, run, cells, out);
    else
        cells_fill(a, run, cells, parts, nparts, out);
    return !job->redo_sheet || keep_sheets(a, job->redo_sheet, out, diag);
}

size_t labelplan_parts(const LabelsJob *job, const CellPlan *plan,
                       const Drawer *drawer) {
    size_t parts = drawer ? drawer->n : job->start > 1 ? 1 : job->nfree;
    return parts < plan->sheets ? parts : plan->sheets;
}

void labelplan_tell(const LabelsJob *job, const CellPlan *plan, Diag *diag) {
    Buf order = {0};
    size_t parts = job->start ? 1 : job->nfree;
    if (plan->sheets < 2 || parts == 0 || job->redo_sheet)
        return;
    for (size_t i = 0; i < parts && i < plan->sheets; i++) {
        buf_printf(&order, "%sthe one with labels ", i ? ", " : "");
        if (job->start)
            buf_printf(&order, "from %d on", job->start);
        else
            buf_puts(&order, job->free[i]);
        buf_puts(&order, " left");
    }
    if (plan->sheets == parts + 1)
        buf_puts(&order, ", then a whole one");
    else if (plan->sheets > parts)
        buf_printf(&order, ", then %zu whole ones", plan->sheets - parts);
    diag_file(diag, DIAG_NOTE, NULL, "feed the sheets in this order: %.*s",
              (int)order.n, order.s);
    buf_free(&order);
}
