/* The display list: tags, paragraphs cut by page breaks, the dump. */
#include "page/display.h"

#include "unit.h"

typedef struct Fake {
    Font font;
    UChar text[16];
    UString u;
    Item item;
    Glyph glyphs[4];
    GlyphRun run;
} Fake;

/* "ab" "c" in four glyphs; right to left if asked. */
static void fake_run(Fake *f, bool rtl) {
    static const UChar text[] = {'a', '"', 0xD842, 0xDFB7, '\\', 'z'};
    *f = (Fake){.font = {.name = "Face-Regular"}};
    memcpy(f->text, text, sizeof text);
    f->u = (UString){.s = f->text, .n = 6};
    f->item = (Item){.end = 5, .level = rtl};
    for (uint32_t i = 0; i < 4; i++) {
        static const uint32_t clusters[] = {0, 1, 2, 4};
        f->glyphs[i] = (Glyph){.id = 5 + i,
                               .cluster = clusters[rtl ? 3 - i : i],
                               .advance = LEN_OF_PT(5)};
    }
    f->run = (GlyphRun){.font = &f->font,
                        .em = LEN_OF_PT(10.5),
                        .item = &f->item,
                        .text = &f->u,
                        .end = 5,
                        .glyphs = f->glyphs,
                        .n = 4};
}

static void test_tags(Arena *a) {
    DisplayTags t = {.arena = a};
    char lang[] = "ug";
    uint32_t doc = display_tag(&t, ROLE_DOCUMENT, DISPLAY_NO_TAG, lang);
    lang[0] = 'x';
    uint32_t p = display_tag(&t, ROLE_P, doc, NULL);
    CHECK_INT(doc, 0);
    CHECK_INT(p, 1);
    CHECK_STR(t.tags.v[doc].lang, "ug");
    CHECK_STR(t.tags.v[p].lang, "");
    CHECK_INT(t.tags.v[p].parent, doc);
}

static void test_dump(Arena *a) {
    Fake ltr, rtl;
    fake_run(&ltr, false);
    fake_run(&rtl, true);
    DisplayTags t = {.arena = a};
    uint32_t p = display_tag(&t, ROLE_P, DISPLAY_NO_TAG, "en");
    DisplayForm form = {.w = LEN_OF_PT(10), .h = LEN_OF_PT(20)};
    display_rect(a, &form.items, DISPLAY_NO_TAG, 0, -1, LEN_PT, LEN_PT, 128);
    DisplayPage page = {.w = LEN_OF_MM(210), .h = LEN_OF_MM(297)};
    DisplayItems *to = &page.items;
    display_run(a, to, p, LEN_OF_PT(60), LEN_OF_PT(70.5), &ltr.run, 0, 4);
    display_run(a, to, p, 0, 0, &ltr.run, 2, 2); /* nothing */
    display_run(a, to, p, 0, 0, &ltr.run, 1, 3);
    display_run(a, to, p, 0, 0, &rtl.run, 0, 2);
    display_line(a, to, DISPLAY_NO_TAG, 0, LEN_OF_PT(-1.5), LEN_PT, 0,
                 LEN_PT / 4, 0, 0);
    display_line(a, to, 7, 0, 0, LEN_PT, 0, LEN_PT, LEN_OF_PT(2), 255);
    display_form(a, to, p, LEN_OF_PT(1), LEN_OF_PT(2), &form);
    Image logo = {.width = 640, .height = 480};
    display_image(a, to, p, 0, 0, LEN_OF_PT(64), LEN_OF_PT(48), &logo);
    page.front = true;
    Buf out = {0};
    display_dump(&t, &page, &out);
    CHECK_STR(out.s,
              "page 595.276 841.890 front\n"
              "P:en 60.000 70.500 glyphs Face-Regular 10.500 \"a\\\"𠮷\\\\\"\n"
              "P:en 0.000 0.000 glyphs Face-Regular 10.500 \"\\\"𠮷\"\n"
              "P:en 0.000 0.000 glyphs Face-Regular 10.500 \"𠮷\\\\\"\n"
              "- 0.000 -1.500 line 1.000 0.000 width 0.250 gray 0\n"
              "#7 0.000 0.000 line 1.000 0.000 width 1.000 dash 2.000 gray "
              "255\n"
              "P:en 1.000 2.000 form 10.000 20.000\n"
              "  - 0.000 0.000 rect 1.000 1.000 gray 128\n"
              "P:en 0.000 0.000 image 64.000 48.000 of 640x480 pixels\n");
    buf_free(&out);
}

