/* linefit.h - choose where the lines of a paragraph end.
 *
 * The paragraph comes as boxes, glue and penalties (Knuth and Plass, Breaking
 * Paragraphs into Lines, 1981); nothing here knows about glyphs. One function,
 * so that the chooser can be replaced.
 */
#ifndef ENVOI_TEXT_LINEFIT_H
#define ENVOI_TEXT_LINEFIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/len.h"

typedef enum FitKind { FIT_BOX, FIT_GLUE, FIT_PENALTY } FitKind;

#define FIT_FORBID 10000   /* never break here */
#define FIT_FORCE (-10000) /* always break here */

typedef struct FitItem {
    FitKind kind;
    Len width; /* of a penalty: added if the line ends here (a hyphen) */
    Len stretch, shrink; /* glue only */
    int penalty;         /* penalty only */
    bool flagged;        /* two flagged breaks in a row are ugly */
} FitItem;

typedef struct FitLine {
    size_t first, last; /* items of the line, [first, last); glue at the
                           break and at the line's start dropped */
    size_t at;          /* the item the line breaks at */
    Len width;          /* natural width, a break penalty's width included */
    bool overfull;      /* wider than asked even when shrunk to the limit */
} FitLine;

typedef struct FitOptions {
    Len first_width; /* of the first line */
    Len width;       /* of the others */
    bool justify;    /* lines may shrink; else natural widths must fit */
} FitOptions;

/* Lines in the arena; the count. The last item must be a FIT_FORCE penalty. */
size_t linefit(Arena *a, const FitItem *items, size_t n, const FitOptions *opt,
               FitLine **out);

#endif
