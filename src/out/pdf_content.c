#include "out/pdf_content.h"

#include <stdlib.h>
#include <string.h>

/* The pen inside a string is followed in 1e-11 pt: widths come in 1e-6 em, font
 * sizes in 1e-5 pt. 32,767 pt are 3.3e15 of them. */
typedef int64_t Fine;
#define FINE_PER_MILLI 100000000 /* 1/1000 pt */
/* A glyph may stand this far off its place before the pen is put right:
 * 0.002 pt, well under the dot of any printer (0.03 pt at 2,400 dpi). */
#define TOLERANCE (2 * FINE_PER_MILLI)
#define NO_FONT UINT32_MAX

struct Content {
    Buf out;
    Tags *tags;
    const char *lang;
    Len height;

    ContentMark mark; /* what was asked for */
    bool mark_set, mark_open, mark_written;

    int fill, stroke; /* gray, -1: not known */
    Len width, dash;

    bool in_text, in_string;
    uint32_t font;
    int64_t size;           /* of the font in 1e-5 pt */
    int64_t line_x, line_y; /* start of the line (9.4.2), 1/1000 pt */
    Fine pen;               /* x of the pen */
};

Content *content_new(void) {
    Content *c = calloc(1, sizeof *c);
    if (!c)
        oom();
    return c;
}

void content_free(Content *c) {
    if (!c)
        return;
    buf_free(&c->out);
    free(c);
}

void content_begin(Content *c, Len height, Tags *tags, const char *lang) {
    Buf out = c->out;
    buf_clear(&out);
    *c = (Content){.out = out,
                   .tags = tags,
                   .lang = lang,
                   .height = height,
                   .fill = -1,
                   .stroke = -1,
                   .width = -1,
                   .dash = -1,
                   .font = NO_FONT};
}

/* num / den, den > 0, to the nearest; halves away from zero. */
static int64_t nearest(int64_t num, int64_t den) {
    return (num + (num < 0 ? -den / 2 : den / 2)) / den;
}

static int64_t milli(int64_t len) {
    return nearest(len * 1000, LEN_PT);
}

/* 1e11 / 65536 is 48828125 / 32. */
static Fine fine(int64_t len) {
    return nearest(len * 48828125, 32);
}

static int64_t flip(const Content *c, Len y) {
    return (int64_t)c->height - y;
}

static void put_hex(Content *c, uint32_t unit) {
    static const char digits[] = "0123456789ABCDEF";
    const char hex[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15],
                         digits[unit >> 4 & 15], digits[unit & 15]};
    buf_add(&c->out, hex, sizeof hex);
}

static void put_milli(Content *c, int64_t value) {
    buf_fixed(&c->out, value, 3);
    buf_putc(&c->out, ' ');
}

static void put_len(Content *c, int64_t len) {
    put_milli(c, milli(len));
}

static void end_string(Content *c) {
    if (c->in_string)
        buf_puts(&c->out, ">]TJ\n");
    c->in_string = false;
}

static void close_mark(Content *c) {
    end_string(c);
    if (c->mark_written)
        buf_puts(&c->out, "EMC\n");
    c->mark_open = c->mark_written = false;
}

static void put_lang(Content *c, const char *lang) {
    buf_puts(&c->out, "/Lang(");
    for (; *lang; lang++) /* RFC 5646, 2.1: letters, digits, hyphens */
        if (*lang == '-' || (*lang >= '0' && *lang <= '9') ||
            (*lang >= 'A' && *lang <= 'Z') || (*lang >= 'a' && *lang <= 'z'))
            buf_putc(&c->out, *lang);
    buf_putc(&c->out, ')');
}

static void put_actual(Content *c, const ContentMark *m) {
    buf_puts(&c->out, "/ActualText<FEFF");
    for (uint32_t i = 0; i < m->nactual; i++)
        put_hex(c, m->actual[i]);
    buf_putc(&c->out, '>');
}

/* 14.6: a sequence must begin and end inside one text object, or outside of
 * any; so this comes after BT and ET have been seen to. */
static void open_mark(Content *c) {
    const ContentMark *m = &c->mark;
    c->mark_open = true;
    if (c->tags && tags_is_artifact(c->tags, m->tag)) {
        buf_puts(&c->out, "/Artifact BMC\n");
        c->mark_written = true;
        return;
    }
    const char *known = c->tags ? tags_lang(c->tags, m->tag) : c->lang;
    bool foreign = m->lang && *m->lang && strcmp(m->lang, known) != 0;
    bool span = foreign || m->actual;
    if (!span && !c->tags)
        return;
    buf_printf(&c->out, "/%s<<", span ? "Span" : tags_type(c->tags, m->tag));
    if (c->tags)
        buf_printf(&c->out, "/MCID %u", tags_mark(c->tags, m->tag));
    if (foreign)
        put_lang(c, m->lang);
    if (m->actual)
        put_actual(c, m);
    buf_puts(&c->out, ">>BDC\n");
    c->mark_written = true;
}

static bool same_lang(const char *a, const char *b) {
    return a == b || strcmp(a ? a : "", b ? b : "") == 0;
}

