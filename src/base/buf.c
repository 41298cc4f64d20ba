#include "base/buf.h"

#include "base/arena.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_free(Buf *b) {
    free(b->s);
    *b = (Buf){0};
}

void buf_clear(Buf *b) {
    b->n = 0;
}

void buf_reserve(Buf *b, size_t more) {
    if (more >= SIZE_MAX - b->n)
        oom();
    size_t need = b->n + more + 1;
    if (need <= b->cap)
        return;
    size_t cap = b->cap ? b->cap : 256;
    while (cap < need)
        cap = cap > SIZE_MAX / 2 ? need : cap * 2;
    char *s = realloc(b->s, cap);
    if (!s)
        oom();
    b->s = s;
    b->cap = cap;
}

void buf_add(Buf *b, const void *bytes, size_t n) {
    buf_reserve(b, n);
    if (n)
        memcpy(b->s + b->n, bytes, n);
    b->n += n;
    b->s[b->n] = '\0';
}

void buf_puts(Buf *b, const char *s) {
    buf_add(b, s, strlen(s));
}

void buf_putc(Buf *b, char c) {
    if (b->n + 1 >= b->cap)
        buf_reserve(b, 1);
    b->s[b->n++] = c;
    b->s[b->n] = '\0';
}

void buf_vprintf(Buf *b, const char *fmt, va_list args) {
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, fmt, again);
    va_end(again);
    if (n > 0) {
        buf_reserve(b, (size_t)n);
        vsnprintf(b->s + b->n, (size_t)n + 1, fmt, args);
        b->n += (size_t)n;
    }
}

void buf_printf(Buf *b, const char *fmt, ...) {
    va_list args;
    va_start(args, fmt);
    buf_vprintf(b, fmt, args);
    va_end(args);
}

void buf_number(Buf *b, uint64_t value) {
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + value % 10);
    while (value /= 10);
    buf_add(b, digits + at, sizeof digits - at);
}

void buf_fixed(Buf *b, int64_t value, int digits) {
    char out[32];
    int at = (int)sizeof out;
    uint64_t v = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    bool significant = false;
    for (int i = 0; i < digits; i++) {
        unsigned d = (unsigned)(v % 10);
        v /= 10;
        significant = significant || d != 0;
        if (significant)
            out[--at] = (char)('0' + d);
    }
    if (significant)
        out[--at] = '.';
    do {
        out[--at] = (char)('0' + v % 10);
        v /= 10;
    } while (v);
    if (value < 0)
        out[--at] = '-';
    buf_add(b, out + at, sizeof out - (size_t)at);
}
