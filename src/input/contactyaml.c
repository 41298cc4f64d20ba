#include "input/contactyaml.h"

#include "input/columns.h"
#include "input/contactfields.h"
#include "input/contactpack.h"
#include "input/contactvalues.h"
#include "input/yaml.h"

#include <string.h>

/* A key of YAML that is a language, or is none (tag NULL). */
typedef struct KnownTag {
    Text key;
    const char *tag;
} KnownTag;

/* Keys that are remembered: those of most records are the same. */
enum { KNOWN = 64 };

typedef struct Book {
    YamlWalker walker;
    Arena *arena;
    Arena *scratch; /* of one record */
    Diag *diag;
    ContactRows *rows;
    VEC(PackedContact *) packed;
    ContactUses *uses;
    bool used;
    VEC(KnownTag) tags; /* asked once: ICU's answer takes microseconds */
    VEC(FieldKey) keys;
} Book;

static const char *quoted(Arena *a, Text t) {
    return arena_strndup(a, t.s, (size_t)text_shown(t));
}

/* A string that may be gone after its record. */
static Text kept(Book *book, Text t) {
    t.s = arena_strndup(book->arena, t.s, t.n);
    return t;
}

/* `key` is a part of a name beside the whole, of which letters of a table have
 * use, and a YAML record none. */
static void refuse_part(Book *book, Text key) {
    diag_at(book->diag, DIAG_ERROR, key.span,
            "\"%s\" is a part of the name, and \"name\" is the whole of it; "
            "take one of them out",
            quoted(book->scratch, key));
}

static void refuse_key(Book *book, Text key) {
    const char *guess = fieldkey_guess(key);
    const char *name = quoted(book->scratch, key);
    if (guess)
        diag_at(book->diag, DIAG_ERROR, key.span,
                "unknown field \"%s\"; did you mean \"%s\"?", name, guess);
    else
        diag_at(
            book->diag, DIAG_ERROR, key.span,
            "unknown field \"%s\"; a record has id, name, names, title, "
            "organisation, department, attention, care_of, lines, address, "
            "district, city, region, postcode, country, same_address_as, "
            "salutation, lang, email, phone, fax, social, copies, embassy_in, "
            "and languages such as \"zh\" over the same fields",
            name);
}

static void store_scalar(Book *book, Contact *c, const FieldKey *key,
                         const YamlNode *value) {
    if (!yaml_is_null(value))
        field_store(book->scratch, c, key, value->scalar, book->diag);
}

/* Some fields may be a list; one item may still be several lines. */
static void store_list(Book *book, Contact *c, const FieldKey *key,
                       const YamlNode *list) {
    if (key->kind == FIELD_SIMPLE) {
        diag_at(book->diag, DIAG_ERROR, list->span,
                "\"%s\" is a list; only \"lines\", \"names\" and \"address\" "
                "may be",
                quoted(book->scratch, key->name));
        return;
    }
    for (size_t i = 0; i < list->n; i++) {
        if (list->items[i]->kind == YAML_SCALAR)
            store_scalar(book, c, key, list->items[i]);
        else
            diag_at(book->diag, DIAG_ERROR, list->items[i]->span,
                    "a line of \"%s\" must be text; put it in quotes if it "
                    "holds \": \", \"{\" or \"[\"",
                    quoted(book->scratch, key->name));
    }
}

static void store_pair(Book *book, Contact *c, const FieldKey *key,
                       const YamlNode *value) {
    if (field_present(c, key)) {
        diag_at(book->diag, DIAG_ERROR, key->name.span,
                "\"%s\" is given a second time under another name; remove one",
                quoted(book->scratch, key->name));
        return;
    }
    switch (value->kind) {
    case YAML_SCALAR:
        store_scalar(book, c, key, value);
        break;
    case YAML_LIST:
        store_list(book, c, key, value);
        break;
    case YAML_MAP:
        diag_at(book->diag, DIAG_ERROR, value->span,
                "\"%s\" must be text; put it in quotes if it holds \": \" or "
                "\"{\"",
                quoted(book->scratch, key->name));
        break;
    }
}

static const char *tag_of(Book *book, Text key) {
    for (size_t i = 0; i < book->tags.n; i++) {
        const KnownTag *known = &book->tags.v[i];
        if (known->key.n == key.n && memcmp(known->key.s, key.s, key.n) == 0)
            return known->tag;
    }
    const char *tag = language_tag(book->arena, key);
    if (book->tags.n < KNOWN)
        vec_push(book->arena, &book->tags, ((KnownTag){kept(book, key), tag}));
    return tag;
}

static FieldKey key_of(Book *book, Text name) {
    for (size_t i = 0; i < book->keys.n; i++) {
        FieldKey key = book->keys.v[i];
        if (key.name.n != name.n || memcmp(key.name.s, name.s, name.n) != 0)
            continue;
        key.name = name;
        return key;
    }
    Text key = kept(book, name);
    FieldKey parsed = fieldkey_parse(book->arena, key);
    if (book->keys.n < KNOWN)
        vec_push(book->arena, &book->keys, parsed);
    parsed.name = name;
    return parsed;
}

/* `use: FILE#ID` of a record. True if the key was that. */
static bool read_use(Book *book, Contact *c, const YamlPair *pair,
                     const char *lang) {
    if (lang[0] || !text_equal(pair->key, "use"))
        return false;
    ContactUse use = {book->packed.n,
                      kept(book, text_trim(pair->value->scalar))};
    if (book->used)
        diag_at(book->diag, DIAG_ERROR, pair->key.span,
                "this record is used by another file and uses a third one; "
                "name that one there");
    else if (pair->value->kind != YAML_SCALAR)
        diag_at(book->diag, DIAG_ERROR, pair->value->span,
                "\"use\" must be text: a file and the id of a record, such as "
                "\"../book.yaml#governor\"");
    else if (use.spec.n)
        vec_push(book->arena, book->uses, use);
    c->broken = use.spec.n == 0 || book->used;
    return true;
}

