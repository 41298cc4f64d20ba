#include "text/spacing.h"

#define LINE_SEPARATOR 0x2028

/* Ink of a unit of one glyph along the line, relative to its pen: in a vertical
 * line, left is up. */
typedef struct Ink {
    Len left, right;
} Ink;

static bool ink_of(const Unit *unit, Ink *out) {
    const GlyphRun *run = unit->run;
    hb_glyph_extents_t e;
    if (unit->to - unit->from != 1)
        return false;
    const Glyph *g = &run->glyphs[unit->from];
    if (!font_ink(run->font, run->em, g->id, &e))
        return false;
    if (shape_stands(run)) /* height is negative: downwards */
        *out = (Ink){g->dx - e.y_bearing, g->dx - e.y_bearing - e.height};
    else
        *out = (Ink){e.x_bearing + g->dx, e.x_bearing + e.width + g->dx};
    return true;
}

static Len em_of(const Unit *unit) {
    return unit->run->em;
}

static bool is_full_width(const Unit *unit) {
    return unit->advance > em_of(unit) / 10 * 9;
}

static bool is_closing(const Unit *unit) {
    return unit->cls >= CJK_CLOSE && unit->cls <= CJK_STOP;
}

/* Which half of a full-width mark is empty is the font's business (in Taiwan's
 * style commas stand in the middle): the ink tells, with 1/20 em of grace. */
static void find_blank(Unit *unit) {
    const char *lang = unit->run->item->lang;
    Len em = em_of(unit), half = em / 2;
    Ink ink;
    if (unit->cls < CJK_OPEN || unit->cls > CJK_STOP || cjk_lang_taiwan(lang) ||
        !is_full_width(unit) || !ink_of(unit, &ink))
        return;
    if (unit->cls == CJK_OPEN && ink.left >= half - em / 20)
        unit->blank_lead = half;
    if (unit->cls != CJK_OPEN && ink.right <= half + em / 20) {
        unit->blank_trail = half;
        /* GB/T 15834-2011, 5.1.10; JLREQ keeps the half em. */
        unit->edge = cjk_lang_zh(lang);
    }
}

/* · in a Chinese name: 1/2 em with the dot in its middle, whatever the font
 * thinks (GB style, facts 5.1). */
static void set_interpunct(Unit *unit, const Unit *before, const Unit *after) {
    const char *lang = unit->run->item->lang;
    bool beside_han =
        (before && before->cls == CJK_HAN) || (after && after->cls == CJK_HAN);
    Ink ink;
    if ((unit->c != 0xB7 && unit->c != 0x2027) || !beside_han ||
        cjk_lang_taiwan(lang) || cjk_lang_ja(lang) || !ink_of(unit, &ink))
        return;
    Len em = em_of(unit);
    unit->lead = em / 4 - (ink.left + ink.right) / 2;
    unit->trail = em / 2 - unit->advance - unit->lead;
}

/* Two marks in a row: 1.5 em instead of 2. */
static void compress_pair(Unit *a, Unit *b) {
    if (a->blank_trail > 0 &&
        (b->blank_lead > 0 || (is_closing(b) && is_full_width(b)))) {
        a->trail -= a->blank_trail;
        a->blank_trail = 0;
        a->edge = false;
    } else if (a->cls == CJK_OPEN && is_full_width(a) && b->blank_lead > 0) {
        b->lead -= b->blank_lead;
        b->blank_lead = 0;
    }
}

/* 1/4 em between a Chinese character and a Western letter or digit. Where the
 * two are of different levels the outer one carries the gap: only its logical
 * neighbour is its neighbour on paper. */
static void add_gap(Unit *a, const Unit *b) {
    if (a->cls == CJK_HAN && b->cls == CJK_WEST)
        a->gap = em_of(a) / 4;
    else if (a->cls == CJK_WEST && b->cls == CJK_HAN)
        a->gap = em_of(b) / 4;
    a->gap_on_next = b->run->item->level < a->run->item->level;
}

static bool adjacent(const UString *u, const Unit *a, const Unit *b) {
    return a->end == b->start || u->s[a->end] != LINE_SEPARATOR;
}

