#include "page/letterbody.h"

#include "base/limits.h"

#include <stdio.h>
#include <string.h>

#define SIGNATURE_SPACE LEN_OF_MM(16)
#define PEN_DATE LEN_OF_MM(50)

typedef struct Writer {
    Arena *arena;
    Fontset *fonts;
    const LetterInput *in;
    DisplayTags *tags;
    uint32_t document;
    Diag *diag;
    FlowBoxes *out;
    const char *lang;
    const char **langs;
    size_t nlangs;
    LetterLook look;
    bool ok;
} Writer;

const char *letter_lang(Arena *a, const Letter *letter) {
    Text t = letter->fields[LETTER_LANG].raw;
    return t.s ? arena_strndup(a, t.s, t.n) : "en";
}

static bool is_lang(const char *lang, const char *primary) {
    size_t n = strlen(primary);
    return strncmp(lang, primary, n) == 0 &&
           (lang[n] == '\0' || lang[n] == '-');
}

LetterLook letter_look(const char *lang) {
    /* Chinese: 12 pt (xiao si), paragraphs indented two em and not set apart;
     * closing and signature as facts 2.2. */
    if (is_lang(lang, "zh"))
        return (LetterLook){LEN_OF_PT(12), 1650, LEN_OF_PT(24), 0, true};
    if (is_lang(lang, "ja"))
        return (LetterLook){LEN_OF_PT(10.5), 1700, LEN_OF_PT(10.5), 0, true};
    if (is_lang(lang, "ko"))
        return (LetterLook){LEN_OF_PT(10.5), 1600, 0, LEN_OF_PT(6), false};
    /* Arabic script needs room above and below for its strokes. */
    static const char *const arabic[] = {"ug", "ar", "fa", "ur", "ckb", "ps"};
    for (size_t i = 0; i < sizeof arabic / sizeof *arabic; i++)
        if (is_lang(lang, arabic[i]))
            return (LetterLook){LEN_OF_PT(12), 1600, 0, LEN_OF_PT(7), false};
    if (is_lang(lang, "bo"))
        return (LetterLook){LEN_OF_PT(12), 1800, 0, LEN_OF_PT(7), false};
    return (LetterLook){LEN_OF_PT(11), 1320, 0, LEN_OF_PT(7), false};
}

static bool is_rtl(const Writer *w) {
    return itemize_is_rtl(DIR_AUTO, NULL, w->lang);
}

static TextStyle base_style(const Writer *w) {
    return (TextStyle){
        .family = FONT_SERIF, .size = w->look.size, .lang = w->lang};
}

static void add_inline(Writer *w, UBuilder *b, const Inline *inl,
                       TextStyle style) {
    style.bold = style.bold || inl->strong;
    style.italic = style.italic || inl->emphasis;
    Text value;
    switch (inl->kind) {
    case INLINE_TEXT:
        ubuilder_add(b, inl->text, &style, w->diag);
        break;
    case INLINE_FIELD:
        if (letter_field_value(w->arena, inl->text, w->in->from, w->in->to,
                               w->lang, w->diag, &value))
            ubuilder_add_isolated(b, value, &style, w->diag);
        else
            w->ok = false;
        break;
    case INLINE_BREAK:
        ubuilder_break(b, &style);
        break;
    case INLINE_NOTE:
        break;
    }
}

static bool same_link(Text a, Text b) {
    return a.s && b.s && a.n == b.n && memcmp(a.s, b.s, a.n) == 0;
}

/* Paper has no links: where the text is not the address, the address follows
 * in brackets. */
static void add_link_address(Writer *w, UBuilder *b, const Inlines *inlines,
                             size_t i, const TextStyle *style) {
    const Inline *inl = &inlines->v[i];
    bool ends =
        i + 1 == inlines->n || !same_link(inlines->v[i + 1].link, inl->link);
    if (!inl->link.s || !ends || same_link(inl->link, inl->text))
        return;
    Text link = inl->link;
    if (link.n > 7 && memcmp(link.s, "mailto:", 7) == 0)
        link = text_slice(link, 7, link.n - 7);
    if (same_link(link, inl->text))
        return;
    ubuilder_add(b, text_literal(" ("), style, w->diag);
    ubuilder_add_isolated(b, link, style, w->diag);
    ubuilder_add(b, text_literal(")"), style, w->diag);
}

