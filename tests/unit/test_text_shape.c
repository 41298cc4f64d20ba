/* Glyphs, positions and clusters against hb-shape's for the same font, text,
 * language and script; without hb-shape (libharfbuzz-bin) that part is
 * skipped. */
#include "text/shape.h"

#include <stdlib.h>
#include <unicode/ustring.h>

#include "base/buf.h"
#include "base/fs.h"
#include "unit.h"

typedef struct Bench {
    Arena *a;
    Diag *diag;
    Fontset *fs;
} Bench;

static UString ustring_of(Arena *a, const char *text) {
    size_t n = strlen(text);
    UString u = {.s = ARENA_ARRAY(a, UChar, n + 1)};
    UErrorCode e = U_ZERO_ERROR;
    int32_t len;
    u_strFromUTF8(u.s, (int32_t)n + 1, &len, text, (int32_t)n, &e);
    u.n = (uint32_t)len;
    return u;
}

static const TextStyle *style_of(Arena *a, FontFamily family,
                                 const char *lang) {
    TextStyle *s = ARENA_NEW(a, TextStyle);
    *s = (TextStyle){.family = family, .size = LEN_OF_PT(12), .lang = lang};
    return s;
}

/* `text` as one item in the face of its first character. */
static bool item_of(Bench *t, const UString *u, const TextStyle *style,
                    hb_script_t script, bool rtl, Item *out) {
    const FontStack *stack = fontset_stack(t->fs, style, style->lang);
    Font *font = fontset_find(t->fs, stack, u->s, 1, NULL);
    *out = (Item){.end = u->n,
                  .level = rtl,
                  .script = script,
                  .lang = style->lang,
                  .style = style,
                  .font = font};
    return font != NULL;
}

/* In hb-shape's notation, in design units. */
static char *printed(Arena *a, const GlyphRun *run) {
    Buf out = {0};
    Len upem = (Len)run->font->upem;
    for (uint32_t i = 0; i < run->n; i++) {
        const Glyph *g = &run->glyphs[i];
        buf_printf(&out, "%s%u=%u", i ? "|" : "", g->id, g->cluster);
        Len dx = len_muldiv(g->dx, upem, run->em);
        Len dy = len_muldiv(-g->dy, upem, run->em);
        Len advance = len_muldiv(g->advance, upem, run->em);
        if (shape_stands(run)) {
            buf_printf(&out, "@%d,%d+0,%d", dy, -dx, -advance);
            continue;
        }
        if (dx || dy)
            buf_printf(&out, "@%d,%d", dx, dy);
        buf_printf(&out, "+%d", advance);
    }
    char *s = arena_strndup(a, out.n ? out.s : "", out.n);
    buf_free(&out);
    return s;
}

static bool have_hb_shape(void) {
    return system("command -v hb-shape >/dev/null 2>&1") == 0;
}

/* hb-shape counts clusters in characters; no case here has any beyond the
 * basic plane but the one that says so. */
static char *hb_shape_says(Arena *a, const char *text, const Item *it) {
    char tag[5] = {0};
    hb_tag_to_string(hb_script_to_iso15924_tag(it->script), tag);
    const char *command = arena_printf(
        a,
        "hb-shape --font-file='%s' --face-index=%u --direction=%s --script=%s "
        "--language=%s --cluster-level=1 --remove-default-ignorables "
        "--no-glyph-names --text='%s'",
        it->font->path, it->font->index,
        it->orient == ORIENT_UPRIGHT ? "ttb"
        : it->level & 1              ? "rtl"
                                     : "ltr",
        tag, it->lang, text);
    FILE *p = popen(command, "r");
    if (!p)
        return NULL;
    char line[8192] = "";
    size_t n = fread(line, 1, sizeof line - 1, p);
    pclose(p);
    while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == ']'))
        n--;
    return n > 1 ? arena_strndup(a, line + 1, n - 1) : NULL;
}

