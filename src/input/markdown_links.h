/* markdown_links.h - addresses of links on a line of their own: "[label]: ..."
 *
 * CommonMark takes such a line out of the text (0.30, 4.7), be there a link
 * that names it or not. "[Our reference]: ABC/123" would be gone from a letter
 * without a word.
 */
#ifndef ENVOI_INPUT_MARKDOWN_LINKS_H
#define ENVOI_INPUT_MARKDOWN_LINKS_H

#include "base/diag.h"

typedef struct Links {
    Arena *arena;
    VEC(const char *) used; /* addresses of the links of the letter */
    VEC(Span) defined;      /* lines that cmark took, from the bracket on */
} Links;

/* A link or picture with that address; the string is copied. */
void links_use(Links *l, const char *address);
/* A line that was taken out; `line` begins with its bracket. */
void links_define(Links *l, Span line);
/* One whose address no link has is an error in `diag`; false then. */
bool links_check(Links *l, Diag *diag);

#endif
