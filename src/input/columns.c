#include "input/columns.h"

#include "base/buf.h"
#include "base/fs.h"
#include "input/yaml.h"

#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

/* One word and the field that it names. */
typedef struct ColumnWord {
    const char *folded;
    const char *field; /* "name", "lines:zh"; "": the column is left out */
    const char *word;  /* as written */
} ColumnWord;

typedef VEC(ColumnWord) ColumnWords;

struct Columns {
    Arena *arena;
    Diag *diag;
    ColumnWords words, maps;
    bool ready; /* words have been read, or are not wanted */
};

/* Longer ones name nothing. */
enum { WORD_ROOM = 256 };

/* Without case and compatibility (UAX #31, NFKC_Casefold: a fullwidth colon is
 * a colon), one blank for what separates words, and nothing behind them. NULL
 * if it is too long. */
static const char *folded(Arena *a, const char *s, size_t n) {
    UErrorCode error = U_ZERO_ERROR;
    UChar wide[WORD_ROOM], plain[WORD_ROOM];
    char out[3 * WORD_ROOM];
    int32_t m = 0;
    size_t k = 0;
    const UNormalizer2 *nfkc = unorm2_getNFKCCasefoldInstance(&error);
    if (n >= WORD_ROOM)
        return NULL;
    u_strFromUTF8(wide, WORD_ROOM, &m, s, (int32_t)n, &error);
    m = unorm2_normalize(nfkc, wide, m, plain, WORD_ROOM, &error);
    u_strToUTF8(out, sizeof out, &m, plain, m, &error);
    if (U_FAILURE(error))
        return NULL;
    for (int32_t i = 0; i < m; i++) {
        char c = strchr("_-\t\r\n", out[i]) ? ' ' : out[i];
        if (c != ' ' || (k > 0 && out[k - 1] != ' '))
            out[k++] = c;
    }
    while (k > 0 && strchr(" .:*", out[k - 1]))
        k--;
    return k > 0 ? arena_strndup(a, out, k) : NULL;
}

/* False if no column can be called so. */
static bool add_word(Columns *c, ColumnWords *words, const char *field,
                     const char *s, size_t n) {
    ColumnWord w = {folded(c->arena, s, n), field,
                    arena_strndup(c->arena, s, n)};
    if (w.folded)
        vec_push(c->arena, words, w);
    return w.folded != NULL;
}

static void read_field(Columns *c, const YamlPair *pair) {
    const char *field = arena_strndup(c->arena, pair->key.s, pair->key.n);
    for (size_t i = 0; i < pair->value->n; i++) {
        const YamlNode *item = pair->value->items[i];
        const YamlNode *word =
            item->kind == YAML_MAP ? yaml_get(item, "word") : NULL;
        if (word && word->kind == YAML_SCALAR)
            add_word(c, &c->words, field, word->scalar.s, word->scalar.n);
    }
}

/* The words of all languages, when the first that is not English is asked. */
static void read_words(Columns *c) {
    const Source *src;
    if (c->ready)
        return;
    c->ready = true;
    const char *path = arena_printf(c->arena, "%s/languages/lists/columns.yaml",
                                    fs_data_dir(c->arena));
    if (!source_load(c->arena, path, c->diag, &src))
        return;
    const YamlNode *root = yaml_parse(c->arena, src, 0, src->n, c->diag);
    const YamlNode *fields =
        root && root->kind == YAML_MAP ? yaml_get(root, "fields") : NULL;
    for (size_t i = 0; fields && fields->kind == YAML_MAP && i < fields->n; i++)
        if (fields->pairs[i].value->kind == YAML_LIST)
            read_field(c, &fields->pairs[i]);
}

static const ColumnWord *find(const ColumnWords *words, const char *s,
                              size_t n) {
    Arena *a = arena_new();
    const char *name = folded(a, s, n);
    const ColumnWord *found = NULL;
    for (size_t i = 0; name && i < words->n && !found; i++)
        if (strcmp(words->v[i].folded, name) == 0)
            found = &words->v[i];
    arena_free(a);
    return found;
}

/* ---- --map ---- */

