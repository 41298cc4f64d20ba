/* Several PDFs of one run: which page is in which file, as poppler reads it;
 * where a run is split; what happens to files that are there. */
#include "base/fs.h"
#include "input/pdftext.h"
#include "job/printset.h"
#include "unit.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/envoi-printset-XXXXXX";

/* Items that say what they are: "L7" on the front, "L7b" on the back. */
typedef struct Kind {
    PageSource source;
    Fontset *fonts;
    Diag *diag;
    const char *letter;
    size_t begins, first;
    size_t per_sheet;             /* numbers that share an item */
    bool (*backs)(size_t number); /* NULL: none */
    size_t wrong;                 /* this number has an error; 0: none */
    size_t heavy;                 /* this one has many pages */
    bool addressed;               /* has an address, on the last page */
    Contact contacts[8];
} Kind;

static size_t number_of(const PageSource *self, size_t i) {
    const Kind *k = (const Kind *)self;
    return k->first + i * k->per_sheet;
}

static size_t last_of(const PageSource *self, size_t i) {
    return number_of(self, i) + ((const Kind *)self)->per_sheet - 1;
}

static void put_text(const Kind *k, Arena *a, const char *s, bool front,
                     DisplayPages *out) {
    TextStyle style = {
        .family = FONT_SANS, .size = LEN_OF_PT(10), .lang = "en"};
    ParaOptions opt = {.width = LEN_OF_MM(90)};
    UBuilder *b = ubuilder_new(a);
    Para *para = ARENA_NEW(a, Para);
    DisplayPage page = {
        .w = LEN_OF_MM(105), .h = LEN_OF_MM(148), .front = front};
    ubuilder_add(b, text_literal(s), &style, k->diag);
    para_layout(a, k->fonts, b, &opt, k->diag, para);
    display_para(a, &page.items, DISPLAY_NO_TAG, LEN_OF_MM(10), LEN_OF_MM(10),
                 para, 0, 1);
    vec_push(a, out, page);
}

/* The address of item `i`, which two items have alike. */
static void set_address(const Kind *k, size_t i, Arena *a, AddressFit *out) {
    TextStyle style = {
        .family = FONT_SANS, .size = LEN_OF_PT(10), .lang = "en"};
    ParaOptions opt = {.width = LEN_OF_MM(80)};
    UBuilder *b = ubuilder_new(a);
    *out = (AddressFit){.lines = ARENA_ARRAY(a, AddressFitLine, 1),
                        .n = 1,
                        .size = LEN_OF_PT(10),
                        .mark = {.wanted = true, .address = i}};
    ubuilder_add(b, text_literal(arena_printf(a, "%zu rue Cler", i / 2 + 1)),
                 &style, k->diag);
    para_layout(a, k->fonts, b, &opt, k->diag, &out->lines[0].para);
    out->lines[0].lang = "en";
    out->h = out->lines[0].para.height;
}

typedef struct KindProof {
    ProofSource source;
    const Kind *kind;
} KindProof;

static void prove(const ProofSource *self, size_t i, Arena *a,
                  ProofAddress *out) {
    const Kind *k = ((const KindProof *)self)->kind;
    *out = (ProofAddress){.contact = &k->contacts[i],
                          .frame_w = LEN_OF_MM(90),
                          .frame_h = LEN_OF_MM(50)};
    set_address(k, i, a, &out->fit);
}

static bool draw(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                 DisplayPages *out) {
    Kind *k = (Kind *)self;
    size_t n = number_of(self, i);
    if (k->wrong == n)
        diag_file(k->diag, DIAG_ERROR, NULL, "%s%zu is wrong", k->letter, n);
    put_text(k, a, arena_printf(a, "%s%zu", k->letter, n), true, out);
    if (k->backs && k->backs(n))
        put_text(k, a, arena_printf(a, "%s%zub", k->letter, n), false, out);
    for (size_t p = 0; k->heavy == n && p < 20; p++)
        put_text(k, a, arena_printf(a, "%s%zu/%zu", k->letter, n, p), true,
                 out);
    if (k->addressed) {
        AddressFit *fit = ARENA_NEW(a, AddressFit);
        set_address(k, i, a, fit);
        address_fit_draw(a, fit, tags, DISPLAY_NO_TAG, LEN_OF_MM(20),
                         LEN_OF_MM(60), &out->v[out->n - 1].items);
    }
    return k->wrong != n;
}

