/* importdate.h - days in running text, as people write them.
 *
 * "June 26, 2021", "29 December 2020", "August 29 2023", "26. Juni 2021", "1er
 * juin 2021", "26 de junio de 2021", "2021年6月26日", "2021-06-26",
 * "26/06/2021". Names of months are ICU's, of the document's language and of
 * English.
 */
#ifndef ENVOI_MODEL_IMPORTDATE_H
#define ENVOI_MODEL_IMPORTDATE_H

#include "model/importtext.h"

/* Names of months of one or two languages, folded. */
typedef struct MonthNames {
    struct {
        const char *s;
        int month; /* from 1 */
    } v[2 * 3 * 12];
    size_t n;
} MonthNames;

void months_init(Arena *a, const char *lang, MonthNames *out);

typedef struct FoundDate {
    Text text;      /* as it stands */
    char iso[11];   /* "2021-06-26" */
    bool ambiguous; /* day and month may be the other way round */
} FoundDate;

/* The first day in `t` from byte `from` on that exists. */
bool date_find(Arena *a, const MonthNames *months, Text t, size_t from,
               FoundDate *out);

#endif
