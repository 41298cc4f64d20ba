#include "page/cellnumber.h"

#define SIZE LEN_OF_PT(6)
/* From the address's letters. */
#define GAP LEN_OF_MM(1)

bool cellnumber_set(Arena *a, Fontset *fs, const char *number, Diag *diag,
                    CellNumber *out) {
    TextStyle style = {.family = FONT_SANS, .size = SIZE, .lang = "en"};
    ParaOptions opt = {.width = LEN_OF_MM(1000), .leading_permille = 1100};
    UBuilder *b = ubuilder_new(a);
    ubuilder_add(b, text_literal(number), &style, diag);
    if (!para_layout(a, fs, b, &opt, diag, &out->para))
        return false;
    out->w = out->para.width;
    out->h = out->para.height;
    return true;
}

static bool line_touches(const CellNumber *n, const Line *line,
                         LayoutPoint para, LayoutPoint at) {
    Len x = para.x + line->x, base = para.y + line->baseline;
    return x < at.x + n->w + GAP && at.x < x + line->width + GAP &&
           base - line->ascent < at.y + n->h && at.y < base + line->descent;
}

/* Does a line of the address come near the number at `at`? */
static bool touches(const CellNumber *n, const AddressFit *fit,
                    LayoutPoint address, LayoutPoint at) {
    for (size_t i = 0; i < fit->n; i++) {
        const AddressFitLine *l = &fit->lines[i];
        LayoutPoint para = {address.x + l->x, address.y + l->y};
        for (size_t k = 0; k < l->para.n; k++)
            if (line_touches(n, &l->para.lines[k], para, at))
                return true;
    }
    return false;
}

bool cellnumber_place(const CellNumber *n, const LayoutBox *box,
                      const AddressFit *fit, LayoutPoint at, LayoutPoint *out) {
    *out = (LayoutPoint){box->x + box->w - n->w, box->y + box->h - n->h};
    if (!touches(n, fit, at, *out))
        return true;
    out->y = box->y;
    return !touches(n, fit, at, *out);
}

Len cellnumber_above(const CellNumber *n, Len h) {
    return h - n->h;
}

void cellnumber_draw(Arena *a, const CellNumber *n, DisplayTags *tags,
                     uint32_t parent, LayoutPoint at, DisplayItems *to) {
    uint32_t tag = display_tag(tags, ROLE_P, parent, "");
    display_para(a, to, tag, at.x, at.y, &n->para, 0, n->para.n);
}
