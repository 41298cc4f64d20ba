#include "text/para.h"

#include "text/compose.h"
#include "text/lensum.h"
#include "text/parafit.h"
#include "text/paraplain.h"
#include "text/spacing.h"
#include "text/units.h"

#include <assert.h>

/* Stretch of a line for which nothing else is left, in ems: LaTeX's \sloppy.
 */
#define EMERGENCY 3

/* What an empty line measures, and the style that `leading_permille` is of. */
typedef struct Strut {
    Len size, ascent, descent;
} Strut;

static const TextStyle NO_STYLE = {.size = 12 * LEN_PT, .lang = ""};

static bool find_strut(Fontset *fs, const UString *u, bool vertical, Diag *diag,
                       Strut *out) {
    const TextStyle *style = u->npieces ? &u->pieces[0].style : &NO_STYLE;
    Font *font =
        fontset_primary(fs, fontset_stack(fs, style, style->lang), diag);
    *out = (Strut){.size = style->size};
    if (!font)
        return false;
    Len em = font_em(font, style->size);
    if (vertical) {
        out->ascent = out->descent = em / 2;
        return true;
    }
    out->ascent = len_muldiv(em, font->ascent, font->upem);
    out->descent = len_muldiv(em, -font->descent, font->upem);
    return true;
}

static Len indent_of(const ParaOptions *opt, size_t line) {
    return line == 0 ? opt->first_indent : opt->hang_indent;
}

static Len aligned_x(const ParaOptions *opt, bool rtl, Len indent, Len width) {
    Len room = opt->width - indent, left = rtl ? 0 : indent;
    switch (opt->align) {
    case ALIGN_START:
    case ALIGN_JUSTIFY:
        return rtl ? len_sum(room, -width) : left;
    case ALIGN_END:
        return rtl ? left : len_sum(left + room, -width);
    case ALIGN_CENTER:
        return left + len_sum(room, -width) / 2;
    }
    return left;
}

static bool is_forced(const FitItem *it) {
    return it->kind == FIT_PENALTY && it->penalty <= FIT_FORCE;
}

/* All that does not depend on the width. */
struct ParaDraft {
    Arena *a;
    Fontset *fs;
    ParaOptions opt;
    const UString *text;
    bool rtl;
    bool twice;    /* it will be asked for again */
    bool can_set;  /* some font is installed */
    Para *plain;   /* the one line that it is in any room; NULL: not known */
    bool measured; /* all that follows is there: plain lines do without */
    bool whole_glyphs; /* every unit has its glyphs */
    Items items;
    BreakKind *breaks;
    Units units;
    ParaFit fit;
    Strut strut;
};

/* Line `i` of `n` chosen lines. */
static void make_line(const ParaDraft *l, const FitLine *lines, size_t n,
                      size_t i, Para *p) {
    Line *out = &p->lines[i];
    const FitItem *end = &l->fit.items[lines[i].at];
    uint32_t text_end = l->fit.text[lines[i].at];
    Len indent = indent_of(&l->opt, i);
    LinePlan plan = {
        .from = l->fit.unit[lines[i].first],
        .to = i + 1 < n ? l->fit.unit[lines[i + 1].first] : l->units.n,
        .hyphen_at = l->fit.hyphen[lines[i].at],
        .shrink = l->opt.align == ALIGN_JUSTIFY,
        .stretch = l->opt.align == ALIGN_JUSTIFY && !is_forced(end),
        .room = l->opt.width - indent};
    out->start = i > 0 ? p->lines[i - 1].end : 0;
    /* Spaces behind the break belong to this line. */
    out->end = is_forced(end) || plan.to == l->units.n
                   ? text_end
                   : l->units.v[plan.to].start;
    out->overfull = lines[i].overfull;
    compose_line(l->a, l->fs, l->text, p->rtl, &l->units, &plan, out);
    out->x = aligned_x(&l->opt, p->rtl, indent, out->width);
    if (out->nruns == 0) {
        out->ascent = l->strut.ascent;
        out->descent = l->strut.descent;
    }
    p->width = out->width > p->width ? out->width : p->width;
}

/* With a leading, lines are `leading` apart whatever fonts they hold, and the
 * strut stands in the middle of it (CSS 2.2, 10.8.1, half-leading); without,
 * each line is as high as its fonts. */
