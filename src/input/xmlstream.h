/* xmlstream.h - a part of an office file, tag by tag. libxml2's reader below.
 *
 * For what is too large for a tree (xml.h): a sheet of a hundred thousand rows.
 * Names are local ones. A document type is an error, and so are entities of the
 * file's own: a small file can stand for gigabytes with them. Nothing is
 * fetched from anywhere.
 */
#ifndef ENVOI_INPUT_XMLSTREAM_H
#define ENVOI_INPUT_XMLSTREAM_H

#include "input/zipfile.h"

typedef struct XmlStream XmlStream;

typedef enum XmlStep {
    XML_START, /* of an element */
    XML_END,   /* of it; of an empty one too */
    XML_TEXT,  /* characters; a text may come in several */
    XML_STOP   /* the end, or an error */
} XmlStep;

/* NULL, with a message, if the part cannot be read. All is borrowed until
 * xmlstream_close; messages are about the file `name`. */
XmlStream *xmlstream_open(ZipFile *z, const char *name, const char *part,
                          Diag *diag);
void xmlstream_close(XmlStream *x); /* NULL is fine */
/* No error so far. */
bool xmlstream_ok(const XmlStream *x);

XmlStep xmlstream_next(XmlStream *x);
/* Of an element, until the next step. */
const char *xmlstream_name(const XmlStream *x);
bool xmlstream_is(const XmlStream *x, const char *name);
/* Elements that are open around this one. */
int xmlstream_depth(const XmlStream *x);
/* The value of an attribute at XML_START, NULL if it is absent; until the next
 * call. With a prefix ("calcext:value-type") that one alone. */
const char *xmlstream_attr(XmlStream *x, const char *name);
/* Of XML_TEXT. */
const char *xmlstream_text(const XmlStream *x);

#endif
