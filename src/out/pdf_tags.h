/* pdf_tags.h - the structure tree of a tagged PDF. ISO 32000-1, 14.7 and 14.8.
 *
 * Each stretch of page content that belongs to one tag is a marked-content
 * sequence with its own number (MCID). While pages are written only the tag
 * of each sequence is remembered, until tags_flush writes the elements: memory
 * is that of one letter, but for some 20 bytes of each document element and
 * page. A sequence that carries a language or ActualText of its own is a
 * sequence of its own too, never nested: a /Span inside an MCID makes readers
 * lose what follows it.
 *
 * The tree has one Document, as PDF 2.0 wants and readers expect (poppler warns
 * of more kids of the root); letters and sheets are its parts.
 *
 * The kids of an element stand in the order in which they were first painted.
 * A tag nothing was painted for, itself or below, is left out.
 *
 * A form placed many times cannot hold MCIDs of its own (14.7.4.2): each place
 * is one sequence of the tag it is placed with, and the tags of the items
 * inside are not in the tree.
 */
#ifndef ENVOI_OUT_PDF_TAGS_H
#define ENVOI_OUT_PDF_TAGS_H

#include "out/pdf_objects.h"
#include "page/display.h"

typedef struct Tags Tags;

/* `table` is borrowed until the end and may grow; `lang` is the document's. */
Tags *tags_new(const DisplayTags *table, const char *lang, Objects *o);
void tags_free(Tags *t); /* NULL is fine */

/* Marks from now on are on this page. */
void tags_page(Tags *t, uint32_t page_id);
/* A new sequence of `tag` on the page: its MCID. */
uint32_t tags_mark(Tags *t, uint32_t tag);

/* True for the tags whose content is no part of the text. */
bool tags_is_artifact(const Tags *t, uint32_t tag);
/* The language of a tag's content: its own or the nearest one above. */
const char *tags_lang(const Tags *t, uint32_t tag);
/* "/Lang(fr)": what a tag may hold (RFC 5646, 2.1: letters, digits, hyphens)
 * and nothing else. */
void tags_put_lang(Buf *out, const char *lang);
/* The standard structure type: "P", "H1", ... */
const char *tags_type(const Tags *t, uint32_t tag);

/* Nothing more will be painted for the tags so far: write their elements. The
 * table may then be emptied. Between pages only. */
void tags_flush(Tags *t);
/* The rest, and the parent tree; the number of the StructTreeRoot. */
uint32_t tags_finish(Tags *t);

#endif