static void begin(PageSource *self) {
    ((Kind *)self)->begins++;
}

static bool is_even(size_t n) {
    return n % 2 == 0;
}

/* A run of three kinds: ten letters with backs for the even, ten envelopes,
 * sheets of four labels. */
typedef struct Run {
    Arena *a;
    Diag *diag;
    Kind letters, envelopes, labels;
    PrintKind kinds[3];
    PrintSetOptions opt;
    JobOutput out;
} Run;

static void set_up(Run *r, Arena *a, Fontset *fonts, size_t n, size_t first) {
    static int runs;
    *r = (Run){.a = a, .diag = diag_new()};
    Kind base = {.source = {.draw = draw,
                            .number = number_of,
                            .last_number = last_of,
                            .begin = begin},
                 .fonts = fonts,
                 .diag = r->diag,
                 .first = first,
                 .per_sheet = 1};
    r->letters = r->envelopes = r->labels = base;
    r->letters.letter = "L";
    r->letters.backs = is_even;
    r->letters.source.duplex_if_backs = true;
    r->letters.source.n = r->envelopes.source.n = n;
    r->envelopes.letter = "E";
    r->labels.letter = "S";
    r->labels.per_sheet = 4;
    r->labels.source.n = (n + 3) / 4;
    r->kinds[0] = (PrintKind){"letters", &r->letters.source};
    r->kinds[1] = (PrintKind){"envelopes", &r->envelopes.source};
    r->kinds[2] = (PrintKind){"labels", &r->labels.source};
    r->out.path = arena_printf(a, "%s/run%d", folder, ++runs);
}

static bool run(Run *r) {
    bool ok = print_set(r->kinds, 3, &r->opt, &r->out, r->diag);
    CHECK(ok == (diag_exit_status(r->diag) == 0));
    return ok;
}

static const char *said(const Run *r) {
    char *s = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&s, &n);
    diag_print(r->diag, f, false);
    fclose(f);
    const char *out = arena_strndup(r->a, s, n);
    free(s);
    return out;
}

static void done(Run *r) {
    diag_free(r->diag);
}

