/* pdf_font.h - the fonts of a PDF: a code for every glyph, a subset at the end.
 *
 * Every face becomes one or more Type0 fonts with two-byte codes (Identity-H,
 * ISO 32000-1 9.7) whose ToUnicode maps (pdf_unicode.h) are exact: the code
 * stands for the glyph *and* for the text it was shaped from, so that one glyph
 * can be "fi" in one word and U+FB01 in the next.
 *
 *   glyf            CID = glyph id; further texts and widths of a glyph get
 *                   virtual CIDs from nglyphs up; CIDToGIDMap leads all of
 *                   them to the compacted subset.
 *   CFF, CID-keyed  CID = the font's own; a CID cannot be virtual, so the
 *                   second text or width of a glyph goes to a second Type0
 *                   font, which shares descriptor and font file, and so on.
 *   CFF, name-keyed the same, CID = glyph id, which the subset keeps (9.7.4.2).
 *
 * What is set in vertical lines has a twin of its Type0 font, with the encoding
 * Identity-V and all else shared.
 *
 * A second Type0 font also takes what is over when a glyf font runs out of
 * virtual CIDs. Fonts are borrowed until fonts_write.
 */
#ifndef ENVOI_OUT_PDF_FONT_H
#define ENVOI_OUT_PDF_FONT_H

#include <unicode/utypes.h>

#include "out/pdf_objects.h"
#include "text/font.h"

typedef struct PdfFonts PdfFonts;
typedef struct PdfFont PdfFont;

typedef struct PdfCode {
    uint32_t font;  /* resource name is /F followed by this */
    uint32_t code;  /* two bytes in a string */
    uint32_t width; /* that the PDF gives the glyph, in 1/1,000,000 em */
    bool vertical;  /* by font_vertical: the resource is /V instead of /F */
    PdfFont *owner; /* and its entry there, for font_widen */
    uint32_t slot;
} PdfCode;

/* In vertical writing the pen is straight below a glyph's origin, at the bottom
 * left corner of its em box, and goes one em down (the position vector and the
 * displacement of 9.7.4.3, in 1/1000 em). There readers lay their box of a
 * character: poppler the em above and to the right of the pen, exactly, so that
 * a column and the Latin word lying in it join. At the usual place, the middle
 * of the top, its boxes are an em too high. */
#define PDF_VERTICAL_Y (-120)
#define PDF_VERTICAL_ADVANCE 1000

/* The longest text one code stands for; a longer one is cut here and must be
 * told otherwise (ActualText). CMap strings end at 512 bytes. */
#define PDF_CODE_TEXT 128

PdfFonts *fonts_new(Objects *o);
void fonts_free(PdfFonts *f); /* NULL is fine */

/* The entry for a face. NULL, with the error kept by `o`, if the face may not
 * be embedded (OS/2 fsType) or is a variable font, whose instance would have
 * to be cut out first. */
PdfFont *fonts_find(PdfFonts *f, Font *font);

/* The code for glyph `gid` (not 0) where it stands for text[0..n), UTF-16,
 * n > 0. */
PdfCode font_code(PdfFont *p, uint32_t gid, const UChar *text, uint32_t n);

/* A code that paints nothing, moves nothing and stands for text[0..n). False
 * if the face has no empty glyph. */
bool font_blank(PdfFont *p, const UChar *text, uint32_t n, PdfCode *out);

/* The same glyph and text with a width of `extra` (1/1,000,000 em) more, so
 * that readers see no gap behind it where there is room but no space. */
PdfCode font_widen(PdfCode code, uint32_t extra);
/* The same code in the font's twin for vertical writing (Identity-V): readers
 * then know a column for a line. */
PdfCode font_vertical(PdfCode code);
/* True if the code stands for a space. */
bool font_is_space(PdfCode code);

/* Write all fonts; appends the entries of a /Font resource dictionary. */
void fonts_write(PdfFonts *f, Buf *resources);

#endif
