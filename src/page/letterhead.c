#include "page/letterhead.h"

#include "model/lettersection.h"
#include "page/letterprint.h"
#include "page/lettersender.h"
#include "text/ink.h"

#define HEAD_SIZE LEN_OF_PT(14)
#define FOOT_SIZE LEN_OF_PT(8.5)
#define FOOT_GAP LEN_OF_MM(5)
/* Facts 2.1: the last baseline 16 mm above the edge. */
#define FOOT_EDGE LEN_OF_MM(15)
/* What a footer must leave for the text of page 1. */
#define TEXT_LEAST LEN_OF_MM(30)
/* From the addressee's name on further pages down to their text. */
#define NAME_ROOM LEN_OF_MM(8)

typedef VEC(Text) Texts;

/* A header field as texts, sections resolved and merge fields filled in. */
static Texts field_texts(LetterComposer *c, LetterField f) {
    const LetterInput *in = &c->sheet->in;
    LetterParties who = {.arena = c->arena,
                         .from = in->from,
                         .to = in->to,
                         .lang = c->lang,
                         .diag = c->diag};
    Inlines inlines =
        letter_resolve(&who, &in->letter->fields[f].inlines, NULL);
    Texts out = {0};
    for (size_t i = 0; i < inlines.n; i++) {
        const Inline *inl = &inlines.v[i];
        Text t = inl->text;
        if (inl->kind == INLINE_BREAK)
            t = text_literal(letterprint_line_end);
        if (inl->kind == INLINE_FIELD &&
            !letter_field_value(c->arena, inl->text, in->from, in->to, c->lang,
                                c->diag, &t))
            continue;
        vec_push(c->arena, &out, t);
    }
    return out;
}

static TextDir letter_dir(const LetterComposer *c) {
    return c->rtl ? DIR_RTL : DIR_LTR;
}

/* Logo at the start side, organisation and its lines beside it. */
static void draw_letterhead(LetterComposer *c, DisplayItems *to) {
    const Letterhead *head = &c->sheet->in.letter->letterhead;
    const LayoutBox *box = &c->layout->letterhead;
    bool any = head->logo.file.s || head->organisation.s || head->lines.n;
    if (!any)
        return;
    if (!box->span.src) {
        Span where = head->organisation.s ? head->organisation.span
                                          : head->logo.file.span;
        diag_at(c->diag, DIAG_ERROR, where,
                "the layout %s has no room for a letterhead; use another "
                "layout or leave it out",
                c->sheet->layout->name);
        return;
    }
    Len x = box->x, w = box->w, y = box->y;
    const Image *logo = head->logo.file.s
                            ? letter_picture(&c->sheet->in, head->logo.file)
                            : NULL;
    if (logo) {
        Len lw, lh;
        letter_picture_size(logo, head->logo.width, head->logo.height,
                            box->w / 2, &lw, &lh);
        if (lh > box->h) {
            lw = len_muldiv(lw, box->h, lh);
            lh = box->h;
        }
        uint32_t tag = display_tag(c->tags, ROLE_FIGURE, c->document, "");
        c->tags->tags.v[tag].alt =
            arena_strndup(c->arena, head->logo.alt.s, head->logo.alt.n);
        display_image(c->arena, to, tag, c->rtl ? x + w - lw : x, y, lw, lh,
                      logo);
        Len used = lw + LEN_OF_MM(5);
        x += c->rtl ? 0 : used;
        w -= used;
    }
    LetterPrint print = {.family = FONT_SANS,
                         .size = HEAD_SIZE,
                         .bold = true,
                         .dir = letter_dir(c),
                         .width = w};
    for (size_t i = 0; i <= head->lines.n; i++) {
        Text t = i == 0 ? head->organisation : head->lines.v[i - 1];
        if (!t.s)
            continue;
        if (i > 0) {
            print.size = FOOT_SIZE;
            print.bold = false;
        }
        Para p;
        letterprint_set_inside(c, &t, 1, c->lang, &print, &p);
        letterprint_draw(c, &p, letterprint_tag(c, ""), x, y, to);
        y += p.height;
    }
    if (y > box->y + box->h)
        diag_at(c->diag, DIAG_ERROR, head->organisation.span,
                "the letterhead is %.1f mm too high for the layout %s; shorten "
                "it",
                len_mm(y - box->y - box->h), c->sheet->layout->name);
}

