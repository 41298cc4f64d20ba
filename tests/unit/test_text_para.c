#include "text/para.h"

#include <stdlib.h>

#include "base/fs.h"
#include "unit.h"

typedef struct Bench {
    Arena *a;
    Diag *diag;
    Fontset *fs;
} Bench;

static Para laid_out(Bench *t, const char *text, const char *lang,
                     ParaOptions opt) {
    TextStyle style = {
        .family = FONT_SERIF, .size = LEN_OF_PT(10), .lang = lang};
    UBuilder *b = ubuilder_new(t->a);
    ubuilder_add(b, text_literal(text), &style, t->diag);
    const char *langs[] = {lang};
    opt.langs = langs;
    opt.nlangs = 1;
    Para p;
    CHECK(para_layout(t->a, t->fs, b, &opt, t->diag, &p));
    return p;
}

static const char *line_text(Bench *t, const Para *p, size_t i) {
    return ustring_utf8(t->a, &p->text, p->lines[i].start, p->lines[i].end);
}

/* What every layout promises: lines cover the text in order, runs cover their
 * line's text, widths are the sums of advances, nothing is .notdef. */
static void check_sound(const Para *p) {
    uint32_t at = 0;
    for (size_t i = 0; i < p->n; i++) {
        const Line *line = &p->lines[i];
        CHECK_INT(line->start, at);
        CHECK(line->end >= at);
        at = line->end;
        Len ink = 0;
        for (size_t k = 0; k < line->nruns; k++) {
            const LineRun *r = &line->runs[k];
            Len width = 0;
            CHECK(r->run->start >= line->start && r->run->end <= line->end);
            for (uint32_t g = r->from; g < r->to; g++) {
                width += r->run->glyphs[g].advance;
                CHECK(r->run->glyphs[g].id != 0);
                CHECK(r->run->glyphs[g].cluster >= r->run->start);
                CHECK(r->run->glyphs[g].cluster < r->run->end);
            }
            CHECK_INT(width, r->run->width);
            if (k > 0)
                CHECK_INT(r->x,
                          line->runs[k - 1].x + line->runs[k - 1].run->width);
            ink += width;
        }
        CHECK(ink >= line->width);
        CHECK(line->width <= p->width);
    }
    CHECK_INT(at, p->text.n);
}

static void empty_paragraph(Bench *t) {
    Para p = laid_out(t, "", "en", (ParaOptions){.width = LEN_OF_MM(50)});
    CHECK_INT(p.n, 1);
    CHECK_INT(p.lines[0].nruns, 0);
    CHECK_INT(p.width, 0);
    CHECK(p.height > LEN_OF_PT(10) && p.height < LEN_OF_PT(20));
    CHECK_INT(p.lines[0].baseline, p.lines[0].ascent);
}

static void words_wrap(Bench *t) {
    Para p = laid_out(t, "Write to the authorities and ask for her release.",
                      "en", (ParaOptions){.width = LEN_OF_MM(40)});
    check_sound(&p);
    CHECK(p.n >= 2);
    CHECK_STR(line_text(t, &p, 0), "Write to the authorities ");
    for (size_t i = 0; i < p.n; i++)
        CHECK(p.lines[i].width <= LEN_OF_MM(40) && !p.lines[i].overfull);
    Para one = laid_out(t, "Write to the authorities and ask for her release.",
                        "en", (ParaOptions){.width = LEN_OF_MM(400)});
    CHECK_INT(one.n, 1);
    CHECK_INT(para_natural_width(&p), one.lines[0].width);
    CHECK_INT(para_natural_width(&one), one.width);
}

static void leading_is_exact(Bench *t) {
    Para p = laid_out(
        t, "one\u2028中文\u2028\u2028two", "en",
        (ParaOptions){.width = LEN_OF_MM(40), .leading_permille = 1300});
    CHECK_INT(p.n, 4);
    for (size_t i = 1; i < p.n; i++)
        CHECK_INT(p.lines[i].baseline - p.lines[i - 1].baseline, LEN_OF_PT(13));
    CHECK_INT(p.height, LEN_OF_PT(52));
}

/* Sum of advances over ems: what Chinese spacing came to. */
static double ems(const Para *p, size_t line) {
    return len_pt(p->lines[line].width) / 10;
}

static bool near(double a, double b) {
    return a > b - 0.002 && a < b + 0.002;
}

