#include "page/letterwriter.h"

#include "model/lettersection.h"
#include "page/letterplan.h"
#include "page/overfull.h"

#include <string.h>

TextStyle lw_style(const LetterWriter *w) {
    return (TextStyle){
        .family = FONT_SERIF, .size = w->look.size, .lang = w->lang};
}

Len lw_line(const LetterWriter *w) {
    return len_muldiv(w->look.size, w->look.leading_permille, 1000);
}

uint32_t lw_tag(LetterWriter *w, DisplayRole role, uint32_t parent) {
    return display_tag(w->tags, role, parent, "");
}

/* Text faces have superscript digits as drawn characters. */
const char *lw_note_mark(Arena *a, size_t index) {
    static const char *const digits[] = {
        "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",
        "\xE2\x81\xB4", "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7",
        "\xE2\x81\xB8", "\xE2\x81\xB9"};
    const char *mark = "";
    for (size_t n = index + 1; n > 0; n /= 10)
        mark = arena_printf(a, "%s%s", digits[n % 10], mark);
    return mark;
}

typedef struct Mark {
    const char *s; /* the mark's own string, which its piece points to */
    size_t index;  /* into the writer's notes */
} Mark;
typedef VEC(Mark) Marks;

/* A note gets its number where it is first marked. */
static size_t note_index(LetterWriter *w, LetterNote note) {
    for (size_t i = 0; note.note >= 0 && i < w->noted.n; i++)
        if (w->noted.v[i].note == note.note)
            return i;
    vec_push(w->arena, &w->noted, note);
    return w->noted.n - 1;
}

static void add_mark(LetterWriter *w, UBuilder *b, LetterNote note,
                     const TextStyle *style, Marks *marks) {
    size_t index = note_index(w, note);
    Mark m = {lw_note_mark(w->arena, index), index};
    if (w->marked) /* ¹ ² are not ¹² */
        ubuilder_add(b, text_literal("\xE2\x80\x89"), style, w->diag);
    w->marked = true;
    ubuilder_add(b, text_literal(m.s), style, w->diag);
    vec_push(w->arena, marks, m);
}

static void add_inline(LetterWriter *w, UBuilder *b, const Inline *inl,
                       TextStyle style, Marks *marks) {
    style.bold = style.bold || inl->strong;
    style.italic = style.italic || inl->emphasis;
    Text value;
    w->marked = w->marked && inl->kind == INLINE_NOTE;
    switch (inl->kind) {
    case INLINE_TEXT:
        ubuilder_add(b, inl->text, &style, w->diag);
        break;
    case INLINE_FIELD:
        w->uses |= letter_field_side(inl->text);
        if (letter_field_value(w->arena, inl->text, w->in->from, w->in->to,
                               w->lang, w->diag, &value))
            ubuilder_add_isolated(b, value, &style, w->diag);
        else
            w->ok = false;
        break;
    case INLINE_BREAK:
        /* The space hangs at the end of the line, where who copies the text or
         * hears it read finds the words apart. */
        ubuilder_add(b, text_literal(" "), &style, w->diag);
        ubuilder_break(b, &style);
        break;
    case INLINE_NOTE:
        add_mark(w, b, (LetterNote){.note = inl->note}, &style, marks);
        break;
    case INLINE_IF:
    case INLINE_UNLESS:
    case INLINE_END:
        break; /* they have been resolved */
    }
}

