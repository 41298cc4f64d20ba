#include "input/markdown.h"

#include "base/limits.h"
#include "input/markdown_inlines.h"

#include <string.h>

/* A list and its item are two levels. */
#define LEVELS (2 * LIMIT_NESTING + 1)

/* Blanks and container marks at the head of a line. LIMIT_NESTING lists with
 * the widest markers ("999999999. ") take 88; cmark's own time grows with the
 * depth of every blank line. */
#define PREFIX_BYTES 128

typedef VEC(Block) BlockVec;

typedef struct Level {
    cmark_node *node;
    Block block;
    BlockVec children;
} Level;

typedef struct Walk {
    Arena *a;
    const Source *src;
    Diag *diag;
    uint32_t *lines; /* offset of each line of the body, and of the end */
    size_t nlines;
    Level levels[LEVELS + 1];
    int depth; /* of the open level */
    int nesting, quotes;
    InlineReader reader;
    bool failed;
} Walk;

static void fail(Walk *w, Span where, const char *message) {
    diag_at(w->diag, DIAG_ERROR, where, "%s", message);
    w->failed = true;
}

/* --- lines --- */

/* Behind the line end that follows i; cmark's three line ends. */
static size_t next_line(const Source *src, size_t i) {
    while (i < src->n && src->bytes[i] != '\n' && src->bytes[i] != '\r')
        i++;
    if (i + 1 < src->n && src->bytes[i] == '\r' && src->bytes[i + 1] == '\n')
        return i + 2;
    return i < src->n ? i + 1 : i;
}

static void find_lines(Walk *w, Arena *a, size_t off) {
    size_t n = 0;
    for (size_t i = off; i < w->src->n; i = next_line(w->src, i))
        n++;
    w->nlines = n;
    w->lines = ARENA_ARRAY(a, uint32_t, n + 2);
    n = 0;
    for (size_t i = off; i < w->src->n; i = next_line(w->src, i))
        w->lines[n++] = (uint32_t)i;
    w->lines[n] = w->lines[n + 1] = (uint32_t)w->src->n;
}

/* Byte offset of cmark's 1-based line and column. */
static size_t offset_of(const Walk *w, int line, int column) {
    size_t k = line < 1 ? 0 : (size_t)line - 1;
    if (k > w->nlines)
        k = w->nlines;
    size_t off = w->lines[k] + (size_t)(column < 1 ? 0 : column - 1);
    return off < w->src->n ? off : w->src->n;
}

static Span line_span(const Walk *w, size_t off) {
    size_t end = off;
    while (end < w->src->n && w->src->bytes[end] != '\n' &&
           w->src->bytes[end] != '\r')
        end++;
    return (Span){w->src, off, end - off};
}

static Span node_span(const Walk *w, cmark_node *node) {
    size_t from = offset_of(w, cmark_node_get_start_line(node),
                            cmark_node_get_start_column(node));
    size_t to = offset_of(w, cmark_node_get_end_line(node),
                          cmark_node_get_end_column(node) + 1);
    while (to > from &&
           (w->src->bytes[to - 1] == '\n' || w->src->bytes[to - 1] == '\r'))
        to--;
    return (Span){w->src, from, to > from ? to - from : 0};
}

/* --- depth, before cmark --- */

static bool ends_mark(const Span line, size_t i) {
    const char *s = line.src->bytes + line.off;
    return i >= line.n || s[i] == ' ' || s[i] == '\t';
}

/* Length of a quote or list mark at i of a line, else 0. */
static size_t mark_length(Span line, size_t i) {
    const char *s = line.src->bytes + line.off;
    if (s[i] == '>')
        return 1;
    if ((s[i] == '-' || s[i] == '+' || s[i] == '*') && ends_mark(line, i + 1))
        return 1;
    size_t k = i;
    while (k < line.n && k < i + 9 && s[k] >= '0' && s[k] <= '9')
        k++;
    if (k > i && k < line.n && (s[k] == '.' || s[k] == ')') &&
        ends_mark(line, k + 1))
        return k + 1 - i;
    return 0;
}

/* "* * *" is a rule, however long (CommonMark 0.30, 4.1). */
static bool is_rule(Span line) {
    const char *s = line.src->bytes + line.off;
    char mark = 0;
    for (size_t i = 0; i < line.n; i++) {
        if (s[i] == ' ' || s[i] == '\t')
            continue;
        if (mark == 0)
            mark = s[i];
        if (s[i] != mark || (mark != '-' && mark != '*'))
            return false;
    }
    return true;
}

static bool check_prefixes(Walk *w) {
    for (size_t k = 0; k < w->nlines; k++) {
        Span line = line_span(w, w->lines[k]);
        size_t i = 0;
        while (i < line.n && i <= PREFIX_BYTES) {
            char c = w->src->bytes[line.off + i];
            size_t step = c == ' ' || c == '\t' ? 1 : mark_length(line, i);
            if (step == 0)
                break;
            i += step;
        }
        if (i > PREFIX_BYTES && !is_rule(line)) {
            diag_at(w->diag, DIAG_ERROR, (Span){w->src, line.off, i},
                    "%d bytes of indent and list or quote marks; a letter "
                    "nests at most %d lists and quotes",
                    PREFIX_BYTES, LIMIT_NESTING);
            w->failed = true;
            return false;
        }
    }
    return true;
}

