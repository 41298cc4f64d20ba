#include "unit.h"

#include "base/arena.h"
#include "model/layout.h"

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

static Layout l7159(const Source *src) {
    Layout l = {.kind = LAYOUT_LABELS,
                .name = "avery-l7159",
                .w = LEN_OF_MM(210),
                .h = LEN_OF_MM(297)};
    l.u.labels = (LabelLayout){.columns = 3,
                               .rows = 8,
                               .label_w = LEN_OF_MM(64),
                               .label_h = LEN_OF_MM(33.86),
                               .left = LEN_OF_MM(6.46),
                               .top = LEN_OF_MM(13.06),
                               .across = LEN_OF_MM(66.54),
                               .down = LEN_OF_MM(33.86),
                               .label = at(src, 1),
                               .first = at(src, 2),
                               .pitch = at(src, 3)};
    return l;
}

static Layout zweckform_3474(const Source *src) {
    Layout l = l7159(src);
    l.u.labels.label_w = l.u.labels.across = LEN_OF_MM(70);
    l.u.labels.label_h = l.u.labels.down = LEN_OF_MM(37.1);
    l.u.labels.left = l.u.labels.top = 0;
    return l;
}

static void label_boxes(const Source *src) {
    Layout l = l7159(src);
    CHECK_INT(layout_labels_per_sheet(&l), 24);
    LayoutBox b = layout_label(&l, 0);
    CHECK_INT(b.x, LEN_OF_MM(6.46));
    CHECK_INT(b.y, LEN_OF_MM(13.06));
    /* The fifth label is the middle one of the second row. */
    b = layout_label(&l, 4);
    CHECK_INT(b.x, LEN_OF_MM(6.46) + LEN_OF_MM(66.54));
    CHECK_INT(b.y, LEN_OF_MM(13.06) + LEN_OF_MM(33.86));
    CHECK_INT(b.w, LEN_OF_MM(64));
    b = layout_label_text(&l, 4);
    CHECK_INT(b.x, layout_label(&l, 4).x + LEN_OF_MM(3));
    CHECK_INT(b.w, LEN_OF_MM(64) - 2 * LEN_OF_MM(3));
    CHECK_INT(b.h, LEN_OF_MM(33.86) - 2 * LEN_OF_MM(3));
}

/* Labels that meet the sheet's edge keep 5 mm there and 3 mm elsewhere. */
static void labels_at_the_edge(const Source *src) {
    Layout l = zweckform_3474(src);
    LayoutBox b = layout_label_text(&l, 0);
    CHECK_INT(b.x, LEN_OF_MM(5));
    CHECK_INT(b.y, LEN_OF_MM(5));
    CHECK_INT(b.x + b.w, LEN_OF_MM(70) - LEN_OF_MM(3));
    b = layout_label_text(&l, 23);
    CHECK_INT(b.x + b.w, LEN_OF_MM(210) - LEN_OF_MM(5));
    CHECK_INT(b.y + b.h, LEN_OF_MM(297) - LEN_OF_MM(5));
}

static void expect(Layout l, const char *want, int line) {
    Diag *d = diag_new();
    char out[2048] = "";
    bool ok = layout_check(&l, d);
    printed(d, out, sizeof out);
    CHECK(ok == (want[0] == '\0'));
    /* Only the first line; the quoted source line follows. */
    char *end = strchr(out, '\n');
    if (end)
        *end = '\0';
    if (strcmp(out, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(out, want);
    diag_free(d);
}
#define EXPECT(layout, want) expect(layout, want, __LINE__)

static void label_contradictions(const Source *src) {
    Layout l = l7159(src);
    EXPECT(l, "");
    EXPECT(zweckform_3474(src), "");
    l.u.labels.across = LEN_OF_MM(60);
    EXPECT(l, "x.yaml:1:4: error: labels overlap by 4.0 mm: 64.0 mm wide, one "
              "every 60.0 mm");
    l = l7159(src);
    l.u.labels.across = LEN_OF_MM(63.9); /* within the tolerance */
    EXPECT(l, "");
    l.u.labels.rows = 9;
    EXPECT(l, "x.yaml:1:4: error: row 9 ends 20.8 mm below the sheet");
    l = l7159(src);
    l.u.labels.left = LEN_OF_MM(16);
    EXPECT(l, "x.yaml:1:4: error: column 3 ends 3.1 mm right of the sheet");
    l.u.labels.columns = 1;
    l.u.labels.left = LEN_OF_MM(150);
    EXPECT(l, "x.yaml:1:3: error: column 1 ends 4.0 mm right of the sheet");
    l.u.labels.left = LEN_OF_MM(-1);
    EXPECT(l, "x.yaml:1:3: error: the first column starts 1.0 mm left of the "
              "sheet");
    l = l7159(src);
    l.u.labels.label_h = l.u.labels.down = LEN_OF_MM(6);
    EXPECT(l, "x.yaml:1:2: error: a label of 64.0 x 6.0 mm has no room for "
              "text, which keeps 3.0 mm from each edge");
    l = l7159(src);
    l.u.labels.round = LEN_OF_MM(17);
    EXPECT(l, "x.yaml:1:2: error: corners of 17.0 mm radius do not fit a label "
              "of 64.0 x 33.9 mm");
    l = zweckform_3474(src);
    l.u.labels.label_w = l.u.labels.across = LEN_OF_MM(7);
    EXPECT(l, "x.yaml:1:2: error: label 1 has no room for text, which keeps "
              "5.0 mm from the edge of the sheet");
    /* Far off the sheet, beyond what a Len can hold. */
    l = l7159(src);
    l.u.labels.columns = 100;
    l.u.labels.across = LEN_OF_MM(2000);
    EXPECT(l, "x.yaml:1:4: error: column 100 ends 197860.5 mm right of the "
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
              "recipient's field");
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

int main(void) {
    Arena *a = arena_new();
    const Source *src = source_from(a, "x.yaml", text, sizeof text - 1);
    label_boxes(src);
    labels_at_the_edge(src);
    label_contradictions(src);
    envelope_contradictions(src);
    letter_contradictions(src);
    arena_free(a);
    return unit_done("model_layout");
}
