#include "text/linefit.h"

#include <assert.h>

/* TeX: The Program, 817: how a line looks beside its neighbours. */
typedef enum Fitness { VERY_LOOSE, LOOSE, DECENT, TIGHT } Fitness;
#define FITNESSES 4

#define NONE INT64_MAX

/* Of the items before some place; penalties count nothing. */
typedef struct Sum {
    int64_t width, stretch, shrink;
} Sum;

/* A break and the best way to get there. */
typedef struct Node {
    size_t at;        /* the item; of the start: any */
    size_t first;     /* where the line after it starts */
    size_t prev;      /* the node that the line before it starts at */
    int64_t demerits; /* from the start to here */
    int badness;      /* of the line that ends here */
    Fitness fitness;
    bool flagged;
} Node;

typedef VEC(Node) Nodes;
typedef VEC(size_t) Indices;

typedef struct Pass {
    int tolerance;
    bool hyphens, emergency;
    bool last; /* a line that is overfull is better than none */
} Pass;

typedef struct Fit {
    Arena *scratch;
    const FitItem *items;
    size_t n;
    const FitOptions *opt;
    const Pass *pass; /* of a constant table */
    Sum *before;      /* before[i]: of the items before i */
    size_t *next;     /* next[i]: the first box or forced break from i on */
    Nodes nodes;      /* the first is the start */
    Indices active;
    bool first_line; /* the start's line is the paragraph's first */
} Fit;

/* The line that ends at a break, from one node. */
typedef struct Trial {
    size_t last; /* behind its last box */
    int64_t width, stretch, shrink;
    int badness;
    Fitness fitness;
} Trial;

static bool forced(const FitItem *it) {
    return it->kind == FIT_PENALTY && it->penalty <= FIT_FORCE;
}

static void sum_items(Fit *f) {
    f->before = ARENA_ARRAY(f->scratch, Sum, f->n + 1);
    f->next = ARENA_ARRAY(f->scratch, size_t, f->n + 1);
    for (size_t i = 0; i < f->n; i++) {
        const FitItem *it = &f->items[i];
        Sum s = f->before[i];
        s.width += it->kind == FIT_PENALTY ? 0 : it->width;
        s.stretch += it->kind == FIT_GLUE ? it->stretch : 0;
        s.shrink += it->kind == FIT_GLUE ? it->shrink : 0;
        f->before[i + 1] = s;
    }
    f->next[f->n] = f->n;
    for (size_t i = f->n; i-- > 0;) {
        bool stays = f->items[i].kind == FIT_BOX || forced(&f->items[i]);
        f->next[i] = stays ? i : f->next[i + 1];
    }
}

/* No break just before a forced one: it would leave an empty line. */
static bool may_break(const Fit *f, size_t i) {
    const FitItem *it = &f->items[i];
    switch (it->kind) {
    case FIT_BOX:
        return false;
    case FIT_GLUE:
        if (i == 0 || f->items[i - 1].kind != FIT_BOX)
            return false;
        break;
    case FIT_PENALTY:
        if (forced(it))
            return true;
        if (it->penalty >= FIT_FORBID || (it->hyphen && !f->pass->hyphens) ||
            (it->reluctant && !f->pass->last))
            return false;
        break;
    }
    return f->items[f->next[i]].kind == FIT_BOX;
}

/* TeX: The Program, 108: 100 (t/s)^3 rounded, in whole numbers. 297^3 is
 * 99.94 * 2^18. */
static int cubic_badness(int64_t t, int64_t s) {
    if (t == 0)
        return 0;
    if (s <= 0)
        return FIT_WORST;
    int64_t r = t * 297 / s;
    return r > 1290 ? FIT_WORST : (int)((r * r * r + 0x20000) / 0x40000);
}

static int ragged_badness(const Fit *f, int64_t slack, Len room) {
    int64_t b = room > 0 ? slack * 3 * FIT_RAGGED_THIRD / room : 0;
    if (b > FIT_RAGGED_THIRD && !f->opt->fewest)
        b += FIT_RAGGED_SHORT;
    return b < FIT_WORST ? (int)b : FIT_WORST;
}

static void judge_ragged(const Fit *f, int64_t slack, Len room, bool last,
                         Trial *t) {
    t->fitness = DECENT;
    if (slack < 0)
        t->badness = FIT_WORST + 1;
    else
        t->badness = last ? 0 : ragged_badness(f, slack, room);
}

/* TeX: The Program, 851 to 853. The last line may end anywhere. */
static void judge_justified(const Fit *f, int64_t slack, bool last, Trial *t) {
    if (slack > 0) {
        Len more = f->pass->emergency ? f->opt->emergency : 0;
        t->badness = last ? 0 : cubic_badness(slack, t->stretch + more);
        t->fitness = t->badness > 99   ? VERY_LOOSE
                     : t->badness > 12 ? LOOSE
                                       : DECENT;
    } else {
        t->badness = -slack > t->shrink ? FIT_WORST + 1
                                        : cubic_badness(-slack, t->shrink);
        t->fitness = t->badness > 12 ? TIGHT : DECENT;
    }
}

