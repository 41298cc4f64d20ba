#include "job/printset_private.h"

#include <string.h>

#include "base/limits.h"
#include "job/printunit.h"

/* The walk, cut into parts: files of which each holds as much as --split
 * allows. */
typedef struct Row {
    PrintWalk walk; /* walk.part is the part being filled */
    bool begun;
    PrintCount from;    /* where the part began */
    size_t units;       /* in it */
    size_t first, last; /* numbers in it; 0: none */
    size_t packs;
    size_t units_most; /* of a part that came out too large */
    size_t end_bytes;  /* that came on top of the pages of the last part */
    size_t most_packs; /* in a part, which --split allows fewer of */
} Row;

static bool all_numbered(const PrintRow *in) {
    bool all = true;
    for (size_t k = 0; k < in->n; k++)
        all = all && in->kinds[k].source->number;
    return all;
}

/* Names tell parts apart by the numbers in them: what has none is one file. */
static SplitUnit split_of(const Row *r) {
    const PrintRow *in = r->walk.row;
    const PrintSet *set = r->walk.set;
    bool writes = !set->out->dump && set->out->path && set->ok;
    return in->path || !writes || !all_numbered(in) ? SPLIT_NOT
                                                    : set->opt->split.unit;
}

/* ---- names ---- */

static size_t highest(const Row *r) {
    size_t most = r->walk.set->opt->highest;
    for (size_t k = 0; k < r->walk.row->n; k++) {
        const PageSource *s = r->walk.row->kinds[k].source;
        size_t last = s->n == 0 || !s->number ? 0
                      : s->last_number        ? s->last_number(s, s->n - 1)
                                              : s->number(s, s->n - 1);
        most = last > most ? last : most;
    }
    return most;
}

/* "letters-001-050-fronts.pdf"; before numbers are known, without. */
static const char *part_name(const Row *r, const char *half) {
    const PrintSet *set = r->walk.set;
    const char *numbers = "";
    if ((set->opt->split.unit != SPLIT_NOT || set->opt->slice) && r->last > 0) {
        int width = (int)strlen(arena_printf(set->arena, "%zu", highest(r)));
        numbers = arena_printf(set->arena, "-%0*zu-%0*zu", width, r->first,
                               width, r->last);
    }
    return arena_printf(set->arena, "%s%s%s.pdf", r->walk.row->name, numbers,
                        half);
}

static const char *part_path(const Row *r, const char *half) {
    const PrintSet *set = r->walk.set;
    return r->walk.row->path
               ? r->walk.row->path
               : fs_join(set->arena, set->folder, part_name(r, half));
}

static bool is_manual(const Row *r) {
    return r->walk.duplex && !r->walk.row->path &&
           r->walk.set->opt->manual_duplex;
}

/* ---- one part ---- */

static ProofMarks *new_marks(Row *r, const char *path) {
    PrintSet *set = r->walk.set;
    ProofFile file = {.marks = ARENA_NEW(set->arena, ProofMarks), .path = path};
    if (!set->out->proof || r->walk.row->first == SIZE_MAX)
        return NULL;
    file.marks->arena = set->arena;
    vec_push(set->arena, &set->proofs, file);
    return file.marks;
}

static bool open_part(Row *r) {
    PrintSet *set = r->walk.set;
    const bool manual = is_manual(r);
    PartOptions opt = {
        .path = part_path(r, manual ? "-fronts" : ""),
        .backs = manual ? part_path(r, "-backs") : NULL,
        .lang = r->walk.row->kinds[0].source->lang,
        .duplex = r->walk.duplex,
        .tags = &r->walk.tags,
        .before = set->files.n > 0 ? set->files.v[set->files.n - 1] : NULL};
    if (set->files.n >= LIMIT_FILES) {
        set->broken = true;
        diag_file(
            set->diag, DIAG_USAGE, NULL,
            "--split makes more than %d files of this; allow more in each",
            LIMIT_FILES);
        return false;
    }
    r->walk.part.marks[0] = new_marks(r, opt.path);
    r->walk.part.marks[1] = manual ? new_marks(r, opt.backs) : NULL;
    set->broken = !part_open(&r->walk.part, &opt, set->diag);
    return !set->broken;
}

