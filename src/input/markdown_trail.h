/* markdown_trail.h - where the parts of a paragraph stand in the source.
 *
 * cmark gives inlines a line and a column, but it counts them from the stripped
 * paragraph: after a link definition, a lazy line or an uneven indent they are
 * wrong, and breaks have none. So the raw lines of a leaf block are walked
 * beside cmark's tree, in its order: every mark that cmark took away is stepped
 * over, every character of its text is found again.
 *
 * Offsets called `at` count in `text`, the block's lines without indents and
 * quote marks; trail_source turns them into bytes of the file. If the walk
 * loses the way it searches forward; places are then near, never outside the
 * block.
 */
#ifndef ENVOI_INPUT_MARKDOWN_TRAIL_H
#define ENVOI_INPUT_MARKDOWN_TRAIL_H

#include <stdbool.h>
#include <stdint.h>

#include <cmark.h>

#include "base/buf.h"
#include "base/source.h"
#include "input/markdown_draft.h"

/* A line of `text` and where its first byte stands in the file. */
typedef struct TrailLine {
    uint32_t at, source;
} TrailLine;

typedef struct Trail {
    const Source *src;
    Buf text;  /* lines end in \n, the last one too */
    Buf lines; /* TrailLine[] */
    Buf map;   /* uint32_t[]: see trail_text */
    size_t at; /* how far the walk has come */
    size_t hint;
    size_t patience; /* bytes that may still be searched when lost */
    bool autolink;   /* inside <http://...> */
} Trail;

void trail_free(Trail *t);

/* Start on a paragraph or heading of `n` lines of the draft. The block begins
 * at byte `off` of the file and stands in `quotes` block quotes. */
void trail_open(Trail *t, const Source *src, const DraftLine *lines, size_t n,
                size_t off, int quotes, cmark_node *leaf);

/* Start on a block whose whole inside is `span`. */
void trail_open_span(Trail *t, Span span);

/* Step over the marks before and behind an emphasis, link or image. `dest_at`
 * and `dest_n` give the link's destination (n 0: a reference). */
void trail_enter(Trail *t, cmark_node_type type);
void trail_leave(Trail *t, cmark_node_type type, size_t *dest_at,
                 size_t *dest_n);

/* Step over `n` bytes of text as cmark has it. The result, n + 1 long and valid
 * until the next call, says for each byte where what it came from begins: the
 * byte itself, or the escape or entity it stands for. */
const uint32_t *trail_text(Trail *t, const char *s, size_t n);

/* Step over a line end with the blanks or backslash before it, over a code
 * span, over an HTML tag. The result is where it began. */
size_t trail_break(Trail *t);
size_t trail_code(Trail *t);
size_t trail_html(Trail *t, const char *literal);

/* The bytes [at, at + n) of `text` in the file. */
Span trail_span(Trail *t, size_t at, size_t n);

#endif
