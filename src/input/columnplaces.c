#include "input/columnplaces.h"

#include <string.h>
#include <strings.h>

/* The columns of Outlook's and Thunderbird's tables in English; those of other
 * languages are in no source that was found. */
static const struct {
    const char *prefix;
    FieldPlace place;
} prefixes[] = {
    {"business ", PLACE_WORK}, {"work ", PLACE_WORK}, {"home ", PLACE_HOME}};

static bool begins(Text name, const char *with) {
    size_t n = strlen(with);
    return name.n >= n && strncasecmp(name.s, with, n) == 0;
}

static bool is_called(const FieldKey *key, const char *name) {
    return key->name.n == strlen(name) &&
           strncasecmp(key->name.s, name, key->name.n) == 0;
}

/* Of an address, and not its country alone. */
static bool is_place(const FieldKey *key) {
    return key->kind == FIELD_LINES || key->kind == FIELD_ADDRESS ||
           (key->kind == FIELD_SIMPLE &&
            (key->field == CONTACT_CITY || key->field == CONTACT_POSTCODE));
}

static bool is_part(const FieldKey *key) {
    return is_place(key) ||
           (key->kind == FIELD_SIMPLE &&
            (key->field == CONTACT_DISTRICT || key->field == CONTACT_REGION ||
             key->field == CONTACT_COUNTRY));
}

/* What the column is, if it is a part of such an address. */
static bool parse(Arena *a, Text name, FieldKey *out) {
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t n = strlen(prefixes[i].prefix);
        if (!begins(name, prefixes[i].prefix))
            continue;
        *out = fieldkey_parse(a, text_slice(name, n, name.n - n));
        out->name = name;
        out->place = prefixes[i].place;
        out->loose = false;
        return is_part(out);
    }
    return false;
}

static bool has(const FieldKey *keys, size_t n, FieldPlace place,
                FieldKind kind) {
    for (size_t i = 0; i < n; i++)
        if (keys[i].place == place && keys[i].kind == kind)
            return true;
    return false;
}

/* "Home Address" is the street, but beside "Home Street" it is the whole again.
 */
static void settle_streets(FieldKey *keys, size_t n) {
    for (size_t i = 0; i < n; i++) {
        FieldKey *key = &keys[i];
        if (key->place == PLACE_ONE || key->kind != FIELD_ADDRESS)
            continue;
        bool street = has(keys, n, key->place, FIELD_LINES);
        for (size_t k = 0; street && k < n; k++)
            if (keys[k].place == key->place && keys[k].kind == FIELD_LINES)
                street = keys[k].line < 2;
        key->kind = street ? FIELD_UNKNOWN : FIELD_LINES;
        key->field = CONTACT_FIELDS;
        key->line = 0;
    }
}

/* Outlook's "Title" is Mr. or Dr.; what we call so is its "Job Title". */
static void settle_title(FieldKey *keys, size_t n) {
    bool job = false;
    for (size_t i = 0; i < n; i++)
        job = job || is_called(&keys[i], "job title");
    for (size_t i = 0; job && i < n; i++) {
        if (!is_called(&keys[i], "title"))
            continue;
        keys[i].kind = FIELD_UNKNOWN;
        keys[i].field = CONTACT_FIELDS;
    }
}

void columnplaces_find(Arena *a, FieldKey *keys, size_t n) {
    bool plain = false, found = false;
    FieldKey key;
    for (size_t i = 0; i < n; i++)
        plain = plain || is_place(&keys[i]);
    for (size_t i = 0; i < n; i++) {
        if (keys[i].kind != FIELD_UNKNOWN || keys[i].found ||
            !parse(a, keys[i].name, &key))
            continue;
        if (!plain)
            keys[i] = key;
        found = true;
    }
    settle_streets(keys, n);
    if (found)
        settle_title(keys, n);
}

/* The first column of that place, to name it. */
static const FieldKey *first_of(const FieldKey *keys, size_t n,
                                FieldPlace place) {
    for (size_t i = 0; i < n; i++)
        if (keys[i].place == place && is_place(&keys[i]))
            return &keys[i];
    return NULL;
}

static const FieldKey *begun_with(const FieldKey *keys, size_t n,
                                  const char *prefix) {
    for (size_t i = 0; i < n; i++)
        if (begins(keys[i].name, prefix))
            return &keys[i];
    return NULL;
}

void columnplaces_report(const Source *src, const FieldKey *keys, size_t n,
                         Diag *diag) {
    const FieldKey *work = first_of(keys, n, PLACE_WORK),
                   *home = first_of(keys, n, PLACE_HOME),
                   *first = begun_with(keys, n, "Address 1 - Street"),
                   *second = begun_with(keys, n, "Address 2 - Street");
    if (work && home)
        diag_file(diag, DIAG_NOTE, src->name,
                  "there are addresses at work (\"%.*s\" ...) and at home "
                  "(\"%.*s\" ...): the one at work is printed where there is "
                  "one, else the one at home, without company and title; to "
                  "have the others, name them with --map \"%.*s=lines,...\"",
                  (int)work->name.n, work->name.s, (int)home->name.n,
                  home->name.s, (int)home->name.n, home->name.s);
    else if (first && second)
        diag_file(diag, DIAG_NOTE, src->name,
                  "of several addresses of one person the first is printed "
                  "(\"%.*s\" ...)",
                  (int)first->name.n, first->name.s);
}

FieldPlace columnplaces_choose(const FieldKey *keys, const Text *values,
                               size_t n) {
    FieldPlace chosen = PLACE_ONE;
    for (size_t i = 0; i < n; i++) {
        if (keys[i].place == PLACE_ONE || !is_place(&keys[i]) ||
            text_trim(values[i]).n == 0)
            continue;
        if (keys[i].place == PLACE_WORK)
            return PLACE_WORK;
        chosen = PLACE_HOME;
    }
    return chosen;
}

bool columnplaces_wants(const FieldKey *key, FieldPlace chosen, bool named) {
    bool office =
        key->kind == FIELD_SIMPLE &&
        (key->field == CONTACT_ORGANISATION ||
         key->field == CONTACT_DEPARTMENT || key->field == CONTACT_TITLE);
    if (key->place != PLACE_ONE)
        return key->place == chosen;
    return chosen != PLACE_HOME || !named || !office;
}
