#include "page/proofcells.h"

#include <stdlib.h>
#include <string.h>

#include "text/charblock.h"

#define CELL_LEAST LEN_OF_MM(24)
#define CODE_SIZE LEN_OF_PT(8)
#define BLOCK_SIZE LEN_OF_PT(6)
#define PADDING LEN_OF_PT(2)
#define LINE LEN_OF_PT(0.3)
#define GRAY 170

static Para centred(Arena *a, Fontset *fs, const char *text, Len size,
                    Len width, Diag *diag) {
    TextStyle style = {.family = FONT_SANS, .size = size, .lang = "en"};
    ParaOptions opt = {
        .width = width, .align = ALIGN_CENTER, .leading_permille = 1150};
    UBuilder *b = ubuilder_new(a);
    Para p;
    ubuilder_add(b, text_literal(text), &style, diag);
    para_layout(a, fs, b, &opt, diag, &p);
    return p;
}

/* "U+0F56 U+0F7C", and each block's name once. */
static void tell_codes(Arena *a, const UString *u, uint32_t from, uint32_t to,
                       const char **codes, const char **blocks) {
    *codes = *blocks = "";
    for (uint32_t at = from; at < to;) {
        uint32_t c = utf16_next(u->s, to, &at);
        const char *block = charblock_name(a, c);
        const char *gap = **codes ? " " : "";
        *codes = arena_printf(a, "%s%sU+%04X", *codes, gap, c);
        if (!strstr(*blocks, block))
            *blocks =
                arena_printf(a, "%s%s%s", *blocks, **blocks ? ", " : "", block);
    }
}

static int by_value(const void *x, const void *y) {
    const uint32_t *a = x, *b = y;
    return (*a > *b) - (*a < *b);
}

/* Where the clusters of a shaped item begin, in logical order. */
static size_t cluster_starts(Arena *a, const GlyphRun *run, uint32_t **out) {
    uint32_t *v = ARENA_ARRAY(a, uint32_t, run->n + 1);
    size_t n = 0;
    for (uint32_t i = 0; i < run->n; i++)
        v[i] = run->glyphs[i].cluster;
    qsort(v, run->n, sizeof *v, by_value);
    for (uint32_t i = 0; i < run->n; i++)
        if (i == 0 || v[i] != v[i - 1])
            v[n++] = v[i];
    v[n] = run->end;
    *out = v;
    return n;
}

static bool is_blank(const GlyphRun *run, uint32_t from, uint32_t to) {
    for (uint32_t i = 0; i < run->n; i++)
        if (run->glyphs[i].advance > 0)
            return to == from + 1 &&
                   (run->text->s[from] == ' ' || run->text->s[from] == 0xA0 ||
                    run->text->s[from] == 0x3000);
    return true;
}

static void reach(ProofCells *c, const GlyphRun *run) {
    Len above, below;
    shape_ink(run, &above, &below);
    c->above = above > c->above ? above : c->above;
    c->below = below > c->below ? below : c->below;
}

void proofcells_make(Arena *a, Fontset *fs, const Para *p, const char *lang,
                     Len width, Diag *diag, ProofCells *out) {
    VEC(ProofCell) cells = {0};
    *out = (ProofCells){.lang = lang, .rtl = p->rtl, .width = width};
    out->columns = (size_t)(width / CELL_LEAST);
    out->cell_w = width / (Len)out->columns;
    for (size_t i = 0; i < p->items.n; i++) {
        const Item *item = &p->items.v[i];
        GlyphRun whole;
        uint32_t *starts;
        shape_range(a, &p->text, item, item->start, item->end, &whole);
        size_t n = cluster_starts(a, &whole, &starts);
        for (size_t k = 0; k < n; k++) {
            const char *codes, *blocks;
            ProofCell cell;
            uint32_t from = starts[k], to = starts[k + 1];
            shape_range(a, &p->text, item, from, to, &cell.run);
            if (is_blank(&cell.run, from, to))
                cell.run.n = 0;
            reach(out, &cell.run);
            tell_codes(a, &p->text, from, to, &codes, &blocks);
            Len room = out->cell_w - 2 * PADDING;
            cell.codes = centred(a, fs, codes, CODE_SIZE, room, diag);
            cell.blocks = centred(a, fs, blocks, BLOCK_SIZE, room, diag);
            cell.blank = centred(a, fs, "blank", CODE_SIZE, room, diag);
            vec_push(a, &cells, cell);
        }
    }
    out->v = cells.v;
    out->n = cells.n;
}

size_t proofcells_rows(const ProofCells *c) {
    return (c->n + c->columns - 1) / c->columns;
}

static size_t row_end(const ProofCells *c, size_t row) {
    size_t end = (row + 1) * c->columns;
    return end < c->n ? end : c->n;
}

/* What is under the clusters: the highest of the row. */
static Len legend_height(const ProofCells *c, size_t row) {
    Len h = 0;
    for (size_t i = row * c->columns; i < row_end(c, row); i++) {
        Len own = c->v[i].codes.height + c->v[i].blocks.height;
        h = own > h ? own : h;
    }
    return h;
}

Len proofcells_height(const ProofCells *c, size_t row) {
    return c->above + c->below + legend_height(c, row) + 4 * PADDING;
}

static void draw_cell(Arena *a, const ProofCells *c, const ProofCell *cell,
                      DisplayTags *tags, uint32_t row, Len x, Len y,
                      DisplayItems *to) {
    uint32_t tag = display_tag(tags, ROLE_CELL, row, c->lang);
    uint32_t legend = display_tag(tags, ROLE_P, tag, "en");
    Len base = y + 2 * PADDING + c->above, under = base + c->below + PADDING;
    Len legend_x = x + PADDING;
    display_run(a, to, tag, x + (c->cell_w - cell->run.width) / 2, base,
                &cell->run, 0, cell->run.n);
    if (cell->run.n == 0)
        display_para(a, to, legend, legend_x,
                     base - cell->blank.lines[0].baseline, &cell->blank, 0, 1);
    display_para(a, to, legend, legend_x, under, &cell->codes, 0,
                 cell->codes.n);
    display_para(a, to, legend, legend_x, under + cell->codes.height,
                 &cell->blocks, 0, cell->blocks.n);
}

void proofcells_draw(Arena *a, const ProofCells *c, size_t row,
                     DisplayTags *tags, uint32_t table, Len x, Len y,
                     DisplayItems *to) {
    Len h = proofcells_height(c, row);
    uint32_t tag = display_tag(tags, ROLE_ROW, table, "");
    size_t first = row * c->columns;
    for (size_t i = first; i < row_end(c, row); i++) {
        Len shift = (Len)(i - first) * c->cell_w;
        Len left = c->rtl ? x + c->width - shift - c->cell_w : x + shift;
        display_frame(a, to, DISPLAY_NO_TAG, left, y, c->cell_w, h, LINE,
                      (DisplayColour){GRAY, GRAY, GRAY});
        draw_cell(a, c, &c->v[i], tags, tag, left, y, to);
    }
}
