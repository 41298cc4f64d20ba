/* What `pdftohtml -xml -zoom 3` prints of a page, three units a point:
 *
 *     <fontspec id="1" size="36" family="CAAAAA+DejaVuSerif" color="#000000"/>
 *     <text top="91.5" left="283.8" width="177.8" height="46.8" font="1"><b>a
 *     word</b> <a href="https://example.org/">and</a></text>
 */
#include "input/pdfstyle.h"

#include "base/limits.h"
#include "input/pdftag.h"
#include "input/pdftext_private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ZOOM 3
/* Stretches of a page that are looked at for one character: a line has fifty.
 */
#define STRETCHES 2000
/* Fonts of a document that are known by their size. */
#define FONTS 4096

typedef struct Parser {
    Arena *arena;
    PdfTags in;
    Len *sizes; /* of the fonts, by number; they hold for later pages too */
    VEC(PdfStretch) stretches;
} Parser;

/* 0 where there is none. */
static double number(const PdfTag *t, const char *name) {
    double v;
    return pdftag_number(t, name, &v) && isfinite(v) ? v : 0;
}

static Len length(const PdfTag *t, const char *name) {
    double pt = number(t, name) / ZOOM;
    pt = pt > PDF_FARTHEST ? PDF_FARTHEST : pt;
    return LEN_OF_PT(pt < -PDF_FARTHEST ? -PDF_FARTHEST : pt);
}

static int font_of(const PdfTag *t, const char *name) {
    double id = number(t, name);
    return id >= 0 && id < FONTS ? (int)id : 0;
}

static const char *link_of(Parser *p, const PdfTag *t) {
    Text href = pdftag_value(t, "href");
    char *out = arena_alloc(p->arena, href.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < href.n; i++) {
        out[n++] = href.s[i];
        if (href.n - i >= 5 && memcmp(href.s + i, "&amp;", 5) == 0)
            i += 4;
    }
    /* A place in the file itself: "none.html#2". */
    if (n > 10 && memcmp(out, "none.html#", 10) == 0)
        return "#";
    return n > 0 ? out : NULL;
}

/* How many characters stand in n bytes; an entity is one. */
static size_t count_chars(const char *s, size_t n) {
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        const char *end = s[i] == '&' ? memchr(s + i, ';', n - i) : NULL;
        count += ((unsigned char)s[i] & 0xC0) != 0x80;
        if (end && end - (s + i) < 8)
            i = (size_t)(end - s);
    }
    return count;
}

/* Part of a <text>, between its tags. */
typedef struct Part {
    size_t from, to; /* characters */
    bool bold, italic;
    const char *link;
} Part;

/* Places within one <text> are taken in proportion to its characters. */
static void add_parts(Parser *p, const PdfStretch *whole, const Part *parts,
                      size_t n) {
    size_t all = n > 0 ? parts[n - 1].to : 0;
    for (size_t i = 0; i < n; i++) {
        PdfStretch one = *whole;
        int64_t w = whole->box.w;
        int64_t from = w * (int64_t)parts[i].from / (int64_t)all;
        int64_t to = w * (int64_t)parts[i].to / (int64_t)all;
        one.box.x = (Len)(whole->box.x + from);
        one.box.w = (Len)(to - from);
        one.bold = parts[i].bold;
        one.italic = parts[i].italic;
        one.link = parts[i].link;
        vec_push(p->arena, &p->stretches, one);
    }
}

static void read_stretch(Parser *p, const PdfTag *open) {
    PdfStretch whole = {.box = {length(open, "left"), length(open, "top"),
                                length(open, "width"), length(open, "height")},
                        .size = p->sizes[font_of(open, "font")]};
    VEC(Part) parts = {0};
    Part now = {0};
    for (PdfTag t;;) {
        const char *s = p->in.s + p->in.at;
        if (!pdftag_next(&p->in, &t))
            return;
        size_t n = (size_t)(t.s - 1 - s);
        if (n > 0) {
            whole.blank = s[n - 1] == ' ';
            whole.blank_first = now.from == 0 ? *s == ' ' : whole.blank_first;
            now.to = now.from + count_chars(s, n);
            if (now.to > now.from)
                vec_push(p->arena, &parts, now);
            now.from = now.to;
        }
        if (pdftag_is(&t, "/text"))
            break;
        if (pdftag_is(&t, "text")) { /* it was never closed */
            p->in.at = (size_t)(t.s - 1 - p->in.s);
            break;
        }
        if (pdftag_is(&t, "b") || pdftag_is(&t, "/b"))
            now.bold = *t.s != '/';
        else if (pdftag_is(&t, "i") || pdftag_is(&t, "/i"))
            now.italic = *t.s != '/';
        else if (pdftag_is(&t, "a") || pdftag_is(&t, "/a"))
            now.link = *t.s != '/' ? link_of(p, &t) : NULL;
    }
    if (whole.box.w > 0 && whole.box.h > 0)
        add_parts(p, &whole, parts.v, parts.n);
}

