/* From words to a file and back: paragraphs laid out with the real fonts, over
 * several lines, and what poppler reads in the PDF. */
#include <sys/stat.h>

#include "../pdf/pdftry.h"

/* Without white space, the marks of direction that pdftotext adds, and the soft
 * hyphens of cut words: where a line ends there may have been a space, in
 * Chinese there was none. */
static const char *letters(Arena *a, const char *s) {
    char *out = arena_strdup(a, s), *to = out;
    for (size_t at = 0, n = strlen(s); at < n;) {
        size_t start = at;
        uint32_t cp = utf8_next(s, n, &at);
        if (cp <= ' ' || cp == 0xAD || (cp >= 0x202A && cp <= 0x202E))
            continue;
        memcpy(to, s + start, at - start);
        to += at - start;
    }
    *to = '\0';
    return out;
}

static const struct {
    const char *lang, *text;
} paras[] = {
    {"en", "We ask the office of the Governor (新疆维吾尔自治区) to find the "
           "file of the first petition, and to say where he is held. The "
           "official answer may be sent to the office below."},
    {"zh-Hans", "我们请求贵办公室复核2016年第479号案件，并告知家属他目前的"
                "健康状况和关押地点。“公开、公正”是我们的共同愿望。"},
    {"ug", "ھۆرمەتلىك باشلىق ئەپەندى، ئۇنىڭ سالامەتلىكى ۋە ئالاقە ئورنىنى "
           "ئائىلىسىگە ئۇقتۇرۇشىڭىزنى سورايمىز. بىز بۇ ئىشنىڭ ئادىل ھەل "
           "قىلىنىشىنى ئۈمىد قىلىمىز"},
    {"bo", "བཀྲ་ཤིས་བདེ་ལེགས། ང་ཚོས་ཁྱེད་ཀྱི་ཡིག་ཚང་ལ་རོགས་རམ་ཞུ་གི་ཡོད།"},
};

static void add_para(Try *t, Fontset *fs, uint32_t parent, size_t i,
                     TextAlign align) {
    const char *lang = paras[i].lang;
    TextStyle style = {.size = LEN_OF_PT(11), .lang = lang};
    UBuilder *b = ubuilder_new(t->arena);
    ubuilder_add(b, text_literal(paras[i].text), &style, t->diag);
    Para *p = ARENA_NEW(t->arena, Para);
    ParaOptions opt = {.width = LEN_OF_MM(90),
                       .align = align,
                       .leading_permille = 1500,
                       .langs = &lang,
                       .nlangs = 1};
    Hyphenator *hyphenator = hyphenator_new(NULL);
    if (align == ALIGN_JUSTIFY)
        opt.hyphenator = hyphenator;
    CHECK(para_layout(t->arena, fs, b, &opt, t->diag, p));
    CHECK(p->n > 1 || i == 3);
    uint32_t tag = display_tag(&t->tags, ROLE_P, parent, lang);
    display_para(t->arena, &t->page.items, tag, LEN_OF_MM(25), t->next_y, p, 0,
                 p->n);
    t->next_y += p->height + LEN_OF_PT(20);
    hyphenator_free(hyphenator);
}

/* Each alone, so that a difference names its paragraph; then all on one page,
 * for its size and its structure. */
static void test_paras(Fontset *fs, TextAlign align) {
    enum { N = sizeof paras / sizeof *paras };
    for (size_t i = 0; i <= N; i++) {
        Try t;
        try_begin(&t);
        uint32_t doc =
            display_tag(&t.tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "en");
        for (size_t k = 0; k < N; k++)
            if (k == i || i == N)
                add_para(&t, fs, doc, k, align);
        PdfOptions opt = {.lang = "en", .tags = &t.tags};
        CHECK(try_write(&t, "a.pdf", &opt));
        CHECK_STR(try_messages(&t), "");
        /* No reader may see a space in the quarter em beside digits. */
        if (i == 1)
            CHECK(!strchr(try_command(&t, "pdftotext %s -", "a.pdf"), ' '));
        if (i < N)
            CHECK_STR(
                letters(t.arena, try_command(&t, "pdftotext %s -", "a.pdf")),
                letters(t.arena, paras[i].text));
        struct stat st;
        CHECK(stat(try_path(&t, "a.pdf"), &st) == 0 && st.st_size < 60000);
        CHECK(try_command(&t, "qpdf --check %s", "a.pdf"));
        const char *tree =
            try_command(&t, "pdfinfo -struct %s | grep -c ' P '", "a.pdf");
        CHECK_INT(tree ? atoi(tree) : 0, i < N ? 1 : N);
        try_end(&t);
    }
}

int main(void) {
    const char *data = getenv("ENVOI_DATA");
    Diag *diag = diag_new();
    Fontset *fs = fontset_new(data ? data : ".", false, diag);
    CHECK(fs != NULL);
    if (fs && try_tool("qpdf") && try_tool("pdftotext")) {
        test_paras(fs, ALIGN_START);
        test_paras(fs, ALIGN_JUSTIFY);
    }
    fontset_free(fs);
    diag_free(diag);
    return unit_done("test_out_para");
}
