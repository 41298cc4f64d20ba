#include "input/contacts.h"

#include "base/limits.h"
#include "input/contactfields.h"
#include "input/csv.h"
#include "input/yaml.h"

#include <string.h>
#include <strings.h>

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
    Arena *scratch;     /* of one YAML record */
    VEC(KnownTag) tags; /* asked once: ICU's answer takes microseconds */
} Book;

static const char *quoted(Arena *a, Text t) {
    return arena_strndup(a, t.s, t.n < 80 ? t.n : 80);
}

/* A byte order mark inside the file is what joining two files leaves; nobody
 * sees it, and "name" with one in front is not "name". */
static void refuse_inner_marks(const Source *src, Diag *diag) {
    static const char bom[] = "\xEF\xBB\xBF";
    size_t at = src->n >= 3 && memcmp(src->bytes, bom, 3) == 0 ? 3 : 0;
    for (int found = 0; at < src->n && found < LIMIT_DIAGS; found++) {
        const char *hit = memmem(src->bytes + at, src->n - at, bom, 3);
        if (!hit)
            return;
        at = (size_t)(hit - src->bytes);
        diag_at(diag, DIAG_ERROR, (Span){src, at, 3},
                "an invisible byte order mark (U+FEFF) inside the file; remove "
                "it");
        at += 3;
    }
}

/* Check the records; the last step of both readers. */
static bool finish_book(Book *book, size_t errors_before, Contacts *out) {
    *out = (Contacts){book->contacts.v, book->contacts.n};
    for (size_t i = 0; i < out->n; i++)
        fields_check(book->arena, &out->v[i], book->diag);
    contacts_share(book->arena, out, book->diag);
    for (size_t i = 0; i < out->n; i++)
        contact_check(&out->v[i], book->diag);
    return diag_count(book->diag, DIAG_ERROR) == errors_before;
}

static void refuse_lang(Book *book, Text name) {
    diag_at(book->diag, DIAG_ERROR, name.span,
            "\"%s\": what follows the colon is not a language; write a tag "
            "such as \"zh\", \"zh-Hant\" or \"ug\"",
            quoted(book->arena, name));
}

/* ---- YAML ---- */

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
            "salutation, lang, email, phone, fax, copies, and languages such "
            "as \"zh\" over the same fields",
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
    for (size_t i = 0; i < map->n; i++) {
        keys[i] = fieldkey_parse(book->arena, map->pairs[i].key);
        /* `name:zh` under `zh:` says it twice. */
        if (lang[0] && keys[i].lang[0])
            keys[i].kind = FIELD_UNKNOWN;
        if (lang[0])
            keys[i].lang = lang;
    }
    fieldkeys_order(keys, map->n, order);
    for (size_t i = 0; i < map->n; i++) {
        const YamlPair *pair = &map->pairs[order[i]];
        const FieldKey *key = &keys[order[i]];
        if (read_form(book, c, pair, lang))
            continue;
        if (key->kind == FIELD_BAD_LANG)
            refuse_lang(book, pair->key);
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
    read_map(book, &c, node, "");
    vec_push(book->arena, &book->contacts, c);
}