static bool same_text(Text a, Text b) {
    return a.s && b.s && a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

/* Paper has no links: where the text is not the address, the address follows
 * in brackets, or stands in a footnote. */
static void add_link_address(LetterWriter *w, UBuilder *b,
                             const Inlines *inlines, size_t i,
                             const TextStyle *style, Marks *marks) {
    const Inline *inl = &inlines->v[i];
    Text link = inl->link;
    bool ends =
        i + 1 == inlines->n || !same_text(inlines->v[i + 1].link, inl->link);
    if (!link.s || !ends)
        return;
    if (link.n > 7 && memcmp(link.s, "mailto:", 7) == 0)
        link = text_slice(link, 7, link.n - 7);
    if (same_text(link, inl->text))
        return;
    if (w->in->letter->link_notes && !w->in_notes) {
        add_mark(w, b, (LetterNote){.note = -1, .link = link}, style, marks);
        return;
    }
    ubuilder_add(b, text_literal(" ("), style, w->diag);
    ubuilder_add_isolated(b, link, style, w->diag);
    ubuilder_add(b, text_literal(")"), style, w->diag);
}

static void report_overfull(LetterWriter *w, const Para *p, Len width) {
    w->ok = overfull_tell(w->arena, p, width, w->diag) && w->ok;
}

static void set_para(LetterWriter *w, const Inlines *inlines, TextStyle style,
                     ParaOptions opt, Para *out, Marks *marks) {
    UBuilder *b = ubuilder_new(w->arena);
    for (size_t i = 0; i < inlines->n; i++) {
        add_inline(w, b, &inlines->v[i], style, marks);
        add_link_address(w, b, inlines, i, &style, marks);
    }
    opt.dir = w->rtl ? DIR_RTL : DIR_LTR;
    opt.langs = w->langs;
    opt.nlangs = w->nlangs;
    if (!opt.leading_permille)
        opt.leading_permille = w->look.leading_permille;
    para_layout(w->arena, w->fonts, b, &opt, w->diag, out);
}

void lw_set(LetterWriter *w, const Inlines *inlines, TextStyle style,
            ParaOptions opt, Para *out) {
    Marks marks = {0};
    set_para(w, inlines, style, opt, out, &marks);
    report_overfull(w, out, opt.width);
}

/* The line that UTF-16 index `at` falls on. */
static size_t line_of(const Para *p, uint32_t at) {
    size_t i = 0;
    while (i + 1 < p->n && p->lines[i].end <= at)
        i++;
    return i;
}

void lw_set_box(LetterWriter *w, const Inlines *inlines, TextStyle style,
                ParaOptions opt, FlowBox *box) {
    Marks marks = {0};
    set_para(w, inlines, style, opt, &box->para, &marks);
    report_overfull(w, &box->para, opt.width);
    box->marks = ARENA_ARRAY(w->arena, FlowMark, marks.n);
    const UString *u = &box->para.text;
    for (size_t m = 0; m < marks.n; m++) {
        LetterNote *note = &w->noted.v[marks.v[m].index];
        if (note->placed) /* marked before: the note stands there */
            continue;
        note->placed = true;
        for (size_t i = 0; i < u->npieces; i++)
            if (u->pieces[i].text.s == marks.v[m].s)
                box->marks[box->nmarks++] = (FlowMark){
                    line_of(&box->para, u->pieces[i].start), marks.v[m].index};
    }
}

/* ---- parts ---- */

static void *copy_of(Arena *a, const void *v, size_t bytes) {
    void *own = arena_alloc(a, bytes);
    if (bytes)
        memcpy(own, v, bytes);
    return own;
}

static void keep_part(LetterWriter *w, const void *key, size_t noted,
                      size_t first) {
    LetterPlan *plan = w->in->plan;
    size_t n = w->out->boxes.n - first;
    LetterPart part = {.key = key,
                       .tightness = w->in->tightness,
                       .uses = w->uses,
                       .noted_before = noted,
                       .noted = copy_of(plan->arena, w->noted.v,
                                        w->noted.n * sizeof *w->noted.v),
                       .nnoted = w->noted.n,
                       .own_words_done = w->own_words_done,
                       .boxes = copy_of(plan->arena, w->out->boxes.v + first,
                                        n * sizeof *w->out->boxes.v),
                       .nboxes = n};
    vec_push(plan->arena, &plan->parts, part);
}

static void take_part(LetterWriter *w, const LetterPart *part) {
    for (size_t i = 0; i < part->nboxes; i++)
        vec_push(w->arena, &w->out->boxes, part->boxes[i]);
    w->noted.n = 0;
    for (size_t i = 0; i < part->nnoted; i++)
        vec_push(w->arena, &w->noted, part->noted[i]);
    w->own_words_done = part->own_words_done;
}

/* A section may leave out a mark: then other notes have the numbers. */
static bool same_notes_before(const LetterWriter *w, const LetterPart *part) {
    if (part->noted_before != w->noted.n)
        return false;
    for (size_t i = 0; i < w->noted.n; i++)
        if (w->noted.v[i].note != part->noted[i].note ||
            (w->noted.v[i].note < 0 &&
             w->noted.v[i].link.s != part->noted[i].link.s))
            return false;
    return true;
}

void lw_part(LetterWriter *w, const void *key, LetterPush *push) {
    LetterPlan *plan = w->in->plan;
    const LetterPart *part =
        plan ? letterplan_part(plan, key, w->in->tightness) : NULL;
    if (part && !(part->uses & w->in->varies) && same_notes_before(w, part)) {
        take_part(w, part);
        return;
    }
    size_t first = w->out->boxes.n, noted = w->noted.n;
    w->uses = 0;
    push(w, key);
    for (size_t i = first; i < w->out->boxes.n; i++)
        w->out->boxes.v[i].varies = (w->uses & w->in->varies) != 0;
    if (plan && w->arena == plan->arena)
        keep_part(w, key, noted, first);
}

FlowBox *lw_push(LetterWriter *w, FlowBox box) {
    vec_push(w->arena, &w->out->boxes, box);
    return &w->out->boxes.v[w->out->boxes.n - 1];
}

FlowBox *lw_push_inlines(LetterWriter *w, const Inlines *inlines,
                         DisplayRole role, TextStyle style, ParaOptions opt,
                         Len space) {
    FlowBox box = {.space = space, .tag = lw_tag(w, role, w->document)};
    if (!opt.width)
        opt.width = w->in->width;
    /* In an inset at the end side the paragraph is narrower; from the right
     * it starts further in. */
    box.x = w->rtl ? w->in->width - opt.width : 0;
    lw_set_box(w, inlines, style, opt, &box);
    return lw_push(w, box);
}

/* The left edge of something `width` wide at the start or end side. */
static Len side_x(const LetterWriter *w, Len width, bool at_end) {
    return at_end != w->rtl ? w->in->width - width : 0;
}

FlowBox *lw_push_rule(LetterWriter *w, Len width, bool at_end, Len height) {
    FlowRule *rule = ARENA_NEW(w->arena, FlowRule);
    *rule = (FlowRule){side_x(w, width, at_end), height, width};
    return lw_push(w, (FlowBox){.height = height,
                                .tag = DISPLAY_NO_TAG,
                                .rules = rule,
                                .nrules = 1});
}

FlowBox *lw_push_image(LetterWriter *w, const Image *image, Len width,
                       Len height, bool at_end, Text alt, uint32_t parent) {
    uint32_t tag = lw_tag(w, ROLE_FIGURE, parent);
    w->tags->tags.v[tag].alt = arena_strndup(w->arena, alt.s, alt.n);
    return lw_push(w, (FlowBox){.height = height,
                                .tag = tag,
                                .image = image,
                                .image_x = side_x(w, width, at_end),
                                .image_w = width,
                                .image_h = height});
}

Inlines lw_text(LetterWriter *w, Text t) {
    Inline *inl = ARENA_NEW(w->arena, Inline);
    *inl = (Inline){.kind = INLINE_TEXT, .text = t};
    return (Inlines){inl, t.n > 0};
}

Inlines lw_join(LetterWriter *w, const Inlines *a, const char *between,
                const Inlines *b) {
    VEC(Inline) all = {0};
    for (size_t i = 0; i < a->n; i++)
        vec_push(w->arena, &all, a->v[i]);
    if (a->n && b->n) {
        Inline gap = {.kind = INLINE_TEXT, .text = text_literal(between)};
        if (strcmp(between, "\n") == 0)
            gap.kind = INLINE_BREAK;
        vec_push(w->arena, &all, gap);
    }
    for (size_t i = 0; i < b->n; i++)
        vec_push(w->arena, &all, b->v[i]);
    return (Inlines){all.v, all.n};
}

/* What asks for the records: the part that is being set. */
static LetterParties parties(LetterWriter *w) {
    return (LetterParties){.arena = w->arena,
                           .from = w->in->from,
                           .to = w->in->to,
                           .lang = w->lang,
                           .diag = w->diag,
                           .ok = true};
}

static void asked(LetterWriter *w, const LetterParties *who) {
    w->uses |= who->uses;
    w->ok = w->ok && who->ok;
}

Inlines lw_resolved(LetterWriter *w, const Block *leaf) {
    LetterParties who = parties(w);
    Inlines out = letter_resolve(&who, &leaf->inlines, leaf->within);
    asked(w, &who);
    return out;
}

bool lw_resolve_block(LetterWriter *w, const Block *in, Block *out) {
    LetterParties who = parties(w);
    bool there = letter_resolve_block(&who, in, out);
    asked(w, &who);
    return there;
}

const Inlines *lw_field(LetterWriter *w, LetterField f) {
    const Inlines *in = &w->in->letter->fields[f].inlines;
    if (!letter_is_conditional(in))
        return in;
    LetterParties who = parties(w);
    Inlines *out = ARENA_NEW(w->arena, Inlines);
    *out = letter_resolve(&who, in, NULL);
    asked(w, &who);
    return out;
}

bool lw_has(LetterWriter *w, LetterField f) {
    return lw_field(w, f)->n > 0;
}
