#include "input/markdown_lines.h"

#include "base/limits.h"

/* Blanks and container marks at the head of a line. LIMIT_NESTING lists with
 * the widest markers ("999999999. ") take 88. */
#define PREFIX_BYTES 128

Span line_at(const Source *src, size_t i, size_t *next) {
    size_t end = i;
    while (end < src->n && src->bytes[end] != '\n' && src->bytes[end] != '\r')
        end++;
    *next = end < src->n ? end + 1 : end;
    if (end + 1 < src->n && src->bytes[end] == '\r' &&
        src->bytes[end + 1] == '\n')
        *next = end + 2;
    return (Span){src, i, end - i};
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool line_is_blank(Span line) {
    for (size_t i = 0; i < line.n; i++)
        if (!is_blank(line.src->bytes[line.off + i]))
            return false;
    return true;
}

static bool ends_mark(Span line, size_t i) {
    return i >= line.n || is_blank(line.src->bytes[line.off + i]);
}

/* Length of a quote or list mark at i of a line, else 0. */
static size_t mark_length(Span line, size_t i) {
    const char *s = line.src->bytes + line.off;
    if (s[i] == '>')
        return 1;
    if ((s[i] == '-' || s[i] == '+' || s[i] == '*') && ends_mark(line, i + 1))
        return 1;
    size_t k = i;
    while (k < line.n && k < i + 9 && s[k] >= '0' && s[k] <= '9')
        k++;
    if (k > i && k < line.n && (s[k] == '.' || s[k] == ')') &&
        ends_mark(line, k + 1))
        return k + 1 - i;
    return 0;
}

LinePrefix line_prefix(Span line) {
    LinePrefix p = {0};
    while (p.n < line.n && p.n <= PREFIX_BYTES) {
        char c = line.src->bytes[line.off + p.n];
        if (is_blank(c)) {
            if (p.marks == 0)
                p.columns = c == '\t' ? p.columns / 4 * 4 + 4 : p.columns + 1;
            p.n++;
            continue;
        }
        size_t mark = mark_length(line, p.n);
        if (mark == 0)
            break;
        p.marks++;
        p.n += mark;
    }
    return p;
}

size_t line_unindent(Span line) {
    size_t i = 0;
    for (size_t column = 0; i < line.n && column < 4; i++) {
        char c = line.src->bytes[line.off + i];
        if (!is_blank(c))
            break;
        column = c == '\t' ? 4 : column + 1;
    }
    return i;
}

/* "* * *" is a rule, however long (CommonMark 0.30, 4.1). */
static bool is_rule(Span line) {
    const char *s = line.src->bytes + line.off;
    char mark = 0;
    for (size_t i = 0; i < line.n; i++) {
        if (is_blank(s[i]))
            continue;
        if (mark == 0)
            mark = s[i];
        if (s[i] != mark || (mark != '-' && mark != '*'))
            return false;
    }
    return true;
}

bool line_check_prefix(Span line, Diag *diag) {
    size_t n = line_prefix(line).n;
    if (n <= PREFIX_BYTES || is_rule(line))
        return true;
    diag_at(diag, DIAG_ERROR, (Span){line.src, line.off, n},
            "%d bytes of indent and list or quote marks; a letter nests at "
            "most %d lists and quotes",
            PREFIX_BYTES, LIMIT_NESTING);
    return false;
}

bool line_number(Text t, int most, int *out) {
    int value = 0;
    for (size_t i = 0; i < t.n; i++) {
        if (t.s[i] < '0' || t.s[i] > '9')
            return false;
        value = value * 10 + (t.s[i] - '0');
        if (value > most)
            return false;
    }
    if (value == 0)
        return false;
    *out = value;
    return true;
}
