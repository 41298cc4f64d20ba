/* What readers make of the text: poppler here, always; MuPDF where its reading
 * order is the logical one. For pdf.js and PDFium see tests/pdf/readers.mjs. */
#include "../pdf/pdftry.h"

typedef struct Case {
    const char *path;
    unsigned index;
    const char *text;
    bool rtl;
    const char *script, *lang;
    bool mupdf; /* MuPDF gives it back in logical order too */
} Case;

static const Case cases[] = {
    {SERIF, 0, "The office offers a difficult fjord: AV, To.", false, "Latn",
     "en", true},
    /* one glyph, two texts: "fi" by ligature and U+FB01 itself */
    {SERIF, 0, "first \uFB01rst first", false, "Latn", "en", false},
    /* decomposed marks that no glyph composes */
    {SERIF, 0, "x\u0302 q\u0323\u0303 Vi\u1EC7t", false, "Latn", "vi", false},
    {CJK, CJK_SC, "新疆维吾尔自治区乌鲁木齐市天山区中山路479号", false, "Hani",
     "zh-Hans", true},
    {UKIJ, 0, "ئەكپەر ئەسەت سالام ئالاھىدە", true, "Arab", "ug", false},
    {NASKH, 0, "سالام ئالاھىدە خەلىقئارا", true, "Arab", "ug", false},
    {TIBETAN, 0, "བོད་སྐད་ཀྱི་ཡི་གེ་རྒྱལ་པོ། སྒྲུབ་ཐབས་ཧཱུྃ", false, "Tibt", "bo", false},
    {HANA, 0, "𠀋𪜀𫝀", false, "Hani", "zh-Hans", true},
};

/* Without the marks of direction that pdftotext puts around right-to-left
 * text, and line ends. */
static const char *plain(Arena *a, const char *s) {
    char *out = arena_strdup(a, s), *to = out;
    for (size_t at = 0, n = strlen(s); at < n;) {
        size_t start = at;
        uint32_t cp = utf8_next(s, n, &at);
        if (cp == '\n' || cp == '\f' || cp == '\r' ||
            (cp >= 0x202A && cp <= 0x202E))
            continue;
        memcpy(to, s + start, at - start);
        to += at - start;
    }
    *to = '\0';
    return out;
}

static void check_case(const Case *c, bool tagged) {
    Try t;
    try_begin(&t);
    Font *font = try_font(&t, c->path, c->index);
    if (font) {
        uint32_t doc =
            tagged ? display_tag(&t.tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "en")
                   : DISPLAY_NO_TAG;
        try_line(&t, doc,
                 try_run(&t, font, c->text, c->rtl, c->script, c->lang, 14));
        PdfOptions opt = {.lang = "en", .tags = tagged ? &t.tags : NULL};
        CHECK(try_write(&t, "a.pdf", &opt));
        CHECK_STR(plain(t.arena, try_command(&t, "pdftotext %s -", "a.pdf")),
                  c->text);
        if (c->mupdf && try_tool("mutool"))
            CHECK_STR(
                plain(t.arena,
                      try_command(&t, "mutool draw -q -F txt %s 2>/dev/null",
                                  "a.pdf")),
                c->text);
        const char *fonts = try_command(&t, "pdffonts %s", "a.pdf");
        CHECK(fonts && strstr(fonts, " yes yes yes "));
        CHECK(try_command(&t, "qpdf --check %s", "a.pdf"));
    }
    try_end(&t);
}

/* Two texts of a CID-keyed CFF glyph: a CID cannot be virtual, so there is a
 * second Type0 font over the same program. */
static void test_cff_two_texts(void) {
    Try t;
    try_begin(&t);
    Font *font = try_font(&t, CJK, CJK_SC);
    if (font) {
        GlyphRun *one = try_run(&t, font, "料料", false, "Hani", "zh-Hans", 14);
        GlyphRun *two = try_run(&t, font, "料", false, "Hani", "zh-Hans", 14);
        two->text->s[0] = 0xF9BE; /* CJK COMPATIBILITY IDEOGRAPH of the same */
        try_line(&t, DISPLAY_NO_TAG, one);
        try_line(&t, DISPLAY_NO_TAG, two);
        CHECK(try_write(&t, "a.pdf", &(PdfOptions){.lang = ""}));
        CHECK_STR(plain(t.arena, try_command(&t, "pdftotext %s -", "a.pdf")),
                  "料料\uF9BE");
        const char *qdf = try_command(&t, "qpdf --qdf %s - | strings", "a.pdf");
        size_t type0 = 0, programs = 0;
        for (const char *s = qdf; s && (s = strstr(s, "/Type0")); s++)
            type0++;
        for (const char *s = qdf; s && (s = strstr(s, "/CIDFontType0C")); s++)
            programs++;
        CHECK_INT(type0, 2);
        CHECK_INT(programs, 1);
    }
    try_end(&t);
}

/* A piece of a run, as a line break makes it, has the text of its glyphs. */
static void test_piece(void) {
    Try t;
    try_begin(&t);
    Font *font = try_font(&t, UKIJ, 0);
    if (font) {
        GlyphRun *run =
            try_run(&t, font, "سالام دۇنيا", true, "Arab", "ug", 14);
        uint32_t space = 0;
        while (run->text->s[run->glyphs[space].cluster] != ' ')
            space++;
        /* visual order: the second word is to the left of the space */
        display_run(t.arena, &t.page.items, DISPLAY_NO_TAG, LEN_OF_PT(60),
                    LEN_OF_PT(60), run, space + 1, run->n);
        display_run(t.arena, &t.page.items, DISPLAY_NO_TAG, LEN_OF_PT(60),
                    LEN_OF_PT(90), run, 0, space);
        CHECK(try_write(&t, "a.pdf", &(PdfOptions){.lang = "ug"}));
        CHECK_STR(plain(t.arena, try_command(&t, "pdftotext %s -", "a.pdf")),
                  "سالامدۇنيا");
    }
    try_end(&t);
}

/* The hyphen drawn for a soft one is a soft hyphen to readers, and the soft
 * hyphen that was not needed is nothing. */
static void test_soft_hyphen(void) {
    Try t;
    try_begin(&t);
    Font *font = try_font(&t, SERIF, 0);
    if (font) {
        GlyphRun *run =
            try_run(&t, font, "ab\u00ADcd", false, "Latn", "en", 14);
        try_line(&t, DISPLAY_NO_TAG, run);
        GlyphRun *hyphen = try_run(&t, font, "-", false, "Latn", "en", 14);
        hyphen->text->s[0] = 0xAD;
        try_line(&t, DISPLAY_NO_TAG, hyphen);
        CHECK(try_write(&t, "a.pdf", &(PdfOptions){.lang = "en"}));
        CHECK_STR(plain(t.arena, try_command(&t, "pdftotext %s -", "a.pdf")),
                  "abcd\u00AD");
    }
    try_end(&t);
}

int main(void) {
    if (try_tool("pdftotext") && try_tool("qpdf")) {
        for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
            check_case(&cases[i], true);
            check_case(&cases[i], false);
        }
        test_cff_two_texts();
        test_piece();
        test_soft_hyphen();
    }
    return unit_done("test_out_text");
}
