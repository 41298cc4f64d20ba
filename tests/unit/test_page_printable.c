/* Pages as a printer wants them: offsets, feeds, scale; what its border cuts.
 * Run with ENVOI_DATA=. for the fonts. */
#include "page/printable.h"

#include <stdlib.h>

#include "base/fs.h"
#include "text/ink.h"
#include "unit.h"

#define MM(x) LEN_OF_MM(x)
/* Rounding of constants and halves. */
#define NEAR(got, mm) CHECK(labs((long)(got)-MM(mm)) <= 2)

/* A page of w x h with one point on it, at (x, y). */
static DisplayPage point(Arena *a, double w, double h, double x, double y) {
    DisplayPage page = {.w = MM(w), .h = MM(h)};
    display_line(a, &page.items, DISPLAY_NO_TAG, MM(x), MM(y), MM(x), MM(y), 0,
                 0, 0);
    return page;
}

static void sheets(Arena *a, Diag *d) {
    Printer p = {.offset = {.right = MM(0.8), .down = MM(-0.5), .given = true},
                 .scale = {.across = PRINTER_TRUE, .down = PRINTER_TRUE}};
    DisplayPage page = point(a, 210, 297, 100, 50), out;
    CHECK(printable_place(a, &p, &page, false, d, &out));
    CHECK_INT(out.w, MM(210));
    CHECK_INT(out.stretch_across, 0);
    NEAR(out.items.v[0].x, 99.2);
    NEAR(out.items.v[0].y, 50.5);
    /* The back is like the front until it has been measured. */
    CHECK(printable_place(a, &p, &page, true, d, &out));
    NEAR(out.items.v[0].x, 99.2);
    p.back = (PrinterOffset){.right = MM(-2), .down = 0, .given = true};
    CHECK(printable_place(a, &p, &page, true, d, &out));
    NEAR(out.items.v[0].x, 102);
    NEAR(out.items.v[0].y, 50);
    /* Landscape becomes portrait, clockwise; a label of a roll does not. */
    page = point(a, 297, 210, 50, 10);
    CHECK(printable_place(a, &p, &page, false, d, &out));
    CHECK_INT(out.w, MM(210));
    CHECK_INT(out.h, MM(297));
    NEAR(out.items.v[0].x, 200 - 0.8);
    NEAR(out.items.v[0].y, 50 + 0.5);
    page.paper = PAPER_ROLL;
    CHECK(printable_place(a, &p, &page, false, d, &out));
    CHECK_INT(out.w, MM(297));
    NEAR(out.items.v[0].x, 50 - 0.8);
    p.scale = (PrinterScale){.across = 980000, .down = 1002000};
    p.compensate = true;
    CHECK(printable_place(a, &p, &page, false, d, &out));
    CHECK_INT(out.stretch_across, 1020408);
    CHECK_INT(out.stretch_down, 998004);
}

/* The corner of the stamp, top right of an envelope as one reads it. */
static void envelopes(Arena *a, Diag *d) {
    static const struct {
        double w, h; /* envelope */
        PrinterEnvelope e;
        double page_w, page_h, x, y;
    } tries[] = {
        {220, 110, {.feed = 0}, 220, 110, 220, 0},
        {220, 110, {.feed = 2}, 110, 220, 110, 220},
        {220, 110, {.feed = 2, .turned = true}, 110, 220, 0, 0},
        {220, 110, {.feed = 5}, 220, 110, 220, 0},
        {220, 110, {.feed = 5, .turned = true}, 220, 110, 0, 110},
        {220, 110, {.feed = 1, .paper = PRINTER_PAPER_A4}, 210, 297, 110, 220},
        {220, 110, {.feed = 2, .paper = PRINTER_PAPER_A4}, 210, 297, 160, 220},
        {220, 110, {.feed = 3, .paper = PRINTER_PAPER_A4}, 210, 297, 210, 220},
        {162, 114, {.feed = 4, .paper = PRINTER_PAPER_A4}, 210, 297, 162, 0},
        {162, 114, {.feed = 5, .paper = PRINTER_PAPER_A4}, 210, 297, 186, 0},
        {162, 114, {.feed = 6, .paper = PRINTER_PAPER_A4}, 210, 297, 210, 0},
        {114, 162, {.feed = 2}, 114, 162, 114, 0},
        {114, 162, {.feed = 5}, 162, 114, 162, 114},
        {162,
         114,
         {.feed = 3, .paper = PRINTER_PAPER_LETTER},
         215.9,
         279.4,
         215.9,
         162},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        Printer p = {.envelope = tries[i].e};
        DisplayPage out, page = point(a, tries[i].w, tries[i].h, tries[i].w, 0);
        page.paper = PAPER_ENVELOPE;
        CHECK(printable_place(a, &p, &page, false, d, &out));
        NEAR(out.w, tries[i].page_w);
        NEAR(out.h, tries[i].page_h);
        NEAR(out.items.v[0].x, tries[i].x);
        NEAR(out.items.v[0].y, tries[i].y);
    }
    /* The printer's offset is that of the page, the envelope's that of the
     * envelope as one reads it. */
    Printer p = {.offset = {.right = MM(1), .down = MM(2), .given = true},
                 .envelope = {.feed = 2}};
    DisplayPage page = point(a, 220, 110, 100, 30), out;
    page.paper = PAPER_ENVELOPE;
    CHECK(printable_place(a, &p, &page, false, d, &out));
    NEAR(out.items.v[0].x, 80 - 1);
    NEAR(out.items.v[0].y, 100 - 2);
    p.envelope.feed = 0; /* who knows how it goes in */
    CHECK(printable_place(a, &p, &page, false, d, &out));
    NEAR(out.items.v[0].x, 100);
    NEAR(out.items.v[0].y, 30);
    p.envelope.feed = 2;
    p.envelope.offset =
        (PrinterOffset){.right = MM(3), .down = MM(4), .given = true};
    CHECK(printable_place(a, &p, &page, false, d, &out));
    NEAR(out.items.v[0].x, 110 - (30 - 4));
    NEAR(out.items.v[0].y, 100 - 3);
}

