#include "input/yaml.h"

#include "base/limits.h"

#include <yaml.h>

#include <stdlib.h>
#include <string.h>

/* One parse. libyaml's marks count characters; `mark_index` and `mark_byte` are
 * one place in both counts, moved to where it is asked for. */
typedef struct Parser {
    yaml_parser_t yaml;
    Arena *arena;
    const Source *src;
    size_t off, end; /* of the bytes being parsed */
    Diag *diag;
    size_t errors;
    size_t nodes;
    bool stopped;       /* libyaml gave up, or a cap was hit */
    YamlWalker *walker; /* takes the document item by item; or NULL */
    size_t mark_index, mark_byte;
} Parser;

static bool continues(char c) {
    return ((unsigned char)c & 0xC0) == 0x80;
}

static size_t byte_of(Parser *p, size_t index) {
    const char *s = p->src->bytes;
    while (p->mark_index < index && p->mark_byte < p->end) {
        p->mark_byte++;
        while (p->mark_byte < p->end && continues(s[p->mark_byte]))
            p->mark_byte++;
        p->mark_index++;
    }
    while (p->mark_index > index && p->mark_byte > p->off) {
        p->mark_byte--;
        while (p->mark_byte > p->off && continues(s[p->mark_byte]))
            p->mark_byte--;
        p->mark_index--;
    }
    return p->mark_byte;
}

static Span span_of(Parser *p, yaml_mark_t from, yaml_mark_t to) {
    size_t off = byte_of(p, from.index);
    size_t end = byte_of(p, to.index);
    return (Span){p->src, off, end > off ? end - off : 0};
}

/* What libyaml says, what it means to someone who writes an address book, and
 * whether the place to look is where the construct began. */
static const struct {
    const char *problem;
    bool at_context;
    const char *words;
} problems[] = {
    {"mapping values are not allowed in this context", false,
     "this \":\" is one too many, or the line is indented wrongly; put the "
     "value in quotes if the colon belongs to it"},
    {"could not find expected ':'", true,
     "this line has no \":\"; write \"key: value\", or indent it deeper if it "
     "continues the line above"},
    {"did not find expected key", false,
     "this does not fit the lines above; start the keys of one record in the "
     "same column and write nothing behind a closing quote"},
    {"did not find expected '-' indicator", false,
     "this does not fit the list above; start every item with \"- \" in the "
     "same column"},
    {"did not find expected ',' or ']'", true,
     "this \"[\" is not closed; separate the items with \",\" and end the list "
     "with \"]\""},
    {"did not find expected ',' or '}'", true,
     "this \"{\" is not closed; separate the fields with \",\" and end them "
     "with \"}\""},
    {"found unexpected end of stream", true,
     "this quote is never closed; add the closing quote"},
    {"found unexpected document indicator", true,
     "this quote is not closed before the next \"---\" line; add the closing "
     "quote"},
    {"found a tab character", false,
     "a tab cannot indent a line of YAML; use spaces"},
    {"found unknown escape character", false,
     "unknown escape behind \"\\\"; write \"\\\\\" for a backslash, or put the "
     "value in single quotes"},
    {"did not find expected hexdecimal number", false,
     "an escape \\x, \\u or \\U needs 2, 4 or 8 hexadecimal digits; write the "
     "character itself"},
    {"found invalid Unicode character escape code", false,
     "this escape is no Unicode character; write the character itself"},
    {"block sequence entries are not allowed in this context", false,
     "a list cannot begin here; put \"- \" on a line of its own, or the value "
     "in quotes"},
    {"mapping keys are not allowed in this context", false,
     "\"? \" cannot stand here; put the value in quotes"},
    {"did not find expected node content", false,
     "a value is missing here; write one, or \"\" for an empty one"},
    {"did not find expected alphabetic or numeric character", false,
     "a value cannot begin with \"&\" or \"*\"; put it in quotes"},
    {"did not find expected comment or line break", false,
     "nothing may follow \"|\" or \">\" on its line; start the text on the "
     "next line"},
    {"did not find expected <document start>", false,
     "this does not belong to what stands above; check the indentation"},
    {"found undefined tag handle", false,
     "a value cannot begin with \"!\"; put it in quotes"},
    {"while parsing a tag", false,
     "a value cannot begin with \"!\"; put it in quotes"},
};