void content_mark(Content *c, ContentMark mark) {
    bool goes_on = c->mark_set && !mark.actual && !c->mark.actual &&
                   mark.tag == c->mark.tag &&
                   same_lang(mark.lang, c->mark.lang);
    if (!goes_on)
        close_mark(c);
    c->mark = mark;
    c->mark_set = true;
}

static void enter_text(Content *c) {
    if (!c->in_text) {
        close_mark(c);
        buf_puts(&c->out, "BT\n");
        c->in_text = true;
        c->line_x = c->line_y = 0;
        c->pen = 0;
    }
    if (!c->mark_open)
        open_mark(c);
}

static void enter_graphics(Content *c) {
    if (c->in_text) {
        close_mark(c);
        buf_puts(&c->out, "ET\n");
        c->in_text = false;
    }
    if (!c->mark_open)
        open_mark(c);
}

/* Gray 0..255 as 0..1; black is plain 0, which prints with black ink only. */
static void set_gray(Content *c, int *now, uint8_t gray, const char *op) {
    if (*now == gray)
        return;
    *now = gray;
    end_string(c);
    put_milli(c, nearest(gray * 1000, 255));
    buf_puts(&c->out, op);
}

static void set_font(Content *c, uint32_t font, int64_t size) {
    if (c->font == font && c->size == size)
        return;
    end_string(c);
    c->font = font;
    c->size = size;
    buf_printf(&c->out, "/F%u ", font);
    buf_fixed(&c->out, size, 5);
    buf_puts(&c->out, " Tf\n");
}

/* Td moves from the start of the line, which is known exactly. */
static void move_to(Content *c, int64_t x, int64_t y) {
    end_string(c);
    put_milli(c, x - c->line_x);
    put_milli(c, y - c->line_y);
    buf_puts(&c->out, "Td\n");
    c->line_x = x;
    c->line_y = y;
    c->pen = x * FINE_PER_MILLI;
}

/* Close the gap to the pen inside the string: a number in 1/1000 em, with so
 * many decimals that it is right to 0.001 pt. */
static void adjust(Content *c, Fine gap) {
    int digits = c->size <= 24 * 100000 ? 1 : 2;
    int64_t unit = c->size * (digits == 1 ? 100 : 10); /* in Fine */
    int64_t n = nearest(gap, unit);
    buf_puts(&c->out, c->in_string ? ">" : "[");
    buf_fixed(&c->out, -n, digits);
    buf_putc(&c->out, '<');
    c->in_string = true;
    c->pen += n * unit;
}

void content_glyph(Content *c, PdfCode code, Len em, Len x, Len y) {
    enter_text(c);
    set_gray(c, &c->fill, 0, "g\n");
    set_font(c, code.font, nearest((int64_t)em * 100000, LEN_PT));
    int64_t y_milli = milli(flip(c, y));
    Fine gap = fine(x) - c->pen;
    Fine far = 20 * c->size * 1000000; /* 20 em: another column */
    if (y_milli != c->line_y || gap > far || gap < -far)
        move_to(c, milli(x), y_milli);
    else if (gap > TOLERANCE || gap < -TOLERANCE)
        adjust(c, gap);
    if (!c->in_string)
        buf_puts(&c->out, "[<");
    c->in_string = true;
    put_hex(c, code.code);
    c->pen += (Fine)code.width * c->size;
}

void content_rect(Content *c, Len x, Len y, Len w, Len h, uint8_t gray) {
    enter_graphics(c);
    set_gray(c, &c->fill, gray, "g\n");
    put_len(c, x);
    put_len(c, flip(c, y) - h);
    put_len(c, w);
    put_len(c, h);
    buf_puts(&c->out, "re f\n");
}

void content_line(Content *c, Len x, Len y, Len x2, Len y2, Len width, Len dash,
                  uint8_t gray) {
    enter_graphics(c);
    set_gray(c, &c->stroke, gray, "G\n");
    if (c->width != width) {
        put_len(c, width);
        buf_puts(&c->out, "w\n");
        c->width = width;
    }
    if (c->dash != dash) {
        buf_putc(&c->out, '[');
        if (dash)
            put_len(c, dash);
        buf_puts(&c->out, "]0 d\n");
        c->dash = dash;
    }
    put_len(c, x);
    put_len(c, flip(c, y));
    buf_puts(&c->out, "m ");
    put_len(c, x2);
    put_len(c, flip(c, y2));
    buf_puts(&c->out, "l S\n");
}

void content_form(Content *c, uint32_t number, Len x, Len y, Len h) {
    enter_graphics(c);
    buf_puts(&c->out, "q 1 0 0 1 ");
    put_len(c, x);
    put_len(c, flip(c, y) - h);
    buf_printf(&c->out, "cm /X%u Do Q\n", number);
}

/* An image fills the unit square (8.9.5.1). */
void content_image(Content *c, uint32_t number, Len x, Len y, Len w, Len h) {
    enter_graphics(c);
    buf_puts(&c->out, "q ");
    put_len(c, w);
    buf_puts(&c->out, "0 0 ");
    put_len(c, h);
    put_len(c, x);
    put_len(c, flip(c, y) - h);
    buf_printf(&c->out, "cm /X%u Do Q\n", number);
}

const Buf *content_end(Content *c) {
    close_mark(c);
    if (c->in_text)
        buf_puts(&c->out, "ET\n");
    c->in_text = false;
    return &c->out;
}
