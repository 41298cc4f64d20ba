/* addressforesee.h - what a search for the largest type knows of an address's
 * lines (private to addressfit.c).
 *
 * Shaping knows no size, so widths grow with it but for the rounding of each
 * glyph. Each line is therefore measured once, at the size at which it will
 * probably be set, and from then on every question is a multiplication; one
 * whose answer is closer than rounding is not answered here, and the line is
 * set to find out. Lines that are then set at the size they were measured at
 * are not made anew.
 */
#ifndef ENVOI_PAGE_ADDRESSFORESEE_H
#define ENVOI_PAGE_ADDRESSFORESEE_H

#include "model/address.h"
#include "text/para.h"

typedef struct AddressBreaks AddressBreaks;

typedef struct AddressKnownLine {
    const AddressLine *line;
    Len size;         /* measured at */
    ParaDraft *whole; /* in one piece */
    Len width;
    AddressBreaks *breaks[BREAK_NONE]; /* by ParaOptions.breaks; NULL: nobody
                                          has asked yet */
} AddressKnownLine;

/* Lines of the plain block and of the compact one, most of which are the same.
 */
enum { ADDRESS_KNOWN_LINES = 32 };
typedef struct AddressKnown {
    Arena *arena; /* drafts live here */
    Fontset *fs;
    Diag *diag;
    Len sizes[ADDRESS_COUNTRY + 1]; /* by role: to measure at */
    size_t n;
    AddressKnownLine v[ADDRESS_KNOWN_LINES];
} AddressKnown;

/* Is it plain without setting it whether a line fits para->width, or how often
 * it breaks? Then `out` has what a probe asks for: n, width, height. */
bool address_foresee(AddressKnown *k, const AddressLine *line,
                     const TextStyle *style, const ParaOptions *para,
                     Para *out);

/* A draft of the line for that style and para->breaks, the known one if there
 * is such a one; new ones live in `a`. */
ParaDraft *address_draft(AddressKnown *k, Arena *a, const AddressLine *line,
                         const TextStyle *style, const ParaOptions *para);

#endif
