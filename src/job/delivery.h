/* delivery.h - an addressee composed for the post and set into a box. */
#ifndef ENVOI_JOB_DELIVERY_H
#define ENVOI_JOB_DELIVERY_H

#include "job/larger.h"
#include "model/address.h"
#include "page/addressfit.h"

/* Into which box an addressee is set. `what` names it for the message ("label
 * avery-5160"). */
typedef struct DeliveryOptions {
    const char *origin; /* alpha-2, "" unknown */
    AddressScript script;
    AddressFitOptions fit;
    const char *what;
    bool scripts; /* there is --script: the message names those that fit */
    LargerSheets *larger; /* to name one if it is a label's box; or NULL */
} DeliveryOptions;

/* By how much a set address is too large: "3.0 mm too wide and 1.5 mm too high
 * even at the smallest size". */
const char *delivery_over(Arena *a, const AddressFit *fit);

/* Compose `c` for the origin in both its arrangements and find how it fits.
 * Keeps no memory. Errors are in `diag`; false then. */
bool delivery_find(Fontset *fs, const Contact *c, const DeliveryOptions *opt,
                   Diag *diag, AddressSetting *out);

/* Set the lines of an addressee as delivery_find, which said true, found. */
void delivery_set_as(Arena *a, Fontset *fs, const Contact *c,
                     const DeliveryOptions *opt, const AddressSetting *as,
                     Diag *diag, AddressFit *out);

/* Both at once, for an addressee who is set for the first time; `as` is how.
 * `like` as of address_fit_like. */
bool delivery_set(Arena *a, Fontset *fs, const Contact *c,
                  const DeliveryOptions *opt, const AddressSetting *like,
                  Diag *diag, AddressFit *out, AddressSetting *as);

#endif
