#include "input/docxstyles.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "input/docxnumber.h"

/* Styles on styles: Word allows ten. */
#define BASED_DEPTH 20

typedef struct Style {
    Text id;
    const Text *based_on;
    DocxProps props;
} Style;

struct DocxStyles {
    Arena *arena;
    Style *v; /* sorted by id */
    size_t n;
    const Text *normal; /* the paragraph style of what names none */
    DocxProps defaults;
    DocxNumbering *numbering;
};

static const DocxProps unsaid = {DOCX_UNSAID, DOCX_UNSAID, DOCX_UNSAID,
                                 DOCX_UNSAID, DOCX_UNSAID, DOCX_UNSAID,
                                 DOCX_UNSAID, DOCX_UNSAID, DOCX_UNSAID,
                                 DOCX_UNSAID, DOCX_UNSAID, NULL};

/* <w:b/> is on, <w:b w:val="0"/> is off. */
static int toggle(const XmlNode *props, const char *name) {
    const XmlNode *n = xml_child(props, name);
    const Text *val = xml_attr(n, "val");
    if (!n)
        return DOCX_UNSAID;
    return !val || !(text_equal(*val, "0") || text_equal(*val, "false") ||
                     text_equal(*val, "off"));
}

static int value(const XmlNode *props, const char *name) {
    return office_number(xml_child(props, name), "val", DOCX_UNSAID);
}

static void say(int *what, int said) {
    if (said != DOCX_UNSAID)
        *what = said;
}

static void read_run(const XmlNode *rpr, DocxProps *out) {
    const Text *raised = xml_attr(xml_child(rpr, "vertAlign"), "val");
    say(&out->bold, toggle(rpr, "b"));
    say(&out->italic, toggle(rpr, "i"));
    say(&out->hidden, toggle(rpr, "vanish"));
    if (raised)
        out->raised = text_equal(*raised, "superscript");
}

static void read_paragraph(const XmlNode *ppr, DocxProps *out) {
    const XmlNode *space = xml_child(ppr, "spacing");
    const XmlNode *list = xml_child(ppr, "numPr");
    say(&out->before, office_number(space, "before", DOCX_UNSAID));
    say(&out->after, office_number(space, "after", DOCX_UNSAID));
    /* What a browser leaves around <p>: 14 pt. */
    if (office_number(space, "beforeAutospacing", 0) == 1)
        out->before = 280;
    if (office_number(space, "afterAutospacing", 0) == 1)
        out->after = 280;
    say(&out->contextual, toggle(ppr, "contextualSpacing"));
    say(&out->outline, value(ppr, "outlineLvl"));
    say(&out->list, value(list, "numId"));
    say(&out->level, value(list, "ilvl"));
    say(&out->page_break, toggle(ppr, "pageBreakBefore"));
}

static void overlay(DocxProps *out, const DocxProps *over) {
    say(&out->bold, over->bold);
    say(&out->italic, over->italic);
    say(&out->hidden, over->hidden);
    say(&out->raised, over->raised);
    say(&out->before, over->before);
    say(&out->after, over->after);
    say(&out->contextual, over->contextual);
    say(&out->outline, over->outline);
    say(&out->list, over->list);
    say(&out->level, over->level);
    say(&out->page_break, over->page_break);
}

/* ---- styles ---- */

/* Ids are translated with the program, "berschrift1", "Titre1"; names of what
 * is built in are English in every file. */
static int outline_by_name(const Text *name) {
    static const char heading[] = "heading ";
    size_t n = sizeof heading - 1;
    if (!name)
        return DOCX_UNSAID;
    if (name->n == n + 1 && strncasecmp(name->s, heading, n) == 0 &&
        name->s[n] >= '1' && name->s[n] <= '9')
        return name->s[n] - '1';
    return name->n == 5 && strncasecmp(name->s, "title", 5) == 0 ? 0
                                                                 : DOCX_UNSAID;
}

