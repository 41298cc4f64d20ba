#include "text/linefit.h"

#include "unit.h"

static FitItem box(Len w) {
    return (FitItem){.kind = FIT_BOX, .width = w};
}

static FitItem glue(Len w, Len stretch, Len shrink) {
    return (FitItem){
        .kind = FIT_GLUE, .width = w, .stretch = stretch, .shrink = shrink};
}

static FitItem penalty(int p, Len w, bool flagged) {
    return (FitItem){
        .kind = FIT_PENALTY, .penalty = p, .width = w, .flagged = flagged};
}

#define END penalty(FIT_FORCE, 0, false)
#define COUNT(v) (sizeof(v) / sizeof *(v))

static void words_break_at_glue(Arena *a) {
    FitItem v[] = {box(30), glue(10, 5, 3), box(30), glue(10, 5, 3),
                   box(30), glue(10, 5, 3), box(20), END};
    FitOptions opt = {.first_width = 75, .width = 75};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].first, 0);
    CHECK_INT(l[0].last, 3); /* the glue it breaks at is cut off */
    CHECK_INT(l[0].at, 3);
    CHECK_INT(l[0].width, 70);
    CHECK_INT(l[1].first, 4);
    CHECK_INT(l[1].width, 60);
    CHECK(!l[0].overfull && !l[1].overfull);
}

static void first_line_may_differ(Arena *a) {
    FitItem v[] = {box(30), glue(10, 0, 0), box(30), END};
    FitLine *l;
    FitOptions narrow = {.first_width = 69, .width = 100};
    CHECK_INT(linefit(a, v, COUNT(v), &narrow, &l), 2);
    FitOptions exact = {.first_width = 70, .width = 10};
    CHECK_INT(linefit(a, v, COUNT(v), &exact, &l), 1);
}

static void only_justified_lines_shrink(Arena *a) {
    FitItem v[] = {
        box(30), glue(10, 5, 3), box(30), penalty(0, 0, false), box(30), END};
    FitOptions opt = {.first_width = 68, .width = 68};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].width, 30);
    opt.justify = true;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].width, 70);
    CHECK(!l[0].overfull);
}

static void forbidden_glue_holds(Arena *a) {
    FitItem v[] = {box(30),
                   penalty(FIT_FORBID, 0, false),
                   glue(10, 0, 0),
                   box(30),
                   glue(10, 0, 0),
                   box(5),
                   END};
    FitOptions opt = {.first_width = 40, .width = 40};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].width, 70);
    CHECK(l[0].overfull);
    CHECK_INT(l[1].first, 5);
}

static void a_box_too_wide_stands_alone(Arena *a) {
    FitItem v[] = {box(10),       glue(5, 0, 0), box(200),
                   glue(5, 0, 0), box(10),       END};
    FitOptions opt = {.first_width = 50, .width = 50};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 3);
    CHECK_INT(l[1].width, 200);
    CHECK(!l[0].overfull && l[1].overfull && !l[2].overfull);
}

/* Badness in TeX: 100 r^3, exactly as TeX rounds it. */
static void badness_is_that_of_tex(Arena *a) {
    FitItem v[] = {box(40), glue(10, 10, 5), box(40), glue(10, 10, 5),
                   box(40), glue(10, 10, 5), box(40), END};
    FitLine *l;
    FitOptions opt = {.first_width = 95, .width = 95, .justify = true};
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].at, 3);
    CHECK_INT(l[0].badness, 12); /* r = 1/2: 100/8 */
    CHECK_INT(l[0].demerits, (10 + 12) * (10 + 12));
    CHECK_INT(l[1].badness, 0); /* the last line may end anywhere */
    CHECK_INT(l[1].demerits, 100);
    CHECK_INT(linefit_demerits(l, 2), 584);
    opt.first_width = 99; /* r = 9/10; 73 makes the line loose, */
    opt.width = 88;       /* and 2/5 of the shrink makes 6 */
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].badness, 73);
    CHECK_INT(l[1].badness, 6);
    CHECK_INT(linefit_demerits(l, 2), 83 * 83 + 16 * 16);
    opt.first_width = 100; /* r = 1: 100 is as bad as the first pass takes */
    opt.width = 86;        /* 4/5 of the shrink: 51, tight after very loose */
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].badness, 100);
    CHECK_INT(l[1].badness, 51);
    CHECK_INT(l[1].demerits, 61 * 61 + FIT_ADJACENT);
}

