#include "job/rejectrows.h"

#include <stdlib.h>
#include <string.h>

#include "base/csvwrite.h"
#include "base/utf8.h"
#include "input/contactcsv.h"

/* One cell of a record, by the name of its column. */
typedef struct Cell {
    const char *column;
    Text value;
} Cell;
typedef VEC(Cell) Cells;

typedef struct Table {
    Arena *arena;
    Buf *out;
    VEC(const char *) columns;
    size_t nlists; /* that rejected records are of */
    VEC(Cells) rows;
    VEC(const char *) ends; /* list, row and reason of each */
} Table;

/* ---- a CSV file ---- */

/* What is no text for a list is none for a spreadsheet either. */
static void add_value(Buf *b, const char *s, size_t n) {
    Buf clean = {0};
    for (size_t at = 0; at < n;) {
        const size_t from = at;
        uint32_t cp = utf8_next(s, n, &at);
        if (cp == UTF8_BAD || utf8_objection(cp))
            buf_puts(&clean, "\xEF\xBF\xBD");
        else
            buf_add(&clean, s + from, at - from);
    }
    csvwrite_field(b, clean.s, clean.n);
    buf_free(&clean);
}

static size_t column_index(Table *t, const char *name) {
    for (size_t i = 0; i < t->columns.n; i++)
        if (strcmp(t->columns.v[i], name) == 0)
            return i;
    vec_push(t->arena, &t->columns, name);
    return t->columns.n - 1;
}

static void print(Table *t) {
    Buf *b = t->out;
    buf_puts(b, "\xEF\xBB\xBF");
    for (size_t i = 0; i < t->columns.n; i++) {
        add_value(b, t->columns.v[i], strlen(t->columns.v[i]));
        buf_putc(b, ',');
    }
    buf_puts(b, t->nlists > 1 ? "list,row,reason\r\n" : "row,reason\r\n");
    for (size_t r = 0; r < t->rows.n; r++) {
        const Cells *cells = &t->rows.v[r];
        const Text **row = ARENA_ARRAY(t->arena, const Text *, t->columns.n);
        for (size_t i = 0; i < cells->n; i++)
            row[column_index(t, cells->v[i].column)] = &cells->v[i].value;
        for (size_t i = 0; i < t->columns.n; i++) {
            if (row[i])
                add_value(b, row[i]->s, row[i]->n);
            buf_putc(b, ',');
        }
        buf_puts(b, t->ends.v[r]);
        buf_puts(b, "\r\n");
    }
}

/* ---- reasons ---- */

/* The column that byte `off` of the record is in; NULL: none, or the whole. */
static const char *column_at(const Cells *cells, Span where) {
    for (size_t i = 0; i < cells->n; i++) {
        Span s = cells->v[i].value.span;
        if (s.src == where.src && where.n > 0 && where.off >= s.off &&
            where.off + where.n <= s.off + s.n)
            return cells->v[i].column;
    }
    return NULL;
}

/* "country: unknown country ...", "letter.md:3:5: ..." */
static void add_reason(const Reject *r, const Cells *cells, Buf *out) {
    const char *column = column_at(cells, r->where);
    size_t line, col;
    if (out->n > 0)
        buf_puts(out, "; ");
    if (column) {
        buf_printf(out, "%s: ", column);
    } else if (r->where.src && r->where.src != r->record.src) {
        source_place(r->where.src, r->where.off, &line, &col);
        buf_printf(out, "%s:%zu:%zu: ", r->where.src->name, line, col);
    }
    buf_puts(out, r->text);
}

/* The row of a record, for which there are `n` reasons. */
static void add_row(Table *t, const Cells *cells, const Reject *v, size_t n,
                    size_t number) {
    Buf reason = {0}, end = {0};
    for (size_t i = 0; i < cells->n; i++)
        column_index(t, cells->v[i].column);
    for (size_t i = 0; i < n; i++)
        add_reason(&v[i], cells, &reason);
    if (t->nlists > 1) {
        add_value(&end, v->record.src->name, strlen(v->record.src->name));
        buf_putc(&end, ',');
    }
    buf_printf(&end, "%zu,", number);
    add_value(&end, reason.s, reason.n);
    vec_push(t->arena, &t->rows, *cells);
    vec_push(t->arena, &t->ends, arena_strndup(t->arena, end.s, end.n));
    buf_free(&reason);
    buf_free(&end);
}

static size_t same_record(const Reject *v, size_t n) {
    size_t i = 1;
    while (i < n && v[i].source == v->source &&
           v[i].record.off == v->record.off)
        i++;
    return i;
}

/* ---- lists that are tables ---- */

/* A rejects.csv that was mended and tried again ends in columns of ours, which
 * are written anew: how many. */
static size_t own_columns(const char *const *names, size_t n) {
    if (n < 2 || strcmp(names[n - 2], "row") != 0 ||
        strcmp(names[n - 1], "reason") != 0)
        return 0;
    return n > 2 && strcmp(names[n - 3], "list") == 0 ? 3 : 2;
}

