#include "input/layoutdesign.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Of a group of boxes: sums of a few stay within Len. */
#define GROUP_MOST LEN_OF_MM(500)

static Len group_length(LayoutReader *r, const YamlNode *value,
                        const char *what) {
    Len l = layoutread_length(r, value, what);
    if (l >= 0 && l <= GROUP_MOST)
        return l;
    layoutread_fail(r, value->span,
                    "\"%s\" is %.0f mm; it must be 0 to %.0f mm", what,
                    len_mm(l), len_mm(GROUP_MOST));
    return 0;
}

static void read_group(LayoutReader *r, const YamlNode *map, PostcodeBoxes *b) {
    static const char *const keys[] = {"first", "count", "pitch", "line"};
    PostcodeGroup *g = &b->groups[b->ngroups++];
    if (map->kind != YAML_MAP) {
        layoutread_fail(r, map->span,
                        "a group of boxes must be a map such as {first: 8, "
                        "count: 3, pitch: 7}");
        return;
    }
    layoutread_keys(r, map, "groups", keys, COUNT(keys));
    g->first = group_length(r, layoutread_need(r, map, "first"), "first");
    g->count = layoutread_count(r, layoutread_need(r, map, "count"), "count",
                                POSTCODE_BOXES);
    g->pitch = group_length(r, layoutread_need(r, map, "pitch"), "pitch");
    g->line = group_length(r, yaml_get(map, "line"), "line");
    b->count += g->count;
}

static void read_groups(LayoutReader *r, const YamlNode *map,
                        PostcodeBoxes *b) {
    if (!layoutread_need(r, map, "groups"))
        return;
    const YamlNode *list =
        layoutread_list(r, map, "groups", "[{first: 8, count: 6, pitch: 7}]");
    if (!list)
        return;
    if (list->n == 0 || list->n > POSTCODE_GROUPS) {
        layoutread_fail(r, list->span,
                        "\"groups\" has %zu; it must have 1 to "
                        "%d",
                        list->n, POSTCODE_GROUPS);
        return;
    }
    for (size_t i = 0; i < list->n; i++)
        read_group(r, list->items[i], b);
    if (b->count > POSTCODE_BOXES)
        layoutread_fail(r, list->span, "%d boxes; the most is %d", b->count,
                        POSTCODE_BOXES);
}

static uint32_t read_colour(LayoutReader *r, const YamlNode *value) {
    if (!value)
        return 0;
    Text t = layoutread_text(r, value, "colour");
    if (t.n == 7 && t.s[0] == '#' &&
        strspn(t.s + 1, "0123456789abcdefABCDEF") >= 6)
        return (uint32_t)strtoul(arena_strndup(r->arena, t.s + 1, t.n - 1),
                                 NULL, 16);
    layoutread_fail(r, value->span,
                    "\"colour\" must be \"#\" and six digits of 0 to 9 and A "
                    "to F: red, green, blue, such as \"#FF4D33\"");
    return 0;
}

static void read_lengths(LayoutReader *r, const YamlNode *map,
                         PostcodeBoxes *b) {
    const YamlNode *list = layoutread_list(r, map, "lengths", "[3, 5]");
    if (!list)
        return;
    b->lengths = ARENA_ARRAY(r->arena, int, list->n);
    b->nlengths = list->n;
    for (size_t i = 0; i < list->n; i++)
        b->lengths[i] =
            layoutread_count(r, list->items[i], "lengths", POSTCODE_BOXES);
}

static void read_boxes(LayoutReader *r, const YamlNode *design, const char *key,
                       PostcodeBoxes *out) {
    static const char *const keys[] = {"top",     "box",    "groups", "hyphen",
                                       "lengths", "colour", "size"};
    if (!yaml_get(design, key))
        return;
    const YamlNode *map = layoutread_map(r, design, key, keys, COUNT(keys));
    if (!map)
        return;
    out->span = map->span;
    out->top = layoutread_length(r, layoutread_need(r, map, "top"), "top");
    layoutread_sizes(r, map, "box", &out->w, &out->h, NULL);
    read_groups(r, map, out);
    read_lengths(r, map, out);
    out->hyphen = layoutread_yes(r, map, "hyphen");
    out->colour = read_colour(r, yaml_get(map, "colour"));
    out->size = layoutread_length(r, yaml_get(map, "size"), "size");
}

static void read_words(LayoutReader *r, const YamlNode *design,
                       EnvelopeDesign *d) {
    static const char *const keys[] = {"text", "lang", "size", "line"};
    const YamlNode *list = layoutread_list(r, design, "words",
                                           "[{text: ..., lang: zh-Hans, ...}]");
    if (!list)
        return;
    d->words = ARENA_ARRAY(r->arena, EnvelopeWords, list->n);
    d->nwords = list->n;
    for (size_t i = 0; i < list->n; i++) {
        const YamlNode *map = list->items[i];
        EnvelopeWords *w = &d->words[i];
        w->text = text_literal("");
        w->lang = "";
        w->box = layoutread_box(r, map, "words", keys, COUNT(keys));
        if (map->kind != YAML_MAP)
            continue;
        w->text = layoutread_text(r, layoutread_need(r, map, "text"), "text");
        w->lang = layoutread_string(r, layoutread_need(r, map, "lang"), "lang");
        w->size = layoutread_size(r, layoutread_need(r, map, "size"), "size");
        w->line = layoutread_length(r, yaml_get(map, "line"), "line");
    }
}

const EnvelopeDesign *layoutdesign_read(LayoutReader *r, const YamlNode *node) {
    static const char *const keys[] = {"countries", "writing",         "name",
                                       "postcode",  "sender-postcode", "words",
                                       "unverified"};
    static const char *const writing[] = {"horizontal", "vertical"};
    if (!node)
        return NULL;
    if (node->kind != YAML_MAP) {
        layoutread_fail(r, node->span,
                        "\"design\" must be a map such as {countries: [CN], "
                        "postcode: ...}");
        return NULL;
    }
    EnvelopeDesign *d = ARENA_NEW(r->arena, EnvelopeDesign);
    layoutread_keys(r, node, "design", keys, COUNT(keys));
    d->span = node->span;
    d->ncountries = layoutread_countries(r, node, &d->countries);
    d->vertical = layoutread_word(r, yaml_get(node, "writing"), "writing",
                                  writing, COUNT(writing)) == 1;
    d->name = layoutread_box(r, yaml_get(node, "name"), "name", NULL, 0);
    read_boxes(r, node, "postcode", &d->to);
    read_boxes(r, node, "sender-postcode", &d->from);
    read_words(r, node, d);
    d->unverified =
        layoutread_text(r, yaml_get(node, "unverified"), "unverified");
    return d;
}