static void error_at(Parser *p, Span where, const char *words) {
    p->errors++;
    diag_at(p->diag, DIAG_ERROR, where, "%s", words);
}

/* @ ` % and a tab start nothing in YAML. */
static void report_character(Parser *p, Span where) {
    char c = where.off < p->end ? p->src->bytes[where.off] : ' ';
    p->errors++;
    if (c == '\t')
        diag_at(p->diag, DIAG_ERROR, where,
                "a tab cannot indent a line of YAML; use spaces");
    else
        diag_at(p->diag, DIAG_ERROR, where,
                "a value cannot begin with \"%c\"; put it in quotes", c);
}

/* source_check has refused such a file; this is for sources that skipped it. */
static void report_byte(Parser *p, size_t at, const char *problem) {
    const char *s = p->src->bytes;
    if (at > p->end)
        at = p->end;
    /* Of a sequence that breaks off, libyaml names the byte behind. */
    while (strstr(problem, "trailing") && at > p->off &&
           (unsigned char)s[at - 1] >= 0x80)
        at--;
    error_at(p, (Span){p->src, at, at < p->end},
             strstr(problem, "control")
                 ? "a control character; remove it"
                 : "not UTF-8; save the file as UTF-8 and try again");
}

static void report_problem(Parser *p) {
    const yaml_parser_t *y = &p->yaml;
    const char *problem = y->problem ? y->problem : "unknown error";
    p->stopped = true;
    if (y->error == YAML_MEMORY_ERROR)
        oom();
    /* Nothing can be read behind it, whatever it stands in. */
    if (p->walker)
        diag_about(p->diag, (Span){0});
    if (y->error == YAML_READER_ERROR) {
        report_byte(p, p->off + y->problem_offset, problem);
        return;
    }
    Span here = span_of(p, y->problem_mark, y->problem_mark);
    if (strstr(problem, "cannot start any token")) {
        report_character(p, here);
        return;
    }
    for (size_t i = 0; i < sizeof problems / sizeof *problems; i++) {
        const char *want = problems[i].problem;
        if (!strstr(problem, want) && !(y->context && strstr(y->context, want)))
            continue;
        if (problems[i].at_context)
            here = span_of(p, y->context_mark, y->context_mark);
        error_at(p, here, problems[i].words);
        return;
    }
    p->errors++;
    diag_at(p->diag, DIAG_ERROR, here,
            "not YAML: %s; check the indentation and the quotes here", problem);
}

static bool next_event(Parser *p, yaml_event_t *event) {
    if (p->stopped)
        return false;
    if (yaml_parser_parse(&p->yaml, event))
        return true;
    report_problem(p);
    return false;
}

/* What is legal YAML but has no use in a list of addresses, and would let a
 * small file unfold into a huge one. */
static void refuse_extras(Parser *p, const yaml_event_t *e) {
    const yaml_char_t *anchor = NULL, *tag = NULL;
    if (e->type == YAML_SCALAR_EVENT) {
        anchor = e->data.scalar.anchor;
        tag = e->data.scalar.tag;
    } else if (e->type == YAML_SEQUENCE_START_EVENT) {
        anchor = e->data.sequence_start.anchor;
        tag = e->data.sequence_start.tag;
    } else if (e->type == YAML_MAPPING_START_EVENT) {
        anchor = e->data.mapping_start.anchor;
        tag = e->data.mapping_start.tag;
    }
    Span where = span_of(p, e->start_mark, e->end_mark);
    if (e->type == YAML_ALIAS_EVENT)
        error_at(p, where,
                 "aliases are not used here; write the value out, or put it "
                 "in quotes if it begins with \"*\"");
    if (anchor)
        error_at(p, where,
                 "anchors are not used here; remove it, or put the value in "
                 "quotes if it begins with \"&\"");
    if (tag)
        error_at(p, where,
                 "tags are not used here; remove it, or put the value in "
                 "quotes if it begins with \"!\"");
}

