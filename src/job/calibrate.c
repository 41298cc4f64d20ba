#include "job/calibrate.h"

#include "base/fs.h"
#include "input/printerfile.h"
#include "job/envelopelayout.h"
#include "job/origin.h"
#include "job/paperlang.h"
#include "job/print.h"
#include "job/profile.h"
#include "model/country.h"
#include "page/calibration.h"
#include "page/printable.h"

#include <string.h>

/* ---- pages ---- */

typedef struct SheetSource {
    PageSource source;
    Session *session;
    CalibrationSheet sheet;
    Diag *diag;
} SheetSource;

static bool draw_sheet(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                       DisplayPages *out) {
    SheetSource *s = (SheetSource *)self;
    DisplayPage page;
    s->sheet.back = i == 1;
    if (!calibration_sheet(a, s->session->fonts, &s->sheet, tags, s->diag,
                           &page))
        return false;
    vec_push(a, out, page);
    return true;
}

/* In their language or, where that has none, in English. */
static bool find_words(const Session *s, Arena *a, const CalibratePage *page,
                       Diag *diag, char origin[3], Words *out) {
    PaperWish wish = {.origin = origin, .own = "en"};
    PaperLang read = {0};
    if (!origin_find(page->origin, NULL, diag, origin) ||
        (page->lang &&
         !(wish.lang = paperlang_tag(a, "--lang", page->lang, diag))) ||
        !paperlang_find(a, s, &wish, WORD_CALIBRATE, diag, &read))
        return false;
    if (!read.words.v[WORD_CALIBRATE].s) {
        diag_file(diag, DIAG_NOTE, NULL,
                  "there are no words for this page in the language \"%s\" "
                  "yet; it is in English",
                  read.lang);
        wish = (PaperWish){.lang = "en", .origin = ""};
        if (!paperlang_find(a, s, &wish, WORD_CALIBRATE, diag, &read))
            return false;
    }
    *out = read.words;
    return true;
}

bool calibrate_sheet(Session *s, const CalibratePage *page,
                     const JobOutput *out, Diag *diag) {
    Arena *a = arena_new();
    char origin[3];
    Words words;
    bool ok = find_words(s, a, page, diag, origin, &words);
    if (ok) {
        bool letter = page->paper >= 0 ? page->paper == PRINTER_PAPER_LETTER
                                       : country_uses_letter_paper(origin);
        SheetSource source = {
            .source = {.n = page->duplex ? 2 : 1,
                       .draw = draw_sheet,
                       .bleeds = true,
                       .lang = words.lang,
                       .duplex = page->duplex},
            .session = s,
            .sheet = {.paper = letter ? "US Letter, 100 %" : "A4, 100 %",
                      .words = &words},
            .diag = diag};
        printer_paper_size(letter ? PRINTER_PAPER_LETTER : PRINTER_PAPER_A4,
                           &source.sheet.w, &source.sheet.h);
        ok = print_pages(&source.source, out, diag);
    }
    arena_free(a);
    return ok;
}

typedef struct FaceSource {
    PageSource source;
    Session *session;
    const Layout *layout;
    PrinterPaper paper;
    Words words;
    int feeds[PRINTER_FEEDS]; /* 0: the one of the profile */
    Diag *diag;
} FaceSource;

/* On its way into the printer; without a number the profile decides. */
static bool draw_face(PageSource *self, size_t i, Arena *a, DisplayTags *tags,
                      DisplayPages *out) {
    FaceSource *s = (FaceSource *)self;
    Printer p = {.name = "", .envelope = {.paper = s->paper}};
    DisplayPage face, page;
    p.envelope.feed = s->feeds[i];
    CalibrationFace of = {.name = s->layout->name,
                          .w = s->layout->w,
                          .h = s->layout->h,
                          .feed = s->feeds[i],
                          .any_side = s->paper == PRINTER_PAPER_ENVELOPE,
                          .words = &s->words};
    if (!calibration_face(a, s->session->fonts, &of, tags, s->diag, &face))
        return false;
    page = face;
    if (s->feeds[i] && !printable_place(a, &p, &face, false, s->diag, &page))
        return false;
    vec_push(a, out, page);
    return true;
}

/* The feeds that the paper is wide and long enough for; where the paper is the
 * envelope, the side is the printer's matter and two of them are enough. */