static int by_style_id(const void *a, const void *b) {
    return text_order(&((const Style *)a)->id, &((const Style *)b)->id);
}

static Style read_style(const XmlNode *n, const Text *id) {
    Style s = {*id, xml_attr(xml_child(n, "basedOn"), "val"), unsaid};
    const XmlNode *ppr = xml_child(n, "pPr"), *rpr = xml_child(n, "rPr");
    s.props.outline = outline_by_name(xml_attr(xml_child(n, "name"), "val"));
    read_paragraph(ppr, &s.props);
    read_run(rpr, &s.props);
    /* A list that belongs to a style begins at its first level. */
    if (s.props.list != DOCX_UNSAID && s.props.level == DOCX_UNSAID)
        s.props.level = 0;
    return s;
}

static void read_styles(DocxStyles *s, const XmlNode *root) {
    VEC(Style) list = {0};
    const XmlNode *defaults = xml_child(root, "docDefaults");
    read_paragraph(xml_child(xml_child(defaults, "pPrDefault"), "pPr"),
                   &s->defaults);
    read_run(xml_child(xml_child(defaults, "rPrDefault"), "rPr"), &s->defaults);
    for (const XmlNode *n = xml_child(root, "style"); n;
         n = xml_next(n, "style")) {
        const Text *id = xml_attr(n, "styleId"), *type = xml_attr(n, "type");
        if (!id)
            continue;
        Style style = read_style(n, id);
        vec_push(s->arena, &list, style);
        if (type && text_equal(*type, "paragraph") &&
            office_number(n, "default", 0) == 1)
            s->normal = id;
    }
    if (list.n > 0)
        qsort(list.v, list.n, sizeof *list.v, by_style_id);
    s->v = list.v;
    s->n = list.n;
}

static const Style *find_style(const DocxStyles *s, const Text *id) {
    if (!id || s->n == 0)
        return NULL;
    Style key = {.id = *id};
    return bsearch(&key, s->v, s->n, sizeof key, by_style_id);
}

/* What a style and those it is based on say, over what `out` has. */
static void apply_style(const DocxStyles *s, const Text *id, DocxProps *out) {
    const Style *chain[BASED_DEPTH];
    size_t n = 0;
    for (const Style *at = find_style(s, id); at && n < BASED_DEPTH;
         at = find_style(s, at->based_on))
        chain[n++] = at;
    while (n > 0)
        overlay(out, &chain[--n]->props);
}

DocxStyles *docxstyles_new(Arena *a, const XmlNode *styles,
                           const XmlNode *numbering) {
    DocxStyles *s = ARENA_NEW(a, DocxStyles);
    s->arena = a;
    s->defaults = unsaid;
    read_styles(s, styles);
    s->numbering = docxnumbering_new(a, numbering);
    return s;
}

DocxProps docxstyles_paragraph(DocxStyles *s, const XmlNode *ppr) {
    DocxProps out = s->defaults;
    const Text *id = xml_attr(xml_child(ppr, "pStyle"), "val");
    out.style = id ? id : s->normal;
    apply_style(s, out.style, &out);
    read_paragraph(ppr, &out);
    return out;
}

DocxProps docxstyles_run(DocxStyles *s, const XmlNode *rpr,
                         const DocxProps *paragraph) {
    DocxProps out = *paragraph, own = unsaid;
    apply_style(s, xml_attr(xml_child(rpr, "rStyle"), "val"), &own);
    /* 17.7.3: what a paragraph's style turns on, a character's turns off. */
    if (own.bold == 1 && out.bold == 1)
        own.bold = 0;
    if (own.italic == 1 && out.italic == 1)
        own.italic = 0;
    overlay(&out, &own);
    read_run(rpr, &out);
    return out;
}

const char *docxstyles_label(DocxStyles *s, int list, int level,
                             bool *ordered) {
    return docxnumbering_next(s->numbering, list, level, ordered);
}
