/* What `pdftotext -bbox-layout` prints of a page:
 *
 *     <page width="595.275570" height="841.889770">
 *       <flow>
 *         <block xMin="51.024" yMin="108.917" xMax="143.997" yMax="153.488">
 *           <line ...>
 *             <word ...>Wang</word>
 *
 * Only these tags, with end tags; text has the five entities of XML. A word is
 * as it stands on paper, right-to-left ones too.
 */
#include "input/pdftag.h"
#include "input/pdftext_private.h"

#include <assert.h>
#include <math.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include "base/utf8.h"

typedef struct Parser {
    Arena *arena;
    PdfTags in;
    VEC(PdfWord) words;
    VEC(PdfLine) lines;
    size_t blocks, flows;
    bool ok;
} Parser;

/* ---- places ---- */

/* In points; false if there is none. What is out of range stays at its end:
 * text may lie anywhere. */
static bool length(const PdfTag *t, const char *name, Len *out) {
    double v;
    if (!pdftag_number(t, name, &v))
        return false;
    v *= LEN_PT;
    *out = v > LEN_MAX ? LEN_MAX : v < -LEN_MAX ? -LEN_MAX : (Len)lrint(v);
    return true;
}

static bool read_box(const PdfTag *t, PdfBox *out) {
    Len right, bottom;
    if (!length(t, "xMin", &out->x) || !length(t, "yMin", &out->y) ||
        !length(t, "xMax", &right) || !length(t, "yMax", &bottom))
        return false;
    int64_t w = (int64_t)right - out->x, h = (int64_t)bottom - out->y;
    out->w = w < 0 ? 0 : w > LEN_MAX ? LEN_MAX : (Len)w;
    out->h = h < 0 ? 0 : h > LEN_MAX ? LEN_MAX : (Len)h;
    return true;
}

/* ---- text ---- */

/* &amp; and its like at s[*at]; 0: none. */
static uint32_t entity(const char *s, size_t n, size_t *at) {
    static const struct {
        const char *name;
        char c;
    } all[] = {{"&amp;", '&'},
               {"&lt;", '<'},
               {"&gt;", '>'},
               {"&quot;", '"'},
               {"&apos;", '\''}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        size_t len = strlen(all[i].name);
        if (n - *at >= len && memcmp(s + *at, all[i].name, len) == 0) {
            *at += len;
            return (uint32_t)all[i].c;
        }
    }
    return 0;
}

/* The next character; what cannot be printed is U+FFFD. */
static uint32_t next_char(const char *s, size_t n, size_t *at) {
    uint32_t c = s[*at] == '&' ? entity(s, n, at) : 0;
    if (c)
        return c;
    c = utf8_next(s, n, at);
    bool control = c < ' ' || (c >= 0x7F && c < 0xA0);
    return c == UTF8_BAD || control ? 0xFFFD : c;
}

static void read_word(Parser *p, const PdfTag *t) {
    PdfWord word = {0};
    const char *s = p->in.s + p->in.at;
    const char *end = memchr(s, '<', p->in.n - p->in.at);
    if (!end || !read_box(t, &word.box)) {
        p->ok = false;
        return;
    }
    size_t n = (size_t)(end - s), at = 0;
    word.s = ARENA_ARRAY(p->arena, uint32_t, n);
    while (at < n)
        word.s[word.n++] = next_char(s, n, &at);
    p->in.at += n;
    if (word.n > 0)
        vec_push(p->arena, &p->words, word);
}

static void begin_line(Parser *p, const PdfTag *t) {
    PdfLine line = {.from = p->words.n,
                    .to = p->words.n,
                    .block = p->blocks,
                    .flow = p->flows};
    p->ok = p->ok && read_box(t, &line.box);
    vec_push(p->arena, &p->lines, line);
}

/* A line whose words were empty is none. */
static void end_line(Parser *p) {
    if (p->lines.n == 0)
        return;
    PdfLine *last = &p->lines.v[p->lines.n - 1];
    last->to = p->words.n;
    if (last->to == last->from)
        p->lines.n--;
}

