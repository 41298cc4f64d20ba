/* fuzz_xml.c - any bytes as XML: no crash, no leak, a tree whose every place
 * is inside the source, in its order, and whose names are those of the
 * source. */
#include "base/diag.h"
#include "input/xml.h"

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

/* Returns the end of the node's last place. Depth is at most LIMIT_XML_DEPTH.
 */
static size_t check_node(const Source *src, const XmlNode *n, size_t from) {
    check_text(src, n->text);
    check_span(src, n->span);
    assert(n->span.off >= from);
    size_t end = n->span.off + n->span.n;
    if (n->is_text) {
        assert(!n->first && n->nattrs == 0);
        assert(!memchr(n->text.s, '\r', n->text.n) || n->text.n < n->span.n);
        return end;
    }
    const char *tag = src->bytes + n->span.off;
    assert(n->span.n >= 3 && tag[0] == '<' && tag[n->span.n - 1] == '>');
    size_t at = n->text.span.off + n->text.n;
    for (size_t i = 0; i < n->nattrs; i++) {
        check_text(src, n->attrs[i].name);
        check_text(src, n->attrs[i].value);
        assert(n->attrs[i].name.span.off > at);
        assert(n->attrs[i].value.span.off >
               n->attrs[i].name.span.off + n->attrs[i].name.n);
        at = n->attrs[i].value.span.off + n->attrs[i].value.span.n;
        assert(at < end && (src->bytes[at] == '"' || src->bytes[at] == '\''));
    }
    for (const XmlNode *c = n->first; c; c = c->next)
        end = check_node(src, c, end);
    return end;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    Diag *diag = diag_new();
    const Source *src = source_from(a, "fuzz.xml", (const char *)data, n);
    const XmlNode *root = xml_parse(a, src, diag);
    assert((root != NULL) == (diag_count(diag, DIAG_NOTE) == 0));
    if (root) {
        /* In another encoding the places are in a source of their own. */
        check_node(root->span.src, root, 0);
        xml_text(a, root);
    }
    diag_free(diag);
    arena_free(a);
    return 0;
}
