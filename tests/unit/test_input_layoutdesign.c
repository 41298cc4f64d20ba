/* Envelopes of a country's own design: the boxes of their postcodes, and what
 * is wrong with a design. ENVOI_DATA=. so that layouts/ is the one of the tree.
 */
#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "input/layoutfile.h"
#include "model/envelopedesign.h"

#include <stdlib.h>

static const char *messages(Arena *a, const Diag *d) {
    char all[16384] = "";
    Buf out = {0};
    FILE *f = fmemopen(all, sizeof all, "w");
    diag_print(d, f, false);
    fclose(f);
    for (char *line = strtok(all, "\n"); line; line = strtok(NULL, "\n"))
        if (line[0] != ' ')
            buf_printf(&out, "%s\n", line);
    const char *s = arena_strndup(a, out.s ? out.s : "", out.n);
    buf_free(&out);
    return s;
}

#define HEAD                                                                   \
    "kind: envelope\ntitle: t\nsource: s\nsize: {width: 120, height: 235}\n"   \
    "recipient: {left: 80, top: 30, width: 32, height: 150}\n"
#define NAME "  name: {left: 46, top: 40, width: 28, height: 150}\n"
#define BOXES "  postcode:\n    top: 12\n    box: {width: 5.7, height: 8}\n"

