#include "text/parafit.h"

#include "text/hyphen.h"
#include "text/lensum.h"
#include "text/spacing.h"

/* plain.tex: of a hyphen put in, and behind one that is written. */
#define HYPHEN_PENALTY 50
/* Between words that read as one thing, when nothing else is left. */
#define RELUCTANT_PENALTY 9000
/* Inside a Chinese word of a Western paragraph; between words it is 0. */
#define FOREIGN_PENALTY 100
/* Stretch of a last line: any. */
#define FILL (LEN_MAX / 4)

typedef struct Build {
    Arena *a;
    Fontset *fs;
    const UString *u;
    const Units *units;
    const BreakKind *breaks;
    VEC(FitItem) items;
    VEC(size_t) unit;
    VEC(uint32_t) text;
    VEC(uint32_t) hyphen;
    const GlyphRun *hyphened; /* the run that `hyphen_width` is of */
    Len hyphen_width;
    Len box; /* width gathered since the last item */
    size_t first;
    bool open; /* there is such a box, be it of no width */
} Build;

static void push(Build *b, FitItem item, size_t unit, uint32_t text) {
    vec_push(b->a, &b->items, item);
    vec_push(b->a, &b->unit, unit);
    vec_push(b->a, &b->text, text);
    vec_push(b->a, &b->hyphen, NO_HYPHEN);
}

static void gather(Build *b, size_t k, Len width) {
    if (!b->open)
        b->first = k;
    b->open = true;
    b->box = len_sum(b->box, width);
}

static void flush(Build *b) {
    if (b->open)
        push(b, (FitItem){.kind = FIT_BOX, .width = b->box}, b->first, 0);
    b->open = false;
    b->box = 0;
}

static void penalty(Build *b, int cost, size_t unit, uint32_t text) {
    push(b, (FitItem){.kind = FIT_PENALTY, .penalty = cost}, unit, text);
}

static bool has_width(const FitItem *glue) {
    return glue->width || glue->stretch || glue->shrink;
}

/* Glue that stays at a line's edge: boxes on both sides, no break. */
static void kept_blank(Build *b, size_t k, Len width) {
    gather(b, k, 0);
    flush(b);
    penalty(b, FIT_FORBID, k, 0);
    push(b, (FitItem){.kind = FIT_GLUE, .width = width, .shrink = width}, k, 0);
    gather(b, k, 0);
}

/* What may stand after unit k and go at a line's end. */
static FitItem glue_after(const Build *b, size_t k) {
    const Unit *unit = &b->units->v[k];
    FitItem glue = {.kind = FIT_GLUE,
                    .width = unit->gap,
                    .stretch = unit->gap / 3,
                    .shrink = unit->gap / 2};
    if (unit->edge) {
        glue.width += unit->blank_trail;
        glue.shrink += unit->blank_trail;
    }
    if (b->units->chinese && k + 1 < b->units->n &&
        spacing_may_part(unit, unit + 1))
        glue.stretch += unit->run->em / 12;
    return glue;
}

static void space(Build *b, size_t k, BreakKind kind, uint32_t next) {
    const Unit *unit = &b->units->v[k];
    FitItem glue = {.kind = FIT_GLUE,
                    .width = unit->advance + unit->lead + unit->trail,
                    .stretch = unit->stretch,
                    .shrink = unit->shrink};
    flush(b);
    bool after_box =
        b->items.n > 0 && b->items.v[b->items.n - 1].kind == FIT_BOX;
    bool breaks_here = kind == BREAK_MAY && after_box;
    if (!breaks_here)
        penalty(b, FIT_FORBID, k, 0);
    push(b, glue, k, next);
    if (kind == BREAK_MAY && !breaks_here)
        penalty(b, 0, k + 1, next);
    if (kind == BREAK_RELUCTANT)
        push(b,
             (FitItem){.kind = FIT_PENALTY,
                       .penalty = RELUCTANT_PENALTY,
                       .reluctant = true},
             k + 1, next);
}

static Len hyphen_width(Build *b, const GlyphRun *beside, uint32_t place) {
    if (b->hyphened != beside) {
        GlyphRun hyphen;
        hyphen_make(b->a, b->fs, beside, place, &hyphen);
        b->hyphened = beside;
        b->hyphen_width = hyphen.width;
    }
    return b->hyphen_width;
}

/* What a break costs that is not at a space. */
static FitItem written_break(const Build *b, size_t k, uint32_t next) {
    const Unit *unit = &b->units->v[k];
    FitItem it = {.kind = FIT_PENALTY};
    UChar last = b->u->s[next - 1];
    if (last == '-' || last == 0x2010) {
        it.penalty = HYPHEN_PENALTY;
        it.flagged = true;
    } else if (!b->units->chinese && unit->cls == CJK_HAN &&
               k + 1 < b->units->n && unit[1].cls == CJK_HAN) {
        it.penalty = FOREIGN_PENALTY;
    }
    return it;
}

