/* buf.h - a growable byte buffer on the heap.
 *
 * For bytes whose size is not known beforehand: file contents, PDF streams,
 * printed dumps. A zeroed Buf is an empty one. The bytes are followed by a NUL
 * that n does not count once anything has been added.
 */
#ifndef ENVOI_BASE_BUF_H
#define ENVOI_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Buf {
    char *s; /* owned; NULL while empty */
    size_t n, cap;
} Buf;

void buf_free(Buf *b);  /* back to empty */
void buf_clear(Buf *b); /* n = 0, keeps the room */
void buf_reserve(Buf *b, size_t more);
void buf_add(Buf *b, const void *bytes, size_t n);
void buf_puts(Buf *b, const char *s);
void buf_putc(Buf *b, char c);
void buf_printf(Buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
void buf_vprintf(Buf *b, const char *fmt, va_list args)
    __attribute__((format(printf, 2, 0)));

/* A whole number: buf_number(b, 12) adds "12". */
void buf_number(Buf *b, uint64_t value);

/* A decimal number without locale or exponent: value / 10^digits, trailing
 * zeros dropped. buf_fixed(b, -12340, 3) adds "-12.34". */
void buf_fixed(Buf *b, int64_t value, int digits);

#endif
