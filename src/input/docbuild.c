#include "input/docbuild.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "input/docbuild_private.h"

#include <stdlib.h>
#include <string.h>

/* A stretch of the text in one style, or one character in place of it. */
typedef struct Piece {
    size_t off, n;
    uint32_t as; /* 0: the stretch itself */
    DocStyle style;
} Piece;

typedef struct Draft {
    DocBlock block;
    size_t from, to; /* pieces */
} Draft;

struct DocBuild {
    Arena *arena;
    const Source *src; /* NULL: the text is in `own` */
    Buf own;
    bool gap; /* the next block is set apart */
    bool full;
    unsigned tables; /* so far */
    VEC(Draft) drafts;
    VEC(Piece) pieces;
};

DocBuild *docbuild_new(Arena *a, const Source *src) {
    DocBuild *b = ARENA_NEW(a, DocBuild);
    *b = (DocBuild){.arena = a, .src = src};
    return b;
}

bool docbuild_full(const DocBuild *b) {
    return b->full;
}

void docbuild_gap(DocBuild *b) {
    b->gap = true;
}

DocBlock docbuild_enter(DocBuild *b, DocBlock *like) {
    DocBlock before = *like;
    like->table = ++b->tables;
    like->row = like->column = 0;
    return before;
}

void docbuild_leave(DocBuild *b, DocBlock *like, const DocBlock *before) {
    *like = *before;
    docbuild_gap(b);
}

/* Symbol fonts have their bullets where Unicode has private characters. */
static Text plain_label(Text label) {
    size_t at = 0;
    uint32_t cp = label.n > 0 ? utf8_next(label.s, label.n, &at) : 0;
    bool symbol = cp >= 0xF000 && cp <= 0xF0FF && at == label.n;
    return symbol ? text_literal("\xE2\x80\xA2") : label;
}

void docbuild_open(DocBuild *b, const DocBlock *like) {
    Draft d = {*like, b->pieces.n, b->pieces.n};
    d.block.label = plain_label(like->label);
    d.block.gap = d.block.gap || b->gap;
    b->gap = false;
    b->full = b->full || b->drafts.n == LIMIT_DOCUMENT_LINES;
    if (b->full)
        return;
    if (!b->src && b->own.n > 0)
        buf_putc(&b->own, '\n');
    vec_push(b->arena, &b->drafts, d);
}

static void add_piece(DocBuild *b, Piece p) {
    b->full = b->full || p.off + p.n > LIMIT_DOCUMENT_TEXT;
    if (b->full)
        return;
    vec_push(b->arena, &b->pieces, p);
    b->drafts.v[b->drafts.n - 1].to = b->pieces.n;
}

/* A line of the same block: it is no second item. */
static void open_further(DocBuild *b) {
    DocBlock like = b->drafts.v[b->drafts.n - 1].block;
    like.gap = false;
    like.label = (Text){0};
    docbuild_open(b, &like);
}

void docbuild_add(DocBuild *b, const char *s, size_t n, const DocStyle *style) {
    while (n > 0) {
        const char *end = memchr(s, '\n', n);
        size_t line = end ? (size_t)(end - s) : n;
        Piece p = {b->own.n, line, 0, *style};
        if (line > 0) {
            add_piece(b, p);
            if (b->full)
                return;
            buf_add(&b->own, s, line);
        }
        if (end)
            open_further(b);
        s += line + (end != NULL);
        n -= line + (end != NULL);
    }
}

void docbuild_take(DocBuild *b, size_t off, size_t n, uint32_t as) {
    add_piece(b, (Piece){off, n, as, {0}});
}

/* ---- characters ---- */

static bool same_style(const DocStyle *a, const DocStyle *b) {
    return a->strong == b->strong && a->emphasis == b->emphasis &&
           a->superscript == b->superscript && a->note == b->note &&
           (a->link == b->link ||
            (a->link && b->link && strcmp(a->link, b->link) == 0));
}

/* Styles come and go; what was seen long ago may get a second number. */
#define STYLES_BACK 16

uint32_t docchars_style(DocChars *c, const DocStyle *style) {
    for (size_t i = c->styles.n; i > 0 && i + STYLES_BACK > c->styles.n; i--)
        if (same_style(&c->styles.v[i - 1], style))
            return (uint32_t)(i - 1);
    vec_push(c->arena, &c->styles, *style);
    return (uint32_t)(c->styles.n - 1);
}

