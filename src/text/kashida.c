#include "text/kashida.h"

#include <string.h>
#include <unicode/uchar.h>

#include "text/lensum.h"

#define TATWEEL 0x640
#define LAM 0x644
/* A shorter word would be torn rather than extended. */
#define SHORTEST 3

static bool extends(const Item *item) {
    return item->script == HB_SCRIPT_ARABIC && item->font &&
           (strncmp(item->lang, "ug", 2) == 0 ||
            strncmp(item->lang, "ar", 2) == 0);
}

static Len tatweel_width(const GlyphRun *run, uint32_t *glyph) {
    *glyph = font_glyph(run->font, TATWEEL, 0);
    return *glyph ? hb_font_get_glyph_h_advance(font_at(run->font, run->em),
                                                *glyph)
                  : 0;
}

static int joining(const Unit *unit) {
    return u_getIntPropertyValue(unit->c, UCHAR_JOINING_TYPE);
}

/* Does unit `k` join the next one, in glyphs of their own? */
static bool joins(const Unit *unit) {
    const Unit *next = unit + 1;
    bool alef = next->c == 0x622 || next->c == 0x623 || next->c == 0x625 ||
                next->c == 0x627;
    return joining(unit) == U_JT_DUAL_JOINING &&
           (joining(next) == U_JT_DUAL_JOINING ||
            joining(next) == U_JT_RIGHT_JOINING) &&
           unit->run == next->run && unit->end == next->start &&
           unit->to - unit->from == 1 && unit->from != next->from &&
           !(unit->c == LAM && alef);
}

static bool in_word(const Unit *unit) {
    return u_isalpha(unit->c) && extends(unit->run->item);
}

typedef VEC(size_t) Joins;

/* The last join of every word. */
static Joins find_joins(Arena *a, const Units *units, size_t from, size_t to) {
    Joins found = {0};
    for (size_t k = from; k < to; k++) {
        size_t start = k, last = to;
        for (; k < to && in_word(&units->v[k]); k++) {
            if (k + 1 < to && in_word(&units->v[k + 1]) && joins(&units->v[k]))
                last = k;
        }
        if (k - start >= SHORTEST && last < to)
            vec_push(a, &found, last);
    }
    return found;
}

Len kashida_share(Arena *a, const Units *units, size_t from, size_t to,
                  Len slack, Len *extend) {
    int64_t most = 0;
    for (size_t k = from; k < to; k++)
        most += units->v[k].stretch;
    if (slack <= most)
        return slack;
    Joins found = find_joins(a, units, from, to);
    if (found.n == 0)
        return slack;
    Len each = len_clamp((slack - most) / (int64_t)found.n);
    for (size_t i = 0; i < found.n; i++) {
        uint32_t glyph;
        Len width = tatweel_width(units->v[found.v[i]].run, &glyph);
        Len more = each < width ? each : width;
        extend[found.v[i] - from] = more;
        slack -= more;
    }
    return slack;
}

void kashida_insert(Arena *a, GlyphRun *run, uint32_t at, Len width) {
    Glyph *glyphs = ARENA_ARRAY(a, Glyph, (size_t)run->n + 1);
    memcpy(glyphs, run->glyphs, at * sizeof *glyphs);
    memcpy(glyphs + at + 1, run->glyphs + at, (run->n - at) * sizeof *glyphs);
    Glyph *stroke = &glyphs[at];
    *stroke = (Glyph){.cluster = run->glyphs[at].cluster,
                      .advance = width,
                      .dy = shape_drop(run)};
    /* Longer than its place, it runs under the letters on both sides. */
    stroke->dx = (width - tatweel_width(run, &stroke->id)) / 2;
    run->glyphs = glyphs;
    run->n++;
}
