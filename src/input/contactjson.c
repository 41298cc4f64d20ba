#include "input/contactjson.h"

#include "input/contactvalues.h"
#include "input/json.h"

#include <string.h>

/* One record being read. */
typedef struct Object {
    Columns *columns;
    Arena *arena;
    Diag *diag;
    CountryIndex *countries;
    Contact *out;
    VEC(MergeField) extra;
    VEC(FieldKey) found; /* keys whose meaning columns.h knew */
} Object;

static const char *quoted(Arena *a, Text t) {
    return arena_strndup(a, t.s, (size_t)text_shown(t));
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
        contact_check_of(o->out, o->countries, o->diag);
}

static void read_record(const ContactRows *r, size_t off, size_t number,
                        Arena *a, Diag *diag, Contact *out) {
    size_t end;
    const YamlNode *map = json_parse(a, r->src, off, &end, diag);
    Object o = {.columns = (Columns *)(uintptr_t)r->format,
                .arena = a,
                .diag = diag,
                .countries = r->countries,
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
    bool array;          /* the whole is one list */
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

/* Of records line by line, where the next one begins if one has no end: they
 * stand at the beginning of a line, and nothing within one does. */
static size_t next_line(const Source *src, size_t at) {
    const char *end = src->bytes + src->n, *nl = src->bytes + at;
    while ((nl = memchr(nl, '\n', (size_t)(end - nl))))
        if (*++nl == '{' || *nl == '[')
            return (size_t)(nl - src->bytes);
    return src->n;
}

/* Where the value at byte `at` ends, and, if `parsed` could not tell, what
 * belongs to it. */
static size_t end_of(const Loader *l, size_t at, size_t parsed, bool *sound) {
    *sound = parsed > at;
    if (*sound)
        return parsed;
    return l->array ? l->rows->src->n : next_line(l->rows->src, at);
}

static bool is_closed(const ContactRows *r, size_t at) {
    size_t end;
    json_parse(r->scratch, r->src, at, &end, r->again);
    return end > at;
}

/* Its text is wrong, and nothing else is said of it. */
static bool load_faulty(Loader *l, size_t at, size_t *end, bool *sound) {
    ContactRows *r = l->rows;
    if (!contactrows_faulty(r, SIZE_MAX))
        return false;
    json_parse(r->scratch, r->src, at, end, r->again);
    *end = end_of(l, at, *end, sound);
    if (!contactrows_faulty(r, *end))
        return false;
    if (l->array && !*sound)
        diag_about(r->diag, (Span){0});
    contactrows_faults(r, *end);
    contactrows_break(r);
    return true;
}

/* The value at byte `at`, a record whatever is wrong with it; where it ends. */
static size_t load_value(Loader *l, size_t at, bool *sound) {
    ContactRows *r = l->rows;
    size_t end, number = contactrows_add(r, at);
    if (load_faulty(l, at, &end, sound))
        return end;
    /* Behind what has no end in a list nothing can be read: that is no fault
     * of one record. */
    Span record = diag_about(r->diag, (Span){0});
    if (!l->array || is_closed(r, at))
        diag_about(r->diag, record);
    const YamlNode *map = json_parse(r->scratch, r->src, at, &end, r->diag);
    diag_about(r->diag, record);
    end = end_of(l, at, end, sound);
    if (map && map->kind != YAML_MAP)
        diag_at(r->diag, DIAG_ERROR, map->span,
                "a record is an object: {\"name\": \"...\", ...}");
    if (!map || map->kind != YAML_MAP)
        return end;
    Contact c = {.span = map->span, .number = number, .base = {.lang = ""}};
    Object o = {.columns = l->columns,
                .arena = r->scratch,
                .diag = r->diag,
                .countries = r->countries,
                .out = &c};
    read_node(&o, map, false);
    r->shares = r->shares || c.base.fields[CONTACT_SAME_ADDRESS_AS].s;
    for (size_t i = 0; i < o.found.n; i++)
        note_found(l, &o.found.v[i]);
    return end;
}

/* Behind a value. In an array that is "," or "]"; else the next line. False at
 * the end. */
static bool next_value(Loader *l, bool sound, size_t *at) {
    const Source *src = l->rows->src;
    *at = json_blank(src, *at);
    if (!l->array)
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
                              TextFaults *faults, Diag *diag) {
    Loader l = {.rows =
                    contactrows_new(a, src, read_record, columns, faults, diag),
                .columns = columns};
    size_t at =
        src->n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    at = json_blank(src, at);
    bool array = at < src->n && src->bytes[at] == '[', sound = true;
    at = array ? json_blank(src, at + 1) : at;
    l.array = array;
    bool more = at < src->n && !(array && src->bytes[at] == ']');
    if (!more)
        diag_at(diag, DIAG_ERROR, (Span){src, at, 0},
                "the file holds no record; write {\"name\": \"...\"} for each");
    while (more) {
        contactrows_faults(l.rows, at);
        Span before = diag_about(diag, (Span){src, at, 1});
        at = load_value(&l, at, &sound);
        diag_about(diag, before);
        more = next_value(&l, sound, &at);
    }
    columns_report(columns, src, l.found.v, l.found.n, diag);
    contactrows_end(l.rows);
    return l.rows;
}
