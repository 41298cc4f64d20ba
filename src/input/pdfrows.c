#include "input/pdfrows.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>

/* Words of one row, from left to right. */
typedef struct Words {
    VEC(const PdfWord *) list;
} Words;

typedef struct Maker {
    Arena *arena;
    const PdfPage *page;
    const PdfStretches *styles; /* NULL: none */
    VEC(PdfRow) rows;
    VEC(RowPiece) pieces;
    Buf text;
} Maker;

static int64_t right_of(const PdfBox *b) {
    return (int64_t)b->x + b->w;
}

static int64_t bottom_of(const PdfBox *b) {
    return (int64_t)b->y + b->h;
}

/* ---- which pieces are one row ---- */

static bool is_label_word(const PdfWord *w, bool *bullet) {
    uint32_t last = w->s[w->n - 1];
    *bullet = false;
    if (w->n == 1) {
        uint32_t c = w->s[0];
        *bullet = c == 0x2022 || c == 0x25CF || c == 0x25AA || c == 0x25E6 ||
                  c == 0x25A0 || c == 0x25CB || c == 0x2023 || c == 0x27A2 ||
                  c == 0xB7 || u_charType((UChar32)c) == U_PRIVATE_USE_CHAR;
        return *bullet || c == '-' || c == '*' || c == 0x2013 || c == 'o';
    }
    if (w->n > 3 || (last != '.' && last != ')'))
        return false;
    for (size_t i = 0; i + 1 < w->n; i++)
        if (w->s[i] < '0' || w->s[i] > '9')
            return w->n == 2 && u_islower((UChar32)w->s[0]);
    return true;
}

/* As a footnote's. */
static bool is_number(const PdfWord *w) {
    for (size_t i = 0; i < w->n; i++)
        if (w->s[i] < '0' || w->s[i] > '9')
            return false;
    return w->n <= 3;
}

static bool same_height(const PdfBox *a, const PdfBox *b) {
    int64_t top = a->y > b->y ? a->y : b->y;
    int64_t bottom = bottom_of(a) < bottom_of(b) ? bottom_of(a) : bottom_of(b);
    Len lower = a->h < b->h ? a->h : b->h;
    return bottom - top > lower / 2;
}

/* A vowel sign of Tibetan and its like, which stands over its letter: poppler
 * begins a line with each. */
static bool is_mark(const PdfWord *w) {
    return (U_GET_GC_MASK((UChar32)w->s[0]) & U_GC_M_MASK) != 0;
}

/* Does `b` go on to the right of `a` in the same row? */
static bool goes_on(const PdfPage *page, const PdfLine *a, const PdfLine *b) {
    bool bullet;
    if (!same_height(&a->box, &b->box))
        return false;
    if (is_mark(&page->words[b->from]) && b->box.x >= a->box.x)
        return a->block == b->block;
    if (b->box.x < right_of(&a->box))
        return false;
    const PdfWord *first = &page->words[a->from];
    bool label = a->to - a->from == 1 &&
                 (is_label_word(first, &bullet) || is_number(first)) &&
                 b->box.x - right_of(&a->box) < LEN_OF_PT(54);
    return a->block == b->block || label;
}

static int by_x(const void *a, const void *b) {
    const PdfWord *x = *(const PdfWord *const *)a;
    const PdfWord *y = *(const PdfWord *const *)b;
    return (x->box.x > y->box.x) - (x->box.x < y->box.x);
}

/* ---- one row ---- */

/* The word that stands for most of the row. */
static const PdfWord *main_word(const Words *words) {
    const PdfWord *best = words->list.v[0];
    for (size_t i = 1; i < words->list.n; i++)
        if (words->list.v[i]->n > best->n)
            best = words->list.v[i];
    return best;
}

static bool is_raised(const PdfWord *w, const PdfRow *row) {
    return w->box.h < row->h - row->h / 8 &&
           bottom_of(&w->box) < (int64_t)row->base - row->h / 8;
}

