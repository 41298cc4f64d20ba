#include "unit.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fs.h"
#include "text/fontset.h"
#include "text/ustring.h"

typedef struct Bench {
    Arena *a;
    Diag *d;
    Fontset *fs;
    bool bold, italic;
    FontFamily family;
} Bench;

static TextStyle style_of(const Bench *b) {
    return (TextStyle){b->family, b->bold, b->italic, 12 * LEN_PT, ""};
}

/* UTF-16 of one cluster. */
static UString cluster(Bench *b, const char *s) {
    TextStyle style = style_of(b);
    UBuilder *builder = ubuilder_new(b->a);
    UString u;
    ubuilder_add(builder, text_literal(s), &style, b->d);
    ubuilder_finish(builder, false, b->d, &u);
    return u;
}

/* PostScript name of the face that sets the cluster `s` in `lang`. */
static const char *face(Bench *b, const char *lang, const char *s) {
    TextStyle style = style_of(b);
    const FontStack *stack = fontset_stack(b->fs, &style, lang);
    UString u = cluster(b, s);
    Font *f = fontset_find(b->fs, stack, u.s, u.n, NULL);
    return f ? f->name : "none";
}

static const char *advice(Bench *b, const char *lang, const char *s) {
    TextStyle style = style_of(b);
    const FontStack *stack = fontset_stack(b->fs, &style, lang);
    UString u = cluster(b, s);
    CHECK(fontset_find(b->fs, stack, u.s, u.n, NULL) == NULL);
    return fontset_advice(b->fs, b->a, stack, u.s, u.n);
}

