#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/fs.h"
#include "input/layoutfile.h"

#include <strings.h>

/* Run with ENVOI_DATA=. so that layouts/ is the one of the tree. */

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

#define LABELS_HEAD "kind: labels\ntitle: t\nsource: s\n"
#define LABELS_REST                                                            \
    "paper: a4\ncolumns: 3\nrows: 8\n"                                         \
    "label: {width: 64, height: 33.86}\n"                                      \
    "first: {left: 6.46, top: 13.06}\n"                                        \
    "pitch: {across: 66.54, down: 33.86}\n"

static void units(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    static const char yaml[] =
        LABELS_HEAD "paper: {width: 8.5 in, height: 27.94cm}\n"
                    "columns: 2\nrows: 5\n"
                    "label: {width: 4in, height: 144pt, round: 0.125 in}\n"
                    "first: {left: 3.96, top: 12.7 mm}\n"
                    "pitch: {across: 106.36, down: 2in}\ncut: yes\n";
    const Source *src = source_from(a, "my.yaml", yaml, sizeof yaml - 1);
    const Layout *l = layoutfile_parse(a, src, "my.yaml", d);
    CHECK_STR(messages(a, d), "");
    CHECK(l != NULL);
    if (l) {
        CHECK_INT(l->w, LEN_OF_PT(612));
        CHECK_INT(l->h, LEN_OF_PT(792));
        CHECK_INT(l->u.labels.label_w, LEN_OF_PT(288));
        CHECK_INT(l->u.labels.label_h, LEN_OF_PT(144));
        CHECK_INT(l->u.labels.round, LEN_OF_PT(9));
        CHECK_INT(l->u.labels.grids[0].top, LEN_OF_PT(36));
        CHECK(l->u.labels.cut);
    }
    diag_free(d);
    arena_free(a);
}

static void faults(void) {
    EXPECT(LABELS_HEAD LABELS_REST, "");
    EXPECT(LABELS_HEAD LABELS_REST "colums: 3\n",
           "my.yaml:10:1: error: unknown key \"colums\" in a label layout; did "
           "you mean \"columns\"?\n");
    EXPECT("kind: labels\n" LABELS_REST,
           "my.yaml:1:1: error: \"title\" is missing; add it\n");
    EXPECT("kind: labels\ntitle: t\n" LABELS_REST, "");
    EXPECT("title: t\n", "my.yaml:1:1: error: \"kind\" is missing; add it\n");
    EXPECT("", "my.yaml:1:1: error: \"kind\" is missing; add it\n");
    EXPECT("kind: lables\n", "my.yaml:1:7: error: \"kind\" is \"lables\"; it "
                             "must be one of labels, envelope, letter\n");
    EXPECT("- kind\n",
           "my.yaml:1:1: error: a layout is a list of keys; begin with \"kind: "
           "labels\", \"kind: envelope\" or \"kind: letter\"\n");
    EXPECT(LABELS_HEAD "paper: a9\ncolumns: 0\nrows: x\n"
                       "label: {width: 64mm, height: tall, radius: 1}\n"
                       "first: [1, 2]\n"
                       "pitch: {across: 66.54, down: -1}\n",
           "my.yaml:4:8: error: \"paper\" is \"a9\"; it must be one of a3, a4, "
           "a5, a6, b4, b5, letter, legal, tabloid, half-letter, jis-b4, "
           "jis-b5, the same with \" landscape\", or {width: ..., height: "
           "...}\n"
           "my.yaml:5:10: error: \"columns\" is \"0\"; it must be a whole "
           "number from 1 to 100\n"
           "my.yaml:6:7: error: \"rows\" is \"x\"; it must be a whole number "
           "from 1 to 100\n"
           "my.yaml:7:30: error: \"height\" is \"tall\", not a length; write "
           "millimetres such as 12.5, or a unit: mm, cm, in, pt\n"
           "my.yaml:7:36: error: unknown key \"radius\" in label; remove it\n"
           "my.yaml:8:8: error: \"first\" must be a map such as {left: ..., "
           "top: ...}\n"
           "my.yaml:9:30: error: \"down\" must be more than 0 mm\n");
    EXPECT(LABELS_HEAD "paper: {width: 9000, height: 100}\ncolumns: 1\n"
                       "rows: 1\nlabel: {width: 64, height: 30}\n"
                       "first: {left: 0, top: 0}\n"
                       "pitch: {across: 64, down: 30}\n",
           "my.yaml:4:16: error: \"width\" is 9000 mm; the most is 2000 mm\n");
}

