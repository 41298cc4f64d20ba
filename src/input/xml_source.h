/* xml_source.h - the bytes of an XML document as UTF-8.
 *
 * Private to xml.c.
 */
#ifndef ENVOI_INPUT_XML_SOURCE_H
#define ENVOI_INPUT_XML_SOURCE_H

#include "base/diag.h"
#include "base/source.h"

/* `src` if it is UTF-8, else a source of the same name with what its bytes mean
 * in the encoding that it declares (XML 1.0, appendix F). NULL, with the reason
 * in `diag`, if the encoding is unknown or the bytes are not in it; but what
 * says that it is UTF-8 is not looked at. */
const Source *xml_source_utf8(Arena *a, const Source *src, Diag *diag);

#endif
