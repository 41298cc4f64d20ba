#include "unit.h"

#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "base/fs.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "text/itemize.h"

static Fontset *fs;

/* Items as "level script lang face |text|", one a line. */
static const char *items_of(Arena *a, const char *lang, const char *text,
                            const char *const *langs, size_t nlangs, Diag *d) {
    TextStyle style = {FONT_SERIF, false, false, 12 * LEN_PT, lang};
    const Source *src = source_from(a, "senders.csv", text, strlen(text));
    UBuilder *b = ubuilder_new(a);
    ubuilder_add(b, text_of_span((Span){src, 0, src->n}), &style, d);
    bool rtl = itemize_is_rtl(DIR_AUTO, b, lang);
    UString u;
    ubuilder_finish(b, rtl, d, &u);
    Items items;
    itemize(a, fs, &u, rtl, false, langs, nlangs, d, &items);
    CHECK(items.rtl == rtl);
    const char *out = "";
    uint32_t end = 0;
    for (size_t i = 0; i < items.n; i++) {
        const Item *it = &items.v[i];
        char script[5] = "";
        hb_tag_to_string(hb_script_to_iso15924_tag(it->script), script);
        CHECK(it->start >= end && it->end > it->start && it->end <= u.n);
        end = it->end;
        out = arena_printf(a, "%s%d %s %s %s |%s|\n", out, it->level, script,
                           it->lang, it->font ? it->font->name : "-",
                           ustring_utf8(a, &u, it->start, it->end));
    }
    return out;
}

