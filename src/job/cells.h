/* cells.h - which label comes on which place of which sheet: all of it known
 * before anything is drawn.
 *
 * Two steps. A run is the labels in their order, numbered from 1: from it some
 * may be chosen, and they keep their numbers. A plan lays them on sheets. Eight
 * bytes a label; records are named by their index and never copied.
 */
#ifndef ENVOI_JOB_CELLS_H
#define ENVOI_JOB_CELLS_H

#include <stdbool.h>

#include "model/ranges.h"

/* The order of the labels when there are several of each record. */
typedef enum LabelOrder {
    ORDER_PACK,  /* A B C, A B C ...: one of each, again and again, of those
                    that still lack some */
    ORDER_TARGET /* A A, B B, C C ... */
} LabelOrder;

typedef struct LabelRun {
    uint32_t *records; /* of each label, index into the list */
    size_t n;
    LabelOrder order;
} LabelRun;

/* Record i of `n` as often as wanted[i] times `copies`. False if these are more
 * than LIMIT_ITEMS; `out->n` may be 0. */
bool run_make(Arena *a, const uint32_t *wanted, size_t n, int copies,
              LabelOrder order, LabelRun *out);

/* Only the labels with these numbers. */
void run_choose(LabelRun *run, const Ranges *numbers);

typedef struct PlacedLabel {
    uint32_t record;
    uint32_t cell; /* from 0, on its sheet */
} PlacedLabel;

typedef struct CellPlan {
    PlacedLabel *v; /* sheet by sheet, each in the order of its cells */
    size_t *first;  /* sheets + 1: sheet i has v[first[i]] to before
                       v[first[i + 1]] */
    size_t sheets;
} CellPlan;

/* Fill sheets of `ncells` cells one after the other: the first ones where
 * parts[i] has free cells (numbered from 1), then whole ones. Sheets that are
 * not needed are left out. */
void cells_fill(Arena *a, const LabelRun *run, uint32_t ncells,
                const Ranges *parts, size_t nparts, CellPlan *out);

/* In depth: the labels of one cell follow one another from sheet to sheet, so
 * that one cut through the pile makes stacks which, laid on one another in the
 * order of the cells, are the run. In ORDER_TARGET no stack holds labels of two
 * records, if that takes no more than half as many sheets again. */
void cells_stack(Arena *a, const LabelRun *run, uint32_t ncells, CellPlan *out);

/* Only these sheets of the plan, numbered from 1. */
void cells_keep_sheets(CellPlan *plan, const Ranges *sheets);

#endif
