/* LibreOffice's labels.xml: the format is told in the head of the file and read
 * by sw/source/uibase/config/labelcfg.cxx. */
#include "input/labelset_read.h"

#include "input/layoutread.h"

#include <string.h>
#include <strings.h>

/* <measure>: C (continuous) or S (single sheet), and ten whole numbers. */
enum Field {
    ACROSS,
    DOWN,
    WIDTH,
    HEIGHT,
    LEFT,
    TOP,
    COLUMNS,
    ROWS,
    PAGE_WIDTH,
    PAGE_HEIGHT,
    FIELDS
};

static const char *const field_names[] = {
    "horizontal distance", "vertical distance", "label width", "label height",
    "left margin",         "top margin",        "columns",     "rows",
    "page width",          "page height"};

bool labelset_add_libreoffice(LabelSet *set, const XmlNode *root, Diag *diag) {
    if (!xml_is(root, "manufacturers"))
        return false;
    for (const XmlNode *m = xml_child(root, "manufacturer"); m;
         m = xml_next(m, "manufacturer")) {
        const Text *brand = xml_attr(m, "name");
        for (const XmlNode *n = xml_child(m, "label"); n;
             n = xml_next(n, "label")) {
            Text whole = text_trim(xml_text(set->arena, xml_child(n, "name")));
            if (!brand || whole.n == 0) {
                diag_at(diag, DIAG_ERROR, n->span,
                        "this label has no name, so nobody can ask for it");
                continue;
            }
            size_t word = 0;
            while (word < whole.n && whole.s[word] != ' ')
                word++;
            LabelEntry e = {.brand = text_trim(*brand),
                            .part = text_slice(whole, 0, word),
                            .whole = whole,
                            .node = n};
            vec_push(set->arena, &set->entries, e);
        }
    }
    return true;
}

/* ---- the ten numbers ---- */

typedef struct Measure {
    Text text;
    bool continuous;
    Text parts[FIELDS];
    int values[FIELDS];
} Measure;

static bool read_whole(Text t, int *out) {
    bool negative = t.n > 0 && t.s[0] == '-';
    int v = 0;
    for (size_t i = negative; i < t.n; i++) {
        if (t.s[i] < '0' || t.s[i] > '9' || v > 1000000)
            return false;
        v = v * 10 + (t.s[i] - '0');
    }
    *out = negative ? -v : v;
    return t.n > (size_t)negative;
}

/* Before version 4 there were nine parts: no page, which then followed from the
 * margins. labelcfg.cxx: lcl_CreateSwLabRec. */
static void add_page(Measure *m) {
    int *v = m->values;
    if (v[PAGE_WIDTH] && v[PAGE_HEIGHT])
        return;
    v[PAGE_WIDTH] = 2 * v[LEFT] + (v[COLUMNS] - 1) * v[ACROSS] + v[WIDTH];
    v[PAGE_HEIGHT] = m->continuous
                         ? v[ROWS] * v[DOWN]
                         : 2 * v[TOP] + (v[ROWS] - 1) * v[DOWN] + v[HEIGHT];
}

static bool in_range(const Measure *m, int f, Diag *diag) {
    static const int most = 200000; /* LAYOUT_LENGTH_MAX in 1/100 mm */
    int v = m->values[f];
    const char *wrong = NULL;
    if ((f == COLUMNS || f == ROWS) && (v < 1 || v > 1000))
        wrong = "is not a number from 1 to 1000";
    else if ((f == WIDTH || f == HEIGHT) && v < 1)
        wrong = "is not more than nothing";
    else if (v > most || v < -most)
        wrong = "is more than 2 m in 1/100 mm";
    if (wrong)
        diag_at(diag, DIAG_ERROR, m->parts[f].span, "%s: %d %s", field_names[f],
                v, wrong);
    return !wrong;
}

static bool read_measure(Text t, Measure *m, Diag *diag) {
    size_t at = 0, n = 0;
    *m = (Measure){.text = t};
    for (; at <= t.n; n++) {
        const char *semicolon = memchr(t.s + at, ';', t.n - at);
        size_t end = semicolon ? (size_t)(semicolon - t.s) : t.n;
        Text part = text_trim(text_slice(t, at, end - at));
        if (n == 0) {
            m->continuous = text_equal(part, "C");
            if (!m->continuous && !text_equal(part, "S"))
                break;
        } else if (n <= FIELDS) {
            m->parts[n - 1] = part;
            if (!read_whole(part, &m->values[n - 1]))
                break;
        }
        at = end + 1;
    }
    if (at <= t.n || (n != FIELDS + 1 && n != FIELDS - 1)) {
        diag_at(
            diag, DIAG_ERROR, t.span,
            "\"%.*s\" is not C or S and ten numbers in 1/100 mm, with \";\" "
            "between",
            t.n > 200 ? 200 : (int)t.n, t.s);
        return false;
    }
    bool ok = true;
    for (int f = 0; f < FIELDS; f++)
        ok = in_range(m, f, diag) && ok;
    if (ok)
        add_page(m);
    return ok;
}

/* ---- the shape, which only the name tells ---- */