static int by_name(const void *x, const void *y) {
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The files there are, in their order. */
static const char *files(const Run *r) {
    const char *names[64], *s = "";
    size_t n = 0;
    DIR *dir = opendir(r->out.path);
    for (struct dirent *e; dir && n < 64 && (e = readdir(dir));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            names[n++] = arena_strdup(r->a, e->d_name);
    if (!dir)
        return "no folder";
    closedir(dir);
    qsort(names, n, sizeof *names, by_name);
    for (size_t i = 0; i < n; i++)
        s = arena_printf(r->a, "%s%s%s", s, *s ? " " : "", names[i]);
    return s;
}

/* What stands on the pages of a file; "-" on an empty one. */
static const char *pages(const Run *r, const char *name) {
    Buf bytes = {0};
    PdfText text = {0};
    PdfTextOptions opt = {.name = name};
    const char *s = "";
    if (!fs_read(fs_join(r->a, r->out.path, name), 1 << 24, &bytes, r->diag))
        return "no file";
    CHECK(pdftext_read(r->a, bytes.s, bytes.n, &opt, r->diag, &text));
    for (size_t i = 0; i < text.n; i++) {
        const PdfPage *p = &text.pages[i];
        s = arena_printf(r->a, "%s%s%s", s, *s ? " " : "",
                         p->nlines > 0 ? pdftext_line(r->a, p, &p->lines[0])
                                       : "-");
    }
    buf_free(&bytes);
    return s;
}

/* What a program says of a file; NULL if it is not installed. */
static const char *tell(const Run *r, const char *command, const char *name) {
    static char said[4096];
    FILE *f =
        popen(arena_printf(r->a, "%s %s/%s", command, r->out.path, name), "r");
    size_t n = f ? fread(said, 1, sizeof said - 1, f) : 0;
    said[n] = '\0';
    int status = f ? pclose(f) : -1;
    return WIFEXITED(status) && WEXITSTATUS(status) == 127 ? NULL : said;
}

static off_t size_of(const Run *r, const char *name) {
    struct stat st;
    return stat(fs_join(r->a, r->out.path, name), &st) == 0 ? st.st_size : -1;
}

static void by_kind(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 5, 1);
    CHECK(run(&r));
    CHECK_STR(files(&r), "envelopes.pdf labels.pdf letters.pdf");
    CHECK_STR(pages(&r, "letters.pdf"), "L1 - L2 L2b L3 - L4 L4b L5");
    CHECK_STR(pages(&r, "envelopes.pdf"), "E1 E2 E3 E4 E5");
    CHECK_STR(pages(&r, "labels.pdf"), "S1 S5");
    /* A letter is to be anybody's. */
    const char *of_letters =
        tell(&r, "qpdf --json=1 --json-key=outlines", "letters.pdf");
    CHECK(!of_letters || strstr(of_letters, "\"outlines\": []"));
    CHECK_INT(r.letters.begins, 2); /* the second time with backs */
    CHECK_INT(r.envelopes.begins, 1);
    done(&r);
}

static void by_pack(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 5, 1);
    r.opt.by = PRINT_BY_PACK;
    r.letters.backs = NULL;
    CHECK(run(&r));
    CHECK_STR(files(&r), "packs.pdf");
    CHECK_STR(pages(&r, "packs.pdf"), "L1 E1 S1 L2 E2 L3 E3 L4 E4 L5 E5 S5");
    done(&r);
    /* What has no backs is on a sheet of its own among what has. */
    set_up(&r, a, fonts, 2, 1);
    r.opt.by = PRINT_BY_PACK;
    CHECK(run(&r));
    CHECK_STR(pages(&r, "packs.pdf"), "L1 - E1 - S1 - L2 L2b E2");
    const char *said = tell(&r,
                            "qpdf --json=1 --json-key=outlines "
                            "--json-key=pagelabels",
                            "packs.pdf");
    /* Pack 2 begins on page 7, and has labels 2-1, 2-2, 2-3. */
    CHECK(!said || strstr(said, "\"title\": \"2\""));
    CHECK(!said || strstr(said, "\"destpageposfrom1\": 7"));
    CHECK(!said || strstr(said, "\"/P\": \"2-\""));
    CHECK(!said || !strstr(said, "\"title\": \"3\""));
    done(&r);
}

/* What belongs to no pack is a file of its own; a long outline is sound. */
static void many_packs(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 200, 1);
    r.opt.by = PRINT_BY_PACK;
    r.labels.source.n = 2;
    r.labels.source.number = r.labels.source.last_number = NULL;
    CHECK(run(&r));
    CHECK_STR(files(&r), "labels.pdf packs.pdf");
    CHECK_STR(pages(&r, "labels.pdf"), "S1 S5");
    const char *s = pages(&r, "packs.pdf");
    CHECK(strncmp(s, "L1 - E1 - L2 L2b E2 - L3", 24) == 0);
    const char *told = tell(&r, "qpdf --check", "packs.pdf");
    CHECK(!told || strstr(told, "No syntax or stream encoding errors"));
    told = tell(&r, "qpdf --json=1 --json-key=outlines", "labels.pdf");
    CHECK(!told || strstr(told, "\"outlines\": []"));
    done(&r);
}

/* ---- split ---- */

static void by_packs(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 10, 1);
    r.opt.split = (PrintSplit){SPLIT_PACKS, 6};
    r.letters.backs = NULL;
    CHECK(run(&r));
    /* A sheet is not divided: four labels, and four do not go beside. */
    CHECK_STR(files(&r), "envelopes-01-06.pdf envelopes-07-10.pdf "
                         "labels-01-04.pdf labels-05-08.pdf labels-09-12.pdf "
                         "letters-01-06.pdf letters-07-10.pdf");
    CHECK_STR(pages(&r, "letters-01-06.pdf"), "L1 L2 L3 L4 L5 L6");
    CHECK_STR(pages(&r, "letters-07-10.pdf"), "L7 L8 L9 L10");
    CHECK_INT(r.letters.begins, 2);
    done(&r);
    /* A slice keeps the numbers and the width of the whole. */
    set_up(&r, a, fonts, 4, 97);
    r.opt.split = (PrintSplit){SPLIT_PACKS, 3};
    r.opt.highest = 2000;
    r.labels.source.n = 0;
    CHECK(print_set(r.kinds, 2, &r.opt, &r.out, r.diag));
    CHECK_STR(files(&r), "envelopes-0097-0099.pdf envelopes-0100-0100.pdf "
                         "letters-0097-0099.pdf letters-0100-0100.pdf");
    done(&r);
}

