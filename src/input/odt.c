/* .odt as a document (OpenDocument 1.3, part 3), packed or as one XML file. */
#include "input/document_private.h"

#include "input/docbuild.h"
#include "input/docxnumber.h"
#include "input/odtstyles.h"

#include <string.h>

/* Space from which paragraphs look set apart. */
#define GAP LEN_OF_PT(4)

typedef struct Odt {
    Arena *arena;
    const char *name;
    Diag *diag;
    DocBuild *build;
    const OdtStyles *styles;
    DocBlock like;   /* place, table, row, column, note */
    OdtProps before; /* the last paragraph */
    const Text *before_style;
    const OdtListStyle *list; /* of the list that is read */
    int level;                /* of it, from 1; 0: none */
    int counts[ODT_LEVELS];
    bool counted[ODT_LEVELS];
    bool label_due; /* the next paragraph begins an item */
    VEC(const XmlNode *) notes;
} Odt;

typedef struct Para {
    OdtProps props;
    int heading; /* level; 0: it is none */
    bool open;
    const char *link;
    VEC(const XmlNode *) boxes;
} Para;

static void read_blocks(Odt *d, const XmlNode *parent);
static void read_inline(Odt *d, Para *p, const XmlNode *parent,
                        const OdtProps *props);

static bool hidden(const XmlNode *n) {
    const Text *display = xml_attr(n, "display");
    const Text *is = xml_attr(n, "is-hidden");
    return (display && text_equal(*display, "none")) ||
           (is && text_equal(*is, "true"));
}

/* ---- lists ---- */

static void put_text(Buf *b, const Text *t) {
    if (t)
        buf_add(b, t->s, t->n);
}

static void put_count(Odt *d, Buf *b, int level) {
    static const char *const formats[][2] = {{"a", "lowerLetter"},
                                             {"A", "upperLetter"},
                                             {"i", "lowerRoman"},
                                             {"I", "upperRoman"}};
    const OdtLevel *l = &d->list->levels[level];
    const char *format = "decimal";
    if (!l->format || l->format->n == 0)
        return;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (text_equal(*l->format, formats[i][0]))
            format = formats[i][1];
    int value = d->counted[level] ? d->counts[level] : l->start;
    buf_puts(b, list_number(d->arena, value, format));
}

/* The label of the item that begins; n == 0: none is printed. */
static Text next_label(Odt *d, bool *ordered) {
    Buf b = {0};
    int at = d->level - 1;
    *ordered = false;
    if (!d->list || at < 0 || at >= ODT_LEVELS)
        return text_literal("-");
    const OdtLevel *l = &d->list->levels[at];
    *ordered = l->ordered;
    d->counts[at] = d->counted[at] ? d->counts[at] + 1 : l->start;
    d->counted[at] = true;
    for (int i = at + 1; i < ODT_LEVELS; i++)
        d->counted[i] = false;
    if (!l->ordered && l->bullet)
        return *l->bullet;
    if (!l->ordered || !l->format || l->format->n == 0)
        return (Text){0};
    int from = at - (l->shown > 1 ? l->shown - 1 : 0);
    put_text(&b, l->prefix);
    for (int i = from < 0 ? 0 : from; i <= at; i++) {
        put_count(d, &b, i);
        if (i < at)
            buf_putc(&b, '.');
    }
    put_text(&b, l->suffix);
    Text label = {arena_strndup(d->arena, b.s ? b.s : "", b.n), b.n, {0}};
    buf_free(&b);
    return label;
}

static bool is_true(const Text *t) {
    return t && text_equal(*t, "true");
}

static void read_list(Odt *d, const XmlNode *list) {
    const OdtListStyle *outer = d->list;
    const Text *style = xml_attr(list, "style-name");
    const OdtListStyle *own = odtstyles_list(d->styles, style);
    bool due = d->label_due;
    d->list = own ? own : outer;
    if (d->level == 0 && !is_true(xml_attr(list, "continue-numbering")) &&
        !xml_attr(list, "continue-list"))
        memset(d->counted, 0, sizeof d->counted);
    d->level++;
    for (const XmlNode *n = list->first; n && !docbuild_full(d->build);
         n = n->next) {
        int start = office_number(n, "start-value", -1);
        if (!xml_is(n, "list-item") && !xml_is(n, "list-header"))
            continue;
        if (start >= 0 && d->level <= ODT_LEVELS) {
            d->counts[d->level - 1] = start - 1;
            d->counted[d->level - 1] = true;
        }
        d->label_due = xml_is(n, "list-item");
        read_blocks(d, n);
    }
    d->level--;
    d->label_due = due && d->level > 0 ? d->label_due : false;
    d->list = outer;
}

