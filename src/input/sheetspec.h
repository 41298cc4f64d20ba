/* sheetspec.h - a sheet of labels said in one line, for a box that nobody
 * lists.
 *
 *     a4 3x8 64x33.86 at 6.46,13.06 pitch 66.54x33.86
 *
 *   PAPER         a name of model/paper.h or WxH; "landscape" may follow
 *   COLUMNSxROWS
 *   WxH           of one label
 *   [at L,T]      of the first label, from the left and the top of the sheet;
 *                 in the middle of the sheet without it
 *   [pitch WxH]   from one label to the next; edge to edge without it
 *   [round R] [oval] [cut] [roll]       in any order with the two above
 *
 * Lengths are mm or carry mm, cm, in or pt; a unit behind the second of two is
 * that of both. An "x" may be a multiplication sign.
 */
#ifndef ENVOI_INPUT_SHEETSPEC_H
#define ENVOI_INPUT_SHEETSPEC_H

#include "model/layout.h"

/* Layouts of that form have this in front of them as the value of --on; without
 * it, `layouts --sheet` and `labels --sheet` take it. */
#define SHEETSPEC_PREFIX "sheet:"
bool sheetspec_is_name(const char *name);

/* `name` may begin with SHEETSPEC_PREFIX. NULL, with errors at their column in
 * the line, if it cannot be read or layout_check objects. `where` is the place
 * in a file that says it; without one, a line that cannot be read is wrong
 * usage. */
const Layout *sheetspec_parse(Arena *a, const char *name, Span where,
                              Diag *diag);

#endif
