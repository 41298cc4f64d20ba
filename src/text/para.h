/* para.h - a paragraph of text to lines of glyphs: the facade of src/text.
 *
 *     UBuilder *b = ubuilder_new(a);
 *     ubuilder_add(b, text, &style, diag);
 *     Para p;
 *     para_layout(a, fs, b, &opt, diag, &p);
 *
 * Everything lives in the arena `a`; the fontset is borrowed and must outlive
 * the result. A character that no face covers is an error in `diag`; the lines
 * then lack it, and the caller must not write them.
 */
#ifndef ENVOI_TEXT_PARA_H
#define ENVOI_TEXT_PARA_H

#include "text/hyphenate.h"
#include "text/linefit.h"
#include "text/shape.h"

typedef enum TextAlign {
    ALIGN_START, /* left in a left-to-right paragraph, right in the other */
    ALIGN_END,
    ALIGN_CENTER,
    ALIGN_JUSTIFY /* last line at the start */
} TextAlign;

typedef struct ParaOptions {
    Len width;
    TextAlign align;
    TextDir dir;
    BreakPolicy breaks;
    bool vertical; /* lines run from top to bottom and follow one another from
                      right to left: the paragraph is laid out as if it were
                      horizontal, `width` being the height of its columns, and
                      turned clockwise when it is drawn (display_para) */
    Len first_indent, hang_indent; /* at the start side: of the first line, of
                                      the others */
    int leading_permille; /* baseline to baseline in 1/1000 of the first
                             style's size, exactly, whatever fonts a line
                             holds; the primary font's ascent and descent
                             stand in the middle of it (CSS half-leading).
                             0: each line as high as its fonts */
    const char *const *langs;
    size_t nlangs;
    bool thorough; /* every step even where the text is plain: for tests */
    Hyphenator *hyphenator; /* NULL: words are cut at soft hyphens only; else
                               where BREAK_NORMAL lines need it (linefit.h) */
} ParaOptions;

/* Of a vertical paragraph all that follows is measured in its lines before they
 * are turned: x down the page, y from the first column's right edge to the
 * left.
 */

/* Some glyphs of a run at a place in a line. Glyphs [from, to) of the run,
 * visual order. */
typedef struct LineRun {
    const GlyphRun *run;
    uint32_t from, to;
    Len x; /* from the line's left edge, of the pen before glyph `from`;
              negative for trailing spaces of a right-to-left line */
} LineRun;

typedef struct Line {
    LineRun *runs; /* visual order, left to right */
    size_t nruns;
    Len x;     /* left edge of the ink line inside the paragraph's width */
    Len width; /* trailing spaces not counted */
    Len ascent, descent; /* both positive, of the tallest run, font metrics */
    Len baseline;        /* from the paragraph's top */
    uint32_t start, end; /* UTF-16 range, trailing spaces included */
    bool overfull;       /* wider than the paragraph: one unbreakable stretch */
} Line;

typedef struct Para {
    UString text;
    Items items;
    bool rtl;
    bool vertical;
    Line *lines; /* at least one, even for empty text */
    size_t n;
    Len width;         /* of the widest line, indents not counted */
    Len height;        /* top of the first line to the bottom of the last */
    Len natural_width; /* see para_natural_width */
    int64_t demerits;  /* of all lines: what linefit.h counts */
} Para;

/* False only if the fontset cannot set anything (no font installed); `out` is
 * then one empty line. */
bool para_layout(Arena *a, Fontset *fs, UBuilder *b, const ParaOptions *opt,
                 Diag *diag, Para *out);

/* The same in two steps, for a paragraph that is tried at several widths: what
 * is dear, from characters to glyphs, is done once. Not with a hyphenator.
 * Width and leading of `opt` are not looked at; what `opt` points to, and all
 * that para_layout borrows, must outlive the draft, which lives in `a`. */
typedef struct ParaDraft ParaDraft;
ParaDraft *para_draft(Arena *a, Fontset *fs, UBuilder *b,
                      const ParaOptions *opt, Diag *diag);
bool para_fit(ParaDraft *d, Len width, int leading_permille, Diag *diag,
              Para *out);
/* Only how many lines para_fit would make of it, and how wide the widest. */
void para_try(ParaDraft *d, Len width, Diag *diag, size_t *n, Len *widest);

/* About how wide parts[0..n) are in one line: the advances of the characters,
 * without kerning and ligatures. 0 if the text is not plain (paraplain.h), so
 * that nothing is known before it is laid out. */
Len para_estimate(Fontset *fs, const Text *parts, size_t n,
                  const TextStyle *style);

/* Natural width in one line, without laying out: the width of the widest
 * forced line. */
Len para_natural_width(const Para *p);

#endif
