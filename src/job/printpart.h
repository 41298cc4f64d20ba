/* printpart.h - one PDF, or the two of --duplex manual: fronts in their order,
 * and backs from the last sheet to the first.
 *
 * A pile that was printed on one side lies with its last sheet on top, in the
 * tray of nearly every printer; put back as it lies, the last sheet is fed
 * first. So the two have a page for each sheet, an empty one where there is
 * nothing on a back.
 */
#ifndef ENVOI_JOB_PRINTPART_H
#define ENVOI_JOB_PRINTPART_H

#include "job/proofmarks.h"
#include "out/pdf.h"

typedef struct PrintPart {
    Pdf *pdf, *backs;     /* NULL: nothing is written */
    ProofMarks *marks[2]; /* of each; NULL: nobody asks */
    bool duplex, manual;
    size_t sides; /* of paper so far, empty backs counted */
    Len w, h;     /* of the last page */
    size_t pack;  /* of the last bookmark */
} PrintPart;

/* What the two are opened with. */
typedef struct PartOptions {
    const char *path, *backs; /* `backs` NULL: all goes into one */
    const char *lang;
    bool duplex;
    const DisplayTags *tags;
    const FsOut *before;
} PartOptions;

/* False, with a message and without an open file, if they cannot be opened. */
bool part_open(PrintPart *p, const PartOptions *opt, Diag *diag);

/* Does the next page fall on a back? `front`: it must not. */
bool part_on_back(const PrintPart *p, bool front);
/* Of the next page in its file, from 1. */
size_t part_number(const PrintPart *p, bool front);
/* Go past a page that is not written. */
void part_count(PrintPart *p, bool front);
/* False if nothing can be written any further; part_finish tells why. */
bool part_page(PrintPart *p, const DisplayPage *page);
/* The next page is of this pack: a bookmark, if it is the first. */
void part_pack(PrintPart *p, size_t number, bool front);
void part_tags_done(PrintPart *p);

/* Pages of `path` so far, and bytes of the larger file. */
size_t part_pages(const PrintPart *p);
size_t part_bytes(const PrintPart *p);
bool part_stopped(const PrintPart *p);

/* Both finished, without a name yet; out[1] NULL: there is but one. False, with
 * a message, and both abandoned, if anything went wrong. */
bool part_finish(PrintPart *p, Diag *diag, FsOut *out[2]);
void part_abandon(PrintPart *p);

#endif
