#include "input/xml.h"

#include "base/buf.h"
#include "base/fs.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "input/xml_source.h"

#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/* One parse. libxml2 tells what there is, in order; where it is, it knows only
 * roughly, so `at` follows through the source from markup to markup. */
typedef struct Parser {
    xmlParserCtxt *xml;
    Arena *arena;
    const Source *src;
    Diag *diag;
    bool any; /* characters that source_check does not take, too */
    bool failed;
    size_t at;     /* behind the last markup */
    bool in_text;  /* characters have come since */
    bool verbatim; /* those are the bytes of the source */
    Buf text;      /* those characters, if not */
    bool empty;    /* the last start tag is its own end tag */
    size_t nodes;
    size_t depth;
    XmlNode *open[LIMIT_XML_DEPTH]; /* elements, the root first */
    XmlNode *last[LIMIT_XML_DEPTH]; /* the last child of each */
    XmlNode *root;
} Parser;

static void fail(Parser *p, Span where, const char *message) {
    if (!p->failed)
        diag_at(p->diag, DIAG_ERROR, where, "%s", message);
    p->failed = true;
    xmlStopParser(p->xml);
}

/* ---- through the source ---- */

static bool starts_with(const Parser *p, size_t at, const char *s) {
    size_t n = strlen(s);
    return at <= p->src->n && n <= p->src->n - at &&
           memcmp(p->src->bytes + at, s, n) == 0;
}

/* Behind the next `s` from `at` on, or the end. */
static size_t behind(const Parser *p, size_t at, const char *s) {
    size_t n = strlen(s);
    const char *from = p->src->bytes + at;
    const char *found = memmem(from, p->src->n - at, s, n);
    return found ? (size_t)(found - p->src->bytes) + n : p->src->n;
}

