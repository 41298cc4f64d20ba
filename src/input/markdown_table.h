/* markdown_table.h - rows of a table, as lines: | a | b |
 *
 * As GitHub's tables: cells end at every | that no backslash stands before, the
 * outer ones may be left out, and the line under the first row says with
 * |:--|:-:|--:| how many columns there are and to which side they are set.
 */
#ifndef ENVOI_INPUT_MARKDOWN_TABLE_H
#define ENVOI_INPUT_MARKDOWN_TABLE_H

#include "base/limits.h"
#include "base/source.h"

typedef struct TableRow {
    size_t n;                  /* cells; more than LIMIT_COLUMNS are counted */
    Span cells[LIMIT_COLUMNS]; /* without the blanks around */
} TableRow;

/* Cells of the line `row`; at least one. */
void table_row(Span row, TableRow *out);

/* Is `line` the one under the first row? It has dashes and at least one |. */
bool table_is_rule(Span line);

/* 0 start, 1 centre, 2 end, of a cell of that line. */
int table_align(Span cell);

#endif
