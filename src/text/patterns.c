#include "text/patterns.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "base/fs.h"

#define LIMIT_DICTIONARY ((size_t)16 * 1024 * 1024)
#define LONGEST (PATTERNS_WORD + 2) /* a word between two points */

/* `length` letters and length + 1 values, at `at` of the level's pools. */
typedef struct Pattern {
    uint32_t at;
    uint8_t length;
    bool rewrites; /* a hyphen there changes the spelling */
} Pattern;

/* Patterns in a hash table with open addressing: slots hold index + 1. */
typedef struct Level {
    VEC(Pattern) patterns;
    VEC(UChar) letters;
    VEC(uint8_t) values; /* values[at + k] stands before letter k */
    uint32_t *slots;
    uint32_t mask;
    uint32_t longest;
} Level;

struct Patterns {
    Level levels[2]; /* compounds, and their parts */
    int nlevels;
    int left, right;
    int compound_left, compound_right;
};

static const uint32_t HASH_START = 2166136261u; /* FNV-1a */

static uint32_t hash_more(uint32_t hash, UChar c) {
    return (hash ^ c) * 16777619u;
}

static uint32_t hash_of(const UChar *s, uint32_t n) {
    uint32_t hash = HASH_START;
    for (uint32_t i = 0; i < n; i++)
        hash = hash_more(hash, s[i]);
    return hash;
}

static uint32_t slot_of(const Level *l, uint32_t hash) {
    return (hash ^ hash >> 15) & l->mask;
}

/* The slot of the letters, or the free one where they would go. */
static uint32_t find_slot(const Level *l, const UChar *s, uint32_t n,
                          uint32_t hash) {
    uint32_t i = slot_of(l, hash);
    for (; l->slots[i]; i = (i + 1) & l->mask) {
        const Pattern *p = &l->patterns.v[l->slots[i] - 1];
        if (p->length == n &&
            memcmp(l->letters.v + p->at, s, n * sizeof *s) == 0)
            break;
    }
    return i;
}

/* Of two patterns with the same letters the later one counts. */
static void make_table(Arena *a, Level *l) {
    uint32_t size = 16;
    while (size < 2 * l->patterns.n)
        size *= 2;
    l->slots = ARENA_ARRAY(a, uint32_t, size);
    l->mask = size - 1;
    for (uint32_t k = 0; k < l->patterns.n; k++) {
        const Pattern *p = &l->patterns.v[k];
        const UChar *s = l->letters.v + p->at;
        l->slots[find_slot(l, s, p->length, hash_of(s, p->length))] = k + 1;
        l->longest = p->length > l->longest ? p->length : l->longest;
    }
}

/* "1b2r": a digit is the value of the place it stands at. */
static void add_pattern(Arena *a, Level *l, const UChar *s, uint32_t n) {
    Pattern p = {.at = (uint32_t)l->letters.n};
    uint8_t value = 0;
    bool valued = false;
    for (uint32_t i = 0; i < n && s[i] != '/'; i++) {
        if (s[i] >= '0' && s[i] <= '9') {
            value = (uint8_t)(s[i] - '0');
            valued = true;
            continue;
        }
        vec_push(a, &l->letters, s[i]);
        vec_push(a, &l->values, value);
        value = 0;
    }
    size_t length = l->letters.n - p.at;
    if (!valued || length == 0 || length > LONGEST) {
        l->letters.n = l->values.n = p.at;
        return;
    }
    p.length = (uint8_t)length;
    p.rewrites = u_memchr(s, '/', (int32_t)n) != NULL;
    vec_push(a, &l->values, value);
    vec_push(a, &l->letters, (UChar)0); /* the pools keep in step */
    vec_push(a, &l->patterns, p);
}

/* The number of a line "NAME 2"; false if it begins otherwise. */
static bool setting(const UChar *s, uint32_t n, const char *name, int *out) {
    uint32_t i = 0;
    for (; name[i]; i++) {
        if (i == n || s[i] != (UChar)name[i])
            return false;
    }
    while (i < n && s[i] == ' ')
        i++;
    *out = i < n && s[i] >= '1' && s[i] <= '9' ? s[i] - '0' : 0;
    return true;
}

static void read_line(Arena *a, Patterns *p, const UChar *s, uint32_t n) {
    int ignored;
    if (n == 0 || s[0] == '#' || s[0] == '%')
        return;
    if (setting(s, n, "LEFTHYPHENMIN", &p->left) ||
        setting(s, n, "RIGHTHYPHENMIN", &p->right) ||
        setting(s, n, "COMPOUNDLEFTHYPHENMIN", &p->compound_left) ||
        setting(s, n, "COMPOUNDRIGHTHYPHENMIN", &p->compound_right) ||
        setting(s, n, "NOHYPHEN", &ignored)) /* of marks: none in our words */
        return;
    if (setting(s, n, "NEXTLEVEL", &ignored)) {
        p->nlevels = 2;
        return;
    }
    uint32_t end = 0;
    while (end < n && s[end] > ' ')
        end++;
    add_pattern(a, &p->levels[p->nlevels - 1], s, end);
}

