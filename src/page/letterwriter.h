/* letterwriter.h - what the parts of a letter are set with: private to the
 * letter*.c of this folder.
 */
#ifndef ENVOI_PAGE_LETTERWRITER_H
#define ENVOI_PAGE_LETTERWRITER_H

#include "page/letterbody.h"

/* A footnote in the order of the marks: one that the letter has, or the
 * address of a link. */
typedef struct LetterNote {
    int note;    /* index into Letter.notes; -1 for a link */
    bool placed; /* its first mark has its place on a page */
    Text link;
} LetterNote;

typedef struct LetterWriter {
    Arena *arena;
    Fontset *fonts;
    const LetterInput *in;
    DisplayTags *tags;
    uint32_t document;
    Diag *diag;
    LetterBoxes *out;
    const char *lang;
    const char **langs;
    size_t nlangs;
    LetterLook look;
    bool rtl;
    VEC(LetterNote) noted; /* number n + 1 stands at [n] */
    bool marked;           /* the last word added was a note's mark */
    bool in_notes;         /* the notes themselves are being set */
    bool own_words_done;
    Len inset;     /* at the end side: of a quotation */
    unsigned uses; /* LetterSide: the records this part has asked for */
    bool ok;
} LetterWriter;

/* Push one part of the letter, or take it as the plan has it. `key` is a place
 * in the letter and tells the parts apart. */
typedef void LetterPush(LetterWriter *w, const void *key);
void lw_part(LetterWriter *w, const void *key, LetterPush *push);

TextStyle lw_style(const LetterWriter *w);
Len lw_line(const LetterWriter *w); /* height of a line of text */
uint32_t lw_tag(LetterWriter *w, DisplayRole role, uint32_t parent);

/* Set inlines as a paragraph; fields become values. Where a word is wider than
 * the line, and `opt->width` is not 0, the error is in diag. */
void lw_set(LetterWriter *w, const Inlines *inlines, TextStyle style,
            ParaOptions opt, Para *out);
/* The mark of footnote number `index` + 1, in superscript digits. */
const char *lw_note_mark(Arena *a, size_t index);

/* Set into the box, with its footnote marks. */
void lw_set_box(LetterWriter *w, const Inlines *inlines, TextStyle style,
                ParaOptions opt, FlowBox *box);

FlowBox *lw_push(LetterWriter *w, FlowBox box);
/* A paragraph across the whole width. */
FlowBox *lw_push_inlines(LetterWriter *w, const Inlines *inlines,
                         DisplayRole role, TextStyle style, ParaOptions opt,
                         Len space);
/* A ruled line for the pen of `width` at the start or end side. */
FlowBox *lw_push_rule(LetterWriter *w, Len width, bool at_end, Len height);
/* An image `w_mm` wide at the start or end side. */
FlowBox *lw_push_image(LetterWriter *w, const Image *image, Len width,
                       Len height, bool at_end, Text alt, uint32_t parent);

Inlines lw_text(LetterWriter *w, Text t);
/* Append one more inline of plain text. */
Inlines lw_join(LetterWriter *w, const Inlines *a, const char *between,
                const Inlines *b);
/* A field of the header as it is for these records: sections resolved. */
bool lw_has(LetterWriter *w, LetterField f);
const Inlines *lw_field(LetterWriter *w, LetterField f);
/* A paragraph of a footnote, a block of the body, likewise; a block may be gone
 * (false). */
Inlines lw_resolved(LetterWriter *w, const Block *leaf);
bool lw_resolve_block(LetterWriter *w, const Block *in, Block *out);

/* The body's blocks (letterblocks.c). */
void lw_push_blocks(LetterWriter *w, const Blocks *blocks, uint32_t parent,
                    Len indent, Len gap);
void lw_push_own_words(LetterWriter *w, int lines, Len indent);
/* A table (lettertable.c). */
void lw_push_table(LetterWriter *w, const Block *block, uint32_t parent,
                   Len indent, Len gap);

#endif
