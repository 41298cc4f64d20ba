#include "page/letterpage.h"

#include <stdio.h>

#define MARK_WIDTH LEN_OF_PT(0.5)
#define RETURN_SIZE LEN_OF_PT(7.5)
#define SENDER_SIZE LEN_OF_PT(9.5)
#define FOOT_SIZE LEN_OF_PT(9)

typedef struct Composer {
    Arena *arena;
    Fontset *fonts;
    const LetterSheet *sheet;
    const LetterLayout *layout;
    DisplayTags *tags;
    uint32_t document;
    Diag *diag;
} Composer;

LayoutBox letter_recipient_box(const Layout *l) {
    const LetterLayout *g = &l->u.letter;
    LayoutBox b = g->recipient;
    Len right = b.x + b.w;
    b.x = g->recipient_x;
    b.w = right - b.x;
    b.y += g->recipient_top;
    b.h -= g->recipient_top;
    return b;
}

static void set_line(Composer *c, const AddressLine *line, Text separator,
                     UBuilder *b, const TextStyle *style) {
    if (separator.n)
        ubuilder_add(b, separator, style, c->diag);
    for (size_t i = 0; i < line->n; i++)
        ubuilder_add(b, line->parts[i], style, c->diag);
}

/* "Anna Meyer · 12 Rue Cler · 75007 Paris", small, with a hairline under it:
 * the sender's address as the window shows it. It shrinks to the box. */
static void draw_return_line(Composer *c, DisplayItems *to) {
    const AddressBlock *sender = c->sheet->sender;
    const LayoutBox *box = &c->layout->return_line;
    if (!sender || sender->n == 0 || !box->span.src)
        return;
    TextStyle style = {.family = FONT_SANS, .size = RETURN_SIZE, .lang = "en"};
    Para p;
    for (;;) {
        UBuilder *b = ubuilder_new(c->arena);
        for (size_t i = 0; i < sender->n; i++)
            set_line(c, &sender->v[i],
                     text_literal(i ? "\xE2\x80\x82\xC2\xB7\xE2\x80\x82" : ""),
                     b, &style);
        ParaOptions opt = {.width = box->w, .breaks = BREAK_NONE};
        para_layout(c->arena, c->fonts, b, &opt, c->diag, &p);
        if (p.width <= box->w || style.size <= LEN_OF_PT(5.5))
            break;
        style.size -= LEN_PT / 4;
    }
    if (p.width > box->w)
        diag_at(c->diag, DIAG_WARNING, c->sheet->in.from->span,
                "the return address is %.1f mm too long for the line above "
                "the addressee; it was left out",
                len_mm(p.width - box->w));
    if (p.width > box->w)
        return;
    Len y = box->y + box->h - p.height - MARK_WIDTH;
    uint32_t tag = display_tag(c->tags, ROLE_P, c->document, "");
    display_para(c->arena, to, tag, box->x, y, &p, 0, p.n);
    display_line(c->arena, to, DISPLAY_NO_TAG, box->x, box->y + box->h,
                 box->x + p.width, box->y + box->h, LEN_OF_PT(0.25), 0, 0);
}

static void draw_sender(Composer *c, DisplayItems *to) {
    const AddressBlock *sender = c->sheet->sender;
    const LayoutBox *box = &c->layout->sender;
    if (!sender || !box->span.src)
        return;
    Len y = box->y;
    for (size_t i = 0; i < sender->n; i++) {
        TextStyle style = {.family = FONT_SERIF,
                           .size = SENDER_SIZE,
                           .lang = sender->v[i].lang};
        UBuilder *b = ubuilder_new(c->arena);
        set_line(c, &sender->v[i], text_literal(""), b, &style);
        Para p;
        ParaOptions opt = {.width = box->w, .leading_permille = 1300};
        para_layout(c->arena, c->fonts, b, &opt, c->diag, &p);
        uint32_t tag =
            display_tag(c->tags, ROLE_P, c->document, sender->v[i].lang);
        display_para(c->arena, to, tag, box->x, y, &p, 0, p.n);
        y += p.height;
    }
    if (y > box->y + box->h)
        diag_at(c->diag, DIAG_ERROR, c->sheet->in.from->span,
                "the sender's address is %.1f mm too high for its place on "
                "this layout",
                len_mm(y - box->y - box->h));
}

