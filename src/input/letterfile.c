#include "input/letterfile.h"

#include "base/limits.h"
#include "input/letterfile_fields.h"
#include "input/letterfile_front.h"
#include "input/markdown.h"
#include "input/markdown_lines.h"

#include <string.h>

#define BOM "\xEF\xBB\xBF"

typedef struct Reader {
    Arena *arena;
    const Source *src;
    Diag *diag;
    Letter *letter;
    bool failed;
} Reader;

static void fail(Reader *r, Span where, const char *message) {
    diag_at(r->diag, DIAG_ERROR, where, "%s", message);
    r->failed = true;
}

/* "---" alone on the line. */
static bool is_fence(Span line) {
    while (line.n > 0 && strchr(" \t", line.src->bytes[line.off + line.n - 1]))
        line.n--;
    return line.n == 3 && memcmp(line.src->bytes + line.off, "---", 3) == 0;
}

/* Read the front matter, if there is one; where the body begins. Blank lines
 * before it are none of the body: behind them it would be a rule and a heading.
 */
static size_t front_matter(Reader *r) {
    const Source *src = r->src;
    size_t start = 0;
    if (src->n >= 3 && memcmp(src->bytes, BOM, 3) == 0)
        start = 3;
    size_t from = start;
    Span line = {src, start, 0};
    while (from < src->n && line_is_blank(line))
        line = line_at(src, from, &from);
    if (!is_fence(line))
        return start;
    Span open = line;
    for (size_t at = from; at < src->n;) {
        size_t next;
        line = line_at(src, at, &next);
        if (is_fence(line)) {
            if (!front_read(r->arena, src, from, at - from, r->diag, r->letter))
                r->failed = true;
            return next;
        }
        at = next;
    }
    fail(r, open,
         "the fields that begin here are never closed; add a line of --- "
         "behind them");
    return src->n;
}

/* Nobody sees a byte order mark in the text, and cmark skips one. */
static void refuse_inner_marks(Reader *r) {
    for (size_t at = 3; at < r->src->n;) {
        const char *hit = memmem(r->src->bytes + at, r->src->n - at, BOM, 3);
        if (!hit)
            return;
        at = (size_t)(hit - r->src->bytes);
        fail(r, (Span){r->src, at, 3},
             "an invisible byte order mark (U+FEFF) inside the file; remove "
             "it");
        at += 3;
    }
}

static bool check_size(const Source *src, Diag *diag) {
    if (src->n <= LIMIT_LETTER_BYTES)
        return true;
    size_t at = LIMIT_LETTER_BYTES;
    while (at > 0 && (src->bytes[at] & 0xC0) == 0x80)
        at--;
    diag_at(diag, DIAG_ERROR, (Span){src, at, 0},
            "the letter has %zu bytes; at most %zu, which end here, are read",
            src->n, LIMIT_LETTER_BYTES);
    return false;
}

bool letterfile_parse(Arena *a, const Source *src, Diag *diag, Letter *out) {
    *out = (Letter){.source = src};
    if (!check_size(src, diag))
        return false;
    Reader r = {.arena = a, .src = src, .diag = diag, .letter = out};
    refuse_inner_marks(&r);
    size_t body = front_matter(&r);
    bool ok = markdown_parse(a, src, body, diag, out);
    return ok && !r.failed;
}

bool letterfile_load(Arena *a, const char *path, Diag *diag, Letter *out) {
    const Source *src;
    *out = (Letter){0};
    return source_load(a, path, diag, &src) &&
           letterfile_parse(a, src, diag, out);
}

void letterfile_inlines(Arena *a, Text value, Diag *diag, Inlines *out) {
    fields_inlines(a, value, diag, out);
}
