/* From what poppler says of a page to words and lines with their places.
 *
 * poppler_page_get_text gives the page as a string;
 * poppler_page_get_text_layout a rectangle for each character of it, blanks and
 * line ends included. The two run apart where there is right-to-left text: in
 * the string each word of such a page stands between U+202B and U+202C, each
 * stretch of a word against the page's direction between U+202A or U+202B and
 * U+202C, and is turned round (TextPage::dumpFragment); the rectangles go from
 * left to right and know none of that. So these marks are read as brackets and
 * what is between them turned back.
 */
#include "input/pdftext_private.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include "base/utf8.h"

#define LRE 0x202A
#define RLE 0x202B
#define PDF 0x202C

typedef struct FaceRun {
    size_t from, to; /* rectangles */
    uint32_t face;
} FaceRun;

typedef VEC(FaceRun) FaceRuns;

typedef struct Unpacker {
    Arena *arena;
    const char *text;
    size_t ntext, at;
    const char *rects; /* Len[4] each, not aligned */
    size_t nrects, rect;
    FaceRuns runs; /* in the order of the rectangles */
    size_t run;
    bool placed;
    VEC(PdfChar) chars;
    VEC(PdfWord) words;
    VEC(PdfLine) lines;
    size_t word, line; /* where the open ones began */
    bool turned;       /* the page has right-to-left words */
} Unpacker;

/* ---- characters ---- */

static PdfBox next_rect(Unpacker *u) {
    Len v[4] = {0};
    if (u->placed && u->rect < u->nrects)
        memcpy(v, u->rects + u->rect * sizeof v, sizeof v);
    u->rect++;
    /* In int64: both ends may lie at the ends of the range. */
    int64_t w = (int64_t)v[2] - v[0], h = (int64_t)v[3] - v[1];
    return (PdfBox){v[0], v[1],
                    w < 0         ? 0
                    : w > LEN_MAX ? LEN_MAX
                                  : (Len)w,
                    h < 0         ? 0
                    : h > LEN_MAX ? LEN_MAX
                                  : (Len)h};
}

/* The face at the next rectangle. */
static uint32_t next_face(Unpacker *u) {
    while (u->run < u->runs.n && u->runs.v[u->run].to <= u->rect)
        u->run++;
    if (u->run == u->runs.n || u->runs.v[u->run].from > u->rect)
        return 0;
    return u->runs.v[u->run].face;
}

static void push(Unpacker *u, uint32_t c) {
    PdfChar ch = {.c = c};
    vec_push(u->arena, &u->chars, ch);
}

/* A control character is none that could be printed. */
static uint32_t peek(const Unpacker *u, size_t *next) {
    *next = u->at;
    uint32_t c = utf8_next(u->text, u->ntext, next);
    bool control = (c < ' ' && c != '\n') || (c >= 0x7F && c < 0xA0);
    return c == UTF8_BAD || control ? 0xFFFD : c;
}

static void turn_round(Unpacker *u, size_t from) {
    for (size_t to = u->chars.n; from + 1 < to; from++) {
        PdfChar c = u->chars.v[from];
        u->chars.v[from] = u->chars.v[--to];
        u->chars.v[to] = c;
    }
}

/* What stands between U+202B and U+202C, marks taken. */
static void read_turned(Unpacker *u) {
    size_t from = u->chars.n, inner = SIZE_MAX, next;
    u->turned = true;
    while (u->at < u->ntext) {
        uint32_t c = peek(u, &next);
        u->at = next;
        if (c == LRE && inner == SIZE_MAX) {
            inner = u->chars.n;
        } else if (c == PDF && inner != SIZE_MAX) {
            turn_round(u, inner);
            inner = SIZE_MAX;
        } else if (c == PDF) {
            break;
        } else {
            push(u, c);
        }
    }
    turn_round(u, from);
}

static PdfBox join(PdfBox a, PdfBox b) {
    Len left = a.x < b.x ? a.x : b.x, top = a.y < b.y ? a.y : b.y;
    int64_t right = (int64_t)a.x + a.w, bottom = (int64_t)a.y + a.h;
    if ((int64_t)b.x + b.w > right)
        right = (int64_t)b.x + b.w;
    if ((int64_t)b.y + b.h > bottom)
        bottom = (int64_t)b.y + b.h;
    right -= left;
    bottom -= top;
    return (PdfBox){left, top, right > LEN_MAX ? LEN_MAX : (Len)right,
                    bottom > LEN_MAX ? LEN_MAX : (Len)bottom};
}

/* ---- words and lines ---- */

static void end_word(Unpacker *u, bool blank) {
    PdfWord w = {.from = u->word, .to = u->chars.n, .blank = blank};
    for (size_t i = w.from; i < w.to; i++) {
        PdfChar *c = &u->chars.v[i];
        c->face = next_face(u);
        c->box = next_rect(u);
        w.box = i == w.from ? c->box : join(w.box, c->box);
    }
    if (w.to > w.from)
        vec_push(u->arena, &u->words, w);
    u->word = u->chars.n;
}

static int by_place(const void *a, const void *b) {
    const PdfWord *x = a, *y = b;
    if (x->box.x != y->box.x)
        return x->box.x < y->box.x ? -1 : 1;
    return x->from < y->from ? -1 : x->from > y->from;
}

/* The words side by side, as they are not in a line of turned text? */
static bool is_level(const Unpacker *u, size_t from) {
    const PdfBox first = u->words.v[from].box;
    int64_t bottom = (int64_t)first.y + first.h;
    for (size_t i = from + 1; i < u->words.n; i++) {
        const PdfBox b = u->words.v[i].box;
        if (b.y >= bottom || (int64_t)b.y + b.h <= first.y)
            return false;
    }
    return true;
}

