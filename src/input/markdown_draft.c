#include "input/markdown_draft.h"

#include "base/limits.h"
#include "input/letterfile_fields.h"
#include "input/markdown_lines.h"
#include "input/markdown_table.h"

#include <string.h>

/* Lines of the body or of one footnote. */
typedef VEC(Span) Lines;

typedef struct Drafter {
    Arena *a;
    const Source *src;
    Diag *diag;
    Notes *notes;
    Draft *draft;
    int own_words;
    Lines body;
    VEC(Lines) note_lines; /* of each note */
    bool failed;
} Drafter;

static void fail(Drafter *d, Span where, const char *message) {
    diag_at(d->diag, DIAG_ERROR, where, "%s", message);
    d->failed = true;
}

static const char *at(Span line) {
    return line.src->bytes + line.off;
}

static Span tail(Span line, size_t i) {
    return (Span){line.src, line.off + i, line.n - i};
}

static bool begins(Span line, size_t i, const char *with) {
    size_t n = strlen(with);
    return line.n - i >= n && memcmp(at(line) + i, with, n) == 0;
}

/* --- whose line it is --- */

/* "[^1]:" at i of a line: its length, else 0. */
static size_t note_head(Span line, size_t i, Text *label) {
    size_t n;
    if (!note_brackets(at(line) + i, line.n - i, &n) ||
        !begins(line, i + n + 3, ":"))
        return 0;
    *label = text_of_span((Span){line.src, line.off + i + 2, n});
    return n + 4;
}

/* "[^1]: text": the note begins. False if the line does not begin one. */
static bool open_note(Drafter *d, Span line, const LinePrefix *prefix) {
    Text label;
    size_t head = note_head(line, prefix->n, &label);
    if (head == 0)
        return false;
    Note note = {.label = label,
                 .mark = {line.src, line.off + prefix->n, head},
                 .index = -1};
    if (prefix->marks > 0 || prefix->columns > 3) {
        fail(d, note.mark,
             "the text of a footnote begins at the left edge, outside lists "
             "and quotes");
        return false;
    }
    if (!note_is_label(label.s, label.n))
        fail(d, label.n ? label.span : note.mark,
             "a footnote is named with letters or digits: [^1], [^report]");
    size_t i = prefix->n + head;
    while (i < line.n && (at(line)[i] == ' ' || at(line)[i] == '\t'))
        i++;
    note.span = tail(line, i);
    Lines lines = {0};
    vec_push(d->a, &lines, note.span);
    vec_push(d->a, &d->notes->all, note);
    vec_push(d->a, &d->note_lines, lines);
    return true;
}

/* Does a line of text belong to the note above? It does behind a blank line if
 * it is indented, and directly under text in any case. */
static bool goes_on(const LinePrefix *prefix, Span line, bool after_blank) {
    if (prefix->columns >= 4)
        return true;
    return !after_blank && !begins(line, prefix->n, ":::");
}

static void sort_lines(Drafter *d, const Lines *raw) {
    bool open = false;
    size_t blanks = 0;
    for (size_t k = 0; k < raw->n; k++) {
        Span line = raw->v[k];
        LinePrefix prefix = line_prefix(line);
        Span empty = {line.src, line.off, 0};
        if (open_note(d, line, &prefix)) {
            open = true;
            blanks = 0;
            vec_push(d->a, &d->body, empty);
        } else if (open && line_is_blank(line)) {
            blanks++;
        } else if (open && goes_on(&prefix, line, blanks > 0)) {
            Lines *lines = &d->note_lines.v[d->note_lines.n - 1];
            for (; blanks > 0; blanks--)
                vec_push(d->a, lines, empty);
            line = tail(line, line_unindent(line));
            vec_push(d->a, lines, line);
            Note *note = &d->notes->all.v[d->notes->all.n - 1];
            note->span.n = line.off + line.n - note->span.off;
        } else {
            open = false;
            vec_push(d->a, &d->body, line);
        }
    }
}

