#include "text/fontfiles.h"

#include "base/fs.h"
#include "base/limits.h"

#include <fontconfig/fontconfig.h>

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

/* Folders below a font folder are this deep at most (Debian: 2). */
#define WALK_DEPTH 6

/* Where one file of a face is. */
typedef struct Place {
    bool looked;
    const char *path; /* NULL: not installed */
    unsigned dir;     /* of `walked`: the font folder it was found under */
    const char *walked;
} Place;

struct FontFiles {
    Arena *a;
    const Stacks *stacks;
    Place *places; /* faces x variants */
    const char **dirs;
    size_t ndirs;
    bool walked;
};

static Place *place_of(FontFiles *ff, size_t face, size_t variant) {
    return &ff->places[face * FACE_VARIANTS + variant];
}

/* The folders of fonts.conf, the last one named first: fontconfig hands them
 * out in the opposite order. Nothing is scanned: no font list is built. */
static bool read_dirs(FontFiles *ff, const char *conf, Diag *diag) {
    Buf text = {0};
    if (!fs_read(conf, LIMIT_INPUT_BYTES, &text, diag))
        return false;
    FcConfig *config = FcConfigCreate();
    if (!config)
        oom();
    VEC(const char *) dirs = {0};
    bool ok = FcConfigParseAndLoadFromMemory(
        config, (const FcChar8 *)(text.s ? text.s : ""), FcFalse);
    buf_free(&text);
    FcStrList *list = ok ? FcConfigGetFontDirs(config) : NULL;
    for (FcChar8 *dir; list && (dir = FcStrListNext(list)) != NULL;) {
        const char *copy = arena_strdup(ff->a, (const char *)dir);
        vec_push(ff->a, &dirs, copy);
    }
    if (list)
        FcStrListDone(list);
    FcConfigDestroy(config);
    for (size_t i = 0; i < dirs.n / 2; i++) {
        const char *swap = dirs.v[i];
        dirs.v[i] = dirs.v[dirs.n - 1 - i];
        dirs.v[dirs.n - 1 - i] = swap;
    }
    ff->dirs = dirs.v;
    ff->ndirs = dirs.n;
    if (!ok || dirs.n == 0)
        diag_file(diag, DIAG_SYSTEM, conf,
                  "is broken or names no font folder; reinstall envoi");
    return ok && dirs.n > 0;
}

FontFiles *fontfiles_new(Arena *a, const Stacks *stacks, const char *conf,
                         Diag *diag) {
    FontFiles *ff = ARENA_NEW(a, FontFiles);
    *ff = (FontFiles){.a = a, .stacks = stacks};
    if (!read_dirs(ff, conf, diag))
        return NULL;
    ff->places = ARENA_ARRAY(a, Place, stacks->faces.n * FACE_VARIANTS);
    return ff;
}

/* Note a file that the walk met for every face that wants it. The first font
 * folder wins, then the path that sorts first: readdir has no order. */
static void walked_file(FontFiles *ff, unsigned dir, const char *path) {
    const char *base = strrchr(path, '/') + 1;
    for (size_t i = 0; i < ff->stacks->faces.n; i++)
        for (size_t v = 0; v < FACE_VARIANTS; v++) {
            const char *name = ff->stacks->faces.v[i]->files[v].name;
            Place *place = place_of(ff, i, v);
            if (!name || strcmp(name, base) != 0)
                continue;
            if (!place->walked || place->dir > dir ||
                (place->dir == dir && strcmp(path, place->walked) < 0)) {
                place->walked = arena_strdup(ff->a, path);
                place->dir = dir;
            }
        }
}

static void walk(FontFiles *ff, Arena *scratch, unsigned dir, const char *path,
                 int depth) {
    DIR *d = depth < WALK_DEPTH ? opendir(path) : NULL;
    for (struct dirent *e; d && (e = readdir(d)) != NULL;) {
        if (e->d_name[0] == '.')
            continue;
        const char *child = fs_join(scratch, path, e->d_name);
        struct stat st;
        bool folder = e->d_type == DT_DIR;
        if (e->d_type == DT_LNK || e->d_type == DT_UNKNOWN)
            folder = stat(child, &st) == 0 && S_ISDIR(st.st_mode);
        if (folder)
            walk(ff, scratch, dir, child, depth + 1);
        else
            walked_file(ff, dir, child);
    }
    if (d)
        closedir(d);
}

/* Where its package puts it, one stat() a font folder;
 * else wherever one walk over the names in the font folders met it. */
const char *fontfiles_path(FontFiles *ff, const Face *face,
                           FaceVariant variant) {
    Place *place = place_of(ff, face->number, (size_t)variant);
    if (place->looked)
        return place->path;
    place->looked = true;
    Arena *scratch = arena_new();
    const char *name = face->files[variant].name;
    for (size_t i = 0; i < ff->ndirs && !place->path; i++) {
        const char *folder = fs_join(scratch, ff->dirs[i], face->folder);
        const char *path = fs_join(scratch, folder, name);
        if (fs_exists(path))
            place->path = arena_strdup(ff->a, path);
    }
    if (!place->path && !ff->walked) {
        ff->walked = true;
        for (size_t i = 0; i < ff->ndirs; i++)
            walk(ff, scratch, (unsigned)i, ff->dirs[i], 0);
    }
    if (!place->path)
        place->path = place->walked;
    arena_free(scratch);
    return place->path;
}
