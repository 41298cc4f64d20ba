#include "base/source.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/filekind.h"
#include "base/fs.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

const Source *source_from(Arena *a, const char *name, const char *bytes,
                          size_t n) {
    Source *src = ARENA_NEW(a, Source);
    src->name = arena_strdup(a, strcmp(name, "-") == 0 ? "<stdin>" : name);
    src->bytes = arena_strndup(a, bytes, n);
    src->n = n;
    return src;
}

bool source_next_fault(const Source *src, size_t *at, SourceFault *out) {
    while (*at < src->n) {
        size_t from = *at;
        uint32_t cp = utf8_next(src->bytes, src->n, at);
        const char *objection = cp == UTF8_BAD ? NULL : utf8_objection(cp);
        if (cp != UTF8_BAD && !objection)
            continue;
        out->where = (Span){src, from, *at - from};
        if (objection)
            snprintf(out->text, sizeof out->text, "U+%04X is %s; remove it",
                     (unsigned)cp, objection);
        else
            snprintf(out->text, sizeof out->text,
                     "byte 0x%02X is not UTF-8; save the file as UTF-8 and try "
                     "again",
                     (unsigned char)src->bytes[from]);
        /* One message for a run of bad bytes: a Latin-1 file has many. */
        while (!objection && *at < src->n &&
               (unsigned char)src->bytes[*at] >= 0x80 &&
               src->bytes[*at] != '\n')
            ++*at;
        return true;
    }
    return false;
}

bool source_check(const Source *src, struct Diag *diag) {
    SourceFault fault;
    bool clean = true;
    for (size_t at = 0; source_next_fault(src, &at, &fault); clean = false)
        diag_at(diag, DIAG_ERROR, fault.where, "%s", fault.text);
    return clean;
}

static bool is_text(const char *path, const Buf *b, struct Diag *diag) {
    static const FileKind kinds[] = {
        {"PK\003\004", 4,
         "is a word-processor file or a spreadsheet (or a zip); open it there "
         "and save it as plain text in UTF-8"},
        {"\xD0\xCF\x11\xE0", 4,
         "is an old Office file; open it there and save it as plain text in "
         "UTF-8"},
        {"{\\rtf", 5,
         "is RTF; open it in a word processor and save it as plain text in "
         "UTF-8"},
        {"\x89PNG", 4, "is a picture; give the text"},
        {"\xFF\xD8\xFF", 3, "is a picture; give the text"},
        {"GIF8", 4, "is a picture; give the text"},
        {"\x1F\x8B", 2, "is compressed; unpack it with gunzip first"},
        {"%PDF-", 5, "is a PDF; give the text or the list it was made from"},
        {"\xFF\xFE", 2, "is UTF-16; save it as UTF-8"},
        {"\xFE\xFF", 2, "is UTF-16; save it as UTF-8"}};
    return !filekind_refuse(kinds, sizeof kinds / sizeof *kinds, path, b->s,
                            b->n, diag);
}

bool source_load(Arena *a, const char *path, struct Diag *diag,
                 const Source **out) {
    Buf buf = {0};
    *out = NULL;
    bool ok = fs_read(path, LIMIT_INPUT_BYTES, &buf, diag) &&
              is_text(path, &buf, diag);
    if (ok) {
        *out = source_from(a, path, buf.s ? buf.s : "", buf.n);
        ok = source_check(*out, diag);
    }
    buf_free(&buf);
    return ok;
}

/* Line ends before byte `off`: LF, CR LF, CR; `*start` is behind the last. By
 * memchr: a run may name thousands of places in a list of megabytes. */
static size_t count_lines(const Source *src, size_t off, size_t *start) {
    size_t n = 0;
    const char *s = src->bytes, *end = s + off, *hit;
    for (const char *at = s; (hit = memchr(at, '\n', (size_t)(end - at)));
         at = hit + 1) {
        n++;
        *start = (size_t)(hit - s) + 1;
    }
    for (const char *at = s; (hit = memchr(at, '\r', (size_t)(end - at)));
         at = hit + 1) {
        if (hit[1] == '\n')
            continue;
        n++;
        if ((size_t)(hit - s) + 1 > *start)
            *start = (size_t)(hit - s) + 1;
    }
    return n;
}