#define SHAPE_HEAD LABELS_HEAD "paper: a4\ncolumns: 3\nrows: 4\n"
#define SHAPE_REST                                                             \
    "first: {left: 10, top: 20}\npitch: {across: 63.3, down: 65}\n"

static void shapes(void) {
    EXPECT(SHAPE_HEAD SHAPE_REST
           "label: {width: 60, height: 40}\nshape: ellipse\n",
           "");
    EXPECT(SHAPE_HEAD SHAPE_REST
           "label: {width: 60, height: 60, hole: 15}\nshape: ring\n",
           "");
    EXPECT(SHAPE_HEAD SHAPE_REST
           "label: {width: 60, height: 60, hole: 61}\nshape: ring\n",
           "my.yaml:9:8: error: a hole of 61.0 mm does not fit a label of 60.0 "
           "x 60.0 mm\n");
    EXPECT(
        SHAPE_HEAD SHAPE_REST
        "label: {width: 60, height: 60, hole: 48}\nshape: ring\n",
        "my.yaml:9:8: error: a label of 60.0 x 60.0 mm has no room for text, "
        "which keeps 3.0 mm from each edge and from the hole\n");
    EXPECT(SHAPE_HEAD SHAPE_REST
           "label: {width: 60, height: 60}\nshape: ring\n",
           "my.yaml:9:8: error: a ring needs \"hole\", its diameter; add it\n");
    EXPECT(SHAPE_HEAD SHAPE_REST
           "label: {width: 60, height: 60, hole: 10, round: 2}\nshape: ring\n",
           "my.yaml:9:8: error: only rectangles have corners; leave out "
           "\"round\" or the shape\n");
    EXPECT(SHAPE_HEAD SHAPE_REST "label: {width: 60, height: 60, hole: 10}\n",
           "my.yaml:9:8: error: only a ring has a hole; write \"shape: ring\" "
           "or leave out \"hole\"\n");
    EXPECT(SHAPE_HEAD SHAPE_REST
           "label: {width: 60, height: 6}\nshape: ellipse\n",
           "my.yaml:9:8: error: a label of 60.0 x 6.0 mm has no room for text, "
           "which keeps 3.0 mm from each edge\n");
    EXPECT(SHAPE_HEAD SHAPE_REST
           "label: {width: 60, height: 60}\nshape: oval\n",
           "my.yaml:10:8: error: \"shape\" is \"oval\"; it must be one of "
           "rectangle, ellipse, ring\n");
}

/* Round labels in offset rows: the boxes around them overlap, they do not. */
#define OFFSET                                                                 \
    LABELS_HEAD                                                                \
    "paper: a4\nlabel: {width: 40, height: 40}\n"                              \
    "grids:\n"                                                                 \
    "  - columns: 4\n    rows: 3\n    first: {left: 10, top: 20}\n"            \
    "    pitch: {across: 42, down: 73}\n"                                      \
    "  - columns: 3\n    rows: 3\n    first: {left: 31, top: %s}\n"            \
    "    pitch: {across: 42, down: 73}\n"

static const char *with_top(char *out, size_t room, const char *top,
                            const char *more) {
    static const char all[] = OFFSET;
    const char *hole = strstr(all, "%s");
    snprintf(out, room, "%.*s%s%s%s", (int)(hole - all), all, top, hole + 2,
             more);
    return out;
}

static void interleaved(void) {
    char yaml[1000];
    EXPECT(with_top(yaml, sizeof yaml, "56.5", "shape: ellipse\n"), "");
    EXPECT(with_top(yaml, sizeof yaml, "56.5", ""),
           "my.yaml:13:12: error: labels 1 and 5 overlap by 3.5 mm\n");
    EXPECT(with_top(yaml, sizeof yaml, "50", "shape: ellipse\n"),
           "my.yaml:13:12: error: labels 1 and 5 overlap by 3.4 mm\n");
    EXPECT(with_top(yaml, sizeof yaml, "56.5", "shape: ellipse\ncolumns: 3\n"),
           "my.yaml:16:1: error: \"columns\" belongs in each of the \"grids\"; "
           "move it there\n");
    EXPECT(LABELS_HEAD "paper: a4\nlabel: {width: 40, height: 40}\ngrids: 3\n",
           "my.yaml:6:8: error: \"grids\" must be a list of grids, each with "
           "columns, rows, first and pitch\n");
    EXPECT(LABELS_HEAD "paper: a4\nlabel: {width: 40, height: 40}\n"
                       "grids: [{columns: 2, rows: 1, pitch: {down: 1}}, x]\n",
           "my.yaml:6:9: error: \"first\" is missing; add it\n"
           "my.yaml:6:38: error: \"across\" is missing; add it\n"
           "my.yaml:6:50: error: a grid must be a map such as {columns: ..., "
           "rows: ..., first: ..., pitch: ...}\n");
}

