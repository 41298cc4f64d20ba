/* htmltree.h - HTML as people have it, as a tree. libxml2 below.
 *
 * Nothing is fetched; nothing is an error: what is never closed is closed where
 * it must be. Names are in small letters. Text has no place in the file. What
 * stands deeper than LIMIT_XML_DEPTH loses its own element.
 */
#ifndef ENVOI_INPUT_HTMLTREE_H
#define ENVOI_INPUT_HTMLTREE_H

#include "input/xml.h"

/* `s` is UTF-8. NULL, with a message, if there are more than LIMIT_XML_NODES
 * elements and pieces of text. */
const XmlNode *html_parse(Arena *a, const char *name, const char *s, size_t n,
                          Diag *diag);

#endif
