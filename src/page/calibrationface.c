#include "page/calibration.h"

#include "page/icon.h"
#include "page/measure.h"

/* Words begin right of the cross. */
#define FACE_X LEN_OF_MM(18)
#define FEED_WIDTH LEN_OF_MM(16)

static void corner_mark(Measure *m) {
    Len at = CALIBRATION_CORNER, arm = LEN_OF_MM(4);
    measure_line(m, at - arm, at, at + arm, at);
    measure_line(m, at, at - arm, at, at + arm);
}

/* What shows which way is up. Returns the room for words at the left. */
static Len face_marks(Measure *m, bool small) {
    Len edge = LEN_OF_MM(0.5), address = len_muldiv(m->w, 55, 100);
    measure_box(m, edge, edge, m->w - 2 * edge, m->h - 2 * edge);
    measure_box(m, m->w - LEN_OF_MM(30), LEN_OF_MM(8), LEN_OF_MM(22),
                LEN_OF_MM(26));
    icon_draw(m->arena, ICON_PERSON, false, m->w - LEN_OF_MM(26), LEN_OF_MM(14),
              LEN_OF_MM(14), &m->items);
    corner_mark(m);
    for (int i = 0; i < 4 && !small; i++) {
        Len y = m->h / 2 + i * LEN_OF_MM(7);
        measure_faint(m, address, y, m->w - LEN_OF_MM(15), y);
    }
    return (small ? m->w - LEN_OF_MM(10) : address) - FACE_X;
}

/* The ways this face is for: where the paper is the envelope, left, centre and
 * right are alike. Returns their lower end. */
static Len feeds(Measure *m, const CalibrationFace *face, Len x, Len y) {
    int n = face->any_side ? 3 : 1;
    for (int i = 0; i < n; i++)
        measure_feed(m, face->feed + i, x + i * (FEED_WIDTH + LEN_OF_MM(2)), y,
                     FEED_WIDTH);
    return y + MEASURE_FEED_HEIGHT + LEN_OF_MM(2);
}

static void questions(Measure *m, int feed, MeasureColumn *c) {
    measure_words(m, c, MEASURE_TEXT, false, WORD_CALIBRATE_UPRIGHT);
    if (!feed)
        return;
    measure_typed(m, c, arena_printf(m->arena, "--feed %d", feed));
    measure_words(m, c, MEASURE_TEXT, false, WORD_CALIBRATE_UPSIDE_DOWN);
    measure_typed(m, c, arena_printf(m->arena, "--feed %d,turned", feed));
}

bool calibration_face(Arena *a, Fontset *fs, const CalibrationFace *face,
                      DisplayTags *tags, Diag *diag, DisplayPage *out) {
    Measure m;
    measure_begin(&m, a, fs, face->words, tags, diag, face->w, face->h);
    bool small = m.w < LEN_OF_MM(150) || m.h < LEN_OF_MM(95);
    MeasureColumn c = {.x = FACE_X, .y = LEN_OF_MM(8), .end = m.h};
    c.w = face_marks(&m, small);
    if (face->feed)
        c.y = feeds(&m, face, FACE_X, c.y);
    measure_typed(&m, &c, face->name);
    /* Below the stamp, where there is no room beside it. */
    if (small && c.y < LEN_OF_MM(37))
        c.y = LEN_OF_MM(37);
    questions(&m, face->feed, &c);
    c.y += LEN_OF_MM(2);
    measure_words(&m, &c, MEASURE_TEXT, false, WORD_CALIBRATE_CORNER);
    measure_typed(&m, &c, "--corner A,B");
    *out = (DisplayPage){.w = m.w,
                         .h = m.h,
                         .items = m.items,
                         .front = true,
                         .paper = PAPER_ENVELOPE};
    return m.ok;
}