static Len room_after(const Fit *f, const Node *from) {
    return f->first_line && from == &f->nodes.v[0] ? f->opt->first_width
                                                   : f->opt->width;
}

/* `solid`: behind the last box before item `at`; a break discards the rest. */
static Trial try_line(const Fit *f, const Node *from, size_t at, size_t solid) {
    const FitItem *it = &f->items[at];
    Trial t = {.last = solid > from->first ? solid : from->first};
    const Sum *a = &f->before[from->first], *b = &f->before[t.last];
    t.width = b->width - a->width +
              (it->kind == FIT_PENALTY ? (int64_t)it->width : 0);
    t.stretch = b->stretch - a->stretch;
    t.shrink = b->shrink - a->shrink;
    Len room = room_after(f, from);
    if (f->opt->justify)
        judge_justified(f, room - t.width, forced(it), &t);
    else
        judge_ragged(f, room - t.width, room, forced(it), &t);
    return t;
}

static int64_t squared(int64_t d) {
    return d * d;
}

static int64_t penalty_demerits(const Fit *f, const FitItem *it) {
    if (it->kind != FIT_PENALTY || forced(it))
        return 0;
    int p = it->hyphen && !f->opt->justify ? FIT_RAGGED_HYPHEN : it->penalty;
    return p > 0 ? squared(p) : -squared(p);
}

/* TeX: The Program, 859. */
static int64_t line_demerits(const Fit *f, const Node *from, size_t at,
                             const Trial *t) {
    const FitItem *it = &f->items[at];
    int64_t d = squared(FIT_LINE_PENALTY + t->badness);
    if (f->opt->fewest)
        d += squared(FIT_FEWEST_LINES);
    d += penalty_demerits(f, it);
    if (from->flagged && forced(it))
        d += FIT_FINAL_HYPHEN;
    else if (from->flagged && it->kind == FIT_PENALTY && it->flagged)
        d += FIT_DOUBLE_HYPHEN;
    int apart = (int)t->fitness - (int)from->fitness;
    if (apart > 1 || apart < -1)
        d += FIT_ADJACENT;
    return d;
}

/* The same text is left to break as after another node that costs no more
 * (they stand apart by nothing that has a width). Without this, breaks between
 * characters without width would make the search quadratic. */
static bool is_dominated(const Fit *f, const Node *node) {
    const Sum *s = &f->before[node->first];
    for (size_t k = f->active.n; k-- > 0;) {
        const Node *other = &f->nodes.v[f->active.v[k]];
        const Sum *o = &f->before[other->first];
        if (o->width != s->width || o->stretch != s->stretch ||
            o->shrink != s->shrink)
            return false;
        if (other != &f->nodes.v[0] && other->demerits <= node->demerits &&
            other->fitness == node->fitness && other->flagged == node->flagged)
            return true;
    }
    return false;
}

/* The best way to a break, for each fitness of the line that ends there. */
typedef struct Best {
    Node v[FITNESSES];
    int64_t least;
} Best;

static void consider(Best *best, size_t at, size_t prev, int64_t demerits,
                     const Trial *t) {
    Node *node = &best->v[t->fitness];
    if (demerits > node->demerits)
        return;
    node->at = at;
    node->prev = prev;
    node->demerits = demerits;
    node->badness = t->badness;
    node->fitness = t->fitness;
    if (demerits < best->least)
        best->least = demerits;
}

/* TeX: The Program, 836: a fitness that costs more than the change to it from
 * the best one can never win. */
static void activate(Fit *f, Best *best, size_t at) {
    const FitItem *it = &f->items[at];
    for (int k = 0; k < FITNESSES; k++) {
        Node *node = &best->v[k];
        if (node->demerits == NONE ||
            node->demerits - FIT_ADJACENT > best->least)
            continue;
        node->flagged = it->kind == FIT_PENALTY && it->flagged;
        node->first = at + 1 < f->n ? f->next[at + 1] : f->n;
        if (!forced(it) && is_dominated(f, node))
            continue;
        vec_push(f->scratch, &f->nodes, *node);
        vec_push(f->scratch, &f->active, f->nodes.n - 1);
    }
}

/* Try a line from every active node to the break at `at`. A node whose line
 * is overfull is of no more use, as further lines are longer still. */
