#include "job/print.h"

#include <assert.h>

#include "input/pdftext.h"
#include "out/pdf.h"
#include "page/printable.h"

/* One way through all items. */
typedef struct Printing {
    PageSource *source;
    const JobOutput *out;
    Diag *diag;
    Arena *scratch; /* of the item being drawn */
    DisplayTags tags;
    const FsOut *before; /* a file that was opened before the PDF, or NULL */
    Pdf *pdf;            /* NULL: nothing is written */
    ProofMarks *marks;   /* where addresses are; NULL: nobody asks */
    Printable printable;
    size_t sides; /* of paper so far, blank backs counted */
    bool ok;
} Printing;

typedef enum Outcome { PRINTED, WANTS_BACKS } Outcome;

static bool has_back(const DisplayPages *pages) {
    for (size_t i = 0; i < pages->n; i++)
        if (!pages->v[i].front)
            return true;
    return false;
}

/* Does the next page fall on a back? As pdf_page has it: one that must be on a
 * front gets a blank back before it. */
static bool next_is_back(Printing *p, const DisplayPage *page) {
    if (p->source->duplex && page->front)
        p->sides += p->sides % 2;
    return p->source->duplex && p->sides % 2 == 1;
}

/* The pages as the printer wants them. */
static bool place_pages(Printing *p, DisplayPages *pages) {
    bool ok = true;
    for (size_t k = 0; k < pages->n; k++) {
        DisplayPage placed, *page = &pages->v[k];
        bool back = next_is_back(p, page);
        p->sides++;
        if (!p->out->printer)
            continue;
        ok = printable_place(p->scratch, p->out->printer, page, back, p->diag,
                             &placed) &&
             ok;
        *page = placed;
        if (!p->source->bleeds)
            printable_see(&p->printable, page, p->sides);
    }
    return ok;
}

/* False if the PDF cannot be written any further; pdf_close tells why. */
static bool put_pages(Printing *p, const DisplayPages *pages) {
    for (size_t k = 0; k < pages->n; k++) {
        if (p->out->dump == DUMP_DISPLAY)
            display_dump(&p->tags, &pages->v[k], p->out->text);
        else if (p->pdf && !pdf_page(p->pdf, &pages->v[k]))
            return false;
        if (p->pdf && p->marks)
            proofmarks_page(p->marks, &pages->v[k], pdf_pages(p->pdf) - 1);
    }
    if (p->pdf)
        pdf_tags_done(p->pdf);
    return true;
}

static void forget_tags(Printing *p) {
    Arena *a = p->tags.arena;
    arena_reset(a);
    p->tags = (DisplayTags){.arena = a};
}

static Outcome draw_items(Printing *p) {
    PageSource *src = p->source;
    p->sides = 0;
    p->printable = (Printable){.printer = p->out->printer};
    if (src->begin)
        src->begin(src);
    if (p->marks)
        *p->marks = (ProofMarks){.arena = p->marks->arena};
    for (size_t i = 0; i < src->n; i++) {
        DisplayPages pages = {0};
        arena_reset(p->scratch);
        forget_tags(p);
        bool drawn = src->draw(src, i, p->scratch, &p->tags, &pages);
        if (p->ok && drawn && src->duplex_if_backs && !src->duplex &&
            has_back(&pages))
            return WANTS_BACKS;
        p->ok = drawn && place_pages(p, &pages) && p->ok;
        if (!p->ok)
            continue;
        if (!put_pages(p, &pages))
            break;
    }
    if (p->out->printer)
        printable_tell(&p->printable, p->diag);
    return PRINTED;
}

static bool open_pdf(Printing *p) {
    const PageSource *src = p->source;
    PdfOptions opt = {.lang = src->lang ? src->lang : "",
                      .duplex = src->duplex,
                      .tags = &p->tags,
                      .before = p->before};
    if (p->out->dump || !p->out->path)
        return true;
    p->pdf = pdf_open(p->out->path, &opt, p->diag);
    return p->pdf != NULL;
}

/* The finished file in `out`, which has no name yet; NULL: none is wanted. */
static bool end_pdf(Printing *p, FsOut **out) {
    bool may = p->ok && job_may_write(p->diag);
    *out = NULL;
    if (p->pdf && may) {
        *out = pdf_finish(p->pdf, p->diag);
        return *out != NULL;
    }
    pdf_abandon(p->pdf);
    return may;
}

static bool print_file(PageSource *src, const JobOutput *out,
                       const FsOut *before, ProofMarks *marks, Diag *diag,
                       FsOut **file) {
    Printing p = {.source = src,
                  .out = out,
                  .diag = diag,
                  .scratch = arena_new(),
                  .tags = {.arena = arena_new()},
                  .before = before,
                  .marks = marks,
                  .ok = true};
    size_t dumped = out->text ? out->text->n : 0;
    *file = NULL;
    bool ok = open_pdf(&p);
    if (ok && draw_items(&p) == WANTS_BACKS) {
        pdf_abandon(p.pdf);
        p.pdf = NULL;
        src->duplex = true;
        if (out->text)
            out->text->n = dumped; /* it begins anew */
        ok = open_pdf(&p);
        if (ok)
            draw_items(&p);
    }
    ok = ok && end_pdf(&p, file);
    arena_free(p.scratch);
    arena_free(p.tags.arena);
    return ok;
}

/* The pages and the proof of them; `files` holds what was finished, in the
 * order in which it was opened, `n` of them. */
static bool print_proved(PageSource *src, const JobOutput *out, Diag *diag,
                         FsOut **files, size_t *n) {
    Arena *a = arena_new();
    ProofMarks marks = {.arena = a};
    JobOutput to = {.path = out->proof, .printer = out->printer};
    const FsOut *before = *n > 0 ? files[*n - 1] : NULL;
    const char *version = pdftext_version(a, diag);
    FsOut **pdf = &files[*n], **proof = &files[*n + 1];
    assert(src->proof);
    bool ok = print_file(src, out, before, &marks, diag, pdf) && version;
    *n += *pdf != NULL;
    if (ok && *pdf) {
        PageSource *pages =
            proof_make(a, src->proof, &marks, *pdf, out->path, version, diag);
        ok = pages && print_file(pages, &to, *pdf, NULL, diag, proof) && *proof;
        *n += *proof != NULL;
    }
    arena_free(a);
    return ok;
}

bool print_pages(PageSource *src, const JobOutput *out, Diag *diag) {
    FsOut *files[3] = {src->along};
    const size_t along = src->along ? 1 : 0;
    size_t n = along;
    bool ok;
    if (out->path && out->proof) {
        ok = print_proved(src, out, diag, files, &n);
    } else {
        ok = print_file(src, out, src->along, NULL, diag, &files[n]);
        n += files[n] != NULL;
    }
    src->along = NULL;
    /* Without a PDF what goes along with it has no reason to be. */
    if (ok && n > along)
        return fs_out_commit_all(files, n, diag);
    while (n > 0)
        fs_out_abandon(files[--n]);
    return ok;
}
