/* source.h - input files as bytes, and places in them.
 *
 * Every string that came from a user carries the Span it came from, so that
 * any later stage can say file:line:col. Offsets are bytes; line and column
 * (1-based, in characters) are computed only when a message is printed.
 * Sources live in the arena they were loaded in, as long as their spans.
 */
#ifndef ENVOI_BASE_SOURCE_H
#define ENVOI_BASE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct Diag;

typedef struct SourcePlaces SourcePlaces;

typedef struct Source {
    const char *name;  /* as the user wrote it; "-" is shown as <stdin> */
    const char *bytes; /* NUL behind the last; a leading BOM is kept */
    size_t n;
    const SourcePlaces *places; /* NULL: the bytes are those of the file */
} Source;

/* Of text that was made from a sheet: the row and the column, from 1, of the
 * cell that byte `off` came from. */
struct SourcePlaces {
    void (*find)(const SourcePlaces *self, const Source *src, size_t off,
                 size_t *row, size_t *col);
    const char *sheet; /* its name */
};

typedef struct Span {
    const Source *src; /* NULL: made by envoi, no place to show */
    size_t off, n;
} Span;

/* A string and where it stands. `s` may differ from the raw bytes of the span
 * (quotes, escapes, folded lines): text_span finds its way back. */
typedef struct Text {
    const char *s; /* UTF-8, NUL behind the last byte not promised */
    size_t n;
    Span span; /* raw source of the whole value */
} Text;

/* Read `path` ("-": stdin), at most LIMIT_INPUT_BYTES, and check that it is
 * UTF-8 without NUL or other control characters and without bidi overrides:
 * each offender is an error in `diag` at its place. False if it cannot be read
 * or is not clean text; *out is then set if there are bytes to point into. */
bool source_load(Arena *a, const char *path, struct Diag *diag,
                 const Source **out);

/* The same checks for bytes already in memory (tests, embedded files). */
const Source *source_from(Arena *a, const char *name, const char *bytes,
                          size_t n);
bool source_check(const Source *src, struct Diag *diag);

/* One thing that source_check refuses. */
typedef struct SourceFault {
    Span where;
    char text[100]; /* the message */
} SourceFault;
/* The next one from byte `*at`, which then is behind it; false: there is none.
 */
bool source_next_fault(const Source *src, size_t *at, SourceFault *out);

/* Line and column, both from 1, of byte `off`; a tab is one column. Of a sheet
 * the row and column of its cell. */
void source_place(const Source *src, size_t off, size_t *line, size_t *col);
/* The same as messages have it: "14:3", of a sheet "Sheet1!C14". */
const char *source_where(Arena *a, const Source *src, size_t off);

/* What a spreadsheet calls column `n`: A is 1, Z 26, AA 27. In `room`. */
const char *source_column(char room[16], size_t n);

/* Text without a place, for what envoi itself adds; `s` must outlive it. */
Text text_literal(const char *s);
/* The same of what was made from the text at `from`, which messages show. */
Text text_made(const char *s, Span from);
/* Text that is exactly the bytes of a span. */
Text text_of_span(Span span);
/* Bytes [off, off + n) of `t`, with the span narrowed to them. */
Text text_slice(Text t, size_t off, size_t n);
bool text_equal(Text t, const char *s);
/* The same bytes, wherever they stand. */
bool text_same(Text x, Text y);
/* Is each word of `words` (between blanks or '/') in one of the `n` texts, in
 * any ASCII case and any order? */
bool text_has_words(const Text *texts, size_t n, const char *words);
/* Without blanks, tabs and line ends around it. */
Text text_trim(Text t);
/* How many bytes of it a message shows: whole characters, at most 80 bytes. For
 * "%.*s". */
int text_shown(Text t);

/* The source span of bytes [off, off + n) of `t`. Where the raw source is not
 * the value byte for byte, the two are aligned by walking both; an escape maps
 * to its first byte. */
Span text_span(Text t, size_t off, size_t n);

#endif
