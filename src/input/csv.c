#include "input/csv.h"

#include "base/limits.h"

#include <csv.h>

#include <stdlib.h>
#include <string.h>

struct CsvReader {
    struct csv_parser parser;
    Arena *arena;
    const Source *src;
    Diag *diag;
    char delimiter;
    VEC(Text) fields;   /* of the row being read */
    size_t row;         /* number of that row */
    size_t row_start;   /* byte offsets of its first byte, */
    size_t field_start; /* of its current field, */
    size_t field_end;   /* and of the delimiter or line end last handed over */
    size_t pos;         /* of the first byte not yet handed over */
    size_t total;       /* fields of the row so far; not all are kept */
    bool row_done, failed;
    const char *fault; /* in the quoting, */
    Span fault_at;     /* still to be told */
    size_t width;      /* csv_mend; 0: a fault is the end */
    size_t mended;     /* rows so far */
};

/* Rows that are mended, and lines that are looked at for each: a forgotten
 * quote is one, a stray one in each row is a file of another kind. */
enum { MENDED_MOST = 50, LINES_MOST = 100 };

/* The delimiter: the one that the first line has most of outside quotes. */
static char find_delimiter(const Source *src, size_t from) {
    static const char candidates[] = {',', ';', '\t'};
    size_t counts[sizeof candidates] = {0};
    bool quoted = false, content = false;
    for (size_t i = from; i < src->n; i++) {
        char c = src->bytes[i];
        bool line_end = c == '\n' || c == '\r';
        if (line_end && !quoted && content)
            break;
        content = content || !line_end;
        if (c == '"')
            quoted = !quoted;
        for (size_t k = 0; !quoted && k < sizeof candidates; k++)
            counts[k] += c == candidates[k];
    }
    size_t best = 0;
    for (size_t k = 1; k < sizeof candidates; k++)
        if (counts[k] > counts[best])
            best = k;
    return candidates[best];
}

static void open_parser(CsvReader *r) {
    if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
        oom();
    csv_set_delim(&r->parser, (unsigned char)r->delimiter);
    csv_set_blk_size(&r->parser, 4096);
}

CsvReader *csv_open_at(Arena *a, const Source *src, size_t off, char delimiter,
                       Diag *diag) {
    CsvReader *r = ARENA_NEW(a, CsvReader);
    r->arena = a;
    r->src = src;
    r->diag = diag;
    r->pos = off;
    r->row = 1;
    r->row_start = r->field_start = r->pos;
    r->delimiter = delimiter;
    open_parser(r);
    return r;
}

CsvReader *csv_open(Arena *a, const Source *src, Diag *diag) {
    bool bom = src->n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0;
    size_t from = bom ? 3 : 0;
    return csv_open_at(a, src, from, find_delimiter(src, from), diag);
}

void csv_close(CsvReader *r) {
    if (r)
        csv_free(&r->parser);
}

char csv_delimiter(const CsvReader *r) {
    return r->delimiter;
}

bool csv_ok(const CsvReader *r) {
    return !r->failed;
}

static bool is_blank(const CsvReader *r, char c) {
    return (c == ' ' || c == '\t') && c != r->delimiter;
}

/* Where the current field's first byte that is not a blank stands. */
static size_t content_start(const CsvReader *r, size_t end) {
    size_t from = r->field_start;
    while (from < end && is_blank(r, r->src->bytes[from]))
        from++;
    return from;
}

/* Bytes of the current field between blanks and quotes. */
static Span content_span(const CsvReader *r) {
    const char *s = r->src->bytes;
    size_t to = r->field_end, from = content_start(r, to);
    while (to > from && is_blank(r, s[to - 1]))
        to--;
    if (to - from >= 2 && s[from] == '"' && s[to - 1] == '"') {
        from++;
        to--;
    }
    return (Span){r->src, from, to - from};
}

static void on_field(void *value, size_t n, void *data) {
    CsvReader *r = data;
    Span span = content_span(r);
    Text text = text_of_span(span);
    /* They differ where a quote is written twice. */
    if (n != span.n || memcmp(text.s, value, n) != 0)
        text = (Text){arena_strndup(r->arena, value, n), n, span};
    r->total++;
    if (r->fields.n < CSV_COLUMNS_MAX + 1)
        vec_push(r->arena, &r->fields, text);
    else if (text_trim(r->fields.v[CSV_COLUMNS_MAX]).n == 0)
        r->fields.v[CSV_COLUMNS_MAX] = text;
    r->field_start = r->field_end + 1;
}

