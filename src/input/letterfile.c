#include "input/letterfile.h"

#include "base/limits.h"
#include "input/contactfields.h"
#include "input/letterfile_fields.h"
#include "input/markdown.h"
#include "input/yaml.h"

#include <string.h>

#define BOM "\xEF\xBB\xBF"

/* The keys beside letter_field_names. */
enum { KEY_ENCLOSURES = LETTER_FIELDS, KEY_LANGS, KEYS };

typedef struct Reader {
    Arena *arena;
    const Source *src;
    Diag *diag;
    Letter *letter;
    bool failed;
} Reader;

static void fail(Reader *r, Span where, const char *message) {
    diag_at(r->diag, DIAG_ERROR, where, "%s", message);
    r->failed = true;
}

static const char *quoted(Arena *a, Text t) {
    return arena_strndup(a, t.s, t.n < 80 ? t.n : 80);
}

/* --- values --- */

/* Line by line: a line end in a value is one on paper. */
static bool value_inlines(Arena *a, Text value, Diag *diag, Inlines *out) {
    InlineVec v = {0};
    bool ok = true;
    for (size_t from = 0; from < value.n;) {
        const char *nl = memchr(value.s + from, '\n', value.n - from);
        size_t to = nl ? (size_t)(nl - value.s) : value.n;
        ok = fields_split(a, fields_slice(value, from, to - from), &(Inline){0},
                          diag, &v) &&
             ok;
        if (nl) {
            Text none = {"", 0, fields_slice(value, to, 1).span};
            Inline end = {.kind = INLINE_BREAK, .text = none};
            vec_push(a, &v, end);
        }
        from = to + 1;
    }
    *out = (Inlines){v.v, v.n};
    return ok;
}

void letterfile_inlines(Arena *a, Text value, Diag *diag, Inlines *out) {
    value_inlines(a, value, diag, out);
}

/* False if `node` is no text of a bearable length. */
static bool is_text(Reader *r, Text key, const YamlNode *node) {
    if (node->kind != YAML_SCALAR) {
        diag_at(r->diag, DIAG_ERROR, node->span,
                "\"%s\" takes one text; put the value in quotes if brackets "
                "belong to it",
                quoted(r->arena, key));
        r->failed = true;
        return false;
    }
    if (node->scalar.n > LIMIT_FIELD_BYTES) {
        diag_at(r->diag, DIAG_ERROR, key.span,
                "\"%s\" has %zu bytes; at most %d belong in a field",
                quoted(r->arena, key), node->scalar.n, LIMIT_FIELD_BYTES);
        r->failed = true;
        return false;
    }
    return true;
}

static void check_lang(Reader *r, Text tag) {
    if (language_tag(r->arena, tag))
        return;
    diag_at(r->diag, DIAG_ERROR, tag.span,
            "\"%s\" is not a language; write a tag such as \"en\", \"zh\" or "
            "\"ug\"",
            quoted(r->arena, tag));
    r->failed = true;
}

/* Fields whose value envoi reads itself, before any record is known. */
static bool is_plain(LetterField f) {
    return f == LETTER_DATE || f == LETTER_LANG || f == LETTER_ON ||
           f == LETTER_TO || f == LETTER_FROM;
}

static void read_field(Reader *r, LetterField f, const YamlPair *pair) {
    if (yaml_is_null(pair->value) || !is_text(r, pair->key, pair->value))
        return;
    Text value = text_trim(pair->value->scalar);
    r->letter->fields[f].raw = value;
    if (!value_inlines(r->arena, value, r->diag, &r->letter->fields[f].inlines))
        r->failed = true;
    if (f == LETTER_LANG)
        check_lang(r, value);
    if (is_plain(f) && fields_any(value.s, value.n)) {
        diag_at(r->diag, DIAG_ERROR, value.span,
                "\"%s\" cannot hold a field; write the value out",
                letter_field_names[f]);
        r->failed = true;
    }
}

typedef VEC(Text) TextVec;

/* "zh, ug" or "zh ug": the one-line form of a list of tags. */
static void split_tags(Reader *r, Text value, TextVec *out) {
    size_t from = 0;
    for (size_t i = 0; i <= value.n; i++) {
        if (i < value.n && value.s[i] != ' ' && value.s[i] != ',')
            continue;
        if (i > from)
            vec_push(r->arena, out, text_slice(value, from, i - from));
        from = i + 1;
    }
}

static void read_list(Reader *r, int key, const YamlPair *pair) {
    const YamlNode *node = pair->value;
    TextVec v = {0};
    if (yaml_is_null(node))
        return;
    if (node->kind == YAML_SCALAR && is_text(r, pair->key, node)) {
        if (key == KEY_LANGS)
            split_tags(r, text_trim(node->scalar), &v);
        else
            vec_push(r->arena, &v, text_trim(node->scalar));
    }
    if (node->kind == YAML_LIST)
        for (size_t i = 0; i < node->n; i++)
            if (!yaml_is_null(node->items[i]) &&
                is_text(r, pair->key, node->items[i]))
                vec_push(r->arena, &v, text_trim(node->items[i]->scalar));
    if (node->kind == YAML_MAP)
        fail(r, node->span, "a list is wanted here: - one line for each");
    TextList list = {v.v, v.n};
    if (key == KEY_LANGS) {
        for (size_t i = 0; i < list.n; i++)
            check_lang(r, list.v[i]);
        r->letter->langs = list;
    } else {
        r->letter->enclosures = list;
    }
}

