/* settings.h - how addressees are set who come again and again.
 *
 * A few officials get hundreds of letters: how an address fits is found once.
 * In a long list nobody comes again: past SETTINGS_KEPT addressees it is found
 * each time, so that memory does not grow.
 */
#ifndef ENVOI_JOB_SETTINGS_H
#define ENVOI_JOB_SETTINGS_H

#include "job/origin.h"

#define SETTINGS_KEPT 256

typedef struct Settings Settings;
Settings *settings_new(Arena *a);

/* Set addressee `c`, record `at` of its list, as delivery_set does. All calls
 * have the same `opt`. */
bool settings_set(Settings *s, Arena *a, Fontset *fs, const Contact *c,
                  size_t at, const DeliveryOptions *opt, Diag *diag,
                  AddressFit *out, AddressSetting *as);

#endif
