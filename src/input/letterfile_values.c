#include "input/letterfile_values.h"

#include "base/buf.h"
#include "base/limits.h"
#include "input/contactfields.h"
#include "input/letterfile_fields.h"
#include "input/letterfile_picture.h"
#include "input/markdown_lines.h"

#include <string.h>

/* Wider or higher than any sheet. */
#define IMAGE_MAX LEN_OF_MM(2000)

#define HOW_ALT "{file: NAME, alt: words}"

typedef VEC(Text) TextVec;

void front_fail(FrontReader *r, Span where, const char *fmt, ...) {
    va_list args;
    Buf b = {0};
    va_start(args, fmt);
    buf_vprintf(&b, fmt, args);
    va_end(args);
    diag_at(r->diag, DIAG_ERROR, where, "%s", b.s);
    buf_free(&b);
    r->failed = true;
}

const char *front_quoted(FrontReader *r, Text t) {
    return arena_strndup(r->arena, t.s, (size_t)text_shown(t));
}

/* --- keys --- */

bool front_key_is(Text key, const char *name) {
    if (strlen(name) != key.n)
        return false;
    for (size_t i = 0; i < key.n; i++)
        if ((key.s[i] == '-' ? '_' : key.s[i]) != name[i])
            return false;
    return true;
}

void front_refuse_key(FrontReader *r, Text key, const char *what,
                      const char *const *names, size_t n) {
    char *canonical = arena_strndup(r->arena, key.s, key.n);
    for (char *p = canonical; *p; p++)
        if (*p == '-')
            *p = '_';
    const char *meant = diag_did_you_mean(canonical, key.n, names, n);
    const char *all = "";
    for (size_t i = 0; i < n && !meant; i++)
        all = arena_printf(r->arena, "%s%s%s", all, i ? ", " : "", names[i]);
    if (meant)
        front_fail(r, key.span, "unknown field \"%s\"; did you mean \"%s\"?",
                   front_quoted(r, key), meant);
    else
        front_fail(r, key.span, "unknown field \"%s\"; %s has %s",
                   front_quoted(r, key), what, all);
}

/* --- one value --- */

/* `node` as a text of a bearable length. */
static bool take_text(FrontReader *r, Text key, const YamlNode *node,
                      Text *out) {
    if (yaml_is_null(node))
        return false;
    if (node->kind != YAML_SCALAR) {
        front_fail(r, node->span,
                   "\"%s\" takes one text; put the value in quotes if brackets "
                   "belong to it",
                   front_quoted(r, key));
        return false;
    }
    if (node->scalar.n > LIMIT_FIELD_BYTES) {
        front_fail(r, key.span,
                   "\"%s\" has %zu bytes; at most %d belong in a field",
                   front_quoted(r, key), node->scalar.n, LIMIT_FIELD_BYTES);
        return false;
    }
    *out = text_trim(node->scalar);
    return true;
}

static bool refuse_fields(FrontReader *r, Text key, Text value) {
    if (!fields_any(value.s, value.n))
        return true;
    front_fail(r, value.span, "\"%s\" cannot hold a field; write the value out",
               front_quoted(r, key));
    return false;
}

bool front_text(FrontReader *r, const YamlPair *pair, Text *out) {
    return take_text(r, pair->key, pair->value, out);
}

bool front_plain(FrontReader *r, const YamlPair *pair, Text *out) {
    Text value;
    if (!front_text(r, pair, &value) || !refuse_fields(r, pair->key, value))
        return false;
    *out = value;
    return true;
}

bool front_bool(FrontReader *r, const YamlPair *pair, bool *out) {
    Text value;
    if (!front_text(r, pair, &value))
        return false;
    bool yes = text_equal(value, "yes") || text_equal(value, "true");
    if (!yes && !text_equal(value, "no") && !text_equal(value, "false")) {
        front_fail(r, value.span, "\"%s\" is yes or no, not \"%s\"",
                   front_quoted(r, pair->key), front_quoted(r, value));
        return false;
    }
    *out = yes;
    return true;
}

bool front_links(FrontReader *r, const YamlPair *pair, bool *notes) {
    Text value;
    if (!front_text(r, pair, &value))
        return false;
    *notes = text_equal(value, "notes");
    if (*notes || text_equal(value, "brackets"))
        return true;
    front_fail(r, value.span, "\"%s\" is notes or brackets, not \"%s\"",
               front_quoted(r, pair->key), front_quoted(r, value));
    return false;
}

bool front_number(FrontReader *r, const YamlPair *pair, int most, int *out) {
    Text value;
    if (!front_text(r, pair, &value))
        return false;
    if (line_number(value, most, out))
        return true;
    front_fail(r, value.span,
               "\"%s\" is a whole number from 1 to %d, not \"%s\"",
               front_quoted(r, pair->key), most, front_quoted(r, value));
    return false;
}

bool front_lang(FrontReader *r, Text tag) {
    if (language_tag(r->arena, tag))
        return true;
    front_fail(r, tag.span,
               "\"%s\" is not a language; write a tag such as \"en\", \"zh\" "
               "or \"ug\"",
               front_quoted(r, tag));
    return false;
}

/* --- several values --- */

