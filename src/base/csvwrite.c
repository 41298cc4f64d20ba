#include "base/csvwrite.h"

#include <stdbool.h>
#include <string.h>

static bool wants_quotes(const char *s, size_t n) {
    if (n > 0 && (s[0] == ' ' || s[n - 1] == ' '))
        return true;
    for (size_t i = 0; i < n; i++)
        if (s[i] && strchr(",;\t\"\r\n", s[i]))
            return true;
    return false;
}

void csvwrite_field(Buf *out, const char *s, size_t n) {
    if (!wants_quotes(s, n)) {
        buf_add(out, s, n);
        return;
    }
    buf_putc(out, '"');
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '"')
            buf_putc(out, '"');
        buf_putc(out, s[i]);
    }
    buf_putc(out, '"');
}