/* Of a word; all that is not ASCII counts. */
static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
}

static bool has_word(Text name, const char *const *words, size_t n) {
    for (size_t i = 0; i < name.n;) {
        size_t from = i;
        while (i < name.n && is_letter(name.s[i]))
            i++;
        for (size_t k = 0; k < n && i > from; k++)
            if (strlen(words[k]) == i - from &&
                strncasecmp(words[k], name.s + from, i - from) == 0)
                return true;
        i += i == from;
    }
    return false;
}
#define HAS_WORD(name, words)                                                  \
    has_word((name), (words), sizeof(words) / sizeof *(words))

/* Words in the names of version 7.4, English and German. A label as wide as it
 * is high may be round though its name does not say so (Avery L6112): text that
 * stays inside the circle is right on a square too. */
static bool read_shape(Text name, LabelLayout *g, Diag *diag) {
    static const char *const oval[] = {"oval", "ellipse"};
    static const char *const round[] = {"round", "circular", "circle",
                                        "kreis", "kreise",   "rund"};
    static const char *const square[] = {
        "square", "quadratisch", "diskette", "disketten", "insert", "inserts",
        "case",   "cover",       "envelope", "einleger",  "box",    "booklet",
        "hüllen", "tray",        "spine",    "spines"};
    static const char *const disc[] = {"cd", "dvd"};
    static const char *const other[] = {
        "sterne",     "stars",          "pfeile",     "arrows",
        "sonderform", "konturgestanzt", "taillierte", "herzen"};
    if (HAS_WORD(name, other)) {
        diag_at(diag, DIAG_ERROR, name.span,
                "these labels have a shape of their own, which the file does "
                "not describe");
        return false;
    }
    if (HAS_WORD(name, disc) && !HAS_WORD(name, square)) {
        diag_at(diag, DIAG_ERROR, name.span,
                "this is a label for a disc, and the file does not say how "
                "wide the hole in it is; gLabels' templates do");
        return false;
    }
    bool as_wide = g->label_w - g->label_h < LEN_OF_MM(0.3) &&
                   g->label_h - g->label_w < LEN_OF_MM(0.3);
    if (HAS_WORD(name, round) && !as_wide) {
        diag_at(diag, DIAG_ERROR, name.span,
                "these labels are called round, but are %.1f mm wide and %.1f "
                "mm high",
                len_mm(g->label_w), len_mm(g->label_h));
        return false;
    }
    if (HAS_WORD(name, oval) || (as_wide && !HAS_WORD(name, square)))
        g->shape = LABEL_ELLIPSE;
    return true;
}

/* From one part to a later one. */
static Span parts(const Measure *m, int from, int to) {
    Span a = m->parts[from].span, b = m->parts[to].span;
    a.n = b.off + b.n - a.off;
    return a;
}

/* 1 mm = 72/25.4 pt, a hundredth of it 7200/254000. */
static Len hundredths(int v) {
    return len_muldiv((Len)v, (int64_t)LEN_PT * 72, 2540);
}

bool labelset_build_libreoffice(LabelSet *set, const LabelEntry *e, Layout *l,
                                Diag *diag) {
    Measure m;
    LabelLayout *g = &l->u.labels;
    l->kind = LAYOUT_LABELS;
    l->title =
        text_literal(arena_printf(set->arena, "%.*s %.*s", (int)e->brand.n,
                                  e->brand.s, (int)e->whole.n, e->whole.s));
    const XmlNode *measure = xml_child(e->node, "measure");
    if (!measure) {
        diag_at(diag, DIAG_ERROR, e->node->span,
                "this label has no <measure>, which says how large it is");
        return false;
    }
    Text t = text_trim(xml_text(set->arena, measure));
    if (!read_measure(t, &m, diag))
        return false;
    l->paper =
        m.parts[PAGE_WIDTH].n ? parts(&m, PAGE_WIDTH, PAGE_HEIGHT) : t.span;
    l->w = hundredths(m.values[PAGE_WIDTH]);
    l->h = hundredths(m.values[PAGE_HEIGHT]);
    g->label = parts(&m, WIDTH, HEIGHT);
    g->label_w = hundredths(m.values[WIDTH]);
    g->label_h = hundredths(m.values[HEIGHT]);
    g->grids = ARENA_NEW(set->arena, LabelGrid);
    g->ngrids = 1;
    *g->grids = (LabelGrid){.columns = m.values[COLUMNS],
                            .rows = m.values[ROWS],
                            .left = hundredths(m.values[LEFT]),
                            .top = hundredths(m.values[TOP]),
                            .across = hundredths(m.values[ACROSS]),
                            .down = hundredths(m.values[DOWN]),
                            .first = parts(&m, LEFT, TOP),
                            .pitch = parts(&m, ACROSS, DOWN)};
    /* Paper without end has no edge above and below a label. */
    g->roll = m.continuous && m.values[COLUMNS] == 1 && m.values[ROWS] == 1;
    if (!read_shape(e->whole, g, diag))
        return false;
    layout_number_cells(set->arena, l);
    return layout_check(l, diag);
}
