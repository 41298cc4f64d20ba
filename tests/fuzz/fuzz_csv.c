/* fuzz_csv.c - any bytes as CSV: no crash, no leak, every place inside the
 * file, and each field's span holds exactly what its value was made of. */
#include "base/diag.h"
#include "input/contacts.h"
#include "input/csv.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_span(const Source *src, Span s) {
    assert(s.src == src);
    assert(s.off <= src->n && s.n <= src->n - s.off);
}

/* The raw bytes with doubled quotes made one are the value. */
static void check_field(const Source *src, Text t) {
    check_span(src, t.span);
    const char *raw = src->bytes + t.span.off;
    bool quoted = t.span.off > 0 && raw[-1] == '"';
    size_t k = 0;
    for (size_t i = 0; i < t.span.n; i++, k++) {
        assert(k < t.n && t.s[k] == raw[i]);
        if (quoted && raw[i] == '"') {
            assert(i + 1 < t.span.n && raw[i + 1] == '"');
            i++;
        }
    }
    assert(k == t.n);
}

static void check_rows(Arena *a, const Source *src, Diag *diag) {
    CsvReader *r = csv_open(a, src, diag);
    CsvRow row;
    size_t end = 0, number = 0;
    while (csv_next_row(r, &row)) {
        check_span(src, row.span);
        assert(row.span.off >= end && row.number > number);
        end = row.span.off + row.span.n;
        number = row.number;
        size_t at = row.span.off;
        for (size_t i = 0; i < row.n; i++) {
            assert(row.v[i].span.off >= at);
            at = row.v[i].span.off + row.v[i].span.n;
            check_field(src, row.v[i]);
        }
        assert(row.n > CSV_COLUMNS_MAX || at <= end);
    }
    assert(csv_ok(r) == (diag_count(diag, DIAG_ERROR) == 0));
    csv_close(r);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    const Source *src = source_from(a, "fuzz.csv", (const char *)data, n);
    check_rows(a, src, diag);
    Contacts contacts;
    contacts_parse_csv(a, src, diag, &contacts);
    for (size_t i = 0; i < contacts.n; i++)
        check_span(src, contacts.v[i].span);
    diag_free(diag);
    arena_free(a);
    return 0;
}
