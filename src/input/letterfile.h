/* letterfile.h - LETTER.md: YAML front matter, then CommonMark (cmark) with
 * tables, footnotes and ::: lines.
 *
 * Front matter stands between two lines of "---", with nothing but blank lines
 * before it; a file without it is all body. Unknown keys are errors with a
 * did-you-mean; "-" and "_" in keys are the same, and copies may be called cc.
 * HTML and code have no place in a letter and are errors.
 */
#ifndef ENVOI_INPUT_LETTERFILE_H
#define ENVOI_INPUT_LETTERFILE_H

#include "model/letter.h"

/* Every error of the file is in `diag`; false if there was one. More than
 * LIMIT_LETTER_BYTES are one. */
bool letterfile_load(Arena *a, const char *path, Diag *diag, Letter *out);
bool letterfile_parse(Arena *a, const Source *src, Diag *diag, Letter *out);

/* A value with {{fields}} in it as inlines. */
void letterfile_inlines(Arena *a, Text value, Diag *diag, Inlines *out);

#endif
