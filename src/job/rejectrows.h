/* rejectrows.h - rejected records as the rows of a table: private to rejects.c.
 */
#ifndef ENVOI_JOB_REJECTROWS_H
#define ENVOI_JOB_REJECTROWS_H

#include "base/buf.h"
#include "input/contacts.h"

/* One reason against one record. */
typedef struct Reject {
    size_t source; /* which one, in the order in which they came up */
    Span record;
    Span where;       /* what it is about; no source: the record */
    const char *cure; /* as diag_cure has it, or NULL */
    const char *text;
    bool follows; /* from what is wrong with another record: no error */
    size_t order;
} Reject;

/* `v`, sorted by record, all reasons of one together, as rejects_print has it.
 */
void rejectrows_print(const Reject *v, size_t n,
                      const ContactList *const *lists, size_t nlists, Buf *out);

#endif
