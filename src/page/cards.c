#include "page/cards.h"

#define COLUMNS 2
#define CARDS 4
#define PADDING LEN_OF_MM(9)
#define NAME_SIZE LEN_OF_PT(16)
#define OTHER_SIZE LEN_OF_PT(14)
#define LINE LEN_OF_MM(10)
#define HAIRLINE LEN_OF_PT(0.3)
#define DASH LEN_OF_MM(1.5)
#define ICON LEN_OF_MM(5)

typedef struct Card {
    const AppealPerson *person;
    Len x, y, w, h;
} Card;

/* Card `i` on the front, or behind it. */
static Card card_at(const CardsInput *in, size_t i, bool back) {
    size_t column = i % COLUMNS, row = i / COLUMNS;
    Len w = in->sheet.w / COLUMNS, h = in->sheet.h / (CARDS / COLUMNS);
    /* Over the long edge left becomes right. */
    Len x = back ? in->sheet.w - (Len)(column + 1) * w : (Len)column * w;
    return (Card){&in->appeal->persons[i % in->appeal->npersons], x,
                  (Len)row * h, w, h};
}

static Len put_name(Leaf *l, const Card *c, Text t, const char *lang, Len size,
                    Len y, DisplayItems *to) {
    Para p;
    leaf_set(l, t, leaf_style(l, size, true, lang), c->w - 2 * PADDING,
             ALIGN_CENTER, &p);
    display_para(l->arena, to,
                 display_tag(l->tags, ROLE_P, l->document, lang ? lang : ""),
                 c->x + PADDING, y, &p, 0, p.n);
    return y + p.height;
}

static void draw_front(Leaf *l, const Card *c, DisplayItems *to) {
    Len y = c->y + PADDING;
    const AppealTexts *names = &c->person->names;
    for (size_t i = 0; i < names->n; i++)
        y = put_name(l, c, names->v[i].said.v[0], names->v[i].lang,
                     i ? OTHER_SIZE : NAME_SIZE, y + (i ? LEN_OF_MM(1) : 0),
                     to);
    y += LEN_OF_MM(4);
    display_frame(l->arena, to, DISPLAY_NO_TAG, c->x + PADDING, y,
                  c->w - 2 * PADDING, c->y + c->h - PADDING - y, HAIRLINE,
                  (DisplayColour){150, 150, 150});
}

static void draw_back(Leaf *l, const Card *c, DisplayItems *to) {
    Len y =
        put_name(l, c, c->person->names.v[0].said.v[0],
                 c->person->names.v[0].lang, OTHER_SIZE, c->y + PADDING, to);
    icon_draw(l->arena, ICON_WRITE, l->rtl, c->x + PADDING, y, LEAF_ICON, to);
    for (y += LEAF_ICON + LINE; y <= c->y + c->h - PADDING; y += LINE)
        display_line(l->arena, to, DISPLAY_NO_TAG, c->x + PADDING, y,
                     c->x + c->w - PADDING, y, HAIRLINE, 0, 120);
}

/* Where to cut, with scissors on the lines. */
static void draw_cuts(Leaf *l, DisplayItems *to) {
    Len w = l->sheet->w, h = l->sheet->h;
    DisplayItems upright = {0}, flat = {0};
    display_line(l->arena, to, DISPLAY_NO_TAG, w / 2, 0, w / 2, h, HAIRLINE,
                 DASH, 120);
    display_line(l->arena, to, DISPLAY_NO_TAG, 0, h / 2, w, h / 2, HAIRLINE,
                 DASH, 120);
    icon_draw(l->arena, ICON_CUT, false, 0, 0, ICON, &flat);
    display_turned(l->arena, &flat, to, 0, ICON, ICON, LEN_OF_MM(6),
                   h / 2 - ICON / 2);
    icon_draw(l->arena, ICON_CUT, false, 0, 0, ICON, &upright);
    display_turned(l->arena, &upright, to, 1, ICON, ICON, w / 2 - ICON / 2,
                   LEN_OF_MM(6));
}

void cards_draw(Arena *a, Fontset *fs, const CardsInput *in, DisplayTags *tags,
                Diag *diag, DisplayPages *out) {
    Leaf l;
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    for (int back = 0; back < 2; back++) {
        DisplayPage page = {
            .w = in->sheet.w, .h = in->sheet.h, .front = back == 0};
        if (!back)
            draw_cuts(&l, &page.items);
        for (size_t i = 0; i < CARDS; i++) {
            Card c = card_at(in, i, back);
            if (back)
                draw_back(&l, &c, &page.items);
            else
                draw_front(&l, &c, &page.items);
        }
        vec_push(a, out, page);
    }
}
