/* sheet.h - the cells of a spreadsheet as a list that the CSV reader reads.
 *
 * XLSX and ODS become the text of a CSV file with commas, whose places are the
 * cells: messages say list.xlsx:Sheet1!B14. The first row with something in it
 * names the columns; rows above it with one cell alone are titles. Empty rows
 * and what stands empty to the right are left out. Nothing is computed: a value
 * that begins with "=" is that text.
 */
#ifndef ENVOI_INPUT_SHEET_H
#define ENVOI_INPUT_SHEET_H

#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "input/textfaults.h"

/* Rows and columns of a sheet, of both programs. */
#define SHEET_ROWS_MAX 1048576
#define SHEET_COLUMNS_MAX 16384

/* A sheet that was asked for, and those that the file has. */
typedef struct SheetNames {
    const char *wanted; /* NULL: the first that is not hidden */
    VEC(const char *) others, hidden;
} SheetNames;

typedef struct Sheet Sheet;

/* A sheet being read; `file` and `name` are borrowed until it is read. */
Sheet *sheet_new(Arena *a, const char *file, const char *name, Diag *diag);

/* Cells come row by row, from left to right, counted from 1; an empty one need
 * not come. What is longer than LIMIT_FIELD_BYTES is an error. False if that is
 * out of order, or too much: then it makes no sense to go on. */
bool sheet_cell(Sheet *s, size_t row, size_t col, const char *text, size_t n);
/* Row `row` again, `times` more, if it has anything in it. */
bool sheet_repeat(Sheet *s, size_t row, size_t times);

/* A cell without a value that can be used, such as "#REF!", which is `shown`;
 * among the faults of the source, and in the Diag of a title. */
bool sheet_error(Sheet *s, size_t row, size_t col, const char *shown,
                 const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* Things that are not what they look like, told at the end. */
void sheet_hidden_row(Sheet *s, size_t row, size_t times);
void sheet_hidden_column(Sheet *s, size_t from, size_t to);
void sheet_merged(Sheet *s, size_t row, size_t col, size_t last_row,
                  size_t last_col);

/* The whole as a source in `a`, NULL if that was stopped, and what is wrong
 * with its cells. To be called in any case. */
const Source *sheet_end(Sheet *s, TextFaults *faults);

/* Say which sheet is read if there are others, and what they are called. */
void sheet_report(const SheetNames *names, const char *file, const char *read,
                  Diag *diag);
/* There is none of the name that is wanted, or none at all. */
void sheet_refuse(const SheetNames *names, const char *file, Diag *diag);

/* Row and column of "B14"; false if it is none. */
bool sheet_reference(const char *s, size_t *row, size_t *col);

#endif
