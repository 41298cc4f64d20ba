#include "model/importing_parts.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include <string.h>

/* Names that ICU has otherwise. */
static const struct {
    const char *name, *tag;
} language_names[] = {
    {"英文", "en"},
    {"英语", "en"},
    {"英語", "en"},
    {"中文", "zh"},
    {"汉语", "zh"},
    {"漢語", "zh"},
    {"普通话", "zh"},
    {"华语", "zh"},
    {"法文", "fr"},
    {"法语", "fr"},
    {"西班牙文", "es"},
    {"西班牙语", "es"},
    {"德文", "de"},
    {"德语", "de"},
    {"俄文", "ru"},
    {"俄语", "ru"},
    {"阿拉伯文", "ar"},
    {"维吾尔文", "ug"},
    {"维吾尔语", "ug"},
    {"藏文", "bo"},
    {"藏语", "bo"},
    {"mandarin", "zh"},
    {"simplified chinese", "zh-Hans"},
    {"traditional chinese", "zh-Hant"},
    {"cantonese", "yue"},
    {"castellano", "es"},
    {"farsi", "fa"},
    {"uighur", "ug"},
    {"mandarin chinese", "zh"},
};

/* The tag of a language's name in the document's language or in English; NULL
 * if it is none. */
static const char *language_of(const Finder *f, Text t) {
    const char *name = fold_plain(f->arena, t);
    const char *langs[] = {f->lang, "en"};
    for (size_t i = 0; i < sizeof language_names / sizeof *language_names; i++)
        if (strcmp(name, fold_plain(f->arena,
                                    text_literal(language_names[i].name))) == 0)
            return language_names[i].tag;
    for (const char *const *tag = uloc_getISOLanguages(); *tag; tag++)
        for (size_t i = 0; i < 2 && strlen(*tag) == 2; i++) {
            UErrorCode status = U_ZERO_ERROR;
            UChar wide[128];
            char s[384];
            int32_t n =
                uloc_getDisplayLanguage(*tag, langs[i], wide, 128, &status);
            u_strToUTF8(s, sizeof s, &n, wide, n, &status);
            if (U_SUCCESS(status) && n > 0 &&
                strcmp(name, fold_plain(f->arena, (Text){s, (size_t)n, {0}})) ==
                    0)
                return *tag;
        }
    return NULL;
}

static void add_language(Finder *f, Text where, const char *tag) {
    Import *out = f->out;
    for (size_t i = 0; i < out->nlanguages; i++)
        if (text_equal(out->languages[i].text, tag))
            return;
    ImportValue *v = import_room(f->arena, out->languages, out->nlanguages,
                                 sizeof *out->languages);
    v[out->nlanguages++] =
        (ImportValue){{tag, strlen(tag), where.span}, IMPORT_FOUND, NULL};
    out->languages = v;
}

/* All names of languages in `t`, of one or two words; each word of Chinese text
 * is a character, and a name has up to four. */
void find_languages(Finder *f, Text t) {
    FoldWords w = fold_words(f->arena, t, 40);
    for (size_t at = 0; at < w.n;) {
        size_t most = text_is_han(t) ? 4 : 2, taken = 0;
        for (size_t n = most; n > 0 && !taken; n--) {
            if (at + n > w.n)
                continue;
            Text name =
                text_slice(t, w.v[at].from, w.v[at + n - 1].to - w.v[at].from);
            const char *tag = name.n >= 4 ? language_of(f, name) : NULL;
            if (!tag)
                continue;
            add_language(f, name, tag);
            taken = n;
        }
        at += taken ? taken : 1;
    }
}
