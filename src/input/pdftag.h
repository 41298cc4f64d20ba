/* pdftag.h - the tags of what poppler's programs print.
 *
 * pdftotext and pdftohtml write a fixed handful of tags, double quotes around
 * every value and no comment; they end when poppler does, at any byte. So they
 * are scanned, not parsed: nothing nests here, and what has no '>' is no tag.
 */
#ifndef ENVOI_INPUT_PDFTAG_H
#define ENVOI_INPUT_PDFTAG_H

#include "base/source.h"

typedef struct PdfTags {
    const char *s;
    size_t n, at; /* behind the last tag */
} PdfTags;

/* From behind '<' to before '>'. */
typedef struct PdfTag {
    const char *s;
    size_t n;
} PdfTag;

/* The next tag; false: no more. */
bool pdftag_next(PdfTags *in, PdfTag *out);
/* `name` with or without attributes; "/b" is the end tag of "b". */
bool pdftag_is(const PdfTag *t, const char *name);
/* What stands in the quotes of `name="..."`, as it is written and without a
 * span; n == 0: nothing. */
Text pdftag_value(const PdfTag *t, const char *name);
/* The same as a number (of the C locale), which may be infinite; false: there
 * is none. */
bool pdftag_number(const PdfTag *t, const char *name, double *out);

#endif
