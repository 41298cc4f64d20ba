/* pdf_subset.h - the font program that goes into the PDF, by hb-subset. */
#ifndef ENVOI_OUT_PDF_SUBSET_H
#define ENVOI_OUT_PDF_SUBSET_H

#include <hb-subset.h>
#include <hb.h>

#include "text/font.h"

typedef struct Subset {
    hb_blob_t *program;     /* sfnt with glyf, or a bare CFF table */
    hb_subset_plan_t *plan; /* NULL for a whole font */
    char tag[8];            /* "ABCDEF+" from a hash; "" for a whole font */
} Subset;

/* The glyphs of `gids` of `font`, or all if its fsType forbids subsetting.
 * Only the tables that a PDF reader uses (ISO 32000-1, 9.9); without hinting.
 * False if the font cannot be read; free in either case. */
bool subset_make(const Font *font, const hb_set_t *gids, Subset *out);
void subset_free(Subset *s);

/* The glyph of the program for glyph `gid` of the face. */
uint32_t subset_glyph(const Subset *s, uint32_t gid);

#endif
