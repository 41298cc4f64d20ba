/* addressparse_parts.h - the stages of addressparse.c.
 *
 * Private to the model layer. A row is a line, or what is left of one; stages
 * take pieces off its end, so that the rest stays one slice.
 */
#ifndef ENVOI_MODEL_ADDRESSPARSE_PARTS_H
#define ENVOI_MODEL_ADDRESSPARSE_PARTS_H

#include "model/addressparse.h"
#include "model/addresswords.h"
#include "model/country.h"

typedef struct Row {
    Text text;
    size_t line;
    bool native; /* letters other than Latin ones, or numbers beside them */
    bool done;   /* all of it is in pieces */
} Row;

typedef struct Parser {
    Arena *arena;
    Diag *diag;
    CountryIndex *countries; /* or NULL */
    char country[3];
    bool guessed;       /* the country, by a shape or a script */
    const char *native; /* tag of the native rows */
    VEC(Row) rows;
    VEC(AddressPiece) pieces;
} Parser;

/* `t` as a piece of that row, without the marks and blanks around it; nothing
 * if that leaves nothing. */
void parse_put(Parser *p, AddressPart part, const Row *row, Text t,
               bool guessed);
/* Without blanks, commas, semicolons, slashes, bars and brackets around it. */
Text parse_trim(Text t);

/* ---- addressparse_lines.c ---- */

/* Lines to rows: labels, headings, telephones and their like are pieces then;
 * rows in both scripts are cut in two. */
void parse_lines(Parser *p, const Text *lines, size_t n);

/* An address written in one line: rows of it at its commas. */
void parse_one_line(Parser *p);
/* "C.P. 06600" in a country that writes Spanish, once it is known: the mark is
 * a label, and what stands before it a row of its own. */
void parse_code_marks(Parser *p);

/* ---- addressparse_country.c ---- */

/* Find the country where p->country is "", take its lines out of the rows. */
void parse_country(Parser *p);

/* ---- addressparse_place.c ---- */

/* Rows without a letter, "1-1-1", are native where those around them are; a
 * postcode that stands alone is none of a script. */
void parse_settle_numbers(Parser *p);

/* The place out of the Latin rows from `first` on; what is left of them is
 * lines. */
void parse_place(Parser *p, size_t first);

/* What stands between the commas of a text; not those inside numbers. */
typedef struct Parts {
    VEC(Text) v;
} Parts;
void parse_split(Arena *a, Text t, Parts *out);

/* A postcode of the country in `t`, at its start or its end. */
bool parse_code(const Parser *p, Text t, size_t *from, size_t *to);

#endif
