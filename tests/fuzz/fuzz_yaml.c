/* fuzz_yaml.c - any bytes as YAML, as an address book, as a layout and as a
 * printer profile: no crash, no leak, every place inside the file, and a
 * profile that was read is written so that it can be read. */
#include "base/diag.h"
#include "input/contacts.h"
#include "input/layoutfile.h"
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
    layoutfile_parse(a, src, "fuzz", diag);
    if (source_check(src, diag)) {
        const Printer *printer = printerfile_parse(a, src, "fuzz", diag);
        if (printer)
            check_printer(a, printer);
    }
    diag_free(diag);
    arena_free(a);
    return 0;
}
