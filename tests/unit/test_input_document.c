/* Every part of a document's text knows where it stands; what a reader refuses
 * it says once. */
#include "input/document.h"
#include "unit.h"

#include <stdlib.h>

typedef struct Fixture {
    Arena *arena;
    Diag *diag;
    Document d;
} Fixture;

static bool read_text(Fixture *f, const char *text) {
    f->diag = diag_new();
    return document_read(f->arena, "a.txt", text, strlen(text), f->diag, &f->d);
}

static void done(Fixture *f) {
    diag_free(f->diag);
}

/* Where `part` of a block's text stands, as line * 1000 + column; 0: nowhere.
 */
static size_t place_of(const Fixture *f, size_t block, const char *part) {
    const DocBlock *b = &f->d.blocks[block];
    const char *found = memmem(b->text.s, b->text.n, part, strlen(part));
    size_t line, col;
    if (!found)
        return 0;
    Text t = docblock_slice(b, (size_t)(found - b->text.s), strlen(part));
    source_place(t.span.src, t.span.off, &line, &col);
    return line * 1000 + col;
}

/* What stands in the source where `part` comes from. */
static const char *source_of(Fixture *f, size_t block, const char *part) {
    const DocBlock *b = &f->d.blocks[block];
    const char *found = memmem(b->text.s, b->text.n, part, strlen(part));
    if (!found)
        return NULL;
    Span s = docblock_span(b, (size_t)(found - b->text.s), strlen(part));
    return arena_strndup(f->arena, s.src->bytes + s.off, s.n);
}

static void places(Fixture *f) {
    CHECK(read_text(f, "Dear  **Ana &amp; Bo**,\n"
                       "\n"
                       "- see [the *page*](https://x.org) now\n"
                       "tel: 12\t\t 34 caf\xC3\xA9 end\n"));
    CHECK_INT(f->d.n, 3);
    CHECK_STR(
        arena_strndup(f->arena, f->d.blocks[0].text.s, f->d.blocks[0].text.n),
        "Dear Ana & Bo,");
    CHECK_INT(place_of(f, 0, "Ana"), 1009);
    CHECK_INT(place_of(f, 0, "Bo"), 1019);
    CHECK_STR(source_of(f, 0, "Ana & Bo"), "Ana &amp; Bo");
    CHECK_STR(source_of(f, 0, "&"), "&amp;");
    CHECK_STR(source_of(f, 0, "Dear"), "Dear");
    CHECK_INT(place_of(f, 1, "the page"), 3008);
    CHECK_STR(source_of(f, 1, "the page"), "the *page");
    CHECK_INT(f->d.blocks[1].kind, DOC_ITEM);
    CHECK(f->d.blocks[1].gap && !f->d.blocks[2].gap);
    CHECK_INT(place_of(f, 2, "34"), 4011);
    CHECK_STR(source_of(f, 2, "12\t34"), "12\t\t 34");
    CHECK_INT(place_of(f, 2, "end"), 4019);
    done(f);
}

/* The same in what was taken out of a file that is no text. */
static void places_of_html(Fixture *f) {
    CHECK(read_text(f, "<!doctype html><p>One<p>Tw&ouml; <b>three</b>"));
    CHECK_INT(f->d.n, 2);
    CHECK_INT(f->d.format, DOC_HTML);
    CHECK_STR(f->d.source->name, "a.txt");
    CHECK_INT(place_of(f, 1, "three"), 2005);
    done(f);
}

static void strong(Fixture *f) {
    CHECK(read_text(f, "**All of it**:\n\nonly **some** of it\n\nnone\n"));
    CHECK(docblock_strong(&f->d.blocks[0])); /* a colon need not be */
    CHECK(!docblock_strong(&f->d.blocks[1]));
    CHECK(!docblock_strong(&f->d.blocks[2]));
    done(f);
    CHECK(read_text(f, "**All** **of it**\n"));
    CHECK(docblock_strong(&f->d.blocks[0]));
    done(f);
}

static void refusals(Fixture *f) {
    static const char *const bad[] = {"",
                                      " \n\t\n",
                                      "{\\rtf1 x}",
                                      "\xD0\xCF\x11\xE0 doc",
                                      "%PDF-1.4 none",
                                      "PK\003\004 none",
                                      "<html></html>"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        CHECK(!read_text(f, bad[i]));
        CHECK_INT(diag_count(f->diag, DIAG_ERROR), 1);
        done(f);
    }
}

/* Depth and number are no way to stop it. */
static void hostile(Fixture *f) {
    static const char *const parts[] = {
        "<div>",    "<a><b>", "[",  "**a", "&amp;", "<sup>",
        "<ul><li>", "_a*",    "> ", "- ",  "\\",    "<table><tr><td>"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (int html = 0; html < 2; html++) {
            Buf b = {0};
            buf_puts(&b, html ? "<html><p>x" : "x\n");
            for (int k = 0; k < 20000; k++)
                buf_puts(&b, parts[i]);
            f->diag = diag_new();
            CHECK(document_read(f->arena, "x", b.s, b.n, f->diag, &f->d));
            done(f);
            buf_free(&b);
            arena_reset(f->arena);
        }
}

int main(void) {
    Fixture f = {.arena = arena_new()};
    places(&f);
    places_of_html(&f);
    strong(&f);
    refusals(&f);
    hostile(&f);
    arena_free(f.arena);
    return unit_done("input_document");
}
