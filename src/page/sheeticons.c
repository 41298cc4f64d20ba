#include "page/sheeticons.h"

#define SIZE LEN_OF_MM(6)
#define GAP LEN_OF_MM(3)
/* From the labels, and from the edge that printers do not reach. */
#define CLEAR LEN_OF_MM(1.5)
#define EDGE LEN_OF_MM(6)

static void draw_row(Arena *a, const Icon *icons, size_t n, Len x, Len y,
                     DisplayItems *to) {
    for (size_t i = 0; i < n; i++)
        icon_draw(a, icons[i], false, x + (Len)i * (SIZE + GAP), y, SIZE, to);
}

void sheeticons_cut(Arena *a, const Layout *l, DisplayItems *to) {
    static const Icon icons[] = {ICON_CUT, ICON_STICK};
    LayoutBox first = layout_label(l, 0);
    for (int k = 1; k < layout_labels_per_sheet(l); k++) {
        LayoutBox b = layout_label(l, k);
        first.x = b.x < first.x ? b.x : first.x;
        first.y = b.y < first.y ? b.y : first.y;
    }
    Len y = first.y - CLEAR - SIZE;
    if (y >= EDGE)
        draw_row(a, icons, sizeof icons / sizeof *icons, first.x, y, to);
}
