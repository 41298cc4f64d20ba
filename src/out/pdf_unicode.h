/* pdf_unicode.h - ToUnicode maps (ISO 32000-1, 9.10.3), few for many fonts.
 *
 * A map says for which text a code stands. Fonts whose codes do not contradict
 * one another share one: a face and its bold often number their glyphs alike,
 * and the second Type0 font over a face for other widths always does. A font
 * then has entries for codes that it never shows, which no reader sees.
 */
#ifndef ENVOI_OUT_PDF_UNICODE_H
#define ENVOI_OUT_PDF_UNICODE_H

#include <unicode/utypes.h>

#include "out/pdf_objects.h"

typedef struct UnicodeMaps UnicodeMaps;

typedef struct UnicodeCode {
    uint16_t code;
    const UChar *text; /* borrowed until unicode_write */
    uint32_t n;
} UnicodeCode;

UnicodeMaps *unicode_new(void);
void unicode_free(UnicodeMaps *maps); /* NULL is fine */

/* Take up a font with these codes, each once. The object of its map, which
 * unicode_write writes. */
uint32_t unicode_add(UnicodeMaps *maps, Objects *o, const UnicodeCode *codes,
                     size_t n);
void unicode_write(const UnicodeMaps *maps, Objects *o);

#endif