/* One "COLUMN=field". The last "=" counts: a column may have one. */
static void read_map(Columns *c, const char *s, size_t n, Diag *diag) {
    const char *equals = memrchr(s, '=', n);
    if (!equals || equals == s) {
        diag_file(diag, DIAG_USAGE, NULL,
                  "--map: \"%.*s\" is not of the form COLUMN=field, as in "
                  "\"PLZ=postcode\"",
                  (int)n, s);
        return;
    }
    size_t m = (size_t)(equals - s);
    Text field = {equals + 1, n - m - 1, {0}};
    field = text_trim(field);
    Text column = text_trim((Text){s, m, {0}});
    FieldKey key = fieldkey_parse(c->arena, field);
    if (field.n && (key.kind == FIELD_UNKNOWN || key.kind == FIELD_BAD_LANG)) {
        const char *guess = fieldkey_guess(field);
        diag_file(diag, DIAG_USAGE, NULL,
                  "--map: \"%.*s\" is not a field%s%s%s; fields are name, "
                  "given name, family name, title, organisation, lines, city, "
                  "postcode, country and others of the manual page",
                  (int)field.n, field.s, guess ? "; did you mean \"" : "",
                  guess ? guess : "", guess ? "\"?" : "");
        return;
    }
    if (!add_word(c, &c->maps, arena_strndup(c->arena, field.s, field.n),
                  column.s, column.n))
        diag_file(diag, DIAG_USAGE, NULL,
                  "--map: \"%.*s\" cannot be told as the name of a column: it "
                  "has marks alone, or more than %d bytes; rename the column "
                  "in the list",
                  text_shown(column), column.s, WORD_ROOM - 1);
}

static void read_maps(Columns *c, const char *map, Diag *diag) {
    while (*map) {
        size_t n = strcspn(map, ",\n");
        if (n > 0)
            read_map(c, map, n, diag);
        map += n + (map[n] != '\0');
    }
}

Columns *columns_new(Arena *a, const char *map, bool words, Diag *diag) {
    Columns *c = ARENA_NEW(a, Columns);
    *c = (Columns){.arena = a, .diag = diag, .ready = !words};
    if (map)
        read_maps(c, map, diag);
    return c;
}

bool columns_know(const void *columns, const char *s, size_t n) {
    /* Reading the words changes nothing that can be seen. */
    Columns *c = (Columns *)(uintptr_t)columns;
    read_words(c);
    return find(&c->maps, s, n) || find(&c->words, s, n);
}

/* ---- keys ---- */

/* `name` as the field that `word` says, with the language behind its colon. */
static FieldKey key_of(Columns *c, const ColumnWord *word, Text name) {
    FieldKey key = {.lang = "", .name = name};
    if (*word->field)
        key = fieldkey_parse(c->arena, text_literal(word->field));
    else
        key.kind = FIELD_LEFT_OUT;
    key.name = name;
    key.found = word->field;
    return key;
}

/* "Adresse 2", "Calle2": the second line of what the word alone is the first
 * of. NULL if it is no such word. */
static const ColumnWord *find_line(Columns *c, const char *s, size_t n) {
    char digit = n > 1 ? s[n - 1] : 0;
    if (digit < '1' || digit > '9')
        return NULL;
    const ColumnWord *word = find(&c->words, s, n - 1);
    if (!word || (strcmp(word->field, "lines") != 0 &&
                  strcmp(word->field, "address") != 0))
        return NULL;
    ColumnWord *line = ARENA_NEW(c->arena, ColumnWord);
    *line = *word;
    line->field = arena_printf(c->arena, "line%c", digit);
    return line;
}

FieldKey columns_key(Columns *c, Text name) {
    const ColumnWord *word = find(&c->maps, name.s, name.n);
    if (word)
        return key_of(c, word, name);
    FieldKey key = fieldkey_parse(c->arena, name);
    if (key.kind != FIELD_UNKNOWN || name.n == 0)
        return key;
    const char *colon = memchr(name.s, ':', name.n);
    size_t n = colon ? (size_t)(colon - name.s) : name.n;
    read_words(c);
    word = find(&c->words, name.s, n);
    if (!word)
        word = find_line(c, name.s, n);
    if (!word)
        return key;
    FieldKey known = key_of(c, word, name);
    Text tag = {0};
    if (colon)
        tag = text_trim(text_slice(name, n + 1, name.n - n - 1));
    if (tag.n)
        known.lang = language_tag(c->arena, tag);
    if (!known.lang)
        return (FieldKey){.kind = FIELD_BAD_LANG, .lang = "", .name = name};
    return known;
}

