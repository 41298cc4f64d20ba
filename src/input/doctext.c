/* Plain text and Markdown as a document: a line is a line, an empty one is a
 * gap. Columns come one after another. In a text that a mail program wrapped,
 * lines are what was wrapped. */
#include "input/document_private.h"

#include "base/utf8.h"
#include "input/docbuild.h"
#include "input/doccolumns.h"
#include "input/docencoding.h"

#include <string.h>

#include <unicode/uchar.h>

/* What is wrapped by hand or by a program has no longer line than that. */
#define WRAPPED_COLUMNS 100
/* Lines that must have been wrapped before all are taken for such. */
#define WRAPPED_LINES 5

static bool ends_line(char c) {
    return c == '\n' || c == '\r' || c == '\f';
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_item(const char *s, size_t n) {
    size_t digits = 0;
    while (digits < n && digits < 3 && s[digits] >= '0' && s[digits] <= '9')
        digits++;
    if (digits > 0)
        return digits + 1 < n && (s[digits] == '.' || s[digits] == ')') &&
               is_blank(s[digits + 1]);
    return (n > 1 && strchr("-*+>#|", s[0]) != NULL) ||
           (n > 3 && memcmp(s, "\xE2\x80\xA2", 3) == 0);
}

static void measure(const Source *src, TextLine *line) {
    const char *s = src->bytes + line->off;
    size_t n = line->n, at = 0;
    while (n > 0 && is_blank(s[n - 1]))
        n--;
    while (at < n && is_blank(s[at]))
        at++, line->columns++;
    size_t from = at;
    bool in_first = true;
    line->item = is_item(s + at, n - at);
    for (uint32_t cp; at < n;) {
        bool first = at == from;
        cp = utf8_next(s, n, &at);
        line->small = first ? u_islower((UChar32)cp) : line->small;
        line->columns += doccolumns_width(cp);
        in_first = in_first && cp != ' ' && cp != '\t';
        line->first += in_first ? doccolumns_width(cp) : 0;
    }
    line->ends = n > 0 && strchr(".:!?;\"", s[n - 1]) != NULL;
}

/* Would the next line's first word have fitted? */
static bool would_fit(const TextLine *a, const TextLine *b, size_t columns) {
    return a->columns + 1 + b->first <= columns;
}

/* The columns at which the text was wrapped; 0: it was not. */
static size_t wrapped_at(const TextLines *lines) {
    size_t columns = 0, sure = 0;
    for (size_t i = 0; i < lines->n; i++)
        columns = lines->v[i].columns > columns ? lines->v[i].columns : columns;
    if (columns > WRAPPED_COLUMNS)
        return 0;
    for (size_t i = 1; i < lines->n; i++) {
        const TextLine *a = &lines->v[i - 1], *b = &lines->v[i];
        sure += !b->gap && b->small && !a->ends && !would_fit(a, b, columns);
    }
    return sure >= WRAPPED_LINES ? columns : 0;
}

static bool goes_on(const TextLine *a, const TextLine *b, size_t columns) {
    return columns > 0 && !a->cell && !b->cell && !b->gap && !b->item &&
           !would_fit(a, b, columns);
}

static bool is_empty(const Source *src, size_t from, size_t to) {
    while (from < to && is_blank(src->bytes[from]))
        from++;
    return from == to;
}

static void find_lines(Arena *a, const Source *src, TextLines *out) {
    bool gap = false;
    for (size_t from = 0; from < src->n;) {
        size_t to = from;
        while (to < src->n && !ends_line(src->bytes[to]))
            to++;
        TextLine line = {.off = from, .n = to - from, .gap = gap};
        gap = is_empty(src, from, to);
        if (!gap)
            vec_push(a, out, line);
        gap = gap || (to < src->n && src->bytes[to] == '\f'); /* a page ends */
        from = to + 1;
        if (to + 1 < src->n && src->bytes[to] == '\r' &&
            src->bytes[to + 1] == '\n')
            from++;
        if (!gap)
            continue;
        /* Until a line with text comes, all of it is one gap. */
        while (from < src->n && ends_line(src->bytes[from]))
            from++;
    }
}

/* The line end before `line`, and the blanks around it, as one blank; a hyphen
 * before it was there. */
static void put_joint(DocBuild *b, const Source *src, const TextLine *before,
                      const TextLine *line) {
    size_t from = before->off + before->n, to = line->off;
    while (is_blank(src->bytes[to]))
        to++;
    bool hyphen = before->n > 1 && src->bytes[from - 1] == '-' &&
                  u_isalpha((unsigned char)src->bytes[from - 2]);
    if (!hyphen)
        docbuild_take(b, from, to - from, ' ');
    docbuild_take(b, to, line->off + line->n - to, 0);
}

static void put_lines(DocBuild *b, const Source *src, const TextLines *lines) {
    static const DocBlock paragraph = {.kind = DOC_PARAGRAPH};
    size_t columns = wrapped_at(lines);
    for (size_t i = 0; i < lines->n; i++) {
        const TextLine *line = &lines->v[i];
        if (i > 0 && goes_on(line - 1, line, columns)) {
            put_joint(b, src, line - 1, line);
            continue;
        }
        if (line->gap)
            docbuild_gap(b);
        docbuild_open(b, &paragraph);
        docbuild_take(b, line->off, line->n, 0);
    }
}

bool doctext_read(Arena *a, const DocFile *f, Diag *diag, Document *out) {
    Text nothing = {0};
    TextLines lines = {0};
    const Source *src = docencoding_utf8(a, f, &nothing, diag, &out->encoding);
    if (!src)
        return false;
    if (memchr(src->bytes, '\0', src->n)) {
        diag_file(diag, DIAG_ERROR, f->name,
                  "is no text, nor a document of a kind that is read here "
                  "(text, Markdown, .docx, .odt, .pdf, .html)");
        return false;
    }
    DocBuild *b = docbuild_new(a, src);
    find_lines(a, src, &lines);
    doccolumns_part(a, src, &lines);
    for (size_t i = 0; i < lines.n; i++)
        measure(src, &lines.v[i]);
    put_lines(b, src, &lines);
    return docbuild_finish(b, f->name, diag, out);
}
