#include "input/letterfile_sections.h"

#include "base/limits.h"
#include "model/lettersection.h"

#include <stdio.h>
#include <string.h>

/* A section that is open. */
typedef struct Open {
    Text name;
    bool inverted;
    const LetterSection *section; /* NULL while only a text is looked at */
    size_t text;                  /* the number of the text it begins in */
    bool edge;                    /* at an edge of it */
} Open;

typedef struct Settler {
    Arena *arena; /* NULL: nothing is kept */
    Diag *diag;
    Open open[LIMIT_SECTIONS];
    size_t depth;
    size_t text;
    size_t first, behind; /* what is printed of it: the first, and behind the
                             last */
    size_t floor; /* sections below began outside of what they may be closed
                     in */
    bool ok;
} Settler;

static char sign(const Open *o) {
    return o->inverted ? '^' : '#';
}

/* "{{#fax}} of line 12" */
static const char *begun(const Open *o, char out[160]) {
    size_t line = 0, col = 0;
    if (o->name.span.src)
        source_place(o->name.span.src, o->name.span.off, &line, &col);
    int n = text_shown(o->name);
    snprintf(out, 160, "{{%c%.*s}} of line %zu", sign(o), n, o->name.s, line);
    return out;
}

static bool is_mark(InlineKind kind) {
    return kind == INLINE_IF || kind == INLINE_UNLESS || kind == INLINE_END;
}

static bool is_blank(const Inline *in) {
    if (in->kind == INLINE_TEXT) {
        for (size_t i = 0; i < in->text.n; i++)
            if (!strchr(" \t\n", in->text.s[i]))
                return false;
        return true;
    }
    return in->kind == INLINE_BREAK || is_mark(in->kind);
}

/* Nothing is printed before it, or nothing behind it. */
static bool at_edge(const Settler *s, size_t at) {
    return at < s->first || at >= s->behind;
}