typedef struct Case {
    FontFamily family;
    const char *lang;
    uint32_t script;
    bool rtl;
    const char *text;
    TextOrient orient;
} Case;

static const Case CASES[] = {
    {FONT_SERIF, "en", HB_SCRIPT_LATIN, false,
     "AVATAR office Tofu, fiancé: “Yes” To 1234.", ORIENT_HORIZONTAL},
    {FONT_SANS, "en", HB_SCRIPT_LATIN, false, "AVATAR office LTA 1234.",
     ORIENT_HORIZONTAL},
    {FONT_SERIF, "zh-Hans", HB_SCRIPT_HAN, false,
     "新疆维吾尔自治区，骨直令返海社。“好”", ORIENT_HORIZONTAL},
    {FONT_SANS, "zh-Hans", HB_SCRIPT_HAN, false, "天山区中山路479号（收）",
     ORIENT_HORIZONTAL},
    {FONT_SERIF, "zh-Hant", HB_SCRIPT_HAN, false, "骨直令返海社，。",
     ORIENT_HORIZONTAL},
    {FONT_SERIF, "ja", HB_SCRIPT_HAN, false, "骨直令返海社", ORIENT_HORIZONTAL},
    {FONT_SERIF, "ug", HB_SCRIPT_ARABIC, true,
     "ئۇيغۇر يېزىقىدىكى بالا ئالاقە، خەت.", ORIENT_HORIZONTAL},
    {FONT_SANS, "ug", HB_SCRIPT_ARABIC, true, "ئەكپەر ئەسەت سالام",
     ORIENT_HORIZONTAL},
    {FONT_SERIF, "kk-Arab", HB_SCRIPT_ARABIC, true, "ٴبىز قازاقپىز",
     ORIENT_HORIZONTAL},
    {FONT_SERIF, "bo", HB_SCRIPT_TIBETAN, false, "བསྒྲུབས་པའི་སྐད་ཡིག།",
     ORIENT_HORIZONTAL},
    {FONT_SANS, "zh-Hans", HB_SCRIPT_HAN, false,
     "天山区中山路号（收）、。「·」——……", ORIENT_UPRIGHT},
    {FONT_SERIF, "zh-Hant", HB_SCRIPT_HAN, false, "骨直令返海社，。：（）",
     ORIENT_UPRIGHT},
    {FONT_SANS, "ja", HB_SCRIPT_KATAKANA, false, "ュータウン、ー（「ッ",
     ORIENT_UPRIGHT},
};

static void same_as_hb_shape(Bench *t) {
    if (!have_hb_shape()) {
        unit_skipped += (int)(sizeof CASES / sizeof *CASES);
        return;
    }
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const Case *c = &CASES[i];
        UString u = ustring_of(t->a, c->text);
        Item item;
        CHECK(item_of(t, &u, style_of(t->a, c->family, c->lang),
                      (hb_script_t)c->script, c->rtl, &item));
        item.orient = c->orient;
        if (!item.font)
            continue;
        GlyphRun run;
        shape_range(t->a, &u, &item, 0, u.n, &run);
        const char *want = hb_shape_says(t->a, c->text, &item);
        CHECK(want != NULL);
        if (want)
            CHECK_STR(printed(t->a, &run), want);
        for (uint32_t g = 0; g < run.n; g++)
            CHECK(run.glyphs[g].id != 0);
    }
}

static Item item_across(Bench *t, const UString *u, Len size) {
    static const UChar han[] = {0x4E00};
    TextStyle *style = ARENA_NEW(t->a, TextStyle);
    *style = (TextStyle){.family = FONT_SANS, .size = size, .lang = "zh-Hans"};
    const FontStack *stack = fontset_stack(t->fs, style, style->lang);
    return (Item){.end = u->n,
                  .script = HB_SCRIPT_HAN,
                  .lang = style->lang,
                  .style = style,
                  .font = fontset_find(t->fs, stack, han, 1, NULL),
                  .orient = ORIENT_ACROSS};
}

