/* Lines put together from words that were shaped before, against the same lines
 * shaped whole: faces of the stacks, one whose flags are careful, and one made
 * here that kerns over spaces, of which there is none to be had. */
#include "text/shapewords.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "unit.h"

static const char *const FACES[] = {
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSerif-BoldItalic.ttf",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/fonts-ukij-uyghur/UKIJTuzB.ttf",
    "/usr/share/fonts/truetype/fonts-ukij-uyghur/UKIJInichke.ttf",
};

/* Pairs that are kerned, ligatures, marks, and the same word before other
 * ones. */
static const UChar *const WORDS[] = {u"To",
                                     u"AVE",
                                     u"Ve",
                                     u"office",
                                     u"first",
                                     u"fl",
                                     u"Yves",
                                     u"A",
                                     u"1",
                                     u"11",
                                     u"L.T.",
                                     u"de",
                                     u"la",
                                     u"rue",
                                     u"P.",
                                     u"‘Ay’",
                                     u"·",
                                     u"l’Île",
                                     u"T",
                                     u"V,",
                                     u"(A)",
                                     u"7",
                                     u"75007",
                                     u"Paris",
                                     u"W.A.",
                                     u"Łódź",
                                     u"Šv.",
                                     u"–",
                                     u"“To”",
                                     u"fjord",
                                     u"ﬁn",
                                     u"O’Neil",
                                     u"c/o",
                                     u"#3",
                                     u"&",
                                     u"ij",
                                     u"Ťuk",
                                     u"ĽV",
                                     u"a–b",
                                     u"Ærø",
                                     u"r.",
                                     u"f",
                                     u"Saint-Barthélemy-d’Anjou",
                                     u"Niederösterreichische"};

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

/* One to nine words; some are numbers that hardly ever come again. */
static uint32_t random_line(uint32_t *state, UChar *out) {
    uint32_t n = 0, words = 1 + next_random(state) % 9;
    for (uint32_t i = 0; i < words; i++) {
        if (next_random(state) % 4 == 0) {
            for (uint32_t v = next_random(state); v; v /= 10)
                out[n++] = (UChar)('0' + v % 10);
        } else {
            const UChar *w =
                WORDS[next_random(state) % (sizeof WORDS / sizeof *WORDS)];
            while (*w)
                out[n++] = *w++;
        }
        uint32_t gap = next_random(state) % 16;
        if (i + 1 < words || gap == 0)
            out[n++] = gap == 1 ? 0x2002 : ' ';
        if (gap == 2)
            out[n++] = ' ';
    }
    return n;
}

static void check_line(const GlyphRun *run) {
    uint32_t n;
    hb_buffer_t *b =
        shape_buffer(run, run->start, run->end, HB_BUFFER_FLAG_DEFAULT);
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
    const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, NULL);
    Len width = 0;
    CHECK_INT(run->n, n);
    for (uint32_t i = 0; i < n && i < run->n; i++) {
        Glyph g = shape_glyph(&info[i], &pos[i]);
        const Glyph *have = &run->glyphs[i];
        width += g.advance;
        CHECK(g.id == have->id && g.cluster == have->cluster &&
              g.advance == have->advance && g.dx == have->dx &&
              g.dy == have->dy && g.unsafe == have->unsafe);
    }
    CHECK_INT(run->width, width);
    hb_buffer_destroy(b);
}

static void check_face(Arena *a, const char *path) {
    static const char *const langs[] = {"fr", "en", "tr", "nl"};
    static const Len sizes[] = {LEN_OF_PT(9), LEN_OF_PT(10.5), LEN_OF_PT(11)};
    Font *font = font_open(path, 0, 0, 1000, NULL);
    uint32_t state = 5;
    if (!font) {
        printf("%s is not there\n", path);
        return;
    }
    for (int i = 0; i < 3000; i++) {
        UChar text[512];
        uint32_t r = next_random(&state);
        UString u = {.s = text, .n = random_line(&state, text)};
        TextStyle style = {.size = sizes[r % 3], .lang = langs[r / 4 % 4]};
        Item item = {.end = u.n,
                     .script = HB_SCRIPT_LATIN,
                     .lang = style.lang,
                     .style = &style,
                     .font = font};
        GlyphRun run;
        shape_range(a, &u, &item, 0, u.n, &run);
        check_line(&run);
        if (i % 100 == 0)
            arena_reset(a);
    }
    CHECK(font->words != NULL);
    font_free(font);
}

