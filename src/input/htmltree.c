#include "input/htmltree.h"

#include "base/limits.h"

#include <string.h>

#include <libxml/HTMLparser.h>

typedef struct Tree {
    Arena *arena;
    size_t nodes;
    size_t depth;
    XmlNode *open[LIMIT_XML_DEPTH];
    XmlNode *last[LIMIT_XML_DEPTH]; /* the last child of each */
} Tree;

static Text copy(Arena *a, const xmlChar *s) {
    size_t n = s ? strlen((const char *)s) : 0;
    return (Text){arena_strndup(a, s ? (const char *)s : "", n), n, {0}};
}

static XmlNode *add(Tree *t) {
    XmlNode *n = ARENA_NEW(t->arena, XmlNode);
    XmlNode **last = &t->last[t->depth - 1];
    if (*last)
        (*last)->next = n;
    else
        t->open[t->depth - 1]->first = n;
    *last = n;
    t->nodes++;
    return n;
}

static void add_attributes(Tree *t, XmlNode *n, const xmlNode *from) {
    size_t count = 0;
    for (const xmlAttr *at = from->properties; at; at = at->next)
        count++;
    n->attrs = ARENA_ARRAY(t->arena, XmlAttr, count);
    for (const xmlAttr *at = from->properties; at; at = at->next) {
        const xmlNode *value = at->children;
        XmlAttr *attr = &n->attrs[n->nattrs++];
        attr->name = copy(t->arena, at->name);
        attr->value = copy(t->arena, value ? value->content : NULL);
    }
    t->nodes += count;
}

/* True if its children come next. */
static bool enter(Tree *t, const xmlNode *node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
        XmlNode *n = add(t);
        n->is_text = true;
        n->text = copy(t->arena, node->content);
        return false;
    }
    if (node->type != XML_ELEMENT_NODE)
        return false;
    if (t->depth == LIMIT_XML_DEPTH)
        return node->children != NULL;
    XmlNode *n = add(t);
    n->text = copy(t->arena, node->name);
    add_attributes(t, n, node);
    if (!node->children)
        return false;
    t->open[t->depth] = n;
    t->last[t->depth] = NULL;
    t->depth++;
    return true;
}

/* All below `top`, without recursion: it may be as deep as it is long. */
static void walk(Tree *t, const xmlNode *top) {
    const xmlNode *node = top->children;
    size_t lost = 0; /* elements open that have none in the tree */
    while (node && t->nodes <= LIMIT_XML_NODES) {
        size_t depth = t->depth;
        if (enter(t, node)) {
            lost += t->depth == depth;
            node = node->children;
            continue;
        }
        while (node && !node->next) {
            node = node->parent == top ? NULL : node->parent;
            if (!node)
                break;
            if (lost > 0)
                lost--;
            else
                t->depth--;
        }
        node = node ? node->next : NULL;
    }
}

const XmlNode *html_parse(Arena *a, const char *name, const char *s, size_t n,
                          Diag *diag) {
    Tree *t = ARENA_NEW(a, Tree);
    XmlNode *root = ARENA_NEW(a, XmlNode);
    t->arena = a;
    root->text = text_literal("");
    t->open[t->depth++] = root;
    xmlDoc *doc = htmlReadMemory(s, (int)n, NULL, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                     HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                     HTML_PARSE_NODEFDTD |
                                     HTML_PARSE_NOIMPLIED | HTML_PARSE_COMPACT);
    if (doc) {
        walk(t, (const xmlNode *)doc);
        xmlFreeDoc(doc);
    }
    if (t->nodes <= LIMIT_XML_NODES)
        return root;
    diag_file(diag, DIAG_ERROR, name,
              "has more than 5,000,000 tags and pieces of text; save the part "
              "you need as a file of its own");
    return NULL;
}
