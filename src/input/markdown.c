#include "input/markdown.h"

#include "base/limits.h"
#include "input/letterfile_sections.h"
#include "input/markdown_inlines.h"
#include "input/markdown_lines.h"

#include <string.h>

/* A list and its item are two levels. */
#define LEVELS (2 * LIMIT_NESTING + 1)

typedef struct Level {
    cmark_node *node;
    Block block;
    size_t from; /* first of its children in Walk.done */
} Level;

typedef struct Walk {
    Arena *a;
    const Source *src;
    Diag *diag;
    Draft draft;
    Notes notes;
    Links links;
    bool *read;   /* lines of the draft that are in a leaf */
    size_t note;  /* the one being read, once the body is done */
    size_t table; /* the one being read, from 1; 0: none */
    Block cells;  /* that table, as far as it is read */
    /* Blocks whose parent is still open, the outermost one's first. */
    VEC(Block) done;
    Arena *index; /* holds them */
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

/* --- places --- */

/* Byte offset of cmark's 1-based line and column. A line that stands for a
 * cell or a ::: line has no columns of its own. */
static size_t offset_of(const Walk *w, int line, int column) {
    size_t k = line < 1 ? 0 : (size_t)line - 1;
    if (k >= w->draft.lines.n)
        return w->src->n;
    const DraftLine *l = &w->draft.lines.v[k];
    size_t off = l->at + (size_t)(column < 1 || l->part ? 0 : column - 1);
    return off < l->end ? off : l->end;
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
    return (Span){w->src, from, to > from ? to - from : 0};
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
    if (w->reader.in_note)
        vec_push(w->a, &w->notes.all.v[w->note].blocks, b);
    else
        vec_push(w->index, &w->done, b);
}

/* A paragraph that is one picture and nothing else. */
static bool is_figure(cmark_node *node) {
    cmark_node *child = cmark_node_first_child(node);
    return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && child &&
           cmark_node_get_type(child) == CMARK_NODE_IMAGE &&
           !cmark_node_next(child);
}

/* From the bracket at byte `off` to the end of its line. */
static void define_link(Walk *w, size_t off) {
    links_define(&w->links, line_span(w, off));
}

/* Definitions that cmark took from the head of a leaf. */
static void note_definitions(Walk *w) {
    Trail *t = &w->reader.trail;
    for (size_t at = 0; t->text.n > 0 && t->text.s[0] == '[' && at < t->at;) {
        const char *end = memchr(t->text.s + at, '\n', t->text.n - at);
        if (t->text.s[at] == '[')
            define_link(w, trail_span(t, at, 1).off);
        at = end ? (size_t)(end - t->text.s) + 1 : t->at;
    }
}

/* Those with nothing behind them, of which no leaf is left. */
static void note_lone_definitions(Walk *w) {
    for (size_t k = 0; k < w->draft.lines.n; k++) {
        const DraftLine *l = &w->draft.lines.v[k];
        Span line = {w->src, l->at, l->end - l->at};
        size_t skip = l->part || w->read[k] ? line.n : line_prefix(line).n;
        if (skip < line.n && w->src->bytes[l->at + skip] == '[')
            define_link(w, l->at + skip);
    }
}

static void read_leaf(Walk *w, cmark_node *node) {
    Block b = block_of(w, node);
    size_t nlines = w->draft.lines.n;
    size_t first = (size_t)cmark_node_get_start_line(node) - 1;
    size_t last = (size_t)cmark_node_get_end_line(node) - 1;
    last = last < first ? first : last >= nlines ? nlines - 1 : last;
    trail_open(&w->reader.trail, w->src, w->draft.lines.v + first,
               last - first + 1, b.span.off, w->quotes, node);
    memset(w->read + first, true, last - first + 1);
    note_definitions(w);
    if (is_figure(node) && !w->reader.in_note) {
        b.kind = BLOCK_FIGURE;
        b.image = inlines_read_figure(&w->reader, node, &b.inlines);
    } else {
        inlines_read(&w->reader, node, &b.inlines);
    }
    add(w, b);
}

/* --- what only the draft knows --- */

/* Every cell of a table is read in its turn; those of one that HTML or code
 * has swallowed in part are not (they are in an error already). */
static void read_cell(Walk *w, cmark_node *node, const DraftPart *part) {
    const DraftTable *t = &w->draft.tables.v[part->table];
    Block *table = &w->cells;
    if (part == &w->draft.parts.v[t->part]) {
        w->table = part->table + 1;
        *table = (Block){.kind = BLOCK_TABLE, .span = t->span};
        table->children.v = ARENA_ARRAY(w->a, Block, t->rows);
    }
    if (w->table != part->table + 1)
        return;
    Blocks *rows = &table->children;
    if (rows->n == 0 || rows->v[rows->n - 1].children.n == t->columns) {
        Block row = {.kind = BLOCK_ROW};
        row.span = line_span(w, part->span.off);
        row.children.v = ARENA_ARRAY(w->a, Block, t->columns);
        rows->v[rows->n++] = row;
    }
    Block cell = {
        .kind = BLOCK_CELL, .number = part->number, .span = part->span};
    trail_open_span(&w->reader.trail, part->span);
    inlines_read(&w->reader, node, &cell.inlines);
    Blocks *cells = &rows->v[rows->n - 1].children;
    cells->v[cells->n++] = cell;
    if (rows->n == t->rows && cells->n == t->columns) {
        w->table = 0;
        add(w, *table);
    }
}

/* The part that a heading of the draft stands for, or NULL. */
static const DraftPart *part_of(const Walk *w, cmark_node *node) {
    size_t line = (size_t)cmark_node_get_start_line(node) - 1;
    uint32_t part = w->draft.lines.v[line].part;
    return part ? &w->draft.parts.v[part - 1] : NULL;
}

static void read_heading(Walk *w, cmark_node *node) {
    const DraftPart *part = part_of(w, node);
    if (!part)
        read_leaf(w, node);
    else if (part->kind == DRAFT_CELL)
        read_cell(w, node, part);
    else
        add(w, (Block){.kind = BLOCK_OWN_WORDS,
                       .number = part->number,
                       .span = part->span});
}

/* Past the body the lines of the draft are footnotes. False if `node` has no
 * place in one. */
static bool enter_note(Walk *w, cmark_node *node) {
    size_t line = (size_t)cmark_node_get_start_line(node) - 1;
    size_t *first = w->draft.note_lines.v;
    if (line < first[0])
        return true;
    w->reader.in_note = true;
    while (first[w->note + 1] <= line)
        w->note++;
    cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_PARAGRAPH || w->notes.all.v[w->note].refused)
        return type == CMARK_NODE_PARAGRAPH;
    fail(w, line_span(w, node_span(w, node).off),
         "a footnote holds paragraphs only; if this is plain text, write a "
         "backslash before the mark: 1\\. or \\#");
    w->notes.all.v[w->note].refused = true;
    return false;
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
    w->levels[++w->depth] =
        (Level){.node = node, .block = block_of(w, node), .from = w->done.n};
    return true;
}

