#include "text/fontset.h"

#include "base/fs.h"
#include "text/cover.h"
#include "text/fontfiles.h"
#include "text/fontlist.h"
#include "text/systemfonts.h"
#include "text/ustring.h"

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
    const Language *lang;
    StackFace *v;
    size_t n;
    SystemStack system;
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
    size_t next;         /* place of the next one */
    SystemFonts *system; /* NULL: none of them */
    Stacks stacks;
    FontFiles *files;
    Slot *slots; /* faces x variants */
    unsigned opened;
    VEC(FontStack *) made;
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
    if (system_fonts)
        fs->system = systemfonts_new(a, &fs->opened);
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
    for (size_t i = 0; i < fs->made.n; i++)
        systemfonts_forget(&fs->made.v[i]->system);
    systemfonts_free(fs->system);
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
                         .system = {.serif = style->family == FONT_SERIF,
                                    .bold = style->bold,
                                    .italic = style->italic},
                         .lang = lang,
                         .v = ARENA_ARRAY(fs->a, StackFace, entries->n),
                         .n = entries->n};
    if (strcmp(lang->name, "default") != 0)
        stack->system.lang = lang->tags[0];
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
            s->system.bold == style->bold && s->system.italic == style->italic)
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

/* The character that decides which face may set a cluster: the first that
 * needs a glyph; 0 if there is none. */
static uint32_t base_char(const UChar *s, uint32_t n, bool *selector) {
    uint32_t base = 0;
    *selector = false;
    for (uint32_t i = 0; i < n;) {
        uint32_t cp = utf16_next(s, n, &i);
        if (base == 0 && !cover_needs_none(cp))
            base = cp;
        *selector |= cover_is_selector(cp);
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
    return systemfonts_have(fs->system, font);
}

static Font *find_in_stack(Fontset *fs, const FontStack *stack, const UChar *s,
                           uint32_t n, uint32_t base, bool exact) {
    for (size_t i = 0; i < stack->n; i++) {
        const StackFace *f = &stack->v[i];
        if (!entry_sets(f->entry, base))
            continue;
        Font *font = open_slot(fs, f);
        if (font && cover_has(font, s, n, exact))
            return font;
    }
    return NULL;
}

static Font *find_cluster(Fontset *fs, const FontStack *stack, const UChar *s,
                          uint32_t n, Font *prefer) {
    bool selector;
    uint32_t base = base_char(s, n, &selector);
    if (prefer && in_stack(fs, stack, prefer) &&
        cover_has(prefer, s, n, selector))
        return prefer;
    Font *font = selector ? find_in_stack(fs, stack, s, n, base, true) : NULL;
    if (!font)
        font = find_in_stack(fs, stack, s, n, base, false);
    if (!font && fs->system)
        font = systemfonts_find(fs->system, &((FontStack *)stack)->system, s, n,
                                base);
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
    fontlist_print(&fs->stacks, fs->files, fs->system != NULL, out);
}
