#include "text/ustring.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "text/isolate.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define LRI 0x2066
#define FSI 0x2068
#define PDI 0x2069

/* Offenders of one text that are named one by one; the rest are counted. */
#define NAMED_OFFENDERS 10

struct UBuilder {
    Arena *a;
    VEC(UChar) s;
    VEC(UPiece) pieces;
};

/* A text on its way to UTF-16. `at[i]` is the byte unit i came from. */
typedef struct Cleaned {
    UChar *s;
    uint32_t *at;
    uint32_t n;
} Cleaned;

/* A pass over a text's characters: what it dropped, what it says of it. */
typedef struct Cleaner {
    Text text;
    Diag *diag; /* NULL when a text is cleaned again to find a place */
    size_t offenders;
    unsigned marks;    /* on the base at hand */
    bool *bad_isolate; /* per byte; NULL if the text has no isolates */
} Cleaner;

uint32_t utf16_next(const UChar *s, uint32_t n, uint32_t *at) {
    uint32_t cp = s[(*at)++];
    if (!U16_IS_SURROGATE(cp))
        return cp;
    if (U16_IS_SURROGATE_TRAIL(cp) || *at == n || !U16_IS_TRAIL(s[*at]))
        return 0xFFFD;
    return (uint32_t)U16_GET_SUPPLEMENTARY(cp, s[(*at)++]);
}

UBuilder *ubuilder_new(Arena *a) {
    UBuilder *b = ARENA_NEW(a, UBuilder);
    b->a = a;
    return b;
}

static bool is_isolate_start(uint32_t cp) {
    return cp >= LRI && cp <= FSI;
}

__attribute__((format(printf, 4, 5))) static void
object(Cleaner *c, size_t off, size_t n, const char *fmt, ...) {
    if (!c->diag || c->offenders++ >= NAMED_OFFENDERS)
        return;
    char message[256];
    va_list args;
    va_start(args, fmt);
    vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    diag_at(c->diag, DIAG_ERROR, text_span(c->text, off, n), "%s", message);
}

/* Mark the isolates that have no partner or are nested too deep. */
static void match_isolates(Arena *a, Cleaner *c) {
    const Text *t = &c->text;
    size_t open[LIMIT_NESTING], depth = 0, too_deep = 0;
    for (size_t at = 0; at < t->n;) {
        size_t from = at;
        uint32_t cp = utf8_next(t->s, t->n, &at);
        if (cp == UTF8_BAD || cp < LRI || cp > PDI)
            continue;
        if (!c->bad_isolate)
            c->bad_isolate = ARENA_ARRAY(a, bool, t->n);
        if (is_isolate_start(cp) && depth < LIMIT_NESTING) {
            open[depth++] = from;
        } else if (is_isolate_start(cp)) {
            too_deep++;
            c->bad_isolate[from] = true;
        } else if (too_deep) {
            too_deep--;
            c->bad_isolate[from] = true;
        } else if (depth) {
            depth--;
        } else {
            c->bad_isolate[from] = true;
        }
    }
    while (depth)
        c->bad_isolate[open[--depth]] = true;
}

/* A mark in the sense of LIMIT_MARKS: whatever a shaper stacks on a base. */
static bool is_mark(uint32_t cp) {
    return cp >= 0x300 &&
           ((U_GET_GC_MASK((UChar32)cp) & U_GC_M_MASK) ||
            u_hasBinaryProperty((UChar32)cp, UCHAR_GRAPHEME_EXTEND));
}