/* How wide a character is, roughly, in quarters of a letter's width. */
static int64_t weight_of(uint32_t cp) {
    if (cp >= 0x2E80 && cp < 0xFFF0)
        return 8;
    if (u_ispunct((UChar32)cp) || cp == 'i' || cp == 'l' || cp == 'j' ||
        cp == 't' || cp == 'f' || cp == 'I')
        return 2;
    return cp == 'm' || cp == 'w' || u_isupper((UChar32)cp) ? 6 : 4;
}

/* The middle of character i of a word. */
static Len middle_of(const PdfWord *w, size_t i) {
    int64_t all = 0, before = 0;
    for (size_t k = 0; k < w->n; k++) {
        int64_t weight = weight_of(w->s[k]);
        before += k < i ? 2 * weight : k == i ? weight : 0;
        all += 2 * weight;
    }
    return w->box.x + (Len)((int64_t)w->box.w * before / (all > 0 ? all : 1));
}

/* Fonts by the character; a link by the word, as its ends are known less well.
 */
static DocStyle style_at(Maker *m, const PdfWord *w, size_t i, bool raised) {
    DocStyle style = {.superscript = raised};
    Len x = middle_of(w, i);
    Len y = w->box.y + w->box.h / 2;
    if (!m->styles)
        return style;
    const PdfStretch *s = pdfstyle_at(m->styles, x, y);
    const PdfStretch *all = pdfstyle_at(m->styles, w->box.x + w->box.w / 2, y);
    if (s) {
        style.strong = s->bold;
        style.emphasis = s->italic;
    }
    if (all)
        style.link = all->link;
    return style;
}

static bool same_style(const DocStyle *a, const DocStyle *b) {
    return a->strong == b->strong && a->emphasis == b->emphasis &&
           a->superscript == b->superscript && a->link == b->link;
}

static void add_piece(Maker *m, const char *s, size_t n, DocStyle style) {
    RowPiece piece = {s, n, style};
    vec_push(m->arena, &m->pieces, piece);
    buf_add(&m->text, s, n);
}

/* Characters of a word whose style is looked up one by one. */
#define WORD_STYLED 200

static void add_word(Maker *m, const PdfWord *w, const PdfRow *row) {
    char *s = arena_alloc(m->arena, 4 * w->n);
    bool raised = is_raised(w, row);
    DocStyle style = style_at(m, w, 0, raised);
    size_t from = 0, to = 0;
    for (size_t i = 0; i < w->n; i++) {
        DocStyle next = i < WORD_STYLED ? style_at(m, w, i, raised) : style;
        if (!same_style(&style, &next)) {
            add_piece(m, s + from, to - from, style);
            from = to;
            style = next;
        }
        to += utf8_put(s + to, w->s[i]);
    }
    add_piece(m, s + from, to - from, style);
}

static const PdfStretch *stretch_of(Maker *m, const PdfWord *w, bool last) {
    Len x = last ? (Len)right_of(&w->box) - w->box.w / 20 - 1
                 : w->box.x + w->box.w / 20 + 1;
    return m->styles ? pdfstyle_at(m->styles, x, w->box.y + w->box.h / 2)
                     : NULL;
}

/* Between Han and other letters programs put up to a quarter of an em of their
 * own, where no blank was typed. */
static bool is_autospace(Maker *m, const PdfWord *a, const PdfWord *b,
                         int64_t gap, const PdfRow *row) {
    uint32_t x = a->s[a->n - 1], y = b->s[0];
    bool han = u_hasBinaryProperty((UChar32)x, UCHAR_IDEOGRAPHIC) !=
               u_hasBinaryProperty((UChar32)y, UCHAR_IDEOGRAPHIC);
    if (!han || !u_isalnum((UChar32)x) || !u_isalnum((UChar32)y) ||
        gap * 10 >= (int64_t)row->size * 4)
        return false;
    const PdfStretch *before = stretch_of(m, a, true);
    const PdfStretch *behind = stretch_of(m, b, false);
    return !(before && before->blank) && !(behind && behind->blank_first);
}

