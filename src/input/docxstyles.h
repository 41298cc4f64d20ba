/* docxstyles.h - what the styles and the numbering of a .docx make of a
 * paragraph and of a run (ISO/IEC 29500-1, 17.7 and 17.9).
 *
 * Private to docx.c.
 */
#ifndef ENVOI_INPUT_DOCXSTYLES_H
#define ENVOI_INPUT_DOCXSTYLES_H

#include "input/office.h"

#define DOCX_UNSAID (-1000001)

/* Each is DOCX_UNSAID where nothing says it. */
typedef struct DocxProps {
    int bold, italic, hidden; /* 0 or 1 */
    int raised;               /* superscript */
    int before, after;        /* space around a paragraph in twips */
    int contextual;           /* none between paragraphs of one style */
    int outline;              /* 0 to 8: a heading; 9: none */
    int list, level;          /* numId and ilvl */
    int page_break;           /* before it */
    const Text *style;
} DocxProps;

typedef struct DocxStyles DocxStyles;

/* Both roots may be NULL. */
DocxStyles *docxstyles_new(Arena *a, const XmlNode *styles,
                           const XmlNode *numbering);

/* A paragraph by its pPr, which may be NULL: that, its style and those it is
 * based on, and the defaults. */
DocxProps docxstyles_paragraph(DocxStyles *s, const XmlNode *ppr);
/* A run by its rPr in a paragraph. */
DocxProps docxstyles_run(DocxStyles *s, const XmlNode *rpr,
                         const DocxProps *paragraph);

/* The label of the next item of that list and level, and what kind it is; in
 * the arena. NULL: none is printed. */
const char *docxstyles_label(DocxStyles *s, int list, int level, bool *ordered);

#endif
