/* verticalfit.h - an address in columns, as large as a box allows.
 *
 * For envelopes written from top to bottom: each strand (the place, an office,
 * a name) is one or more columns, the strands follow one another from right to
 * left. Sizes go down in half points until all of them fit: whole strands
 * first, then with those broken that may be, at administrative units.
 */
#ifndef ENVOI_PAGE_VERTICALFIT_H
#define ENVOI_PAGE_VERTICALFIT_H

#include "model/address.h"
#include "page/display.h"
#include "text/dump.h"

#define VERTICAL_STRANDS 16

typedef struct VerticalStrand {
    const AddressLine *lines;
    size_t n;          /* that flow as one */
    int size_permille; /* of the size looked for */
    bool whole;        /* never broken: names */
} VerticalStrand;

typedef struct VerticalOptions {
    Len w, h; /* the box */
    Len max_size, min_size;
    Len good_size; /* strands are broken only for less than this */
    FontFamily family;
} VerticalOptions;

typedef struct VerticalColumn {
    Para para;
    const char *lang;
    Len right; /* of its first line, from the right of the block */
} VerticalColumn;

typedef struct VerticalFit {
    VerticalColumn *v;
    size_t n;
    Len size;
    Len w, h;           /* of the set block */
    Len over_w, over_h; /* how much too large at `min_size`; 0 if it fits */
    DisplayMarks mark;
} VerticalFit;

/* The largest size at which the strands fit, set in `a`; false if none does:
 * `out` is then set at the smallest. `langs`: what the strands are written in.
 * A character no font covers is an error in `diag`. */
bool vertical_fit(Arena *a, Fontset *fs, const VerticalStrand *strands,
                  size_t n, const char *lang, const VerticalOptions *opt,
                  Diag *diag, VerticalFit *out);

/* Draw the block with its top right at (x, y), each strand a paragraph under
 * `parent`. */
void vertical_draw(Arena *a, const VerticalFit *fit, DisplayTags *tags,
                   uint32_t parent, Len x, Len y, DisplayItems *to);

void vertical_dump(const VerticalFit *fit, DumpStage stage, Buf *out);

#endif
