/* printorder.h - in which order the items of several kinds come, pack by pack,
 * and where a file may end.
 *
 * The next item is that with the lowest running number; of several, that of
 * the kind given first. Items without a number come before all packs and go
 * with the first. A file may end only where all packs before are whole: a sheet
 * of labels keeps the packs that share it together.
 */
#ifndef ENVOI_JOB_PRINTORDER_H
#define ENVOI_JOB_PRINTORDER_H

#include "job/printset.h"

/* Kinds of one run; there are some ten. */
#define PRINT_KINDS 16

/* A place between two items; a copy of it is a way back to it. */
typedef struct PrintOrder {
    const PrintKind *kinds;
    size_t n;
    size_t next[PRINT_KINDS]; /* item of each kind */
    size_t last;              /* highest number so far */
} PrintOrder;

typedef struct PrintStep {
    size_t kind, item;
    size_t first, last; /* numbers on it; 0: none */
    bool whole;         /* a file may end before it */
} PrintStep;

void printorder_begin(PrintOrder *o, const PrintKind *kinds, size_t n);
/* The item that comes next, which stays next; false: there is none. */
bool printorder_peek(const PrintOrder *o, PrintStep *out);
void printorder_take(PrintOrder *o, const PrintStep *step);
/* Items taken. */
size_t printorder_done(const PrintOrder *o);

#endif
