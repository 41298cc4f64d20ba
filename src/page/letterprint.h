/* letterprint.h - a paragraph of the small print around a letter's text.
 * Private to letterhead.c and lettersender.c.
 */
#ifndef ENVOI_PAGE_LETTERPRINT_H
#define ENVOI_PAGE_LETTERPRINT_H

#include "page/letterhead.h"

#define LETTER_MARK_WIDTH LEN_OF_PT(0.5)
#define LETTER_REMARK_SIZE LEN_OF_PT(8)

typedef struct LetterPrint {
    FontFamily family;
    Len size;
    bool bold;
    TextAlign align;
    BreakPolicy breaks;
    TextDir dir; /* postal lines have their own, the letter's follow it */
    Len width;
} LetterPrint;

/* A hard break among texts, told by its address. */
extern const char letterprint_line_end[];

void letterprint_set(LetterComposer *c, const Text *parts, size_t n,
                     const char *lang, const LetterPrint *p, Para *out);
/* The same; a word that runs out of its place is an error. */
void letterprint_set_inside(LetterComposer *c, const Text *parts, size_t n,
                            const char *lang, const LetterPrint *p, Para *out);
void letterprint_draw(LetterComposer *c, const Para *p, uint32_t tag, Len x,
                      Len y, DisplayItems *to);
/* A paragraph of the document. */
uint32_t letterprint_tag(LetterComposer *c, const char *lang);

#endif
