/* font.h - one face of one font file: metrics, sizes, what it covers.
 *
 * Opened lazily by the fontset, which owns it; borrowed by everyone else and
 * alive as long as the fontset. The file is mapped, not read.
 */
#ifndef ENVOI_TEXT_FONT_H
#define ENVOI_TEXT_FONT_H

#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/len.h"

typedef enum FontOutline {
    FONT_GLYF,      /* TrueType outlines */
    FONT_CFF_CID,   /* CFF, CID-keyed (Noto CJK) */
    FONT_CFF_NAMED, /* CFF, name-keyed */
} FontOutline;

typedef struct Font {
    const char *name; /* PostScript name, for the PDF and for dumps */
    const char *path;
    unsigned index;     /* face in a collection */
    unsigned number;    /* order of opening in its fontset, from 0 */
    unsigned upem;      /* design units per em */
    unsigned nglyphs;   /* virtual CIDs start here */
    int scale_permille; /* apparent-size match: the em is set at size * this /
                           1000 (fonts/stacks) */
    FontOutline outline;
    bool embeddable;  /* OS/2 fsType allows print & preview embedding */
    bool subsettable; /* fsType bit 8 clear */
    /* Design units, y up as in the font. */
    int ascent, descent; /* hhea or typo; descent is negative */
    int cap_height, x_height, italic_angle_deg;
    int bbox[4]; /* head: xMin yMin xMax yMax */
    hb_face_t *face;
    struct FontSizes *sizes;  /* private: hb_font_t per size */
    struct ShapedWord *words; /* private to shapewords.c; NULL: none yet */
} Font;

/* Open a face; NULL with a message if the file cannot be read or is no font.
 * `scale_permille` 1000 is the font's own size. */
Font *font_open(const char *path, unsigned index, unsigned number,
                int scale_permille, Diag *diag);
void font_free(Font *f); /* NULL is fine */

/* The em at which this face is set for text of `size`. */
Len font_em(const Font *f, Len size);

/* A HarfBuzz font whose scale is `em`, so that it answers in Len. Borrowed. */
hb_font_t *font_at(Font *f, Len em);

/* Where glyph `gid` puts ink, y up, with the face set at `em`. False if the
 * face cannot tell. What was asked last is remembered: outlines of Han are
 * long programs. */
bool font_ink(Font *f, Len em, uint32_t gid, hb_glyph_extents_t *out);

/* Glyph of a code point (variation selector 0 for none); 0 if not covered. */
uint32_t font_glyph(const Font *f, uint32_t cp, uint32_t selector);

/* Has the face metrics for vertical lines (vhea, vmtx)? */
bool font_is_vertical(const Font *f);

/* CID that the PDF must use for glyph `gid` of a CID-keyed CFF face (FreeType,
 * FT_Get_CID_From_Glyph_Index); gid itself for the other outlines. */
uint32_t font_cid(Font *f, uint32_t gid);

#endif
