/* parafit.h - units of text as boxes, glue and penalties, and back. */
#ifndef ENVOI_TEXT_PARAFIT_H
#define ENVOI_TEXT_PARAFIT_H

#include "text/linefit.h"
#include "text/units.h"

typedef struct ParaFit {
    FitItem *items; /* ends with a forced break */
    size_t n;
    size_t *unit;   /* per item: its first unit; of a break, the next line's */
    uint32_t *text; /* per item that a line may break at: UTF-16 end of the
                       line */
    uint32_t *hyphen; /* per item: where the hyphen stands that a line draws
                         which ends here (hyphen_place), or NO_HYPHEN */
} ParaFit;

void parafit_make(Arena *a, Fontset *fs, const UString *u, const Units *units,
                  const BreakKind *breaks, ParaFit *out);

/* Width of the widest line if only forced breaks are taken. */
Len parafit_natural_width(const ParaFit *fit);

#endif
