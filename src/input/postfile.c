#include "input/postfile.h"

#include "base/fs.h"
#include "input/layoutread.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *const width_height[] = {"width", "height"};

/* One of left, right, ...: a length that may be absent. */
static bool read_edge(LayoutReader *r, const YamlNode *map, const char *key,
                      Len *out) {
    const YamlNode *value = yaml_get(map, key);
    if (!value)
        return false;
    *out = layoutread_length(r, value, key);
    if (*out < 0)
        layoutread_fail(r, value->span, "\"%s\" must not be less than 0", key);
    return true;
}

static PostSide read_side(LayoutReader *r, const YamlNode *map,
                          const char *near, const char *far, const char *size) {
    PostSide s = {0};
    s.has_near = read_edge(r, map, near, &s.near);
    s.has_far = read_edge(r, map, far, &s.far);
    s.has_size = read_edge(r, map, size, &s.size);
    return s;
}

static void read_when(LayoutReader *r, const YamlNode *map, PostZone *z) {
    static const struct {
        const char *key;
        PostWhen when;
    } kinds[] = {
        {"under", POST_UNDER}, {"up-to", POST_UP_TO}, {"over", POST_OVER}};
    z->when_w = z->when_h = LEN_MAX;
    for (size_t i = 0; i < COUNT(kinds); i++) {
        if (!yaml_get(map, kinds[i].key))
            continue;
        const YamlNode *m = layoutread_map(r, map, kinds[i].key, width_height,
                                           COUNT(width_height));
        if (z->when != POST_ALWAYS)
            layoutread_fail(r, map->span,
                            "a zone has one of under, up-to and over");
        z->when = kinds[i].when;
        if (!m)
            return;
        if (yaml_get(m, "width"))
            z->when_w = layoutread_size(r, yaml_get(m, "width"), "width");
        if (yaml_get(m, "height"))
            z->when_h = layoutread_size(r, yaml_get(m, "height"), "height");
    }
}

static PostZone read_zone(LayoutReader *r, const YamlNode *map,
                          const char *what) {
    static const char *const keys[] = {"name",   "left",  "right",     "top",
                                       "bottom", "width", "height",    "under",
                                       "up-to",  "over",  "unverified"};
    PostZone z = {.name = what, .span = map->span};
    if (map->kind != YAML_MAP) {
        layoutread_fail(r, map->span,
                        "\"%s\" must be a zone: {right: ..., top: ..., width: "
                        "..., height: ...}",
                        what);
        return z;
    }
    layoutread_keys(r, map, what, keys, COUNT(keys));
    if (yaml_get(map, "name"))
        z.name = layoutread_string(r, yaml_get(map, "name"), "name");
    z.across = read_side(r, map, "left", "right", "width");
    z.down = read_side(r, map, "top", "bottom", "height");
    z.unverified =
        layoutread_text(r, yaml_get(map, "unverified"), "unverified");
    read_when(r, map, &z);
    return z;
}

/* One zone or a list of them. */
static size_t read_zones(LayoutReader *r, const YamlNode *value,
                         const char *what, PostZone **out) {
    VEC(PostZone) zones = {0};
    if (value && value->kind == YAML_LIST)
        for (size_t i = 0; i < value->n; i++)
            vec_push(r->arena, &zones, read_zone(r, value->items[i], what));
    else if (value)
        vec_push(r->arena, &zones, read_zone(r, value, what));
    *out = zones.v;
    return zones.n;
}

static void read_address(LayoutReader *r, const YamlNode *root,
                         PostAddress *out) {
    static const char *const keys[] = {"width", "height", "left",  "right",
                                       "top",   "bottom", "from",  "to",
                                       "down",  "beside", "above", "alone"};
    const YamlNode *m = layoutread_map(r, root, "address", keys, COUNT(keys));
    if (!m)
        return;
    out->span = m->span;
    out->w = layoutread_size(r, layoutread_need(r, m, "width"), "width");
    out->h = layoutread_size(r, layoutread_need(r, m, "height"), "height");
    read_edge(r, m, "left", &out->left);
    read_edge(r, m, "right", &out->right);
    read_edge(r, m, "top", &out->top);
    read_edge(r, m, "bottom", &out->bottom);
    read_edge(r, m, "beside", &out->beside);
    read_edge(r, m, "above", &out->above);
    out->from = layoutread_count(r, layoutread_need(r, m, "from"), "from", 99);
    out->to = layoutread_count(r, layoutread_need(r, m, "to"), "to", 99);
    out->down = layoutread_count(r, layoutread_need(r, m, "down"), "down", 99);
    out->alone = layoutread_yes(r, m, "alone");
}