/* Packs that share a sheet of labels stay together. */
static void by_packs_merged(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 9, 1);
    r.opt.split = (PrintSplit){SPLIT_PACKS, 5};
    r.opt.by = PRINT_BY_PACK;
    r.letters.backs = NULL;
    CHECK(run(&r));
    CHECK_STR(files(&r), "packs-01-04.pdf packs-05-08.pdf packs-09-12.pdf");
    CHECK_STR(pages(&r, "packs-05-08.pdf"), "L5 E5 S5 L6 E6 L7 E7 L8 E8");
    CHECK_STR(pages(&r, "packs-09-12.pdf"), "L9 E9 S9");
    done(&r);
}

static void by_pages(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 6, 1);
    r.opt.split = (PrintSplit){SPLIT_PAGES, 5};
    CHECK(run(&r));
    CHECK_STR(files(&r), "envelopes-1-5.pdf envelopes-6-6.pdf labels-1-8.pdf "
                         "letters-1-3.pdf letters-4-5.pdf letters-6-6.pdf");
    CHECK_STR(pages(&r, "letters-1-3.pdf"), "L1 - L2 L2b L3");
    CHECK_STR(pages(&r, "letters-4-5.pdf"), "L4 L4b L5");
    CHECK_STR(pages(&r, "letters-6-6.pdf"), "L6 L6b");
    done(&r);
    set_up(&r, a, fonts, 6, 1);
    r.opt.split = (PrintSplit){SPLIT_PAGES, 10};
    r.envelopes.heavy = 3;
    r.labels.wrong = 5;
    CHECK(!run(&r));
    CHECK_STR(files(&r), "no folder");
    CHECK(strstr(said(&r), "pack 3 is 21 pages in envelopes.pdf alone, and no "
                           "file is to have more than 10"));
    CHECK(strstr(said(&r), "S5 is wrong")); /* it goes on to the others */
    done(&r);
}

static void by_bytes(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 100, 1);
    r.opt.split = (PrintSplit){SPLIT_BYTES, 9000};
    r.letters.heavy = 60;
    r.labels.source.n = 0;
    CHECK(print_set(r.kinds, 2, &r.opt, &r.out, r.diag));
    const char *all = files(&r), *s = "", *last = "";
    size_t nfiles = 0;
    DIR *dir = opendir(r.out.path);
    for (struct dirent *e; dir && (e = readdir(dir));) {
        if (e->d_name[0] == '.')
            continue;
        nfiles++;
        off_t size = size_of(&r, e->d_name);
        CHECK(size > 0 && size <= 9000);
        if (size > 9000)
            printf("%s has %ld bytes\n", e->d_name, (long)size);
    }
    if (dir)
        closedir(dir);
    CHECK(nfiles > 4 && nfiles < 20); /* and they are well filled */
    /* All letters, each once, in order. */
    for (const char *at = all; (at = strstr(at, "letters-")); at++) {
        char name[64];
        sscanf(at, "%63s", name);
        s = arena_printf(a, "%s%s ", s, pages(&r, name));
        last = at;
    }
    CHECK(*last);
    for (size_t i = 1; i <= 100; i++) {
        const char *one = arena_printf(a, "L%zu ", i);
        const char *found = strstr(s, one);
        CHECK(found && (i == 1 || found > s) && !strstr(found + 1, one));
    }
    done(&r);
    /* One that never fits. */
    set_up(&r, a, fonts, 3, 1);
    r.opt.split = (PrintSplit){SPLIT_BYTES, 1000};
    CHECK(!run(&r));
    CHECK(strstr(said(&r), "--split: pack 1 is 0.00") != NULL);
    CHECK(strstr(said(&r), "more than 0.001 MB") != NULL);
    CHECK_STR(files(&r), "no folder");
    done(&r);
}

