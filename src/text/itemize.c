#include "text/itemize.h"

#include "base/limits.h"
#include "text/orient.h"
#include "text/scripts.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <assert.h>
#include <string.h>

/* One grapheme cluster on its way into an item. */
typedef struct Cluster {
    uint32_t start, end;
    uint8_t level;
    bool control; /* a bidi control: in no item */
    bool blank;   /* a space or ignorable: takes a neighbour's face */
    Orient orient;
    UScriptCode script;
    const char *lang;
    const TextStyle *style;
    Font *font;
} Cluster;

typedef struct Itemizer {
    Arena *a;
    Fontset *fs;
    const UString *u;
    const char *const *langs;
    size_t nlangs;
    Diag *diag;
    const UScriptCode *scripts;
    const uint8_t *levels;
    const Orient *orients; /* NULL: the paragraph is horizontal */
    Cluster *v;
    size_t n;
    VEC(const Cluster *) uncovered; /* reported already */
    const FontStack *stack;         /* of the cluster before */
    const TextStyle *stack_style;
    const char *stack_lang;
} Itemizer;

hb_script_t itemize_lang_script(const char *lang) {
    UScriptCode code = scripts_of_lang(lang);
    if (code == USCRIPT_KOREAN)
        return HB_SCRIPT_HANGUL;
    if (scripts_writes(code, USCRIPT_HAN))
        return HB_SCRIPT_HAN;
    return hb_script_from_string(uscript_getShortName(code), -1);
}

bool itemize_is_rtl(TextDir dir, const UBuilder *b, const char *lang) {
    if (dir != DIR_AUTO)
        return dir == DIR_RTL;
    int strong = b ? ubuilder_first_strong(b) : -1;
    if (strong >= 0)
        return strong == 1;
    return hb_script_get_horizontal_direction(itemize_lang_script(lang)) ==
           HB_DIRECTION_RTL;
}

/* UAX #9 levels, one a unit. */
static uint8_t *find_levels(Arena *a, const UString *u, bool rtl) {
    uint8_t *levels = ARENA_ARRAY(a, uint8_t, u->n);
    if (u->n == 0)
        return levels;
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized((int32_t)u->n, 0, &status);
    if (U_FAILURE(status))
        oom();
    ubidi_setPara(bidi, u->s, (int32_t)u->n, rtl ? 1 : 0, NULL, &status);
    const UBiDiLevel *found = ubidi_getLevels(bidi, &status);
    if (U_FAILURE(status)) /* the only failure left with valid arguments */
        oom();
    memcpy(levels, found, u->n);
    ubidi_close(bidi);
    return levels;
}

/* Is every code point a grapheme cluster? Then no break iterator is needed. */
static bool is_simple(const UString *u) {
    for (uint32_t i = 0; i < u->n;) {
        uint32_t cp = utf16_next(u->s, u->n, &i);
        if (cp < 0x300 || (cp >= 0x4E00 && cp <= 0x9FFF))
            continue;
        int kind =
            u_getIntPropertyValue((UChar32)cp, UCHAR_GRAPHEME_CLUSTER_BREAK);
        if (kind != U_GCB_OTHER && kind != U_GCB_CONTROL && kind != U_GCB_LV &&
            kind != U_GCB_LVT)
            return false;
    }
    return true;
}

static void add_cluster(Itemizer *it, uint32_t start, uint32_t end) {
    it->v[it->n++] = (Cluster){.start = start, .end = end};
}

/* UAX #29 clusters. */
static void find_clusters(Itemizer *it) {
    const UString *u = it->u;
    it->v = ARENA_ARRAY(it->a, Cluster, u->n);
    if (is_simple(u)) {
        for (uint32_t i = 0; i < u->n;) {
            uint32_t start = i;
            utf16_next(u->s, u->n, &i);
            add_cluster(it, start, i);
        }
        return;
    }
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iter =
        ubrk_open(UBRK_CHARACTER, "", u->s, (int32_t)u->n, &status);
    assert(U_SUCCESS(status)); /* its rules are inside the ICU library */
    uint32_t start = 0;
    for (int32_t end; (end = ubrk_next(iter)) != UBRK_DONE;) {
        add_cluster(it, start, (uint32_t)end);
        start = (uint32_t)end;
    }
    ubrk_close(iter);
}

