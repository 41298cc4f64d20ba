#include "model/personnamed.h"

#include "base/utf8.h"
#include "model/importtext.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string.h>

/* No salutation and no name has more. */
enum { WORDS = 1000 };

/* The start of a word may be shared so far without being the same. */
enum { STEM = 4 };

static UChar32 first_of(const char *s, size_t n) {
    size_t at = 0;
    return n > 0 ? (UChar32)utf8_next(s, n, &at) : 0;
}

static UScriptCode script_of(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(c, &status);
}

static bool has_case(UChar32 c) {
    return u_tolower(c) != u_toupper(c);
}

/* "Novak" and "novaku", "svoboda" and "svobodo", not "li" and "liberty". */
static bool is_declined(const char *name, const char *said) {
    size_t n = strlen(name), m = strlen(said), same = 0;
    while (same < n && same < m && name[same] == said[same])
        same++;
    if (same == n)
        return m - n <= (n > 2 ? 3 : 0);
    return same >= STEM && n - same == 1 && m - same <= 2;
}

static bool is_same(const FoldWord *name, const FoldWord *said) {
    UChar32 c = first_of(name->s, strlen(name->s));
    if (has_case(c))
        return is_declined(name->s, said->s);
    if (script_of(c) == USCRIPT_HANGUL)
        return first_of(said->s, strlen(said->s)) == c;
    return strstr(said->s, name->s) != NULL;
}

/* Particles have no capital, where a name has any. */
static bool counts(Text name, const FoldWord *word, bool capitals) {
    UChar32 c = first_of(name.s + word->from, word->to - word->from);
    if (capitals && u_islower(c))
        return false;
    return !has_case(c) || utf8_count(word->s, strlen(word->s)) > 1;
}

Text person_named(Arena *a, Text name, Text text) {
    FoldWords names = fold_words(a, name, WORDS);
    FoldWords said = fold_words(a, text, WORDS);
    bool capitals = false;
    for (size_t i = 0; i < names.n; i++)
        capitals = capitals || u_isupper(first_of(name.s + names.v[i].from,
                                                  name.n - names.v[i].from));
    for (size_t k = 0; k < said.n; k++)
        for (size_t i = 0; i < names.n; i++)
            if (counts(name, &names.v[i], capitals) &&
                is_same(&names.v[i], &said.v[k]))
                return text_slice(text, said.v[k].from,
                                  said.v[k].to - said.v[k].from);
    return (Text){0};
}

static bool has_script(Arena *a, Text t, UScriptCode script) {
    FoldWords w = fold_words(a, t, WORDS);
    for (size_t i = 0; i < w.n; i++)
        if (script_of(first_of(w.v[i].s, strlen(w.v[i].s))) == script)
            return true;
    return false;
}

bool person_nameable(Arena *a, const Text *names, size_t n, Text text) {
    FoldWords said = fold_words(a, text, WORDS);
    for (size_t k = 0; k < said.n; k++) {
        UScriptCode script =
            script_of(first_of(said.v[k].s, strlen(said.v[k].s)));
        bool found = script == USCRIPT_COMMON;
        for (size_t i = 0; i < n && !found; i++)
            found = has_script(a, names[i], script);
        if (!found)
            return false;
    }
    return true;
}