/* The character that goes to paper for `cp`, or UTF8_BAD for none. */
static uint32_t clean_char(Cleaner *c, uint32_t cp, size_t off, size_t n) {
    if (cp == UTF8_BAD) {
        object(c, off, n,
               "byte 0x%02X is not UTF-8; save the file as UTF-8 and try again",
               (unsigned char)c->text.s[off]);
        return UTF8_BAD;
    }
    if (utf8_objection(cp)) {
        object(c, off, n, "U+%04X is %s; remove it", (unsigned)cp,
               utf8_objection(cp));
        return UTF8_BAD;
    }
    if (c->bad_isolate && c->bad_isolate[off]) {
        object(c, off, n,
               "U+%04X is a bidi isolate without its partner, or nested deeper "
               "than %d; remove it",
               (unsigned)cp, LIMIT_NESTING);
        return UTF8_BAD;
    }
    c->marks = is_mark(cp) ? c->marks + 1 : 0;
    if (c->marks > LIMIT_MARKS) {
        if (c->marks == LIMIT_MARKS + 1)
            object(c, off, n,
                   "more than %d combining marks on one character; U+%04X and "
                   "what follows it are too many",
                   LIMIT_MARKS, (unsigned)cp);
        return UTF8_BAD;
    }
    if (cp == '\t' || cp == '\n' || cp == '\r')
        return ' ';
    return cp == 0x2029 ? 0x2028 : cp;
}

/* UTF-8 to UTF-16, without what must not be printed. */
static Cleaned clean(Arena *a, Text text, Diag *diag) {
    Cleaner c = {.text = text, .diag = diag};
    match_isolates(a, &c);
    /* UTF-16 never has more units than UTF-8 has bytes. */
    Cleaned out = {ARENA_ARRAY(a, UChar, text.n), NULL, 0};
    if (!diag)
        out.at = ARENA_ARRAY(a, uint32_t, text.n + 1);
    for (size_t at = 0; at < text.n;) {
        size_t from = at;
        uint32_t cp = utf8_next(text.s, text.n, &at);
        if (cp == '\r' && at < text.n && text.s[at] == '\n')
            at++; /* one line end, one space */
        cp = clean_char(&c, cp, from, at - from);
        if (cp == UTF8_BAD)
            continue;
        uint32_t units = (uint32_t)U16_LENGTH(cp);
        for (uint32_t i = 0; out.at && i < units; i++)
            out.at[out.n + i] = (uint32_t)from;
        U16_APPEND_UNSAFE(out.s, out.n, cp);
    }
    if (out.at)
        out.at[out.n] = (uint32_t)text.n;
    if (diag && c.offenders > NAMED_OFFENDERS)
        diag_at(diag, DIAG_ERROR, text.span,
                "%zu more characters here cannot be printed",
                c.offenders - NAMED_OFFENDERS);
    return out;
}

static const UNormalizer2 *nfc(void) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *n = unorm2_getNFCInstance(&status);
    assert(U_SUCCESS(status)); /* its data is inside the ICU library */
    return n;
}

static bool is_nfc(const UChar *s, uint32_t n) {
    UErrorCode status = U_ZERO_ERROR;
    return unorm2_isNormalized(nfc(), s, (int32_t)n, &status);
}

/* NFC grows UTF-16 by a factor of 3 at most (UAX #15, 9.1). */
static uint32_t normalize(const UChar *s, uint32_t n, UChar *out,
                          uint32_t room) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t m =
        unorm2_normalize(nfc(), s, (int32_t)n, out, (int32_t)room, &status);
    assert(U_SUCCESS(status));
    return (uint32_t)m;
}

/* The new piece; NULL if there is nothing to append. */
static UPiece *append(UBuilder *b, const UChar *s, uint32_t n, Text text,
                      const TextStyle *style) {
    uint32_t start = (uint32_t)b->s.n;
    if (n == 0)
        return NULL;
    if (b->s.cap - b->s.n < n) {
        size_t cap = b->s.n + n;
        cap += cap / 2;
        UChar *grown = ARENA_ARRAY(b->a, UChar, cap);
        if (b->s.n)
            memcpy(grown, b->s.v, b->s.n * sizeof *grown);
        b->s.v = grown;
        b->s.cap = cap;
    }
    memcpy(b->s.v + b->s.n, s, n * sizeof *s);
    b->s.n += n;
    UPiece piece = {start, start + n, text, *style, 0};
    vec_push(b->a, &b->pieces, piece);
    return &b->pieces.v[b->pieces.n - 1];
}

