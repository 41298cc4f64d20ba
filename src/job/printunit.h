/* printunit.h - items that go into one file together, drawn and then written.
 *
 * A unit is one item, or all items up to the next place where a file may end
 * (printorder.h) if files are to end. Its pages wait in memory until it is
 * known in which file there is room for them.
 */
#ifndef ENVOI_JOB_PRINTUNIT_H
#define ENVOI_JOB_PRINTUNIT_H

#include "job/printpart.h"
#include "job/printset_private.h"
#include "page/printable.h"

typedef struct DrawnItem {
    PrintStep step;
    bool whole; /* nothing was wrong */
    DisplayPages pages;
} DrawnItem;

typedef struct PrintUnit {
    VEC(DrawnItem) items;
    size_t first, last; /* numbers on them; 0: none */
} PrintUnit;

/* How far a walk is; a copy is a way back. */
typedef struct PrintCount {
    PrintOrder at;
    PrintTotal totals[PRINT_KINDS]; /* of the row's kinds */
    Printable printable;
    size_t pages;
} PrintCount;

/* One walk through the items of a row. */
typedef struct PrintWalk {
    PrintSet *set;
    const PrintRow *row;
    Arena *scratch; /* of the unit */
    DisplayTags tags;
    bool duplex; /* the row has backs */
    PrintCount now;
    PrintPart part;
} PrintWalk;

typedef enum PrintOutcome {
    PRINT_DRAWN,
    PRINT_WANTS_BACKS /* the first item with a back: all begins anew */
} PrintOutcome;

/* Draw what comes next and go past it, `alone`: one item. */
PrintOutcome printunit_draw(PrintWalk *w, bool alone, PrintUnit *out);
/* Pages of the part's file when the unit is written. */
size_t printunit_pages(const PrintWalk *w, const PrintUnit *unit);
/* Write it, if nothing is wrong so far. False if nothing can be written any
 * further. */
bool printunit_write(PrintWalk *w, PrintUnit *unit);

#endif
