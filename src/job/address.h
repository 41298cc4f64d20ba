/* address.h - a pasted address to what is printed of it, or to a record of an
 * address book. */
#ifndef ENVOI_JOB_ADDRESS_H
#define ENVOI_JOB_ADDRESS_H

#include "base/buf.h"
#include "model/address.h"

typedef struct AddressJob {
    const char *path;   /* "-": stdin */
    const char *to;     /* a country, by code or name; NULL: found */
    const char *origin; /* likewise; NULL: unknown */
    AddressScript script;
    bool yaml; /* the record for an address book, and nothing else */
} AddressJob;

/* What each piece of the text was taken for, and the lines as they are printed
 * for that origin, with their roles; or the record as YAML. False, with the
 * errors in `diag`, if it cannot be printed. */
bool address_run(const AddressJob *job, Buf *out, Diag *diag);

#endif