/* ---- paragraphs ---- */

static Len space(Len said) {
    return said < 0 ? 0 : said;
}

static bool set_apart(Odt *d, const OdtProps *now, const Text *style) {
    Len after = space(d->before.after), before = space(now->before);
    bool same =
        d->before_style && style && text_order(d->before_style, style) == 0;
    if (d->before.contextual == 1 && same)
        after = 0;
    if (now->contextual == 1 && same)
        before = 0;
    return after >= GAP || before >= GAP || now->page_break == 1;
}

static void open_block(Odt *d, Para *p) {
    DocBlock like = d->like;
    if (p->open)
        return;
    p->open = true;
    if (p->heading > 0) {
        like.kind = DOC_HEADING;
        like.level = p->heading;
    } else if (d->level > 0) {
        like.level = d->level;
        like.kind = DOC_ITEM;
        if (d->label_due) {
            like.label = next_label(d, &like.ordered);
            like.kind = like.label.n > 0 ? DOC_ITEM : DOC_PARAGRAPH;
        }
        d->label_due = false;
    }
    docbuild_open(d->build, &like);
}

/* Letters from U+2E80 on: what has a weight of its own in a style. */
static bool has_han(const char *s, size_t n) {
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)s[i] >= 0xE3 ||
            ((unsigned char)s[i] == 0xE2 && i + 1 < n &&
             (unsigned char)s[i + 1] >= 0xBA))
            return true;
    return false;
}

static void put(Odt *d, Para *p, const char *s, size_t n,
                const OdtProps *props) {
    bool bold = props->bold == 1 || (props->bold_han == 1 && has_han(s, n));
    DocStyle style = {.strong = bold,
                      .emphasis = props->italic == 1,
                      .superscript = props->raised == 1,
                      .link = p->link};
    if (n == 0 || docbuild_full(d->build) || props->hidden == 1)
        return;
    open_block(d, p);
    docbuild_add(d->build, s, n, &style);
}

static void read_box(Odt *d, const XmlNode *box) {
    const OdtListStyle *list = d->list;
    int level = d->level;
    bool due = d->label_due;
    d->list = NULL;
    d->level = 0;
    docbuild_gap(d->build);
    read_blocks(d, box);
    docbuild_gap(d->build);
    d->list = list;
    d->level = level;
    d->label_due = due;
}

static void read_paragraph(Odt *d, const XmlNode *node, bool heading) {
    const Text *style = xml_attr(node, "style-name");
    Para p = {.props = odtstyles_paragraph(d->styles, style)};
    int level = office_number(node, "outline-level", p.props.outline);
    p.heading = heading || level > 0 ? level > 0 ? level : 1 : 0;
    if (hidden(node))
        return;
    if (set_apart(d, &p.props, style))
        docbuild_gap(d->build);
    d->before = p.props;
    d->before_style = style;
    read_inline(d, &p, node, &p.props);
    if (!p.open)
        docbuild_gap(d->build);
    for (size_t i = 0; i < p.boxes.n; i++)
        read_box(d, p.boxes.v[i]);
    d->before = p.props;
    d->before_style = style;
}

/* ---- inside a paragraph ---- */

/* Blanks in the XML are one blank, also its line ends. */
static void put_characters(Odt *d, Para *p, Text t, const OdtProps *props) {
    for (size_t at = 0; at < t.n;) {
        const char *end = memchr(t.s + at, '\n', t.n - at);
        size_t to = end ? (size_t)(end - t.s) : t.n;
        put(d, p, t.s + at, to - at, props);
        if (end && p->open)
            put(d, p, " ", 1, props);
        at = to + (end != NULL);
    }
}

