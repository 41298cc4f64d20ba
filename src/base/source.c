#include "base/source.h"

#include "base/diag.h"
#include "base/fs.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

const Source *source_from(Arena *a, const char *name, const char *bytes,
                          size_t n) {
    Source *src = ARENA_NEW(a, Source);
    src->name = arena_strdup(a, strcmp(name, "-") == 0 ? "<stdin>" : name);
    src->bytes = arena_strndup(a, bytes, n);
    src->n = n;
    return src;
}

bool source_check(const Source *src, struct Diag *diag) {
    bool clean = true;
    for (size_t at = 0; at < src->n;) {
        size_t from = at;
        uint32_t cp = utf8_next(src->bytes, src->n, &at);
        Span where = {src, from, at - from};
        if (cp == UTF8_BAD) {
            diag_at(diag, DIAG_ERROR, where,
                    "byte 0x%02X is not UTF-8; save the file as UTF-8 and try "
                    "again",
                    (unsigned char)src->bytes[from]);
            clean = false;
            /* One message for a run of bad bytes: a Latin-1 file has many. */
            while (at < src->n && (unsigned char)src->bytes[at] >= 0x80 &&
                   src->bytes[at] != '\n')
                at++;
        } else if (utf8_objection(cp)) {
            diag_at(diag, DIAG_ERROR, where, "U+%04X is %s; remove it",
                    (unsigned)cp, utf8_objection(cp));
            clean = false;
        }
    }
    return clean;
}

bool source_load(Arena *a, const char *path, struct Diag *diag,
                 const Source **out) {
    Buf buf = {0};
    *out = NULL;
    bool ok = fs_read(path, LIMIT_INPUT_BYTES, &buf, diag);
    if (ok) {
        *out = source_from(a, path, buf.s ? buf.s : "", buf.n);
        ok = source_check(*out, diag);
    }
    buf_free(&buf);
    return ok;
}

void source_place(const Source *src, size_t off, size_t *line, size_t *col) {
    size_t start = 0;
    *line = 1;
    for (size_t i = 0; i < off && i < src->n; i++) {
        bool cr = src->bytes[i] == '\r' &&
                  !(i + 1 < src->n && src->bytes[i + 1] == '\n');
        if (src->bytes[i] == '\n' || cr) {
            ++*line;
            start = i + 1;
        }
    }
    if (start == 0 && src->n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0)
        start = 3; /* a BOM is not a character of line 1 */
    *col = 1;
    for (size_t i = start; i < off && i < src->n; i++)
        if (((unsigned char)src->bytes[i] & 0xC0) != 0x80)
            ++*col;
    /* `off` inside a character counts as its start. */
    if (off < src->n && ((unsigned char)src->bytes[off] & 0xC0) == 0x80 &&
        *col > 1)
        --*col;
}

Text text_literal(const char *s) {
    return (Text){s, strlen(s), {0}};
}

Text text_of_span(Span span) {
    return (Text){span.src ? span.src->bytes + span.off : "", span.n, span};
}

bool text_equal(Text t, const char *s) {
    return t.n == strlen(s) && memcmp(t.s, s, t.n) == 0;
}

Text text_slice(Text t, size_t off, size_t n) {
    return (Text){t.s + off, n, text_span(t, off, n)};
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Text text_trim(Text t) {
    size_t from = 0, to = t.n;
    while (from < to && is_blank(t.s[from]))
        from++;
    while (to > from && is_blank(t.s[to - 1]))
        to--;
    return from == 0 && to == t.n ? t : text_slice(t, from, to - from);
}

/* Raw offset, relative to the span, of byte `off` of the value. */
static size_t align(Text t, size_t off) {
    const char *raw = t.span.src->bytes + t.span.off;
    if (t.n == t.span.n && memcmp(raw, t.s, t.n) == 0)
        return off;
    size_t j = 0;
    for (size_t i = 0; i <= off; i++) {
        bool more = i < t.n;
        size_t look = j;
        /* Skip what the syntax added (quotes, escapes, indentation), but not
         * further than the next line's indentation could reach. */
        while (more && look < t.span.n && look < j + 256 && raw[look] != t.s[i])
            look++;
        if (more && look < t.span.n && raw[look] == t.s[i])
            j = look;
        if (i == off)
            break;
        if (j < t.span.n)
            j++;
    }
    return j < t.span.n ? j : t.span.n;
}

Span text_span(Text t, size_t off, size_t n) {
    if (!t.span.src)
        return t.span;
    size_t from = align(t, off);
    size_t to = n == 0 ? from : align(t, off + n - 1) + 1;
    return (Span){t.span.src, t.span.off + from, to > from ? to - from : 0};
}