/* "By registered post": on the last line of its zone, next to the addressee. */
static void draw_remark(LetterComposer *c, DisplayItems *to) {
    const LayoutBox *box = &c->layout->remark;
    Texts texts = field_texts(c, LETTER_REMARK);
    Span where = c->sheet->in.letter->fields[LETTER_REMARK].raw.span;
    if (texts.n == 0)
        return;
    if (!box->span.src) {
        diag_at(c->diag, DIAG_ERROR, where,
                "the layout %s has no place for a remark above the addressee",
                c->sheet->layout->name);
        return;
    }
    Para p;
    LetterPrint print = {
        .family = FONT_SANS, .size = LETTER_REMARK_SIZE, .width = box->w};
    letterprint_set_inside(c, texts.v, texts.n, c->lang, &print, &p);
    if (p.height > box->h)
        diag_at(c->diag, DIAG_ERROR, where,
                "the remark is %.1f mm too high for its zone; shorten it",
                len_mm(p.height - box->h));
    letterprint_draw(c, &p, letterprint_tag(c, ""), box->x,
                     box->y + box->h - p.height, to);
}

/* Fold and punch marks at the left edge, whatever the direction of the text:
 * the sheet is folded by hand, not read (facts 2.3). */
static void draw_marks(LetterComposer *c, DisplayItems *to) {
    const LetterLayout *g = c->layout;
    for (size_t i = 0; i < g->nfolds; i++)
        display_line(c->arena, to, DISPLAY_NO_TAG, g->mark_x, g->folds[i],
                     g->mark_x + g->mark_w, g->folds[i], LETTER_MARK_WIDTH, 0,
                     0);
    if (g->punch)
        display_line(c->arena, to, DISPLAY_NO_TAG, g->mark_x, g->punch,
                     g->mark_x + g->mark_w * 3 / 2, g->punch, LETTER_MARK_WIDTH,
                     0, 0);
}

/* The ink of `line`, from the top of its paragraph; false: it is blank. */
static bool line_ink(const AddressFitLine *line, Len *top, Len *bottom) {
    const Para *p = &line->para;
    *top = LEN_MAX;
    *bottom = -LEN_MAX;
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; k < p->lines[i].nruns; k++) {
            const LineRun *r = &p->lines[i].runs[k];
            Ink ink;
            if (!ink_of_run(r->run, r->from, r->to, &ink))
                continue;
            Len high = p->lines[i].baseline + ink.top;
            Len low = p->lines[i].baseline + ink.bottom;
            *top = high < *top ? high : *top;
            *bottom = low > *bottom ? low : *bottom;
        }
    return *top < *bottom;
}

/* The block's top, so that its ink is in the box if it can be: lines of a tight
 * block are lower than their type. */
static Len with_ink_inside(const AddressFit *fit, const LayoutBox *box) {
    Len above = 0, below = 0; /* what is free; negative: what is out */
    bool any = false;
    for (size_t i = 0; i < fit->n; i++) {
        Len top, bottom;
        if (!line_ink(&fit->lines[i], &top, &bottom))
            continue;
        Len high = fit->lines[i].y + top;
        Len low = box->h - (fit->lines[i].y + bottom);
        above = !any || high < above ? high : above;
        below = !any || low < below ? low : below;
        any = true;
    }
    if (above < 0 && below > 0)
        return box->y + (below < -above ? below : -above);
    if (below < 0 && above > 0)
        return box->y - (above < -below ? above : -below);
    return box->y;
}

Len letterhead_recipient_top(const Layout *l, const AddressFit *fit) {
    LayoutBox box = layout_recipient_text(l);
    if (fit->h > box.h) {
        box.y += box.h - fit->h;
        box.h = fit->h;
    }
    return l->u.letter.window.span.src ? with_ink_inside(fit, &box) : box.y;
}

Len letterhead_spare(const Layout *l, const Letter *letter) {
    const LayoutBox *remark = &l->u.letter.remark;
    bool free = remark->span.src && !letter->fields[LETTER_REMARK].raw.s;
    return free ? remark->h : 0;
}