/* Fold and punch marks at the left edge, whatever the direction of the text:
 * the sheet is folded by hand, not read (facts 2.3). */
static void draw_marks(Composer *c, DisplayItems *to) {
    const LetterLayout *g = c->layout;
    for (size_t i = 0; i < g->nfolds; i++)
        display_line(c->arena, to, DISPLAY_NO_TAG, g->mark_x, g->folds[i],
                     g->mark_x + g->mark_w, g->folds[i], MARK_WIDTH, 0, 0);
    if (g->punch)
        display_line(c->arena, to, DISPLAY_NO_TAG, g->mark_x, g->punch,
                     g->mark_x + g->mark_w * 3 / 2, g->punch, MARK_WIDTH, 0, 0);
}

static void draw_page_number(Composer *c, size_t page, size_t pages,
                             DisplayItems *to) {
    char label[48];
    snprintf(label, sizeof label, "%zu / %zu", page + 1, pages);
    TextStyle style = {.family = FONT_SERIF, .size = FOOT_SIZE, .lang = "en"};
    UBuilder *b = ubuilder_new(c->arena);
    ubuilder_add(b, text_literal(arena_strdup(c->arena, label)), &style,
                 c->diag);
    Para p;
    Len width = c->sheet->in.width;
    ParaOptions opt = {.width = width, .align = ALIGN_CENTER};
    para_layout(c->arena, c->fonts, b, &opt, c->diag, &p);
    Len y = c->sheet->layout->h - c->layout->bottom + LEN_OF_MM(5);
    display_para(c->arena, to, DISPLAY_NO_TAG, c->layout->left, y, &p, 0, p.n);
}

static void draw_recipient(Composer *c, DisplayItems *to) {
    const AddressFit *fit = c->sheet->recipient;
    if (!fit)
        return;
    LayoutBox box = letter_recipient_box(c->sheet->layout);
    address_fit_draw(c->arena, fit, c->tags, c->document, box.x, box.y, to);
}

bool letter_pages(Arena *a, Fontset *fs, const LetterSheet *given,
                  DisplayTags *tags, Diag *diag, DisplayPages *out) {
    LetterSheet sheet = *given;
    const Layout *l = sheet.layout;
    const LetterLayout *g = &l->u.letter;
    sheet.in.width = l->w - g->left - g->right;
    sheet.in.date_right = g->date_right;
    const char *lang = letter_lang(a, sheet.in.letter);
    Composer c = {.arena = a,
                  .fonts = fs,
                  .sheet = &sheet,
                  .layout = g,
                  .tags = tags,
                  .document =
                      display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, lang),
                  .diag = diag};
    DisplayPage first = {.w = l->w, .h = l->h, .front = true};
    draw_marks(&c, &first.items);
    draw_sender(&c, &first.items);
    draw_return_line(&c, &first.items);
    draw_recipient(&c, &first.items);

    FlowBoxes boxes = {0};
    bool ok = letter_body(a, fs, &sheet.in, tags, c.document, diag, &boxes);
    if (sheet.dump != DUMP_NONE && sheet.dump != DUMP_DISPLAY)
        for (size_t i = 0; i < boxes.n; i++)
            if (boxes.v[i].para.n)
                dump_para(&boxes.v[i].para, sheet.dump, sheet.dump_text);
    Flow flow;
    flow_paginate(a, boxes.v, boxes.n, l->h - g->bottom - g->body,
                  l->h - g->bottom - g->top, &flow);
    for (size_t i = 0; i < flow.pages; i++) {
        DisplayPage page = first;
        if (i > 0)
            page = (DisplayPage){.w = l->w, .h = l->h};
        flow_draw(a, boxes.v, &flow, i, g->left, i == 0 ? g->body : g->top,
                  &page.items);
        if (flow.pages > 1)
            draw_page_number(&c, i, flow.pages, &page.items);
        vec_push(a, out, page);
    }
    return ok;
}