static void rolls_and_paper(void) {
    EXPECT(LABELS_HEAD "paper: {width: 62, height: 29}\ncolumns: 1\nrows: 1\n"
                       "label: {width: 62, height: 29}\n"
                       "first: {left: 0, top: 0}\nroll: yes\n",
           "");
    EXPECT(LABELS_HEAD LABELS_REST "roll: yes\n",
           "my.yaml:9:8: error: a roll has one label a page, and here are 24; "
           "leave out \"roll\", or give the paper the size of one label\n");
    EXPECT(LABELS_HEAD "paper: A4  Landscape\ncolumns: 2\nrows: 2\n"
                       "label: {width: 139, height: 99.1}\n"
                       "first: {left: 9.5, top: 4.63}\n"
                       "pitch: {across: 139, down: 101.64}\n",
           "");
}

#define ENVELOPE                                                               \
    "kind: envelope\ntitle: t\nsource: s\nsize: {width: 220, height: 110}\n"   \
    "recipient: {left: 104, top: 42, width: 100, height: 48}\n"                \
    "sender: {left: 12, top: 10, width: 70, height: 30}\n"                     \
    "stamp: {left: 146, top: 0, width: 74, height: 40}\n"

static void envelopes(void) {
    EXPECT(ENVELOPE, "");
    EXPECT("kind: envelope\ntitle: t\nsize: {width: 220, height: 110}\n"
           "recipient: {left: 104, top: 42, width: 100, height: 48}\n",
           "");
    EXPECT(ENVELOPE "clear: []\n", "");
    EXPECT(ENVELOPE "window: {left: 100, top: 40, width: 110, height: 73}\n",
           "my.yaml:8:9: error: window ends 3.0 mm below the envelope\n");
    EXPECT(ENVELOPE "clear:\n  - {left: 0, top: 88, width: 220, height: 22}\n",
           "my.yaml:5:12: error: recipient overlaps a clear zone by 2.0 mm\n");
    EXPECT(ENVELOPE "clear: {left: 0}\n",
           "my.yaml:8:8: error: \"clear\" must be a list such as [{left: ..., "
           "top: ..., ...}]\n");
    EXPECT(ENVELOPE "window: yes\n",
           "my.yaml:8:9: error: \"window\" must be a box: {left: ..., top: "
           "..., width: ..., height: ...}\n");
    EXPECT(ENVELOPE "window: {left: 1, top: 2, width: 3}\n",
           "my.yaml:8:9: error: \"height\" is missing; add it\n");
}

#define LETTER_HEAD                                                            \
    "kind: letter\ntitle: t\nsource: s\npaper: a4\n"                           \
    "margins: {left: 25, right: 20, top: 25, bottom: 25}\n"                    \
    "recipient: {left: 20, top: 45, width: 85, height: 45}\n"

static void letters(void) {
    EXPECT(LETTER_HEAD "body: 98.5\n", "");
    EXPECT(LETTER_HEAD "body: 60\n",
           "my.yaml:7:7: error: body starts 30.0 mm above the end of the "
           "recipient's field\n");
    EXPECT(LETTER_HEAD "body: 98.5\nfolds: [105, 210]\n",
           "my.yaml:1:1: error: \"marks\" is missing; add it\n");
    EXPECT(LETTER_HEAD "body: 98.5\nfolds: 105\n",
           "my.yaml:8:8: error: \"folds\" must be a list such as [105, 210]\n");
    EXPECT(LETTER_HEAD "body: 98.5\ndate: up\n",
           "my.yaml:8:7: error: \"date\" is \"up\"; it must be one of left, "
           "right\n");
    EXPECT(LETTER_HEAD "body: 98.5\nfolds: [300]\n"
                       "marks: {left: 3.5, length: 5}\n",
           "my.yaml:8:8: error: a fold at 300.0 mm is not on a sheet 297.0 mm "
           "high\n");
}

