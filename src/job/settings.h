/* settings.h - how addressees are set who come again and again.
 *
 * A few officials get hundreds of letters, a label has copies: how an address
 * fits is found once. Sixteen bytes a record of the list; of a short list
 * whose contacts are kept the set lines are, too.
 */
#ifndef ENVOI_JOB_SETTINGS_H
#define ENVOI_JOB_SETTINGS_H

#include "job/mailing.h"
#include "job/delivery.h"

typedef struct Settings Settings;
/* For the targets of `m`, in `a`, which must live as long as what is set. */
Settings *settings_new(Arena *a, const Mailing *m);

/* Set addressee `c`, record `at` of its list, as delivery_set does; `as` is
 * how. All calls have the same `opt`. */
bool settings_set(Settings *s, Arena *a, Fontset *fs, const Contact *c,
                  size_t at, const DeliveryOptions *opt, Diag *diag,
                  AddressFit *out, AddressSetting *as);

#endif