/* Filling the first line leaves 50 alone on the second. */
static void later_lines_count(Arena *a) {
    FitItem v[] = {box(30), glue(10, 5, 3), box(30), glue(10, 5, 3),
                   box(20), glue(10, 5, 3), box(50), glue(10, 5, 3),
                   box(90), glue(10, 5, 3), box(20), END};
    FitOptions opt = {.first_width = 100, .width = 100};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 4);
    CHECK_INT(l[0].at, 3);
    CHECK_INT(l[0].badness, 90); /* 30 of a third of 100 */
    CHECK_INT(l[1].at, 7);
    CHECK_INT(l[1].badness, 60);
    CHECK_INT(l[2].badness, 30);
    CHECK_INT(l[3].badness, 0);
    CHECK_INT(linefit_demerits(l, 4), 100 * 100 + 70 * 70 + 40 * 40 + 100);
}

static FitItem hyphen(Len w) {
    FitItem it = penalty(50, w, true);
    it.hyphen = true;
    return it;
}

static void ragged_lines_cut_words_only_when_short(Arena *a) {
    FitItem v[] = {box(700),   glue(10, 0, 0), box(200),
                   hyphen(10), box(190),       END};
    FitOptions opt = {.first_width = 1000, .width = 1000};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].at, 1);
    v[0].width = 660; /* not two thirds of the line */
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].at, 3);
    CHECK_INT(l[0].width, 880); /* its width counts */
    v[2].width = 325;           /* 660 + 10 + 325 + hyphen 10 > 1000 */
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].at, 1);
    opt.first_pass = true;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 0);
}

static void justified_lines_go_without_hyphens_first(Arena *a) {
    FitItem v[] = {box(60), glue(10, 5, 3), box(22), hyphen(3), box(40), END};
    FitOptions opt = {.first_width = 65, .width = 65, .justify = true};
    FitLine *l;
    v[1].shrink = 0;
    v[0].width = 65; /* exact without */
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].at, 1);
    v[0].width = 30; /* and now 10 + 22 + 3 are needed */
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].at, 3);
    CHECK_INT(l[0].demerits, 100 + 50 * 50);
    CHECK_INT(l[1].demerits, 100 + FIT_FINAL_HYPHEN);
    opt.first_pass = true;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 0);
}

/* 1000 = 500 10 480 10-; the second line would need a hyphen as well. */
static void two_hyphens_in_a_row_cost_more(Arena *a) {
    FitItem v[] = {
        box(500),         glue(10, 60, 0), box(480),   hyphen(10), box(880),
        glue(10, 110, 0), box(90),         hyphen(10), box(50),    END};
    FitOptions opt = {.first_width = 1000, .width = 1000, .justify = true};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 3);
    CHECK_INT(l[0].at, 3);
    CHECK_INT(l[1].at, 7); /* b = 10000 + ... for the line without */
    CHECK_INT(l[1].demerits, (10 + 0) * 10 + 2500 + FIT_DOUBLE_HYPHEN);
    v[4].width = 1000 - 110; /* this fills the line without a hyphen */
    v[4].stretch = 0;
    v[5].stretch = 0;
    v[4].width = 1000;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 3);
    CHECK_INT(l[1].at, 5);
}

static void forced_breaks_and_empty_lines(Arena *a) {
    FitItem v[] = {box(10), END, box(0), END, box(20), END};
    FitOptions opt = {.first_width = 100, .width = 100};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 3);
    CHECK_INT(l[1].width, 0);
    CHECK_INT(l[1].first, 2);
    CHECK_INT(l[2].width, 20);
    FitItem empty[] = {END};
    CHECK_INT(linefit(a, empty, 1, &opt, &l), 1);
    CHECK_INT(l[0].width, 0);
    CHECK(!l[0].overfull);
}

static void no_empty_line_before_a_forced_break(Arena *a) {
    FitItem v[] = {box(90), penalty(0, 0, false), penalty(FIT_FORBID, 0, false),
                   glue(10, 0, 0), END};
    FitOptions opt = {.first_width = 50, .width = 50};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 1);
    CHECK_INT(l[0].width, 90);
    CHECK(l[0].overfull);
}

