/* contactjson.h - the records of a file of JSON lines: an object for each, or
 * one array of objects.
 *
 * Keys are those of contacts.h, and the words of columns.h; another key with a
 * text, a number, true or false is a merge field. `lines`, `names` and
 * `address` may be lists; an object under a language is the form in it. null
 * is no value.
 */
#ifndef ENVOI_INPUT_CONTACTJSON_H
#define ENVOI_INPUT_CONTACTJSON_H

#include "input/columns.h"
#include "input/contactrows.h"

/* Check `src`; every error is in `diag`. */
ContactRows *contactjson_load(Arena *a, const Source *src, Columns *columns,
                              TextFaults *faults, Diag *diag);

#endif