static size_t find_feeds(const Layout *l, PrinterPaper paper, int *out) {
    size_t n = 0;
    for (int feed = 1; feed <= PRINTER_FEEDS; feed++) {
        PrinterEnvelope e = {.feed = feed, .paper = paper};
        Len w, h, x, y;
        bool other =
            paper != PRINTER_PAPER_ENVELOPE || printer_feed_side(feed) == 0;
        if (other && printer_envelope_page(&e, l->w, l->h, &w, &h, &x, &y))
            out[n++] = feed;
    }
    return n;
}

/* Which pages there are. */
static bool find_pages(FaceSource *f, const JobOutput *out) {
    if (out->printer)
        f->source.n = 1;
    else
        f->source.n = find_feeds(f->layout, f->paper, f->feeds);
    if (f->source.n > 0)
        return true;
    diag_file(f->diag, DIAG_USAGE, NULL,
              "an envelope %s, %.0f x %.0f mm, does not lie on %s paper; "
              "leave --paper out",
              f->layout->name, len_mm(f->layout->w), len_mm(f->layout->h),
              printer_papers[f->paper]);
    return false;
}

bool calibrate_envelope(Session *s, const char *name, const CalibratePage *page,
                        const JobOutput *out, Diag *diag) {
    Arena *a = arena_new();
    char origin[3];
    FaceSource source = {.source = {.draw = draw_face, .bleeds = true},
                         .session = s,
                         .layout =
                             envelopelayout_load(s, a, name, false, "", diag),
                         .paper = page->paper >= 0 ? (PrinterPaper)page->paper
                                                   : PRINTER_PAPER_ENVELOPE,
                         .diag = diag};
    bool ok = find_words(s, a, page, diag, origin, &source.words) &&
              source.layout && find_pages(&source, out);
    source.source.lang = source.words.lang;
    ok = ok && print_pages(&source.source, out, diag);
    arena_free(a);
    return ok;
}

/* ---- readings ---- */

static bool check_stair(const char *option, const Len *read, size_t n,
                        Diag *diag) {
    Len most = STAIR_STEPS * STAIR_RISE;
    for (size_t i = 0; i < n; i++) {
        if (read[i] <= most && read[i] >= -most)
            continue;
        diag_file(diag, DIAG_USAGE, NULL,
                  "%s: the stairs go from -%.0f to %.0f, and %.1f was given "
                  "for %c; is the print further off, it is not the printer: "
                  "print at 100 %%, on paper of the page's size",
                  option, len_mm(most), len_mm(most), len_mm(read[i]),
                  'A' + (char)i);
        return false;
    }
    if (n < READINGS ||
        calibration_disagreement(read) <= CALIBRATION_DISAGREEMENT)
        return true;
    diag_file(diag, DIAG_USAGE, NULL,
              "%s: A and C tell another turn of the page than B and D do; look "
              "at the signs again, and that the paper was folded edge on edge",
              option);
    return false;
}

static bool read_bars(const CalibrateReadings *read, Diag *diag, Printer *p) {
    static const char *const names[] = {"across", "down"};
    int32_t *scales[] = {&p->scale.across, &p->scale.down};
    bool ok = true;
    for (int i = 0; i < 2; i++) {
        if (calibration_bar(read->bars[i], scales[i]))
            continue;
        diag_file(diag, DIAG_USAGE, NULL,
                  "--bars: %.1f mm %s is near none of the lengths on the page, "
                  "100, 150 and 200 mm; measure from 0 to one of them",
                  len_mm(read->bars[i]), names[i]);
        ok = false;
    }
    p->scale.given = true;
    return ok;
}

static void read_border(const CalibrateReadings *read, Printer *p) {
    p->border = (PrinterBorder){read->border[0],
                                read->border[1],
                                read->border[2],
                                read->border[3],
                                true,
                                {0}};
}

static void read_envelope(const CalibrateReadings *read, Printer *p) {
    PrinterEnvelope *e = &p->envelope;
    if (read->feed) {
        e->feed = read->feed;
        e->turned = read->turned;
        e->paper = read->paper;
    }
    if (read->face != PRINTER_FACE_UNKNOWN)
        e->face = read->face;
    if (read->ncorner)
        e->offset = (PrinterOffset){read->corner[0] - CALIBRATION_CORNER,
                                    read->corner[1] - CALIBRATION_CORNER,
                                    true,
                                    {0}};
}