/* Three lines, the second part of a paragraph on a new page. */
static void test_para(Arena *a) {
    Fake f;
    fake_run(&f, false);
    LineRun runs[3];
    Line lines[3];
    for (uint32_t i = 0; i < 3; i++) {
        runs[i] = (LineRun){&f.run, i, i + 1, LEN_OF_PT(3)};
        lines[i] = (Line){.runs = &runs[i],
                          .nruns = 1,
                          .x = LEN_OF_PT(7),
                          .ascent = LEN_OF_PT(8),
                          .baseline = LEN_OF_PT(10 + 14 * (int)i)};
    }
    Para p = {.lines = lines, .n = 3};
    DisplayItems whole = {0}, rest = {0};
    display_para(a, &whole, 4, LEN_OF_PT(100), LEN_OF_PT(200), &p, 0, 3);
    CHECK_INT(whole.n, 3);
    CHECK_INT(whole.v[0].x, LEN_OF_PT(110));
    CHECK_INT(whole.v[0].y, LEN_OF_PT(210));
    CHECK_INT(whole.v[2].y, LEN_OF_PT(238));
    CHECK_INT(whole.v[2].tag, 4);
    CHECK_INT(whole.v[2].u.glyphs.from, 2);
    display_para(a, &rest, 4, LEN_OF_PT(100), LEN_OF_PT(50), &p, 1, 3);
    CHECK_INT(rest.n, 2);
    CHECK_INT(rest.v[0].y, LEN_OF_PT(60));
    CHECK_INT(rest.v[1].y, LEN_OF_PT(74));
    display_para(a, &rest, 4, 0, 0, &p, 2, 2);
    CHECK_INT(rest.n, 2);
}

/* A sheet of 100 x 40 with a mark of each kind, turned every way. */
static void test_turned(Arena *a) {
    Fake f;
    fake_run(&f, false);
    static const char *const want[] = {
        "- 11.000 25.000 glyphs Face-Regular 10.500 \"a\"\n"
        "- 91.000 5.000 rect 10.000 30.000 colour #FF0010\n"
        "- 1.000 5.000 line 101.000 45.000 width 1.000 gray 0\n",
        "- 21.000 15.000 turn 1 glyphs Face-Regular 10.500 \"a\"\n"
        "- 11.000 95.000 rect 30.000 10.000 colour #FF0010\n"
        "- 41.000 5.000 line 1.000 105.000 width 1.000 gray 0\n",
        "- 91.000 25.000 turn 2 glyphs Face-Regular 10.500 \"a\"\n"
        "- 1.000 15.000 rect 10.000 30.000 colour #FF0010\n"
        "- 101.000 45.000 line 1.000 5.000 width 1.000 gray 0\n",
        "- 21.000 95.000 turn 3 glyphs Face-Regular 10.500 \"a\"\n"
        "- 1.000 5.000 rect 30.000 10.000 colour #FF0010\n"
        "- 1.000 105.000 line 41.000 5.000 width 1.000 gray 0\n"};
    DisplayItems items = {0};
    display_run(a, &items, DISPLAY_NO_TAG, LEN_OF_PT(10), LEN_OF_PT(20), &f.run,
                0, 1);
    DisplayItem rect = {.kind = DISPLAY_RECT,
                        .tag = DISPLAY_NO_TAG,
                        .x = LEN_OF_PT(90),
                        .u.rect = {LEN_OF_PT(10), LEN_OF_PT(30), {255, 0, 16}}};
    vec_push(a, &items, rect);
    display_line(a, &items, DISPLAY_NO_TAG, 0, 0, LEN_OF_PT(100), LEN_OF_PT(40),
                 LEN_PT, 0, 0);
    for (int q = -1; q < 5; q++) {
        DisplayPage page = {.w = LEN_PT, .h = LEN_PT};
        Buf out = {0};
        display_turned(a, &items, &page.items, q, LEN_OF_PT(100), LEN_OF_PT(40),
                       LEN_OF_PT(1), LEN_OF_PT(5));
        display_dump(NULL, &page, &out);
        CHECK_STR(strchr(out.s, '\n') + 1, want[q & 3]);
        buf_free(&out);
    }
    /* Turned in two steps it comes to the same. */
    DisplayItems half = {0}, whole = {0};
    display_turned(a, &items, &half, 1, LEN_OF_PT(100), LEN_OF_PT(40), 0, 0);
    display_turned(a, &half, &whole, 3, LEN_OF_PT(40), LEN_OF_PT(100), 0, 0);
    CHECK(whole.n == items.n &&
          memcmp(whole.v, items.v, items.n * sizeof *items.v) == 0);
}

int main(void) {
    Arena *a = arena_new();
    test_tags(a);
    test_dump(a);
    test_para(a);
    test_turned(a);
    arena_free(a);
    return unit_done("test_page_display");
}
