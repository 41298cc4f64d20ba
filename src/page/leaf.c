#include "page/leaf.h"

#include "page/qrdraw.h"

#include <string.h>

#define LEADING 1300
/* Between icon and text, label and value, cell edge and head. */
#define GAP LEN_OF_MM(3)
#define CELL_PADDING LEN_OF_MM(1.2)
#define HAIRLINE LEN_OF_PT(0.5)
/* The foot's own room, below the text area. */
#define FOOT LEN_OF_MM(8)

static uint32_t tag(Leaf *l, DisplayRole role, const char *lang) {
    return display_tag(l->tags, role, l->document, lang);
}

void leaf_open(Leaf *l, Arena *a, Fontset *fs, const LeafSheet *sheet,
               DisplayTags *tags, Diag *diag) {
    *l = (Leaf){.arena = a,
                .fonts = fs,
                .sheet = sheet,
                .tags = tags,
                .diag = diag,
                .rtl = itemize_is_rtl(DIR_AUTO, NULL, sheet->words->lang),
                .width = sheet->w - 2 * LEAF_MARGIN};
    l->document =
        display_tag(tags, ROLE_DOCUMENT, DISPLAY_NO_TAG, sheet->words->lang);
}

Text leaf_word(const Leaf *l, Word word) {
    return l->sheet->words->v[word];
}

TextStyle leaf_style(const Leaf *l, Len size, bool bold, const char *lang) {
    return (TextStyle){.family = FONT_SANS,
                       .bold = bold,
                       .size = size,
                       .lang = lang ? lang : l->sheet->lang};
}

static void lay_out(Leaf *l, Text t, const TextStyle *style, Len width,
                    TextAlign align, Para *out) {
    UBuilder *b = ubuilder_new(l->arena);
    ParaOptions opt = {.width = width,
                       .align = align,
                       .leading_permille = LEADING,
                       .langs = l->sheet->langs,
                       .nlangs = l->sheet->nlangs};
    ubuilder_add(b, t, style, l->diag);
    para_layout(l->arena, l->fonts, b, &opt, l->diag, out);
}

void leaf_set(Leaf *l, Text t, TextStyle style, Len width, TextAlign align,
              Para *out) {
    lay_out(l, t, &style, width, align, out);
    /* The sheet's start side, whichever way this text runs. */
    if (align == ALIGN_START && out->rtl != l->rtl)
        lay_out(l, t, &style, width, ALIGN_END, out);
    else if (align == ALIGN_END && out->rtl != l->rtl)
        lay_out(l, t, &style, width, ALIGN_START, out);
    for (size_t i = 0; i < out->n; i++)
        if (out->lines[i].overfull) {
            diag_at(l->diag, DIAG_ERROR, t.span,
                    "\"%.*s\" has a word wider than its %.0f mm; shorten it",
                    text_shown(t), t.s, len_mm(width));
            return;
        }
}

static Len widest_word(Leaf *l, Text t, TextStyle style) {
    Para p;
    /* So narrow that every word has its line. */
    lay_out(l, t, &style, LEN_PT, ALIGN_START, &p);
    return p.width;
}

Len leaf_height(Leaf *l, Text t, TextStyle style, Len width, bool *fits) {
    Para p;
    lay_out(l, t, &style, width, ALIGN_START, &p);
    *fits = p.width <= width;
    return p.height;
}

/* `x` of something `w` wide that stands `x` from the start side. */
static Len from_start(const Leaf *l, Len x, Len w) {
    return l->rtl ? l->width - x - w : x;
}

static FlowBox *push(Leaf *l, FlowBox box) {
    vec_push(l->arena, &l->boxes, box);
    return &l->boxes.v[l->boxes.n - 1];
}

/* The paragraph of `t` between `indent` and `room`. */
static FlowBox box_of(Leaf *l, Text t, const LeafStyle *s, Len indent) {
    Len width = l->width - indent - s->room;
    const char *lang = s->lang ? s->lang : l->sheet->lang;
    FlowBox box = {
        .x = from_start(l, indent, width), .space = s->space, .keep = s->keep};
    leaf_set(l, t, leaf_style(l, s->size, s->bold, lang), width, ALIGN_START,
             &box.para);
    box.tag = tag(l, s->role ? s->role : ROLE_P, lang);
    return box;
}

FlowBox *leaf_text(Leaf *l, Text t, LeafStyle style) {
    return push(l, box_of(l, t, &style, style.indent));
}

