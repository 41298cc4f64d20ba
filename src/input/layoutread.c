#include "input/layoutread.h"

#include "base/fs.h"
#include "model/paper.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* A message's longest value is cut; messages are lines. */
enum { MESSAGE_ROOM = 400 };

void layoutread_fail(LayoutReader *r, Span where, const char *fmt, ...) {
    char text[MESSAGE_ROOM];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    r->ok = false;
    diag_at(r->diag, DIAG_ERROR, where, "%s", text);
}

static const char *shown(LayoutReader *r, Text t) {
    return arena_strndup(r->arena, t.s, t.n < 60 ? t.n : 60);
}

void layoutread_keys(LayoutReader *r, const YamlNode *map, const char *where,
                     const char *const *names, size_t n) {
    for (size_t i = 0; i < map->n; i++) {
        Text key = map->pairs[i].key;
        bool known = false;
        for (size_t k = 0; k < n && !known; k++)
            known = text_equal(key, names[k]);
        if (known)
            continue;
        const char *guess = diag_did_you_mean(key.s, key.n, names, n);
        if (guess)
            layoutread_fail(r, key.span,
                            "unknown key \"%s\" in %s; did you mean \"%s\"?",
                            shown(r, key), where, guess);
        else
            layoutread_fail(r, key.span, "unknown key \"%s\" in %s; remove it",
                            shown(r, key), where);
    }
}

const YamlNode *layoutread_root(LayoutReader *r, const Source *src,
                                const char *wrong) {
    const YamlNode *root = yaml_parse(r->arena, src, 0, src->n, r->diag);
    r->ok = r->ok && root;
    if (!root || root->kind == YAML_MAP)
        return root;
    layoutread_fail(r, root->span, "%s", wrong);
    return NULL;
}

const YamlNode *layoutread_need(LayoutReader *r, const YamlNode *map,
                                const char *key) {
    const YamlNode *value = yaml_get(map, key);
    if (!value)
        layoutread_fail(r, (Span){map->span.src, map->span.off, 0},
                        "\"%s\" is missing; add it", key);
    else if (yaml_is_null(value))
        layoutread_fail(r, value->span, "\"%s\" has no value; write one", key);
    return yaml_is_null(value) ? NULL : value;
}

const YamlNode *layoutread_map(LayoutReader *r, const YamlNode *map,
                               const char *key, const char *const *names,
                               size_t n) {
    const YamlNode *value = layoutread_need(r, map, key);
    if (value && value->kind != YAML_MAP) {
        layoutread_fail(r, value->span,
                        "\"%s\" must be a map such as {%s: ..., %s: ...}", key,
                        names[0], names[1]);
        return NULL;
    }
    if (value)
        layoutread_keys(r, value, key, names, n);
    return value;
}

const YamlNode *layoutread_list(LayoutReader *r, const YamlNode *map,
                                const char *key, const char *example) {
    const YamlNode *list = yaml_get(map, key);
    if (!list || list->kind == YAML_LIST)
        return list;
    layoutread_fail(r, list->span, "\"%s\" must be a list such as %s", key,
                    example);
    return NULL;
}

Text layoutread_text(LayoutReader *r, const YamlNode *value, const char *what) {
    if (value && value->kind == YAML_SCALAR)
        return text_trim(value->scalar);
    if (value)
        layoutread_fail(r, value->span, "\"%s\" must be text", what);
    return text_literal("");
}

const char *layoutread_string(LayoutReader *r, const YamlNode *value,
                              const char *what) {
    Text t = layoutread_text(r, value, what);
    return arena_strndup(r->arena, t.s, t.n);
}

size_t layoutread_word(LayoutReader *r, const YamlNode *value, const char *what,
                       const char *const *words, size_t n) {
    if (!value)
        return 0;
    Text t = layoutread_text(r, value, what);
    for (size_t i = 0; i < n; i++)
        if (text_equal(t, words[i]))
            return i;
    if (value->kind != YAML_SCALAR)
        return 0;
    char list[MESSAGE_ROOM / 2] = "";
    size_t used = 0;
    for (size_t i = 0; i < n && used < sizeof list; i++)
        used += (size_t)snprintf(list + used, sizeof list - used, "%s%s",
                                 i ? ", " : "", words[i]);
    layoutread_fail(r, value->span, "\"%s\" is \"%s\"; it must be one of %s",
                    what, shown(r, t), list);
    return 0;
}

bool layoutread_yes(LayoutReader *r, const YamlNode *map, const char *key) {
    static const char *const words[] = {"no", "yes"};
    return layoutread_word(r, yaml_get(map, key), key, words, 2) == 1;
}