static void on_row(int end, void *data) {
    CsvReader *r = data;
    (void)end;
    r->row_done = true;
}

static void fail(CsvReader *r, Span where, const char *text) {
    r->failed = true;
    r->fault = text;
    r->fault_at = where;
}

static void fail_at(CsvReader *r, size_t off, const char *what) {
    size_t line, col;
    size_t start = content_start(r, r->src->n);
    source_place(r->src, start, &line, &col);
    fail(r, (Span){r->src, off, off < r->src->n},
         arena_printf(r->arena,
                      "row %zu: %s (the field began at line %zu, column %zu)",
                      r->row, what, line, col));
}

static void fail_unclosed(CsvReader *r) {
    fail(r, (Span){r->src, content_start(r, r->src->n), 1},
         arena_printf(r->arena,
                      "row %zu, field %zu: this quote is never closed; add the "
                      "closing quote",
                      r->row, r->total + 1));
}

/* Hand over the bytes up to the next delimiter or line end. */
static void feed(CsvReader *r) {
    const char *s = r->src->bytes;
    size_t end = r->pos;
    while (end < r->src->n && s[end] != r->delimiter && s[end] != '\n' &&
           s[end] != '\r')
        end++;
    r->field_end = end;
    if (end - r->field_start > LIMIT_FIELD_BYTES) {
        fail(r, (Span){r->src, content_start(r, end), 1},
             arena_printf(r->arena,
                          "row %zu, field %zu is longer than %d bytes; is its "
                          "closing quote missing?",
                          r->row, r->total + 1, LIMIT_FIELD_BYTES));
        return;
    }
    size_t n = (end < r->src->n ? end + 1 : end) - r->pos;
    size_t took = csv_parse(&r->parser, s + r->pos, n, on_field, on_row, r);
    if (took != n) {
        if (csv_error(&r->parser) != CSV_EPARSE)
            oom();
        bool quote = s[r->pos + took] == '"';
        fail_at(r, r->pos + took,
                quote ? "a quote inside a field; put the whole field in quotes "
                        "and write each quote in it twice"
                      : "text behind the closing quote of a field; a quote "
                        "inside a quoted field is written twice");
        return;
    }
    r->pos += n;
}

/* The last row need not have a line end. */
static void finish(CsvReader *r) {
    r->field_end = r->src->n;
    if (csv_fini(&r->parser, on_field, on_row, r) != 0) {
        if (csv_error(&r->parser) != CSV_EPARSE)
            oom();
        fail_unclosed(r);
    }
    r->pos = r->src->n + 1;
}

/* LF after the CR that ended a row. */
static bool is_second_half(const CsvReader *r) {
    return r->fields.n == 0 && r->pos >= 2 &&
           memcmp(r->src->bytes + r->pos - 2, "\r\n", 2) == 0;
}

/* ---- behind a fault ---- */

/* Behind the line end of the line at `at`; src->n at the end. */
static size_t next_line(const Source *src, size_t at) {
    while (at < src->n && src->bytes[at] != '\n' && src->bytes[at] != '\r')
        at++;
    if (at + 1 < src->n && memcmp(src->bytes + at, "\r\n", 2) == 0)
        at++;
    return at < src->n ? at + 1 : at;
}

/* What a quote at `i` is followed by, blanks left out, ends a field. */
static bool closes(const CsvReader *r, size_t i) {
    const Source *src = r->src;
    for (i++; i < src->n && is_blank(r, src->bytes[i]);)
        i++;
    return i == src->n || src->bytes[i] == r->delimiter ||
           src->bytes[i] == '\n' || src->bytes[i] == '\r';
}

/* A line of the broken field itself may look like a row ("c/o Bob, Flat 2, Old
 * Town, NO"), and would be somebody to write to. Then the field's closing quote
 * comes within a few lines, where none was opened. */
enum { LINES_BELOW = 10 };

