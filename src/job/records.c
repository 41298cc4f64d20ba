#include "job/records.h"

#include "base/fs.h"
#include "input/listfile.h"

#include <string.h>

/* The id of record `i`, in `a`. */
static Text id_of(const ContactList *l, size_t i, Arena *a) {
    return contactlist_get(l, i, a)->base.fields[CONTACT_ID];
}

static const char *near_id(Arena *a, const char *id, const ContactList *l) {
    const char **ids = ARENA_ARRAY(a, const char *, l->n);
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) {
        Text t = id_of(l, i, a);
        if (t.s)
            ids[n++] = arena_strndup(a, t.s, t.n);
    }
    return diag_did_you_mean(id, strlen(id), ids, n);
}

/* The one record with that id; l->n if there is none or there are two. */
static size_t find_id(const char *path, const char *id, Span where, Diag *diag,
                      const ContactList *l) {
    Arena *a = arena_new();
    size_t found = l->n;
    bool twice = false;
    for (size_t i = 0; i < l->n && !twice; i++) {
        Text t = id_of(l, i, a);
        twice = found < l->n && t.s && text_equal(t, id);
        if (twice)
            diag_at(diag, DIAG_ERROR, t.span,
                    "the id \"%s\" is given a second time, after record %zu; "
                    "%s#%s could be either, so change one",
                    id, found + 1, path, id);
        else if (t.s && text_equal(t, id))
            found = i;
        arena_reset(a);
    }
    if (found == l->n) {
        const char *near = near_id(a, id, l);
        diag_at(diag, DIAG_ERROR, where,
                "no record of %s has the id \"%s\"%s%s%s", path, id,
                near ? "; did you mean \"" : "", near ? near : "",
                near ? "\"?" : "");
    }
    arena_free(a);
    return twice ? l->n : found;
}

/* Leave the one record with that id. */
static bool pick(Arena *a, const char *path, const char *id, Span where,
                 Diag *diag, ContactList *l) {
    size_t i = find_id(path, id, where, diag, l);
    if (i == l->n)
        return false;
    Contact *c = ARENA_NEW(a, Contact);
    *c = *contactlist_get(l, i, a);
    l->all = (Contacts){c, 1};
    l->n = 1;
    return true;
}

/* FILE of FILE#ID; `*id` NULL if there is none. */
static const char *path_of(Arena *a, const char *spec, const char **id) {
    const char *hash = strrchr(spec, '#');
    bool split = hash && !fs_exists(spec);
    *id = split ? hash + 1 : NULL;
    return split ? arena_strndup(a, spec, (size_t)(hash - spec)) : spec;
}

const char *records_file(Arena *a, const char *spec) {
    const char *id, *path = path_of(a, spec, &id);
    return listfile_path(a, path);
}

bool recordlist_load(Arena *a, const ListReading *how, const char *spec,
                     Span where, Diag *diag, ContactList *out) {
    const char *id, *path = path_of(a, spec, &id);
    *out = (ContactList){0};
    if (where.src && strcmp(path, "-") != 0 &&
        !fs_exists(listfile_path(a, path))) {
        diag_at(diag, DIAG_ERROR, where, "%s: %s", path,
                fs_missing(a, listfile_path(a, path)));
        return false;
    }
    /* Errors about single records may have been taken (job/rejects.h). */
    size_t taken = diag_taken(diag), errors = diag_count(diag, DIAG_ERROR);
    bool ok = contactlist_load(a, how, path, diag, out);
    taken = diag_taken(diag) - taken;
    if (!ok && (taken == 0 || diag_count(diag, DIAG_ERROR) - errors > taken))
        return false;
    if (id && !pick(a, path, id, where, diag, out))
        return false;
    if (out->n == 0 && taken == 0) {
        diag_file(diag, DIAG_ERROR, path, "holds no records");
        return false;
    }
    return true;
}

bool records_load(Arena *a, const ListReading *how, const char *spec,
                  Span where, Diag *diag, Contacts *out) {
    ContactList list;
    bool ok = recordlist_load(a, how, spec, where, diag, &list);
    *out = list.all;
    if (!list.all.v && list.n) {
        *out = (Contacts){ARENA_ARRAY(a, Contact, list.n), list.n};
        for (size_t i = 0; i < list.n; i++)
            out->v[i] = *contactlist_get(&list, i, a);
    }
    contactlist_close(&list);
    return ok;
}
