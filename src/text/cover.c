#include "text/cover.h"

#include "text/ustring.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

bool cover_needs_none(uint32_t cp) {
    if (cp > 0x20 && cp < 0x7F)
        return false;
    return cp == 0x2028 || cp == 0x2029 ||
           u_charType((UChar32)cp) == U_CONTROL_CHAR ||
           u_hasBinaryProperty((UChar32)cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* Spaces that HarfBuzz makes from U+0020 when the font lacks them. */
static bool is_made_from_space(uint32_t cp) {
    return cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F ||
           cp == 0x205F || cp == 0x3000;
}

/* Does HarfBuzz get `cp` from its canonical decomposition? */
static bool covers_decomposed(const Font *f, uint32_t cp) {
    UErrorCode status = U_ZERO_ERROR;
    UChar parts[32];
    int32_t n = unorm2_getRawDecomposition(unorm2_getNFCInstance(&status),
                                           (UChar32)cp, parts, 32, &status);
    if (U_FAILURE(status) || n <= 0)
        return false;
    for (uint32_t i = 0; i < (uint32_t)n;) {
        uint32_t part = utf16_next(parts, (uint32_t)n, &i);
        if (!font_glyph(f, part, 0) && !covers_decomposed(f, part))
            return false;
    }
    return true;
}

static bool covers_char(const Font *f, uint32_t cp) {
    if (font_glyph(f, cp, 0))
        return true;
    if (is_made_from_space(cp))
        return font_glyph(f, ' ', 0) != 0;
    if (cp == 0x2011) /* no-break hyphen: HarfBuzz takes the hyphen */
        return font_glyph(f, 0x2010, 0) != 0;
    return cp >= 0xC0 && covers_decomposed(f, cp);
}

bool cover_is_selector(uint32_t cp) {
    return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
}

bool cover_has(const Font *f, const UChar *s, uint32_t n, bool exact) {
    uint32_t before = 0;
    for (uint32_t i = 0; i < n;) {
        uint32_t cp = utf16_next(s, n, &i);
        if (cover_is_selector(cp) && exact && !font_glyph(f, before, cp))
            return false;
        if (!cover_needs_none(cp) && !covers_char(f, cp))
            return false;
        before = cp;
    }
    return true;
}
