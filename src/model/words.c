#include "model/words.h"

#include "base/buf.h"

#include <string.h>

const char *const word_names[WORDS] = {
    [WORD_ENCLOSURES] = "enclosures",
    [WORD_COPIES] = "copies",
    [WORD_POSTSCRIPT] = "postscript",
    [WORD_SUBJECT] = "subject",
    [WORD_PAGE] = "page",
    [WORD_PAGE_OF] = "page-of",
    [WORD_YOUR_REFERENCE] = "your-reference",
    [WORD_OUR_REFERENCE] = "our-reference",
    [WORD_DATE] = "date",
    [WORD_PHONE] = "phone",
    [WORD_FAX] = "fax",
    [WORD_EMAIL] = "email",
    [WORD_NAME] = "name",
    [WORD_ADDRESS] = "address",
    [WORD_SIGNATURE] = "signature",
    [WORD_PRINT_100] = "print-100",
};

/* All that is missing in one message: whoever adds one word can add them all.
 */
static const char *missing_list(const Words *w, Buf *out) {
    for (int i = 0; i < WORDS; i++)
        if (!w->v[i].s)
            buf_printf(out, "%s%s", out->n ? ", " : "", word_names[i]);
    return out->s ? out->s : "";
}

Text words_get(const Words *w, Word word, Span where, Diag *diag) {
    if (w->v[word].s)
        return w->v[word];
    Buf list = {0};
    diag_at(diag, DIAG_ERROR, where,
            "the word for \"%s\" in the language \"%s\" is not known; add it "
            "to languages/%s.yaml (missing there: %s)",
            word_names[word], w->lang, w->lang, missing_list(w, &list));
    buf_free(&list);
    return text_literal("");
}

static void put_number(Buf *out, size_t number) {
    buf_printf(out, "%zu", number);
}

const char *words_page_of(Arena *a, const Words *w, size_t page, size_t pages,
                          Span where, Diag *diag) {
    Text t = words_get(w, WORD_PAGE_OF, where, diag);
    Buf out = {0};
    for (size_t i = 0; i < t.n;) {
        if (t.n - i >= 6 && memcmp(t.s + i, "{page}", 6) == 0) {
            put_number(&out, page);
            i += 6;
        } else if (t.n - i >= 7 && memcmp(t.s + i, "{pages}", 7) == 0) {
            put_number(&out, pages);
            i += 7;
        } else {
            buf_putc(&out, t.s[i++]);
        }
    }
    const char *s = arena_strndup(a, out.s ? out.s : "", out.n);
    buf_free(&out);
    return s;
}
