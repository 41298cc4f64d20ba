/* document.h - a document from elsewhere, as lines of styled text.
 *
 * What a reader needs who wants to know what the document says: every line as
 * it was meant, in reading order, with what sets it off. A block is one line:
 * a paragraph, or a part of one up to a hard line break. Lines that were only
 * wrapped are joined; so an address has a block for each of its lines and a
 * paragraph is one block, whatever the format.
 *
 * Paragraphs are told from lines by what the eye sees: `gap` says that a block
 * is set apart from the one before, by a blank line, by space between
 * paragraphs, by another cell, column or text box. A format's own paragraphs
 * are not kept, since one document has a paragraph where another, made from it,
 * has a line break.
 *
 * All text has its place in `source`: that is the file itself if the file is
 * text (as UTF-8), else what was taken out of it, one block a line. Marks of
 * Markdown and HTML that stand in the text as characters are understood where
 * they are clean, in every format: "**Ana**" is a strong "Ana"; what was taken
 * away so is in `residue`. In `text` no blank stands at either end, and a
 * stretch of blanks is one space, or one tab if it had one.
 */
#ifndef ENVOI_MODEL_DOCUMENT_H
#define ENVOI_MODEL_DOCUMENT_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/source.h"

typedef enum DocFormat {
    DOC_TEXT, /* half Markdown or all of it */
    DOC_DOCX,
    DOC_ODT,
    DOC_PDF,
    DOC_HTML
} DocFormat;

typedef enum DocKind {
    DOC_PARAGRAPH,
    DOC_HEADING, /* level from 1, by style or mark; a line that only looks like
                    one, in capitals or bold, is a paragraph */
    DOC_ITEM     /* of a list, level from 1 */
} DocKind;

/* Heads stand before the body, feet and then notes behind it. */
typedef enum DocPlace {
    DOC_BODY,
    DOC_HEAD, /* printed on top of pages: once here */
    DOC_FOOT, /* at the foot of pages */
    DOC_NOTE  /* the text of footnote `note`, without its mark */
} DocPlace;

typedef struct DocRun {
    Text text; /* a stretch of the source, or one character that stands for a
                  stretch of it (an entity, blanks, a joined line end) */
    size_t at; /* where it begins in the block's text */
    bool strong, emphasis, superscript;
    Text link; /* destination, also "#"; s == NULL if none */
    int note;  /* it is the mark of that footnote, from 1; 0: it is none */
} DocRun;

typedef struct DocBlock {
    DocKind kind;
    DocPlace place;
    int level;
    Text label;     /* of an item: "-", "•", "2.", as it stands or as the
                       file's numbering has it; n == 0: a further line of the
                       item before */
    int note;       /* of a DOC_NOTE */
    unsigned table; /* number of the table it stands in, from 1; 0: none */
    unsigned row, column; /* there, from 1; of one cell come several blocks */
    unsigned page;        /* from 1; 0: the format has no pages */
    bool ordered;         /* of an item: numbers or letters */
    bool gap;             /* set apart from the block before */
    DocRun *runs;
    size_t nruns;
    Text text; /* of all runs; its span is from the first to the last, raw:
                  with the label and all marks */
} DocBlock;

typedef enum DocResidueKind {
    DOC_RESIDUE_MARK,     /* of Markdown: "**", "##", "[...](...)" */
    DOC_RESIDUE_TAG,      /* of HTML: "<sup>" */
    DOC_RESIDUE_ENTITY,   /* "&lt;", became the character */
    DOC_RESIDUE_ESCAPE,   /* "\*" */
    DOC_RESIDUE_CHARACTER /* one that may not stand in text, or is invisible */
} DocResidueKind;

typedef struct DocResidue {
    DocResidueKind kind;
    Span span; /* what stood there */
} DocResidue;

typedef struct Document {
    DocFormat format;
    const char *encoding; /* of the bytes of text and HTML, by its IANA name;
                             NULL: the format says it */
    const Source *source;
    DocBlock *blocks;
    size_t n;
    DocResidue *residue; /* in the order of their places */
    size_t nresidue;
} Document;

/* "text", "docx", ... */
extern const char *const document_format_names[];

/* Where bytes [off, off + n) of a block's text stand. */
Span docblock_span(const DocBlock *b, size_t off, size_t n);
/* Those bytes as a text with that place. */
Text docblock_slice(const DocBlock *b, size_t off, size_t n);
/* All of its letters and digits are bold. */
bool docblock_strong(const DocBlock *b);

/* The document for people and tests: a line for each block, what it is, then
 * its text with marks for the styles. */
void document_dump(const Document *d, Buf *out);

#endif
