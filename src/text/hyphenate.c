#include "text/hyphenate.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>

#include "text/breaks_private.h"
#include "text/cjk.h"
#include "text/hyphen.h"
#include "text/patterns.h"
#include "text/uyghur.h"

#define FOLDER "/usr/share/hyphen"
#define SHORTEST 5
#define TAG_SIZE 12

/* One dictionary that was asked for, found or not. */
typedef struct Dictionary {
    char lang[TAG_SIZE], region[TAG_SIZE];
    const Patterns *patterns; /* NULL: there is no dictionary */
    int left, right;          /* letters to stay on either side */
} Dictionary;

struct Hyphenator {
    Arena *arena;
    const char *folder;
    VEC(Dictionary) known;
};

/* Where a language is at home, for a tag without a region, and what its
 * typesetters leave on either side of a hyphen: the minima of TeX's patterns
 * (hyph-utf8), in French three letters (no mute syllable on the next line).
 */
typedef struct Home {
    const char *lang, *region;
    int left, right;
} Home;

static const Home HOMES[] = {
    {"bg", "BG", 2, 2}, {"ca", "ES", 2, 2}, {"cs", "CZ", 2, 3},
    {"da", "DK", 2, 2}, {"de", "DE", 2, 2}, {"el", "GR", 2, 2},
    {"en", "US", 2, 3}, {"es", "ES", 2, 2}, {"fr", "FR", 2, 3},
    {"hr", "HR", 2, 2}, {"hu", "HU", 2, 2}, {"it", "IT", 2, 2},
    {"nb", "NO", 2, 2}, {"nl", "NL", 2, 2}, {"nn", "NO", 2, 2},
    {"pl", "PL", 2, 2}, {"pt", "PT", 2, 3}, {"ro", "RO", 2, 2},
    {"ru", "RU", 2, 2}, {"sk", "SK", 2, 3}, {"sl", "SI", 2, 2},
    {"sv", "SE", 2, 2}, {"uk", "UA", 2, 2}};

Hyphenator *hyphenator_new(const char *folder) {
    Arena *a = arena_new();
    Hyphenator *h = ARENA_NEW(a, Hyphenator);
    h->arena = a;
    h->folder = arena_strdup(a, folder ? folder : FOLDER);
    return h;
}

void hyphenator_free(Hyphenator *h) {
    if (h)
        arena_free(h->arena);
}

/* The language of a tag and its region, or "": two letters, or three digits
 * (RFC 5646, 2.2.4). */
static void split_tag(const char *tag, char lang[TAG_SIZE],
                      char region[TAG_SIZE]) {
    size_t n = strcspn(tag, "-_");
    snprintf(lang, TAG_SIZE, "%.*s", (int)(n < TAG_SIZE ? n : 0), tag);
    region[0] = '\0';
    for (tag += n; *tag; tag += n) {
        n = strcspn(++tag, "-_");
        if (n == 1) /* what follows is private */
            return;
        if (n == 2) {
            snprintf(region, TAG_SIZE, "%.2s", tag);
            return;
        }
    }
}

/* English is spelt, and cut, the American way in few places. */
static bool american(const char *region) {
    static const char *const LIKE_US[] = {"", "US", "CA", "PH", "PR", "LR"};
    for (size_t i = 0; i < sizeof LIKE_US / sizeof *LIKE_US; i++) {
        if (strcmp(region, LIKE_US[i]) == 0)
            return true;
    }
    return false;
}

static const Patterns *open_patterns(const Hyphenator *h, const char *lang,
                                     const char *region) {
    const char *name =
        arena_printf(h->arena, *region ? "%s/hyph_%s_%s.dic" : "%s/hyph_%s.dic",
                     h->folder, lang, region);
    return patterns_load(h->arena, name);
}

static void open_dictionary(const Hyphenator *h, Dictionary *d) {
    const char *home = "";
    d->left = d->right = 2;
    for (size_t i = 0; i < sizeof HOMES / sizeof *HOMES; i++) {
        if (strcmp(HOMES[i].lang, d->lang) != 0)
            continue;
        home = HOMES[i].region;
        d->left = HOMES[i].left;
        d->right = HOMES[i].right;
    }
    if (strcmp(d->lang, "en") == 0)
        home = american(d->region) ? "US" : "GB";
    if (*d->region)
        d->patterns = open_patterns(h, d->lang, d->region);
    if (!d->patterns && *home)
        d->patterns = open_patterns(h, d->lang, home);
    if (!d->patterns)
        d->patterns = open_patterns(h, d->lang, "");
}

static Dictionary *find_dictionary(Hyphenator *h, const char *tag) {
    Dictionary d = {0};
    split_tag(tag, d.lang, d.region);
    for (size_t i = 0; i < h->known.n; i++) {
        if (strcmp(h->known.v[i].lang, d.lang) == 0 &&
            strcmp(h->known.v[i].region, d.region) == 0)
            return &h->known.v[i];
    }
    if (*d.lang)
        open_dictionary(h, &d);
    vec_push(h->arena, &h->known, d);
    return &h->known.v[h->known.n - 1];
}

/* Dictionaries are in small letters, with the straight apostrophe. */
static UChar plain(UChar c) {
    UChar32 small = c == 0x2019 ? '\'' : u_tolower(c);
    return small <= 0xFFFF ? (UChar)small : c;
}

