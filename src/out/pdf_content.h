/* pdf_content.h - one content stream: marks, glyphs, rules. ISO 32000-1, 7.8.2.
 *
 * Takes places as the display list has them (Len, origin top-left, y down) and
 * turns them round once, here. Numbers are decimal without locale; a place is
 * rounded to 1/1000 pt on its own, and the pen is followed in exact units, so
 * that rounding never adds up along a line. Turned text has a text matrix that
 * only turns (9.4.2): places are then counted along the turned axes, and all
 * else is as in upright text. Codes for vertical writing move the pen down
 * (9.7.4.3): then "along" is down.
 *
 * Everything painted stands under a mark: content_mark says which, and the
 * operators are written only when it changes. In a tagged document a mark on a
 * page is a marked-content sequence with an MCID, or /Artifact. Elsewhere, in
 * forms and untagged documents, only what has a language of its own or
 * ActualText is marked.
 */
#ifndef ENVOI_OUT_PDF_CONTENT_H
#define ENVOI_OUT_PDF_CONTENT_H

#include "out/pdf_font.h"
#include "out/pdf_tags.h"

typedef struct Content Content;

typedef struct ContentMark {
    uint32_t tag;
    const char *lang;    /* of the text; NULL or "": that of the tag */
    const UChar *actual; /* text that readers must take for what is painted
                            under the mark; NULL: none */
    uint32_t nactual;
} ContentMark;

Content *content_new(void);
void content_free(Content *c); /* NULL is fine */

/* Start a stream `height` high. `tags`: on a page of a tagged document, else
 * NULL. `lang`: what a mark without tags need not say. */
void content_begin(Content *c, Len height, Tags *tags, const char *lang);

/* It is a page's own, which begins with a known graphics state (8.4.1); a form
 * begins with that of the place it is drawn at. */
void content_of_page(Content *c);

/* All that follows is made so large, in millionths, about the middle of a page
 * `width` wide; before anything is painted. */
void content_stretch(Content *c, Len width, int32_t across, int32_t down);

/* What is painted from now on. A mark with ActualText is always a new one;
 * strings need to live until the next mark. */
void content_mark(Content *c, ContentMark mark);

/* The glyph `code` at `em`, its origin at (x, y), turned about it clockwise by
 * quarters (0 to 3), as forms and images are. */
void content_glyph(Content *c, PdfCode code, Len em, Len x, Len y,
                   unsigned turn);
void content_rect(Content *c, Len x, Len y, Len w, Len h, DisplayColour colour);
void content_line(Content *c, Len x, Len y, Len x2, Len y2, Len width, Len dash,
                  uint8_t gray);
/* The XObject /X`number`: a form `h` high, or an image made `w` wide and `h`
 * high, its top-left at (x, y). */
void content_form(Content *c, uint32_t number, Len x, Len y, Len h,
                  unsigned turn);
void content_image(Content *c, uint32_t number, Len x, Len y, Len w, Len h,
                   unsigned turn);

/* Close what is open. The bytes live until the next content_begin. */
const Buf *content_end(Content *c);

#endif