static const DisplayItems *one_icon(Leaf *l, Icon icon, Len x, Len y,
                                    Len size) {
    DisplayItems *items = ARENA_NEW(l->arena, DisplayItems);
    icon_draw(l->arena, icon, l->rtl, from_start(l, x, size), y, size, items);
    return items;
}

FlowBox *leaf_marked(Leaf *l, Icon icon, Text t, LeafStyle style) {
    /* As high as a line, so that it stands in it. */
    Len size = len_muldiv(style.size, LEADING, 1000);
    Len x = style.indent;
    if (!t.s)
        return push(l, (FlowBox){.height = size,
                                 .space = style.space,
                                 .keep = style.keep,
                                 .tag = DISPLAY_NO_TAG,
                                 .drawing = one_icon(l, icon, x, 0, size)});
    FlowBox box = box_of(l, t, &style, x + size + GAP);
    box.drawing = one_icon(l, icon, x, 0, size);
    return push(l, box);
}

FlowBox *leaf_heading(Leaf *l, Icon icon, Text t) {
    LeafStyle style = {.size = LEAF_HEAD,
                       .bold = true,
                       .keep = true,
                       .space = LEN_OF_MM(5),
                       .role = ROLE_H2,
                       .lang = l->sheet->words->lang};
    return leaf_marked(l, icon, t, style);
}

Len leaf_label_column(Leaf *l, Text label, Len size) {
    const char *lang = l->sheet->words->lang;
    return widest_word(l, label, leaf_style(l, size, false, lang)) + GAP;
}

FlowBox *leaf_pair(Leaf *l, Text label, Len column, Text value,
                   LeafStyle style) {
    FlowCell *cell = ARENA_NEW(l->arena, FlowCell);
    Len from = style.indent, width = column - GAP;
    FlowBox box = box_of(l, value, &style, from + (label.s ? column : 0));
    if (label.s) {
        const char *lang = l->sheet->words->lang;
        leaf_set(l, label, leaf_style(l, style.size, false, lang), width,
                 ALIGN_START, &cell->para);
        cell->x = from_start(l, from, width);
        cell->on_baseline = true;
        cell->tag = tag(l, ROLE_P, lang);
        box.cells = cell;
        box.ncells = 1;
    }
    return push(l, box);
}

FlowBox *leaf_drawing(Leaf *l, const DisplayItems *items, Len h, Len space) {
    return push(l, (FlowBox){.height = h,
                             .space = space,
                             .tag = DISPLAY_NO_TAG,
                             .drawing = items});
}

void leaf_append(Leaf *l, const FlowBoxes *boxes, const FlowBoxes *notes) {
    size_t shift = l->notes.n;
    for (size_t i = 0; i < boxes->n; i++) {
        FlowBox *b = push(l, boxes->v[i]);
        for (size_t k = 0; k < b->nmarks; k++)
            b->marks[k].note += shift;
    }
    for (size_t i = 0; i < notes->n; i++)
        vec_push(l->arena, &l->notes, notes->v[i]);
}

/* ---- tables for the pen ---- */

static TextStyle head_style(const Leaf *l) {
    return leaf_style(l, LEAF_SMALL, true, l->sheet->words->lang);
}

Len leaf_head_width(Leaf *l, Text head) {
    return head.s ? widest_word(l, head, head_style(l)) + 2 * CELL_PADDING : 0;
}

/* Where the columns begin, and the end of the last. */
static Len *edges_of(Leaf *l, const LeafColumn *columns, size_t n) {
    Len *edges = ARENA_ARRAY(l->arena, Len, n + 1), left = l->width;
    int sharing = 0;
    for (size_t i = 0; i < n; i++) {
        left -= columns[i].width;
        sharing += columns[i].width == 0;
    }
    for (size_t i = 0; i < n; i++)
        edges[i + 1] =
            edges[i] + (columns[i].width ? columns[i].width : left / sharing);
    return edges;
}

/* The lines around the cells of a row. */
static void rule_row(Leaf *l, const Len *edges, size_t n, Len h,
                     DisplayItems *to) {
    Len end = edges[n];
    for (size_t i = 0; i <= n; i++) {
        Len x = from_start(l, edges[i], 0);
        display_line(l->arena, to, DISPLAY_NO_TAG, x, 0, x, h, HAIRLINE, 0, 0);
    }
    for (int i = 0; i < 2; i++)
        display_line(l->arena, to, DISPLAY_NO_TAG, from_start(l, 0, 0),
                     i ? h : 0, from_start(l, end, 0), i ? h : 0, HAIRLINE, 0,
                     0);
}

