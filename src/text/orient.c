#include "text/orient.h"

#include <unicode/uchar.h>

#include "text/breaks_private.h"
#include "text/cjk.h"
#include "text/scripts.h"

static bool is_digit(UChar32 c) {
    return c >= '0' && c <= '9';
}

/* A part of a Latin word or number. */
static bool is_western(UChar32 c) {
    return u_getIntPropertyValue(c, UCHAR_VERTICAL_ORIENTATION) ==
               U_VO_ROTATED &&
           (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0);
}

/* Marks that Latin and Chinese share are rotated in UAX #50; next to Han they
 * are Chinese ones. A dot in the middle looks the same either way. */
static Orient by_character(UChar32 c, UScriptCode script) {
    switch (u_getIntPropertyValue(c, UCHAR_VERTICAL_ORIENTATION)) {
    case U_VO_UPRIGHT:
    case U_VO_TRANSFORMED_UPRIGHT:
        return ORIENT_STANDS;
    case U_VO_TRANSFORMED_ROTATED:
        return ORIENT_BY_FORM;
    default: /* U_VO_ROTATED; not an enum of ours */
        break;
    }
    if (!scripts_is_cjk(script))
        return ORIENT_LIES;
    switch (cjk_class(c)) {
    case CJK_MIDDLE:
        return ORIENT_STANDS;
    case CJK_OPEN:
    case CJK_CLOSE:
    case CJK_DASH:
    case CJK_ELLIPSIS:
        return ORIENT_BY_FORM;
    default:
        return ORIENT_LIES;
    }
}

/* Han or a Chinese mark right beside [from, to). */
static bool touches_han(const UString *u, uint32_t from, uint32_t to) {
    UChar32 before = break_char_before(u, from);
    UChar32 after = break_char_after(u, to);
    return cjk_class(before) == CJK_HAN || cjk_class(after) == CJK_HAN ||
           cjk_is_mark(before) || cjk_is_mark(after);
}

/* The word or number [from, to). */
static Orient by_word(const UString *u, const UScriptCode *scripts,
                      uint32_t from, uint32_t to) {
    uint32_t n = 0, digits = 0;
    for (uint32_t i = from; i < to; n++)
        digits += is_digit((UChar32)utf16_next(u->s, to, &i));
    bool han = touches_han(u, from, to);
    if (digits == n && (han || scripts_is_cjk(scripts[from]) ||
                        scripts[from] == USCRIPT_COMMON))
        return digits == 2 ? ORIENT_SQUEEZED : ORIENT_STANDS_WEST;
    return n == 1 && han ? ORIENT_STANDS_WEST : ORIENT_LIES;
}

/* Where the word that begins at `from` ends; `from` if none does. */
static uint32_t word_end(const UString *u, uint32_t from) {
    uint32_t end = from;
    for (uint32_t i = from; i < u->n; end = i)
        if (!is_western((UChar32)utf16_next(u->s, u->n, &i)))
            break;
    return end;
}

Orient *orient_resolve(Arena *a, const UString *u, const UScriptCode *scripts) {
    Orient *out = ARENA_ARRAY(a, Orient, u->n);
    for (uint32_t i = 0; i < u->n;) {
        uint32_t start = i, end = word_end(u, i);
        Orient orient;
        if (end > start) {
            orient = by_word(u, scripts, start, end);
            i = end;
        } else {
            UChar32 c = (UChar32)utf16_next(u->s, u->n, &i);
            orient = by_character(c, scripts[start]);
        }
        while (start < i)
            out[start++] = orient;
    }
    return out;
}

/* HarfBuzz always applies vert to what runs from top to bottom. */
static uint32_t shaped(Font *font, uint32_t cp, UScriptCode script,
                       const char *lang, hb_direction_t direction) {
    hb_buffer_t *b = hb_buffer_create();
    hb_buffer_add_utf32(b, &cp, 1, 0, 1);
    hb_buffer_set_direction(b, direction);
    hb_buffer_set_script(
        b, hb_script_from_string(uscript_getShortName(script), -1));
    hb_buffer_set_language(b, hb_language_from_string(lang, -1));
    hb_shape(font_at(font, (Len)font->upem), b, NULL, 0);
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
    uint32_t glyph = n == 1 ? info[0].codepoint : 0;
    hb_buffer_destroy(b);
    return glyph;
}

bool orient_has_form(Font *font, uint32_t cp, UScriptCode script,
                     const char *lang) {
    /* Traditional faces keep the colon in the middle of the em, either way. */
    if (cjk_lang_zh(lang) && (cp == 0xFF1A || cp == 0xFF1B))
        return true;
    return shaped(font, cp, script, lang, HB_DIRECTION_TTB) !=
           shaped(font, cp, script, lang, HB_DIRECTION_LTR);
}