/* Digits side by side fill one em, their middle in that of the column. */
static void digits_across(Bench *t) {
    static const char *const NUMBERS[] = {"1", "12", "479"}; /* too wide */
    const Len em = LEN_OF_PT(12);
    for (int i = 0; i < 3; i++) {
        UString u = ustring_of(t->a, NUMBERS[i]);
        Item item = item_across(t, &u, em);
        CHECK(item.font != NULL);
        if (!item.font)
            return;
        GlyphRun run;
        shape_range(t->a, &u, &item, 0, u.n, &run);
        CHECK_INT(run.n, i + 1);
        CHECK_INT(run.em, i == 2 ? em * 2 / 3 : em);
        CHECK_INT(run.width, em);
        /* To the left is down in the line before it is turned. */
        Len left = run.glyphs[0].dy, last = run.glyphs[i].dy;
        CHECK(abs(left + last - run.em / 2) < 100);
        CHECK(left <= em / 2);
        for (uint32_t g = 0; g < run.n; g++) {
            CHECK_INT(run.glyphs[g].cluster, 0);
            CHECK_INT(run.glyphs[g].dx, run.glyphs[0].dx);
            CHECK(g == 0 || run.glyphs[g].dy < run.glyphs[g - 1].dy);
        }
        hb_glyph_extents_t ink;
        CHECK(hb_font_get_glyph_extents(font_at(run.font, run.em),
                                        run.glyphs[0].id, &ink));
        Len middle = run.glyphs[0].dx - ink.y_bearing - ink.height / 2;
        CHECK(abs(middle - em / 2) < em / 50);
    }
}

/* Letters that lie are centred in the column, and so is a hyphen alone. */
static void lying(Bench *t) {
    static const char *const TEXTS[] = {"Rue 12", "-"};
    for (int i = 0; i < 2; i++) {
        UString u = ustring_of(t->a, TEXTS[i]);
        Item item;
        CHECK(item_of(t, &u, style_of(t->a, FONT_SANS, "en"), HB_SCRIPT_LATIN,
                      false, &item));
        GlyphRun flat, run;
        shape_range(t->a, &u, &item, 0, u.n, &flat);
        item.orient = ORIENT_ROTATED;
        shape_range(t->a, &u, &item, 0, u.n, &run);
        CHECK_INT(run.width, flat.width);
        CHECK_INT(run.glyphs[0].id, flat.glyphs[0].id);
        hb_glyph_extents_t ink;
        CHECK(hb_font_get_glyph_extents(font_at(run.font, run.em),
                                        run.glyphs[0].id, &ink));
        Len middle = run.glyphs[0].dy - ink.y_bearing - ink.height / 2;
        CHECK(abs(middle) <= (i ? 1 : run.em / 20));
        CHECK(run.glyphs[0].dy > 0);
    }
}

/* The same Han character by region: four languages, one character. */
static void regional_forms(Bench *t) {
    UString u = ustring_of(t->a, "\u9AA8"); /* 骨 */
    static const char *const LANGS[] = {"zh-Hans", "zh-Hant", "ja"};
    uint32_t id[3] = {0};
    for (int i = 0; i < 3; i++) {
        Item item;
        CHECK(item_of(t, &u, style_of(t->a, FONT_SERIF, LANGS[i]),
                      HB_SCRIPT_HAN, false, &item));
        GlyphRun run;
        shape_range(t->a, &u, &item, 0, 1, &run);
        CHECK_INT(run.n, 1);
        id[i] = run.n ? run.glyphs[0].id : 0;
    }
    CHECK(id[0] != id[2]); /* 骨 bends the other way in China */
    CHECK(id[0] != 0 && id[1] != 0);
}

