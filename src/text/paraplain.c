#include "text/paraplain.h"

#include "base/utf8.h"
#include "text/lensum.h"
#include "text/scripts.h"

#include <string.h>

/* Letters of Basic Latin, Latin-1 and Latin Extended-A that are one character
 * each, figures, and the marks of addresses. Every one is a grapheme cluster of
 * its own, of script Latin or Common, and never of the right-to-left kind. */
static bool is_letter(UChar c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c < FONTSET_PLAIN && c != 0xD7 && c != 0xF7);
}

/* Quotation marks, the apostrophe of "l’Eglise" and the dash of "3–5": where
 * there is no Han beside them they are marks like any other. */
static bool is_mark(UChar c) {
    return c == 0x2013 || c == 0x2018 || c == 0x2019 || c == 0x201C ||
           c == 0x201D;
}

/* U+2002 and U+00B7 stand between the parts of a return address. */
static bool is_plain(UChar c) {
    return is_letter(c) || is_mark(c) || c == ' ' || c == 0x2002 || c == 0xB7 ||
           (c >= '0' && c <= '9') ||
           (c != 0 && c < 0x80 && strchr(".,'()/&:;+#!?\"@_-", c));
}

static bool is_plain_text(const UString *u) {
    bool letters = false;
    if (u->n == 0 || u->s[0] == ' ' || u->s[u->n - 1] == ' ')
        return false;
    for (uint32_t i = 0; i < u->n; i++) {
        if (!is_plain(u->s[i]))
            return false;
        letters = letters || is_letter(u->s[i]);
    }
    return letters;
}

static bool is_one_style(const UString *u) {
    const TextStyle *first = &u->pieces[0].style;
    for (size_t i = 1; i < u->npieces; i++)
        if (!style_same(first, &u->pieces[i].style))
            return false;
    return true;
}

static void measure(const GlyphRun *run, Line *line) {
    const Font *font = run->font;
    line->ascent = len_muldiv(run->em, font->ascent, font->upem);
    line->descent = len_muldiv(run->em, -font->descent, font->upem);
}

static Len aligned(TextAlign align, Len indent, Len room, Len width) {
    switch (align) {
    case ALIGN_START:
    case ALIGN_JUSTIFY:
        break;
    case ALIGN_END:
        return indent + room - width;
    case ALIGN_CENTER:
        return indent + (room - width) / 2;
    }
    return indent;
}

/* As linefit counts a line that is the last. */
static int64_t one_line_demerits(const ParaOptions *opt) {
    int64_t fewest = opt->breaks != BREAK_NORMAL ? FIT_FEWEST_LINES : 0;
    return FIT_LINE_PENALTY * FIT_LINE_PENALTY + fewest * fewest;
}

bool paraplain_layout(Arena *a, Fontset *fs, const UString *u,
                      const ParaOptions *opt, Para *out) {
    if (out->rtl || opt->vertical || !is_plain_text(u) || !is_one_style(u))
        return false;
    const TextStyle *style = &u->pieces[0].style;
    if (!scripts_writes(scripts_of_lang(style->lang), USCRIPT_LATIN))
        return false;
    const FontStack *stack = fontset_stack(fs, style, style->lang);
    Font *font = fontset_plain(fs, stack, u->s, u->n);
    if (!font)
        return false;
    Item *item = ARENA_NEW(a, Item);
    *item = (Item){.end = u->n,
                   .script = HB_SCRIPT_LATIN,
                   .lang = style->lang,
                   .style = style,
                   .font = font};
    GlyphRun *run = ARENA_NEW(a, GlyphRun);
    shape_range(a, u, item, 0, u->n, run);
    Len room = opt->width - opt->first_indent;
    bool overfull = run->width > room;
    if (overfull && (opt->breaks != BREAK_NONE || opt->align == ALIGN_JUSTIFY))
        return false; /* it breaks, or shrinks */
    out->items =
        (Items){.v = item, .n = 1, .levels = ARENA_ARRAY(a, uint8_t, u->n)};
    Line *line = ARENA_NEW(a, Line);
    LineRun *placed = ARENA_NEW(a, LineRun);
    *placed = (LineRun){.run = run, .to = run->n};
    *line =
        (Line){.runs = placed,
               .nruns = 1,
               .x = aligned(opt->align, opt->first_indent, room, run->width),
               .width = run->width,
               .end = u->n,
               .overfull = overfull};
    measure(run, line);
    out->lines = line;
    out->n = 1;
    out->width = out->natural_width = run->width;
    out->demerits = overfull ? 0 : one_line_demerits(opt);
    return true;
}

/* The advance of one character; -1 if it is not plain. */
static Len advance_of(Fontset *fs, const FontStack *stack, uint32_t cp,
                      Len size) {
    return cp <= 0xFFFF && is_plain((UChar)cp)
               ? fontset_plain_advance(fs, stack, (UChar)cp, size)
               : -1;
}

Len para_estimate(Fontset *fs, const Text *parts, size_t n,
                  const TextStyle *style) {
    const FontStack *stack = fontset_stack(fs, style, style->lang);
    Len width = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t at = 0; at < parts[i].n;) {
            uint32_t cp = utf8_next(parts[i].s, parts[i].n, &at);
            Len advance = advance_of(fs, stack, cp, style->size);
            if (advance < 0)
                return 0;
            width = len_sum(width, advance);
        }
    }
    return width;
}
