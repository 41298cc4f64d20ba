/* fuzz_yaml.c - any bytes as YAML, as an address book and as a layout: no
 * crash, no leak, and every place inside the file. */
#include "base/diag.h"
#include "input/contacts.h"
#include "input/layoutfile.h"
#include "input/yaml.h"

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
    diag_free(diag);
    arena_free(a);
    return 0;
}
