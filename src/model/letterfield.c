#include "model/letter.h"

#include <string.h>

/* One record behind a field, "to" or "from". */
typedef struct Party {
    const char *prefix, *what;
    const Contact *contact; /* NULL: no such record */
} Party;

typedef struct Field {
    Arena *arena;
    Diag *diag;
    Text name;     /* as it stands between the braces */
    Text key;      /* without its prefix */
    bool may_lack; /* to have no value is no error: `out` is then empty */
} Field;

static bool is_known(const Contact *c, Text key) {
    if (contact_field(key.s, key.n) != CONTACT_FIELDS)
        return true;
    for (size_t i = 0; c && i < c->nextra; i++)
        if (c->extra[i].name.n == key.n &&
            memcmp(c->extra[i].name.s, key.s, key.n) == 0)
            return true;
    return false;
}

static bool report_unknown(const Field *f, const Party *parties, size_t n) {
    VEC(const char *) names = {0};
    for (int i = 0; i < CONTACT_FIELDS; i++)
        vec_push(f->arena, &names, contact_field_names[i]);
    for (size_t p = 0; p < n; p++)
        for (size_t i = 0; parties[p].contact && i < parties[p].contact->nextra;
             i++) {
            Text name = parties[p].contact->extra[i].name;
            vec_push(f->arena, &names, arena_strndup(f->arena, name.s, name.n));
        }
    const char *near = diag_did_you_mean(f->key.s, f->key.n, names.v, names.n);
    if (near)
        diag_at(f->diag, DIAG_ERROR, f->name.span,
                "unknown field \"%.*s\"; did you mean \"%s\"?", (int)f->key.n,
                f->key.s, near);
    else
        diag_at(f->diag, DIAG_ERROR, f->name.span,
                "unknown field \"%.*s\"; a record has name, title, "
                "organisation, city, country and the columns of its list",
                (int)f->key.n, f->key.s);
    return false;
}

/* "Ma Xingrui" (book.yaml:14) */
static const char *describe(Arena *a, const Contact *c) {
    size_t line = 0, col = 0;
    if (!c->span.src)
        return arena_printf(a, "\"%s\"", contact_label(a, c));
    source_place(c->span.src, c->span.off, &line, &col);
    return arena_printf(a, "\"%s\" (%s:%zu)", contact_label(a, c),
                        c->span.src->name, line);
}

static bool report_empty(const Field *f, const Contact *c) {
    if (f->may_lack)
        return true;
    Span before = diag_about(f->diag, c->span);
    diag_at(f->diag, DIAG_ERROR, f->name.span,
            "{{%.*s}}: %s has no %.*s; add it there, or write what to print "
            "without it: {{%.*s|...}}",
            (int)f->name.n, f->name.s, describe(f->arena, c), (int)f->key.n,
            f->key.s, (int)f->name.n, f->name.s);
    diag_about(f->diag, before);
    return false;
}

static bool report_absent(const Field *f, const Party *party) {
    if (f->may_lack)
        return true;
    diag_at(f->diag, DIAG_ERROR, f->name.span,
            "{{%.*s}}: the letter has no %s; give it one with \"%s:\" or "
            "--%s",
            (int)f->name.n, f->name.s, party->what, party->prefix,
            party->prefix);
    return false;
}

static bool report_both(const Field *f, const Party parties[2]) {
    diag_at(f->diag, DIAG_ERROR, f->name.span,
            "{{%.*s}}: both the %s %s and the %s %s have one; write "
            "{{%s.%.*s}} or {{%s.%.*s}}",
            (int)f->name.n, f->name.s, parties[0].what,
            describe(f->arena, parties[0].contact), parties[1].what,
            describe(f->arena, parties[1].contact), parties[0].prefix,
            (int)f->key.n, f->key.s, parties[1].prefix, (int)f->key.n,
            f->key.s);
    return false;
}