static bool is_bidi_control(uint32_t cp) {
    return cp == 0x061C || cp == 0x200E || cp == 0x200F ||
           (cp >= 0x2066 && cp <= 0x2069);
}

/* What a script is most often, where nobody said. */
static const char *usual_lang(UScriptCode script) {
    static const struct {
        UScriptCode script;
        const char *lang;
    } table[] = {{USCRIPT_HAN, "zh-Hans"},       {USCRIPT_BOPOMOFO, "zh-Hant"},
                 {USCRIPT_HIRAGANA, "ja"},       {USCRIPT_KATAKANA, "ja"},
                 {USCRIPT_HANGUL, "ko"},         {USCRIPT_ARABIC, "ug"},
                 {USCRIPT_TIBETAN, "bo"},        {USCRIPT_CYRILLIC, "ru"},
                 {USCRIPT_MONGOLIAN, "mn-Mong"}, {USCRIPT_YI, "ii"},
                 {USCRIPT_GREEK, "el"},          {USCRIPT_HEBREW, "he"},
                 {USCRIPT_THAI, "th"},           {USCRIPT_LAO, "lo"},
                 {USCRIPT_KHMER, "km"},          {USCRIPT_MYANMAR, "my"},
                 {USCRIPT_DEVANAGARI, "hi"},     {USCRIPT_BENGALI, "bn"},
                 {USCRIPT_TAMIL, "ta"},          {USCRIPT_GEORGIAN, "ka"},
                 {USCRIPT_ARMENIAN, "hy"},       {USCRIPT_ETHIOPIC, "am"}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].script == script)
            return table[i].lang;
    return "und";
}

static const char *find_lang(const Itemizer *it, const char *own,
                             UScriptCode script) {
    if (scripts_writes(scripts_of_lang(own), script))
        return own;
    for (size_t i = 0; i < it->nlangs; i++)
        if (scripts_writes(scripts_of_lang(it->langs[i]), script))
            return it->langs[i];
    return usual_lang(script);
}

