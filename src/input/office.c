#include "input/office.h"

#include <stdlib.h>
#include <string.h>

bool office_part(ZipFile *z, Arena *a, const char *path, Diag *diag,
                 const XmlNode **root) {
    const Source *src;
    *root = NULL;
    if (!zipfile_read(z, a, path, &src))
        return false;
    if (!src)
        return true;
    *root = xml_parse_any(a, src, diag);
    return *root != NULL;
}

int text_order(const Text *a, const Text *b) {
    size_t n = a->n < b->n ? a->n : b->n;
    int order = memcmp(a->s, b->s, n);
    return order ? order : (a->n > b->n) - (a->n < b->n);
}

const char *office_string(Arena *a, const Text *t) {
    return t ? arena_strndup(a, t->s, t->n) : NULL;
}

int office_number(const XmlNode *n, const char *attr, int none) {
    char digits[12];
    const Text *t = xml_attr(n, attr);
    if (!t || t->n == 0 || t->n >= sizeof digits)
        return none;
    memcpy(digits, t->s, t->n);
    digits[t->n] = '\0';
    char *end;
    long value = strtol(digits, &end, 10);
    bool small = value >= -1000000 && value <= 1000000;
    return end > digits && small ? (int)value : none;
}

/* ---- relations ---- */

/* Where the folder of `path` ends. */
static size_t folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* "word/" and "../media/x" are "media/x"; what begins with "/" is whole. */
static const char *resolve(Arena *a, const char *part, const Text *target) {
    size_t folder = folder_of(part);
    const char *s = target->s;
    size_t n = target->n;
    if (n > 0 && *s == '/')
        return arena_strndup(a, s + 1, n - 1);
    while (n >= 3 && memcmp(s, "../", 3) == 0) {
        s += 3;
        n -= 3;
        if (folder > 0)
            folder--;
        while (folder > 0 && part[folder - 1] != '/')
            folder--;
    }
    return arena_printf(a, "%.*s%.*s", (int)folder, part, (int)n, s);
}

static int by_id(const void *a, const void *b) {
    return text_order(&((const Relation *)a)->id, &((const Relation *)b)->id);
}

bool office_relations(ZipFile *z, Arena *a, const char *path, Diag *diag,
                      Relations *out) {
    const XmlNode *root;
    size_t folder = folder_of(path);
    VEC(Relation) list = {0};
    *out = (Relations){0};
    const char *file =
        arena_printf(a, "%.*s_rels/%s.rels", (int)folder, path, path + folder);
    if (!office_part(z, a, file, diag, &root))
        return false;
    for (const XmlNode *n = xml_child(root, "Relationship"); n;
         n = xml_next(n, "Relationship")) {
        const Text *id = xml_attr(n, "Id"), *type = xml_attr(n, "Type");
        const Text *target = xml_attr(n, "Target");
        const Text *mode = xml_attr(n, "TargetMode");
        if (!id || !type || !target)
            continue;
        Relation r = {.id = *id, .type = *type};
        r.outside = mode && text_equal(*mode, "External");
        r.target =
            r.outside ? office_string(a, target) : resolve(a, path, target);
        vec_push(a, &list, r);
    }
    if (list.n > 0)
        qsort(list.v, list.n, sizeof *list.v, by_id);
    *out = (Relations){list.v, list.n};
    return true;
}

const Relation *relation_find(const Relations *r, const Text *id) {
    if (!id || r->n == 0)
        return NULL;
    Relation key = {.id = *id};
    return bsearch(&key, r->v, r->n, sizeof key, by_id);
}

const Relation *relation_of_kind(const Relations *r, const char *kind) {
    size_t n = strlen(kind);
    for (size_t i = 0; i < r->n; i++) {
        Text type = r->v[i].type;
        if (type.n >= n && memcmp(type.s + type.n - n, kind, n) == 0)
            return &r->v[i];
    }
    return NULL;
}