/* What parts word i from the one before: nothing, a blank, or a tab. */
static const char *between(Maker *m, const Words *words, size_t i,
                           const PdfRow *row) {
    const PdfWord *a = words->list.v[i - 1], *b = words->list.v[i];
    int64_t right = right_of(&a->box);
    /* A sign over a letter ends where the letter does. */
    if (i > 1 && is_mark(a) && right_of(&words->list.v[i - 2]->box) > right)
        right = right_of(&words->list.v[i - 2]->box);
    int64_t gap = b->box.x - right;
    Len low = a->box.h < b->box.h ? a->box.h : b->box.h;
    if (gap <= low / 20 || is_autospace(m, a, b, gap, row))
        return "";
    return gap > 2 * (int64_t)row->h ? "\t" : " ";
}

static void fill_pieces(Maker *m, const Words *words, PdfRow *row) {
    for (size_t i = 0; i < words->list.n; i++) {
        const PdfWord *w = words->list.v[i];
        if (i > 0) {
            const char *gap = between(m, words, i, row);
            DocStyle none = {0};
            if (*gap)
                add_piece(m, gap, 1, none);
        }
        add_word(m, w, row);
    }
}

/* Right-to-left rows are turned round as a whole, so they have one style. */
static bool fill_rtl(Maker *m, const Words *words, const PdfRow *row) {
    VEC(uint32_t) all = {0};
    bool rtl = false;
    for (size_t i = 0; i < words->list.n; i++) {
        const PdfWord *w = words->list.v[i];
        if (i > 0 && *between(m, words, i, row))
            vec_push(m->arena, &all, ' ');
        for (size_t k = 0; k < w->n; k++) {
            UCharDirection d = u_charDirection((UChar32)w->s[k]);
            rtl = rtl || d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC;
            vec_push(m->arena, &all, w->s[k]);
        }
    }
    if (!rtl)
        return false;
    const char *s = pdftext_logical(m->arena, all.v, all.n);
    add_piece(m, s, strlen(s), style_at(m, words->list.v[0], 0, false));
    return true;
}

static bool is_address(const PdfWord *w) {
    for (size_t i = 0; i + 3 < w->n; i++) {
        const uint32_t *s = w->s + i;
        if ((s[0] == ':' && s[1] == '/' && s[2] == '/') ||
            (s[0] == 'w' && s[1] == 'w' && s[2] == 'w' && s[3] == '.'))
            return true;
    }
    return false;
}

static bool is_han(uint32_t cp) {
    return cp >= 0x2E80 && cp < 0xFFF0;
}

/* How many characters of a word may not be parted from its first: up to a
 * hyphen, but web addresses are broken only where they are longer than
 * a line; of Han, which may break anywhere, one and the signs behind it. */
static size_t first_part(const PdfWord *w) {
    size_t n = 1;
    if (is_han(w->s[0])) {
        while (n < w->n && !is_han(w->s[n]) && !u_isalnum((UChar32)w->s[n]))
            n++;
        return n;
    }
    if (is_address(w))
        return w->n;
    for (; n + 1 < w->n; n++)
        if (w->s[n] == '-' || w->s[n] == 0x2013)
            return n + 1;
    return w->n;
}

/* How much would have to fit on the row before; a footnote's mark stays at its
 * word. */
static Len first_width(const Words *words) {
    const PdfWord *w = words->list.v[0];
    size_t n = first_part(w);
    int64_t width = (int64_t)w->box.w * (int64_t)n / (int64_t)w->n;
    for (size_t i = 1; n == w->n && i < words->list.n; i++) {
        const PdfWord *next = words->list.v[i];
        if (next->box.x - right_of(&w->box) > w->box.h / 20)
            break;
        width = right_of(&next->box) - words->list.v[0]->box.x;
        w = next;
        n = w->n;
    }
    return (Len)(width > LEN_MAX ? LEN_MAX : width);
}

static Len blank_width(const Words *words, const PdfRow *row) {
    int64_t sum = 0, n = 0;
    for (size_t i = 1; i < words->list.n; i++) {
        int64_t gap =
            words->list.v[i]->box.x - right_of(&words->list.v[i - 1]->box);
        if (gap > row->h / 20 && gap < row->h) {
            sum += gap;
            n++;
        }
    }
    return n > 0 ? (Len)(sum / n) : row->h / 5;
}

