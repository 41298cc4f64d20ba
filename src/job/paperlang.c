#include "job/paperlang.h"

#include "input/contactfields.h"
#include "input/wordsfile.h"
#include "model/country.h"

enum { MOST = 3 };

const char *paperlang_tag(Arena *a, const char *option, const char *given,
                          Diag *diag) {
    const char *tag = language_tag(a, text_literal(given));
    if (!tag)
        diag_file(diag, DIAG_USAGE, NULL,
                  "%s: \"%s\" is not a language; write a tag such as fr, de or "
                  "zh-Hant",
                  option, given);
    return tag;
}

/* Languages by which papers may be understood, the best first. */
static size_t list(Arena *a, const PaperWish *wish, const char *out[MOST]) {
    size_t n = 0;
    if (wish->lang) {
        out[n++] = wish->lang;
        return n;
    }
    Text own = wish->from ? wish->from->base.fields[CONTACT_LANG] : (Text){0};
    const char *tag = own.n ? language_tag(a, own) : NULL;
    if (tag)
        out[n++] = tag;
    out[n++] = wish->origin[0] ? country_lang(a, wish->origin) : wish->own;
    out[n++] = "en";
    return n;
}

const char *paperlang_first(Arena *a, const PaperWish *wish) {
    const char *langs[MOST];
    list(a, wish, langs);
    return langs[0];
}

bool paperlang_find(Arena *a, const Session *s, const PaperWish *wish,
                    Word word, Diag *diag, PaperLang *out) {
    const char *langs[MOST];
    size_t n = list(a, wish, langs);
    *out = (PaperLang){.lang = langs[0]};
    for (size_t i = 0; i < n; i++) {
        if (!wordsfile_load(a, s->data_dir, langs[i], diag, &out->words))
            return false;
        if (out->words.v[word].s)
            break;
        out->lacking = true;
    }
    return true;
}
