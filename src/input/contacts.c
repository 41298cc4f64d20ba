#include "input/contacts.h"

#include "base/limits.h"
#include "input/contactcsv.h"
#include "input/contactjson.h"
#include "input/contactuse.h"
#include "input/contactvalues.h"
#include "input/contactvcard.h"
#include "input/listfile.h"
#include "input/yaml.h"

#include <string.h>

/* A key of YAML that is a language, or is none (tag NULL). */
typedef struct KnownTag {
    Text key;
    const char *tag;
} KnownTag;

/* What both readers fill. */
typedef struct Book {
    Arena *arena;
    Diag *diag;
    VEC(Contact) contacts;
    Arena *scratch; /* of one YAML record */
    ContactUses uses;
    bool used;          /* by another book: it must not itself use one */
    VEC(KnownTag) tags; /* asked once: ICU's answer takes microseconds */
} Book;

static const char *quoted(Arena *a, Text t) {
    return arena_strndup(a, t.s, t.n < 80 ? t.n : 80);
}

/* A byte order mark inside the file is what joining two files leaves; nobody
 * sees it, and "name" with one in front is not "name". */
static void find_inner_marks(Arena *a, const Source *src, TextFaults *out) {
    static const char bom[] = "\xEF\xBB\xBF";
    size_t at = src->n >= 3 && memcmp(src->bytes, bom, 3) == 0 ? 3 : 0;
    while (at < src->n && !out->more) {
        const char *hit = memmem(src->bytes + at, src->n - at, bom, 3);
        if (!hit)
            return;
        at = (size_t)(hit - src->bytes);
        textfaults_add(a, out, at, 3,
                       "an invisible byte order mark (U+FEFF) inside the file; "
                       "remove it");
        at += 3;
    }
}

static void refuse_inner_marks(Arena *a, const Source *src, Diag *diag) {
    TextFaults marks = {0};
    find_inner_marks(a, src, &marks);
    textfaults_tell_rest(&marks, src, diag);
}

static void check_all(Contacts *all, Diag *diag) {
    for (size_t i = 0; i < all->n; i++) {
        diag_about(diag, all->v[i].span);
        contact_check(&all->v[i], diag);
    }
    diag_about(diag, (Span){0});
}

/* Check the records; the last step of both readers. */
static bool finish_book(Book *book, size_t errors_before, Contacts *out) {
    *out = (Contacts){book->contacts.v, book->contacts.n};
    for (size_t i = 0; i < out->n; i++) {
        diag_about(book->diag, out->v[i].span);
        fields_check(book->arena, &out->v[i], book->diag);
    }
    diag_about(book->diag, (Span){0});
    contactuse_fill(book->arena, &book->uses, out->v, book->diag);
    contacts_share(book->arena, out, book->diag);
    check_all(out, book->diag);
    return diag_count(book->diag, DIAG_ERROR) == errors_before;
}

/* ---- YAML ---- */

/* `key` is a part of a name beside the whole, of which letters of a table have
 * use, and a YAML record none. */
static void refuse_part(Book *book, Text key) {
    diag_at(book->diag, DIAG_ERROR, key.span,
            "\"%s\" is a part of the name, and \"name\" is the whole of it; "
            "take one of them out",
            quoted(book->arena, key));
}

static void refuse_key(Book *book, Text key) {
    const char *guess = fieldkey_guess(key);
    const char *name = quoted(book->arena, key);
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
        field_store(book->arena, c, key, value->scalar, book->diag);
}

/* Some fields may be a list; one item may still be several lines. */
static void store_list(Book *book, Contact *c, const FieldKey *key,
                       const YamlNode *list) {
    if (key->kind == FIELD_SIMPLE) {
        diag_at(book->diag, DIAG_ERROR, list->span,
                "\"%s\" is a list; only \"lines\", \"names\" and \"address\" "
                "may be",
                quoted(book->arena, key->name));
        return;
    }
    for (size_t i = 0; i < list->n; i++) {
        if (list->items[i]->kind == YAML_SCALAR)
            store_scalar(book, c, key, list->items[i]);
        else
            diag_at(book->diag, DIAG_ERROR, list->items[i]->span,
                    "a line of \"%s\" must be text; put it in quotes if it "
                    "holds \": \", \"{\" or \"[\"",
                    quoted(book->arena, key->name));
    }
}