/* More files than a process may have open at first. */
static void many_files(Arena *a, Fontset *fonts) {
    struct rlimit limit, low;
    Run r;
    set_up(&r, a, fonts, 150, 1);
    r.opt.split = (PrintSplit){SPLIT_PACKS, 1};
    CHECK(getrlimit(RLIMIT_NOFILE, &limit) == 0);
    low = limit;
    low.rlim_cur = 100;
    CHECK(setrlimit(RLIMIT_NOFILE, &low) == 0);
    CHECK(print_set(r.kinds, 1, &r.opt, &r.out, r.diag));
    CHECK(setrlimit(RLIMIT_NOFILE, &limit) == 0);
    CHECK_STR(pages(&r, "letters-001-001.pdf"), "L1");
    CHECK_STR(pages(&r, "letters-150-150.pdf"), "L150 L150b");
    done(&r);
}

/* ---- fronts and backs ---- */

static void by_hand(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 5, 1);
    r.opt.manual_duplex = true;
    CHECK(run(&r));
    CHECK_STR(files(&r),
              "envelopes.pdf labels.pdf letters-backs.pdf letters-fronts.pdf");
    const char *said = tell(&r, "qpdf --check", "letters-backs.pdf");
    CHECK(!said || strstr(said, "No syntax or stream encoding errors"));
    CHECK_STR(pages(&r, "letters-fronts.pdf"), "L1 L2 L3 L4 L5");
    CHECK_STR(pages(&r, "letters-backs.pdf"), "- L4b - L2b -");
    done(&r);
    /* More pages than a node of the page tree has. */
    set_up(&r, a, fonts, 70, 1);
    r.opt.manual_duplex = true;
    CHECK(run(&r));
    const char *backs = pages(&r, "letters-backs.pdf");
    CHECK(strncmp(backs, "L70b - L68b - ", 14) == 0);
    CHECK(strstr(backs, " L66b - L64b - L62b ") != NULL);
    CHECK_STR(backs + strlen(backs) - 11, "L4b - L2b -");
    done(&r);
    set_up(&r, a, fonts, 4, 1);
    r.opt = (PrintSetOptions){
        .manual_duplex = true, .by = PRINT_BY_PACK, .split = {SPLIT_PACKS, 2}};
    r.labels.source.n = 0;
    CHECK(print_set(r.kinds, 2, &r.opt, &r.out, r.diag));
    CHECK_STR(files(&r), "packs-1-2-backs.pdf packs-1-2-fronts.pdf "
                         "packs-3-4-backs.pdf packs-3-4-fronts.pdf");
    CHECK_STR(pages(&r, "packs-3-4-fronts.pdf"), "L3 E3 L4 E4");
    CHECK_STR(pages(&r, "packs-3-4-backs.pdf"), "- L4b - -");
    done(&r);
}

/* ---- places, and texts that say them ---- */

typedef struct Manifest {
    PrintTexts texts;
    Arena *a;
    const char *said;
    bool fail;
} Manifest;

static bool write_manifest(PrintTexts *self, PrintSet *set, Diag *diag) {
    Manifest *m = (Manifest *)self;
    m->said = "";
    for (size_t i = 0; i < 4; i++) {
        PrintPlace l = printset_place(set, 0, i), e, s;
        CHECK(printset_pack(set, 1, i + 1, &e));
        s = printset_place(set, 2, i / 4);
        m->said = arena_printf(m->a, "%s%s %u-%u %u-%u %u;", m->said,
                               printset_file(set, l.file)->name, l.first,
                               l.last, e.first, e.last, s.first);
    }
    PrintPlace none;
    CHECK(!printset_pack(set, 0, 5, &none));
    m->said = arena_printf(m->a, "%s %zu/%zu %zu/%zu", m->said,
                           printset_pages(set, 0), printset_sheets(set, 0),
                           printset_pages(set, 2), printset_sheets(set, 2));
    FsOut *file = printset_text(set, "manifest.csv", diag);
    CHECK(file != NULL);
    fs_out_write(file, m->said, strlen(m->said));
    if (m->fail)
        diag_file(diag, DIAG_ERROR, NULL, "no manifest");
    return !m->fail;
}

