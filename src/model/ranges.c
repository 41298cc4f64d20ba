#include "model/ranges.h"

#include <stdlib.h>
#include <string.h>

typedef struct Reader {
    const char *s, *end;
} Reader;

static void skip_blanks(Reader *r) {
    while (r->s < r->end && (*r->s == ' ' || *r->s == '\t'))
        r->s++;
}

static bool next_is(Reader *r, const char *mark) {
    size_t n = strlen(mark);
    skip_blanks(r);
    if ((size_t)(r->end - r->s) < n || memcmp(r->s, mark, n) != 0)
        return false;
    r->s += n;
    return true;
}

/* More digits than any number here has are as good as the greatest. */
static bool read_number(Reader *r, uint32_t *out) {
    skip_blanks(r);
    const char *first = r->s;
    uint64_t v = 0;
    for (; r->s < r->end && *r->s >= '0' && *r->s <= '9'; r->s++)
        v = v < UINT32_MAX ? v * 10 + (uint64_t)(*r->s - '0') : v;
    *out = v < UINT32_MAX ? (uint32_t)v : UINT32_MAX;
    return r->s > first;
}

static bool read_range(Reader *r, Range *out) {
    if (!read_number(r, &out->from))
        return false;
    out->to = out->from;
    if (!next_is(r, "-") && !next_is(r, "\xE2\x80\x93"))
        return true;
    return read_number(r, &out->to);
}

static int ascending(const void *x, const void *y) {
    const Range *a = x, *b = y;
    return (a->from > b->from) - (a->from < b->from);
}

/* What is wrong with one of them. */
static const char *objection(Arena *a, const Range *r, uint32_t most,
                             const char *whole) {
    uint32_t high = r->to > r->from ? r->to : r->from;
    if (r->from == 0 || r->to == 0)
        return "there is no 0, the first is 1";
    if (high > most)
        return high == UINT32_MAX
                   ? whole
                   : arena_printf(a, "%s, there is no %u", whole, high);
    if (r->to < r->from)
        return arena_printf(a, "%u-%u runs backwards; write %u-%u", r->from,
                            r->to, r->to, r->from);
    return NULL;
}

static const char *twice(Arena *a, const Ranges *r) {
    for (size_t i = 1; i < r->n; i++)
        if (r->v[i].from <= r->v[i - 1].to)
            return arena_printf(a, "%u is in it twice", r->v[i].from);
    return NULL;
}

const char *ranges_parse(Arena *a, const char *s, size_t n, uint32_t most,
                         const char *whole, Ranges *out) {
    VEC(Range) found = {0};
    Reader r = {s, s + n};
    const char *wrong = NULL;
    *out = (Ranges){0};
    do {
        Range range;
        if (!read_range(&r, &range))
            return "write numbers and ranges with commas between, such as "
                   "5-8,12";
        wrong = objection(a, &range, most, whole);
        if (wrong)
            return wrong;
        vec_push(a, &found, range);
    } while (next_is(&r, ","));
    skip_blanks(&r);
    if (r.s < r.end)
        return "write numbers and ranges with commas between, such as 5-8,12";
    qsort(found.v, found.n, sizeof *found.v, ascending);
    Ranges all = {found.v, found.n, 0};
    wrong = twice(a, &all);
    if (wrong)
        return wrong;
    for (size_t i = 0; i < all.n; i++)
        all.count += all.v[i].to - all.v[i].from + 1;
    *out = all;
    return NULL;
}

void ranges_add(Arena *a, Ranges *r, uint32_t number) {
    r->count++;
    if (r->n > 0 && r->v[r->n - 1].to + 1 == number) {
        r->v[r->n - 1].to = number;
        return;
    }
    /* The room is a power of two. */
    if ((r->n & (r->n - 1)) == 0) {
        Range *more = ARENA_ARRAY(a, Range, r->n * 2 + 1);
        if (r->n > 0)
            memcpy(more, r->v, r->n * sizeof *more);
        r->v = more;
    }
    r->v[r->n++] = (Range){number, number};
}

bool ranges_has(const Ranges *r, uint32_t number) {
    size_t low = 0, high = r->n;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (r->v[mid].to < number)
            low = mid + 1;
        else
            high = mid;
    }
    return low < r->n && r->v[low].from <= number;
}

void ranges_print(const bool *in, uint32_t n, bool wanted, Buf *out) {
    const char *comma = "";
    for (uint32_t i = 0; i < n; i++) {
        if (in[i] != wanted)
            continue;
        uint32_t last = i;
        while (last + 1 < n && in[last + 1] == wanted)
            last++;
        buf_printf(out, "%s%u", comma, i + 1);
        if (last > i)
            buf_printf(out, "-%u", last + 1);
        comma = ", ";
        i = last;
    }
}
