/* csvwrite.h - fields of CSV files that others read (RFC 4180). */
#ifndef ENVOI_BASE_CSVWRITE_H
#define ENVOI_BASE_CSVWRITE_H

#include "base/buf.h"

/* A field, in quotes where it holds what divides fields or records for some
 * program (2.5 to 2.7; semicolons and tabs too), or a blank at an end. */
void csvwrite_field(Buf *out, const char *s, size_t n);

#endif