static void tells_places(Arena *a, Fontset *fonts) {
    Manifest m = {.texts = {.write = write_manifest}, .a = a};
    Run r;
    set_up(&r, a, fonts, 4, 1);
    r.opt.texts = &m.texts;
    CHECK(run(&r));
    CHECK_STR(m.said, "letters.pdf 1-1 1-1 1;letters.pdf 3-4 2-2 1;"
                      "letters.pdf 5-5 3-3 1;letters.pdf 7-8 4-4 1; 6/4 1/1");
    CHECK_STR(files(&r), "envelopes.pdf labels.pdf letters.pdf manifest.csv");
    done(&r);
    set_up(&r, a, fonts, 4, 1);
    r.opt = (PrintSetOptions){
        .texts = &m.texts, .split = {SPLIT_PACKS, 3}, .manual_duplex = true};
    CHECK(run(&r));
    CHECK_STR(m.said,
              "letters-1-3-fronts.pdf 1-1 1-1 1;letters-1-3-fronts.pdf 2-2 2-2 "
              "1;letters-1-3-fronts.pdf 3-3 3-3 1;letters-4-4-fronts.pdf 1-1 "
              "1-1 1; 6/4 1/1");
    done(&r);
    /* Nothing has a name if the last file is wrong. */
    set_up(&r, a, fonts, 4, 1);
    m.fail = true;
    r.opt.texts = &m.texts;
    CHECK(!run(&r));
    CHECK_STR(files(&r), "no folder");
    done(&r);
}

/* ---- the proof ---- */

/* All that is said of where addresses are printed. */
static const char *printed(const Run *r) {
    Buf bytes = {0}, said = {0};
    PdfText text = {0};
    PdfTextOptions opt = {.name = "proof.pdf"};
    if (!fs_read(r->out.proof, 1 << 24, &bytes, r->diag))
        return "no proof";
    CHECK(pdftext_read(r->a, bytes.s, bytes.n, &opt, r->diag, &text));
    for (size_t i = 0; i < text.n; i++)
        for (size_t k = 0; k < text.pages[i].nlines; k++)
            buf_printf(
                &said, "%s ",
                pdftext_line(r->a, &text.pages[i], &text.pages[i].lines[k]));
    const char *s = arena_strndup(r->a, said.s, said.n);
    buf_free(&said);
    buf_free(&bytes);
    return s;
}

/* One proof of all kinds, letters having the address on the back. */
static void proves(Arena *a, Fontset *fonts) {
    for (int how = 0; how < 3; how++) {
        Run r;
        set_up(&r, a, fonts, 4, 1);
        KindProof proofs[2] = {{.kind = &r.letters}, {.kind = &r.envelopes}};
        for (int k = 0; k < 2; k++) {
            Kind *kind = k == 0 ? &r.letters : &r.envelopes;
            proofs[k].source =
                (ProofSource){.n = 4, .set = prove, .fonts = fonts};
            kind->source.proof = &proofs[k].source;
            kind->addressed = true;
            for (size_t i = 0; i < 4; i++)
                kind->contacts[i] = (Contact){.number = i + 1};
        }
        r.opt.by = how == 2 ? PRINT_BY_PACK : PRINT_BY_KIND;
        r.opt.manual_duplex = how == 1;
        r.out.proof = arena_printf(a, "%s/proof%d.pdf", folder, how);
        CHECK(run(&r));
        const char *s = printed(&r);
        /* Letters 1 and 3 have no back; 1 and 2 have one address, as have 3
         * and 4. */
        static const char *const want[3][2] = {
            {"4 times: letters.pdf, page 1; page 4; envelopes.pdf, pages 1",
             "4 times: letters.pdf, page 5; page 8; envelopes.pdf, pages 3"},
            {"4 times: letters-fronts.pdf, page 1; letters-backs.pdf, page 3; "
             "envelopes.pdf, pages 1",
             "4 times: letters-fronts.pdf, page 3; letters-backs.pdf, page 1; "
             "envelopes.pdf, pages 3"},
            {"4 times: page 1; page 3; pages 8\u20139",
             "4 times: page 11; page 13; pages 16\u201317"}};
        CHECK(strstr(s, want[how][0]) != NULL);
        CHECK(strstr(s, want[how][1]) != NULL);
        if (!strstr(s, want[how][0]) || !strstr(s, want[how][1]))
            printf("%s\n", s);
        done(&r);
    }
    Run r;
    set_up(&r, a, fonts, 2, 1);
    r.out.proof = arena_printf(a, "%s/proof3.pdf", folder);
    CHECK(!run(&r));
    CHECK(strstr(said(&r), "nothing that is printed here has an address"));
    CHECK_STR(printed(&r), "no proof");
    CHECK_STR(files(&r), "no folder");
    done(&r);
}