static void store_pair(Book *book, Contact *c, const FieldKey *key,
                       const YamlNode *value) {
    if (field_present(c, key)) {
        diag_at(book->diag, DIAG_ERROR, key->name.span,
                "\"%s\" is given a second time under another name; remove one",
                quoted(book->arena, key->name));
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
                quoted(book->arena, key->name));
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
    if (book->tags.n < 16)
        vec_push(book->arena, &book->tags, ((KnownTag){key, tag}));
    return tag;
}

/* `use: FILE#ID` of a record. True if the key was that. */
static bool read_use(Book *book, Contact *c, const YamlPair *pair,
                     const char *lang) {
    if (lang[0] || !text_equal(pair->key, "use"))
        return false;
    ContactUse use = {book->contacts.n, text_trim(pair->value->scalar)};
    if (book->used)
        diag_at(book->diag, DIAG_ERROR, pair->key.span,
                "this record is used by another file and uses a third one; "
                "name that one there");
    else if (pair->value->kind != YAML_SCALAR)
        diag_at(book->diag, DIAG_ERROR, pair->value->span,
                "\"use\" must be text: a file and the id of a record, such as "
                "\"../book.yaml#governor\"");
    else if (use.spec.n)
        vec_push(book->arena, &book->uses, use);
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
        keys[i] = fieldkey_parse(book->arena, map->pairs[i].key);
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
            fieldkey_refuse_lang(book->arena, pair->key, book->diag);
        else if (key->kind == FIELD_UNKNOWN && parts[order[i]])
            refuse_part(book, pair->key);
        else if (key->kind == FIELD_UNKNOWN)
            refuse_key(book, pair->key);
        else
            store_pair(book, c, key, pair->value);
    }
}

static void read_record(Book *book, const YamlNode *node, size_t number) {
    Contact c = {.span = node->span, .number = number, .base = {.lang = ""}};
    if (node->kind != YAML_MAP) {
        diag_at(book->diag, DIAG_ERROR, node->span,
                "record %zu is not a list of fields; write \"name: ...\" and "
                "so on, one under the other",
                number);
        return;
    }
    arena_reset(book->scratch);
    diag_about(book->diag, c.span);
    read_map(book, &c, node, "");
    diag_about(book->diag, (Span){0});
    vec_push(book->arena, &book->contacts, c);
}

static bool parse_yaml(Arena *a, const Source *src, bool used, Diag *diag,
                       Contacts *out) {
    Book book = {.arena = a, .diag = diag, .used = used};
    size_t before = diag_count(diag, DIAG_ERROR);
    *out = (Contacts){0};
    refuse_inner_marks(a, src, diag);
    const YamlNode *root = yaml_parse(a, src, 0, src->n, diag);
    if (!root)
        return false;
    if (root->kind != YAML_SCALAR && root->n == 0) {
        diag_at(diag, DIAG_ERROR, root->span,
                "the file holds no record; write \"- name: ...\" for each");
        return false;
    }
    book.scratch = arena_new();
    if (root->kind == YAML_LIST)
        for (size_t i = 0; i < root->n; i++)
            read_record(&book, root->items[i], i + 1);
    else
        read_record(&book, root, 1);
    arena_free(book.scratch);
    return finish_book(&book, before, out);
}

bool contacts_parse_yaml(Arena *a, const Source *src, Diag *diag,
                         Contacts *out) {
    return parse_yaml(a, src, false, diag, out);
}

/* ---- CSV ---- */

/* All records of a list as contacts. */
static void get_all(Arena *a, const ContactRows *rows, Contacts *out) {
    *out = (Contacts){.n = contactrows_count(rows)};
    out->v = ARENA_ARRAY(a, Contact, out->n);
    for (size_t i = 0; i < out->n; i++)
        contactrows_get(rows, i, a, &out->v[i]);
}

static void share(Arena *a, Contacts *all, Diag *diag) {
    contacts_share(a, all, diag);
    check_all(all, diag);
}

bool contacts_parse_csv(Arena *a, const Source *src, Diag *diag,
                        Contacts *out) {
    size_t before = diag_count(diag, DIAG_ERROR);
    char delimiter;
    refuse_inner_marks(a, src, diag);
    ContactRows *rows = contactcsv_load(a, src, NULL, NULL, diag, &delimiter);
    get_all(a, rows, out);
    if (rows->shares)
        share(a, out, diag);
    contactrows_close(rows);
    return diag_count(diag, DIAG_ERROR) == before;
}

