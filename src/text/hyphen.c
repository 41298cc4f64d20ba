#include "text/hyphen.h"

static const UChar HYPHENS[] = {0x2010, 0x2D};

static bool in_face(Font *font, UChar c, GlyphRun *out, Glyph *glyph) {
    if (!font)
        return false;
    glyph->id = font_glyph(font, c, 0);
    if (glyph->id == 0)
        return false;
    out->font = font;
    out->em = font_em(font, out->item->style->size);
    glyph->advance =
        hb_font_get_glyph_h_advance(font_at(font, out->em), glyph->id);
    return true;
}

static bool find_hyphen(Fontset *fs, GlyphRun *out, Glyph *glyph) {
    const Item *item = out->item;
    for (int i = 0; i < 2; i++) {
        if (in_face(item->font, HYPHENS[i], out, glyph))
            return true;
    }
    const FontStack *stack = fontset_stack(fs, item->style, item->lang);
    for (int i = 0; i < 2; i++) {
        Font *font = fontset_find(fs, stack, &HYPHENS[i], 1, NULL);
        if (in_face(font, HYPHENS[i], out, glyph))
            return true;
    }
    return false;
}

uint32_t hyphen_place(const UString *u, uint32_t i) {
    return i > 0 && u->s[i - 1] == SOFT_HYPHEN ? i - 1 : i;
}

static bool is_soft(const UString *u, uint32_t place) {
    return place < u->n && u->s[place] == SOFT_HYPHEN;
}

/* One soft hyphen, in the style and from the source of what it stands behind.
 */
static UString *own_text(Arena *a, const UString *u, uint32_t place) {
    UString *text = ARENA_NEW(a, UString);
    text->s = ARENA_ARRAY(a, UChar, 1);
    text->s[0] = SOFT_HYPHEN;
    text->n = 1;
    text->pieces = ARENA_NEW(a, UPiece);
    text->pieces[0] = *ustring_piece(u, place > 0 ? place - 1 : 0);
    text->pieces[0].start = 0;
    text->pieces[0].end = 1;
    text->npieces = 1;
    return text;
}

void hyphen_make(Arena *a, Fontset *fs, const GlyphRun *beside, uint32_t place,
                 GlyphRun *out) {
    *out = (GlyphRun){.font = beside->font,
                      .em = beside->em,
                      .item = beside->item,
                      .text = beside->text,
                      .start = place,
                      .end = place + 1};
    if (!is_soft(beside->text, place)) {
        out->text = own_text(a, beside->text, place);
        out->start = 0;
        out->end = 1;
    }
    out->glyphs = ARENA_ARRAY(a, Glyph, 1);
    Glyph *glyph = &out->glyphs[0];
    glyph->cluster = out->start;
    bool arabic = out->item->script == HB_SCRIPT_ARABIC &&
                  in_face(out->font, 0x640, out, glyph);
    if (!arabic && !find_hyphen(fs, out, glyph))
        return;
    out->n = 1;
    /* The word is to the right of it. */
    if (arabic)
        glyph->advance += out->em / 20;
    out->width = glyph->advance;
    glyph->dy = shape_drop(out);
}
