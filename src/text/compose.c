#include "text/compose.h"

#include <string.h>
#include <unicode/ubidi.h>

#include "text/kashida.h"
#include "text/lensum.h"
#include "text/spacing.h"

/* A stretch of the line from one shaped run at one level. */
typedef struct Part {
    GlyphRun *run;
    size_t from, to; /* units */
    UBiDiLevel level;
} Part;

typedef struct Work {
    Arena *a;
    const UString *u;
    const Units *units;
    size_t from, end, to; /* units; trailing spaces are [end, to) */
    UBiDiLevel base;
    Len *before, *after; /* additions of units from `from` on */
    Len *extend;         /* strokes at their joins */
    VEC(Part) parts;
} Work;

static size_t trailing_spaces(const Units *units, size_t from, size_t to) {
    while (to > from && (units->v[to - 1].cls == CJK_SPACE ||
                         units->v[to - 1].cls == CJK_NBSP))
        to--;
    return to;
}

/* UAX #9 L1: trailing white space takes the paragraph's level. */
static UBiDiLevel level_of(const Work *w, size_t k) {
    return k < w->end ? w->units->v[k].run->item->level : w->base;
}

/* Glyphs [from, to) of a run as a run of its own. */
static GlyphRun *slice(Arena *a, const GlyphRun *run, uint32_t from,
                       uint32_t to, uint32_t start, uint32_t end) {
    GlyphRun *out = ARENA_NEW(a, GlyphRun);
    *out = *run;
    out->start = start;
    out->end = end;
    out->n = to - from;
    out->glyphs = ARENA_ARRAY(a, Glyph, out->n);
    memcpy(out->glyphs, run->glyphs + from, out->n * sizeof(Glyph));
    return out;
}

/* Units [p, q) of one run. Where HarfBuzz calls a cut end unsafe, or a cluster
 * straddles it, the stretch is shaped anew, with the paragraph around it as
 * context. */
static GlyphRun *cut(const Work *w, size_t p, size_t q, uint32_t end) {
    const Unit *first = &w->units->v[p], *last = &w->units->v[q - 1];
    const GlyphRun *run = first->run;
    bool at_start = first->start == run->start;
    bool at_end = q == w->units->n || w->units->v[q].run != run;
    if ((!at_start && first->unsafe) || (!at_end && w->units->v[q].unsafe)) {
        GlyphRun *out = ARENA_NEW(w->a, GlyphRun);
        shape_range(w->a, w->u, run->item, first->start, end, out);
        return out;
    }
    bool rtl = run->item->level & 1;
    return slice(w->a, run, rtl ? last->from : first->from,
                 rtl ? first->to : last->to, first->start, end);
}

/* Up to the hyphen, if the line ends at one: what follows it (a no-break space
 * at most) is not drawn. */
static void make_parts(Work *w, uint32_t hyphen_at) {
    size_t to = w->to;
    while (to > w->from && w->units->v[to - 1].start >= hyphen_at)
        to--;
    for (size_t p = w->from; p < to;) {
        size_t q = p + 1;
        while (q < to && w->units->v[q].run == w->units->v[p].run &&
               level_of(w, q) == level_of(w, p))
            q++;
        uint32_t end = w->units->v[q - 1].end;
        if (end > hyphen_at)
            end = hyphen_at;
        Part part = {cut(w, p, q, end), p, q, level_of(w, p)};
        vec_push(w->a, &w->parts, part);
        p = q;
    }
}

static void add_hyphen(Work *w, Fontset *fs, uint32_t at) {
    size_t k = w->to - 1;
    while (k > w->from && w->units->v[k].start > at)
        k--;
    const GlyphRun *beside = w->units->v[k].run;
    GlyphRun *run = ARENA_NEW(w->a, GlyphRun);
    hyphen_make(w->a, fs, beside, at, run);
    Part part = {run, w->to, w->to, beside->item->level};
    vec_push(w->a, &w->parts, part);
}

/* The spacing of the paragraph, without what goes at this line's end. */
static void set_spacing(Work *w) {
    for (size_t k = w->from; k < w->to; k++) {
        const Unit *unit = &w->units->v[k];
        w->before[k - w->from] += unit->lead;
        w->after[k - w->from] += unit->trail;
        if (k + 1 < w->end && unit->gap_on_next)
            w->before[k + 1 - w->from] += unit->gap;
        else if (k + 1 < w->end)
            w->after[k - w->from] += unit->gap;
        else if (k + 1 == w->end && unit->edge)
            w->after[k - w->from] -= unit->blank_trail;
    }
}

/* Move the glyphs of one unit apart from their neighbours. */
static void widen(GlyphRun *run, uint32_t from, uint32_t to, Len left,
                  Len right) {
    for (uint32_t g = from; g < to; g++)
        run->glyphs[g].dx += left;
    run->glyphs[to - 1].advance += left + right;
}

/* Strokes, from the left: each makes the run longer. */
static void extend_joins(const Work *w, const Part *part) {
    GlyphRun *run = part->run;
    for (size_t k = part->to; k-- > part->from;) {
        if (w->extend[k - w->from] == 0)
            continue;
        uint32_t g = 0;
        while (g < run->n && run->glyphs[g].cluster >= w->units->v[k].end)
            g++;
        if (g < run->n)
            kashida_insert(w->a, run, g, w->extend[k - w->from]);
    }
}

