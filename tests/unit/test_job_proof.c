/* The proof of addresses: what the PDF says is held against what was meant,
 * wherever it stands and however it is turned; a fault is found and nothing is
 * written. */
#include "base/fs.h"
#include "input/pdftext.h"
#include "job/print.h"
#include "unit.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct Made {
    const char *text, *lang;
} Made;

typedef enum Fault {
    NO_FAULT,
    WRONG,    /* ToUnicode says another character */
    SWAPPED,  /* two of them change places */
    MISSING,  /* one is not painted */
    TOO_MANY, /* one more on the line */
    BETWEEN   /* one between two lines */
} Fault;

/* One page with an address twice, in the middle of other text. */
typedef struct Job {
    PageSource source;
    Fontset *fonts;
    Diag *diag;
    Contact contacts[3];
    const Made *lines;
    size_t n;
    size_t addresses;
    Len size;
    bool vertical, form;
    int turn;
    Fault fault;
} Job;

static char folder[] = "/tmp/envoi-proof-XXXXXX";

static void set_line(Job *j, Arena *a, const char *text, const char *lang,
                     Para *out) {
    TextStyle style = {.family = FONT_SANS, .size = j->size, .lang = lang};
    ParaOptions opt = {.width = LEN_OF_MM(90), .vertical = j->vertical};
    UBuilder *b = ubuilder_new(a);
    ubuilder_add(b, text_literal(arena_strdup(a, text)), &style, j->diag);
    para_layout(a, j->fonts, b, &opt, j->diag, out);
}

static void set_for(Job *j, size_t i, Arena *a, ProofAddress *out) {
    *out = (ProofAddress){.contact = &j->contacts[i],
                          .frame_w = LEN_OF_MM(90),
                          .frame_h = LEN_OF_MM(50)};
    out->fit = (AddressFit){.lines = ARENA_ARRAY(a, AddressFitLine, j->n),
                            .n = j->n,
                            .size = j->size,
                            .mark = {true, i, i + 1, 0}};
    for (size_t k = 0; k < j->n; k++) {
        AddressFitLine *line = &out->fit.lines[k];
        set_line(j, a, j->lines[k].text, j->lines[k].lang, &line->para);
        for (size_t l = 0; l < line->para.n; l++)
            line->para.lines[l].x = 0;
        line->lang = j->lines[k].lang;
        line->y = out->fit.h;
        out->fit.h += line->para.height;
    }
}

typedef struct JobProof {
    ProofSource source;
    Job *job;
} JobProof;

static void set(const ProofSource *self, size_t i, Arena *a,
                ProofAddress *out) {
    set_for(((const JobProof *)self)->job, i, a, out);
}

/* Make it wrong after it was set. */
static void spoil(Job *j, Arena *a, AddressFit *fit, DisplayItems *to) {
    Para *p = &fit->lines[0].para, *more = ARENA_NEW(a, Para);
    LineRun *last = &p->lines[0].runs[p->lines[0].nruns - 1];
    UChar c = p->text.s[0];
    switch (j->fault) {
    case NO_FAULT:
        break;
    case WRONG:
        p->text.s[1] = 0x7684;
        break;
    case SWAPPED:
        p->text.s[0] = p->text.s[1];
        p->text.s[1] = c;
        break;
    case MISSING:
        last->to--;
        break;
    case TOO_MANY:
        set_line(j, a, "x", "en", more);
        display_para(a, to, DISPLAY_NO_TAG, LEN_OF_MM(60) + LEN_OF_PT(3),
                     LEN_OF_MM(40), more, 0, 1);
        break;
    case BETWEEN:
        set_line(j, a, "x", "en", more);
        display_para(a, to, DISPLAY_NO_TAG, LEN_OF_MM(60) + LEN_OF_PT(3),
                     LEN_OF_MM(40) + fit->lines[1].y - LEN_OF_PT(7), more, 0,
                     1);
        break;
    }
}

