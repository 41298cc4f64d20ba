/* gLabels' templates: glabels-3.0.dtd, read as gLabels 3.4 does. */
#include "input/labelset_read.h"

#include "input/layoutread.h"
#include "model/paper.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

/* One entry being built. */
typedef struct Builder {
    LabelSet *set;
    Diag *diag;
    Layout *l;
    bool ok;
} Builder;

#define FAIL(b, where, ...)                                                    \
    do {                                                                       \
        (b)->ok = false;                                                       \
        diag_at((b)->diag, DIAG_ERROR, (where), __VA_ARGS__);                  \
    } while (0)

static const char *const label_tags[] = {"Label-rectangle", "Label-round",
                                         "Label-ellipse", "Label-cd",
                                         "Label-continuous"};

/* ---- entries ---- */

static Text attr_text(const XmlNode *n, const char *name) {
    const Text *value = xml_attr(n, name);
    return value ? text_trim(*value) : (Text){"", 0, n->span};
}

static void add_template(LabelSet *set, const XmlNode *n, Diag *diag) {
    LabelEntry e = {.brand = attr_text(n, "brand"),
                    .part = attr_text(n, "part"),
                    .node = n};
    /* Before gLabels 2.3 both were in one "name". */
    Text name = attr_text(n, "name");
    const char *blank = memchr(name.s, ' ', name.n);
    if (e.brand.n == 0 && e.part.n == 0 && blank) {
        size_t at = (size_t)(blank - name.s);
        e.brand = text_slice(name, 0, at);
        e.part = text_trim(text_slice(name, at, name.n - at));
    }
    e.whole = e.part;
    if (e.part.n == 0)
        diag_at(diag, DIAG_ERROR, n->span,
                "this template has no part number, so nobody can ask for it; "
                "add part=\"...\"");
    else
        vec_push(set->arena, &set->entries, e);
}

bool labelset_add_glabels(LabelSet *set, const XmlNode *root, Diag *diag) {
    if (xml_is(root, "Glabels-paper-sizes")) {
        for (const XmlNode *n = xml_child(root, "Paper-size"); n;
             n = xml_next(n, "Paper-size"))
            vec_push(set->arena, &set->papers,
                     ((LabelPaper){attr_text(n, "id"), n}));
        return true;
    }
    /* A document of gLabels holds the template that it is made on. */
    if (!xml_is(root, "Glabels-templates") && !xml_is(root, "Glabels-document"))
        return false;
    for (const XmlNode *n = xml_child(root, "Template"); n;
         n = xml_next(n, "Template"))
        add_template(set, n, diag);
    return true;
}

/* ---- values ---- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* A number as printf's %g writes it, from s[*at] on. Neither NaN nor infinite,
 * and no locale's comma. */
static bool read_number(Text t, size_t *at, double *out) {
    size_t i = *at, digits = 0;
    double v = 0;
    int power = 0, exponent = 0;
    bool negative = i < t.n && t.s[i] == '-', small = false;
    if (i < t.n && (t.s[i] == '-' || t.s[i] == '+'))
        i++;
    for (; i < t.n && is_digit(t.s[i]); i++, digits++)
        v = v * 10 + (t.s[i] - '0');
    if (i < t.n && t.s[i] == '.')
        for (i++; i < t.n && is_digit(t.s[i]); i++, digits++, power--)
            v = v * 10 + (t.s[i] - '0');
    if (digits == 0 || digits > 300)
        return false;
    if (i + 1 < t.n && (t.s[i] == 'e' || t.s[i] == 'E') &&
        (is_digit(t.s[i + 1]) ||
         (i + 2 < t.n && strchr("+-", t.s[i + 1]) && is_digit(t.s[i + 2])))) {
        small = t.s[++i] == '-';
        i += !is_digit(t.s[i]);
        for (; i < t.n && is_digit(t.s[i]); i++)
            exponent = exponent < 1000 ? exponent * 10 + (t.s[i] - '0') : 9999;
    }
    *out = v * pow(10, power + (small ? -exponent : exponent));
    if (negative)
        *out = -*out;
    *at = i;
    return isfinite(*out);
}

