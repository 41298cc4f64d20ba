/* markdown_lines.h - the head of a line: indent, list and quote marks. */
#ifndef ENVOI_INPUT_MARKDOWN_LINES_H
#define ENVOI_INPUT_MARKDOWN_LINES_H

#include "base/diag.h"

/* Ruled lines at one place: a page has room for 27. */
#define OWN_WORDS_MAX 40

typedef struct LinePrefix {
    size_t n;       /* bytes of blanks and of list and quote marks */
    size_t marks;   /* how many marks; an indent has none */
    size_t columns; /* of the blanks before the first mark; tabs go to 4 */
} LinePrefix;

/* The line at byte i, without its end (cmark's: LF, CR, CR LF); *next is the
 * one behind it. */
Span line_at(const Source *src, size_t i, size_t *next);

bool line_is_blank(Span line);
LinePrefix line_prefix(Span line);

/* Bytes of the first four columns, as far as they are blank. */
size_t line_unindent(Span line);

/* Are there more marks than a letter can have, an error in `diag`? cmark's time
 * and memory grow faster than their number. */
bool line_check_prefix(Span line, Diag *diag);

/* A whole number from 1 to `most`, in digits. */
bool line_number(Text t, int most, int *out);

#endif
