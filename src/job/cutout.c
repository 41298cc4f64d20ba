#include "job/cutout.h"

#include "model/paper.h"

#include <string.h>

/* Every printer reaches the cut lines (facts 7). */
#define MARGIN LEN_OF_MM(10)
/* The mark in the upper left corner. */
#define CORNER_AT LEN_OF_MM(1.5)
#define CORNER_ARM LEN_OF_MM(5)
#define CORNER_WIDTH LEN_OF_PT(0.5)

/* ---- the sheet ---- */

static int fits(Len room, Len size) {
    return room < size ? 0 : room / size;
}

static int faces_on(const Layout *e, Len w, Len h) {
    return fits(w - 2 * MARGIN, e->w) * fits(h - 2 * MARGIN, e->h);
}

static void tell_too_large(const Layout *e, const char *paper, Len w, Len h,
                           Diag *diag) {
    /* The longer side of one along the longer side of the other. */
    Len over_w = e->w - (w - 2 * MARGIN), over_h = e->h - (h - 2 * MARGIN);
    diag_file(
        diag, DIAG_ERROR, NULL,
        "--paper %s: the envelope %s, %.1f x %.1f mm, is %.1f mm too %s "
        "for the %.1f x %.1f mm that a printer reaches on it; take larger "
        "paper, or stick a slip on the envelope (`envoi labels`)",
        paper, e->name, len_mm(e->w), len_mm(e->h),
        len_mm(over_w > over_h ? over_w : over_h),
        over_w > over_h ? "wide" : "high", len_mm(w - 2 * MARGIN),
        len_mm(h - 2 * MARGIN));
}

const Layout *cutout_sheet(Arena *a, const Layout *envelope, const char *paper,
                           Diag *diag) {
    Len w, h;
    if (!paper_find(paper, strlen(paper), &w, &h)) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "--paper: \"%s\" is no paper; it must be one of %s", paper,
                  PAPER_NAMES);
        return NULL;
    }
    if (faces_on(envelope, h, w) > faces_on(envelope, w, h)) {
        Len turned = w;
        w = h;
        h = turned;
    }
    if (faces_on(envelope, w, h) == 0) {
        bool lying = envelope->w > envelope->h;
        tell_too_large(envelope, paper, lying == (w > h) ? w : h,
                       lying == (w > h) ? h : w, diag);
        return NULL;
    }
    Layout *sheet = ARENA_NEW(a, Layout);
    LabelGrid *g = ARENA_NEW(a, LabelGrid);
    *sheet = (Layout){.kind = LAYOUT_LABELS,
                      .name = envelope->name,
                      .w = w,
                      .h = h,
                      .paper = envelope->paper};
    *g = (LabelGrid){.columns = fits(w - 2 * MARGIN, envelope->w),
                     .rows = fits(h - 2 * MARGIN, envelope->h),
                     .across = envelope->w,
                     .down = envelope->h,
                     .first = envelope->paper,
                     .pitch = envelope->paper};
    g->left = (w - g->columns * g->across) / 2;
    g->top = (h - g->rows * g->down) / 2;
    sheet->u.labels = (LabelLayout){.label_w = envelope->w,
                                    .label_h = envelope->h,
                                    .grids = g,
                                    .ngrids = 1,
                                    .cut = true,
                                    .label = envelope->paper};
    layout_number_cells(a, sheet);
    return sheet;
}

/* ---- a face on it ---- */

static void draw_corner(Arena *a, const LayoutBox *b, DisplayItems *to) {
    Len x = b->x + CORNER_AT, y = b->y + CORNER_AT;
    display_line(a, to, DISPLAY_NO_TAG, x, y, x + CORNER_ARM, y, CORNER_WIDTH,
                 0, 0);
    display_line(a, to, DISPLAY_NO_TAG, x, y, x, y + CORNER_ARM, CORNER_WIDTH,
                 0, 0);
}

void cutout_draw(Arena *a, const Layout *sheet, size_t cell,
                 const DisplayItems *face, DisplayItems *to) {
    LayoutBox b = layout_label(sheet, (int)cell);
    display_turned(a, face, to, 0, b.w, b.h, b.x, b.y);
    draw_corner(a, &b, to);
}
