/* itemize.h - a paragraph cut into items: one bidi level, script, language,
 * style, face and orientation each. UAX #9 by ICU, UAX #24 scripts, fallback
 * per grapheme cluster (UAX #29). Items are in logical order and cover the
 * paragraph except for bidi controls, which no item holds.
 */
#ifndef ENVOI_TEXT_ITEMIZE_H
#define ENVOI_TEXT_ITEMIZE_H

#include <hb.h>
#include <unicode/ubidi.h>

#include "text/fontset.h"
#include "text/ustring.h"

typedef enum TextDir { DIR_AUTO, DIR_LTR, DIR_RTL } TextDir;

/* How the glyphs of an item stand in their line. In a vertical paragraph the
 * line is turned clockwise, and what is not rotated is turned back. */
typedef enum TextOrient {
    ORIENT_HORIZONTAL, /* of every item of a horizontal paragraph */
    ORIENT_ROTATED,    /* lies in the vertical line: Latin words */
    ORIENT_UPRIGHT,    /* one below the other: Han */
    ORIENT_ACROSS      /* side by side in one em: a number of few digits */
} TextOrient;

typedef struct Item {
    uint32_t start, end; /* UTF-16, end > start */
    uint8_t level;       /* UAX #9 embedding level; odd is right-to-left */
    hb_script_t script;  /* resolved: Common and Inherited take a neighbour's */
    const char *lang;    /* BCP 47; of the script, not only of the piece */
    const TextStyle *style; /* of the piece */
    Font *font;             /* NULL: no face covers it, an error is in `diag` */
    TextOrient orient;
} Item;

typedef struct Items {
    Item *v;
    size_t n;
    bool rtl;        /* the paragraph's direction */
    uint8_t *levels; /* per UTF-16 unit, for reordering lines (UAX #9 L1-L2) */
} Items;

/* The direction of a paragraph (`b` NULL: no text yet): `dir`, or for DIR_AUTO
 * the first strong character, or else the direction of `lang`'s script. */
bool itemize_is_rtl(TextDir dir, const UBuilder *b, const char *lang);

/* `vertical`: lines run from top to bottom; each item gets an orientation (see
 * orient.h).
 *
 * `langs` (may be NULL): languages the document says it uses, in order; a run
 * whose script is not the piece's language's takes the first of them written
 * in that script, or else: Han zh-Hans, kana ja, Hangul ko, Arabic ug, Tibetan
 * bo, Cyrillic ru, Mongolian mn-Mong, and a few more; "und" where the script
 * does not tell (Latin). A cluster without a face is an error in `diag` with
 * its characters, code points, place and what would cover it, once a paragraph;
 * what a missing font file would set is said once for the file, at its first
 * character.
 * U+2028 is in an item though no face has a glyph for it. */
void itemize(Arena *a, Fontset *fs, const UString *u, bool rtl, bool vertical,
             const char *const *langs, size_t nlangs, Diag *diag, Items *out);

/* The most likely script of a language tag ("zh-Hant" Hant -> Hani, "ja" ->
 * Hani, "ko" -> Hang); HB_SCRIPT_COMMON if it is unknown. */
hb_script_t itemize_lang_script(const char *lang);

#endif
