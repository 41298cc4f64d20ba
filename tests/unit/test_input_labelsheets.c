#include "unit.h"

#include "base/fs.h"
#include "input/layoutfile.h"

#include <string.h>

static const Layout *load(Arena *a, Diag *d, const char *name) {
    return layoutfile_load(a, fs_data_dir(a), LAYOUT_LABELS, name, (Span){0},
                           d);
}

static bool is_called(Arena *a, Diag *d, const char *alias, const char *name) {
    const Layout *l = load(a, d, alias);
    return l && strcmp(l->name, name) == 0;
}

/* One sheet of the table below, in mm; 0 where there is no pitch, or no radius
 * is known. */
typedef struct Sheet {
    const char *file, *names; /* all its part numbers */
    int columns, rows;
    double w, h, left, top, across, down, round;
} Sheet;

/* Sheets lie about centred on their paper: a slip in one number shows. */
static void is_centred(const Layout *l, double slack) {
    Len left = l->w, top = l->h, right = l->w, bottom = l->h;
    for (int k = 0; k < layout_labels_per_sheet(l); k++) {
        LayoutBox b = layout_label(l, k);
        left = b.x < left ? b.x : left;
        top = b.y < top ? b.y : top;
        Len beside = l->w - b.x - b.w, below = l->h - b.y - b.h;
        right = beside < right ? beside : right;
        bottom = below < bottom ? below : bottom;
    }
    double across = len_mm(left - right), down = len_mm(top - bottom);
    if (!(across > -slack && across < slack && down > -slack && down < slack))
        printf("%s: off the middle by %.2f, %.2f mm\n", l->name, across / 2,
               down / 2);
    CHECK(across > -slack && across < slack && down > -slack && down < slack);
}

static void compare(const Layout *l, const Sheet *want) {
    const LabelLayout *g = &l->u.labels;
    CHECK_INT(g->ngrids, 1);
    CHECK_INT(g->shape, LABEL_RECT);
    CHECK_INT(g->grids->columns, want->columns);
    CHECK_INT(g->grids->rows, want->rows);
    CHECK_INT(g->label_w, LEN_OF_MM(want->w));
    CHECK_INT(g->label_h, LEN_OF_MM(want->h));
    CHECK_INT(g->grids->left, LEN_OF_MM(want->left));
    CHECK_INT(g->grids->top, LEN_OF_MM(want->top));
    CHECK_INT(g->grids->across, LEN_OF_MM(want->across));
    CHECK_INT(g->grids->down, LEN_OF_MM(want->down));
    CHECK_INT(g->round, LEN_OF_MM(want->round));
    CHECK(!g->cut && !g->roll);
}

/* Facts 3.3. A box says "L7163" or "7163", in any case: each part number of a
 * row, with and without its letter, finds the row's sheet. */