/* The part of a scalar's raw bytes that its characters come from: behind an
 * anchor or tag (an error anyway), without quotes, without the line of a block
 * scalar's indicator. */
static Span content_span(const yaml_event_t *e, Span raw) {
    const char *s = raw.src->bytes;
    size_t from = raw.off, to = raw.off + raw.n;
    yaml_scalar_style_t style = e->data.scalar.style;
    if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
        style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) {
        char quote = style == YAML_SINGLE_QUOTED_SCALAR_STYLE ? '\'' : '"';
        while (from < to && s[from] != quote)
            from++;
        from += from < to;
        to -= from < to && s[to - 1] == quote;
    } else if (style == YAML_LITERAL_SCALAR_STYLE ||
               style == YAML_FOLDED_SCALAR_STYLE) {
        while (from < to && s[from] != '\n' && s[from] != '\r')
            from++;
        char first = e->data.scalar.length ? (char)*e->data.scalar.value : '\n';
        while (from < to && s[from] != first &&
               (s[from] == ' ' || s[from] == '\n' || s[from] == '\r'))
            from++;
    }
    return (Span){raw.src, from, to - from};
}

static Text scalar_text(Parser *p, const yaml_event_t *e, Span raw) {
    const char *value = (const char *)e->data.scalar.value;
    size_t n = e->data.scalar.length;
    Span span = content_span(e, raw);
    if (span.n == n && memcmp(p->src->bytes + span.off, value, n) == 0)
        return text_of_span(span);
    return (Text){arena_strndup(p->arena, value, n), n, span};
}

static int by_key(const void *x, const void *y) {
    const YamlPair *a = *(const YamlPair *const *)x;
    const YamlPair *b = *(const YamlPair *const *)y;
    size_t n = a->key.n < b->key.n ? a->key.n : b->key.n;
    int c = memcmp(a->key.s, b->key.s, n);
    if (c == 0 && a->key.n != b->key.n)
        c = a->key.n < b->key.n ? -1 : 1;
    if (c == 0 && a->key.span.off != b->key.span.off)
        c = a->key.span.off < b->key.span.off ? -1 : 1;
    return c;
}

static bool same_key(const YamlPair *a, const YamlPair *b) {
    return a->key.n == b->key.n && memcmp(a->key.s, b->key.s, a->key.n) == 0;
}

/* Sorted, since a hostile map may have a million keys. */
static void refuse_duplicates(Parser *p, const YamlNode *map) {
    if (map->n < 2)
        return;
    const YamlPair **sorted = calloc(map->n, sizeof(*sorted));
    if (!sorted)
        oom();
    for (size_t i = 0; i < map->n; i++)
        sorted[i] = &map->pairs[i];
    qsort(sorted, map->n, sizeof(*sorted), by_key);
    for (size_t i = 1; i < map->n; i++) {
        if (!same_key(sorted[i - 1], sorted[i]))
            continue;
        p->errors++;
        diag_at(p->diag, DIAG_ERROR, sorted[i]->key.span,
                "\"%.*s\" is given twice in one record; remove one",
                text_shown(sorted[i]->key), sorted[i]->key.s);
    }
    free(sorted);
}

static YamlNode *parse_node(Parser *p, const yaml_event_t *e, int depth);

/* The node that begins with the next event; NULL when that event is `close`
 * (the span's end is set) or reading has stopped. */
