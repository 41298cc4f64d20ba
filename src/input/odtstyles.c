#include "input/odtstyles.h"

#include <stdlib.h>
#include <string.h>

/* Styles on styles; a circle of them ends here. */
#define BASED_DEPTH 20

typedef struct Style {
    bool of_text; /* a span's, else a paragraph's */
    Text name;
    const Text *based_on;
    const Text *page; /* master page that begins with it */
    OdtProps props;
} Style;

struct OdtStyles {
    Arena *arena;
    Style *v; /* sorted by kind and name */
    size_t n;
    OdtListStyle *lists; /* sorted by name */
    size_t nlists;
    OdtProps defaults;
};

static const OdtProps unsaid = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

/* ---- what is said ---- */

static int one_of(const Text *value, const char *yes, const char *no) {
    if (!value)
        return -1;
    return text_equal(*value, yes) ? 1 : text_equal(*value, no) ? 0 : -1;
}

static int is_bold(const Text *weight) {
    if (!weight || weight->n == 0)
        return -1;
    /* "bold", or 100 to 900. */
    return text_equal(*weight, "bold") ||
           (weight->n == 3 && weight->s[0] >= '6' && weight->s[0] <= '9');
}

static void read_text(const XmlNode *props, OdtProps *out) {
    const Text *style = xml_attr(props, "font-style");
    const Text *place = xml_attr(props, "text-position");
    int bold = is_bold(xml_attr(props, "font-weight"));
    int hidden = one_of(xml_attr(props, "display"), "none", "true");
    int bold_han = is_bold(xml_attr(props, "font-weight-asian"));
    out->bold = bold >= 0 ? bold : out->bold;
    out->bold_han = bold_han >= 0 ? bold_han : out->bold_han;
    out->hidden = hidden >= 0 ? hidden : out->hidden;
    if (style)
        out->italic = !text_equal(*style, "normal");
    /* "super 58%", or a percentage up. */
    if (place)
        out->raised = place->n > 0 && place->s[0] != '-' &&
                      place->s[0] != '0' &&
                      !(place->n >= 3 && memcmp(place->s, "sub", 3) == 0);
}

static void read_margin(const XmlNode *props, const char *name, Len *out) {
    const Text *t = xml_attr(props, name);
    Len margin;
    if (t && len_parse(t->s, t->n, "pt", &margin))
        *out = margin < 0 ? 0 : margin;
}

static void read_paragraph(const XmlNode *props, OdtProps *out) {
    const Text *page = xml_attr(props, "break-before");
    int contextual =
        one_of(xml_attr(props, "contextual-spacing"), "true", "false");
    read_margin(props, "margin-top", &out->before);
    read_margin(props, "margin-bottom", &out->after);
    out->contextual = contextual >= 0 ? contextual : out->contextual;
    if (page)
        out->page_break = !text_equal(*page, "auto");
}

static void say(int *what, int said) {
    *what = said >= 0 ? said : *what;
}

static void overlay(OdtProps *out, const OdtProps *over) {
    say(&out->bold, over->bold);
    say(&out->bold_han, over->bold_han);
    say(&out->italic, over->italic);
    say(&out->hidden, over->hidden);
    say(&out->raised, over->raised);
    say(&out->contextual, over->contextual);
    say(&out->page_break, over->page_break);
    say(&out->outline, over->outline);
    out->before = over->before >= 0 ? over->before : out->before;
    out->after = over->after >= 0 ? over->after : out->after;
}

/* ---- the table of them ---- */

static int by_name(const void *a, const void *b) {
    const Style *x = a, *y = b;
    if (x->of_text != y->of_text)
        return x->of_text ? 1 : -1;
    return text_order(&x->name, &y->name);
}

static int by_list_name(const void *a, const void *b) {
    return text_order(&((const OdtListStyle *)a)->name,
                      &((const OdtListStyle *)b)->name);
}

static void read_level(const XmlNode *n, OdtListStyle *list) {
    int at = office_number(n, "level", 0) - 1;
    bool bullet = xml_is(n, "list-level-style-bullet");
    bool number = xml_is(n, "list-level-style-number");
    if (at < 0 || at >= ODT_LEVELS || (!bullet && !number))
        return;
    list->levels[at] =
        (OdtLevel){.ordered = number,
                   .bullet = xml_attr(n, "bullet-char"),
                   .format = xml_attr(n, "num-format"),
                   .prefix = xml_attr(n, "num-prefix"),
                   .suffix = xml_attr(n, "num-suffix"),
                   .start = office_number(n, "start-value", 1),
                   .shown = office_number(n, "display-levels", 1)};
}

