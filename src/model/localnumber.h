/* localnumber.h - numbers as a language writes them: "4.3", "4,3". */
#ifndef ENVOI_MODEL_LOCALNUMBER_H
#define ENVOI_MODEL_LOCALNUMBER_H

#include "base/arena.h"

/* `value` with so many digits behind the point, in the digits 0 to 9; as
 * English writes it where ICU does not know the language. In the arena. */
const char *local_decimal(Arena *a, double value, int digits, const char *lang);

#endif