static void draw_recipient(LetterComposer *c, DisplayItems *to) {
    if (!c->sheet->recipient)
        return;
    LayoutBox box = layout_recipient_text(c->sheet->layout);
    address_fit_draw(
        c->arena, c->sheet->recipient, c->tags, c->document, box.x,
        letterhead_recipient_top(c->sheet->layout, c->sheet->recipient), to);
}

/* Who needs large print needs it in the page number too. */
static Len foot_size(const LetterComposer *c) {
    return c->sheet->in.letter->large_print ? LEN_OF_PT(14) : FOOT_SIZE;
}

static bool set_footer(LetterComposer *c, Para *out) {
    Texts texts = field_texts(c, LETTER_FOOTER);
    LetterPrint print = {.family = FONT_SANS,
                         .size = foot_size(c),
                         .align = ALIGN_CENTER,
                         .dir = letter_dir(c),
                         .width = c->sheet->in.width};
    if (texts.n)
        letterprint_set_inside(c, texts.v, texts.n, c->lang, &print, out);
    return texts.n > 0;
}

/* The footer ends FOOT_EDGE above the sheet's edge, the page number stands on
 * a line of its own above it; without a footer the number is there alone. */
static Len footer_top(const LetterComposer *c, const Para *footer) {
    return c->sheet->layout->h - FOOT_EDGE - footer->height;
}

static Len number_top(LetterComposer *c) {
    Para footer;
    Len line = len_muldiv(foot_size(c), 1280, 1000);
    if (set_footer(c, &footer))
        return footer_top(c, &footer) - line;
    return c->sheet->layout->h - c->layout->bottom + FOOT_GAP;
}

Len letterhead_footer_height(LetterComposer *c) {
    Len room = number_top(c) - LEN_OF_MM(2) -
               (c->sheet->layout->h - c->layout->bottom);
    Len taken = room < 0 ? -room : 0;
    Len text = c->sheet->layout->h - c->layout->bottom - c->layout->body;
    /* How low a body may begin is the layout's. */
    if (taken == 0 || text - taken >= TEXT_LEAST)
        return taken;
    diag_at(c->diag, DIAG_ERROR,
            c->sheet->in.letter->fields[LETTER_FOOTER].raw.span,
            "the footer is so high that no room is left for the text; shorten "
            "it");
    return 0;
}

static Len draw_small(LetterComposer *c, Text t, TextAlign align, Len y,
                      DisplayItems *to) {
    LetterPrint print = {.family = FONT_SERIF,
                         .size = foot_size(c),
                         .align = align,
                         .dir = letter_dir(c),
                         .width = c->sheet->in.width};
    Para p;
    letterprint_set_inside(c, &t, 1, c->lang, &print, &p);
    letterprint_draw(c, &p, DISPLAY_NO_TAG, c->layout->left, y, to);
    return p.height;
}

/* The addressee's name, so that a page that went astray finds its letter. */
static void draw_name(LetterComposer *c, DisplayItems *to) {
    if (!c->sheet->in.to)
        return;
    Text name = contact_get(c->sheet->in.to, CONTACT_NAME, c->lang);
    if (name.s && draw_small(c, name, ALIGN_START, c->layout->top - NAME_ROOM,
                             to) > NAME_ROOM)
        diag_at(c->diag, DIAG_ERROR, name.span,
                "this name is too long for the head of the pages that follow "
                "the first; shorten it");
}

static void draw_footer(LetterComposer *c, DisplayItems *to) {
    Para footer;
    if (set_footer(c, &footer))
        letterprint_draw(c, &footer, DISPLAY_NO_TAG, c->layout->left,
                         footer_top(c, &footer), to);
}

static void draw_number(LetterComposer *c, size_t page, size_t pages,
                        DisplayItems *to) {
    const char *number = words_page_of(
        c->arena, c->sheet->in.words, page + 1, pages,
        c->sheet->in.letter->fields[LETTER_LANG].raw.span, c->diag);
    draw_small(c, text_literal(number), ALIGN_END, number_top(c), to);
}

