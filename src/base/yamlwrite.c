#include "base/yamlwrite.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

/* YAML 1.1's bool, null, value and merge (yaml.org/type), and with them 1.2's
 * core schema; numbers and dates are below. */
static bool is_reserved(Text t) {
    static const char *const words[] = {"yes",  "no", "true", "false",
                                        "null", "on", "off",  "y",
                                        "n",    "~",  "=",    "<<"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (t.n == strlen(words[i]) && strncasecmp(t.s, words[i], t.n) == 0)
            return true;
    return false;
}

/* Numbers in all bases, 190:20:30, 1e3, 2001-12-14 21:59:43 Z: no characters
 * but these. "12 rue Cler" has others. */
static bool may_be_number(Text t) {
    static const char of_numbers[] = "0123456789+-.:_, abcdefxotzABCDEFXOTZ";
    for (size_t i = 0; i < t.n; i++)
        if (!memchr(of_numbers, t.s[i], sizeof of_numbers - 1))
            return false;
    return true;
}

/* Line ends of YAML 1.1, other controls, the byte order mark. */
static bool needs_escape(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
           c == 0xFEFF;
}

/* What no form but the quoted one can carry. `lines`: line feeds may be. */
static bool has_escape(Text t, bool lines) {
    for (size_t at = 0; at < t.n;) {
        uint32_t c = utf8_next(t.s, t.n, &at);
        if (needs_escape(c) && !(lines && c == '\n'))
            return true;
    }
    return false;
}

/* YAML 1.2, 7.3.3: begins with a letter or a digit (nearly all that is syntax
 * begins otherwise, so do .inf and ...), and has no ": " and no " #". */
static bool is_plain(Text t) {
    if (t.n == 0 || t.s[t.n - 1] == ':' || t.s[t.n - 1] == ' ')
        return false;
    bool digit = t.s[0] >= '0' && t.s[0] <= '9';
    bool letter = ((t.s[0] | 0x20) >= 'a' && (t.s[0] | 0x20) <= 'z') ||
                  (unsigned char)t.s[0] >= 0x80;
    if ((!digit && !letter) || (digit && may_be_number(t)) || is_reserved(t) ||
        has_escape(t, false))
        return false;
    for (size_t i = 1; i < t.n; i++)
        if ((t.s[i - 1] == ':' && t.s[i] == ' ') ||
            (t.s[i - 1] == ' ' && t.s[i] == '#'))
            return false;
    return true;
}

void yamlwrite_quoted(Buf *out, Text t) {
    buf_putc(out, '"');
    for (size_t at = 0, from = 0; at < t.n; from = at) {
        uint32_t c = utf8_next(t.s, t.n, &at);
        if (c == '"' || c == '\\')
            buf_printf(out, "\\%c", (char)c);
        else if (c == '\n' || c == '\t')
            buf_puts(out, c == '\n' ? "\\n" : "\\t");
        else if (needs_escape(c))
            buf_printf(out, "\\u%04X", (unsigned)c);
        else
            buf_add(out, t.s + from, at - from);
    }
    buf_putc(out, '"');
}

void yamlwrite_text(Buf *out, Text t) {
    if (is_plain(t))
        buf_add(out, t.s, t.n);
    else
        yamlwrite_quoted(out, t);
}

/* Lines as they are (YAML 1.2, 8.1.2). A blank at the very front would be taken
 * for their indent, and blanks that end a line cannot be seen. */
static bool is_literal(Text t) {
    const char *newline = memchr(t.s, '\n', t.n);
    if (!newline || newline == t.s || t.s[0] == ' ' || has_escape(t, true))
        return false;
    for (size_t i = 1; i < t.n; i++)
        if (t.s[i] == '\n' &&
            (t.s[i - 1] == ' ' || (t.s[i - 1] == '\n' && i + 1 == t.n)))
            return false;
    return true;
}

static void put_literal(Buf *out, int indent, Text t) {
    buf_puts(out, t.s[t.n - 1] == '\n' ? "|\n" : "|-\n");
    for (size_t at = 0; at < t.n;) {
        const char *newline = memchr(t.s + at, '\n', t.n - at);
        size_t n = newline ? (size_t)(newline - t.s) - at : t.n - at;
        if (n > 0)
            buf_printf(out, "%*s%.*s", indent + 2, "", (int)n, t.s + at);
        buf_putc(out, '\n');
        at += n + 1;
    }
}

void yamlwrite_pair(Buf *out, int indent, const char *key, Text value) {
    buf_printf(out, "%*s%s: ", indent, "", key);
    if (is_literal(value)) {
        put_literal(out, indent, value);
        return;
    }
    yamlwrite_text(out, value);
    buf_putc(out, '\n');
}

void yamlwrite_list(Buf *out, int indent, const char *key, const Text *values,
                    size_t n) {
    if (n == 1)
        yamlwrite_pair(out, indent, key, values[0]);
    if (n < 2)
        return;
    buf_printf(out, "%*s%s:\n", indent, "", key);
    for (size_t i = 0; i < n; i++) {
        buf_printf(out, "%*s- ", indent + 2, "");
        yamlwrite_text(out, values[i]);
        buf_putc(out, '\n');
    }
}
