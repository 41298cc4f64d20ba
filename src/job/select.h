/* select.h - which records of a list are written to, and in which order.
 *
 * In this order, each on what the one before has left:
 *
 *     --records 41-60,70   records of the file as it stands, counted from 1
 *     --where EXPR         those for which it is true (job/where.h)
 *     --dedupe             one of those with the same name and address
 *     --households         people at one address share an envelope
 *     --sort FIELD,...     else they stay in the order of the file
 *
 * What is left out is never left out silently: of --records and --where the
 * numbers, of the others every record, as notes with its place.
 */
#ifndef ENVOI_JOB_SELECT_H
#define ENVOI_JOB_SELECT_H

#include "input/contacts.h"

typedef struct Rejects Rejects;

typedef struct SelectOptions { /* NULL and false: nothing is asked for */
    const char *records;
    const char *where;
    const char *sort; /* "postcode,-name": each with "-" in front descending */
    const char *lang; /* whose alphabet names are sorted by; NULL: the
                         records' own, else that of `origin` */
    const char *origin; /* alpha-2; NULL or "": unknown */
    bool dedupe, households;
    bool keep_going;  /* records that cannot be used are left out and listed */
    Rejects *rejects; /* by the job: those that cannot be used, as far as it is
                         known by now (job/rejects.h); NULL: nobody asks */
} SelectOptions;

/* A list and those of its records that were chosen. It lives in the arena that
 * it was made in, the list is borrowed. */
typedef struct Selection {
    const ContactList *list;
    size_t *at; /* index into the list of each, in their new order; of people
                   who share an envelope the first; NULL: all of it */
    size_t n;
    size_t *next; /* by index into the list: of who shares an envelope, the
                     next one's index + 1; 0: he is the last; NULL as below */
    const Contact **joined; /* by index into the list: people who share an
                               envelope, as one record; NULL: there are none */
} Selection;

/* Choose from `list`, which has all its records. Errors in `diag` (those of the
 * options point into them); false then. A choice of no record at all is one. */
bool select_records(Arena *a, const ContactList *list, const SelectOptions *opt,
                    Diag *diag, Selection *out);

/* Of a run with senders and targets: the options choose from the longer list,
 * the targets if they are as many; of the other all are taken. A list that is
 * empty stays so. */
bool select_lists(Arena *a, const ContactList *from, const ContactList *to,
                  const SelectOptions *opt, Diag *diag, Selection *out_from,
                  Selection *out_to);

/* Which records of the list `records` ("41-60,70") names, by index. Errors as
 * above. */
bool select_numbers(Arena *a, const ContactList *list, const char *records,
                    Diag *diag, bool **out);

/* Chosen record `i`, in `a` or as long as the list. */
const Contact *selection_get(const Selection *s, size_t i, Arena *a);

#endif