/* Printable ASCII is clean and in NFC: nothing to look for. */
static bool is_ascii(Text text) {
    for (size_t i = 0; i < text.n; i++)
        if (text.s[i] < ' ' || text.s[i] > '~')
            return false;
    return true;
}

static UChar *widen(Arena *a, Text ascii) {
    UChar *out = ARENA_ARRAY(a, UChar, ascii.n);
    for (size_t i = 0; i < ascii.n; i++)
        out[i] = (unsigned char)ascii.s[i];
    return out;
}

void ubuilder_add(UBuilder *b, Text text, const TextStyle *style, Diag *diag) {
    if (text.n > UINT32_MAX / 4) {
        diag_at(diag, DIAG_ERROR, text.span,
                "a text of %zu bytes is too long for one paragraph", text.n);
        return;
    }
    if (is_ascii(text)) {
        append(b, widen(b->a, text), (uint32_t)text.n, text, style);
        return;
    }
    Cleaned c = clean(b->a, text, diag);
    if (!is_nfc(c.s, c.n)) {
        UChar *composed = ARENA_ARRAY(b->a, UChar, 3 * (size_t)c.n);
        c.n = normalize(c.s, c.n, composed, 3 * c.n);
        c.s = composed;
    }
    append(b, c.s, c.n, text, style);
}

static void append_unit(UBuilder *b, UChar unit, const TextStyle *style) {
    append(b, &unit, 1, (Text){"", 0, {0}}, style);
}

void ubuilder_add_isolated(UBuilder *b, Text text, const TextStyle *style,
                           Diag *diag) {
    append_unit(b, FSI, style);
    ubuilder_add(b, text, style, diag);
    append_unit(b, PDI, style);
}

void ubuilder_break(UBuilder *b, const TextStyle *style) {
    append_unit(b, 0x2028, style);
}

int ubuilder_first_strong(const UBuilder *b) {
    return isolate_first_strong(b->s.v, (uint32_t)b->s.n);
}

/* Copy units [from, to) with their pieces into `out`. *piece is the first that
 * ends behind `from` and moves along. */
static void copy_units(UBuilder *out, const UBuilder *b, uint32_t from,
                       uint32_t to, size_t *piece) {
    while (from < to) {
        const UPiece *p = &b->pieces.v[*piece];
        uint32_t end = p->end < to ? p->end : to;
        UPiece *part =
            append(out, b->s.v + from, end - from, p->text, &p->style);
        if (part)
            part->skip = p->skip + (from - p->start);
        from = end;
        if (from == p->end)
            ++*piece;
    }
}

/* Not one character that may be right-to-left or an isolate's. The first of
 * those is U+0590 (DerivedBidiClass.txt); spaces of a set width and the marks
 * from U+2010 are none. */
static bool is_all_left(const UBuilder *b) {
    for (size_t i = 0; i < b->s.n; i++)
        if (b->s.v[i] >= 0x590 && (b->s.v[i] < 0x2000 || b->s.v[i] > 0x200A) &&
            (b->s.v[i] < 0x2010 || b->s.v[i] > 0x2027))
            return false;
    return true;
}

/* Wrap what isolate_find finds in LRI ... PDI. */
static void isolate_stretches(UBuilder *b, bool rtl) {
    UStretch *stretches;
    uint32_t n = (uint32_t)b->s.n;
    if (!rtl && is_all_left(b))
        return;
    size_t count = isolate_find(b->a, b->s.v, n, rtl, &stretches);
    if (count == 0)
        return;
    UBuilder out = {.a = b->a};
    uint32_t done = 0;
    size_t piece = 0;
    for (size_t i = 0; i < count; i++) {
        copy_units(&out, b, done, stretches[i].start, &piece);
        append_unit(&out, LRI, &b->pieces.v[piece].style);
        copy_units(&out, b, stretches[i].start, stretches[i].end, &piece);
        append_unit(&out, PDI, &out.pieces.v[out.pieces.n - 1].style);
        done = stretches[i].end;
    }
    copy_units(&out, b, done, n, &piece);
    *b = out;
}