static void put_note(Odt *d, Para *p, const XmlNode *note,
                     const OdtProps *props) {
    const XmlNode *body = xml_child(note, "note-body");
    DocStyle style = {.strong = props->bold == 1,
                      .emphasis = props->italic == 1,
                      .superscript = true};
    if (!body || d->like.place == DOC_NOTE)
        return;
    vec_push(d->arena, &d->notes, body);
    style.note = (int)d->notes.n;
    const char *digits = arena_printf(d->arena, "%d", style.note);
    open_block(d, p);
    docbuild_add(d->build, digits, strlen(digits), &style);
}

/* Text boxes, and shapes with text in them. */
static void find_boxes(Odt *d, Para *p, const XmlNode *n) {
    bool shape = xml_child(n, "p") || xml_child(n, "list");
    if (xml_is(n, "text-box") || shape) {
        if (p->open)
            vec_push(d->arena, &p->boxes, n);
        else
            read_box(d, n);
        return;
    }
    for (const XmlNode *c = n->first; c; c = c->next)
        if (!c->is_text && !xml_is(c, "title") && !xml_is(c, "desc"))
            find_boxes(d, p, c);
}

static bool is_drawing(const XmlNode *n) {
    static const char *const drawings[] = {
        "frame",   "g",       "custom-shape", "rect", "line",      "circle",
        "ellipse", "polygon", "polyline",     "path", "connector", "caption",
        NULL};
    return xml_is_any(n, drawings);
}

static void put_special(Odt *d, Para *p, const XmlNode *n,
                        const OdtProps *props) {
    if (xml_is(n, "s") && p->open)
        put(d, p, " ", 1, props);
    else if (xml_is(n, "tab") && p->open)
        put(d, p, "\t", 1, props);
    else if (xml_is(n, "line-break") && p->open)
        put(d, p, "\n", 1, props);
}

static void read_inline(Odt *d, Para *p, const XmlNode *parent,
                        const OdtProps *props) {
    static const char *const skipped[] = {"annotation",    "annotation-end",
                                          "ruby-text",     "tracked-changes",
                                          "hidden-text",   "event-listeners",
                                          "note-citation", "title",
                                          "desc",          NULL};
    for (const XmlNode *n = parent->first; n && !docbuild_full(d->build);
         n = n->next) {
        const char *link = p->link;
        OdtProps own = *props;
        if (n->is_text) {
            put_characters(d, p, n->text, props);
        } else if (xml_is(n, "s") || xml_is(n, "tab") ||
                   xml_is(n, "line-break")) {
            put_special(d, p, n, props);
        } else if (xml_is(n, "note")) {
            put_note(d, p, n, props);
        } else if (is_drawing(n)) {
            find_boxes(d, p, n);
        } else if (!xml_is_any(n, skipped) && !hidden(n)) {
            const Text *href = xml_attr(n, "href");
            if (xml_is(n, "span"))
                odtstyles_span(d->styles, xml_attr(n, "style-name"), &own);
            if (xml_is(n, "a") && href)
                p->link = office_string(d->arena, href);
            read_inline(d, p, n, &own);
        }
        p->link = link;
    }
}

/* ---- tables ---- */

static unsigned repeated(const XmlNode *n, const char *attr) {
    int times = office_number(n, attr, 1);
    return times > 1 && times < 1000 ? (unsigned)times : 1;
}

static void read_rows(Odt *d, const XmlNode *parent) {
    for (const XmlNode *n = parent->first; n && !docbuild_full(d->build);
         n = n->next) {
        if (xml_is(n, "table-row")) {
            d->like.row += 1;
            d->like.column = 0;
            read_rows(d, n);
            d->like.row += repeated(n, "number-rows-repeated") - 1;
        } else if (xml_is(n, "table-cell")) {
            d->like.column++;
            docbuild_gap(d->build);
            read_blocks(d, n);
            d->like.column += repeated(n, "number-columns-repeated") - 1;
        } else if (xml_is(n, "covered-table-cell")) {
            d->like.column += repeated(n, "number-columns-repeated");
        } else if (!n->is_text) {
            read_rows(d, n);
        }
    }
}

static void read_table(Odt *d, const XmlNode *table) {
    DocBlock outside = docbuild_enter(d->build, &d->like);
    read_rows(d, table);
    docbuild_leave(d->build, &d->like, &outside);
}

