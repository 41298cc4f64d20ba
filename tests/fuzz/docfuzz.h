/* docfuzz.h - what holds of every Document, whatever it was read from. */
#ifndef ENVOI_TESTS_DOCFUZZ_H
#define ENVOI_TESTS_DOCFUZZ_H

#include "model/document.h"

#include <assert.h>
#include <string.h>

static inline void check_span(const Document *d, Span s) {
    assert(s.src == d->source);
    assert(s.off <= d->source->n && s.n <= d->source->n - s.off);
}

static inline void check_block(const Document *d, const DocBlock *b) {
    size_t at = 0;
    assert(b->text.n > 0 && b->nruns > 0);
    assert(b->text.s[0] != ' ' && b->text.s[b->text.n - 1] != ' ');
    check_span(d, b->text.span);
    for (size_t i = 0; i < b->nruns; i++) {
        const DocRun *r = &b->runs[i];
        assert(r->at == at && r->text.n > 0);
        assert(memcmp(r->text.s, b->text.s + at, r->text.n) == 0);
        check_span(d, r->text.span);
        at += r->text.n;
    }
    assert(at == b->text.n);
    assert(memchr(b->text.s, '\n', b->text.n) == NULL);
    for (size_t i = 0; i < b->text.n; i += 1 + b->text.n / 16)
        check_span(d, docblock_span(b, i, b->text.n - i));
    if (b->kind != DOC_PARAGRAPH)
        assert(b->level > 0);
    if (b->place == DOC_NOTE)
        assert(b->note > 0);
}

static inline void check_document(const Document *d) {
    Buf out = {0};
    for (size_t i = 0; i < d->n; i++)
        check_block(d, &d->blocks[i]);
    for (size_t i = 0; i < d->nresidue; i++)
        check_span(d, d->residue[i].span);
    for (size_t i = 1; i < d->nresidue; i++)
        assert(d->residue[i - 1].span.off <= d->residue[i].span.off);
    document_dump(d, &out);
    buf_free(&out);
}

#endif
