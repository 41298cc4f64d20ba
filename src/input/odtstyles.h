/* odtstyles.h - what the styles of an .odt make of a paragraph, a span and a
 * list (OpenDocument 1.3, part 3, 16).
 *
 * Private to odt.c.
 */
#ifndef ENVOI_INPUT_ODTSTYLES_H
#define ENVOI_INPUT_ODTSTYLES_H

#include "base/len.h"
#include "input/office.h"

#define ODT_LEVELS 10

/* -1: nothing says it. */
typedef struct OdtProps {
    int bold, italic, hidden, raised; /* 0 or 1 */
    int bold_han;      /* of Chinese, Japanese and Korean letters */
    Len before, after; /* margins; -1 as above */
    int contextual, page_break;
    int outline; /* of a heading, from 1; 0: none */
} OdtProps;

typedef struct OdtLevel {
    bool ordered;
    const Text *bullet, *format, *prefix, *suffix;
    int start, shown; /* levels in a label */
} OdtLevel;

typedef struct OdtListStyle {
    Text name;
    OdtLevel levels[ODT_LEVELS];
} OdtListStyle;

typedef struct OdtStyles OdtStyles;

/* Styles that people named, and those that the program made for single
 * paragraphs; the latter of the same part as what is read. */
OdtStyles *odtstyles_new(Arena *a, const XmlNode *named,
                         const XmlNode *automatic);

/* Of a paragraph with that style; NULL: the default. */
OdtProps odtstyles_paragraph(const OdtStyles *s, const Text *style);
/* What a span's style says, over `out`. */
void odtstyles_span(const OdtStyles *s, const Text *style, OdtProps *out);
/* NULL if there is none of the name. */
const OdtListStyle *odtstyles_list(const OdtStyles *s, const Text *name);
/* The master pages that paragraphs name, for heads and feet. */
bool odtstyles_uses_page(const OdtStyles *s, const Text *name);

#endif
