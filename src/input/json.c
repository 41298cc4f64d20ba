#include "input/json.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

#include <jansson.h>

/* jansson says what the values are and not where: the same text is walked
 * beside them. It is known to be JSON then. */
typedef struct Walk {
    Arena *arena;
    const Source *src;
    Diag *diag;
    size_t at, depth;
    bool failed;
} Walk;

size_t json_blank(const Source *src, size_t off) {
    while (off < src->n && memchr(" \t\r\n", src->bytes[off], 4))
        off++;
    return off;
}

/* Over blanks and the punctuation before the next key or value. */
static void skip_to_value(Walk *w) {
    while (w->at < w->src->n && memchr(" \t\r\n,:", w->src->bytes[w->at], 6))
        w->at++;
}

static Text take_string(Walk *w, const char *s, size_t n) {
    const char *raw = w->src->bytes;
    size_t from = ++w->at;
    while (w->at < w->src->n && raw[w->at] != '"')
        w->at += raw[w->at] == '\\' ? 2 : 1;
    Span span = {w->src, from, w->at - from};
    w->at++;
    if (n == span.n && memcmp(raw + from, s, n) == 0)
        return text_of_span(span);
    /* An escape can bring in what source_check keeps out. */
    Text t = {arena_strndup(w->arena, s, n), n, span};
    for (size_t at = 0; at < n;) {
        size_t before = at;
        uint32_t cp = utf8_next(t.s, n, &at);
        const char *objection = cp == UTF8_BAD ? NULL : utf8_objection(cp);
        if (objection)
            diag_at(w->diag, DIAG_ERROR, text_span(t, before, at - before),
                    "U+%04X is %s; remove it", (unsigned)cp, objection);
        w->failed = w->failed || objection;
    }
    return t;
}

static Text take_plain(Walk *w) {
    size_t from = w->at;
    while (w->at < w->src->n && !memchr(" \t\r\n,]}", w->src->bytes[w->at], 7))
        w->at++;
    return text_of_span((Span){w->src, from, w->at - from});
}

static YamlNode *walk(Walk *w, const json_t *v);

static void walk_array(Walk *w, const json_t *v, YamlNode *out) {
    w->at++;
    out->kind = YAML_LIST;
    out->n = json_array_size(v);
    out->items = ARENA_ARRAY(w->arena, YamlNode *, out->n);
    for (size_t i = 0; i < out->n; i++)
        out->items[i] = walk(w, json_array_get(v, i));
    skip_to_value(w);
    w->at++;
}

/* Members come in the order of the text. */
static void walk_object(Walk *w, json_t *v, YamlNode *out) {
    const char *key;
    json_t *value;
    size_t i = 0;
    w->at++;
    out->kind = YAML_MAP;
    out->n = json_object_size(v);
    out->pairs = ARENA_ARRAY(w->arena, YamlPair, out->n);
    json_object_foreach(v, key, value) {
        skip_to_value(w);
        out->pairs[i].key = take_string(w, key, strlen(key));
        out->pairs[i++].value = walk(w, value);
    }
    skip_to_value(w);
    w->at++;
}

static YamlNode *walk(Walk *w, const json_t *v) {
    YamlNode *n = ARENA_NEW(w->arena, YamlNode);
    skip_to_value(w);
    size_t from = w->at;
    if (++w->depth > LIMIT_YAML_DEPTH && !w->failed) {
        diag_at(w->diag, DIAG_ERROR, (Span){w->src, from, 1},
                "more than %d lists and objects stand in each other here",
                LIMIT_YAML_DEPTH);
        w->failed = true;
    }
    if (w->depth > LIMIT_YAML_DEPTH)
        n->scalar = text_literal("");
    else if (json_is_array(v))
        walk_array(w, v, n);
    else if (json_is_object(v))
        walk_object(w, (json_t *)(uintptr_t)v, n);
    else if (json_is_string(v))
        n->scalar = take_string(w, json_string_value(v), json_string_length(v));
    else
        n->scalar = take_plain(w);
    n->plain = n->kind == YAML_SCALAR && !json_is_string(v);
    n->span = (Span){w->src, from, w->at - from};
    w->depth--;
    return n;
}

/* What jansson says, for someone whom another program gave the file. */
static const char *words_of(const json_error_t *e) {
    switch (json_error_code(e)) {
    case json_error_duplicate_key:
        return "this key stands twice in the same object; remove one";
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return "U+0000 may not stand in a text; remove it";
    case json_error_premature_end_of_input:
        return "the file ends in the middle of a record; it may be cut off";
    case json_error_numeric_overflow:
        return "this number is too large; put it in quotes";
    case json_error_stack_overflow:
        return "too many lists and objects stand in each other here";
    case json_error_invalid_utf8:
        return "this is half a character (a lone surrogate); remove it";
    default:
        return "this is not JSON: a comma, quote or bracket is missing or too "
               "many here";
    }
}

const YamlNode *json_parse(Arena *a, const Source *src, size_t off, size_t *end,
                           Diag *diag) {
    json_error_t error;
    json_t *v = json_loadb(src->bytes + off, src->n - off,
                           JSON_REJECT_DUPLICATES | JSON_DISABLE_EOF_CHECK |
                               JSON_DECODE_INT_AS_REAL,
                           &error);
    size_t at = error.position > 0 ? (size_t)error.position : 0;
    *end = off + at < src->n ? off + at : src->n;
    if (!v) {
        size_t place = *end > off ? *end - 1 : off;
        while (place > off && ((unsigned char)src->bytes[place] & 0xC0) == 0x80)
            place--;
        diag_at(diag, DIAG_ERROR, (Span){src, place, place < src->n}, "%s",
                words_of(&error));
        *end = off;
        return NULL;
    }
    Walk w = {.arena = a, .src = src, .diag = diag, .at = off};
    const YamlNode *n = walk(&w, v);
    json_decref(v);
    return w.failed ? NULL : n;
}
