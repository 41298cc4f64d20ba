#include "page/proofpage.h"

#include "page/proofcells.h"

#define MARGIN LEN_OF_MM(14)
#define GUTTER LEN_OF_MM(8)
/* The large version stands beside the outline, or below it where it would be
 * narrower than this. */
#define BESIDE_LEAST LEN_OF_MM(70)
/* Outlines and pictures higher than this leave no room for what follows. */
#define FRAME_MOST LEN_OF_MM(150)
#define PICTURE_MOST LEN_OF_MM(235)
#define FRAME_PADDING LEN_OF_MM(3)
#define TITLE_SIZE LEN_OF_PT(17)
#define HEAD_SIZE LEN_OF_PT(14)
#define TEXT_SIZE LEN_OF_PT(9.5)
#define SMALL_SIZE LEN_OF_PT(8.5)
#define LARGE_SIZE LEN_OF_PT(25)
#define LARGE_LATIN_SIZE LEN_OF_PT(11)
#define CELL_SIZE LEN_OF_PT(24)
#define LABEL_WIDTH LEN_OF_MM(27)
#define ENTRY_SPACE LEN_OF_PT(18)
#define HAIRLINE LEN_OF_PT(0.4)
#define FRAME_GRAY 128

/* Something that is not cut, drawn with its top left at (0, 0). */
typedef struct Piece {
    DisplayItems items;
    Len h;
    Len space; /* above; not at the top of a page */
    bool keep; /* on the page of the next one */
} Piece;

typedef VEC(Piece) Pieces;

typedef struct Writer {
    Arena *arena;
    Fontset *fonts;
    DisplayTags *tags;
    uint32_t part; /* that the next pieces belong to */
    Diag *diag;
    Len width;
    Pieces pieces;
} Writer;

/* ---- paragraphs ---- */

static TextStyle sans(Len size, bool bold, const char *lang) {
    return (TextStyle){
        .family = FONT_SANS, .bold = bold, .size = size, .lang = lang};
}

static Para set_text(Writer *w, const char *text, TextStyle style, Len width) {
    UBuilder *b = ubuilder_new(w->arena);
    ParaOptions opt = {.width = width, .leading_permille = 1350};
    Para p;
    ubuilder_add(b, text_literal(text), &style, w->diag);
    para_layout(w->arena, w->fonts, b, &opt, w->diag, &p);
    return p;
}

static bool covered(const Para *p) {
    for (size_t i = 0; i < p->items.n; i++)
        if (!p->items.v[i].font)
            return false;
    return true;
}

/* With the code of each character that no face has in its place. */
static char *spelt(Writer *w, const Para *p) {
    Buf b = {0};
    buf_puts(&b, "");
    for (size_t i = 0; i < p->items.n; i++) {
        const Item *item = &p->items.v[i];
        if (item->font)
            buf_puts(&b,
                     ustring_utf8(w->arena, &p->text, item->start, item->end));
        for (uint32_t at = item->start; !item->font && at < item->end;)
            buf_printf(&b, " U+%04X ", utf16_next(p->text.s, item->end, &at));
    }
    char *out = arena_strndup(w->arena, b.s, b.n);
    buf_free(&b);
    return out;
}

/* What comes from a file and is not itself proved: a character that no face
 * has is no error here. */
static Para set_foreign(Writer *w, const char *text, TextStyle style,
                        Len width) {
    Diag *real = w->diag;
    w->diag = diag_new();
    Para p = set_text(w, text, style, width);
    if (!covered(&p) && style.bold) {
        style.bold = false;
        p = set_text(w, text, style, width);
    }
    if (!covered(&p))
        p = set_text(w, spelt(w, &p), style, width);
    diag_free(w->diag);
    w->diag = real;
    return p;
}

static Piece *push(Writer *w, Len space) {
    Piece none = {.space = space};
    vec_push(w->arena, &w->pieces, none);
    return &w->pieces.v[w->pieces.n - 1];
}

static void draw_para(Writer *w, Piece *to, DisplayRole role, Len x, Len y,
                      const Para *p, const char *lang) {
    uint32_t tag = display_tag(w->tags, role, w->part, lang);
    display_para(w->arena, &to->items, tag, x, y, p, 0, p->n);
    to->h = y + p->height > to->h ? y + p->height : to->h;
}

static void push_text(Writer *w, const char *text, TextStyle style,
                      DisplayRole role, Len space) {
    Para p = set_foreign(w, text, style, w->width);
    Piece *to = push(w, space);
    to->keep = true;
    draw_para(w, to, role, 0, 0, &p, style.lang);
}

/* ---- the address, at its true size and large ---- */

bool proofpage_is_native(const AddressFitLine *line) {
    const Items *items = &line->para.items;
    for (size_t i = 0; i < items->n; i++) {
        hb_script_t s = items->v[i].script;
        if (s != HB_SCRIPT_LATIN && s != HB_SCRIPT_COMMON &&
            s != HB_SCRIPT_INHERITED && s != HB_SCRIPT_UNKNOWN)
            return true;
    }
    return false;
}