static void rows(Arena *a) {
    static const char *const table[][3] = {
        {"zh-Hans", "乌鲁木齐市中山路479号 830041",
         "0 Hani zh-Hans NotoSerifCJKsc-Regular |乌鲁木齐市中山路|\n"
         "0 Hani zh-Hans NotoSerif-Regular |479|\n"
         "0 Hani zh-Hans NotoSerifCJKsc-Regular |号 |\n"
         "0 Hani zh-Hans NotoSerif-Regular |830041|\n"},
        {"zh-Hans", "艾克拜尔·艾赛提（Ekpar）：“hello”——是…",
         "0 Hani zh-Hans NotoSerifCJKsc-Regular |艾克拜尔·艾赛提（|\n"
         "0 Latn und NotoSerif-Regular |Ekpar|\n"
         "0 Hani zh-Hans NotoSerifCJKsc-Regular |）：“|\n"
         "0 Latn und NotoSerif-Regular |hello|\n"
         "0 Hani zh-Hans NotoSerifCJKsc-Regular |”——是…|\n"},
        /* The opening mark stands by no Han, its closing one does. */
        {"zh-Hans", "“Hello”是",
         "0 Hani zh-Hans NotoSerifCJKsc-Regular |“|\n"
         "0 Latn und NotoSerif-Regular |Hello|\n"
         "0 Hani zh-Hans NotoSerifCJKsc-Regular |”是|\n"},
        {"zh-Hans", "don’t say “People’s”, OK",
         "0 Latn und NotoSerif-Regular |don’t say “People’s”, OK|\n"},
        {"zh-Hans", "电话：+86 10-6655 4433",
         "0 Hani zh-Hans NotoSerifCJKsc-Regular |电话：|\n"
         "0 Hani zh-Hans NotoSerif-Regular |+86 10-6655 4433|\n"},
        {"zh-Hant", "臺北市「中山」路，",
         "0 Hani zh-Hant NotoSerifCJKtc-Regular |臺北市「中山」路，|\n"},
        {"zh-HK", "香港·", "0 Hani zh-HK NotoSerifCJKhk-Regular |香港·|\n"},
        {"ja", "東京“テスト”です。iPhone、",
         "0 Hani ja NotoSerifCJKjp-Regular |東京“|\n"
         "0 Kana ja NotoSerifCJKjp-Regular |テスト|\n"
         "0 Hani ja NotoSerifCJKjp-Regular |”|\n"
         "0 Hira ja NotoSerifCJKjp-Regular |です。|\n"
         "0 Latn und NotoSerif-Regular |iPhone|\n"
         "0 Hani ja NotoSerifCJKjp-Regular |、|\n"},
        {"ko", "한국어 漢字, “따옴표”",
         "0 Hang ko NotoSerifCJKkr-Regular |한국어 |\n"
         "0 Hani ko NotoSerifCJKkr-Regular |漢字|\n"
         "0 Hani ko NotoSerif-Regular |, “|\n"
         "0 Hang ko NotoSerifCJKkr-Regular |따옴표|\n"
         "0 Hani ko NotoSerif-Regular |”|\n"},
        {"en", "Dear 艾克拜尔, in “བོད་ཡིག” (Бодо)",
         "0 Latn en NotoSerif-Regular |Dear |\n"
         "0 Hani zh-Hans NotoSerifCJKsc-Regular |艾克拜尔|\n"
         "0 Hani zh-Hans NotoSerif-Regular |, |\n"
         "0 Latn en NotoSerif-Regular |in “|\n"
         "0 Tibt bo NotoSerifTibetan-Regular |བོད་ཡིག|\n"
         "0 Latn en NotoSerif-Regular |” (|\n"
         "0 Cyrl ru NotoSerif-Regular |Бодо|\n"
         "0 Latn en NotoSerif-Regular |)|\n"},
        {"ug", "تېلېفون: +86 991 123-4567",
         "1 Arab ug UKIJTuzBasma |تېلېفون: |\n"
         "2 Latn und NotoSerif-Regular |+86 991 123-4567|\n"},
        {"ug", "2021-يىلى 26-ئىيۇن «ئەسەت»، 26.06.2021 (x)",
         "2 Arab ug NotoSerif-Regular |2021|\n"
         "1 Arab ug UKIJTuzBasma |-يىلى |\n"
         "2 Arab ug NotoSerif-Regular |26|\n"
         "1 Arab ug UKIJTuzBasma |-ئىيۇن «ئەسەت»، |\n"
         "2 Latn und NotoSerif-Regular |26.06.2021 (x)|\n"},
        {"kk-Arab", "قازاقستان ٴبىر",
         "1 Arab kk-Arab UKIJTuzBasma |قازاقستان ٴبىر|\n"},
        {"en", "the word ئۇيغۇر here",
         "0 Latn en NotoSerif-Regular |the word |\n"
         "1 Arab ug UKIJTuzBasma |ئۇيغۇر|\n"
         "0 Arab ug UKIJTuzBasma | |\n"
         "0 Latn en NotoSerif-Regular |here|\n"},
        {"bo", "བོད་ཡིག། 12",
         "0 Tibt bo NotoSerifTibetan-Regular |བོད་ཡིག། |\n"
         "0 Tibt bo NotoSerif-Regular |12|\n"},
        {"mn-Mong", "ᠮᠣᠩᠭᠣᠯ",
         "0 Mong mn-Mong NotoSansMongolian-Regular |ᠮᠣᠩᠭᠣᠯ|\n"},
        /* Rare Han, a soft hyphen, a joiner, a mark on a letter of its own. */
        {"zh-Hans", "𫠝𠀀", "0 Hani zh-Hans BabelStoneHan |𫠝𠀀|\n"},
        {"en", "co\xC2\xADop \xE2\x80\xA8 x\xCC\xA3\xCC\x82",
         "0 Latn en NotoSerif-Regular |co\xC2\xADop \xE2\x80\xA8 "
         "x\xCC\xA3\xCC\x82|\n"},
        {"zh-Hans", "830041", "0 Hani zh-Hans NotoSerif-Regular |830041|\n"},
        {"zh-Hans", "……", "0 Hani zh-Hans NotoSerifCJKsc-Regular |……|\n"},
        {"", "12", "0 Latn und NotoSerif-Regular |12|\n"},
        {"en", "", ""}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        Diag *d = diag_new();
        CHECK_STR(items_of(a, table[i][0], table[i][1], NULL, 0, d),
                  table[i][2]);
        CHECK_INT(diag_count(d, DIAG_NOTE), 0);
        diag_free(d);
    }
}

/* The document's languages decide what the script leaves open. */
static void languages(Arena *a) {
    static const char *const langs[] = {"kk", "zh-Hant", "fr", "en"};
    Diag *d = diag_new();
    CHECK_STR(items_of(a, "ug", "北京 Алма Rue", langs, 4, d),
              "0 Hani zh-Hant NotoSerifCJKtc-Regular |北京 |\n"
              "0 Cyrl kk NotoSerif-Regular |Алма |\n"
              "0 Latn fr NotoSerif-Regular |Rue|\n");
    diag_free(d);
}

