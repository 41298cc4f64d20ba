/* verticalfit.h - an address in columns, as large as a box allows.
 *
 * For envelopes written from top to bottom: each strand (the place, an office,
 * a name) is one or more columns, the strands follow one another from right to
 * left. Sizes go down in half points until all of them fit: whole strands
 * first, then with those broken that may be, at administrative units.
 */
#ifndef ENVOI_PAGE_VERTICALFIT_H
#define ENVOI_PAGE_VERTICALFIT_H

#include "page/addressfit.h"

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

/* The largest size at which the strands fit, each set as a line of `out` in
 * `a`; false if none does: `out` is then set at the smallest. `lang`: what they
 * are written in. A character no font covers is an error in `diag`. */
bool vertical_fit(Arena *a, Fontset *fs, const VerticalStrand *strands,
                  size_t n, const char *lang, const VerticalOptions *opt,
                  Diag *diag, AddressFit *out);

#endif
