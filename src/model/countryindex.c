#include "model/countryindex.h"

#include "base/arena.h"
#include "model/country_data.h"
#include "model/country_key.h"
#include "model/countryguess.h"

#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <string.h>

/* Open addressing, at most half full: 28 languages have some 9,000 names, of
 * which a third are the same as others; all that ICU 72 knows have 28,000. */
enum { SLOTS_COMMON = 32768, SLOTS_ALL = 131072 };
/* Names that were looked for in all languages before that is worth a table. */
enum { ASKED = 16 };
/* Names that are no country's and are guessed at. */
enum { GUESSED = 32 };

typedef struct Slot {
    const UChar *s; /* NULL: free */
    int32_t n;
    char code[3];
} Slot;

typedef struct Table {
    Slot *slots; /* NULL until it is asked */
    size_t room, n;
} Table;

struct CountryIndex {
    Arena *arena;
    Table common, all;
    size_t asked, guessed;
};

CountryIndex *countryindex_new(Arena *a) {
    CountryIndex *index = ARENA_NEW(a, CountryIndex);
    *index = (CountryIndex){.arena = a};
    return index;
}

/* FNV-1a, 32 bits. */
static uint32_t hash_of(const Key *key) {
    uint32_t h = 2166136261u;
    for (int32_t i = 0; i < key->n; i++)
        h = (h ^ key->s[i]) * 16777619u;
    return h;
}

/* Where the key stands, or the free slot where it would. */
static Slot *slot_of(const Table *t, const Key *key) {
    size_t at = hash_of(key) % t->room;
    while (t->slots[at].s && (t->slots[at].n != key->n ||
                              u_memcmp(t->slots[at].s, key->s, key->n) != 0))
        at = (at + 1) % t->room;
    return &t->slots[at];
}

/* The first language that has a name decides, as in country_find_common. */
static void add(Arena *a, Table *t, const UChar *name, int32_t n,
                const char *code) {
    Key key;
    if (n == 0 || !key_fold(name, n, &key) || key.n == 0 || t->n >= t->room / 2)
        return;
    Slot *slot = slot_of(t, &key);
    if (slot->s)
        return;
    UChar *s = ARENA_ARRAY(a, UChar, (size_t)key.n);
    u_memcpy(s, key.s, key.n);
    *slot = (Slot){.s = s, .n = key.n};
    memcpy(slot->code, code, 3);
    t->n++;
}

static void add_table(Arena *a, Table *t, UResourceBundle *table) {
    UErrorCode status = U_ZERO_ERROR;
    while (U_SUCCESS(status) && ures_hasNext(table)) {
        const char *code = "";
        int32_t n = 0;
        const UChar *name = ures_getNextString(table, &n, &code, &status);
        if (U_SUCCESS(status) && strlen(code) == 2 && country_exists(code))
            add(a, t, name, n, code);
    }
}

static void add_language(Arena *a, Table *to, const char *lang) {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(REGION_NAMES, lang, &status);
    for (size_t t = 0; U_SUCCESS(status) && t < REGION_TABLES; t++) {
        UErrorCode missing = U_ZERO_ERROR;
        UResourceBundle *table =
            ures_getByKey(bundle, region_tables[t], NULL, &missing);
        if (U_SUCCESS(missing))
            add_table(a, to, table);
        ures_close(table);
    }
    ures_close(bundle);
}

static void fill_common(Arena *a, Table *t, size_t room) {
    *t = (Table){ARENA_ARRAY(a, Slot, room), room, 0};
    for (const char *const *l = country_common_languages; *l; l++)
        add_language(a, t, *l);
}

/* In the order in which country_find asks them. */
static void fill_all(Arena *a, Table *t) {
    UErrorCode status = U_ZERO_ERROR;
    fill_common(a, t, SLOTS_ALL);
    UEnumeration *all = ures_openAvailableLocales(REGION_NAMES, &status);
    const char *locale;
    while (U_SUCCESS(status) && (locale = uenum_next(all, NULL, &status)))
        add_language(a, t, locale);
    uenum_close(all);
}

static bool look_up(const Table *t, const Key *key, char out[3]) {
    const Slot *slot = slot_of(t, key);
    if (slot->s)
        memcpy(out, slot->code, 3);
    return slot->s != NULL;
}

bool countryindex_find(CountryIndex *index, const char *name, size_t n,
                       char out[3]) {
    Key key;
    if (!index)
        return country_find_common(name, n, out);
    if (country_find_short(name, n, &key, out))
        return true;
    if (key.n == 0)
        return false;
    if (!index->common.slots)
        fill_common(index->arena, &index->common, SLOTS_COMMON);
    return look_up(&index->common, &key, out);
}

bool countryindex_find_any(CountryIndex *index, const char *name, size_t n,
                           char out[3]) {
    Key key;
    if (!index)
        return country_find(name, n, out);
    if (country_find_short(name, n, &key, out))
        return true;
    if (key.n == 0)
        return false;
    if (!index->all.slots && index->asked++ < ASKED)
        return country_find(name, n, out);
    if (!index->all.slots)
        fill_all(index->arena, &index->all);
    return look_up(&index->all, &key, out);
}

const char *countryindex_guess(CountryIndex *index, Arena *a, const char *name,
                               size_t n) {
    if (index && index->guessed++ >= GUESSED)
        return NULL;
    return country_guess(a, name, n);
}
