#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "input/sheetspec.h"

#include <math.h>

static double mm(Len l) {
    return round(len_mm(l) * 1000) / 1000 + 0.0;
}

/* "210x297 rect 64x33.86; 3x8 at 6.46,13.06 pitch 66.54x33.86", in mm, or what
 * is wrong, with its column in the line. */
static void expect(const char *spec, const char *want, int line) {
    static const char *const shapes[] = {"rect", "oval", "ring"};
    Arena *a = arena_new();
    Diag *d = diag_new();
    char all[4096] = "";
    Buf out = {0};
    const Layout *l = sheetspec_parse(a, spec, (Span){0}, d);
    CHECK((l != NULL) == (diag_count(d, DIAG_NOTE) == 0));
    if (l) {
        const LabelLayout *g = &l->u.labels;
        const LabelGrid *grid = g->grids;
        buf_printf(&out, "%gx%g %s %gx%g", mm(l->w), mm(l->h), shapes[g->shape],
                   mm(g->label_w), mm(g->label_h));
        if (g->round)
            buf_printf(&out, " round %g", mm(g->round));
        buf_printf(&out, "; %dx%d at %g,%g pitch %gx%g%s%s", grid->columns,
                   grid->rows, mm(grid->left), mm(grid->top), mm(grid->across),
                   mm(grid->down), g->cut ? " cut" : "",
                   g->roll ? " roll" : "");
    } else {
        FILE *f = fmemopen(all, sizeof all, "w");
        diag_print(d, f, false);
        fclose(f);
        /* Without "--sheet:1:" and the excerpt. */
        for (char *m = strtok(all, "\n"); m; m = strtok(NULL, "\n"))
            if (m[0] != ' ')
                buf_printf(&out, "%s%s", out.n ? " | " : "", m + 10);
    }
    if (strcmp(out.s, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(out.s, want);
    buf_free(&out);
    diag_free(d);
    arena_free(a);
}
#define EXPECT(spec, want) expect(spec, want, __LINE__)

#define L7159 "210x297 rect 64x33.86; 3x8 at 6.46,13.06 pitch 66.54x33.86"

static void lines(void) {
    EXPECT("a4 3x8 64x33.86 at 6.46,13.06 pitch 66.54x33.86", L7159);
    EXPECT("sheet:a4 3x8 64x33.86 at 6.46,13.06 pitch 66.54x33.86", L7159);
    EXPECT("  A4 3 x 8 64mm X 33.86mm pitch 66.54x33.86 at 6.46 , 13.06  ",
           L7159);
    EXPECT("210x297 3\xC3\x97"
           "8 6.4x3.386cm at 6.46,13.06 pitch 66.54\xC3\x97"
           "33.86",
           L7159);
    EXPECT("letter 3x10 2.625x1in at 4.78,12.7 pitch 2.75inx1in round 1.59",
           "215.9x279.4 rect 66.675x25.4 round 1.59; 3x10 at 4.78,12.7 pitch "
           "69.85x25.4");
    EXPECT("8.5x11in 1x1 100x50", "215.9x279.4 rect 100x50; 1x1 at 57.95,114.7 "
                                  "pitch 100x50");
    EXPECT("210 mm x 29.7 cm 1x1 100x50 at 10,10",
           "210x297 rect 100x50; 1x1 at 10,10 pitch 100x50");
    /* Without more, edge to edge and in the middle. */
    EXPECT("a4 2x5 90x50 cut",
           "210x297 rect 90x50; 2x5 at 15,23.5 pitch 90x50 cut");
    EXPECT("a4 landscape 2x2 139x99.1 pitch 139x101.64",
           "297x210 rect 139x99.1; 2x2 at 9.5,4.63 pitch 139x101.64");
    EXPECT("a4 4x6 40x40 pitch 46x46 oval",
           "210x297 oval 40x40; 4x6 at 16,13.5 pitch 46x46");
    EXPECT("89x36 1x1 89x36 roll",
           "89x36 rect 89x36; 1x1 at 0,0 pitch 89x36 roll");
}

#define LOOKS                                                                  \
    "such a line looks like \"a4 3x8 64x33.86 at 6.46,13.06 pitch "            \
    "66.54x33.86\""

static void unreadable(void) {
    EXPECT("", "1: error: the line begins with the paper: a3, a4, a5, a6, b4, "
               "b5, letter, legal, tabloid, half-letter, jis-b4, jis-b5, or "
               "its width and height such as 210x297");
    EXPECT("a44 3x8 64x33",
           "1: error: the line begins with the paper: a3, a4, a5, a6, b4, b5, "
           "letter, legal, tabloid, half-letter, jis-b4, jis-b5, or its width "
           "and height such as 210x297");
    EXPECT("a4", "3: error: the number of columns is missing here, from 1 to "
                 "1000; " LOOKS);
    EXPECT("a4 3", "5: error: the columns and rows have an x between them, "
                   "such as 3x8");
    EXPECT("a4 3x", "6: error: the number of rows is missing here, from 1 to "
                    "1000; " LOOKS);
    EXPECT("a4 0x8 64x33", "4: error: the number of columns is missing here, "
                           "from 1 to 1000; " LOOKS);
    EXPECT("a4 3x99999999999999999999 64x33",
           "6: error: the number of rows is missing here, from 1 to "
           "1000; " LOOKS);
    EXPECT("a4 3x8", "7: error: the label's size is missing here, a number at "
                     "the end; " LOOKS);
    EXPECT("a4 3x8 64", "10: error: the label's size is two lengths with an x "
                        "between, such as 64x33.86");
    EXPECT("a4 3x8 64x33 at 6,46,13,06",
           "21: error: this comma is one too many; decimals are written with "
           "a point, such as 33.86");
    EXPECT("a4 3x8 64x33,86", "13: error: this comma is one too many; decimals "
                              "are written with a point, such as 33.86");
    EXPECT("a4 3x8 64x33 66x36",
           "14: error: this is not understood; here may stand at, pitch, "
           "round, oval, cut or roll");
    EXPECT("a4 3x8 64x33 at 6.46x13.06",
           "21: error: the first label's place (from the left, from the top) "
           "is two lengths with a comma between, such as 6.46,13.06 (a decimal "
           "point is a point)");
    EXPECT("a4 3x8 64x33 at", "16: error: the first label's place (from the "
                              "left, from the top) is missing here, a number "
                              "at the end; " LOOKS);
    EXPECT("a4 3x8 64x-33", "8: error: the label's size must be more than "
                            "nothing");
    EXPECT("a4 3x8 64x33 pich 66x33",
           "14: error: this is not understood; did you mean \"pitch\"?");
    EXPECT("a4 3x8 64x33 cut cut", "18: error: \"cut\" is here twice");
    EXPECT("a4 3x8 64x33 round", "19: error: the radius of the corners is "
                                 "missing here, a number at the end; " LOOKS);
    EXPECT("a4 3x8 1e3x33", "9: error: the label's size is two lengths with "
                            "an x between, such as 64x33.86");
    EXPECT("a4 3x8 9999x33",
           "8: error: \"9999\" is not a length of at most 2000 mm");
    EXPECT("a4 3x8 1.2.3x33",
           "8: error: \"1.2.3\" is not a length of at most 2000 mm");
    EXPECT("a4 3x8 nanxinf", "8: error: the label's size is missing here, a "
                             "number; " LOOKS);
    EXPECT("a4 3x8 64x33 \x01",
           "14: error: U+0001 is a control character; remove it");
}

static void contradictory(void) {
    EXPECT("a4 3x8 70x33.86 at 6.46,13.06 pitch 66.54x36",
           "37: error: labels overlap by 3.5 mm: 70.0 mm wide, one every 66.5 "
           "mm | 37: error: row 8 ends 1.9 mm below the sheet");
    EXPECT("a4 3x8 64x33 at -5,0",
           "17: error: the first column starts 5.0 mm left of the sheet");
    EXPECT("a4 4x8 64x33",
           "8: error: column 4 ends 46.0 mm right of the sheet");
    EXPECT("a4 3x8 64x5", "8: error: a label of 64.0 x 5.0 mm has no room for "
                          "text, which keeps 3.0 mm from each edge");
    EXPECT("a4 2x2 64x33 oval round 3",
           "8: error: only rectangles have corners; leave out \"round\" or the "
           "shape");
}

int main(void) {
    lines();
    unreadable();
    contradictory();
    return unit_done("input_sheetspec");
}
