/* document.h - a document of any common format, read for what it says.
 *
 * Plain text and Markdown, .docx, .odt, .pdf, .html. The format is told from
 * the bytes, not from the name. Text and HTML may be in any encoding that ICU
 * knows: it is told from a byte order mark, a declaration, or the bytes.
 *
 * A document comes from anywhere: it is read within the limits of
 * base/limits.h, nothing is fetched, no macro or entity of its own means
 * anything. What is deleted text in it (tracked changes), hidden, or a comment
 * is left out.
 */
#ifndef ENVOI_INPUT_DOCUMENT_H
#define ENVOI_INPUT_DOCUMENT_H

#include "base/diag.h"
#include "model/document.h"

/* Read `path` ("-": stdin). False, with the reason in `diag`, if it cannot be
 * read or is of a format that is not. All of it lives in `a`. */
bool document_load(Arena *a, const char *path, Diag *diag, Document *out);

/* The same for bytes in memory, which are copied where they are kept. */
bool document_read(Arena *a, const char *name, const void *bytes, size_t n,
                   Diag *diag, Document *out);

#endif
