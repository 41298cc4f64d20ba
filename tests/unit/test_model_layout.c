#include "unit.h"

#include "base/arena.h"
#include "model/layout.h"

#include <math.h>

static char *printed(const Diag *d, char *out, size_t room) {
    FILE *f = fmemopen(out, room, "w");
    diag_print(d, f, false);
    fclose(f);
    return out;
}

/* One line of text per layout under test, so that spans have a place. */
static const char text[] = "0123456789\n";

static Span at(const Source *src, size_t off) {
    return (Span){src, off, 1};
}

/* A sheet with room for its labels, to be changed and numbered. */
typedef struct Sheet {
    Layout l;
    LabelGrid grid;
} Sheet;

static Sheet l7159(const Source *src) {
    Sheet s = {.l = {.kind = LAYOUT_LABELS,
                     .name = "avery-l7159",
                     .w = LEN_OF_MM(210),
                     .h = LEN_OF_MM(297)},
               .grid = {.columns = 3,
                        .rows = 8,
                        .left = LEN_OF_MM(6.46),
                        .top = LEN_OF_MM(13.06),
                        .across = LEN_OF_MM(66.54),
                        .down = LEN_OF_MM(33.86),
                        .first = at(src, 2),
                        .pitch = at(src, 3)}};
    s.l.u.labels = (LabelLayout){.label_w = LEN_OF_MM(64),
                                 .label_h = LEN_OF_MM(33.86),
                                 .label = at(src, 1)};
    return s;
}

static Sheet zweckform_3474(const Source *src) {
    Sheet s = l7159(src);
    s.l.u.labels.label_w = s.grid.across = LEN_OF_MM(70);
    s.l.u.labels.label_h = s.grid.down = LEN_OF_MM(37.1);
    s.grid.left = s.grid.top = 0;
    return s;
}

static const Layout *numbered(Arena *a, Sheet *s) {
    s->l.u.labels.grids = &s->grid;
    s->l.u.labels.ngrids = 1;
    layout_number_cells(a, &s->l);
    return &s->l;
}

static void label_boxes(const Source *src) {
    Arena *a = arena_new();
    Sheet s = l7159(src);
    const Layout *l = numbered(a, &s);
    CHECK_INT(layout_labels_per_sheet(l), 24);
    LayoutBox b = layout_label(l, 0);
    CHECK_INT(b.x, LEN_OF_MM(6.46));
    CHECK_INT(b.y, LEN_OF_MM(13.06));
    /* The fifth label is the middle one of the second row. */
    b = layout_label(l, 4);
    CHECK_INT(b.x, LEN_OF_MM(6.46) + LEN_OF_MM(66.54));
    CHECK_INT(b.y, LEN_OF_MM(13.06) + LEN_OF_MM(33.86));
    CHECK_INT(b.w, LEN_OF_MM(64));
    b = layout_label_text(l, 4);
    CHECK_INT(b.x, layout_label(l, 4).x + LEN_OF_MM(3));
    CHECK_INT(b.w, LEN_OF_MM(64) - 2 * LEN_OF_MM(3));
    CHECK_INT(b.h, LEN_OF_MM(33.86) - 2 * LEN_OF_MM(3));
    arena_free(a);
}

/* Offset rows are read row by row, also where they start a little apart. */
static void label_order(const Source *src) {
    Arena *a = arena_new();
    Sheet s = l7159(src);
    LabelGrid grids[] = {
        {.columns = 2, .rows = 2, .left = 100, .across = 300, .down = 400},
        {.columns = 2,
         .rows = 2,
         .left = 250,
         .top = 60,
         .across = 300,
         .down = 400},
        {.columns = 1, .rows = 1, .left = 0, .top = 210}};
    static const int want[][2] = {{100, 0},   {250, 60},  {400, 0},
                                  {550, 60},  {0, 210},   {100, 400},
                                  {250, 460}, {400, 400}, {550, 460}};
    s.l.u.labels.label_w = 140;
    s.l.u.labels.label_h = 200;
    s.l.u.labels.grids = grids;
    s.l.u.labels.ngrids = 3;
    layout_number_cells(a, &s.l);
    CHECK_INT(layout_labels_per_sheet(&s.l), 9);
    for (int k = 0; k < layout_labels_per_sheet(&s.l); k++) {
        LayoutBox b = layout_label(&s.l, k);
        CHECK_INT(b.x, want[k][0]);
        CHECK_INT(b.y, want[k][1]);
    }
    grids[1].columns = 1000000000;
    grids[1].rows = 1000000000;
    layout_number_cells(a, &s.l);
    CHECK_INT(layout_labels_per_sheet(&s.l), 0);
    arena_free(a);
}

