/* docxfields.h - the fields of a .docx: what is code in them, and where they
 * link to (ISO/IEC 29500-1, 17.16).
 *
 * A field is begun, has code, then what is printed for it, and is ended. There
 * may be fields in both. Private to the reader of .docx.
 */
#ifndef ENVOI_INPUT_DOCXFIELDS_H
#define ENVOI_INPUT_DOCXFIELDS_H

#include "base/buf.h"
#include "input/xml.h"

/* Fields in fields: a table of contents has links in it. */
#define DOCXFIELDS_DEPTH 16

typedef struct DocxField {
    bool result; /* what is printed has begun */
    Buf code;    /* HYPERLINK "https://..." */
    const char *link;
} DocxField;

/* The fields that are begun, the outermost first; {0} at the start of a part.
 */
typedef struct DocxFields {
    DocxField v[DOCXFIELDS_DEPTH];
    size_t n;
} DocxFields;

void docxfields_free(DocxFields *f);

/* A w:fldChar: a field begins, its code ends, it ends. */
void docxfields_mark(DocxFields *f, Arena *a, const XmlNode *n);

/* A w:instrText: some code of the innermost field. */
void docxfields_code(DocxFields *f, Arena *a, const XmlNode *n);

/* Is text here part of a field's code? Text in a field that has no result yet
 * is what a field in its code gives: "female" in
 * { IF { MERGEFIELD sex } = "female" "Ms" "Mr" }. */
bool docxfields_in_code(const DocxFields *f);

/* The end of a paragraph: code of a field that is not ended goes no further,
 * and hides no text. */
void docxfields_end_paragraph(DocxFields *f);

/* Where text here links to; NULL: nowhere. "#" is a place in the document. */
const char *docxfields_link(const DocxFields *f);

/* The same of the code alone: HYPERLINK "address". */
const char *docxfields_address(Arena *a, const char *code, size_t n);

#endif