/* Sums of widths pass 32 bits; stretch of a last line is huge. */
static void long_paragraph_does_not_overflow(Arena *a) {
    enum { N = 4001 };
    FitItem *v = ARENA_ARRAY(a, FitItem, N);
    for (size_t i = 0; i + 1 < N; i++)
        v[i] = i % 2 ? glue(LEN_PT * 100, LEN_MAX / 4, 0) : box(LEN_PT * 900);
    v[N - 1] = END;
    FitOptions opt = {.first_width = LEN_MAX, .width = LEN_MAX};
    FitLine *l;
    size_t n = linefit(a, v, N, &opt, &l);
    CHECK_INT(n, 63); /* 32 words of 900 pt and 31 spaces: 31,900 pt */
    CHECK_INT(l[0].width, LEN_PT * 31900);
    for (size_t i = 0; i < n; i++)
        CHECK(!l[i].overfull);
}

/* What is written in linefit.h, computed the slow way: all sets of breaks. */
typedef struct Slow {
    const FitItem *v;
    size_t n;
    FitOptions opt;
    int tolerance;
    bool hyphens;
    bool count; /* lines instead of demerits */
    int64_t best;
} Slow;

static int slow_badness(int64_t t, int64_t s) {
    if (t == 0)
        return 0;
    if (s <= 0 || t * 297 / s > 1290)
        return 10000;
    int64_t r = t * 297 / s;
    return (int)((r * r * r + 131072) / 262144);
}

static void slow_from(Slow *w, size_t from, bool first, int fitness,
                      bool flagged, int64_t cost) {
    int64_t width = 0, stretch = 0, shrink = 0;
    int64_t solid = 0, solid_stretch = 0, solid_shrink = 0;
    int64_t room = first ? w->opt.first_width : w->opt.width;
    for (size_t i = from; i < w->n; i++) {
        const FitItem *it = &w->v[i];
        bool end = i + 1 == w->n;
        bool legal =
            it->kind == FIT_PENALTY
                ? it->penalty < FIT_FORBID && (!it->hyphen || w->hyphens)
                : it->kind == FIT_GLUE && i > from &&
                      w->v[i - 1].kind == FIT_BOX;
        size_t next = i + 1;
        while (next < w->n - 1 && w->v[next].kind != FIT_BOX)
            next++;
        if (legal && (end || next < w->n - 1)) {
            int64_t slack =
                room - solid - (it->kind == FIT_PENALTY ? it->width : 0);
            int b, fit = 2;
            if (!w->opt.justify)
                b = slack < 0 ? 10001 : end ? 0 : (int)(300 * slack / room);
            else if (slack > 0)
                b = end ? 0 : slow_badness(slack, solid_stretch);
            else
                b = -slack > solid_shrink ? 10001
                                          : slow_badness(-slack, solid_shrink);
            if (!w->opt.justify && b > 100 && b < 10001)
                b += FIT_RAGGED_SHORT;
            if (w->opt.justify && slack > 0)
                fit = b > 99 ? 0 : b > 12 ? 1 : 2;
            else if (w->opt.justify)
                fit = b > 12 ? 3 : 2;
            if (b <= w->tolerance) {
                int64_t d = (int64_t)(10 + b) * (10 + b);
                int64_t p = it->kind == FIT_GLUE || end ? 0 : it->penalty;
                if (it->hyphen && !w->opt.justify)
                    p = FIT_RAGGED_HYPHEN;
                d += p > 0 ? p * p : -p * p;
                d += flagged && end                                      ? 5000
                     : flagged && it->kind == FIT_PENALTY && it->flagged ? 10000
                                                                         : 0;
                d += fit - fitness > 1 || fitness - fit > 1 ? 10000 : 0;
                if (w->count)
                    d = 1;
                if (end)
                    w->best =
                        w->best < 0 || cost + d < w->best ? cost + d : w->best;
                else
                    slow_from(w, next, false, fit,
                              it->kind == FIT_PENALTY && it->flagged, cost + d);
            }
        }
        width += it->kind == FIT_PENALTY ? 0 : it->width;
        stretch += it->kind == FIT_GLUE ? it->stretch : 0;
        shrink += it->kind == FIT_GLUE ? it->shrink : 0;
        if (it->kind == FIT_BOX) {
            solid = width;
            solid_stretch = stretch;
            solid_shrink = shrink;
        }
    }
}

