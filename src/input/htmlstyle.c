#include "input/htmlstyle.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

/* Rules that are kept, of those that say something here: Word writes fifty.
 * Each is compared with each element. */
#define RULES 200

typedef struct Rule {
    Text tag, class; /* n == 0: any */
    HtmlProps props;
} Rule;

struct HtmlStyles {
    Arena *arena;
    VEC(Rule) rules;
};

static const HtmlProps unsaid = {-1, -1, -1, -1, -1, -1, -1, -1};

static void overlay(HtmlProps *out, const HtmlProps *over) {
    out->bold = over->bold >= 0 ? over->bold : out->bold;
    out->italic = over->italic >= 0 ? over->italic : out->italic;
    out->hidden = over->hidden >= 0 ? over->hidden : out->hidden;
    out->raised = over->raised >= 0 ? over->raised : out->raised;
    out->placed = over->placed >= 0 ? over->placed : out->placed;
    out->pre = over->pre >= 0 ? over->pre : out->pre;
    /* Programs that set the space below a paragraph mean none above it. */
    if (over->after >= 0 && over->before < 0)
        out->before = 0;
    out->before = over->before >= 0 ? over->before : out->before;
    out->after = over->after >= 0 ? over->after : out->after;
}

/* ---- declarations ---- */

static bool is(Text t, const char *s) {
    return t.n == strlen(s) && strncasecmp(t.s, s, t.n) == 0;
}

static bool has(Text t, const char *s) {
    return memmem(t.s, t.n, s, strlen(s)) != NULL;
}

static Text until(Text *rest, char end) {
    const char *at = memchr(rest->s, end, rest->n);
    size_t n = at ? (size_t)(at - rest->s) : rest->n;
    Text t = {rest->s, n, {0}};
    rest->s += n + (at != NULL);
    rest->n -= n + (at != NULL);
    return t;
}

/* A length in pt; em of 12 pt, px of 3/4 pt (CSS Values 3, 5.2). */
static Len length(Text t) {
    static const struct {
        const char *unit;
        double pt;
    } units[] = {{"px", 0.75},      {"em", 12}, {"rem", 12},
                 {"pt", 1},         {"in", 72}, {"cm", 72 / 2.54},
                 {"mm", 72 / 25.4}, {"", 0.75}};
    char digits[16];
    size_t n = 0;
    while (n < t.n && n + 1 < sizeof digits &&
           (isdigit((unsigned char)t.s[n]) || strchr("+-.", t.s[n])))
        digits[n] = t.s[n], n++;
    digits[n] = '\0';
    if (n == 0)
        return -1;
    double value = strtod(digits, NULL);
    Text unit = {t.s + n, t.n - n, {0}};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (is(unit, units[i].unit)) {
            double pt = value * units[i].pt;
            return pt < 0 ? 0 : pt > 1000 ? LEN_OF_PT(1000) : LEN_OF_PT(pt);
        }
    return -1;
}

static void read_margins(Text value, HtmlProps *out) {
    Len v[4];
    size_t n = 0;
    while (value.n > 0 && n < 4) {
        Text word = until(&value, ' ');
        if (word.n > 0)
            v[n++] = length(word);
    }
    if (n > 0) {
        out->before = v[0];
        out->after = v[n > 2 ? 2 : 0];
    }
}

static void declare(Text name, Text value, HtmlProps *out) {
    if (is(name, "margin-top"))
        out->before = length(value);
    else if (is(name, "margin-bottom"))
        out->after = length(value);
    else if (is(name, "margin"))
        read_margins(value, out);
    else if (is(name, "font-weight"))
        out->bold = is(value, "bold") || is(value, "bolder") ||
                    (value.n == 3 && value.s[0] >= '6' && value.s[0] <= '9');
    else if (is(name, "font-style"))
        out->italic = is(value, "italic") || is(value, "oblique");
    else if (is(name, "display") && is(value, "none"))
        out->hidden = 1;
    else if (is(name, "visibility"))
        out->hidden = is(value, "hidden");
    else if (is(name, "mso-hide") && is(value, "all"))
        out->hidden = 1;
    else if (is(name, "vertical-align"))
        out->raised = is(value, "super");
    else if (is(name, "float"))
        out->placed = !is(value, "none");
    else if (is(name, "position"))
        out->placed = is(value, "absolute") || is(value, "fixed");
    else if (is(name, "white-space"))
        out->pre = has(value, "pre");
}

static void read_declarations(Text all, HtmlProps *out) {
    while (all.n > 0) {
        Text value = until(&all, ';');
        Text name = text_trim(until(&value, ':'));
        const char *important = memmem(value.s, value.n, "!", 1);
        if (important)
            value.n = (size_t)(important - value.s);
        declare(name, text_trim(value), out);
    }
}

/* ---- rules ---- */

static bool is_name(Text t) {
    for (size_t i = 0; i < t.n; i++)
        if (!isalnum((unsigned char)t.s[i]) && t.s[i] != '-' && t.s[i] != '_')
            return false;
    return true;
}

static void add_rules(HtmlStyles *s, Text selectors, const HtmlProps *props) {
    if (memcmp(props, &unsaid, sizeof unsaid) == 0)
        return;
    while (selectors.n > 0 && s->rules.n < RULES) {
        Text class = text_trim(until(&selectors, ','));
        Text tag = until(&class, '.');
        Rule r = {tag, class, *props};
        if ((tag.n > 0 || class.n > 0) && is_name(tag) && is_name(class))
            vec_push(s->arena, &s->rules, r);
    }
}