bool pdfpage_parse(Arena *a, const char *s, size_t n, PdfPage *out) {
    Parser p = {.arena = a, .in = {s, n, 0}, .ok = true};
    bool in_page = false, in_line = false;
    for (PdfTag t; p.ok && pdftag_next(&p.in, &t);) {
        if (pdftag_is(&t, "page") && !in_page) {
            in_page = length(&t, "width", &out->w) &&
                      length(&t, "height", &out->h) && out->w >= 0 &&
                      out->h >= 0;
            p.ok = in_page;
        } else if (pdftag_is(&t, "flow")) {
            p.flows++;
        } else if (pdftag_is(&t, "block")) {
            p.blocks++;
        } else if (pdftag_is(&t, "line") && in_page && !in_line) {
            begin_line(&p, &t);
            in_line = true;
        } else if (pdftag_is(&t, "/line") && in_line) {
            end_line(&p);
            in_line = false;
        } else if (pdftag_is(&t, "word") && in_line) {
            read_word(&p, &t);
        } else if (pdftag_is(&t, "word") || pdftag_is(&t, "line")) {
            p.ok = false;
        }
    }
    out->words = p.words.v;
    out->nwords = p.words.n;
    out->lines = p.lines.v;
    out->nlines = p.lines.n;
    return p.ok && in_page && !in_line;
}

/* ---- reading order ---- */

static bool is_rtl(const uint32_t *s, size_t n) {
    int balance = 0;
    for (size_t i = 0; i < n; i++) {
        UCharDirection d = u_charDirection((UChar32)s[i]);
        balance += d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC;
        balance -= d == U_LEFT_TO_RIGHT;
    }
    return balance > 0;
}

/* UAX #9 the other way: ICU's mode for text in visual order. */
char *pdftext_logical(Arena *a, const uint32_t *s, size_t n) {
    int32_t max = (int32_t)(n < INT32_MAX / 4 ? n : INT32_MAX / 4);
    int32_t len = 0, got = 0, bytes = 0, room = 2 * max + 1;
    UErrorCode status = U_ZERO_ERROR;
    UChar *visual = ARENA_ARRAY(a, UChar, (size_t)room);
    UChar *logical = ARENA_ARRAY(a, UChar, (size_t)room);
    char *out = arena_alloc(a, 3 * (size_t)room);
    /* What is no character becomes U+FFFD. */
    u_strFromUTF32WithSub(visual, room, &len, (const UChar32 *)s, max, 0xFFFD,
                          NULL, &status);
    UBiDi *bidi = ubidi_openSized(len, 0, &status);
    ubidi_setReorderingMode(bidi, UBIDI_REORDER_INVERSE_LIKE_DIRECT);
    ubidi_setPara(bidi, visual, len, is_rtl(s, n), NULL, &status);
    got = ubidi_writeReordered(bidi, logical, room, 0, &status);
    ubidi_close(bidi);
    u_strToUTF8WithSub(out, 3 * room, &bytes, logical, got, 0xFFFD, NULL,
                       &status);
    assert(U_SUCCESS(status));
    return out;
}

/* poppler ends a word at a gap of a tenth of the type's size, which is two
 * thirds of the height of a box or more; and where the size changes, without a
 * gap. */
static bool is_gap(const PdfWord *left, const PdfWord *right) {
    int64_t gap = (int64_t)right->box.x - left->box.x - left->box.w;
    Len h = left->box.h < right->box.h ? left->box.h : right->box.h;
    return gap > h / 20 || gap < -left->box.w;
}

char *pdftext_line(Arena *a, const PdfPage *page, const PdfLine *line) {
    VEC(uint32_t) all = {0};
    for (size_t w = line->from; w < line->to; w++) {
        const PdfWord *word = &page->words[w];
        if (w > line->from && is_gap(word - 1, word))
            vec_push(a, &all, ' ');
        for (size_t i = 0; i < word->n; i++)
            vec_push(a, &all, word->s[i]);
    }
    return pdftext_logical(a, all.v, all.n);
}
