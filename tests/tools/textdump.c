/* textdump - lay out the paragraphs of a text file and print one stage.
 *
 *   textdump [--lang L] [--langs A,B] [--width MM] [--size PT]
 *            [--family serif|sans] [--align start|end|center|justify]
 *            [--breaks normal|address|none] [--rtl|--ltr] [--indent MM]
 *            [--leading PERMILLE] [--hyphenate] [--vertical]
 *            --dump items|glyphs|lines|demerits|ties FILE
 *
 * Blank lines part paragraphs; a line end inside one is a space, or with a
 * backslash before it a forced break. Hyphenation is that of the installed
 * dictionaries. `demerits` prints one line a paragraph: demerits, lines, lines
 * that end in a hyphen; `ties` the text with a no-break space wherever no line
 * may end at a space (both for bench/paragraph-quality.sh). Diagnostics go to
 * stderr and decide the exit status.
 */
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "base/fs.h"
#include "text/dump.h"

#define MAX_LANGS 8

typedef struct Options {
    TextStyle style;
    ParaOptions para;
    const char *langs[MAX_LANGS];
    DumpStage stage;
    bool demerits, ties, hyphenate;
} Options;

enum {
    OPT_LANG = 1,
    OPT_LANGS,
    OPT_WIDTH,
    OPT_SIZE,
    OPT_FAMILY,
    OPT_ALIGN,
    OPT_BREAKS,
    OPT_RTL,
    OPT_LTR,
    OPT_INDENT,
    OPT_LEADING,
    OPT_HYPHENATE,
    OPT_VERTICAL,
    OPT_DUMP
};

static const struct option LONG[] = {
    {"lang", required_argument, NULL, OPT_LANG},
    {"langs", required_argument, NULL, OPT_LANGS},
    {"width", required_argument, NULL, OPT_WIDTH},
    {"size", required_argument, NULL, OPT_SIZE},
    {"family", required_argument, NULL, OPT_FAMILY},
    {"align", required_argument, NULL, OPT_ALIGN},
    {"breaks", required_argument, NULL, OPT_BREAKS},
    {"rtl", no_argument, NULL, OPT_RTL},
    {"ltr", no_argument, NULL, OPT_LTR},
    {"indent", required_argument, NULL, OPT_INDENT},
    {"leading", required_argument, NULL, OPT_LEADING},
    {"hyphenate", no_argument, NULL, OPT_HYPHENATE},
    {"vertical", no_argument, NULL, OPT_VERTICAL},
    {"dump", required_argument, NULL, OPT_DUMP},
    {NULL, 0, NULL, 0}};

static bool is_length(const char *arg, const char *unit, Len *out) {
    return len_parse(arg, strlen(arg), unit, out);
}

/* The index of `arg` among `words`, or -1. */
static int choice(const char *arg, const char *const *words) {
    for (int i = 0; words[i]; i++) {
        if (strcmp(arg, words[i]) == 0)
            return i;
    }
    return -1;
}

static bool set_choice(const char *arg, const char *const *words, int *out) {
    *out = choice(arg, words);
    return *out >= 0;
}

static void set_langs(Options *o, char *arg) {
    for (char *tag = strtok(arg, ","); tag && o->para.nlangs < MAX_LANGS;
         tag = strtok(NULL, ","))
        o->langs[o->para.nlangs++] = tag;
}

static bool set_option(Options *o, int opt, char *arg) {
    static const char *const FAMILIES[] = {"serif", "sans", NULL};
    static const char *const ALIGNS[] = {"start", "end", "center", "justify",
                                         NULL};
    static const char *const BREAKS[] = {"normal", "address", "none", NULL};
    int n = 0;
    bool ok = true;
    switch (opt) {
    case OPT_LANG:
        o->style.lang = arg;
        break;
    case OPT_LANGS:
        set_langs(o, arg);
        break;
    case OPT_WIDTH:
        return is_length(arg, "mm", &o->para.width);
    case OPT_SIZE:
        return is_length(arg, "pt", &o->style.size);
    case OPT_INDENT:
        return is_length(arg, "mm", &o->para.first_indent);
    case OPT_FAMILY:
        ok = set_choice(arg, FAMILIES, &n);
        o->style.family = (FontFamily)n;
        break;
    case OPT_ALIGN:
        ok = set_choice(arg, ALIGNS, &n);
        o->para.align = (TextAlign)n;
        break;
    case OPT_BREAKS:
        ok = set_choice(arg, BREAKS, &n);
        o->para.breaks = (BreakPolicy)n;
        break;
    case OPT_RTL:
        o->para.dir = DIR_RTL;
        break;
    case OPT_LTR:
        o->para.dir = DIR_LTR;
        break;
    case OPT_LEADING:
        o->para.leading_permille = atoi(arg);
        break;
    case OPT_VERTICAL:
        o->para.vertical = true;
        break;
    case OPT_HYPHENATE:
        o->hyphenate = true;
        break;
    case OPT_DUMP:
        o->demerits = strcmp(arg, "demerits") == 0;
        o->ties = strcmp(arg, "ties") == 0;
        if (o->demerits || o->ties)
            break;
        o->stage = dump_stage(arg);
        return o->stage != DUMP_NONE;
    default:
        return false;
    }
    return ok;
}

