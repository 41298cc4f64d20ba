#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "input/layoutfile.h"
#include "input/postfile.h"

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

#define HEAD                                                                   \
    "kind: post\ntitle: Test Post\ncountries: [XA]\nsource: s\ngap: 2\n"
#define STAMP "stamp: {right: 0, top: 0, width: 74, height: 40}\n"
#define CLEAR "clear: [{left: 0, right: 0, bottom: 0, height: 15}]\n"
#define ADDRESS                                                                \
    "address: {width: 100, height: 50, right: 15, from: 45, to: 55, down: "    \
    "60, beside: 20, above: 2}\nair: {words: PAR AVION}\n"
#define SENDER "sender: {left: 12, top: 10, width: 70, height: 35}\n"

static const PostZones *post_of(Arena *a, const char *yaml, Diag *d) {
    return postfile_parse(a, source_from(a, "p.yaml", yaml, strlen(yaml)), "p",
                          d);
}

static const Layout *envelope(Arena *a, const char *rest, Diag *d) {
    const char *yaml = arena_printf(a, "kind: envelope\ntitle: t\n%s", rest);
    return layoutfile_parse(a, source_from(a, "e.yaml", yaml, strlen(yaml)),
                            "e", d);
}

/* "105.0 42.0 100.0 51.0", or "-" for none. */
static const char *box(Arena *a, const LayoutBox *b) {
    return b->span.src ? arena_printf(a, "%.1f %.1f %.1f %.1f", len_mm(b->x),
                                      len_mm(b->y), len_mm(b->w), len_mm(b->h))
                       : "-";
}

static void expect_post(const char *yaml, const char *want, int line) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const PostZones *p = post_of(a, yaml, d);
    const char *got = messages(a, d);
    if (strcmp(got, want) != 0)
        printf("line %d:\n", line);
    CHECK_STR(got, want);
    CHECK((p != NULL) == (want[0] == '\0'));
    diag_free(d);
    arena_free(a);
}
#define EXPECT_POST(yaml, want) expect_post(yaml, want, __LINE__)

static void bad_posts(void) {
    EXPECT_POST(HEAD STAMP CLEAR ADDRESS, "");
    EXPECT_POST(HEAD STAMP CLEAR ADDRESS "postage: 3\n",
                "p.yaml:10:1: error: unknown key \"postage\" in the rules of a "
                "post; remove it\n");
    EXPECT_POST(HEAD "stamp: {right: 0, top: 0, width: 74}\n" CLEAR ADDRESS,
                "p.yaml:6:8: error: a zone needs two of top, bottom, height, "
                "and has 1 of them\n");
    EXPECT_POST(
        HEAD "stamp: {right: 0, left: 0, width: 74, top: 0, height: 40}\n" CLEAR
            ADDRESS,
        "p.yaml:6:8: error: a zone needs two of left, right, width, "
        "and has 3 of them\n");
    EXPECT_POST(
        HEAD
        "stamp: {right: -1, top: 0, width: 74, height: 40}\n" CLEAR ADDRESS,
        "p.yaml:6:16: error: \"right\" must not be less than 0\n");
    EXPECT_POST(HEAD STAMP CLEAR
                "address: {width: 20, height: 50, from: 55, to: 45, down: 60}\n"
                "air: {words: PAR AVION}\n",
                "p.yaml:8:10: error: an address of at most 20.0 x 50.0 mm "
                "holds none; it needs 30.0 x 10.0 mm\n"
                "p.yaml:8:10: error: the address begins from 55 to 45 "
                "hundredths of the width; the first must not be larger\n");
    EXPECT_POST("kind: post\ntitle: t\ncountries: [france]\nsource: s\ngap: "
                "2\n" STAMP CLEAR ADDRESS,
                "p.yaml:3:13: error: \"france\" is no country; write its code "
                "of two capital letters, such as FR\n");
    EXPECT_POST("- a\n", "p.yaml:1:1: error: the rules of a post are a list of "
                         "keys; begin with \"kind: post\"\n");
}

/* The boxes of an envelope of w x h mm. */
static void placed(const char *rules, int w, int h, const char *recipient,
                   const char *sender, const char *stamp, int line) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const PostZones *p = post_of(a, rules, d);
    const Layout *l = envelope(
        a, arena_printf(a, "size: {width: %d, height: %d}\n", w, h), d);
    Layout out;
    int before = unit_failed;
    CHECK(p && l && postzones_place(a, p, l, d, &out));
    CHECK_STR(messages(a, d), "");
    CHECK_STR(box(a, &out.u.envelope.recipient), recipient);
    CHECK_STR(box(a, &out.u.envelope.sender), sender);
    CHECK_STR(box(a, &out.u.envelope.stamp), stamp);
    if (unit_failed > before)
        printf("line %d\n", line);
    diag_free(d);
    arena_free(a);
}
#define PLACED(...) placed(__VA_ARGS__, __LINE__)