static YamlNode *next_node(Parser *p, yaml_event_type_t close, int depth,
                           Span *whole, bool flow) {
    yaml_event_t e;
    if (!next_event(p, &e))
        return NULL;
    YamlNode *node = NULL;
    if (e.type != close) {
        node = parse_node(p, &e, depth);
        whole->n = node->span.off + node->span.n - whole->off;
    } else if (flow) {
        whole->n = byte_of(p, e.end_mark.index) - whole->off;
    }
    yaml_event_delete(&e);
    return node;
}

static void parse_list(Parser *p, YamlNode *list, bool flow, int depth) {
    VEC(YamlNode *) items = {0};
    YamlNode *item;
    while ((item = next_node(p, YAML_SEQUENCE_END_EVENT, depth + 1, &list->span,
                             flow)))
        vec_push(p->arena, &items, item);
    list->items = items.v;
    list->n = items.n;
}

static void parse_map(Parser *p, YamlNode *map, bool flow, int depth) {
    VEC(YamlPair) pairs = {0};
    YamlNode *key;
    while ((key = next_node(p, YAML_MAPPING_END_EVENT, depth + 1, &map->span,
                            flow))) {
        if (key->kind != YAML_SCALAR)
            error_at(p, key->span,
                     "a field's name must be plain text; put the value in "
                     "quotes if the brackets belong to it");
        YamlNode *value =
            next_node(p, YAML_NO_EVENT, depth + 1, &map->span, flow);
        if (!value)
            break;
        vec_push(p->arena, &pairs, ((YamlPair){key->scalar, value}));
    }
    map->pairs = pairs.v;
    map->n = pairs.n;
    refuse_duplicates(p, map);
}

static bool within_caps(Parser *p, Span where, int depth) {
    if (depth > LIMIT_YAML_DEPTH) {
        p->errors++;
        diag_at(p->diag, DIAG_ERROR, where,
                "nested more than %d deep; an address book is 3 deep",
                LIMIT_YAML_DEPTH);
    } else if (++p->nodes > LIMIT_YAML_NODES) {
        p->errors++;
        diag_at(p->diag, DIAG_ERROR, where,
                "more than %d values; split the file into smaller ones",
                LIMIT_YAML_NODES);
    } else {
        return true;
    }
    p->stopped = true;
    return false;
}

/* Never NULL: what is refused is an empty scalar in its place. */
static YamlNode *parse_node(Parser *p, const yaml_event_t *e, int depth) {
    YamlNode *node = ARENA_NEW(p->arena, YamlNode);
    node->span = span_of(p, e->start_mark, e->end_mark);
    node->scalar = (Text){"", 0, node->span};
    refuse_extras(p, e);
    if (!within_caps(p, node->span, depth))
        return node;
    if (e->type == YAML_SCALAR_EVENT) {
        node->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        node->scalar = scalar_text(p, e, node->span);
    } else if (e->type == YAML_SEQUENCE_START_EVENT) {
        node->kind = YAML_LIST;
        parse_list(p, node,
                   e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
                   depth);
    } else if (e->type == YAML_MAPPING_START_EVENT) {
        node->kind = YAML_MAP;
        parse_map(p, node,
                  e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE,
                  depth);
    }
    return node;
}

/* The item that begins with this event. What is wrong with it alone is about
 * it, and no fault of the document. */
static void walk_item(Parser *p, const yaml_event_t *e, size_t number) {
    size_t errors = p->errors;
    Span start = span_of(p, e->start_mark, e->end_mark);
    arena_reset(p->arena);
    Span before = diag_about(p->diag, start);
    const YamlNode *item = parse_node(p, e, number ? 2 : 1);
    if (!p->stopped) {
        p->walker->take(p->walker, item, number, p->errors == errors);
        p->errors = errors;
    }
    diag_about(p->diag, before);
}

