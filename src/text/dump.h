/* dump.h - every stage of a paragraph as text, for bug reports and goldens.
 *
 * items:   one line each: [start,end) level script lang face "text"
 * glyphs:  per run: face em [name=cluster@dx,dy+advance|...]; advances in
 *          design units rounded, as hb-shape prints them; of the lines, so
 *          spacing and justification are in them
 * lines:   [start,end) x width baseline "text", then its runs
 * In a vertical paragraph an item also says how it stands, glyphs that do not
 * lie are printed as `hb-shape --direction=ttb` does, and lines are measured
 * before they are turned (para.h).
 * Lengths are points with three decimals.
 */
#ifndef ENVOI_TEXT_DUMP_H
#define ENVOI_TEXT_DUMP_H

#include "base/buf.h"
#include "text/para.h"

typedef enum DumpStage {
    DUMP_NONE,
    DUMP_ITEMS,
    DUMP_GLYPHS,
    DUMP_LINES,
    DUMP_DISPLAY /* printed by page/display */
} DumpStage;

/* "items", "glyphs", "lines", "display"; DUMP_NONE if it is none of them. */
DumpStage dump_stage(const char *name);
void dump_para(const Para *p, DumpStage stage, Buf *out);

#endif
