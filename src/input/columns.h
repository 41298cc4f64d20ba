/* columns.h - what the columns of a list mean, in the words of its owner.
 *
 * The English names of fields and their aliases are contactfields.h; here are
 * the words of other languages, languages/lists/columns.yaml, and what the user
 * says with --map "Ansprechpartner=name,PLZ=postcode,Nr.=" (the last: leave
 * that column out). Words are compared without regard to case, to `_` and `-`
 * for a blank, and to dots, colons and asterisks behind them.
 */
#ifndef ENVOI_INPUT_COLUMNS_H
#define ENVOI_INPUT_COLUMNS_H

#include "input/contactfields.h"

typedef struct Columns Columns;

/* `map`: the maps of the command line, one a line; NULL: none. What is wrong
 * with them is a usage error in `diag`; never NULL. `words` false: the words of
 * other languages are not looked up. */
Columns *columns_new(Arena *a, const char *map, bool words, Diag *diag);

/* Is it the name of a column? For encoding.h; `columns` is a Columns. */
bool columns_know(const void *columns, const char *s, size_t n);

/* As fieldkey_parse. `found` of the result: a map or another language told. */
FieldKey columns_key(Columns *c, Text name);

/* What the keys of one header or record mean together. A name beside a given
 * name alone is a family name, and the reverse ("Nom", "Prénom"); beside both
 * it is the whole, and they are no part of an address. An address beside a city
 * or postcode is the street. A loose name gives way (FieldKey.loose). */
void columns_settle(FieldKey *keys, size_t n);
/* Of names alone. */
void columns_settle_names(FieldKey *keys, size_t n);

/* A street, city or postcode of which no column of a table is known to be one
 * is nowhere on paper, and nobody sees it missing: a warning, if there are
 * columns that could be it. */
void columns_missing(Columns *c, const FieldKey *keys, size_t n, Diag *diag);

/* Say as a note what was found, and which maps had no column; `keys` are all
 * those of the file. A map that nearly names a column is an error. */
void columns_report(Columns *c, const Source *src, const FieldKey *keys,
                    size_t n, Diag *diag);

#endif
