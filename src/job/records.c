#include "job/records.h"

#include "base/fs.h"

#include <string.h>

static const char *near_id(Arena *a, const char *id, const Contacts *all) {
    const char **ids = ARENA_ARRAY(a, const char *, all->n);
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        Text t = all->v[i].base.fields[CONTACT_ID];
        if (t.s)
            ids[n++] = arena_strndup(a, t.s, t.n);
    }
    return diag_did_you_mean(id, strlen(id), ids, n);
}

/* Leave the one record with that id. */
static bool pick(Arena *a, const char *path, const char *id, Span where,
                 Diag *diag, Contacts *all) {
    Contact *found = NULL;
    for (size_t i = 0; i < all->n; i++) {
        Text t = all->v[i].base.fields[CONTACT_ID];
        if (!t.s || !text_equal(t, id))
            continue;
        if (found) {
            diag_at(diag, DIAG_ERROR, t.span,
                    "the id \"%s\" is given a second time, after record %zu; "
                    "%s#%s could be either, so change one",
                    id, found->number, path, id);
            return false;
        }
        found = &all->v[i];
    }
    if (found) {
        *all = (Contacts){found, 1};
        return true;
    }
    const char *near = near_id(a, id, all);
    diag_at(diag, DIAG_ERROR, where, "no record of %s has the id \"%s\"%s%s%s",
            path, id, near ? "; did you mean \"" : "", near ? near : "",
            near ? "\"?" : "");
    return false;
}

bool records_load(Arena *a, const char *spec, Span where, Diag *diag,
                  Contacts *out) {
    const char *hash = strrchr(spec, '#');
    const char *path = spec;
    if (hash && !fs_exists(spec))
        path = arena_strndup(a, spec, (size_t)(hash - spec));
    if (where.src && strcmp(path, "-") != 0 && !fs_exists(path)) {
        diag_at(diag, DIAG_ERROR, where, "there is no file %s", path);
        return false;
    }
    if (!contacts_load(a, path, diag, out))
        return false;
    if (path != spec && !pick(a, path, hash + 1, where, diag, out))
        return false;
    if (out->n == 0) {
        diag_file(diag, DIAG_ERROR, path, "holds no records");
        return false;
    }
    return true;
}
