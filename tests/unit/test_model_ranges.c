#include "unit.h"

#include "model/ranges.h"

/* The ranges as they are understood, or what is wrong with them. */
static const char *read(Arena *a, const char *s) {
    Ranges r;
    const char *wrong =
        ranges_parse(a, s, strlen(s), 21, "the sheet has 21 labels", &r);
    Buf b = {0};
    if (wrong)
        return wrong;
    for (size_t i = 0; i < r.n; i++)
        buf_printf(&b, "%s%u-%u", i ? " " : "", r.v[i].from, r.v[i].to);
    buf_printf(&b, " = %u", r.count);
    const char *out = arena_strdup(a, b.s);
    buf_free(&b);
    return out;
}

static const char *print(Arena *a, const char *cells, bool wanted) {
    bool in[32];
    uint32_t n = 0;
    Buf b = {0};
    for (; cells[n]; n++)
        in[n] = cells[n] == '#';
    ranges_print(in, n, wanted, &b);
    const char *out = arena_strdup(a, b.s ? b.s : "");
    buf_free(&b);
    return out;
}

int main(void) {
    Arena *a = arena_new();
    const char *form =
        "write numbers and ranges with commas between, such as 5-8,12";
    CHECK_STR(read(a, "5-8,12"), "5-8 12-12 = 5");
    CHECK_STR(read(a, " 12 , 5 - 8 "), "5-8 12-12 = 5");
    CHECK_STR(read(a, "5\xE2\x80\x93"
                      "8"),
              "5-8 = 4");
    CHECK_STR(read(a, "1-21"), "1-21 = 21");
    CHECK_STR(read(a, "007"), "7-7 = 1");
    CHECK_STR(read(a, "22"), "the sheet has 21 labels, there is no 22");
    CHECK_STR(read(a, "5-80"), "the sheet has 21 labels, there is no 80");
    CHECK_STR(read(a, "99999999999999999999999"), "the sheet has 21 labels");
    CHECK_STR(read(a, "4294967297"), "the sheet has 21 labels");
    CHECK_STR(read(a, "0-4"), "there is no 0, the first is 1");
    CHECK_STR(read(a, "8-5"), "8-5 runs backwards; write 5-8");
    CHECK_STR(read(a, "3,3"), "3 is in it twice");
    CHECK_STR(read(a, "4-9,1-4"), "4 is in it twice");
    const char *const bad[] = {"",      ",",    "1,",  "1,,2", "-3",  "3-",
                               "1-2-3", "five", "1 2", "1;2",  "1.5", "+1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK_STR(read(a, bad[i]), form);

    Ranges r;
    CHECK(!ranges_parse(a, "2-4,9", 5, 21, "", &r));
    CHECK(!ranges_has(&r, 1) && ranges_has(&r, 2) && ranges_has(&r, 4));
    CHECK(!ranges_has(&r, 5) && ranges_has(&r, 9) && !ranges_has(&r, 10));

    CHECK_STR(print(a, "####....#...", true), "1-4, 9");
    CHECK_STR(print(a, "####....#...", false), "5-8, 10-12");
    CHECK_STR(print(a, "....", true), "");
    CHECK_STR(print(a, "#.#.#", true), "1, 3, 5");
    Ranges built = {0};
    for (uint32_t i = 1; i < 200; i++)
        if (i % 3 != 0)
            ranges_add(a, &built, i);
    CHECK_INT(built.n, 67);
    CHECK_INT(built.count, 133);
    CHECK(ranges_has(&built, 1) && ranges_has(&built, 199));
    CHECK(!ranges_has(&built, 198));
    arena_free(a);
    return unit_done("ranges");
}