/* The text of a line once more, in another size. */
static Para enlarge(Writer *w, const AddressFitLine *line, Len size, Len width,
                    BreakPolicy breaks) {
    UBuilder *b = ubuilder_new(w->arena);
    const UString *u = &line->para.text;
    ParaOptions opt = {
        .width = width, .breaks = breaks, .leading_permille = 1300};
    for (size_t i = 0; i < u->npieces; i++) {
        TextStyle style = u->pieces[i].style;
        style.size = size;
        /* Isolates and the later parts of a text come anew. */
        if (u->pieces[i].text.n > 0 && u->pieces[i].skip == 0)
            ubuilder_add(b, u->pieces[i].text, &style, w->diag);
    }
    Para p;
    para_layout(w->arena, w->fonts, b, &opt, w->diag, &p);
    return p;
}

static void draw_large(Writer *w, const ProofEntry *e, Len x, Len width,
                       Piece *to) {
    Len y = 0;
    for (size_t i = 0; i < e->fit->n; i++) {
        const AddressFitLine *line = &e->fit->lines[i];
        bool native = proofpage_is_native(line);
        Para p = enlarge(w, line, native ? LARGE_SIZE : LARGE_LATIN_SIZE, width,
                         BREAK_ADDRESS);
        draw_para(w, to, ROLE_P, x, y, &p, line->lang);
        y += p.height;
    }
}

/* What the address stands on, at its true size, its top left at the origin. */
typedef struct Picture {
    DisplayItems items;
    Len w, h;
    const char *caption;
} Picture;

static bool has_room(const Writer *w, Len width, Len height) {
    return width <= w->width && height <= PICTURE_MOST;
}

/* Upright, else on its side; without a size where neither has room. */
static void place_picture(Writer *w, const ProofEntry *e, Picture *out) {
    bool upright = has_room(w, e->frame_w, e->frame_h);
    if (!upright && !has_room(w, e->frame_h, e->frame_w)) {
        out->caption = "Its true size is larger than this sheet";
        return;
    }
    display_turned(w->arena, e->picture, &out->items, upright ? 0 : 1,
                   e->frame_w, e->frame_h, 0, 0);
    out->w = upright ? e->frame_w : e->frame_h;
    out->h = upright ? e->frame_h : e->frame_w;
}

/* In the outline of the label or zone; with one of its own where that is larger
 * than this sheet. */
static void place_address(Writer *w, const ProofEntry *e, Picture *out) {
    bool whole = e->frame_w <= w->width && e->frame_h <= FRAME_MOST;
    Len x = whole ? e->x : FRAME_PADDING, y = whole ? e->y : FRAME_PADDING;
    address_fit_draw(w->arena, e->fit, w->tags, w->part, x, y, &out->items);
    out->w = whole ? e->frame_w : e->fit->w + 2 * FRAME_PADDING;
    out->h = whole ? e->frame_h : e->fit->h + 2 * FRAME_PADDING;
}

static Picture make_picture(Writer *w, const ProofEntry *e) {
    Picture p = {.caption = "As it prints, at its true size"};
    if (e->picture)
        place_picture(w, e, &p);
    else
        place_address(w, e, &p);
    if (p.w > 0)
        display_frame(w->arena, &p.items, DISPLAY_NO_TAG, 0, 0, p.w, p.h,
                      HAIRLINE,
                      (DisplayColour){FRAME_GRAY, FRAME_GRAY, FRAME_GRAY});
    return p;
}

static void push_address(Writer *w, const ProofEntry *e) {
    Piece *to = push(w, LEN_OF_PT(8));
    Picture p = make_picture(w, e);
    Para caption =
        set_text(w, p.caption, sans(SMALL_SIZE, false, "en"), w->width);
    draw_para(w, to, ROLE_P, 0, 0, &caption, "en");
    Len top = caption.height + LEN_OF_PT(2), x = p.w + GUTTER;
    display_turned(w->arena, &p.items, &to->items, 0, 0, 0, 0, top);
    to->h = top + p.h;
    bool beside = p.w > 0 && w->width - x >= BESIDE_LEAST;
    draw_large(w, e, beside ? x : 0, beside ? w->width - x : w->width,
               beside ? to : push(w, LEN_OF_PT(8)));
}

/* ---- character by character ---- */

static void push_cells(Writer *w, const AddressFitLine *line) {
    ProofCells *cells = ARENA_NEW(w->arena, ProofCells);
    Para *p = ARENA_NEW(w->arena, Para); /* runs of the cells point into it */
    *p = enlarge(w, line, CELL_SIZE, LEN_MAX / 4, BREAK_NONE);
    uint32_t table = display_tag(w->tags, ROLE_TABLE, w->part, line->lang);
    proofcells_make(w->arena, w->fonts, p, line->lang, w->width, w->diag,
                    cells);
    for (size_t row = 0; row < proofcells_rows(cells); row++) {
        Piece *to = push(w, row == 0 ? LEN_OF_PT(8) : 0);
        proofcells_draw(w->arena, cells, row, w->tags, table, 0, 0, &to->items);
        to->h = proofcells_height(cells, row);
    }
}