/* ---- what is there already ---- */

static void touch(const Run *r, const char *name) {
    FILE *f = fopen(fs_join(r->a, r->out.path, name), "w");
    CHECK(f && fputs("old", f) >= 0 && fclose(f) == 0);
}

static void leaves_old_files(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 3, 1);
    CHECK(mkdir(r.out.path, 0777) == 0);
    touch(&r, "letters.pdf");
    touch(&r, "envelopes.pdf");
    r.letters.wrong = 2;
    r.labels.wrong = 1;
    CHECK(!run(&r));
    CHECK_STR(files(&r), "envelopes.pdf letters.pdf");
    CHECK_INT(size_of(&r, "letters.pdf"), 3);
    CHECK_INT(size_of(&r, "envelopes.pdf"), 3);
    CHECK(strstr(said(&r), "L2 is wrong") && strstr(said(&r), "S1 is wrong"));
    diag_free(r.diag);
    /* Leftovers are told, the user's own files are not. */
    r.diag = diag_new();
    r.letters.wrong = r.labels.wrong = 0;
    r.letters.diag = r.envelopes.diag = r.labels.diag = r.diag;
    touch(&r, ".envoi-abc123");
    touch(&r, "letters-2-3.pdf");
    touch(&r, "packs-01-20-backs.pdf");
    touch(&r, "manifest.csv");
    touch(&r, "manifest-04-06.csv");
    touch(&r, "letters-mine.pdf");
    touch(&r, "letters-2-.pdf");
    touch(&r, "lettersomething.pdf");
    CHECK(run(&r));
    CHECK(strstr(said(&r), "letters-2-3.pdf, manifest-04-06.csv, manifest.csv "
                           "and 1 more are of an earlier "
                           "run"));
    CHECK(strstr(said(&r), "hidden files of a run that was killed: "
                           ".envoi-abc123; delete them"));
    CHECK_INT(size_of(&r, "letters-2-3.pdf"), 3);
    CHECK(size_of(&r, "letters.pdf") > 3);
    done(&r);
    /* With a file where one cannot be. */
    set_up(&r, a, fonts, 3, 1);
    CHECK(mkdir(r.out.path, 0777) == 0);
    CHECK(mkdir(fs_join(a, r.out.path, "labels-1-3.pdf"), 0777) == 0);
    r.labels.per_sheet = 3;
    r.labels.source.n = 1;
    r.opt.split = (PrintSplit){SPLIT_PACKS, 3};
    CHECK(!run(&r));
    CHECK_STR(files(&r), "labels-1-3.pdf");
    CHECK_INT(diag_exit_status(r.diag), 3);
    done(&r);
}

/* Slices of a mailing lie beside one another. */
static void slices(Arena *a, Fontset *fonts) {
    Run r;
    set_up(&r, a, fonts, 3, 4);
    r.opt.slice = true;
    r.opt.highest = 10;
    CHECK(mkdir(r.out.path, 0777) == 0);
    touch(&r, "letters-01-03.pdf");
    r.labels.source.n = 0;
    CHECK(print_set(r.kinds, 2, &r.opt, &r.out, r.diag));
    CHECK_STR(files(&r), "envelopes-04-06.pdf letters-01-03.pdf "
                         "letters-04-06.pdf");
    CHECK_STR(said(&r), "");
    done(&r);
}

int main(void) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Fontset *fonts = fontset_new(fs_data_dir(a), false, diag);
    CHECK(mkdtemp(folder) != NULL);
    by_kind(a, fonts);
    by_pack(a, fonts);
    many_packs(a, fonts);
    by_packs(a, fonts);
    by_packs_merged(a, fonts);
    by_pages(a, fonts);
    by_bytes(a, fonts);
    many_files(a, fonts);
    by_hand(a, fonts);
    tells_places(a, fonts);
    proves(a, fonts);
    leaves_old_files(a, fonts);
    slices(a, fonts);
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    CHECK(system(command) == 0);
    fontset_free(fonts);
    diag_free(diag);
    arena_free(a);
    return unit_done("job_printset");
}
