#include "text/scripts.h"

#include "base/limits.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utf16.h>

#include <assert.h>
#include <ctype.h>
#include <string.h>
#include <strings.h>

#define UNSET USCRIPT_INVALID_CODE
/* Isolates: the user's (LIMIT_NESTING), a field's FSI, a stretch's LRI, and
 * the paragraph itself. */
#define CONTEXTS (LIMIT_NESTING + 4)
/* Open brackets remembered per context; UAX #9 BD16 remembers 63. */
#define PAIRS 32

typedef struct Pair {
    uint32_t opener; /* index */
    UChar32 closer;
} Pair;

/* The paragraph, or one isolate in it. */
typedef struct Context {
    UScriptCode script; /* of the last character; UNSET at the start */
    uint32_t start;
    Pair pairs[PAIRS];
    size_t npairs;
} Context;

typedef struct Resolver {
    const UString *u;
    const uint8_t *levels;
    UScriptCode *out;
    Context *stack;
    size_t depth;
    /* Of the piece at hand. */
    const UPiece *piece;
    UScriptCode lang;
} Resolver;

bool scripts_is_cjk(UScriptCode script) {
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
           script == USCRIPT_KATAKANA || script == USCRIPT_BOPOMOFO;
}

bool scripts_writes(UScriptCode code, UScriptCode script) {
    switch ((int)code) {
    case USCRIPT_JAPANESE:
        return scripts_is_cjk(script) && script != USCRIPT_BOPOMOFO;
    case USCRIPT_KOREAN:
        return script == USCRIPT_HANGUL || script == USCRIPT_HAN;
    case USCRIPT_SIMPLIFIED_HAN:
    case USCRIPT_TRADITIONAL_HAN:
    case USCRIPT_HAN:
        return script == USCRIPT_HAN || script == USCRIPT_BOPOMOFO;
    default:
        return code == script;
    }
}

/* The languages of most letters, so that ICU's likely subtags need not be
 * loaded for them. Only where no region changes the script. */
static UScriptCode common_lang(const char *lang, size_t n) {
    static const struct {
        char tag[3];
        UScriptCode code;
    } table[] = {{"en", USCRIPT_LATIN},    {"de", USCRIPT_LATIN},
                 {"fr", USCRIPT_LATIN},    {"es", USCRIPT_LATIN},
                 {"it", USCRIPT_LATIN},    {"nl", USCRIPT_LATIN},
                 {"ja", USCRIPT_JAPANESE}, {"ko", USCRIPT_KOREAN},
                 {"ar", USCRIPT_ARABIC},   {"bo", USCRIPT_TIBETAN},
                 {"ru", USCRIPT_CYRILLIC}};
    for (size_t i = 0; n == 2 && i < sizeof table / sizeof *table; i++)
        if (strncasecmp(lang, table[i].tag, 2) == 0)
            return table[i].code;
    /* Without a region these are sure too. */
    if (strcasecmp(lang, "zh") == 0 || strcasecmp(lang, "zh-CN") == 0)
        return USCRIPT_SIMPLIFIED_HAN;
    if (strcasecmp(lang, "ug") == 0)
        return USCRIPT_ARABIC;
    return UNSET;
}

static UScriptCode code_of_name(const char *name, size_t n) {
    char four[5] = "";
    if (n != 4)
        return UNSET;
    memcpy(four, name, 4);
    int code = u_getPropertyValueEnum(UCHAR_SCRIPT, four);
    return code == UCHAR_INVALID_CODE ? UNSET : (UScriptCode)code;
}

static UScriptCode likely_script(const char *lang) {
    char id[ULOC_FULLNAME_CAPACITY], full[ULOC_FULLNAME_CAPACITY], name[8];
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(lang, id, sizeof id, NULL, &status);
    uloc_addLikelySubtags(id, full, sizeof full, &status);
    int32_t n = uloc_getScript(full, name, sizeof name, &status);
    UScriptCode code =
        U_SUCCESS(status) ? code_of_name(name, (size_t)n) : UNSET;
    return code == UNSET ? USCRIPT_COMMON : code;
}

UScriptCode scripts_of_lang(const char *lang) {
    size_t n = strcspn(lang, "-");
    if (n == 0 || strcasecmp(lang, "und") == 0)
        return USCRIPT_COMMON;
    /* A script in the tag itself: "zh-Hant", "kk-Arab". */
    if (lang[n] == '-') {
        const char *second = lang + n + 1;
        UScriptCode code = code_of_name(second, strcspn(second, "-"));
        if (code != UNSET && isalpha((unsigned char)*second))
            return code;
    }
    UScriptCode code = common_lang(lang, n);
    return code != UNSET ? code : likely_script(lang);
}