void source_place(const Source *src, size_t off, size_t *line, size_t *col) {
    size_t start = 0;
    if (src->places) {
        src->places->find(src->places, src, off, line, col);
        return;
    }
    *line = 1 + count_lines(src, off < src->n ? off : src->n, &start);
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

const char *source_column(char room[16], size_t n) {
    size_t at = 15;
    room[at] = '\0';
    for (; n > 0 && at > 0; n = (n - 1) / 26)
        room[--at] = (char)('A' + (n - 1) % 26);
    return room + at;
}

const char *source_where(Arena *a, const Source *src, size_t off) {
    size_t line, col;
    source_place(src, off, &line, &col);
    if (!src->places)
        return arena_printf(a, "%zu:%zu", line, col);
    /* Names with blanks stand in quotes. */
    char room[16];
    const char *letters = source_column(room, col);
    const char *sheet = src->places->sheet;
    if (!strpbrk(sheet, " !'\""))
        return arena_printf(a, "%s!%s%zu", sheet, letters, line);
    /* As a spreadsheet writes it: 'It''s'. */
    Buf name = {0};
    for (const char *c = sheet; *c; c++)
        buf_puts(&name, *c == '\'' ? "''" : (const char[]){*c, '\0'});
    const char *where =
        arena_printf(a, "'%s'!%s%zu", name.s ? name.s : "", letters, line);
    buf_free(&name);
    return where;
}

Text text_literal(const char *s) {
    return text_made(s, (Span){0});
}

Text text_made(const char *s, Span from) {
    return (Text){s, strlen(s), from};
}

Text text_of_span(Span span) {
    return (Text){span.src ? span.src->bytes + span.off : "", span.n, span};
}

bool text_equal(Text t, const char *s) {
    return t.n == strlen(s) && memcmp(t.s, s, t.n) == 0;
}

bool text_same(Text x, Text y) {
    return x.n == y.n && (x.n == 0 || memcmp(x.s, y.s, x.n) == 0);
}

Text text_slice(Text t, size_t off, size_t n) {
    return (Text){t.s + off, n, text_span(t, off, n)};
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool holds(Text t, const char *word, size_t n) {
    for (size_t i = 0; i + n <= t.n; i++)
        if (strncasecmp(t.s + i, word, n) == 0)
            return true;
    return false;
}

bool text_has_words(const Text *texts, size_t n, const char *words) {
    static const char between[] = " \t/";
    for (words += strspn(words, between); *words;
         words += strspn(words, between)) {
        size_t length = strcspn(words, between);
        bool found = false;
        for (size_t i = 0; i < n && !found; i++)
            found = holds(texts[i], words, length);
        if (!found)
            return false;
        words += length;
    }
    return true;
}

Text text_trim(Text t) {
    size_t from = 0, to = t.n;
    while (from < to && is_blank(t.s[from]))
        from++;
    while (to > from && is_blank(t.s[to - 1]))
        to--;
    return from == 0 && to == t.n ? t : text_slice(t, from, to - from);
}

int text_shown(Text t) {
    enum { SHOWN = 80 };
    size_t n = t.n;
    if (n > SHOWN)
        for (n = SHOWN; n > 0 && ((unsigned char)t.s[n] & 0xC0) == 0x80; n--)
            ;
    return (int)n;
}

/* Length of an escape of YAML or an entity of CommonMark at raw[at], 0 if
 * there is none. */
static size_t escape_length(const char *raw, size_t n, size_t at) {
    if (raw[at] == '\\' && at + 1 < n) {
        char c = raw[at + 1];
        size_t len = c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
        return at + len <= n ? len : n - at;
    }
    if (raw[at] == '&')
        for (size_t i = at + 1; i < n && i < at + 34; i++)
            if (raw[i] == ';')
                return i + 1 - at;
    return 0;
}

/* Move *j to where the character s[0..len) stands in raw; false if it is not
 * in sight. What the syntax added (quotes, indentation) is skipped, but no
 * further than the next line's indentation could reach. */
static bool find_char(const char *raw, size_t n, size_t *j, const char *s,
                      size_t len) {
    for (size_t i = *j; i + len <= n && i < *j + 256; i++) {
        if (memcmp(raw + i, s, len) == 0) {
            *j = i;
            return true;
        }
        if (raw[i] == '\\' ||
            raw[i] == '&') /* what it stands for comes first */
            return false;
    }
    return false;
}

/* Raw offset, relative to the span, of byte `off` of the value. Most values are
 * the source itself, and long ones are sliced many times. */
static size_t align(Text t, size_t off) {
    const char *raw = t.span.src->bytes + t.span.off;
    if (t.n == t.span.n && (t.s == raw || memcmp(raw, t.s, t.n) == 0))
        return off;
    size_t j = 0;
    for (size_t i = 0; i < t.n;) {
        size_t from = i;
        utf8_next(t.s, t.n, &i);
        bool found = find_char(raw, t.span.n, &j, t.s + from, i - from);
        size_t escape = 0;
        for (size_t k = j; !found && !escape && k < t.span.n && k < j + 256;
             k++)
            if ((escape = escape_length(raw, t.span.n, k)) != 0)
                j = k;
        if (off < i)
            return j + (found ? off - from : 0);
        j += found ? i - from : escape;
    }
    return j < t.span.n ? j : t.span.n;
}

Span text_span(Text t, size_t off, size_t n) {
    if (!t.span.src)
        return t.span;
    size_t from = align(t, off);
    size_t to = n == 0 ? from : align(t, off + n - 1) + 1;
    if (to > t.span.n)
        to = t.span.n;
    return (Span){t.span.src, t.span.off + from, to > from ? to - from : 0};
}
