#include "text/hyphenate.h"

#include <stdlib.h>
#include <unicode/ustring.h>

#include "base/fs.h"
#include "text/hyphen.h"
#include "text/para.h"
#include "text/patterns.h"
#include "text/uyghur.h"
#include "unit.h"

typedef struct Bench {
    Arena *a;
    Diag *diag;
    Fontset *fs;
    Hyphenator *h;
} Bench;

/* `word` with "-" at every place, as UTF-8. */
static const char *marked(Arena *a, const UChar *s, uint32_t n,
                          const bool *after) {
    UChar out[200];
    char utf8[400];
    int32_t m = 0;
    UErrorCode e = U_ZERO_ERROR;
    for (uint32_t i = 0; i < n; i++) {
        out[m++] = s[i];
        if (after[i])
            out[m++] = '-';
    }
    u_strToUTF8(utf8, sizeof utf8, NULL, out, m, &e);
    return arena_strdup(a, utf8);
}

static uint32_t units(const char *word, UChar out[100]) {
    int32_t n = 0;
    UErrorCode e = U_ZERO_ERROR;
    u_strFromUTF8(out, 100, &n, word, -1, &e);
    return (uint32_t)n;
}

static const char *cut(Bench *t, const char *lang, const char *word) {
    UChar s[100];
    bool after[100];
    uint32_t n = units(word, s);
    if (!hyphenator_word(t->h, lang, s, n, after))
        return "no dictionary";
    return marked(t->a, s, n, after);
}

static const char *syllables(Bench *t, const char *word) {
    UChar s[100];
    bool after[100];
    uint32_t n = units(word, s);
    uyghur_hyphens(s, n, after);
    return marked(t->a, s, n, after);
}

/* A dictionary of our own: three patterns, an 8-bit coding, minima. */
static void write_file(const char *path, const char *bytes) {
    FILE *f = fopen(path, "w");
    CHECK(f != NULL);
    if (!f)
        return;
    fputs(bytes, f);
    fclose(f);
}

static void own_dictionaries(Bench *t) {
    char folder[] = "/tmp/envoi-hyphen-XXXXXX";
    CHECK(mkdtemp(folder) != NULL);
    const char *de = fs_join(t->a, folder, "hyph_de_DE.dic");
    const char *gb = fs_join(t->a, folder, "hyph_en_GB.dic");
    const char *us = fs_join(t->a, folder, "hyph_en_US.dic");
    write_file(de, "ISO8859-1\n1\xFC"
                   "b\n1tr\n");
    write_file(gb, "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\n1tion\n");
    write_file(us, "UTF-8\n1na\n");
    Hyphenator *h = hyphenator_new(folder), *installed = t->h;
    t->h = h;
    CHECK_STR(cut(t, "de", "gegenüber"), "gegen-über");
    CHECK_STR(cut(t, "de-CH", "GEGENÜBER"), "GEGEN-ÜBER");
    CHECK_STR(cut(t, "de-1996-x-at", "zutrauen"), "zu-trauen");
    /* A letter that the dictionary has not. */
    CHECK_STR(cut(t, "de", "zutrau\u0142"), "zu-trau\u0142");
    CHECK_STR(cut(t, "en-GB", "national"), "na-tional");
    CHECK_STR(cut(t, "en-NZ", "national"), "na-tional");
    CHECK_STR(cut(t, "en", "international"), "inter-natio-nal");
    CHECK_STR(cut(t, "en-Latn-US", "international"), "inter-natio-nal");
    CHECK_STR(cut(t, "en-CA", "international"), "inter-natio-nal");
    /* Two letters before, three behind. */
    CHECK_STR(cut(t, "en", "anna"), "anna");
    CHECK_STR(cut(t, "en", "annan"), "an-nan");
    CHECK_STR(cut(t, "fr", "nation"), "no dictionary");
    CHECK_STR(cut(t, "", "nation"), "no dictionary");
    CHECK_STR(cut(t, "../../etc", "nation"), "no dictionary");
    hyphenator_free(h);
    t->h = installed;
    remove(de);
    remove(gb);
    remove(us);
    remove(folder);
}

