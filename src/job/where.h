/* where.h - which records are meant: the little language of --where.
 *
 *     country = US and (city ~ "New York" or has fax) and not lang = zh
 *
 *     field = value    the same text, capitals and width apart
 *     field != value   not so; true as well of a record without the field
 *     field ~ value    contains it                 field !~ value
 *     field < value    numbers, dates (2026-11-22); also <= > >=
 *     has field        there is something in it
 *     and or not ( )   "and" binds closer than "or"
 *
 * Values, and names of columns, with blanks or any of ()=!<>~"' stand in "..."
 * or '...'; so do the words and, or, not and has where they are values. A field
 * with several values (lines, languages) is true if one of them is. A country
 * is equal by its code or any name of it.
 */
#ifndef ENVOI_JOB_WHERE_H
#define ENVOI_JOB_WHERE_H

#include "input/contacts.h"

typedef struct Where Where;

/* Read `expr`, about the fields of `list`. NULL with usage errors in `diag`,
 * which point into `option` ("--where"). Lives in `a`; free what is not in it
 * with where_close. */
Where *where_open(Arena *a, const char *option, const char *expr,
                  const ContactList *list, Diag *diag);
void where_close(Where *w); /* NULL is fine */

/* Is it true of `c`? */
bool where_holds(Where *w, const Contact *c);

/* Warn of records that were asked for a number or a date and have something
 * else there. */
void where_tell(const Where *w, Diag *diag);

#endif