static const char *messages(Arena *a, const Diag *d) {
    char *out = arena_alloc(a, 65536);
    FILE *f = fmemopen(out, 65536, "w");
    diag_print(d, f, false);
    fclose(f);
    return out;
}

/* U+32000 and U+2EBF0 are younger than any font here. */
static void uncovered(Arena *a) {
    Diag *d = diag_new();
    CHECK_STR(items_of(a, "zh-Hans",
                       "a,b\n王\xF0\xB2\x80\x80氏 \xF0\xB2\x80\x80 "
                       "\xF0\xAE\xAF\xB0\xF3\xA0\x84\x80",
                       NULL, 0, d),
              "0 Latn und NotoSerif-Regular |a,b |\n"
              "0 Hani zh-Hans NotoSerifCJKsc-Regular |王|\n"
              "0 Hani zh-Hans - |\xF0\xB2\x80\x80|\n"
              "0 Hani zh-Hans NotoSerifCJKsc-Regular |氏 |\n"
              "0 Hani zh-Hans - |\xF0\xB2\x80\x80|\n"
              "0 Hani zh-Hans NotoSerifCJKsc-Regular | |\n"
              "0 Hani zh-Hans - |\xF0\xAE\xAF\xB0\xF3\xA0\x84\x80|\n");
    /* Each once, at its first place. */
    CHECK_STR(
        messages(a, d),
        "senders.csv:2:2: error: no font has U+32000 \"\xF0\xB2\x80\x80\"; "
        "write it another way, or in Latin letters\n"
        "    2 | 王\xF0\xB2\x80\x80氏 \xF0\xB2\x80\x80 "
        "\xF0\xAE\xAF\xB0\xF3\xA0\x84\x80\n"
        "senders.csv:2:7: error: no font has U+2EBF0 U+E0100 "
        "\"\xF0\xAE\xAF\xB0\xF3\xA0\x84\x80\"; write it another "
        "way, or in Latin letters\n"
        "    2 | 王\xF0\xB2\x80\x80氏 \xF0\xB2\x80\x80 "
        "\xF0\xAE\xAF\xB0\xF3\xA0\x84\x80\n");
    diag_free(d);
}

/* The script of text without letters follows the language's. */
static void directions(Arena *a) {
    static const struct {
        const char *lang, *text;
        TextDir dir;
        bool rtl;
    } table[] = {{"en", "ئا", DIR_AUTO, true}, {"ug", "Ana", DIR_AUTO, false},
                 {"ug", "12", DIR_AUTO, true}, {"kk-Arab", "", DIR_AUTO, true},
                 {"kk", "", DIR_AUTO, false},  {"he", "", DIR_AUTO, true},
                 {"zh", "1", DIR_AUTO, false}, {"", "", DIR_AUTO, false},
                 {"en", "Ana", DIR_RTL, true}, {"ug", "ئا", DIR_LTR, false}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        Diag *d = diag_new();
        TextStyle style = {FONT_SERIF, false, false, LEN_PT, table[i].lang};
        UBuilder *b = ubuilder_new(a);
        ubuilder_add(b, text_literal(table[i].text), &style, d);
        CHECK_INT(itemize_is_rtl(table[i].dir, b, table[i].lang), table[i].rtl);
        diag_free(d);
    }
    CHECK(itemize_lang_script("zh-Hant") == HB_SCRIPT_HAN);
    CHECK(itemize_lang_script("ja") == HB_SCRIPT_HAN);
    CHECK(itemize_lang_script("ko-KR") == HB_SCRIPT_HANGUL);
    CHECK(itemize_lang_script("zh-Latn") == HB_SCRIPT_LATIN);
    CHECK(itemize_lang_script("kk-CN") == HB_SCRIPT_ARABIC);
    CHECK(itemize_lang_script("mn") == HB_SCRIPT_CYRILLIC);
    CHECK(itemize_lang_script("fr-CH") == HB_SCRIPT_LATIN);
    CHECK(itemize_lang_script("") == HB_SCRIPT_COMMON);
}

