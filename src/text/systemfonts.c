#include "text/systemfonts.h"

#include "text/cover.h"
#include "text/ustring.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <unicode/uscript.h>

struct SystemFonts {
    Arena *a;
    unsigned *opened;
    FcConfig *config;  /* once a font is looked for */
    VEC(Font *) taken; /* by any stack */
};

SystemFonts *systemfonts_new(Arena *a, unsigned *opened) {
    SystemFonts *fs = ARENA_NEW(a, SystemFonts);
    fs->a = a;
    fs->opened = opened;
    return fs;
}

void systemfonts_free(SystemFonts *fs) {
    if (!fs)
        return;
    for (size_t i = 0; i < fs->taken.n; i++)
        font_free(fs->taken.v[i]);
    if (fs->config)
        FcConfigDestroy(fs->config);
}

void systemfonts_forget(SystemStack *stack) {
    if (stack->sorted)
        FcFontSetDestroy(stack->sorted);
}

bool systemfonts_have(const SystemFonts *fs, const Font *font) {
    for (size_t i = 0; fs && i < fs->taken.n; i++)
        if (fs->taken.v[i] == font)
            return true;
    return false;
}

/* Fonts list scripts whose shaping they lack: TW-Sung has every Uyghur letter
 * and joins none. A script that joins needs the joining features, any other
 * complex one needs to be named in GSUB. */
static bool can_shape(const Font *f, UScriptCode script) {
    static const hb_tag_t joins[] = {HB_TAG('i', 'n', 'i', 't'),
                                     HB_TAG('m', 'e', 'd', 'i'),
                                     HB_TAG('f', 'i', 'n', 'a')};
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED)
        return true;
    bool joining = script == USCRIPT_ARABIC || script == USCRIPT_SYRIAC ||
                   script == USCRIPT_MONGOLIAN || script == USCRIPT_NKO;
    static const UScriptCode complex[] = {
        USCRIPT_TIBETAN,  USCRIPT_DEVANAGARI, USCRIPT_BENGALI, USCRIPT_GURMUKHI,
        USCRIPT_GUJARATI, USCRIPT_ORIYA,      USCRIPT_TAMIL,   USCRIPT_TELUGU,
        USCRIPT_KANNADA,  USCRIPT_MALAYALAM,  USCRIPT_SINHALA, USCRIPT_KHMER,
        USCRIPT_MYANMAR};
    bool named = joining;
    for (size_t i = 0; i < sizeof complex / sizeof *complex; i++)
        named |= script == complex[i];
    if (!named)
        return true;
    hb_tag_t tags[HB_OT_MAX_TAGS_PER_SCRIPT];
    unsigned count = HB_OT_MAX_TAGS_PER_SCRIPT, index, feature;
    hb_ot_tags_from_script_and_language(
        hb_script_from_string(uscript_getShortName(script), -1), NULL, &count,
        tags, NULL, NULL);
    if (!hb_ot_layout_table_select_script(f->face, HB_OT_TAG_GSUB, count, tags,
                                          &index, NULL) ||
        index == HB_OT_LAYOUT_NO_SCRIPT_INDEX)
        return false;
    for (size_t i = 0; joining && i < 3; i++)
        if (!hb_ot_layout_language_find_feature(
                f->face, HB_OT_TAG_GSUB, index,
                HB_OT_LAYOUT_DEFAULT_LANGUAGE_INDEX, joins[i], &feature))
            return false;
    return true;
}

/* Best first; found when first needed. */
static FcFontSet *sorted(SystemFonts *fs, SystemStack *stack) {
    if (stack->sorted)
        return stack->sorted;
    if (!fs->config)
        fs->config = FcInitLoadConfigAndFonts();
    FcPattern *p = FcPatternCreate();
    FcResult result;
    const char *family = stack->serif ? "serif" : "sans-serif";
    FcPatternAddString(p, FC_FAMILY, (const FcChar8 *)family);
    if (stack->lang)
        FcPatternAddString(p, FC_LANG, (const FcChar8 *)stack->lang);
    FcPatternAddInteger(p, FC_WEIGHT,
                        stack->bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(p, FC_SLANT,
                        stack->italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(p, FC_SCALABLE, FcTrue);
    FcPatternAddBool(p, FC_OUTLINE, FcTrue);
    FcConfigSubstitute(fs->config, p, FcMatchPattern);
    FcDefaultSubstitute(p);
    stack->sorted = FcFontSort(fs->config, p, FcFalse, NULL, &result);
    FcPatternDestroy(p);
    return stack->sorted;
}

static bool listed_covers(FcPattern *p, const UChar *s, uint32_t n) {
    FcCharSet *chars;
    FcBool variable = FcFalse;
    FcPatternGetBool(p, FC_VARIABLE, 0, &variable);
    if (variable ||
        FcPatternGetCharSet(p, FC_CHARSET, 0, &chars) != FcResultMatch)
        return false;
    for (uint32_t i = 0; i < n;) {
        uint32_t cp = utf16_next(s, n, &i);
        if (!cover_needs_none(cp) && !FcCharSetHasChar(chars, cp))
            return false;
    }
    return true;
}

static Font *open_listed(SystemFonts *fs, FcPattern *p) {
    FcChar8 *path;
    int index = 0;
    if (FcPatternGetString(p, FC_FILE, 0, &path) != FcResultMatch)
        return NULL;
    FcPatternGetInteger(p, FC_INDEX, 0, &index);
    return font_open((const char *)path, (unsigned)index & 0xFFFF, *fs->opened,
                     1000, NULL);
}

Font *systemfonts_find(SystemFonts *fs, SystemStack *stack, const UChar *s,
                       uint32_t n, uint32_t base) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)base, &status);
    for (size_t i = 0; i < fs->taken.n; i++)
        if (cover_has(fs->taken.v[i], s, n, false) &&
            can_shape(fs->taken.v[i], script))
            return fs->taken.v[i];
    FcFontSet *list = sorted(fs, stack);
    for (int i = 0; list && i < list->nfont; i++) {
        if (!listed_covers(list->fonts[i], s, n))
            continue;
        Font *font = open_listed(fs, list->fonts[i]);
        if (font && font->embeddable && font->subsettable &&
            cover_has(font, s, n, false) && can_shape(font, script)) {
            ++*fs->opened;
            vec_push(fs->a, &fs->taken, font);
            return font;
        }
        font_free(font);
    }
    return NULL;
}