/* What items share is made anew for each file. */
static bool begin_part(Row *r) {
    const PrintRow *in = r->walk.row;
    const JobOutput *out = r->walk.set->out;
    for (size_t k = 0; k < in->n; k++)
        if (in->kinds[k].source->begin)
            in->kinds[k].source->begin(in->kinds[k].source);
    r->from = r->walk.now;
    r->begun = true;
    r->units = r->packs = 0;
    r->first = r->last = 0;
    r->walk.part =
        (PrintPart){.duplex = r->walk.duplex, .manual = is_manual(r)};
    return out->dump || !out->path || open_part(r);
}

/* A finished file gets the name it is to have, in the folder. */
static bool name_file(Row *r, FsOut *file, const char *half,
                      const ProofMarks *marks, const char **name) {
    PrintSet *set = r->walk.set;
    const char *path = part_path(r, half);
    vec_push(set->arena, &set->files, file);
    for (size_t i = 0; marks && i < set->proofs.n; i++) {
        if (set->proofs.v[i].marks == marks) {
            set->proofs.v[i].file = file;
            set->proofs.v[i].path = path;
        }
    }
    if (r->walk.row->path)
        return true;
    *name = part_name(r, half);
    vec_push(set->arena, &set->names, *name);
    return printset_may_name(set, path) && fs_out_rename(file, path, set->diag);
}

static void keep_part(Row *r, FsOut *const files[2]) {
    PrintSet *set = r->walk.set;
    const PrintRow *in = r->walk.row;
    const PrintPart *part = &r->walk.part;
    PrintedFile file = {.kind = in->n == 1 ? in->first : SIZE_MAX,
                        .first = r->first,
                        .last = r->last,
                        .pages = part_pages(part)};
    for (size_t k = 0; k < in->n; k++)
        file.sheets += r->walk.now.totals[k].sheets - r->from.totals[k].sheets;
    bool ok = name_file(r, files[0], files[1] ? "-fronts" : "", part->marks[0],
                        &file.name);
    if (files[1])
        ok =
            name_file(r, files[1], "-backs", part->marks[1], &file.backs) && ok;
    set->broken = !ok;
    if (split_of(r) == SPLIT_PACKS && r->packs > set->opt->split.most &&
        r->packs > r->most_packs)
        r->most_packs = r->packs;
    if (in->first != SIZE_MAX)
        vec_push(set->arena, &set->printed, file);
}

/* ---- no larger than allowed ---- */

static void too_large(const Row *r, const char *is, const char *most) {
    PrintSet *set = r->walk.set;
    const char *pack = arena_printf(set->arena, "pack %zu is", r->first);
    if (r->first < r->last)
        pack = arena_printf(set->arena,
                            "packs %zu to %zu, which share a sheet, are",
                            r->first, r->last);
    set->ok = false;
    diag_file(set->diag, DIAG_ERROR, NULL,
              "--split: %s %s in %s.pdf alone, and no file is to have more "
              "than %s; allow more",
              pack, is, r->walk.row->name, most);
}

static const char *tell_bytes(Arena *a, size_t bytes) {
    return arena_printf(a, "%.3f MB", (double)bytes / 1e6);
}

static size_t larger_size(FsOut *const files[2]) {
    size_t n = fs_out_tell(files[0]);
    size_t backs = files[1] ? fs_out_tell(files[1]) : 0;
    return n > backs ? n : backs;
}

/* The finished part has `bytes`, `before` of them in its pages. False if that
 * is too much: then the walk is back where it began, to make it again with
 * fewer units. */
