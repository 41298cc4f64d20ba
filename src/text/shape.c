#include "text/shape.h"

#include "text/lensum.h"

/* Monotone characters, not graphemes: a base and its mark keep a cluster each,
 * so the PDF can map every glyph to its own character, and the cut of a line
 * is found to the character. Glyphs and positions are the same at both levels;
 * the default of hb-shape (graphemes) merges clusters only.
 */
static hb_buffer_t *buffer_of(const UString *u, const Item *item,
                              uint32_t start, uint32_t end) {
    hb_buffer_t *b = hb_buffer_create();
    hb_buffer_set_cluster_level(b, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(b, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf16(b, (const uint16_t *)u->s, (int)u->n, start,
                        (int)(end - start));
    hb_buffer_set_direction(b, item->level & 1 ? HB_DIRECTION_RTL
                                               : HB_DIRECTION_LTR);
    hb_buffer_set_script(b, item->script);
    hb_buffer_set_language(b, hb_language_from_string(item->lang, -1));
    if (!hb_buffer_allocation_successful(b))
        oom();
    return b;
}

/* HarfBuzz counts y upwards from the baseline, a page downwards. */
static Glyph glyph_of(const hb_glyph_info_t *info,
                      const hb_glyph_position_t *pos) {
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

    hb_buffer_t *b = buffer_of(u, item, start, end);
    hb_shape(font_at(item->font, out->em), b, NULL, 0);
    if (!hb_buffer_allocation_successful(b))
        oom();
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &out->n);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, NULL);
    out->glyphs = ARENA_ARRAY(a, Glyph, out->n);
    for (uint32_t i = 0; i < out->n; i++) {
        out->glyphs[i] = glyph_of(&info[i], &pos[i]);
        out->width = len_sum(out->width, out->glyphs[i].advance);
    }
    hb_buffer_destroy(b);
}