/* --- what cmark is to read --- */

static void push_line(Drafter *d, Span of, uint32_t part) {
    DraftLine line = {(uint32_t)of.off, (uint32_t)(of.off + of.n), part};
    buf_putc(&d->draft->text, '\n');
    vec_push(d->a, &d->draft->lines, line);
}

static void push_plain(Drafter *d, Span line) {
    buf_add(&d->draft->text, at(line), line.n);
    push_line(d, line, 0);
}

static void push_part(Drafter *d, DraftPart part) {
    vec_push(d->a, &d->draft->parts, part);
    push_line(d, part.span, (uint32_t)d->draft->parts.n);
}

/* Words that mean something else at the head of a line of text. */
static void check_plain(Drafter *d, Span line) {
    LinePrefix prefix = line_prefix(line);
    if (begins(line, prefix.n, ":::"))
        fail(d, tail(line, prefix.n),
             "a ::: line stands at the left edge, outside lists and quotes");
    else if (begins(line, prefix.n, "|") || table_is_rule(tail(line, prefix.n)))
        fail(d, tail(line, prefix.n),
             prefix.marks > 0
                 ? "a table cannot begin on the line of a list or quote mark"
                 : "a row without a table: under the first row of a table "
                   "stands a line such as |---|---|; write \\| for a plain |");
}

/* --- ::: --- */

/* "::: own-words 6": *lines stays as it is if there is no number. */
static void read_directive(Drafter *d, Text line, int *lines) {
    static const char *const known[] = {"own-words"};
    Text rest = text_trim(text_slice(line, 3, line.n - 3));
    size_t n = 0;
    while (n < rest.n && rest.s[n] != ' ' && rest.s[n] != '\t')
        n++;
    Text word = text_slice(rest, 0, n);
    Text number = text_trim(text_slice(rest, n, rest.n - n));
    const char *meant = diag_did_you_mean(word.s, word.n, known, 1);
    int shown = text_shown(rest);
    if (text_equal(word, "own-words") || text_equal(word, "own_words")) {
        if (number.n == 0 || line_number(number, OWN_WORDS_MAX, lines))
            return;
        diag_at(d->diag, DIAG_ERROR, number.span,
                "\"%.*s\": how many ruled lines? Write a number from 1 to %d",
                shown, rest.s, OWN_WORDS_MAX);
    } else if (meant) {
        diag_at(d->diag, DIAG_ERROR, word.span,
                "unknown \"%.*s\"; did you mean \"%s\"?", (int)n, word.s,
                meant);
    } else {
        diag_at(d->diag, DIAG_ERROR, n ? word.span : line.span,
                "unknown \":::%s%.*s\"; a letter has \"::: own-words 6\", that "
                "many ruled lines for the pen",
                n ? " " : "", shown, rest.s);
    }
    d->failed = true;
}

static void push_own_words(Drafter *d, Span line) {
    Text all = text_trim(text_of_span(line));
    DraftPart part = {
        .kind = DRAFT_OWN_WORDS, .number = d->own_words, .span = all.span};
    read_directive(d, all, &part.number);
    buf_putc(&d->draft->text, '#');
    push_part(d, part);
}

/* --- tables --- */

static void push_row(Drafter *d, Span line, size_t indent, const TableRow *row,
                     const TableRow *rule) {
    for (size_t c = 0; c < row->n; c++) {
        Span cell = row->cells[c];
        Buf *text = &d->draft->text;
        buf_add(text, at(line), indent);
        buf_puts(text, "# ");
        buf_add(text, at(cell), cell.n);
        buf_puts(text, " #");
        push_part(d, (DraftPart){.kind = DRAFT_CELL,
                                 .number = table_align(rule->cells[c]),
                                 .table = d->draft->tables.n - 1,
                                 .span = cell});
    }
}

