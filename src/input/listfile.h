/* listfile.h - the file of a list: what it is, as text that can be read.
 *
 * A file is told by its first bytes, and by its name where those say nothing:
 * a name that ends in .yaml, .csv and the like is believed. What is text comes
 * in UTF-8 whatever it was saved in (encoding.h); a sheet becomes CSV
 * (sheet.h).
 */
#ifndef ENVOI_INPUT_LISTFILE_H
#define ENVOI_INPUT_LISTFILE_H

#include "input/columns.h"
#include "input/textfaults.h"
#include "model/listreading.h"

typedef enum ListFormat {
    LIST_YAML,
    LIST_CSV,
    LIST_JSON,
    LIST_VCARD
} ListFormat;

typedef struct ListFile {
    ListFormat format;
    const Source *src; /* NULL: the file could not be read */
    const char *as;    /* its encoding, if that is worth a note; else NULL */
    Columns *columns;  /* never NULL */
    TextFaults faults; /* of src, to be told with its records */
} ListFile;

/* Read `spec`: a path ("-": stdin), of a spreadsheet also FILE.xlsx@SHEET.
 * False with errors in `diag`; src may be set even so, for what can be told of
 * the rest. */
bool listfile_load(Arena *a, const ListReading *how, const char *spec,
                   Diag *diag, ListFile *out);

/* The same of bytes in memory, which are borrowed for the call; `sheet`: the
 * one that is wanted, or NULL. */
bool listfile_parse(Arena *a, const ListReading *how, const char *path,
                    const char *sheet, const char *bytes, size_t n, Diag *diag,
                    ListFile *out);

/* The path in such a spec. */
const char *listfile_path(Arena *a, const char *spec);

#endif
