/* docbuild_private.h - the parts of docbuild: lines as characters. */
#ifndef ENVOI_INPUT_DOCBUILD_PRIVATE_H
#define ENVOI_INPUT_DOCBUILD_PRIVATE_H

#include "input/docbuild.h"

/* One character of a line and the stretch of the source it stands for. */
typedef struct DocChar {
    uint32_t cp;
    uint32_t off, n;
    uint32_t style : 24;  /* index in DocChars.styles */
    uint32_t gone : 1;    /* a mark: not part of the text */
    uint32_t plain : 1;   /* can be no mark: it was an escape or an entity */
    uint32_t barrier : 1; /* a line end that no mark reaches over */
} DocChar;

/* The lines from one gap to the next, a line feed behind each. */
typedef struct DocChars {
    Arena *arena;
    const Source *src;
    DocChar *v;
    size_t n;
    VEC(DocStyle) styles;
    VEC(DocResidue) residue;
} DocChars;

/* The number of a style; the same style has the same one. */
uint32_t docchars_style(DocChars *c, const DocStyle *style);
/* Take [from, to) out of the text; one residue of `kind`. */
void docchars_remove(DocChars *c, size_t from, size_t to, DocResidueKind kind);

/* A blank or a tab; the end of a stretch that marks reach over; of a line; do
 * the characters from `i` on say `s`, as marks? */
bool docchar_blank(uint32_t cp);
bool docchars_end(const DocChars *c, size_t i);
bool docchars_line_end(const DocChars *c, size_t i);
bool docchars_say(const DocChars *c, size_t i, const char *s);

/* How a mark or a tag of HTML sets what is between. */
typedef enum TagKind { TAG_NONE, TAG_STRONG, TAG_EMPHASIS, TAG_SUPER } TagKind;
/* Character `i` in that style too, and with that link, if it is not NULL. */
void docchars_restyle(DocChars *c, size_t i, TagKind kind, const char *link);

/* Characters that are no text, entities, tags of HTML. */
void docmarks_characters(DocChars *c);
/* Escapes, links, emphasis (docinline.c). */
void docmarks_inline(DocChars *c);
/* (doclines.c) What begins a line [from, to): "#", "-", "1.", ">"; sets the
 * block's kind, level, label. False if the line is a rule or an underline: it
 * is then gone.
 */
bool docmarks_line(DocChars *c, size_t from, size_t to, DocBlock *block);
/* Tell footnotes by raised numbers, and the lines that begin with one. */
void docnotes_find(DocBlock *blocks, size_t n);

#endif