/* Put the additions of a part's units into its glyphs, walking both in logical
 * order. Units that share a cluster share its glyphs. */
static void apply(const Work *w, const Part *part) {
    GlyphRun *run = part->run;
    bool rtl = run->item->level & 1;
    uint32_t done = 0, from = 0, to = 0;
    for (size_t k = part->from; k < part->to; k++) {
        uint32_t n = 0;
        while (done + n < run->n &&
               run->glyphs[rtl ? run->n - 1 - done - n : done + n].cluster <
                   w->units->v[k].end)
            n++;
        if (n > 0) {
            from = rtl ? run->n - done - n : done;
            to = from + n;
        }
        Len before = w->before[k - w->from], after = w->after[k - w->from];
        if (to > from && (before || after))
            widen(run, from, to, rtl ? after : before, rtl ? before : after);
        done += n;
    }
}

static Len sum_advances(const GlyphRun *run) {
    int64_t sum = 0;
    for (uint32_t g = 0; g < run->n; g++)
        sum += run->glyphs[g].advance;
    return len_clamp(sum);
}

/* Advances of the glyphs of text before `end` (trailing spaces begin there),
 * in all parts. */
static Len text_width(const Work *w, uint32_t end) {
    int64_t sum = 0;
    for (size_t i = 0; i < w->parts.n; i++) {
        const GlyphRun *run = w->parts.v[i].run;
        for (uint32_t g = 0; g < run->n; g++)
            sum += run->glyphs[g].cluster < end ? run->glyphs[g].advance : 0;
    }
    return len_clamp(sum);
}

static Len sum_additions(const Work *w) {
    int64_t sum = 0;
    for (size_t k = w->from; k < w->end; k++)
        sum += w->before[k - w->from] + w->after[k - w->from];
    return len_clamp(sum);
}

/* UAX #9 L2, then left to right from `pen`. */
static void place(const Work *w, Len pen, Line *out) {
    size_t n = w->parts.n;
    UBiDiLevel *levels = ARENA_ARRAY(w->a, UBiDiLevel, n);
    int32_t *order = ARENA_ARRAY(w->a, int32_t, n);
    for (size_t i = 0; i < n; i++)
        levels[i] = w->parts.v[i].level;
    ubidi_reorderVisual(levels, (int32_t)n, order);
    out->runs = ARENA_ARRAY(w->a, LineRun, n);
    out->nruns = n;
    for (size_t i = 0; i < n; i++) {
        const GlyphRun *run = w->parts.v[order[i]].run;
        out->runs[i] = (LineRun){run, 0, run->n, pen};
        pen = len_sum(pen, run->width);
    }
}

static Len scaled(const Font *font, int units, Len em) {
    return len_muldiv(em, units, font->upem);
}

static void measure_height(const Work *w, Line *out) {
    for (size_t i = 0; i < w->parts.n; i++) {
        const GlyphRun *run = w->parts.v[i].run;
        if (!run->font)
            continue;
        Len drop = shape_drop(run);
        Len ascent = scaled(run->font, run->font->ascent, run->em) - drop;
        Len descent = scaled(run->font, -run->font->descent, run->em) + drop;
        if (shape_stands(run)) /* in the middle of its column */
            ascent = descent = font_em(run->font, run->item->style->size) / 2;
        out->ascent = ascent > out->ascent ? ascent : out->ascent;
        out->descent = descent > out->descent ? descent : out->descent;
    }
}

void compose_line(Arena *a, Fontset *fs, const UString *u, bool rtl,
                  const Units *units, const LinePlan *plan, Line *out) {
    Work w = {.a = a,
              .u = u,
              .units = units,
              .from = plan->from,
              .end = trailing_spaces(units, plan->from, plan->to),
              .to = plan->to,
              .base = rtl};
    w.before = ARENA_ARRAY(a, Len, w.to - w.from);
    w.after = ARENA_ARRAY(a, Len, w.to - w.from);
    w.extend = ARENA_ARRAY(a, Len, w.to - w.from);
    make_parts(&w, plan->hyphen_at);
    if (plan->hyphen_at != NO_HYPHEN)
        add_hyphen(&w, fs, plan->hyphen_at);
    set_spacing(&w);

    uint32_t text_end = w.end < w.to ? units->v[w.end].start : UINT32_MAX;
    Len natural = len_sum(text_width(&w, text_end), sum_additions(&w));
    Len slack = len_sum(plan->room, -natural);
    if (slack > 0 && plan->stretch)
        slack = kashida_share(a, units, w.from, w.end, slack, w.extend);
    if (slack < 0 ? plan->shrink : plan->stretch)
        spacing_justify(a, units, w.from, w.end, slack, w.before, w.after);
    for (size_t i = 0; i < w.parts.n; i++) {
        apply(&w, &w.parts.v[i]);
        extend_joins(&w, &w.parts.v[i]);
        w.parts.v[i].run->width = sum_advances(w.parts.v[i].run);
    }
    out->width = text_width(&w, text_end);
    Len all = text_width(&w, UINT32_MAX);
    place(&w, rtl ? out->width - all : 0, out);
    measure_height(&w, out);
}