static void read_blocks(Odt *d, const XmlNode *parent) {
    static const char *const skipped[] = {"tracked-changes",
                                          "forms",
                                          "sequence-decls",
                                          "annotation",
                                          "title",
                                          "desc",
                                          NULL};
    for (const XmlNode *n = parent->first; n && !docbuild_full(d->build);
         n = n->next) {
        if (n->is_text || xml_is_any(n, skipped) || hidden(n))
            continue;
        if (xml_is(n, "p") || xml_is(n, "h")) {
            read_paragraph(d, n, xml_is(n, "h"));
        } else if (xml_is(n, "list")) {
            read_list(d, n);
        } else if (xml_is(n, "table")) {
            read_table(d, n);
        } else if (is_drawing(n)) {
            Para none = {.open = false};
            find_boxes(d, &none, n);
        } else {
            read_blocks(d, n);
        }
    }
}

/* ---- all of it ---- */

static void read_running(Odt *d, const XmlNode *page) {
    static const char *const heads[] = {"header", "header-first", "header-left",
                                        NULL};
    static const char *const feet[] = {"footer", "footer-first", "footer-left",
                                       NULL};
    for (const XmlNode *n = page->first; n; n = n->next) {
        const Text *display = xml_attr(n, "display");
        bool head = xml_is_any(n, heads);
        if ((!head && !xml_is_any(n, feet)) ||
            (display && text_equal(*display, "false")))
            continue;
        d->like = (DocBlock){.place = head ? DOC_HEAD : DOC_FOOT};
        docbuild_gap(d->build);
        read_blocks(d, n);
    }
}

/* The first master page is the one of the text; others must be named. */
static void read_pages(Odt *d, const XmlNode *styles,
                       const OdtStyles *of_text) {
    const XmlNode *pages = xml_child(styles, "master-styles");
    bool first = true;
    d->styles = odtstyles_new(d->arena, xml_child(styles, "styles"),
                              xml_child(styles, "automatic-styles"));
    for (const XmlNode *n = xml_child(pages, "master-page"); n;
         n = xml_next(n, "master-page")) {
        const Text *name = xml_attr(n, "name");
        if (first || (name && odtstyles_uses_page(of_text, name)))
            read_running(d, n);
        first = false;
    }
}

static void read_notes(Odt *d) {
    for (size_t i = 0; i < d->notes.n; i++) {
        d->like = (DocBlock){.place = DOC_NOTE, .note = (int)i + 1};
        docbuild_gap(d->build);
        read_blocks(d, d->notes.v[i]);
    }
}

static bool read_all(Odt *d, const XmlNode *content, const XmlNode *styles) {
    const XmlNode *text = xml_child(xml_child(content, "body"), "text");
    if (!text) {
        diag_file(d->diag, DIAG_ERROR, d->name,
                  "holds no text of a word processor; open it there and save "
                  "it again as .odt");
        return false;
    }
    OdtStyles *of_text = odtstyles_new(d->arena, xml_child(styles, "styles"),
                                       xml_child(content, "automatic-styles"));
    d->styles = of_text;
    d->before = (OdtProps){.bold = -1};
    read_blocks(d, text);
    read_notes(d);
    if (styles)
        read_pages(d, styles, of_text);
    return true;
}

static bool finish(Odt *d, bool ok, Document *out) {
    return docbuild_finish(d->build, d->name, d->diag, out) && ok;
}

static Odt *odt_new(Arena *a, const DocFile *f, Diag *diag) {
    Odt *d = ARENA_NEW(a, Odt);
    d->arena = a;
    d->name = f->name;
    d->diag = diag;
    d->build = docbuild_new(a, NULL);
    return d;
}

bool odt_read(Arena *a, ZipFile *zip, const DocFile *f, Diag *diag,
              Document *out) {
    const XmlNode *content = NULL, *styles = NULL;
    Odt *d = odt_new(a, f, diag);
    bool ok = office_part(zip, a, "content.xml", diag, &content) &&
              office_part(zip, a, "styles.xml", diag, &styles) &&
              read_all(d, content, styles);
    return finish(d, ok, out);
}

bool fodt_read(Arena *a, const DocFile *f, Diag *diag, Document *out) {
    Odt *d = odt_new(a, f, diag);
    const XmlNode *root =
        xml_parse_any(a, source_from(a, f->name, f->bytes, f->n), diag);
    return finish(d, root && read_all(d, root, root), out);
}
