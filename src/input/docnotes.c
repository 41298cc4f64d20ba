/* Footnotes that a format does not have: a raised number in the text, and a
 * line that begins with it. */
#include "input/docbuild_private.h"

#include <string.h>

/* 1 to 999; 0: it is no number. */
static int number_of(Text t) {
    int value = 0;
    for (size_t i = 0; i < t.n && t.n <= 3; i++) {
        if (t.s[i] < '0' || t.s[i] > '9')
            return 0;
        value = 10 * value + t.s[i] - '0';
    }
    return t.n <= 3 ? value : 0;
}

/* The number that a block begins with, raised or a link within the file; 0 if
 * it begins otherwise, or nothing follows. */
static int begins_note(const DocBlock *b) {
    if (b->place != DOC_BODY || b->nruns < 2 || b->kind == DOC_HEADING)
        return 0;
    const DocRun *r = &b->runs[0];
    bool local = r->link.s && text_equal(r->link, "#");
    return (r->superscript || local) && r->note == 0 ? number_of(r->text) : 0;
}

static DocRun *find_mark(DocBlock *blocks, size_t n, int number) {
    for (size_t i = 0; i < n; i++)
        for (size_t k = 1; k < blocks[i].nruns; k++) {
            DocRun *r = &blocks[i].runs[k];
            if (blocks[i].place == DOC_BODY && r->superscript && r->note == 0 &&
                number_of(r->text) == number)
                return r;
        }
    return NULL;
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

/* Without its first run and the blanks behind it. */
static void drop_mark(DocBlock *b) {
    size_t skip = b->runs[0].text.n;
    while (skip < b->text.n && is_blank(b->text.s[skip]))
        skip++;
    while (b->nruns > 0 && b->runs[0].at + b->runs[0].text.n <= skip) {
        b->runs++;
        b->nruns--;
    }
    if (b->nruns > 0 && b->runs[0].at < skip) {
        DocRun *r = &b->runs[0];
        size_t off = skip - r->at;
        r->text = text_slice(r->text, off, r->text.n - off);
        r->at = skip;
    }
    for (size_t i = 0; i < b->nruns; i++)
        b->runs[i].at -= skip;
    b->text.s += skip;
    b->text.n -= skip;
}

/* Of the blocks that may be notes; more have none of our attention. */
#define NOTES 500

void docnotes_find(DocBlock *blocks, size_t n) {
    size_t tried = 0;
    for (size_t i = 1; i < n && tried < NOTES; i++) {
        int number = begins_note(&blocks[i]);
        if (number == 0)
            continue;
        tried++;
        DocRun *mark = find_mark(blocks, i, number);
        if (!mark)
            continue;
        mark->note = number;
        blocks[i].place = DOC_NOTE;
        blocks[i].note = number;
        blocks[i].kind = DOC_PARAGRAPH;
        drop_mark(&blocks[i]);
        /* What follows stood apart from what was before. */
        if (i + 1 < n)
            blocks[i + 1].gap = blocks[i + 1].gap || blocks[i].gap;
    }
}