static bool unit_pt(Text t, double *pt) {
    static const struct {
        const char *name;
        double pt;
    } units[] = {{"", 1},           {"pt", 1},          {"in", 72},
                 {"mm", 72 / 25.4}, {"cm", 720 / 25.4}, {"pc", 12}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (text_equal(t, units[i].name)) {
            *pt = units[i].pt;
            return true;
        }
    return false;
}

/* False after an error. What is not there is 0; what is empty too, as gLabels
 * reads it. */
static bool parse_length(Builder *b, const XmlNode *n, const char *name,
                         Len *out) {
    const Text *value = xml_attr(n, name);
    *out = 0;
    if (!value)
        return true;
    Text t = text_trim(*value);
    if (t.n == 0) {
        if (b->set->warn)
            diag_at(b->diag, DIAG_WARNING, t.span,
                    "%s is empty; it is taken for 0, as gLabels does", name);
        return true;
    }
    size_t at = 0;
    double v, pt;
    if (!read_number(t, &at, &v) ||
        !unit_pt(text_trim(text_slice(t, at, t.n - at)), &pt)) {
        FAIL(b, t.span,
             "%s=\"%.*s\" is not a length such as 12.5mm, 1.2cm, 0.5in or 36pt",
             name, (int)t.n, t.s);
        return false;
    }
    double scaled = v * pt * LEN_PT;
    if (fabs(scaled) > LAYOUT_LENGTH_MAX + 0.5) {
        FAIL(b, t.span, "%s=\"%.*s\" is longer than %.0f mm", name, (int)t.n,
             t.s, len_mm(LAYOUT_LENGTH_MAX));
        return false;
    }
    *out = (Len)lround(scaled);
    return true;
}

static Len read_length(Builder *b, const XmlNode *n, const char *name) {
    Len l;
    parse_length(b, n, name, &l);
    return l;
}

/* The same for what must be more than nothing. */
static Len read_size(Builder *b, const XmlNode *n, const char *name) {
    const Text *value = xml_attr(n, name);
    Len l;
    if (!value)
        FAIL(b, n->span, "this tag does not say its %s", name);
    if (parse_length(b, n, name, &l) && l <= 0 && value)
        FAIL(b, value->span, "%s=\"%.*s\" is not more than nothing", name,
             (int)value->n, value->s);
    return l;
}

/* From 1; 1 if it is not there. The DTD allows 0x for hexadecimal numbers, but
 * nobody has used it. */
static int read_count(Builder *b, const XmlNode *n, const char *name) {
    const Text *value = xml_attr(n, name);
    if (!value)
        return 1;
    Text t = text_trim(*value);
    int v = 0;
    for (size_t i = 0; i < t.n; i++)
        v = is_digit(t.s[i]) && v <= 1000 ? v * 10 + (t.s[i] - '0') : 9999;
    if (v < 1 || v > 1000) {
        FAIL(b, t.span, "%s=\"%.*s\" is not a number of labels from 1 to 1000",
             name, (int)t.n, t.s);
        return 1;
    }
    return v;
}

/* ---- the sheet ---- */

bool labelset_same_text(Text a, Text b) {
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (tolower((unsigned char)a.s[i]) != tolower((unsigned char)b.s[i]))
            return false;
    return true;
}

static const LabelPaper *find_paper(const LabelSet *set, Text name) {
    for (size_t i = 0; i < set->papers.n; i++)
        if (labelset_same_text(set->papers.v[i].name, name))
            return &set->papers.v[i];
    return NULL;
}

static void read_paper(Builder *b, const XmlNode *n) {
    Layout *l = b->l;
    Text size = attr_text(n, "size");
    const LabelPaper *paper = find_paper(b->set, size);
    l->paper = size.n ? size.span : n->span;
    if (paper) {
        l->w = read_size(b, paper->node, "width");
        l->h = read_size(b, paper->node, "height");
    } else if (text_equal(size, "US-Letter")) {
        paper_find("letter", strlen("letter"), &l->w, &l->h);
    } else if (text_equal(size, "US-Legal")) {
        paper_find("legal", strlen("legal"), &l->w, &l->h);
    } else if (size.n == 0 || xml_attr(n, "width") ||
               text_equal(size, "Other")) {
        l->w = read_size(b, n, "width");
        l->h = read_size(b, n, "height");
    } else if (!paper_find(size.s, size.n, &l->w, &l->h)) {
        FAIL(b, size.span,
             "the paper size \"%.*s\" is in no paper-sizes.xml; write "
             "size=\"Other\" and its width and height",
             (int)size.n, size.s);
    }
}

static void read_disc(Builder *b, const XmlNode *n, LabelLayout *g) {
    Len disc = 2 * read_size(b, n, "radius");
    Len w = read_length(b, n, "width"), h = read_length(b, n, "height");
    g->shape = LABEL_RING;
    g->hole = 2 * read_length(b, n, "hole");
    if (g->hole <= 0)
        g->shape = LABEL_ELLIPSE;
    /* Business cards that are discs: cut off at two sides. 0 is not cut. */
    g->label_w = w > 0 && w < disc ? w : disc;
    g->label_h = h > 0 && h < disc ? h : disc;
}

static void read_shape(Builder *b, const XmlNode *n, LabelLayout *g) {
    g->label = n->span;
    if (xml_is(n, "Label-round")) {
        g->shape = LABEL_ELLIPSE;
        g->label_w = g->label_h = 2 * read_size(b, n, "radius");
    } else if (xml_is(n, "Label-cd")) {
        read_disc(b, n, g);
    } else if (xml_is(n, "Label-continuous")) {
        /* gLabels-qt: as long as one likes, within limits. */
        const char *height =
            xml_attr(n, "height") ? "height" : "default_height";
        g->label_w = read_size(b, n, "width");
        g->label_h = read_size(b, n, height);
    } else {
        g->shape = xml_is(n, "Label-ellipse") ? LABEL_ELLIPSE : LABEL_RECT;
        g->label_w = read_size(b, n, "width");
        g->label_h = read_size(b, n, "height");
        if (g->shape == LABEL_RECT)
            g->round = read_length(b, n, "round");
    }
}

static bool same_grid(const LabelGrid *x, const LabelGrid *y) {
    return x->columns == y->columns && x->rows == y->rows &&
           x->left == y->left && x->top == y->top && x->across == y->across &&
           x->down == y->down;
}

/* Cards with two sides are said twice at the same places; that is one grid. */
static void read_grids(Builder *b, const XmlNode *n, LabelLayout *g) {
    VEC(LabelGrid) grids = {0};
    for (const XmlNode *m = xml_child(n, "Layout"); m;
         m = xml_next(m, "Layout")) {
        LabelGrid grid = {.columns = read_count(b, m, "nx"),
                          .rows = read_count(b, m, "ny"),
                          .left = read_length(b, m, "x0"),
                          .top = read_length(b, m, "y0"),
                          .across = read_length(b, m, "dx"),
                          .down = read_length(b, m, "dy"),
                          .first = m->span,
                          .pitch = m->span};
        bool known = false;
        for (size_t i = 0; i < grids.n && !known; i++)
            known = same_grid(&grids.v[i], &grid);
        if (!known)
            vec_push(b->set->arena, &grids, grid);
    }
    if (grids.n == 0)
        FAIL(b, n->span,
             "this label has no <Layout>, which says where on the "
             "sheet it is");
    g->grids = grids.v;
    g->ngrids = grids.n;
}

/* Narrower paper than this goes into no printer for sheets, but is that of a
 * label printer: the smallest media of common ones are 76 mm wide. */
#define NARROWEST_SHEET LEN_OF_MM(76)

/* A label printer's page is one label. The paper comes out by its short side;
 * lines of an address run along the long one. */
static void as_roll(Layout *l) {
    LabelLayout *g = &l->u.labels;
    LabelGrid *grid = g->grids;
    Len narrow = l->w < l->h ? l->w : l->h;
    if (g->ngrids != 1 || grid->columns != 1 || grid->rows != 1 ||
        narrow >= NARROWEST_SHEET)
        return;
    g->roll = true;
    if (l->h <= l->w)
        return;
    *grid = (LabelGrid){.columns = 1,
                        .rows = 1,
                        .left = grid->top,
                        .top = l->w - grid->left - g->label_w,
                        .first = grid->first,
                        .pitch = grid->pitch};
    Len w = l->w, label_w = g->label_w;
    l->w = l->h;
    l->h = w;
    g->label_w = g->label_h;
    g->label_h = label_w;
}

static const XmlNode *label_node(Builder *b, const XmlNode *n) {
    for (const XmlNode *c = n->first; c; c = c->next) {
        for (size_t i = 0; i < sizeof label_tags / sizeof *label_tags; i++)
            if (xml_is(c, label_tags[i]))
                return c;
        if (xml_is(c, "Label-path")) {
            FAIL(b, c->span,
                 "labels cut along a path of their own cannot be "
                 "used here, only rectangles, ovals and discs");
            return NULL;
        }
    }
    FAIL(b, n->span, "this template says nothing about its labels");
    return NULL;
}

/* The template that an entry is the same as, by the part number of another one
 * of its brand; that may be the same as yet another. */
static const XmlNode *follow_equiv(Builder *b, const LabelEntry *e) {
    const LabelSet *set = b->set;
    const XmlNode *n = e->node;
    Text first = attr_text(n, "equiv");
    for (size_t steps = 0; xml_attr(n, "equiv"); steps++) {
        Text part = attr_text(n, "equiv");
        const LabelEntry *same = NULL;
        for (size_t i = 0; i < set->entries.n && !same; i++)
            if (labelset_same_text(set->entries.v[i].part, part) &&
                labelset_same_text(set->entries.v[i].brand, e->brand))
                same = &set->entries.v[i];
        if (!same) {
            FAIL(b, part.span,
                 "it is said to be the same as %.*s %.*s, which is not here",
                 (int)e->brand.n, e->brand.s, (int)part.n, part.s);
            return NULL;
        }
        if (steps > set->entries.n) {
            FAIL(b, first.span,
                 "it is said to be the same as another template, and that one "
                 "goes on so in a circle");
            return NULL;
        }
        n = same->node;
    }
    return n;
}

static void describe(Builder *b, const LabelEntry *e, const XmlNode *n) {
    Arena *a = b->set->arena;
    Text words = attr_text(n, xml_attr(n, "_description") ? "_description"
                                                          : "description");
    b->l->title = text_literal(arena_printf(
        a, "%.*s %.*s%s%.*s", (int)e->brand.n, e->brand.s, (int)e->part.n,
        e->part.s, words.n ? ": " : "", (int)words.n, words.s));
}

bool labelset_build_glabels(LabelSet *set, const LabelEntry *e, Layout *l,
                            Diag *diag) {
    Builder b = {set, diag, l, true};
    const XmlNode *n = follow_equiv(&b, e);
    l->kind = LAYOUT_LABELS;
    if (!n)
        return false;
    describe(&b, e, n);
    read_paper(&b, n);
    const XmlNode *label = label_node(&b, n);
    if (!label)
        return false;
    read_shape(&b, label, &l->u.labels);
    read_grids(&b, label, &l->u.labels);
    if (!b.ok)
        return false;
    as_roll(l);
    layout_number_cells(set->arena, l);
    return layout_check(l, diag);
}