static bool blank_line(const char *s, size_t n) {
    for (size_t i = 0; i < n && s[i] != '\n'; i++) {
        if (s[i] != ' ' && s[i] != '\t' && s[i] != '\r')
            return false;
    }
    return true;
}

static size_t line_length(const char *s, size_t n) {
    const char *end = memchr(s, '\n', n);
    return end ? (size_t)(end - s) + 1 : n;
}

/* Add source bytes [from, to), a backslash at a line end being a break. */
static void add_block(UBuilder *b, const Options *o, const Source *src,
                      size_t from, size_t to, Diag *diag) {
    while (from < to) {
        size_t n = line_length(src->bytes + from, to - from);
        bool broken = n > 1 && src->bytes[from + n - 1] == '\n' &&
                      src->bytes[from + n - 2] == '\\';
        size_t keep = broken ? n - 2 : n;
        if (from + n == to && src->bytes[to - 1] == '\n' && !broken)
            keep--;
        ubuilder_add(b, text_of_span((Span){src, from, keep}), &o->style, diag);
        if (broken)
            ubuilder_break(b, &o->style);
        from += n;
    }
}

static bool ends_in_hyphen(const Para *p, const Line *line) {
    for (size_t k = 0; k < line->nruns; k++) {
        const GlyphRun *run = line->runs[k].run;
        if (run->text->s != p->text.s)
            return true;
    }
    return false;
}

static void dump_demerits(const Para *p, Buf *out) {
    int hyphens = 0;
    for (size_t i = 0; i < p->n; i++)
        hyphens += ends_in_hyphen(p, &p->lines[i]);
    buf_printf(out, "%lld %zu %d\n", (long long)p->demerits, p->n, hyphens);
}

static void dump_ties(Arena *a, const Para *p, Buf *out) {
    const UString *u = &p->text;
    BreakKind *breaks = breaks_find(a, u, &p->items, BREAK_NORMAL);
    for (uint32_t i = 0; i < u->n; i++) {
        if (u->s[i] == ' ' && breaks[i + 1] <= BREAK_RELUCTANT)
            buf_puts(out, "\u00A0");
        else
            buf_puts(out, ustring_utf8(a, u, i, i + 1));
    }
    buf_puts(out, "\n");
}

static void dump_block(Arena *a, Fontset *fs, const Options *o,
                       const Source *src, size_t from, size_t to, Diag *diag,
                       Buf *out) {
    UBuilder *b = ubuilder_new(a);
    add_block(b, o, src, from, to, diag);
    Para p;
    para_layout(a, fs, b, &o->para, diag, &p);
    if (o->demerits)
        dump_demerits(&p, out);
    else if (o->ties)
        dump_ties(a, &p, out);
    else
        dump_para(&p, o->stage, out);
}

static void dump_source(Arena *a, Fontset *fs, const Options *o,
                        const Source *src, Diag *diag, Buf *out) {
    size_t from = 0, at = 0;
    bool first = true;
    while (at <= src->n) {
        bool end = at == src->n;
        if (end || blank_line(src->bytes + at, src->n - at)) {
            if (at > from) {
                if (!first && o->stage != DUMP_NONE)
                    buf_puts(out, "--\n");
                dump_block(a, fs, o, src, from, at, diag, out);
                first = false;
            }
            if (end)
                return;
            at += line_length(src->bytes + at, src->n - at);
            from = at;
            continue;
        }
        at += line_length(src->bytes + at, src->n - at);
    }
}

static int usage(void) {
    fputs("usage: textdump [options] --dump items|glyphs|lines FILE\n", stderr);
    return 2;
}

int main(int argc, char **argv) {
    Options o = {.style = {.size = 12 * LEN_PT, .lang = "en"},
                 .para = {.width = LEN_OF_MM(160)}};
    for (int opt; (opt = getopt_long(argc, argv, "", LONG, NULL)) != -1;) {
        if (!set_option(&o, opt, optarg))
            return usage();
    }
    if (optind + 1 != argc || (o.stage == DUMP_NONE && !o.demerits && !o.ties))
        return usage();
    if (o.para.nlangs == 0)
        o.langs[o.para.nlangs++] = o.style.lang;
    o.para.langs = o.langs;

    if (o.hyphenate)
        o.para.hyphenator = hyphenator_new(NULL);
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Buf out = {0};
    const Source *src;
    Fontset *fs = fontset_new(fs_data_dir(a), false, diag);
    if (fs && source_load(a, argv[optind], diag, &src))
        dump_source(a, fs, &o, src, diag, &out);
    fwrite(out.s, 1, out.n, stdout);
    diag_print(diag, stderr, false);
    int status = diag_exit_status(diag);
    buf_free(&out);
    hyphenator_free(o.para.hyphenator);
    fontset_free(fs);
    diag_free(diag);
    arena_free(a);
    return status;
}
