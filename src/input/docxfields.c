#include "input/docxfields.h"

#include <string.h>

void docxfields_free(DocxFields *f) {
    for (size_t i = 0; i < DOCXFIELDS_DEPTH; i++)
        buf_free(&f->v[i].code);
}

const char *docxfields_address(Arena *a, const char *code, size_t n) {
    static const char key[] = "HYPERLINK";
    size_t at = 0;
    while (at < n && (code[at] == ' ' || code[at] == '\t'))
        at++;
    if (n - at < sizeof key || memcmp(code + at, key, sizeof key - 1) != 0)
        return NULL;
    const char *from = memchr(code + at, '"', n - at);
    const char *to =
        from ? memchr(from + 1, '"', n - (size_t)(from + 1 - code)) : NULL;
    /* HYPERLINK \l "place" is a place in the document. */
    const char *local = memmem(code + at, n - at, "\\l", 2);
    if (!to || (local && local < from))
        return "#";
    return arena_strndup(a, from + 1, (size_t)(to - from) - 1);
}

static DocxField *innermost(DocxFields *f) {
    return f->n ? &f->v[f->n - 1] : NULL;
}

void docxfields_mark(DocxFields *f, Arena *a, const XmlNode *n) {
    const Text *type = xml_attr(n, "fldCharType");
    DocxField *top = innermost(f);
    if (!type)
        return;
    if (text_equal(*type, "begin") && f->n < DOCXFIELDS_DEPTH) {
        f->v[f->n].link = top ? top->link : NULL;
        f->v[f->n].result = false;
        buf_clear(&f->v[f->n++].code);
    } else if (text_equal(*type, "separate") && top) {
        const char *link =
            docxfields_address(a, top->code.s ? top->code.s : "", top->code.n);
        top->result = true;
        top->link = link ? link : top->link;
    } else if (text_equal(*type, "end") && top) {
        f->n--;
    }
}

void docxfields_code(DocxFields *f, Arena *a, const XmlNode *n) {
    DocxField *top = innermost(f);
    Text t = xml_text(a, n);
    if (top && !top->result)
        buf_add(&top->code, t.s, t.n);
}

bool docxfields_in_code(const DocxFields *f) {
    for (size_t i = 0; i + 1 < f->n; i++)
        if (!f->v[i].result)
            return f->v[f->n - 1].result;
    return false;
}

void docxfields_end_paragraph(DocxFields *f) {
    for (size_t i = 0; i < f->n; i++)
        f->v[i].result = true;
}

const char *docxfields_link(const DocxFields *f) {
    const DocxField *top = f->n ? &f->v[f->n - 1] : NULL;
    return top && top->result ? top->link : NULL;
}