static void read_air(LayoutReader *r, const YamlNode *root, PostZones *p) {
    static const char *const keys[] = {"words", "usual"};
    const YamlNode *m = layoutread_map(r, root, "air", keys, COUNT(keys));
    if (!m)
        return;
    p->air = layoutread_text(r, layoutread_need(r, m, "words"), "words");
    p->air_usual = layoutread_yes(r, m, "usual");
}

static void read_rules(LayoutReader *r, const YamlNode *root, PostZones *p) {
    p->title = layoutread_text(r, layoutread_need(r, root, "title"), "title");
    p->source_note =
        layoutread_text(r, layoutread_need(r, root, "source"), "source");
    p->unverified =
        layoutread_text(r, yaml_get(root, "unverified"), "unverified");
    p->ncountries = layoutread_countries(r, root, &p->countries);
    p->nstamps =
        read_zones(r, layoutread_need(r, root, "stamp"), "stamp", &p->stamps);
    p->nclear =
        read_zones(r, layoutread_need(r, root, "clear"), "clear", &p->clear);
    p->nreads = read_zones(r, yaml_get(root, "read"), "read", &p->reads);
    read_address(r, root, &p->address);
    if (yaml_get(root, "sender"))
        p->sender = read_zone(r, yaml_get(root, "sender"), "sender");
    if (!read_edge(r, root, "gap", &p->gap))
        layoutread_need(r, root, "gap");
    if (yaml_get(root, "least"))
        layoutread_sizes(r, root, "least", &p->least_w, &p->least_h, NULL);
    p->lengthwise = layoutread_yes(r, root, "lengthwise");
    read_air(r, root, p);
}

const PostZones *postfile_parse(Arena *a, const Source *src, const char *name,
                                Diag *diag) {
    static const char *const keys[] = {
        "kind",  "title", "countries",  "source",  "unverified",
        "stamp", "clear", "read",       "address", "sender",
        "gap",   "least", "lengthwise", "air"};
    static const char *const kinds[] = {"post"};
    LayoutReader r = {a, diag, true};
    const YamlNode *root =
        layoutread_root(&r, src,
                        "the rules of a post are a list of keys; begin with "
                        "\"kind: post\"");
    if (!root)
        return NULL;
    PostZones *p = ARENA_NEW(a, PostZones);
    p->name = arena_strdup(a, name);
    layoutread_word(&r, layoutread_need(&r, root, "kind"), "kind", kinds, 1);
    layoutread_keys(&r, root, "the rules of a post", keys, COUNT(keys));
    read_rules(&r, root, p);
    return r.ok && postzones_check(p, diag) ? p : NULL;
}

/* ---- finding ---- */

static const PostZones *load(Arena *a, const char *folder, const char *name,
                             Diag *diag) {
    const Source *src;
    if (!source_load(a, arena_printf(a, "%s/%s.yaml", folder, name), diag,
                     &src))
        return NULL;
    return postfile_parse(a, src, name, diag);
}

static const char *posts_folder(Arena *a, const char *data_dir) {
    return fs_join(a, fs_join(a, data_dir, "layouts"), "posts");
}

size_t postfile_list(Arena *a, const char *data_dir, Diag *diag,
                     const PostZones *const **out) {
    const char *folder = posts_folder(a, data_dir);
    const char *const *names;
    VEC(const PostZones *) posts = {0};
    size_t n = layoutread_names(a, folder, diag, &names);
    for (size_t i = 0; i < n; i++) {
        const PostZones *p = load(a, folder, names[i], diag);
        if (p)
            vec_push(a, &posts, p);
    }
    *out = posts.v;
    return posts.n;
}

static bool serves(const PostZones *p, const char *country) {
    for (size_t i = 0; i < p->ncountries; i++)
        if (strcmp(p->countries[i], country) == 0)
            return true;
    return false;
}

const PostZones *postfile_find(Arena *a, const char *data_dir,
                               const char *country, Diag *diag) {
    const PostZones *const *all;
    size_t before = diag_count(diag, DIAG_ERROR);
    size_t n = postfile_list(a, data_dir, diag, &all);
    const PostZones *fallback = NULL;
    for (size_t i = 0; i < n; i++) {
        if (serves(all[i], country))
            return all[i];
        if (strcmp(all[i]->name, "default") == 0)
            fallback = all[i];
    }
    if (!fallback && diag_count(diag, DIAG_ERROR) == before)
        diag_file(diag, DIAG_SYSTEM, posts_folder(a, data_dir),
                  "there is no default.yaml, the rules for posts that have no "
                  "file of their own");
    return fallback;
}
