/* HTML as a document: what a browser would show, without its colours. */
#include "input/document_private.h"

#include "base/hiddenmail.h"
#include "base/utf8.h"
#include "input/docbuild.h"
#include "input/docencoding.h"
#include "input/docxnumber.h"
#include "input/htmlstyle.h"
#include "input/htmltree.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* Space from which lines look set apart. */
#define GAP LEN_OF_PT(4)

/* Two places that refer to each other: a footnote's mark and its text. */
typedef struct Anchor {
    const XmlNode *node;
    Text name, to; /* its own id; that of the other, without "#" */
    size_t order;  /* in the document */
    int note;      /* 0: it is neither */
    bool is_text;  /* where the note itself begins */
} Anchor;

/* A list that is open. */
typedef struct List {
    bool ordered;
    const char *format;
    int count;
} List;

typedef struct Html {
    Arena *arena;
    const char *name;
    Diag *diag;
    DocBuild *build;
    HtmlStyles *styles;
    DocBlock like; /* kind, level, place, table, row, column */
    DocStyle style;
    bool pre;
    bool open;  /* a block is open for more text */
    Len margin; /* the widest since the last text */
    int depth;  /* of lists */
    bool told;  /* that a picture may have been a box of text */
    List list;
    VEC(Anchor) anchors; /* sorted by node */
} Html;

static void walk(Html *h, const XmlNode *parent);

/* ---- lines ---- */

static void end_line(Html *h, Len margin) {
    h->open = false;
    h->margin = margin > h->margin ? margin : h->margin;
}

static void put(Html *h, const char *s, size_t n) {
    if (n == 0 || docbuild_full(h->build))
        return;
    if (!h->open) {
        if (h->margin >= GAP)
            docbuild_gap(h->build);
        docbuild_open(h->build, &h->like);
        h->like.label = (Text){0}; /* what follows goes on with the item */
        h->margin = 0;
        h->open = true;
    }
    docbuild_add(h->build, s, n, &h->style);
}

