#include "text/fontset.h"

#include "base/fs.h"
#include "text/fontfiles.h"
#include "text/fontlist.h"
#include "text/ustring.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <string.h>

/* One variant of one face. */
typedef struct Slot {
    bool tried;
    Font *font; /* NULL: not opened yet, or broken */
} Slot;

/* Characters whose face a stack remembers: those under FONTSET_PLAIN and 64 of
 * General Punctuation. */
#define PUNCTUATION 0x2000
#define PLAINS (FONTSET_PLAIN + 64)

typedef struct StackFace {
    const StackEntry *entry;
    FaceVariant variant;
    Slot *slot;
} StackFace;

/* A character of another kind, Han mostly, that was looked for. */
#define FOUND 256
typedef struct Found {
    UChar c;
    Font *font; /* of the stack; NULL: nothing is here */
} Found;

struct FontStack {
    FontFamily family;
    bool bold, italic;
    const Language *lang;
    StackFace *v;
    size_t n;
    FcFontSet *system; /* sorted by fontconfig, once a cluster needs it */
    struct {
        bool known;
        Font *font;
        Len advance; /* in design units */
    } plain[PLAINS]; /* see fontset_plain */
    Found found[FOUND];
};

/* Languages that were asked for last. */
#define RECENT 8
typedef struct RecentLanguage {
    char tag[24];
    const Language *language;
} RecentLanguage;

struct Fontset {
    Arena *a;
    RecentLanguage recent[RECENT];
    size_t next; /* place of the next one */
    bool system_fonts;
    Stacks stacks;
    FontFiles *files;
    Slot *slots; /* faces x variants */
    unsigned opened;
    VEC(FontStack *) made;
    FcConfig *config;  /* of the system, with system_fonts */
    VEC(Font *) extra; /* faces fontconfig gave */
};

static bool is_data_dir(const char *data_dir, const char *fonts, Diag *diag) {
    if (fs_exists(fonts))
        return true;
    diag_file(
        diag, DIAG_SYSTEM, data_dir,
        "there is no folder fonts/ in it; is envoi installed? If its data "
        "are elsewhere, set ENVOI_DATA to the folder of fonts/ and "
        "layouts/");
    return false;
}

Fontset *fontset_new(const char *data_dir, bool system_fonts, Diag *diag) {
    Arena *a = arena_new();
    Fontset *fs = ARENA_NEW(a, Fontset);
    fs->a = a;
    fs->system_fonts = system_fonts;
    const char *dir = fs_join(a, data_dir, "fonts");
    if (is_data_dir(data_dir, dir, diag) &&
        stacks_load(a, fs_join(a, dir, "stacks"), diag, &fs->stacks))
        fs->files =
            fontfiles_new(a, &fs->stacks, fs_join(a, dir, "fonts.conf"), diag);
    if (!fs->files) {
        fontset_free(fs);
        return NULL;
    }
    fs->slots = ARENA_ARRAY(a, Slot, fs->stacks.faces.n * FACE_VARIANTS);
    return fs;
}

void fontset_free(Fontset *fs) {
    if (!fs)
        return;
    for (size_t i = 0; fs->slots && i < fs->stacks.faces.n * FACE_VARIANTS; i++)
        font_free(fs->slots[i].font);
    for (size_t i = 0; i < fs->extra.n; i++)
        font_free(fs->extra.v[i]);
    for (size_t i = 0; i < fs->made.n; i++)
        if (fs->made.v[i]->system)
            FcFontSetDestroy(fs->made.v[i]->system);
    if (fs->config)
        FcConfigDestroy(fs->config);
    arena_free(fs->a);
}

