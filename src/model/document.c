#include "model/document.h"

#include <ctype.h>
#include <string.h>

const char *const document_format_names[] = {"text", "docx", "odt", "pdf",
                                             "html"};

/* The run that byte `off` of the text belongs to. */
static const DocRun *run_at(const DocBlock *b, size_t off) {
    const DocRun *found = b->runs;
    for (size_t i = 0; i < b->nruns && b->runs[i].at <= off; i++)
        found = &b->runs[i];
    return found;
}

/* Bytes of a run; one character in place of a stretch has all of it. */
static Span span_in(const DocRun *r, size_t off, size_t n) {
    const Span *s = &r->text.span;
    if (r->text.n == s->n && s->src &&
        memcmp(s->src->bytes + s->off, r->text.s, s->n) == 0)
        return (Span){s->src, s->off + off, n};
    return *s;
}

Span docblock_span(const DocBlock *b, size_t off, size_t n) {
    if (b->nruns == 0)
        return b->text.span;
    const DocRun *first = run_at(b, off);
    Span from = span_in(first, off - first->at, n > 0);
    if (n <= 1)
        return from;
    const DocRun *last = run_at(b, off + n - 1);
    Span to = span_in(last, off + n - 1 - last->at, 1);
    from.n = to.off + to.n > from.off ? to.off + to.n - from.off : 0;
    return from;
}

Text docblock_slice(const DocBlock *b, size_t off, size_t n) {
    return (Text){b->text.s + off, n, docblock_span(b, off, n)};
}

static bool has_letters(Text t) {
    for (size_t i = 0; i < t.n; i++)
        if (isalnum((unsigned char)t.s[i]) || (unsigned char)t.s[i] >= 0x80)
            return true;
    return false;
}

bool docblock_strong(const DocBlock *b) {
    bool any = false;
    for (size_t i = 0; i < b->nruns; i++) {
        if (!has_letters(b->runs[i].text))
            continue;
        if (!b->runs[i].strong)
            return false;
        any = true;
    }
    return any;
}

/* ---- dump ---- */

static void dump_kind(const DocBlock *b, Buf *out) {
    static const char *const places[] = {"", "head ", "foot ", "note "};
    buf_puts(out, places[b->place]);
    if (b->place == DOC_NOTE)
        buf_printf(out, "%d ", b->note);
    if (b->table)
        buf_printf(out, "table %u.%u.%u ", b->table, b->row, b->column);
    switch (b->kind) {
    case DOC_PARAGRAPH:
        buf_puts(out, "p");
        break;
    case DOC_HEADING:
        buf_printf(out, "h%d", b->level);
        break;
    case DOC_ITEM:
        buf_printf(out, "item%d %.*s", b->level, (int)b->label.n,
                   b->label.n ? b->label.s : "");
        break;
    }
}

static void dump_text(Text t, Buf *out) {
    for (size_t i = 0; i < t.n; i++)
        if (t.s[i] == '\t')
            buf_puts(out, "\\t");
        else
            buf_putc(out, t.s[i]);
}

static void dump_run(const DocRun *r, Buf *out) {
    const char *style = r->strong     ? r->emphasis ? "_*" : "*"
                        : r->emphasis ? "_"
                                      : NULL;
    bool marked = style || r->superscript || r->link.s || r->note;
    if (marked)
        buf_putc(out, '{');
    if (style)
        buf_puts(out, style);
    if (r->superscript)
        buf_putc(out, '^');
    if (marked)
        buf_putc(out, ' ');
    dump_text(r->text, out);
    if (r->link.s)
        buf_printf(out, " -> %.*s", (int)r->link.n, r->link.s);
    if (r->note)
        buf_printf(out, " note %d", r->note);
    if (marked)
        buf_putc(out, '}');
}

void document_dump(const Document *d, Buf *out) {
    for (size_t i = 0; i < d->n; i++) {
        const DocBlock *b = &d->blocks[i];
        if (b->gap && i > 0)
            buf_putc(out, '\n');
        dump_kind(b, out);
        buf_puts(out, " | ");
        for (size_t k = 0; k < b->nruns; k++)
            dump_run(&b->runs[k], out);
        buf_putc(out, '\n');
    }
}