static bool fits(Row *r, size_t before, size_t bytes) {
    const size_t most = r->walk.set->opt->split.most;
    Arena *a = r->walk.set->arena;
    r->end_bytes = bytes > before ? bytes - before : 0;
    r->units_most = SIZE_MAX;
    if (bytes <= most)
        return true;
    if (r->units == 1) {
        too_large(r, tell_bytes(a, bytes), tell_bytes(a, most));
        return true;
    }
    double room = most > r->end_bytes ? (double)(most - r->end_bytes) : 0;
    size_t fit = (size_t)((double)r->units * room / (double)before);
    r->units_most = fit < 1 ? 1 : fit < r->units ? fit : r->units - 1;
    r->walk.now = r->from;
    return false;
}

static bool finish_part(Row *r) {
    PrintSet *set = r->walk.set;
    const size_t before = part_bytes(&r->walk.part);
    FsOut *files[2];
    if (!part_finish(&r->walk.part, set->diag, files)) {
        set->broken = true;
    } else if (split_of(r) == SPLIT_BYTES &&
               !fits(r, before, larger_size(files))) {
        fs_out_abandon(files[1]);
        fs_out_abandon(files[0]);
        set->proofs.n -= r->walk.part.marks[0] ? files[1] ? 2 : 1 : 0;
    } else {
        keep_part(r, files);
    }
    return !set->broken;
}

/* False if nothing more can be written. */
static bool end_part(Row *r) {
    PrintSet *set = r->walk.set;
    PrintPart *part = &r->walk.part;
    r->begun = false;
    if (!part->pdf)
        return true;
    if (set->ok && job_may_write(set->diag))
        return finish_part(r);
    set->ok = false;
    if (part_stopped(part)) {
        set->broken = true;
        diag_file(set->diag, DIAG_SYSTEM, NULL, "stopped; nothing was written");
    }
    part_abandon(part);
    return !set->broken;
}

/* Is the part full, as far as can be told before the next unit is drawn? */
static bool is_full(const Row *r) {
    const size_t most = r->walk.set->opt->split.most;
    const PrintPart *part = &r->walk.part;
    const size_t bytes = part_bytes(part);
    switch (split_of(r)) {
    case SPLIT_NOT:
        return false;
    case SPLIT_PACKS:
        return r->packs >= most;
    case SPLIT_PAGES:
        return part_pages(part) >= most;
    case SPLIT_BYTES:
        return r->units >= r->units_most ||
               bytes + bytes / r->units + r->end_bytes > most;
    }
    return false;
}

static size_t packs_of(const PrintUnit *unit) {
    return unit->last > 0 ? unit->last - unit->first + 1 : 0;
}

/* Does the unit, now drawn, still go into the part? */
static bool has_room(Row *r, const PrintUnit *unit) {
    Arena *a = r->walk.set->arena;
    const size_t most = r->walk.set->opt->split.most;
    if (split_of(r) == SPLIT_PACKS)
        return r->units == 0 || r->packs + packs_of(unit) <= most;
    if (split_of(r) != SPLIT_PAGES)
        return true;
    const size_t pages = printunit_pages(&r->walk, unit);
    if (pages > most && r->units == 0) {
        r->first = unit->first;
        r->last = unit->last;
        too_large(r, arena_printf(a, "%zu pages", pages),
                  arena_printf(a, "%zu", most));
        return true;
    }
    return pages <= most;
}

/* ---- the row ---- */

static void tell_progress(const Row *r) {
    const PrintSet *set = r->walk.set;
    Progress *progress = set->out->progress;
    ProgressStep step = {.what = r->walk.row->name,
                         .done = set->done + printorder_done(&r->walk.now.at),
                         .of = set->items,
                         .pages = set->pages + r->walk.now.pages};
    if (progress && r->walk.row->first != SIZE_MAX)
        progress->step(progress, &step);
}