static bool check_columns(Drafter *d, Span line, size_t cells, size_t columns) {
    if (columns > LIMIT_COLUMNS)
        diag_at(d->diag, DIAG_ERROR, line,
                "a table of %zu columns; at most %d have room on paper",
                columns, LIMIT_COLUMNS);
    else if (cells != columns)
        diag_at(d->diag, DIAG_ERROR, line,
                "this row has %zu %s, the line of dashes %zu; write \\| for a "
                "| in a cell, and leave a blank line behind the table",
                cells, cells == 1 ? "cell" : "cells", columns);
    else
        return true;
    d->failed = true;
    return false;
}

/* A line that is the mark of a section and nothing else. */
static bool is_section_mark(Span line) {
    Text t = text_trim(text_of_span(line));
    return t.n > 0 && fields_section_mark(t.s, t.n) == t.n;
}

static bool ends_table(Span line) {
    LinePrefix prefix = line_prefix(line);
    return line_is_blank(line) || begins(line, prefix.n, ":::") ||
           is_section_mark(line);
}

/* The table whose first row is lines->v[k]; the first line behind it. */
static size_t push_table(Drafter *d, const Lines *lines, size_t k) {
    Span header = lines->v[k];
    LinePrefix prefix = line_prefix(header);
    TableRow rule, row;
    table_row(lines->v[k + 1], &rule);
    size_t end = k + 2;
    while (end < lines->n && !ends_table(lines->v[end]))
        end++;
    Span last = lines->v[end - 1];
    DraftTable table = {
        .span = {d->src, header.off, last.off + last.n - header.off},
        .columns = rule.n,
        .part = d->draft->parts.n};
    vec_push(d->a, &d->draft->tables, table);
    if (prefix.marks > 0) {
        fail(d, header,
             "a table cannot begin on the line of a list or quote mark");
        return end;
    }
    /* So that a line indented too far is code and not more of a paragraph. */
    push_line(d, (Span){d->src, header.off, 0}, 0);
    for (size_t i = k; i < end; i = i == k ? k + 2 : i + 1) {
        table_row(lines->v[i], &row);
        if (!check_columns(d, lines->v[i], row.n, rule.n))
            return end;
        push_row(d, header, prefix.n, &row, &rule);
        d->draft->tables.v[d->draft->tables.n - 1].rows++;
    }
    return end;
}

static void push_lines(Drafter *d, const Lines *lines) {
    for (size_t k = 0; k < lines->n;) {
        Span line = lines->v[k];
        LinePrefix prefix = line_prefix(line);
        if (begins(line, prefix.n, ":::") && prefix.marks == 0 &&
            prefix.columns < 4) {
            push_own_words(d, line);
            k++;
        } else if (k + 1 < lines->n && !line_is_blank(line) &&
                   table_is_rule(lines->v[k + 1])) {
            k = push_table(d, lines, k);
        } else {
            check_plain(d, line);
            push_plain(d, line);
            k++;
        }
    }
}

bool draft_make(Arena *a, const Source *src, size_t off, int own_words,
                Diag *diag, Notes *notes, Draft *out, bool *usable) {
    *out = (Draft){0};
    Drafter d = {.a = a,
                 .src = src,
                 .diag = diag,
                 .notes = notes,
                 .draft = out,
                 .own_words = own_words};
    Lines raw = {0};
    *usable = true;
    for (size_t i = off; i < src->n;) {
        Span line = line_at(src, i, &i);
        *usable = *usable && line_check_prefix(line, diag);
        vec_push(a, &raw, line);
    }
    if (!*usable)
        return false;
    sort_lines(&d, &raw);
    push_lines(&d, &d.body);
    Span end = {src, src->n, 0};
    for (size_t i = 0; i < d.note_lines.n; i++) {
        push_line(&d, end, 0);
        vec_push(a, &out->note_lines, out->lines.n);
        push_lines(&d, &d.note_lines.v[i]);
    }
    push_line(&d, end, 0);
    vec_push(a, &out->note_lines, out->lines.n);
    return notes_index(a, notes, diag) && !d.failed;
}

void draft_free(Draft *d) {
    buf_free(&d->text);
}
