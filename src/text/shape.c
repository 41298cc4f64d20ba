#include "text/shape.h"

#include <unicode/uchar.h>

#include "text/lensum.h"
#include "text/shapewords.h"

/* The em box of Han reaches from -0.12 to 0.88 em of the alphabetic baseline
 * (OpenType BASE, ideo; the faces of fonts/stacks); its middle is that of a
 * vertical line, in 1/1000 em. */
#define EM_TOP 880
#define EM_MIDDLE 380

/* Monotone characters, not graphemes: a base and its mark keep a cluster each,
 * so the PDF can map every glyph to its own character, and the cut of a line
 * is found to the character. Glyphs and positions are the same at both levels;
 * the default of hb-shape (graphemes) merges clusters only.
 */
hb_buffer_t *shape_buffer(const GlyphRun *run, uint32_t start, uint32_t end,
                          hb_buffer_flags_t flags) {
    /* Half-width digits for two of them in an em. */
    static const hb_feature_t half = {HB_TAG('h', 'w', 'i', 'd'), 1,
                                      HB_FEATURE_GLOBAL_START,
                                      HB_FEATURE_GLOBAL_END};
    const Item *item = run->item;
    hb_buffer_t *b = hb_buffer_create();
    hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(b, flags | HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf16(b, (const uint16_t *)run->text->s, (int)run->text->n,
                        start, (int)(end - start));
    hb_buffer_set_direction(b, item->orient == ORIENT_UPRIGHT ? HB_DIRECTION_TTB
                               : item->level & 1              ? HB_DIRECTION_RTL
                                                 : HB_DIRECTION_LTR);
    hb_buffer_set_script(b, item->script);
    hb_buffer_set_language(b, hb_language_from_string(item->lang, -1));
    hb_shape(font_at(run->font, run->em), b, &half,
             item->orient == ORIENT_ACROSS ? 1 : 0);
    if (!hb_buffer_allocation_successful(b))
        oom();
    return b;
}

/* HarfBuzz counts y upwards from the baseline, a page downwards. */
Glyph shape_glyph(const hb_glyph_info_t *info, const hb_glyph_position_t *pos) {
    return (Glyph){
        .id = info->codepoint,
        .cluster = info->cluster,
        .advance = pos->x_advance,
        .dx = pos->x_offset,
        .dy = -pos->y_offset,
        .unsafe =
            hb_glyph_info_get_glyph_flags(info) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK,
    };
}

/* The same, top to bottom: along the line is down the page, and what is to the
 * right of the pen is above the line. */
static Glyph upright_glyph(const GlyphRun *run, const hb_glyph_info_t *info,
                           const hb_glyph_position_t *pos) {
    Glyph g = shape_glyph(info, pos);
    g.advance = -pos->y_advance;
    g.dx = -pos->y_offset;
    g.dy = -pos->x_offset;
    /* A face without vertical metrics: its ascent and descent are for Latin
     * lines, and would space the characters out. */
    if (!font_is_vertical(run->font)) {
        g.advance = run->em;
        g.dx = len_muldiv(run->em, EM_TOP, 1000);
    }
    return g;
}

static void read_glyphs(Arena *a, hb_buffer_t *b, GlyphRun *out) {
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &out->n);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, NULL);
    out->glyphs = ARENA_ARRAY(a, Glyph, out->n);
    out->width = 0;
    for (uint32_t i = 0; i < out->n; i++) {
        out->glyphs[i] = out->item->orient == ORIENT_UPRIGHT
                             ? upright_glyph(out, &info[i], &pos[i])
                             : shape_glyph(&info[i], &pos[i]);
        out->width = len_sum(out->width, out->glyphs[i].advance);
    }
}

static void shape(Arena *a, GlyphRun *out) {
    if (shapewords_shape(a, out))
        return;
    hb_buffer_t *b =
        shape_buffer(out, out->start, out->end, HB_BUFFER_FLAG_DEFAULT);
    read_glyphs(a, b, out);
    hb_buffer_destroy(b);
}

/* Side by side in a cell of one em, the digits in its middle, smaller if need
 * be. One cluster, so that nothing parts them. */
static void set_across(Arena *a, GlyphRun *run) {
    const Len em = run->em;
    if (run->width > em) {
        run->em = len_muldiv(em, em, run->width);
        shape(a, run);
    }
    Len pen = -run->width / 2;
    Len height = len_muldiv(run->em, run->font->cap_height, run->font->upem);
    for (uint32_t i = 0; i < run->n; i++) {
        Glyph *g = &run->glyphs[i];
        Len right = pen + g->dx;
        pen += g->advance;
        g->dx = em / 2 + height / 2 + g->dy;
        g->dy = -right;
        g->advance = i + 1 == run->n ? em : 0;
        g->cluster = run->start;
    }
    run->width = run->n ? em : 0;
}

Len shape_drop(const GlyphRun *run) {
    if (run->item->orient != ORIENT_ROTATED)
        return 0;
    return len_muldiv(run->em, EM_MIDDLE, 1000);
}

/* A hyphen between two digits, 1-2-3, is drawn for small letters; here it joins
 * what stands in the middle of the column, and is put there. */
static Len dash_drop(const GlyphRun *run) {
    hb_glyph_extents_t e;
    for (uint32_t i = run->start; i < run->end;)
        if (u_charType((UChar32)utf16_next(run->text->s, run->end, &i)) !=
            U_DASH_PUNCTUATION)
            return shape_drop(run);
    if (run->n == 0 || !font_ink(run->font, run->em, run->glyphs[0].id, &e))
        return shape_drop(run);
    return e.y_bearing + e.height / 2;
}

void shape_range(Arena *a, const UString *u, const Item *item, uint32_t start,
                 uint32_t end, GlyphRun *out) {
    *out = (GlyphRun){.font = item->font,
                      .item = item,
                      .text = u,
                      .start = start,
                      .end = end};
    if (!item->font) {
        out->glyphs = ARENA_ARRAY(a, Glyph, 0);
        return;
    }
    out->em = font_em(item->font, item->style->size);
    shape(a, out);
    if (item->orient == ORIENT_ACROSS)
        set_across(a, out);
    if (item->orient != ORIENT_ROTATED)
        return;
    Len drop = dash_drop(out);
    for (uint32_t i = 0; i < out->n; i++)
        out->glyphs[i].dy += drop;
}

void shape_ink(const GlyphRun *run, Len *above, Len *below) {
    *above = *below = 0;
    for (uint32_t i = 0; i < run->n; i++) {
        const Glyph *g = &run->glyphs[i];
        hb_glyph_extents_t box; /* y up */
        if (!font_ink(run->font, run->em, g->id, &box))
            continue;
        Len top = box.y_bearing - g->dy,
            bottom = g->dy - box.y_bearing - box.height;
        *above = top > *above ? top : *above;
        *below = bottom > *below ? bottom : *below;
    }
}
