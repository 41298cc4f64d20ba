/* ods.h - a sheet of an OpenDocument spreadsheet as a source in CSV (ODF 1.3,
 * part 3, 9).
 *
 * A cell's value is what it shows; dates are those of ISO 8601 all the same,
 * and numbers plain, without thousands and without decimals that are none. Of a
 * formula it is what it showed when the file was saved. Rows and cells that are
 * there many times are, up to what a spreadsheet can have.
 */
#ifndef ENVOI_INPUT_ODS_H
#define ENVOI_INPUT_ODS_H

#include "input/textfaults.h"
#include "input/zipfile.h"

/* As xlsx_read. */
const Source *ods_read(Arena *a, ZipFile *z, const char *file,
                       const char *wanted, Diag *diag, TextFaults *faults);

#endif
