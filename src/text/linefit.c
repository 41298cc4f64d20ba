#include "text/linefit.h"

#include <assert.h>

/* Best fit, line by line: of the breaks that fit, the one that costs least.
 * The cost of a break is its penalty plus the room it leaves, in 1/1000 of the
 * line. Where all penalties are alike that is first fit; a hyphen at 50 is
 * taken only if it fills the line by 5 % more than the space before it.
 */
#define FLAGGED_COST 100 /* a second hyphenated line in a row */

typedef struct Break {
    size_t at;
    int64_t width, cost;
    bool found;
} Break;

static bool may_break(const FitItem *items, size_t from, size_t i) {
    if (items[i].kind == FIT_PENALTY)
        return items[i].penalty < FIT_FORBID;
    return items[i].kind == FIT_GLUE && i > from &&
           items[i - 1].kind == FIT_BOX;
}

static bool forced(const FitItem *it) {
    return it->kind == FIT_PENALTY && it->penalty <= FIT_FORCE;
}

/* End of the line that starts at `from` and breaks at `at`: what a break
 * discards is cut off. */
static size_t trimmed(const FitItem *items, size_t from, size_t at) {
    while (at > from && items[at - 1].kind != FIT_BOX)
        at--;
    return at;
}

/* Start of the line after a break at `at`: glue and penalties there go, but
 * not another forced break. */
static size_t next_start(const FitItem *items, size_t n, size_t at) {
    size_t i = at + 1;
    while (i < n && items[i].kind != FIT_BOX && !forced(&items[i]))
        i++;
    return i;
}

static int64_t cost_of(const FitItem *it, int64_t slack, Len room,
                       bool after_flagged) {
    int64_t cost = it->kind == FIT_PENALTY ? it->penalty : 0;
    if (it->kind == FIT_PENALTY && it->flagged && after_flagged)
        cost += FLAGGED_COST;
    int64_t waste = slack < 0 ? -slack : slack;
    return cost + (room > 0 ? waste * 1000 / room : 0);
}

/* If nothing but what a break discards lies between `at` and a forced break,
 * the forced one ends the same line; or an empty line would follow. */
static size_t settled(const FitItem *items, size_t at) {
    size_t i = at;
    while (items[i].kind != FIT_BOX && !forced(&items[i]))
        i++;
    return items[i].kind == FIT_BOX ? at : i;
}

/* The line that starts at `from`. Sums are kept over all items passed
 * (`width`, `shrink`) and up to the last box (`solid`, `solid_shrink`), which
 * is what a break leaves of them. */
static Break choose(const FitItem *items, size_t from, Len room, bool justify,
                    bool after_flagged) {
    int64_t width = 0, shrink = 0, solid = 0, solid_shrink = 0;
    Break best = {0};
    for (size_t i = from;; i++) {
        if (may_break(items, from, i)) {
            size_t at = settled(items, i);
            const FitItem *it = &items[at];
            int64_t w =
                solid + (it->kind == FIT_PENALTY ? (int64_t)it->width : 0);
            int64_t cost = cost_of(it, room - w, room, after_flagged);
            bool fits = (justify ? w - solid_shrink : w) <= room;
            if (!best.found || (fits && (forced(it) || cost <= best.cost)))
                best = (Break){at, w, cost, true};
            if (!fits || forced(it))
                return best;
        }
        /* Boxes only add: past the room nothing fits any more. */
        if (best.found && solid - (justify ? solid_shrink : 0) > room)
            return best;
        width += items[i].kind == FIT_PENALTY ? 0 : items[i].width;
        shrink += items[i].kind == FIT_GLUE ? items[i].shrink : 0;
        if (items[i].kind == FIT_BOX) {
            solid = width;
            solid_shrink = shrink;
        }
    }
}

static int64_t shrink_within(const FitItem *items, size_t from, size_t to) {
    int64_t sum = 0;
    for (size_t i = from; i < to; i++)
        sum += items[i].kind == FIT_GLUE ? items[i].shrink : 0;
    return sum;
}

size_t linefit(Arena *a, const FitItem *items, size_t n, const FitOptions *opt,
               FitLine **out) {
    assert(n > 0 && forced(&items[n - 1]));
    VEC(FitLine) lines = {0};
    bool after_flagged = false;
    for (size_t from = 0; from < n;) {
        Len room = lines.n == 0 ? opt->first_width : opt->width;
        Break b = choose(items, from, room, opt->justify, after_flagged);
        size_t last = trimmed(items, from, b.at);
        int64_t least =
            b.width - (opt->justify ? shrink_within(items, from, last) : 0);
        FitLine line = {.first = from,
                        .last = last,
                        .at = b.at,
                        .width = b.width < LEN_MAX ? (Len)b.width : LEN_MAX,
                        .overfull = least > room};
        vec_push(a, &lines, line);
        after_flagged = items[b.at].kind == FIT_PENALTY && items[b.at].flagged;
        from = next_start(items, n, b.at);
    }
    *out = lines.v;
    return lines.n;
}
