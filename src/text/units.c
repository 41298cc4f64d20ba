#include "text/units.h"

#include "text/lensum.h"

#include <unicode/uchar.h>

#define LINE_SEPARATOR 0x2028

typedef VEC(Unit) UnitVec;

static bool is_visible(UChar32 c) {
    return !u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/* Characters of [from, to) that can have a width of their own. */
static uint32_t visible(const UString *u, uint32_t from, uint32_t to) {
    uint32_t n = 0;
    while (from < to)
        n += is_visible((UChar32)utf16_next(u->s, to, &from));
    return n;
}

/* The character that tells what a unit is: its first visible one. */
static UChar32 first_visible(const UString *u, uint32_t from, uint32_t to) {
    UChar32 c = 0;
    while (from < to && (c == 0 || !is_visible(c)))
        c = (UChar32)utf16_next(u->s, to, &from);
    return c;
}

/* Add the cluster of glyphs [from, to) and text [start, end), cut where a line
 * may end inside it: in a ligature over a soft hyphen, or behind a soft hyphen
 * that HarfBuzz counts with the letter after it. The width is shared out by
 * characters. */
static void add_cluster(Arena *a, UnitVec *units, const GlyphRun *run,
                        uint32_t from, uint32_t to, uint32_t start,
                        uint32_t end, const BreakKind *breaks) {
    Unit unit = {.start = start, .run = run, .from = from, .to = to};
    Len width = 0, done = 0;
    for (uint32_t g = from; g < to; g++) {
        width = len_sum(width, run->glyphs[g].advance);
        unit.unsafe = unit.unsafe || run->glyphs[g].unsafe;
    }
    for (uint32_t i = start + 1; i <= end; i++) {
        if (i < end && breaks[i] == BREAK_NO)
            continue;
        Len upto = width;
        if (i < end && visible(run->text, start, end) > 0)
            upto = len_muldiv(width, visible(run->text, start, i),
                              visible(run->text, start, end));
        unit.end = i;
        unit.advance = upto - done;
        unit.c = first_visible(run->text, unit.start, unit.end);
        unit.cls = cjk_class(unit.c);
        if (unit.cls == CJK_WEST && shape_stands(run))
            unit.cls = CJK_HAN; /* it fills its em like one */
        vec_push(a, units, unit);
        done = upto;
        unit.start = i;
        unit.unsafe = true;
    }
}

/* Glyphs are in visual order; a right-to-left run is walked backwards, so that
 * clusters rise. */
static void add_run(Arena *a, UnitVec *units, const GlyphRun *run,
                    const BreakKind *breaks) {
    bool rtl = run->item->level & 1;
    for (uint32_t done = 0; done < run->n;) {
        uint32_t n = 1, g = rtl ? run->n - 1 - done : done;
        uint32_t start = run->glyphs[g].cluster;
        while (done + n < run->n &&
               run->glyphs[rtl ? g - n : g + n].cluster == start)
            n++;
        uint32_t end = done + n < run->n
                           ? run->glyphs[rtl ? g - n : g + n].cluster
                           : run->end;
        /* Ignorable characters before the first glyph belong to it. */
        if (done == 0)
            start = run->start;
        add_cluster(a, units, run, rtl ? g + 1 - n : g, rtl ? g + 1 : g + n,
                    start, end, breaks);
        done += n;
    }
}

static void add_item(Arena *a, UnitVec *units, const UString *u,
                     const Item *item, const BreakKind *breaks) {
    for (uint32_t i = item->start; i < item->end; i++) {
        uint32_t start = i;
        while (i < item->end && u->s[i] != LINE_SEPARATOR)
            i++;
        if (i == start)
            continue;
        GlyphRun *run = ARENA_NEW(a, GlyphRun);
        shape_range(a, u, item, start, i, run);
        add_run(a, units, run, breaks);
    }
}

void units_make(Arena *a, const UString *u, const Items *items,
                const BreakKind *breaks, Units *out) {
    UnitVec units = {0};
    for (size_t k = 0; k < items->n; k++)
        add_item(a, &units, u, &items->v[k], breaks);
    *out = (Units){.v = units.v, .n = units.n};
}
