#include "out/pdf_text.h"

#include <stdlib.h>
#include <string.h>
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
    Len x, y; /* the pen at the start; the line is turned about it */
    unsigned turn;
    UChar *word; /* room for the text of the run */
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
    UChar unit = s[(*at)++];
    if (!U16_IS_LEAD((UChar32)unit) || *at == n)
        return unit;
    return U16_GET_SUPPLEMENTARY(unit, s[(*at)++]);
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

static void mark(const Painter *p, const UChar *actual, uint32_t n) {
    content_mark(p->content, (ContentMark){.tag = p->tag,
                                           .lang = p->run->item->lang,
                                           .actual = actual,
                                           .nactual = n});
}

static bool is_wanted(const Painter *p, uint32_t i) {
    return i >= p->from && i < p->to;
}

/* The line knows only how far along it and how far below it. */
static void put(const Painter *p, PdfCode code, Len along, Len below) {
    display_turn(p->turn, &along, &below);
    unsigned back = shape_stands(p->run) ? 3 : 0;
    if (back)
        code = font_vertical(code);
    content_glyph(p->content, code, p->run->em, p->x + along, p->y + below,
                  p->turn + back);
}

/* Glyph `i`, the pen at `x`, standing for text[0..n). One that stands for
 * nothing is given a zero width space: without a mapping pdf.js takes the code
 * for a character and MuPDF writes U+FFFD. */
static void paint(const Painter *p, uint32_t i, Len x, const UChar *text,
                  uint32_t n) {
    static const UChar nothing[] = {0x200B};
    const Glyph *g = &p->run->glyphs[i];
    if (is_wanted(p, i))
        put(p, font_code(p->font, g->id, n ? text : nothing, n ? n : 1),
            x + g->dx, g->dy);
}

static void paint_blank(const Painter *p, Len x, Len y, const UChar *text,
                        uint32_t n) {
    PdfCode blank;
    if (font_blank(p->font, text, n, &blank))
        put(p, blank, x, y);
}

static bool is_mark(UChar32 ch) {
    if (ch < 0x300)
        return false;
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(),
                                        (hb_codepoint_t)ch)) {
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
        return true;
    default: /* not an enum of ours */
        return false;
    }
}

static bool has_mark(const UChar *text, uint32_t n) {
    for (uint32_t at = 0; at < n;)
        if (is_mark(next_char(text, &at, n)))
            return true;
    return false;
}

/* Where the text of the one glyph that stands for text[0..n) ends, the rest
 * going to blanks: behind the first character if there are marks. pdf.js takes
 * a glyph with a mark in its text to have no width, and adds a space. */
static uint32_t glyph_text(const UChar *text, uint32_t n) {
    uint32_t first = 0;
    if (n > 0)
        U16_FWD_1(text, first, n);
    return has_mark(text, n) ? first : n;
}

/* A character each, the last glyph takes what is left: readers put what is
 * painted one after another, so any division gives the text. */
static Len paint_ltr(const Painter *p, const Cluster *c, Len x) {
    uint32_t at = 0;
    for (uint32_t i = c->first; i < c->end; i++) {
        uint32_t start = at, end = c->n;
        if (i + 1 < c->end && (end = at) < c->n)
            U16_FWD_1(c->text, end, c->n);
        at = start + glyph_text(c->text + start, end - start);
        paint(p, i, x, c->text + start, at - start);
        x += p->run->glyphs[i].advance;
        while (at < end && is_wanted(p, i)) {
            start = at;
            U16_FWD_1(c->text, at, end);
            paint_blank(p, x, 0, c->text + start, at - start);
        }
        at = end;
    }
    return x;
}

/* Visual order is from the last character to the first: the base is the last
 * glyph and stands for the first character, the one before it for the second,
 * and so on; characters without a glyph of their own are blanks before all. */
