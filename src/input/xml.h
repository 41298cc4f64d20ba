/* xml.h - an XML document as a tree with spans. libxml2 below.
 *
 * Tags and attributes are known by their local names: namespaces are neither
 * needed to tell apart what we read, nor reliable in what people have. Only
 * the five entities of XML and character references mean anything; a document
 * that declares entities of its own is an error before it is parsed (an entity
 * bomb is one). Nothing is fetched from anywhere. Caps are LIMIT_XML_DEPTH and
 * LIMIT_XML_NODES.
 *
 * What bytes say in the encoding that the document declares becomes a Source
 * in UTF-8, and all spans point into that; it is the given one if that is UTF-8
 * already. The tree lives in the arena and points into its source.
 */
#ifndef ENVOI_INPUT_XML_H
#define ENVOI_INPUT_XML_H

#include "base/diag.h"
#include "base/source.h"

typedef struct XmlAttr {
    Text name;  /* local: "lang" of xml:lang */
    Text value; /* its span is what stands between the quotes */
} XmlAttr;

typedef struct XmlNode XmlNode;
struct XmlNode {
    bool is_text; /* a run of characters, between two tags or comments */
    Text text;    /* those characters, or an element's local name */
    Span span;    /* of the characters, or of the start tag from < to > */
    XmlAttr *attrs;
    size_t nattrs;
    XmlNode *first; /* child */
    XmlNode *next;  /* sibling */
};

/* Read `path` ("-": stdin), at most `cap` bytes, and parse it. */
const XmlNode *xml_load(Arena *a, const char *path, size_t cap, Diag *diag);

/* The root element. NULL, with the first error in `diag`, if the source is not
 * well-formed; every character in it is one that source_check takes. */
const XmlNode *xml_parse(Arena *a, const Source *src, Diag *diag);

/* The same with every character that XML allows, also those that source_check
 * does not: for a file whose text is looked at further on. */
const XmlNode *xml_parse_any(Arena *a, const Source *src, Diag *diag);

/* Is it an element of that name? NULL is none. */
bool xml_is(const XmlNode *n, const char *name);
/* Of one of those names, behind which comes NULL? */
bool xml_is_any(const XmlNode *n, const char *const *names);
/* The first child of that name, and the next sibling; NULL if there is none. */
const XmlNode *xml_child(const XmlNode *parent, const char *name);
const XmlNode *xml_next(const XmlNode *n, const char *name);
/* The value of an attribute, NULL if it is absent. */
const Text *xml_attr(const XmlNode *n, const char *name);
/* All characters in an element and in the elements in it. If they are not one
 * run, their place is the element's start tag. */
Text xml_text(Arena *a, const XmlNode *n);

#endif
