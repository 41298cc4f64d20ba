/* letterfile_sections.h - do the sections of a letter begin and end where they
 * may? {{#fax}} ... {{/fax}}, {{^fax}} ... {{/fax}}
 *
 * A section is inside one text, or goes from the edge of one to the edge of
 * another: whole paragraphs, items, headings. One that begins or ends in a cell
 * of a table, in a footnote or in the header stays in it.
 */
#ifndef ENVOI_INPUT_LETTERFILE_SECTIONS_H
#define ENVOI_INPUT_LETTERFILE_SECTIONS_H

#include "model/letter.h"

/* One text by itself. Errors name both places; false then. */
bool sections_check_text(const Inlines *in, Diag *diag);

/* All blocks of a letter's body, in their order: sets `within` and
 * `conditional`. */
bool sections_settle(Arena *a, Blocks *body, Diag *diag);
/* Footnotes, each by itself. */
bool sections_settle_notes(Arena *a, Blocks *notes, Diag *diag);

#endif