static void read_map(Book *book, Contact *c, const YamlNode *map,
                     const char *lang);

/* A key of a record: a field, or a language over a map of fields. "id" is both
 * (Indonesian); a map tells which. True if it was a language. */
static bool read_form(Book *book, Contact *c, const YamlPair *pair,
                      const char *lang) {
    if (pair->value->kind != YAML_MAP || lang[0])
        return false;
    const char *tag = tag_of(book, pair->key);
    if (tag)
        read_map(book, c, pair->value, tag);
    return tag != NULL;
}

static void read_map(Book *book, Contact *c, const YamlNode *map,
                     const char *lang) {
    if (map->n > FIELD_KEYS_MAX) {
        diag_at(book->diag, DIAG_ERROR, map->span,
                "this record has %zu fields; at most %d are allowed", map->n,
                FIELD_KEYS_MAX);
        return;
    }
    FieldKey *keys = ARENA_ARRAY(book->scratch, FieldKey, map->n);
    size_t *order = ARENA_ARRAY(book->scratch, size_t, map->n);
    bool *parts = ARENA_ARRAY(book->scratch, bool, map->n); /* of a name */
    for (size_t i = 0; i < map->n; i++) {
        keys[i] = key_of(book, map->pairs[i].key);
        /* `name:zh` under `zh:` says it twice. */
        if (lang[0] && keys[i].lang[0])
            keys[i].kind = FIELD_UNKNOWN;
        if (lang[0])
            keys[i].lang = lang;
        parts[i] = keys[i].kind == FIELD_GIVEN || keys[i].kind == FIELD_FAMILY;
    }
    columns_settle_names(keys, map->n);
    fieldkeys_order(keys, map->n, order);
    for (size_t i = 0; i < map->n; i++) {
        const YamlPair *pair = &map->pairs[order[i]];
        const FieldKey *key = &keys[order[i]];
        if (read_use(book, c, pair, lang) || read_form(book, c, pair, lang))
            continue;
        if (key->kind == FIELD_BAD_LANG)
            fieldkey_refuse_lang(book->scratch, pair->key, book->diag);
        else if (key->kind == FIELD_UNKNOWN && parts[order[i]])
            refuse_part(book, pair->key);
        else if (key->kind == FIELD_UNKNOWN)
            refuse_key(book, pair->key);
        else
            store_pair(book, c, key, pair->value);
    }
}

static void read_record(Book *book, const YamlNode *node, bool sound,
                        Contact *c) {
    c->broken = !sound || node->kind != YAML_MAP;
    if (sound && node->kind != YAML_MAP)
        diag_at(book->diag, DIAG_ERROR, node->span,
                "record %zu is not a list of fields; write \"name: ...\" and "
                "so on, one under the other",
                c->number);
    if (c->broken)
        return;
    read_map(book, c, node, "");
    fields_check(book->scratch, c, book->diag);
}

/* A document of one record that has nothing. */
static bool is_empty(const YamlNode *node) {
    return node->kind == YAML_MAP ? node->n == 0 : yaml_is_null(node);
}

static void take(YamlWalker *self, const YamlNode *node, size_t number,
                 bool sound) {
    Book *book = (Book *)self;
    Contact c = {.span = node->span,
                 .number = number ? number : 1,
                 .base = {.lang = ""}};
    if (number == 0 && is_empty(node))
        return;
    arena_reset(book->scratch);
    read_record(book, node, sound, &c);
    contactrows_add(book->rows, c.span.off);
    if (c.base.fields[CONTACT_SAME_ADDRESS_AS].s)
        book->rows->shares = true;
    vec_push(book->arena, &book->packed,
             contact_pack(book->arena, book->rows->src, &c));
}

static void read_packed(const ContactRows *r, size_t off, size_t number,
                        Arena *a, Diag *diag, Contact *out) {
    const Book *book = r->format;
    (void)off;
    (void)diag;
    contact_unpack(book->packed.v[number - 1], r->src, a, out);
}

static void check_each(Book *book) {
    Contact c;
    for (size_t i = 0; i < book->packed.n; i++) {
        arena_reset(book->scratch);
        contact_unpack(book->packed.v[i], book->rows->src, book->scratch, &c);
        diag_about(book->diag, c.span);
        contact_check_of(&c, book->rows->countries, book->diag);
        contact_repack(book->packed.v[i], &c);
    }
    diag_about(book->diag, (Span){0});
}

ContactRows *contactyaml_load(Arena *a, const Source *src, bool used,
                              Diag *diag, ContactUses *uses) {
    Book *book = ARENA_NEW(a, Book);
    ContactRows *rows = contactrows_new(a, src, read_packed, book, NULL, diag);
    *book = (Book){.walker = {take},
                   .arena = a,
                   .scratch = arena_new(),
                   .diag = diag,
                   .rows = rows,
                   .uses = uses,
                   .used = used};
    bool ok = yaml_walk(src, &book->walker, diag);
    if (ok && book->packed.n == 0)
        diag_at(diag, DIAG_ERROR, (Span){src, 0, 0},
                "the file holds no record; write \"- name: ...\" for each");
    rows->shares = rows->shares || uses->n > 0;
    if (ok && !rows->shares)
        check_each(book);
    arena_free(book->scratch);
    contactrows_end(rows);
    if (ok && book->packed.n > 0)
        return rows;
    contactrows_close(rows);
    return NULL;
}
