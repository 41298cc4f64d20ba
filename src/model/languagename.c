#include "model/languagename.h"

#include "model/locale.h"

#include <string.h>
#include <unicode/uldnames.h>
#include <unicode/ustring.h>

enum { NAME_UNITS = 120 };

static const char *to_utf8(Arena *a, const UChar *s, int32_t n) {
    UErrorCode status = U_ZERO_ERROR;
    char *out = arena_alloc(a, (size_t)n * 3 + 1);
    u_strToUTF8(out, n * 3 + 1, NULL, s, n, &status);
    return U_SUCCESS(status) ? out : NULL;
}

/* `id` by the data under `in`; NULL if there is none there. */
static const char *ask(Arena *a, const char *id, const char *in, bool head) {
    UDisplayContext how[] = {
        UDISPCTX_DIALECT_NAMES,
        head ? UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU
             : UDISPCTX_CAPITALIZATION_FOR_MIDDLE_OF_SENTENCE,
        UDISPCTX_LENGTH_SHORT, UDISPCTX_NO_SUBSTITUTE};
    UErrorCode status = U_ZERO_ERROR;
    UChar name[NAME_UNITS];
    ULocaleDisplayNames *names =
        uldn_openForContext(in, how, sizeof how / sizeof *how, &status);
    int32_t n = U_SUCCESS(status) ? uldn_localeDisplayName(names, id, name,
                                                           NAME_UNITS, &status)
                                  : 0;
    uldn_close(names);
    return U_SUCCESS(status) && n > 0 && n < NAME_UNITS ? to_utf8(a, name, n)
                                                        : NULL;
}

static const char *name_in(Arena *a, const char *id, const char *in,
                           bool head) {
    LocaleChain chain;
    /* Of a language that it does not know ICU tells in the machine's. */
    const char *from = locale_with_data(in, &chain);
    return from ? ask(a, id, from, head) : NULL;
}

/* What ICU is asked for: the language, with as much else as tells it from the
 * others. */
static const char *id_of(Arena *a, const char *const *langs, size_t n, size_t i,
                         const Locale *own) {
    const char *id = own->language;
    for (size_t k = 0; k < n; k++) {
        Locale other;
        if (strcmp(langs[i], langs[k]) == 0 ||
            !locale_likely(langs[k], &other) ||
            strcmp(own->language, other.language) != 0)
            continue;
        if (strcmp(own->script, other.script) == 0)
            return langs[i];
        id = arena_printf(a, "%s_%s", own->language, own->script);
    }
    return arena_strdup(a, id);
}

void language_names(Arena *a, const char *const *langs, size_t n,
                    const char *in, bool head, const char **out) {
    for (size_t i = 0; i < n; i++) {
        Locale full;
        out[i] = langs[i];
        if (!locale_likely(langs[i], &full))
            continue;
        const char *id = id_of(a, langs, n, i, &full);
        const char *name = name_in(a, id, in, head);
        name = name ? name : name_in(a, id, langs[i], head);
        out[i] = name ? name : langs[i];
    }
}