/* The least demerits of the first pass that has any lines; -1 for none. */
static int64_t slow_demerits(const FitItem *v, size_t n, FitOptions opt) {
    int tolerance[] = {100, opt.justify ? 200 : 10000, 10000};
    for (int pass = 0; pass < 3; pass++) {
        Slow w = {.v = v,
                  .n = n,
                  .opt = opt,
                  .tolerance = tolerance[pass],
                  .hyphens = pass > 0,
                  .best = -1};
        slow_from(&w, 0, true, 2, false, 0);
        if (w.best >= 0)
            return w.best;
    }
    return -1;
}

static int64_t slow_lines(const FitItem *v, size_t n, FitOptions opt) {
    Slow w = {.v = v,
              .n = n,
              .opt = opt,
              .tolerance = 10000,
              .hyphens = true,
              .count = true,
              .best = -1};
    slow_from(&w, 0, true, 2, false, 0);
    return w.best;
}

static uint32_t drawn(uint32_t *seed, uint32_t below) {
    *seed = *seed * 1664525 + 1013904223;
    return (*seed >> 8) % below;
}

static FitItem drawn_item(uint32_t *seed, bool odd) {
    if (!odd)
        return box((Len)(drawn(seed, 60) + 5));
    switch (drawn(seed, 8)) {
    case 0:
        return hyphen(4);
    case 1:
        return penalty((int)drawn(seed, 80) - 20, 0, drawn(seed, 2));
    case 2:
        return penalty(FIT_FORBID, 0, false);
    default:
        return glue(10, (Len)drawn(seed, 30), (Len)drawn(seed, 5));
    }
}

static void best_of_all_ways(Arena *a) {
    uint32_t seed = 1981;
    int found = 0;
    for (int round = 0; round < 4000; round++) {
        FitItem v[25];
        size_t n = 1 + 2 * drawn(&seed, 12);
        for (size_t i = 0; i < n; i++)
            v[i] = drawn_item(&seed, i % 2);
        v[n++] = END;
        FitOptions opt = {.first_width = (Len)(60 + drawn(&seed, 80)),
                          .width = (Len)(60 + drawn(&seed, 80)),
                          .justify = round % 2};
        int64_t want = slow_demerits(v, n, opt);
        FitLine *l;
        size_t lines = linefit(a, v, n, &opt, &l);
        CHECK(lines > 0);
        if (want >= 0) {
            CHECK_INT(linefit_demerits(l, lines), want);
            found++;
        }
        for (size_t i = 0; i < lines && want >= 0; i++)
            CHECK(!l[i].overfull);
        opt.fewest = true;
        if (want >= 0 && !opt.justify)
            CHECK_INT(linefit(a, v, n, &opt, &l), slow_lines(v, n, opt));
        arena_reset(a);
    }
    CHECK(found > 3000);
}

/* Characters without width between which a line may end: with nothing to tell
 * the breaks apart the search must not try them all. */
static void many_breaks_of_no_width(Arena *a) {
    enum { N = 200001 };
    for (int justify = 0; justify < 2; justify++) {
        FitItem *v = ARENA_ARRAY(a, FitItem, N);
        for (size_t i = 0; i + 1 < N; i++)
            v[i] = i % 2 ? penalty(0, 0, false) : box(i % 1000 == 0);
        v[N - 1] = END;
        FitOptions opt = {.first_width = 5, .width = 5, .justify = justify};
        FitLine *l;
        size_t n = linefit(a, v, N, &opt, &l);
        CHECK_INT(n, 40); /* 200 boxes, five a line */
        for (size_t i = 0; i < n; i++)
            CHECK(!l[i].overfull);
    }
}

int main(void) {
    Arena *a = arena_new();
    words_break_at_glue(a);
    first_line_may_differ(a);
    only_justified_lines_shrink(a);
    forbidden_glue_holds(a);
    a_box_too_wide_stands_alone(a);
    badness_is_that_of_tex(a);
    later_lines_count(a);
    ragged_lines_cut_words_only_when_short(a);
    justified_lines_go_without_hyphens_first(a);
    two_hyphens_in_a_row_cost_more(a);
    forced_breaks_and_empty_lines(a);
    no_empty_line_before_a_forced_break(a);
    long_paragraph_does_not_overflow(a);
    many_breaks_of_no_width(a);
    best_of_all_ways(a);
    arena_free(a);
    return unit_done("text_linefit");
}