static bool write_unit(Row *r, PrintUnit *unit) {
    if (!printunit_write(&r->walk, unit))
        return end_part(r);
    r->first = r->first > 0 ? r->first : unit->first;
    r->last = unit->last > r->last ? unit->last : r->last;
    r->units++;
    r->packs += packs_of(unit);
    tell_progress(r);
    return true;
}

/* One unit more, or the end of a part; false at the end of the row, or if it
 * cannot go on. */
static bool step_on(Row *r, PrintOutcome *outcome) {
    PrintUnit unit;
    PrintStep next;
    bool more = printorder_peek(&r->walk.now.at, &next);
    if (r->begun && part_stopped(&r->walk.part))
        return end_part(r) && false;
    if (!more) /* a part that was too large leads back */
        return r->begun && end_part(r) &&
               printorder_peek(&r->walk.now.at, &next);
    if (r->begun && r->units > 0 && is_full(r))
        return end_part(r);
    if (!r->begun && !begin_part(r))
        return false;
    const PrintOrder before = r->walk.now.at;
    *outcome = printunit_draw(&r->walk, split_of(r) == SPLIT_NOT, &unit);
    if (*outcome == PRINT_WANTS_BACKS)
        return false;
    if (!has_room(r, &unit)) {
        r->walk.now.at = before;
        return end_part(r);
    }
    return write_unit(r, &unit);
}

/* Sheets that packs share are filled as without --split: to begin a new one
 * with each part would leave labels over, and put them elsewhere than --redo
 * does. */
static void tell_shared(const Row *r) {
    const PrintSet *set = r->walk.set;
    if (r->most_packs > 0)
        diag_file(set->diag, DIAG_NOTE, NULL,
                  "--split %zu: %s that share a sheet stay in one file, so the "
                  "files of %s hold up to %zu numbers",
                  set->opt->split.most, r->walk.row->name, r->walk.row->name,
                  r->most_packs);
}

static bool is_duplex(const PrintRow *in) {
    bool any = false;
    for (size_t k = 0; k < in->n; k++)
        any = any || in->kinds[k].source->duplex;
    return any;
}

/* PRINT_WANTS_BACKS: nothing of it is left. */
static PrintOutcome walk_row(PrintSet *set, const PrintRow *in,
                             PrintWalk *walk) {
    const size_t files = set->files.n, names = set->names.n,
                 printed = set->printed.n, proofs = set->proofs.n,
                 dumped = set->out->text ? set->out->text->n : 0;
    Row r = {.walk = *walk, .units_most = SIZE_MAX};
    PrintOutcome outcome = PRINT_DRAWN;
    r.walk.duplex = is_duplex(in);
    r.walk.now.printable.printer = set->out->printer;
    printorder_begin(&r.walk.now.at, in->kinds, in->n);
    while (step_on(&r, &outcome))
        ;
    *walk = r.walk;
    if (outcome != PRINT_WANTS_BACKS) {
        tell_shared(&r);
        return outcome;
    }
    part_abandon(&r.walk.part);
    printset_drop(set, files);
    set->names.n = names;
    set->printed.n = printed;
    set->proofs.n = proofs;
    if (set->out->text)
        set->out->text->n = dumped;
    return outcome;
}

void printrow_run(PrintSet *set, const PrintRow *in) {
    const PrintWalk fresh = {.set = set,
                             .row = in,
                             .scratch = arena_new(),
                             .tags = {.arena = arena_new()}};
    PrintWalk walk;
    do
        walk = fresh;
    while (walk_row(set, in, &walk) == PRINT_WANTS_BACKS);
    if (set->out->printer)
        printable_tell(&walk.now.printable, set->diag);
    if (in->first != SIZE_MAX) {
        memcpy(set->totals + in->first, walk.now.totals,
               in->n * sizeof *set->totals);
        set->done += printorder_done(&walk.now.at);
        set->pages += walk.now.pages;
    }
    arena_free(fresh.scratch);
    arena_free(fresh.tags.arena);
}
