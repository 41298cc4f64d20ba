#include "input/contactrows.h"

#include "base/limits.h"
#include "input/contactfields.h"
#include "input/csv.h"

#include <string.h>

struct ContactRows {
    Arena *arena;
    const Source *src;
    Diag *diag;  /* of the loading */
    Diag *again; /* of later readings, which have nothing new to tell */
    char delimiter;
    FieldKey *keys; /* one a column */
    size_t *order;  /* columns in the order in which to store them */
    size_t columns;
    bool shares;          /* a record may have the address of another */
    VEC(uint32_t) starts; /* byte offsets of the records' rows */
};

static const char *quoted(Arena *a, Text t) {
    return arena_strndup(a, t.s, t.n < 80 ? t.n : 80);
}

static void check_column(ContactRows *r, const FieldKey *keys, size_t i) {
    const FieldKey *key = &keys[i];
    if (key->name.n == 0) {
        diag_at(r->diag, DIAG_ERROR, key->name.span,
                "column %zu has no name; name it in the first line or delete "
                "the column",
                i + 1);
        return;
    }
    for (size_t k = 0; k < i; k++) {
        if (!fieldkey_same(&keys[k], key))
            continue;
        diag_at(r->diag, DIAG_ERROR, key->name.span,
                "column %zu \"%s\" repeats column %zu \"%s\"; rename or delete "
                "one",
                i + 1, quoted(r->arena, key->name), k + 1,
                quoted(r->arena, keys[k].name));
        return;
    }
    if (key->kind == FIELD_BAD_LANG)
        fieldkey_refuse_lang(r->arena, key->name, r->diag);
    if (key->kind == FIELD_SIMPLE && key->field == CONTACT_SAME_ADDRESS_AS)
        r->shares = true;
    const char *slip = fieldkey_slip(key->name);
    if (key->kind == FIELD_UNKNOWN && slip)
        diag_at(r->diag, DIAG_WARNING, key->name.span,
                "column \"%s\" is not a field of an address and can only be "
                "used in letters; did you mean \"%s\"?",
                quoted(r->arena, key->name), slip);
    else if (key->kind == FIELD_UNKNOWN && fieldkey_is_tailed(key->name))
        diag_at(r->diag, DIAG_WARNING, key->name.span,
                "column \"%s\" is not a field of an address; a language "
                "stands behind a colon, as in lines:zh",
                quoted(r->arena, key->name));
}

static bool read_header(ContactRows *r, const CsvRow *row) {
    size_t before = diag_count(r->diag, DIAG_ERROR);
    bool known = false;
    if (row->n > CSV_COLUMNS_MAX) {
        diag_at(r->diag, DIAG_ERROR, row->span,
                "the first line names more than %d columns", CSV_COLUMNS_MAX);
        return false;
    }
    r->columns = row->n;
    r->keys = ARENA_ARRAY(r->arena, FieldKey, row->n);
    r->order = ARENA_ARRAY(r->arena, size_t, row->n);
    for (size_t i = 0; i < row->n; i++) {
        r->keys[i] = fieldkey_parse(r->arena, text_trim(row->v[i]));
        check_column(r, r->keys, i);
        known = known || r->keys[i].kind != FIELD_UNKNOWN;
    }
    if (!known)
        diag_at(r->diag, DIAG_ERROR, row->span,
                "no column is a field of an address; the first line must name "
                "the columns: name,lines,city,country");
    fieldkeys_order(r->keys, r->columns, r->order);
    return diag_count(r->diag, DIAG_ERROR) == before;
}

static bool row_is_empty(const CsvRow *row) {
    for (size_t i = 0; i < row->n; i++)
        if (text_trim(row->v[i]).n)
            return false;
    return true;
}

static const char *delimiter_name(char c) {
    return c == ';' ? "\";\"" : c == '\t' ? "a tab" : "\",\"";
}

