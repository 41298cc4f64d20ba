#include "unit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/len.h"
#include "base/source.h"
#include "base/utf8.h"

static void check_mm(Len l, int digits, const char *want) {
    Buf b = {0};
    len_put_mm(&b, l, digits);
    CHECK_STR(b.s, want);
    buf_free(&b);
}

static void millimetres(void) {
    check_mm(0, 2, "0");
    check_mm(LEN_OF_MM(12.5), 2, "12.5");
    check_mm(LEN_OF_MM(-1.06), 2, "-1.06");
    check_mm(LEN_OF_MM(33.8667), 4, "33.8667");
    check_mm(LEN_OF_MM(33.8667), 2, "33.87");
    check_mm(LEN_OF_MM(33.8667), 0, "34");
    check_mm(LEN_MAX, 4, "11559.8222");
    /* Every hundredth that can be typed comes back. */
    for (int i = -30000; i <= 30000; i += 7) {
        Buf b = {0}, want = {0};
        len_put_mm(&b, LEN_OF_MM(i / 100.0), 2);
        buf_fixed(&want, i, 2);
        CHECK_STR(b.s, want.s);
        buf_free(&b);
        buf_free(&want);
    }
}

static void lengths(void) {
    Len l = 0;
    CHECK(len_parse("25.4", 4, "mm", &l));
    CHECK_INT(l, 72 * LEN_PT);
    CHECK(len_parse("1 in", 4, "mm", &l));
    CHECK_INT(l, 72 * LEN_PT);
    CHECK(len_parse(" -10pt ", 7, "mm", &l));
    CHECK_INT(l, -10 * LEN_PT);
    l = 7;
    CHECK(!len_parse("ten", 3, "mm", &l));
    CHECK(!len_parse("1e3", 3, "mm", &l));
    CHECK(!len_parse("99999999 mm", 11, "mm", &l));
    CHECK(!len_parse("", 0, "mm", &l));
    CHECK_INT(l, 7);
    CHECK_INT(len_muldiv(LEN_MAX, 1000, 1000), LEN_MAX);
    CHECK_INT(len_muldiv(-5, 1, 2), -3);
    CHECK_INT(len_muldiv(5, 1, 2), 3);
}

static void numbers(void) {
    Buf b = {0};
    buf_fixed(&b, -12340, 3);
    buf_putc(&b, ' ');
    buf_fixed(&b, 5, 3);
    buf_putc(&b, ' ');
    buf_fixed(&b, 70000, 4);
    buf_putc(&b, ' ');
    buf_fixed(&b, 0, 2);
    CHECK_STR(b.s, "-12.34 0.005 7 0");
    buf_free(&b);
}

static void decoding(void) {
    static const char good[] = "a\xC3\xA9\xE6\x96\xB0\xF0\xAB\xA0\x9D";
    size_t at = 0;
    CHECK_INT(utf8_next(good, 10, &at), 'a');
    CHECK_INT(utf8_next(good, 10, &at), 0xE9);
    CHECK_INT(utf8_next(good, 10, &at), 0x65B0);
    CHECK_INT(utf8_next(good, 10, &at), 0x2B81D);
    CHECK_INT(at, 10);
    /* Overlong, surrogate, too large, cut: none is a character. */
    static const char *const bad[] = {"\xC0\x80", "\xED\xA0\x80",
                                      "\xF4\x90\x80\x80", "\xE6\x96"};
    for (size_t i = 0; i < 4; i++) {
        at = 0;
        CHECK(utf8_next(bad[i], strlen(bad[i]), &at) == UTF8_BAD);
        CHECK(at > 0);
    }
}

static char *printed(const Diag *d, char *out, size_t room) {
    FILE *f = fmemopen(out, room, "w");
    diag_print(d, f, false);
    fclose(f);
    return out;
}

static void places(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Source *src =
        source_from(a, "x.yaml",
                    "\xEF\xBB\xBFname: \"\\u65b0 \xE7\x96\x86x\"\n"
                    "b: 1\n",
                    27);
    size_t line, col;
    source_place(src, 3, &line, &col);
    CHECK_INT(line, 1);
    CHECK_INT(col, 1);
    /* The value of the quoted scalar, whose raw form has an escape. */
    Text t = {"\xE6\x96\xB0 \xE7\x96\x86x", 8, {src, 9, 13}};
    Span s = text_span(t, 7, 1);
    CHECK_INT(src->bytes[s.off], 'x');
    s = text_span(t, 4, 3);
    CHECK_INT(s.n, 3);
    CHECK((unsigned char)src->bytes[s.off] == 0xE7);
    diag_at(d, DIAG_ERROR, s, "no font has it");
    diag_at(d, DIAG_ERROR, s, "no font has it");
    diag_at(d, DIAG_WARNING, (Span){src, 3, 4}, "first");
    char out[512] = "";
    CHECK_STR(printed(d, out, sizeof out),
              "x.yaml:1:1: warning: first\n"
              "    1 | name: \"\\u65b0 \xE7\x96\x86x\"\n"
              "      | ^~~~\n"
              "x.yaml:1:15: error: no font has it\n"
              "    1 | name: \"\\u65b0 \xE7\x96\x86x\"\n");
    CHECK_INT(diag_exit_status(d), 1);
    CHECK_INT(diag_count(d, DIAG_ERROR), 1);
    diag_free(d);
    arena_free(a);
}

static void controls(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Source *src = source_from(a, "y", "a\x01\n\xE2\x80\xAE\xFF\xFE\n", 9);
    CHECK(!source_check(src, d));
    char out[512] = "";
    printed(d, out, sizeof out);
    CHECK(strstr(out, "y:1:2: error: U+0001 is a control character"));
    CHECK(strstr(out, "y:2:1: error: U+202E is a bidi override"));
    CHECK(strstr(out, "y:2:2: error: byte 0xFF is not UTF-8"));
    CHECK_INT(diag_count(d, DIAG_ERROR), 3);
    diag_free(d);
    arena_free(a);
}