/* Compounds first, then their parts; comments, a pattern given twice, one that
 * would change the spelling, a coding that nobody knows. */
static void dictionary_formats(Bench *t) {
    char folder[] = "/tmp/envoi-hyphen-XXXXXX";
    CHECK(mkdtemp(folder) != NULL);
    const char *da = fs_join(t->a, folder, "hyph_da_DK.dic");
    const char *nl = fs_join(t->a, folder, "hyph_nl_NL.dic");
    const char *pl = fs_join(t->a, folder, "hyph_pl_PL.dic");
    const char *ru = fs_join(t->a, folder, "hyph_ru_RU.dic");
    write_file(da, "UTF-8\r\n% 1x\r\nCOMPOUNDLEFTHYPHENMIN 3\r\n"
                   "NOHYPHEN -,'\r\n1haus\r\nNEXTLEVEL\r\n"
                   ".ha1u\r\n1te\r\nn1te1\r\n\r\nnodigits\r\n");
    write_file(nl, "UTF-8\ne1\xC3\xAB/e=e,1,2\n1d\n2d\n1n\n");
    write_file(pl, "EBCDIC-of-Mars\n1a\n");
    write_file(ru, "");
    Hyphenator *h = hyphenator_new(folder), *installed = t->h;
    t->h = h;
    /* "ha-us" would leave two letters behind the joint, "gas-te-haus" is one
     * part and "haus" another; n1te1 is more than 1te but says the same. */
    CHECK_STR(cut(t, "da", "gastehaus"), "gas-te-haus");
    CHECK_STR(cut(t, "da", "hautehaus"), "ha-u-te-haus");
    CHECK_STR(cut(t, "da", "garantert"), "garan-te-rt");
    CHECK_STR(cut(t, "da", "xaxaxa"), "xaxaxa");
    CHECK_STR(cut(t, "nl", "zee\u00EBn"), "zee\u00EBn");
    CHECK_STR(cut(t, "nl", "anodana"), "anoda-na"); /* 2d is the later one */
    CHECK_STR(cut(t, "pl", "banana"), "no dictionary");
    CHECK_STR(cut(t, "ru", "banana"), "no dictionary");
    UChar longer[PATTERNS_WORD + 1];
    bool after[PATTERNS_WORD + 1];
    for (uint32_t i = 0; i < PATTERNS_WORD + 1; i++)
        longer[i] = i % 2 ? 'e' : 't';
    CHECK(hyphenator_word(h, "da", longer, PATTERNS_WORD, after));
    CHECK(!after[0] && after[1] && !after[2] && after[PATTERNS_WORD - 3]);
    CHECK(!hyphenator_word(h, "da", longer, PATTERNS_WORD + 1, after));
    hyphenator_free(h);
    t->h = installed;
    remove(da);
    remove(nl);
    remove(pl);
    remove(ru);
    remove(folder);
}

static void no_folder(Bench *t) {
    Hyphenator *h = hyphenator_new("/nowhere"), *installed = t->h;
    t->h = h;
    CHECK_STR(cut(t, "en", "international"), "no dictionary");
    hyphenator_free(h);
    t->h = installed;
}

/* Debian's dictionaries, the words from their languages' own dictionaries of
 * syllables. */