/* Cut to LIMIT_PARAGRAPH units, not inside a surrogate pair. */
static void cut(UBuilder *b, Diag *diag) {
    if (b->s.n <= LIMIT_PARAGRAPH)
        return;
    size_t n = LIMIT_PARAGRAPH;
    if (U16_IS_TRAIL(b->s.v[n]) && U16_IS_LEAD(b->s.v[n - 1]))
        n--;
    while (b->pieces.v[b->pieces.n - 1].start >= n)
        b->pieces.n--;
    UPiece *last = &b->pieces.v[b->pieces.n - 1];
    last->end = (uint32_t)n;
    diag_at(diag, DIAG_ERROR, last->text.span,
            "a paragraph of %zu characters; more than %d have no place in one: "
            "make several of it",
            b->s.n, LIMIT_PARAGRAPH);
    b->s.n = n;
}

void ubuilder_finish(UBuilder *b, bool rtl, Diag *diag, UString *out) {
    cut(b, diag);
    isolate_stretches(b, rtl);
    *out = (UString){b->s.v, (uint32_t)b->s.n, b->pieces.v, b->pieces.n};
}

const UPiece *ustring_piece(const UString *u, uint32_t at) {
    assert(at < u->n);
    size_t low = 0, high = u->npieces;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (u->pieces[mid].start <= at)
            low = mid;
        else
            high = mid;
    }
    return &u->pieces[low];
}

static bool boundary_before(const Cleaned *raw, uint32_t at) {
    UChar32 cp = (UChar32)utf16_next(raw->s, raw->n, &at);
    return unorm2_hasBoundaryBefore(nfc(), cp);
}

/* The unit of `raw` (not normalized) that unit `target` of its NFC form came
 * from. NFC works between boundaries: walk them until the lengths reach it. */
static uint32_t unnormalized(Arena *a, const Cleaned *raw, uint32_t target) {
    UChar *composed = ARENA_ARRAY(a, UChar, 3 * (size_t)raw->n);
    uint32_t from = 0, done = 0;
    while (from < raw->n) {
        uint32_t to = from;
        do
            U16_FWD_1(raw->s, to, raw->n);
        while (to < raw->n && !boundary_before(raw, to));
        uint32_t n = normalize(raw->s + from, to - from, composed, 3 * raw->n);
        if (target < done + n)
            return n == to - from ? from + (target - done) : from;
        done += n;
        from = to;
    }
    return raw->n;
}

Span ustring_span(const UString *u, uint32_t from, uint32_t to) {
    if (u->n == 0 || from >= u->n)
        return (Span){0};
    const UPiece *p = ustring_piece(u, from);
    if (!p->text.span.src || p->text.n == 0)
        return p->text.span;
    if (to > p->end)
        to = p->end;
    if (to <= from)
        to = from + 1;
    Arena *a = arena_new();
    Cleaned raw = clean(a, p->text, NULL);
    uint32_t first = p->skip + (from - p->start);
    uint32_t last = p->skip + (to - 1 - p->start);
    if (!is_nfc(raw.s, raw.n)) {
        first = unnormalized(a, &raw, first);
        last = unnormalized(a, &raw, last);
    }
    size_t off = raw.at[first], end = raw.at[last];
    if (end < p->text.n)
        utf8_next(p->text.s, p->text.n, &end);
    Span span = text_span(p->text, off, end - off);
    arena_free(a);
    return span;
}

char *ustring_utf8(Arena *a, const UString *u, uint32_t from, uint32_t to) {
    assert(from <= to && to <= u->n);
    char *s = ARENA_ARRAY(a, char, 3 * (size_t)(to - from) + 1);
    size_t n = 0;
    while (from < to)
        n += utf8_put(s + n, utf16_next(u->s, to, &from));
    s[n] = '\0';
    return s;
}