static FontStack *make_stack(Fontset *fs, const TextStyle *style,
                             const Language *lang) {
    const StackEntries *entries = &lang->stacks[style->family];
    FaceVariant want = style->bold
                           ? style->italic ? FACE_BOLD_ITALIC : FACE_BOLD
                       : style->italic ? FACE_ITALIC
                                       : FACE_REGULAR;
    FontStack *stack = ARENA_NEW(fs->a, FontStack);
    *stack = (FontStack){.family = style->family,
                         .bold = style->bold,
                         .italic = style->italic,
                         .lang = lang,
                         .v = ARENA_ARRAY(fs->a, StackFace, entries->n),
                         .n = entries->n};
    for (size_t i = 0; i < entries->n; i++) {
        StackFace *f = &stack->v[i];
        f->entry = &entries->v[i];
        face_file(f->entry->face, want, &f->variant);
        f->slot = &fs->slots[f->entry->face->number * FACE_VARIANTS +
                             (size_t)f->variant];
    }
    return stack;
}

/* The languages of one page are few. */
static const Language *find_language(Fontset *fs, const char *lang) {
    for (size_t i = 0; i < RECENT; i++)
        if (fs->recent[i].language && strcmp(fs->recent[i].tag, lang) == 0)
            return fs->recent[i].language;
    const Language *language = stacks_language(&fs->stacks, lang);
    size_t n = strlen(lang) + 1;
    if (n <= sizeof fs->recent[0].tag) {
        memcpy(fs->recent[fs->next].tag, lang, n);
        fs->recent[fs->next].language = language;
        fs->next = (fs->next + 1) % RECENT;
    }
    return language;
}

const FontStack *fontset_stack(Fontset *fs, const TextStyle *style,
                               const char *lang) {
    const Language *language = find_language(fs, lang);
    for (size_t i = 0; i < fs->made.n; i++) {
        const FontStack *s = fs->made.v[i];
        if (s->lang == language && s->family == style->family &&
            s->bold == style->bold && s->italic == style->italic)
            return s;
    }
    FontStack *stack = make_stack(fs, style, language);
    vec_push(fs->a, &fs->made, stack);
    return stack;
}

/* The open font, NULL if it is missing or broken (advice tells which). */
static Font *open_slot(Fontset *fs, const StackFace *f) {
    Slot *slot = f->slot;
    if (slot->tried)
        return slot->font;
    slot->tried = true;
    const Face *face = f->entry->face;
    const char *path = fontfiles_path(fs->files, face, f->variant);
    if (path)
        slot->font = font_open(path, face->files[f->variant].index, fs->opened,
                               face->scale_permille, NULL);
    if (slot->font)
        fs->opened++;
    return slot->font;
}

Font *fontset_primary(Fontset *fs, const FontStack *stack, Diag *diag) {
    const Face *first = NULL;
    for (size_t i = 0; i < stack->n; i++) {
        if (stack->v[i].entry->marks)
            continue;
        if (!first)
            first = stack->v[i].entry->face;
        if (open_slot(fs, &stack->v[i]))
            return stack->v[i].slot->font;
    }
    if (first)
        diag_file(diag, DIAG_SYSTEM, first->files[FACE_REGULAR].name,
                  "is not installed, nor any other font of the %s stack; "
                  "install %s",
                  stack->family == FONT_SERIF ? "serif" : "sans",
                  first->package);
    return NULL;
}