/* How far inside the edge of an ellipse a point is, by walking along it. */
static double inside_ellipse(double a, double b, double x, double y) {
    double least = a;
    for (int i = 0; i <= 100000; i++) {
        double t = i * (3.14159265358979 / 2 / 100000);
        double d = hypot(a * cos(t) - x, b * sin(t) - y);
        least = d < least ? d : least;
    }
    return x / a * (x / a) + y / b * (y / b) < 1 ? least : -least;
}

/* The corners of the text's boxes keep LABEL_PADDING from a curved edge, and
 * lie just there: no box is smaller than it must be. */
static void label_shapes(const Source *src) {
    static const double sizes[][2] = {{60, 40}, {40, 60}, {50, 50}, {90, 20}};
    Arena *arena = arena_new();
    LayoutBox boxes[LABEL_BOXES];
    Sheet s = l7159(src);
    LabelLayout *g = &s.l.u.labels;
    s.grid.columns = s.grid.rows = 1;
    s.grid.left = s.grid.top = LEN_OF_MM(50);
    const Layout *l = numbered(arena, &s);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        g->shape = LABEL_ELLIPSE;
        g->label_w = LEN_OF_MM(sizes[i][0]);
        g->label_h = LEN_OF_MM(sizes[i][1]);
        size_t n = layout_label_boxes(l, 0, boxes), rooms = 0;
        for (size_t k = 0; k < n; k++) {
            if (!boxes[k].w || !boxes[k].h)
                continue;
            double away =
                inside_ellipse(sizes[i][0] / 2, sizes[i][1] / 2,
                               len_mm(boxes[k].w) / 2, len_mm(boxes[k].h) / 2);
            CHECK(away > 2.999 && away < 3.01);
            rooms++;
        }
        CHECK(rooms >= 9);
    }
    /* Corners of 10 mm: the box's own lie on an arc of 7 mm. */
    g->shape = LABEL_RECT;
    g->label_w = g->label_h = LEN_OF_MM(60);
    g->round = LEN_OF_MM(10);
    size_t n = layout_label_boxes(l, 0, boxes);
    CHECK(n > 5);
    for (size_t k = 0; k < n; k++) {
        double x = len_mm(boxes[k].w) / 2 - 20, y = len_mm(boxes[k].h) / 2 - 20;
        CHECK(x >= 0 && y >= 0 && hypot(x, y) < 7 && hypot(x, y) > 6.99);
    }
    /* A disc: above and below the hole, as far from it. */
    g->shape = LABEL_RING;
    g->round = 0;
    g->hole = LEN_OF_MM(15);
    n = layout_label_boxes(l, 0, boxes);
    CHECK(n > 5);
    for (size_t k = 0; k < n; k++) {
        double top = len_mm(boxes[k].y) - 80, x = len_mm(boxes[k].w) / 2;
        double bottom = top + len_mm(boxes[k].h);
        CHECK(boxes[k].h == 0 || hypot(x, k % 2 ? bottom : top) < 27);
        CHECK(boxes[k].h == 0 || (k % 2 ? top : -bottom) >= 10.499);
    }
    arena_free(arena);
}

