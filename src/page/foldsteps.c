#include "page/foldsteps.h"

#define LINE_WIDTH LEN_OF_PT(0.4)
#define FOLD_DASH LEN_OF_PT(1.5)
#define WRITING_GRAY 160
#define STEPS 3
/* How much smaller than the sheet its pictures are, how far apart. */
#define SMALLER 6
#define APART LEN_OF_MM(18)
/* The dots below that count them; above and below the pictures is room. */
#define DOT LEN_OF_MM(1.5)
#define ROOM LEN_OF_MM(4)
#define ARROW LEN_OF_MM(10)
#define HEAD LEN_OF_MM(2)
#define LINES_APART LEN_OF_MM(2)
#define INSET LEN_OF_MM(2)

static void line(Arena *a, Len x, Len y, Len x2, Len y2, Len dash, uint8_t gray,
                 DisplayItems *to) {
    display_line(a, to, DISPLAY_NO_TAG, x, y, x2, y2, LINE_WIDTH, dash, gray);
}

static void outline(Arena *a, Len x, Len y, Len w, Len h, DisplayItems *to) {
    line(a, x, y, x + w, y, 0, 0, to);
    line(a, x, y + h, x + w, y + h, 0, 0, to);
    line(a, x, y, x, y + h, 0, 0, to);
    line(a, x + w, y, x + w, y + h, 0, 0, to);
}

/* The side with the letter. */
static void writing(Arena *a, Len x, Len y, Len w, Len h, DisplayItems *to) {
    for (Len at = y + LINES_APART; at < y + h; at += LINES_APART)
        line(a, x + INSET, at, x + w - INSET, at, 0, WRITING_GRAY, to);
}

/* Up (`sign` -1) or down, across the fold at `y`. */
static void arrow(Arena *a, Len x, Len y, int sign, DisplayItems *to) {
    Len end = y + sign * ARROW;
    line(a, x, y - sign * ARROW / 2, x, end, 0, 0, to);
    line(a, x, end, x - HEAD, end - sign * HEAD, 0, 0, to);
    line(a, x, end, x + HEAD, end - sign * HEAD, 0, 0, to);
}

/* One, two, three. */
static void count(Arena *a, Len middle, Len y, int n, DisplayItems *to) {
    Len x = middle - (2 * n - 1) * DOT / 2;
    for (int i = 0; i < n; i++)
        display_rect(a, to, DISPLAY_NO_TAG, x + 2 * i * DOT, y, DOT, DOT, 0);
}

static void tape(Arena *a, Len x, Len edge, Len w, int pieces,
                 DisplayItems *to) {
    Len wide = w / (2 * pieces + 1), high = LEN_OF_MM(4);
    for (int i = 0; i < pieces; i++)
        outline(a, x + (2 * i + 1) * wide, edge - high, wide, 2 * high, to);
}

void foldsteps_draw(Arena *a, const EnvelopeFold *f, Len from, int tapes,
                    DisplayItems *to) {
    Len w = f->paper_w / SMALLER, h = f->paper_h / SMALLER;
    Len first = f->first / SMALLER, second = f->second / SMALLER;
    Len x = (f->paper_w - STEPS * w - (STEPS - 1) * APART) / 2;
    Len y = from + ROOM, dots = y + h + ROOM;
    if (dots + DOT + ROOM > f->paper_h || x < ROOM)
        return;
    size_t begin = to->n;
    for (int i = 0; i < STEPS; i++)
        count(a, x + i * (w + APART) + w / 2, dots, i + 1, to);
    /* The writing up, the lower panel rises. */
    outline(a, x, y, w, h, to);
    writing(a, x, y, w, second, to);
    line(a, x, y + first, x + w, y + first, FOLD_DASH, 0, to);
    line(a, x, y + second, x + w, y + second, FOLD_DASH, 0, to);
    arrow(a, x + w / 2, y + second, -1, to);
    /* It covers the middle one; the upper panel comes down. */
    x += w + APART;
    outline(a, x, y, w, second, to);
    writing(a, x, y, w, first, to);
    line(a, x, y + first, x + w, y + first, FOLD_DASH, 0, to);
    arrow(a, x + w / 2, y + first, 1, to);
    /* It ends a strip above the second fold: there the tape goes. */
    x += w + APART;
    outline(a, x, y + first, w, second - first, to);
    line(a, x, y + 2 * first, x + w, y + 2 * first, 0, 0, to);
    tape(a, x, y + 2 * first, w, tapes, to);
    display_aid(to, begin);
}
