#include "page/foldpage.h"

#include "page/foldsteps.h"

#define LINE_WIDTH LEN_OF_PT(0.3)
#define LINE_DASH LEN_OF_MM(1)
#define LINE_GRAY 128
/* Fold ticks at both edges, where every printer reaches. */
#define TICK_AT LEN_OF_MM(5)
#define TICK LEN_OF_MM(6)
/* A piece of tape: so wide, and so far onto the upper panel. */
#define TAPES 3
#define TAPE_W LEN_OF_MM(18)
#define TAPE_H LEN_OF_MM(10)
#define TAPE_DASH LEN_OF_PT(2)

/* Just off the face, on the panel beside it: at `y`. */
static void draw_fold(Arena *a, const EnvelopeFold *f, Len y,
                      DisplayItems *to) {
    Len right = f->paper_w - TICK_AT;
    display_line(a, to, DISPLAY_NO_TAG, TICK_AT, y, TICK_AT + TICK, y,
                 LINE_WIDTH, 0, 0);
    display_line(a, to, DISPLAY_NO_TAG, TICK_AT + TICK, y, right - TICK, y,
                 LINE_WIDTH, LINE_DASH, LINE_GRAY);
    display_line(a, to, DISPLAY_NO_TAG, right - TICK, y, right, y, LINE_WIDTH,
                 0, 0);
}

static void draw_side(Arena *a, Len x, Len from, Len to_y, DisplayItems *to) {
    display_line(a, to, DISPLAY_NO_TAG, x, from, x, to_y, LINE_WIDTH, TAPE_DASH,
                 0);
}

/* Of the lower panel, what the upper one leaves in sight. */
static Len strip_of(const EnvelopeFold *f) {
    return f->second - f->first - f->first;
}

/* Where tape goes: its end on the upper panel, and its other end on the strip
 * of the lower panel that stays in sight beside the upper edge. */
static void draw_tape(Arena *a, const EnvelopeFold *f, Len x,
                      DisplayItems *to) {
    Len strip = strip_of(f);
    Len sides[] = {x, x + TAPE_W};
    for (size_t i = 0; i < 2; i++) {
        draw_side(a, sides[i], TICK_AT, TAPE_H, to);
        draw_side(a, sides[i], f->second + LINE_WIDTH * 2, f->second + strip,
                  to);
    }
    display_line(a, to, DISPLAY_NO_TAG, x, TAPE_H, x + TAPE_W, TAPE_H,
                 LINE_WIDTH, TAPE_DASH, 0);
}

void foldpage_draw(Arena *a, const EnvelopeFold *f, const DisplayItems *face,
                   const DisplayItems *back, DisplayItems *to) {
    display_turned(a, face, to, 0, f->paper_w, f->second - f->first, 0,
                   f->first);
    display_turned(a, back, to, 2, f->paper_w, f->first, 0, 0);
    draw_fold(a, f, f->first - LINE_WIDTH, to);
    draw_fold(a, f, f->second + LINE_WIDTH, to);
    for (int i = 0; i < TAPES; i++)
        draw_tape(a, f,
                  len_muldiv(f->paper_w, 2 * i + 1, 2 * TAPES) - TAPE_W / 2,
                  to);
    foldsteps_draw(a, f, f->second + strip_of(f), TAPES, to);
}