/* A word cut for a hyphen keeps its joining forms (facts 5.4). */
static void context_joins(Bench *t) {
    UString u = ustring_of(t->a, "قىلمىغان");
    Item item;
    CHECK(item_of(t, &u, style_of(t->a, FONT_SERIF, "ug"), HB_SCRIPT_ARABIC,
                  true, &item));
    GlyphRun whole, head, tail;
    shape_range(t->a, &u, &item, 0, u.n, &whole);
    shape_range(t->a, &u, &item, 0, 3, &head);
    shape_range(t->a, &u, &item, 3, u.n, &tail);
    CHECK_INT(head.n + tail.n, whole.n);
    CHECK_INT(head.start, 0);
    CHECK_INT(head.end, 3);
    for (uint32_t i = 0; i < tail.n; i++)
        CHECK_INT(tail.glyphs[i].id, whole.glyphs[i].id);
    for (uint32_t i = 0; i < head.n; i++)
        CHECK_INT(head.glyphs[i].id, whole.glyphs[tail.n + i].id);
    CHECK_INT(tail.glyphs[tail.n - 1].cluster, 3);
}

/* lam-alef is one glyph of two characters. */
static void lam_alef(Bench *t) {
    UString u = ustring_of(t->a, "بالا");
    Item item;
    CHECK(item_of(t, &u, style_of(t->a, FONT_SERIF, "ug"), HB_SCRIPT_ARABIC,
                  true, &item));
    GlyphRun run;
    shape_range(t->a, &u, &item, 0, u.n, &run);
    CHECK_INT(run.n, 3);
    CHECK_INT(run.glyphs[0].cluster, 2);
}

/* ZWJ, ZWNJ and soft hyphen give no glyph; clusters still cover them. */
static void ignorables(Bench *t) {
    UString u = ustring_of(t->a, "a\u00ADb\u200Cc");
    Item item;
    CHECK(item_of(t, &u, style_of(t->a, FONT_SERIF, "en"), HB_SCRIPT_LATIN,
                  false, &item));
    GlyphRun run;
    shape_range(t->a, &u, &item, 0, u.n, &run);
    CHECK_INT(run.n, 3);
    CHECK_INT(run.glyphs[1].cluster, 2);
    CHECK_INT(run.glyphs[2].cluster, 4);
}

/* A base and its mark: the mark is above, with a cluster of its own. */
static void marks(Bench *t) {
    UString u = ustring_of(t->a, "q\u0302");
    Item item;
    CHECK(item_of(t, &u, style_of(t->a, FONT_SERIF, "en"), HB_SCRIPT_LATIN,
                  false, &item));
    GlyphRun run;
    shape_range(t->a, &u, &item, 0, u.n, &run);
    CHECK_INT(run.n, 2);
    CHECK_INT(run.glyphs[1].cluster, 1);
    CHECK_INT(run.glyphs[1].advance, 0);
    CHECK_INT(run.width, run.glyphs[0].advance);
}

static void no_font(Bench *t) {
    UString u = ustring_of(t->a, "abc");
    Item item = {.end = 3, .style = style_of(t->a, FONT_SERIF, "en")};
    GlyphRun run;
    shape_range(t->a, &u, &item, 0, 3, &run);
    CHECK_INT(run.n, 0);
    CHECK_INT(run.width, 0);
}

int main(void) {
    Bench t = {.a = arena_new(), .diag = diag_new()};
    t.fs = fontset_new(fs_data_dir(t.a), false, t.diag);
    CHECK(t.fs != NULL);
    if (t.fs) {
        same_as_hb_shape(&t);
        digits_across(&t);
        lying(&t);
        regional_forms(&t);
        context_joins(&t);
        lam_alef(&t);
        ignorables(&t);
        marks(&t);
        no_font(&t);
    }
    diag_print(t.diag, stdout, false);
    fontset_free(t.fs);
    diag_free(t.diag);
    arena_free(t.a);
    return unit_done("text_shape");
}