static bool needs_no_glyph(uint32_t cp) {
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

static bool is_selector(uint32_t cp) {
    return (cp >= 0xFE00 && cp <= 0xFE0F) || (cp >= 0xE0100 && cp <= 0xE01EF);
}

/* All of a cluster; `exact`: with the form its variation selector asks for. */
static bool covers(const Font *f, const UChar *s, uint32_t n, bool exact) {
    uint32_t before = 0;
    for (uint32_t i = 0; i < n;) {
        uint32_t cp = utf16_next(s, n, &i);
        if (is_selector(cp) && exact && !font_glyph(f, before, cp))
            return false;
        if (!needs_no_glyph(cp) && !covers_char(f, cp))
            return false;
        before = cp;
    }
    return true;
}

/* The character that decides which face may set a cluster: the first that
 * needs a glyph; 0 if there is none. */
static uint32_t base_char(const UChar *s, uint32_t n, bool *selector) {
    uint32_t base = 0;
    *selector = false;
    for (uint32_t i = 0; i < n;) {
        uint32_t cp = utf16_next(s, n, &i);
        if (base == 0 && !needs_no_glyph(cp))
            base = cp;
        *selector |= is_selector(cp);
    }
    return base;
}

static bool entry_sets(const StackEntry *entry, uint32_t base) {
    const CharRanges *limit =
        entry->marks ? &entry->marks->ranges : &entry->face->limit;
    return base == 0 || limit->n == 0 || ranges_have(limit, base);
}

static bool in_stack(const Fontset *fs, const FontStack *stack,
                     const Font *font) {
    for (size_t i = 0; i < stack->n; i++)
        if (stack->v[i].slot->font == font)
            return true;
    for (size_t i = 0; i < fs->extra.n; i++)
        if (fs->extra.v[i] == font)
            return true;
    return false;
}

static Font *find_in_stack(Fontset *fs, const FontStack *stack, const UChar *s,
                           uint32_t n, uint32_t base, bool exact) {
    for (size_t i = 0; i < stack->n; i++) {
        const StackFace *f = &stack->v[i];
        if (!entry_sets(f->entry, base))
            continue;
        Font *font = open_slot(fs, f);
        if (font && covers(font, s, n, exact))
            return font;
    }
    return NULL;
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

/* The system's fonts for a stack, best first; built when first needed. */
static FcFontSet *system_list(Fontset *fs, FontStack *stack) {
    if (stack->system)
        return stack->system;
    if (!fs->config)
        fs->config = FcInitLoadConfigAndFonts();
    FcPattern *p = FcPatternCreate();
    FcResult result;
    const char *family = stack->family == FONT_SERIF ? "serif" : "sans-serif";
    FcPatternAddString(p, FC_FAMILY, (const FcChar8 *)family);
    if (strcmp(stack->lang->name, "default") != 0)
        FcPatternAddString(p, FC_LANG, (const FcChar8 *)stack->lang->tags[0]);
    FcPatternAddInteger(p, FC_WEIGHT,
                        stack->bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(p, FC_SLANT,
                        stack->italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    FcPatternAddBool(p, FC_SCALABLE, FcTrue);
    FcPatternAddBool(p, FC_OUTLINE, FcTrue);
    FcConfigSubstitute(fs->config, p, FcMatchPattern);
    FcDefaultSubstitute(p);
    stack->system = FcFontSort(fs->config, p, FcFalse, NULL, &result);
    FcPatternDestroy(p);
    return stack->system;
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
        if (!needs_no_glyph(cp) && !FcCharSetHasChar(chars, cp))
            return false;
    }
    return true;
}

static Font *open_listed(Fontset *fs, FcPattern *p) {
    FcChar8 *path;
    int index = 0;
    if (FcPatternGetString(p, FC_FILE, 0, &path) != FcResultMatch)
        return NULL;
    FcPatternGetInteger(p, FC_INDEX, 0, &index);
    return font_open((const char *)path, (unsigned)index & 0xFFFF, fs->opened,
                     1000, NULL);
}

/* A font of the machine that covers the cluster and can set it: one that was
 * taken before, else the best by fontconfig's order. */
static Font *find_in_system(Fontset *fs, FontStack *stack, const UChar *s,
                            uint32_t n, uint32_t base) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)base, &status);
    for (size_t i = 0; i < fs->extra.n; i++)
        if (covers(fs->extra.v[i], s, n, false) &&
            can_shape(fs->extra.v[i], script))
            return fs->extra.v[i];
    FcFontSet *list = system_list(fs, stack);
    for (int i = 0; list && i < list->nfont; i++) {
        if (!listed_covers(list->fonts[i], s, n))
            continue;
        Font *font = open_listed(fs, list->fonts[i]);
        if (font && font->embeddable && font->subsettable &&
            covers(font, s, n, false) && can_shape(font, script)) {
            fs->opened++;
            vec_push(fs->a, &fs->extra, font);
            return font;
        }
        font_free(font);
    }
    return NULL;
}