static void push_facts(Writer *w, const ProofEntry *e) {
    for (size_t i = 0; i < e->nfacts; i++) {
        const ProofFact *f = &e->facts[i];
        Piece *to = push(w, i == 0 ? LEN_OF_PT(10) : LEN_OF_PT(2));
        Para label =
            set_text(w, f->label, sans(TEXT_SIZE, true, "en"), LABEL_WIDTH);
        Para value = set_foreign(w, f->value, sans(TEXT_SIZE, false, f->lang),
                                 w->width - LABEL_WIDTH);
        if (*f->label)
            draw_para(w, to, ROLE_P, 0, 0, &label, "en");
        draw_para(w, to, ROLE_P, LABEL_WIDTH, 0, &value, f->lang);
    }
}

static void push_entry(Writer *w, const ProofEntry *e) {
    push_text(w, e->title, sans(HEAD_SIZE, true, ""), ROLE_H2, ENTRY_SPACE);
    if (*e->under)
        push_text(w, e->under, sans(SMALL_SIZE, false, "en"), ROLE_P, 0);
    push_address(w, e);
    for (size_t i = 0; i < e->fit->n; i++)
        if (proofpage_is_native(&e->fit->lines[i]))
            push_cells(w, &e->fit->lines[i]);
    push_facts(w, e);
}

/* ---- pages ---- */

typedef struct Pager {
    Arena *arena;
    const ProofSheet *sheet;
    Writer *writer;
    DisplayPages *out;
    Len y; /* of what comes next, from the top margin */
} Pager;

static Len height(const Pager *p) {
    return p->sheet->h - 2 * MARGIN;
}

static void new_page(Pager *p) {
    DisplayPage page = {.w = p->sheet->w, .h = p->sheet->h, .front = true};
    Writer *w = p->writer;
    Para number =
        set_text(w, arena_printf(p->arena, "%zu", p->sheet->first + p->out->n),
                 sans(SMALL_SIZE, false, "en"), w->width);
    display_para(p->arena, &page.items, DISPLAY_NO_TAG,
                 (page.w - number.width) / 2,
                 page.h - MARGIN / 2 - number.height / 2, &number, 0, number.n);
    vec_push(p->arena, p->out, page);
    p->y = 0;
}

static void place(Pager *p, const Piece *piece) {
    Len space = p->y > 0 ? piece->space : 0;
    display_turned(p->arena, &piece->items, &p->out->v[p->out->n - 1].items, 0,
                   0, 0, MARGIN, MARGIN + p->y + space);
    p->y += space + piece->h;
}

/* Height of pieces [from, to) without the space above. */
static int64_t height_of(const Pieces *v, size_t from, size_t to) {
    int64_t h = 0;
    for (size_t i = from; i < to; i++)
        h += v->v[i].h + (i > from ? v->v[i].space : 0);
    return h;
}

/* Pieces that stay together if a page holds them; else those that say so. */
static void place_all(Pager *p, const Pieces *v) {
    for (size_t i = 0, end; i < v->n; i = end) {
        end = i + 1;
        while (end < v->n && (v->v[end - 1].keep ||
                              (i == 0 && height_of(v, 0, v->n) <= height(p))))
            end++;
        if (p->y > 0 && p->y + v->v[i].space + height_of(v, i, end) > height(p))
            new_page(p);
        for (size_t k = i; k < end; k++)
            place(p, &v->v[k]);
    }
}

void proofpage_draw(Arena *a, Fontset *fs, const ProofSheet *sheet,
                    const ProofEntry *entries, size_t n, DisplayTags *tags,
                    Diag *diag, DisplayPages *out) {
    uint32_t document = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, "en");
    Writer w = {.arena = a,
                .fonts = fs,
                .tags = tags,
                .part = document,
                .diag = diag,
                .width = sheet->w - 2 * MARGIN};
    Pager pager = {.arena = a, .sheet = sheet, .writer = &w, .out = out};
    new_page(&pager);
    if (sheet->title) {
        push_text(&w, sheet->title, sans(TITLE_SIZE, true, "en"), ROLE_H1, 0);
        push_text(&w, sheet->intro, sans(TEXT_SIZE, false, "en"), ROLE_P,
                  LEN_OF_PT(4));
        place_all(&pager, &w.pieces);
    }
    for (size_t i = 0; i < n; i++) {
        w.pieces = (Pieces){0};
        w.part = display_tag(tags, ROLE_PART, document, "");
        push_entry(&w, &entries[i]);
        place_all(&pager, &w.pieces);
    }
}
