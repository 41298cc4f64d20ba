#include "base/utf8.h"

#include <assert.h>

uint32_t utf8_next(const char *s, size_t n, size_t *at) {
    assert(*at < n);
    const unsigned char *p = (const unsigned char *)s + *at;
    size_t left = n - *at;
    unsigned c = p[0];
    if (c < 0x80) {
        *at += 1;
        return c;
    }
    unsigned more = c >= 0xC2 && c <= 0xDF   ? 1
                    : c >= 0xE0 && c <= 0xEF ? 2
                    : c >= 0xF0 && c <= 0xF4 ? 3
                                             : 0;
    if (more == 0) {
        *at += 1;
        return UTF8_BAD;
    }
    /* Table 3-7: the second byte's range depends on the first. */
    unsigned lo = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    unsigned hi = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    uint32_t cp = c & (0x3Fu >> more);
    for (unsigned i = 1; i <= more; i++) {
        if (i >= left || p[i] < lo || p[i] > hi) {
            *at += i;
            return UTF8_BAD;
        }
        cp = cp << 6 | (p[i] & 0x3Fu);
        lo = 0x80;
        hi = 0xBF;
    }
    *at += more + 1;
    return cp;
}

size_t utf8_count(const char *s, size_t n) {
    size_t count = 0;
    for (size_t at = 0; at < n; count++)
        utf8_next(s, n, &at);
    return count;
}

size_t utf8_put(char out[4], uint32_t cp) {
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

const char *utf8_objection(uint32_t cp) {
    if (cp == '\t' || cp == '\n' || cp == '\r')
        return NULL;
    if (cp < 0x20 || (cp >= 0x7F && cp < 0xA0))
        return "a control character";
    if (cp >= 0x202A && cp <= 0x202E)
        return "a bidi override or embedding";
    if ((cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF))
        return "a noncharacter";
    if (cp == 0xFFFD)
        return "a replacement character, left by a lost one";
    if ((cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000)
        return "a private-use character, which means something only in one "
               "font";
    if (cp >= 0xE0001 && cp <= 0xE007F)
        return "a tag character";
    return NULL;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}
