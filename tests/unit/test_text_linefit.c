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

static void hyphen_needs_to_earn_its_place(Arena *a) {
    /* Breaking at the hyphen fills 2 % more than the space before it. */
    FitItem v[] = {
        box(960), glue(10, 0, 0), box(10), penalty(50, 10, true), box(50), END};
    FitOptions opt = {.first_width = 1000, .width = 1000};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].at, 1);
    /* Here it fills 20 % more; its width counts. */
    v[0].width = 760;
    v[2].width = 210;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].at, 3);
    CHECK_INT(l[0].width, 990);
    v[2].width = 225; /* 760 + 10 + 225 + hyphen 10 > 1000 */
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 2);
    CHECK_INT(l[0].at, 1);
}

static void two_flagged_lines_in_a_row_cost_more(Arena *a) {
    FitItem v[] = {box(500), glue(10, 0, 0),
                   box(480), penalty(50, 10, true),
                   box(880), glue(10, 0, 0),
                   box(90),  penalty(50, 10, true),
                   box(50),  END};
    FitOptions opt = {.first_width = 1000, .width = 1000};
    FitLine *l;
    CHECK_INT(linefit(a, v, COUNT(v), &opt, &l), 3);
    CHECK_INT(l[0].at, 3);
    CHECK_INT(l[1].at, 5); /* 11 % of slack beat 50 + 100 + 1 % */
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

int main(void) {
    Arena *a = arena_new();
    words_break_at_glue(a);
    first_line_may_differ(a);
    only_justified_lines_shrink(a);
    forbidden_glue_holds(a);
    a_box_too_wide_stands_alone(a);
    hyphen_needs_to_earn_its_place(a);
    two_flagged_lines_in_a_row_cost_more(a);
    forced_breaks_and_empty_lines(a);
    no_empty_line_before_a_forced_break(a);
    long_paragraph_does_not_overflow(a);
    arena_free(a);
    return unit_done("text_linefit");
}
