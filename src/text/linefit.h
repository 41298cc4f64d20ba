/* linefit.h - choose where the lines of a paragraph end.
 *
 * The paragraph comes as boxes, glue and penalties (Knuth and Plass, Breaking
 * Paragraphs into Lines, 1981); nothing here knows about glyphs. Of all ways
 * to break it, the one whose lines cost least together is taken; the cost and
 * the passes are those of TeX (The TeXbook, chapter 14), in whole numbers, so
 * that the same paragraph breaks alike on every machine. A forced break ends
 * one such choice and begins the next.
 *
 * The cost of a line, its demerits: (FIT_LINE_PENALTY + badness)^2, plus the
 * square of the break's penalty, plus what it costs beside the line before it.
 * Justified, badness is 100 r^3 for a line that takes r times the stretch or
 * shrink it has. Ragged, it is 100 for a line that leaves a third empty, and
 * in proportion; so the demerits go with the square of what is left.
 */
#ifndef ENVOI_TEXT_LINEFIT_H
#define ENVOI_TEXT_LINEFIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/len.h"

typedef enum FitKind { FIT_BOX, FIT_GLUE, FIT_PENALTY } FitKind;

#define FIT_FORBID 10000   /* never break here */
#define FIT_FORCE (-10000) /* always break here */

/* Badness of the worst line: without hyphens; with them; when nothing else is
 * left. plain.tex has the first two. */
#define FIT_PRETOLERANCE 100
#define FIT_TOLERANCE 200
#define FIT_WORST 10000

/* plain.tex: each line; two lines in a row, or the last but one, that end at a
 * flagged break; a line much tighter or looser than the one before. */
#define FIT_LINE_PENALTY 10
#define FIT_DOUBLE_HYPHEN 10000
#define FIT_FINAL_HYPHEN 5000
#define FIT_ADJACENT 10000

/* Ragged lines: badness of one that is a third empty. A hyphen is dearer than
 * any line that is two thirds full, and cheaper than one that is less. */
#define FIT_RAGGED_THIRD 100
#define FIT_RAGGED_HYPHEN 500
#define FIT_RAGGED_SHORT 1000
/* With `fewest`: a line costs more than any raggedness. */
#define FIT_FEWEST_LINES 2000

typedef struct FitItem {
    FitKind kind;
    Len width; /* of a penalty: added if the line ends here (a hyphen) */
    Len stretch, shrink; /* glue only */
    int penalty;         /* penalty only */
    bool flagged;        /* two flagged breaks in a row are ugly */
    bool reluctant;      /* not before the last pass */
    bool hyphen; /* a word is cut here: not while it goes without, and in
                    ragged lines at FIT_RAGGED_HYPHEN */
} FitItem;

typedef struct FitLine {
    size_t first, last; /* items of the line, [first, last); glue at the
                           break and at the line's start dropped */
    size_t at;          /* the item the line breaks at */
    Len width;          /* natural width, a break penalty's width included */
    bool overfull;      /* wider than asked even when shrunk to the limit */
    int badness;        /* FIT_WORST + 1 if overfull */
    int64_t demerits;   /* of this line alone; 0 if overfull, as in TeX */
} FitLine;

typedef struct FitOptions {
    Len first_width; /* of the first line */
    Len width;       /* of the others */
    bool justify;    /* lines may shrink; else natural widths must fit */
    bool fewest;     /* ragged: no more lines than there must be, however
                        uneven: for addresses */
    Len emergency;   /* justified: stretch added to every line when nothing
                        else helps (\emergencystretch) */
    bool first_pass; /* give up if hyphens are needed */
} FitOptions;

/* Lines in the arena; the count. The last item must be a FIT_FORCE penalty.
 * No line is overfull but one that no break can make shorter.
 *
 * Passes: no hyphens, FIT_PRETOLERANCE; hyphens, FIT_TOLERANCE; the same with
 * `emergency`; then whatever there is. Ragged: no hyphens and every line two
 * thirds full; then whatever there is.
 *
 * 0 only with `first_pass`, if the first of them fails. */
size_t linefit(Arena *a, const FitItem *items, size_t n, const FitOptions *opt,
               FitLine **out);

/* Sum of the lines' demerits, for measurement. */
int64_t linefit_demerits(const FitLine *lines, size_t n);

#endif