static bool draw(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                 DisplayPages *out) {
    Job *j = (Job *)self;
    DisplayPage page = {
        .w = LEN_OF_MM(210), .h = LEN_OF_MM(297), .front = true};
    DisplayItems items = {0};
    uint32_t doc = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "");
    (void)i;
    for (size_t k = 0; k < j->addresses; k++) {
        ProofAddress set_one;
        Len y = LEN_OF_MM(40) + (Len)k * LEN_OF_MM(60);
        set_for(j, k, a, &set_one);
        AddressFit *fit = &set_one.fit;
        if (j->fault == BETWEEN)
            for (size_t n = 1; n < fit->n; n++)
                fit->lines[n].y += LEN_OF_PT(14);
        if (k == 0)
            spoil(j, a, fit, &items);
        address_fit_draw(a, fit, tags, doc, LEN_OF_MM(60), y, &items);
        /* What stands beside an address is nobody's business. */
        Para *beside = ARENA_NEW(a, Para);
        set_line(j, a, "beside 旁边", "zh-Hans", beside);
        if (!j->vertical)
            display_para(a, &items, doc, LEN_OF_MM(20), y, beside, 0, 1);
    }
    if (j->form) {
        DisplayForm *form = ARENA_NEW(a, DisplayForm);
        *form = (DisplayForm){items, page.w, page.h};
        items = (DisplayItems){0};
        display_form(a, &items, doc, 0, 0, form);
    }
    display_turned(a, &items, &page.items, j->turn, page.w, page.h, 0, 0);
    if (j->turn % 2) {
        Len w = page.w;
        page.w = page.h;
        page.h = w;
    }
    vec_push(a, out, page);
    return true;
}

static const char *in(Arena *a, const char *name) {
    return fs_join(a, folder, name);
}

/* Print and prove; what was said, NULL if it went well. */
static const char *prove(Job *j, Arena *a) {
    j->diag = diag_new();
    JobProof proof = {.source = {.n = 3, .set = set, .fonts = j->fonts},
                      .job = j};
    j->source = (PageSource){.n = 1, .draw = draw, .proof = &proof.source};
    j->addresses = j->addresses ? j->addresses : 2;
    j->size = j->size ? j->size : LEN_OF_PT(10);
    for (size_t i = 0; i < 3; i++)
        j->contacts[i] = (Contact){.number = i + 1};
    JobOutput out = {.path = in(a, "out.pdf"), .proof = in(a, "proof.pdf")};
    unlink(out.path);
    unlink(out.proof);
    bool ok = print_pages(&j->source, &out, j->diag);
    CHECK(ok == fs_exists(out.path));
    CHECK(ok == fs_exists(out.proof));
    CHECK_INT(diag_exit_status(j->diag), ok ? 0 : 3);
    char *s = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&s, &n);
    diag_print(j->diag, f, false);
    fclose(f);
    const char *said = ok ? NULL : arena_strndup(a, s, n);
    if (ok && n > 0)
        printf("%s", s);
    free(s);
    diag_free(j->diag);
    return said;
}

/* All lines of the proof, one after the other. */
static const char *proof_text(Arena *a) {
    Buf b = {0}, text = {0};
    Diag *diag = diag_new();
    PdfText t = {0};
    PdfTextOptions opt = {.name = "proof.pdf"};
    CHECK(fs_read(in(a, "proof.pdf"), 1 << 24, &b, diag));
    CHECK(pdftext_read(a, b.s, b.n, &opt, diag, &t));
    for (size_t i = 0; i < t.n; i++)
        for (size_t k = 0; k < t.pages[i].nlines; k++)
            buf_printf(&text, "%s\n",
                       pdftext_line(a, &t.pages[i], &t.pages[i].lines[k]));
    const char *out = arena_strndup(a, text.s, text.n);
    buf_free(&b);
    buf_free(&text);
    diag_free(diag);
    return out;
}

static const Made xinjiang[] = {
    {"Ma Xingrui", "en"},
    {"830041　新疆维吾尔自治区乌鲁木齐市天山区中山路479号", "zh-Hans"},
    {"479 Zhongshan Lu", "en"},
    {"CHINE", "fr"}};

