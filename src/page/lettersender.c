#include "page/lettersender.h"

#include "page/letterprint.h"

#define HAIRLINE LEN_OF_PT(0.25)
#define RETURN_SIZE LEN_OF_PT(7.5)
#define RETURN_MIN LEN_OF_PT(5.5)
#define SENDER_SIZE LEN_OF_PT(9.5)
#define PEN_PITCH LEN_OF_MM(9)

/* ---- the line above the addressee ---- */

/* The size at which a line as wide as `width` at `size` fills `room`: the width
 * goes with the size, but for rounding. */
static Len return_size(Len size, Len width, Len room) {
    const Len step = LEN_PT / 4;
    Len smaller = len_muldiv(size - 1, room, width) / step * step;
    return smaller > RETURN_MIN ? smaller : RETURN_MIN;
}

/* Set the line at the size that comes out if it is first set at RETURN_SIZE,
 * without doing so: an estimate gives the size, and the width at that size what
 * it would have been at RETURN_SIZE, to a few units a glyph. False if that
 * leaves a doubt. */
static bool guess_return_line(LetterComposer *c, const Text *parts, size_t n,
                              LetterPrint *print, Para *p) {
    TextStyle style = {
        .family = print->family, .size = RETURN_SIZE, .lang = "en"};
    Len estimate = para_estimate(c->fonts, parts, n, &style);
    if (estimate <= print->width)
        return false;
    print->size = return_size(RETURN_SIZE, estimate, print->width);
    letterprint_set(c, parts, n, "en", print, p);
    Len full = len_muldiv(p->width, RETURN_SIZE, print->size);
    Len doubt = (Len)(4 * p->text.n + 4);
    return p->width <= print->width && full - doubt > print->width &&
           return_size(RETURN_SIZE, full - doubt, print->width) ==
               print->size &&
           return_size(RETURN_SIZE, full + doubt, print->width) == print->size;
}

/* It shrinks to the box. */
static void set_return_line(LetterComposer *c, const Text *parts, size_t n,
                            Len width, Para *p) {
    LetterPrint print = {
        .family = FONT_SANS, .breaks = BREAK_NONE, .width = width};
    if (guess_return_line(c, parts, n, &print, p))
        return;
    print.size = RETURN_SIZE;
    letterprint_set(c, parts, n, "en", &print, p);
    while (p->width > width && print.size > RETURN_MIN) {
        print.size = return_size(print.size, p->width, width);
        letterprint_set(c, parts, n, "en", &print, p);
    }
}

void lettersender_draw_line(LetterComposer *c, DisplayItems *to) {
    const AddressBlock *sender = c->sheet->sender;
    const LayoutBox *box = &c->layout->return_line;
    if (!sender || sender->n == 0 || !box->span.src)
        return;
    VEC(Text) parts = {0};
    for (size_t i = 0; i < sender->n; i++) {
        Text gap = text_literal("\xE2\x80\x82\xC2\xB7\xE2\x80\x82");
        if (i)
            vec_push(c->arena, &parts, gap);
        for (size_t k = 0; k < sender->v[i].n; k++)
            vec_push(c->arena, &parts, sender->v[i].parts[k]);
    }
    Para p;
    set_return_line(c, parts.v, parts.n, box->w, &p);
    if (p.width > box->w) {
        diag_at(c->diag, DIAG_WARNING, c->sheet->in.from->span,
                "the return address is %.1f mm too long for the line above "
                "the addressee; it was left out",
                len_mm(p.width - box->w));
        return;
    }
    letterprint_draw(c, &p, letterprint_tag(c, ""), box->x,
                     box->y + box->h - p.height - LETTER_MARK_WIDTH, to);
    display_line(c->arena, to, DISPLAY_NO_TAG, box->x, box->y + box->h,
                 box->x + p.width, box->y + box->h, HAIRLINE, 0, 0);
}

/* ---- the block ---- */

/* Ruled lines with their names, for a sender who is not known yet. */
static void draw_pen_sender(LetterComposer *c, DisplayItems *to) {
    static const struct {
        Word word;
        int lines;
    } rows[] = {{WORD_NAME, 1}, {WORD_ADDRESS, 3}};
    const LayoutBox *box = &c->layout->sender;
    /* A pen wants its pitch; in a lower box the lines are closer, so that none
     * runs through what stands below. */
    Len gap = LEN_OF_MM(1), pitch = (box->h - gap) / 4;
    if (pitch > PEN_PITCH)
        pitch = PEN_PITCH;
    /* Lines end where the text does, though a box may go further. */
    Len right = c->sheet->layout->w - c->layout->right - box->x;
    Len width = right > 0 && right < box->w ? right : box->w;
    Len y = box->y;
    LetterPrint print = {
        .family = FONT_SANS, .size = LETTER_REMARK_SIZE, .width = width};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Text label = words_get(c->sheet->in.words, rows[i].word,
                               c->layout->sender.span, c->diag);
        Para p;
        letterprint_set_inside(c, &label, 1, c->lang, &print, &p);
        letterprint_draw(c, &p, letterprint_tag(c, ""), box->x, y, to);
        for (int k = 0; k < rows[i].lines; k++) {
            y += pitch;
            display_line(c->arena, to, DISPLAY_NO_TAG, box->x, y,
                         box->x + width, y, HAIRLINE, 0, 0);
        }
        y += gap;
    }
}

void lettersender_draw(LetterComposer *c, DisplayItems *to) {
    const AddressBlock *sender = c->sheet->sender;
    const LayoutBox *box = &c->layout->sender;
    if (!box->span.src)
        return;
    if (c->sheet->in.pen_sender)
        draw_pen_sender(c, to);
    if (!sender)
        return;
    LetterPrint print = {
        .family = FONT_SERIF, .size = SENDER_SIZE, .width = box->w};
    Len y = box->y;
    for (size_t i = 0; i < sender->n; i++) {
        const AddressLine *line = &sender->v[i];
        Para p;
        letterprint_set_inside(c, line->parts, line->n, line->lang, &print, &p);
        letterprint_draw(c, &p, letterprint_tag(c, line->lang), box->x, y, to);
        y += p.height;
    }
    if (y > box->y + box->h)
        diag_at(c->diag, DIAG_ERROR, c->sheet->in.from->span,
                "the sender's address is %.1f mm too high for its place on "
                "this layout; shorten it",
                len_mm(y - box->y - box->h));
}