static const char *told(Arena *a, const Printable *p) {
    char all[4096] = "";
    Diag *d = diag_new();
    printable_tell(p, d);
    FILE *f = fmemopen(all, sizeof all, "w");
    diag_print(d, f, false);
    fclose(f);
    diag_free(d);
    return arena_strdup(a, all);
}

static void too_large(Arena *a) {
    char all[1024] = "";
    Diag *d = diag_new();
    Printer p = {.name = "office",
                 .envelope = {.feed = 5, .paper = PRINTER_PAPER_A4}};
    DisplayPage page = point(a, 220, 110, 0, 0), out;
    page.paper = PAPER_ENVELOPE;
    CHECK(!printable_place(a, &p, &page, false, d, &out));
    FILE *f = fmemopen(all, sizeof all, "w");
    diag_print(d, f, false);
    fclose(f);
    CHECK_STR(all,
              "envoi: error: an envelope of 220 x 110 mm does not go into the "
              "printer \"office\" as paper a4, long edge first; take a feed "
              "with the short edge first, or \"paper: envelope\"\n");
    diag_free(d);
}

static void set(Arena *a, Fontset *fs, const char *text, Para *out) {
    Diag *d = diag_new();
    TextStyle style = {
        .family = FONT_SANS, .size = LEN_OF_PT(20), .lang = "en"};
    UBuilder *b = ubuilder_new(a);
    ubuilder_add(b, text_literal(text), &style, d);
    ParaOptions opt = {.width = MM(150)};
    CHECK(para_layout(a, fs, b, &opt, d, out));
    diag_free(d);
}

/* "H" is straight at its sides and stands on the baseline: its ink is known to
 * the hundredth. Turned or in a form, the same letter gives the same answer. */
static void borders(Arena *a, Fontset *fs) {
    Printer p = {.name = "office",
                 .scale = {.across = PRINTER_TRUE, .down = PRINTER_TRUE},
                 .border = {MM(4), MM(5), MM(6), MM(12), true, {0}}};
    Printer wide = p;
    wide.border = (PrinterBorder){MM(12), MM(13), MM(14), MM(15), true, {0}};
    Para h;
    set(a, fs, "H", &h);
    const GlyphRun *run = h.lines[0].runs[0].run;
    Ink ink;
    CHECK(ink_of_run(run, 0, run->n, &ink));
    CHECK_INT(ink.bottom, 0);
    CHECK(ink.left > 0 && ink.right < run->width && ink.top < -MM(4));
    for (int turn = 0; turn < 4; turn++)
        for (int in_form = 0; in_form < 2; in_form++) {
            Printable all = {.printer = &wide};
            DisplayPage page = {.w = MM(210), .h = MM(297)};
            DisplayItems upright = {0};
            DisplayForm form = {.w = MM(50), .h = MM(50)};
            DisplayItems *to = in_form ? &form.items : &upright;
            Len at = in_form ? -MM(7) : 0;
            /* Its foot 11.5 mm above what is the lower edge before turning. */
            display_run(a, to, DISPLAY_NO_TAG, at + MM(100), at + MM(285.5),
                        run, 0, run->n);
            if (in_form)
                display_form(a, &upright, DISPLAY_NO_TAG, MM(7), MM(7), &form);
            display_turned(a, &upright, &page.items, turn, page.w, page.h, 0,
                           0);
            if (turn % 2) {
                page.w = MM(297);
                page.h = MM(210);
            }
            printable_see(&all, &page, 3);
            static const double reach[SIDES] = {0.5, 1.5, 2.5, 3.5};
            static const int sides[4] = {SIDE_BOTTOM, SIDE_LEFT, SIDE_TOP,
                                         SIDE_RIGHT};
            for (int side = 0; side < SIDES; side++)
                NEAR(all.marks[side].over,
                     side == sides[turn] ? reach[side] : 0);
        }
    /* All four sides of one letter, the worst of two kept. */
    Printable all = {.printer = &p};
    DisplayPage page = {.w = MM(210), .h = MM(297)};
    display_run(a, &page.items, DISPLAY_NO_TAG, MM(3) - ink.left, MM(100), run,
                0, run->n);
    display_run(a, &page.items, DISPLAY_NO_TAG, MM(1) - ink.left, MM(120), run,
                0, run->n);
    display_line(a, &page.items, DISPLAY_NO_TAG, 0, MM(50), MM(205), MM(50), 0,
                 0, 0);
    display_rect(a, &page.items, DISPLAY_NO_TAG, 0, 0, MM(210), MM(297), 255);
    printable_see(&all, &page, 1);
    CHECK_STR(
        told(a, &all),
        "envoi: error: \"H\" on page 1 reaches 3.0 mm into the 4.0 mm at the "
        "left of the page that the printer \"office\" leaves blank, the worst "
        "of 2 that do; take a layout with a wider margin there, or another "
        "printer\n"
        "envoi: warning: lines on page 1 reach 4.0 mm into the 4.0 mm at the "
        "left of the page that the printer \"office\" leaves blank, and will "
        "be cut off there\n"
        "envoi: warning: lines on page 1 reach 1.0 mm into the 6.0 mm at the "
        "right of the page that the printer \"office\" leaves blank, and will "
        "be cut off there\n");
    /* What helps printing may be cut. */
    all = (Printable){.printer = &p};
    for (size_t i = 0; i < page.items.n; i++)
        page.items.v[i].aid = true;
    printable_see(&all, &page, 1);
    CHECK_INT(all.marks[SIDE_LEFT].n, 0);
    CHECK_INT(all.lines[SIDE_LEFT].n, 3);
}

