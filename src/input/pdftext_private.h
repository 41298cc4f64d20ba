/* pdftext_private.h - between the process that runs poppler and the reader.
 *
 * The child writes messages: a head, then `n` bytes. The numbers are those of
 * one machine, as both ends are.
 */
#ifndef ENVOI_INPUT_PDFTEXT_PRIVATE_H
#define ENVOI_INPUT_PDFTEXT_PRIVATE_H

#include "base/buf.h"
#include "input/pdftext.h"

typedef enum PdfMessageKind {
    PDF_HELLO, /* PdfHello */
    PDF_PAGE,  /* PdfPageHead, text, rectangles, PdfRun with its name ... */
    PDF_FAULT, /* words: why the file cannot be read */
    PDF_LOCKED,
    PDF_END
} PdfMessageKind;

typedef struct PdfMessageHead {
    uint32_t kind;
    uint32_t n;
} PdfMessageHead;

typedef struct PdfHello {
    uint32_t pages;
    char version[32];
} PdfHello;

/* Followed by `text` bytes of UTF-8, `rects` of Len[4] (left, top, right,
 * bottom), `runs` of PdfRun, each with its name behind it. */
typedef struct PdfPageHead {
    Len w, h;
    uint32_t text, rects, runs;
} PdfPageHead;

/* Rectangles [from, to] are of this face. */
typedef struct PdfRun {
    int32_t from, to;
    Len size;
    uint32_t name; /* bytes */
} PdfRun;

/* The functions of libpoppler-glib, found when they are needed. */
typedef struct PdfLibrary PdfLibrary;

/* In the arena; stays loaded until the program ends. NULL with the reason. */
PdfLibrary *pdflibrary_load(Arena *a, const char **why);

/* Read the document and write messages to `fd`: what the child does. Returns
 * the exit status. */
int pdflibrary_serve(const PdfLibrary *lib, const void *bytes, size_t n,
                     size_t max_pages, int fd);

/* What this process may still do: read files, take memory, write to what is
 * open already. Best effort: false where the kernel cannot. */
bool pdfjail_enter(void);

/* A PDF_PAGE message to a page; false if it contradicts itself. */
bool pdfpage_unpack(Arena *a, const char *s, size_t n, PdfPage *out);

#endif
