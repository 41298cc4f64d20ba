#include "unit.h"

#include <stdlib.h>
#include <time.h>
#include <unicode/ubidi.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "text/ustring.h"

static const TextStyle style = {FONT_SERIF, false, false, 12 * LEN_PT, "ug"};

static Text text_from(Arena *a, const char *s) {
    const Source *src = source_from(a, "x.yaml", s, strlen(s));
    return text_of_span((Span){src, 0, src->n});
}

static UString built(Arena *a, const char *s, bool rtl, Diag *d) {
    UBuilder *b = ubuilder_new(a);
    UString u;
    ubuilder_add(b, text_from(a, s), &style, d);
    ubuilder_finish(b, rtl, d, &u);
    return u;
}

/* UTF-8 with the isolates made visible: LRI "<", RLI "[", FSI "{", PDI ">". */
static const char *shown(Arena *a, const UString *u) {
    static const char *const signs[] = {"<", "[", "{", ">"};
    const char *s = "";
    for (uint32_t i = 0; i < u->n;) {
        uint32_t from = i;
        uint32_t cp = utf16_next(u->s, u->n, &i);
        s = arena_printf(a, "%s%s", s,
                         cp >= 0x2066 && cp <= 0x2069
                             ? signs[cp - 0x2066]
                             : ustring_utf8(a, u, from, i));
    }
    return s;
}

/* Bidi controls, which a source file had better not hold in clear. */
static const char *chars(Arena *a, uint32_t one, uint32_t two) {
    char s[8];
    size_t n = utf8_put(s, one);
    if (two)
        n += utf8_put(s + n, two);
    return arena_strndup(a, s, n);
}

static const char *messages(Arena *a, const Diag *d) {
    char *out = arena_alloc(a, 65536);
    FILE *f = fmemopen(out, 65536, "w");
    diag_print(d, f, false);
    fclose(f);
    return out;
}

static void cleaning(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    UString u =
        built(a, "a\tb\r\nc\nd\re\xE2\x80\xA9 \xEF\xBB\xBF\xC2\xAD", 0, d);
    CHECK_STR(shown(a, &u), "a b c d e\xE2\x80\xA8 \xEF\xBB\xBF\xC2\xAD");
    CHECK_INT(diag_count(d, DIAG_NOTE), 0);
    const char *wrong =
        arena_printf(a,
                     "a%sb\x01"
                     "c\xFF"
                     "d%se%s%s",
                     chars(a, 0x202E, 0), chars(a, 0x2066, 0),
                     chars(a, 0x2069, 0x2069), chars(a, 0x2068, 0));
    u = built(a, wrong, 0, d);
    CHECK_STR(shown(a, &u), "abcd<e>");
    const char *m = messages(a, d);
    CHECK(strstr(m,
                 "x.yaml:1:2: error: U+202E is a bidi override or embedding; "
                 "remove it\n"));
    CHECK(strstr(m, "x.yaml:1:4: error: U+0001 is a control character; "));
    CHECK(strstr(m, "x.yaml:1:6: error: byte 0xFF is not UTF-8; "));
    CHECK(
        strstr(m, ":11: error: U+2069 is a bidi isolate without its partner"));
    CHECK(
        strstr(m, ":12: error: U+2068 is a bidi isolate without its partner"));
    CHECK_INT(diag_count(d, DIAG_ERROR), 5);
    diag_free(d);
    arena_free(a);
}

static void nesting(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const char *s = "x";
    for (int i = 0; i < LIMIT_NESTING + 1; i++)
        s = arena_printf(a, "%s%s%s", chars(a, 0x2067, 0), s,
                         chars(a, 0x2069, 0));
    UString u = built(a, s, false, d);
    CHECK_STR(shown(a, &u), "[[[[[[[[<x>>>>>>>>>");
    CHECK_INT(diag_count(d, DIAG_ERROR), 2);
    diag_free(d);
    arena_free(a);
}