static size_t next_markup(const Parser *p, size_t at) {
    const char *found = memchr(p->src->bytes + at, '<', p->src->n - at);
    return found ? (size_t)(found - p->src->bytes) : p->src->n;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t skip_blanks(const Parser *p, size_t at) {
    while (at < p->src->n && is_blank(p->src->bytes[at]))
        at++;
    return at;
}

static size_t name_end(const Parser *p, size_t at) {
    while (at < p->src->n && !is_blank(p->src->bytes[at]) &&
           !strchr("=/>", p->src->bytes[at]))
        at++;
    return at;
}

/* A name without its prefix. */
static Text local_name(const Parser *p, size_t from, size_t to) {
    const char *s = p->src->bytes + from;
    const char *colon = memchr(s, ':', to - from);
    size_t skip = colon ? (size_t)(colon - s) + 1 : 0;
    return text_of_span((Span){p->src, from + skip, to - from - skip});
}

/* ---- values ---- */

/* A value that is not its own raw text: what libxml2 made of it. A character
 * reference can bring in what source_check keeps out. */
static Text decoded(Parser *p, Span raw, const char *s, size_t n) {
    Text t = {arena_strndup(p->arena, s, n), n, raw};
    for (size_t at = 0; at < n && !p->any;) {
        size_t from = at;
        uint32_t cp = utf8_next(t.s, n, &at);
        const char *objection = cp == UTF8_BAD ? NULL : utf8_objection(cp);
        if (objection && !p->failed) {
            diag_at(p->diag, DIAG_ERROR, text_span(t, from, at - from),
                    "U+%04X is %s; remove it", (unsigned)cp, objection);
            p->failed = true;
            xmlStopParser(p->xml);
        }
    }
    return t;
}

/* Line ends become one line feed in text, and blanks in attributes (XML 1.0,
 * 2.11 and 3.3.3). */
static bool is_verbatim(Span raw, const char *changed) {
    for (const char *c = changed; *c; c++)
        if (memchr(raw.src->bytes + raw.off, *c, raw.n))
            return false;
    return true;
}

static XmlNode *add_node(Parser *p) {
    XmlNode *n = ARENA_NEW(p->arena, XmlNode);
    if (++p->nodes > LIMIT_XML_NODES)
        fail(p, (Span){p->src, p->at, 0},
             "this file has more than 5,000,000 tags and pieces of text; split "
             "it into smaller files");
    if (p->depth == 0) {
        p->root = n;
        return n;
    }
    XmlNode **last = &p->last[p->depth - 1];
    if (*last)
        (*last)->next = n;
    else
        p->open[p->depth - 1]->first = n;
    *last = n;
    return n;
}

static void add_text(Parser *p, Span raw, bool verbatim) {
    if (p->depth == 0)
        return;
    XmlNode *n = add_node(p);
    n->is_text = true;
    n->span = raw;
    n->text = verbatim ? text_of_span(raw)
                       : decoded(p, raw, p->text.s ? p->text.s : "", p->text.n);
}

/* Take the characters before the markup that comes now, which starts like
 * `markup`: libxml2 has seen it. */
static bool reach(Parser *p, const char *markup) {
    if (p->failed)
        return false;
    size_t end = next_markup(p, p->at);
    if (p->in_text)
        add_text(p, (Span){p->src, p->at, end - p->at}, p->verbatim);
    p->in_text = false;
    buf_clear(&p->text);
    p->at = end;
    if (!starts_with(p, end, markup))
        fail(p, (Span){p->src, end, 0}, "this place of the file is not clear");
    return !p->failed;
}

/* The attributes in the source, declarations of namespaces left out. False if
 * they are not those that libxml2 found. */
static bool read_attrs(Parser *p, const xmlChar **found, size_t n,
                       XmlNode *node, size_t at) {
    const char *s = p->src->bytes;
    node->attrs = ARENA_ARRAY(p->arena, XmlAttr, n);
    for (;;) {
        at = skip_blanks(p, at);
        size_t from = at, to = name_end(p, at);
        if (to == from)
            break;
        at = skip_blanks(p, skip_blanks(p, to) + 1);
        if (at >= p->src->n || (s[at] != '"' && s[at] != '\''))
            return false;
        const char *quote = memchr(s + at + 1, s[at], p->src->n - at - 1);
        if (!quote)
            return false;
        Span raw = {p->src, at + 1, (size_t)(quote - s) - at - 1};
        at = raw.off + raw.n + 1;
        if (starts_with(p, from, "xmlns") &&
            (s[from + 5] == ':' || to == from + 5))
            continue;
        if (node->nattrs == n)
            return false;
        /* Of each attribute, SAX2 has name, prefix, namespace, begin, end. */
        const xmlChar **f = found + 5 * node->nattrs;
        XmlAttr *attr = &node->attrs[node->nattrs++];
        attr->name = local_name(p, from, to);
        attr->value =
            is_verbatim(raw, "&\t\r\n")
                ? text_of_span(raw)
                : decoded(p, raw, (const char *)f[3], (size_t)(f[4] - f[3]));
    }
    p->empty = starts_with(p, at, "/");
    p->at = behind(p, at, ">");
    return node->nattrs == n;
}

/* ---- what libxml2 calls ---- */

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *uri, int nspaces, const xmlChar **spaces,
                     int nattrs, int ndefault, const xmlChar **attrs) {
    Parser *p = data;
    (void)name, (void)prefix, (void)uri, (void)nspaces, (void)spaces;
    if (!reach(p, "<"))
        return;
    size_t from = p->at, to = name_end(p, from + 1);
    if (p->depth == LIMIT_XML_DEPTH) {
        fail(p, (Span){p->src, from, to - from},
             "more than 200 tags stand open in each other here; no honest file "
             "does that");
        return;
    }
    XmlNode *n = add_node(p);
    n->text = local_name(p, from + 1, to);
    if (!read_attrs(p, attrs, (size_t)(nattrs - ndefault), n, to)) {
        fail(p, (Span){p->src, from, to - from},
             "the attributes of this tag cannot be told apart");
        return;
    }
    n->span = (Span){p->src, from, p->at - from};
    p->open[p->depth] = n;
    p->last[p->depth] = NULL;
    p->depth++;
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *uri) {
    Parser *p = data;
    (void)name, (void)prefix, (void)uri;
    if (p->failed || (!p->empty && !reach(p, "</")))
        return;
    if (!p->empty)
        p->at = behind(p, p->at, ">");
    p->empty = false;
    p->depth--;
}

static void on_text(void *data, const xmlChar *s, int n) {
    Parser *p = data;
    if (p->failed)
        return;
    if (!p->in_text) {
        size_t end = next_markup(p, p->at);
        p->verbatim = is_verbatim((Span){p->src, p->at, end - p->at}, "&\r");
        p->in_text = true;
    }
    if (!p->verbatim)
        buf_add(&p->text, s, (size_t)n);
}

static void on_cdata(void *data, const xmlChar *s, int n) {
    Parser *p = data;
    if (!reach(p, "<![CDATA["))
        return;
    size_t from = p->at + strlen("<![CDATA[");
    p->at = behind(p, from, "]]>");
    Span raw = {p->src, from, p->at - strlen("]]>") - from};
    bool verbatim = is_verbatim(raw, "\r");
    if (!verbatim)
        buf_add(&p->text, s, (size_t)n);
    add_text(p, raw, verbatim);
    buf_clear(&p->text);
}