/* --- front matter --- */

static const char *key_name(int key) {
    return key == KEY_ENCLOSURES ? "enclosures"
           : key == KEY_LANGS    ? "langs"
                                 : letter_field_names[key];
}

static void refuse_key(Reader *r, Text key) {
    const char *names[KEYS];
    const char *all = "";
    for (int k = 0; k < KEYS; k++) {
        names[k] = key_name(k);
        all = arena_printf(r->arena, "%s%s%s", all, k ? ", " : "", names[k]);
    }
    const char *meant = diag_did_you_mean(key.s, key.n, names, KEYS);
    const char *name = quoted(r->arena, key);
    if (meant)
        diag_at(r->diag, DIAG_ERROR, key.span,
                "unknown field \"%s\"; did you mean \"%s\"?", name, meant);
    else
        diag_at(r->diag, DIAG_ERROR, key.span,
                "unknown field \"%s\"; a letter has %s", name, all);
    r->failed = true;
}

static void read_pair(Reader *r, const YamlPair *pair) {
    for (int k = 0; k < KEYS; k++) {
        if (!text_equal(pair->key, key_name(k)))
            continue;
        if (k < LETTER_FIELDS)
            read_field(r, (LetterField)k, pair);
        else
            read_list(r, k, pair);
        return;
    }
    refuse_key(r, pair->key);
}

/* `salutation: {{to.salutation}}` is a map in a map to YAML, which says so in
 * words that help nobody. Bytes [off, off + n) are the front matter. */
static bool check_bare_fields(Reader *r, size_t off, size_t n) {
    const char *s = r->src->bytes;
    bool ok = true;
    for (size_t i = off; i < off + n; i++) {
        size_t line = i;
        while (i < off + n && s[i] != '\n')
            i++;
        const char *colon = memchr(s + line, ':', i - line);
        size_t at = colon ? (size_t)(colon - s) + 1 : i;
        while (at < i && s[at] == ' ')
            at++;
        if (s[line] == ' ' || s[line] == '#' || at + 1 >= i || s[at] != '{' ||
            s[at + 1] != '{')
            continue;
        fail(r, (Span){r->src, at, i - at - (s[i - 1] == '\r')},
             "a value that begins with {{ must stand in quotes: \"{{...}}\"");
        ok = false;
    }
    return ok;
}

static void read_front(Reader *r, size_t off, size_t n) {
    if (!check_bare_fields(r, off, n))
        return;
    const YamlNode *map = yaml_parse(r->arena, r->src, off, n, r->diag);
    if (!map) {
        r->failed = true;
    } else if (map->kind != YAML_MAP) {
        fail(r, map->span,
             "between the --- lines stand fields: one \"name: value\" a line");
    } else {
        for (size_t i = 0; i < map->n; i++)
            read_pair(r, &map->pairs[i]);
    }
}

/* End of the line at `off`, behind its line end; *fence if it is "---". */
static size_t line_end(const Source *src, size_t off, bool *fence) {
    const char *nl = memchr(src->bytes + off, '\n', src->n - off);
    size_t end = nl ? (size_t)(nl - src->bytes) : src->n;
    size_t n = end - off;
    while (n > 0 &&
           (src->bytes[off + n - 1] == ' ' || src->bytes[off + n - 1] == '\t' ||
            src->bytes[off + n - 1] == '\r'))
        n--;
    *fence = n == 3 && memcmp(src->bytes + off, "---", 3) == 0;
    return nl ? end + 1 : src->n;
}

/* Read the front matter, if there is one; where the body begins. */
static size_t front_matter(Reader *r) {
    const Source *src = r->src;
    size_t start = 0;
    if (src->n >= 3 && memcmp(src->bytes, BOM, 3) == 0)
        start = 3;
    bool fence;
    size_t from = line_end(src, start, &fence);
    if (!fence)
        return start;
    for (size_t at = from; at < src->n;) {
        size_t next = line_end(src, at, &fence);
        if (fence) {
            read_front(r, from, at - from);
            return next;
        }
        at = next;
    }
    fail(r, (Span){src, start, 3},
         "the fields that begin here are never closed; add a line of --- "
         "behind them");
    return src->n;
}

/* Nobody sees a byte order mark in the text, and cmark skips one. */
static void refuse_inner_marks(Reader *r) {
    for (size_t at = 3; at < r->src->n;) {
        const char *hit = memmem(r->src->bytes + at, r->src->n - at, BOM, 3);
        if (!hit)
            return;
        at = (size_t)(hit - r->src->bytes);
        fail(r, (Span){r->src, at, 3},
             "an invisible byte order mark (U+FEFF) inside the file; remove "
             "it");
        at += 3;
    }
}

bool letterfile_parse(Arena *a, const Source *src, Diag *diag, Letter *out) {
    *out = (Letter){.source = src};
    Reader r = {.arena = a, .src = src, .diag = diag, .letter = out};
    refuse_inner_marks(&r);
    size_t body = front_matter(&r);
    bool ok = markdown_parse(a, src, body, diag, &out->body);
    return ok && !r.failed;
}

bool letterfile_load(Arena *a, const char *path, Diag *diag, Letter *out) {
    const Source *src;
    *out = (Letter){0};
    return source_load(a, path, diag, &src) &&
           letterfile_parse(a, src, diag, out);
}