/* A line end: the second in a row is an empty line. */
static void put_break(Html *h) {
    if (!h->open)
        docbuild_gap(h->build);
    h->open = false;
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static void put_text(Html *h, Text t) {
    for (size_t at = 0; at < t.n;) {
        size_t to = at;
        while (to < t.n && !is_space(t.s[to]))
            to++;
        put(h, t.s + at, to - at);
        at = to;
        for (; at < t.n && is_space(t.s[at]); at++) {
            if (h->pre && t.s[at] == '\n')
                put_break(h);
            else if (h->open || h->pre)
                put(h, h->pre && t.s[at] == '\t' ? "\t" : " ", 1);
        }
    }
}

/* ---- footnotes ---- */

static int by_name(const void *a, const void *b) {
    const Anchor *x = a, *y = b;
    int order = text_order(&x->name, &y->name);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static int by_node(const void *a, const void *b) {
    const Anchor *x = a, *y = b;
    uintptr_t p = (uintptr_t)x->node, q = (uintptr_t)y->node;
    return (p > q) - (p < q);
}

static void find_anchors(Html *h, const XmlNode *parent) {
    for (const XmlNode *n = parent->first; n; n = n->next) {
        const Text *to = xml_attr(n, "href"), *name = xml_attr(n, "name");
        if (n->is_text)
            continue;
        name = name ? name : xml_attr(n, "id");
        if (xml_is(n, "a") && to && name && to->n > 1 && to->s[0] == '#') {
            Anchor one = {.node = n, .name = *name, .order = h->anchors.n};
            one.to = (Text){to->s + 1, to->n - 1, {0}};
            vec_push(h->arena, &h->anchors, one);
        }
        find_anchors(h, n);
    }
}

static Anchor *anchor_named(Html *h, Text name) {
    Anchor *v = h->anchors.v;
    size_t from = 0, to = h->anchors.n;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (text_order(&v[mid].name, &name) < 0)
            from = mid + 1;
        else
            to = mid;
    }
    return from < h->anchors.n && text_order(&v[from].name, &name) == 0
               ? &v[from]
               : NULL;
}

static int by_order(const void *a, const void *b) {
    const Anchor *const *x = a, *const *y = b;
    return ((*x)->order > (*y)->order) - ((*x)->order < (*y)->order);
}

/* A mark says the note, which says the mark; the mark comes first. */
static void pair_anchors(Html *h) {
    size_t n = h->anchors.n;
    int notes = 0;
    if (n == 0)
        return;
    qsort(h->anchors.v, n, sizeof *h->anchors.v, by_name);
    Anchor **in_order = ARENA_ARRAY(h->arena, Anchor *, n);
    for (size_t i = 0; i < n; i++)
        in_order[i] = &h->anchors.v[i];
    qsort(in_order, n, sizeof *in_order, by_order);
    for (size_t i = 0; i < n; i++) {
        Anchor *mark = in_order[i], *text = anchor_named(h, mark->to);
        if (!text || text == mark || mark->note || text->note ||
            text->order < mark->order ||
            text_order(&text->to, &mark->name) != 0)
            continue;
        mark->note = text->note = ++notes;
        text->is_text = true;
    }
    qsort(h->anchors.v, n, sizeof *h->anchors.v, by_node);
}

static const Anchor *anchor_of(Html *h, const XmlNode *n) {
    Anchor key = {.node = n};
    return h->anchors.n
               ? bsearch(&key, h->anchors.v, h->anchors.n, sizeof key, by_node)
               : NULL;
}

/* True if it was a footnote's mark, or the number before its text. */
static bool take_note(Html *h, const XmlNode *n) {
    const Anchor *anchor = anchor_of(h, n);
    if (!anchor || anchor->note == 0)
        return false;
    if (anchor->is_text) {
        h->like.place = DOC_NOTE;
        h->like.note = anchor->note;
        h->open = false;
        return true;
    }
    DocStyle was = h->style;
    const char *digits = arena_printf(h->arena, "%d", anchor->note);
    h->style = (DocStyle){.superscript = true, .note = anchor->note};
    put(h, digits, strlen(digits));
    h->style = was;
    return true;
}

/* ---- elements ---- */

static bool is_block(const XmlNode *n) {
    static const char *const blocks[] = {
        "p",        "div",     "h1",      "h2",         "h3",         "h4",
        "h5",       "h6",      "ul",      "ol",         "li",         "dl",
        "dt",       "dd",      "table",   "tr",         "td",         "th",
        "caption",  "thead",   "tbody",   "tfoot",      "blockquote", "pre",
        "hr",       "address", "article", "section",    "header",     "footer",
        "main",     "aside",   "figure",  "figcaption", "center",     "form",
        "fieldset", "legend",  "details", "summary",    "body",       NULL};
    return xml_is_any(n, blocks);
}

static bool is_skipped(const XmlNode *n) {
    static const char *const skipped[] = {
        "script", "style",  "nav",    "head",   "noscript", "template",
        "svg",    "math",   "button", "select", "textarea", "input",
        "iframe", "object", "audio",  "video",  "canvas",   "title",
        "rt",     "rp",     "map",    "applet", "del",      NULL};
    return xml_is_any(n, skipped);
}

static const char *list_format(const XmlNode *n) {
    const Text *type = xml_attr(n, "type");
    static const char *const formats[][2] = {{"a", "lowerLetter"},
                                             {"A", "upperLetter"},
                                             {"i", "lowerRoman"},
                                             {"I", "upperRoman"}};
    for (size_t i = 0; type && i < sizeof formats / sizeof *formats; i++)
        if (text_equal(*type, formats[i][0]))
            return formats[i][1];
    return "decimal";
}

static void begin_item(Html *h, const XmlNode *n) {
    h->list.count = office_number(n, "value", h->list.count + 1);
    h->like.kind = DOC_ITEM;
    h->like.level = h->depth > 0 ? h->depth : 1;
    h->like.ordered = h->list.ordered;
    h->like.label = text_literal(
        h->list.ordered
            ? arena_printf(h->arena, "%s.",
                           list_number(h->arena, h->list.count, h->list.format))
            : "\xE2\x80\xA2");
}

static unsigned span_of(const XmlNode *n) {
    int span = office_number(n, "colspan", 1);
    return span > 1 && span < 1000 ? (unsigned)span : 1;
}

/* What an element sets for what is in it; all of it is put back behind it. */
static void set_block(Html *h, const XmlNode *n) {
    if (n->text.n == 2 && n->text.s[0] == 'h' && n->text.s[1] >= '1' &&
        n->text.s[1] <= '6') {
        h->like.kind = DOC_HEADING;
        h->like.level = n->text.s[1] - '0';
    } else if (xml_is(n, "ul") || xml_is(n, "ol")) {
        h->depth++;
        h->list = (List){.ordered = xml_is(n, "ol"),
                         .format = list_format(n),
                         .count = office_number(n, "start", 1) - 1};
    } else if (xml_is(n, "table")) {
        docbuild_enter(h->build, &h->like);
        h->like.kind = DOC_PARAGRAPH;
    }
    const Text *title = xml_attr(n, "title");
    if (xml_is(n, "div") && title && text_equal(*title, "header"))
        h->like.place = DOC_HEAD;
    else if (xml_is(n, "div") && title && text_equal(*title, "footer"))
        h->like.place = DOC_FOOT;
}

static void walk_block(Html *h, const XmlNode *n, const HtmlProps *props) {
    DocBlock like = h->like;
    List list = h->list;
    int depth = h->depth;
    bool cell = xml_is(n, "td") || xml_is(n, "th");
    bool placed = props->placed == 1 || cell || xml_is(n, "caption");
    /* A list in a list is not set apart. */
    bool inner = h->depth > 0 && (xml_is(n, "ul") || xml_is(n, "ol"));
    end_line(h, placed ? GAP : inner ? 0 : props->before);
    set_block(h, n);
    if (xml_is(n, "li"))
        begin_item(h, n);
    if (xml_is(n, "tr"))
        h->like.row++, like.row++, h->like.column = 0;
    if (cell)
        h->like.column++, like.column++;
    walk(h, n);
    if (xml_is(n, "table") || placed)
        h->margin = h->margin > GAP ? h->margin : GAP;
    end_line(h, placed ? GAP : inner ? 0 : props->after);
    unsigned row = h->like.row, column = h->like.column;
    int count = h->list.count;
    const Text label = h->like.label;
    h->like = like;
    h->list = list;
    h->depth = depth;
    /* What the parts of a table or list pass on to the next part. */
    if (xml_is(n, "tbody") || xml_is(n, "thead") || xml_is(n, "tfoot") ||
        xml_is(n, "form"))
        h->like.row = row;
    if (cell)
        h->like.column = column + span_of(n) - 1;
    if (xml_is(n, "li"))
        h->list.count = count;
    if (like.label.n > 0)
        h->like.label = label;
}

/* An address that the page hides from programs, as a browser shows it. */
static const char *hidden_mail(Html *h, const XmlNode *n, const Text *href) {
    const Text *hex = xml_attr(n, "data-cfemail");
    return hex    ? hiddenmail_read(h->arena, hex->s, hex->n)
           : href ? hiddenmail_of_link(h->arena, href->s, href->n)
                  : NULL;
}

static bool has_hidden_mail(const XmlNode *n, int depth) {
    for (const XmlNode *k = n->first; k; k = k->next)
        if (!k->is_text && (xml_attr(k, "data-cfemail") ||
                            (depth > 0 && has_hidden_mail(k, depth - 1))))
            return true;
    return false;
}

/* LibreOffice saves a drawn box with its text as a picture beside the page. */
static void tell_picture(Html *h, const XmlNode *n) {
    const Text *src = xml_attr(n, "src");
    if (h->told || !src || !memmem(src->s, src->n, "_html_", 6))
        return;
    h->told = true;
    diag_file(h->diag, DIAG_NOTE, h->name,
              "has a picture where the document had one or a drawn box, %.*s; "
              "text in such a box is not in this file: save the document as "
              ".odt or .docx if there was any",
              (int)src->n, src->s);
}

/* "[email protected]" stands for the address; other words of a link, "Write to
 * the minister", are kept and have it behind them. */
static bool stands_for_mail(Html *h, const XmlNode *n) {
    Text t = text_trim(xml_text(h->arena, n));
    return t.n == 0 || (t.n > 6 && memcmp(t.s, "[email", 6) == 0);
}

static void walk_inline(Html *h, const XmlNode *n) {
    if (xml_is(n, "img"))
        tell_picture(h, n);
    const Text *href = xml_attr(n, "href");
    const char *mail = has_hidden_mail(n, 3) ? NULL : hidden_mail(h, n, href);
    if (mail && stands_for_mail(h, n)) {
        put(h, mail, strlen(mail));
        return;
    }
    if (xml_is(n, "br")) {
        put_break(h);
        return;
    }
    if (xml_is(n, "a") && take_note(h, n))
        return;
    if (xml_is(n, "a") && href && !mail)
        h->style.link = arena_strndup(h->arena, href->s, href->n);
    if (xml_is(n, "q"))
        put(h, "\xE2\x80\x9C", 3);
    walk(h, n);
    if (mail) {
        const char *behind = arena_printf(h->arena, " (%s)", mail);
        put(h, behind, strlen(behind));
    }
    if (xml_is(n, "q"))
        put(h, "\xE2\x80\x9D", 3);
}

static void walk(Html *h, const XmlNode *parent) {
    for (const XmlNode *n = parent->first; n && !docbuild_full(h->build);
         n = n->next) {
        DocStyle style = h->style;
        bool pre = h->pre;
        if (n->is_text) {
            put_text(h, n->text);
            continue;
        }
        HtmlProps props = htmlstyles_of(h->styles, n);
        if (is_skipped(n) || props.hidden == 1)
            continue;
        h->style.strong = props.bold >= 0 ? props.bold : style.strong;
        h->style.emphasis = props.italic >= 0 ? props.italic : style.emphasis;
        h->style.superscript =
            props.raised >= 0 ? props.raised : style.superscript;
        h->pre = props.pre >= 0 ? props.pre : pre;
        if (is_block(n) || props.placed == 1)
            walk_block(h, n, &props);
        else
            walk_inline(h, n);
        h->style = style;
        h->pre = pre;
    }
}

/* ---- the file ---- */

/* The encoding that "<meta charset=...>" or "<?xml encoding=...?>" names in the
 * first bytes; n = 0: none (HTML Living Standard, 13.2.3.2). */
static Text declared(const char *s, size_t n) {
    static const char *const keys[] = {"charset", "encoding"};
    n = n < 4096 ? n : 4096;
    for (size_t k = 0; k < 2; k++) {
        for (size_t at = 0; at + 10 < n; at++) {
            if (strncasecmp(s + at, keys[k], strlen(keys[k])) != 0)
                continue;
            size_t from = at + strlen(keys[k]);
            while (from < n && (is_space(s[from]) || s[from] == '='))
                from++;
            if (from == at + strlen(keys[k]))
                continue;
            while (from < n && (s[from] == '"' || s[from] == '\''))
                from++;
            size_t to = from;
            while (to < n &&
                   (isalnum((unsigned char)s[to]) || strchr("-_.:", s[to])))
                to++;
            if (to > from)
                return (Text){s + from, to - from, {0}};
        }
    }
    return (Text){0};
}

bool html_is(const DocFile *f) {
    static const char *const starts[] = {
        "<!doctype html", "<html", "<head", "<body", "<!doctype xhtml", NULL};
    size_t n = f->n < 1024 ? f->n : 1024, at = 0;
    if (n >= 3 && memcmp(f->bytes, "\xEF\xBB\xBF", 3) == 0)
        at = 3;
    while (at < n && (is_space(f->bytes[at]) || f->bytes[at] == '\0'))
        at++;
    if (at == n || f->bytes[at] != '<')
        return false;
    for (; at < n; at++)
        for (size_t i = 0; starts[i]; i++) {
            size_t len = strlen(starts[i]);
            if (n - at >= len &&
                strncasecmp(f->bytes + at, starts[i], len) == 0)
                return true;
        }
    return false;
}

bool html_read(Arena *a, const DocFile *f, Diag *diag, Document *out) {
    Text said = declared(f->bytes, f->n);
    const Source *src = docencoding_utf8(a, f, &said, diag, &out->encoding);
    if (!src)
        return false;
    const XmlNode *root = html_parse(a, f->name, src->bytes, src->n, diag);
    if (!root)
        return false;
    Html *h = ARENA_NEW(a, Html);
    h->arena = a;
    h->name = f->name;
    h->diag = diag;
    h->build = docbuild_new(a, NULL);
    h->styles = htmlstyles_new(a, root);
    find_anchors(h, root);
    pair_anchors(h);
    walk(h, root);
    return docbuild_finish(h->build, f->name, diag, out);
}
