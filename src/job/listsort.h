/* listsort.h - the order of --sort.
 *
 * Stable: what is alike stays as it was. Records without the field come last,
 * also in descending order. Names and other texts follow the alphabet of a
 * language; country its two-letter code; postcodes sort within their country,
 * the origin's own first, as the post does: digits as numbers.
 */
#ifndef ENVOI_JOB_LISTSORT_H
#define ENVOI_JOB_LISTSORT_H

#include "job/select.h"

typedef struct ListSort ListSort;

/* Read opt->sort, about the fields of `list`. NULL with usage errors in
 * `diag`. */
ListSort *listsort_open(Arena *a, const ContactList *list,
                        const SelectOptions *opt, Diag *diag);
void listsort_close(ListSort *s); /* NULL is fine */

/* Order `s`, which may hold people who share an envelope. */
void listsort_apply(ListSort *sort, Selection *s);

#endif