/* Changes what is given. */
static bool apply(Arena *a, const CalibrateReadings *read, Diag *diag,
                  Printer *p) {
    bool ok = check_stair("--fold", read->fold, read->nfold, diag);
    ok = check_stair("--back", read->back, read->nback, diag) && ok;
    int32_t skew = 0;
    if (read->title)
        p->title = text_literal(arena_strdup(a, read->title));
    if (read->nfold) {
        calibration_fold(read->fold, read->nfold, &p->offset, &skew);
        p->skew_given = read->nfold == READINGS;
        p->skew = skew;
    }
    if (read->nback)
        calibration_fold(read->back, read->nback, &p->back, &skew);
    if (read->nbars)
        ok = read_bars(read, diag, p) && ok;
    if (read->nborder)
        read_border(read, p);
    read_envelope(read, p);
    if (read->compensate >= 0)
        p->compensate = read->compensate == 1;
    return ok && printer_check(p, diag);
}

/* The profile to change, or a new one. */
static bool find_old(Arena *a, const char *name, const char *path, bool force,
                     Diag *diag, Printer *out) {
    *out = (Printer){.name = name,
                     .title = text_literal(""),
                     .scale = {.across = PRINTER_TRUE, .down = PRINTER_TRUE}};
    if (!fs_exists(path))
        return true;
    if (!force) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "there is a profile \"%s\" already; --force changes in it "
                  "what is given here, another name makes another one",
                  name);
        return false;
    }
    const Printer *old = printerfile_load(a, name, diag);
    if (old)
        *out = *old;
    return old != NULL;
}

/* A title may hold what no file may. */
static bool can_be_read(Arena *a, const char *path, const Buf *yaml,
                        Diag *diag) {
    const Source *src = source_from(a, path, yaml->s, yaml->n);
    return source_check(src, diag) &&
           printerfile_parse(a, src, path, diag) != NULL;
}

static bool write_profile(Arena *a, const char *path, const Printer *p,
                          Diag *diag) {
    Buf yaml = {0};
    const char *slash = strrchr(path, '/');
    profile_yaml(p, &yaml);
    bool ok = can_be_read(a, path, &yaml, diag);
    /* Of a path that was given, the folder is the user's own matter. */
    if (ok && slash && strcmp(path, p->name) != 0)
        ok = fs_make_folder(arena_strndup(a, path, (size_t)(slash - path)),
                            NULL, diag);
    FsOut *out = ok ? fs_out_open(path, diag) : NULL;
    if (out) {
        fs_out_write(out, yaml.s, yaml.n);
        ok = fs_out_commit(out, diag);
    }
    buf_free(&yaml);
    return ok && out;
}

bool calibrate_save(const char *name, bool force, const CalibrateReadings *read,
                    Diag *diag, Buf *text) {
    Arena *a = arena_new();
    Printer p;
    const char *path = printerfile_path(a, name, diag);
    bool ok = path && find_old(a, name, path, force, diag, &p);
    ok = ok && apply(a, read, diag, &p) && job_may_write(diag) &&
         write_profile(a, path, &p, diag);
    if (ok) {
        profile_describe(&p, text);
        const char *quote = strpbrk(name, " '&()") ? "\"" : "";
        buf_printf(text, "saved as %s; print with --printer %s%s%s\n", path,
                   quote, name, quote);
    }
    arena_free(a);
    return ok;
}

/* ---- what there is ---- */

bool calibrate_list(Diag *diag, Buf *text) {
    Arena *a = arena_new();
    const char *const *names;
    size_t n = printerfile_names(a, diag, &names);
    for (size_t i = 0; i < n; i++) {
        const Printer *p = printerfile_load(a, names[i], diag);
        if (p)
            buf_printf(text, p->title.n ? "  %-16s %.*s\n" : "  %s%.*s\n",
                       p->name, (int)p->title.n, p->title.s);
    }
    bool ok = diag_exit_status(diag) == 0;
    if (ok && n == 0)
        buf_printf(text,
                   "no printer is saved yet (in %s); to measure yours, make a "
                   "page with `envoi calibrate -o page.pdf`, print it and do "
                   "what it says\n",
                   printerfile_folder(a));
    arena_free(a);
    return ok;
}

bool calibrate_show(const char *name, Diag *diag, Buf *text) {
    Arena *a = arena_new();
    const Printer *p = printerfile_load(a, name, diag);
    if (p)
        profile_describe(p, text);
    arena_free(a);
    return p != NULL;
}
