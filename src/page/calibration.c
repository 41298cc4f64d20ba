#include "page/calibration.h"

#include "page/measure.h"

/* Half of the middle that the stairs and their figures take. */
#define STAIR_ROOM LEN_OF_MM(12)
#define FIGURE_AT LEN_OF_MM(8.2)
#define NAME_ROOM LEN_OF_MM(5) /* left of the stairs that stand up */
/* The combs: lines 1 to 20 mm from the edge, one below the other. */
#define COMB_TEETH 20
#define COMB_PITCH LEN_OF_MM(3)
#define COMB_LENGTH (COMB_TEETH * COMB_PITCH)
/* Columns of text keep clear of the combs and of the bar that stands up. */
#define LEFT_EDGE LEN_OF_MM(37)
#define RIGHT_EDGE LEN_OF_MM(28)
#define BAR_X LEN_OF_MM(31)
#define BAR_Y LEN_OF_MM(31) /* from the lower edge */

/* ---- stairs ---- */

/* A stair across the crease that stands up or lies level. */
static void across(Measure *m, bool upright, Len along, Len at, Len along2,
                   Len at2, bool thin) {
    Len x = upright ? at : along, y = upright ? along : at;
    Len x2 = upright ? at2 : along2, y2 = upright ? along2 : at2;
    if (thin)
        measure_faint(m, x, y, x2, y2);
    else
        measure_line(m, x, y, x2, y2);
}

static void stair(Measure *m, bool upright, Len middle, const char *name) {
    Len crease = (upright ? m->w : m->h) / 2;
    Len centre = (upright ? m->h : m->w) / 2 + middle;
    Len half = STAIR_TREAD / 2, clear = LEN_OF_MM(6.2);
    /* What leads to the figures is below the steps. */
    for (int i = -STAIR_STEPS; i <= STAIR_STEPS; i += 2) {
        Len along = centre + i * STAIR_TREAD;
        across(m, upright, along, crease - clear, along, crease + clear, true);
        for (int side = -1; side <= 1; side += 2) {
            Len f = crease + side * FIGURE_AT;
            measure_figure(m, upright ? f : along, upright ? along : f,
                           MEASURE_SMALL, i == 0,
                           measure_number(m->arena, i / 2));
        }
    }
    for (int i = -STAIR_STEPS; i <= STAIR_STEPS; i++) {
        Len along = centre + i * STAIR_TREAD, at = crease - i * STAIR_RISE;
        across(m, upright, along - half, at, along + half, at, false);
    }
    /* Its name beside the first figure, out of the crease. */
    Len first = centre - STAIR_STEPS * STAIR_TREAD;
    Len beside = crease - LEN_OF_MM(13);
    measure_figure(m, upright ? beside : first, upright ? first : beside,
                   MEASURE_TITLE, true, name);
}

static void stairs(Measure *m) {
    stair(m, true, -STAIR_DOWN, "A");
    stair(m, false, -STAIR_ACROSS, "B");
    stair(m, true, STAIR_DOWN, "C");
    stair(m, false, STAIR_ACROSS, "D");
}

/* ---- edges ---- */

typedef enum Edge { EDGE_LEFT, EDGE_TOP, EDGE_RIGHT, EDGE_BOTTOM } Edge;

/* The place `inward` of an edge and `along` it. */
static void from_edge(const Measure *m, Edge edge, Len inward, Len along,
                      Len *x, Len *y) {
    bool side = edge == EDGE_LEFT || edge == EDGE_RIGHT;
    Len far = side ? m->w - inward : m->h - inward;
    Len at = edge == EDGE_LEFT || edge == EDGE_TOP ? inward : far;
    *x = side ? at : along;
    *y = side ? along : at;
}

/* Each tooth ends so many mm from the edge: if any of it was printed, what is
 * farther from the edge is printed whole. */
static void comb(Measure *m, Edge edge, Len start) {
    for (int i = 1; i <= COMB_TEETH; i++) {
        Len x, y, x2, y2, fx, fy;
        Len at = start + (i - 1) * COMB_PITCH, inward = LEN_OF_MM(i);
        from_edge(m, edge, inward - LEN_OF_MM(0.3), at, &x, &y);
        from_edge(m, edge, inward, at + COMB_PITCH - LEN_OF_MM(0.4), &x2, &y2);
        display_rect(m->arena, &m->items, DISPLAY_NO_TAG, x < x2 ? x : x2,
                     y < y2 ? y : y2, x < x2 ? x2 - x : x - x2,
                     y < y2 ? y2 - y : y - y2, 0);
        from_edge(m, edge, inward + LEN_OF_MM(2.2), at + COMB_PITCH / 2, &fx,
                  &fy);
        measure_figure(m, fx, fy, MEASURE_SMALL, i % 5 == 0,
                       measure_number(m->arena, i));
    }
}

