/* drawer.h - a labels run on the part-used sheets that a ledger tells of.
 *
 * Opened before the plan is made, which needs to know what is free; then told
 * the plan. The ledger is written together with the PDF: both get their names
 * at the end, the PDF first. Should the machine stop between the two, the same
 * command makes the same PDF again.
 */
#ifndef ENVOI_JOB_DRAWER_H
#define ENVOI_JOB_DRAWER_H

#include "base/fs.h"
#include "input/ledger.h"
#include "job/cells.h"

typedef struct Drawer {
    Ledger ledger;
    Ranges *free;  /* of each sheet that has labels left, in the file's order */
    size_t *which; /* its index in the ledger */
    size_t n;
    size_t kept; /* the sheet that the last page is, 0: a whole one, or known
                    before; else its index + 1 */
    bool changed;
    FsLock lock;
} Drawer;

/* False with errors in `diag`. Other runs wait until drawer_close; a zeroed
 * Drawer may be closed too. */
bool drawer_open(Arena *a, const char *path, const char *data_dir,
                 const Layout *layout, Diag *diag, Drawer *out);
void drawer_close(Drawer *d);

/* The plan was made with the first `d->n` sheets of `d->free`: what it takes is
 * gone, and what is left of a new last sheet is kept. */
void drawer_take(Arena *a, Drawer *d, const CellPlan *plan);

/* The ledger as it will be, not yet in its place; NULL if nothing changed, or
 * after an error (then false). */
bool drawer_write(Arena *a, const Drawer *d, Diag *diag, FsOut **out);

/* Notes: which sheets have to be fed, and what to write on the last one. `what`
 * the sheets are in the order in which they are printed: "page", of one PDF. */
void drawer_tell(const Drawer *d, const CellPlan *plan, const char *what,
                 Diag *diag);

#endif