/* Spaces and what is not seen: U+3000 is as wide as Han and keeps its face. */
static bool is_blank(const UString *u, const Cluster *c) {
    for (uint32_t i = c->start; i < c->end;) {
        uint32_t cp = utf16_next(u->s, c->end, &i);
        bool blank = u_isUWhiteSpace((UChar32)cp) ||
                     u_charType((UChar32)cp) == U_CONTROL_CHAR ||
                     u_hasBinaryProperty((UChar32)cp,
                                         UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
        if (!blank || cp == 0x3000)
            return false;
    }
    return true;
}

static bool same_setting(const Cluster *a, const Cluster *b) {
    return a->script == b->script && a->style == b->style &&
           strcmp(a->lang, b->lang) == 0;
}

/* Everything but the faces. */
static void describe(Itemizer *it) {
    const UString *u = it->u;
    const UPiece *piece = NULL;
    for (size_t i = 0; i < it->n; i++) {
        Cluster *c = &it->v[i];
        const Cluster *before = i ? c - 1 : NULL;
        if (!piece || c->start >= piece->end)
            piece = ustring_piece(u, c->start);
        uint32_t at = c->start;
        uint32_t cp = utf16_next(u->s, c->end, &at);
        c->level = it->levels[c->start];
        c->script = it->scripts[c->start];
        c->orient = it->orients ? it->orients[c->start] : ORIENT_LIES;
        c->style = &piece->style;
        c->control = at == c->end && is_bidi_control(cp);
        c->blank = cp != 0x3000 && !c->control && is_blank(u, c);
        c->lang =
            before && before->style == c->style && before->script == c->script
                ? before->lang
                : find_lang(it, piece->style.lang, c->script);
    }
}

static bool is_digit(const UString *u, uint32_t at) {
    return at < u->n && u->s[at] >= '0' && u->s[at] <= '9';
}

/* A separator inside a number (1,234.5, 123-4567, 26.06.2021) stays in the
 * face of its digits: UAX #9 classes ES and CS. */
static bool is_inside_number(const UString *u, const Cluster *c) {
    if (c->end - c->start != 1 || c->start == 0 || !is_digit(u, c->start - 1) ||
        !is_digit(u, c->end))
        return false;
    UCharDirection d = u_charDirection(u->s[c->start]);
    return d == U_EUROPEAN_NUMBER_SEPARATOR || d == U_COMMON_NUMBER_SEPARATOR;
}

/* The stack of a cluster; its neighbours mostly have the same. */
static const FontStack *find_stack(Itemizer *it, const Cluster *c) {
    if (it->stack_style != c->style || it->stack_lang != c->lang) {
        it->stack = fontset_stack(it->fs, c->style, c->lang);
        it->stack_style = c->style;
        it->stack_lang = c->lang;
    }
    return it->stack;
}

static Font *find_font(Itemizer *it, const Cluster *c, Font *prefer) {
    return fontset_find(it->fs, find_stack(it, c), it->u->s + c->start,
                        c->end - c->start, prefer);
}

/* "U+2B81D" or "U+0041 U+20DD", and the text as it would be read: a mark gets
 * a dotted circle to stand on. */
static const char *code_points(Arena *a, const UString *u, const Cluster *c) {
    const char *list = "";
    for (uint32_t i = c->start; i < c->end;) {
        uint32_t cp = utf16_next(u->s, c->end, &i);
        list =
            arena_printf(a, "%s%sU+%04X", list, *list ? " " : "", (unsigned)cp);
    }
    uint32_t at = c->start;
    UChar32 first = (UChar32)utf16_next(u->s, c->end, &at);
    bool mark = (U_GET_GC_MASK(first) & U_GC_M_MASK) != 0;
    return arena_printf(a, "%s \"%s%s\"", list, mark ? "\xE2\x97\x8C" : "",
                        ustring_utf8(a, u, c->start, c->end));
}

static bool same_text(const UString *u, const Cluster *a, const Cluster *b) {
    uint32_t n = a->end - a->start;
    return n == b->end - b->start &&
           memcmp(u->s + a->start, u->s + b->start, n * sizeof *u->s) == 0;
}

/* Say it once a paragraph for each cluster. Past LIMIT_DIAGS the diag only
 * counts; then neither is the place worth the search. */
static void report(Itemizer *it, const Cluster *c) {
    if (it->uncovered.n >= LIMIT_DIAGS)
        return;
    for (size_t i = 0; i < it->uncovered.n; i++)
        if (same_text(it->u, it->uncovered.v[i], c))
            return;
    vec_push(it->a, &it->uncovered, c);
    const FontStack *stack = find_stack(it, c);
    const char *advice = fontset_advice(it->fs, it->a, stack,
                                        it->u->s + c->start, c->end - c->start);
    bool mendable = strcmp(advice, FONTSET_NO_ADVICE) != 0;
    diag_cure(it->diag, DIAG_ERROR, ustring_span(it->u, c->start, c->end),
              mendable ? advice : NULL, "no font has %s; %s",
              code_points(it->a, it->u, c), advice);
}

/* A digit that stands like Han is taken from the face of Han: its digits fit
 * the em. */
static Font *han_face(Itemizer *it, const Cluster *c) {
    static const UChar one[] = {0x4E00};
    return fontset_find(it->fs, find_stack(it, c), one, 1, NULL);
}

static Font *preferred(Itemizer *it, const Cluster *c, const Cluster *before) {
    if (c->orient == ORIENT_STANDS_WEST || c->orient == ORIENT_SQUEEZED)
        return han_face(it, c);
    return before && is_inside_number(it->u, c) ? before->font : NULL;
}

/* Faces of what is seen. */
static void choose_faces(Itemizer *it) {
    const Cluster *before = NULL;
    for (size_t i = 0; i < it->n; i++) {
        Cluster *c = &it->v[i];
        if (c->control || c->blank)
            continue;
        c->font = find_font(it, c, preferred(it, c, before));
        if (!c->font)
            report(it, c);
        before = c;
    }
}

/* Blanks take the face of what stands before them in the same setting, or
 * behind; so words and their spaces are one item. */
static void choose_blank_faces(Itemizer *it) {
    const Cluster *before = NULL;
    size_t behind = 0;
    for (size_t i = 0; i < it->n; i++) {
        Cluster *c = &it->v[i];
        if (c->control)
            continue;
        if (!c->blank) {
            before = c->font ? c : before;
            continue;
        }
        Font *prefer = before && same_setting(before, c) ? before->font : NULL;
        if (behind <= i)
            behind = i + 1;
        while (!prefer && behind < it->n &&
               (it->v[behind].blank || it->v[behind].control))
            behind++;
        if (!prefer && behind < it->n && same_setting(&it->v[behind], c))
            prefer = it->v[behind].font;
        c->font = find_font(it, c, prefer);
        if (!c->font)
            report(it, c);
    }
}

static TextOrient orient_of(const Itemizer *it, const Cluster *c) {
    uint32_t at = c->start;
    if (!it->orients)
        return ORIENT_HORIZONTAL;
    switch (c->orient) {
    case ORIENT_LIES:
        break;
    case ORIENT_STANDS:
    case ORIENT_STANDS_WEST:
        return ORIENT_UPRIGHT;
    case ORIENT_SQUEEZED:
        return ORIENT_ACROSS;
    case ORIENT_BY_FORM: /* UAX #50, Tr */
        return c->font && orient_has_form(c->font,
                                          utf16_next(it->u->s, c->end, &at),
                                          c->script, c->lang)
                   ? ORIENT_UPRIGHT
                   : ORIENT_ROTATED;
    }
    return ORIENT_ROTATED;
}

/* Does the cluster carry `item` on? */
static bool continues(const Item *item, hb_script_t script, TextOrient orient,
                      const Cluster *c) {
    return item->end == c->start && item->level == c->level &&
           item->script == script && item->font == c->font &&
           item->orient == orient && strcmp(item->lang, c->lang) == 0 &&
           style_same(item->style, c->style);
}

static void merge(Itemizer *it, Items *out) {
    VEC(Item) items = {0};
    hb_script_t script = HB_SCRIPT_INVALID;
    UScriptCode code = USCRIPT_INVALID_CODE;
    for (size_t i = 0; i < it->n; i++) {
        const Cluster *c = &it->v[i];
        if (c->control)
            continue;
        if (code != c->script) {
            code = c->script;
            script = hb_script_from_string(uscript_getShortName(code), -1);
        }
        Item *last = items.n ? &items.v[items.n - 1] : NULL;
        TextOrient orient = orient_of(it, c);
        if (last && continues(last, script, orient, c)) {
            last->end = c->end;
            continue;
        }
        Item item = {c->start, c->end,   c->level, script,
                     c->lang,  c->style, c->font,  orient};
        vec_push(it->a, &items, item);
    }
    out->v = items.v;
    out->n = items.n;
}

void itemize(Arena *a, Fontset *fs, const UString *u, bool rtl, bool vertical,
             const char *const *langs, size_t nlangs, Diag *diag, Items *out) {
    *out = (Items){.rtl = rtl, .levels = find_levels(a, u, rtl)};
    if (u->n == 0)
        return;
    Itemizer it = {.a = a,
                   .fs = fs,
                   .u = u,
                   .langs = langs,
                   .nlangs = nlangs,
                   .diag = diag,
                   .levels = out->levels,
                   .scripts = scripts_resolve(a, u, out->levels)};
    if (vertical)
        it.orients = orient_resolve(a, u, it.scripts);
    find_clusters(&it);
    describe(&it);
    choose_faces(&it);
    choose_blank_faces(&it);
    merge(&it, out);
}
