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

/* Readers take a gap of a tenth of an em for a space (poppler, pdf.js): the
 * quarter em between Han and digits, or a justified line of Han, would come out
 * full of spaces. So a glyph with such a gap behind it gets a code whose width
 * takes in the gap, in eighths of an em; what remains is too small to see. Up
 * to half an em: more is a gap that someone meant. */
#define GAP_STEP 125000 /* 1/1,000,000 em */
#define GAP_MIN 80000
#define GAP_MAX 500000

struct Content {
    Buf out;
    Tags *tags;
    const char *lang;
    Len height;

    ContentMark mark; /* what was asked for */
    bool mark_open;   /* it has begun, with an operator if mark_written */
    bool mark_written, mark_done; /* done: another was asked for since */

    int fill, stroke; /* 0xRRGGBB, -1: not known */
    Len width, dash;

    bool in_text, in_string;
    bool pending; /* the last glyph, not written before the next one is known */
    PdfCode code;
    Len em;
    int64_t em_size;       /* the em in 1e-5 pt */
    int64_t along, across; /* where the pen is to be for it, along the axes of
                              its text matrix: x and y, or -y and x */
    Fine at;               /* `along` as the pen counts */
    unsigned turn;
    uint32_t tag; /* its */
    uint32_t font;
    int64_t size;           /* of the font in 1e-5 pt */
    unsigned matrix;        /* quarters that the text matrix turns by */
    bool vertical;          /* that the pen last moved */
    int64_t line_x, line_y; /* start of the line (9.4.2), 1/1000 pt */
    Fine pen;               /* along */
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

void content_of_page(Content *c) {
    c->fill = c->stroke = 0;
    c->width = LEN_PT;
    c->dash = 0;
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

/* A code in a literal string (7.3.4.2): half the bytes of a hexadecimal one to
 * be deflated. A bare CR would be read as LF. */
static void put_code(Content *c, uint32_t unit) {
    buf_reserve(&c->out, 4);
    char *bytes = c->out.s + c->out.n;
    size_t n = 0;
    for (int shift = 8; shift >= 0; shift -= 8) {
        char byte = (char)(unit >> shift & 0xFF);
        if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
            bytes[n++] = '\\';
        bytes[n++] = byte;
        if (byte == '\r')
            bytes[n - 1] = 'r';
    }
    c->out.n += n;
    c->out.s[c->out.n] = '\0';
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
        buf_puts(&c->out, ")]TJ\n");
    c->in_string = false;
}

static void flush_glyph(Content *c);

static void close_mark(Content *c) {
    flush_glyph(c);
    end_string(c);
    if (c->mark_written)
        buf_puts(&c->out, "EMC\n");
    c->mark_open = c->mark_written = c->mark_done = false;
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
    buf_putc(&c->out, '/');
    buf_puts(&c->out, span ? "Span" : tags_type(c->tags, m->tag));
    buf_puts(&c->out, "<<");
    if (c->tags) {
        buf_puts(&c->out, "/MCID ");
        buf_number(&c->out, tags_mark(c->tags, m->tag));
    }
    if (foreign)
        tags_put_lang(&c->out, m->lang);
    if (m->actual)
        put_actual(c, m);
    buf_puts(&c->out, ">>BDC\n");
    c->mark_written = true;
}

static bool same_lang(const char *a, const char *b) {
    return a == b || strcmp(a ? a : "", b ? b : "") == 0;
}

/* The old mark is closed only when something is painted under the new one: the
 * last glyph may still wait. */
void content_mark(Content *c, ContentMark mark) {
    bool goes_on = !mark.actual && !c->mark.actual && mark.tag == c->mark.tag &&
                   same_lang(mark.lang, c->mark.lang);
    c->mark_done = c->mark_done || !goes_on;
    c->mark = mark;
}

static void enter_text(Content *c) {
    if (!c->in_text || c->mark_done)
        close_mark(c);
    if (!c->in_text) {
        buf_puts(&c->out, "BT\n");
        c->in_text = true;
        c->matrix = 0;
        c->vertical = false;
        c->line_x = c->line_y = 0;
        c->pen = 0;
    }
    if (!c->mark_open)
        open_mark(c);
}

static void enter_graphics(Content *c) {
    if (c->in_text || c->mark_done)
        close_mark(c);
    if (c->in_text)
        buf_puts(&c->out, "ET\n");
    c->in_text = false;
    if (!c->mark_open)
        open_mark(c);
}

static int rgb(DisplayColour colour) {
    return colour.r << 16 | colour.g << 8 | colour.b;
}

/* 0..255 as 0..1. A gray is DeviceGray: black is plain 0, which prints with
 * black ink only. `ops`: of gray, of colour. */
static void set_colour(Content *c, int *now, DisplayColour colour,
                       const char *const ops[2]) {
    const uint8_t part[3] = {colour.r, colour.g, colour.b};
    *now = rgb(colour);
    end_string(c);
    bool gray = part[0] == part[1] && part[1] == part[2];
    for (int i = 0; i < (gray ? 1 : 3); i++)
        put_milli(c, nearest(part[i] * 1000, 255));
    buf_puts(&c->out, ops[gray ? 0 : 1]);
}

static void set_fill(Content *c, DisplayColour colour) {
    if (c->fill != rgb(colour))
        set_colour(c, &c->fill, colour, (const char *const[]){"g\n", "rg\n"});
}

static void set_stroke(Content *c, uint8_t gray) {
    DisplayColour colour = {gray, gray, gray};
    if (c->stroke != rgb(colour))
        set_colour(c, &c->stroke, colour, (const char *const[]){"G\n", "RG\n"});
}

static void set_font(Content *c, PdfCode code, int64_t size) {
    uint32_t font = code.font * 2 + code.vertical;
    if (c->font == font && c->size == size)
        return;
    end_string(c);
    c->font = font;
    c->size = size;
    buf_puts(&c->out, code.vertical ? "/V" : "/F");
    buf_number(&c->out, code.font);
    buf_putc(&c->out, ' ');
    buf_fixed(&c->out, size, 5);
    buf_puts(&c->out, " Tf\n");
}

/* a b c d of the matrix that turns clockwise by quarters, y up. */
static const int turns[4][4] = {
    {1, 0, 0, 1}, {0, -1, 1, 0}, {-1, 0, 0, -1}, {0, 1, -1, 0}};

static void set_matrix(Content *c, unsigned turn) {
    const int *m = turns[turn];
    if (c->matrix == turn)
        return;
    end_string(c);
    c->matrix = turn;
    buf_printf(&c->out, "%d %d %d %d 0 0 Tm\n", m[0], m[1], m[2], m[3]);
    c->vertical = false;
    c->line_x = c->line_y = 0;
    c->pen = 0;
}

/* Td moves from the start of the line, which is known exactly. */
static void move_to(Content *c, int64_t along, int64_t across) {
    int64_t x = c->vertical ? across : along;
    int64_t y = c->vertical ? -along : across;
    end_string(c);
    put_milli(c, x - c->line_x);
    put_milli(c, y - c->line_y);
    buf_puts(&c->out, "Td\n");
    c->line_x = x;
    c->line_y = y;
    c->pen = along * FINE_PER_MILLI;
}

/* Close the gap to the pen inside the string: a number in 1/1000 em, with so
 * many decimals that it is right to 0.001 pt. */
static void adjust(Content *c, Fine gap) {
    int digits = c->size <= 24 * 100000 ? 1 : 2;
    int64_t unit = c->size * (digits == 1 ? 100 : 10); /* in Fine */
    int64_t n = nearest(gap, unit);
    buf_putc(&c->out, c->in_string ? ')' : '[');
    buf_fixed(&c->out, c->vertical ? n : -n, digits); /* 9.4.4 */
    buf_putc(&c->out, '(');
    c->in_string = true;
    c->pen += n * unit;
}

/* The waiting glyph in its place. */
static void flush_glyph(Content *c) {
    if (!c->pending)
        return;
    c->pending = false;
    set_fill(c, (DisplayColour){0, 0, 0});
    set_font(c, c->code, c->em_size);
    set_matrix(c, c->turn);
    bool switched = c->vertical != c->code.vertical;
    c->vertical = c->code.vertical;
    int64_t across = milli(c->across);
    Fine gap = c->at - c->pen;
    Fine far = 20 * c->size * 1000000; /* 20 em: another column */
    if (switched || across != (c->vertical ? c->line_x : c->line_y) ||
        gap > far || gap < -far)
        move_to(c, milli(c->along), across);
    else if (gap > TOLERANCE || gap < -TOLERANCE)
        adjust(c, gap);
    if (!c->in_string)
        buf_puts(&c->out, "[(");
    c->in_string = true;
    put_code(c, c->code.code);
    int64_t advance =
        c->vertical ? PDF_VERTICAL_ADVANCE * 1000 : (int64_t)c->code.width;
    c->pen += advance * c->size;
}

/* Let the waiting glyph reach to the next one, whose code is `next`. */
static void close_gap(Content *c, PdfCode next, Fine at, int64_t across,
                      unsigned turn) {
    if (!c->pending || turn != c->turn || across != c->across ||
        c->code.vertical || next.vertical || c->tag != c->mark.tag)
        return;
    Fine room = at - c->at - (Fine)c->code.width * c->em_size;
    if (room < GAP_MIN * c->em_size) /* nearly always */
        return;
    int64_t gap = room / c->em_size;
    if (gap > GAP_MAX || c->code.width == 0 || font_is_space(c->code) ||
        font_is_space(next))
        return;
    c->code =
        font_widen(c->code, (uint32_t)(nearest(gap, GAP_STEP) * GAP_STEP));
}

void content_glyph(Content *c, PdfCode code, Len em, Len x, Len y,
                   unsigned turn) {
    /* A rotation's inverse is its transpose. */
    const int *m = turns[turn & 3];
    int64_t up = flip(c, y);
    int64_t along = m[0] * (int64_t)x + m[1] * up;
    int64_t across = m[2] * (int64_t)x + m[3] * up;
    if (code.vertical) {
        int64_t right = along;
        along = -across - nearest((int64_t)em * PDF_VERTICAL_Y, 1000);
        across = right;
    }
    Fine at = fine(along);
    close_gap(c, code, at, across, turn & 3);
    flush_glyph(c);
    enter_text(c);
    if (c->em != em)
        c->em_size = nearest((int64_t)em * 100000, LEN_PT);
    c->pending = true;
    c->code = code;
    c->em = em;
    c->along = along;
    c->at = at;
    c->across = across;
    c->turn = turn & 3;
    c->tag = c->mark.tag;
}

/* The point in the middle stays: e = (1 - a) * middle (8.3.3). */
void content_stretch(Content *c, Len width, int32_t across, int32_t down) {
    const int32_t whole = 1000000;
    buf_fixed(&c->out, across, 6);
    buf_puts(&c->out, " 0 0 ");
    buf_fixed(&c->out, down, 6);
    buf_putc(&c->out, ' ');
    put_len(c, len_muldiv(width / 2, whole - across, whole));
    put_len(c, len_muldiv(c->height / 2, whole - down, whole));
    buf_puts(&c->out, "cm\n");
}

void content_rect(Content *c, Len x, Len y, Len w, Len h,
                  DisplayColour colour) {
    enter_graphics(c);
    set_fill(c, colour);
    put_len(c, x);
    put_len(c, flip(c, y) - h);
    put_len(c, w);
    put_len(c, h);
    buf_puts(&c->out, "re f\n");
}

void content_line(Content *c, Len x, Len y, Len x2, Len y2, Len width, Len dash,
                  uint8_t gray) {
    enter_graphics(c);
    set_stroke(c, gray);
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

/* What fills w x h upwards from its origin is drawn with its top-left at
 * (x, y). */
static void put_xobject(Content *c, uint32_t number, Len x, Len y, Len h,
                        const int64_t scale[2], unsigned turn) {
    const int *m = turns[turn & 3];
    int64_t right = x - m[2] * (int64_t)h, up = flip(c, y) - m[3] * (int64_t)h;
    bool stays = (turn & 3) == 0 && scale[0] == 1000 && scale[1] == 1000 &&
                 right == 0 && up == 0;
    enter_graphics(c);
    if (!stays) {
        buf_puts(&c->out, "q ");
        for (int i = 0; i < 4; i++)
            put_milli(c, m[i] * scale[i / 2]);
        put_len(c, right);
        put_len(c, up);
        buf_puts(&c->out, "cm ");
    }
    buf_puts(&c->out, "/X");
    buf_number(&c->out, number);
    buf_puts(&c->out, stays ? " Do\n" : " Do Q\n");
}

void content_form(Content *c, uint32_t number, Len x, Len y, Len h,
                  unsigned turn) {
    put_xobject(c, number, x, y, h, (const int64_t[]){1000, 1000}, turn);
}

/* An image fills the unit square (8.9.5.1). */
void content_image(Content *c, uint32_t number, Len x, Len y, Len w, Len h,
                   unsigned turn) {
    put_xobject(c, number, x, y, h, (const int64_t[]){milli(w), milli(h)},
                turn);
}

const Buf *content_end(Content *c) {
    close_mark(c);
    if (c->in_text)
        buf_puts(&c->out, "ET\n");
    c->in_text = false;
    return &c->out;
}
