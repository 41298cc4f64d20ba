#include "text/visual.h"

#include "base/fs.h"
#include "text/charblock.h"
#include "unit.h"

static Arena *a;
static Fontset *fs;
static Diag *diag;

static Para laid_out(const char *text, const char *lang, Len width) {
    TextStyle style = {
        .family = FONT_SANS, .size = LEN_OF_PT(10), .lang = lang};
    UBuilder *b = ubuilder_new(a);
    ubuilder_add(b, text_literal(text), &style, diag);
    ParaOptions opt = {.width = width};
    Para p;
    CHECK(para_layout(a, fs, b, &opt, diag, &p));
    return p;
}

static void check_line(const Para *p, size_t line, const uint32_t *want,
                       size_t n) {
    size_t got_n;
    uint32_t *got = visual_line(a, p, line, &got_n);
    CHECK_INT(got_n, n);
    for (size_t i = 0; i < n && i < got_n; i++)
        CHECK_INT(got[i], want[i]);
}

#define LINE(p, i, ...)                                                        \
    check_line(p, i, (const uint32_t[]){__VA_ARGS__},                          \
               sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))

static void order(void) {
    Para p = laid_out("830041 新疆", "zh-Hans", LEN_OF_MM(100));
    LINE(&p, 0, '8', '3', '0', '0', '4', '1', 0x65B0, 0x7586);
    /* Letters from the right, the number in its own order. */
    p = laid_out("سى 20، ئا", "ug", LEN_OF_MM(100));
    LINE(&p, 0, 0x627, 0x626, 0x60C, '2', '0', 0x649, 0x633);
    /* A name in Uyghur in a line from left to right. */
    p = laid_out("to سى!", "en", LEN_OF_MM(100));
    LINE(&p, 0, 't', 'o', 0x649, 0x633, '!');
    /* Two lines; a soft hyphen that is not seen; plane 2. */
    p = laid_out("新\u00AD疆 𠀋𠀋", "zh-Hans", LEN_OF_PT(24));
    CHECK_INT(p.n, 2);
    LINE(&p, 0, 0x65B0, 0x7586);
    LINE(&p, 1, 0x2000B, 0x2000B);
}

#define SAME(x, y)                                                             \
    visual_same(a, (const uint32_t *)U##x, sizeof U##x / 4 - 1,                \
                (const uint32_t *)U##y, sizeof U##y / 4 - 1, false)
#define SAME_MARKS(x, y)                                                       \
    visual_same(a, (const uint32_t *)U##x, sizeof U##x / 4 - 1,                \
                (const uint32_t *)U##y, sizeof U##y / 4 - 1, true)

static void same(void) {
    CHECK(SAME("新疆", "新疆"));
    CHECK(SAME("e\u0301x", "\u00E9x"));
    CHECK(SAME("\u0958", "\u0915\u093C")); /* NFC decomposes it */
    CHECK(SAME("", ""));
    CHECK(!SAME("新疆", "新彊"));
    CHECK(!SAME("新疆", "疆新"));
    CHECK(!SAME("新疆", "新疆新"));
    CHECK(!SAME("新疆", "新"));
    CHECK(!SAME("e", "\u00E9"));
    /* Marks beside another letter, in another order, composed. */
    CHECK(SAME_MARKS("دَّمَحُم", "دمََّحمُ"));
    CHECK(SAME_MARKS("\u0626x", "\u064Ax\u0654"));
    CHECK(!SAME_MARKS("دَّم", "دم"));
    CHECK(!SAME_MARKS("دَّم", "دُّم"));
    CHECK(!SAME_MARKS("دَّم", "مَّد"));
    CHECK(!SAME("دَّم", "دَمّ"));
    CHECK(!SAME("骨", "骨\uFE00")); /* no character is overlooked here */
}

int main(void) {
    a = arena_new();
    diag = diag_new();
    fs = fontset_new(fs_data_dir(a), false, diag);
    order();
    same();
    CHECK_STR(charblock_name(a, 0x65B0), "CJK Unified Ideographs");
    CHECK_STR(charblock_name(a, 0x2B81D), "CJK Unified Ideographs Extension D");
    CHECK_STR(charblock_name(a, '8'), "Basic Latin");
    CHECK_STR(charblock_name(a, 0x6D5), "Arabic");
    CHECK_STR(charblock_name(a, 0x2FE0), "No Block");
    CHECK_INT(diag_count(diag, DIAG_NOTE), 0);
    fontset_free(fs);
    diag_free(diag);
    arena_free(a);
    return unit_done("text_visual");
}