static void chinese_spacing(Bench *t) {
    ParaOptions wide = {.width = LEN_OF_MM(150)};
    Para p = laid_out(t, "中文", "zh-Hans", wide);
    CHECK(near(ems(&p, 0), 2));
    p = laid_out(t, "中文。", "zh-Hans", wide); /* half width at the end */
    CHECK(near(ems(&p, 0), 2.5));
    p = laid_out(t, "中，文", "zh-Hans", wide);
    CHECK(near(ems(&p, 0), 3));
    p = laid_out(t, "中），文", "zh-Hans", wide); /* 2 em become 1.5 */
    CHECK(near(ems(&p, 0), 3.5));
    p = laid_out(t, "中：《文", "zh-Hans", wide);
    CHECK(near(ems(&p, 0), 3.5));
    p = laid_out(t, "中（《文", "zh-Hans", wide);
    CHECK(near(ems(&p, 0), 3.5));
    p = laid_out(t, "中（）文", "zh-Hans", wide);
    CHECK(near(ems(&p, 0), 4));
    p = laid_out(t, "尔·艾", "zh-Hans", wide);
    CHECK(near(ems(&p, 0), 2.5));
    /* Taiwan: marks in the middle of the em, left alone. */
    p = laid_out(t, "中），文。", "zh-Hant", wide);
    CHECK(near(ems(&p, 0), 5));
    /* A quarter em beside Western words, not beside marks or spaces. */
    Para word = laid_out(t, "ab", "en", wide);
    double ab = ems(&word, 0);
    p = laid_out(t, "中ab文", "zh-Hans", wide);
    CHECK(near(ems(&p, 0), 2.5 + ab));
    p = laid_out(t, "中，ab（文", "zh-Hans", wide);
    CHECK(near(ems(&p, 0), 4 + ab));
    check_sound(&p);
}

static void chinese_gap_goes_at_line_end(Bench *t) {
    Para word = laid_out(t, "abc", "en", (ParaOptions){.width = LEN_OF_MM(90)});
    Len width = LEN_OF_PT(20) + LEN_OF_PT(1);
    Para p = laid_out(t, "中文abc文", "zh-Hans", (ParaOptions){.width = width});
    check_sound(&p);
    CHECK_STR(line_text(t, &p, 0), "中文");
    CHECK(near(ems(&p, 0), 2));
    CHECK_STR(line_text(t, &p, 1), "abc");
    CHECK_INT(p.lines[1].width, word.width);
}

static void justified_lines_are_full(Bench *t) {
    static const char *const TEXTS[][2] = {
        {"zh-Hans", "他说：“请释放艾克拜尔·艾赛提（又名Ekpar "
                    "Asat）——立刻……”。2021年6月26日，我们写信给法院，要求"
                    "公开审判记录；至今没有答复！我们还会写下去，直到他回家。"},
        {"en", "Write to the authorities and ask them to release her at once "
               "and without any condition, and to tell her family."},
        {"ug", "ئۇيغۇر يېزىقىدىكى خەت ئوڭدىن سولغا يېزىلىدۇ، ھەر بىر سۆز ئۆز "
               "ئورنىدا تۇرىدۇ، قۇرلار تۈز بولىدۇ."},
    };
    for (size_t i = 0; i < 3; i++) {
        for (int mm = 40; mm < 90; mm += 7) {
            Len width = LEN_OF_MM(mm);
            Para p =
                laid_out(t, TEXTS[i][1], TEXTS[i][0],
                         (ParaOptions){.width = width, .align = ALIGN_JUSTIFY});
            check_sound(&p);
            for (size_t k = 0; k + 1 < p.n; k++)
                CHECK_INT(p.lines[k].width, width);
            CHECK(p.lines[p.n - 1].width <= width);
        }
    }
}

static void right_to_left(Bench *t) {
    Len width = LEN_OF_MM(50);
    Para p = laid_out(t, "ئۇيغۇر يېزىقىدىكى خەت ئوڭدىن سولغا يېزىلىدۇ.", "ug",
                      (ParaOptions){.width = width});
    check_sound(&p);
    CHECK(p.rtl && p.n == 2);
    for (size_t i = 0; i < p.n; i++)
        CHECK_INT(p.lines[i].x + p.lines[i].width, width);
    /* The trailing space of the first line stands left of it. */
    const LineRun *left = &p.lines[0].runs[0];
    CHECK(left->x < 0);
    Len advance = 0;
    for (size_t k = 0; k < p.lines[0].nruns; k++)
        advance += p.lines[0].runs[k].run->width;
    CHECK_INT(advance + left->x, p.lines[0].width);
    /* A number keeps its order: its digits rise from left to right. */
    p = laid_out(t, "تېلېفون: +86 991 123-4567", "ug",
                 (ParaOptions){.width = LEN_OF_MM(150)});
    check_sound(&p);
    const GlyphRun *number = NULL;
    for (size_t k = 0; k < p.lines[0].nruns; k++) {
        if (p.lines[0].runs[k].run->item->level == 2 && !number)
            number = p.lines[0].runs[k].run;
    }
    CHECK(number && number->n > 1 &&
          number->glyphs[0].cluster < number->glyphs[number->n - 1].cluster);
}