/* Every script that addresses come in; the reader's quirks are not faults. */
static void proves_what_is_right(Arena *a, Fontset *fonts) {
    static const Made texts[] = {
        {"新疆维吾尔自治区乌鲁木齐市天山区中山路479号（收）", "zh-Hans"},
        {"𠀋𠮷野家 4-1", "ja"},
        {"ئۈرۈمچى شەھىرى، تەڭرىتاغ رايونى 479-نومۇر (830041)", "ug"},
        {"سالام ئالاھىدە خەلىقئارا", "ug"},
        {"to ئەكپەر ئەسەت, Ürümqi 830041", "en"},
        {"مُحَمَّدٌ بْنُ عَبْدِ اللهِ", "ar"},
        {"नई दिल्ली 110001, क़स्बा", "hi"},
        {"שָׁלוֹם 5", "he"},
        {"กรุงเทพมหานคร", "th"},
        {"གཞིས་ཀ་རྩེ", "bo"},
        {"葛\U000E0100城 骨\uFE00", "ja"},
        {"می\u200Cخواهم", "fa"},
        {"བོད་ལྗོངས་ལྷ་ས་གྲོང་ཁྱེར། རྒྱལ་པོ་སྒྲུབ་ཐབས", "bo"},
        {"Nguyễn Thị Điệp, Hà Nội; x\u0302 Q\u0323", "vi"},
        {"Алматы қаласы, Абай даңғылы 10", "kk"},
        {"서울특별시 종로구 1", "ko"},
        {"Office fjord difficult: AV, To. \u201Cfi\u201D", "en"}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Job j = {.fonts = fonts, .lines = &texts[i], .n = 1};
        const char *said = prove(&j, a);
        CHECK(said == NULL);
        if (said)
            printf("%s", said);
    }
    for (int turn = 0; turn < 4; turn++)
        for (int how = 0; how < 4; how++) {
            Job j = {.fonts = fonts,
                     .lines = xinjiang,
                     .n = how & 1 ? 1 : 4,
                     .vertical = how & 1,
                     .form = how & 2,
                     .turn = turn};
            static const Made column = {"830041　北京12号A座 No. 5", "zh-Hans"};
            if (j.vertical)
                j.lines = &column;
            const char *said = prove(&j, a);
            CHECK(said == NULL);
            if (said)
                printf("turn %d, how %d: %s", turn, how, said);
        }
}

static void finds_what_is_wrong(Arena *a, Fontset *fonts) {
    static const Made lines[] = {{"新疆维吾尔自治区", "zh-Hans"},
                                 {"乌鲁木齐市天山区", "zh-Hans"}};
    static const char *const want[] = {
        "",
        "reads \"新的维吾尔自治区\" where \"新疆维吾尔自治区\" was set "
        "(U+7684 for U+7586)",
        "reads \"疆新维吾尔自治区\" where \"新疆维吾尔自治区\" was set "
        "(U+7586 for U+65B0)",
        "reads \"新疆维吾尔自治\" where \"新疆维吾尔自治区\" was set "
        "(nothing for U+533A)",
        "\" where \"新疆维吾尔自治区\" was set (",
        "reads \"x\" where \"\" was set (U+0078 for nothing)"};
    for (int fault = WRONG; fault <= BETWEEN; fault++) {
        Job j = {.fonts = fonts, .lines = lines, .n = 2, .fault = (Fault)fault};
        const char *said = prove(&j, a);
        CHECK(said && strstr(said, want[fault]));
        CHECK(said && strstr(said, "out.pdf: error: page 1, label 1: "
                                   "\"record 1\" cannot be proved"));
        CHECK(said && strstr(said, "nothing was written"));
        if (said && !strstr(said, want[fault]))
            printf("%s", said);
    }
    /* A wrong letter in a line from right to left. */
    static const Made uyghur = {"ئەكپەر ئەسەت", "ug"};
    Job j = {.fonts = fonts, .lines = &uyghur, .n = 1, .fault = WRONG};
    CHECK(prove(&j, a) != NULL);
}

static void tells(Arena *a, Fontset *fonts) {
    Job j = {.fonts = fonts, .lines = xinjiang, .n = 4, .addresses = 3};
    CHECK(prove(&j, a) == NULL);
    const char *s = proof_text(a);
    CHECK(strstr(s, "record 1 of ?, and 2 more that print the same"));
    CHECK(strstr(s, "3 times: page 1, labels 1\u20133"));
    CHECK(strstr(s, "U+65B0") && strstr(s, "U+3000"));
    CHECK(strstr(s, "CJK Unified Ideographs"));
    CHECK(strstr(s, "NotoSansCJKsc-Regular, 10 pt: "));
    CHECK(strstr(s, "as it was set, 57 characters, each of the 3 times"));
    /* Joined letters stay joined and have their codes. */
    static const Made uyghur = {"ئەكپەر", "ug"};
    j = (Job){.fonts = fonts, .lines = &uyghur, .n = 1};
    CHECK(prove(&j, a) == NULL);
    s = proof_text(a);
    CHECK(strstr(s, "U+0626") && strstr(s, "U+06D5") && strstr(s, "U+067E"));
}

int main(void) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Fontset *fonts = fontset_new(fs_data_dir(a), false, diag);
    CHECK(mkdtemp(folder) != NULL);
    proves_what_is_right(a, fonts);
    finds_what_is_wrong(a, fonts);
    tells(a, fonts);
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    CHECK(system(command) == 0);
    fontset_free(fonts);
    diag_free(diag);
    arena_free(a);
    return unit_done("job_proof");
}
