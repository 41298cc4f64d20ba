#include "model/countryguess.h"

#include "base/diag.h"
#include "model/country.h"
#include "model/country_data.h"
#include "model/country_key.h"

#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <string.h>

/* Names that begin with a letter, as they are written and in small letters: a
 * slip is seldom in the first. */
typedef struct Names {
    Arena *arena;
    char first;
    VEC(const char *) written, small;
} Names;

/* Two slips in less, and Kurdistan is Kirgistan. */
enum { LONG_NAME = 12 };

static char *small(Arena *a, const char *s, size_t n) {
    char *out = arena_strndup(a, s, n);
    for (size_t i = 0; i < n; i++)
        if (out[i] >= 'A' && out[i] <= 'Z')
            out[i] = (char)(out[i] - 'A' + 'a');
    return out;
}

static void add_names(Names *names, UResourceBundle *table) {
    UErrorCode status = U_ZERO_ERROR;
    while (U_SUCCESS(status) && ures_hasNext(table)) {
        char utf8[KEY_UNITS];
        const char *code = "";
        int32_t n = 0, m = 0;
        UErrorCode room = U_ZERO_ERROR;
        const UChar *name = ures_getNextString(table, &n, &code, &status);
        if (U_FAILURE(status) || strlen(code) != 2 || !country_exists(code))
            continue;
        u_strToUTF8(utf8, sizeof utf8, &m, name, n, &room);
        if (U_FAILURE(room) || (size_t)m >= sizeof utf8)
            continue;
        const char *folded = small(names->arena, utf8, (size_t)m);
        if (folded[0] != names->first)
            continue;
        const char *written = arena_strndup(names->arena, utf8, (size_t)m);
        vec_push(names->arena, &names->written, written);
        vec_push(names->arena, &names->small, folded);
    }
}

static void add_language(Names *names, const char *lang) {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(REGION_NAMES, lang, &status);
    for (size_t t = 0; U_SUCCESS(status) && t < REGION_TABLES; t++) {
        UErrorCode missing = U_ZERO_ERROR;
        UResourceBundle *table =
            ures_getByKey(bundle, region_tables[t], NULL, &missing);
        if (U_SUCCESS(missing))
            add_names(names, table);
        ures_close(table);
    }
    ures_close(bundle);
}

/* In UTF-8 these have three bytes: U+0800 and above. */
static bool has_large_script(const char *s, size_t n) {
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)s[i] >= 0xE0)
            return true;
    return false;
}

const char *country_guess(Arena *a, const char *name, size_t n) {
    if (n < 4 || has_large_script(name, n))
        return NULL; /* "Xx" is near to a dozen of codes and names */
    Names names = {.arena = arena_new()};
    const char *wanted = small(names.arena, name, n);
    names.first = wanted[0];
    for (const char *const *l = country_common_languages; *l; l++)
        add_language(&names, *l);
    const char *near = diag_nearest(wanted, n, names.small.v, names.small.n,
                                    n < LONG_NAME ? 1 : 2);
    const char *out = NULL;
    for (size_t i = 0; near && i < names.small.n && !out; i++)
        if (names.small.v[i] == near)
            out = arena_strdup(a, names.written.v[i]);
    arena_free(names.arena);
    return out;
}