#define WINDOW                                                                 \
    "body: 98.5\nwindow: {left: 20, top: 45, width: 90, height: 45}\n"

static void windows(void) {
    EXPECT(LETTER_HEAD WINDOW "tolerance: {across: 0, down: 0}\n", "");
    EXPECT("kind: letter\ntitle: t\nsource: s\npaper: a4\n"
           "margins: {left: 25, right: 20, top: 25, bottom: 25}\n"
           "body: 30\nstyle: chinese\n",
           "");
    EXPECT(LETTER_HEAD WINDOW "tolerance: 3\n",
           "my.yaml:6:12: error: the recipient's text starts at 20.0 mm, 3.0 "
           "mm left of what the window surely shows\n"
           "my.yaml:6:12: error: the recipient's text starts at 45.0 mm, 3.0 "
           "mm above what the window surely shows\n");
    EXPECT(LETTER_HEAD WINDOW "tolerance: {across: 5}\n",
           "my.yaml:9:12: error: \"down\" is missing; add it\n");
    EXPECT(LETTER_HEAD WINDOW "tolerance: {across: 5, up: 1, down: 0}\n",
           "my.yaml:9:24: error: unknown key \"up\" in tolerance; remove it\n");
    EXPECT(LETTER_HEAD WINDOW "tolerance: wide\n",
           "my.yaml:9:12: error: \"tolerance\" is \"wide\", not a length; "
           "write millimetres such as 12.5, or a unit: mm, cm, in, pt\n");
    EXPECT(LETTER_HEAD "body: 98.5\ntolerance: 2\n",
           "my.yaml:8:12: error: a tolerance needs \"window\"; add it\n");
    EXPECT(LETTER_HEAD WINDOW "envelope: {width: 220, height: 110}\n"
                              "folds: [105, 230]\n"
                              "marks: {left: 3.5, length: 5}\n",
           "my.yaml:10:8: error: the panel from 105.0 to 230.0 mm is 125.0 mm "
           "high and does not go into an envelope 110.0 mm high\n");
    EXPECT(LETTER_HEAD WINDOW "envelope: {width: 200, height: 300}\n",
           "my.yaml:9:11: error: a sheet 210.0 mm wide does not go into an "
           "envelope 200.0 mm wide\n");
    EXPECT(LETTER_HEAD WINDOW "envelope: dl\n",
           "my.yaml:9:11: error: \"envelope\" must be a map such as {width: "
           "..., height: ...}\n");
    EXPECT(LETTER_HEAD "body: 98.5\nstyle: chinnese\n",
           "my.yaml:8:8: error: \"style\" is \"chinnese\"; it must be one of "
           "plain, chinese, official\n");
    EXPECT(LETTER_HEAD "body: 98.5\nreferences: 0\n",
           "my.yaml:8:13: error: \"references\" must be more than 0 mm\n");
    EXPECT(LETTER_HEAD "body: 98.5\nletter-head: {}\n",
           "my.yaml:8:1: error: unknown key \"letter-head\" in a letter "
           "layout; did you mean \"letterhead\"?\n");
}

static const Layout *load(Arena *a, Diag *d, LayoutKind kind,
                          const char *name) {
    return layoutfile_load(a, fs_data_dir(a), kind, name, (Span){0}, d);
}

