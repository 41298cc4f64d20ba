/* xlsx.h - a sheet of an Excel workbook as a source in CSV (ECMA-376).
 *
 * Values are those that the file has: of a formula the one it had when it was
 * saved. Shared and inline strings, numbers and dates as sheetformat.h has
 * them, TRUE and FALSE; an error such as #REF!, or a formula without a value,
 * is a fault with its cell.
 */
#ifndef ENVOI_INPUT_XLSX_H
#define ENVOI_INPUT_XLSX_H

#include "input/textfaults.h"
#include "input/zipfile.h"

/* The sheet `wanted` (NULL: the first that is not hidden) of the workbook,
 * which is named `file`. NULL with a message if there is none; what is wrong
 * with single cells is in `faults`. */
const Source *xlsx_read(Arena *a, ZipFile *z, const char *file,
                        const char *wanted, Diag *diag, TextFaults *faults);

#endif