static void set_inlines(Writer *w, const Inlines *inlines, TextStyle style,
                        ParaOptions opt, Para *out) {
    UBuilder *b = ubuilder_new(w->arena);
    for (size_t i = 0; i < inlines->n; i++) {
        add_inline(w, b, &inlines->v[i], style);
        add_link_address(w, b, inlines, i, &style);
    }
    opt.dir = is_rtl(w) ? DIR_RTL : DIR_LTR;
    opt.langs = w->langs;
    opt.nlangs = w->nlangs;
    if (!opt.leading_permille)
        opt.leading_permille = w->look.leading_permille;
    para_layout(w->arena, w->fonts, b, &opt, w->diag, out);
}

static Inlines text_inlines(Writer *w, Text t) {
    Inline *inl = ARENA_NEW(w->arena, Inline);
    *inl = (Inline){.kind = INLINE_TEXT, .text = t};
    return (Inlines){inl, 1};
}

static FlowBox *push(Writer *w, FlowBox box) {
    vec_push(w->arena, w->out, box);
    return &w->out->v[w->out->n - 1];
}

static uint32_t tag(Writer *w, DisplayRole role, uint32_t parent) {
    return display_tag(w->tags, role, parent, "");
}

/* A paragraph across the whole width. */
static FlowBox *push_inlines(Writer *w, const Inlines *inlines,
                             DisplayRole role, TextStyle style, ParaOptions opt,
                             Len space) {
    FlowBox box = {.space = space, .tag = tag(w, role, w->document)};
    if (!opt.width)
        opt.width = w->in->width;
    set_inlines(w, inlines, style, opt, &box.para);
    return push(w, box);
}

static void push_space(Writer *w, Len height, bool keep) {
    push(w, (FlowBox){.height = height, .keep = keep, .tag = DISPLAY_NO_TAG});
}

/* A ruled place for the pen, at the start or end side. */
static void push_rule(Writer *w, Len width, bool at_end) {
    bool right = at_end != is_rtl(w);
    push(w, (FlowBox){.height = w->look.size * 3 / 2,
                      .tag = DISPLAY_NO_TAG,
                      .rule_x = right ? w->in->width - width : 0,
                      .rule_w = width});
}

static bool field_set(const Writer *w, LetterField f) {
    return w->in->letter->fields[f].inlines.n > 0;
}

/* "Paris, 22 November 2026". */
static void push_date(Writer *w) {
    Text raw = w->in->letter->fields[LETTER_DATE].raw;
    const Inlines *place = &w->in->letter->fields[LETTER_PLACE].inlines;
    if (raw.s && text_equal(raw, "none"))
        raw.s = NULL;
    if (!raw.s && place->n == 0)
        return;
    bool end = w->in->date_right || w->look.signature_end;
    if (raw.s && text_equal(raw, "blank")) {
        push_rule(w, PEN_DATE, end);
        return;
    }
    VEC(Inline) line = {0};
    for (size_t i = 0; i < place->n; i++)
        vec_push(w->arena, &line, place->v[i]);
    if (raw.s) {
        const char *words;
        Text date = raw;
        if (letter_date(w->arena, raw.s, raw.n, w->lang, &words)) {
            date.s = words;
            date.n = strlen(words);
        }
        if (place->n) {
            const char *comma = is_lang(w->lang, "zh") ? "\xE3\x80\x80"
                                : is_rtl(w)            ? "\xD8\x8C "
                                                       : ", ";
            vec_push(
                w->arena, &line,
                ((Inline){.kind = INLINE_TEXT, .text = text_literal(comma)}));
        }
        vec_push(w->arena, &line,
                 ((Inline){.kind = INLINE_TEXT, .text = date}));
    }
    push_inlines(w, &(Inlines){line.v, line.n}, ROLE_P, base_style(w),
                 (ParaOptions){.align = end ? ALIGN_END : ALIGN_START}, 0);
}

