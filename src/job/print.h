/* print.h - the pages of a job, drawn item by item, to a PDF or a dump.
 *
 * One way out for labels, envelopes, letters and whatever else has pages. What
 * all paper has in common is done here once, for every kind. Memory is that of
 * one item: its pages are drawn, written and forgotten.
 */
#ifndef ENVOI_JOB_PRINT_H
#define ENVOI_JOB_PRINT_H

#include "base/fs.h"
#include "job/proof.h"
#include "job/session.h"
#include "page/display.h"

/* What is to be printed, in the order of the paper. A job puts it first into
 * its own struct, which `draw` gets back. */
typedef struct PageSource PageSource;
struct PageSource {
    size_t n; /* items: sheets, envelopes, letters; at least one */
    /* Append the pages of item `i`. They live in `scratch`, which is reset
     * before the next item, their tags in the document's `tags`. False, with
     * the error in the job's Diag: then nothing is written, and the other items
     * are drawn only for what is wrong with them. */
    bool (*draw)(PageSource *self, size_t i, Arena *scratch, DisplayTags *tags,
                 DisplayPages *out);
    /* The running number of the pack that item `i` belongs to, from 1, that of
     * the whole mailing and not of the slice being printed; ascending. Of a
     * sheet of labels, the first and the last on it. NULL: items have none;
     * `last_number` NULL: that of `number`. Files are split and merged by it;
     * it is never on a page. */
    size_t (*number)(const PageSource *self, size_t i);
    size_t (*last_number)(const PageSource *self, size_t i);
    bool bleeds;      /* meant to run into what a printer leaves blank */
    const char *lang; /* BCP 47 of the document; NULL: of no one language */
    bool duplex;      /* printed on both sides: pages with `front` begin a
                         sheet */
    /* Become duplex with the first item that has a back: else every sheet would
     * want a blank one. Drawing may then begin anew. */
    bool duplex_if_backs;
    /* Before the first item; NULL: there is nothing to do. What an earlier
     * drawing left must not be used again. */
    void (*begin)(PageSource *self);
    /* Written and not yet named, opened before the PDF: it gets its name right
     * after the PDF gets its own, or neither does. print_pages frees it in any
     * case. NULL: there is none. */
    FsOut *along;
    FsOut *rejects; /* the same, opened behind `along` (job/rejects.h) */
    const ProofSource *proof; /* what the addresses on its pages are; NULL: they
                                 cannot be proved */
};

/* Draw all of `src` to `out`: a PDF at out->path, which appears whole or not at
 * all, or the display dump; without either only to find errors. A job that has
 * anything against it (job_may_write) gets no PDF. With out->proof the PDF is
 * read back before it gets its name, and both appear or none. */
bool print_pages(PageSource *src, const JobOutput *out, Diag *diag);

#endif