static FieldKey *with(FieldKey *keys, size_t n, const FieldKey *of,
                      FieldKind kind, ContactField field) {
    for (size_t i = 0; i < n; i++)
        if (keys[i].kind == kind &&
            (kind != FIELD_SIMPLE || keys[i].field == field) &&
            strcmp(keys[i].lang, of->lang) == 0)
            return &keys[i];
    return NULL;
}

/* "Nom" beside "Prénom", "Nombre" beside "Apellido", "Name" beside "Surname".
 * Which of their values is the whole name all the same, field_store sees. */
static void settle_name(FieldKey *keys, size_t n, FieldKey *name) {
    FieldKey *given = with(keys, n, name, FIELD_GIVEN, CONTACT_FIELDS);
    FieldKey *family = with(keys, n, name, FIELD_FAMILY, CONTACT_FIELDS);
    if (given && family) {
        /* A whole name is one; its parts are for letters. */
        given->kind = family->kind = FIELD_UNKNOWN;
        return;
    }
    if (!given && !family)
        return;
    FieldKind kind = given ? FIELD_FAMILY : FIELD_GIVEN;
    name->kind = kind;
    name->field = CONTACT_FIELDS;
    name->line = kind == FIELD_FAMILY ? 2 : 1;
    name->found = kind == FIELD_FAMILY ? "family name" : "given name";
}

static void settle_address(FieldKey *keys, size_t n, FieldKey *address) {
    static const ContactField parts[] = {CONTACT_DISTRICT, CONTACT_CITY,
                                         CONTACT_REGION, CONTACT_POSTCODE};
    for (size_t i = 0; i < n; i++)
        if (keys[i].kind == FIELD_LINES && keys[i].line < 2 &&
            strcmp(keys[i].lang, address->lang) == 0)
            return; /* the street is said otherwise */
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!with(keys, n, address, FIELD_SIMPLE, parts[i]))
            continue;
        address->kind = FIELD_LINES;
        address->found = "lines";
        return;
    }
}

/* A loose name beside one that is named as the field, or beside an earlier one,
 * is for letters. */
static void settle_loose(FieldKey *keys, size_t n, FieldKey *key) {
    for (size_t i = 0; i < n; i++) {
        FieldKey *other = &keys[i];
        if (other == key || !fieldkey_same(other, key) ||
            (other->loose && other > key))
            continue;
        key->kind = FIELD_UNKNOWN;
        key->field = CONTACT_FIELDS;
        return;
    }
}

void columns_settle_names(FieldKey *keys, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (keys[i].kind == FIELD_SIMPLE && keys[i].field == CONTACT_NAME)
            settle_name(keys, n, &keys[i]);
}

void columns_settle(FieldKey *keys, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (keys[i].loose)
            settle_loose(keys, n, &keys[i]);
    columns_settle_names(keys, n);
    for (size_t i = 0; i < n; i++)
        if (keys[i].kind == FIELD_ADDRESS)
            settle_address(keys, n, &keys[i]);
}

/* ---- what there is to say ---- */

static void add_found(Buf *b, const FieldKey *key) {
    buf_printf(b, "%s\"%.*s\" is %s%s%s", b->n ? ", " : "",
               key->name.n < 60 ? (int)key->name.n : 60, key->name.s,
               *key->found ? key->found : "left out",
               key->lang[0] && !strchr(key->found, ':') ? ":" : "",
               strchr(key->found, ':') ? "" : key->lang);
}

static bool has(const FieldKey *keys, size_t n, ContactField field) {
    for (size_t i = 0; i < n; i++)
        if (keys[i].kind == FIELD_SIMPLE && keys[i].field == field)
            return true;
    return false;
}