static void expect(const char *yaml, const char *want, int line) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Source *src = source_from(a, "my.yaml", yaml, strlen(yaml));
    const Layout *l = layoutfile_parse(a, src, "my.yaml", d);
    const char *got = messages(a, d);
    if (strcmp(got, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(got, want);
    CHECK((l != NULL) == (want[0] == '\0'));
    diag_free(d);
    arena_free(a);
}
#define EXPECT(yaml, want) expect(yaml, want, __LINE__)

static void mistakes(void) {
    EXPECT(HEAD "design: {countries: [JP]}\n", "");
    EXPECT(HEAD "design: 3\n",
           "my.yaml:6:9: error: \"design\" must be a map such as {countries: "
           "[CN], postcode: ...}\n");
    EXPECT(HEAD "design:\n  countries: [Japan]\n  writing: down\n",
           "my.yaml:7:15: error: \"Japan\" is no country; write its code of "
           "two capital letters, such as FR\n"
           "my.yaml:8:12: error: \"writing\" is \"down\"; it must be one of "
           "horizontal, vertical\n");
    EXPECT(HEAD "design:\n  countries: [JP]\n  writing: vertical\n",
           "my.yaml:7:3: error: a vertical envelope needs a \"name\", the "
           "addressee's column\n");
    EXPECT(HEAD "design:\n  countries: [JP]\n" NAME,
           "my.yaml:8:9: error: only a vertical envelope has a column "
           "\"name\"\n");
    EXPECT(HEAD "design:\n  countries: [JP]\n" BOXES
                "    groups: []\n    colour: red\n    lengths: [0]\n",
           "my.yaml:11:13: error: \"groups\" has 0; it must have 1 to 3\n"
           "my.yaml:12:13: error: \"colour\" must be \"#\" and six digits of 0 "
           "to 9 and A to F: red, green, blue, such as \"#FF4D33\"\n"
           "my.yaml:13:15: error: \"lengths\" is \"0\"; it must be a whole "
           "number from 1 to 12\n");
    EXPECT(HEAD "design:\n  countries: [JP]\n" BOXES
                "    groups: [{first: -1, count: 12, pitch: 2 m}, {first: 1, "
                "count: 12, pitch: 1999}]\n",
           "my.yaml:11:13: error: 24 boxes; the most is 12\n"
           "my.yaml:11:22: error: \"first\" is -1 mm; it must be 0 to 500 mm\n"
           "my.yaml:11:44: error: \"pitch\" is \"2 m\", not a length; write "
           "millimetres such as 12.5, or a unit: mm, cm, in, pt\n"
           "my.yaml:11:79: error: \"pitch\" is 1999 mm; it must be 0 to 500 "
           "mm\n");
    EXPECT(HEAD "design:\n  countries: [JP]\n" BOXES
                "    groups: [{first: 60, count: 7, pitch: 5}]\n",
           "my.yaml:9:5: error: box 1 of the postcode overlaps the next by "
           "0.7 mm\n");
    EXPECT(HEAD "design:\n  countries: [JP]\n" BOXES
                "    groups: [{first: 80, count: 7, pitch: 7, line: 0.5}]\n",
           "my.yaml:9:5: error: postcode ends 8.2 mm right of the envelope\n");
    EXPECT(HEAD "design:\n  countries: [JP]\n  postcode:\n    top: 100\n"
                "    box: {width: 5.7, height: 8}\n"
                "    groups: [{first: 64.3, count: 7, pitch: 7}]\n",
           "my.yaml:9:5: error: postcode overlaps the recipient by 8.0 mm\n");
}

static const EnvelopeDesign *design_of(Arena *a, const char *name, Diag *d) {
    const Layout *l =
        layoutfile_load(a, fs_data_dir(a), LAYOUT_ENVELOPE, name, (Span){0}, d);
    CHECK_STR(messages(a, d), "");
    CHECK(l && l->u.envelope.design);
    return l ? l->u.envelope.design : NULL;
}

/* Facts 1.3: the frame is 12.0 from the top and 8.0 from the right edge. */
static void japan(void) {
    static const struct {
        const char *name;
        double width;
    } envelopes[] = {{"jp-chou-3", 120}, {"jp-chou-4", 90}};
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (int i = 0; i < 2; i++) {
        const EnvelopeDesign *g = design_of(a, envelopes[i].name, d);
        if (!g)
            continue;
        const PostcodeBoxes *b = &g->to;
        LayoutBox first = postcode_box(b, 0), third = postcode_box(b, 2);
        LayoutBox fourth = postcode_box(b, 3), last = postcode_box(b, 6);
        CHECK_INT(b->count, 7);
        CHECK(labs((long)last.x + last.w - LEN_OF_MM(envelopes[i].width - 8)) <
              10);
        CHECK_INT(first.y, LEN_OF_MM(12));
        CHECK_INT(third.x - first.x, LEN_OF_MM(7) * 2);
        CHECK_INT(fourth.x - third.x, LEN_OF_MM(7.6));
        CHECK_INT(last.x - fourth.x, LEN_OF_MM(6.8) * 3);
        CHECK_INT(postcode_line(b, 2), LEN_OF_MM(0.5));
        CHECK_INT(postcode_line(b, 3), LEN_OF_MM(0.3));
        CHECK(b->hyphen && g->vertical && design_serves(g, "JP"));
        CHECK(!design_serves(g, "CN"));
        CHECK(postcode_fills(b, 7) && !postcode_fills(b, 6));
    }
    diag_free(d);
    arena_free(a);
}

/* The red boxes alone stand in the 90 x 26 mm of the machines. */
static void china(void) {
    static const char *const names[] = {"cn-b6", "cn-dl", "cn-zl", "cn-c5",
                                        "cn-c4"};
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const EnvelopeDesign *g = design_of(a, names[i], d);
        if (!g)
            continue;
        LayoutBox all = postcode_extent(&g->to);
        CHECK_INT(g->to.count, 6);
        CHECK(all.x >= 0 && all.x + all.w <= LEN_OF_MM(90));
        CHECK(all.y >= 0 && all.y + all.h <= LEN_OF_MM(26));
        CHECK(!g->vertical && g->unverified.n > 0);
        CHECK(!postcode_fills(&g->to, 5));
    }
    diag_free(d);
    arena_free(a);
}

/* Right of the stamp, in any number of digits that Taiwan has. */
static void columns(void) {
    static const char *const names[] = {"vertical-b6", "vertical-dl",
                                        "vertical-zl", "vertical-c5"};
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const EnvelopeDesign *g = design_of(a, names[i], d);
        if (!g)
            continue;
        CHECK(g->vertical && design_serves(g, "TW") && design_serves(g, "CN"));
        CHECK(postcode_fills(&g->to, 3) && postcode_fills(&g->to, 5) &&
              postcode_fills(&g->to, 6) && !postcode_fills(&g->to, 4));
        CHECK_INT(g->from.count, 6);
    }
    diag_free(d);
    arena_free(a);
}

int main(void) {
    mistakes();
    japan();
    china();
    columns();
    return unit_done("test_input_layoutdesign");
}
