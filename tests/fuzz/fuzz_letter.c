/* fuzz_letter.c - any bytes as a letter file: no crash, no leak, and every
 * place inside the file. */
#include "base/diag.h"
#include "input/letterfile.h"
#include "model/lettersection.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_span(const Source *src, Span s) {
    assert(s.src == NULL || s.src == src);
    assert(s.off <= src->n && s.n <= src->n - s.off);
}

static void check_inlines(const Source *src, const Inlines *in, size_t notes) {
    for (size_t i = 0; i < in->n; i++) {
        assert(in->v[i].kind != INLINE_NOTE || (size_t)in->v[i].note < notes);
        Text t = in->v[i].text;
        check_span(src, t.span);
        for (size_t k = 0; k < t.n && k < 64; k++)
            check_span(src, text_span(t, k, 1));
        if (in->v[i].link.s)
            check_span(src, in->v[i].link.span);
    }
}

/* Depth is at most two per LIMIT_NESTING. */
static void check_blocks(const Source *src, const Blocks *blocks,
                         size_t notes) {
    for (size_t i = 0; i < blocks->n; i++) {
        check_span(src, blocks->v[i].span);
        check_span(src, blocks->v[i].image.span);
        check_inlines(src, &blocks->v[i].inlines, notes);
        check_blocks(src, &blocks->v[i].children, notes);
    }
}

/* No mark of a section is left, whatever the records say; nothing is added. */
static void check_resolved(LetterParties *who, const Blocks *blocks) {
    for (size_t i = 0; i < blocks->n; i++) {
        Block out;
        if (!letter_resolve_block(who, &blocks->v[i], &out))
            continue;
        assert(out.inlines.n <= blocks->v[i].inlines.n);
        for (size_t k = 0; out.conditional && k < out.inlines.n; k++) {
            InlineKind kind = out.inlines.v[k].kind;
            assert(kind != INLINE_IF && kind != INLINE_UNLESS &&
                   kind != INLINE_END);
        }
        check_resolved(who, &out.children);
    }
}

static void resolve(Arena *a, const Letter *letter) {
    static const Contact nobody = {.base = {.lang = ""}};
    Diag *diag = diag_new();
    Contact somebody = nobody;
    somebody.base.fields[CONTACT_FAX] = text_literal("1");
    LetterParties none = {.arena = a, .lang = "en", .diag = diag};
    LetterParties some = none;
    some.from = &somebody;
    some.to = &nobody;
    check_resolved(&none, &letter->body);
    check_resolved(&some, &letter->body);
    for (size_t i = 0; i < letter->notes.n; i++)
        check_resolved(&some, &letter->notes.v[i].children);
    for (int f = 0; f < LETTER_FIELDS; f++)
        letter_resolve(&some, &letter->fields[f].inlines, NULL);
    diag_free(diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    const Source *src = source_from(a, "fuzz.md", (const char *)data, n);
    Letter letter;
    if (source_check(src, diag)) {
        bool ok = letterfile_parse(a, src, diag, &letter);
        assert(ok == (diag_count(diag, DIAG_ERROR) == 0));
        for (int f = 0; f < LETTER_FIELDS; f++)
            check_inlines(src, &letter.fields[f].inlines, 0);
        check_blocks(src, &letter.body, letter.notes.n);
        check_blocks(src, &letter.notes, 0);
        check_span(src, letter.letterhead.logo.file.span);
        check_span(src, letter.signature_image.file.span);
        check_span(src, letter.fit_span);
        if (ok)
            resolve(a, &letter);
    }
    diag_free(diag);
    arena_free(a);
    return 0;
}