/* Facts 5.3: NFC joins 064A 0654, and 0675-0678 must not be decomposed. */
static void normalizing(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    UString u =
        built(a, "\xD9\x8A\xD9\x94 e\xCC\x81 \xD9\xB5 \xEF\xBC\xA1", 0, d);
    CHECK_STR(shown(a, &u), "\xD8\xA6 \xC3\xA9 \xD9\xB5 \xEF\xBC\xA1");
    /* The way back: é is e and its accent, what follows has moved. */
    Span s = ustring_span(&u, 2, 3);
    CHECK_INT(s.off, 5);
    CHECK_INT(s.n, 1);
    s = ustring_span(&u, 6, 7);
    CHECK_INT(s.off, 12);
    CHECK_INT(s.n, 3);
    diag_free(d);
    arena_free(a);
}

static void places(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    UBuilder *b = ubuilder_new(a);
    UString u;
    ubuilder_add(b, text_literal("To: "), &style, d);
    ubuilder_add_isolated(b, text_from(a, "x\r\n\xF0\xAB\xA0\x9Dy"), &style, d);
    ubuilder_break(b, &style);
    ubuilder_add(b, text_from(a, "end"), &style, d);
    ubuilder_finish(b, false, d, &u);
    CHECK_STR(shown(a, &u), "To: {x \xF0\xAB\xA0\x9Dy>\xE2\x80\xA8"
                            "end");
    CHECK_INT(u.npieces, 6);
    CHECK(ustring_span(&u, 0, 1).src == NULL);
    CHECK(ustring_span(&u, 4, 5).src == NULL);
    Span s = ustring_span(&u, 7, 9);
    CHECK_INT(s.off, 3);
    CHECK_INT(s.n, 4);
    s = ustring_span(&u, 9, 30); /* ends with its piece */
    CHECK_INT(s.off, 7);
    CHECK_INT(s.n, 1);
    CHECK(ustring_piece(&u, 12) == &u.pieces[5]);
    diag_free(d);
    arena_free(a);
}

static void first_strong(void) {
    static const struct {
        const char *text;
        int strong;
    } rows[] = {{"", -1},
                {"123 (+)", -1},
                {"1 a", 0},
                {"12 \xD8\xA6", 1},
                {"\xE2\x81\xA6"
                 "a\xE2\x81\xA9 \xD8\xA6",
                 1},
                {"\xE6\x96\xB0 \xD8\xA6", 0},
                {"\xE2\x81\xA7\xD8\xA6\xE2\x81\xA9", -1}};
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        UBuilder *b = ubuilder_new(a);
        ubuilder_add(b, text_literal(rows[i].text), &style, d);
        CHECK_INT(ubuilder_first_strong(b), rows[i].strong);
    }
    diag_free(d);
    arena_free(a);
}

