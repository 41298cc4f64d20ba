#include "text/hyphen.h"

#include <assert.h>

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

void hyphen_make(Arena *a, Fontset *fs, const GlyphRun *beside, uint32_t at,
                 GlyphRun *out) {
    *out = (GlyphRun){.font = beside->font,
                      .em = beside->em,
                      .item = beside->item,
                      .text = beside->text,
                      .start = at,
                      .end = at + 1};
    out->glyphs = ARENA_ARRAY(a, Glyph, 1);
    Glyph *glyph = &out->glyphs[0];
    glyph->cluster = at;
    bool arabic = out->item->script == HB_SCRIPT_ARABIC &&
                  in_face(out->font, 0x640, out, glyph);
    if (!arabic && !find_hyphen(fs, out, glyph))
        return;
    out->n = 1;
    /* The word is to the right of it. */
    if (arabic)
        glyph->advance += out->em / 20;
    out->width = glyph->advance;
}

uint32_t hyphen_index(const UString *u, uint32_t from, uint32_t to) {
    while (to > from && u->s[to - 1] != SOFT_HYPHEN)
        to--;
    assert(to > from);
    return to - 1;
}