static void find_label(Maker *m, const Words *words, PdfRow *row) {
    const PdfWord *first = words->list.v[0];
    row->text_x = row->x;
    if (words->list.n < 2)
        return;
    const PdfWord *second = words->list.v[1];
    row->label = is_label_word(first, &row->bullet);
    /* A letter o is one only where it stands like one (Word's second level). */
    if (row->label && first->s[0] == 'o' && first->n == 1)
        row->label = row->bullet =
            second->box.x - right_of(&first->box) > row->h / 2;
    if (row->label)
        row->text_x = second->box.x;
    const char *link = style_at(m, first, 0, false).link;
    row->raised = is_number(first) &&
                  (is_raised(first, row) || (link && strcmp(link, "#") == 0));
}

static void set_style(Maker *m, const Words *words, const PdfWord *most,
                      PdfRow *row) {
    const PdfWord *last = words->list.v[words->list.n - 1];
    row->size = most->box.h / 4 * 3;
    if (!m->styles)
        return;
    const PdfStretch *s = pdfstyle_at(m->styles, most->box.x + most->box.w / 2,
                                      most->box.y + most->box.h / 2);
    if (s && s->size > 0)
        row->size = s->size;
    s = stretch_of(m, last, true);
    row->blank_end = s && s->blank;
}

static void make_row(Maker *m, const Words *words, size_t block) {
    PdfRow row = {.page = (unsigned)m->page->number, .block = block};
    const PdfWord *most = main_word(words);
    const PdfWord *last = words->list.v[words->list.n - 1];
    row.x = words->list.v[0]->box.x;
    row.right = (Len)right_of(&last->box);
    row.base = (Len)bottom_of(&most->box);
    row.h = most->box.h > 0 ? most->box.h : 1;
    row.blank = blank_width(words, &row);
    find_label(m, words, &row);
    set_style(m, words, most, &row);
    row.first = first_width(words);
    m->pieces.v = NULL;
    m->pieces.n = m->pieces.cap = 0;
    buf_clear(&m->text);
    if (!fill_rtl(m, words, &row))
        fill_pieces(m, words, &row);
    row.pieces = m->pieces.v;
    row.n = m->pieces.n;
    row.text =
        (Text){arena_strndup(m->arena, m->text.s ? m->text.s : "", m->text.n),
               m->text.n,
               {0}};
    vec_push(m->arena, &m->rows, row);
}

/* Half of the largest page that there may be (ISO 32000-1, C.2), so that sums
 * of places are lengths. What lies farther out is not printed. */
static bool on_paper(const PdfBox *b) {
    const Len most = LEN_OF_PT(PDF_FARTHEST);
    return b->x > -most && b->x < most && b->y > -most && b->y < most &&
           b->w < most && b->h < most;
}

static void read_page(Maker *m) {
    const PdfPage *page = m->page;
    for (size_t i = 0; i < page->nlines;) {
        Words words = {0};
        size_t to = i;
        do {
            for (size_t w = page->lines[to].from; w < page->lines[to].to; w++) {
                const PdfWord *word = &page->words[w];
                if (on_paper(&word->box))
                    vec_push(m->arena, &words.list, word);
            }
            to++;
        } while (to < page->nlines &&
                 goes_on(page, &page->lines[to - 1], &page->lines[to]));
        if (words.list.n > 0) {
            qsort(words.list.v, words.list.n, sizeof *words.list.v, by_x);
            make_row(m, &words, page->lines[i].block);
        }
        i = to;
    }
}

PdfRows pdfrows_new(Arena *a, const PdfText *text, const PdfStyles *styles) {
    Maker m = {.arena = a};
    for (size_t i = 0; i < text->n; i++) {
        PdfPage page = text->pages[i];
        pdfcolumns_part(a, &page);
        m.page = &page;
        size_t from = m.rows.n;
        m.styles = i < styles->n ? &styles->pages[i] : NULL;
        read_page(&m);
        pdfrows_order(a, m.rows.v + from, m.rows.n - from);
    }
    buf_free(&m.text);
    return (PdfRows){m.rows.v, m.rows.n};
}
