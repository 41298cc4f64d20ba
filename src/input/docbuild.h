/* docbuild.h - what a reader of documents meets, made into a Document.
 *
 *     DocBuild *b = docbuild_new(a, NULL);
 *     docbuild_open(b, &(DocBlock){.kind = DOC_HEADING, .level = 1});
 *     docbuild_add(b, s, n, &(DocStyle){.strong = true});
 *     docbuild_open(b, ...)
 *     docbuild_finish(b, name, out);
 *
 * Readers say only what the format says. What characters in the text mean,
 * marks, labels of items, entities, is found by docbuild_finish for all formats
 * alike (docmarks), as are blanks, empty blocks and the order of places.
 */
#ifndef ENVOI_INPUT_DOCBUILD_H
#define ENVOI_INPUT_DOCBUILD_H

#include "base/diag.h"
#include "model/document.h"

typedef struct DocStyle {
    bool strong, emphasis, superscript;
    int note;         /* the mark of that note */
    const char *link; /* NULL: none; compared as a pointer and then by text */
} DocStyle;

typedef struct DocBuild DocBuild;

/* `src` NULL: the text is what docbuild_add gives; else docbuild_take takes
 * stretches of it, in their order. */
DocBuild *docbuild_new(Arena *a, const Source *src);
/* Begin a block as `like` says; runs and text are set by finish. The label of
 * an item, if the format has it apart, is in like->label. */
void docbuild_open(DocBuild *b, const DocBlock *like);
/* More of the block that was opened last. A line end in `s` begins a block
 * that goes on with it. */
void docbuild_add(DocBuild *b, const char *s, size_t n, const DocStyle *style);
/* [off, off + n) of the source, which is `as` (a code point), or 0: itself. */
void docbuild_take(DocBuild *b, size_t off, size_t n, uint32_t as);
/* The block that comes next is set apart. */
void docbuild_gap(DocBuild *b);
/* What comes next is in a table of its own: `like` becomes the block before its
 * first row. Returned is what it was before, for docbuild_leave. */
DocBlock docbuild_enter(DocBuild *b, DocBlock *like);
void docbuild_leave(DocBuild *b, DocBlock *like, const DocBlock *before);
/* There is more than LIMIT_DOCUMENT_TEXT or _LINES, and no more is taken: a
 * reader may stop. */
bool docbuild_full(const DocBuild *b);
/* All of it; `b` is done with. `name` is that of the file. False, with a
 * message, if it was full. */
bool docbuild_finish(DocBuild *b, const char *name, Diag *diag, Document *out);

#endif