static void installed_dictionaries(Bench *t) {
    if (!fs_exists("/usr/share/hyphen/hyph_en_US.dic")) {
        unit_skipped++;
        return;
    }
    CHECK_STR(cut(t, "en", "international"), "in-ter-na-tional");
    CHECK_STR(cut(t, "en-US", "hyphenation"), "hy-phen-ation");
    CHECK_STR(cut(t, "en-GB", "imprisonment"), "im-pris-on-ment");
    CHECK_STR(cut(t, "de", "Menschenrechte"), "Men-schen-rech-te");
    CHECK_STR(cut(t, "de", "unverzüglich"), "un-ver-züg-lich");
    CHECK_STR(cut(t, "fr", "immédiatement"), "im-mé-dia-te-ment");
    CHECK_STR(cut(t, "fr", "l’emprisonnement"), "l’em-pri-son-ne-ment");
    CHECK_STR(cut(t, "es", "inmediatamente"), "in-me-dia-ta-men-te");
    CHECK_STR(cut(t, "ru", "немедленно"), "не-мед-лен-но");
    CHECK_STR(cut(t, "pl", "natychmiast"), "na-tych-miast");
}

/* Native speakers' kon-sul-xa-ni-si, el-li-ri-din, oqu-ghu-chi (facts 5.4),
 * two letters at least on either side; the printed sample's qil-mighan. */
static void uyghur_words(Bench *t) {
    CHECK_STR(syllables(t, "كونسۇلخانىسى"), "كون-سۇل-خا-نى-سى");
    CHECK_STR(syllables(t, "ئەللىرىدىن"), "ئەل-لى-رى-دىن");
    CHECK_STR(syllables(t, "ئوقۇغۇچى"), "ئوقۇ-غۇ-چى");
    CHECK_STR(syllables(t, "قىلمىغانلىقى"), "قىل-مى-غان-لى-قى");
    CHECK_STR(syllables(t, "سائەت"), "سا-ئەت"); /* the seat is an onset */
    CHECK_STR(syllables(t, "مائارىپ"), "ما-ئا-رىپ");
    CHECK_STR(syllables(t, "تۈرك"), "تۈرك");
    CHECK_STR(syllables(t, "بولالمايدۇ"), "بو-لال-ماي-دۇ");
    CHECK_STR(syllables(t, "ئانا"), "ئانا"); /* one letter and the seat */
    CHECK_STR(syllables(t, "كتاب\u0647لار"), "كتاب\u0647لار"); /* not ug */
}

/* The text with "-" where a line may be cut inside a word. */
static const char *cuts_of(Bench *t, const char *text, const char *lang) {
    TextStyle style = {
        .family = FONT_SERIF, .size = LEN_OF_PT(10), .lang = lang};
    UBuilder *b = ubuilder_new(t->a);
    ubuilder_add(b, text_literal(text), &style, t->diag);
    UString u;
    Items items = {0};
    ubuilder_finish(b, false, t->diag, &u);
    itemize(t->a, t->fs, &u, false, false, &lang, 1, t->diag, &items);
    BreakKind *breaks = breaks_find(t->a, &u, &items, BREAK_NORMAL);
    hyphenate(t->h, &u, &items, breaks);
    bool *after = ARENA_ARRAY(t->a, bool, u.n + 1);
    for (uint32_t i = 1; i < u.n; i++)
        after[i - 1] = breaks[i] == BREAK_HYPHEN && u.s[i - 1] != SOFT_HYPHEN;
    return marked(t->a, u.s, u.n, after);
}