/* On a right-to-left page words come from the right. Each says whether there is
 * a blank to its right, but for the last, whose blank is left out as that of a
 * line's end: so the gap must tell. */
static void order_words(PdfWord *v, size_t n) {
    qsort(v, n, sizeof *v, by_place);
    int64_t gap = n > 1 ? (int64_t)v[1].box.x - v[0].box.x - v[0].box.w : 0;
    v[0].blank = v[0].blank || gap > v[0].box.h / 10;
}

static void end_line(Unpacker *u) {
    PdfLine line = {.from = u->line, .to = u->words.n};
    if (line.to > line.from) {
        if (u->turned && u->placed && is_level(u, line.from))
            order_words(u->words.v + line.from, line.to - line.from);
        line.box = u->words.v[line.from].box;
        for (size_t i = line.from + 1; i < line.to; i++)
            line.box = join(line.box, u->words.v[i].box);
        vec_push(u->arena, &u->lines, line);
    }
    u->line = u->words.n;
}

static void read_text(Unpacker *u) {
    while (u->at < u->ntext) {
        size_t next;
        uint32_t c = peek(u, &next);
        if (c == RLE)
            end_word(u, false);
        u->at = next;
        if (c == RLE) {
            read_turned(u); /* a blank may come behind it */
        } else if (c == ' ' || c == '\n') {
            end_word(u, c == ' ');
            next_rect(u);
            if (c == '\n')
                end_line(u);
        } else if (c != LRE && c != PDF) {
            push(u, c);
        }
    }
    end_word(u, false);
    end_line(u);
}

/* ---- faces ---- */

static bool ends_in(const char *s, size_t n, const char *end) {
    size_t m = strlen(end);
    return n > m && memcmp(s + n - m, end, m) == 0;
}

/* "ABCDEF+NotoSans" is a subset (ISO 32000-1, 9.6.4); a face of CIDs has its
 * CMap's name behind (9.7.6.2). */
static const char *plain_name(Arena *a, const char *s, size_t n) {
    static const char *const cmaps[] = {"-Identity-H", "-Identity-V"};
    for (size_t i = 0; i < 2; i++)
        if (ends_in(s, n, cmaps[i]))
            n -= strlen(cmaps[i]);
    size_t tag = 0;
    while (tag < n && s[tag] >= 'A' && s[tag] <= 'Z')
        tag++;
    if (tag == 6 && n > 7 && s[6] == '+') {
        s += 7;
        n -= 7;
    }
    return arena_strndup(a, s, n);
}

static bool read_faces(Arena *a, const char *s, size_t n, uint32_t count,
                       PdfPage *page, FaceRuns *runs) {
    VEC(PdfFace) faces = {0};
    PdfFace unknown = {.name = ""};
    vec_push(a, &faces, unknown);
    for (uint32_t i = 0; i < count; i++) {
        PdfRun run;
        if (n < sizeof run)
            return false;
        memcpy(&run, s, sizeof run);
        s += sizeof run;
        n -= sizeof run;
        if (run.name > n || run.from < 0 || run.to < run.from)
            return false;
        const PdfFace face = {plain_name(a, s, run.name), run.size};
        s += run.name;
        n -= run.name;
        const PdfFace *last = &faces.v[faces.n - 1];
        if (last->size != face.size || strcmp(last->name, face.name) != 0)
            vec_push(a, &faces, face);
        FaceRun to = {(size_t)run.from, (size_t)run.to + 1,
                      (uint32_t)(faces.n - 1)};
        vec_push(a, runs, to);
    }
    page->faces = faces.v;
    page->nfaces = faces.n;
    return n == 0;
}

/* ---- a page ---- */

/* `placed` false: without rectangles. They must be as many as the characters;
 * a file with marks of its own can bring about that they are not. Then the text
 * stays, in poppler's order. */
static bool unpack(Unpacker *u, bool placed, PdfPage *out) {
    u->placed = placed;
    u->at = u->rect = u->run = u->word = u->line = 0;
    u->chars.n = u->words.n = u->lines.n = 0;
    u->turned = false;
    read_text(u);
    out->chars = u->chars.v;
    out->nchars = u->chars.n;
    out->words = u->words.v;
    out->nwords = u->words.n;
    out->lines = u->lines.v;
    out->nlines = u->lines.n;
    out->placed = placed;
    return u->rect == u->nrects;
}

bool pdfpage_unpack(Arena *a, const char *s, size_t n, PdfPage *out) {
    PdfPageHead head;
    Unpacker u = {.arena = a};
    if (n < sizeof head)
        return false;
    memcpy(&head, s, sizeof head);
    s += sizeof head;
    n -= sizeof head;
    if (head.text > n || head.rects > (n - head.text) / sizeof(Len[4]))
        return false;
    size_t rects = head.rects * sizeof(Len[4]);
    out->w = head.w;
    out->h = head.h;
    if (!read_faces(a, s + head.text + rects, n - head.text - rects, head.runs,
                    out, &u.runs))
        return false;
    u.text = s;
    u.ntext = head.text;
    u.rects = s + head.text;
    u.nrects = head.rects;
    if (!unpack(&u, true, out))
        unpack(&u, false, out);
    return true;
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

char *pdftext_line(Arena *a, const PdfPage *page, const PdfLine *line) {
    VEC(uint32_t) all = {0};
    for (size_t w = line->from; w < line->to; w++) {
        const PdfWord *word = &page->words[w];
        for (size_t i = word->from; i < word->to; i++)
            vec_push(a, &all, page->chars[i].c);
        if (word->blank && w + 1 < line->to)
            vec_push(a, &all, ' ');
    }
    return pdftext_logical(a, all.v, all.n);
}