static Font *find_cluster(Fontset *fs, const FontStack *stack, const UChar *s,
                          uint32_t n, Font *prefer) {
    bool selector;
    uint32_t base = base_char(s, n, &selector);
    if (prefer && in_stack(fs, stack, prefer) && covers(prefer, s, n, selector))
        return prefer;
    Font *font = selector ? find_in_stack(fs, stack, s, n, base, true) : NULL;
    if (!font)
        font = find_in_stack(fs, stack, s, n, base, false);
    if (!font && fs->system_fonts)
        font = find_in_system(fs, (FontStack *)stack, s, n, base);
    return font;
}

/* What a stack has for a character does not change. */
Font *fontset_find(Fontset *fs, const FontStack *stack, const UChar *s,
                   uint32_t n, Font *prefer) {
    if (n != 1 || prefer)
        return find_cluster(fs, stack, s, n, prefer);
    Found *found = &((FontStack *)stack)->found[*s % FOUND];
    if (found->c == *s && found->font)
        return found->font;
    *found = (Found){*s, find_cluster(fs, stack, s, n, NULL)};
    return found->font;
}

/* The place of `c` in the table of a stack; PLAINS: it has none. */
static uint32_t plain_place(UChar c) {
    if (c < FONTSET_PLAIN)
        return c;
    return c >= PUNCTUATION && c - PUNCTUATION < PLAINS - FONTSET_PLAIN
               ? FONTSET_PLAIN + c - PUNCTUATION
               : PLAINS;
}

static Font *find_plain(Fontset *fs, FontStack *stack, UChar c,
                        uint32_t place) {
    if (stack->plain[place].known)
        return stack->plain[place].font;
    Font *font = fontset_find(fs, stack, &c, 1, NULL);
    stack->plain[place].font = font;
    stack->plain[place].known = true;
    if (font)
        stack->plain[place].advance = hb_font_get_glyph_h_advance(
            font_at(font, (Len)font->upem), font_glyph(font, c, 0));
    return font;
}

Len fontset_plain_advance(Fontset *fs, const FontStack *stack, UChar c,
                          Len size) {
    uint32_t place = plain_place(c);
    Font *font =
        place < PLAINS ? find_plain(fs, (FontStack *)stack, c, place) : NULL;
    return font ? len_muldiv(font_em(font, size), stack->plain[place].advance,
                             font->upem)
                : -1;
}

Font *fontset_plain(Fontset *fs, const FontStack *stack, const UChar *s,
                    uint32_t n) {
    Font *font = NULL;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t place = plain_place(s[i]);
        Font *one = place < PLAINS
                        ? find_plain(fs, (FontStack *)stack, s[i], place)
                        : NULL;
        /* A mark may also stay in the face of the letters before it. */
        if (place >= FONTSET_PLAIN && one != font)
            one = fontset_find(fs, stack, &s[i], 1, font);
        if (!one || (font && one != font))
            return NULL;
        font = one;
    }
    return font;
}

static bool face_has(const Face *face, uint32_t cp) {
    const CharRanges *r = face->covers.n ? &face->covers : &face->limit;
    return ranges_have(r, cp);
}

static const char *stem(Arena *a, const char *file) {
    const char *dot = strrchr(file, '.');
    return dot ? arena_strndup(a, file, (size_t)(dot - file)) : file;
}

const char *fontset_advice(Fontset *fs, Arena *a, const FontStack *stack,
                           const UChar *s, uint32_t n) {
    bool selector;
    uint32_t base = base_char(s, n, &selector);
    for (size_t i = 0; i < stack->n; i++) {
        const StackFace *f = &stack->v[i];
        const Face *face = f->entry->face;
        if (!entry_sets(f->entry, base) || !face_has(face, base) ||
            f->slot->font)
            continue;
        const char *path = fontfiles_path(fs->files, face, f->variant);
        if (path && !f->slot->tried)
            continue;
        if (path)
            return arena_printf(a, "%s is broken: reinstall %s", path,
                                face->package);
        return arena_printf(a, "install %s (%s covers it)", face->package,
                            stem(a, face->files[f->variant].name));
    }
    return FONTSET_NO_ADVICE;
}

void fontset_print(Fontset *fs, Buf *out) {
    fontlist_print(&fs->stacks, fs->files, fs->system_fonts, out);
}