static void stack_lines(const ParaDraft *l, Para *p, Diag *diag) {
    Len leading = len_muldiv(l->strut.size, l->opt.leading_permille, 1000);
    Len above = (leading - l->strut.ascent - l->strut.descent) / 2;
    for (size_t i = 0; i < p->n; i++) {
        Line *line = &p->lines[i];
        Len rise = leading > 0 ? above + l->strut.ascent : line->ascent;
        line->baseline = len_sum(p->height, rise);
        p->height = len_sum(
            p->height, leading > 0 ? leading : line->ascent + line->descent);
    }
    if (p->height == LEN_MAX)
        diag_at(diag, DIAG_ERROR, ustring_span(l->text, 0, l->text->n),
                "a paragraph of %zu lines is longer than 11 m; divide it",
                p->n);
}

static void check_run(const GlyphRun *run, Diag *diag) {
    for (uint32_t g = 0; g < run->n; g++) {
        uint32_t at = run->glyphs[g].cluster;
        if (run->glyphs[g].id != 0)
            continue;
        Span where = ustring_span(run->text, at, at + 1);
        uint32_t c = utf16_next(run->text->s, run->text->n, &at);
        diag_at(diag, DIAG_ERROR, where,
                "%s has no glyph for U+%04X with what follows it; leave the "
                "next character out",
                run->font->name, (unsigned)c);
    }
}

/* The itemiser looks characters up one by one; a sequence (a space before a
 * variation selector) may still fail. No .notdef passes unsaid. */
static void check_glyphs(const Para *p, Diag *diag) {
    for (size_t i = 0; i < p->n; i++) {
        for (size_t k = 0; k < p->lines[i].nruns; k++)
            check_run(p->lines[i].runs[k].run, diag);
    }
}

static void measure(ParaDraft *l) {
    units_make(l->a, l->text, &l->items, l->breaks, &l->units);
    spacing_apply(l->text, &l->units);
    parafit_make(l->a, l->fs, l->text, &l->units, l->breaks, &l->fit);
}

static bool has_glyphs(const Units *units) {
    for (size_t k = 0; k < units->n; k++)
        for (uint32_t g = units->v[k].from; g < units->v[k].to; g++)
            if (units->v[k].run->glyphs[g].id == 0)
                return false;
    return true;
}

/* Words are looked up only when the lines do not come out well without. */
static size_t choose_lines(ParaDraft *l, FitLine **out) {
    const ParaOptions *opt = &l->opt;
    bool cuts = opt->hyphenator && opt->breaks == BREAK_NORMAL;
    FitOptions fo = {.first_width = opt->width - opt->first_indent,
                     .width = opt->width - opt->hang_indent,
                     .justify = opt->align == ALIGN_JUSTIFY,
                     .fewest = opt->breaks != BREAK_NORMAL,
                     .emergency = len_clamp((int64_t)EMERGENCY * l->strut.size),
                     .first_pass = cuts};
    size_t n = linefit(l->a, l->fit.items, l->fit.n, &fo, out);
    if (n > 0)
        return n;
    hyphenate(opt->hyphenator, l->text, &l->items, l->breaks);
    measure(l);
    fo.first_pass = false;
    return linefit(l->a, l->fit.items, l->fit.n, &fo, out);
}

/* From characters to boxes, glue and penalties. */
static void prepare(ParaDraft *l, Diag *diag) {
    if (l->text->n > 0)
        itemize(l->a, l->fs, l->text, l->rtl, l->opt.vertical, l->opt.langs,
                l->opt.nlangs, diag, &l->items);
    l->breaks = breaks_find(l->a, l->text, &l->items, l->opt.breaks);
    measure(l);
    l->whole_glyphs = has_glyphs(&l->units);
    l->measured = true;
}

static void lay_out(ParaDraft *l, Diag *diag, Para *p) {
    FitLine *lines;
    if (!l->measured)
        prepare(l, diag);
    p->items = l->items;
    p->n = choose_lines(l, &lines);
    p->lines = ARENA_ARRAY(l->a, Line, p->n);
    for (size_t i = 0; i < p->n; i++)
        make_line(l, lines, p->n, i, p);
    p->natural_width = parafit_natural_width(&l->fit);
    p->demerits = linefit_demerits(lines, p->n);
}

