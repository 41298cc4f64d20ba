/* Where ink falls, and that a face whose ink falls wrongly is refused. */
#include "page/face.h"
#include "page/ink.h"

#include "base/fs.h"
#include "unit.h"

#define MM(x) LEN_OF_MM(x)

static LayoutBox box(double x, double y, double w, double h) {
    return (LayoutBox){.x = MM(x), .y = MM(y), .w = MM(w), .h = MM(h)};
}

static Len depth(const DisplayItems *items, double x, double y, double w,
                 double h) {
    LayoutBox b = box(x, y, w, h);
    return ink_depth(items, &b);
}

static bool near(Len got, double mm) {
    return got > MM(mm) - MM(0.02) && got < MM(mm) + MM(0.02);
}

static void marks(Arena *a) {
    DisplayItems items = {0};
    CHECK_INT(depth(&items, 0, 0, 100, 100), 0);
    display_rect(a, &items, DISPLAY_NO_TAG, MM(10), MM(10), MM(5), MM(2), 0);
    CHECK(near(depth(&items, 14, 0, 50, 50), 1));
    CHECK(near(depth(&items, 0, 0, 100, 100), 2));
    CHECK_INT(depth(&items, 15, 0, 50, 50), 0);
    CHECK_INT(depth(&items, 0, 12, 50, 50), 0);
    items.n = 0;
    /* Half of a line's width is beside it. */
    display_line(a, &items, DISPLAY_NO_TAG, MM(10), MM(20), MM(40), MM(20),
                 MM(0.5), 0, 0);
    CHECK(near(depth(&items, 0, 20, 100, 10), 0.25));
    CHECK_INT(depth(&items, 0, 20.3, 100, 10), 0);
}

static const Para *text(Arena *a, Fontset *fs, Diag *d, const char *s) {
    Para *p = ARENA_NEW(a, Para);
    TextStyle style = {
        .family = FONT_SANS, .size = LEN_OF_PT(72), .lang = "en"};
    ParaOptions opt = {.width = MM(500)};
    UBuilder *b = ubuilder_new(a);
    ubuilder_add(b, text_literal(s), &style, d);
    CHECK(para_layout(a, fs, b, &opt, d, p));
    return p;
}

/* An inch of type: capitals of Noto Sans are 0.714 em high, "p" hangs 0.24 em
 * below the line, a space has no ink. */
static void letters(Arena *a, Fontset *fs, Diag *d) {
    DisplayItems upright = {0}, items = {0};
    const Para *p = text(a, fs, d, "H p");
    Len base = p->lines[0].baseline;
    display_para(a, &upright, DISPLAY_NO_TAG, 0, MM(50) - base, p, 0, p->n);
    CHECK_INT(depth(&upright, 0, 0, 200, 50 - 18.4), 0);
    CHECK(near(depth(&upright, 0, 0, 200, 50 - 18.14 + 1), 1));
    CHECK(near(depth(&upright, 0, 50, 200, 50), 6.1));
    CHECK_INT(depth(&upright, 0, 50, 18, 50), 0); /* H does not hang down */
    /* Turned by quarters the same ink is elsewhere: upside down, p's tail
     * stands above its line, which is 50 mm above the lower edge. */
    display_turned(a, &upright, &items, 2, MM(100), MM(100), 0, 0);
    CHECK(near(depth(&items, 0, 0, 200, 50), 6.1));
    CHECK_INT(depth(&items, 0, 50 + 18.4, 200, 50), 0);
    items.n = 0;
    display_turned(a, &upright, &items, 1, MM(100), MM(100), 0, 0);
    CHECK(near(depth(&items, 0, 0, 50, 200), 6.1));
}

static void proof(Arena *a, Fontset *fs, Diag *d) {
    const Source *src = source_from(a, "e.yaml", "stamp\nclear\n", 12);
    LayoutBox clear = box(0, 95, 220, 15);
    clear.span = (Span){src, 6, 5};
    Layout l = {
        .kind = LAYOUT_ENVELOPE, .name = "e", .w = MM(220), .h = MM(110)};
    l.u.envelope.stamp = box(146, 0, 74, 40);
    l.u.envelope.stamp.span = (Span){src, 0, 5};
    l.u.envelope.clear = &clear;
    l.u.envelope.nclear = 1;
    DisplayItems items = {0};
    const Para *p = text(a, fs, d, "p");
    display_para(a, &items, DISPLAY_NO_TAG, MM(100),
                 MM(90) - p->lines[0].baseline, p, 0, p->n);
    CHECK(!face_prove(&l, &items, "the envelope", d));
    char all[2000] = "";
    FILE *f = fmemopen(all, sizeof all, "w");
    diag_print(d, f, false);
    fclose(f);
    CHECK(strncmp(all, "e.yaml:2:1: error: the envelope reaches 1.", 42) == 0);
    CHECK(strstr(all, "into what machines read") != NULL);
    items.n = 0;
    display_para(a, &items, DISPLAY_NO_TAG, MM(100),
                 MM(85) - p->lines[0].baseline, p, 0, p->n);
    CHECK(face_prove(&l, &items, "the envelope", d));
    display_rect(a, &items, DISPLAY_NO_TAG, MM(146), MM(39), MM(1), MM(5), 0);
    CHECK(!face_prove(&l, &items, "the envelope", d));
}

int main(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Fontset *fs = fontset_new(fs_data_dir(a), false, d);
    marks(a);
    letters(a, fs, d);
    proof(a, fs, d);
    fontset_free(fs);
    diag_free(d);
    arena_free(a);
    return unit_done("ink");
}