static void zones_follow_the_size(void) {
    static const char rules[] = HEAD STAMP CLEAR ADDRESS SENDER;
    /* As far right as 15 mm from the edge and 55 % allow, as low as
     * the strip and 60 % allow. */
    PLACED(rules, 220, 110, "105.0 43.0 100.0 50.0", "12.0 10.0 70.0 35.0",
           "146.0 0.0 74.0 40.0");
    PLACED(rules, 162, 114, "72.9 47.0 74.1 50.0", "12.0 10.0 70.0 35.0",
           "88.0 0.0 74.0 40.0");
    PLACED(rules, 324, 229, "178.2 137.4 100.0 50.0", "12.0 10.0 70.0 35.0",
           "250.0 0.0 74.0 40.0");
    /* On a low one the address is not put beside the stamp. */
    PLACED(rules, 225, 90, "110.0 42.0 100.0 31.0", "12.0 10.0 70.0 35.0",
           "151.0 0.0 74.0 40.0");
    /* Low ones have their own stamp. */
    PLACED(HEAD "stamp:\n"
                "  - {right: 0, top: 0, width: 74, height: 20, under: {height: "
                "110}}\n"
                "  - {right: 0, top: 0, width: 74, height: 40}\n" CLEAR ADDRESS,
           220, 109, "105.0 42.0 100.0 50.0", "-", "146.0 0.0 74.0 20.0");
    /* The address stays in what machines read. */
    PLACED(HEAD STAMP CLEAR "read: {left: 12, right: 12, bottom: 20, height: "
                            "30}\n" ADDRESS,
           220, 110, "105.0 60.0 100.0 30.0", "-", "146.0 0.0 74.0 40.0");
}

static void zones_by_size(void) {
    Arena *a = arena_new();
    PostZone z = {
        .when = POST_UP_TO, .when_w = LEN_OF_MM(250), .when_h = LEN_OF_MM(176)};
    CHECK(postzone_applies(&z, LEN_OF_MM(250), LEN_OF_MM(176)));
    CHECK(!postzone_applies(&z, LEN_OF_MM(250.5), LEN_OF_MM(100)));
    z.when = POST_OVER;
    CHECK(!postzone_applies(&z, LEN_OF_MM(250), LEN_OF_MM(176)));
    CHECK(postzone_applies(&z, LEN_OF_MM(100), LEN_OF_MM(177)));
    z.when = POST_UNDER;
    z.when_w = LEN_MAX;
    CHECK(!postzone_applies(&z, LEN_OF_MM(250), LEN_OF_MM(176)));
    CHECK(postzone_applies(&z, LEN_OF_MM(250), LEN_OF_MM(175.9)));
    arena_free(a);
}

static void too_small(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Layout out;
    const PostZones *p = post_of(a, HEAD STAMP CLEAR ADDRESS, d);
    const Layout *l = envelope(a, "size: {width: 150, height: 65}\n", d);
    CHECK(!postzones_place(a, p, l, d, &out));
    CHECK_STR(messages(a, d),
              "e.yaml:3:7: error: the envelope e, 150.0 x 65.0 mm, is too "
              "small for the rules of Test Post: they leave the address 67.5 x "
              "6.0 mm, and it needs at least 30.0 x 10.0 mm; take a larger "
              "envelope\n");
    diag_free(d);
    arena_free(a);
}

/* Warnings, as somebody may know better. */
static void not_gladly(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Layout out;
    const PostZones *p =
        post_of(a,
                HEAD STAMP CLEAR ADDRESS
                "least: {width: 140, height: 90}\nlengthwise: yes\n",
                d);
    const Layout *l = envelope(a, "size: {width: 130, height: 114}\n", d);
    CHECK(postzones_place(a, p, l, d, &out));
    l = envelope(a, "size: {width: 114, height: 162}\n", d);
    CHECK(postzones_place(a, p, l, d, &out));
    l = envelope(a, "size: {width: 140, height: 90}\n", d);
    CHECK(postzones_place(a, p, l, d, &out));
    CHECK_STR(messages(a, d),
              "e.yaml:3:7: warning: the envelope e, 130.0 x 114.0 mm, is "
              "smaller than Test Post takes (140.0 x 90.0 mm)\n"
              "e.yaml:3:7: warning: the envelope e stands upright, and Test "
              "Post wants the address along its longer side; lay it that way "
              "(no --portrait)\n");
    diag_free(d);
    arena_free(a);
}