static Len paint_rtl(const Painter *p, const Cluster *c, Len x) {
    const Glyph *first = &p->run->glyphs[c->first];
    uint32_t nglyphs = c->end - c->first, nchars = 0, shared = 0;
    for (uint32_t at = 0; at < c->n; nchars++) {
        U16_FWD_1(c->text, at, c->n);
        if (nchars < nglyphs)
            shared = at;
    }
    for (uint32_t end = c->n, at; end > shared; end = at) {
        at = end;
        U16_BACK_1(c->text, 0, at);
        if (is_wanted(p, c->first))
            paint_blank(p, x + first->dx, first->dy, c->text + at, end - at);
    }
    for (uint32_t i = c->first, end = shared, at; i < c->end; i++, end = at) {
        at = end;
        if (c->end - i <= nchars)
            U16_BACK_1(c->text, 0, at);
        paint(p, i, x, c->text + at, end - at);
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

static bool is_space(const Cluster *c) {
    return c->n == 1 && (c->text[0] == ' ' || c->text[0] == 0xA0);
}

/* A character painted as several glyphs, or with marks: readers that sort by
 * place lose the order. */
static bool is_complex(const Cluster *c) {
    return c->n == 0 || c->end - c->first > 1 || has_mark(c->text, c->n);
}

/* A word to the right from glyph `i`, or the spaces between two; the glyph
 * behind it. A complex one has its text as ActualText. */
static uint32_t mark_word(Painter *p, uint32_t i) {
    Cluster c;
    bool spaces = false, complex = false;
    uint32_t n = 0, first = i;
    for (; i < p->to; i = c.end) {
        find_cluster(p->run, i, &c);
        if (i > first && is_space(&c) != spaces)
            break;
        spaces = is_space(&c);
        complex = complex || is_complex(&c);
        memcpy(p->word + n, c.text, c.n * sizeof *c.text);
        n += c.n;
    }
    mark(p, complex ? p->word : NULL, complex ? n : 0);
    return i;
}

/* A character that neither steers nor is a mark. */
static bool is_simple_char(UChar c) {
    return (c < 0x300 && c != 0xAD) || (c >= 0x2000 && c <= 0x200A) ||
           (c >= 0x2010 && c < 0x2028);
}

/* Each glyph stands for the one character it came from, as in nearly all Latin
 * text: there are no clusters and no words to be marked. */
static bool is_simple(const Painter *p) {
    const GlyphRun *run = p->run;
    for (uint32_t i = p->from; i < p->to; i++) {
        uint32_t at = run->glyphs[i].cluster;
        uint32_t end = i + 1 < run->n ? run->glyphs[i + 1].cluster : run->end;
        if (end != at + 1 || !is_simple_char(run->text->s[at]))
            return false;
    }
    return p->from == 0 ||
           run->glyphs[p->from - 1].cluster != run->glyphs[p->from].cluster;
}

static void paint_simple(const Painter *p) {
    Len x = 0;
    mark(p, NULL, 0);
    for (uint32_t i = p->from; i < p->to; i++) {
        const Glyph *g = &p->run->glyphs[i];
        paint(p, i, x, p->run->text->s + g->cluster, 1);
        x += g->advance;
    }
}

static void paint_run_ltr(Painter *p, uint32_t i, Len x) {
    p->word = malloc((p->run->end - p->run->start + 1) * sizeof *p->word);
    if (!p->word)
        oom();
    while (i < p->to) {
        uint32_t end = mark_word(p, i);
        while (i < end) {
            Cluster c;
            find_cluster(p->run, i, &c);
            x = paint_ltr(p, &c, x);
            i = c.end;
        }
    }
    free(p->word);
}

/* ActualText over many characters would be turned round by poppler and PDFium;
 * over the one of a letter painted in pieces it does no harm. */
static void paint_run_rtl(Painter *p, uint32_t i, Len x) {
    while (i < p->to) {
        Cluster c;
        find_cluster(p->run, i, &c);
        bool pieces = c.end - c.first > 1 && c.n == 1;
        mark(p, pieces ? c.text : NULL, pieces ? 1 : 0);
        x = paint_rtl(p, &c, x);
        i = c.end;
    }
}

bool text_paint(Content *c, PdfFonts *fonts, Objects *o, uint32_t tag,
                const GlyphRun *run, uint32_t from, uint32_t to, Len x, Len y,
                unsigned turn) {
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
                 .x = x,
                 .y = y,
                 .turn = turn & 3};
    if (!p.font)
        return false;
    /* A piece may begin inside a cluster; its text stays with its first glyph.
     */
    uint32_t i = from;
    Len pen = 0;
    bool rtl = run->item->level & 1;
    if (!rtl && is_simple(&p)) {
        paint_simple(&p);
        return true;
    }
    while (i > 0 && run->glyphs[i - 1].cluster == run->glyphs[i].cluster)
        pen -= run->glyphs[--i].advance;
    if (rtl)
        paint_run_rtl(&p, i, pen);
    else
        paint_run_ltr(&p, i, pen);
    return true;
}