/* Common characters that belong to Chinese or Japanese text alone. */
static bool is_wide(UChar32 cp) {
    return (cp >= 0x3000 && cp <= 0x303F) || (cp >= 0x3200 && cp <= 0x33FF) ||
           (cp >= 0xFE10 && cp <= 0xFE1F) || (cp >= 0xFE30 && cp <= 0xFE4F) ||
           (cp >= 0xFF00 && cp <= 0xFFEF);
}

static bool is_shared_mark(UChar32 cp) {
    return cp == 0xB7 || cp == 0x2014 || cp == 0x2015 || cp == 0x2018 ||
           cp == 0x2019 || cp == 0x201C || cp == 0x201D ||
           (cp >= 0x2025 && cp <= 0x2027);
}

static bool is_isolate_control(UChar32 cp) {
    return cp >= 0x2066 && cp <= 0x2069;
}

static UScriptCode script_of(UChar32 cp) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(cp, &status);
}

static bool is_cjk_char(UChar32 cp) {
    return is_wide(cp) || scripts_is_cjk(script_of(cp));
}

/* Is the nearest character, shared marks and isolates skipped, a CJK one?
 * Looks a few characters far: a row of marks is short. */
static bool cjk_before(const UString *u, uint32_t i) {
    for (int looked = 0; i > 0 && looked < 8; looked++) {
        uint32_t at = --i;
        if (i > 0 && U16_IS_TRAIL(u->s[i]) && U16_IS_LEAD(u->s[i - 1]))
            at = --i;
        UChar32 cp = (UChar32)utf16_next(u->s, u->n, &at);
        if (!is_shared_mark(cp) && !is_isolate_control(cp))
            return is_cjk_char(cp);
    }
    return false;
}

static bool cjk_behind(const UString *u, uint32_t i) {
    for (int looked = 0; i < u->n && looked < 8; looked++) {
        UChar32 cp = (UChar32)utf16_next(u->s, u->n, &i);
        if (!is_shared_mark(cp) && !is_isolate_control(cp))
            return is_cjk_char(cp);
    }
    return false;
}

/* A Common character that is a CJK one where it stands. */
static bool is_cjk_common(const Resolver *r, uint32_t start, uint32_t end,
                          UChar32 cp) {
    if (is_wide(cp))
        return true;
    return is_shared_mark(cp) && r->lang != USCRIPT_KOREAN &&
           scripts_writes(r->lang, USCRIPT_HAN) &&
           (cjk_before(r->u, start) || cjk_behind(r->u, end));
}

/* A Common character whose Script_Extensions rule the script at hand out. */
static UScriptCode by_extensions(const Resolver *r, UChar32 cp,
                                 UScriptCode now) {
    UScriptCode ext[32];
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = uscript_getScriptExtensions(cp, ext, 32, &status);
    if (U_FAILURE(status) || n < 1 || ext[0] == USCRIPT_COMMON ||
        ext[0] == USCRIPT_INHERITED)
        return now;
    for (int32_t i = 0; i < n; i++)
        if (ext[i] == now)
            return now;
    for (int32_t i = 0; i < n; i++)
        if (scripts_writes(r->lang, ext[i]))
            return ext[i];
    return ext[0];
}

/* The script of the character at [start, end), given those before it. */
static UScriptCode resolve_char(const Resolver *r, uint32_t start, uint32_t end,
                                UChar32 cp, UScriptCode now) {
    UScriptCode script = script_of(cp);
    if (script == USCRIPT_INHERITED)
        return now;
    if (script == USCRIPT_UNKNOWN) /* younger than ICU; planes 2, 3 are Han */
        return cp >= 0x20000 && cp <= 0x3FFFF ? USCRIPT_HAN : now;
    if (script != USCRIPT_COMMON)
        return script;
    if (cp < 0x80) /* no extensions, never wide */
        return now;
    if (is_cjk_common(r, start, end, cp))
        return scripts_is_cjk(now) ? now : USCRIPT_HAN;
    return by_extensions(r, cp, now);
}

static UChar32 closer_of(UChar32 cp) {
    switch (cp) {
    case '(':
        return ')';
    case 0xAB:
        return 0xBB;
    case 0x2018:
        return 0x2019;
    case 0x201C:
        return 0x201D;
    default:
        return cp > 0x80 && !(cp >= 0x3400 && cp <= 0x9FFF) && /* Han */
                       u_getIntPropertyValue(
                           cp, UCHAR_BIDI_PAIRED_BRACKET_TYPE) == U_BPT_OPEN
                   ? u_getBidiPairedBracket(cp)
                   : 0;
    }
}

