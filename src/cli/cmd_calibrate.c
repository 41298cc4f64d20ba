#include "cli/cli.h"

#include "job/calibrate.h"

#include <string.h>

#define USAGE                                                                  \
    "envoi calibrate [--envelope LAYOUT] -o OUT.pdf, or --save NAME "          \
    "READING..., --list, --show NAME"

static const char help[] =
    "usage: envoi calibrate [--paper a4|letter] [--duplex] -o OUT.pdf\n"
    "       envoi calibrate --envelope LAYOUT [--paper a4|letter] -o OUT.pdf\n"
    "       envoi calibrate --save NAME READING...\n"
    "       envoi calibrate --list | --show NAME\n\n"
    "Measure a printer: print the page, fold it, read it, save what you read,\n"
    "and print everything else with --printer NAME. The page tells how.\n\n"
    "  --paper WHICH    a4 or letter; default: as used in --origin, else a4; "
    "of\n"
    "                   envelopes: what the printer is told to have; default:\n"
    "                   the envelope\n"
    "  --duplex         the back of the sheet too\n"
    "  --lang LANG      its words in this language: fr, zh-Hant ...; default:\n"
    "                   that of --origin, else English\n"
    "  --origin CC      country where you print: its language and paper\n"
    "  --envelope LAYOUT  one page for each way of feeding this envelope\n"
    "  --printer NAME   as this profile has it, to see whether it is right\n"
    "  -o, --output F   the PDF; - is stdout\n"
    "  --dump=display   print the drawing instead\n\n"
    "  --save NAME      make the profile NAME (or a file: ./my.yaml) of\n"
    "  --fold A,B,C,D   what the creases meet; A,B will do\n"
    "  --back A,B,C,D   the same on the back\n"
    "  --bars ACROSS,DOWN             lengths of the bars in mm\n"
    "  --border LEFT,TOP,RIGHT,BOTTOM what the printer leaves blank, in mm\n"
    "  --feed N[,turned]  the way envelopes go in\n"
    "  --corner LEFT,TOP  where the cross on an envelope is, in mm\n"
    "  --face up|down   how the address lies in the tray, as a note\n"
    "  --title TEXT     a line for --list\n"
    "  --compensate WHICH  yes or no: make up for a wrong scale\n"
    "  --force          change what is given here in a profile that is there\n"
    "  --list           the profiles there are\n"
    "  --show NAME      one of them, in words\n"
    "  --strict         warnings are errors\n";

/* What is to be done: exactly one of a page, save, list, show. */
typedef struct Calibrate {
    Run run;
    const char *envelope, *save, *show;
    bool list, force, read;
    CalibratePage page;
    CalibrateReadings readings;
} Calibrate;

/* One of `n` words, by its index; -1 after a usage error. */
static int one_of(Run *run, const char *option, const char *value,
                  const char *const *words, int n) {
    for (int i = 0; i < n; i++)
        if (strcmp(value, words[i]) == 0)
            return i;
    diag_file(run->diag, DIAG_USAGE, NULL, "%s: \"%s\" is neither %s nor %s",
              option, value, words[0], words[1]);
    return -1;
}

/* Up to `most` lengths with commas between; 0 after a usage error. */
static size_t lengths(Run *run, const char *option, const char *value,
                      size_t most, Len *out) {
    size_t n = 0;
    for (const char *s = value;; s++) {
        size_t len = strcspn(s, ",");
        Len l;
        if (n == most || !len_parse(s, len, "mm", &l))
            break;
        out[n++] = l;
        s += len;
        if (!*s)
            return n;
    }
    diag_file(run->diag, DIAG_USAGE, NULL,
              "%s: \"%s\" is not %zu numbers in mm with commas between, such "
              "as 0.5,-1.5",
              option, value, most);
    return 0;
}

/* The same, and `least` or `most` of them. */
static size_t some_lengths(Calibrate *c, const char *option, const char *value,
                           size_t least, size_t most, Len *out) {
    size_t n = lengths(&c->run, option, value, most, out);
    c->read = true;
    if (n == 0 || n == least || n == most)
        return n;
    diag_file(c->run.diag, DIAG_USAGE, NULL, "%s: %zu numbers are wanted%s",
              option, most, least < most ? ", or the first two" : "");
    return 0;
}

/* "3" or "3,turned". */
static void read_feed(Run *run, const char *option, const char *value,
                      void *to) {
    Calibrate *c = to;
    size_t n = strcspn(value, ",");
    int feed = n == 1 ? value[0] - '0' : 0;
    c->read = true;
    if (feed >= 1 && feed <= PRINTER_FEEDS &&
        (!value[n] || strcmp(value + n, ",turned") == 0)) {
        c->readings.feed = feed;
        c->readings.turned = value[n] != '\0';
        return;
    }
    diag_file(run->diag, DIAG_USAGE, NULL,
              "%s: \"%s\" is no number from 1 to %d, nor one with \",turned\" "
              "behind it",
              option, value, PRINTER_FEEDS);
}

/* An option that takes lengths read off the page: `least` or `most` of them. */
typedef struct LengthsOption {
    Calibrate *c;
    size_t least, most;
    Len *out;
    size_t *n;
} LengthsOption;

static void read_lengths(Run *run, const char *option, const char *value,
                         void *to) {
    (void)run;
    const LengthsOption *o = to;
    *o->n = some_lengths(o->c, option, value, o->least, o->most, o->out);
}