/* A layout's own boxes stand; what of the post they run into is left out. */
static void own_boxes(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    Layout out;
    const PostZones *p = post_of(a, HEAD STAMP CLEAR ADDRESS SENDER, d);
    const Layout *l =
        envelope(a,
                 "size: {width: 220, height: 110}\n"
                 "recipient: {left: 60, top: 50, width: 90, height: 50}\n",
                 d);
    CHECK(postzones_place(a, p, l, d, &out));
    CHECK_STR(messages(a, d),
              "e.yaml:4:12: warning: recipient reaches 5.0 mm into what Test "
              "Post wants empty (clear)\n");
    CHECK_STR(box(a, &out.u.envelope.recipient), "60.0 50.0 90.0 50.0");
    CHECK_STR(box(a, &out.u.envelope.stamp), "146.0 0.0 74.0 40.0");
    CHECK_INT(out.u.envelope.nclear, 0);
    /* With a window nothing is placed for the addressee. */
    l = envelope(a,
                 "size: {width: 220, height: 110}\n"
                 "window: {left: 20, top: 45, width: 90, height: 45}\n",
                 d);
    CHECK(postzones_place(a, p, l, d, &out));
    CHECK_STR(box(a, &out.u.envelope.recipient), "-");
    CHECK_STR(box(a, &out.u.envelope.sender), "12.0 10.0 70.0 33.0");
    diag_free(d);
    arena_free(a);
}

/* facts 1.4, "safe default for any country", and the read area of USPS. */
static void our_envelopes(void) {
    static const struct {
        const char *name, *from;
        double bottom, right;
    } envelopes[] = {{"dl", "", 16, 15},
                     {"c5", "", 16, 15},
                     {"c6", "", 16, 15},
                     {"us-10", "US", 15.8, 12.7}};
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (size_t i = 0; i < sizeof envelopes / sizeof *envelopes; i++) {
        const PostZones *p = postfile_find(a, ".", envelopes[i].from, d);
        const Layout *l = layoutfile_load(a, ".", LAYOUT_ENVELOPE,
                                          envelopes[i].name, (Span){0}, d);
        Layout out;
        CHECK(p && l && postzones_place(a, p, l, d, &out));
        const EnvelopeLayout *e = &out.u.envelope;
        CHECK_INT(e->stamp.w, LEN_OF_MM(74));
        CHECK_INT(e->stamp.h, LEN_OF_MM(40));
        CHECK(len_mm(l->w - e->stamp.x - e->stamp.w) < 0.01);
        CHECK(e->recipient.w <= LEN_OF_MM(100) &&
              e->recipient.h <= LEN_OF_MM(55));
        double left = (double)e->recipient.x / l->w;
        CHECK(left >= 0.45 && left <= 0.55);
        double bottom = len_mm(l->h - e->recipient.y - e->recipient.h);
        CHECK(bottom >= (p->nreads ? 15.8 : 20) - 0.01);
        CHECK(e->recipient.y >= e->stamp.y + e->stamp.h);
        CHECK(e->sender.w <= LEN_OF_MM(70) && e->sender.h <= LEN_OF_MM(35));
        /* Bottom and right edges are claimed. */
        CHECK(e->nclear >= 2);
        CHECK(len_mm(l->h - e->clear[0].y) >= envelopes[i].bottom - 0.01);
        CHECK(len_mm(l->w - e->clear[e->nclear - 2].x) >=
              envelopes[i].right - 0.01);
        CHECK(!p->nreads || len_mm(l->h - e->recipient.y) <= 69.9);
    }
    CHECK_STR(messages(a, d), "");
    diag_free(d);
    arena_free(a);
}

/* Every envelope of the tree, from every post of the tree: the address is in
 * no zone that stays empty, and every post has its source. */
static void all_of_the_tree(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Layout *const *layouts;
    const PostZones *const *posts;
    size_t n = layoutfile_list(a, ".", LAYOUT_ENVELOPE, d, &layouts);
    size_t m = postfile_list(a, ".", d, &posts);
    CHECK(n >= 39 && m >= 9);
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < m; k++) {
            Layout out;
            CHECK(postzones_place(a, posts[k], layouts[i], d, &out));
            CHECK(out.u.envelope.stamp.span.src != NULL);
            /* A design has its own places. */
            CHECK(out.u.envelope.post ==
                  (out.u.envelope.design ? NULL : posts[k]));
        }
    for (size_t k = 0; k < m; k++)
        CHECK(posts[k]->source_note.n > 0);
    CHECK_INT(diag_count(d, DIAG_ERROR), 0); /* C7 is too small for a post */
    diag_free(d);
    d = diag_new();
    CHECK_STR(postfile_find(a, ".", "FR", d)->name, "fr");
    CHECK_STR(postfile_find(a, ".", "PE", d)->name, "default");
    CHECK_STR(postfile_find(a, ".", "", d)->name, "default");
    CHECK_STR(messages(a, d), "");
    diag_free(d);
    arena_free(a);
}

int main(void) {
    bad_posts();
    zones_follow_the_size();
    zones_by_size();
    too_small();
    own_boxes();
    not_gladly();
    our_envelopes();
    all_of_the_tree();
    return unit_done("postfile");
}
