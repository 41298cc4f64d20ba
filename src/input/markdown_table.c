#include "input/markdown_table.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static Span trim(Span s) {
    const char *b = s.src->bytes;
    while (s.n > 0 && is_blank(b[s.off])) {
        s.off++;
        s.n--;
    }
    while (s.n > 0 && is_blank(b[s.off + s.n - 1]))
        s.n--;
    return s;
}

static void push(TableRow *row, Span cell) {
    if (row->n < LIMIT_COLUMNS)
        row->cells[row->n] = trim(cell);
    row->n++;
}

void table_row(Span row, TableRow *out) {
    const char *s = row.src->bytes;
    row = trim(row);
    size_t i = row.off, end = row.off + row.n;
    out->n = 0;
    if (i < end && s[i] == '|')
        i++;
    size_t from = i;
    for (; i < end; i++) {
        if (s[i] == '\\') {
            i++;
        } else if (s[i] == '|') {
            push(out, (Span){row.src, from, i - from});
            from = i + 1;
        }
    }
    if (from < end || out->n == 0)
        push(out, (Span){row.src, from, end - from});
}

/* ":--", "---", "--:", ":-:" */
static bool is_rule_cell(Span cell) {
    const char *s = cell.src->bytes + cell.off;
    size_t i = 0, end = cell.n;
    if (i < end && s[i] == ':')
        i++;
    if (i < end && s[end - 1] == ':')
        end--;
    size_t dashes = i;
    while (i < end && s[i] == '-')
        i++;
    return i == end && i > dashes;
}

bool table_is_rule(Span line) {
    bool pipe = false;
    for (size_t i = 0; i < line.n; i++) {
        char c = line.src->bytes[line.off + i];
        pipe = pipe || c == '|';
        if (c != '|' && c != ':' && c != '-' && !is_blank(c))
            return false;
    }
    if (!pipe)
        return false;
    TableRow row;
    table_row(line, &row);
    for (size_t i = 0; i < row.n && i < LIMIT_COLUMNS; i++)
        if (!is_rule_cell(row.cells[i]))
            return false;
    return true;
}

int table_align(Span cell) {
    const char *s = cell.src->bytes + cell.off;
    bool start = s[0] == ':', end = s[cell.n - 1] == ':';
    return end ? (start ? 1 : 2) : 0;
}