/* A message outlives the job whose file it speaks of. */
static void dead_source(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Source *src = source_from(a, "gone.csv", "a,b\n1,2\n", 8);
    diag_at(d, DIAG_ERROR, (Span){src, 4, 1}, "is %s", "wrong");
    arena_free(a);
    char out[256] = "";
    CHECK_STR(printed(d, out, sizeof out), "gone.csv:2:1: error: is wrong\n"
                                           "    2 | 1,2\n"
                                           "      | ^\n");
    for (int i = 0; i < 1000; i++)
        diag_file(d, DIAG_WARNING, "gone.csv", "number %d", i);
    CHECK_INT(diag_count(d, DIAG_WARNING), 1001);
    diag_free(d);
}

/* Many of one kind do not hide the one of another, and nothing of the same is
 * counted twice. */
static void many_messages(void) {
    Diag *d = diag_new();
    for (int i = 0; i < 300; i++)
        diag_file(d, DIAG_WARNING, "x.csv", "number %d", i);
    for (int i = 0; i < 300; i++)
        diag_file(d, DIAG_ERROR, "x.csv", "wrong %d", i % 3);
    diag_file(d, DIAG_SYSTEM, "x.pdf", "disk full");
    CHECK_INT(diag_count(d, DIAG_WARNING), 304);
    CHECK_INT(diag_count(d, DIAG_ERROR), 4);
    CHECK_INT(diag_exit_status(d), 3);
    static char out[16384];
    printed(d, out, sizeof out);
    CHECK(strstr(out, "x.csv: warning: number 199\n"));
    CHECK(!strstr(out, "number 200"));
    CHECK(strstr(out, "x.csv: error: wrong 2\n"));
    CHECK(strstr(out, "x.pdf: error: disk full\n"
                      "envoi: note: 100 more messages like these\n"));
    diag_free(d);
}

/* What one step mends is said once, with a place if there is one. */
static void cures(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Source *src = source_from(a, "x.csv", "abc\n", 4);
    diag_cure(d, DIAG_ERROR, (Span){0}, "install it", "no font has x");
    diag_cure(d, DIAG_ERROR, (Span){src, 1, 1}, "install it", "no font has b");
    diag_cure(d, DIAG_ERROR, (Span){src, 2, 1}, "install it", "no font has c");
    diag_cure(d, DIAG_ERROR, (Span){src, 2, 1}, NULL, "no font has c");
    CHECK_INT(diag_count(d, DIAG_ERROR), 2);
    char out[256] = "";
    CHECK_STR(printed(d, out, sizeof out), "x.csv:1:2: error: no font has b\n"
                                           "    1 | abc\n"
                                           "      |  ^\n"
                                           "x.csv:1:3: error: no font has c\n"
                                           "    1 | abc\n"
                                           "      |   ^\n");
    diag_free(d);
    arena_free(a);
}

static void near_words(void) {
    static const char *const words[] = {"address", "name", "postcode"};
    CHECK_STR(diag_did_you_mean("adress", 6, words, 3), "address");
    CHECK_STR(diag_did_you_mean("postcdoe", 8, words, 3), "postcode");
    CHECK(!diag_did_you_mean("colour", 6, words, 3));
}

static void arenas(void) {
    Arena *a = arena_new();
    for (size_t i = 1; i < 3000; i += 7) {
        unsigned char *p = arena_alloc(a, i * 20);
        CHECK(p[0] == 0 && p[i * 20 - 1] == 0);
        memset(p, 0xAA, i * 20);
    }
    arena_reset(a);
    VEC(int) v = {0};
    for (int i = 0; i < 1000; i++)
        vec_push(a, &v, i);
    CHECK_INT(v.n, 1000);
    CHECK_INT(v.v[999], 999);
    arena_free(a);
}

typedef struct Taken {
    DiagTaker taker;
    size_t n, last;
} Taken;

static void take(DiagTaker *self, Span record, Span where, const char *cure,
                 const char *text) {
    Taken *t = (Taken *)self;
    t->n++;
    t->last = record.off;
    CHECK(where.off == 7 && strcmp(text, "wrong") == 0 && !cure);
}

/* What is about a record goes to the taker, counted until it is gone. */
static void taken(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Source *src = source_from(a, "list", "one\ntwo\nthree\n", 14);
    Span at = {src, 7, 1};
    Taken t = {.taker = {take}};
    diag_divert(d, &t.taker);
    diag_at(d, DIAG_ERROR, at, "wrong");
    CHECK_INT(t.n, 0); /* about nothing: as ever */
    CHECK(diag_about(d, (Span){src, 4, 3}).src == NULL);
    diag_at(d, DIAG_ERROR, at, "wrong");
    diag_at(d, DIAG_WARNING, at, "only odd");
    diag_at(d, DIAG_USAGE, at, "an option");
    CHECK_INT(t.n, 1);
    CHECK_INT(t.last, 4);
    CHECK_INT(diag_taken(d), 1);
    CHECK_INT(diag_count(d, DIAG_ERROR), 3);
    CHECK_INT(diag_about(d, (Span){0}).off, 4);
    diag_divert(d, NULL);
    CHECK_INT(diag_taken(d), 0);
    CHECK_INT(diag_count(d, DIAG_ERROR), 2);
    diag_free(d);
    arena_free(a);
}

int main(void) {
    taken();
    lengths();
    millimetres();
    numbers();
    decoding();
    places();
    controls();
    dead_source();
    many_messages();
    cures();
    near_words();
    arenas();
    return unit_done("base/core");
}