static bool value_of_party(const Field *f, const Party *party, const char *lang,
                           Text *out) {
    if (!party->contact)
        return report_absent(f, party);
    *out = contact_merge(f->arena, party->contact, f->key.s, f->key.n, lang);
    if (out->s)
        return true;
    return is_known(party->contact, f->key) ? report_empty(f, party->contact)
                                            : report_unknown(f, party, 1);
}

static bool value_of_either(const Field *f, const Party parties[2],
                            const char *lang, Text *out) {
    const Contact *known = NULL;
    size_t values = 0;
    bool any = false;
    Text found = {0};
    for (size_t i = 0; i < 2; i++) {
        const Contact *c = parties[i].contact;
        if (!c)
            continue;
        any = true;
        Text value = contact_merge(f->arena, c, f->key.s, f->key.n, lang);
        if (value.s) {
            found = value;
            values++;
        }
        if (!known && is_known(c, f->key))
            known = c;
    }
    if (values == 1) {
        *out = found;
        return true;
    }
    if (values == 2)
        return report_both(f, parties);
    if (known)
        return report_empty(f, known);
    return any || !is_known(NULL, f->key) ? report_unknown(f, parties, 2)
                                          : report_absent(f, &parties[0]);
}

/* "to.title" is of the addressee alone: the key behind the dot. */
static bool has_prefix(Text name, const char *prefix, Text *key) {
    size_t n = strlen(prefix);
    if (name.n <= n || memcmp(name.s, prefix, n) != 0 || name.s[n] != '.')
        return false;
    *key = text_slice(name, n + 1, name.n - n - 1);
    return true;
}

/* The name before "|" and what stands behind it; s NULL without one. */
static Text split_fallback(Text name, Text *fallback) {
    const char *bar = name.n ? memchr(name.s, '|', name.n) : NULL;
    size_t n = bar ? (size_t)(bar - name.s) : name.n;
    *fallback =
        bar ? text_trim(text_slice(name, n + 1, name.n - n - 1)) : (Text){0};
    return text_trim(bar ? text_slice(name, 0, n) : name);
}

LetterSide letter_field_side(Text name) {
    Text key, fallback, trimmed = split_fallback(name, &fallback);
    return has_prefix(trimmed, "to", &key)     ? LETTER_OF_TO
           : has_prefix(trimmed, "from", &key) ? LETTER_OF_FROM
                                               : LETTER_OF_BOTH;
}

static bool find_value(Field *f, const Party parties[2], const char *lang,
                       Text *out) {
    *out = (Text){0};
    for (size_t i = 0; i < 2; i++)
        if (has_prefix(f->name, parties[i].prefix, &f->key))
            return value_of_party(f, &parties[i], lang, out);
    return value_of_either(f, parties, lang, out);
}

bool letter_field_value(Arena *a, Text name, const Contact *from,
                        const Contact *to, const char *lang, Diag *diag,
                        Text *out) {
    const Party parties[2] = {{"to", "addressee", to},
                              {"from", "sender", from}};
    Text fallback;
    Text plain = split_fallback(name, &fallback);
    Field f = {a, diag, plain, plain, fallback.s != NULL};
    bool ok = find_value(&f, parties, lang, out);
    if (ok && !out->s && fallback.s)
        *out = fallback;
    return ok;
}

bool letter_field_present(Arena *a, Text name, const Contact *from,
                          const Contact *to, const char *lang, Diag *diag,
                          bool *present) {
    const Party parties[2] = {{"to", "addressee", to},
                              {"from", "sender", from}};
    Field f = {a, diag, text_trim(name), text_trim(name), true};
    Text value = {0};
    Text key;
    *present = false;
    bool bare =
        !has_prefix(f.name, "to", &key) && !has_prefix(f.name, "from", &key);
    /* In both records is more than enough here. */
    for (size_t i = 0; bare && i < 2; i++)
        if (parties[i].contact &&
            contact_merge(a, parties[i].contact, f.key.s, f.key.n, lang).s)
            *present = true;
    if (*present)
        return true;
    bool ok = find_value(&f, parties, lang, &value);
    *present = ok && value.s;
    return ok;
}
