/* origin.h - where the mail is posted, and what follows from it. */
#ifndef ENVOI_JOB_ORIGIN_H
#define ENVOI_JOB_ORIGIN_H

#include "model/address.h"
#include "page/addressfit.h"

/* The alpha-2 code of `given` (a code or a name), else the sender's country,
 * else "". False, with a usage error, if `given` is no country. */
bool origin_find(const char *given, const Contact *sender, Diag *diag,
                 char out[3]);

/* Compose `c` for `origin` in both its arrangements and set it into a box.
 * `what` names the thing for the message ("label on avery-5160"). Errors are
 * in `diag`; false then. */
typedef struct DeliveryOptions {
    const char *origin; /* alpha-2, "" unknown */
    AddressScript script;
    AddressFitOptions fit;
    const char *what;
} DeliveryOptions;
bool delivery_set(Arena *a, Fontset *fs, const Contact *c,
                  const DeliveryOptions *opt, Diag *diag, AddressFit *out);

#endif