static void push_heading_fields(Writer *w) {
    TextStyle style = base_style(w);
    Len line = len_muldiv(w->look.size, w->look.leading_permille, 1000);
    if (field_set(w, LETTER_REFERENCE)) {
        TextStyle small = style;
        small.size = style.size - LEN_PT;
        push_inlines(w, &w->in->letter->fields[LETTER_REFERENCE].inlines,
                     ROLE_P, small, (ParaOptions){0}, line / 2);
    }
    if (field_set(w, LETTER_SUBJECT)) {
        style.bold = true;
        FlowBox *b =
            push_inlines(w, &w->in->letter->fields[LETTER_SUBJECT].inlines,
                         ROLE_H1, style, (ParaOptions){0}, line);
        b->keep = true;
    }
}

static void push_salutation(Writer *w) {
    const Inlines *said = &w->in->letter->fields[LETTER_SALUTATION].inlines;
    Inlines own;
    if (said->n == 0 && w->in->to) {
        Text t = contact_get(w->in->to, CONTACT_SALUTATION, w->lang);
        if (t.s) {
            own = text_inlines(w, t);
            said = &own;
        }
    }
    if (said->n == 0)
        return;
    Len line = len_muldiv(w->look.size, w->look.leading_permille, 1000);
    push_inlines(w, said, ROLE_P, base_style(w), (ParaOptions){0}, line)->keep =
        true;
}

static void push_blocks(Writer *w, const Blocks *blocks, uint32_t parent,
                        Len indent, Len gap);

/* "1." or a bullet, in the margin that `step` leaves at the start side. */
static void set_marker(Writer *w, const Block *list, size_t i, Len indent,
                       Len step, uint32_t item_tag, FlowBox *box) {
    char label[24] = "\xE2\x80\xA2";
    if (list->kind == BLOCK_NUMBERS)
        snprintf(label, sizeof label, "%d.", list->number + (int)i);
    Text t = text_literal(arena_strdup(w->arena, label));
    Inlines inl = text_inlines(w, t);
    Para *p = ARENA_NEW(w->arena, Para);
    set_inlines(w, &inl, base_style(w),
                (ParaOptions){.width = step, .breaks = BREAK_NONE}, p);
    box->marker = p;
    box->marker_x = is_rtl(w) ? w->in->width - indent - step : indent;
    box->marker_tag = tag(w, ROLE_ITEM_LABEL, item_tag);
}

static void push_list(Writer *w, const Block *list, uint32_t parent, Len indent,
                      Len gap) {
    uint32_t list_tag = tag(w, ROLE_LIST, parent);
    Len step = w->look.size * 3 / 2;
    for (size_t i = 0; i < list->children.n; i++) {
        const Block *item = &list->children.v[i];
        uint32_t item_tag = tag(w, ROLE_ITEM, list_tag);
        uint32_t body_tag = tag(w, ROLE_ITEM_BODY, item_tag);
        size_t first = w->out->n;
        push_blocks(w, &item->children, body_tag, indent + step,
                    list->tight ? w->look.gap / 3 : w->look.gap);
        if (w->out->n == first) /* an empty item still has its label */
            push(w, (FlowBox){.tag = body_tag});
        FlowBox *box = &w->out->v[first];
        if (box->para.n && !box->marker)
            set_marker(w, list, i, indent, step, item_tag, box);
        if (i == 0)
            box->space = gap;
    }
}

static void push_paragraph(Writer *w, const Block *block, uint32_t parent,
                           Len indent, Len gap) {
    static const DisplayRole heading[] = {ROLE_H1, ROLE_H2, ROLE_H3};
    bool head = block->kind == BLOCK_HEADING;
    int level = block->number < 3 ? block->number : 3;
    TextStyle style = base_style(w);
    style.bold = head;
    bool nested = indent > 0;
    FlowBox box = {.x = is_rtl(w) ? 0 : indent,
                   .space = gap,
                   .keep = head,
                   .tag = tag(w, head ? heading[level - 1] : ROLE_P, parent)};
    ParaOptions opt = {.width = w->in->width - indent,
                       .first_indent = head || nested ? 0 : w->look.indent};
    set_inlines(w, &block->inlines, style, opt, &box.para);
    push(w, box);
}

