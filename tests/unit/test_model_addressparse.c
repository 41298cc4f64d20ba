#include "unit.h"

#include "addressparse_cases.h"
#include "addressparse_cover.h"
#include "base/buf.h"
#include "contact_spec.h"
#include "model/addressparse.h"
#include "model/country.h"

/* "part=text" for every piece in order, a form's language behind a colon, "?"
 * where it was guessed; labels are not shown. Then the country. */
static const char *pieces(Arena *a, const AddressParse *p) {
    Buf out = {0};
    for (size_t i = 0; i < p->n; i++) {
        const AddressPiece *v = &p->v[i];
        if (v->part == PART_LABEL)
            continue;
        buf_printf(&out, "%s%s%s%s=%.*s\n", address_part_names[v->part],
                   v->lang[0] ? ":" : "", v->lang, v->guessed ? "?" : "",
                   (int)v->text.n, v->text.s);
    }
    buf_printf(&out, "%s%s", p->country_guessed ? "?" : "",
               p->contact.country[0] ? p->contact.country : "-");
    buf_putc(&out, '\0');
    const char *s = arena_strdup(a, out.s);
    buf_free(&out);
    return s;
}

static Text *cut(Arena *a, const char *text, size_t *n) {
    const Source *src = source_from(a, "<paste>", text, strlen(text));
    VEC(Text) lines = {0};
    for (size_t at = 0; at < src->n;) {
        size_t length = strcspn(src->bytes + at, "\n");
        Text t = text_of_span((Span){src, at, length});
        vec_push(a, &lines, t);
        at += length + 1;
    }
    *n = lines.n;
    return lines.v;
}

int main(void) {
    Arena *a = arena_new();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Diag *d = diag_new();
        AddressParse p;
        size_t n;
        Text *lines = cut(a, cases[i].text, &n);
        address_parse(a, lines, n, cases[i].to, NULL, d, &p);
        int failed = unit_failed;
        CHECK_STR(pieces(a, &p), cases[i].want);
        CHECK(cover_is_exact(lines, n, &p));
        CHECK_STR(diag_text(a, d), "");
        if (unit_failed > failed)
            printf("  of: %s\n", cases[i].text);
        diag_free(d);
    }
    arena_free(a);
    return unit_done("model_addressparse");
}