bool contacts_parse_yaml(Arena *a, const Source *src, Diag *diag,
                         Contacts *out) {
    Book book = {.arena = a, .diag = diag};
    size_t before = diag_count(diag, DIAG_ERROR);
    *out = (Contacts){0};
    refuse_inner_marks(src, diag);
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

/* ---- CSV ---- */

typedef struct Header {
    FieldKey *keys; /* one a column */
    size_t *order;  /* columns in the order in which to store them */
    size_t n;
} Header;

static void check_column(Book *book, const FieldKey *keys, size_t i) {
    const FieldKey *key = &keys[i];
    if (key->name.n == 0) {
        diag_at(book->diag, DIAG_ERROR, key->name.span,
                "column %zu has no name; name it in the first line or delete "
                "the column",
                i + 1);
        return;
    }
    for (size_t k = 0; k < i; k++) {
        if (!fieldkey_same(&keys[k], key))
            continue;
        diag_at(book->diag, DIAG_ERROR, key->name.span,
                "column %zu \"%s\" repeats column %zu \"%s\"; rename or delete "
                "one",
                i + 1, quoted(book->arena, key->name), k + 1,
                quoted(book->arena, keys[k].name));
        return;
    }
    if (key->kind == FIELD_BAD_LANG)
        refuse_lang(book, key->name);
    const char *slip = fieldkey_slip(key->name);
    if (key->kind == FIELD_UNKNOWN && slip)
        diag_at(book->diag, DIAG_WARNING, key->name.span,
                "column \"%s\" is not a field of an address and can only be "
                "used in letters; did you mean \"%s\"?",
                quoted(book->arena, key->name), slip);
    else if (key->kind == FIELD_UNKNOWN && fieldkey_is_tailed(key->name))
        diag_at(book->diag, DIAG_WARNING, key->name.span,
                "column \"%s\" is not a field of an address; a language "
                "stands behind a colon, as in lines:zh",
                quoted(book->arena, key->name));
}

static bool read_header(Book *book, const CsvRow *row, Header *out) {
    size_t before = diag_count(book->diag, DIAG_ERROR);
    bool known = false;
    if (row->n > CSV_COLUMNS_MAX) {
        diag_at(book->diag, DIAG_ERROR, row->span,
                "the first line names more than %d columns", CSV_COLUMNS_MAX);
        return false;
    }
    out->n = row->n;
    out->keys = ARENA_ARRAY(book->arena, FieldKey, row->n);
    out->order = ARENA_ARRAY(book->arena, size_t, row->n);
    for (size_t i = 0; i < row->n; i++) {
        out->keys[i] = fieldkey_parse(book->arena, text_trim(row->v[i]));
        check_column(book, out->keys, i);
        known = known || out->keys[i].kind != FIELD_UNKNOWN;
    }
    if (!known)
        diag_at(book->diag, DIAG_ERROR, row->span,
                "no column is a field of an address; the first line must name "
                "the columns: name,lines,city,country");
    fieldkeys_order(out->keys, out->n, out->order);
    return diag_count(book->diag, DIAG_ERROR) == before;
}

static bool row_is_empty(const CsvRow *row) {
    for (size_t i = 0; i < row->n; i++)
        if (text_trim(row->v[i]).n)
            return false;
    return true;
}

static const char *delimiter_name(char c) {
    return c == ';' ? "\";\"" : c == '\t' ? "a tab" : "\",\"";
}

static bool row_fits(Book *book, const Header *header, const CsvRow *row,
                     char delimiter) {
    if (row->n > header->n) {
        diag_at(book->diag, DIAG_ERROR, row->v[header->n].span,
                "row %zu has %zu fields and the first line names %zu; a field "
                "that holds %s must stand in quotes",
                row->number, row->n, header->n, delimiter_name(delimiter));
        return false;
    }
    if (row->n < header->n) {
        Span end = {row->span.src, row->span.off + row->span.n, 0};
        diag_at(book->diag, DIAG_ERROR, end,
                "row %zu has %zu field%s and the first line names %zu: column "
                "%zu \"%s\" is missing; write %s for each empty field",
                row->number, row->n, row->n == 1 ? "" : "s", header->n,
                row->n + 1, quoted(book->arena, header->keys[row->n].name),
                delimiter_name(delimiter));
        return false;
    }
    return true;
}

static void read_row(Book *book, const Header *header, const CsvRow *row) {
    Contact c = {.span = row->span,
                 .number = book->contacts.n + 1,
                 .base = {.lang = ""}};
    c.extra = NULL;
    VEC(MergeField) extra = {0};
    for (size_t i = 0; i < header->n; i++) {
        size_t column = header->order[i];
        const FieldKey *key = &header->keys[column];
        if (key->kind != FIELD_UNKNOWN) {
            field_store(book->arena, &c, key, row->v[column], book->diag);
            continue;
        }
        MergeField field = {key->name, text_trim(row->v[column])};
        vec_push(book->arena, &extra, field);
    }
    c.extra = extra.v;
    c.nextra = extra.n;
    vec_push(book->arena, &book->contacts, c);
}

static void read_rows(Book *book, CsvReader *csv, const Source *src) {
    Header header;
    CsvRow row;
    if (!csv_next_row(csv, &row)) {
        if (csv_ok(csv))
            diag_at(book->diag, DIAG_ERROR, (Span){src, 0, 0},
                    "the file is empty; its first line must name the columns: "
                    "name,lines,city,country");
        return;
    }
    if (!read_header(book, &row, &header))
        return;
    size_t rows = 0;
    while (csv_next_row(csv, &row)) {
        if (row_is_empty(&row))
            continue;
        rows++;
        if (row_fits(book, &header, &row, csv_delimiter(csv)))
            read_row(book, &header, &row);
    }
    if (rows == 0 && csv_ok(csv))
        diag_at(book->diag, DIAG_ERROR, (Span){src, src->n, 0},
                "the file names its columns and has no rows below them");
}

bool contacts_parse_csv(Arena *a, const Source *src, Diag *diag,
                        Contacts *out) {
    Book book = {.arena = a, .diag = diag};
    size_t before = diag_count(diag, DIAG_ERROR);
    *out = (Contacts){0};
    refuse_inner_marks(src, diag);
    CsvReader *csv = csv_open(a, src, diag);
    read_rows(&book, csv, src);
    csv_close(csv);
    return finish_book(&book, before, out);
}

/* ---- either ---- */

static bool ends_in(const char *path, const char *suffix) {
    size_t n = strlen(path), m = strlen(suffix);
    return n > m && strcasecmp(path + n - m, suffix) == 0;
}

/* A name that tells nothing: "- " begins a YAML list, "key: value" a YAML map,
 * "#" its comment; a header of columns has none of them. */
static bool looks_like_csv(const Source *src) {
    size_t at =
        src->n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    at += strspn(src->bytes + at, " \t\r\n");
    if (at >= src->n)
        return false;
    if (strchr("-#%[{", src->bytes[at]))
        return false;
    size_t n = strcspn(src->bytes + at, "\r\n");
    const char *line = src->bytes + at;
    return !memmem(line, n, ": ", 2) && line[n - 1] != ':';
}

bool contacts_load(Arena *a, const char *path, Diag *diag, Contacts *out) {
    const Source *src;
    *out = (Contacts){0};
    if (!source_load(a, path, diag, &src))
        return false;
    bool csv = ends_in(path, ".csv") || ends_in(path, ".tsv");
    if (!csv && !ends_in(path, ".yaml") && !ends_in(path, ".yml"))
        csv = looks_like_csv(src);
    return csv ? contacts_parse_csv(a, src, diag, out)
               : contacts_parse_yaml(a, src, diag, out);
}
