#include "base/hiddenmail.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

enum { MOST = 254 }; /* RFC 5321, 4.5.3.1.3, as RFC 3696 erratum 1690 counts */

static int digit(char c) {
    const char *digits = "0123456789abcdef";
    const char *at = c ? strchr(digits, tolower((unsigned char)c)) : NULL;
    return at ? (int)(at - digits) : -1;
}

static bool is_address(const char *s, size_t n) {
    const char *at = memchr(s, '@', n);
    size_t before = at ? (size_t)(at - s) : 0;
    if (before == 0 || memchr(at + 1, '@', n - before - 1))
        return false;
    const char *dot = memchr(at, '.', n - before);
    return dot && dot > at + 1 && s[n - 1] != '.';
}

const char *hiddenmail_read(Arena *a, const char *hex, size_t n) {
    if (n < 12 || n % 2 != 0 || n / 2 - 1 > MOST)
        return NULL;
    char *s = arena_alloc(a, n / 2);
    size_t length = 0;
    int key = 0;
    for (size_t i = 0; i < n; i += 2) {
        int high = digit(hex[i]), low = digit(hex[i + 1]);
        if (high < 0 || low < 0)
            return NULL;
        int byte = high * 16 + low;
        if (i == 0) {
            key = byte;
            continue;
        }
        byte ^= key;
        if (byte == '?')
            break;
        if (byte <= ' ' || byte >= 0x7F || strchr("<>()[],;:\"\\", byte))
            return NULL;
        s[length++] = (char)byte;
    }
    s[length] = '\0';
    return length > 0 && is_address(s, length) ? s : NULL;
}

const char *hiddenmail_of_link(Arena *a, const char *link, size_t n) {
    static const char mark[] = "/cdn-cgi/l/email-protection#";
    const char *at = n ? memmem(link, n, mark, sizeof mark - 1) : NULL;
    if (!at)
        return NULL;
    const char *hex = at + sizeof mark - 1;
    return hiddenmail_read(a, hex, n - (size_t)(hex - link));
}