static void indents_and_alignment(Bench *t) {
    Len width = LEN_OF_MM(60), indent = LEN_OF_MM(5);
    static const char TEXT[] =
        "Write to the authorities and ask for her release at once.";
    Para p = laid_out(t, TEXT, "en",
                      (ParaOptions){.width = width, .first_indent = indent});
    CHECK_INT(p.lines[0].x, indent);
    CHECK_INT(p.lines[1].x, 0);
    p = laid_out(t, TEXT, "en",
                 (ParaOptions){.width = width, .hang_indent = indent});
    CHECK_INT(p.lines[0].x, 0);
    CHECK_INT(p.lines[1].x, indent);
    p = laid_out(t, TEXT, "en",
                 (ParaOptions){.width = width, .align = ALIGN_END});
    CHECK_INT(p.lines[0].x + p.lines[0].width, width);
    p = laid_out(t, TEXT, "en",
                 (ParaOptions){.width = width, .align = ALIGN_CENTER});
    CHECK(abs(2 * p.lines[0].x + p.lines[0].width - width) <= 1);
    p = laid_out(t, "سالام", "ug",
                 (ParaOptions){.width = width, .first_indent = indent});
    CHECK_INT(p.lines[0].x + p.lines[0].width, width - indent);
}

static void soft_hyphens(Bench *t) {
    static const char TEXT[] = "inter\u00ADnational";
    Para whole = laid_out(t, "international", "en",
                          (ParaOptions){.width = LEN_OF_MM(100)});
    Para p = laid_out(t, TEXT, "en", (ParaOptions){.width = LEN_OF_MM(100)});
    CHECK_INT(p.n, 1);
    CHECK_INT(p.width, whole.width); /* not drawn inside a line */
    p = laid_out(t, TEXT, "en", (ParaOptions){.width = LEN_OF_MM(14)});
    check_sound(&p);
    CHECK_INT(p.n, 2);
    const Line *first = &p.lines[0];
    const GlyphRun *hyphen = first->runs[first->nruns - 1].run;
    CHECK_INT(hyphen->n, 1);
    CHECK_INT(hyphen->glyphs[0].cluster, 5);
    CHECK_INT(first->runs[0].run->end, 5);
    /* A ligature over the hyphen is cut: of-fice has its own f on each side. */
    p = laid_out(t, "of\u00ADfice", "en", (ParaOptions){.width = LEN_OF_MM(5)});
    check_sound(&p);
    CHECK_INT(p.n, 2);
    CHECK_INT(p.lines[0].runs[0].run->n, 2);
}

static void uncovered_is_an_error(Bench *t) {
    size_t before = diag_count(t->diag, DIAG_ERROR);
    Para p = laid_out(t, "a\U000F0000b", "en",
                      (ParaOptions){.width = LEN_OF_MM(50)});
    CHECK(diag_count(t->diag, DIAG_ERROR) > before);
    for (size_t k = 0; k < p.lines[0].nruns; k++) {
        for (uint32_t g = 0; g < p.lines[0].runs[k].run->n; g++)
            CHECK(p.lines[0].runs[k].run->glyphs[g].id != 0);
    }
}

static void no_notdef_passes_unsaid(Bench *t) {
    size_t before = diag_count(t->diag, DIAG_ERROR);
    laid_out(t, "中\u3000\uFE0F", "en", (ParaOptions){.width = LEN_OF_MM(50)});
    laid_out(t, "\u3000\uFE0F", "en", (ParaOptions){.width = LEN_OF_MM(50)});
    CHECK(diag_count(t->diag, DIAG_ERROR) > before);
}

/* Every width at once: no crash, no lost text, nothing past the edge that is
 * not said to be. */