static bool is_chinese(const Unit *unit) {
    return unit->cls == CJK_HAN || cjk_is_mark(unit->c) ||
           (unit->cls >= CJK_OPEN && unit->cls <= CJK_ELLIPSIS &&
            unit->cls != CJK_MIDDLE && is_full_width(unit));
}

/* A few Chinese characters in a Western paragraph do not make it Chinese, nor
 * a few Western words a Chinese one Western: a word says as much as two
 * characters. */
static bool mostly_chinese(const Units *units) {
    size_t characters = 0, words = 0;
    for (size_t k = 0; k < units->n; k++) {
        if (is_chinese(&units->v[k]))
            characters++;
        else if (units->v[k].cls == CJK_WEST &&
                 (k == 0 || units->v[k - 1].cls != CJK_WEST))
            words++;
    }
    return characters > 0 && characters >= 2 * words;
}

static bool is_word_space(const Unit *unit) {
    return unit->c == ' ' || unit->c == 0xA0;
}

static Len not_negative(Len l) {
    return l > 0 ? l : 0;
}

static void set_space(Unit *unit, bool chinese) {
    Len em = em_of(unit);
    unit->stretch =
        chinese ? not_negative(em / 2 - unit->advance) : unit->advance / 2;
    unit->shrink =
        chinese ? not_negative(unit->advance - em / 4) : unit->advance / 3;
}

/* A single dash joins (三—五); two of them are the Chinese dash. */
static bool is_rigid(const Units *units, size_t k) {
    const Unit *v = units->v;
    if (v[k].cls == CJK_DASH)
        return (k == 0 || v[k - 1].cls != CJK_DASH) &&
               (k + 1 == units->n || v[k + 1].cls != CJK_DASH) &&
               v[k].c != 0x2E3A;
    return v[k].cls == CJK_MIDDLE || v[k].cls == CJK_SOLIDUS;
}

void spacing_apply(const UString *u, Units *units) {
    units->chinese = mostly_chinese(units);
    for (size_t k = 0; k < units->n; k++) {
        Unit *unit = &units->v[k];
        find_blank(unit);
        unit->rigid = is_rigid(units, k);
        if (unit->cls == CJK_MIDDLE)
            set_interpunct(unit, k > 0 ? unit - 1 : NULL,
                           k + 1 < units->n ? unit + 1 : NULL);
        if (is_word_space(unit))
            set_space(unit, units->chinese);
    }
    for (size_t k = 0; k + 1 < units->n; k++) {
        Unit *unit = &units->v[k];
        if (!adjacent(u, unit, unit + 1))
            continue;
        compress_pair(unit, unit + 1);
        add_gap(unit, unit + 1);
    }
}

bool spacing_may_part(const Unit *a, const Unit *b) {
    if (a->rigid || b->rigid || !is_chinese(a) || !is_chinese(b))
        return false;
    return a->cls != b->cls || (a->cls != CJK_DASH && a->cls != CJK_ELLIPSIS);
}

SpacingRank spacing_rank(const Unit *unit) {
    switch (unit->cls) {
    case CJK_COMMA:
        return SPACING_COMMA;
    case CJK_STOP:
        return SPACING_STOP;
    default:
        return SPACING_BRACKET;
    }
}

/* A place in a line that can give or take, up to `most`. */
typedef struct Slot {
    Len *to;
    Len most;
} Slot;

typedef VEC(Slot) Slots;

static void add_slot(Arena *a, Slots *slots, Len *to, Len most) {
    if (most > 0) {
        Slot slot = {.most = most};
        slot.to = to;
        vec_push(a, slots, slot);
    }
}

/* Share `size` out in proportion to `most` of each slot, exactly to the last
 * unit of length. */
static void share_all(const Slots *slots, int64_t most, Len size, bool shrink) {
    int64_t passed = 0;
    Len given = 0;
    int coarse = 0; /* keeps the product in 64 bits on lines of a kilometre */
    while (most >> coarse > LEN_MAX)
        coarse++;
    for (size_t i = 0; i < slots->n; i++) {
        passed += slots->v[i].most;
        Len upto = (Len)((passed >> coarse) * size / (most >> coarse));
        *slots->v[i].to += shrink ? given - upto : upto - given;
        given = upto;
    }
}

