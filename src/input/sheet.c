#include "input/sheet.h"

#include "base/csvwrite.h"
#include "base/limits.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Where a row of the text begins, and which row of the sheet it is. */
typedef struct SheetRow {
    uint32_t off, row;
} SheetRow;

/* The places of the text. The first member, so that one is the other. */
typedef struct SheetPlaces {
    SourcePlaces base;
    const SheetRow *rows;
    size_t n;
} SheetPlaces;

/* A cell of the row being read; its text is in Sheet.cells. */
typedef struct SheetCell {
    size_t col, off, n;
    const char *fault; /* or NULL */
} SheetCell;

/* Rows from..to - 1. */
typedef struct SheetHidden {
    size_t from, to;
} SheetHidden;

typedef struct SheetMerge {
    size_t row, col, last_row, last_col;
} SheetMerge;

/* Merges that are looked at; more are not worth the words. */
enum { MERGES = 10000 };
/* Rows of one cell that may stand above the list. */
enum { TITLES = 10 };

struct Sheet {
    Arena *arena;
    const char *file, *name;
    Diag *diag;
    Buf text;           /* in CSV */
    TextFaults faults;  /* of it */
    VEC(SheetRow) rows; /* of it */
    size_t row;         /* being read; 0: none yet */
    Buf cells;          /* its text */
    VEC(SheetCell) row_cells;
    size_t width; /* columns that the header names; 0: none yet */
    Buf held;     /* rows of one cell above all others, in CSV */
    VEC(SheetRow) held_rows;
    size_t held_width; /* of the first of them */
    bool has_titles;
    bool stopped;
    VEC(SheetHidden) hidden_rows;
    VEC(size_t) hidden_cols;
    VEC(SheetMerge) merges;
};

Sheet *sheet_new(Arena *a, const char *file, const char *name, Diag *diag) {
    Sheet *s = ARENA_NEW(a, Sheet);
    *s = (Sheet){.arena = a, .file = file, .name = name, .diag = diag};
    return s;
}

/* ---- places ---- */

/* Fields of the row before byte `off`. */
static size_t column_at(const char *s, size_t n) {
    size_t col = 1;
    bool quoted = false;
    for (size_t i = 0; i < n; i++) {
        if (s[i] == '"')
            quoted = !quoted;
        col += s[i] == ',' && !quoted;
    }
    return col;
}

static void find_place(const SourcePlaces *self, const Source *src, size_t off,
                       size_t *row, size_t *col) {
    const SheetPlaces *p = (const SheetPlaces *)self;
    size_t low = 0, high = p->n;
    *row = *col = 1;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (p->rows[middle].off <= off)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return;
    size_t from = p->rows[low - 1].off;
    *row = p->rows[low - 1].row;
    *col = column_at(src->bytes + from, (off < src->n ? off : src->n) - from);
}

/* The place of one cell, before there is a text. */
typedef struct CellPlace {
    SourcePlaces base;
    size_t row, col;
} CellPlace;

static void find_cell(const SourcePlaces *self, const Source *src, size_t off,
                      size_t *row, size_t *col) {
    const CellPlace *p = (const CellPlace *)self;
    (void)src, (void)off;
    *row = p->row;
    *col = p->col;
}

static void tell_cell(Sheet *s, DiagLevel level, size_t row, size_t col,
                      const char *message) {
    CellPlace place = {{find_cell, s->name}, row, col};
    Source src = {.name = s->file, .bytes = "", .places = &place.base};
    diag_at(s->diag, level, (Span){&src, 0, 0}, "%s", message);
}

/* ---- rows ---- */

static void begin_row(Sheet *s, size_t row) {
    vec_push(s->arena, &s->rows,
             ((SheetRow){(uint32_t)s->text.n, (uint32_t)row}));
}