static bool is_country_code(const char *s) {
    return strlen(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' &&
           s[1] <= 'Z';
}

size_t layoutread_countries(LayoutReader *r, const YamlNode *map,
                            const char ***out) {
    static const char key[] = "countries";
    const YamlNode *list = layoutread_need(r, map, key)
                               ? layoutread_list(r, map, key, "[CN, TW]")
                               : NULL;
    VEC(const char *) codes = {0};
    for (size_t i = 0; list && i < list->n; i++) {
        const char *code = layoutread_string(r, list->items[i], key);
        vec_push(r->arena, &codes, code);
        if (!is_country_code(code) && list->items[i]->kind == YAML_SCALAR)
            layoutread_fail(r, list->items[i]->span,
                            "\"%.60s\" is no country; write its code of two "
                            "capital letters, such as FR",
                            code);
    }
    *out = codes.v;
    return codes.n;
}

int layoutread_count(LayoutReader *r, const YamlNode *value, const char *what,
                     int most) {
    if (!value)
        return 0;
    Text t = layoutread_text(r, value, what);
    int count = 0;
    bool digits = t.n > 0;
    for (size_t i = 0; i < t.n && digits && count <= most; i++) {
        digits = t.s[i] >= '0' && t.s[i] <= '9';
        count = count * 10 + (t.s[i] - '0');
    }
    if (digits && count >= 1 && count <= most)
        return count;
    if (value->kind == YAML_SCALAR)
        layoutread_fail(r, value->span,
                        "\"%s\" is \"%s\"; it must be a whole number from 1 to "
                        "%d",
                        what, shown(r, t), most);
    return 0;
}

Len layoutread_length(LayoutReader *r, const YamlNode *value,
                      const char *what) {
    Len l = 0;
    if (!value)
        return 0;
    if (value->kind != YAML_SCALAR ||
        !len_parse(value->scalar.s, value->scalar.n, "mm", &l)) {
        layoutread_fail(r, value->span,
                        "\"%s\" is \"%s\", not a length; write millimetres "
                        "such as 12.5, or a unit: mm, cm, in, pt",
                        what, shown(r, value->scalar));
        return 0;
    }
    if (l > LAYOUT_LENGTH_MAX || l < -LAYOUT_LENGTH_MAX) {
        layoutread_fail(r, value->span,
                        "\"%s\" is %.0f mm; the most is %.0f mm", what,
                        len_mm(l), len_mm(LAYOUT_LENGTH_MAX));
        return 0;
    }
    return l;
}

Len layoutread_size(LayoutReader *r, const YamlNode *value, const char *what) {
    bool before = r->ok;
    r->ok = true;
    Len l = layoutread_length(r, value, what);
    if (value && r->ok && l <= 0)
        layoutread_fail(r, value->span, "\"%s\" must be more than 0 mm", what);
    r->ok = r->ok && before;
    return l > 0 ? l : 0;
}

LayoutBox layoutread_box(LayoutReader *r, const YamlNode *value,
                         const char *what, const char *const *more, size_t n) {
    const char *names[8] = {"left", "top", "width", "height"};
    LayoutBox box = {0};
    if (!value)
        return box;
    if (value->kind != YAML_MAP) {
        layoutread_fail(r, value->span,
                        "\"%s\" must be a box: {left: ..., top: ..., width: "
                        "..., height: ...}",
                        what);
        return box;
    }
    for (size_t i = 0; i < n && i < 4; i++)
        names[4 + i] = more[i];
    layoutread_keys(r, value, what, names, 4 + n);
    box.x = layoutread_length(r, layoutread_need(r, value, "left"), "left");
    box.y = layoutread_length(r, layoutread_need(r, value, "top"), "top");
    box.w = layoutread_size(r, layoutread_need(r, value, "width"), "width");
    box.h = layoutread_size(r, layoutread_need(r, value, "height"), "height");
    box.span = value->span;
    return box;
}

bool layoutread_sizes(LayoutReader *r, const YamlNode *map, const char *key,
                      Len *w, Len *h, Span *at) {
    static const char *const keys[] = {"width", "height"};
    const YamlNode *m = layoutread_map(r, map, key, keys, 2);
    if (!m)
        return false;
    *w = layoutread_size(r, layoutread_need(r, m, "width"), "width");
    *h = layoutread_size(r, layoutread_need(r, m, "height"), "height");
    if (at)
        *at = m->span;
    return true;
}

void layoutread_paper(LayoutReader *r, const YamlNode *root, Layout *l) {
    const YamlNode *paper = layoutread_need(r, root, "paper");
    if (!paper)
        return;
    l->paper = paper->span;
    if (paper->kind == YAML_MAP) {
        layoutread_sizes(r, root, "paper", &l->w, &l->h, NULL);
        return;
    }
    Text name = layoutread_text(r, paper, "paper");
    if (paper->kind == YAML_SCALAR && !paper_find(name.s, name.n, &l->w, &l->h))
        layoutread_fail(r, paper->span,
                        "\"paper\" is \"%s\"; it must be one of %s, the same "
                        "with \" landscape\", or {width: ..., height: ...}",
                        shown(r, name), PAPER_NAMES);
}

size_t layoutread_names(Arena *a, const char *folder, Diag *diag,
                        const char *const **out) {
    size_t n;
    if (!fs_list(a, folder, ".yaml", out, &n))
        diag_file(diag, DIAG_SYSTEM, folder,
                  "cannot open the folder of layouts: %s; set ENVOI_DATA to "
                  "the folder that holds layouts/",
                  strerror(errno));
    return n;
}
