#include "page/letterwriter.h"

#include <stdio.h>

#define OWN_WORDS_PITCH LEN_OF_MM(9)

/* "1." or a bullet. */
static void set_label(LetterWriter *w, const Block *list, size_t i, Len width,
                      Para *out) {
    char label[24] = "\xE2\x80\xA2";
    if (list->kind == BLOCK_NUMBERS)
        snprintf(label, sizeof label, "%d.", list->number + (int)i);
    Inlines inl = lw_text(w, text_literal(arena_strdup(w->arena, label)));
    lw_set(w, &inl, lw_style(w),
           (ParaOptions){.width = width, .breaks = BREAK_NONE}, out);
}

/* What the labels need: the last number is the widest. */
static Len label_step(LetterWriter *w, const Block *list) {
    Para p;
    set_label(w, list, list->children.n - 1, w->in->width, &p);
    Len least = w->look.size * 6 / 5, need = p.width + w->look.size / 2;
    return need > least ? need : least;
}

/* The label in the margin that `step` leaves at the start side. */
static void set_marker(LetterWriter *w, const Block *list, size_t i, Len indent,
                       Len step, uint32_t item_tag, FlowBox *box) {
    FlowCell *cell = ARENA_NEW(w->arena, FlowCell);
    set_label(w, list, i, step, &cell->para);
    cell->x = w->rtl ? w->in->width - indent - step : indent;
    cell->on_baseline = true;
    cell->tag = lw_tag(w, ROLE_ITEM_LABEL, item_tag);
    box->cells = cell;
    box->ncells = 1;
}

static void push_list(LetterWriter *w, const Block *list, uint32_t parent,
                      Len indent, Len gap) {
    uint32_t list_tag = lw_tag(w, ROLE_LIST, parent);
    Len step = label_step(w, list);
    for (size_t i = 0; i < list->children.n; i++) {
        const Block *item = &list->children.v[i];
        uint32_t item_tag = lw_tag(w, ROLE_ITEM, list_tag);
        uint32_t body_tag = lw_tag(w, ROLE_ITEM_BODY, item_tag);
        size_t first = w->out->boxes.n;
        lw_push_blocks(w, &item->children, body_tag, indent + step,
                       list->tight ? w->look.gap / 3 : w->look.gap);
        if (w->out->boxes.n == first) /* an empty item is still an item */
            lw_push(w, (FlowBox){.tag = body_tag, .height = lw_line(w)});
        FlowBox *box = &w->out->boxes.v[first];
        if (box->para.n && box->ncells == 0)
            set_marker(w, list, i, indent, step, item_tag, box);
        if (i == 0)
            box->space = gap;
    }
}

static bool is_justified(const LetterWriter *w) {
    const Letter *letter = w->in->letter;
    return letter->justify || (w->look.justify && !letter->ragged);
}

static void push_paragraph(LetterWriter *w, const Block *block, uint32_t parent,
                           Len indent, Len gap) {
    static const DisplayRole heading[] = {ROLE_H1, ROLE_H2, ROLE_H3};
    bool head = block->kind == BLOCK_HEADING;
    int level = block->number < 3 ? block->number : 3;
    TextStyle style = lw_style(w);
    style.bold = head;
    if (head && level == 1)
        style.size += LEN_PT;
    bool nested = indent > 0;
    FlowBox box = {.x = w->rtl ? w->inset : indent,
                   .space = head ? gap + w->look.size / 2 : gap,
                   .keep = head,
                   .tag =
                       lw_tag(w, head ? heading[level - 1] : ROLE_P, parent)};
    ParaOptions opt = {.width = w->in->width - indent - w->inset,
                       .align = is_justified(w) && !head ? ALIGN_JUSTIFY
                                                         : ALIGN_START,
                       .first_indent = head || nested ? 0 : w->look.indent,
                       .hyphenator = head ? NULL : w->in->hyphenator};
    lw_set_box(w, &block->inlines, style, opt, &box);
    lw_push(w, box);
}

static void push_thematic_break(LetterWriter *w, Len gap) {
    FlowRule *rule = ARENA_NEW(w->arena, FlowRule);
    *rule =
        (FlowRule){w->in->width * 3 / 8, w->look.size / 2, w->in->width / 4};
    lw_push(w, (FlowBox){.height = w->look.size,
                         .space = gap,
                         .tag = DISPLAY_NO_TAG,
                         .rules = rule,
                         .nrules = 1});
}

static void push_figure(LetterWriter *w, const Block *block, uint32_t parent,
                        Len gap) {
    const Image *image = letter_picture(w->in, block->image);
    if (!image) {
        w->ok = false; /* the job has said why */
        return;
    }
    Len width, height;
    letter_picture_size(image, 0, 0, w->in->width, &width, &height);
    Text alt = block->inlines.n ? block->inlines.v[0].text : text_literal("");
    FlowBox *b = lw_push_image(w, image, width, height, false, alt, parent);
    b->space = gap;
    b->image_at = block->image.span;
}

/* Ruled lines for the pen, at a pitch that handwriting needs. */
void lw_push_own_words(LetterWriter *w, int lines, Len indent) {
    for (int i = 0; i < lines; i++)
        lw_push_rule(w, w->in->width - indent, true, OWN_WORDS_PITCH)->keep =
            i == 0 || i + 2 == lines;
    lw_push(w, (FlowBox){.height = w->look.size / 2, .tag = DISPLAY_NO_TAG});
    w->own_words_done = true;
}

/* Narrower at both sides; where paragraphs are indented, by that much more, so
 * that it does not look like one of them. */
static void push_quote(LetterWriter *w, const Block *quote, uint32_t parent,
                       Len indent, Len gap) {
    Len step = w->look.size * 2;
    w->inset += step;
    lw_push_blocks(w, &quote->children, lw_tag(w, ROLE_QUOTE, parent),
                   indent + step + (indent ? 0 : w->look.indent), gap);
    w->inset -= step;
}

void lw_push_blocks(LetterWriter *w, const Blocks *blocks, uint32_t parent,
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
            push_list(w, b, parent, indent ? indent : w->look.indent, gap);
            break;
        case BLOCK_QUOTE:
            push_quote(w, b, parent, indent, gap);
            break;
        case BLOCK_ITEM:
            lw_push_blocks(w, &b->children, parent, indent, gap);
            break;
        case BLOCK_RULE:
            push_thematic_break(w, gap);
            break;
        case BLOCK_TABLE:
            lw_push_table(w, b, parent, indent ? indent : w->look.indent, gap);
            break;
        case BLOCK_FIGURE:
            push_figure(w, b, parent, gap);
            break;
        case BLOCK_OWN_WORDS:
            lw_push_own_words(w, b->number, indent);
            break;
        case BLOCK_ROW:
        case BLOCK_CELL:
            break; /* only inside a table */
        }
    }
}