static void sheets_on_sale(void) {
    static const Sheet sheets[] = {
        {"avery-l7157", "l7157", 3, 11, 64, 24.3, 6.46, 14, 66.54, 24.3, 0},
        {"avery-l7159", "l7159", 3, 8, 64, 33.86, 6.46, 13.06, 66.54, 33.86, 0},
        {"avery-l7160", "l7160 j8160 l7560", 3, 7, 63.5, 38.1, 7.2, 15.15,
         66.04, 38.1, 1.76},
        {"avery-l7161", "l7161", 3, 6, 63.5, 46.56, 7.21, 8.82, 66.04, 46.56,
         2.47},
        {"avery-l7162", "l7162", 2, 8, 99.06, 33.87, 4.67, 13.02, 101.6, 33.87,
         1.76},
        {"avery-l7163", "l7163 l7263", 2, 7, 99.06, 38.1, 4.67, 15.15, 101.6,
         38.1, 1.76},
        {"avery-l7164", "l7164", 3, 4, 63.5, 71.97, 7.21, 4.57, 66.04, 71.97,
         3},
        {"avery-l7165", "l7165 l7565", 2, 4, 99.06, 67.73, 4.67, 13.04, 101.6,
         67.73, 0},
        {"avery-l7166", "l7166", 2, 3, 99.06, 93.13, 4.67, 8.81, 101.6, 93.13,
         0},
        {"avery-l7167", "l7167", 1, 1, 199.6, 289.05, 5.2, 3.98, 0, 0, 0},
        {"avery-l7168", "l7168", 1, 2, 199.6, 143.53, 5.2, 4.97, 0, 143.53, 0},
        {"avery-l7169", "l7169", 2, 2, 139, 99.1, 9.5, 4.63, 139, 101.64, 2.12},
        {"avery-l7173", "l7173", 2, 5, 99.06, 57, 4.67, 6, 101.6, 57, 0},
        {"avery-l7651", "l7651 l7551", 5, 13, 38.1, 21.17, 4.67, 10.9, 40.64,
         21.17, 1.76},
        {"avery-l7654", "l7654", 4, 10, 45.72, 25.4, 9.75, 21.43, 48.26, 25.4,
         1.5},
        {"avery-l4730", "l4730", 10, 27, 17.8, 10, 6, 13, 20.3, 10, 1.6},
        {"zweckform-3422", "3422", 3, 8, 70, 35, 0, 8.43, 70, 35, 0},
        {"zweckform-3424", "3424", 2, 6, 105, 48, 0, 4.43, 105, 48, 0},
        {"zweckform-3425", "3425", 2, 5, 105, 57, 0, 5.93, 105, 57, 0},
        {"zweckform-3474", "3474", 3, 8, 70, 37.1, 0, 0, 70, 37.1, 0},
        {"zweckform-3475", "3475 3490", 3, 8, 70, 36, 0, 4.43, 70, 36, 0},
        {"zweckform-3477", "3477", 2, 7, 105, 41, 0, 4.93, 105, 41, 0},
        {"zweckform-3483", "3483", 2, 2, 148.43, 105, 0, 0, 148.43, 105, 0},
        {"zweckform-3652", "3652", 3, 7, 70, 42.41, 0, 0, 70, 42.41, 0},
        {"zweckform-3659", "3659 4781", 2, 6, 97, 42.3, 8, 21.53, 97, 42.3, 0},
        {"zweckform-3669", "3669", 3, 5, 70, 50.8, 0, 21.43, 70, 50.8, 0},
        {"herma-4200", "4200", 4, 8, 48.3, 33.87, 8.4, 13.02, 48.3, 33.87, 0},
        {"herma-4226", "4226", 4, 16, 48.26, 16.93, 8.48, 13.06, 48.26, 16.93,
         0},
        {"herma-4360", "4360", 3, 8, 70, 36, 0, 4.5, 70, 36, 0},
        {"herma-4429", "4429", 3, 8, 70, 35, 0, 8.5, 70, 35, 0},
        {"herma-4464", "4464 4615", 3, 8, 70, 37.13, 0, 0, 70, 37.13, 0},
        {"herma-4625", "4625", 2, 7, 105, 42.43, 0, 0, 105, 42.43, 0},
        {"herma-4667", "4667", 2, 5, 96, 50.8, 7.73, 21.5, 98.54, 50.8, 0},
        {"herma-4677", "4677", 3, 7, 63.5, 38.1, 7.21, 15.15, 66.04, 38.1, 0},
        {"avery-5160", "5160 8160 5260 5960", 3, 10, 66.68, 25.4, 4.78, 12.7,
         69.85, 25.4, 1.59},
        {"avery-5161", "5161 8161", 2, 10, 101.6, 25.4, 3.96, 12.7, 106.36,
         25.4, 1.59},
        {"avery-5162", "5162 8162", 2, 7, 101.6, 33.87, 3.96, 21.17, 106.36,
         33.87, 1.59},
        {"avery-5159", "5159", 2, 7, 101.6, 38.1, 3.96, 6.35, 106.38, 38.1,
         1.59},
        {"avery-5163", "5163 8163", 2, 5, 101.6, 50.8, 3.96, 12.7, 106.36, 50.8,
         3.17},
        {"avery-5164", "5164 8164", 2, 3, 101.6, 84.67, 3.96, 12.7, 106.36,
         84.67, 3.17},
        {"avery-5167", "5167 8167", 4, 20, 44.45, 12.7, 7.14, 12.7, 52.4, 12.7,
         1.59},
        {"avery-5168", "5168", 2, 2, 88.9, 127, 12.7, 12.7, 101.6, 127, 1.59},
        {"avery-5366", "5366", 2, 15, 87.33, 16.92, 13.49, 12.7, 101.6, 16.92,
         1.59},
    };
    Arena *a = arena_new();
    Diag *d = diag_new();
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        char names[100], *rest = NULL;
        snprintf(names, sizeof names, "%s", sheets[i].names);
        for (char *s = strtok_r(names, " ", &rest); s;
             s = strtok_r(NULL, " ", &rest)) {
            const Layout *l = load(a, d, s);
            CHECK(l != NULL);
            if (!l)
                continue;
            CHECK_STR(l->name, sheets[i].file);
            compare(l, &sheets[i]);
            is_centred(l, 3);
            /* J8160's number is that of an American sheet. */
            if (s[0] == 'l')
                CHECK(is_called(a, d, s + 1, l->name));
        }
    }
    CHECK_INT(diag_exit_status(d), 0);
    diag_free(d);
    arena_free(a);
}

/* Slips and postcards are cut along lines that every printer reaches, or along
 * the edge of the sheet. */
static void plain_paper(const Layout *const *all, size_t n) {
    size_t plain = 0;
    for (size_t i = 0; i < n; i++) {
        const LabelLayout *g = &all[i]->u.labels;
        CHECK(g->cut == (strncmp(all[i]->name, "pl", 2) == 0 ||
                         strncmp(all[i]->name, "po", 2) == 0));
        if (!g->cut)
            continue;
        LayoutBox b = layout_label(all[i], 0);
        CHECK((b.x == 0 || b.x >= LEN_OF_MM(10)) &&
              (b.y == 0 || b.y >= LEN_OF_MM(10)));
        is_centred(all[i], 0.05);
        plain++;
    }
    CHECK_INT(plain, 9);
}

int main(void) {
    Arena *a = arena_new();
    Diag *d = diag_new();
    const Layout *const *all;
    size_t n = layoutfile_list(a, fs_data_dir(a), LAYOUT_LABELS, d, &all);
    CHECK_INT(diag_exit_status(d), 0);
    sheets_on_sale();
    plain_paper(all, n);
    diag_free(d);
    arena_free(a);
    return unit_done("input_labelsheets");
}