static void on_comment(void *data, const xmlChar *s) {
    Parser *p = data;
    (void)s;
    if (p->depth > 0 && reach(p, "<!--"))
        p->at = behind(p, p->at + strlen("<!--"), "-->");
}

static void on_instruction(void *data, const xmlChar *target,
                           const xmlChar *s) {
    Parser *p = data;
    (void)target, (void)s;
    if (p->depth > 0 && reach(p, "<?"))
        p->at = behind(p, p->at, "?>");
}

/* ---- errors ---- */

/* What libxml2 says, in words for someone who has the file from elsewhere. */
static const struct {
    int code;
    const char *words;
} problems[] = {
    {XML_ERR_DOCUMENT_EMPTY, "this is no XML: it does not begin with a tag"},
    {XML_ERR_DOCUMENT_END, "something stands behind the last tag of the file"},
    {XML_ERR_TAG_NAME_MISMATCH,
     "this tag closes another one than the last that is open"},
    {XML_ERR_TAG_NOT_FINISHED,
     "a tag that was opened is never closed; the file may be cut off"},
    {XML_ERR_GT_REQUIRED, "this tag is not closed with \">\""},
    {XML_ERR_LTSLASH_REQUIRED, "a tag that was opened is never closed"},
    {XML_ERR_UNDECLARED_ENTITY,
     "only &amp;, &lt;, &gt;, &quot; and &apos; have a meaning in XML; write "
     "the character itself"},
    {XML_WAR_UNDECLARED_ENTITY,
     "only &amp;, &lt;, &gt;, &quot; and &apos; have a meaning in XML; write "
     "the character itself"},
    {XML_ERR_NAME_REQUIRED,
     "a name of a tag, an attribute or an entity is missing here; the "
     "characters \"<\" and \"&\" themselves are written &lt; and &amp;"},
    {XML_ERR_ATTRIBUTE_REDEFINED, "this tag has the same attribute twice"},
    {XML_ERR_ATTRIBUTE_NOT_STARTED,
     "the value of an attribute stands in quotes"},
    {XML_ERR_ATTRIBUTE_NOT_FINISHED,
     "the quote of this attribute is never closed"},
    {XML_ERR_LT_IN_ATTRIBUTE,
     "the quote of an attribute is not closed before this \"<\""},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "this attribute has no value"},
    {XML_ERR_SPACE_REQUIRED, "a blank is missing here"},
    {XML_ERR_INVALID_CHAR, "this character may not stand in XML"},
    {XML_ERR_UNKNOWN_ENCODING, "the encoding of the file is not known"},
};

static void on_error(void *data, xmlError *e) {
    Parser *p = data;
    /* Lesser ones are about namespaces and validity, but for an entity that a
     * file elsewhere may declare. */
    if ((e->level != XML_ERR_FATAL && e->code != XML_WAR_UNDECLARED_ENTITY) ||
        p->failed)
        return;
    long at = xmlByteConsumed(p->xml);
    Span where = {p->src, at < 0 ? 0 : (size_t)at, 0};
    if (where.off > p->src->n)
        where.off = p->src->n;
    where.n = where.off < p->src->n;
    const char *words = NULL;
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++)
        if (problems[i].code == e->code)
            words = problems[i].words;
    if (!words)
        words = arena_printf(p->arena, "this is not well-formed XML: %.*s",
                             (int)(e->message ? strcspn(e->message, "\n") : 0),
                             e->message ? e->message : "");
    fail(p, where, words);
}

/* Where the root element begins. False if the document has declarations of its
 * own: entities that stand for entities make gigabytes of a small file. */
static bool skip_prolog(Parser *p, size_t *root) {
    size_t at = starts_with(p, 0, "\xEF\xBB\xBF") ? 3 : 0;
    for (;;) {
        at = skip_blanks(p, at);
        if (starts_with(p, at, "<?")) {
            at = behind(p, at, "?>");
        } else if (starts_with(p, at, "<!--")) {
            at = behind(p, at + 4, "-->");
        } else if (starts_with(p, at, "<!DOCTYPE")) {
            size_t from = at;
            for (char quote = 0; at < p->src->n; at++) {
                char c = p->src->bytes[at];
                if (quote ? c == quote : c == '"' || c == '\'')
                    quote = quote ? '\0' : c;
                else if (!quote && (c == '[' || c == '>'))
                    break;
            }
            if (at < p->src->n && p->src->bytes[at] == '[') {
                diag_at(p->diag, DIAG_ERROR,
                        (Span){p->src, from, at + 1 - from},
                        "this file declares entities or rules of its own, with "
                        "which a small file can stand for gigabytes; such a "
                        "file is not read");
                return false;
            }
            at = at < p->src->n ? at + 1 : at;
        } else {
            *root = at;
            return true;
        }
    }
}