static void all_widths(Bench *t) {
    static const char *const TEXTS[][2] = {
        {"zh-Hans",
         "北京市西城区（Xicheng）2021年12月，“你好”——‘再见’……《书》"},
        {"ug", "ئۇ Amnesty International غا +86 991 123-4567 دې\u00ADدى."},
        {"en", "of\u00ADfice—fiancé, 艾克拜尔·艾赛提 بالا end"},
    };
    for (size_t i = 0; i < 3; i++) {
        for (Len w = LEN_OF_PT(1); w < LEN_OF_PT(300); w += LEN_OF_PT(9)) {
            for (int way = 0; way < 2 * (ALIGN_JUSTIFY + 1); way++) {
                Para p = laid_out(t, TEXTS[i][1], TEXTS[i][0],
                                  (ParaOptions){.width = w,
                                                .align = (TextAlign)(way / 2),
                                                .vertical = way % 2});
                check_sound(&p);
                for (size_t k = 0; k < p.n; k++)
                    CHECK(p.lines[k].overfull ||
                          p.lines[k].width <= w + LEN_OF_PT(0.5));
            }
        }
    }
}

/* The pattern `n` times over. */
static char *repeated(Bench *t, const char *pattern, size_t n) {
    size_t len = strlen(pattern);
    char *s = arena_alloc(t->a, n * len + 1);
    for (size_t i = 0; i < n; i++)
        memcpy(s + i * len, pattern, len);
    return s;
}

/* Text of 60,000 characters of one kind, in time that grows with the text. */
static void long_paragraphs(Bench *t) {
    static const char *const PATTERNS[] = {
        "a",       "中",     " ",      "a ",  "（",  "1",      "1 ",
        "i\u00AD", "\u2028", "“",      "·",   "—",   "市",     "ب",
        "ب ",      "中a",    "\u200B", "((1", "a/b", "\u00A0", "\u3000"};
    for (size_t i = 0; i < sizeof PATTERNS / sizeof *PATTERNS; i++) {
        const char *text = repeated(t, PATTERNS[i], 60000);
        ParaOptions opt = {.width = LEN_OF_MM(100),
                           .align = ALIGN_JUSTIFY,
                           .breaks = i % 2 ? BREAK_ADDRESS : BREAK_NORMAL};
        Para p = laid_out(t, text, "zh-Hans", opt);
        CHECK_INT(p.lines[p.n - 1].end, p.text.n);
        CHECK(p.width > 0 || i == 2 || i == 8 || i == 16 || i >= 19);
    }
    /* 11 m is as far as lengths go: said, not wrapped round. */
    size_t before = diag_count(t->diag, DIAG_ERROR);
    Para p = laid_out(t, repeated(t, "\u2028", 50000), "en",
                      (ParaOptions){.width = LEN_OF_MM(100)});
    CHECK_INT(p.height, LEN_MAX);
    CHECK(diag_count(t->diag, DIAG_ERROR) > before);
}

static void soft_hyphen_oddities(Bench *t) {
    static const char *const TEXTS[] = {
        "foo\u00AD\u00A0bar", "foo\u00AD bar",      "\u00AD",
        "\u00ADfoo\u00AD",    "foo\u00AD\u00ADbar", "中\u00AD文",
        "foo\u00AD\u2028bar", "قىل\u00AD\u00ADمى",  "\u00AD\u00AD\u200B"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        for (Len w = 0; w < LEN_OF_PT(40); w += LEN_OF_PT(2)) {
            Para p = laid_out(t, TEXTS[i], "en", (ParaOptions){.width = w});
            check_sound(&p);
        }
    }
}

static void same_result_twice(Bench *t) {
    static const char TEXT[] = "他说“好”，ئۇيغۇر and 2021年。";
    ParaOptions opt = {.width = LEN_OF_MM(30), .align = ALIGN_JUSTIFY};
    Para p = laid_out(t, TEXT, "zh-Hans", opt);
    Para q = laid_out(t, TEXT, "zh-Hans", opt);
    CHECK_INT(p.n, q.n);
    CHECK_INT(p.width, q.width);
    for (size_t i = 0; i < p.n; i++) {
        CHECK_INT(p.lines[i].nruns, q.lines[i].nruns);
        CHECK_INT(p.lines[i].width, q.lines[i].width);
    }
}