static void set_cell(Leaf *l, Text t, TextStyle style, const Len *edges,
                     size_t i, uint32_t row, DisplayRole role, FlowCell *out) {
    Len width = edges[i + 1] - edges[i] - 2 * CELL_PADDING;
    leaf_set(l, t, style, width, ALIGN_START, &out->para);
    out->x = from_start(l, edges[i] + CELL_PADDING, width);
    out->tag = display_tag(l->tags, role, row, style.lang);
}

static void push_heads(Leaf *l, const LeafColumn *columns, size_t n,
                       const Len *edges, uint32_t table) {
    FlowCell *cells = ARENA_ARRAY(l->arena, FlowCell, n);
    DisplayItems *lines = ARENA_NEW(l->arena, DisplayItems);
    FlowBox box = {.keep = true,
                   .space = LEN_OF_MM(3),
                   .cells = cells,
                   .tag = DISPLAY_NO_TAG,
                   .drawing = lines};
    uint32_t row = display_tag(l->tags, ROLE_ROW, table, "");
    TextStyle style = head_style(l);
    for (size_t i = 0; i < n; i++) {
        if (!columns[i].head.s)
            continue;
        FlowCell *cell = &cells[box.ncells++];
        set_cell(l, columns[i].head, style, edges, i, row, ROLE_HEADER_CELL,
                 cell);
        cell->y = CELL_PADDING;
        if (cell->para.height > box.height)
            box.height = cell->para.height;
    }
    box.height += 2 * CELL_PADDING;
    rule_row(l, edges, n, box.height, lines);
    push(l, box);
}

static Len row_height(const FlowCell *cell, Len row) {
    Len need = cell->para.n ? cell->para.height + 2 * CELL_PADDING : 0;
    return need > row ? need : row;
}

/* A row with `first` in its first column, if there is anything. */
static FlowBox row_box(Leaf *l, Text first, const Len *edges, size_t ncolumns,
                       Len row, uint32_t table) {
    FlowCell *cell = ARENA_NEW(l->arena, FlowCell);
    DisplayItems *lines = ARENA_NEW(l->arena, DisplayItems);
    FlowBox box = {.tag = DISPLAY_NO_TAG, .drawing = lines};
    uint32_t tr = display_tag(l->tags, ROLE_ROW, table, "");
    if (first.s) {
        set_cell(l, first, leaf_style(l, LEAF_TEXT, false, NULL), edges, 0, tr,
                 ROLE_CELL, cell);
        box.cells = cell;
        box.ncells = 1;
    }
    box.height = row_height(cell, row);
    cell->y = (box.height - cell->para.height) / 2;
    rule_row(l, edges, ncolumns, box.height, lines);
    return box;
}

/* The same heads on top of another page, for the eye alone. */
static void repeat_heads(Leaf *l, FlowBox heads) {
    FlowCell *cells = ARENA_ARRAY(l->arena, FlowCell, heads.ncells + 1);
    for (size_t i = 0; i < heads.ncells; i++) {
        cells[i] = heads.cells[i];
        cells[i].tag = DISPLAY_NO_TAG;
    }
    heads.cells = cells;
    push(l, heads);
}

void leaf_rows(Leaf *l, const LeafColumn *columns, size_t ncolumns, Len row,
               size_t n, const Text *first) {
    Len *edges = edges_of(l, columns, ncolumns);
    uint32_t table = tag(l, ROLE_TABLE, "");
    push_heads(l, columns, ncolumns, edges, table);
    FlowBox heads = l->boxes.v[l->boxes.n - 1];
    Len room = leaf_room(l);
    if (!n)
        n = (size_t)(room / row);
    for (size_t i = 0; i < n; i++) {
        FlowBox box = row_box(l, first ? first[i] : (Text){0}, edges, ncolumns,
                              row, table);
        if (box.height > room) {
            if (i)
                repeat_heads(l, heads);
            room = l->sheet->h - 2 * LEAF_MARGIN - heads.height;
        }
        room -= box.height;
        push(l, box);
    }
}

/* ---- links ---- */

