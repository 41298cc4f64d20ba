/* htmlstyle.h - as much of CSS as tells whether lines stand apart and which
 * words are bold: rules for "p", ".class" and "p.class", and style="".
 *
 * Private to html.c.
 */
#ifndef ENVOI_INPUT_HTMLSTYLE_H
#define ENVOI_INPUT_HTMLSTYLE_H

#include "base/len.h"
#include "input/xml.h"

/* -1: nothing says it. */
typedef struct HtmlProps {
    int bold, italic, hidden, raised;
    int placed;        /* floats or stands at a place of its own */
    int pre;           /* line ends are line ends */
    Len before, after; /* margins */
} HtmlProps;

typedef struct HtmlStyles HtmlStyles;

/* The rules of all <style> in the tree. */
HtmlStyles *htmlstyles_new(Arena *a, const XmlNode *root);

/* What browsers do with such an element, then the rules, then its own style. */
HtmlProps htmlstyles_of(const HtmlStyles *s, const XmlNode *n);

#endif
