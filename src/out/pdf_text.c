#include "out/pdf_text.h"

#include <unicode/utf16.h>

/* The characters of a cluster that readers are to see, and its glyphs. */
typedef struct Cluster {
    uint32_t first, end; /* glyphs of the run */
    UChar text[PDF_CODE_TEXT];
    uint32_t n;
} Cluster;

typedef struct Painter {
    Content *content;
    PdfFont *font;
    const GlyphRun *run;
    uint32_t from, to;
    uint32_t tag;
    Len y;
} Painter;

/* Characters that only steer line breaking and direction; the lines are broken
 * and the order is known. (Joiners and variation selectors are text.) */
static bool steers(UChar32 c) {
    return c == 0xAD || c == 0x61C || c == 0x200B || c == 0x200E ||
           c == 0x200F || (c >= 0x2028 && c <= 0x202E) || c == 0x2060 ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

static void add_text(Cluster *c, UChar32 ch) {
    if (c->n + 2 <= PDF_CODE_TEXT)
        U16_APPEND_UNSAFE(c->text, c->n, ch);
}

/* The character at s[*at]; *at moves behind it. The text was checked, so
 * surrogates come in pairs. */
static UChar32 next_char(const UChar *s, uint32_t *at, uint32_t n) {
    UChar32 ch = s[(*at)++];
    if (U16_IS_LEAD(ch) && *at < n)
        ch = U16_GET_SUPPLEMENTARY(ch, s[(*at)++]);
    return ch;
}

static void read_text(const GlyphRun *run, uint32_t start, uint32_t end,
                      Cluster *c) {
    for (uint32_t i = start; i < end;) {
        UChar32 ch = next_char(run->text->s, &i, end);
        if (!steers(ch))
            add_text(c, ch);
    }
    /* A hyphen drawn for a soft one stays one: readers join the word again. */
    if (c->n == 0 && start < end && run->text->s[start] == 0xAD)
        add_text(c, 0xAD);
}

/* The cluster that glyph `first` begins, in visual order. Its characters end
 * where those of the next cluster in logical order begin. */
static void find_cluster(const GlyphRun *run, uint32_t first, Cluster *c) {
    const Glyph *g = run->glyphs;
    c->first = first;
    c->end = first + 1;
    c->n = 0;
    while (c->end < run->n && g[c->end].cluster == g[first].cluster)
        c->end++;
    uint32_t text_end = run->end;
    if (run->item->level & 1) {
        if (first > 0)
            text_end = g[first - 1].cluster;
    } else if (c->end < run->n) {
        text_end = g[c->end].cluster;
    }
    read_text(run, g[first].cluster, text_end, c);
}

static void mark(const Painter *p, const Cluster *actual) {
    content_mark(p->content,
                 (ContentMark){.tag = p->tag,
                               .lang = p->run->item->lang,
                               .actual = actual ? actual->text : NULL,
                               .nactual = actual ? actual->n : 0});
}

/* Glyph `i`, the pen at `x`, standing for text[0..n). */
static void paint(const Painter *p, uint32_t i, Len x, const UChar *text,
                  uint32_t n) {
    const Glyph *g = &p->run->glyphs[i];
    if (i >= p->from && i < p->to)
        content_glyph(p->content, font_code(p->font, g->id, text, n),
                      p->run->em, x + g->dx, p->y + g->dy);
}

/* Every glyph is the plain glyph of its own character: a letter and a mark on
 * it, where the font does not compose them. */
static bool one_to_one(const Painter *p, const Cluster *c) {
    uint32_t at = 0;
    for (uint32_t i = c->first; i < c->end; i++) {
        if (at == c->n)
            return false;
        UChar32 ch = next_char(c->text, &at, c->n);
        if (font_glyph(p->run->font, (uint32_t)ch, 0) != p->run->glyphs[i].id)
            return false;
    }
    return at == c->n;
}

static Len paint_ltr(const Painter *p, const Cluster *c, Len x) {
    bool pairs = one_to_one(p, c);
    mark(p, c->end - c->first > 1 && !pairs ? c : NULL);
    uint32_t at = 0;
    for (uint32_t i = c->first; i < c->end; i++) {
        uint32_t from = at;
        if (pairs)
            U16_FWD_1(c->text, at, c->n);
        else
            at = c->n;
        paint(p, i, x, c->text + from, at - from);
        x += p->run->glyphs[i].advance;
    }
    return x;
}

/* From the last character back to character `keep`: a blank each. */
static void paint_blanks(const Painter *p, const Cluster *c, uint32_t keep,
                         Len x) {
    const Glyph *g = &p->run->glyphs[c->first];
    uint32_t end = c->n;
    while (end > keep) {
        uint32_t at = end;
        U16_BACK_1(c->text, 0, at);
        PdfCode blank;
        if (font_blank(p->font, c->text + at, end - at, &blank))
            content_glyph(p->content, blank, p->run->em, x + g->dx,
                          p->y + g->dy);
        end = at;
    }
}

/* Visual order is from the last character to the first: the base is the last
 * glyph and stands for the first character, the one before it for the second,
 * and so on. */
static Len paint_rtl(const Painter *p, const Cluster *c, Len x) {
    mark(p, NULL);
    uint32_t nglyphs = c->end - c->first, nchars = 0, shared = 0;
    for (uint32_t at = 0; at < c->n; nchars++) {
        U16_FWD_1(c->text, at, c->n);
        if (nchars < nglyphs)
            shared = at;
    }
    if (c->first >= p->from && c->first < p->to)
        paint_blanks(p, c, shared, x);
    uint32_t end = shared;
    for (uint32_t i = c->first; i < c->end; i++) {
        uint32_t at = end;
        if (c->end - i <= nchars)
            U16_BACK_1(c->text, 0, at);
        paint(p, i, x, c->text + at, end - at);
        end = at;
        x += p->run->glyphs[i].advance;
    }
    return x;
}

static bool has_glyphs(Objects *o, const GlyphRun *run, uint32_t from,
                       uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (run->glyphs[i].id == 0 || run->glyphs[i].id >= run->font->nglyphs) {
            objects_fail(o,
                         "internal: glyph %u of %s for U+%04X would be "
                         "printed",
                         run->glyphs[i].id, run->font->name,
                         run->text->s[run->glyphs[i].cluster]);
            return false;
        }
    return true;
}

bool text_paint(Content *c, PdfFonts *fonts, Objects *o, uint32_t tag,
                const GlyphRun *run, uint32_t from, uint32_t to, Len x, Len y) {
    if (from >= to)
        return true;
    if (!has_glyphs(o, run, from, to))
        return false;
    Painter p = {.content = c,
                 .font = fonts_find(fonts, run->font),
                 .run = run,
                 .from = from,
                 .to = to,
                 .tag = tag,
                 .y = y};
    if (!p.font)
        return false;
    /* A piece may begin inside a cluster; its text stays with its first glyph.
     */
    uint32_t i = from;
    while (i > 0 && run->glyphs[i - 1].cluster == run->glyphs[i].cluster)
        x -= run->glyphs[--i].advance;
    while (i < to) {
        Cluster cluster;
        find_cluster(run, i, &cluster);
        x = run->item->level & 1 ? paint_rtl(&p, &cluster, x)
                                 : paint_ltr(&p, &cluster, x);
        i = cluster.end;
    }
    return true;
}