static void push_blocks(Writer *w, const Blocks *blocks, uint32_t parent,
                        Len indent, Len gap) {
    for (size_t i = 0; i < blocks->n; i++) {
        const Block *b = &blocks->v[i];
        switch (b->kind) {
        case BLOCK_PARAGRAPH:
        case BLOCK_HEADING:
            push_paragraph(w, b, parent, indent, gap);
            break;
        case BLOCK_BULLETS:
        case BLOCK_NUMBERS:
            push_list(w, b, parent, indent, gap);
            break;
        case BLOCK_QUOTE:
            push_blocks(w, &b->children, tag(w, ROLE_QUOTE, parent),
                        indent + w->look.size * 2, gap);
            break;
        case BLOCK_ITEM:
            push_blocks(w, &b->children, parent, indent, gap);
            break;
        case BLOCK_TABLE:
        case BLOCK_ROW:
        case BLOCK_CELL:
        case BLOCK_FIGURE:
        case BLOCK_OWN_WORDS:
            break;
        case BLOCK_RULE:
            push(w, (FlowBox){.height = w->look.size,
                              .tag = DISPLAY_NO_TAG,
                              .space = gap,
                              .rule_x = w->in->width * 3 / 8,
                              .rule_w = w->in->width / 4});
            break;
        }
    }
}

static void push_signature(Writer *w) {
    const Letter *letter = w->in->letter;
    TextStyle style = base_style(w);
    TextAlign align = w->look.signature_end ? ALIGN_END : ALIGN_START;
    ParaOptions opt = {.align = align};
    const Inlines *typed = &letter->fields[LETTER_SIGNATURE].inlines;
    Inlines own;
    if (typed->n == 0 && w->in->from) {
        Text name = contact_get(w->in->from, CONTACT_NAME, w->lang);
        if (name.s) {
            own = text_inlines(w, name);
            typed = &own;
        }
    }
    push_space(w, SIGNATURE_SPACE, true);
    if (typed->n)
        push_inlines(w, typed, ROLE_P, style, opt, 0);
    else
        push_rule(w, LEN_OF_MM(60), w->look.signature_end);
}

/* The closing of a Chinese letter is two lines: the first indented as a
 * paragraph is, the second flush (facts 2.2). */
static void push_closing(Writer *w) {
    if (!field_set(w, LETTER_CLOSING))
        return;
    Len line = len_muldiv(w->look.size, w->look.leading_permille, 1000);
    FlowBox *b = push_inlines(w, &w->in->letter->fields[LETTER_CLOSING].inlines,
                              ROLE_P, base_style(w),
                              (ParaOptions){.first_indent = w->look.indent},
                              w->look.signature_end ? 0 : line);
    b->keep = true;
}

static void push_enclosures(Writer *w) {
    const TextList *list = &w->in->letter->enclosures;
    Len line = len_muldiv(w->look.size, w->look.leading_permille, 1000);
    for (size_t i = 0; i < list->n; i++) {
        Inlines inl = text_inlines(w, list->v[i]);
        TextStyle style = base_style(w);
        style.size -= LEN_PT;
        push_inlines(w, &inl, ROLE_P, style, (ParaOptions){0},
                     i ? 0 : line * 2);
    }
}

static void find_langs(Writer *w) {
    const TextList *list = &w->in->letter->langs;
    w->langs = ARENA_ARRAY(w->arena, const char *, list->n + 1);
    w->langs[w->nlangs++] = w->lang;
    for (size_t i = 0; i < list->n; i++)
        w->langs[w->nlangs++] =
            arena_strndup(w->arena, list->v[i].s, list->v[i].n);
}

bool letter_body(Arena *a, Fontset *fs, const LetterInput *in,
                 DisplayTags *tags, uint32_t document, Diag *diag,
                 FlowBoxes *out) {
    Writer w = {.arena = a,
                .fonts = fs,
                .in = in,
                .tags = tags,
                .document = document,
                .diag = diag,
                .out = out,
                .lang = letter_lang(a, in->letter),
                .ok = true};
    w.look = letter_look(w.lang);
    find_langs(&w);
    /* A Chinese letter is dated under its signature, the others at the top. */
    bool date_last = is_lang(w.lang, "zh");
    if (!date_last)
        push_date(&w);
    push_heading_fields(&w);
    push_salutation(&w);
    push_blocks(&w, &in->letter->body, document, 0, w.look.gap);
    if (out->n)
        out->v[out->n - 1].keep = true;
    push_closing(&w);
    push_signature(&w);
    if (date_last) {
        out->v[out->n - 1].keep = true;
        push_date(&w);
    }
    push_enclosures(&w);
    return w.ok;
}