/* The short way gives what the long way gives. */
static void same_para(const Para *x, const Para *y) {
    CHECK_INT(x->n, y->n);
    CHECK_INT(x->width, y->width);
    CHECK_INT(x->height, y->height);
    CHECK_INT(x->natural_width, y->natural_width);
    CHECK_INT(x->demerits, y->demerits);
    for (size_t i = 0; i < x->n && i < y->n; i++) {
        const Line *l = &x->lines[i], *m = &y->lines[i];
        CHECK_INT(l->x, m->x);
        CHECK_INT(l->width, m->width);
        CHECK_INT(l->ascent, m->ascent);
        CHECK_INT(l->descent, m->descent);
        CHECK_INT(l->baseline, m->baseline);
        CHECK_INT(l->start, m->start);
        CHECK_INT(l->end, m->end);
        CHECK_INT(l->overfull, m->overfull);
        CHECK_INT(l->nruns, m->nruns);
        const GlyphRun *r = l->runs[0].run, *s = m->runs[0].run;
        CHECK(r->font == s->font);
        CHECK_INT(r->em, s->em);
        CHECK_INT(r->n, s->n);
        CHECK_INT(r->item->script, s->item->script);
        CHECK_INT(r->item->level, s->item->level);
        CHECK_STR(r->item->lang, s->item->lang);
        CHECK_INT(l->runs[0].x, m->runs[0].x);
        for (uint32_t g = 0; g < r->n && g < s->n; g++) {
            CHECK_INT(r->glyphs[g].id, s->glyphs[g].id);
            CHECK_INT(r->glyphs[g].advance, s->glyphs[g].advance);
            CHECK_INT(r->glyphs[g].cluster, s->glyphs[g].cluster);
            CHECK_INT(r->glyphs[g].dx, s->glyphs[g].dx);
        }
    }
}

static void short_and_long_way(Bench *t) {
    static const char *const texts[] = {
        "Ana Ruiz",
        "12 Rue de l'\xC3\x89glise",
        "75007 PARIS (Cedex 2)",
        "Wa\xC5\x82\xC4\x99sa & S\xC3\xB8n; no. 4/a: +49 (0)30 123-4567",
        "office ffi fl AVAW To",
        "Ana\xE2\x80\x82\xC2\xB7\xE2\x80\x82LYON",
        "x",
        "1 A",
        "12 rue de l\xE2\x80\x99\xC3\x89glise",
        "\xE2\x80\x98x\xE2\x80\x99 \xE2\x80\x9C\x41\xE2\x80\x9D",
        "\x33\xE2\x80\x93\x35 a",
        "\xE2\x80\x9Dm\xE2\x80\x98\xE2\x80\x98",
        "B-1, C_2@d.e",
        "\xC5\xBF\xC5\x89"};
    static const char *const langs[] = {"en-GB",   "fr", "de", "tr",
                                        "zh-Hans", "ug", "und"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t k = 0; k < sizeof langs / sizeof *langs; k++)
            for (int align = ALIGN_START; align <= ALIGN_JUSTIFY; align++)
                for (int wide = 0; wide < 2; wide++) {
                    TextStyle style = {.family = k % 2 ? FONT_SANS : FONT_SERIF,
                                       .bold = align == ALIGN_END,
                                       .size = LEN_OF_PT(9.5),
                                       .lang = langs[k]};
                    ParaOptions opt = {.width = LEN_OF_PT(wide ? 300 : 60),
                                       .align = (TextAlign)align,
                                       .breaks =
                                           k % 3 ? BREAK_NORMAL : BREAK_NONE,
                                       .first_indent = LEN_OF_PT(7),
                                       .leading_permille = wide ? 0 : 1200};
                    Para two[2];
                    for (int way = 0; way < 2; way++) {
                        UBuilder *b = ubuilder_new(t->a);
                        opt.thorough = way == 1;
                        ubuilder_add(b, text_literal(texts[i]), &style,
                                     t->diag);
                        para_layout(t->a, t->fs, b, &opt, t->diag, &two[way]);
                    }
                    same_para(&two[0], &two[1]);
                }
}

int main(void) {
    Bench t = {.a = arena_new(), .diag = diag_new()};
    t.fs = fontset_new(fs_data_dir(t.a), false, t.diag);
    CHECK(t.fs != NULL);
    if (t.fs) {
        short_and_long_way(&t);
        empty_paragraph(&t);
        words_wrap(&t);
        leading_is_exact(&t);
        chinese_spacing(&t);
        chinese_gap_goes_at_line_end(&t);
        justified_lines_are_full(&t);
        right_to_left(&t);
        indents_and_alignment(&t);
        soft_hyphens(&t);
        uncovered_is_an_error(&t);
        no_notdef_passes_unsaid(&t);
        all_widths(&t);
        soft_hyphen_oddities(&t);
        long_paragraphs(&t);
        same_result_twice(&t);
    }
    fontset_free(t.fs);
    diag_free(t.diag);
    arena_free(t.a);
    return unit_done("text_para");
}
