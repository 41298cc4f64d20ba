#include "page/letterwriter.h"

/* Between columns, and above and below the text of a row. */
#define COLUMN_GAP LEN_OF_PT(12)
#define ROW_AIR LEN_OF_PT(2.5)

typedef struct Column {
    Len min;  /* its widest word */
    Len full; /* its widest cell in one line */
    Len x, width;
} Column;

typedef struct Table {
    const Block *block;
    Column *columns;
    size_t n;
    Len x, width;
} Table;

static TextStyle cell_style(const LetterWriter *w, bool header) {
    TextStyle style = lw_style(w);
    style.bold = header;
    style.size -= LEN_PT / 2;
    return style;
}

static ParaOptions cell_options(const Block *cell, Len width) {
    static const TextAlign align[] = {ALIGN_START, ALIGN_CENTER, ALIGN_END};
    return (ParaOptions){
        .width = width, .align = align[cell->number], .leading_permille = 1250};
}

/* Set a cell aside, to learn its widths; words wider than the trial are no
 * mistake. */
static void measure(LetterWriter *w, const Block *cell, bool header,
                    Column *c) {
    LetterWriter trial = *w;
    Diag *scratch = diag_new();
    trial.diag = scratch;
    Para p;
    lw_set(&trial, &cell->inlines, cell_style(w, header),
           cell_options(cell, LEN_PT), &p);
    if (p.width > c->min)
        c->min = p.width;
    Len full = para_natural_width(&p);
    if (full > c->full)
        c->full = full;
    diag_free(scratch);
}

static void find_columns(LetterWriter *w, Table *t) {
    for (size_t r = 0; r < t->block->children.n; r++) {
        const Blocks *cells = &t->block->children.v[r].children;
        for (size_t c = 0; c < cells->n && c < t->n; c++)
            measure(w, &cells->v[c], r == 0, &t->columns[c]);
    }
}

/* Every column gets its widest word; what is left goes to those that want
 * more, in proportion (CSS 2.2, 17.5.2.2, auto layout). */
static bool share_width(LetterWriter *w, Table *t) {
    int64_t min = 0, want = 0;
    for (size_t c = 0; c < t->n; c++) {
        min += t->columns[c].min;
        want += t->columns[c].full - t->columns[c].min;
    }
    int64_t room = t->width - (int64_t)(t->n - 1) * COLUMN_GAP;
    if (min > room) {
        diag_at(w->diag, DIAG_ERROR, t->block->span,
                "the table is %.1f mm wider than the page; shorten its words "
                "or leave a column out",
                len_mm((Len)(min - room)));
        w->ok = false;
        return false;
    }
    int64_t spare = room - min < want ? room - min : want;
    Len x = 0;
    for (size_t c = 0; c < t->n; c++) {
        Column *col = &t->columns[c];
        col->width = col->min;
        if (want > 0)
            col->width += (Len)((col->full - col->min) * spare / want);
        col->width += LEN_PT / 16; /* rounding must not break a word */
        col->x = w->rtl ? t->x + t->width - x - col->width : t->x + x;
        x += col->width + COLUMN_GAP;
    }
    /* The table is as wide as its columns, at the start side. */
    Len used = x - COLUMN_GAP;
    t->x += w->rtl ? t->width - used : 0;
    t->width = used;
    return true;
}

static void push_row(LetterWriter *w, const Table *t, size_t r,
                     uint32_t table_tag, Len gap) {
    const Blocks *cells = &t->block->children.v[r].children;
    bool header = r == 0, last = r + 1 == t->block->children.n;
    uint32_t row_tag = lw_tag(w, ROLE_ROW, table_tag);
    FlowBox box = {.space = r == 0 ? gap : 0,
                   .keep = header || r + 2 == t->block->children.n,
                   .tag = row_tag,
                   .cells = ARENA_ARRAY(w->arena, FlowCell, cells->n)};
    VEC(FlowMark) marks = {0};
    for (size_t c = 0; c < cells->n && c < t->n; c++) {
        FlowCell *cell = &box.cells[box.ncells++];
        FlowBox set = {0};
        lw_set_box(w, &cells->v[c].inlines, cell_style(w, header),
                   cell_options(&cells->v[c], t->columns[c].width), &set);
        cell->para = set.para;
        for (size_t i = 0; i < set.nmarks; i++)
            vec_push(w->arena, &marks, ((FlowMark){0, set.marks[i].note}));
        cell->x = t->columns[c].x;
        cell->tag = lw_tag(w, header ? ROLE_HEADER_CELL : ROLE_CELL, row_tag);
        if (cell->para.height > box.height)
            box.height = cell->para.height;
    }
    box.marks = marks.v;
    box.nmarks = marks.n;
    box.height += ROW_AIR;
    if (header || last) {
        box.rules = ARENA_NEW(w->arena, FlowRule);
        box.rules[0] = (FlowRule){t->x, box.height, t->width};
        box.nrules = 1;
        box.height += ROW_AIR;
    }
    lw_push(w, box);
}

void lw_push_table(LetterWriter *w, const Block *block, uint32_t parent,
                   Len indent, Len gap) {
    Table t = {.block = block, .width = w->in->width - indent};
    t.x = w->rtl ? 0 : indent;
    if (block->children.n)
        t.n = block->children.v[0].children.n;
    if (t.n == 0)
        return;
    t.columns = ARENA_ARRAY(w->arena, Column, t.n);
    find_columns(w, &t);
    if (!share_width(w, &t))
        return;
    uint32_t tag = lw_tag(w, ROLE_TABLE, parent);
    for (size_t r = 0; r < block->children.n; r++)
        push_row(w, &t, r, tag, gap + ROW_AIR);
}
