#include "input/contactjson.h"

#include "input/json.h"

#include <string.h>

/* One record being read. */
typedef struct Object {
    Columns *columns;
    Arena *arena;
    Diag *diag;
    Contact *out;
    VEC(MergeField) extra;
    VEC(FieldKey) found; /* keys whose meaning columns.h knew */
} Object;

static const char *quoted(Arena *a, Text t) {
    return arena_strndup(a, t.s, t.n < 80 ? t.n : 80);
}

static void store(Object *o, const FieldKey *key, const YamlNode *value) {
    if (!(value->plain && text_equal(value->scalar, "null")))
        field_store(o->arena, o->out, key, value->scalar, o->diag);
}

static void store_list(Object *o, const FieldKey *key, const YamlNode *list) {
    bool may = key->kind == FIELD_LINES || key->kind == FIELD_NAMES ||
               key->kind == FIELD_ADDRESS;
    if (!may) {
        diag_at(o->diag, DIAG_ERROR, list->span,
                "\"%s\" is a list; only \"lines\", \"names\" and \"address\" "
                "may be",
                quoted(o->arena, key->name));
        return;
    }
    for (size_t i = 0; i < list->n; i++) {
        if (list->items[i]->kind == YAML_SCALAR)
            store(o, key, list->items[i]);
        else
            diag_at(o->diag, DIAG_ERROR, list->items[i]->span,
                    "a line of \"%s\" must be text",
                    quoted(o->arena, key->name));
    }
}

static void store_pair(Object *o, const FieldKey *key, const YamlNode *value) {
    bool part = key->kind == FIELD_GIVEN || key->kind == FIELD_FAMILY;
    bool null = value->plain && text_equal(value->scalar, "null");
    if (key->kind == FIELD_LEFT_OUT) {
        return;
    } else if (key->kind == FIELD_BAD_LANG) {
        fieldkey_refuse_lang(o->arena, key->name, o->diag);
    } else if (value->kind == YAML_MAP) {
        diag_at(o->diag, DIAG_ERROR, value->span,
                "\"%s\" is an object and no language; it must be text",
                quoted(o->arena, key->name));
    } else if (key->kind != FIELD_UNKNOWN && field_present(o->out, key)) {
        diag_at(o->diag, DIAG_ERROR, key->name.span,
                "\"%s\" is given a second time under another name; remove one",
                quoted(o->arena, key->name));
    } else if (value->kind == YAML_LIST) {
        store_list(o, key, value);
    } else {
        if (key->kind != FIELD_UNKNOWN)
            store(o, key, value);
        if ((key->kind == FIELD_UNKNOWN || part) && !null)
            vec_push(o->arena, &o->extra,
                     ((MergeField){key->name, text_trim(value->scalar)}));
    }
}

static void read_object(Object *o, const YamlNode *map, const char *lang) {
    if (map->n > FIELD_KEYS_MAX) {
        diag_at(o->diag, DIAG_ERROR, map->span,
                "this record has %zu fields; at most %d are allowed", map->n,
                FIELD_KEYS_MAX);
        return;
    }
    FieldKey *keys = ARENA_ARRAY(o->arena, FieldKey, map->n);
    size_t *order = ARENA_ARRAY(o->arena, size_t, map->n);
    for (size_t i = 0; i < map->n; i++) {
        keys[i] = columns_key(o->columns, map->pairs[i].key);
        if (lang[0] && keys[i].lang[0])
            keys[i].kind = FIELD_UNKNOWN; /* the language is said twice */
        if (lang[0])
            keys[i].lang = lang;
    }
    columns_settle(keys, map->n);
    for (size_t i = 0; i < map->n; i++)
        if (keys[i].found)
            vec_push(o->arena, &o->found, keys[i]);
    fieldkeys_order(keys, map->n, order);
    for (size_t i = 0; i < map->n; i++) {
        const YamlPair *pair = &map->pairs[order[i]];
        const char *tag = pair->value->kind == YAML_MAP && !lang[0]
                              ? language_tag(o->arena, pair->key)
                              : NULL;
        if (tag)
            read_object(o, pair->value, tag);
        else
            store_pair(o, &keys[order[i]], pair->value);
    }
}

/* A record that has its address from another is checked when it has. */
static void read_node(Object *o, const YamlNode *map, bool shares) {
    read_object(o, map, "");
    o->out->extra = o->extra.v;
    o->out->nextra = o->extra.n;
    fields_check(o->arena, o->out, o->diag);
    if (!shares && !o->out->base.fields[CONTACT_SAME_ADDRESS_AS].s)
        contact_check(o->out, o->diag);
}