/* The cells of the row being read, as wide as the header. */
static void write_cells(Sheet *s) {
    size_t col = 1;
    begin_row(s, s->row);
    for (size_t i = 0; i < s->row_cells.n; i++) {
        const SheetCell *c = &s->row_cells.v[i];
        for (; col < c->col; col++)
            buf_putc(&s->text, ',');
        if (c->fault)
            textfaults_add(s->arena, &s->faults, s->text.n, 0, c->fault);
        csvwrite_field(&s->text, s->cells.s ? s->cells.s + c->off : "", c->n);
    }
    for (; col < s->width; col++)
        buf_putc(&s->text, ',');
    buf_putc(&s->text, '\n');
}

/* A row with one cell is a title if a row with more comes soon. */
static void hold_row(Sheet *s) {
    const SheetCell *c = &s->row_cells.v[0];
    vec_push(s->arena, &s->held_rows,
             ((SheetRow){(uint32_t)s->held.n, (uint32_t)s->row}));
    if (s->held_rows.n == 1)
        s->held_width = c->col;
    for (size_t col = 1; col < c->col; col++)
        buf_putc(&s->held, ',');
    csvwrite_field(&s->held, s->cells.s ? s->cells.s + c->off : "", c->n);
    if (c->fault)
        tell_cell(s, DIAG_ERROR, s->row, c->col, c->fault);
    buf_putc(&s->held, '\n');
}

/* They are no titles, but a list of one column. */
static void release_rows(Sheet *s) {
    for (size_t i = 0; i < s->held_rows.n; i++)
        vec_push(s->arena, &s->rows, s->held_rows.v[i]);
    if (s->held_rows.n)
        s->width = s->held_width;
    buf_add(&s->text, s->held.s, s->held.n);
    buf_clear(&s->held);
    s->held_rows.n = 0;
}

static void end_row(Sheet *s) {
    size_t n = s->row_cells.n;
    if (n == 0)
        return;
    if (s->width == 0 && n == 1 && s->held_rows.n < TITLES) {
        hold_row(s);
    } else {
        if (s->width == 0 && n == 1)
            release_rows(s);
        s->has_titles = s->has_titles || s->held_rows.n > 0;
        s->held_rows.n = 0;
        buf_clear(&s->held);
        if (s->width == 0)
            s->width = s->row_cells.v[n - 1].col;
        write_cells(s);
    }
    s->row_cells.n = 0;
    buf_clear(&s->cells);
}

static bool stop(Sheet *s, const char *why) {
    if (!s->stopped)
        diag_file(s->diag, DIAG_ERROR, s->file, "%s", why);
    s->stopped = true;
    return false;
}

static bool has_room(Sheet *s) {
    if (s->text.n + s->cells.n > LIMIT_INPUT_BYTES)
        return stop(s, "holds more than 256 MB of text in one sheet; split it "
                       "into smaller files");
    return !s->stopped;
}

static bool add_cell(Sheet *s, size_t row, size_t col, const char *text,
                     size_t n, const char *fault) {
    size_t last = s->row_cells.n ? s->row_cells.v[s->row_cells.n - 1].col : 0;
    if (s->stopped)
        return false;
    if (row < s->row || (row == s->row && col <= last) || col == 0 ||
        row > SHEET_ROWS_MAX || col > SHEET_COLUMNS_MAX)
        return stop(s, "is damaged: its cells are not in order; open it in an "
                       "office program and save it again");
    if (row != s->row)
        end_row(s);
    s->row = row;
    if (n == 0 && !fault)
        return true;
    vec_push(s->arena, &s->row_cells, ((SheetCell){col, s->cells.n, n, fault}));
    buf_add(&s->cells, text, n);
    return has_room(s);
}

bool sheet_cell(Sheet *s, size_t row, size_t col, const char *text, size_t n) {
    return n <= LIMIT_FIELD_BYTES
               ? add_cell(s, row, col, text, n, NULL)
               : sheet_error(s, row, col, "",
                             "this cell holds %zu bytes; at most %d are "
                             "allowed in a field",
                             n, LIMIT_FIELD_BYTES);
}

bool sheet_error(Sheet *s, size_t row, size_t col, const char *shown,
                 const char *fmt, ...) {
    Buf message = {0};
    va_list args;
    va_start(args, fmt);
    buf_vprintf(&message, fmt, args);
    va_end(args);
    size_t n = strlen(shown);
    bool ok = add_cell(s, row, col, shown, n < 40 ? n : 40,
                       arena_strdup(s->arena, message.s));
    buf_free(&message);
    return ok;
}

