/* markdown.h - the body of a letter: CommonMark to blocks. cmark below. */
#ifndef ENVOI_INPUT_MARKDOWN_H
#define ENVOI_INPUT_MARKDOWN_H

#include "model/letter.h"

/* One letter. cmark's tree takes up to 150 times the bytes of a hostile file;
 * 16 MB are 5,000 pages. */
#define MARKDOWN_BYTES ((size_t)16 * 1024 * 1024)

/* Bytes [off, src->n) of `src` as blocks in the arena. Code, HTML, pictures,
 * containers nested deeper than LIMIT_NESTING and ill-formed fields are errors
 * in `diag`; false if there was one, `out` is then what could be read.
 *
 * An INLINE_TEXT is a stretch of the source, byte for byte, or stands for one
 * escape, entity or line end; so the text of a paragraph comes in several: they
 * part at styles, fields, escapes and the ends of source lines.
 *
 * A line end in the source is a space, but nothing between two characters of a
 * script that is written without spaces: Han and kana with their punctuation,
 * and Tibetan after a tsheg (CSS Text 3, 4.1.3). */
bool markdown_parse(Arena *a, const Source *src, size_t off, Diag *diag,
                    Blocks *out);

#endif