void docchars_remove(DocChars *c, size_t from, size_t to, DocResidueKind kind) {
    if (from == to)
        return;
    const DocChar *first = &c->v[from], *last = &c->v[to - 1];
    DocResidue r = {kind,
                    {c->src, first->off, last->off + last->n - first->off}};
    vec_push(c->arena, &c->residue, r);
    for (size_t i = from; i < to; i++)
        c->v[i].gone = true;
}

typedef VEC(DocChar) CharList;

static void put_piece(CharList *list, Arena *a, const Source *src,
                      const Piece *p, uint32_t style) {
    DocChar c = {.style = style & 0xFFFFFF};
    if (p->as) {
        c.cp = p->as;
        c.off = (uint32_t)p->off;
        c.n = (uint32_t)p->n;
        vec_push(a, list, c);
        return;
    }
    for (size_t at = p->off; at < p->off + p->n;) {
        size_t from = at;
        c.cp = utf8_next(src->bytes, p->off + p->n, &at);
        c.off = (uint32_t)from;
        c.n = (uint32_t)(at - from);
        vec_push(a, list, c);
    }
}

/* The lines of drafts [from, to) as characters, each with a line feed behind.
 */
static void spread(DocBuild *b, DocChars *c, Arena *scratch, size_t from,
                   size_t to) {
    CharList list = {0};
    for (size_t i = from; i < to; i++) {
        const Draft *d = &b->drafts.v[i];
        size_t end = 0;
        for (size_t k = d->from; k < d->to; k++) {
            const Piece *p = &b->pieces.v[k];
            put_piece(&list, scratch, c->src, p, docchars_style(c, &p->style));
            end = p->off + p->n;
        }
        DocChar line_end = {.cp = '\n', .off = (uint32_t)end};
        vec_push(scratch, &list, line_end);
    }
    c->v = list.v;
    c->n = list.n;
}

/* ---- blocks ---- */

typedef struct Finish {
    DocBuild *build;
    DocChars chars;
    VEC(DocBlock) blocks;
    bool gap;        /* what came before was a rule */
    size_t indent;   /* of the last item's mark */
    bool in_item;    /* what is indented goes on with it */
    size_t depth[8]; /* indents of the items that are open */
    int ndepth;
} Finish;

static bool is_blank(uint32_t cp) {
    return cp == ' ' || cp == '\t';
}

static bool is_verbatim(const DocChars *c, const DocChar *ch) {
    char bytes[4];
    if (ch->cp == UTF8_BAD)
        return false;
    return utf8_put(bytes, ch->cp) == ch->n &&
           memcmp(c->src->bytes + ch->off, bytes, ch->n) == 0;
}

