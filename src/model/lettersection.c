#include "model/lettersection.h"

#include "base/limits.h"

#include <string.h>

/* One text on its way. */
typedef struct Resolver {
    LetterParties *who;
    bool open[LIMIT_SECTIONS + 1]; /* of each open section, is it there? */
    size_t depth;
    size_t hidden; /* how many of them are not */
    VEC(Inline) out;
    bool joint; /* something was taken out since the last of `out` */
} Resolver;

static bool is_mark(InlineKind kind) {
    return kind == INLINE_IF || kind == INLINE_UNLESS || kind == INLINE_END;
}

static bool may_be_empty(const Inline *in) {
    return in->kind == INLINE_FIELD && memchr(in->text.s, '|', in->text.n);
}

bool letter_is_conditional(const Inlines *in) {
    for (size_t i = 0; i < in->n; i++)
        if (is_mark(in->v[i].kind) || may_be_empty(&in->v[i]))
            return true;
    return false;
}

static bool is_there(LetterParties *who, Text name, bool inverted) {
    bool present = false;
    who->uses |= letter_field_side(name);
    if (!letter_field_present(who->arena, name, who->from, who->to, who->lang,
                              who->diag, &present))
        who->ok = false;
    return present != inverted;
}

static void open_section(Resolver *r, Text name, bool inverted) {
    if (r->depth > LIMIT_SECTIONS) /* the reader has refused it */
        return;
    bool there = is_there(r->who, name, inverted);
    r->open[r->depth++] = there;
    r->hidden += !there;
}

static void close_section(Resolver *r) {
    if (r->depth > 0)
        r->hidden -= !r->open[--r->depth];
}

static void open_all(Resolver *r, const LetterSection *within) {
    if (!within)
        return;
    open_all(r, within->outer);
    open_section(r, within->name, within->inverted);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/* Is the end of what there is a blank, a line end or nothing? */
static bool ends_blank(const Resolver *r, bool line_end) {
    if (r->out.n == 0)
        return true;
    const Inline *last = &r->out.v[r->out.n - 1];
    if (last->kind == INLINE_BREAK)
        return true;
    return !line_end && last->kind == INLINE_TEXT && last->text.n > 0 &&
           is_blank(last->text.s[last->text.n - 1]);
}

static void add_text(Resolver *r, Inline in) {
    size_t n = 0;
    while (r->joint && ends_blank(r, false) && n < in.text.n &&
           is_blank(in.text.s[n]))
        n++;
    if (n == in.text.n)
        return;
    if (n > 0)
        in.text = text_slice(in.text, n, in.text.n - n);
    vec_push(r->who->arena, &r->out, in);
    r->joint = false;
}

/* Is it empty, with what it has in place of a value? */
static bool is_empty(Resolver *r, const Inline *field) {
    Text value;
    LetterParties *who = r->who;
    if (!may_be_empty(field))
        return false;
    who->uses |= letter_field_side(field->text);
    return letter_field_value(who->arena, field->text, who->from, who->to,
                              who->lang, who->diag, &value) &&
           value.n == 0;
}

static void add_inline(Resolver *r, const Inline *in) {
    switch (in->kind) {
    case INLINE_IF:
    case INLINE_UNLESS:
        open_section(r, in->text, in->kind == INLINE_UNLESS);
        r->joint = true;
        return;
    case INLINE_END:
        close_section(r);
        r->joint = true;
        return;
    case INLINE_TEXT:
        if (r->hidden == 0)
            add_text(r, *in);
        return;
    case INLINE_BREAK:
        if (r->hidden > 0 || (r->joint && ends_blank(r, true)))
            return;
        break;
    case INLINE_FIELD:
        if (r->hidden > 0)
            return;
        if (is_empty(r, in)) {
            r->joint = true;
            return;
        }
        break;
    case INLINE_NOTE:
        if (r->hidden > 0)
            return;
        break;
    }
    vec_push(r->who->arena, &r->out, *in);
    r->joint = false;
}

/* What would hang at the end where something is gone. */
static void trim_end(Resolver *r) {
    while (r->joint && r->out.n > 0) {
        Inline *last = &r->out.v[r->out.n - 1];
        size_t n = last->kind == INLINE_TEXT ? last->text.n : 0;
        while (n > 0 && is_blank(last->text.s[n - 1]))
            n--;
        if (last->kind == INLINE_TEXT && n < last->text.n)
            last->text = text_slice(last->text, 0, n);
        if (last->kind != INLINE_BREAK &&
            (last->kind != INLINE_TEXT || last->text.n > 0))
            return;
        r->out.n--;
    }
}

Inlines letter_resolve(LetterParties *who, const Inlines *in,
                       const LetterSection *within) {
    if (!within && !letter_is_conditional(in))
        return *in;
    Resolver r = {.who = who};
    open_all(&r, within);
    for (size_t i = 0; i < in->n; i++)
        add_inline(&r, &in->v[i]);
    trim_end(&r);
    return (Inlines){r.out.v, r.out.n};
}

static bool all_there(LetterParties *who, const LetterSection *within) {
    bool there = true;
    for (const LetterSection *s = within; s; s = s->outer)
        there = is_there(who, s->name, s->inverted) && there;
    return there;
}

static bool resolve_children(LetterParties *who, const Block *in, Block *out) {
    const Blocks *from = &in->children;
    out->children = (Blocks){ARENA_ARRAY(who->arena, Block, from->n), 0};
    for (size_t i = 0; i < from->n; i++)
        if (letter_resolve_block(who, &from->v[i],
                                 &out->children.v[out->children.n]))
            out->children.n++;
    return from->n > 0 ? out->children.n > 0 : all_there(who, in->within);
}

bool letter_resolve_block(LetterParties *who, const Block *in, Block *out) {
    *out = *in;
    if (!in->conditional)
        return true;
    switch (in->kind) {
    case BLOCK_PARAGRAPH:
    case BLOCK_HEADING:
        out->inlines = letter_resolve(who, &in->inlines, in->within);
        return out->inlines.n > 0;
    case BLOCK_CELL: /* its table is there: it is in all sections that this is
                      */
        out->inlines = letter_resolve(who, &in->inlines, NULL);
        return true;
    case BLOCK_BULLETS:
    case BLOCK_NUMBERS:
    case BLOCK_ITEM:
    case BLOCK_QUOTE:
    case BLOCK_ROW:
        return resolve_children(who, in, out);
    case BLOCK_TABLE:
        return all_there(who, in->within) && resolve_children(who, in, out);
    case BLOCK_RULE:
    case BLOCK_FIGURE:
    case BLOCK_OWN_WORDS:
        break;
    }
    return all_there(who, in->within);
}