/* What is set apart in right-to-left paragraphs (facts 5.4). */
static void isolating(void) {
    static const char *const rows[][2] = {
        /* phone numbers, dates */
        {"تېلېفون: +86 991 123-4567", "تېلېفون: <+86 991 123-4567>"},
        {"تېلېفون: (0991) 123-4567، فاكس", "تېلېفون: <(0991) 123-4567>، فاكس"},
        {"+8613812345678 نومۇر", "<+8613812345678> نومۇر"},
        {"+86 991 123-4567 نى", "<+86 991 123-4567> نى"},
        {"چېسلا 2021-06-26", "چېسلا <2021-06-26>"},
        {"چېسلا 26.06.2021.", "چېسلا <26.06.2021>."},
        /* single numbers, and numbers of a word */
        {"2021-يىلى 26-ئىيۇن", "2021-يىلى 26-ئىيۇن"},
        {"2021 26-ئىيۇن، شەنبە", "2021 26-ئىيۇن، شەنبە"},
        {"2016-2021-يىللار", "2016-2021-يىللار"},
        {"4ـ ئاينىڭ 28ـ كۈنى", "4ـ ئاينىڭ 28ـ كۈنى"},
        {"سائەت 10:30 دا 3.5 ياكى 830041", "سائەت 10:30 دا 3.5 ياكى 830041"},
        {"خەت 12, 13, 14 باب", "خەت 12, 13, 14 باب"},
        {"سانى -5 گىرادۇس", "سانى <-5> گىرادۇس"},
        /* e-mail, URL, codes */
        {"eio@amnesty.org، 1-قەۋەت", "<eio@amnesty.org>، 1-قەۋەت"},
        {"تور https://example.org/a?b=1&c=2/ ، بەت",
         "تور <https://example.org/a?b=1&c=2/> ، بەت"},
        {"پوچتا SW1A 2AA لوندون", "پوچتا <SW1A 2AA> لوندون"},
        {"B5-چوڭلۇق", "<B5>-چوڭلۇق"},
        /* Latin words with their marks */
        {"خەت Amnesty International، لوندون",
         "خەت <Amnesty International>، لوندون"},
        {"ئادرېس: 12 Rue Cler, 75007 Paris.",
         "ئادرېس: <12 Rue Cler, 75007 Paris>."},
        {"شەھەر Urumqi (Xinjiang)، دۆلەت", "شەھەر <Urumqi (Xinjiang)>، دۆلەت"},
        {"شەھەر (Urumqi) دا", "شەھەر (<Urumqi>) دا"},
        {"ئۇ “Hi” said دېدى", "ئۇ <“Hi” said> دېدى"},
        {"Paris 3 ئادەم", "<Paris> 3 ئادەم"},
        {"COVID-19 ۋىرۇسى", "<COVID-19> ۋىرۇسى"},
        {"ئۈرۈمچى 乌鲁木齐 شەھىرى", "ئۈرۈمچى <乌鲁木齐> شەھىرى"},
        /* isolates: left-to-right ones join, right-to-left ones are searched */
        {"س ⁨Ana Ruiz⁩ خەت", "س {Ana Ruiz> خەت"},
        {"س Mr ⁨Ana Ruiz⁩ خەت", "س <Mr {Ana Ruiz>> خەت"},
        {"س ⁨2021⁩-يىلى", "س {2021>-يىلى"},
        {"س ⁨تېل +86 991 12⁩ س", "س {تېل <+86 991 12>> س"},
        {"א 050-123-4567 ב", "א <050-123-4567> ב"},
        {"ئۇيغۇر", "ئۇيغۇر"},
        {"", ""}};
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        UString u = built(a, rows[i][0], true, d);
        CHECK_STR(shown(a, &u), rows[i][1]);
    }
    /* In left-to-right paragraphs: numbers behind right-to-left words. */
    static const char *const ltr[][2] = {
        {"Tel +86 991 123-4567, 2021-06-26",
         "Tel +86 991 123-4567, 2021-06-26"},
        {"in تېلېفون: +86 991 123-4567 and",
         "in تېلېفون: <+86 991 123-4567> and"},
        {"in تېل 2021-يىلى، 12-34-56، Ana 1-2",
         "in تېل 2021-يىلى، <12-34-56>، Ana 1-2"},
        {"تېل A 1-2-3", "تېل A 1-2-3"},
        {"a ⁨تېل +86 991⁩ 1-2-3", "a {تېل <+86 991>> 1-2-3"}};
    for (size_t i = 0; i < sizeof ltr / sizeof *ltr; i++) {
        UString u = built(a, ltr[i][0], false, d);
        CHECK_STR(shown(a, &u), ltr[i][1]);
    }
    CHECK_INT(diag_count(d, DIAG_NOTE), 0);
    diag_free(d);
    arena_free(a);
}

/* A place behind an isolate that cut its text in two. */
static void places_when_cut(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    UString u = built(a, "سە Ana ۋە e\xCC\x81 1", true, d);
    CHECK_STR(shown(a, &u), "سە <Ana> ۋە <\xC3\xA9 1>");
    CHECK_INT(u.npieces, 8);
    Span s = ustring_span(&u, 4, 7);
    CHECK(memcmp(s.src->bytes + s.off, "Ana", 3) == 0);
    CHECK_INT(s.n, 3);
    s = ustring_span(&u, 15, 16);
    CHECK_INT(s.src->bytes[s.off], '1');
    diag_free(d);
    arena_free(a);
}