static void lengths_option(Calibrate *c, const char *name, LengthsOption of) {
    LengthsOption *kept = ARENA_NEW(c->run.arena, LengthsOption);
    *kept = of;
    option_value(&c->run, name, read_lengths, kept);
}

static void read_face(Run *run, const char *option, const char *value,
                      void *to) {
    static const char *const faces[] = {"up", "down"};
    Calibrate *c = to;
    c->read = true;
    c->readings.face = (PrinterFace)(1 + one_of(run, option, value, faces, 2));
}

static void read_title(Run *run, const char *option, const char *value,
                       void *to) {
    Calibrate *c = to;
    c->read = true;
    c->readings.title = value;
    if (strpbrk(value, "\r\n\t"))
        diag_file(run->diag, DIAG_USAGE, NULL,
                  "%s: one line, and no tabs in it", option);
}

static void read_compensate(Run *run, const char *option, const char *value,
                            void *to) {
    static const char *const no_yes[] = {"no", "yes"};
    Calibrate *c = to;
    c->read = true;
    c->readings.compensate = one_of(run, option, value, no_yes, 2);
}

/* printer_papers without "envelope". */
static void read_paper(Run *run, const char *option, const char *value,
                       void *to) {
    Calibrate *c = to;
    c->page.paper =
        1 + one_of(run, option, value, printer_papers + 1, PRINTER_PAPERS - 1);
}

static void add_options(Calibrate *c) {
    Run *run = &c->run;
    option_value(run, "paper", read_paper, c);
    option_flag(run, "duplex", &c->page.duplex);
    option_text(run, "envelope", &c->envelope);
    option_text(run, "origin", &c->page.origin);
    option_text(run, "lang", &c->page.lang);
    option_text(run, "save", &c->save);
    CalibrateReadings *r = &c->readings;
    lengths_option(c, "fold", (LengthsOption){c, 2, 4, r->fold, &r->nfold});
    lengths_option(c, "back", (LengthsOption){c, 2, 4, r->back, &r->nback});
    lengths_option(c, "bars", (LengthsOption){c, 2, 2, r->bars, &r->nbars});
    lengths_option(c, "border",
                   (LengthsOption){c, 4, 4, r->border, &r->nborder});
    option_value(run, "feed", read_feed, c);
    lengths_option(c, "corner",
                   (LengthsOption){c, 2, 2, r->corner, &r->ncorner});
    option_value(run, "face", read_face, c);
    option_value(run, "title", read_title, c);
    option_value(run, "compensate", read_compensate, c);
    option_flag(run, "force", &c->force);
    option_flag(run, "list", &c->list);
    option_text(run, "show", &c->show);
    run_output_options(run);
}

static bool is_page(const Calibrate *c) {
    return !c->save && !c->show && !c->list;
}

static void check_together(Calibrate *c) {
    Diag *diag = c->run.diag;
    const JobOutput *out = &c->run.out;
    if (!!c->save + !!c->show + c->list > 1)
        diag_file(diag, DIAG_USAGE, NULL,
                  "give one of --save, --show and --list");
    if (!is_page(c) &&
        (out->path || out->dump || c->envelope || c->page.duplex ||
         c->page.lang || c->page.origin || c->run.options.printer))
        diag_file(diag, DIAG_USAGE, NULL,
                  "-o, --dump, --envelope, --duplex, --lang, --origin and "
                  "--printer are for a page to print; leave out --save, "
                  "--show, --list");
    if (c->save && !c->read)
        diag_file(diag, DIAG_USAGE, NULL,
                  "--save %s: nothing was read; give --fold, --bars, --border "
                  "or --feed as the page tells",
                  c->save);
    if (!c->save && (c->read || c->force))
        diag_file(diag, DIAG_USAGE, NULL,
                  "what was read off the page wants a name: --save NAME");
    if (c->save && c->page.paper > 0 && !c->readings.feed)
        diag_file(diag, DIAG_USAGE, NULL,
                  "--paper says what the printer is told when envelopes go in; "
                  "give --feed too");
    if (c->envelope && c->page.duplex)
        diag_file(diag, DIAG_USAGE, NULL,
                  "--duplex is for the sheet; envelopes have one side");
    run_dumps_display(&c->run);
}

static void run(Calibrate *c) {
    Diag *diag = c->run.diag;
    Buf *text = &c->run.text;
    const JobOutput *out = &c->run.out;
    if (c->save) {
        if (c->page.paper > 0)
            c->readings.paper = (PrinterPaper)c->page.paper;
        calibrate_save(c->save, c->force, &c->readings, diag, text);
    } else if (c->show) {
        calibrate_show(c->show, diag, text);
    } else if (c->list) {
        calibrate_list(diag, text);
    } else if (run_open(&c->run)) {
        Session *session = &c->run.session;
        if (c->envelope)
            calibrate_envelope(session, c->envelope, &c->page, out, diag);
        else
            calibrate_sheet(session, &c->page, out, diag);
    }
}

int cmd_calibrate(int argc, char **argv) {
    Calibrate c = {.page = {.paper = -1}, .readings = {.compensate = -1}};
    run_init(&c.run);
    add_options(&c);
    if (!run_parse(&c.run, argc, argv))
        return run_help(&c.run, help);
    run_arguments(&c.run, 0, USAGE);
    check_together(&c);
    if (is_page(&c))
        run_needs_output(&c.run);
    if (diag_exit_status(c.run.diag) == 0)
        run(&c);
    return run_finish(&c.run);
}