/* What stands between any of the characters of `ends`. */
static void split(FrontReader *r, Text value, const char *ends, TextVec *out) {
    size_t from = 0;
    for (size_t i = 0; i <= value.n; i++) {
        if (i < value.n && !memchr(ends, value.s[i], strlen(ends)))
            continue;
        Text part = text_trim(text_slice(value, from, i - from));
        if (part.n > 0)
            vec_push(r->arena, out, part);
        from = i + 1;
    }
}

static bool take_list(FrontReader *r, const YamlPair *pair, const char *ends,
                      TextList *out) {
    const YamlNode *node = pair->value;
    TextVec v = {0};
    Text value;
    if (yaml_is_null(node))
        return false;
    if (node->kind == YAML_MAP) {
        front_fail(r, node->span, "a list is wanted here: - one line for each");
        return false;
    }
    if (node->kind == YAML_SCALAR && take_text(r, pair->key, node, &value))
        split(r, value, ends, &v);
    for (size_t i = 0; node->kind == YAML_LIST && i < node->n; i++)
        if (take_text(r, pair->key, node->items[i], &value) && value.n)
            vec_push(r->arena, &v, value);
    for (size_t i = 0; i < v.n; i++)
        if (!refuse_fields(r, pair->key, v.v[i]))
            return false;
    *out = (TextList){v.v, v.n};
    return true;
}

bool front_list(FrontReader *r, const YamlPair *pair, TextList *out) {
    return take_list(r, pair, "\n", out);
}

bool front_langs(FrontReader *r, const YamlPair *pair, TextList *out) {
    TextList list;
    if (!take_list(r, pair, " ,\n", &list))
        return false;
    bool ok = true;
    for (size_t i = 0; i < list.n; i++)
        ok = front_lang(r, list.v[i]) && ok;
    *out = list;
    return ok;
}

/* --- pictures --- */

static bool take_length(FrontReader *r, const YamlPair *pair, Len *out) {
    Text value;
    Len length;
    if (!front_text(r, pair, &value))
        return false;
    if (!len_parse(value.s, value.n, "mm", &length) || length <= 0 ||
        length > IMAGE_MAX) {
        front_fail(r, value.span,
                   "\"%s\" is a length such as 25 mm, 1 in or 40 pt, not "
                   "\"%s\"",
                   front_quoted(r, pair->key), front_quoted(r, value));
        return false;
    }
    *out = length;
    return true;
}

static bool image_key(FrontReader *r, const YamlPair *pair, LetterImage *out) {
    static const char *const names[] = {"file", "alt", "width", "height"};
    if (front_key_is(pair->key, "file"))
        return front_plain(r, pair, &out->file);
    if (front_key_is(pair->key, "alt"))
        return front_plain(r, pair, &out->alt);
    if (front_key_is(pair->key, "width"))
        return take_length(r, pair, &out->width);
    if (front_key_is(pair->key, "height"))
        return take_length(r, pair, &out->height);
    front_refuse_key(r, pair->key, "a picture", names,
                     sizeof names / sizeof *names);
    return false;
}

bool front_image(FrontReader *r, const YamlPair *pair, LetterImage *out) {
    const YamlNode *node = pair->value;
    LetterImage image = {0};
    if (yaml_is_null(node))
        return false;
    if (node->kind != YAML_MAP) {
        if (!front_plain(r, pair, &image.file))
            return false;
        *out = image;
        return true;
    }
    bool failed = r->failed;
    r->failed = false;
    for (size_t i = 0; i < node->n; i++)
        image_key(r, &node->pairs[i], &image);
    bool ok = !r->failed;
    r->failed = r->failed || failed;
    if (ok && !image.file.s) {
        front_fail(r, pair->key.span, "\"%s\" names no file; add file: to it",
                   front_quoted(r, pair->key));
        return false;
    }
    if (ok)
        *out = image;
    return ok;
}

/* --- letterhead --- */

static void take_logo(FrontReader *r, const YamlPair *pair, LetterImage *out) {
    if (front_image(r, pair, out) &&
        !picture_check(out->file, out->alt.s ? out->alt : text_literal(""),
                       out->file.span, HOW_ALT, r->diag))
        r->failed = true;
}

bool front_letterhead(FrontReader *r, const YamlPair *pair, Letterhead *out) {
    static const char *const names[] = {"logo", "organisation", "lines"};
    const YamlNode *node = pair->value;
    if (yaml_is_null(node))
        return false;
    if (node->kind != YAML_MAP) {
        front_fail(r, node->span,
                   "\"letterhead\" takes logo:, organisation: and lines:, each "
                   "on a line of its own below it");
        return false;
    }
    for (size_t i = 0; i < node->n; i++) {
        const YamlPair *p = &node->pairs[i];
        if (front_key_is(p->key, "logo"))
            take_logo(r, p, &out->logo);
        else if (front_key_is(p->key, "organisation"))
            front_plain(r, p, &out->organisation);
        else if (front_key_is(p->key, "lines"))
            front_list(r, p, &out->lines);
        else
            front_refuse_key(r, p->key, "a letterhead", names,
                             sizeof names / sizeof *names);
    }
    return true;
}