typedef struct Reader {
    OdtStyles *styles;
    VEC(Style) list;
    VEC(OdtListStyle) lists;
} Reader;

static void read_style(Reader *r, const XmlNode *n) {
    const Text *name = xml_attr(n, "name"), *family = xml_attr(n, "family");
    bool of_text = family && text_equal(*family, "text");
    if (!name || (!of_text && (!family || !text_equal(*family, "paragraph"))))
        return;
    Style s = {of_text, *name, xml_attr(n, "parent-style-name"),
               xml_attr(n, "master-page-name"), unsaid};
    read_paragraph(xml_child(n, "paragraph-properties"), &s.props);
    read_text(xml_child(n, "text-properties"), &s.props);
    s.props.outline = office_number(n, "default-outline-level", -1);
    vec_push(r->styles->arena, &r->list, s);
}

static void read_group(Reader *r, const XmlNode *group) {
    for (const XmlNode *n = group ? group->first : NULL; n; n = n->next) {
        const Text *name = xml_attr(n, "name"), *family = xml_attr(n, "family");
        if (xml_is(n, "style")) {
            read_style(r, n);
        } else if (xml_is(n, "list-style") && name) {
            OdtListStyle list = {.name = *name};
            for (const XmlNode *l = n->first; l; l = l->next)
                read_level(l, &list);
            vec_push(r->styles->arena, &r->lists, list);
        } else if (xml_is(n, "default-style") && family &&
                   text_equal(*family, "paragraph")) {
            read_paragraph(xml_child(n, "paragraph-properties"),
                           &r->styles->defaults);
            read_text(xml_child(n, "text-properties"), &r->styles->defaults);
        }
    }
}

OdtStyles *odtstyles_new(Arena *a, const XmlNode *named,
                         const XmlNode *automatic) {
    OdtStyles *s = ARENA_NEW(a, OdtStyles);
    Reader r = {.styles = s};
    s->arena = a;
    s->defaults = unsaid;
    read_group(&r, named);
    read_group(&r, automatic);
    if (r.list.n > 0)
        qsort(r.list.v, r.list.n, sizeof *r.list.v, by_name);
    if (r.lists.n > 0)
        qsort(r.lists.v, r.lists.n, sizeof *r.lists.v, by_list_name);
    s->v = r.list.v;
    s->n = r.list.n;
    s->lists = r.lists.v;
    s->nlists = r.lists.n;
    return s;
}

/* ---- asking ---- */

static const Style *find(const OdtStyles *s, bool of_text, const Text *name) {
    if (!name || s->n == 0)
        return NULL;
    Style key = {.of_text = of_text, .name = *name};
    return bsearch(&key, s->v, s->n, sizeof key, by_name);
}

static void apply(const OdtStyles *s, bool of_text, const Text *name,
                  OdtProps *out) {
    const Style *chain[BASED_DEPTH];
    size_t n = 0;
    for (const Style *at = find(s, of_text, name); at && n < BASED_DEPTH;
         at = find(s, of_text, at->based_on))
        chain[n++] = at;
    while (n > 0)
        overlay(out, &chain[--n]->props);
}

OdtProps odtstyles_paragraph(const OdtStyles *s, const Text *style) {
    OdtProps out = s->defaults;
    apply(s, false, style, &out);
    return out;
}

void odtstyles_span(const OdtStyles *s, const Text *style, OdtProps *out) {
    apply(s, true, style, out);
}

const OdtListStyle *odtstyles_list(const OdtStyles *s, const Text *name) {
    if (!name || s->nlists == 0)
        return NULL;
    OdtListStyle key = {.name = *name};
    return bsearch(&key, s->lists, s->nlists, sizeof key, by_list_name);
}

bool odtstyles_uses_page(const OdtStyles *s, const Text *name) {
    for (size_t i = 0; i < s->n; i++)
        if (s->v[i].page && text_order(s->v[i].page, name) == 0)
            return true;
    return false;
}
