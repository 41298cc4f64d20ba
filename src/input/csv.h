/* csv.h - rows of a CSV file with the place of every field. libcsv below.
 *
 * RFC 4180 with the delimiter found in the header: comma, semicolon or tab,
 * whichever stands there most often outside quotes. Blanks around a field are
 * not part of it. Lines end in LF, CRLF or CR; a leading BOM is skipped; blank
 * lines are skipped but count as rows, as they do in a spreadsheet.
 *
 * libcsv decides what a field's value is and says nothing about where it was.
 * The reader hands it the file up to each delimiter or line end in turn, so a
 * field that is reported ends exactly there.
 */
#ifndef ENVOI_INPUT_CSV_H
#define ENVOI_INPUT_CSV_H

#include "base/diag.h"
#include "base/source.h"

typedef struct CsvReader CsvReader;

typedef struct CsvRow {
    size_t number; /* as a spreadsheet counts: the header is row 1 */
    Span span;     /* the whole row without its line end */
    const Text *v; /* values; spans lie inside the quotes. Valid until the next
                      csv_next_row, their bytes as long as the arena */
    size_t n;     /* at least 1; 0 of a broken one; at most CSV_COLUMNS_MAX + 1,
                     the last of which is then the first of those behind
                     CSV_COLUMNS_MAX that holds something */
    size_t total; /* how many there are */
    bool broken;  /* its quoting is wrong, and that is told about it: what
                     belongs to it is a guess (csv_mend) */
} CsvRow;

/* More columns than any address book has; a spreadsheet of 16,384 columns is
 * one whose delimiter was mistaken. */
#define CSV_COLUMNS_MAX 1000

/* Never NULL; `src`, `a` and `diag` are borrowed until csv_close. */
CsvReader *csv_open(Arena *a, const Source *src, Diag *diag);
/* At byte `off`, where a row begins, of a file whose delimiter is known; rows
 * are counted from there. */
CsvReader *csv_open_at(Arena *a, const Source *src, size_t off, char delimiter,
                       Diag *diag);
void csv_close(CsvReader *r); /* NULL is fine */

char csv_delimiter(const CsvReader *r);

/* The next row that is not a blank line. False at the end of the file, and
 * after a fault in the quoting, which is in `diag`: where the next row begins
 * cannot be known then. */
bool csv_next_row(CsvReader *r, CsvRow *out);

/* From now on a row whose quoting is wrong is taken to end before the next line
 * that begins a row of `width` fields (more than one; empty ones behind them do
 * not count), and is handed out as broken. Not for ever: a file of which no
 * line follows from the one before is none. */
void csv_mend(CsvReader *r, size_t width);

/* No fault so far. */
bool csv_ok(const CsvReader *r);

#endif
