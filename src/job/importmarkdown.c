#include "job/importmarkdown.h"

#include "base/utf8.h"

#include <string.h>

/* Signs that are syntax wherever they stand (CommonMark 0.30, 2.4; tables and
 * footnotes: input/markdown_draft.h). */
static bool is_syntax(char c) {
    return c != '\0' && strchr("\\`*_[]<>|", c) != NULL;
}

/* At the start of a line: a heading, a list, a quotation, a rule, "1." */
static size_t start_syntax(const char *s, size_t n) {
    size_t digits = 0;
    if (n == 0)
        return SIZE_MAX;
    if (strchr("#>+-=~:", s[0]) && s[0])
        return 0;
    while (digits < n && digits < 10 && s[digits] >= '0' && s[digits] <= '9')
        digits++;
    if (digits > 0 && digits < n && (s[digits] == '.' || s[digits] == ')') &&
        (digits + 1 == n || s[digits + 1] == ' '))
        return digits;
    return SIZE_MAX;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

/* `start`: nothing but blanks stands before it in its block. */
static void put_text(const char *s, size_t n, bool start, Buf *out) {
    size_t lead = 0;
    while (lead < n && is_blank(s[lead]))
        lead++;
    size_t syntax = start ? start_syntax(s + lead, n - lead) : SIZE_MAX;
    syntax += syntax != SIZE_MAX ? lead : 0;
    for (size_t i = 0; i < n; i++) {
        bool braces = s[i] == '{' && i + 1 < n && s[i + 1] == '{';
        bool entity = s[i] == '&' && i + 1 < n && s[i + 1] != ' ';
        if (is_syntax(s[i]) || i == syntax || braces || entity)
            buf_putc(out, '\\');
        if (s[i] == '\t' || s[i] == '\n')
            buf_putc(out, ' ');
        else
            buf_putc(out, s[i]);
        if (braces)
            buf_putc(out, s[++i]);
    }
}

Text importmarkdown_field(Arena *a, Text t, bool plain) {
    if (!memmem(t.s, t.n, "{{", 2))
        return t;
    char *s = arena_alloc(a, 2 * t.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < t.n; i++) {
        bool braces = t.s[i] == '{' && i + 1 < t.n && t.s[i + 1] == '{';
        if (braces && !plain)
            s[n++] = '\\';
        s[n++] = t.s[i];
        if (braces && plain)
            s[n++] = ' ';
        if (braces && !plain)
            s[n++] = t.s[++i];
    }
    return (Text){s, n, t.span};
}

/* ---- delimiters ---- */

typedef enum CharKind { CHAR_SPACE, CHAR_MARK, CHAR_WORD } CharKind;

/* Marks of ASCII and the blocks of general and CJK punctuation; letters of any
 * script are words. */
static CharKind kind_of(uint32_t c) {
    if (c == ' ' || c == '\t' || c == '\n' || c == 0xA0 || c == 0x3000)
        return CHAR_SPACE;
    if (c < 0x80)
        return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')
                   ? CHAR_WORD
                   : CHAR_MARK;
    bool mark = (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
                (c >= 0x3001 && c <= 0x301F) || (c >= 0xFF00 && c <= 0xFF0F) ||
                (c >= 0xFF1A && c <= 0xFF20) || c == 0xB7 || c == 0xAB ||
                c == 0xBB || c == 0xA1 || c == 0xBF || c == 0xA7 || c == 0xB6;
    return mark ? CHAR_MARK : CHAR_WORD;
}

static CharKind kind_before(Text t, size_t at) {
    if (at == 0)
        return CHAR_SPACE;
    size_t from = at - 1;
    while (from > 0 && ((unsigned char)t.s[from] & 0xC0) == 0x80)
        from--;
    return kind_of(utf8_next(t.s, t.n, &from));
}

static CharKind kind_behind(Text t, size_t at) {
    return at >= t.n ? CHAR_SPACE : kind_of(utf8_next(t.s, t.n, &at));
}

/* The mark of a footnote is a bracket. */
static bool is_note(const DocBlock *b, size_t at) {
    for (size_t i = 0; i < b->nruns; i++)
        if (b->runs[i].at == at && b->runs[i].note)
            return true;
    return false;
}

/* CommonMark 6.2: left-flanking at `from`, right-flanking at `to`. */
static bool can_delimit(const DocBlock *b, size_t from, size_t to) {
    Text t = b->text;
    CharKind before = kind_before(t, from), first = kind_behind(t, from);
    CharKind last = kind_before(t, to), behind = kind_behind(t, to);
    if (is_note(b, to))
        behind = CHAR_MARK;
    bool opens =
        first == CHAR_WORD || (first == CHAR_MARK && before != CHAR_WORD);
    bool closes =
        last == CHAR_WORD || (last == CHAR_MARK && behind != CHAR_WORD);
    return opens && closes;
}

/* ---- a block ---- */

typedef struct Stretch {
    size_t from, to;
    bool strong, emphasis;
} Stretch;

/* The next runs of one style, without the blanks at its ends. */
static Stretch next_stretch(const DocBlock *b, size_t *at) {
    const DocRun *first = &b->runs[*at];
    Stretch s = {first->at, 0, first->strong, first->emphasis};
    for (; *at < b->nruns; ++*at) {
        const DocRun *run = &b->runs[*at];
        if (run->strong != s.strong || run->emphasis != s.emphasis ||
            run->note != first->note)
            break;
        s.to = run->at + run->text.n;
    }
    return s;
}

static bool is_web(Text link) {
    return (link.n > 8 && memcmp(link.s, "https://", 8) == 0) ||
           (link.n > 7 && memcmp(link.s, "http://", 7) == 0);
}

/* The runs inside bytes [from, to): text, links, marks of footnotes. */
static void put_runs(const DocBlock *b, size_t from, size_t to, bool links,
                     Buf *out) {
    for (size_t i = 0; i < b->nruns; i++) {
        const DocRun *run = &b->runs[i];
        size_t start = run->at > from ? run->at : from;
        size_t end = run->at + run->text.n < to ? run->at + run->text.n : to;
        if (start >= end)
            continue;
        if (run->note) {
            buf_printf(out, "[^%d]", run->note);
            continue;
        }
        Text t = {b->text.s + start, end - start, {0}};
        bool same = t.n == run->link.n && memcmp(t.s, run->link.s, t.n) == 0;
        bool link = links && run->link.s && is_web(run->link) && !same;
        buf_puts(out, link ? "[" : "");
        size_t first = 0;
        while (first < start && is_blank(b->text.s[first]))
            first++;
        put_text(t.s, t.n, first == start, out);
        if (link)
            buf_printf(out, "](<%.*s>)", (int)run->link.n, run->link.s);
    }
}

static void put_stretch(const DocBlock *b, const Stretch *s, bool links,
                        Buf *out) {
    size_t from = s->from, to = s->to;
    while (from < to && b->text.s[from] == ' ')
        from++;
    while (to > from && b->text.s[to - 1] == ' ')
        to--;
    bool styled =
        (s->strong || s->emphasis) && from < to && can_delimit(b, from, to);
    const char *mark = !styled                    ? ""
                       : s->strong && s->emphasis ? "***"
                       : s->strong                ? "**"
                                                  : "*";
    put_runs(b, s->from, from, links, out);
    buf_puts(out, mark);
    put_runs(b, from, to, links, out);
    buf_puts(out, mark);
    put_runs(b, to, s->to, links, out);
}

static void put_block(const DocBlock *b, bool links, Buf *out) {
    for (size_t at = 0; at < b->nruns;) {
        Stretch s = next_stretch(b, &at);
        put_stretch(b, &s, links, out);
    }
    buf_putc(out, '\n');
}

/* ---- all ---- */

static void put_start(const DocBlock *b, int number, Buf *out) {
    int level = b->level > 0 ? b->level : 1;
    switch (b->kind) {
    case DOC_PARAGRAPH:
        break;
    case DOC_HEADING:
        buf_puts(out, level > 1 ? "### " : "## ");
        break;
    case DOC_ITEM:
        buf_printf(out, "%*s", 3 * (level - 1), "");
        if (b->ordered)
            buf_printf(out, "%d. ", number);
        else
            buf_puts(out, "- ");
        break;
    }
}

/* The first mark of that note in the blocks? */
static bool is_first_mark(const DocBlock *blocks, size_t block, size_t run) {
    for (size_t i = 0; i <= block; i++)
        for (size_t k = 0; k < (i < block ? blocks[i].nruns : run); k++)
            if (blocks[i].runs[k].note == blocks[block].runs[run].note)
                return false;
    return true;
}

/* Footnotes whose marks stand in the blocks, each once. */
static void put_notes(const Document *doc, const DocBlock *blocks, size_t n,
                      bool links, Buf *out) {
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < blocks[i].nruns; k++) {
            int note = blocks[i].runs[k].note;
            if (!note || !is_first_mark(blocks, i, k))
                continue;
            for (size_t j = 0; j < doc->n; j++) {
                const DocBlock *b = &doc->blocks[j];
                if (b->place != DOC_NOTE || b->note != note)
                    continue;
                buf_printf(out, "\n[^%d]: ", note);
                put_block(b, links, out);
                break;
            }
        }
}

void importmarkdown(const Document *doc, const DocBlock *blocks, size_t n,
                    bool links, Buf *out) {
    int number = 0;
    for (size_t i = 0; i < n; i++) {
        bool item = blocks[i].kind == DOC_ITEM;
        bool listed = i > 0 && blocks[i - 1].kind == DOC_ITEM && item;
        if (i > 0 && !listed)
            buf_putc(out, '\n');
        number = item && blocks[i].ordered ? number + 1 : 0;
        put_start(&blocks[i], number, out);
        put_block(&blocks[i], links, out);
    }
    put_notes(doc, blocks, n, links, out);
}
