/* print.h - the pages of a job, drawn item by item, to a PDF or a dump.
 *
 * One way out for labels, envelopes, letters and whatever else has pages. What
 * all paper has in common is done here once, for every kind. Memory is that of
 * one item: its pages are drawn, written and forgotten.
 */
#ifndef ENVOI_JOB_PRINT_H
#define ENVOI_JOB_PRINT_H

#include "job/session.h"
#include "page/display.h"

/* What is to be printed, in the order of the paper. A job puts it first into
 * its own struct, which `draw` gets back. */
typedef struct PageSource PageSource;
struct PageSource {
    size_t n; /* items: sheets, envelopes, letters; at least one */
    /* Append the pages of item `i`. They live in `scratch`, which is reset
     * before the next item, their tags in the document's `tags`. False, with
     * the error in the job's Diag: then nothing is written. */
    bool (*draw)(PageSource *self, size_t i, Arena *scratch, DisplayTags *tags,
                 DisplayPages *out);
    const char *lang; /* BCP 47 of the document; NULL: of no one language */
    bool duplex;      /* pages with `front` begin a sheet */
};

/* Draw all of `src` to `out`: a PDF at out->path, which appears whole or not at
 * all, or the display dump. Without either nothing is drawn. */
bool print_pages(PageSource *src, const JobOutput *out, Diag *diag);

#endif