/* Their sizes; where the post wants what is in test_input_postfile.c. */
static void our_envelopes(void) {
    static const struct {
        const char *name, *ipp;
        double w, h;
    } envelopes[] = {
        {"dl", "iso_dl_110x220mm", 220, 110},
        {"c5", "iso_c5_162x229mm", 229, 162},
        {"c6", "iso_c6_114x162mm", 162, 114},
        {"us-10", "na_number-10_4.125x9.5in", 241.3, 104.775},
        {"choukei 3", "jpn_chou3_120x235mm", 235, 120},
        {"6x9", "na_6x9_6x9in", 228.6, 152.4},
    };
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (size_t i = 0; i < sizeof envelopes / sizeof *envelopes; i++) {
        const Layout *l = load(a, d, LAYOUT_ENVELOPE, envelopes[i].name);
        CHECK(l != NULL);
        if (!l)
            continue;
        CHECK_INT(l->w, LEN_OF_MM(envelopes[i].w));
        CHECK_INT(l->h, LEN_OF_MM(envelopes[i].h));
        CHECK_STR(l->u.envelope.ipp, envelopes[i].ipp);
    }
    /* prc_6 and prc_7 of PWG 5101.1 are other sizes (facts 1.1), and the
     * Japanese B is not the ISO one. */
    const Layout *const *all;
    size_t n = layoutfile_list(a, ".", LAYOUT_ENVELOPE, d, &all);
    for (size_t i = 0; i < n; i++) {
        const char *ipp = all[i]->u.envelope.ipp;
        CHECK(!ipp ||
              (strncmp(ipp, "prc_", 4) != 0 && strncmp(ipp, "jis_", 4) != 0));
    }
    CHECK_STR(messages(a, d), "");
    diag_free(d);
    arena_free(a);
}

/* facts 2.1: field, text edge, folds, body; windows by their sources. */
static void our_letters(void) {
    static const struct {
        const char *name;
        double x, y, w, h, text, from, body;
        double folds[2], punch;
        double win_x, win_y, win_w, win_h, across, down;
    } letters[] = {
        {"din5008-a",
         20,
         27,
         85,
         45,
         25,
         17.7,
         79.4,
         {87, 192},
         148.5,
         20,
         27,
         90,
         45,
         5,
         0},
        {"din5008-b",
         20,
         45,
         85,
         45,
         25,
         17.7,
         98.5,
         {105, 210},
         148.5,
         20,
         45,
         90,
         45,
         5,
         0},
        {"nf-z11001",
         100,
         35,
         100,
         45,
         110,
         10,
         99,
         {99, 198},
         0,
         100,
         35,
         100,
         45,
         5,
         0},
        {"sn-right",
         112,
         45,
         90,
         45,
         112,
         10,
         98.5,
         {105, 210},
         0,
         112,
         45,
         90,
         45,
         0,
         0},
        {"sn-left",
         20,
         35.5,
         100,
         45,
         20,
         10,
         89,
         {105, 210},
         0,
         20,
         35.5,
         100,
         45,
         0,
         0},
        {"uk-dl",
         20,
         45,
         85,
         45,
         25.4,
         17.7,
         98.5,
         {105, 210},
         0,
         20,
         45,
         90,
         45,
         5,
         0},
        {"uk-c5",
         20,
         45,
         85,
         43.5,
         25.4,
         17.7,
         98.5,
         {148.5, 0},
         0,
         20,
         43.5,
         90,
         45,
         5,
         0},
        {"us-letter",
         22.2,
         63.5,
         88.9,
         25.4,
         25.4,
         0,
         95.3,
         {101.6, 203.2},
         0,
         9.525,
         61.9,
         114.3,
         28.575,
         12.7,
         1.6},
        {"us-letter-9",
         17.5,
         55.6,
         114.3,
         28.6,
         25.4,
         3.2,
         87.3,
         {95.3, 187.3},
         0,
         17.5,
         55.6,
         114.3,
         28.6,
         4.8,
         1.6},
        {"japan-chou3",
         22,
         12,
         90,
         40,
         22,
         5,
         69,
         {116, 232},
         0,
         9.5,
         10,
         90,
         45,
         12.5,
         2},
        {"japan-you4",
         22,
         12,
         90,
         40,
         22,
         5,
         69,
         {99, 198},
         0,
         9.5,
         9,
         90,
         45,
         12.5,
         3},
    };
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        const Layout *l = load(a, d, LAYOUT_LETTER, letters[i].name);
        CHECK(l != NULL);
        if (!l)
            continue;
        const LetterLayout *g = &l->u.letter;
        CHECK_INT(g->recipient.x, LEN_OF_MM(letters[i].x));
        CHECK_INT(g->recipient.y, LEN_OF_MM(letters[i].y));
        CHECK_INT(g->recipient.w, LEN_OF_MM(letters[i].w));
        CHECK_INT(g->recipient.h, LEN_OF_MM(letters[i].h));
        CHECK_INT(g->recipient_x, LEN_OF_MM(letters[i].text));
        CHECK_INT(g->recipient_top, LEN_OF_MM(letters[i].from));
        CHECK_INT(g->body, LEN_OF_MM(letters[i].body));
        CHECK_INT(g->nfolds, letters[i].folds[1] > 0 ? 2 : 1);
        for (size_t k = 0; k < g->nfolds; k++)
            CHECK_INT(g->folds[k], LEN_OF_MM(letters[i].folds[k]));
        CHECK_INT(g->punch, LEN_OF_MM(letters[i].punch));
        CHECK_INT(g->mark_x, LEN_OF_MM(3.5));
        CHECK_INT(g->window.x, LEN_OF_MM(letters[i].win_x));
        CHECK_INT(g->window.y, LEN_OF_MM(letters[i].win_y));
        CHECK_INT(g->window.w, LEN_OF_MM(letters[i].win_w));
        CHECK_INT(g->window.h, LEN_OF_MM(letters[i].win_h));
        CHECK_INT(g->tolerance, LEN_OF_MM(letters[i].down));
        CHECK_INT(g->tolerance_across, LEN_OF_MM(letters[i].across));
        CHECK_INT(g->style, LETTER_STYLE_PLAIN);
        CHECK(g->letterhead.span.src && g->sender.span.src);
        /* Seven lines at the least size of an address, 8 pt. */
        LayoutBox text = layout_recipient_text(l);
        CHECK(text.h >= LEN_OF_MM(23.7));
        CHECK(text.w >= LEN_OF_MM(64.99));
    }
    CHECK_STR(messages(a, d), "");
    diag_free(d);
    arena_free(a);
}

