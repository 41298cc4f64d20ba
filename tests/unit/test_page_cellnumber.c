#include "unit.h"

#include "page/cellnumber.h"

#define MM(x) LEN_OF_MM(x)

/* A line of an address, 3 mm high, `wide` from the left, its top at `y`. */
static AddressFitLine line(Arena *a, double x, double y, double wide) {
    Line *l = ARENA_NEW(a, Line);
    *l = (Line){.width = MM(wide),
                .ascent = MM(2),
                .descent = MM(1),
                .baseline = MM(2)};
    return (AddressFitLine){
        .para = {.lines = l, .n = 1}, .x = MM(x), .y = MM(y)};
}

/* A box of 60 x 12 mm at 10,20, four lines from its top, a number of 5 x 2. */
static const char *place(Arena *a, double first, double last) {
    const CellNumber number = {.w = MM(5), .h = MM(2)};
    const LayoutBox box = {.x = MM(10), .y = MM(20), .w = MM(60), .h = MM(12)};
    AddressFitLine lines[] = {line(a, 0, 0, first), line(a, 0, 3, 30),
                              line(a, 0, 6, 60), line(a, 0, 9, last)};
    AddressFit fit = {.lines = lines, .n = 4};
    LayoutPoint at;
    bool ok = cellnumber_place(&number, &box, &fit,
                               (LayoutPoint){MM(10), MM(20)}, &at);
    return arena_printf(a, "%.0f,%.0f %s", len_mm(at.x), len_mm(at.y),
                        ok ? "free" : "taken");
}

int main(void) {
    Arena *a = arena_new();
    const CellNumber number = {.w = MM(5), .h = MM(2)};
    CHECK_STR(place(a, 20, 20), "65,30 free");
    CHECK_STR(place(a, 60, 53), "65,30 free");
    /* Nearer than 1 mm is too near. */
    CHECK_STR(place(a, 20, 54.5), "65,20 free");
    CHECK_STR(place(a, 53, 60), "65,20 free");
    CHECK_STR(place(a, 54.5, 60), "65,20 taken");
    CHECK_INT(cellnumber_above(&number, MM(12)), MM(10));
    arena_free(a);
    return unit_done("cellnumber");
}