/* --- blocks --- */

static Block block_of(const Walk *w, cmark_node *node) {
    Block b = {.span = node_span(w, node)};
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        b.kind = BLOCK_HEADING;
        b.number = cmark_node_get_heading_level(node);
        break;
    case CMARK_NODE_LIST:
        b.kind = cmark_node_get_list_type(node) == CMARK_BULLET_LIST
                     ? BLOCK_BULLETS
                     : BLOCK_NUMBERS;
        b.number = cmark_node_get_list_start(node);
        b.tight = cmark_node_get_list_tight(node) != 0;
        break;
    case CMARK_NODE_ITEM:
        b.kind = BLOCK_ITEM;
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        b.kind = BLOCK_QUOTE;
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        b.kind = BLOCK_RULE;
        break;
    default:
        b.kind = BLOCK_PARAGRAPH;
    }
    return b;
}

static void add(Walk *w, Block b) {
    vec_push(w->a, &w->levels[w->depth].children, b);
}

static void read_leaf(Walk *w, cmark_node *node) {
    Block b = block_of(w, node);
    size_t first = (size_t)cmark_node_get_start_line(node) - 1;
    size_t last = (size_t)cmark_node_get_end_line(node) - 1;
    last = last < first ? first : last >= w->nlines ? w->nlines - 1 : last;
    trail_open(&w->reader.trail, w->src, w->lines, first, last, b.span.off,
               w->quotes, node);
    inlines_read(&w->reader, node, &b.inlines);
    add(w, b);
}

static void refuse_code(Walk *w, cmark_node *node) {
    Span span = node_span(w, node);
    char c = span.n ? w->src->bytes[span.off] : ' ';
    bool fenced = c == '`' || c == '~';
    fail(w, line_span(w, span.off),
         fenced ? "a code block has no place in a letter; remove the fences"
                : "a line indented by four columns or more is code to "
                  "Markdown; begin it further left");
}

/* Open a list, item or quote; false if it would be too deep. */
static bool open_level(Walk *w, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_ITEM && w->nesting == LIMIT_NESTING) {
        Span span = node_span(w, node);
        diag_at(w->diag, DIAG_ERROR, line_span(w, span.off),
                "lists and quotes nested deeper than %d; a letter has no room "
                "for them",
                LIMIT_NESTING);
        w->failed = true;
        return false;
    }
    w->nesting += type != CMARK_NODE_ITEM;
    w->quotes += type == CMARK_NODE_BLOCK_QUOTE;
    w->levels[++w->depth] = (Level){.node = node, .block = block_of(w, node)};
    return true;
}

static void close_level(Walk *w, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    Level *level = &w->levels[w->depth--];
    level->block.children = (Blocks){level->children.v, level->children.n};
    w->nesting -= type != CMARK_NODE_ITEM;
    w->quotes -= type == CMARK_NODE_BLOCK_QUOTE;
    add(w, level->block);
}

/* False: the children are not to be walked. */
static bool enter(Walk *w, cmark_node *node) {
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
        return true;
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_BLOCK_QUOTE:
        return open_level(w, node);
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        read_leaf(w, node);
        return false;
    case CMARK_NODE_THEMATIC_BREAK:
        add(w, block_of(w, node));
        return true;
    case CMARK_NODE_CODE_BLOCK:
        refuse_code(w, node);
        return true;
    default:
        fail(w, line_span(w, node_span(w, node).off),
             "HTML has no place in a letter; remove it, or write \\< for a "
             "plain <");
        return true;
    }
}

static void walk_tree(Walk *w, cmark_node *doc) {
    cmark_iter *it = cmark_iter_new(doc);
    for (;;) {
        cmark_event_type event = cmark_iter_next(it);
        cmark_node *node = cmark_iter_get_node(it);
        if (event == CMARK_EVENT_DONE)
            break;
        if (event == CMARK_EVENT_ENTER) {
            if (!enter(w, node))
                cmark_iter_reset(it, node, CMARK_EVENT_EXIT);
        } else if (w->depth > 0 && node == w->levels[w->depth].node) {
            close_level(w, node);
        }
    }
    cmark_iter_free(it);
}

bool markdown_parse(Arena *a, const Source *src, size_t off, Diag *diag,
                    Blocks *out) {
    *out = (Blocks){0};
    if (src->n - off > MARKDOWN_BYTES) {
        diag_file(diag, DIAG_ERROR, src->name,
                  "the letter has %zu bytes; at most %zu are read",
                  src->n - off, MARKDOWN_BYTES);
        return false;
    }
    Arena *scratch = arena_new();
    Arena *index = arena_new();
    Walk w = {.a = a,
              .src = src,
              .diag = diag,
              .reader = {.a = a, .scratch = scratch, .diag = diag}};
    find_lines(&w, index, off);
    if (!check_prefixes(&w))
        goto out;
    cmark_node *doc =
        cmark_parse_document(src->bytes + off, src->n - off, CMARK_OPT_DEFAULT);
    walk_tree(&w, doc);
    cmark_node_free(doc);
    *out = (Blocks){w.levels[0].children.v, w.levels[0].children.n};
out:
    inline_reader_free(&w.reader);
    arena_free(index);
    arena_free(scratch);
    return !w.failed && !w.reader.failed;
}