/* Arithmetic on the envelopes (facts 2.1): what the window of a no. 10 shows
 * however the sheet, folded at 4 in, lies behind it; and of its address what
 * shows when the sheet is folded in thirds. */
static void always_visible(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Layout *us = load(a, d, LAYOUT_LETTER, "us-letter");
    const Layout *chou = load(a, d, LAYOUT_LETTER, "japan-chou3");
    CHECK(us && chou);
    if (us && chou) {
        LayoutBox seen = layout_window_text(us);
        double slack_x = 241.3 - 215.9, slack_y = (4.125 - 4) * 25.4;
        double left = 7.0 / 8 * 25.4, top = (4.125 - 0.5 - 1.125) * 25.4;
        CHECK(len_mm(seen.x) > left - 0.1 && len_mm(seen.x) < left + 0.1);
        CHECK(len_mm(seen.x + seen.w) > left + 114.3 - slack_x - 0.1);
        CHECK(len_mm(seen.x + seen.w) < left + 114.3 - slack_x + 0.1);
        CHECK(len_mm(seen.y) > top - 0.1 && len_mm(seen.y) < top + 0.1);
        CHECK(len_mm(seen.y + seen.h) > top + 28.575 - slack_y - 0.1);
        CHECK(len_mm(seen.y + seen.h) < top + 28.575 - slack_y + 0.1);
        double thirds = 4.125 * 25.4 - 279.4 / 3;
        LayoutBox lines = layout_recipient_text(us);
        CHECK(len_mm(lines.y) >= top - 0.1);
        CHECK(top + 28.575 - thirds - len_mm(lines.y) > 16.9);
        CHECK(len_mm(lines.h) > 25.3 && len_mm(lines.w) > 85.6);
        /* 22 + 90 from the left of the envelope, less 235 - 210 of play. */
        seen = layout_window_text(chou);
        CHECK(len_mm(seen.x) > 21.99 && len_mm(seen.x + seen.w) < 87.01);
        LayoutBox text = layout_recipient_text(chou);
        CHECK(len_mm(text.x) > 21.99 && len_mm(text.x) < 22.01);
        CHECK_INT(text.y, LEN_OF_MM(12) + LEN_OF_MM(5));
        CHECK(len_mm(text.w) > 64.99 && len_mm(text.w) < 65.01);
    }
    CHECK_STR(messages(a, d), "");
    diag_free(d);
    arena_free(a);
}