bool sheet_repeat(Sheet *s, size_t row, size_t times) {
    if (row != s->row || s->row_cells.n == 0)
        return !s->stopped;
    if (times > SHEET_ROWS_MAX - row)
        return stop(s, "has more rows than a spreadsheet can have");
    Arena *scratch = arena_new();
    size_t n = s->row_cells.n;
    SheetCell *cells = ARENA_ARRAY(scratch, SheetCell, n);
    memcpy(cells, s->row_cells.v, n * sizeof *cells);
    char *text =
        arena_strndup(scratch, s->cells.s ? s->cells.s : "", s->cells.n);
    bool ok = true;
    for (size_t i = 1; i <= times && ok; i++)
        for (size_t k = 0; k < n && ok; k++)
            ok = add_cell(s, row + i, cells[k].col, text + cells[k].off,
                          cells[k].n, cells[k].fault);
    arena_free(scratch);
    return ok;
}

/* ---- what there is to say ---- */

void sheet_hidden_row(Sheet *s, size_t row, size_t times) {
    size_t n = s->hidden_rows.n;
    if (n > 0 && s->hidden_rows.v[n - 1].to == row) {
        s->hidden_rows.v[n - 1].to = row + times;
        return;
    }
    vec_push(s->arena, &s->hidden_rows, ((SheetHidden){row, row + times}));
}

void sheet_hidden_column(Sheet *s, size_t from, size_t to) {
    for (size_t col = from; col <= to && s->hidden_cols.n < 1000; col++)
        vec_push(s->arena, &s->hidden_cols, col);
}

void sheet_merged(Sheet *s, size_t row, size_t col, size_t last_row,
                  size_t last_col) {
    if (s->merges.n < MERGES)
        vec_push(s->arena, &s->merges,
                 ((SheetMerge){row, col, last_row, last_col}));
}

/* The first row of the list that is not above row `row`; s->rows.n if none is.
 */
