/* doccolumns.h - columns side by side in plain text, one below the other.
 *
 * What `pdftotext -layout` and tables saved as text make of two addresses: each
 * line has a part of both, with three or more blanks, or a tab, between them.
 */
#ifndef ENVOI_INPUT_DOCCOLUMNS_H
#define ENVOI_INPUT_DOCCOLUMNS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/source.h"

/* A line of a text, or the part of one that stands in a column. */
typedef struct TextLine {
    size_t off, n;
    size_t columns; /* as a screen shows it: Han are two wide */
    size_t first;   /* columns of its first word */
    bool gap;       /* an empty line before it */
    bool small;     /* begins with a small letter */
    bool item;      /* begins with what may be a label */
    bool ends;      /* with a sentence, a colon */
    bool cell;      /* part of a line */
} TextLine;

typedef VEC(TextLine) TextLines;

/* Columns on a screen that a character takes. */
size_t doccolumns_width(uint32_t cp);

/* Lines that have columns become those of the first, then of the next. Only
 * `off`, `n` and `gap` are read and set. */
void doccolumns_part(Arena *a, const Source *src, TextLines *lines);

#endif