/* An envelope in landscape: the printer turns it, one way or the other. */
static void envelope_border(Arena *a) {
    Printer p = {.border = {MM(4), MM(5), MM(6), MM(12), true, {0}}};
    DisplayPage page = point(a, 220, 110, 10, 5.5);
    page.paper = PAPER_ENVELOPE;
    Printable all = {.printer = &p};
    printable_see(&all, &page, 1);
    NEAR(all.lines[SIDE_LEFT].over, 2);
    NEAR(all.lines[SIDE_TOP].over, 0.5);
    p.envelope.border = (PrinterBorder){MM(9), MM(7), 0, 0, true, {0}};
    all = (Printable){.printer = &p};
    printable_see(&all, &page, 1);
    NEAR(all.lines[SIDE_LEFT].over, 0);
    NEAR(all.lines[SIDE_TOP].over, 1.5);
    page = point(a, 110, 220, 3, 110);
    page.paper = PAPER_ENVELOPE;
    p.envelope.border.given = false;
    all = (Printable){.printer = &p};
    printable_see(&all, &page, 1);
    NEAR(all.lines[SIDE_LEFT].over, 1);
}

static void scales(Arena *a) {
    Printer p = {
        .name = "office", .scale = {997000, 1003000, true, {0}}, .skew = 300};
    Printable all = {.printer = &p};
    CHECK_STR(told(a, &all), "");
    p.scale.across = 970000;
    p.skew = -420;
    CHECK_STR(told(a, &all),
              "envoi: warning: this printer makes pages 97.0 % wide and 100.3 "
              "% high, up to 4.5 mm off at the edges of a sheet; switch off "
              "\"fit to page\" in the print dialog and measure again, or write "
              "\"compensate: yes\"\n"
              "envoi: warning: this printer turns pages anticlockwise by 0.42 "
              "mm on 100 mm, which nothing but straight paper can mend; push "
              "the guides of the tray against the paper and measure again\n");
    p.compensate = true;
    p.skew = 0;
    CHECK_STR(told(a, &all), "");
    /* A stretched page reaches further. */
    DisplayPage page = point(a, 210, 297, 5, 148.5);
    page.stretch_across = 1020000;
    page.stretch_down = 1000000;
    p.border = (PrinterBorder){MM(4), MM(4), MM(4), MM(4), true, {0}};
    printable_see(&all, &page, 1);
    NEAR(all.lines[SIDE_LEFT].over, 1);
    NEAR(all.lines[SIDE_RIGHT].over, 0);
}

int main(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Fontset *fs = fontset_new(fs_data_dir(a), false, d);
    sheets(a, d);
    envelopes(a, d);
    too_large(a);
    if (fs)
        borders(a, fs);
    else
        unit_failed++;
    envelope_border(a);
    scales(a);
    CHECK_INT(diag_count(d, DIAG_WARNING), 0);
    fontset_free(fs);
    diag_free(d);
    arena_free(a);
    return unit_done("test_page_printable");
}