/* Labels that meet the sheet's edge keep 5 mm there and 3 mm elsewhere. */
static void labels_at_the_edge(const Source *src) {
    Arena *a = arena_new();
    Sheet s = zweckform_3474(src);
    const Layout *l = numbered(a, &s);
    LayoutBox b = layout_label_text(l, 0);
    CHECK_INT(b.x, LEN_OF_MM(5));
    CHECK_INT(b.y, LEN_OF_MM(5));
    CHECK_INT(b.x + b.w, LEN_OF_MM(70) - LEN_OF_MM(3));
    b = layout_label_text(l, 23);
    CHECK_INT(b.x + b.w, LEN_OF_MM(210) - LEN_OF_MM(5));
    CHECK_INT(b.y + b.h, LEN_OF_MM(297) - LEN_OF_MM(5));
    arena_free(a);
}

static void expect(Layout l, const char *want, int line) {
    Diag *d = diag_new();
    char all[4096] = "", out[4096] = "";
    bool ok = layout_check(&l, d);
    printed(d, all, sizeof all);
    CHECK(ok == (want[0] == '\0'));
    /* Without the quoted source lines. */
    for (char *s = strtok(all, "\n"); s; s = strtok(NULL, "\n"))
        if (s[0] != ' ')
            snprintf(out + strlen(out), sizeof out - strlen(out), "%s%s",
                     out[0] ? "\n" : "", s);
    if (strcmp(out, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(out, want);
    diag_free(d);
}
#define EXPECT(layout, want) expect(layout, want, __LINE__)

static void expect_sheet(Sheet s, const char *want, int line) {
    Arena *a = arena_new();
    expect(*numbered(a, &s), want, line);
    arena_free(a);
}
#define EXPECT_SHEET(sheet, want) expect_sheet(sheet, want, __LINE__)

static void label_contradictions(const Source *src) {
    Sheet s = l7159(src);
    EXPECT_SHEET(s, "");
    EXPECT_SHEET(zweckform_3474(src), "");
    s.grid.across = LEN_OF_MM(60);
    EXPECT_SHEET(
        s, "x.yaml:1:4: error: labels overlap by 4.0 mm: 64.0 mm wide, one "
           "every 60.0 mm");
    s = l7159(src);
    s.grid.across = LEN_OF_MM(63.9); /* within the tolerance */
    EXPECT_SHEET(s, "");
    s.grid.rows = 9;
    EXPECT_SHEET(s, "x.yaml:1:4: error: row 9 ends 20.8 mm below the sheet");
    s = l7159(src);
    s.grid.left = LEN_OF_MM(16);
    EXPECT_SHEET(s,
                 "x.yaml:1:4: error: column 3 ends 3.1 mm right of the sheet");
    s.grid.columns = 1;
    s.grid.left = LEN_OF_MM(150);
    EXPECT_SHEET(s,
                 "x.yaml:1:3: error: column 1 ends 4.0 mm right of the sheet");
    s.grid.left = LEN_OF_MM(-1);
    EXPECT_SHEET(
        s, "x.yaml:1:3: error: the first column starts 1.0 mm left of the "
           "sheet");
    s = l7159(src);
    s.l.u.labels.label_h = s.grid.down = LEN_OF_MM(6);
    EXPECT_SHEET(s,
                 "x.yaml:1:2: error: a label of 64.0 x 6.0 mm has no room for "
                 "text, which keeps 3.0 mm from each edge");
    s = l7159(src);
    s.l.u.labels.round = LEN_OF_MM(17);
    EXPECT_SHEET(
        s, "x.yaml:1:2: error: corners of 17.0 mm radius do not fit a label "
           "of 64.0 x 33.9 mm");
    s = zweckform_3474(src);
    s.l.u.labels.label_w = s.grid.across = LEN_OF_MM(7);
    EXPECT_SHEET(s,
                 "x.yaml:1:2: error: label 1 has no room for text, which keeps "
                 "5.0 mm from the edge of the sheet");
    /* Far off the sheet, beyond what a Len can hold. */
    s = l7159(src);
    s.grid.columns = 100;
    s.grid.across = LEN_OF_MM(2000);
    EXPECT_SHEET(s,
                 "x.yaml:1:4: error: column 100 ends 197860.5 mm right of the "
                 "sheet");
}

static LayoutBox box(const Source *src, size_t off, double x, double y,
                     double w, double h) {
    return (LayoutBox){LEN_OF_MM(x), LEN_OF_MM(y), LEN_OF_MM(w), LEN_OF_MM(h),
                       at(src, off)};
}

static Layout dl(const Source *src, LayoutBox *clear) {
    Layout l = {.kind = LAYOUT_ENVELOPE,
                .name = "dl",
                .w = LEN_OF_MM(220),
                .h = LEN_OF_MM(110)};
    *clear = box(src, 4, 0, 94, 220, 16);
    l.u.envelope = (EnvelopeLayout){.recipient = box(src, 1, 104, 42, 100, 48),
                                    .sender = box(src, 2, 12, 10, 70, 30),
                                    .stamp = box(src, 3, 146, 0, 74, 40),
                                    .clear = clear,
                                    .nclear = 1};
    return l;
}

static void envelope_contradictions(const Source *src) {
    LayoutBox clear;
    Layout l = dl(src, &clear);
    EXPECT(l, "");
    l.u.envelope.window = box(src, 5, 100, 40, 110, 73);
    EXPECT(l, "x.yaml:1:6: error: window ends 3.0 mm below the envelope");
    l.u.envelope.window = box(src, 5, 110, 42, 94, 48);
    EXPECT(l, "x.yaml:1:2: error: recipient ends 6.0 mm outside the window");
    l = dl(src, &clear);
    l.u.envelope.recipient.y = LEN_OF_MM(37.5);
    EXPECT(l, "x.yaml:1:2: error: recipient overlaps the stamp by 2.5 mm");
    l.u.envelope.recipient.y = LEN_OF_MM(47);
    EXPECT(l, "x.yaml:1:2: error: recipient overlaps a clear zone by 1.0 mm");
    l = dl(src, &clear);
    l.u.envelope.sender.w = LEN_OF_MM(136);
    EXPECT(l, "x.yaml:1:3: error: sender overlaps the stamp by 2.0 mm");
    l = dl(src, &clear);
    l.u.envelope.stamp.y = LEN_OF_MM(-4);
    EXPECT(l, "x.yaml:1:4: error: stamp starts 4.0 mm above the envelope");
    l = dl(src, &clear);
    clear.x = LEN_OF_MM(4);
    EXPECT(l, "x.yaml:1:5: error: clear zone ends 4.0 mm right of the "
              "envelope");
}

static Layout din5008_b(const Source *src, Len folds[2]) {
    Layout l = {.kind = LAYOUT_LETTER,
                .name = "din5008-b",
                .w = LEN_OF_MM(210),
                .h = LEN_OF_MM(297)};
    folds[0] = LEN_OF_MM(105);
    folds[1] = LEN_OF_MM(210);
    l.u.letter = (LetterLayout){.left = LEN_OF_MM(25),
                                .right = LEN_OF_MM(20),
                                .top = LEN_OF_MM(25),
                                .bottom = LEN_OF_MM(25),
                                .recipient = box(src, 1, 20, 45, 85, 45),
                                .recipient_x = LEN_OF_MM(25),
                                .recipient_top = LEN_OF_MM(17.7),
                                .return_line = box(src, 2, 25, 45, 80, 5),
                                .sender = box(src, 3, 125, 50, 75, 40),
                                .body = LEN_OF_MM(98.5),
                                .folds = folds,
                                .nfolds = 2,
                                .punch = LEN_OF_MM(148.5),
                                .mark_x = LEN_OF_MM(3.5),
                                .mark_w = LEN_OF_MM(5),
                                .margins_at = at(src, 4),
                                .body_at = at(src, 5),
                                .folds_at = at(src, 6),
                                .punch_at = at(src, 7),
                                .marks_at = at(src, 8)};
    return l;
}

static void letter_contradictions(const Source *src) {
    Len folds[2];
    Layout l = din5008_b(src, folds);
    EXPECT(l, "");
    l.u.letter.left = l.u.letter.right = LEN_OF_MM(104);
    EXPECT(l, "x.yaml:1:5: error: margins of 104.0 and 104.0 mm leave no room "
              "on a sheet 210.0 mm wide");
    l = din5008_b(src, folds);
    l.u.letter.top = LEN_OF_MM(270);
    EXPECT(l, "x.yaml:1:5: error: margins of 270.0 and 25.0 mm leave no room "
              "on a sheet 297.0 mm high");
    l = din5008_b(src, folds);
    l.u.letter.recipient_x = LEN_OF_MM(102);
    EXPECT(l, "x.yaml:1:2: error: text at 102.0 mm leaves no room in the "
              "recipient's field from 20.0 to 105.0 mm");
    l = din5008_b(src, folds);
    l.u.letter.recipient_top = LEN_OF_MM(2);
    EXPECT(l, "x.yaml:1:3: error: return-line overlaps the recipient's text by "
              "3.0 mm");
    l = din5008_b(src, folds);
    l.u.letter.sender.x = LEN_OF_MM(100);
    EXPECT(l, "x.yaml:1:4: error: sender overlaps the recipient by 5.0 mm");
    l = din5008_b(src, folds);
    l.u.letter.body = LEN_OF_MM(80);
    EXPECT(l, "x.yaml:1:6: error: body starts 10.0 mm above the end of the "
              "recipient's field\n"
              "x.yaml:1:6: error: body starts 10.0 mm above the end of the "
              "sender");
    l.u.letter.body = LEN_OF_MM(270);
    EXPECT(l,
           "x.yaml:1:6: error: body starts at 270.0 mm and has no room above "
           "the bottom margin at 272.0 mm");
    l = din5008_b(src, folds);
    folds[1] = LEN_OF_MM(297);
    EXPECT(l,
           "x.yaml:1:7: error: a fold at 297.0 mm is not on a sheet 297.0 mm "
           "high");
    folds[1] = LEN_OF_MM(99);
    EXPECT(l, "x.yaml:1:7: error: folds must go down the sheet: 99.0 mm stands "
              "behind 105.0 mm");
    l = din5008_b(src, folds);
    l.u.letter.mark_w = LEN_OF_MM(22);
    EXPECT(l,
           "x.yaml:1:9: error: marks end at 25.5 mm and run into the text at "
           "25.0 mm");
    l = din5008_b(src, folds);
    l.u.letter.punch = LEN_OF_MM(300);
    EXPECT(l, "x.yaml:1:8: error: a punch mark at 300.0 mm is not on a sheet "
              "297.0 mm high");
}

/* A window on the field, as form B has it in a DL envelope. */
static Layout windowed(const Source *src, Len folds[2]) {
    Layout l = din5008_b(src, folds);
    l.u.letter.window = box(src, 0, 20, 45, 90, 45);
    l.u.letter.tolerance_across = LEN_OF_MM(5);
    return l;
}

static void window_boxes(const Source *src) {
    Len folds[2];
    Layout l = windowed(src, folds);
    LayoutBox b = layout_window_text(&l);
    CHECK_INT(b.x, l.u.letter.window.x + LEN_OF_MM(5));
    CHECK_INT(b.w, LEN_OF_MM(90) - 2 * LEN_OF_MM(5));
    CHECK_INT(b.y, LEN_OF_MM(45));
    CHECK_INT(b.h, LEN_OF_MM(45));
    b = layout_recipient_text(&l);
    CHECK_INT(b.x, l.u.letter.window.x + LEN_OF_MM(5));
    CHECK_INT(b.y, LEN_OF_MM(45) + LEN_OF_MM(17.7));
    CHECK_INT(b.h, LEN_OF_MM(45) - LEN_OF_MM(17.7));
    /* The field ends where the window does; the text 6 mm before. */
    l.u.letter.window.w = LEN_OF_MM(85);
    l.u.letter.tolerance_across = LEN_OF_MM(4);
    l.u.letter.tolerance = LEN_OF_MM(6);
    b = layout_recipient_text(&l);
    CHECK_INT(b.x + b.w, LEN_OF_MM(20) + LEN_OF_MM(85) - LEN_OF_MM(4));
    CHECK_INT(b.y + b.h, LEN_OF_MM(90) - LEN_OF_MM(6));
    l.u.letter.window = (LayoutBox){0};
    CHECK(layout_window_text(&l).span.src == NULL);
    CHECK_INT(layout_recipient_text(&l).w,
              LEN_OF_MM(20) + LEN_OF_MM(85) - LEN_OF_MM(25));
    l.u.letter.recipient = (LayoutBox){0};
    CHECK(layout_recipient_text(&l).span.src == NULL);
}

static void window_contradictions(const Source *src) {
    Len folds[2];
    Layout l = windowed(src, folds);
    EXPECT(l, "");
    l.u.letter.window.y = LEN_OF_MM(48);
    EXPECT(l, "x.yaml:1:3: error: return-line ends 3.0 mm outside what the "
              "window surely shows");
    l.u.letter.return_line = (LayoutBox){0};
    l.u.letter.window.y = LEN_OF_MM(64);
    EXPECT(l,
           "x.yaml:1:2: error: the recipient's text starts at 62.7 mm, 1.3 "
           "mm above what the window surely shows\n"
           "x.yaml:1:6: error: body at 98.5 mm would show in the window, which "
           "may reach down to 109.0 mm");
    l = windowed(src, folds);
    l.u.letter.tolerance_across = LEN_OF_MM(7);
    EXPECT(l, "x.yaml:1:2: error: the recipient's text starts at 25.0 mm, 2.0 "
              "mm left of what the window surely shows\n"
              "x.yaml:1:3: error: return-line ends 2.0 mm outside what the "
              "window surely shows");
    l.u.letter.tolerance_across = LEN_OF_MM(43);
    EXPECT(l, "x.yaml:1:1: error: a tolerance of 43.0 mm across leaves nothing "
              "of a window 90.0 mm wide");
    l.u.letter.tolerance_across = LEN_OF_MM(-1);
    EXPECT(l, "x.yaml:1:1: error: a tolerance cannot be less than 0 mm");
    l = windowed(src, folds);
    l.u.letter.window.h = LEN_OF_MM(20);
    EXPECT(l, "x.yaml:1:2: error: of the recipient's text the window surely "
              "shows only 80.0 x 2.3 mm");
    l = windowed(src, folds);
    l.u.letter.window.w = LEN_OF_MM(103);
    EXPECT(l, "x.yaml:1:4: error: sender overlaps what the window may show by "
              "3.0 mm");
    l = windowed(src, folds);
    l.u.letter.recipient = l.u.letter.return_line = (LayoutBox){0};
    EXPECT(l, "x.yaml:1:1: error: a window needs \"recipient\": it shows the "
              "addressee");
    l = windowed(src, folds);
    l.u.letter.window = (LayoutBox){0};
    l.u.letter.tolerance_at = at(src, 9);
    EXPECT(l, "x.yaml:1:10: error: a tolerance needs \"window\"; add it");
}

static void block_contradictions(const Source *src) {
    Len folds[2];
    Layout l = din5008_b(src, folds);
    l.u.letter.remark = box(src, 0, 25, 50, 80, 12.7);
    l.u.letter.letterhead = box(src, 9, 25, 8, 165, 34);
    EXPECT(l, "");
    l.u.letter.remark.h = LEN_OF_MM(14);
    EXPECT(l, "x.yaml:1:1: error: remark overlaps the recipient's text by 1.3 "
              "mm");
    l.u.letter.remark = box(src, 0, 25, 48, 90, 12.7);
    EXPECT(l, "x.yaml:1:1: error: remark ends 10.0 mm outside the recipient's "
              "field\n"
              "x.yaml:1:1: error: remark overlaps the return-line by 2.0 mm");
    l = din5008_b(src, folds);
    l.u.letter.letterhead = box(src, 9, 25, 8, 165, 50);
    EXPECT(l, "x.yaml:1:10: error: letterhead overlaps the recipient by 13.0 "
              "mm\n"
              "x.yaml:1:10: error: letterhead overlaps the sender by 8.0 mm\n"
              "x.yaml:1:10: error: letterhead overlaps the return-line by 5.0 "
              "mm");
    l = din5008_b(src, folds);
    l.u.letter.sender = (LayoutBox){0};
    l.u.letter.letterhead = box(src, 9, 110, 70, 80, 30);
    EXPECT(l, "x.yaml:1:6: error: body starts 1.5 mm above the end of the "
              "letterhead");
    l = din5008_b(src, folds);
    l.u.letter.stamp = box(src, 9, 136, 0, 74, 40);
    EXPECT(l, "");
    l.u.letter.stamp.h = LEN_OF_MM(52);
    EXPECT(l, "x.yaml:1:10: error: stamp overlaps the sender by 2.0 mm");
    l.u.letter.stamp = box(src, 9, 136, 200, 74, 40);
    EXPECT(l, "x.yaml:1:10: error: the stamp from 200.0 to 240.0 mm lies in "
              "the text, which runs from 98.5 to 272.0 mm");
    l.u.letter.stamp = box(src, 9, 150, 0, 74, 40);
    EXPECT(l, "x.yaml:1:10: error: stamp ends 14.0 mm right of the sheet");
}

static void reference_contradictions(const Source *src) {
    Len folds[2];
    Layout l = din5008_b(src, folds);
    l.u.letter.references = LEN_OF_MM(92);
    l.u.letter.references_at = at(src, 9);
    EXPECT(l, "");
    l.u.letter.references = LEN_OF_MM(95);
    EXPECT(l, "x.yaml:1:10: error: references at 95.0 mm need 5.0 mm above the "
              "body at 98.5 mm");
    l.u.letter.references = LEN_OF_MM(88);
    EXPECT(l, "x.yaml:1:10: error: references start 2.0 mm above the end of "
              "the recipient's field\n"
              "x.yaml:1:10: error: references start 2.0 mm above the end of "
              "the sender");
}

static void fold_contradictions(const Source *src) {
    Len folds[2];
    Layout l = din5008_b(src, folds);
    l.u.letter.envelope_w = LEN_OF_MM(220);
    l.u.letter.envelope_h = LEN_OF_MM(110);
    l.u.letter.envelope_at = at(src, 9);
    EXPECT(l, "");
    folds[1] = LEN_OF_MM(180);
    EXPECT(l, "x.yaml:1:7: error: the panel from 180.0 to 297.0 mm is 117.0 mm "
              "high and does not go into an envelope 110.0 mm high");
    l.u.letter.nfolds = 0;
    l.u.letter.folds_at = (Span){0};
    EXPECT(l, "x.yaml:1:10: error: the panel from 0.0 to 297.0 mm is 297.0 mm "
              "high and does not go into an envelope 110.0 mm high");
    l = din5008_b(src, folds);
    l.u.letter.envelope_w = LEN_OF_MM(205);
    l.u.letter.envelope_h = LEN_OF_MM(120);
    l.u.letter.envelope_at = at(src, 9);
    EXPECT(l, "x.yaml:1:10: error: a sheet 210.0 mm wide does not go into an "
              "envelope 205.0 mm wide");
}

int main(void) {
    Arena *a = arena_new();
    const Source *src = source_from(a, "x.yaml", text, sizeof text - 1);
    label_boxes(src);
    label_order(src);
    label_shapes(src);
    labels_at_the_edge(src);
    label_contradictions(src);
    envelope_contradictions(src);
    letter_contradictions(src);
    window_boxes(src);
    window_contradictions(src);
    block_contradictions(src);
    reference_contradictions(src);
    fold_contradictions(src);
    arena_free(a);
    return unit_done("model_layout");
}