static void walk_list(Parser *p) {
    yaml_event_t e;
    size_t n = 0;
    for (bool more = true; more && next_event(p, &e);) {
        more = e.type != YAML_SEQUENCE_END_EVENT;
        if (more)
            walk_item(p, &e, ++n);
        yaml_event_delete(&e);
    }
}

/* The items of a list, or the one that the document is. */
static void walk_root(Parser *p, const yaml_event_t *e) {
    if (e->type != YAML_SEQUENCE_START_EVENT) {
        walk_item(p, e, 0);
        return;
    }
    refuse_extras(p, e);
    p->nodes++;
    walk_list(p);
}

/* stream-start (document-start node document-end)* stream-end */
static YamlNode *parse_stream(Parser *p) {
    YamlNode *root = NULL;
    yaml_event_t e;
    bool more = true;
    int documents = 0;
    while (more && next_event(p, &e)) {
        switch (e.type) {
        case YAML_STREAM_END_EVENT:
            more = false;
            break;
        case YAML_DOCUMENT_START_EVENT:
            if (++documents == 2) {
                error_at(p, span_of(p, e.start_mark, e.end_mark),
                         "a second document begins here; remove this line, or "
                         "put what follows in a file of its own");
                more = false;
            }
            break;
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
        case YAML_NO_EVENT:
            break;
        case YAML_ALIAS_EVENT:
        case YAML_SCALAR_EVENT:
        case YAML_SEQUENCE_START_EVENT:
        case YAML_SEQUENCE_END_EVENT:
        case YAML_MAPPING_START_EVENT:
        case YAML_MAPPING_END_EVENT:
            if (p->walker)
                walk_root(p, &e);
            else
                root = parse_node(p, &e, 1);
            break;
        }
        yaml_event_delete(&e);
    }
    return root;
}

/* A BOM is no part of the text (YAML 1.2.2, 5.2). */
static Parser parser_of(Arena *a, const Source *src, size_t off, size_t n,
                        Diag *diag) {
    if (off == 0 && n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0) {
        off += 3;
        n -= 3;
    }
    return (Parser){.arena = a,
                    .src = src,
                    .off = off,
                    .end = off + n,
                    .diag = diag,
                    .mark_byte = off};
}

static YamlNode *run(Parser *p) {
    const unsigned char *bytes = (const unsigned char *)p->src->bytes;
    if (!yaml_parser_initialize(&p->yaml))
        oom();
    yaml_parser_set_encoding(&p->yaml, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&p->yaml, bytes + p->off, p->end - p->off);
    YamlNode *root = parse_stream(p);
    yaml_parser_delete(&p->yaml);
    return root;
}

YamlNode *yaml_parse(Arena *a, const Source *src, size_t off, size_t n,
                     Diag *diag) {
    Parser p = parser_of(a, src, off, n, diag);
    YamlNode *root = run(&p);
    if (p.errors)
        return NULL;
    if (!root || yaml_is_null(root)) {
        root = ARENA_NEW(a, YamlNode);
        root->kind = YAML_MAP;
        root->span = (Span){src, p.off, 0};
        root->scalar = (Text){"", 0, root->span};
    }
    return root;
}

bool yaml_walk(const Source *src, YamlWalker *walker, Diag *diag) {
    Arena *a = arena_new();
    Parser p = parser_of(a, src, 0, src->n, diag);
    p.walker = walker;
    run(&p);
    arena_free(a);
    return p.errors == 0;
}

const YamlNode *yaml_get(const YamlNode *map, const char *key) {
    if (map->kind == YAML_MAP)
        for (size_t i = 0; i < map->n; i++)
            if (text_equal(map->pairs[i].key, key))
                return map->pairs[i].value;
    return NULL;
}

bool yaml_is_null(const YamlNode *n) {
    static const char *const words[] = {"", "~", "null", "Null", "NULL"};
    if (!n)
        return true;
    if (n->kind != YAML_SCALAR || !n->plain)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_equal(n->scalar, words[i]))
            return true;
    return false;
}