/* The same up to what each slot can bear; returns what is left of `slack`. */
static Len share(const Slots *slots, Len slack) {
    int64_t most = 0;
    for (size_t i = 0; i < slots->n; i++)
        most += slots->v[i].most;
    Len size = slack < 0 ? -slack : slack;
    Len take = size < most ? size : (Len)most;
    share_all(slots, most, take, slack < 0);
    return slack < 0 ? slack + take : slack - take;
}

typedef struct Row {
    Arena *a;
    const Unit *v; /* of the line */
    size_t n;
    bool chinese; /* characters may be parted */
    Len *before, *after;
} Row;

/* The gap after unit k, on whichever side it is carried. */
static Len *gap_slot(const Row *r, size_t k) {
    return r->v[k].gap_on_next ? &r->before[k + 1] : &r->after[k];
}

static Len share_spaces(const Row *r, Len slack) {
    Slots slots = {0};
    for (size_t k = 0; k + 1 < r->n; k++)
        add_slot(r->a, &slots, &r->after[k],
                 slack > 0 ? r->v[k].stretch : r->v[k].shrink);
    return share(&slots, slack);
}

/* 1/4 em may become 1/3 or 1/8. */
static Len share_gaps(const Row *r, Len slack) {
    Slots slots = {0};
    for (size_t k = 0; k + 1 < r->n; k++)
        add_slot(r->a, &slots, gap_slot(r, k),
                 slack > 0 ? r->v[k].gap / 3 : r->v[k].gap / 2);
    return share(&slots, slack);
}

/* The empty half of the last mark, where the style keeps it (Japanese). */
static Len share_end(const Row *r, Len slack) {
    Slots slots = {0};
    const Unit *last = &r->v[r->n - 1];
    if (!last->edge)
        add_slot(r->a, &slots, &r->after[r->n - 1], last->blank_trail);
    return share(&slots, slack);
}

static Len share_blanks(const Row *r, SpacingRank rank, Len slack) {
    Slots slots = {0};
    for (size_t k = 0; k < r->n; k++) {
        if (spacing_rank(&r->v[k]) != rank)
            continue;
        add_slot(r->a, &slots, &r->before[k], r->v[k].blank_lead);
        if (k + 1 < r->n) /* else it went already */
            add_slot(r->a, &slots, &r->after[k], r->v[k].blank_trail);
    }
    return share(&slots, slack);
}

/* The rest, evenly: without limit. */
static void share_rest(const Row *r, Len slack) {
    Slots slots = {0};
    for (size_t k = 0; k + 1 < r->n; k++) {
        if (is_word_space(&r->v[k]))
            add_slot(r->a, &slots, &r->after[k], 1);
        else if (r->chinese && r->v[k].gap > 0)
            add_slot(r->a, &slots, gap_slot(r, k), 1);
        else if (r->chinese && spacing_may_part(&r->v[k], &r->v[k + 1]))
            add_slot(r->a, &slots, &r->after[k], 1);
    }
    share_all(&slots, (int64_t)slots.n, slack, false);
}

void spacing_justify(Arena *a, const Units *units, size_t from, size_t to,
                     Len slack, Len *before, Len *after) {
    Row r = {.a = a,
             .v = units->v + from,
             .n = to - from,
             .chinese = units->chinese};
    r.before = before;
    r.after = after;
    if (slack == 0 || r.n == 0)
        return;
    if (slack < 0)
        slack = share_end(&r, slack);
    slack = share_spaces(&r, slack);
    if (slack > 0) {
        slack = share_gaps(&r, slack);
        if (slack > 0)
            share_rest(&r, slack);
        return;
    }
    slack = share_blanks(&r, SPACING_BRACKET, slack);
    slack = share_blanks(&r, SPACING_COMMA, slack);
    slack = share_gaps(&r, slack);
    share_blanks(&r, SPACING_STOP, slack);
}