static void try_break(Fit *f, size_t at, size_t solid) {
    Best best = {.least = NONE};
    for (int k = 0; k < FITNESSES; k++)
        best.v[k].demerits = NONE;
    size_t kept = 0, n = f->active.n;
    bool must = forced(&f->items[at]);
    for (size_t k = 0; k < n; k++) {
        size_t index = f->active.v[k];
        const Node *from = &f->nodes.v[index];
        if (from->first > at) { /* a break among what the last one discards */
            f->active.v[kept++] = index;
            continue;
        }
        Trial t = try_line(f, from, at, solid);
        bool drop = t.badness > FIT_WORST || must;
        bool inevitable = t.badness > FIT_WORST && f->pass->last &&
                          best.least == NONE && kept == 0 && k + 1 == n;
        if (inevitable)
            consider(&best, at, index, from->demerits, &t);
        else if (t.badness <= f->pass->tolerance)
            consider(&best, at, index,
                     from->demerits + line_demerits(f, from, at, &t), &t);
        if (!drop)
            f->active.v[kept++] = index;
    }
    f->active.n = kept;
    activate(f, &best, at);
}

/* Lines from item `from` to the forced break `end`; false if none are good
 * enough. Then the active nodes are those at `end`. */
static bool run_pass(Fit *f, size_t from, size_t end, const Pass *pass) {
    f->pass = pass;
    f->nodes.n = f->active.n = 0;
    Node start = {.first = from, .fitness = DECENT};
    vec_push(f->scratch, &f->nodes, start);
    vec_push(f->scratch, &f->active, (size_t)0);
    size_t solid = from;
    for (size_t i = from; i <= end && f->active.n > 0; i++) {
        if (may_break(f, i))
            try_break(f, i, solid);
        if (f->items[i].kind == FIT_BOX)
            solid = i + 1;
    }
    return f->active.n > 0;
}

static size_t best_active(const Fit *f) {
    size_t best = f->active.v[0];
    for (size_t k = 1; k < f->active.n; k++) {
        if (f->nodes.v[f->active.v[k]].demerits < f->nodes.v[best].demerits)
            best = f->active.v[k];
    }
    return best;
}

typedef VEC(FitLine) Lines;

static FitLine line_to(const Fit *f, const Node *node) {
    const Node *from = &f->nodes.v[node->prev];
    size_t last = node->at;
    while (last > from->first && f->items[last - 1].kind != FIT_BOX)
        last--;
    Trial t = try_line(f, from, node->at, last);
    return (FitLine){.first = from->first,
                     .last = last,
                     .at = node->at,
                     .width = t.width < LEN_MAX ? (Len)t.width : LEN_MAX,
                     .overfull = t.badness > FIT_WORST,
                     .badness = node->badness,
                     .demerits = node->demerits - from->demerits};
}

/* The lines that lead to the node `last`, in order. */
static void add_lines(Arena *a, const Fit *f, size_t last, Lines *lines) {
    size_t n = 0;
    for (size_t k = last; k != 0; k = f->nodes.v[k].prev)
        n++;
    size_t first = lines->n;
    for (size_t i = 0; i < n; i++)
        vec_push(a, lines, (FitLine){0});
    for (size_t k = last; k != 0; k = f->nodes.v[k].prev)
        lines->v[first + --n] = line_to(f, &f->nodes.v[k]);
}

static bool choose(Fit *f, size_t from, size_t end) {
    static const Pass JUSTIFIED[] = {
        {.tolerance = FIT_PRETOLERANCE},
        {.tolerance = FIT_TOLERANCE, .hyphens = true},
        {.tolerance = FIT_TOLERANCE, .hyphens = true, .emergency = true},
        {FIT_WORST, .hyphens = true, .emergency = true, .last = true}};
    static const Pass RAGGED[] = {
        {.tolerance = FIT_RAGGED_THIRD},
        {.tolerance = FIT_WORST, .hyphens = true, .last = true}};
    const Pass *passes = f->opt->justify ? JUSTIFIED : RAGGED;
    size_t n = f->opt->justify ? 4 : 2;
    if (f->opt->fewest && !f->opt->justify) {
        passes = &RAGGED[1];
        n = 1;
    }
    if (f->opt->first_pass)
        n = 1;
    for (size_t k = 0; k < n; k++) {
        if (run_pass(f, from, end, &passes[k]))
            return true;
    }
    return false;
}

size_t linefit(Arena *a, const FitItem *items, size_t n, const FitOptions *opt,
               FitLine **out) {
    assert(n > 0 && forced(&items[n - 1]));
    Fit f = {.scratch = arena_new(), .items = items, .n = n, .opt = opt};
    Lines lines = {0};
    sum_items(&f);
    for (size_t from = 0; from < n;) {
        size_t end = from;
        while (!forced(&items[end]))
            end++;
        f.first_line = from == 0;
        if (!choose(&f, from, end)) {
            lines.n = 0;
            break;
        }
        add_lines(a, &f, best_active(&f), &lines);
        from = end + 1 < n ? f.next[end + 1] : n;
    }
    arena_free(f.scratch);
    *out = lines.v;
    return lines.n;
}

int64_t linefit_demerits(const FitLine *lines, size_t n) {
    int64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += lines[i].demerits;
    return sum;
}