static void draft(Arena *a, Fontset *fs, UBuilder *b, const ParaOptions *opt,
                  Diag *diag, ParaDraft *out) {
    /* Runs point at the text: it stands in the arena, so that a Para may be
     * copied. */
    UString *text = ARENA_NEW(a, UString);
    *out = (ParaDraft){.a = a, .fs = fs, .opt = *opt, .text = text};
    out->rtl = itemize_is_rtl(opt->dir, b, opt->nlangs ? opt->langs[0] : "");
    ubuilder_finish(b, out->rtl, diag, text);
    out->can_set = find_strut(fs, text, opt->vertical, diag, &out->strut);
}

/* A plain line that was set before and fits this room, too, is the same. */
static bool fits_again(const ParaDraft *l, Para *out) {
    if (!l->plain || l->opt.align != ALIGN_START ||
        l->plain->width > l->opt.width - l->opt.first_indent)
        return false;
    *out = *l->plain;
    out->height = 0;
    out->lines = ARENA_NEW(l->a, Line);
    *out->lines = *l->plain->lines;
    return true;
}

static void keep_plain(ParaDraft *l, const Para *p) {
    if (l->plain || p->lines[0].overfull)
        return;
    l->plain = ARENA_NEW(l->a, Para);
    *l->plain = *p;
}

static bool fit(ParaDraft *l, Diag *diag, Para *out) {
    if (fits_again(l, out)) {
        stack_lines(l, out, diag);
        return l->can_set;
    }
    *out = (Para){.vertical = l->opt.vertical, .rtl = l->rtl, .text = *l->text};
    /* A line that once broke is not tried the short way again. */
    if (l->opt.thorough || l->measured ||
        !paraplain_layout(l->a, l->fs, l->text, &l->opt, out))
        lay_out(l, diag, out);
    else if (l->twice)
        keep_plain(l, out);
    stack_lines(l, out, diag);
    check_glyphs(out, diag);
    return l->can_set;
}

ParaDraft *para_draft(Arena *a, Fontset *fs, UBuilder *b,
                      const ParaOptions *opt, Diag *diag) {
    ParaDraft *d = ARENA_NEW(a, ParaDraft);
    assert(!opt->hyphenator); /* it changes what is measured */
    draft(a, fs, b, opt, diag, d);
    d->twice = true;
    return d;
}

bool para_fit(ParaDraft *d, Len width, int leading_permille, Diag *diag,
              Para *out) {
    d->opt.width = width;
    d->opt.leading_permille = leading_permille;
    return fit(d, diag, out);
}

/* Is what linefit counted as the width of a line what its glyphs take? Not if
 * they are shaped anew at its ends. */
static bool is_as_counted(const ParaDraft *d, const FitLine *line) {
    size_t next = d->fit.unit[line->at];
    return d->fit.hyphen[line->at] == NO_HYPHEN && !line->overfull &&
           (next >= d->units.n || !d->units.v[next].unsafe);
}

/* Width of the widest of the lines that a measured draft breaks into; -1 if
 * they have to be composed. */
static Len widest_line(const ParaDraft *d, const FitLine *lines, size_t n) {
    Len width = 0;
    for (size_t i = 0; i < n; i++) {
        if (!is_as_counted(d, &lines[i]))
            return -1;
        width = lines[i].width > width ? lines[i].width : width;
    }
    return width;
}

void para_try(ParaDraft *d, Len width, Diag *diag, size_t *n, Len *widest) {
    d->opt.width = width;
    if (d->measured && d->whole_glyphs && d->opt.align == ALIGN_START) {
        FitLine *lines;
        *n = choose_lines(d, &lines);
        *widest = widest_line(d, lines, *n);
        if (*widest >= 0)
            return;
    }
    Para p;
    fit(d, diag, &p);
    *n = p.n;
    *widest = p.width;
}

bool para_layout(Arena *a, Fontset *fs, UBuilder *b, const ParaOptions *opt,
                 Diag *diag, Para *out) {
    ParaDraft d;
    draft(a, fs, b, opt, diag, &d);
    return fit(&d, diag, out);
}

Len para_natural_width(const Para *p) {
    return p->natural_width;
}
