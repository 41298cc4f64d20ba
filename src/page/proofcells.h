/* proofcells.h - a line character by character, in rows of cells.
 *
 * A cell holds one cluster of glyphs: a Han character, a Uyghur letter in the
 * form that joins its neighbours, a Tibetan stack, a ligature. Under it stand
 * its code points and the names of their blocks. Cells follow one another as
 * the line is read: from the right in a right-to-left line.
 */
#ifndef ENVOI_PAGE_PROOFCELLS_H
#define ENVOI_PAGE_PROOFCELLS_H

#include "page/display.h"

typedef struct ProofCell {
    GlyphRun run; /* of the cluster; no glyphs: a blank */
    Para codes, blocks, blank;
} ProofCell;

typedef struct ProofCells {
    ProofCell *v;
    size_t n;
    const char *lang;
    bool rtl;
    size_t columns;
    Len width, cell_w;
    Len above, below; /* how far any of them reaches from the baseline */
} ProofCells;

/* The cells of a paragraph that was laid out in one line, horizontally, at the
 * size they are to have, and lives as long as they do; rows are `width` wide.
 */
void proofcells_make(Arena *a, Fontset *fs, const Para *p, const char *lang,
                     Len width, Diag *diag, ProofCells *out);

size_t proofcells_rows(const ProofCells *c);
Len proofcells_height(const ProofCells *c, size_t row);

/* Draw a row with its top-left at (x, y), under a table's tag. */
void proofcells_draw(Arena *a, const ProofCells *c, size_t row,
                     DisplayTags *tags, uint32_t table, Len x, Len y,
                     DisplayItems *to);

#endif