static Cells cells_of(Table *t, const CsvRow *row, const char *const *names,
                      size_t nnames) {
    Cells cells = {0};
    Buf more = {0};
    size_t own = own_columns(names, nnames);
    for (size_t i = 0; i < row->n; i++) {
        Text value = row->v[i];
        if (i < nnames && i >= nnames - own)
            continue;
        if (i < nnames)
            vec_push(t->arena, &cells, ((Cell){names[i], value}));
        else
            buf_printf(&more, "%s%.*s", i > nnames ? "," : "", (int)value.n,
                       value.s);
    }
    /* What a row has more than the first one is kept, in a column of its own.
     */
    if (row->n > nnames) {
        Text value = {
            arena_strndup(t->arena, more.s ? more.s : "", more.n), more.n, {0}};
        vec_push(t->arena, &cells, ((Cell){"surplus", value}));
    }
    /* Nobody can tell its fields from each other. */
    if (row->broken) {
        Text whole = text_trim(text_of_span(row->span));
        whole.span = (Span){0};
        vec_push(t->arena, &cells, ((Cell){"surplus", whole}));
    }
    buf_free(&more);
    return cells;
}

/* In the file that the user has: of a sheet, not of what was made of it. */
static size_t row_number(const CsvRow *row) {
    size_t line = row->number, col;
    if (row->span.src->places)
        source_place(row->span.src, row->span.off, &line, &col);
    return line;
}

/* All of `v` are of this list, in its order. */
static void add_table(Table *t, CsvReader *csv, const Reject *v, size_t n) {
    CsvRow row;
    size_t nnames = 0;
    const char **names = NULL;
    while (n > 0 && csv_next_row(csv, &row)) {
        if (!names) {
            nnames = row.n;
            names = ARENA_ARRAY(t->arena, const char *, nnames);
            for (size_t i = 0; i < nnames; i++) {
                Text name = text_trim(row.v[i]);
                names[i] = arena_strndup(t->arena, name.s, name.n);
            }
            size_t theirs = nnames - own_columns(names, nnames);
            for (size_t i = 0; i < theirs; i++)
                column_index(t, names[i]);
        }
        if (row.span.off != v->record.off)
            continue;
        size_t reasons = same_record(v, n);
        Cells cells = cells_of(t, &row, names, nnames);
        add_row(t, &cells, v, reasons, row_number(&row));
        v += reasons;
        n -= reasons;
    }
}

/* ---- other lists ---- */

static void add_cell(Table *t, Cells *cells, const char *name, const char *lang,
                     Text value) {
    if (value.n == 0)
        return;
    const char *column =
        lang[0] ? arena_printf(t->arena, "%s:%s", name, lang) : name;
    vec_push(t->arena, cells, ((Cell){column, value}));
}

static void add_list(Table *t, Cells *cells, const char *name, const char *lang,
                     const TextList *list) {
    Buf b = {0};
    for (size_t i = 0; i < list->n; i++)
        buf_printf(&b, "%s%.*s", i ? "\n" : "", (int)list->v[i].n,
                   list->v[i].s);
    if (b.n > 0) {
        Span span = list->v[0].span;
        span.n = list->v[list->n - 1].span.off + list->v[list->n - 1].span.n -
                 span.off;
        add_cell(t, cells, name, lang,
                 (Text){arena_strndup(t->arena, b.s, b.n), b.n, span});
    }
    buf_free(&b);
}

static Cells cells_of_contact(Table *t, const Contact *c) {
    Cells cells = {0};
    for (size_t f = 0; f <= c->nforms; f++) {
        const ContactForm *form = f == 0 ? &c->base : &c->forms[f - 1];
        for (int i = 0; i < CONTACT_FIELDS; i++)
            if (i != CONTACT_NAME || form->names.n == 0)
                add_cell(t, &cells, contact_field_names[i], form->lang,
                         form->fields[i]);
        add_list(t, &cells, "names", form->lang, &form->names);
        add_list(t, &cells, "lines", form->lang, &form->lines);
        add_list(t, &cells, "address", form->lang, &form->address);
    }
    for (size_t i = 0; i < c->nextra; i++)
        add_cell(
            t, &cells,
            arena_strndup(t->arena, c->extra[i].name.s, c->extra[i].name.n), "",
            c->extra[i].value);
    return cells;
}

static void add_contacts(Table *t, const ContactList *list, const Reject *v,
                         size_t n) {
    for (size_t i = 0; i < list->n && n > 0; i++) {
        const Contact *c = contactlist_get(list, i, t->arena);
        if (c->span.src != v->record.src || c->span.off != v->record.off)
            continue;
        size_t reasons = same_record(v, n);
        Cells cells = cells_of_contact(t, c);
        add_row(t, &cells, v, reasons, c->number);
        v += reasons;
        n -= reasons;
    }
}

/* ---- all ---- */

static const ContactList *list_of(const ContactList *const *lists, size_t n,
                                  const Source *src, Arena *a) {
    for (size_t i = 0; i < n; i++) {
        const ContactList *l = lists[i];
        const Source *theirs =
            l->n > 0 ? contactlist_get(l, 0, a)->span.src : NULL;
        if (theirs == src)
            return l;
    }
    return NULL;
}

static size_t same_source(const Reject *v, size_t n) {
    size_t i = 1;
    while (i < n && v[i].source == v->source)
        i++;
    return i;
}

void rejectrows_print(const Reject *v, size_t n,
                      const ContactList *const *lists, size_t nlists,
                      Buf *out) {
    Arena *a = arena_new();
    Table t = {.arena = a, .out = out};
    for (size_t i = 0; i < n; i += same_source(v + i, n - i))
        t.nlists++;
    for (size_t i = 0, of; i < n; i += of) {
        of = same_source(v + i, n - i);
        const ContactList *l = list_of(lists, nlists, v[i].record.src, a);
        CsvReader *csv = l && l->rows ? contactcsv_reopen(l->rows, a) : NULL;
        if (csv)
            add_table(&t, csv, v + i, of);
        else if (l)
            add_contacts(&t, l, v + i, of);
        csv_close(csv);
    }
    print(&t);
    arena_free(a);
}
