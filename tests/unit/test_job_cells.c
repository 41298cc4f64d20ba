#include "unit.h"

#include "base/limits.h"
#include "job/cells.h"

/* Runs as letters, one a record; plans as sheets of them, a dot for an empty
 * cell. */
typedef struct Book {
    Arena *a;
    uint32_t wanted[26];
} Book;

static LabelRun run_of(Book *b, const char *copies, int n, LabelOrder order) {
    LabelRun run;
    size_t records = strlen(copies);
    for (size_t i = 0; i < records; i++)
        b->wanted[i] = (uint32_t)(copies[i] - '0');
    CHECK(run_make(b->a, b->wanted, records, n, order, &run));
    return run;
}

static const char *letters(Book *b, const LabelRun *run) {
    char *s = ARENA_ARRAY(b->a, char, run->n + 1);
    for (size_t i = 0; i < run->n; i++)
        s[i] = (char)('A' + run->records[i]);
    return s;
}

static const char *sheets(Book *b, const CellPlan *plan, uint32_t cells) {
    size_t room = plan->sheets * (cells + 1);
    char *s = ARENA_ARRAY(b->a, char, room + 1);
    memset(s, '.', room);
    for (size_t i = 0; i < plan->sheets; i++) {
        s[(i + 1) * (cells + 1) - 1] = i + 1 < plan->sheets ? ' ' : '\0';
        for (size_t k = plan->first[i]; k < plan->first[i + 1]; k++) {
            /* In the order of the cells, none twice. */
            CHECK(k == plan->first[i] || plan->v[k].cell > plan->v[k - 1].cell);
            s[i * (cells + 1) + plan->v[k].cell] =
                (char)('A' + plan->v[k].record);
        }
    }
    return s;
}

static Ranges ranges(Book *b, const char *s) {
    Ranges r;
    CHECK(!ranges_parse(b->a, s, strlen(s), 1000, "", &r));
    return r;
}

static void orders(Book *b) {
    LabelRun run = run_of(b, "111", 2, ORDER_PACK);
    CHECK_STR(letters(b, &run), "ABCABC");
    run = run_of(b, "111", 2, ORDER_TARGET);
    CHECK_STR(letters(b, &run), "AABBCC");
    /* A record's own copies times those of the run. */
    run = run_of(b, "3102", 1, ORDER_PACK);
    CHECK_STR(letters(b, &run), "ABDADA");
    run = run_of(b, "3102", 2, ORDER_PACK);
    CHECK_STR(letters(b, &run), "ABDABDADADAA");
    run = run_of(b, "3102", 2, ORDER_TARGET);
    CHECK_STR(letters(b, &run), "AAAAAABBDDDD");
    run = run_of(b, "00", 5, ORDER_PACK);
    CHECK_INT(run.n, 0);
    CHECK(run_make(b->a, b->wanted, 2, 1, ORDER_PACK, &run) && run.n == 0);
    b->wanted[0] = b->wanted[1] = LIMIT_ITEMS;
    CHECK(!run_make(b->a, b->wanted, 2, 1, ORDER_PACK, &run));
    CHECK(!run_make(b->a, b->wanted, 2, LIMIT_ITEMS, ORDER_TARGET, &run));
}

static void choices(Book *b) {
    LabelRun run = run_of(b, "111111", 2, ORDER_PACK);
    Ranges wanted = ranges(b, "2,5-8,12");
    run_choose(&run, &wanted);
    CHECK_STR(letters(b, &run), "BEFABF");
}

