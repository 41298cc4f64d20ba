/* fuzz_address.c - any text as a pasted address: nothing of it is lost or
 * doubled, every place is inside it, and what it becomes can be composed. The
 * first byte chooses the country and the origin. */
#include "../unit/addressparse_cover.h"
#include "base/diag.h"
#include "model/address.h"
#include "model/addressparse.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static void check_text(const Source *src, Text t) {
    assert(t.span.src == NULL || t.span.src == src);
    if (t.span.src)
        assert(t.span.off <= src->n && t.span.n <= src->n - t.span.off);
}

static void check_form(const Source *src, const ContactForm *form) {
    for (int f = 0; f < CONTACT_FIELDS; f++)
        check_text(src, form->fields[f]);
    for (size_t i = 0; i < form->lines.n; i++)
        check_text(src, form->lines.v[i]);
    for (size_t i = 0; i < form->names.n; i++)
        check_text(src, form->names.v[i]);
}

static void compose(Arena *a, const Contact *c, const char *origin,
                    Diag *diag) {
    for (int script = ADDRESS_BOTH; script <= ADDRESS_LATIN; script++) {
        AddressOptions opt = {.origin = origin,
                              .script = (AddressScript)script};
        AddressBlock block;
        address_compose(a, c, &opt, diag, &block);
        for (size_t i = 0; i < block.n; i++)
            assert(block.v[i].n > 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    static const char *const countries[] = {"",   "CN", "US", "GB",
                                            "DE", "JP", "TG", "BR"};
    static const char *const origins[] = {"FR", "US", "", "CA"};
    if (n < 1 || n > 20000)
        return 0;
    Arena *a = arena_new();
    Diag *diag = diag_new();
    const Source *src = source_from(a, "fuzz", (const char *)data + 1, n - 1);
    VEC(Text) lines = {0};
    if (source_check(src, diag)) {
        for (size_t at = 0; at < src->n && lines.n < 64;) {
            size_t length = strcspn(src->bytes + at, "\r\n");
            Text line = text_of_span((Span){src, at, length});
            vec_push(a, &lines, line);
            at += length + 1;
        }
        AddressParse p;
        address_parse(a, lines.v, lines.n, countries[data[0] % 8], NULL, diag,
                      &p);
        assert(cover_is_exact(lines.v, lines.n, &p));
        check_form(src, &p.contact.base);
        for (size_t i = 0; i < p.contact.nforms; i++)
            check_form(src, &p.contact.forms[i]);
        if (p.contact.country[0])
            compose(a, &p.contact, origins[data[0] / 8 % 4], diag);
    }
    diag_free(diag);
    arena_free(a);
    return 0;
}