/* Blanks that are seen as nothing at either end of a line. */
static bool is_space(uint32_t cp) {
    return is_blank(cp) || cp == 0xA0 || cp == 0x3000 ||
           (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F;
}

/* Styles of what stands before and behind a blank, as far as they agree. */
static DocStyle between(const DocStyle *a, const DocStyle *b) {
    if (same_style(a, b))
        return *a;
    DocStyle s = {.strong = a->strong && b->strong,
                  .emphasis = a->emphasis && b->emphasis};
    if (a->link && b->link && strcmp(a->link, b->link) == 0)
        s.link = a->link;
    return s;
}

/* What is left of [from, to): no marks, no blanks at the ends, one blank in
 * place of several. The number of characters, moved to `from`. */
static size_t squeeze(DocChars *c, size_t from, size_t to) {
    size_t out = from;
    for (size_t i = from; i < to; i++) {
        DocChar ch = c->v[i];
        if (ch.gone || (out == from && is_space(ch.cp)))
            continue;
        if (out > from && is_blank(ch.cp) && is_blank(c->v[out - 1].cp)) {
            DocChar *last = &c->v[out - 1];
            last->n = ch.off + ch.n - last->off;
            last->cp = ch.cp == '\t' ? '\t' : last->cp;
            continue;
        }
        c->v[out++] = ch;
    }
    while (out > from && is_space(c->v[out - 1].cp))
        out--;
    for (size_t i = from + 1; i + 1 < out; i++) {
        if (!is_blank(c->v[i].cp))
            continue;
        DocStyle s = between(&c->styles.v[c->v[i - 1].style],
                             &c->styles.v[c->v[i + 1].style]);
        c->v[i].style = docchars_style(c, &s) & 0xFFFFFF;
    }
    return out - from;
}

typedef struct RunList {
    VEC(DocRun) runs;
    Buf text;
} RunList;

static void add_run(Arena *a, const DocChars *c, RunList *out, size_t from,
                    size_t to) {
    const DocChar *first = &c->v[from], *last = &c->v[to - 1];
    const DocStyle *style = &c->styles.v[first->style];
    Span span = {c->src, first->off, last->off + last->n - first->off};
    DocRun r = {.text = text_of_span(span),
                .at = out->text.n,
                .strong = style->strong,
                .emphasis = style->emphasis,
                .superscript = style->superscript,
                .note = style->note};
    if (!is_verbatim(c, first)) {
        char *s = arena_alloc(a, 5);
        size_t n = utf8_put(s, first->cp == UTF8_BAD ? 0xFFFD : first->cp);
        r.text = (Text){s, n, span};
    }
    if (style->link)
        r.link = text_literal(style->link);
    buf_add(&out->text, r.text.s, r.text.n);
    vec_push(a, &out->runs, r);
}

/* Runs of the characters [from, to), which are squeezed. */
static void make_runs(Arena *a, const DocChars *c, size_t from, size_t to,
                      DocBlock *block) {
    RunList list = {0};
    for (size_t i = from; i < to;) {
        size_t end = i + 1;
        while (is_verbatim(c, &c->v[i]) && end < to &&
               c->v[end].style == c->v[i].style &&
               c->v[end].off == c->v[end - 1].off + c->v[end - 1].n &&
               is_verbatim(c, &c->v[end]))
            end++;
        add_run(a, c, &list, i, end);
        i = end;
    }
    block->runs = list.runs.v;
    block->nruns = list.runs.n;
    block->text.s =
        arena_strndup(a, list.text.s ? list.text.s : "", list.text.n);
    block->text.n = list.text.n;
    buf_free(&list.text);
}

/* One line of the result: [from, to) of the characters, of which [raw, to) is
 * its place. */
static void emit_line(Finish *f, DocBlock block, size_t from, size_t to) {
    DocChars *c = &f->chars;
    while (from < to && is_space(c->v[from].cp))
        from++;
    while (to > from && is_space(c->v[to - 1].cp))
        to--;
    if (from == to)
        return;
    Span raw = {c->src, c->v[from].off,
                c->v[to - 1].off + c->v[to - 1].n - c->v[from].off};
    size_t n = squeeze(c, from, to);
    if (n == 0)
        return;
    make_runs(f->build->arena, c, from, from + n, &block);
    block.text.span = raw;
    block.gap = block.gap || f->gap;
    f->gap = false;
    /* All headings are bold, in some formats by their looks only. */
    if (block.kind == DOC_HEADING && docblock_strong(&block))
        for (size_t i = 0; i < block.nruns; i++)
            block.runs[i].strong = false;
    vec_push(f->build->arena, &f->blocks, block);
}

/* A line and the lines that "<br>" makes of it. */
static void emit(Finish *f, DocBlock block, size_t from, size_t to) {
    size_t before = f->blocks.n;
    for (size_t at = from; at <= to; at++) {
        if (at < to && (f->chars.v[at].gone || f->chars.v[at].cp != 0x2028))
            continue;
        size_t had = f->blocks.n;
        emit_line(f, block, from, at);
        if (f->blocks.n > had) {
            block.gap = false;
            block.label = (Text){0};
        }
        from = at + 1;
    }
    /* A line without text is an empty one. */
    f->gap = f->gap || block.gap || f->blocks.n == before;
}

static size_t indent_of(const DocChars *c, size_t from, size_t to) {
    size_t indent = 0;
    for (size_t i = from; i < to && is_blank(c->v[i].cp); i++)
        indent += c->v[i].cp == '\t' ? 4 : 1;
    return indent;
}

/* How deep an item stands that is told by a mark in the text, and what goes on
 * with the one before. */
static void nest(Finish *f, DocBlock *block, size_t indent, bool by_mark) {
    if (by_mark) {
        while (f->ndepth > 0 && f->depth[f->ndepth - 1] > indent)
            f->ndepth--;
        if (f->ndepth < 8 &&
            (f->ndepth == 0 || indent > f->depth[f->ndepth - 1] + 1))
            f->depth[f->ndepth++] = indent;
        block->level = f->ndepth > 0 ? f->ndepth : 1;
        f->indent = indent;
        f->in_item = true;
        return;
    }
    if (f->in_item && block->kind == DOC_PARAGRAPH && !block->gap &&
        indent > f->indent) {
        block->kind = DOC_ITEM;
        block->level = f->ndepth > 0 ? f->ndepth : 1;
        return;
    }
    if (block->kind != DOC_PARAGRAPH || indent == 0) {
        f->in_item = false;
        f->ndepth = block->kind == DOC_PARAGRAPH && !block->gap ? 0 : f->ndepth;
    }
}

static size_t line_end(const DocChars *c, size_t at) {
    while (c->v[at].cp != '\n')
        at++;
    return at;
}

/* Drafts [from, to), which no gap parts. */
static void finish_group(Finish *f, Arena *scratch, size_t from, size_t to) {
    DocBuild *b = f->build;
    DocChars *c = &f->chars;
    spread(b, c, scratch, from, to);
    docmarks_characters(c);
    size_t at = 0;
    bool *kept = arena_alloc(scratch, to - from);
    for (size_t i = from; i < to; i++) {
        DocBlock *block = &b->drafts.v[i].block;
        size_t end = line_end(c, at), indent = indent_of(c, at, end);
        DocKind was = block->kind;
        kept[i - from] = docmarks_line(c, at, end, block);
        nest(f, block, indent, was != DOC_ITEM && block->kind == DOC_ITEM);
        bool starts = block->kind == DOC_HEADING || block->label.n > 0;
        if (at > 0 && (starts || block->kind != b->drafts.v[i - 1].block.kind))
            c->v[at - 1].barrier = true;
        at = end + 1;
    }
    docmarks_inline(c);
    at = 0;
    for (size_t i = from; i < to; i++) {
        size_t end = line_end(c, at);
        DocBlock block = b->drafts.v[i].block;
        if (kept[i - from])
            emit(f, block, at, end);
        else
            f->gap = true;
        at = end + 1;
    }
}

static bool starts_group(const DocBlock *before, const DocBlock *block) {
    return block->gap || block->place != before->place ||
           block->table != before->table || block->row != before->row ||
           block->column != before->column;
}

/* Heads, body, feet, notes; in each the order in which they came. */
static void order_places(Arena *a, Finish *f, Document *out) {
    static const DocPlace order[] = {DOC_HEAD, DOC_BODY, DOC_FOOT, DOC_NOTE};
    out->blocks = ARENA_ARRAY(a, DocBlock, f->blocks.n);
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        for (size_t i = 0; i < f->blocks.n; i++)
            if (f->blocks.v[i].place == order[k])
                out->blocks[out->n++] = f->blocks.v[i];
}

static int by_place(const void *a, const void *b) {
    const DocResidue *x = a, *y = b;
    if (x->span.off != y->span.off)
        return x->span.off < y->span.off ? -1 : 1;
    return x->kind < y->kind ? -1 : x->kind > y->kind;
}

bool docbuild_finish(DocBuild *b, const char *name, Diag *diag, Document *out) {
    Finish f = {.build = b};
    if (b->full)
        b->drafts.n = 0;
    const Source *src = b->src;
    if (!src)
        src = source_from(b->arena, name, b->own.s ? b->own.s : "", b->own.n);
    buf_free(&b->own);
    f.chars = (DocChars){.arena = b->arena, .src = src};
    Arena *scratch = arena_new();
    for (size_t from = 0, to; from < b->drafts.n; from = to) {
        to = from + 1;
        while (to < b->drafts.n && !starts_group(&b->drafts.v[to - 1].block,
                                                 &b->drafts.v[to].block))
            to++;
        finish_group(&f, scratch, from, to);
        arena_reset(scratch);
    }
    arena_free(scratch);
    if (f.chars.residue.n > 0)
        qsort(f.chars.residue.v, f.chars.residue.n, sizeof(DocResidue),
              by_place);
    out->source = src;
    out->residue = f.chars.residue.v;
    out->nresidue = f.chars.residue.n;
    docnotes_find(f.blocks.v, f.blocks.n);
    order_places(b->arena, &f, out);
    if (b->full)
        diag_file(diag, DIAG_ERROR, name,
                  "has more text than %zu MB or %d lines, as no appeal or "
                  "letter has; copy the part you need to a file of its own",
                  LIMIT_DOCUMENT_TEXT / (1024 * 1024), LIMIT_DOCUMENT_LINES);
    return !b->full;
}
