/* markdown_draft.h - the body of a letter as cmark is to read it.
 *
 * cmark knows no tables, footnotes or ::: lines. They are found as lines before
 * it, and what it is given in their place are blocks that it knows:
 *
 *  - the text of a footnote, "[^1]: ..." and the lines that belong to it, moves
 *    behind the body, without its mark and indent;
 *  - each cell of a table becomes a line "# cell #": the inside of a heading is
 *    inlines, whatever it begins with, and a backslash before | is gone after
 *    it;
 *  - "::: own-words 6" becomes an empty heading.
 *
 * Every other line is as it stands, so cmark's columns are the file's.
 *
 * cmark-gfm has tables and footnotes, but Debian 12's 0.29.0.gfm.6 needs 20 s
 * for 100 kB of "|\n|-\n" and 2 GB for 16 kB of empty cells, drops cells and
 * footnotes without a word, and is a version of CommonMark behind.
 */
#ifndef ENVOI_INPUT_MARKDOWN_DRAFT_H
#define ENVOI_INPUT_MARKDOWN_DRAFT_H

#include "base/buf.h"
#include "input/markdown_notes.h"

/* What a heading stands for that is none. */
typedef struct DraftPart {
    enum { DRAFT_CELL, DRAFT_OWN_WORDS } kind;
    int number;   /* BLOCK_CELL's or BLOCK_OWN_WORDS's */
    size_t table; /* of a cell: index of Draft.tables */
    Span span;    /* the text of the cell, the whole ::: line */
} DraftPart;

typedef struct DraftTable {
    Span span;
    size_t columns, rows; /* the first row is the header */
    size_t part;          /* its first cell */
} DraftTable;

/* Bytes [at, end) of the file, which a line of the draft is. */
typedef struct DraftLine {
    uint32_t at, end;
    uint32_t part; /* 1 + index of Draft.parts; 0: none */
} DraftLine;

typedef struct Draft {
    Buf text;
    VEC(DraftLine) lines;
    VEC(DraftPart) parts;
    VEC(DraftTable) tables;
    VEC(size_t)
    note_lines; /* first line of each note, and the number of
                   lines; the body ends before the first */
} Draft;

/* Bytes [off, src->n) of `src` as a draft in `a` (its text is on the heap).
 * `own_words` is the number of a ::: line without one. False, with errors in
 * `diag`, if there is something wrong with what this file is about; the draft
 * is then still good to find more errors with, but not if *usable is false. */
bool draft_make(Arena *a, const Source *src, size_t off, int own_words,
                Diag *diag, Notes *notes, Draft *out, bool *usable);

void draft_free(Draft *d);

#endif
