/* settings.h - how addressees are set who come again and again.
 *
 * A few officials get hundreds of letters, a label has copies: how an address
 * fits is found once. Sixteen bytes a record of the list.
 */
#ifndef ENVOI_JOB_SETTINGS_H
#define ENVOI_JOB_SETTINGS_H

#include "job/origin.h"

typedef struct Settings Settings;
/* For a list of so many records. */
Settings *settings_new(Arena *a, size_t records);

/* Set addressee `c`, record `at` of its list, as delivery_set does; `as` is
 * how. All calls have the same `opt`. */
bool settings_set(Settings *s, Arena *a, Fontset *fs, const Contact *c,
                  size_t at, const DeliveryOptions *opt, Diag *diag,
                  AddressFit *out, AddressSetting *as);

#endif