static void read_lines(Arena *a, Patterns *p, const UChar *s, uint32_t n) {
    for (uint32_t i = 0; i < n;) {
        uint32_t start = i;
        while (i < n && s[i] != '\n' && s[i] != '\r')
            i++;
        read_line(a, p, s + start, i - start);
        i++;
    }
    for (int k = 0; k < p->nlevels; k++)
        make_table(a, &p->levels[k]);
}

/* The names are those of ISO and X11; ICU knows them but for a prefix. */
static UConverter *open_coding(const char *name, size_t n) {
    char coding[32] = "";
    UErrorCode e = U_ZERO_ERROR;
    if (n > 10 && memcmp(name, "microsoft-", 10) == 0) {
        name += 10;
        n -= 10;
    }
    if (n >= sizeof coding)
        return NULL;
    memcpy(coding, name, n);
    UConverter *c = ucnv_open(coding, &e);
    return U_SUCCESS(e) ? c : NULL;
}

/* What follows the first line, as UTF-16 on the heap; NULL if it is in no
 * coding. */
static UChar *decode(const Buf *file, uint32_t *n) {
    UErrorCode e = U_ZERO_ERROR;
    UChar *out = NULL;
    size_t first = 0;
    while (first < file->n && file->s[first] > ' ')
        first++;
    UConverter *coding = open_coding(file->s, first);
    if (!coding)
        return NULL;
    size_t room = file->n - first + 1;
    out = malloc(room * sizeof *out);
    if (!out)
        oom();
    *n = (uint32_t)ucnv_toUChars(coding, out, (int32_t)room, file->s + first,
                                 (int32_t)(file->n - first), &e);
    ucnv_close(coding);
    if (U_SUCCESS(e))
        return out;
    free(out);
    return NULL;
}

Patterns *patterns_load(Arena *a, const char *path) {
    Patterns *p = NULL;
    Buf file = {0};
    UChar *text = NULL;
    uint32_t n = 0;
    Diag *unheard = diag_new(); /* a language may go without */
    if (!fs_exists(path) || !fs_read(path, LIMIT_DICTIONARY, &file, unheard) ||
        file.n == 0)
        goto out;
    text = decode(&file, &n);
    if (!text)
        goto out;
    p = ARENA_NEW(a, Patterns);
    p->nlevels = 1;
    read_lines(a, p, text, n);
out:
    free(text);
    buf_free(&file);
    diag_free(unheard);
    return p;
}

/* What the patterns found in a word between two points say of its places; the
 * highest value wins, and an odd one is a hyphen. */
typedef struct Places {
    uint8_t value[LONGEST + 1];
    bool rewrites[LONGEST + 1];
} Places;

static void raise(Places *places, const Level *l, const Pattern *p,
                  uint32_t at) {
    for (uint32_t k = 0; k <= p->length; k++) {
        uint8_t value = l->values.v[p->at + k];
        if (value <= places->value[at + k])
            continue;
        places->value[at + k] = value;
        places->rewrites[at + k] = p->rewrites;
    }
}

static void look_up(const Level *l, const UChar *s, uint32_t n, bool *after) {
    UChar word[LONGEST];
    Places places = {0};
    word[0] = word[n + 1] = '.';
    memcpy(word + 1, s, n * sizeof *s);
    for (uint32_t i = 0; i < n + 2; i++) {
        uint32_t hash = HASH_START;
        for (uint32_t k = 1; k <= l->longest && i + k <= n + 2; k++) {
            hash = hash_more(hash, word[i + k - 1]);
            uint32_t slot = find_slot(l, word + i, k, hash);
            if (l->slots[slot])
                raise(&places, l, &l->patterns.v[l->slots[slot] - 1], i);
        }
    }
    for (uint32_t i = 0; i < n; i++)
        after[i] = (places.value[i + 2] & 1) && !places.rewrites[i + 2];
}

static int larger(int a, int b) {
    return a > b ? a : b;
}

/* Forbid hyphens with less than `left` before or `right` behind them. */
static void keep_sides(uint32_t n, int left, int right, bool *after) {
    for (uint32_t i = 0; i < n; i++) {
        if ((int)i + 1 < left || (int)(n - i) - 1 < right)
            after[i] = false;
    }
}

/* Each part of a compound is a word to the second level. */
static void look_up_parts(const Patterns *p, const UChar *s, uint32_t n,
                          int left, int right, bool *after) {
    for (uint32_t from = 0, to; from < n; from = to) {
        to = from + 1;
        while (to < n && !after[to - 1])
            to++;
        bool joint = to < n;
        look_up(&p->levels[1], s + from, to - from, after + from);
        keep_sides(to - from, from ? larger(left, p->compound_left) : 1,
                   joint ? larger(right, p->compound_right) : 1, after + from);
        after[to - 1] = joint;
    }
}

void patterns_apply(const Patterns *p, const UChar *s, uint32_t n, int left,
                    int right, bool *after) {
    if (n == 0)
        return;
    look_up(&p->levels[0], s, n, after);
    after[n - 1] = false;
    if (p->nlevels > 1)
        look_up_parts(p, s, n, left, right, after);
    keep_sides(n, larger(left, p->left), larger(right, p->right), after);
}
