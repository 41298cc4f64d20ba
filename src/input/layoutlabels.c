/* The keys of a label layout (input/layoutfile.h). */
#include "input/layoutread.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Where the labels stand, in the file itself or as one of "grids". */
#define GRID_KEYS "columns", "rows", "first", "pitch"

static void read_first(LayoutReader *r, const YamlNode *map, LabelGrid *g) {
    static const char *const keys[] = {"left", "top"};
    const YamlNode *m = layoutread_map(r, map, "first", keys, COUNT(keys));
    if (!m)
        return;
    g->first = m->span;
    g->left = layoutread_length(r, layoutread_need(r, m, "left"), "left");
    g->top = layoutread_length(r, layoutread_need(r, m, "top"), "top");
}

/* There is no pitch in a direction in which there is one label. */
static Len read_step(LayoutReader *r, const YamlNode *pitch, const char *key,
                     int count) {
    const YamlNode *value =
        count == 1 ? yaml_get(pitch, key) : layoutread_need(r, pitch, key);
    return layoutread_size(r, value, key);
}

static void read_pitch(LayoutReader *r, const YamlNode *map, LabelGrid *g) {
    static const char *const keys[] = {"across", "down"};
    if (g->columns == 1 && g->rows == 1 && !yaml_get(map, "pitch"))
        return;
    const YamlNode *m = layoutread_map(r, map, "pitch", keys, COUNT(keys));
    if (!m)
        return;
    g->pitch = m->span;
    g->across = read_step(r, m, "across", g->columns);
    g->down = read_step(r, m, "down", g->rows);
}

static void read_grid(LayoutReader *r, const YamlNode *map, LabelGrid *g) {
    g->columns =
        layoutread_count(r, layoutread_need(r, map, "columns"), "columns", 100);
    g->rows = layoutread_count(r, layoutread_need(r, map, "rows"), "rows", 100);
    read_first(r, map, g);
    read_pitch(r, map, g);
}

static void read_grids(LayoutReader *r, const YamlNode *list, LabelLayout *g) {
    static const char *const keys[] = {GRID_KEYS};
    if (list->kind != YAML_LIST || list->n == 0) {
        layoutread_fail(r, list->span,
                        "\"grids\" must be a list of grids, each with columns, "
                        "rows, first and pitch");
        return;
    }
    g->ngrids = list->n;
    g->grids = ARENA_ARRAY(r->arena, LabelGrid, list->n);
    for (size_t i = 0; i < list->n; i++) {
        const YamlNode *map = list->items[i];
        if (map->kind != YAML_MAP) {
            layoutread_fail(r, map->span,
                            "a grid must be a map such as {columns: ..., rows: "
                            "..., first: ..., pitch: ...}");
            continue;
        }
        layoutread_keys(r, map, "a grid", keys, COUNT(keys));
        read_grid(r, map, &g->grids[i]);
    }
}

static void read_label(LayoutReader *r, const YamlNode *root, LabelLayout *g) {
    static const char *const keys[] = {"width", "height", "round", "hole"};
    const YamlNode *m = layoutread_map(r, root, "label", keys, COUNT(keys));
    if (!m)
        return;
    g->label = m->span;
    g->label_w = layoutread_size(r, layoutread_need(r, m, "width"), "width");
    g->label_h = layoutread_size(r, layoutread_need(r, m, "height"), "height");
    g->round = layoutread_length(r, yaml_get(m, "round"), "round");
    g->hole = layoutread_length(r, yaml_get(m, "hole"), "hole");
}

/* With "grids", each grid has these keys and the layout has none of them. */
static void no_grid_keys(LayoutReader *r, const YamlNode *root) {
    static const char *const keys[] = {GRID_KEYS};
    for (size_t i = 0; i < root->n; i++)
        for (size_t k = 0; k < COUNT(keys); k++)
            if (text_equal(root->pairs[i].key, keys[k]))
                layoutread_fail(r, root->pairs[i].key.span,
                                "\"%s\" belongs in each of the \"grids\"; "
                                "move it there",
                                keys[k]);
}

void layoutread_labels(LayoutReader *r, const YamlNode *root, Layout *l) {
    static const char *const keys[] = {LAYOUT_COMMON_KEYS,
                                       "paper",
                                       "shape",
                                       "label",
                                       "text",
                                       "cut",
                                       "roll",
                                       "grids",
                                       GRID_KEYS};
    /* By LabelShape. */
    static const char *const shapes[] = {"rectangle", "ellipse", "ring"};
    LabelLayout *g = &l->u.labels;
    const YamlNode *grids = yaml_get(root, "grids");
    layoutread_keys(r, root, "a label layout", keys, COUNT(keys));
    layoutread_paper(r, root, l);
    g->shape = (LabelShape)layoutread_word(r, yaml_get(root, "shape"), "shape",
                                           shapes, COUNT(shapes));
    read_label(r, root, g);
    g->text = layoutread_box(r, yaml_get(root, "text"), "text", NULL, 0);
    if (grids) {
        no_grid_keys(r, root);
        read_grids(r, grids, g);
    } else {
        g->ngrids = 1;
        g->grids = ARENA_NEW(r->arena, LabelGrid);
        read_grid(r, root, g->grids);
    }
    g->cut = layoutread_yes(r, root, "cut");
    g->roll = layoutread_yes(r, root, "roll");
    if (r->ok)
        layout_number_cells(r->arena, l);
}