/* `t` beside the code, below what stands there already. */
static void put_beside(Leaf *l, FlowBox *box, Text t, Len x, Len y, Len size,
                       DisplayRole role, const char *lang) {
    FlowCell *cell = (FlowCell *)&box->cells[box->ncells++];
    Len width = l->width - x;
    leaf_set(l, t, leaf_style(l, size, role == ROLE_P, lang), width,
             ALIGN_START, &cell->para);
    cell->x = from_start(l, x, width);
    cell->y = y;
    cell->tag = tag(l, role, lang);
    if (y + cell->para.height > box->height)
        box->height = y + cell->para.height;
}

void leaf_link(Leaf *l, const QrCode *qr, Text link, Word what, Len side) {
    side = qrdraw_side(qr, side);
    DisplayItems *items = ARENA_NEW(l->arena, DisplayItems);
    FlowBox box = {.height = side,
                   .space = LEN_OF_MM(3),
                   .tag = DISPLAY_NO_TAG,
                   .drawing = items,
                   .cells = ARENA_ARRAY(l->arena, FlowCell, 2)};
    Len x = side + GAP, y = LEN_OF_MM(4);
    uint32_t figure = tag(l, ROLE_FIGURE, "");
    l->tags->tags.v[figure].alt = arena_strndup(l->arena, link.s, link.n);
    qrdraw(l->arena, qr, figure, from_start(l, 0, side), 0, side, items);
    icon_draw(l->arena, ICON_SCREEN, l->rtl, from_start(l, x, LEAF_ICON), y,
              LEAF_ICON, items);
    Text words = leaf_word(l, what);
    x += LEAF_ICON + GAP;
    if (words.s) {
        put_beside(l, &box, words, x, y, LEAF_HEAD, ROLE_P,
                   l->sheet->words->lang);
        y += box.cells[0].para.height + LEN_OF_MM(1);
    }
    put_beside(l, &box, link, x, y, LEAF_SMALL + LEN_PT, ROLE_LINK, "en");
    push(l, box);
}

/* ---- the pages ---- */

static FlowInput input_of(const Leaf *l) {
    Len high = l->sheet->h - 2 * LEAF_MARGIN;
    return (FlowInput){.boxes = l->boxes.v,
                       .n = l->boxes.n,
                       .notes = l->notes.v,
                       .nnotes = l->notes.n,
                       .first = high,
                       .other = high,
                       .rule_x = l->rtl ? l->width - FLOW_NOTE_RULE : 0};
}

Len leaf_room(const Leaf *l) {
    FlowInput in = input_of(l);
    Flow flow;
    flow_paginate(l->arena, &in, &flow);
    return in.first - flow.end;
}

/* "UA 79/20 - 2 / 3". */
static void draw_foot(Leaf *l, size_t page, size_t pages, DisplayItems *to) {
    const char *foot = l->sheet->foot, *text = foot ? foot : "";
    if (pages > 1)
        text = arena_printf(l->arena, "%s%s%zu / %zu", text,
                            foot ? " \xC2\xB7 " : "", page + 1, pages);
    if (!text[0])
        return;
    Para p;
    leaf_set(l, (Text){text, strlen(text), {0}},
             leaf_style(l, LEAF_SMALL, false, NULL), l->width, ALIGN_END, &p);
    display_para(l->arena, to, DISPLAY_NO_TAG, LEAF_MARGIN,
                 l->sheet->h - LEAF_MARGIN + FOOT - p.height, &p, 0, p.n);
}

void leaf_close(Leaf *l, DisplayPages *out) {
    FlowInput in = input_of(l);
    Flow flow;
    flow_paginate(l->arena, &in, &flow);
    if (flow.over < flow.n)
        flow_tell_over(&flow, flow.v[flow.over].box, (Span){0}, l->diag);
    for (size_t page = 0; page < flow.pages; page++) {
        DisplayPage sheet = {
            .w = l->sheet->w, .h = l->sheet->h, .front = page == 0};
        bool noted = false;
        for (size_t i = 0; i < flow.n; i++) {
            const FlowPlace *at = &flow.v[i];
            if (at->page != page)
                continue;
            if (at->note && !noted)
                flow_draw_note_rule(l->arena, at, flow.rule_x, LEAF_MARGIN,
                                    LEAF_MARGIN, &sheet.items);
            noted = at->note;
            flow_draw_box(l->arena, at, at->box, LEAF_MARGIN, LEAF_MARGIN,
                          &sheet.items);
        }
        draw_foot(l, page, flow.pages, &sheet.items);
        vec_push(l->arena, out, sheet);
    }
}
