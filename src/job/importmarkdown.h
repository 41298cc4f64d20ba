/* importmarkdown.h - blocks of a document as Markdown that says the same words.
 */
#ifndef ENVOI_JOB_IMPORTMARKDOWN_H
#define ENVOI_JOB_IMPORTMARKDOWN_H

#include "base/buf.h"
#include "model/document.h"

/* Paragraphs, items, headings; bold, emphasis and links are kept, footnotes
 * follow behind with their texts from `doc`. Every character that Markdown or
 * envoi reads as syntax is escaped. Words in bold that CommonMark could not set
 * so are plain. `links`: addresses of links stay with their words. */
void importmarkdown(const Document *doc, const DocBlock *blocks, size_t n,
                    bool links, Buf *out);

/* `t` as a field of a letter's header: two braces, which would begin a merge
 * field, are escaped, or where `plain` fields cannot be escaped, parted. In the
 * arena where it differs. */
Text importmarkdown_field(Arena *a, Text t, bool plain);

#endif