static bool is_apostrophe(UChar c) {
    return c == '\'' || c == 0x2019;
}

bool hyphenator_word(Hyphenator *h, const char *lang, const UChar *s,
                     uint32_t n, bool *after) {
    const Dictionary *d = find_dictionary(h, lang);
    UChar small[PATTERNS_WORD];
    if (!d->patterns || n > PATTERNS_WORD)
        return false;
    for (uint32_t i = 0; i < n; i++)
        small[i] = plain(s[i]);
    patterns_apply(d->patterns, small, n, d->left, d->right, after);
    for (uint32_t i = 0; i + 1 < n; i++) {
        if (is_apostrophe(s[i]) || is_apostrophe(s[i + 1]))
            after[i] = false;
    }
    return true;
}

static bool is_letter(UChar32 c) {
    return (u_isalpha(c) && cjk_class(c) != CJK_HAN) ||
           (U_GET_GC_MASK(c) & U_GC_M_MASK);
}

/* Languages whose patterns have the apostrophe as a letter: l'homme is one
 * word. In the others what stands before it is cut by itself. */
static bool apostrophe_joins(const char *lang) {
    static const char *const JOIN[] = {"ca", "fr", "it", "pt", "uk"};
    for (size_t i = 0; i < sizeof JOIN / sizeof *JOIN; i++) {
        if (strncmp(lang, JOIN[i], 2) == 0)
            return true;
    }
    return false;
}

static uint32_t before_apostrophe(const UChar *s, uint32_t n) {
    uint32_t i = 0;
    while (i < n && !is_apostrophe(s[i]))
        i++;
    return i;
}

static bool is_space(UChar c) {
    return u_isUWhiteSpace(c) || break_transparent(c);
}

/* 12 km/h, a@b.org, www.b.org, a_b, well-known: not to be cut. A point inside
 * is one of an abbreviation or an address. */
static bool is_plain(const UString *u, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++) {
        UChar c = u->s[i];
        if (u_isdigit(c) || c == '@' || c == '/' || c == '\\' || c == '_' ||
            c == SOFT_HYPHEN)
            return false;
        bool inside = i > from && i + 1 < to && u_isalpha(u->s[i - 1]) &&
                      u_isalpha(u->s[i + 1]);
        if (inside && (c == '.' || c == '-' || c == 0x2010 || c == 0x2011))
            return false;
    }
    return true;
}

/* A capital inside is a name's or an abbreviation's. */
static bool is_word(const UChar *s, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (U16_IS_SURROGATE(s[i]) || (i > 0 && u_isupper(s[i])))
            return false;
    }
    return n >= SHORTEST && n <= PATTERNS_WORD;
}

typedef struct Task {
    Hyphenator *hyphenator;
    const UString *u;
    const Items *items;
    size_t item; /* the first that ends behind the last word */
    BreakKind *breaks;
} Task;

/* The item that holds all of [from, to), or NULL. Words come in order. */
static const Item *item_of(Task *t, uint32_t from, uint32_t to) {
    while (t->item < t->items->n && t->items->v[t->item].end <= from)
        t->item++;
    const Item *it = &t->items->v[t->item];
    return t->item < t->items->n && it->start <= from && to <= it->end ? it
                                                                       : NULL;
}

static void cut_word(Task *t, uint32_t from, uint32_t to) {
    const Item *it = item_of(t, from, to);
    const UChar *s = t->u->s + from;
    uint32_t n = to - from;
    bool after[PATTERNS_WORD];
    if (!it || !is_word(s, n))
        return;
    if (!apostrophe_joins(it->lang))
        n = before_apostrophe(s, n);
    if (it->script == HB_SCRIPT_ARABIC && strncmp(it->lang, "ug", 2) == 0)
        uyghur_hyphens(s, n, after);
    else if (!hyphenator_word(t->hyphenator, it->lang, s, n, after))
        return;
    for (uint32_t i = 1; i < n; i++) {
        if (after[i - 1] && t->breaks[from + i] == BREAK_NO)
            t->breaks[from + i] = BREAK_HYPHEN;
    }
}

/* The words of a stretch without spaces: letters, with apostrophes inside. */
static void cut_stretch(Task *t, uint32_t from, uint32_t to) {
    const UChar *s = t->u->s;
    for (uint32_t i = from; i < to;) {
        uint32_t start = i;
        while (i < to && (is_letter(s[i]) || U16_IS_SURROGATE(s[i]) ||
                          (i > start && i + 1 < to && is_apostrophe(s[i]) &&
                           is_letter(s[i + 1]))))
            i++;
        if (i > start)
            cut_word(t, start, i);
        else
            i++;
    }
}

void hyphenate(Hyphenator *h, const UString *u, const Items *items,
               BreakKind *breaks) {
    Task t = {.hyphenator = h, .u = u, .items = items};
    t.breaks = breaks;
    for (uint32_t i = 0; i < u->n;) {
        uint32_t start = i;
        while (i < u->n && !is_space(u->s[i]))
            i++;
        if (i > start && is_plain(u, start, i))
            cut_stretch(&t, start, i);
        i += i == start;
    }
}
