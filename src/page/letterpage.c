#include "page/letterpage.h"

#include "page/letterhead.h"
#include "page/letterplan.h"

/* One trial of the letter's text. */
typedef struct Trial {
    LetterBoxes boxes;
    FlowInput input;
    Flow flow; /* once paginated */
    bool ok, paginated;
    Len footer;
    size_t tags; /* before it */
} Trial;

static void set_text(LetterComposer *c, LetterInput *in, int tightness,
                     Len footer, Trial *t) {
    const Layout *l = c->sheet->layout;
    const LetterLayout *g = c->layout;
    in->tightness = tightness;
    *t = (Trial){.footer = footer, .tags = c->tags->tags.n};
    t->ok = letter_body(c->arena, c->fonts, in, c->tags, c->document, c->diag,
                        &t->boxes);
    t->input = (FlowInput){.boxes = t->boxes.boxes.v,
                           .n = t->boxes.boxes.n,
                           .notes = t->boxes.notes.v,
                           .nnotes = t->boxes.notes.n,
                           .rule_x = c->rtl ? in->width - FLOW_NOTE_RULE : 0,
                           .first = l->h - g->bottom - footer - g->body,
                           .other = l->h - g->bottom - footer - g->top};
}

static void paginate(const LetterComposer *c, Trial *t) {
    if (!t->paginated)
        flow_paginate(c->arena, &t->input, &t->flow);
    t->paginated = true;
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

static void try_text(LetterComposer *c, LetterInput *in, int tightness,
                     Len footer, size_t tags, Trial *t) {
    c->tags->tags.n = tags; /* the last trial's tags go with it */
    set_text(c, in, tightness, footer, t);
    paginate(c, t);
}

static void fit_text(LetterComposer *c, LetterInput *in, Len footer, Trial *t) {
    const Letter *letter = in->letter;
    size_t tags = c->tags->tags.n;
    /* The back of a sheet that becomes an envelope is for the address. */
    bool one = c->sheet->layout->u.letter.outside.s != NULL;
    size_t fit = one ? 1 : (size_t)letter->fit;
    int steps = letter_look_steps(c->lang, in->style, letter->large_print);
    set_text(c, in, 0, footer, t);
    if (!fit)
        return;
    paginate(c, t);
    int loosest = 0; /* that takes no more pages than the last trial */
    for (int i = 1; t->ok && i < steps && t->flow.pages > fit; i++) {
        size_t before = t->flow.pages;
        try_text(c, in, i, footer, tags, t);
        loosest = t->flow.pages < before ? i : loosest;
    }
    if (t->flow.pages <= fit)
        return;
    LetterLook look =
        letter_look(c->lang, in->style, letter->large_print, in->tightness);
    Len line = len_muldiv(look.size, look.leading_permille, 1000);
    int lines = (surplus(t, fit) + line - 1) / line;
    Span where =
        letter->fit_span.src ? letter->fit_span : (Span){letter->source, 0, 0};
    diag_at(c->diag, one ? DIAG_ERROR : DIAG_WARNING, where,
            "the letter has %zu pages, not %zu, even at the smallest spacing "
            "and %g pt; cut about %d lines%s",
            t->flow.pages, fit, len_pt(look.size), lines,
            one ? ": its sheet becomes the envelope" : "");
    /* Small type that wins no page only reads worse. */
    if (t->ok && loosest < in->tightness)
        try_text(c, in, loosest, footer, tags, t);
}

static void dump_text(const LetterSheet *sheet, const FlowBoxes *boxes) {
    if (sheet->dump == DUMP_NONE || sheet->dump == DUMP_DISPLAY)
        return;
    for (size_t i = 0; i < boxes->n; i++)
        if (boxes->v[i].para.n)
            dump_para(&boxes->v[i].para, sheet->dump, sheet->dump_text);
}

/* ---- strokes: a page in reading order ---- */

static Stroke head_stroke(const LetterComposer *c, LetterheadPart part,
                          size_t page) {
    return (Stroke){.kind = STROKE_HEAD,
                    .page = page,
                    .what = part,
                    .varies = letterhead_uses(c, part) & c->sheet->in.varies,
                    .artifact = letterhead_is_artifact(part)};
}

static void add_places(LetterComposer *c, const Flow *flow, size_t page,
                       Strokes *out) {
    bool noted = false;
    for (size_t i = 0; i < flow->n; i++) {
        const FlowPlace *at = &flow->v[i];
        if (at->page != page)
            continue;
        Stroke rule = {
            .kind = STROKE_RULE, .page = page, .what = i, .artifact = true};
        if (at->note && !noted)
            vec_push(c->arena, out, rule);
        noted = at->note;
        Stroke place = {.kind = STROKE_PLACE,
                        .page = page,
                        .what = i,
                        .varies = at->box->varies};
        vec_push(c->arena, out, place);
    }
}

static void find_strokes(LetterComposer *c, const Flow *flow, Strokes *out) {
    for (size_t page = 0; page < flow->pages; page++) {
        for (int part = 0; part < FRAME_FOOTER && page == 0; part++)
            vec_push(c->arena, out, head_stroke(c, (LetterheadPart)part, page));
        add_places(c, flow, page, out);
        for (int part = FRAME_FOOTER; part < LETTERHEAD_PARTS; part++)
            vec_push(c->arena, out, head_stroke(c, (LetterheadPart)part, page));
    }
}

/* `box_of` NULL: each place has its box. */
static const FlowBox *place_box(const Trial *t, const Flow *flow,
                                const size_t *box_of, size_t place) {
    const FlowPlace *at = &flow->v[place];
    if (!box_of)
        return at->box;
    return at->note ? &t->boxes.notes.v[box_of[place]]
                    : &t->boxes.boxes.v[box_of[place]];
}

static void draw_stroke(LetterComposer *c, const Trial *t, const Flow *flow,
                        const size_t *box_of, const Stroke *s,
                        DisplayItems *to) {
    const LetterLayout *g = c->layout;
    Len x = g->left, y = s->page == 0 ? g->body : g->top;
    uint32_t tag = DISPLAY_NO_TAG;
    switch (s->kind) {
    case STROKE_HEAD:
        letterhead_draw(c, (LetterheadPart)s->what, s->page, flow->pages, to);
        break;
    case STROKE_PLACE:
        flow_draw_box(c->arena, &flow->v[s->what],
                      place_box(t, flow, box_of, s->what), x, y, to);
        break;
    case STROKE_RULE:
        flow_draw_note_rule(c->arena, &flow->v[s->what], flow->rule_x, x, y,
                            to);
        break;
    case STROKE_FORM:
        if (!s->artifact)
            tag = display_tag(c->tags, ROLE_P, c->document, "");
        display_form(c->arena, to, tag, 0, 0, s->form);
        break;
    }
}

static void draw_pages(LetterComposer *c, const Trial *t, const Flow *flow,
                       const size_t *box_of, const Strokes *strokes,
                       DisplayPages *out) {
    const Layout *l = c->sheet->layout;
    size_t s = 0;
    for (size_t i = 0; i < flow->pages; i++) {
        DisplayPage page = {.w = l->w, .h = l->h, .front = i == 0};
        for (; s < strokes->n && strokes->v[s].page == i; s++)
            draw_stroke(c, t, flow, box_of, &strokes->v[s], &page.items);
        vec_push(c->arena, out, page);
    }
}

/* ---- sheets that letters share ---- */

/* The stretch of strokes that do not vary, as one form. Its items have no tags:
 * the form's place has one (out/pdf_tags.h). */
static DisplayForm *make_form(LetterComposer *c, const Trial *t,
                              const Stroke *v, size_t n) {
    const Layout *l = c->sheet->layout;
    DisplayForm *form = ARENA_NEW(c->sheet->in.plan->arena, DisplayForm);
    *form = (DisplayForm){.w = l->w, .h = l->h};
    size_t tags = c->tags->tags.n;
    for (size_t i = 0; i < n; i++)
        draw_stroke(c, t, &t->flow, NULL, &v[i], &form->items);
    for (size_t i = 0; i < form->items.n; i++)
        form->items.v[i].tag = DISPLAY_NO_TAG;
    c->tags->tags.n = tags;
    return form;
}

static void gather_strokes(LetterComposer *c, const Trial *t,
                           const Strokes *all, Strokes *out) {
    Arena *keep = c->sheet->in.plan->arena;
    for (size_t i = 0, n; i < all->n; i += n) {
        Stroke s = all->v[i];
        n = 1;
        if (!s.varies) {
            while (i + n < all->n && !all->v[i + n].varies &&
                   all->v[i + n].page == s.page &&
                   all->v[i + n].artifact == s.artifact)
                n++;
            s.kind = STROKE_FORM;
            s.form = make_form(c, t, &all->v[i], n);
            if (s.form->items.n == 0)
                continue;
        }
        vec_push(keep, out, s);
    }
}

static const LetterSheets *make_sheets(LetterComposer *c, const Trial *t) {
    LetterPlan *plan = c->sheet->in.plan;
    LetterSheets *s = ARENA_NEW(plan->arena, LetterSheets);
    Strokes all = {0};
    s->tightness = c->sheet->in.tightness;
    s->first = t->input.first;
    s->other = t->input.other;
    letterplan_extents(plan->arena, &t->boxes, s);
    find_strokes(c, &t->flow, &all);
    gather_strokes(c, t, &all, &s->strokes);
    s->flow = t->flow;
    s->flow.v = ARENA_ARRAY(plan->arena, FlowPlace, t->flow.n);
    s->box_of = ARENA_ARRAY(plan->arena, size_t, t->flow.n);
    for (size_t i = 0; i < t->flow.n; i++) {
        const FlowPlace *at = &t->flow.v[i];
        const FlowBox *first = at->note ? t->boxes.notes.v : t->boxes.boxes.v;
        s->flow.v[i] = *at;
        s->flow.v[i].box = NULL;
        s->box_of[i] = (size_t)(at->box - first);
    }
    vec_push(plan->arena, &plan->sheets, s);
    return s;
}

/* Forms live until the document is written (page/display.h): the text that
 * they are made of is set where the plan keeps it, unless it was. */
static void set_to_keep(LetterComposer *c, LetterInput *in, Trial *t) {
    if (c->arena == in->plan->arena)
        return;
    c->arena = in->plan->arena;
    c->lang = letter_lang(c->arena, in->letter);
    c->tags->tags.n = t->tags; /* those of the first setting go with it */
    set_text(c, in, in->tightness, t->footer, t);
}

/* The sheets that letters of this shape share; NULL: it is drawn alone. */
static const LetterSheets *find_sheets(LetterComposer *c, LetterInput *in,
                                       Trial *t) {
    LetterPlan *plan = in->plan;
    if (!plan || !t->ok)
        return NULL;
    const LetterSheets *s =
        letterplan_sheets(plan, in->tightness, &t->input, &t->boxes);
    if (s || plan->sheets.n == LETTERPLAN_SHEETS)
        return s;
    set_to_keep(c, in, t);
    paginate(c, t);
    return make_sheets(c, t);
}

static void check_over(LetterComposer *c, const Trial *t, const Flow *flow,
                       const size_t *box_of) {
    if (flow->over < flow->n)
        flow_tell_over(flow, place_box(t, flow, box_of, flow->over),
                       (Span){c->sheet->in.letter->source, 0, 0}, c->diag);
}

static void draw_letter(LetterComposer *c, LetterInput *in, Trial *t,
                        DisplayPages *out) {
    const LetterSheets *s = find_sheets(c, in, t);
    if (s) {
        check_over(c, t, &s->flow, s->box_of);
        draw_pages(c, t, &s->flow, s->box_of, &s->strokes, out);
        return;
    }
    Strokes all = {0};
    paginate(c, t);
    check_over(c, t, &t->flow, NULL);
    find_strokes(c, &t->flow, &all);
    draw_pages(c, t, &t->flow, NULL, &all, out);
}

bool letter_pages(Arena *a, Fontset *fs, const LetterSheet *given,
                  DisplayTags *tags, Diag *diag, DisplayPages *out) {
    LetterSheet sheet = *given;
    const Layout *l = sheet.layout;
    const LetterLayout *g = &l->u.letter;
    LetterPlan *plan = sheet.in.plan;
    sheet.in.width = l->w - g->left - g->right;
    sheet.in.date_right = g->date_right;
    sheet.in.style = g->style;
    Arena *own = plan && !plan->used ? plan->arena : a;
    const char *lang = letter_lang(own, sheet.in.letter);
    LetterComposer c = {
        .arena = own,
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
    Trial t;
    fit_text(&c, &sheet.in, letterhead_footer_height(&c), &t);
    dump_text(&sheet, &t.boxes.boxes);
    draw_letter(&c, &sheet.in, &t, out);
    if (plan)
        plan->used = true;
    return t.ok && diag_count(diag, DIAG_ERROR) == errors;
}
