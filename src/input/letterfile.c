#include "input/letterfile.h"

#include "base/limits.h"
#include "input/letterfile_fields.h"
#include "input/letterfile_front.h"
#include "input/markdown.h"

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

/* End of the line at `off`, behind its line end; *fence if it is "---". */
static size_t line_end(const Source *src, size_t off, bool *fence) {
    const char *nl = memchr(src->bytes + off, '\n', src->n - off);
    size_t end = nl ? (size_t)(nl - src->bytes) : src->n;
    size_t n = end - off;
    while (n > 0 &&
           (src->bytes[off + n - 1] == ' ' || src->bytes[off + n - 1] == '\t' ||
            src->bytes[off + n - 1] == '\r'))
        n--;
    *fence = n == 3 && memcmp(src->bytes + off, "---", 3) == 0;
    return nl ? end + 1 : src->n;
}

/* Read the front matter, if there is one; where the body begins. */
static size_t front_matter(Reader *r) {
    const Source *src = r->src;
    size_t start = 0;
    if (src->n >= 3 && memcmp(src->bytes, BOM, 3) == 0)
        start = 3;
    bool fence;
    size_t from = line_end(src, start, &fence);
    if (!fence)
        return start;
    for (size_t at = from; at < src->n;) {
        size_t next = line_end(src, at, &fence);
        if (fence) {
            if (!front_read(r->arena, src, from, at - from, r->diag, r->letter))
                r->failed = true;
            return next;
        }
        at = next;
    }
    fail(r, (Span){src, start, 3},
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