static void break_after(Build *b, size_t k, FitItem glue, FitItem at,
                        uint32_t next) {
    flush(b);
    if (has_width(&glue) && at.penalty == 0) {
        push(b, glue, k + 1, next);
        return;
    }
    if (has_width(&glue)) {
        penalty(b, FIT_FORBID, k, 0);
        push(b, glue, k + 1, 0);
    }
    push(b, at, k + 1, next);
}

/* Where the hyphen of the break in [from, to] stands. */
static uint32_t find_hyphen(const Build *b, uint32_t from, uint32_t to) {
    while (from < to && b->breaks[from] != BREAK_HYPHEN)
        from++;
    return hyphen_place(b->u, from);
}

static void after_letters(Build *b, size_t k, BreakKind kind, uint32_t next) {
    const Unit *unit = &b->units->v[k];
    FitItem glue = glue_after(b, k);
    switch (kind) {
    case BREAK_NO:
    case BREAK_RELUCTANT: /* at spaces only */
    case BREAK_MUST:
        if (!has_width(&glue))
            return;
        flush(b);
        penalty(b, FIT_FORBID, k, 0);
        push(b, glue, k + 1, 0);
        return;
    case BREAK_MAY:
        break_after(b, k, glue, written_break(b, k, next), next);
        return;
    case BREAK_HYPHEN: {
        uint32_t place = find_hyphen(b, unit->end, next);
        FitItem it = {.kind = FIT_PENALTY,
                      .penalty = HYPHEN_PENALTY,
                      .width = hyphen_width(b, unit->run, place),
                      .flagged = true,
                      .hyphen = true};
        break_after(b, k, glue, it, next);
        b->hyphen.v[b->hyphen.n - 1] = place;
        return;
    }
    }
}

static void letters(Build *b, size_t k, BreakKind kind, uint32_t next) {
    const Unit *unit = &b->units->v[k];
    if (unit->blank_lead > 0)
        kept_blank(b, k, unit->blank_lead);
    gather(b, k,
           unit->lead + unit->advance + unit->trail - unit->blank_lead -
               unit->blank_trail);
    if (unit->blank_trail > 0 && !unit->edge)
        kept_blank(b, k, unit->blank_trail);
    after_letters(b, k, kind, next);
}

/* A forced break for every BREAK_MUST in [from, to]; the next line starts with
 * a box, so that spaces there are kept. */
static void forced(Build *b, size_t unit, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i <= to; i++) {
        if (b->breaks[i] != BREAK_MUST)
            continue;
        flush(b);
        penalty(b, FIT_FORBID, unit, 0);
        push(b, (FitItem){.kind = FIT_GLUE, .stretch = FILL}, unit, 0);
        penalty(b, FIT_FORCE, unit, i);
        if (i < b->u->n)
            gather(b, unit, 0);
    }
}

/* The strongest break between unit k and the next one. */
static BreakKind break_between(const Build *b, uint32_t from, uint32_t to) {
    BreakKind kind = BREAK_NO;
    for (uint32_t i = from; i <= to; i++)
        kind = b->breaks[i] > kind ? b->breaks[i] : kind;
    return kind;
}

void parafit_make(Arena *a, Fontset *fs, const UString *u, const Units *units,
                  const BreakKind *breaks, ParaFit *out) {
    Build b = {.a = a, .fs = fs, .u = u, .units = units, .breaks = breaks};
    gather(&b, 0, 0);
    forced(&b, 0, 0, units->n ? units->v[0].start : u->n);
    for (size_t k = 0; k < units->n; k++) {
        const Unit *unit = &units->v[k];
        uint32_t next = k + 1 < units->n ? units->v[k + 1].start : u->n;
        BreakKind kind = break_between(&b, unit->end, next);
        if (unit->cls == CJK_SPACE || unit->cls == CJK_NBSP)
            space(&b, k, kind, next);
        else
            letters(&b, k, kind, next);
        if (kind == BREAK_MUST)
            forced(&b, k + 1, unit->end, next);
    }
    *out = (ParaFit){.items = b.items.v,
                     .n = b.items.n,
                     .unit = b.unit.v,
                     .text = b.text.v,
                     .hyphen = b.hyphen.v};
}

Len parafit_natural_width(const ParaFit *fit) {
    int64_t widest = 0, width = 0, solid = 0;
    for (size_t i = 0; i < fit->n; i++) {
        const FitItem *it = &fit->items[i];
        if (it->kind != FIT_PENALTY)
            width += it->width;
        if (it->kind == FIT_BOX)
            solid = width;
        if (it->kind == FIT_PENALTY && it->penalty <= FIT_FORCE) {
            widest = solid > widest ? solid : widest;
            width = solid = 0;
        }
    }
    return len_clamp(widest);
}