/* The blocks done since there were `from`, for their parent. */
static Blocks take_from(Walk *w, size_t from) {
    size_t n = w->done.n - from;
    Blocks b = {ARENA_ARRAY(w->a, Block, n), n};
    if (n)
        memcpy(b.v, w->done.v + from, n * sizeof *b.v);
    w->done.n = from;
    return b;
}

static void close_level(Walk *w, cmark_node *node) {
    cmark_node_type type = cmark_node_get_type(node);
    Level *level = &w->levels[w->depth--];
    level->block.children = take_from(w, level->from);
    w->nesting -= type != CMARK_NODE_ITEM;
    w->quotes -= type == CMARK_NODE_BLOCK_QUOTE;
    add(w, level->block);
}

/* False: the children are not to be walked. */
static bool enter(Walk *w, cmark_node *node) {
    if (cmark_node_get_type(node) != CMARK_NODE_DOCUMENT &&
        !enter_note(w, node))
        return false;
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
        return true;
    case CMARK_NODE_LIST:
    case CMARK_NODE_ITEM:
    case CMARK_NODE_BLOCK_QUOTE:
        return open_level(w, node);
    case CMARK_NODE_PARAGRAPH:
        read_leaf(w, node);
        return false;
    case CMARK_NODE_HEADING:
        read_heading(w, node);
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
                    Letter *letter) {
    Arena *scratch = arena_new();
    Arena *index = arena_new();
    Walk w = {.a = a,
              .src = src,
              .diag = diag,
              .index = index,
              .links = {.arena = index},
              .reader = {.a = a, .scratch = scratch, .diag = diag}};
    w.reader.notes = &w.notes;
    w.reader.addresses = &w.links;
    int own_words = letter->own_words ? letter->own_words : OWN_WORDS_LINES;
    bool usable;
    bool ok = draft_make(index, src, off, own_words, diag, &w.notes, &w.draft,
                         &usable);
    if (usable) {
        cmark_node *doc = cmark_parse_document(w.draft.text.s, w.draft.text.n,
                                               CMARK_OPT_DEFAULT);
        w.read = ARENA_ARRAY(index, bool, w.draft.lines.n);
        walk_tree(&w, doc);
        cmark_node_free(doc);
        if (!w.failed)
            note_lone_definitions(&w);
        ok = links_check(&w.links, diag) && ok;
        letter->body = take_from(&w, 0);
        ok = notes_finish(a, &w.notes, diag, &letter->notes) && ok;
        ok = sections_settle(a, &letter->body, diag) && ok;
        ok = sections_settle_notes(a, &letter->notes, diag) && ok;
    }
    inline_reader_free(&w.reader);
    draft_free(&w.draft);
    arena_free(index);
    arena_free(scratch);
    return ok && !w.failed && !w.reader.failed;
}
