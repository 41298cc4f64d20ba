/* contactcsv.h - the records of a CSV file, or of a sheet made into one.
 *
 * The first row names the columns: fields (columns.h) and, as what is left,
 * merge fields for letters. A column without a name and without a value is
 * none.
 */
#ifndef ENVOI_INPUT_CONTACTCSV_H
#define ENVOI_INPUT_CONTACTCSV_H

#include "input/columns.h"
#include "input/contactrows.h"
#include "input/csv.h"

/* Check `src`; every error is in `diag`. `columns` may be NULL: English alone.
 * `*delimiter` is that of the fields. */
ContactRows *contactcsv_load(Arena *a, const Source *src, Columns *columns,
                             TextFaults *faults, Diag *diag, char *delimiter);

/* The rows once more, from the one that names the columns; in `a` until
 * csv_close. NULL: the list is of another format. */
CsvReader *contactcsv_reopen(const ContactRows *r, Arena *a);

#endif