/* facts 2.2 */
static void our_chinese_letters(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Layout *zh = load(a, d, LAYOUT_LETTER, "chinese");
    const Layout *gb = load(a, d, LAYOUT_LETTER, "gbt9704");
    CHECK(zh && gb);
    if (zh && gb) {
        CHECK_INT(zh->u.letter.style, LETTER_STYLE_CHINESE);
        CHECK(zh->u.letter.window.span.src == NULL);
        CHECK(layout_recipient_text(zh).span.src == NULL);
        const LetterLayout *g = &gb->u.letter;
        CHECK_INT(g->style, LETTER_STYLE_OFFICIAL);
        CHECK_INT(g->left, LEN_OF_MM(28));
        CHECK_INT(g->top, LEN_OF_MM(37));
        CHECK_INT(g->body, LEN_OF_MM(37));
        CHECK(len_mm(gb->w - g->left - g->right) > 155.99 &&
              len_mm(gb->w - g->left - g->right) < 156.01);
        CHECK(len_mm(gb->h - g->top - g->bottom) > 224.99 &&
              len_mm(gb->h - g->top - g->bottom) < 225.01);
        CHECK(g->recipient.span.src == NULL && g->nfolds == 0);
    }
    CHECK_STR(messages(a, d), "");
    diag_free(d);
    arena_free(a);
}

static void expect_name(LayoutKind kind, const char *name, const char *found,
                        const char *want, int line) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Layout *l = load(a, d, kind, name);
    const char *got = messages(a, d);
    if (strcmp(got, want) != 0 || !l != !found)
        printf("line %d: %s\n", line, name);
    CHECK_STR(got, want);
    CHECK_STR(l ? l->name : "(none)", found ? found : "(none)");
    diag_free(d);
    arena_free(a);
}
#define NAME(kind, name, found, want)                                          \
    expect_name(kind, name, found, want, __LINE__)

static void names(void) {
    NAME(LAYOUT_LABELS, "avery-l7159", "avery-l7159", "");
    NAME(LAYOUT_LABELS, "L7159", "avery-l7159", "");
    NAME(LAYOUT_LABELS, "J8160", "avery-l7160", "");
    NAME(LAYOUT_LABELS, "l7263", "avery-l7163", "");
    NAME(LAYOUT_LABELS, "8160", "avery-5160", "");
    NAME(LAYOUT_LABELS, "3490", "zweckform-3475", "");
    NAME(LAYOUT_LABELS, "Avery-5163", "avery-5163", "");
    NAME(LAYOUT_ENVELOPE, "#10", "us-10", "");
    NAME(LAYOUT_LETTER, "DIN", "din5008-b", "");
    NAME(LAYOUT_LABELS, "avery-l7195", NULL,
         "envoi: error: no label layout is called \"avery-l7195\"; did you "
         "mean \"avery-l7159\"?\n");
    NAME(LAYOUT_LABELS, "dl", NULL,
         "envoi: error: \"dl\" is an envelope, and a sheet of labels is "
         "wanted here; `envoi layouts --list labels` lists them\n");
    NAME(LAYOUT_ENVELOPE, "butterfly", NULL,
         "envoi: error: no envelope layout is called \"butterfly\"; `envoi "
         "layouts` lists them, a file of your own must end in .yaml\n");
    NAME(LAYOUT_ENVELOPE, "", NULL,
         "envoi: error: no envelope layout is called \"\"; `envoi layouts` "
         "lists them, a file of your own must end in .yaml\n");
    NAME(LAYOUT_ENVELOPE, "./layouts/envelopes/c6.yaml",
         "./layouts/envelopes/c6.yaml", "");
    NAME(LAYOUT_LABELS, "./layouts/envelopes/c6.yaml", NULL,
         "./layouts/envelopes/c6.yaml:1:7: error: this is a layout for "
         "envelopes, and one for labels is wanted here; name another one "
         "(`envoi layouts` lists them)\n");
    NAME(LAYOUT_LABELS, "none.yaml", NULL,
         "none.yaml: error: there is no such file\n");
}

/* What a user's own layout may leave out, ours have. */
static void ours_are_complete(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (int k = LAYOUT_LABELS; k <= LAYOUT_LETTER; k++) {
        const Layout *const *list;
        size_t n = layoutfile_list(a, fs_data_dir(a), (LayoutKind)k, d, &list);
        CHECK(n >= 2);
        for (size_t i = 0; i < n; i++) {
            CHECK(list[i]->source_note.n > 0);
        }
    }
    diag_free(d);
    arena_free(a);
}