/* What was found out about a file that is not plain UTF-8, or has no commas;
 * `delimiter` is '\0' of what has no fields. */
static void report(const ListFile *file, char delimiter, Diag *diag) {
    const char *fields = delimiter == ';'    ? "semicolons"
                         : delimiter == '\t' ? "tabs"
                                             : "commas";
    if (!delimiter && file->as)
        diag_file(diag, DIAG_NOTE, file->src->name, "read as %s", file->as);
    else if (delimiter && (file->as || delimiter != ','))
        diag_file(diag, DIAG_NOTE, file->src->name,
                  "read as %s, fields separated by %s",
                  file->as ? file->as : "UTF-8", fields);
}

/* ---- any ---- */

static ContactRows *load_rows(Arena *a, ListFile *file, Diag *diag) {
    char delimiter = '\0';
    TextFaults *faults = ARENA_NEW(a, TextFaults);
    *faults = file->faults;
    ContactRows *rows =
        file->format == LIST_JSON
            ? contactjson_load(a, file->src, file->columns, faults, diag)
        : file->format == LIST_VCARD
            ? contactvcard_load(a, file->src, faults, diag)
            : contactcsv_load(a, file->src, file->columns, faults, diag,
                              &delimiter);
    textfaults_tell_rest(faults, file->src, diag);
    report(file, delimiter, diag);
    return rows;
}

/* `clean`: nothing was wrong with the file so far. */
static bool read_file(Arena *a, ListFile *file, bool clean, bool used,
                      Diag *diag, ContactList *out) {
    size_t before = diag_count(diag, DIAG_ERROR);
    *out = (ContactList){0};
    if (file->src && file->format == LIST_YAML) {
        textfaults_tell_rest(&file->faults, file->src, diag);
        clean = clean && diag_count(diag, DIAG_ERROR) == before;
    }
    /* What else is wrong with a list can be told all the same. */
    if (!file->src || (!clean && file->format == LIST_YAML))
        return false;
    if (file->format == LIST_YAML) {
        bool ok = parse_yaml(a, file->src, used, diag, &out->all);
        out->n = out->all.n;
        return ok;
    }
    find_inner_marks(a, file->src, &file->faults);
    out->rows = load_rows(a, file, diag);
    out->n = contactrows_count(out->rows);
    if (out->rows->shares) {
        get_all(a, out->rows, &out->all);
        share(a, &out->all, diag);
    }
    return clean && diag_count(diag, DIAG_ERROR) == before;
}

static bool load(Arena *a, const ListReading *how, const char *path, bool used,
                 Diag *diag, ContactList *out) {
    ListFile file;
    bool clean = listfile_load(a, how, path, diag, &file);
    return read_file(a, &file, clean, used, diag, out);
}

bool contactlist_parse(Arena *a, const ListReading *how, const char *name,
                       const char *bytes, size_t n, Diag *diag,
                       ContactList *out) {
    ListFile file;
    bool clean = listfile_parse(a, how, name, NULL, bytes, n, diag, &file);
    return read_file(a, &file, clean, false, diag, out);
}

bool contactlist_load(Arena *a, const ListReading *how, const char *path,
                      Diag *diag, ContactList *out) {
    return load(a, how, path, false, diag, out);
}

static bool load_all(Arena *a, const ListReading *how, const char *path,
                     bool used, Diag *diag, Contacts *out) {
    ContactList list;
    bool ok = load(a, how, path, used, diag, &list);
    *out = list.all;
    if (!list.all.v && list.rows)
        get_all(a, list.rows, out);
    contactlist_close(&list);
    return ok;
}

bool contacts_load(Arena *a, const ListReading *how, const char *path,
                   Diag *diag, Contacts *out) {
    return load_all(a, how, path, false, diag, out);
}

bool contacts_load_used(Arena *a, const char *path, Diag *diag, Contacts *out) {
    return load_all(a, NULL, path, true, diag, out);
}

void contactlist_close(ContactList *l) {
    contactrows_close(l->rows);
}

const Contact *contactlist_get(const ContactList *l, size_t i, Arena *a) {
    if (l->all.v)
        return &l->all.v[i];
    Contact *c = ARENA_NEW(a, Contact);
    contactrows_get(l->rows, i, a, c);
    return c;
}
