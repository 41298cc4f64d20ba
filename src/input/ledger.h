/* ledger.h - which labels of the sheets in somebody's drawer are gone.
 *
 * A YAML list that its owner may write and change, and envoi keeps up:
 *
 *     # the blue folder
 *     - sheet: 3                         what is written on the sheet
 *       layout: avery-l7160              as --on; a file seen from this one
 *       labels: 21 of 63.5 x 38.1 mm     [may be left out, or the 21 alone]
 *       used: 1-8, 12                    none, all, or [1, 2]
 *
 * Nothing else stands in it: no date, no address. It is read with every layout
 * it names; what contradicts the sheet is an error at its place. When it is
 * written again only the values of `used` that changed are others, and new
 * sheets stand at the end: comments and order are the owner's.
 */
#ifndef ENVOI_INPUT_LEDGER_H
#define ENVOI_INPUT_LEDGER_H

#include "base/buf.h"
#include "model/layout.h"

typedef struct LedgerSheet {
    Text name;
    bool wanted;     /* it is of the layout that the run is for */
    bool *used;      /* of each label, counted from 0 */
    uint32_t labels; /* on the sheet, used or not */
    Span used_at;    /* what is replaced; src NULL: a new sheet */
    bool flow;       /* it stands in braces */
    bool changed;
} LedgerSheet;

typedef struct Ledger {
    const char *path;
    const Layout *layout; /* that the run is for; NULL: it is only checked */
    const Source *src;    /* NULL: there is no file yet */
    VEC(LedgerSheet) sheets;
} Ledger;

/* Read `path`, if it is there, for a run on `layout`. False with errors in
 * `diag`. */
bool ledger_load(Arena *a, const char *path, const char *data_dir,
                 const Layout *layout, Diag *diag, Ledger *out);

/* The same for a source in memory, whose name is the path. */
bool ledger_parse(Arena *a, const Source *src, const char *data_dir,
                  const Layout *layout, Diag *diag, Ledger *out);

/* Label `label` (from 0) of a sheet is used now. */
void ledger_use(Ledger *l, size_t sheet, uint32_t label);
/* A sheet more, with the next number as its name and all labels free; its
 * index. */
size_t ledger_add(Arena *a, Ledger *l);

/* The file as it should be now, which reads back as the same sheets, else an
 * error: a form of YAML that cannot be kept. */
bool ledger_write(Arena *a, const Ledger *l, Diag *diag, Buf *out);

#endif