/* Its letter where the teeth are far from it. */
static void lettered_comb(Measure *m, Edge edge, Len start,
                          const char *letter) {
    Len x, y;
    comb(m, edge, start);
    from_edge(m, edge, LEN_OF_MM(14), start + LEN_OF_MM(6), &x, &y);
    measure_figure(m, x, y, MEASURE_TITLE, true, letter);
}

static void combs(Measure *m) {
    Len mx = m->w / 2, my = m->h / 2, gap = LEN_OF_MM(15);
    lettered_comb(m, EDGE_LEFT, my - gap - COMB_LENGTH, "G");
    lettered_comb(m, EDGE_TOP, mx + gap, "H");
    lettered_comb(m, EDGE_RIGHT, my + gap, "J");
    lettered_comb(m, EDGE_BOTTOM, mx - gap - COMB_LENGTH, "K");
}

/* ---- bars ---- */

static void bar(Measure *m, bool upright, const char *letter) {
    const int ends[] = {0, 100, 150, 200};
    Len start = upright ? m->h / 2 - LEN_OF_MM(100) : BAR_X;
    Len at = upright ? BAR_X : m->h - BAR_Y, tick = LEN_OF_MM(1.5);
    int n = upright ? 4 : 3;
    Len end = start + LEN_OF_MM(ends[n - 1]), beside = at - LEN_OF_MM(3.6);
    across(m, upright, start, at, end, at, false);
    for (int i = 0; i < n; i++) {
        Len along = start + LEN_OF_MM(ends[i]);
        across(m, upright, along, at - tick, along, at + tick, false);
        measure_figure(m, upright ? beside : along, upright ? along : beside,
                       MEASURE_SMALL, true,
                       arena_printf(m->arena, "%d", ends[i]));
    }
    Len middle = start + LEN_OF_MM(125);
    measure_figure(m, upright ? beside : middle, upright ? middle : beside,
                   MEASURE_TITLE, true, letter);
}

/* ---- how to fold ---- */

static void fold_picture(Measure *m, Len x, Len y, bool upright) {
    Len w = LEN_OF_MM(11), h = LEN_OF_MM(15), d = LEN_OF_MM(1.5);
    Len mx = x + w / 2, my = y + h / 2;
    measure_box(m, x, y, w, h);
    display_line(m->arena, &m->items, DISPLAY_NO_TAG, upright ? mx : x,
                 upright ? y : my, upright ? mx : x + w, upright ? y + h : my,
                 MEASURE_LINE, LEN_OF_PT(1.5), 0);
    if (upright)
        measure_arrow(m, x + d, y + h / 4, x + w - d, y + h / 4);
    else
        measure_arrow(m, x + w / 4, y + h - d, x + w / 4, y + d);
}

/* ---- the sheet ---- */

/* A crease that meets the step -0.5; the column goes on below it. */
static void example(Measure *m, MeasureColumn *c) {
    Len tread = LEN_OF_MM(5), rise = LEN_OF_MM(3), x = c->x + LEN_OF_MM(2);
    Len y = c->y + LEN_OF_MM(4), mid = x + LEN_OF_MM(14);
    for (int i = -2; i <= 2; i++) {
        Len at = y + (i + 2) * tread, step_x = mid - (i + 1) * rise;
        measure_line(m, step_x, at, step_x, at + tread);
        if (i % 2 != 0)
            continue;
        measure_faint(m, x + LEN_OF_MM(3), at + tread / 2, mid + LEN_OF_MM(9),
                      at + tread / 2);
        measure_figure(m, x, at + tread / 2, MEASURE_TEXT, i == 0,
                       measure_number(m->arena, i / 2));
    }
    display_line(m->arena, &m->items, DISPLAY_NO_TAG, mid, y - LEN_OF_MM(2),
                 mid, y + 5 * tread + LEN_OF_MM(2), MEASURE_LINE, LEN_OF_PT(2),
                 0);
    Len note = mid + LEN_OF_MM(12), at = y + tread * 3 / 2;
    measure_arrow(m, note, at, mid + LEN_OF_MM(1), at);
    measure_figure(m, note + LEN_OF_MM(6), at, MEASURE_TEXT, true,
                   "\xE2\x88\x92"
                   "0.5");
    c->y = y + 5 * tread + LEN_OF_MM(4);
}

static void first_column(Measure *m, const char *paper, MeasureColumn c) {
    measure_words(m, &c, MEASURE_TITLE, true, WORD_CALIBRATE);
    c.y += LEN_OF_MM(1);
    measure_typed(m, &c, paper);
    c.y += LEN_OF_MM(1);
    measure_words(m, &c, MEASURE_TEXT, false, WORD_CALIBRATE_PRINT);
    c.y += LEN_OF_MM(5);
    measure_step(m, &c, "1", WORD_CALIBRATE_FOLD);
    MeasureColumn pictures = measure_indent(m, &c);
    fold_picture(m, pictures.x + (m->rtl ? LEN_OF_MM(18) : 0),
                 c.y + LEN_OF_MM(1), true);
    fold_picture(m, pictures.x + (m->rtl ? 0 : LEN_OF_MM(18)),
                 c.y + LEN_OF_MM(1), false);
}