static int by_place(const void *a, const void *b) {
    const PdfStretch *x = a, *y = b;
    if (x->box.y != y->box.y)
        return x->box.y < y->box.y ? -1 : 1;
    return (x->box.x > y->box.x) - (x->box.x < y->box.x);
}

static void parse(Arena *a, const char *s, size_t n, Len *sizes,
                  PdfStretches *out) {
    Parser p = {.arena = a, .in = {s, n, 0}, .sizes = sizes};
    for (PdfTag t; pdftag_next(&p.in, &t);) {
        if (pdftag_is(&t, "fontspec"))
            sizes[font_of(&t, "id")] = length(&t, "size");
        else if (pdftag_is(&t, "text"))
            read_stretch(&p, &t);
    }
    *out = (PdfStretches){p.stretches.v, p.stretches.n, 0};
    if (out->n > 0)
        qsort(out->v, out->n, sizeof *out->v, by_place);
    for (size_t i = 0; i < out->n; i++)
        if (out->v[i].box.h > out->highest)
            out->highest = out->v[i].box.h;
}

void pdfstyle_parse(Arena *a, const char *s, size_t n, PdfStretches *out) {
    parse(a, s, n, ARENA_ARRAY(a, Len, FONTS), out);
}

struct PdfStyleReader {
    Arena *arena;
    Diag *diag; /* what goes wrong is nobody's concern */
    int fd;
    PdfReader *reader;
};

PdfStyleReader *pdfstyle_open(Arena *a, const void *bytes, size_t n,
                              const PdfTextOptions *opt) {
    char name[] = "pdftohtml", xml[] = "-xml", images[] = "-i";
    char to[] = "-stdout", zoom[] = "-zoom", times[] = "3", quiet[] = "-q";
    char exact[] = "-noroundcoord", dash[] = "-", none[] = "none";
    char last[] = "-l", *most = arena_printf(a, "%d", LIMIT_PDF_PAGES);
    char *argv[] = {name,  xml,  images, quiet, to,   zoom, times,
                    exact, last, most,   dash,  none, NULL};
    PdfStyleReader *r = ARENA_NEW(a, PdfStyleReader);
    *r = (PdfStyleReader){a, diag_new(), pdfreader_file(bytes, n), NULL};
    if (r->fd >= 0)
        r->reader = pdfreader_open(a, r->fd, opt, argv, "</pdf2xml>", r->diag);
    return r;
}

void pdfstyle_read(PdfStyleReader *r, PdfStyles *out) {
    VEC(PdfStretches) pages = {0};
    Len *sizes = ARENA_ARRAY(r->arena, Len, FONTS);
    for (Text page; r->reader && pdfreader_next(r->reader, r->arena, &page);) {
        PdfStretches one;
        parse(r->arena, page.s, page.n, sizes, &one);
        vec_push(r->arena, &pages, one);
    }
    *out = (PdfStyles){pages.v, pages.n};
    if (!pdftext_close(r->reader))
        *out = (PdfStyles){0};
    if (r->fd >= 0)
        close(r->fd);
    diag_free(r->diag);
}

const PdfStretch *pdfstyle_at(const PdfStretches *page, Len x, Len y) {
    size_t from = 0, to = page->n;
    while (from < to) { /* the first that may reach down to y */
        size_t mid = from + (to - from) / 2;
        if ((int64_t)page->v[mid].box.y + page->highest < y)
            from = mid + 1;
        else
            to = mid;
    }
    const PdfStretch *found = NULL;
    to = from + STRETCHES < page->n ? from + STRETCHES : page->n;
    for (size_t i = from; i < to && page->v[i].box.y <= y; i++) {
        const PdfBox *b = &page->v[i].box;
        if (y - b->y <= b->h && x >= b->x && (int64_t)x - b->x <= b->w)
            found = &page->v[i];
    }
    return found;
}
