/* A sheet folded on paper, and what then lies where. */
#include "page/foldpage.h"

#include "unit.h"

#define MM(x) LEN_OF_MM(x)

static const EnvelopeFold a4 = {
    .paper_w = MM(210), .paper_h = MM(297), .first = MM(96), .second = MM(197)};

typedef struct Point {
    Len x, y;
} Point;

/* Folding. The sheet lies with its written side up, (u, v) from its upper left
 * corner; its back was printed turned over like a page of a book, so that
 * u = width - x and v = y. The middle panel stays where it is. */

/* On the lower panel, folded up about `second`, or on the upper one, folded
 * down about `first`: from above, where both show their backs. */
static Point from_above(const EnvelopeFold *f, Point back) {
    Len v = back.y > f->second ? 2 * f->second - back.y : 2 * f->first - back.y;
    return (Point){f->paper_w - back.x, v};
}

/* On the middle panel, whose back is seen from below: turned over left to
 * right, with the first fold still at the top. */
static Point from_below(const EnvelopeFold *f, Point back) {
    (void)f;
    return back;
}

static void box_of(const DisplayItem *d, Point *least, Point *most) {
    *least = *most = (Point){d->x, d->y};
    if (d->kind == DISPLAY_RECT) {
        most->x += d->u.rect.w;
        most->y += d->u.rect.h;
    } else {
        *most = (Point){d->u.line.x2, d->u.line.y2};
    }
}

static bool near(Len got, Len want) {
    return got > want - MM(0.3) && got < want + MM(0.3);
}

/* A mark 10 mm right of and 20 mm below the upper left corner of the face, and
 * one 30 mm right and 8 mm below that of the back. */
static void both_sides_stand_upright(Arena *a) {
    DisplayItems face = {0}, back = {0}, sheet = {0};
    display_rect(a, &face, 1, MM(10), MM(20), MM(5), MM(2), 0);
    display_rect(a, &back, 2, MM(30), MM(8), MM(5), MM(2), 0);
    foldpage_draw(a, &a4, &face, &back, &sheet);
    size_t seen = 0;
    for (size_t i = 0; i < sheet.n; i++) {
        const DisplayItem *d = &sheet.v[i];
        Point least, most;
        box_of(d, &least, &most);
        if (d->kind != DISPLAY_RECT || d->aid)
            continue;
        seen++;
        Point p = d->tag == 1 ? from_below(&a4, least) : from_above(&a4, least);
        Point q = d->tag == 1 ? from_below(&a4, most) : from_above(&a4, most);
        Len left = p.x < q.x ? p.x : q.x, top = p.y < q.y ? p.y : q.y;
        CHECK(near(left, MM(d->tag == 1 ? 10 : 30)));
        CHECK(near(top - a4.first, MM(d->tag == 1 ? 20 : 8)));
        /* The upper panel covers all but a strip above the second fold. */
        CHECK(d->tag == 1 || (top >= a4.first && top < 2 * a4.first));
    }
    CHECK_INT(seen, 2);
}

/* A run of text turns with the back: upright again when it is folded. */
static void text_on_the_back(Arena *a) {
    DisplayItems face = {0}, back = {0}, sheet = {0};
    GlyphRun run = {.n = 0};
    display_run(a, &back, 3, MM(30), MM(8), &run, 0, 0);
    display_run(a, &face, 4, MM(30), MM(8), &run, 0, 0);
    foldpage_draw(a, &a4, &face, &back, &sheet);
    for (size_t i = 0; i < sheet.n; i++)
        if (sheet.v[i].kind == DISPLAY_GLYPHS)
            CHECK_INT(sheet.v[i].turn, sheet.v[i].tag == 3 ? 2 : 0);
}

/* The face bears nothing but itself: folds and tape are beside it. The marks of
 * a piece of tape on the upper panel go on at its edge on the strip of the
 * lower panel that is in sight. */
static void marks(Arena *a) {
    DisplayItems none = {0}, sheet = {0};
    Len edge = 2 * a4.first; /* where the sheet's upper edge comes to lie */
    Len sides[3][2];
    size_t on_upper = 0, on_lower = 0, folds = 0;
    foldpage_draw(a, &a4, &none, &none, &sheet);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < sheet.n; i++) {
            const DisplayItem *d = &sheet.v[i];
            Point least, most;
            box_of(d, &least, &most);
            CHECK(d->tag == DISPLAY_NO_TAG);
            if (d->aid)
                continue;
            CHECK(most.y < a4.first || least.y > a4.second);
            if (least.x != most.x) {
                folds += pass == 0 &&
                         (near(least.y, a4.first) || near(least.y, a4.second));
                continue;
            }
            Point p = from_above(&a4, least), q = from_above(&a4, most);
            if (least.y < a4.first && pass == 0) {
                /* Toward the edge, as far as a printer reaches. */
                CHECK(near(p.y, edge - MM(5)) && q.y < p.y);
                sides[on_upper / 2 % 3][on_upper % 2] = p.x;
                on_upper++;
            } else if (least.y > a4.second && pass == 1) {
                CHECK(near(q.y, edge) && near(p.y, a4.second));
                CHECK_INT(p.x, sides[on_lower / 2 % 3][on_lower % 2]);
                on_lower++;
            }
        }
    }
    CHECK_INT(on_upper, 6);
    CHECK_INT(on_lower, 6);
    CHECK_INT(folds, 6);
}

/* The pictures are on the lower panel alone, where the upper one covers them,
 * and where any printer reaches; a panel too low for them has none. */
static void pictures(Arena *a) {
    DisplayItems none = {0}, sheet = {0}, low = {0};
    size_t lines = 0, dots = 0;
    foldpage_draw(a, &a4, &none, &none, &sheet);
    for (size_t i = 0; i < sheet.n; i++) {
        const DisplayItem *d = &sheet.v[i];
        Point p, q;
        if (!d->aid)
            continue;
        box_of(d, &p, &q);
        Len top = p.y < q.y ? p.y : q.y, end = p.y < q.y ? q.y : p.y;
        CHECK(from_above(&a4, (Point){0, top}).y < 2 * a4.first);
        CHECK(end < a4.paper_h - MM(15) && p.x > MM(15) && q.x > MM(15));
        CHECK(p.x < a4.paper_w - MM(15) && q.x < a4.paper_w - MM(15));
        lines += d->kind == DISPLAY_LINE;
        dots += d->kind == DISPLAY_RECT;
    }
    CHECK(lines > 30);
    CHECK_INT(dots, 1 + 2 + 3);
    EnvelopeFold f = {.paper_w = MM(210),
                      .paper_h = MM(240),
                      .first = MM(96),
                      .second = MM(197)};
    foldpage_draw(a, &f, &none, &none, &low);
    for (size_t i = 0; i < low.n; i++)
        CHECK(!low.v[i].aid);
}

int main(void) {
    Arena *a = arena_new();
    both_sides_stand_upright(a);
    text_on_the_back(a);
    marks(a);
    pictures(a);
    arena_free(a);
    return unit_done("foldpage");
}
