#include "input/sheetspec.h"

#include "input/layoutread.h"
#include "model/paper.h"

#include <string.h>
#include <strings.h>

#define EXAMPLE "a4 3x8 64x33.86 at 6.46,13.06 pitch 66.54x33.86"

bool sheetspec_is_name(const char *name) {
    return strncasecmp(name, SHEETSPEC_PREFIX, strlen(SHEETSPEC_PREFIX)) == 0;
}

/* The text being read; every reader moves `at` behind what it took and the
 * blanks there. */
typedef struct Reader {
    const Source *src;
    size_t at;
    Diag *diag;
    DiagLevel level;
    bool ok; /* falls at the first error, which ends the reading */
} Reader;

#define FAIL(r, where, ...)                                                    \
    do {                                                                       \
        if ((r)->ok)                                                           \
            diag_at((r)->diag, (r)->level, (where), __VA_ARGS__);              \
        (r)->ok = false;                                                       \
    } while (0)

static char here(const Reader *r) {
    return r->at < r->src->n ? r->src->bytes[r->at] : '\0';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void skip_blanks(Reader *r) {
    while (here(r) == ' ' || here(r) == '\t')
        r->at++;
}

/* The word that begins at `at`, for messages. */
static Span rest_of_word(const Reader *r, size_t at) {
    size_t end = at;
    while (end < r->src->n && !strchr(" \t,", r->src->bytes[end]))
        end++;
    return (Span){r->src, at, end - at};
}

static Span since(const Reader *r, size_t from) {
    size_t end = r->at;
    while (end > from && strchr(" \t", r->src->bytes[end - 1]))
        end--;
    return (Span){r->src, from, end - from};
}

/* "x", in either case, or the multiplication sign; blanks around it are fine.
 */
static bool skip_by(Reader *r) {
    static const char sign[] = "\xC3\x97"; /* U+00D7 */
    size_t left = r->src->n - r->at;
    if (here(r) == 'x' || here(r) == 'X')
        r->at += 1;
    else if (left >= 2 && memcmp(r->src->bytes + r->at, sign, 2) == 0)
        r->at += 2;
    else
        return false;
    skip_blanks(r);
    return true;
}

/* ---- numbers ---- */

/* One number of a pair and the unit behind it, if there is one. */
typedef struct Number {
    Span digits, unit;
} Number;

static bool read_number(Reader *r, const char *what, Number *out) {
    static const char *const units[] = {"mm", "cm", "in", "pt"};
    size_t from = r->at;
    if (here(r) == '-' || here(r) == '+')
        r->at++;
    while (is_digit(here(r)) || here(r) == '.')
        r->at++;
    out->digits = (Span){r->src, from, r->at - from};
    if (r->at == from || !is_digit(r->src->bytes[r->at - 1])) {
        Span word = rest_of_word(r, from);
        FAIL(r, word,
             "%s is missing here, a number%s; such a line looks like \"%s\"",
             what, word.n ? "" : " at the end", EXAMPLE);
        return false;
    }
    skip_blanks(r);
    /* The x of 3x8 is no unit, and no word is. */
    size_t unit = r->at, n = 0;
    while (unit + n < r->src->n && is_letter(r->src->bytes[unit + n]) &&
           !strchr("xX", r->src->bytes[unit + n]))
        n++;
    bool known = false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        known =
            known || (n == 2 && memcmp(r->src->bytes + unit, units[i], 2) == 0);
    r->at += known ? n : 0;
    out->unit = (Span){r->src, unit, known ? n : 0};
    skip_blanks(r);
    return true;
}

static Len length_of(Reader *r, Number n, Span unit) {
    char text[64];
    Len l = 0;
    if (n.digits.n + unit.n + 1 <= sizeof text) {
        memcpy(text, n.digits.src->bytes + n.digits.off, n.digits.n);
        if (unit.n)
            memcpy(text + n.digits.n, unit.src->bytes + unit.off, unit.n);
        if (len_parse(text, n.digits.n + unit.n, "mm", &l) &&
            l <= LAYOUT_LENGTH_MAX && l >= -LAYOUT_LENGTH_MAX)
            return l;
    }
    FAIL(r, n.digits, "\"%.*s\" is not a length of at most %.0f mm",
         (int)n.digits.n, n.digits.src->bytes + n.digits.off,
         len_mm(LAYOUT_LENGTH_MAX));
    return 0;
}

/* Two lengths; the unit of the second is that of both if the first has none. */
static Span read_pair(Reader *r, const char *what, bool comma, Len *x, Len *y) {
    size_t from = r->at;
    Number a, b;
    if (!r->ok || !read_number(r, what, &a))
        return (Span){0};
    if (comma && here(r) == ',') {
        r->at++;
        skip_blanks(r);
    } else if (comma || !skip_by(r)) {
        FAIL(r, rest_of_word(r, r->at),
             "%s is two lengths with %s between, such as %s", what,
             comma ? "a comma" : "an x",
             comma ? "6.46,13.06 (a decimal point is a point)" : "64x33.86");
        return (Span){0};
    }
    if (!read_number(r, what, &b))
        return (Span){0};
    *x = length_of(r, a, a.unit.n ? a.unit : b.unit);
    *y = length_of(r, b, b.unit);
    return since(r, from);
}

static Span read_sizes(Reader *r, const char *what, Len *w, Len *h) {
    Span where = read_pair(r, what, false, w, h);
    if (r->ok && (*w <= 0 || *h <= 0))
        FAIL(r, where, "%s must be more than nothing", what);
    return where;
}

static int read_count(Reader *r, const char *what) {
    size_t from = r->at;
    int v = 0;
    while (is_digit(here(r)) && v <= 1000)
        v = v * 10 + (r->src->bytes[r->at++] - '0');
    if (r->at == from || v < 1 || v > 1000)
        FAIL(r, rest_of_word(r, from),
             "the number of %s is missing here, from 1 to 1000; such a line "
             "looks like \"%s\"",
             what, EXAMPLE);
    skip_blanks(r);
    return v;
}

/* ---- words ---- */

/* Takes the word if it is the next one. */
static bool take(Reader *r, const char *word) {
    size_t n = strlen(word);
    const char *s = r->src->bytes + r->at;
    if (r->src->n - r->at < n || strncasecmp(s, word, n) != 0 ||
        (r->at + n < r->src->n && is_letter(s[n])))
        return false;
    r->at += n;
    skip_blanks(r);
    return true;
}

static void read_paper(Reader *r, Layout *l) {
    size_t from = r->at;
    if (is_digit(here(r)) || here(r) == '-') {
        l->paper = read_sizes(r, "the paper's size", &l->w, &l->h);
    } else {
        Span name = rest_of_word(r, from);
        if (!paper_find(r->src->bytes + from, name.n, &l->w, &l->h)) {
            FAIL(r, name,
                 "the line begins with the paper: %s, or its width and height "
                 "such as 210x297",
                 PAPER_NAMES);
            return;
        }
        r->at = from + name.n;
        skip_blanks(r);
        l->paper = name;
    }
    if (r->ok && take(r, "landscape")) {
        Len w = l->w;
        l->w = l->h;
        l->h = w;
        l->paper = since(r, from);
    }
}

static void read_grid_size(Reader *r, LabelGrid *g) {
    if (!r->ok)
        return;
    g->columns = read_count(r, "columns");
    if (r->ok && !skip_by(r))
        FAIL(r, rest_of_word(r, r->at),
             "the columns and rows have an x between them, such as 3x8");
    if (r->ok)
        g->rows = read_count(r, "rows");
}

typedef struct Seen {
    bool at, pitch, round, oval, cut, roll;
} Seen;

static bool once(Reader *r, bool *seen, Span where) {
    if (*seen)
        FAIL(r, where, "\"%.*s\" is here twice", (int)where.n,
             where.src->bytes + where.off);
    *seen = true;
    return r->ok;
}

static void report_word(Reader *r, Span word, const char *const *words,
                        size_t n) {
    const char *guess =
        diag_did_you_mean(r->src->bytes + word.off, word.n, words, n);
    if (word.n == 0)
        word.n = 1;
    if (here(r) == ',')
        FAIL(r, word,
             "this comma is one too many; decimals are written with a point, "
             "such as 33.86");
    else if (guess)
        FAIL(r, word, "this is not understood; did you mean \"%s\"?", guess);
    else
        FAIL(r, word,
             "this is not understood; here may stand at, pitch, round, oval, "
             "cut or roll");
}

static void read_option(Reader *r, Layout *l, Seen *seen) {
    static const char *const words[] = {"at",   "pitch", "round",
                                        "oval", "cut",   "roll"};
    LabelLayout *g = &l->u.labels;
    LabelGrid *grid = g->grids;
    size_t from = r->at;
    Span word = rest_of_word(r, from);
    if (take(r, "at")) {
        if (once(r, &seen->at, word))
            grid->first =
                read_pair(r,
                          "the first label's place (from the left, from the "
                          "top)",
                          true, &grid->left, &grid->top);
    } else if (take(r, "pitch")) {
        if (once(r, &seen->pitch, word))
            grid->pitch = read_sizes(r, "the pitch (across, down)",
                                     &grid->across, &grid->down);
    } else if (take(r, "round")) {
        Number n;
        if (once(r, &seen->round, word) &&
            read_number(r, "the radius of the corners", &n))
            g->round = length_of(r, n, n.unit);
    } else if (take(r, "oval")) {
        if (once(r, &seen->oval, word))
            g->shape = LABEL_ELLIPSE;
    } else if (take(r, "cut")) {
        g->cut = once(r, &seen->cut, word);
    } else if (take(r, "roll")) {
        g->roll = once(r, &seen->roll, word);
    } else {
        report_word(r, word, words, sizeof words / sizeof *words);
    }
}

/* What the line leaves out: labels edge to edge, in the middle of the sheet. */
static void fill_in(Layout *l, const Seen *seen) {
    const LabelLayout *g = &l->u.labels;
    LabelGrid *grid = g->grids;
    if (!seen->pitch) {
        grid->across = g->label_w;
        grid->down = g->label_h;
        grid->pitch = g->label;
    }
    if (!seen->at) {
        int64_t w = (int64_t)(grid->columns - 1) * grid->across + g->label_w;
        int64_t h = (int64_t)(grid->rows - 1) * grid->down + g->label_h;
        int64_t left = (l->w - w) / 2, top = (l->h - h) / 2;
        /* Wider than the sheet, it starts at its edge and ends behind it. */
        grid->left = left > 0 ? (Len)left : 0;
        grid->top = top > 0 ? (Len)top : 0;
        grid->first = grid->pitch;
    }
}

const Layout *sheetspec_parse(Arena *a, const char *name, Span where,
                              Diag *diag) {
    const char *text =
        name + (sheetspec_is_name(name) ? strlen(SHEETSPEC_PREFIX) : 0);
    Reader r = {source_from(a, "--sheet", text, strlen(text)), 0, diag,
                where.src ? DIAG_ERROR : DIAG_USAGE, true};
    Seen seen = {0};
    if (!source_check(r.src, diag))
        return NULL;
    Layout *l = ARENA_NEW(a, Layout);
    LabelLayout *g = &l->u.labels;
    l->kind = LAYOUT_LABELS;
    l->name = arena_printf(a, "%s%s", SHEETSPEC_PREFIX, text);
    l->title = text_literal("A sheet said in one line");
    l->source_note = text_literal("");
    g->grids = ARENA_NEW(a, LabelGrid);
    g->ngrids = 1;
    skip_blanks(&r);
    read_paper(&r, l);
    read_grid_size(&r, g->grids);
    g->label = read_sizes(&r, "the label's size", &g->label_w, &g->label_h);
    while (r.ok && r.at < r.src->n)
        read_option(&r, l, &seen);
    if (!r.ok)
        return NULL;
    fill_in(l, &seen);
    layout_number_cells(a, l);
    return layout_check(l, diag) ? l : NULL;
}