static void words_left_whole(Bench *t) {
    char folder[] = "/tmp/envoi-hyphen-XXXXXX";
    CHECK(mkdtemp(folder) != NULL);
    const char *us = fs_join(t->a, folder, "hyph_en_US.dic");
    const char *fr = fs_join(t->a, folder, "hyph_fr_FR.dic");
    write_file(us, "UTF-8\n1na\n1ti\n");
    write_file(fr, "UTF-8\n1me\n");
    Hyphenator *h = hyphenator_new(folder), *installed = t->h;
    t->h = h;
    CHECK_STR(cuts_of(t, "A national, (international) Nation", "en"),
              "A na-tio-nal, (inter-na-tio-nal) Na-tion");
    CHECK_STR(cuts_of(t, "International McNational NATIONAL", "en"),
              "Inter-na-tio-nal McNational NATIONAL");
    CHECK_STR(cuts_of(t, "www.national.org/national national@nation.org", "en"),
              "www.national.org/national national@nation.org");
    CHECK_STR(cuts_of(t, "national2 2-national well-national", "en"),
              "national2 2-national well-national");
    CHECK_STR(cuts_of(t, "nation\u00ADal national nat.national", "en"),
              "nation\u00ADal na-tio-nal nat.national");
    CHECK_STR(cuts_of(t, "national’s nation’national", "en"),
              "na-tio-nal’s na-tion’national");
    CHECK_STR(cuts_of(t, "l’homment un homment", "fr"),
              "l’hom-ment un hom-ment");
    CHECK_STR(cuts_of(t, "国national际", "en"), "国na-tio-nal际");
    CHECK_STR(cuts_of(t, "", "en"), "");
    CHECK_STR(cuts_of(t, "قىلمىغانلىقى national", "ug"),
              "قىل-مى-غان-لى-قى national");
    hyphenator_free(h);
    t->h = installed;
    remove(us);
    remove(fr);
    remove(folder);
}

static Para laid_out(Bench *t, const char *text, const char *lang,
                     ParaOptions opt) {
    TextStyle style = {
        .family = FONT_SERIF, .size = LEN_OF_PT(10), .lang = lang};
    UBuilder *b = ubuilder_new(t->a);
    ubuilder_add(b, text_literal(text), &style, t->diag);
    opt.langs = &lang;
    opt.nlangs = 1;
    opt.hyphenator = t->h;
    Para p;
    CHECK(para_layout(t->a, t->fs, b, &opt, t->diag, &p));
    return p;
}

/* A hyphen of ours is a run of its own, whose text is a soft hyphen, at the
 * end of a line that is full. */
static void hyphens_are_drawn(Bench *t) {
    if (!fs_exists("/usr/share/hyphen/hyph_en_US.dic")) {
        unit_skipped++;
        return;
    }
    static const char TEXT[] = "Administrative responsibilities "
                               "notwithstanding, international organisations "
                               "characteristically procrastinate.";
    ParaOptions opt = {.width = LEN_OF_MM(40), .align = ALIGN_JUSTIFY};
    Para p = laid_out(t, TEXT, "en", opt);
    size_t hyphens = 0;
    uint32_t at = 0;
    for (size_t i = 0; i < p.n; i++) {
        const Line *line = &p.lines[i];
        CHECK_INT(line->start, at);
        at = line->end;
        CHECK(!line->overfull);
        if (i + 1 < p.n)
            CHECK_INT(line->width, opt.width);
        const GlyphRun *last = line->runs[line->nruns - 1].run;
        if (last->text->s == p.text.s)
            continue;
        hyphens++;
        CHECK_INT(last->n, 1);
        CHECK_INT(last->text->s[last->glyphs[0].cluster], SOFT_HYPHEN);
        CHECK_INT(last->start, 0);
        CHECK_INT(last->end, 1);
    }
    CHECK_INT(at, p.text.n);
    CHECK(hyphens > 0);
    CHECK(p.demerits > 0);
    /* Addresses are not for cutting. */
    opt.align = ALIGN_START;
    opt.breaks = BREAK_ADDRESS;
    p = laid_out(t, TEXT, "en", opt);
    for (size_t i = 0; i < p.n; i++)
        CHECK(p.lines[i].runs[0].run->text->s == p.text.s);
}

int main(void) {
    Bench t = {.a = arena_new(), .diag = diag_new()};
    t.fs = fontset_new(fs_data_dir(t.a), false, t.diag);
    t.h = hyphenator_new(NULL);
    own_dictionaries(&t);
    dictionary_formats(&t);
    no_folder(&t);
    installed_dictionaries(&t);
    uyghur_words(&t);
    words_left_whole(&t);
    hyphens_are_drawn(&t);
    hyphenator_free(t.h);
    hyphenator_free(NULL);
    fontset_free(t.fs);
    diag_free(t.diag);
    arena_free(t.a);
    return unit_done("text_hyphenate");
}