static bool same_name(Text a, Text b) {
    return a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

static void refuse_unclosed(Settler *s, const Open *o, const char *where) {
    int n = text_shown(o->name);
    diag_at(s->diag, DIAG_ERROR, o->name.span,
            "{{%c%.*s}} is never closed%s; write {{/%.*s}} where it ends",
            sign(o), n, o->name.s, where, n, o->name.s);
    s->ok = false;
}

static void open_section(Settler *s, const Inlines *in, size_t at) {
    const Inline *mark = &in->v[at];
    if (s->depth == LIMIT_SECTIONS) {
        diag_at(s->diag, DIAG_ERROR, mark->text.span,
                "more than %d sections in one another", LIMIT_SECTIONS);
        s->ok = false;
        return;
    }
    Open o = {.name = mark->text,
              .inverted = mark->kind == INLINE_UNLESS,
              .text = s->text,
              .edge = at_edge(s, at)};
    if (s->arena) {
        LetterSection *section = ARENA_NEW(s->arena, LetterSection);
        section->name = o.name;
        section->inverted = o.inverted;
        section->outer = s->depth > 0 ? s->open[s->depth - 1].section : NULL;
        o.section = section;
    }
    s->open[s->depth++] = o;
}

/* The one that {{/name}} closes, or s->depth. */
static size_t find_open(const Settler *s, Text name) {
    for (size_t i = s->depth; i > s->floor; i--)
        if (same_name(s->open[i - 1].name, name))
            return i - 1;
    return s->depth;
}

static void refuse_close(Settler *s, Text name) {
    char text[160];
    int n = text_shown(name);
    if (s->depth > s->floor)
        diag_at(s->diag, DIAG_ERROR, name.span,
                "{{/%.*s}} closes nothing: what is open here is %s", n, name.s,
                begun(&s->open[s->depth - 1], text));
    else
        diag_at(s->diag, DIAG_ERROR, name.span,
                "{{/%.*s}} closes nothing; its section would begin with "
                "{{#%.*s}}",
                n, name.s, n, name.s);
    s->ok = false;
}

static void close_section(Settler *s, const Inlines *in, size_t at) {
    char text[160];
    Text name = in->v[at].text;
    size_t found = find_open(s, name);
    if (found == s->depth) {
        refuse_close(s, name);
        return;
    }
    const Open *o = &s->open[found];
    int n = text_shown(name);
    if (found + 1 < s->depth) {
        diag_at(s->diag, DIAG_ERROR, name.span,
                "{{/%.*s}} stands before the end of %s, which began later; "
                "close that one first",
                n, name.s, begun(&s->open[s->depth - 1], text));
        s->ok = false;
    } else if (o->text != s->text && (!o->edge || !at_edge(s, at))) {
        diag_at(s->diag, DIAG_ERROR, name.span,
                "{{/%.*s}} and %s, which it closes, are inside of two "
                "paragraphs; put both into one, or each on a line of its own",
                n, name.s, begun(o, text));
        s->ok = false;
    }
    s->depth = found;
}

static void read_text(Settler *s, const Inlines *in) {
    s->text++;
    s->first = in->n;
    s->behind = 0;
    for (size_t i = 0; i < in->n; i++) {
        if (is_blank(&in->v[i]))
            continue;
        s->first = s->first < i ? s->first : i;
        s->behind = i + 1;
    }
    for (size_t i = 0; i < in->n; i++) {
        if (in->v[i].kind == INLINE_IF || in->v[i].kind == INLINE_UNLESS)
            open_section(s, in, i);
        else if (in->v[i].kind == INLINE_END)
            close_section(s, in, i);
    }
}

/* What begins in it must end in it. */
static void read_closed(Settler *s, const Inlines *in, const char *where) {
    size_t floor = s->floor, depth = s->depth;
    s->floor = depth;
    read_text(s, in);
    while (s->depth > depth)
        refuse_unclosed(s, &s->open[--s->depth], where);
    s->floor = floor;
}

static void settle_blocks(Settler *s, Blocks *blocks);

/* "{{#fax}}" with "---" in the line below: CommonMark's heading. */
static void refuse_heading(Settler *s, const Block *b) {
    for (size_t i = 0; i < b->inlines.n; i++)
        if (!is_blank(&b->inlines.v[i]))
            return;
    if (b->inlines.n == 0)
        return;
    diag_at(s->diag, DIAG_ERROR, b->span,
            "a heading of nothing but the mark of a section; if the line below "
            "it is to be a rule, leave a blank line between them");
    s->ok = false;
}

static void settle_block(Settler *s, Block *b) {
    if (b->kind == BLOCK_HEADING)
        refuse_heading(s, b);
    b->within = s->depth > 0 ? s->open[s->depth - 1].section : NULL;
    b->conditional = b->within != NULL || letter_is_conditional(&b->inlines);
    if (b->kind == BLOCK_CELL)
        read_closed(s, &b->inlines, " in its cell");
    else if (b->kind != BLOCK_FIGURE)
        read_text(s, &b->inlines);
    settle_blocks(s, &b->children);
    for (size_t i = 0; i < b->children.n; i++)
        b->conditional = b->conditional || b->children.v[i].conditional;
}

static void settle_blocks(Settler *s, Blocks *blocks) {
    for (size_t i = 0; i < blocks->n; i++)
        settle_block(s, &blocks->v[i]);
}

bool sections_check_text(const Inlines *in, Diag *diag) {
    Settler s = {.diag = diag, .ok = true};
    if (letter_is_conditional(in))
        read_closed(&s, in, "");
    return s.ok;
}

bool sections_settle(Arena *a, Blocks *body, Diag *diag) {
    Settler s = {.arena = a, .diag = diag, .ok = true};
    settle_blocks(&s, body);
    while (s.depth > 0)
        refuse_unclosed(&s, &s.open[--s.depth], "");
    return s.ok;
}

bool sections_settle_notes(Arena *a, Blocks *notes, Diag *diag) {
    bool ok = true;
    for (size_t i = 0; i < notes->n; i++)
        ok = sections_settle(a, &notes->v[i].children, diag) && ok;
    return ok;
}
