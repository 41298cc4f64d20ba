/* contactrows.h - the records of a list, read when they are asked for.
 *
 * A list of a hundred thousand senders takes as much memory as its text and
 * four bytes more a record: loading checks every record and keeps where it
 * begins. Each format has a reader of its own that makes one of these:
 * contactcsv.h, contactjson.h, contactvcard.h.
 */
#ifndef ENVOI_INPUT_CONTACTROWS_H
#define ENVOI_INPUT_CONTACTROWS_H

#include "input/textfaults.h"
#include "model/contact.h"

typedef struct ContactRows ContactRows;

/* Read record `number`, which begins at byte `off` of r->src, into `a`. */
typedef void ContactRead(const ContactRows *r, size_t off, size_t number,
                         Arena *a, Diag *diag, Contact *out);

struct ContactRows {
    Arena *arena;
    const Source *src;
    ContactRead *read;
    const void *format; /* what the reader needs to know of the whole file */
    bool is_table;      /* each record has all columns */
    bool shares;        /* records may have their address from another one
                           (same_address_as): each alone is not the whole, and none
                           is checked yet by contact_check */
    Diag *diag;         /* of the loading */
    Diag *again;        /* of later readings, which have nothing new to tell */
    Arena *scratch;     /* of one record while loading */
    CountryIndex *countries; /* for contact_check_of */
    TextFaults *faults;      /* of src, told with their records; or NULL */
    VEC(uint32_t) starts;    /* byte offsets of the records */
    VEC(uint32_t) broken;    /* numbers of those that are none, in order */
};

/* For readers: no records yet. It lives in `a`, as `src` and `format` must,
 * until contactrows_close. */
ContactRows *contactrows_new(Arena *a, const Source *src, ContactRead *read,
                             const void *format, TextFaults *faults,
                             Diag *diag);
/* Is a place before byte `end` wrong that has not been told? */
bool contactrows_faulty(const ContactRows *r, size_t end);
/* Tell those; how many. */
size_t contactrows_faults(ContactRows *r, size_t end);
/* The record at `off` is the next; its number. The reader reads it once with
 * r->scratch, which is empty, and tells what is wrong with it. */
size_t contactrows_add(ContactRows *r, size_t off);
/* What that record is has been told: it is broken (Contact.broken). */
void contactrows_break(ContactRows *r);
/* The file has been read. */
void contactrows_end(ContactRows *r);

void contactrows_close(ContactRows *r); /* NULL is fine */

size_t contactrows_count(const ContactRows *r);

/* Record `i` from 0, into `a`. */
void contactrows_get(const ContactRows *r, size_t i, Arena *a, Contact *out);

#endif