static void set(Resolver *r, uint32_t from, uint32_t to, UScriptCode script) {
    for (uint32_t i = from; i < to; i++)
        if (r->out[i] == UNSET)
            r->out[i] = script;
}

/* A closing mark takes its opener's script, unless it stands next to Han and
 * the opener does not: then the opener follows. */
static UScriptCode close_pair(Resolver *r, Context *c, UChar32 cp,
                              UScriptCode own) {
    for (size_t i = c->npairs; i > 0; i--) {
        const Pair *p = &c->pairs[i - 1];
        if (p->closer != cp)
            continue;
        c->npairs = i - 1;
        if (scripts_is_cjk(own) && own != c->script)
            r->out[p->opener] = own;
        return r->out[p->opener] == UNSET ? own : r->out[p->opener];
    }
    return own;
}

static void take(Resolver *r, uint32_t start, uint32_t end, UChar32 cp) {
    Context *c = &r->stack[r->depth];
    UScriptCode script = resolve_char(r, start, end, cp, c->script);
    script = close_pair(r, c, cp, script);
    if (script != UNSET && c->script == UNSET)
        set(r, c->start, start, script);
    set(r, start, end, script);
    c->script = script;
    UChar32 closer = closer_of(cp);
    if (closer && c->npairs < PAIRS)
        c->pairs[c->npairs++] = (Pair){start, closer};
}

static void open_context(Resolver *r, uint32_t start) {
    assert(r->depth + 1 < CONTEXTS); /* ustring caps the nesting */
    r->stack[++r->depth] = (Context){.script = UNSET, .start = start};
}

/* End of an isolate at unit `end`, its PDI. */
static void close_context(Resolver *r, uint32_t end) {
    const Context *inner = &r->stack[r->depth--];
    UScriptCode script = r->stack[r->depth].script;
    if (inner->script != UNSET || inner->start >= end)
        return;
    if (r->levels[inner->start] % 2 == 0 && r->levels[inner->start - 1] % 2)
        script = USCRIPT_LATIN;
    if (script != UNSET)
        set(r, inner->start, end, script);
}

static void enter_piece(Resolver *r, uint32_t at) {
    if (r->piece && at < r->piece->end)
        return;
    const char *before = r->piece ? r->piece->style.lang : NULL;
    r->piece = r->piece ? r->piece + 1 : r->u->pieces;
    if (!before || strcmp(before, r->piece->style.lang) != 0)
        r->lang = scripts_of_lang(r->piece->style.lang);
}

/* What no letter decided: the script of the language. */
static void set_by_language(Resolver *r) {
    for (size_t i = 0; i < r->u->npieces; i++) {
        const UPiece *p = &r->u->pieces[i];
        UScriptCode code = UNSET;
        for (uint32_t k = p->start; k < p->end; k++) {
            if (r->out[k] != UNSET)
                continue;
            if (code == UNSET)
                code = scripts_of_lang(p->style.lang);
            r->out[k] =
                code == USCRIPT_COMMON ? USCRIPT_LATIN
                : scripts_writes(code, USCRIPT_HAN)
                    ? code == USCRIPT_KOREAN ? USCRIPT_HANGUL : USCRIPT_HAN
                    : code;
        }
    }
}

static bool opens_isolate(UChar32 cp) {
    return cp >= 0x2066 && cp <= 0x2068;
}

/* The paragraph and, at most, one in the other all its isolates: mostly there
 * are none. */
static size_t count_contexts(const UString *u) {
    size_t n = 1;
    for (uint32_t i = 0; i < u->n && n < CONTEXTS; i++)
        n += opens_isolate(u->s[i]);
    return n;
}

UScriptCode *scripts_resolve(Arena *a, const UString *u,
                             const uint8_t *levels) {
    Resolver own = {.u = u, .levels = levels}, *r = &own;
    r->out = ARENA_ARRAY(a, UScriptCode, u->n);
    for (uint32_t i = 0; i < u->n; i++)
        r->out[i] = UNSET;
    r->stack = ARENA_ARRAY(a, Context, count_contexts(u));
    r->stack[0].script = UNSET;
    for (uint32_t i = 0; i < u->n;) {
        uint32_t start = i;
        UChar32 cp = (UChar32)utf16_next(u->s, u->n, &i);
        enter_piece(r, start);
        if (opens_isolate(cp))
            open_context(r, i);
        else if (cp == 0x2069 && r->depth)
            close_context(r, start);
        else
            take(r, start, i, cp);
    }
    while (r->depth) /* a paragraph that was cut */
        close_context(r, u->n);
    set_by_language(r);
    return r->out;
}
