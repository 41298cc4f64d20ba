#include "model/countryindex.h"

#include "base/arena.h"
#include "model/country_data.h"
#include "model/country_key.h"

#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <string.h>

/* Open addressing, at most half full: 28 languages have some 9,000 names, of
 * which a third are the same as others. */
enum { SLOTS = 32768 };

typedef struct Slot {
    const UChar *s; /* NULL: free */
    int32_t n;
    char code[3];
} Slot;

struct CountryIndex {
    Arena *arena;
    Slot *slots; /* NULL until the first question */
    size_t n;
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
static Slot *slot_of(const CountryIndex *index, const Key *key) {
    size_t at = hash_of(key) % SLOTS;
    while (index->slots[at].s &&
           (index->slots[at].n != key->n ||
            u_memcmp(index->slots[at].s, key->s, key->n) != 0))
        at = (at + 1) % SLOTS;
    return &index->slots[at];
}

/* The first language that has a name decides, as in country_find_common. */
static void add(CountryIndex *index, const UChar *name, int32_t n,
                const char *code) {
    Key key;
    if (n == 0 || !key_fold(name, n, &key) || key.n == 0 ||
        index->n >= SLOTS / 2)
        return;
    Slot *slot = slot_of(index, &key);
    if (slot->s)
        return;
    UChar *s = ARENA_ARRAY(index->arena, UChar, (size_t)key.n);
    u_memcpy(s, key.s, key.n);
    *slot = (Slot){.s = s, .n = key.n};
    memcpy(slot->code, code, 3);
    index->n++;
}

static void add_table(CountryIndex *index, UResourceBundle *table) {
    UErrorCode status = U_ZERO_ERROR;
    while (U_SUCCESS(status) && ures_hasNext(table)) {
        const char *code = "";
        int32_t n = 0;
        const UChar *name = ures_getNextString(table, &n, &code, &status);
        if (U_SUCCESS(status) && strlen(code) == 2 && country_exists(code))
            add(index, name, n, code);
    }
}

static void add_language(CountryIndex *index, const char *lang) {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(REGION_NAMES, lang, &status);
    for (size_t t = 0; U_SUCCESS(status) && t < REGION_TABLES; t++) {
        UErrorCode missing = U_ZERO_ERROR;
        UResourceBundle *table =
            ures_getByKey(bundle, region_tables[t], NULL, &missing);
        if (U_SUCCESS(missing))
            add_table(index, table);
        ures_close(table);
    }
    ures_close(bundle);
}

static void fill(CountryIndex *index) {
    index->slots = ARENA_ARRAY(index->arena, Slot, SLOTS);
    for (const char *const *l = country_common_languages; *l; l++)
        add_language(index, *l);
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
    if (!index->slots)
        fill(index);
    const Slot *slot = slot_of(index, &key);
    if (!slot->s)
        return false;
    memcpy(out, slot->code, 3);
    return true;
}
