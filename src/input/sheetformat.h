/* sheetformat.h - a number of a spreadsheet as its cell shows it, where that
 * matters in a list: a postcode with its zeros, a date.
 *
 * ECMA-376 part 1, 18.8.30 (number formats) and 18.17.4 (dates). Dates become
 * those of ISO 8601, whatever the order of the format; other numbers are plain,
 * without thousands and without ".0".
 */
#ifndef ENVOI_INPUT_SHEETFORMAT_H
#define ENVOI_INPUT_SHEETFORMAT_H

#include <stdbool.h>

#include "base/buf.h"

typedef enum SheetFormatKind {
    SHEET_NUMBER,
    SHEET_DATE, /* with its time, if it has one */
    SHEET_TIME,
    SHEET_MASK /* digits and what stands between them: 00000, 000-0000 */
} SheetFormatKind;

typedef struct SheetFormat {
    SheetFormatKind kind;
    const char *code; /* of SHEET_MASK */
} SheetFormat;

/* A format by its number, if that is built in, or by its code (else NULL). */
SheetFormat sheetformat_find(int id, const char *code);

/* Add the number `value`, as the file has it, to `out`; `since_1904`: dates
 * count from that year. What is no number is added as it is. */
void sheetformat_add(Buf *out, const SheetFormat *f, const char *value,
                     bool since_1904);

#endif