static void fills(Book *b) {
    CellPlan plan;
    LabelRun run = run_of(b, "111111111", 1, ORDER_PACK);
    cells_fill(b->a, &run, 4, NULL, 0, &plan);
    CHECK_STR(sheets(b, &plan, 4), "ABCD EFGH I...");
    Ranges parts[2] = {ranges(b, "2,4"), ranges(b, "1")};
    cells_fill(b->a, &run, 4, parts, 2, &plan);
    CHECK_STR(sheets(b, &plan, 4), ".A.B C... DEFG HI..");
    Ranges third = ranges(b, "3");
    cells_keep_sheets(&plan, &third);
    CHECK_STR(sheets(b, &plan, 4), "DEFG");
    cells_fill(b->a, &run, 4, parts, 2, &plan);
    Ranges some = ranges(b, "1,3-4");
    cells_keep_sheets(&plan, &some);
    CHECK_STR(sheets(b, &plan, 4), ".A.B DEFG HI..");
    /* A part-used sheet that is not needed is not fed. */
    run.n = 2;
    cells_fill(b->a, &run, 4, parts, 2, &plan);
    CHECK_STR(sheets(b, &plan, 4), ".A.B");
    run.n = 3;
    cells_fill(b->a, &run, 4, parts, 2, &plan);
    CHECK_STR(sheets(b, &plan, 4), ".A.B C...");
    run.n = 1;
    cells_fill(b->a, &run, 1, NULL, 0, &plan);
    CHECK_STR(sheets(b, &plan, 1), "A");
}

static void stacks(Book *b) {
    CellPlan plan;
    LabelRun run = run_of(b, "111111111", 1, ORDER_PACK);
    cells_stack(b->a, &run, 4, &plan);
    CHECK_STR(sheets(b, &plan, 4), "ADG. BEH. CFI.");
    run = run_of(b, "111", 3, ORDER_PACK);
    cells_stack(b->a, &run, 4, &plan);
    CHECK_STR(sheets(b, &plan, 4), "AAA. BBB. CCC.");
    run = run_of(b, "1111", 2, ORDER_PACK);
    cells_stack(b->a, &run, 3, &plan);
    CHECK_STR(sheets(b, &plan, 3), "ADC BAD CB.");
    /* Stacks of one record each: 2 x 5 labels on sheets of 4 are 3 sheets
     * either way. */
    run = run_of(b, "11", 5, ORDER_TARGET);
    cells_stack(b->a, &run, 4, &plan);
    CHECK_STR(sheets(b, &plan, 4), "AABB AABB A.B.");
    /* One more sheet than the two that the labels fill. */
    run = run_of(b, "131", 1, ORDER_TARGET);
    cells_stack(b->a, &run, 3, &plan);
    CHECK_STR(sheets(b, &plan, 3), "ABC .B. .B.");
    run = run_of(b, "113", 1, ORDER_TARGET);
    cells_stack(b->a, &run, 4, &plan);
    CHECK_STR(sheets(b, &plan, 4), "ABCC ..C.");
    run = run_of(b, "373", 1, ORDER_TARGET);
    cells_stack(b->a, &run, 4, &plan);
    CHECK_STR(sheets(b, &plan, 4), "ABBC ABBC ABBC .B..");
    /* That would be 9 sheets instead of 3: the run as it is. */
    run = run_of(b, "1119", 1, ORDER_TARGET);
    cells_stack(b->a, &run, 4, &plan);
    CHECK_STR(sheets(b, &plan, 4), "ADDD BDDD CDDD");
    run = run_of(b, "1", 1, ORDER_TARGET);
    cells_stack(b->a, &run, 4, &plan);
    CHECK_STR(sheets(b, &plan, 4), "A...");
}

/* Whatever the numbers: cut, lay the stacks on one another, and the run is
 * there again. */
static void stacks_are_the_run(Book *b) {
    for (uint32_t cells = 1; cells < 13; cells++) {
        for (int copies = 1; copies < 9; copies++) {
            for (int order = 0; order < 2; order++) {
                CellPlan plan;
                LabelRun run = run_of(b, "12041", copies, (LabelOrder)order);
                cells_stack(b->a, &run, cells, &plan);
                char *got = ARENA_ARRAY(b->a, char, run.n + 1);
                size_t n = 0;
                for (uint32_t c = 0; c < cells; c++)
                    for (size_t s = 0; s < plan.sheets; s++)
                        for (size_t k = plan.first[s]; k < plan.first[s + 1];
                             k++)
                            if (plan.v[k].cell == c)
                                got[n++] = (char)('A' + plan.v[k].record);
                CHECK_STR(got, letters(b, &run));
            }
        }
    }
}

int main(void) {
    Book b = {.a = arena_new()};
    orders(&b);
    choices(&b);
    fills(&b);
    stacks(&b);
    stacks_are_the_run(&b);
    arena_free(b.a);
    return unit_done("cells");
}