/* Equal styles of two pieces are one item, another style is not. */
static void styles(Arena *a) {
    Diag *d = diag_new();
    TextStyle one = {FONT_SERIF, false, false, LEN_PT, "en"}, two = one,
              bold = one;
    bold.bold = true;
    UBuilder *b = ubuilder_new(a);
    ubuilder_add(b, text_literal("ab"), &one, d);
    ubuilder_add(b, text_literal("cd"), &two, d);
    ubuilder_add(b, text_literal("ef"), &bold, d);
    ubuilder_add_isolated(b, text_literal("12"), &bold, d);
    UString u;
    ubuilder_finish(b, false, d, &u);
    Items items;
    itemize(a, fs, &u, false, false, NULL, 0, d, &items);
    CHECK_INT(items.n, 3);
    CHECK_INT(items.v[0].end, 4);
    CHECK_STR(items.v[1].font->name, "NotoSerif-Bold");
    CHECK_INT(items.v[2].start, 7); /* without its isolate */
    CHECK_INT(items.v[2].end, 9);
    CHECK_INT(items.levels[7], 0);
    diag_free(d);
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Long paragraphs of every kind, covered and not. */
static void pathological(Arena *a) {
    static const char *const units[] = {
        "新",           "ئۇ ",          "a“",  "((", "“", "\xF0\xB2\x80\x80",
        "\xE1\x84\x80", "\xE0\xBE\x90", "‍", "… —"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        Buf text = {0};
        Diag *d = diag_new();
        while (text.n < LIMIT_PARAGRAPH)
            buf_puts(&text, units[i]);
        double start = seconds();
        TextStyle style = {FONT_SERIF, false, false, LEN_PT, "zh-Hans"};
        UBuilder *b = ubuilder_new(a);
        UString u;
        Items items;
        ubuilder_add(b, (Text){text.s, text.n, {0}}, &style, d);
        bool rtl = itemize_is_rtl(DIR_AUTO, b, "");
        ubuilder_finish(b, rtl, d, &u);
        itemize(a, fs, &u, rtl, false, NULL, 0, d, &items);
        CHECK(seconds() - start < 2);
        if (seconds() - start >= 2)
            printf("  %s\n", units[i]);
        diag_free(d);
        buf_free(&text);
        arena_reset(a);
    }
}

/* Random text: items in order, inside the paragraph, nothing left out. */
static void noise(Arena *a) {
    static const uint32_t pool[] = {
        'a',    '1',    ' ',    '-',    '(',     ')',     '"',    0xB7,
        0x301,  0x626,  0x64B,  0x60C,  0x661,   0x200D,  0x200F, 0x2066,
        0x2067, 0x2068, 0x2069, 0x2028, 0x201C,  0x201D,  0x3001, 0x3042,
        0x30FC, 0x4E2D, 0x1100, 0x1161, 0xAC00,  0x2B81D, 0xF42,  0xFB7,
        0xFE0F, 0x964,  0x915,  0x94D,  0x1F1E6, 0x1F468, 0xFF0C, 0x5D0};
    static const char *const langs[] = {"zh-Hans", "ug", "en", "ja", ""};
    uint32_t seed = 7;
    for (int round = 0; round < 2000; round++) {
        Buf b = {0};
        for (int i = 0; i < 30; i++) {
            seed = seed * 1664525 + 1013904223;
            char one[4];
            size_t k = (seed >> 8) % (sizeof pool / sizeof *pool);
            buf_add(&b, one, utf8_put(one, pool[k]));
        }
        Diag *d = diag_new();
        buf_putc(&b, '\0');
        items_of(a, langs[round % 5], b.s, NULL, 0, d);
        diag_free(d);
        buf_free(&b);
        arena_reset(a);
    }
}

int main(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    fs = fontset_new(fs_data_dir(a), false, d);
    CHECK(fs != NULL);
    if (fs) {
        rows(a);
        languages(a);
        uncovered(a);
        directions(a);
        styles(a);
        pathological(a);
        noise(a);
    }
    CHECK_INT(diag_count(d, DIAG_NOTE), 0);
    fontset_free(fs);
    diag_free(d);
    arena_free(a);
    return unit_done("text/itemize");
}