static bool row_fits(ContactRows *r, const CsvRow *row) {
    if (row->n > r->columns) {
        diag_at(r->diag, DIAG_ERROR, row->v[r->columns].span,
                "row %zu has %zu fields and the first line names %zu; a field "
                "that holds %s must stand in quotes",
                row->number, row->n, r->columns, delimiter_name(r->delimiter));
        return false;
    }
    if (row->n < r->columns) {
        Span end = {row->span.src, row->span.off + row->span.n, 0};
        diag_at(r->diag, DIAG_ERROR, end,
                "row %zu has %zu field%s and the first line names %zu: column "
                "%zu \"%s\" is missing; write %s for each empty field",
                row->number, row->n, row->n == 1 ? "" : "s", r->columns,
                row->n + 1, quoted(r->arena, r->keys[row->n].name),
                delimiter_name(r->delimiter));
        return false;
    }
    return true;
}

/* The record of a row. One that may have its address from another record is
 * checked when it has. */
static void read_row(const ContactRows *r, const CsvRow *row, size_t number,
                     Arena *a, Diag *diag, Contact *out) {
    *out = (Contact){.span = row->span, .number = number, .base = {.lang = ""}};
    VEC(MergeField) extra = {0};
    for (size_t i = 0; i < r->columns; i++) {
        size_t column = r->order[i];
        const FieldKey *key = &r->keys[column];
        if (key->kind != FIELD_UNKNOWN) {
            field_store(a, out, key, row->v[column], diag);
            continue;
        }
        MergeField field = {key->name, text_trim(row->v[column])};
        vec_push(a, &extra, field);
    }
    out->extra = extra.v;
    out->nextra = extra.n;
    fields_check(a, out, diag);
    if (!r->shares)
        contact_check(out, diag);
}

static void read_rows(ContactRows *r, CsvReader *csv, Arena *scratch) {
    CsvRow row;
    if (!csv_next_row(csv, &row)) {
        if (csv_ok(csv))
            diag_at(r->diag, DIAG_ERROR, (Span){r->src, 0, 0},
                    "the file is empty; its first line must name the columns: "
                    "name,lines,city,country");
        return;
    }
    if (!read_header(r, &row))
        return;
    size_t rows = 0;
    while (csv_next_row(csv, &row)) {
        if (row_is_empty(&row))
            continue;
        rows++;
        if (!row_fits(r, &row))
            continue;
        Contact c;
        arena_reset(scratch);
        vec_push(r->arena, &r->starts, (uint32_t)row.span.off);
        read_row(r, &row, r->starts.n, scratch, r->diag, &c);
    }
    if (rows == 0 && csv_ok(csv))
        diag_at(r->diag, DIAG_ERROR, (Span){r->src, r->src->n, 0},
                "the file names its columns and has no rows below them");
}

ContactRows *contactrows_load(Arena *a, const Source *src, Diag *diag) {
    ContactRows *r = ARENA_NEW(a, ContactRows);
    Arena *cells = arena_new(), *scratch = arena_new();
    *r = (ContactRows){.arena = a, .src = src, .diag = diag};
    r->again = diag_new();
    diag_mute(r->again);
    CsvReader *csv = csv_open(cells, src, diag);
    r->delimiter = csv_delimiter(csv);
    read_rows(r, csv, scratch);
    csv_close(csv);
    arena_free(cells);
    arena_free(scratch);
    return r;
}

void contactrows_close(ContactRows *r) {
    if (r)
        diag_free(r->again);
}

size_t contactrows_count(const ContactRows *r) {
    return r->starts.n;
}

bool contactrows_share(const ContactRows *r) {
    return r->shares;
}

void contactrows_get(const ContactRows *r, size_t i, Arena *a, Contact *out) {
    CsvRow row = {0};
    CsvReader *csv =
        csv_open_at(a, r->src, r->starts.v[i], r->delimiter, r->again);
    csv_next_row(csv, &row);
    read_row(r, &row, i + 1, a, r->again, out);
    csv_close(csv);
}
