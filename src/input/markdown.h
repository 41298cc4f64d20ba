/* markdown.h - the body of a letter: CommonMark to blocks. cmark below. */
#ifndef ENVOI_INPUT_MARKDOWN_H
#define ENVOI_INPUT_MARKDOWN_H

#include "model/letter.h"

/* Lines of "::: own-words" where neither it nor the header says how many. */
#define OWN_WORDS_LINES 6

/* Bytes [off, src->n) of `src` as letter->body and letter->notes in the arena;
 * letter->own_words is read before. Code, HTML, pictures that do not stand
 * alone or have no words, ragged tables, footnotes without mark or text,
 * containers nested deeper than LIMIT_NESTING and ill-formed fields are errors
 * in `diag`; false if there was one, the letter is then what could be read.
 *
 * An INLINE_TEXT is a stretch of the source, byte for byte, or stands for one
 * escape, entity or line end; so the text of a paragraph comes in several: they
 * part at styles, fields, footnote marks, escapes and the ends of source lines.
 * Only the words of a BLOCK_FIGURE are always one.
 *
 * A line end in the source is a space, but nothing between two characters of a
 * script that is written without spaces: Han and kana with their punctuation,
 * and Tibetan after a tsheg (CSS Text 3, 4.1.3). */
bool markdown_parse(Arena *a, const Source *src, size_t off, Diag *diag,
                    Letter *letter);

#endif