static size_t row_from(const Sheet *s, size_t row) {
    size_t low = 0, high = s->rows.n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (s->rows.v[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_row_of_list(const Sheet *s, size_t row) {
    size_t at = row_from(s, row);
    return at < s->rows.n && s->rows.v[at].row == row;
}

/* Names of rows and columns in a message; " ..." for more. */
enum { NAMED = 10 };

static void report_hidden_rows(Sheet *s) {
    Buf rows = {0};
    size_t n = 0;
    for (size_t i = 0; i < s->hidden_rows.n; i++) {
        const SheetHidden *h = &s->hidden_rows.v[i];
        for (size_t at = row_from(s, h->from);
             at < s->rows.n && s->rows.v[at].row < h->to; at++)
            if (n++ < NAMED)
                buf_printf(&rows, "%s%u", rows.n ? ", " : "",
                           (unsigned)s->rows.v[at].row);
    }
    if (n > 0)
        diag_file(s->diag, DIAG_WARNING, s->file,
                  "%zu row%s of the sheet %s hidden (%s%s) and read like all "
                  "others; delete what is not wanted, or choose with --where",
                  n, n == 1 ? "" : "s", n == 1 ? "is" : "are", rows.s,
                  n > NAMED ? " ..." : "");
    buf_free(&rows);
}

static void report_hidden_columns(Sheet *s) {
    Buf names = {0};
    char room[16];
    size_t n = 0;
    for (size_t i = 0; i < s->hidden_cols.n; i++)
        if (s->hidden_cols.v[i] <= s->width && n++ < NAMED)
            buf_printf(&names, "%s%s", names.n ? ", " : "",
                       source_column(room, s->hidden_cols.v[i]));
    if (n > 0)
        diag_file(s->diag, DIAG_NOTE, s->file,
                  "hidden columns are read like all others: %s%s", names.s,
                  n > NAMED ? " ..." : "");
    buf_free(&names);
}

/* Only the first cell of those that are merged has the value. */
static void report_merges(Sheet *s) {
    for (size_t i = 0; i < s->merges.n; i++) {
        const SheetMerge *m = &s->merges.v[i];
        if (m->last_row > m->row && is_row_of_list(s, m->row) &&
            is_row_of_list(s, m->last_row) && m->col <= s->width)
            tell_cell(s, DIAG_WARNING, m->row, m->col,
                      arena_printf(s->arena,
                                   "this cell is merged with those below it, "
                                   "down to row %zu; they are empty in the "
                                   "list, so fill them in if they mean the "
                                   "same",
                                   m->last_row));
    }
}

static const Source *finish(Sheet *s) {
    end_row(s);
    release_rows(s);
    if (s->has_titles)
        diag_file(s->diag, DIAG_NOTE, s->file,
                  "the columns are named in row %u; what stands above is taken "
                  "for a title",
                  (unsigned)s->rows.v[0].row);
    report_hidden_rows(s);
    report_hidden_columns(s);
    report_merges(s);
    SheetPlaces *places = ARENA_NEW(s->arena, SheetPlaces);
    *places = (SheetPlaces){
        {find_place, arena_strdup(s->arena, s->name)}, s->rows.v, s->rows.n};
    Source *src = ARENA_NEW(s->arena, Source);
    src->name = arena_strdup(s->arena, s->file);
    src->bytes = arena_strndup(s->arena, s->text.s ? s->text.s : "", s->text.n);
    src->n = s->text.n;
    src->places = &places->base;
    return src;
}

const Source *sheet_end(Sheet *s, TextFaults *faults) {
    const Source *src = s->stopped ? NULL : finish(s);
    *faults = s->faults;
    buf_free(&s->text);
    buf_free(&s->cells);
    buf_free(&s->held);
    return src;
}

static void add_names(Buf *b, const char *what, const char *const *v,
                      size_t n) {
    for (size_t i = 0; i < n && i < 20; i++)
        buf_printf(b, "%s\"%s\"", i ? ", " : b->n ? what : what + 2, v[i]);
}

void sheet_report(const SheetNames *names, const char *file, const char *read,
                  Diag *diag) {
    Buf b = {0};
    add_names(&b, "; it also has ", names->others.v, names->others.n);
    add_names(&b, "; hidden: ", names->hidden.v, names->hidden.n);
    if (b.n && !names->wanted)
        diag_file(diag, DIAG_NOTE, file,
                  "the sheet \"%s\" is read; %s (FILE@SHEET reads another)",
                  read, b.s);
    buf_free(&b);
}

void sheet_refuse(const SheetNames *names, const char *file, Diag *diag) {
    Arena *a = arena_new();
    Buf b = {0};
    add_names(&b, "; it has ", names->others.v, names->others.n);
    add_names(&b, "; hidden: ", names->hidden.v, names->hidden.n);
    const char *near =
        names->wanted ? diag_did_you_mean(names->wanted, strlen(names->wanted),
                                          names->others.v, names->others.n)
                      : NULL;
    if (!names->wanted)
        diag_file(diag, DIAG_ERROR, file, "has no sheet that is not hidden%s%s",
                  b.n ? "; " : "", b.n ? b.s : "");
    else if (near)
        diag_file(diag, DIAG_ERROR, file,
                  "has no sheet \"%s\"; did you mean \"%s\"?", names->wanted,
                  near);
    else
        diag_file(diag, DIAG_ERROR, file, "has no sheet \"%s\"%s%s",
                  names->wanted, b.n ? "; " : "", b.n ? b.s : "");
    buf_free(&b);
    arena_free(a);
}

bool sheet_reference(const char *s, size_t *row, size_t *col) {
    *row = *col = 0;
    for (; *s >= 'A' && *s <= 'Z' && *col <= SHEET_COLUMNS_MAX; s++)
        *col = *col * 26 + (size_t)(*s - 'A' + 1);
    for (; *s >= '0' && *s <= '9' && *row <= SHEET_ROWS_MAX; s++)
        *row = *row * 10 + (size_t)(*s - '0');
    return *row > 0 && *col > 0 && *row <= SHEET_ROWS_MAX &&
           *col <= SHEET_COLUMNS_MAX && !*s;
}
