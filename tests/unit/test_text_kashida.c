#include "text/kashida.h"

#include "base/fs.h"
#include "text/para.h"
#include "unit.h"

typedef struct Bench {
    Arena *a;
    Diag *diag;
    Fontset *fs;
} Bench;

static Para laid_out(Bench *t, const char *text, const char *lang, Len width,
                     TextAlign align) {
    TextStyle style = {
        .family = FONT_SERIF, .size = LEN_OF_PT(12), .lang = lang};
    UBuilder *b = ubuilder_new(t->a);
    ubuilder_add(b, text_literal(text), &style, t->diag);
    ParaOptions opt = {
        .width = width, .align = align, .langs = &lang, .nlangs = 1};
    Para p;
    CHECK(para_layout(t->a, t->fs, b, &opt, t->diag, &p));
    return p;
}

/* Strokes on a line: glyphs of U+0640 where the text has none. */
static int strokes(const Line *line) {
    int n = 0;
    for (size_t k = 0; k < line->nruns; k++) {
        const GlyphRun *run = line->runs[k].run;
        uint32_t tatweel = font_glyph(run->font, 0x640, 0);
        for (uint32_t g = 0; g < run->n; g++)
            n += run->glyphs[g].id == tatweel;
    }
    return n;
}

/* The cluster that the only stroke of a line belongs to. */
static UChar extended(const Line *line) {
    for (size_t k = 0; k < line->nruns; k++) {
        const GlyphRun *run = line->runs[k].run;
        uint32_t tatweel = font_glyph(run->font, 0x640, 0);
        for (uint32_t g = 0; g < run->n; g++) {
            if (run->glyphs[g].id == tatweel)
                return run->text->s[run->glyphs[g].cluster];
        }
    }
    return 0;
}

/* Spaces alone first; then every word grows alike, to the edge. */
static void after_the_spaces(Bench *t) {
    static const char TEXT[] = "كەلگەن كىشى كۆپ بولغان";
    Len natural = laid_out(t, TEXT, "ug", LEN_OF_MM(200), ALIGN_START).width;
    /* A word behind, so that the first line is not the last. */
    const char *more = "كەلگەن كىشى كۆپ بولغان قاراقۇرۇمدىكىلەردىن";
    Para p = laid_out(t, more, "ug", natural + LEN_PT, ALIGN_JUSTIFY);
    CHECK_INT(p.lines[0].end, 23);
    CHECK_INT(p.lines[0].width, natural + LEN_PT);
    CHECK_INT(strokes(&p.lines[0]), 0);
    Len wide = natural + LEN_OF_PT(14);
    p = laid_out(t, more, "ug", wide, ALIGN_JUSTIFY);
    CHECK_INT(p.lines[0].end, 23);
    CHECK_INT(p.lines[0].width, wide);
    CHECK_INT(strokes(&p.lines[0]), 4);
    CHECK_INT(strokes(&p.lines[1]), 0); /* the last line is as it is */
    p = laid_out(t, more, "ug", wide, ALIGN_START);
    CHECK_INT(strokes(&p.lines[0]), 0);
}

/* The last join, but not of lam and alef, nor in other scripts or languages. */
static void where(Bench *t) {
    Para p = laid_out(t, "تىلىم\u2028", "ug", LEN_OF_MM(30), ALIGN_JUSTIFY);
    CHECK_INT(strokes(&p.lines[0]), 0); /* a forced break is not justified */
    static const struct {
        const char *text, *lang;
        UChar extended; /* 0: none */
    } CASES[] = {
        {"كىشى", "ug", u'ش'}, {"سىلا", "ug", u'ى'}, /* not la */
        {"دادا", "ug", 0},                          /* nothing joins */
        {"بۇ", "ug", 0},                            /* too short */
        {"كىشى", "fa", 0},    {"abc", "ug", 0},
    };
    static const char WIDE[] = "بولمايدىغانلىقىمىزدىن";
    Len width = laid_out(t, WIDE, "ug", LEN_OF_MM(90), ALIGN_START).width;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *text = arena_printf(t->a, "%s %s", CASES[i].text, WIDE);
        p = laid_out(t, text, CASES[i].lang, width + LEN_PT, ALIGN_JUSTIFY);
        CHECK_INT(p.n, 2);
        CHECK_INT(extended(&p.lines[0]), CASES[i].extended);
        CHECK_INT(strokes(&p.lines[0]), CASES[i].extended != 0);
    }
}

int main(void) {
    Bench t = {.a = arena_new(), .diag = diag_new()};
    t.fs = fontset_new(fs_data_dir(t.a), false, t.diag);
    CHECK(t.fs != NULL);
    if (t.fs) {
        after_the_spaces(&t);
        where(&t);
    }
    fontset_free(t.fs);
    diag_free(t.diag);
    arena_free(t.a);
    return unit_done("text_kashida");
}
