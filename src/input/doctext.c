/* Plain text and Markdown as a document: a line is a line, an empty one is a
 * gap. */
#include "input/document_private.h"

#include "input/docbuild.h"
#include "input/docencoding.h"

#include <string.h>

static const DocBlock paragraph = {.kind = DOC_PARAGRAPH};

static bool ends_line(char c) {
    return c == '\n' || c == '\r' || c == '\f';
}

static bool is_empty(const Source *src, size_t from, size_t to) {
    while (from < to && (src->bytes[from] == ' ' || src->bytes[from] == '\t'))
        from++;
    return from == to;
}

bool doctext_read(Arena *a, const DocFile *f, Diag *diag, Document *out) {
    Text nothing = {0};
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
    for (size_t from = 0; from < src->n;) {
        size_t to = from;
        while (to < src->n && !ends_line(src->bytes[to]))
            to++;
        if (is_empty(src, from, to)) {
            docbuild_gap(b);
        } else {
            docbuild_open(b, &paragraph);
            docbuild_take(b, from, to - from, 0);
        }
        if (to < src->n && src->bytes[to] == '\f')
            docbuild_gap(b); /* a page ends */
        from = to + 1;
        if (to + 1 < src->n && src->bytes[to] == '\r' &&
            src->bytes[to + 1] == '\n')
            from++;
    }
    docbuild_finish(b, f->name, out);
    return true;
}
