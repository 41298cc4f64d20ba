#include "input/contactcsv.h"

#include "base/limits.h"
#include "input/columnplaces.h"
#include "input/contactvalues.h"
#include "input/csv.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

/* What the header says. */
typedef struct Header {
    char delimiter;
    FieldKey *keys; /* one a column */
    size_t *order;  /* columns in the order in which to store them */
    size_t n;
} Header;

/* A list while it is loaded. */
typedef struct Loader {
    ContactRows *rows;
    Columns *columns;
    Header *header;
    bool *nameless; /* by column: it has no name, and no value so far */
    Arena *arena;
    Diag *diag;
} Loader;

static const char *quoted(Arena *a, Text t) {
    return arena_strndup(a, t.s, (size_t)text_shown(t));
}

static void check_column(Loader *l, const FieldKey *keys, size_t i) {
    const FieldKey *key = &keys[i];
    if (key->name.n == 0) {
        l->nameless[i] = true;
        return;
    }
    for (size_t k = 0; k < i; k++) {
        if (!fieldkey_same(&keys[k], key) || keys[k].name.n == 0)
            continue;
        diag_at(l->diag, DIAG_ERROR, key->name.span,
                "column %zu \"%s\" repeats column %zu \"%s\"; rename or delete "
                "one",
                i + 1, quoted(l->arena, key->name), k + 1,
                quoted(l->arena, keys[k].name));
        return;
    }
    if (key->kind == FIELD_BAD_LANG)
        fieldkey_refuse_lang(l->arena, key->name, l->diag);
    if (key->kind == FIELD_SIMPLE && key->field == CONTACT_SAME_ADDRESS_AS)
        l->rows->shares = true;
    const char *slip = fieldkey_slip(key->name);
    if (slip && strlen(slip) == key->name.n &&
        strncasecmp(slip, key->name.s, key->name.n) == 0)
        return; /* named as a field that another column is */
    if (key->kind == FIELD_UNKNOWN && slip)
        diag_at(l->diag, DIAG_WARNING, key->name.span,
                "column \"%s\" is not a field of an address and can only be "
                "used in letters; did you mean \"%s\"?",
                quoted(l->arena, key->name), slip);
    else if (key->kind == FIELD_UNKNOWN && fieldkey_is_tailed(key->name))
        diag_at(l->diag, DIAG_WARNING, key->name.span,
                "column \"%s\" is not a field of an address; a language "
                "stands behind a colon, as in lines:zh",
                quoted(l->arena, key->name));
}

