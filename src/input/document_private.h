/* document_private.h - the readers behind document.h. */
#ifndef ENVOI_INPUT_DOCUMENT_PRIVATE_H
#define ENVOI_INPUT_DOCUMENT_PRIVATE_H

#include "input/document.h"
#include "input/zipfile.h"

/* The bytes of a file, and what it is called. */
typedef struct DocFile {
    const char *name;
    const char *bytes;
    size_t n;
} DocFile;

/* Each fills all of `out` but its format. */
bool doctext_read(Arena *a, const DocFile *f, Diag *diag, Document *out);
bool docx_read(Arena *a, ZipFile *zip, const DocFile *f, Diag *diag,
               Document *out);
bool odt_read(Arena *a, ZipFile *zip, const DocFile *f, Diag *diag,
              Document *out);
/* The same as one XML file. */
bool fodt_read(Arena *a, const DocFile *f, Diag *diag, Document *out);
/* Do the first bytes look like HTML? */
bool html_is(const DocFile *f);
bool html_read(Arena *a, const DocFile *f, Diag *diag, Document *out);
bool pdf_is(const DocFile *f);
bool pdf_read(Arena *a, const DocFile *f, Diag *diag, Document *out);

#endif