/* A name that stands in a file is a mistake there, not wrong usage. */
static void names_in_files(void) {
    static const struct {
        const char *name, *want;
    } cases[] = {
        {"c6", ""},
        {"c8", "letter.md:1:5: error: no envelope layout is called \"c8\"; did "
               "you mean \"c4\"?\n"},
        {"a4.yaml", "letter.md:1:5: error: a4.yaml: there is no such file\n"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Arena *a = arena_new();
        Diag *d = diag_new();
        char line[32];
        snprintf(line, sizeof line, "on: %s", cases[i].name);
        const Source *src = source_from(a, "letter.md", line, strlen(line));
        Span where = {src, 4, strlen(cases[i].name)};
        const Layout *l = layoutfile_load(a, fs_data_dir(a), LAYOUT_ENVELOPE,
                                          cases[i].name, where, d);
        CHECK((l != NULL) == (cases[i].want[0] == '\0'));
        CHECK_STR(messages(a, d), cases[i].want);
        CHECK_INT(diag_exit_status(d), l ? 0 : 1);
        diag_free(d);
        arena_free(a);
    }
}

static void expect_any(const char *name, const char *found, const char *want,
                       int line) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Layout *l = layoutfile_find(a, fs_data_dir(a), name, d);
    const char *got = messages(a, d);
    if (strcmp(got, want) != 0 || !l != !found)
        printf("line %d: %s\n", line, name);
    CHECK_STR(got, want);
    CHECK_STR(l ? l->name : "(none)", found ? found : "(none)");
    diag_free(d);
    arena_free(a);
}
#define ANY(name, found, want) expect_any(name, found, want, __LINE__)

static void any_kind(void) {
    ANY("avery-l7159", "avery-l7159", "");
    ANY("dl", "dl", "");
    ANY("us-10", "us-10", "");
    ANY("us-letter", "us-letter", "");
    ANY("Japan", "japan-chou3", "");
    ANY("fr", "nf-z11001", "");
    ANY("L7160", "avery-l7160", "");
    ANY("./layouts/envelopes/c6.yaml", "./layouts/envelopes/c6.yaml", "");
    ANY("din5008-c", NULL,
        "envoi: error: no layout is called \"din5008-c\"; did you mean "
        "\"din5008-a\"?\n");
    ANY("butterfly", NULL,
        "envoi: error: no layout is called \"butterfly\"; `envoi layouts` "
        "lists them, a file of your own must end in .yaml\n");
    ANY("", NULL,
        "envoi: error: no layout is called \"\"; `envoi layouts` lists them, "
        "a file of your own must end in .yaml\n");
}

static void lists(void) {
    static const size_t counts[] = {52, 39, 13};
    Arena *a = arena_new();
    Diag *d = diag_new();
    VEC(const char *) all = {0};
    for (size_t k = 0; k < 3; k++) {
        const Layout *const *v;
        size_t n = layoutfile_list(a, fs_data_dir(a), (LayoutKind)k, d, &v);
        CHECK(n >= counts[k]); /* none got lost */
        for (size_t i = 0; i < n; i++) {
            CHECK(i == 0 || strcmp(v[i - 1]->name, v[i]->name) < 0);
            CHECK(v[i]->title.n > 0 && v[i]->source_note.n > 0);
            vec_push(a, &all, v[i]->name);
            for (size_t j = 0; j < v[i]->naliases; j++)
                vec_push(a, &all, v[i]->aliases[j]);
        }
        /* No name leads to two layouts of a kind. */
        for (size_t i = 0; i < all.n; i++)
            for (size_t j = 0; j < i; j++)
                CHECK(strcasecmp(all.v[i], all.v[j]) != 0);
        all.n = 0;
    }
    CHECK_STR(messages(a, d), "");
    const Layout *const *v;
    CHECK_INT(layoutfile_list(a, "/nowhere", LAYOUT_LETTER, d, &v), 0);
    CHECK_STR(
        messages(a, d),
        "/nowhere/layouts/letters: error: cannot open the folder of "
        "layouts: No such file or directory; set ENVOI_DATA to the folder "
        "that holds layouts/\n");
    CHECK_INT(diag_exit_status(d), 3);
    diag_free(d);
    arena_free(a);
}

int main(void) {
    units();
    faults();
    shapes();
    interleaved();
    rolls_and_paper();
    envelopes();
    letters();
    our_envelopes();
    our_letters();
    always_visible();
    our_chinese_letters();
    windows();
    any_kind();
    names();
    names_in_files();
    ours_are_complete();
    lists();
    return unit_done("input_layoutfile");
}
