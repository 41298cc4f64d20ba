#include "page/letterpage.h"

#include "page/letterhead.h"

/* One trial of the letter's text. */
typedef struct Trial {
    LetterBoxes boxes;
    FlowInput input;
    Flow flow;
    bool ok;
} Trial;

static void set_text(LetterComposer *c, LetterInput *in, int tightness,
                     Len footer, Trial *t) {
    const Layout *l = c->sheet->layout;
    const LetterLayout *g = c->layout;
    in->tightness = tightness;
    *t = (Trial){0};
    t->ok = letter_body(c->arena, c->fonts, in, c->tags, c->document, c->diag,
                        &t->boxes);
    t->input = (FlowInput){.boxes = t->boxes.boxes.v,
                           .n = t->boxes.boxes.n,
                           .notes = t->boxes.notes.v,
                           .nnotes = t->boxes.notes.n,
                           .rule_x = c->rtl ? in->width - FLOW_NOTE_RULE : 0,
                           .first = l->h - g->bottom - footer - g->body,
                           .other = l->h - g->bottom - footer - g->top};
    flow_paginate(c->arena, &t->input, &t->flow);
}

/* How much text stands behind the last page that is wanted. */
static Len surplus(const Trial *t, size_t pages) {
    Len height = 0;
    for (size_t i = 0; i < t->flow.n; i++) {
        const FlowPlace *at = &t->flow.v[i];
        if (at->page >= pages && !at->note)
            height += flow_box_height(at->box, at->from, at->to) +
                      (at->from == 0 ? at->box->space : 0);
    }
    return height;
}

static void fit_text(LetterComposer *c, LetterInput *in, Len footer, Trial *t) {
    const Letter *letter = in->letter;
    size_t tags = c->tags->tags.n;
    int steps = letter_look_steps(c->lang, in->style, letter->large_print);
    set_text(c, in, 0, footer, t);
    for (int i = 1; letter->fit && t->ok && i < steps &&
                    t->flow.pages > (size_t)letter->fit;
         i++) {
        c->tags->tags.n = tags; /* the trial's tags go with it */
        set_text(c, in, i, footer, t);
    }
    if (!letter->fit || t->flow.pages <= (size_t)letter->fit)
        return;
    LetterLook look =
        letter_look(c->lang, in->style, letter->large_print, in->tightness);
    Len line = len_muldiv(look.size, look.leading_permille, 1000);
    int lines = (surplus(t, (size_t)letter->fit) + line - 1) / line;
    diag_at(c->diag, DIAG_WARNING, letter->fit_span,
            "the letter has %zu pages, not %d, even at the smallest spacing "
            "and %g pt; cut about %d lines",
            t->flow.pages, letter->fit, len_pt(look.size), lines);
}

static void dump_text(const LetterSheet *sheet, const FlowBoxes *boxes) {
    if (sheet->dump == DUMP_NONE || sheet->dump == DUMP_DISPLAY)
        return;
    for (size_t i = 0; i < boxes->n; i++)
        if (boxes->v[i].para.n)
            dump_para(&boxes->v[i].para, sheet->dump, sheet->dump_text);
}

bool letter_pages(Arena *a, Fontset *fs, const LetterSheet *given,
                  DisplayTags *tags, Diag *diag, DisplayPages *out) {
    LetterSheet sheet = *given;
    const Layout *l = sheet.layout;
    const LetterLayout *g = &l->u.letter;
    sheet.in.width = l->w - g->left - g->right;
    sheet.in.date_right = g->date_right;
    sheet.in.style = g->style;
    const char *lang = letter_lang(a, sheet.in.letter);
    LetterComposer c = {
        .arena = a,
        .fonts = fs,
        .sheet = &sheet,
        .layout = g,
        .tags = tags,
        .document = display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, lang),
        .diag = diag,
        .lang = lang,
        .rtl = itemize_is_rtl(DIR_AUTO, NULL, lang)};
    size_t errors = diag_count(diag, DIAG_ERROR);
    letterhead_check_window(&c);
    DisplayPage first = {.w = l->w, .h = l->h, .front = true};
    letterhead_draw(&c, &first.items);
    Trial t;
    fit_text(&c, &sheet.in, letterhead_footer_height(&c), &t);
    dump_text(&sheet, &t.boxes.boxes);
    for (size_t i = 0; i < t.flow.pages; i++) {
        DisplayPage page = first;
        if (i > 0)
            page = (DisplayPage){.w = l->w, .h = l->h};
        flow_draw(a, &t.flow, i, g->left, i == 0 ? g->body : g->top,
                  &page.items);
        letterhead_draw_frame(&c, i, t.flow.pages, &page.items);
        vec_push(a, out, page);
    }
    return t.ok && diag_count(diag, DIAG_ERROR) == errors;
}