/* Facts 5.4: how the phone number is read off the paper. */
static void displayed(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    UString u = built(a, "تېلېفون: +86 991 123-4567", true, d);
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_open();
    UChar out[64];
    ubidi_setPara(bidi, u.s, (int32_t)u.n, 1, NULL, &status);
    int32_t n = ubidi_writeReordered(bidi, out, 64, UBIDI_REMOVE_BIDI_CONTROLS,
                                     &status);
    UString shown_order = {out, (uint32_t)n, NULL, 0};
    char *s = ustring_utf8(a, &shown_order, 0, (uint32_t)n);
    CHECK(U_SUCCESS(status));
    CHECK(strncmp(s, "+86 991 123-4567 :", 18) == 0);
    ubidi_close(bidi);
    diag_free(d);
    arena_free(a);
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void caps(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    double start = seconds();
    Buf b = {0};
    buf_puts(&b, "ab");
    for (int i = 0; i < 40000; i++)
        buf_puts(&b, "\xCC\x81");
    buf_puts(&b, "c");
    UString u = built(a, b.s, false, d);
    CHECK_INT(u.n, 2 + LIMIT_MARKS + 1);
    CHECK(strstr(messages(a, d),
                 "x.yaml:1:33: error: more than 30 combining marks on one "
                 "character; U+0301 and what follows it are too many\n"));
    CHECK_INT(diag_count(d, DIAG_ERROR), 1);
    /* A paragraph without an end, and one full of phone numbers. */
    buf_clear(&b);
    while (b.n < 3 * LIMIT_PARAGRAPH)
        buf_puts(&b, "\xE6\x96\xB0\xF0\xAB\xA0\x9D");
    u = built(a, b.s, false, d);
    CHECK(u.n >= LIMIT_PARAGRAPH - 1 && u.n <= LIMIT_PARAGRAPH);
    CHECK_INT(diag_count(d, DIAG_ERROR), 2);
    buf_clear(&b);
    while (b.n < LIMIT_PARAGRAPH)
        buf_puts(&b, "س +86 991 123-4567 Ana ");
    u = built(a, b.s, true, d);
    CHECK(u.npieces > 10000);
    CHECK(seconds() - start < 2);
    buf_free(&b);
    /* Offenders are named up to a number. */
    Diag *many = diag_new();
    built(a, "\1\1\1\1\1\1\1\1\1\1\1\1\1", false, many);
    CHECK_INT(diag_count(many, DIAG_ERROR), 11);
    CHECK(
        strstr(messages(a, many), "3 more characters here cannot be printed"));
    diag_free(many);
    diag_free(d);
    arena_free(a);
}

/* Random text of the characters that decide things; a fixed seed. */
static void noise(void) {
    static const uint32_t pool[] = {
        'a',    '1',     ' ',    '+',    '-',     '(',    ')',    '.',
        ',',    0xE9,    0x301,  0x64A,  0x654,   0x626,  0x60C,  0x661,
        0x200D, 0x200F,  0x2066, 0x2067, 0x2068,  0x2069, 0x2028, 0x202E,
        0x4E2D, 0x1100,  0x1161, 0xAC00, 0x2B81D, 0xF42,  0xFB7,  0x0344,
        0xFE0F, 0xE0100, '\n',   '\r'};
    Arena *a = arena_new();
    uint32_t seed = 1;
    for (int round = 0; round < 3000; round++) {
        Diag *d = diag_new();
        Buf b = {0};
        for (int i = 0; i < 40; i++) {
            seed = seed * 1664525 + 1013904223;
            uint32_t k = seed >> 8;
            char one[4];
            if (k % 50 == 0)
                buf_putc(&b, (char)(k >> 8));
            else
                buf_add(&b, one,
                        utf8_put(one, pool[k % (sizeof pool / sizeof *pool)]));
        }
        const Source *src = source_from(a, "x", b.s, b.n);
        UBuilder *builder = ubuilder_new(a);
        UString u;
        ubuilder_add_isolated(builder, text_of_span((Span){src, 0, src->n}),
                              &style, d);
        ubuilder_finish(builder, round % 2, d, &u);
        uint32_t at = 0;
        bool ok = u.npieces > 0 && u.pieces[u.npieces - 1].end == u.n;
        for (size_t i = 0; i < u.npieces; i++) {
            ok = ok && u.pieces[i].start == at && u.pieces[i].end > at;
            at = u.pieces[i].end;
        }
        for (uint32_t i = 0; i < u.n; i++) {
            Span s = ustring_span(&u, i, i + 1);
            ok = ok && (!s.src || s.off + s.n <= src->n);
        }
        CHECK(ok);
        buf_free(&b);
        diag_free(d);
        arena_reset(a);
    }
    arena_free(a);
}

int main(void) {
    cleaning();
    nesting();
    normalizing();
    places();
    first_strong();
    isolating();
    places_when_cut();
    displayed();
    caps();
    noise();
    return unit_done("text/ustring");
}