static bool closes_below(const CsvReader *r, size_t at) {
    const char *s = r->src->bytes;
    bool fresh = true, quoted = false; /* a field, nothing of it yet */
    for (int lines = 0; at < r->src->n && lines < LINES_BELOW; at++) {
        lines += s[at] == '\n';
        if (quoted && s[at] == '"' && at + 1 < r->src->n && s[at + 1] == '"')
            at++;
        else if (quoted && s[at] == '"' && !closes(r, at))
            return false; /* a fault of its own */
        else if (s[at] == '"' && !quoted && closes(r, at))
            return true;
        else if (s[at] == '"' && (quoted || fresh))
            quoted = !quoted;
        else if (!quoted && (s[at] == r->delimiter || s[at] == '\n'))
            fresh = true;
        else if (!is_blank(r, s[at]))
            fresh = false;
    }
    return false;
}

/* Does a row of the right number of fields begin at byte `at`? */
static bool row_begins(const CsvReader *r, size_t at, Diag *none) {
    Arena *a = arena_new();
    CsvReader *probe = csv_open_at(a, r->src, at, r->delimiter, none);
    CsvRow row;
    bool is = csv_next_row(probe, &row) && row.span.off == at;
    for (; is && row.n > r->width; row.n--)
        is = text_trim(row.v[row.n - 1]).n == 0;
    is = is && row.n == r->width && !closes_below(r, at);
    csv_close(probe);
    arena_free(a);
    return is;
}

/* Where the row behind the one that is wrong is taken to begin, `lines` further
 * on; false if nobody can tell. */
static bool find_next_row(const CsvReader *r, size_t *at, size_t *lines) {
    Diag *none = diag_new();
    bool found = false;
    diag_mute(none);
    *at = r->row_start;
    for (*lines = 0; !found && *lines < LINES_MOST && *at < r->src->n;) {
        *at = next_line(r->src, *at);
        ++*lines;
        found = *at == r->src->n || row_begins(r, *at, none);
    }
    diag_free(none);
    return found;
}

static void restart(CsvReader *r, size_t at) {
    csv_free(&r->parser);
    open_parser(r);
    r->pos = r->row_start = r->field_start = at;
    r->fields.n = r->total = 0;
    r->failed = false;
}

/* Tell what is wrong. False if that is the end. */
static bool mend(CsvReader *r, CsvRow *out) {
    size_t at = 0, lines = 0;
    if (!r->fault)
        return false;
    bool goes_on =
        r->width && r->mended++ < MENDED_MOST && find_next_row(r, &at, &lines);
    /* It was found in another record, which is sound: this one's last field has
     * no end. */
    if (goes_on && r->fault_at.off >= at)
        fail_unclosed(r);
    Span span = {r->src, r->row_start, at - r->row_start};
    Span before = diag_about(r->diag, goes_on ? span : (Span){0});
    if (goes_on && at < r->src->n) {
        size_t line, col;
        source_place(r->src, at, &line, &col);
        diag_at(r->diag, DIAG_ERROR, r->fault_at,
                "%s; the next record is taken to begin in line %zu", r->fault,
                line);
    } else {
        diag_at(r->diag, DIAG_ERROR, r->fault_at, "%s", r->fault);
    }
    diag_about(r->diag, before);
    r->fault = NULL;
    if (!goes_on)
        return false;
    *out = (CsvRow){.number = r->row, .span = span, .broken = true};
    r->row += lines;
    restart(r, at);
    return true;
}

bool csv_next_row(CsvReader *r, CsvRow *out) {
    r->fields.n = r->total = 0;
    while (!r->failed && r->pos <= r->src->n) {
        r->row_done = false;
        if (r->pos < r->src->n)
            feed(r);
        else
            finish(r);
        if (!r->row_done || r->failed)
            continue;
        Span span = {r->src, r->row_start, r->field_end - r->row_start};
        size_t number = r->row;
        r->row += !is_second_half(r);
        r->row_start = r->field_start = r->pos;
        if (r->fields.n == 0)
            continue;
        *out =
            (CsvRow){number, span, r->fields.v, r->fields.n, r->total, false};
        return true;
    }
    return r->failed && mend(r, out);
}

void csv_mend(CsvReader *r, size_t width) {
    r->width = width > 1 ? width : 0;
}