/* GPOS with one lookup of the feature kern, for pairs of a space and an A
 * (OpenType, "GPOS", PairPosFormat1). */
static hb_blob_t *space_kerning(hb_codepoint_t space, hb_codepoint_t letter) {
    const uint16_t words[] = {1,
                              0,
                              10,
                              30,
                              44, /* header */
                              1,
                              'D' << 8 | 'F',
                              'L' << 8 | 'T',
                              8, /* scripts */
                              4,
                              0,
                              0,
                              0xFFFF,
                              1,
                              0, /* a script, its language */
                              1,
                              'k' << 8 | 'e',
                              'r' << 8 | 'n',
                              8,
                              0,
                              1,
                              0, /* features */
                              1,
                              4,
                              2,
                              0,
                              1,
                              8, /* lookups */
                              1,
                              18,
                              4,
                              0,
                              1,
                              12, /* pairs by first glyph */
                              1,
                              (uint16_t)letter,
                              (uint16_t)-200, /* of the space */
                              1,
                              1,
                              (uint16_t)space}; /* coverage */
    char bytes[sizeof words];
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        bytes[2 * i] = (char)(words[i] >> 8);
        bytes[2 * i + 1] = (char)words[i];
    }
    return hb_blob_create(bytes, sizeof bytes, HB_MEMORY_MODE_DUPLICATE, NULL,
                          NULL);
}

/* The first face with that instead of its own tables of layout, as a file. */
static bool make_face(const char *path) {
    static const char *const tables[] = {"head", "hhea", "hmtx", "maxp",
                                         "cmap", "glyf", "loca", "OS/2"};
    hb_blob_t *file = hb_blob_create_from_file(FACES[0]);
    hb_face_t *face = hb_face_create(file, 0), *made = hb_face_builder_create();
    hb_font_t *font = hb_font_create(face);
    hb_codepoint_t space = 0, letter = 0;
    bool ok = hb_font_get_nominal_glyph(font, ' ', &space) &&
              hb_font_get_nominal_glyph(font, 'A', &letter);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        hb_tag_t tag = hb_tag_from_string(tables[i], 4);
        hb_blob_t *blob = hb_face_reference_table(face, tag);
        hb_face_builder_add_table(made, tag, blob);
        hb_blob_destroy(blob);
    }
    hb_blob_t *kerning = space_kerning(space, letter);
    hb_face_builder_add_table(made, HB_TAG('G', 'P', 'O', 'S'), kerning);
    hb_blob_destroy(kerning);
    unsigned n;
    hb_blob_t *bytes = hb_face_reference_blob(made);
    const char *s = hb_blob_get_data(bytes, &n);
    FILE *f = fopen(path, "wb");
    ok = ok && f && fwrite(s, 1, n, f) == n;
    ok = f && fclose(f) == 0 && ok;
    hb_blob_destroy(bytes);
    hb_face_destroy(made);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(file);
    return ok;
}

/* Is the space before an A narrower than the one before a B? */
static void kerns_over_space(Arena *a, const char *path) {
    Font *font = font_open(path, 0, 0, 1000, NULL);
    UChar text[] = u"l A B";
    UString u = {.s = text, .n = 5};
    TextStyle style = {.size = LEN_OF_PT(11), .lang = "en"};
    Item item = {.end = u.n,
                 .script = HB_SCRIPT_LATIN,
                 .lang = style.lang,
                 .style = &style,
                 .font = font};
    GlyphRun run = {0};
    CHECK(font != NULL);
    if (font)
        shape_range(a, &u, &item, 0, u.n, &run);
    CHECK_INT(run.n, 5);
    CHECK(run.n == 5 && run.glyphs[1].advance < run.glyphs[3].advance);
    font_free(font);
}

int main(void) {
    Arena *a = arena_new();
    for (size_t i = 0; i < sizeof FACES / sizeof *FACES; i++)
        check_face(a, FACES[i]);
    char made[] = "/tmp/envoi-test-XXXXXX";
    int fd = mkstemp(made);
    CHECK(fd >= 0 && make_face(made));
    kerns_over_space(a, made);
    check_face(a, made);
    close(fd);
    unlink(made);
    arena_free(a);
    return unit_done("text_shapewords");
}
