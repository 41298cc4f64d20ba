/* len.h - the one internal length: 1/65536 pt in a signed 32-bit integer.
 *
 * Whole-number layout gives the same bytes on every compiler. Multiply in
 * int64. People write mm, cm, in or pt; units are converted when parsing and
 * printing and nowhere else. Origin top-left of the sheet, y down.
 * Range: +-32767 pt, 11.5 m.
 */
#ifndef ENVOI_BASE_LEN_H
#define ENVOI_BASE_LEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

typedef int32_t Len;

#define LEN_PT 65536
#define LEN_MAX INT32_MAX
/* A whole or fractional number of points or millimetres, rounded. For
 * constants: LEN_OF_PT(10.5), LEN_OF_MM(3). 1 mm = 72/25.4 pt. */
#define LEN_OF_PT(x) ((Len)((x)*65536.0 + ((x) < 0 ? -0.5 : 0.5)))
#define LEN_OF_MM(x) LEN_OF_PT((x) * (72.0 / 25.4))

/* a * b / c rounded half away from zero, in int64; c > 0. */
Len len_muldiv(Len a, int64_t b, int64_t c);

/* Parse "12.5 mm", "1cm", "0.5in", "10pt"; a bare number counts in `unit`
 * ("mm" in layout files). Nothing but blanks may follow.
 * False if it is not a length or out of range; *out is then untouched. */
bool len_parse(const char *s, size_t n, const char *unit, Len *out);

/* "12.5": millimetres, rounded to at most `digits` (0 to 4) decimals, without
 * zeros behind. In whole numbers, as all lengths are. */
void len_put_mm(Buf *out, Len l, int digits);

/* Millimetres or points as a double, for messages and dumps only. */
double len_mm(Len l);
double len_pt(Len l);

#endif
