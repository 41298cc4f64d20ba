/* pdf_font_private.h - what is kept of the fonts of a PDF until they are
 * written: pdf_font.c finds the codes, pdf_fontwrite.c writes them.
 */
#ifndef ENVOI_OUT_PDF_FONT_PRIVATE_H
#define ENVOI_OUT_PDF_FONT_PRIVATE_H

#include "out/pdf_font.h"
#include "out/pdf_unicode.h"

/* One code: a glyph that stands for one text at one width. */
typedef struct Slot {
    uint32_t gid;
    uint32_t next;  /* the next slot of the same glyph, + 1 */
    uint32_t text;  /* offset into the font's texts */
    uint32_t width; /* 1/1,000,000 em */
    uint16_t ntext;
    uint16_t cid;
    uint16_t variant; /* which of the font's Type0 fonts */
    bool plain;       /* it has the font's own width */
} Slot;

struct PdfFont {
    Font *font;
    PdfFonts *all;
    hb_font_t *metrics; /* at 1 unit of scale per design unit */
    uint32_t *first;    /* by glyph: its first slot, + 1 */
    uint32_t virtual;   /* the next virtual CID; past 65,535 in a further
                           variant, whose number are the upper 16 bits */
    uint32_t blank_gid; /* 0: none */
    bool blank_sought;  /* late: few fonts need it, and it is dear for CFF */
    Slot *slots;
    uint32_t nslots, slots_cap;
    UChar *texts;
    uint32_t ntexts, texts_cap;
    uint32_t *numbers; /* resource number of each variant */
    uint32_t nvariants;
};

struct PdfFonts {
    Objects *o;
    UnicodeMaps *maps;
    PdfFont **v;
    size_t n, cap;
    PdfFont *last;     /* the last one found: runs come in rows */
    uint32_t *objects; /* Type0 object of each resource number */
    uint32_t *twins;   /* and that of its vertical twin, 0: none */
    uint32_t nobjects, objects_cap, twins_cap;
};

#endif