void letterhead_draw(LetterComposer *c, LetterheadPart part, size_t page,
                     size_t pages, DisplayItems *to) {
    if (page > 0 && part < FRAME_FOOTER)
        return;
    switch (part) {
    case HEAD_MARKS:
        draw_marks(c, to);
        break;
    case HEAD_ORGANISATION:
        draw_letterhead(c, to);
        break;
    case HEAD_SENDER:
        lettersender_draw(c, to);
        break;
    case HEAD_RETURN_LINE:
        lettersender_draw_line(c, to);
        break;
    case HEAD_REMARK:
        draw_remark(c, to);
        break;
    case HEAD_RECIPIENT:
        draw_recipient(c, to);
        break;
    case FRAME_FOOTER:
        draw_footer(c, to);
        break;
    case FRAME_NAME:
        if (page > 0)
            draw_name(c, to);
        break;
    case FRAME_NUMBER:
        if (pages > 1)
            draw_number(c, page, pages, to);
        break;
    case LETTERHEAD_PARTS:
        break;
    }
}

static unsigned field_uses(const LetterComposer *c, LetterField f) {
    const Inlines *inlines = &c->sheet->in.letter->fields[f].inlines;
    unsigned uses = 0;
    for (size_t i = 0; i < inlines->n; i++)
        if (inlines->v[i].kind == INLINE_FIELD ||
            inlines->v[i].kind == INLINE_IF ||
            inlines->v[i].kind == INLINE_UNLESS)
            uses |= letter_field_side(inlines->v[i].text);
    return uses;
}

unsigned letterhead_uses(const LetterComposer *c, LetterheadPart part) {
    switch (part) {
    case HEAD_SENDER:
    case HEAD_RETURN_LINE:
        return c->sheet->sender ? LETTER_OF_FROM : 0;
    case HEAD_REMARK:
        return field_uses(c, LETTER_REMARK);
    case HEAD_RECIPIENT:
    case FRAME_NAME:
        return LETTER_OF_TO;
    case FRAME_FOOTER:
        return field_uses(c, LETTER_FOOTER);
    case HEAD_MARKS:
    case HEAD_ORGANISATION:
    case FRAME_NUMBER:
    case LETTERHEAD_PARTS:
        break;
    }
    return 0;
}

bool letterhead_is_artifact(LetterheadPart part) {
    return part == HEAD_MARKS || part >= FRAME_FOOTER;
}

static void check_inside(LetterComposer *c, const char *what, Span where,
                         LayoutBox b) {
    LayoutBox win = layout_window_text(c->sheet->layout);
    Len over[4] = {win.x - b.x, win.y - b.y, b.x + b.w - (win.x + win.w),
                   b.y + b.h - (win.y + win.h)};
    static const char *const sides[] = {"left", "top", "right", "bottom"};
    for (int i = 0; i < 4; i++)
        if (over[i] > LEN_PT / 8)
            diag_at(c->diag, DIAG_ERROR, where,
                    "%s stands %.1f mm outside the %s edge of what the window "
                    "of %s shows; shorten it or use another layout",
                    what, len_mm(over[i]), sides[i], c->sheet->layout->name);
}

/* Where a line of an address at `x`, `y` stands: from top to bottom its ink. */
static LayoutBox seen_of(const AddressFitLine *line, Len x, Len y) {
    Len top, bottom;
    if (!line_ink(line, &top, &bottom)) {
        top = 0;
        bottom = line->para.height;
    }
    return (LayoutBox){.x = x,
                       .y = y + line->y + top,
                       .w = line->para.width,
                       .h = bottom - top};
}

static void check_recipient(LetterComposer *c, const AddressFit *fit) {
    Len x = layout_recipient_text(c->sheet->layout).x;
    Len y = letterhead_recipient_top(c->sheet->layout, fit);
    for (size_t i = 0; i < fit->n; i++)
        check_inside(c, "the addressee", c->sheet->in.to->span,
                     seen_of(&fit->lines[i], x, y));
}

void letterhead_check_window(LetterComposer *c) {
    if (!c->layout->window.span.src)
        return;
    if (c->sheet->sender && c->layout->return_line.span.src)
        check_inside(c, "the return address", c->sheet->in.from->span,
                     c->layout->return_line);
    if (c->sheet->recipient)
        check_recipient(c, c->sheet->recipient);
}