/* False if the rows below say nothing. */
static bool read_header(Loader *l, const CsvRow *row) {
    Header *h = l->header;
    bool known = false;
    if (row->n > CSV_COLUMNS_MAX) {
        diag_at(l->diag, DIAG_ERROR, row->span,
                "the first line names more than %d columns", CSV_COLUMNS_MAX);
        return false;
    }
    h->n = row->n;
    while (h->n > 1 && text_trim(row->v[h->n - 1]).n == 0)
        h->n--;
    h->keys = ARENA_ARRAY(l->arena, FieldKey, row->n);
    h->order = ARENA_ARRAY(l->arena, size_t, row->n);
    l->nameless = ARENA_ARRAY(l->arena, bool, row->n);
    for (size_t i = 0; i < h->n; i++) {
        Text name = text_trim(row->v[i]);
        h->keys[i] = l->columns ? columns_key(l->columns, name)
                                : fieldkey_parse(l->arena, name);
    }
    columnplaces_find(l->arena, h->keys, h->n);
    columns_settle(h->keys, h->n);
    for (size_t i = 0; i < h->n; i++) {
        check_column(l, h->keys, i);
        known = known || (h->keys[i].kind != FIELD_UNKNOWN &&
                          h->keys[i].kind != FIELD_LEFT_OUT);
    }
    if (l->columns)
        columns_report(l->columns, l->rows->src, h->keys, h->n, l->diag);
    columnplaces_report(l->rows->src, h->keys, h->n, l->diag);
    if (l->columns && known)
        columns_missing(l->columns, h->keys, h->n, l->diag);
    if (!known)
        diag_at(l->diag, DIAG_ERROR, row->span,
                "no column is a field of an address; the first line must name "
                "the columns: name,lines,city,country. Or say what yours mean: "
                "--map \"COLUMN=name,COLUMN=lines\"");
    fieldkeys_order(h->keys, h->n, h->order);
    return known;
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

/* Columns that are there only because a spreadsheet once had something in
 * them. */
static void check_nameless(Loader *l, const CsvRow *row) {
    assert(l->nameless);
    for (size_t i = 0; i < l->header->n; i++) {
        if (!l->nameless[i] || text_trim(row->v[i]).n == 0)
            continue;
        l->nameless[i] = false;
        diag_at(l->diag, DIAG_ERROR, row->v[i].span,
                "column %zu has no name in the first row; name it there or "
                "delete the column",
                i + 1);
    }
}

/* The first field behind the last column that holds something. */
static size_t first_more(const Header *h, const CsvRow *row) {
    size_t i = h->n;
    while (i + 1 < row->n && text_trim(row->v[i]).n == 0)
        i++;
    return i;
}

static bool row_fits(Loader *l, const CsvRow *row) {
    const Header *h = l->header;
    /* Delimiters behind the last named column, with nothing between. */
    size_t n = row->n;
    while (n > h->n && text_trim(row->v[n - 1]).n == 0)
        n--;
    if (n > h->n && row->span.src->places) {
        diag_at(l->diag, DIAG_ERROR, row->v[first_more(h, row)].span,
                "the first row names %zu column%s, and this row has more; name "
                "the column there or empty the cells",
                h->n, h->n == 1 ? "" : "s");
        return false;
    }
    if (n > h->n) {
        diag_at(l->diag, DIAG_ERROR, row->v[first_more(h, row)].span,
                "row %zu has %zu fields and the first line names %zu; a field "
                "that holds %s must stand in quotes",
                row->number, row->total, h->n, delimiter_name(h->delimiter));
        return false;
    }
    if (n < h->n) {
        Span end = {row->span.src, row->span.off + row->span.n, 0};
        diag_at(l->diag, DIAG_ERROR, end,
                "row %zu has %zu field%s and the first line names %zu: column "
                "%zu \"%s\" is missing; write %s for each empty field",
                row->number, n, n == 1 ? "" : "s", h->n, n + 1,
                quoted(l->arena, h->keys[n].name),
                delimiter_name(h->delimiter));
        return false;
    }
    check_nameless(l, row);
    return true;
}

/* Is there a value in a column that names a person? */
static bool is_named(const Header *h, const CsvRow *row, size_t n) {
    for (size_t i = 0; i < n; i++) {
        FieldKind kind = h->keys[i].kind;
        bool name = kind == FIELD_GIVEN || kind == FIELD_FAMILY ||
                    kind == FIELD_NAMES ||
                    (kind == FIELD_SIMPLE && h->keys[i].field == CONTACT_NAME);
        if (name && text_trim(row->v[i]).n > 0)
            return true;
    }
    return false;
}

/* One that may have its address from another record is checked when it has. */
static void store_row(const ContactRows *r, const CsvRow *row, size_t number,
                      Arena *a, Diag *diag, Contact *out) {
    const Header *h = r->format;
    VEC(MergeField) extra = {0};
    size_t columns = h->n < row->n ? h->n : row->n;
    FieldPlace place = columnplaces_choose(h->keys, row->v, columns);
    bool named = place == PLACE_HOME && is_named(h, row, columns);
    *out = (Contact){.span = row->span, .number = number, .base = {.lang = ""}};
    for (size_t i = 0; i < h->n; i++) {
        size_t column = h->order[i];
        const FieldKey *key = &h->keys[column];
        bool part = key->kind == FIELD_GIVEN || key->kind == FIELD_FAMILY;
        if (key->kind == FIELD_LEFT_OUT || key->name.n == 0 || column >= row->n)
            continue;
        bool wanted = columnplaces_wants(key, place, named);
        if (key->kind != FIELD_UNKNOWN && wanted)
            field_store(a, out, key, row->v[column], diag);
        if (key->kind == FIELD_UNKNOWN || part || !wanted)
            vec_push(a, &extra,
                     ((MergeField){key->name, text_trim(row->v[column])}));
    }
    out->extra = extra.v;
    out->nextra = extra.n;
    fields_check(a, out, diag);
    if (!r->shares)
        contact_check_of(out, r->countries, diag);
}

static void read_row(const ContactRows *r, size_t off, size_t number, Arena *a,
                     Diag *diag, Contact *out) {
    const Header *h = r->format;
    CsvRow row = {.span = {r->src, off, 0}}; /* of one that is broken */
    CsvReader *csv = csv_open_at(a, r->src, off, h->delimiter, r->again);
    csv_next_row(csv, &row);
    store_row(r, &row, number, a, diag, out);
    csv_close(csv);
}

CsvReader *contactcsv_reopen(const ContactRows *r, Arena *a) {
    const Header *h = r->format;
    CsvReader *csv = r->read == read_row ? csv_open(a, r->src, r->again) : NULL;
    if (csv)
        csv_mend(csv, h->n);
    return csv;
}

static void read_rows(Loader *l, CsvReader *csv) {
    CsvRow row;
    Contact c;
    const Source *src = l->rows->src;
    if (!csv_next_row(csv, &row)) {
        if (csv_ok(csv))
            diag_at(l->diag, DIAG_ERROR, (Span){src, 0, 0},
                    "the file is empty; its first line must name the columns: "
                    "name,lines,city,country");
        return;
    }
    contactrows_faults(l->rows, row.span.off + row.span.n);
    bool sound = read_header(l, &row);
    if (l->header->n == 0)
        return;
    size_t rows = 0;
    csv_mend(csv, l->header->n);
    while (csv_next_row(csv, &row)) {
        contactrows_faults(l->rows, row.span.off);
        const size_t end = row.span.off + row.span.n;
        if (!row.broken && row_is_empty(&row) &&
            !contactrows_faulty(l->rows, end))
            continue;
        rows++;
        Span before = diag_about(l->diag, row.span);
        /* With a header that is wrong only the shape of the rows is clear. */
        bool fits = contactrows_faults(l->rows, end) == 0 && !row.broken &&
                    row_fits(l, &row);
        /* One that does not counts all the same: numbers are the file's. */
        if (sound) {
            size_t number = contactrows_add(l->rows, row.span.off);
            if (fits)
                store_row(l->rows, &row, number, l->rows->scratch, l->diag, &c);
            else
                contactrows_break(l->rows);
        }
        diag_about(l->diag, before);
    }
    if (rows == 0 && csv_ok(csv))
        diag_at(l->diag, DIAG_ERROR, (Span){src, src->n, 0},
                "the file names its columns and has no rows below them");
}

ContactRows *contactcsv_load(Arena *a, const Source *src, Columns *columns,
                             TextFaults *faults, Diag *diag, char *delimiter) {
    Header *h = ARENA_NEW(a, Header);
    ContactRows *r = contactrows_new(a, src, read_row, h, faults, diag);
    r->is_table = true;
    Loader l = {
        .rows = r, .columns = columns, .header = h, .arena = a, .diag = diag};
    Arena *cells = arena_new();
    CsvReader *csv = csv_open(cells, src, diag);
    h->delimiter = csv_delimiter(csv);
    *delimiter = h->delimiter;
    read_rows(&l, csv);
    csv_close(csv);
    arena_free(cells);
    contactrows_end(r);
    return r;
}
