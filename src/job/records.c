#include "job/records.h"

#include "base/fs.h"

#include <string.h>

static bool pick(Arena *a, const char *path, const char *id, Span where,
                 Diag *diag, Contacts *all) {
    const char **ids = ARENA_ARRAY(a, const char *, all->n);
    size_t nids = 0;
    for (size_t i = 0; i < all->n; i++) {
        Text t = all->v[i].base.fields[CONTACT_ID];
        if (!t.s)
            continue;
        if (text_equal(t, id)) {
            *all = (Contacts){&all->v[i], 1};
            return true;
        }
        ids[nids++] = arena_strndup(a, t.s, t.n);
    }
    const char *near = diag_did_you_mean(id, strlen(id), ids, nids);
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

const char *records_beside(Arena *a, const char *file, const char *path) {
    const char *slash = strrchr(file, '/');
    if (path[0] == '/' || !slash)
        return path;
    return arena_printf(a, "%.*s/%s", (int)(slash - file), file, path);
}