static bool has_kind(const FieldKey *keys, size_t n, FieldKind kind) {
    for (size_t i = 0; i < n; i++)
        if (keys[i].kind == kind)
            return true;
    return false;
}

/* A part of a name that is whole elsewhere is known all the same; of a slip of
 * the pen there is a message of its own. */
static bool is_nothing(Arena *a, const FieldKey *key) {
    return key->kind == FIELD_UNKNOWN && !key->found && key->name.n > 0 &&
           fieldkey_parse(a, key->name).kind == FIELD_UNKNOWN &&
           !fieldkey_slip(key->name) && !fieldkey_is_tailed(key->name);
}

/* The columns that nobody knows, and the first of them; NULL: none. */
static const FieldKey *list_unknown(Arena *a, const FieldKey *keys, size_t n,
                                    Buf *out) {
    enum { NAMED = 6 }; /* more tell no more */
    const FieldKey *first = NULL;
    size_t named = 0;
    for (size_t i = 0; i < n; i++) {
        if (!is_nothing(a, &keys[i]))
            continue;
        first = first ? first : &keys[i];
        if (named++ < NAMED)
            buf_printf(out, "%s\"%.*s\"", out->n ? ", " : "",
                       keys[i].name.n < 60 ? (int)keys[i].name.n : 60,
                       keys[i].name.s);
    }
    if (named > NAMED)
        buf_puts(out, " ...");
    return first;
}

void columns_missing(Columns *c, const FieldKey *keys, size_t n, Diag *diag) {
    if (has_kind(keys, n, FIELD_ADDRESS))
        return; /* all of it is there */
    const struct {
        const char *what, *field;
        bool there;
    } parts[] = {{"street", "lines", has_kind(keys, n, FIELD_LINES)},
                 {"city", "city", has(keys, n, CONTACT_CITY)},
                 {"postcode", "postcode", has(keys, n, CONTACT_POSTCODE)}};
    Buf missing = {0}, map = {0}, unknown = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].there)
            continue;
        buf_printf(&missing, "%sthe %s", missing.n ? " or " : "",
                   parts[i].what);
        buf_printf(&map, "%sCOLUMN=%s", map.n ? "," : "", parts[i].field);
    }
    const FieldKey *first =
        missing.n ? list_unknown(c->arena, keys, n, &unknown) : NULL;
    if (first)
        diag_at(diag, DIAG_WARNING, first->name.span,
                "no column is known to be %s, and nothing is known of %s; what "
                "is one of these is not printed until you say so: "
                "--map \"%s\"",
                missing.s, unknown.s, map.s);
    buf_free(&missing);
    buf_free(&map);
    buf_free(&unknown);
}

static void report_map(const ColumnWord *map, const Source *src,
                       const FieldKey *keys, size_t n, Diag *diag) {
    Arena *a = arena_new();
    const char **names = ARENA_ARRAY(a, const char *, n);
    bool there = false;
    for (size_t i = 0; i < n; i++) {
        names[i] = arena_strndup(a, keys[i].name.s, keys[i].name.n);
        const char *name = folded(a, keys[i].name.s, keys[i].name.n);
        there = there || (name && strcmp(name, map->folded) == 0);
    }
    if (!there) {
        const char *near =
            diag_did_you_mean(map->word, strlen(map->word), names, n);
        diag_file(diag, near ? DIAG_ERROR : DIAG_WARNING, src->name,
                  "--map: there is no column \"%s\"%s%s%s", map->word,
                  near ? "; did you mean \"" : "", near ? near : "",
                  near ? "\"?" : " in this list");
    }
    arena_free(a);
}

void columns_report(Columns *c, const Source *src, const FieldKey *keys,
                    size_t n, Diag *diag) {
    Buf found = {0};
    for (size_t i = 0; i < n; i++)
        if (keys[i].found)
            add_found(&found, &keys[i]);
    if (found.n)
        diag_file(diag, DIAG_NOTE, src->name, "of the columns %s", found.s);
    buf_free(&found);
    for (size_t i = 0; i < c->maps.n; i++)
        report_map(&c->maps.v[i], src, keys, n, diag);
}
