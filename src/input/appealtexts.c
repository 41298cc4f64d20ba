#include "input/appealtexts.h"

#include "base/limits.h"
#include "input/contactfields.h"

#include <string.h>

bool appealtexts_few(FrontReader *f, size_t n, Span where) {
    if (n <= LIMIT_APPEAL_LIST)
        return true;
    front_fail(f, where, "more than %d of this; no sheet of paper holds them",
               LIMIT_APPEAL_LIST);
    return false;
}

void appealtexts_add(FrontReader *f, AppealTexts *to, const char *lang,
                     TextList said) {
    if (!appealtexts_few(f, said.n, said.v[0].span) ||
        !appealtexts_few(f, to->n + 1, said.v[0].span))
        return;
    AppealText *v = ARENA_ARRAY(f->arena, AppealText, to->n + 1);
    if (to->n)
        memcpy(v, to->v, to->n * sizeof *v);
    v[to->n++] = (AppealText){lang, said};
    to->v = v;
}

bool appealtexts_link(FrontReader *f, const YamlPair *pair, Text *out) {
    Text t;
    if (!front_plain(f, pair, &t))
        return false;
    bool blank = false;
    for (size_t i = 0; i < t.n; i++)
        blank = blank || (unsigned char)t.s[i] <= ' ';
    if (!blank && ((t.n > 8 && memcmp(t.s, "https://", 8) == 0) ||
                   (t.n > 7 && memcmp(t.s, "http://", 7) == 0))) {
        *out = t;
        return true;
    }
    front_fail(f, t.span,
               "\"%s\" is \"%s\", no address of a web page; it begins with "
               "https:// and has no blanks",
               front_quoted(f, pair->key), front_quoted(f, t));
    return false;
}

/* ---- keys with a language ---- */

/* NAME and the TAG of "NAME:TAG"; tag.s is NULL if there is none. */
static void split_key(Text key, Text *name, Text *tag) {
    const char *colon = key.n ? memchr(key.s, ':', key.n) : NULL;
    size_t n = colon ? (size_t)(colon - key.s) : key.n;
    *name = colon ? text_trim(text_slice(key, 0, n)) : key;
    *tag = colon ? text_trim(text_slice(key, n + 1, key.n - n - 1)) : (Text){0};
}

static const AppealKey *find_key(const AppealKey *keys, size_t n, Text name) {
    for (size_t i = 0; i < n; i++)
        if (front_key_is(name, keys[i].name))
            return &keys[i];
    return NULL;
}

static void read_value(FrontReader *f, const YamlPair *pair,
                       const AppealKey *key, const char *lang) {
    TextList said = {0};
    Text one = {0};
    bool ok = key->is == APPEAL_KEY_LIST   ? front_list(f, pair, &said)
              : key->is == APPEAL_KEY_LINK ? appealtexts_link(f, pair, &one)
                                           : front_plain(f, pair, &one);
    if (ok && key->is != APPEAL_KEY_LIST && one.n) {
        said.v = ARENA_ARRAY(f->arena, Text, 1);
        said.v[0] = one;
        said.n = 1;
    }
    if (ok && said.n)
        appealtexts_add(f, key->out, lang, said);
}

/* Texts below the tag of their language. */
static void read_below(FrontReader *f, const YamlNode *map, const char *lang,
                       const AppealKey *keys, size_t n) {
    const char **names = ARENA_ARRAY(f->arena, const char *, n);
    for (size_t i = 0; i < n; i++)
        names[i] = keys[i].name;
    for (size_t i = 0; i < map->n; i++) {
        const YamlPair *p = &map->pairs[i];
        const AppealKey *key = find_key(keys, n, p->key);
        if (key)
            read_value(f, p, key, lang);
        else
            front_refuse_key(f, p->key, "what is said in a language", names, n);
    }
}

bool appealtexts_read(FrontReader *f, const YamlPair *pair,
                      const AppealKey *keys, size_t n) {
    Text name, tag;
    split_key(pair->key, &name, &tag);
    const AppealKey *key = find_key(keys, n, name);
    if (!key) {
        const char *lang = !tag.s && pair->value->kind == YAML_MAP
                               ? language_tag(f->arena, pair->key)
                               : NULL;
        if (lang)
            read_below(f, pair->value, lang, keys, n);
        return lang != NULL;
    }
    const char *lang = tag.s ? language_tag(f->arena, tag) : "";
    if (lang) {
        read_value(f, pair, key, lang);
    } else {
        fieldkey_refuse_lang(f->arena, pair->key, f->diag);
        f->failed = true;
    }
    return true;
}

/* ---- whose language is whose ---- */

static void refuse_twin(FrontReader *f, const AppealKey *key,
                        const AppealText *t) {
    front_fail(f, t->said.v[0].span,
               "\"%s\" stands there twice in the language \"%s\"; take one out",
               key->name, t->lang);
}

static void settle_one(FrontReader *f, const AppealKey *key, const char *lang) {
    AppealTexts *t = key->out;
    for (size_t i = 0; i < t->n; i++) {
        if (!t->v[i].lang[0])
            t->v[i].lang = lang;
        for (size_t k = 0; k < i; k++)
            if (strcmp(t->v[k].lang, t->v[i].lang) == 0)
                refuse_twin(f, key, &t->v[i]);
    }
    for (size_t i = 1; i < t->n; i++) {
        AppealText own = t->v[i];
        if (strcmp(own.lang, lang) != 0 || strcmp(t->v[0].lang, lang) == 0)
            continue;
        memmove(t->v + 1, t->v, i * sizeof *t->v);
        t->v[0] = own;
    }
}

void appealtexts_settle(FrontReader *f, const AppealKey *keys, size_t n,
                        const char *lang) {
    for (size_t i = 0; i < n; i++)
        settle_one(f, &keys[i], lang);
}
