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
/* What a picture must have, and the pen. */
#define PICTURE_LEAST LEN_OF_MM(35)
#define WRITING_LEAST LEN_OF_MM(50)
#define NAME_GAP LEN_OF_MM(1)
#define FRAME_GAP LEN_OF_MM(4)
/* Names in many scripts get smaller, down to half their size. */
enum { SIZE_WHOLE = 1000, SIZE_STEP = 100, SIZE_LEAST = 500 };

typedef struct Card {
    const AppealPerson *person;
    Len x, y, w, h;
} Card;

/* How many sheets it takes for each person to have a card. */
static size_t sheets(const Appeal *appeal) {
    size_t n = (appeal->npersons + CARDS - 1) / CARDS;
    return n > 0 ? n : 1;
}

/* Card `i` of all, on the front of its sheet or behind it. */
static Card card_at(const CardsInput *in, size_t i, bool back) {
    size_t column = i % COLUMNS, row = i % CARDS / COLUMNS;
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

/* The first `n` names of a person on one side of a card. */
typedef struct Names {
    size_t n;
    Len first; /* size of the first at most */
    Len room;
} Names;

static Names all_names(const Card *c) {
    return (Names){.n = c->person->names.n,
                   .first = NAME_SIZE,
                   .room = c->h - 2 * PADDING - FRAME_GAP - PICTURE_LEAST};
}

static Names name_behind(const Card *c) {
    return (Names){.n = 1,
                   .first = OTHER_SIZE,
                   .room = c->h - 2 * PADDING - LEAF_ICON - WRITING_LEAST};
}

static Len name_size(const Names *names, size_t i, int permille) {
    return len_muldiv(i ? OTHER_SIZE : names->first, permille, SIZE_WHOLE);
}

/* How high they are at `permille` of their size; LEN_MAX if a word of one is
 * too wide. */
static Len names_height(Leaf *l, const Card *c, const Names *names,
                        int permille) {
    Len all = 0;
    for (size_t i = 0; i < names->n; i++) {
        const AppealText *name = &c->person->names.v[i];
        bool fits;
        TextStyle style =
            leaf_style(l, name_size(names, i, permille), true, name->lang);
        all +=
            leaf_height(l, name->said.v[0], style, c->w - 2 * PADDING, &fits);
        if (!fits)
            return LEN_MAX;
    }
    return all + (Len)(names->n - 1) * NAME_GAP;
}

static int fitting(Leaf *l, const Card *c, const Names *names) {
    int permille = SIZE_WHOLE;
    while (permille > SIZE_LEAST &&
           names_height(l, c, names, permille) > names->room)
        permille -= SIZE_STEP;
    if (names_height(l, c, names, permille) > names->room)
        diag_at(l->diag, DIAG_ERROR, c->person->span,
                "the names of this person leave no room for a picture or for "
                "writing on a card; give fewer or shorter ones, or print "
                "without cards");
    return permille;
}

/* Returns where they end. */
static Len put_names(Leaf *l, const Card *c, const Names *names,
                     DisplayItems *to) {
    Len y = c->y + PADDING;
    int permille = fitting(l, c, names);
    for (size_t i = 0; i < names->n; i++) {
        const AppealText *name = &c->person->names.v[i];
        y = put_name(l, c, name->said.v[0], name->lang,
                     name_size(names, i, permille), y + (i ? NAME_GAP : 0), to);
    }
    return y;
}

static void draw_front(Leaf *l, const Card *c, DisplayItems *to) {
    Names names = all_names(c);
    Len y = put_names(l, c, &names, to) + FRAME_GAP;
    display_frame(l->arena, to, DISPLAY_NO_TAG, c->x + PADDING, y,
                  c->w - 2 * PADDING, c->y + c->h - PADDING - y, HAIRLINE,
                  (DisplayColour){150, 150, 150});
}

static void draw_back(Leaf *l, const Card *c, DisplayItems *to) {
    Names names = name_behind(c);
    Len y = put_names(l, c, &names, to);
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

static void draw_side(Leaf *l, const CardsInput *in, size_t sheet, bool back,
                      DisplayPages *out) {
    DisplayPage page = {.w = in->sheet.w, .h = in->sheet.h, .front = !back};
    if (!back)
        draw_cuts(l, &page.items);
    for (size_t i = 0; i < CARDS; i++) {
        Card c = card_at(in, sheet * CARDS + i, back);
        if (back)
            draw_back(l, &c, &page.items);
        else
            draw_front(l, &c, &page.items);
    }
    vec_push(l->arena, out, page);
}

void cards_draw(Arena *a, Fontset *fs, const CardsInput *in, DisplayTags *tags,
                Diag *diag, DisplayPages *out) {
    Leaf l;
    leaf_open(&l, a, fs, &in->sheet, tags, diag);
    for (size_t i = 0; i < sheets(in->appeal); i++) {
        draw_side(&l, in, i, false, out);
        draw_side(&l, in, i, true, out);
    }
}
