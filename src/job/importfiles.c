#include "job/importfiles.h"

#include "base/fs.h"

#include <string.h>

Buf *importfiles_add(Arena *a, ImportFiles *files, const char *path) {
    if (files->n == files->cap)
        files->v =
            vec_grow(a, files->v, files->n, &files->cap, sizeof *files->v);
    files->v[files->n] = (ImportFile){.path = path};
    return &files->v[files->n++].text;
}

void importfiles_free(ImportFiles *files) {
    for (size_t i = 0; i < files->n; i++)
        buf_free(&files->v[i].text);
    files->n = 0;
}

static bool refuse_old(const ImportFiles *files, Diag *diag) {
    bool ok = true;
    for (size_t i = 0; i < files->n; i++)
        if (!files->v[i].replaces && fs_exists(files->v[i].path)) {
            diag_file(diag, DIAG_ERROR, files->v[i].path,
                      "is there already, and what you changed in it would be "
                      "lost; name another folder, or add --force");
            ok = false;
        }
    return ok;
}

/* --force is about what an earlier import wrote, not about the document. */
static bool spare_inputs(const ImportFiles *files, Diag *diag) {
    bool ok = true;
    for (size_t i = 0; i < files->n; i++)
        ok =
            (files->v[i].replaces || fs_spares_input(files->v[i].path, diag)) &&
            ok;
    return ok;
}

/* The folder of a file, and how many of those on the way to it were missing. */
typedef struct Made {
    const char *folder; /* NULL: where we are */
    size_t n;
} Made;

static void unmake_folders(const Made *made, size_t n) {
    while (n-- > 0)
        if (made[n].n > 0)
            fs_unmake_folder(made[n].folder, made[n].n);
}

static bool make_folders(Arena *a, const ImportFiles *files, Made *made,
                         Diag *diag) {
    for (size_t i = 0; i < files->n; i++) {
        const char *path = files->v[i].path, *slash = strrchr(path, '/');
        made[i] = (Made){0};
        if (!slash || slash == path)
            continue;
        made[i].folder = arena_strndup(a, path, (size_t)(slash - path));
        if (!fs_make_folder(made[i].folder, &made[i].n, diag)) {
            unmake_folders(made, i);
            return false;
        }
    }
    return true;
}

/* All of them, or none and a message. */
static bool write_files(const ImportFiles *files, FsOut **outs, Diag *diag) {
    for (size_t i = 0; i < files->n; i++) {
        outs[i] = fs_out_open_with(i > 0 ? outs[i - 1] : NULL, files->v[i].path,
                                   diag);
        if (!outs[i]) {
            while (i > 0)
                fs_out_abandon(outs[--i]);
            return false;
        }
        fs_out_write(outs[i], files->v[i].text.s ? files->v[i].text.s : "",
                     files->v[i].text.n);
    }
    return fs_out_commit_all(outs, files->n, diag);
}

bool importfiles_write(Arena *a, const ImportFiles *files, bool force,
                       Diag *diag) {
    FsOut **outs = ARENA_ARRAY(a, FsOut *, files->n);
    Made *made = ARENA_ARRAY(a, Made, files->n);
    if (!spare_inputs(files, diag) || (!force && !refuse_old(files, diag)) ||
        !make_folders(a, files, made, diag))
        return false;
    bool ok = write_files(files, outs, diag);
    if (!ok)
        unmake_folders(made, files->n);
    return ok;
}
