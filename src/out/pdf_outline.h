/* pdf_outline.h - a way to each pack of a document: outlines (ISO 32000-1,
 * 12.3.3) and page labels (12.4.2). Both hold numbers and nothing else.
 */
#ifndef ENVOI_OUT_PDF_OUTLINE_H
#define ENVOI_OUT_PDF_OUTLINE_H

#include "out/pdf_objects.h"

/* From page `page`, from 0, on all is of this pack. */
typedef struct Bookmark {
    uint32_t number, page;
} Bookmark;

/* The outline of at least one bookmark, `pages` being the object of each page:
 * "17". Returns its object. */
uint32_t outline_write(Objects *o, const Bookmark *v, size_t n,
                       const uint32_t *pages);
/* Labels: "17-1", "17-2"; of what comes before the first pack "i", "ii". */
uint32_t pagelabels_write(Objects *o, const Bookmark *v, size_t n);

#endif
