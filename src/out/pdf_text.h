/* pdf_text.h - a shaped run into codes, so that readers give back its text.
 *
 * Each cluster of the run (glyphs from the same characters) is painted glyph by
 * glyph; what differs is which glyph stands for which characters. Measured in
 * poppler, pdf.js, PDFium and MuPDF (see pdf_text.c):
 *
 *   left to right   glyphs take the characters in order, a ligature several
 *                   (ffi). In a word with marks (Tibetan) each takes one and
 *                   blanks of no width the others, and the word carries
 *                   ActualText: exact in poppler, pdf.js and PDFium.
 *   right to left   readers turn painted text round glyph by glyph, so no glyph
 *                   may stand for two characters: one each from the base on,
 *                   and blanks for those a ligature swallowed (lam-alef).
 */
#ifndef ENVOI_OUT_PDF_TEXT_H
#define ENVOI_OUT_PDF_TEXT_H

#include "out/pdf_content.h"
#include "text/shape.h"

/* Paint glyphs [from, to) of `run`, the pen at (x, y), the line turned about it
 * clockwise by quarters, under `tag`. False, with
 * the error kept by `o`, for glyph 0 or a font that may not be embedded. */
bool text_paint(Content *c, PdfFonts *fonts, Objects *o, uint32_t tag,
                const GlyphRun *run, uint32_t from, uint32_t to, Len x, Len y,
                unsigned turn);

#endif