/* Without comments. */
static Text clean(Arena *a, Text css) {
    Buf b = {0};
    while (css.n > 0) {
        const char *from = memmem(css.s, css.n, "/*", 2);
        size_t n = from ? (size_t)(from - css.s) : css.n;
        buf_add(&b, css.s, n);
        css.s += n;
        css.n -= n;
        if (!from)
            break;
        const char *to = memmem(from + 2, css.n - 2, "*/", 2);
        size_t skip = to ? (size_t)(to + 2 - from) : css.n;
        css.s += skip;
        css.n -= skip;
    }
    Text out = {arena_strndup(a, b.s ? b.s : "", b.n), b.n, {0}};
    buf_free(&b);
    return out;
}

static void read_sheet(HtmlStyles *s, Text css) {
    css = clean(s->arena, css);
    while (css.n > 0 && s->rules.n < RULES) {
        Text selectors = until(&css, '{');
        HtmlProps props = unsaid;
        const char *hidden = memmem(selectors.s, selectors.n, "<!--", 4);
        if (hidden) {
            size_t skip = (size_t)(hidden - selectors.s) + 4;
            selectors = (Text){selectors.s + skip, selectors.n - skip, {0}};
        }
        /* "@media screen {" opens rules; those of print are as good. */
        if (memchr(selectors.s, '@', selectors.n) && !has(selectors, "font") &&
            !has(selectors, "page"))
            continue;
        Text body = until(&css, '}');
        read_declarations(body, &props);
        add_rules(s, selectors, &props);
    }
}

static void find_sheets(HtmlStyles *s, const XmlNode *parent) {
    for (const XmlNode *n = parent->first; n; n = n->next) {
        if (n->is_text)
            continue;
        if (xml_is(n, "style"))
            read_sheet(s, xml_text(s->arena, n));
        else
            find_sheets(s, n);
    }
}

HtmlStyles *htmlstyles_new(Arena *a, const XmlNode *root) {
    HtmlStyles *s = ARENA_NEW(a, HtmlStyles);
    s->arena = a;
    find_sheets(s, root);
    return s;
}

/* ---- asking ---- */

/* What browsers do (HTML Living Standard, 15.3). */
static HtmlProps by_browser(const XmlNode *n) {
    static const struct {
        const char *tag;
        HtmlProps props;
    } all[] = {
#define APART LEN_OF_PT(12), LEN_OF_PT(12)
        {"p", {-1, -1, -1, -1, -1, -1, APART}},
        {"ul", {-1, -1, -1, -1, -1, -1, APART}},
        {"ol", {-1, -1, -1, -1, -1, -1, APART}},
        {"dl", {-1, -1, -1, -1, -1, -1, APART}},
        {"blockquote", {-1, -1, -1, -1, -1, -1, APART}},
        {"figure", {-1, -1, -1, -1, -1, -1, APART}},
        {"hr", {-1, -1, -1, -1, -1, -1, APART}},
        {"pre", {-1, -1, -1, -1, -1, 1, APART}},
        {"h1", {1, -1, -1, -1, -1, -1, APART}},
        {"h2", {1, -1, -1, -1, -1, -1, APART}},
        {"h3", {1, -1, -1, -1, -1, -1, APART}},
        {"h4", {1, -1, -1, -1, -1, -1, APART}},
        {"h5", {1, -1, -1, -1, -1, -1, APART}},
        {"h6", {1, -1, -1, -1, -1, -1, APART}},
        {"b", {1, -1, -1, -1, -1, -1, -1, -1}},
        {"strong", {1, -1, -1, -1, -1, -1, -1, -1}},
        {"th", {1, -1, -1, -1, -1, -1, -1, -1}},
        {"i", {-1, 1, -1, -1, -1, -1, -1, -1}},
        {"em", {-1, 1, -1, -1, -1, -1, -1, -1}},
        {"cite", {-1, 1, -1, -1, -1, -1, -1, -1}},
        {"dfn", {-1, 1, -1, -1, -1, -1, -1, -1}},
        {"address", {-1, 1, -1, -1, -1, -1, -1, -1}},
        {"sup", {-1, -1, -1, 1, -1, -1, -1, -1}},
#undef APART
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (xml_is(n, all[i].tag))
            return all[i].props;
    return unsaid;
}

/* Is `class` one of the words in `classes`? */
static bool in_classes(Text classes, Text class) {
    while (classes.n > 0) {
        Text word = until(&classes, ' ');
        if (word.n == class.n && memcmp(word.s, class.s, word.n) == 0)
            return true;
    }
    return false;
}

HtmlProps htmlstyles_of(const HtmlStyles *s, const XmlNode *n) {
    const Text *class = xml_attr(n, "class"), *style = xml_attr(n, "style");
    HtmlProps out = by_browser(n), own = unsaid;
    for (size_t i = 0; i < s->rules.n; i++) {
        const Rule *r = &s->rules.v[i];
        if (r->tag.n > 0 && !(r->tag.n == n->text.n &&
                              strncasecmp(r->tag.s, n->text.s, r->tag.n) == 0))
            continue;
        if (r->class.n > 0 && !(class && in_classes(*class, r->class)))
            continue;
        overlay(&out, &r->props);
    }
    if (style) {
        read_declarations(*style, &own);
        overlay(&out, &own);
    }
    if (xml_attr(n, "hidden"))
        out.hidden = 1;
    return out;
}
