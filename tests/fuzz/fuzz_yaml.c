/* fuzz_yaml.c - any bytes as YAML, as an address book, as a layout, as the
 * rules of a post and as a printer profile: no crash, no leak, every place
 * inside the file, and a profile that was read is written so that it can be
 * read. */
#include "base/diag.h"
#include "input/contacts.h"
#include "input/layoutfile.h"
#include "input/postfile.h"
#include "input/printerfile.h"
#include "input/yaml.h"
#include "job/profile.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_span(const Source *src, Span s) {
    assert(s.src == src);
    assert(s.off <= src->n && s.n <= src->n - s.off);
}

static void check_text(const Source *src, Text t) {
    assert(t.s != NULL);
    check_span(src, t.span);
    for (size_t k = 0; k < t.n && k < 64; k++)
        check_span(src, text_span(t, k, 1));
}

/* Depth is at most LIMIT_YAML_DEPTH. */
static void check_node(const Source *src, const YamlNode *node) {
    check_span(src, node->span);
    switch (node->kind) {
    case YAML_SCALAR:
        check_text(src, node->scalar);
        break;
    case YAML_LIST:
        for (size_t i = 0; i < node->n; i++)
            check_node(src, node->items[i]);
        break;
    case YAML_MAP:
        for (size_t i = 0; i < node->n; i++) {
            check_text(src, node->pairs[i].key);
            check_node(src, node->pairs[i].value);
        }
        break;
    }
}

static void check_contacts(const Source *src, const Contacts *contacts) {
    for (size_t i = 0; i < contacts->n; i++) {
        const Contact *c = &contacts->v[i];
        check_span(src, c->span);
        for (int f = 0; f < CONTACT_FIELDS; f++)
            if (c->base.fields[f].s)
                check_text(src, c->base.fields[f]);
        for (size_t k = 0; k < c->base.lines.n; k++)
            check_text(src, c->base.lines.v[k]);
    }
}

static void check_printer(Arena *a, const Printer *p) {
    Diag *diag = diag_new();
    Buf once = {0}, twice = {0};
    profile_yaml(p, &once);
    const Source *src = source_from(a, "again.yaml", once.s, once.n);
    const Printer *again = printerfile_parse(a, src, "again", diag);
    assert(again != NULL);
    profile_yaml(again, &twice);
    assert(once.n == twice.n && memcmp(once.s, twice.s, once.n) == 0);
    buf_free(&once);
    buf_free(&twice);
    diag_free(diag);
}

/* An envelope from a post: its boxes are on it, and the addressee in none that
 * stays empty, which layout_check has seen to. */
static void check_placed(Arena *a, const PostZones *p, const Layout *l,
                         Diag *diag) {
    Layout out;
    if (!p || !l || l->kind != LAYOUT_ENVELOPE ||
        !postzones_place(a, p, l, diag, &out))
        return;
    const LayoutBox *r = &out.u.envelope.recipient;
    assert(!r->span.src || (r->w > 0 && r->h > 0));
    assert(out.u.envelope.post == p);
}

static const Layout *parse_envelope(Arena *a, const char *yaml, Diag *diag) {
    return layoutfile_parse(a, source_from(a, "e.yaml", yaml, strlen(yaml)),
                            "e", diag);
}

static const PostZones *parse_post(Arena *a, Diag *diag) {
    static const char yaml[] =
        "kind: post\ntitle: t\ncountries: []\nsource: s\ngap: 2\n"
        "stamp: {right: 0, top: 0, width: 74, height: 40}\n"
        "clear: [{left: 0, right: 0, bottom: 0, height: 15}]\n"
        "address: {width: 100, height: 50, from: 45, to: 55, down: 60, alone: "
        "yes}\n"
        "sender: {left: 12, top: 10, width: 70, height: 35}\n"
        "air: {words: PAR AVION}\n";
    return postfile_parse(a, source_from(a, "p.yaml", yaml, sizeof yaml - 1),
                          "p", diag);
}

static void check_posts(Arena *a, const Source *src, const Layout *l,
                        Diag *diag) {
    check_placed(a, parse_post(a, diag), l, diag);
    const PostZones *p = postfile_parse(a, src, "fuzz", diag);
    if (!p)
        return;
    static const char *const sizes[] = {"{width: 220, height: 110}",
                                        "{width: 2000, height: 1}",
                                        "{width: 114, height: 2000}"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        check_placed(a, p,
                     parse_envelope(a,
                                    arena_printf(a,
                                                 "kind: envelope\ntitle: t\n"
                                                 "size: %s\n",
                                                 sizes[i]),
                                    diag),
                     diag);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    const Source *src = source_from(a, "fuzz.yaml", (const char *)data, n);
    const YamlNode *root = yaml_parse(a, src, 0, n, diag);
    assert((root != NULL) == (diag_count(diag, DIAG_ERROR) == 0));
    if (root)
        check_node(src, root);
    Contacts contacts;
    if (contacts_parse_yaml(a, src, diag, &contacts))
        check_contacts(src, &contacts);
    check_posts(a, src, layoutfile_parse(a, src, "fuzz", diag), diag);
    if (source_check(src, diag)) {
        const Printer *printer = printerfile_parse(a, src, "fuzz", diag);
        if (printer)
            check_printer(a, printer);
    }
    diag_free(diag);
    arena_free(a);
    return 0;
}
