#include "job/printset_private.h"

#include <string.h>
#include <unistd.h>

#include "input/pdftext.h"
#include "job/printold.h"

/* ---- what the text files ask ---- */

size_t printset_files(const PrintSet *set) {
    return set->printed.n;
}

const PrintedFile *printset_file(const PrintSet *set, size_t file) {
    return &set->printed.v[file];
}

PrintPlace printset_place(const PrintSet *set, size_t kind, size_t item) {
    return set->places[kind][item];
}

/* The first item of a kind whose number is not below. */
static size_t find_item(const PageSource *s, size_t number) {
    size_t from = 0, to = s->n;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (s->number(s, mid) < number)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

bool printset_pack(const PrintSet *set, size_t kind, size_t number,
                   PrintPlace *out) {
    const PageSource *s = set->kinds[kind].source;
    if (!s->number)
        return false;
    size_t from = find_item(s, number), to = find_item(s, number + 1);
    if (from == to)
        return false;
    *out = set->places[kind][from];
    out->last = set->places[kind][to - 1].last;
    return true;
}

size_t printset_pages(const PrintSet *set, size_t kind) {
    return set->totals[kind].pages;
}

size_t printset_sheets(const PrintSet *set, size_t kind) {
    return set->totals[kind].sheets;
}

size_t printset_letter(const PrintSet *set, size_t kind) {
    return set->totals[kind].letter;
}

bool printset_may_name(PrintSet *set, const char *path) {
    const char *proof = set->out->proof;
    if (!proof || path == proof || fs_is_std(path) ||
        !fs_same_target(path, proof))
        return true;
    diag_file(set->diag, DIAG_USAGE, NULL,
              "--proof %s: that is the name of another file of this run; give "
              "the proof another",
              proof);
    set->ok = false;
    return false;
}

FsOut *printset_text(PrintSet *set, const char *name, Diag *diag) {
    const FsOut *before = set->files.n > 0 ? set->files.v[set->files.n - 1] : 0;
    const char *path = fs_join(set->arena, set->folder, name);
    FsOut *file = printset_may_name(set, path) && fs_spares_input(path, diag)
                      ? fs_out_open_with(before, path, diag)
                      : NULL;
    if (!file)
        return NULL;
    vec_push(set->arena, &set->files, file);
    vec_push(set->arena, &set->names, arena_strdup(set->arena, name));
    return file;
}

/* ---- the proof ---- */

/* The addresses of all kinds, one kind after another. */
typedef struct SetProof {
    ProofSource source;
    const PrintSet *set;
} SetProof;

static void prove(const ProofSource *self, size_t i, Arena *a,
                  ProofAddress *out) {
    const PrintSet *set = ((const SetProof *)self)->set;
    for (size_t k = 0; k < set->n; k++) {
        const ProofSource *of = set->kinds[k].source->proof;
        if (of && i < of->n) {
            of->set(of, i, a, out);
            return;
        }
        i -= of ? of->n : 0;
    }
}

static bool find_proof(const PrintSet *set, SetProof *out) {
    const ProofSource *any = NULL;
    *out = (SetProof){.set = set};
    for (size_t k = set->n; k-- > 0;) {
        const ProofSource *of = set->kinds[k].source->proof;
        any = of ? of : any;
        out->source.n += of ? of->n : 0;
    }
    if (!any)
        return false;
    out->source.set = prove;
    out->source.fonts = any->fonts;
    out->source.letter_paper = any->letter_paper;
    return true;
}

static void print_proof(PrintSet *set) {
    SetProof proof;
    const char *version = pdftext_version(set->arena, set->diag);
    const char *path = set->out->proof;
    if (!version || !find_proof(set, &proof)) {
        if (version)
            diag_file(set->diag, DIAG_USAGE, NULL,
                      "--proof %s: nothing that is printed here has an "
                      "address; leave it out",
                      path);
        set->ok = false;
        return;
    }
    PageSource *pages = proof_make(set->arena, &proof.source, set->proofs.v,
                                   set->proofs.n, version, set->diag);
    set->ok = pages != NULL;
    if (pages)
        printrow_run(set, &(PrintRow){.kinds = &(PrintKind){"proof", pages},
                                      .n = 1,
                                      .first = SIZE_MAX,
                                      .path = path});
}

/* ---- the run ---- */

void printset_drop(PrintSet *set, size_t n) {
    while (set->files.n > n)
        fs_out_abandon(set->files.v[--set->files.n]);
}

/* What goes along with the kinds was opened before. */
static void take_along(PrintSet *set) {
    for (size_t k = 0; k < set->n; k++) {
        if (set->kinds[k].source->along)
            vec_push(set->arena, &set->files, set->kinds[k].source->along);
        set->kinds[k].source->along = NULL;
        if (set->kinds[k].source->rejects)
            vec_push(set->arena, &set->files, set->kinds[k].source->rejects);
        set->kinds[k].source->rejects = NULL;
    }
}

/* How many kinds are merged by pack. What belongs to no pack is not among them:
 * it is copied as needed, and what is printed on both sides would give every
 * other sheet an empty back. */
static size_t merged(const PrintSet *set) {
    size_t n = 0;
    while (set->opt->by == PRINT_BY_PACK && n < set->n &&
           set->kinds[n].source->number)
        n++;
    return n;
}

static void print_rows(PrintSet *set) {
    size_t packs = merged(set);
    for (size_t k = 0; k < set->n && !set->broken;) {
        bool together = k < packs;
        PrintRow row = {.kinds = set->kinds + k,
                        .n = together ? packs : 1,
                        .first = k,
                        .name = together ? "packs" : set->kinds[k].name,
                        .path = set->folder ? NULL : set->out->path};
        printrow_run(set, &row);
        k += row.n;
    }
}

static bool go_on(const PrintSet *set) {
    return set->ok && !set->broken && job_may_write(set->diag);
}

/* Everything but the names. */
static void print_all(PrintSet *set) {
    const JobOutput *out = set->out;
    const bool writes = out->path && !out->dump;
    if (writes && set->folder && !set->opt->slice)
        printold_hidden(set->arena, set->folder, set->diag);
    take_along(set);
    for (size_t k = 0; k < set->n; k++) {
        set->items += set->kinds[k].source->n;
        if (writes && set->folder)
            set->places[k] =
                ARENA_ARRAY(set->arena, PrintPlace, set->kinds[k].source->n);
    }
    print_rows(set);
    if (writes && out->proof && go_on(set))
        print_proof(set);
    if (writes && set->folder && set->opt->texts && go_on(set))
        set->ok = set->opt->texts->write(set->opt->texts, set, set->diag);
    if (writes && set->folder && !set->opt->slice && go_on(set))
        printold_tell(set->arena, set->folder, set->names.v, set->names.n,
                      set->diag);
    /* Without a PDF what goes along with it has no reason to be. */
    if (!writes)
        printset_drop(set, 0);
}

bool printset_run(PrintSet *set) {
    set->arena = arena_new();
    set->ok = true;
    print_all(set);
    bool ok = go_on(set);
    if (ok && set->files.n > 0) {
        ok = fs_out_commit_all(set->files.v, set->files.n, set->diag);
        set->files.n = 0;
    }
    printset_drop(set, 0);
    arena_free(set->arena);
    return ok;
}

bool print_set(const PrintKind *kinds, size_t n, const PrintSetOptions *opt,
               const JobOutput *out, Diag *diag) {
    const bool writes = out->path && !out->dump;
    size_t made = 0;
    PrintSet set = {.kinds = kinds,
                    .n = n,
                    .opt = opt,
                    .out = out,
                    .folder = out->path,
                    .diag = diag};
    if (writes && !fs_make_folder(out->path, &made, diag))
        return false;
    bool ok = printset_run(&set);
    if (!ok && made > 0)
        fs_unmake_folder(out->path, made);
    return ok;
}
