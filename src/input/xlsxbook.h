/* xlsxbook.h - what the sheets of an Excel workbook share. Private to xlsx.c.
 */
#ifndef ENVOI_INPUT_XLSXBOOK_H
#define ENVOI_INPUT_XLSXBOOK_H

#include "input/sheetformat.h"
#include "input/zipfile.h"

typedef struct XlsxBook {
    const char *name; /* of the sheet that is to be read */
    const char *part; /* where it is */
    bool since_1904;
    Buf strings;  /* the shared ones, one after the other */
    size_t *ends; /* string i is bytes [ends[i], ends[i + 1]) */
    size_t nstrings;
    SheetFormat *formats; /* by the style of a cell */
    size_t nformats;
} XlsxBook;

/* False, with a message, if the file is not whole. Close it, whatever came
 * back. */
bool xlsx_open_book(Arena *a, ZipFile *z, const char *file, const char *wanted,
                    Diag *diag, XlsxBook *out);
void xlsx_close_book(XlsxBook *b);

/* Add a string of the file to `out`: _x000A_ is a character that XML cannot
 * say (22.4.2.4). */
void xlsx_unescape(Buf *out, const char *s, size_t n);

#endif