static void second_column(Measure *m, MeasureColumn c) {
    measure_step(m, &c, "2", WORD_CALIBRATE_STAIRS);
    c = measure_indent(m, &c);
    c.y += LEN_OF_MM(1);
    measure_blanks(m, &c, "AB");
    measure_blanks(m, &c, "CD");
    example(m, &c);
}

static void third_column(Measure *m, MeasureColumn c) {
    measure_step(m, &c, "3", WORD_CALIBRATE_BARS);
    MeasureColumn pens = measure_indent(m, &c);
    measure_blanks(m, &pens, "EF");
    c.y = pens.y + LEN_OF_MM(2);
    measure_step(m, &c, "4", WORD_CALIBRATE_EDGES);
    pens = measure_indent(m, &c);
    measure_blanks(m, &pens, "GH");
    measure_blanks(m, &pens, "JK");
}

static void fourth_column(Measure *m, MeasureColumn c) {
    Len gap = LEN_OF_MM(3), w = (c.w - 2 * gap) / 3, row = LEN_OF_MM(21.5);
    measure_step(m, &c, "5", WORD_CALIBRATE_FEED);
    c.y += LEN_OF_MM(1);
    for (int feed = 1; feed <= PRINTER_FEEDS; feed++)
        measure_feed(m, feed, c.x + printer_feed_side(feed) * (w + gap),
                     c.y + (printer_feed_long(feed) ? row : 0), w);
    c.y += 2 * row - LEN_OF_MM(1);
    c = measure_indent(m, &c);
    measure_blanks(m, &c, "L ");
}

static void command(Measure *m, MeasureColumn c) {
    measure_step(m, &c, "6", WORD_CALIBRATE_TYPE);
    c = measure_indent(m, &c);
    c.y -= LEN_OF_MM(1);
    measure_typed(m, &c, "envoi calibrate --save NAME --fold A,B,C,D");
    measure_typed(m, &c, "--bars E,F --border G,H,J,K --feed L");
}

static void back_words(Measure *m, MeasureColumn c) {
    measure_words(m, &c, MEASURE_TITLE, true, WORD_CALIBRATE_BACK);
    c.y += LEN_OF_MM(3);
    measure_step(m, &c, "7", WORD_CALIBRATE_BACK_STAIRS);
    c = measure_indent(m, &c);
    c.y += LEN_OF_MM(1);
    measure_blanks(m, &c, "AB");
    measure_blanks(m, &c, "CD");
    measure_typed(m, &c, "--back A,B,C,D");
}

/* The four quarters in the order in which they are read. */
static void place_columns(const Measure *m, MeasureColumn out[4]) {
    Len mx = m->w / 2, my = m->h / 2, right = mx + STAIR_ROOM + LEN_OF_MM(2);
    Len left_w = mx - STAIR_ROOM - NAME_ROOM - LEFT_EDGE;
    Len right_w = m->w - RIGHT_EDGE - right;
    for (int i = 0; i < 4; i++) {
        bool at_right = (i % 2 == 1) != m->rtl;
        out[i] = (MeasureColumn){
            .x = at_right ? right : LEFT_EDGE,
            .y = i < 2 ? LEN_OF_MM(29) : my + LEN_OF_MM(15),
            .w = at_right ? right_w : left_w,
            .end = i < 2 ? my - LEN_OF_MM(15) : m->h - BAR_Y - LEN_OF_MM(6)};
    }
}

static void front(Measure *m, const char *paper, const MeasureColumn c[4]) {
    first_column(m, paper, c[0]);
    second_column(m, c[1]);
    third_column(m, c[2]);
    fourth_column(m, c[3]);
    command(m, (MeasureColumn){m->w / 2 - LEN_OF_MM(8),
                               m->h - BAR_Y + LEN_OF_MM(4),
                               m->w / 2 - LEN_OF_MM(10), m->h - LEN_OF_MM(7)});
    combs(m);
    bar(m, true, "F");
    bar(m, false, "E");
}

bool calibration_sheet(Arena *a, Fontset *fs, const CalibrationSheet *sheet,
                       DisplayTags *tags, Diag *diag, DisplayPage *out) {
    Measure m;
    MeasureColumn columns[4];
    measure_begin(&m, a, fs, sheet->words, tags, diag, sheet->w, sheet->h);
    place_columns(&m, columns);
    if (sheet->back)
        back_words(&m, columns[0]);
    else
        front(&m, sheet->paper, columns);
    stairs(&m);
    *out = (DisplayPage){
        .w = m.w, .h = m.h, .items = m.items, .front = !sheet->back};
    return m.ok;
}
