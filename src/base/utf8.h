/* utf8.h - decode and judge UTF-8 (Unicode 15, table 3-7). */
#ifndef ENVOI_BASE_UTF8_H
#define ENVOI_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The code point at s[*at] (*at < n); *at moves behind it. A sequence that is
 * not well formed gives UTF8_BAD and moves *at by its maximal subpart. */
#define UTF8_BAD UINT32_MAX
uint32_t utf8_next(const char *s, size_t n, size_t *at);

/* How many code points there are in all. */
size_t utf8_count(const char *s, size_t n);

/* Append `cp` to out[4]; the number of bytes. `cp` must be a scalar value. */
size_t utf8_put(char out[4], uint32_t cp);

/* 0 to 15; -1: not a hexadecimal digit. For code points written in ASCII. */
int hex_digit(char c);

/* Why `cp` may not stand in text that goes on paper, as a noun phrase ("a
 * control character", "a bidi override"), or NULL if it may. Tab, line feed
 * and carriage return may; U+202A..202E may not (UAX #9 isolates may). */
const char *utf8_objection(uint32_t cp);

#endif