static void regions(Bench *b) {
    static const char *const rows[][3] = {
        {"zh-Hans", "直", "NotoSerifCJKsc-Regular"},
        {"zh", "直", "NotoSerifCJKsc-Regular"},
        {"zh-CN", "直", "NotoSerifCJKsc-Regular"},
        {"zh-Hant", "直", "NotoSerifCJKtc-Regular"},
        {"zh-TW", "直", "NotoSerifCJKtc-Regular"},
        {"zh-HK", "直", "NotoSerifCJKhk-Regular"},
        {"zh-Hant-HK-x-a", "直", "NotoSerifCJKhk-Regular"},
        {"ja", "直", "NotoSerifCJKjp-Regular"},
        {"ja-JP", "す", "NotoSerifCJKjp-Regular"},
        {"ko", "直", "NotoSerifCJKkr-Regular"},
        {"ko-KR", "한", "NotoSerifCJKkr-Regular"},
        /* never Japanese forms by accident */
        {"", "直", "NotoSerifCJKsc-Regular"},
        {"en", "直", "NotoSerifCJKsc-Regular"},
        {"ug", "直", "NotoSerifCJKsc-Regular"},
        {"bo", "直", "NotoSerifCJKsc-Regular"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(face(b, rows[i][0], rows[i][1]), rows[i][2]);
}

/* The marks that languages share, and what never changes hands. */
static void marks(Bench *b) {
    static const char *const rows[][3] = {
        {"zh-Hans", "4", "NotoSerif-Regular"},
        {"zh-Hans", "a", "NotoSerif-Regular"},
        {"zh-Hans", "(", "NotoSerif-Regular"},
        {"zh-Hans", "-", "NotoSerif-Regular"},
        {"zh-Hans", "“", "NotoSerifCJKsc-Regular"},
        {"zh-Hans", "·", "NotoSerifCJKsc-Regular"},
        {"zh-Hans", "—", "NotoSerifCJKsc-Regular"},
        {"zh-Hans", "…", "NotoSerifCJKsc-Regular"},
        {"zh-Hans", "（", "NotoSerifCJKsc-Regular"},
        {"zh-Hans", "→", "NotoSerifCJKsc-Regular"},
        {"zh-Hant", "，", "NotoSerifCJKtc-Regular"},
        {"ja", "’", "NotoSerifCJKjp-Regular"},
        {"ko", "“", "NotoSerif-Regular"},
        {"en", "“", "NotoSerif-Regular"},
        {"en", "→", "NotoSansMath-Regular"},
        {"ug", "ئ", "UKIJTuzBasma"},
        {"ug", "-", "UKIJTuzBasma"},
        {"ug", "«", "UKIJTuzBasma"},
        {"ug", "(", "UKIJTuzBasma"},
        {"ug", "،", "UKIJTuzBasma"},
        {"ug", "2", "NotoSerif-Regular"},
        {"ug", "/", "NotoSerif-Regular"},
        {"ug", "“", "NotoSerif-Regular"},
        {"kk-Arab", "ٴ", "UKIJTuzBasma"},
        {"kk-Arab", "ٸ", "NotoNaskhArabic-Regular"},
        {"ar", "س", "NotoNaskhArabic-Regular"},
        {"ar", "٣", "NotoNaskhArabic-Regular"},
        {"ar", "-", "NotoSerif-Regular"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(face(b, rows[i][0], rows[i][1]), rows[i][2]);
}

static void scripts(Bench *b) {
    static const char *const rows[][2] = {
        {"ж", "NotoSerif-Regular"},
        {"Ω", "NotoSerif-Regular"},
        {"ང", "NotoSerifTibetan-Regular"},
        {"སྒྲ", "NotoSerifTibetan-Regular"},
        {"ᠮ", "NotoSansMongolian-Regular"},
        {"ꀀ", "NotoSansYi-Regular"},
        {"ש", "NotoSerifHebrew-Regular"},
        {"ก", "NotoSerifThai-Regular"},
        {"क्षि", "NotoSerifDevanagari-Regular"},
        {"က", "NotoSerifMyanmar-Regular"},
        {"ა", "NotoSerifGeorgian-Regular"},
        {"★", "NotoSansSymbols2-Regular"},
        {"𠀀", "BabelStoneHan"},
        {"\xF0\xAA\x80\x82", "HanaMinB"},
        {"𗀀", "none"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(face(b, "", rows[i][0]), rows[i][1]);
}

static void variants(Bench *b) {
    b->bold = true;
    CHECK_STR(face(b, "en", "a"), "NotoSerif-Bold");
    CHECK_STR(face(b, "zh", "新"), "NotoSerifCJKsc-Bold");
    CHECK_STR(face(b, "ug", "ئ"), "UKIJTuzBasma-Bold");
    CHECK_STR(face(b, "", "ᠮ"), "NotoSansMongolian-Regular");
    b->italic = true;
    CHECK_STR(face(b, "en", "a"), "NotoSerif-BoldItalic");
    CHECK_STR(face(b, "zh", "新"), "NotoSerifCJKsc-Bold");
    b->bold = false;
    CHECK_STR(face(b, "en", "a"), "NotoSerif-Italic");
    CHECK_STR(face(b, "zh", "新"), "NotoSerifCJKsc-Regular");
    b->italic = false;
    b->family = FONT_SANS;
    CHECK_STR(face(b, "en", "a"), "NotoSans-Regular");
    CHECK_STR(face(b, "zh", "新"), "NotoSansCJKsc-Regular");
    CHECK_STR(face(b, "ug", "ئ"), "NotoSansArabic-Regular");
    CHECK_STR(face(b, "ug", "-"), "UKIJEkran");
    CHECK_STR(face(b, "ug", "("), "NotoSans-Regular");
    b->family = FONT_SERIF;
}

/* Clusters: marks, selectors, joiners, spaces that HarfBuzz makes. */
static void clusters(Bench *b) {
    static const char *const rows[][3] = {
        {"en", "e\xCC\x82\xCC\xA3", "NotoSerif-Regular"},
        {"en", "a\xE2\x83\x9D",
         "NotoSerifCJKsc-Regular"}, /* letter and circle */
        {"ug", "\xC2\xA0", "NotoSerif-Regular"},
        {"ug", "س\xE2\x80\x8D", "UKIJTuzBasma"},
        {"bo", "\xE2\x80\x91", "NotoSerif-Regular"},
        {"zh", "\xE3\x80\x80", "NotoSerif-Regular"},
        {"en", "\xE2\x80\x8B", "NotoSerif-Regular"},
        {"en", "\xE2\x80\xA8", "NotoSerif-Regular"},
        {"en", "☺\xEF\xB8\x8E", "NotoSansSymbols-Regular"},
        {"ja", "与\xF3\xA0\x84\x80", "NotoSerifCJKjp-Regular"},
        {"zh", "新\xF3\xA0\x87\xAF", "NotoSerifCJKsc-Regular"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STR(face(b, rows[i][0], rows[i][1]), rows[i][2]);
}

static void preferring(Bench *b) {
    TextStyle style = style_of(b);
    const FontStack *zh = fontset_stack(b->fs, &style, "zh-Hans");
    CHECK(zh == fontset_stack(b->fs, &style, "zh-CN"));
    CHECK(zh != fontset_stack(b->fs, &style, "ja"));
    UString han = cluster(b, "新"), blank = cluster(b, " "),
            uighur = cluster(b, "ئ");
    Font *sc = fontset_find(b->fs, zh, han.s, han.n, NULL);
    CHECK(fontset_find(b->fs, zh, blank.s, blank.n, sc) == sc);
    CHECK(fontset_find(b->fs, zh, uighur.s, uighur.n, sc) != sc);
    /* A face of another stack is not taken. */
    const FontStack *ja = fontset_stack(b->fs, &style, "ja");
    CHECK(fontset_find(b->fs, ja, blank.s, blank.n, sc) != sc);
    CHECK_STR(fontset_primary(b->fs, zh, b->d)->name, "NotoSerif-Regular");
}

static void sizes(Bench *b) {
    TextStyle style = style_of(b);
    const FontStack *ug = fontset_stack(b->fs, &style, "ug");
    UString letter = cluster(b, "ئ");
    Font *f = fontset_find(b->fs, ug, letter.s, letter.n, NULL);
    CHECK_INT(f->scale_permille, 1180);
    CHECK_INT(font_em(f, 10 * LEN_PT), LEN_OF_PT(11.8));
}

static void listing(Bench *b) {
    Buf out = {0};
    fontset_print(b->fs, &out);
    CHECK(strstr(out.s, "  serif-sc                       /usr/share/fonts/"
                        "opentype/noto/NotoSerifCJK-Regular.ttc, face 2\n"));
    CHECK(strstr(out.s, "\n  zh-Hans        serif-sc/han-marks serif serif-sc "
                        "@serif-rest @rare\n"));
    CHECK(strstr(out.s, " faces, 0 missing\n"));
    size_t column = 0;
    for (size_t i = strcspn(out.s, "\n"); i < out.n; i++) {
        column = out.s[i] == '\n' ? 0 : column + 1;
        CHECK(column <= 110);
    }
    buf_free(&out);
}

/* --- A machine that lacks fonts ------------------------------------------- */

static void put_file(const char *path, const char *s, size_t n) {
    FILE *f = fopen(path, "wb");
    CHECK(f && fwrite(s, 1, n, f) == n && fclose(f) == 0);
}

/* Its data folder: our stacks, and a font folder with some of the fonts. */
static const char *poor_machine(Arena *a, Diag *d) {
    char *dir = arena_strdup(a, "/tmp/envoi-fontset-XXXXXX");
    CHECK(mkdtemp(dir) != NULL);
    static const char *const folders[] = {"fonts", "f", "f/truetype", "f/a",
                                          "f/a/b"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        CHECK(mkdir(fs_join(a, dir, folders[i]), 0755) == 0);
    Buf stacks = {0};
    CHECK(fs_read(fs_join(a, fs_data_dir(a), "fonts/stacks"), 1 << 20, &stacks,
                  d));
    put_file(fs_join(a, dir, "fonts/stacks"), stacks.s, stacks.n);
    buf_free(&stacks);
    const char *conf =
        arena_printf(a, "<fontconfig><dir>%s/f</dir></fontconfig>", dir);
    put_file(fs_join(a, dir, "fonts/fonts.conf"), conf, strlen(conf));
    CHECK(symlink("/usr/share/fonts/truetype/noto/NotoSansYi-Regular.ttf",
                  fs_join(a, dir, "f/a/b/NotoSansYi-Regular.ttf")) == 0);
    put_file(fs_join(a, dir, "f/a/NotoSansThai-Regular.ttf"), "broken", 6);
    return dir;
}

static void remove_machine(Arena *a, const char *dir) {
    static const char *const all[] = {"fonts/stacks",
                                      "fonts/fonts.conf",
                                      "f/a/b/NotoSansYi-Regular.ttf",
                                      "f/a/NotoSansThai-Regular.ttf",
                                      "f/a/b",
                                      "f/a",
                                      "f/truetype",
                                      "f",
                                      "fonts",
                                      ""};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        CHECK(remove(fs_join(a, dir, all[i])) == 0);
}

static void missing(void) {
    Bench b = {arena_new(), diag_new(), NULL, false, false, FONT_SANS};
    const char *dir = poor_machine(b.a, b.d);
    b.fs = fontset_new(dir, false, b.d);
    CHECK(b.fs != NULL);
    CHECK_INT(diag_count(b.d, DIAG_NOTE), 0);
    CHECK_STR(advice(&b, "zh-Hans", "新"),
              "install fonts-noto-cjk (NotoSansCJK-Regular covers it)");
    CHECK_STR(advice(&b, "ja", "す"),
              "install fonts-noto-cjk (NotoSansCJK-Regular covers it)");
    CHECK_STR(advice(&b, "zh-Hans", "𠀀"),
              "install fonts-hanazono (HanaMinB covers it)");
    CHECK_STR(advice(&b, "zh-Hans", "𫠝"),
              "install fonts-babelstone-han (BabelStoneHan covers it)");
    CHECK_STR(advice(&b, "ug", "ئ"),
              "install fonts-noto-core (NotoSansArabic-Regular covers it)");
    CHECK_STR(advice(&b, "", "a"),
              "install fonts-noto-core (NotoSans-Regular covers it)");
    CHECK_STR(advice(&b, "", "\xF0\xB2\x80\x80"),
              "write it another way, or in Latin letters");
    /* Found by its name, away from where its package puts it. */
    CHECK_STR(face(&b, "", "ꀀ"), "NotoSansYi-Regular");
    const char *thai = advice(&b, "th", "ก");
    CHECK(strstr(thai, "/f/a/NotoSansThai-Regular.ttf is broken: reinstall "
                       "fonts-noto-core"));
    TextStyle style = style_of(&b);
    CHECK(fontset_primary(b.fs, fontset_stack(b.fs, &style, "zh"), b.d) !=
          NULL); /* what there is: Yi */
    Buf out = {0};
    fontset_print(b.fs, &out);
    CHECK(strstr(out.s, "missing: HanaMinA.ttf; install fonts-hanazono\n"));
    CHECK(strstr(out.s, "75 faces, 73 missing\n"));
    buf_free(&out);
    fontset_free(b.fs);
    CHECK(remove(fs_join(b.a, dir, "f/a/b/NotoSansYi-Regular.ttf")) == 0);
    b.fs = fontset_new(dir, false, b.d);
    CHECK(fontset_primary(b.fs, fontset_stack(b.fs, &style, "zh"), b.d) ==
          NULL);
    CHECK_INT(diag_exit_status(b.d), 3);
    fontset_free(b.fs);
    put_file(fs_join(b.a, dir, "f/a/b/NotoSansYi-Regular.ttf"), "", 0);
    remove_machine(b.a, dir);
    diag_free(b.d);
    arena_free(b.a);
}

/* --- Stacks files that are wrong ------------------------------------------ */

#define GOOD                                                                   \
    "package p d\nface f p 1000 x.ttf\nlanguage default und\n"                 \
    "stack serif default f\nstack sans default f\n"

static void wrong_stacks(void) {
    static const char *const rows[][2] = {
        {"fonts",
         "stacks: error: line 1: \"fonts\" is none of package, face, marks, "},
        {"package p", "stacks: error: line 1: \"p\" needs a folder behind it"},
        {"face f p 1000 x",
         "stacks: error: line 1: \"p\" is no package named above"},
        {"package p d\nface f p 9 x",
         "stacks: error: line 2: \"9\" is no scale "},
        {"package p d\nface f p 1000 x for 1-Z",
         "stacks: error: line 2: \"1-Z\" is none of bold=FILE"},
        {"marks m 20-10",
         "stacks: error: line 1: \"20-10\" is no range of characters"},
        {GOOD "stack serif xx f",
         "stacks: error: line 6: \"xx\" is no language named"},
        {GOOD "stack serif default\n  f g",
         "stacks: error: line 7: \"g\" names a face"},
        {GOOD "group g @h",
         "stacks: error: line 6: \"@h\" is no group named above"},
        {GOOD "language x y",
         "stacks: error: language x needs a serif and a sans stack"},
        {"", "stacks: error: the first language must be called default"}};
    Arena *a = arena_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Diag *d = diag_new();
        const char *dir = poor_machine(a, d);
        put_file(fs_join(a, dir, "fonts/stacks"), rows[i][0],
                 strlen(rows[i][0]));
        CHECK(fontset_new(dir, false, d) == NULL);
        char out[1024] = "";
        FILE *f = fmemopen(out, sizeof out, "w");
        diag_print(d, f, false);
        fclose(f);
        CHECK(strstr(out, rows[i][1]));
        if (!strstr(out, rows[i][1]))
            printf("%s", out);
        remove_machine(a, dir);
        diag_free(d);
    }
    Diag *d = diag_new();
    const char *dir = poor_machine(a, d);
    put_file(fs_join(a, dir, "fonts/fonts.conf"), "<fontconfig>", 12);
    CHECK(fontset_new(dir, false, d) == NULL);
    CHECK_INT(diag_exit_status(d), 3);
    CHECK(fontset_new("/nowhere", false, d) == NULL);
    remove_machine(a, dir);
    diag_free(d);
    arena_free(a);
}

/* With --system-fonts a face of the machine may help, not before the stacks.
 */
static void system_fonts(const char *data) {
    Bench b = {arena_new(), diag_new(), NULL, false, false, FONT_SERIF};
    b.fs = fontset_new(data, true, b.d);
    CHECK_STR(face(&b, "zh", "新"), "NotoSerifCJKsc-Regular");
    /* fonts-noto-core has Tangut, which no stack lists. */
    CHECK_STR(face(&b, "", "𗀀"), "NotoSerifTangut-Regular");
    CHECK_STR(face(&b, "", "\xF0\xB2\x80\x80"), "none");
    fontset_free(b.fs);
    diag_free(b.d);
    arena_free(b.a);
}

int main(void) {
    Bench b = {arena_new(), diag_new(), NULL, false, false, FONT_SERIF};
    const char *data = fs_data_dir(b.a);
    b.fs = fontset_new(data, false, b.d);
    CHECK(b.fs != NULL);
    if (b.fs) {
        regions(&b);
        marks(&b);
        scripts(&b);
        variants(&b);
        clusters(&b);
        preferring(&b);
        sizes(&b);
        listing(&b);
        system_fonts(data);
    }
    missing();
    wrong_stacks();
    CHECK_INT(diag_count(b.d, DIAG_NOTE), 0);
    fontset_free(b.fs);
    diag_free(b.d);
    arena_free(b.a);
    return unit_done("text/fontset");
}