static void read_record(const ContactRows *r, size_t off, size_t number,
                        Arena *a, Diag *diag, Contact *out) {
    size_t end;
    const YamlNode *map = json_parse(a, r->src, off, &end, diag);
    Object o = {.columns = (Columns *)(uintptr_t)r->format,
                .arena = a,
                .diag = diag,
                .out = out};
    *out = (Contact){
        .span = {r->src, off, 1}, .number = number, .base = {.lang = ""}};
    if (!map || map->kind != YAML_MAP) {
        out->broken = true;
        return;
    }
    out->span = map->span;
    read_node(&o, map, r->shares);
}

/* ---- the file ---- */

typedef struct Loader {
    ContactRows *rows;
    Columns *columns;
    VEC(FieldKey) found; /* each once */
} Loader;

static void note_found(Loader *l, const FieldKey *key) {
    Arena *a = l->rows->arena;
    for (size_t i = 0; i < l->found.n; i++)
        if (l->found.v[i].name.n == key->name.n &&
            memcmp(l->found.v[i].name.s, key->name.s, key->name.n) == 0)
            return;
    if (l->found.n == FIELD_KEYS_MAX)
        return;
    FieldKey copy = *key;
    copy.name.s = arena_strndup(a, key->name.s, key->name.n);
    vec_push(a, &l->found, copy);
}

/* The value at byte `at`, a record whatever is wrong with it; where it ends. */
static size_t load_value(Loader *l, size_t at, bool *sound) {
    ContactRows *r = l->rows;
    size_t end, number = contactrows_add(r, at);
    const YamlNode *map = json_parse(r->scratch, r->src, at, &end, r->diag);
    *sound = map != NULL;
    if (map && map->kind != YAML_MAP) {
        diag_at(r->diag, DIAG_ERROR, map->span,
                "a record is an object: {\"name\": \"...\", ...}");
        return end;
    }
    if (!map)
        return end;
    Contact c = {.span = map->span, .number = number, .base = {.lang = ""}};
    Object o = {
        .columns = l->columns, .arena = r->scratch, .diag = r->diag, .out = &c};
    read_node(&o, map, false);
    r->shares = r->shares || c.base.fields[CONTACT_SAME_ADDRESS_AS].s;
    for (size_t i = 0; i < o.found.n; i++)
        note_found(l, &o.found.v[i]);
    return end;
}

/* Behind a value. In an array that is "," or "]"; else the next line. False at
 * the end. */
static bool next_value(Loader *l, bool array, bool sound, size_t *at) {
    const Source *src = l->rows->src;
    if (!array && !sound) {
        const char *end = memchr(src->bytes + *at, '\n', src->n - *at);
        *at = end ? (size_t)(end - src->bytes) : src->n;
    }
    *at = json_blank(src, *at);
    if (!array)
        return *at < src->n;
    if (!sound)
        return false;
    char c = *at < src->n ? src->bytes[*at] : '\0';
    size_t next = *at < src->n ? json_blank(src, *at + 1) : src->n;
    if (c == ',') {
        *at = next;
        return true;
    }
    if (c != ']' || next < src->n)
        diag_at(l->rows->diag, DIAG_ERROR,
                (Span){src, c == ']' ? next : *at, *at < src->n},
                c == ']' ? "something stands behind the list"
                         : "the list is not closed with \"]\" or a comma is "
                           "missing; the file may be cut off");
    return false;
}

ContactRows *contactjson_load(Arena *a, const Source *src, Columns *columns,
                              Diag *diag) {
    Loader l = {
        contactrows_new(a, src, read_record, columns, diag), columns, {0}};
    size_t at =
        src->n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    at = json_blank(src, at);
    bool array = at < src->n && src->bytes[at] == '[', sound = true;
    at = array ? json_blank(src, at + 1) : at;
    bool more = at < src->n && !(array && src->bytes[at] == ']');
    if (!more)
        diag_at(diag, DIAG_ERROR, (Span){src, at, 0},
                "the file holds no record; write {\"name\": \"...\"} for each");
    while (more) {
        Span before = diag_about(diag, (Span){src, at, 1});
        at = load_value(&l, at, &sound);
        diag_about(diag, before);
        more = next_value(&l, array, sound, &at);
    }
    columns_report(columns, src, l.found.v, l.found.n, diag);
    contactrows_end(l.rows);
    return l.rows;
}