static void parse(Parser *p) {
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                         .startElementNs = on_start,
                         .endElementNs = on_end,
                         .characters = on_text,
                         .ignorableWhitespace = on_text,
                         .cdataBlock = on_cdata,
                         .comment = on_comment,
                         .processingInstruction = on_instruction,
                         .serror = (xmlStructuredErrorFunc)on_error};
    p->xml = xmlCreateMemoryParserCtxt(p->src->bytes, (int)p->src->n);
    if (!p->xml)
        oom();
    *p->xml->sax = sax;
    p->xml->userData = p;
    /* NOENT, "no entities left in the result", is about the five. */
    xmlCtxtUseOptions(p->xml,
                      XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(p->xml, XML_CHAR_ENCODING_UTF8);
    xmlParseDocument(p->xml);
    if (!p->xml->wellFormed && !p->failed)
        fail(p, (Span){p->src, 0, 0}, "this is not well-formed XML");
    xmlFreeParserCtxt(p->xml);
    buf_free(&p->text);
}

static const XmlNode *parse_source(Arena *a, const Source *src, bool any,
                                   Diag *diag) {
    src = xml_source_utf8(a, src, diag);
    if (!src || (!any && !source_check(src, diag)))
        return NULL;
    Parser *p = ARENA_NEW(a, Parser);
    *p = (Parser){.arena = a, .src = src, .any = any, .diag = diag};
    if (!skip_prolog(p, &p->at))
        return NULL;
    if (p->at == src->n) {
        diag_file(diag, DIAG_ERROR, src->name, "is empty or no XML");
        return NULL;
    }
    parse(p);
    return p->failed ? NULL : p->root;
}

const XmlNode *xml_parse(Arena *a, const Source *src, Diag *diag) {
    return parse_source(a, src, false, diag);
}

const XmlNode *xml_parse_any(Arena *a, const Source *src, Diag *diag) {
    return parse_source(a, src, true, diag);
}

const XmlNode *xml_load(Arena *a, const char *path, size_t cap, Diag *diag) {
    Buf buf = {0};
    const XmlNode *root = NULL;
    if (fs_read(path, cap, &buf, diag))
        root =
            xml_parse(a, source_from(a, path, buf.s ? buf.s : "", buf.n), diag);
    buf_free(&buf);
    return root;
}

/* ---- reading the tree ---- */

bool xml_is(const XmlNode *n, const char *name) {
    return n && !n->is_text && text_equal(n->text, name);
}

bool xml_is_any(const XmlNode *n, const char *const *names) {
    while (*names && !xml_is(n, *names))
        names++;
    return *names != NULL;
}

static const XmlNode *from_here(const XmlNode *n, const char *name) {
    while (n && !xml_is(n, name))
        n = n->next;
    return n;
}

const XmlNode *xml_child(const XmlNode *parent, const char *name) {
    return parent ? from_here(parent->first, name) : NULL;
}

const XmlNode *xml_next(const XmlNode *n, const char *name) {
    return n ? from_here(n->next, name) : NULL;
}

const Text *xml_attr(const XmlNode *n, const char *name) {
    for (size_t i = 0; n && i < n->nattrs; i++)
        if (text_equal(n->attrs[i].name, name))
            return &n->attrs[i].value;
    return NULL;
}

/* The depth is at most LIMIT_XML_DEPTH. */
static void gather(const XmlNode *n, Buf *out, const XmlNode **only) {
    for (const XmlNode *c = n->first; c; c = c->next) {
        if (!c->is_text) {
            gather(c, out, only);
            continue;
        }
        *only = out->n == 0 ? c : NULL;
        buf_add(out, c->text.s, c->text.n);
    }
}

Text xml_text(Arena *a, const XmlNode *n) {
    Buf buf = {0};
    const XmlNode *only = NULL;
    if (n && n->is_text)
        return n->text;
    if (n)
        gather(n, &buf, &only);
    Text t = {arena_strndup(a, buf.s ? buf.s : "", buf.n), buf.n,
              n ? n->span : (Span){0}};
    if (only)
        t = only->text;
    buf_free(&buf);
    return t;
}
