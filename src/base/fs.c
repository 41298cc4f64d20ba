#include "base/fs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef ENVOI_DATADIR
#error "ENVOI_DATADIR must name the folder of fonts/, languages/ and layouts/"
#endif

bool fs_is_std(const char *path) {
    return strcmp(path, "-") == 0;
}

static int by_name(const void *x, const void *y) {
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* Names that are compared with one that is not there. */
enum { NAMES_MAX = 5000 };

/* Bytes before the ending of a name, ".md" of "letter.en.md". */
static size_t stem(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot ? (size_t)(dot - name) : strlen(name);
}

/* What is said of a name that is in the folder when `name` is not. */
typedef enum Nearness { FAR, SAME_ENDING, OTHER_ENDING } Nearness;

static Nearness nearness(const char *name, const char *s) {
    size_t n = strlen(name), k = stem(name);
    if (strncmp(s, name, n) == 0 && s[n] == '.')
        return OTHER_ENDING; /* "letter" of "letter.md" */
    if (name[k] && strcmp(s + stem(s), name + k) != 0)
        return stem(s) == k && memcmp(s, name, k) == 0 ? OTHER_ENDING : FAR;
    return SAME_ENDING;
}

/* A name in `dir` that `name` may be meant to be, in the arena; NULL: none.
 * Endings are not compared: of two short names they are the most. */
static const char *nearest(Arena *a, const char *dir, const char *name) {
    VEC(const char *) names = {0}, stems = {0};
    const char *other = NULL;
    size_t nother = 0;
    DIR *d = *name ? opendir(dir) : NULL;
    for (struct dirent *e; d && names.n < NAMES_MAX && (e = readdir(d));) {
        Nearness how = e->d_name[0] == '.' ? FAR : nearness(name, e->d_name);
        const char *s = how == FAR ? NULL : arena_strdup(a, e->d_name);
        if (how == SAME_ENDING)
            vec_push(a, &names, s);
        if (how == OTHER_ENDING)
            other = s;
        nother += how == OTHER_ENDING;
    }
    if (d)
        closedir(d);
    if (nother == 1)
        return other;
    if (names.n)
        qsort(names.v, names.n, sizeof *names.v, by_name);
    for (size_t i = 0; i < names.n; i++) {
        const char *s = arena_strndup(a, names.v[i], stem(names.v[i]));
        vec_push(a, &stems, s);
    }
    const char *near = diag_did_you_mean(name, stem(name), stems.v, stems.n);
    for (size_t i = 0; near && i < stems.n; i++)
        if (stems.v[i] == near)
            return names.v[i];
    return NULL;
}

const char *fs_missing(Arena *a, const char *path) {
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    const char *dir = slash ? arena_strndup(a, path, n ? n : 1) : ".";
    if (!fs_is_folder(dir))
        return arena_printf(a,
                            fs_exists(dir) ? "\"%s\" is no folder"
                                           : "there is no folder \"%s\"",
                            dir);
    const char *near = nearest(a, dir, slash ? slash + 1 : path);
    return near ? arena_printf(a,
                               "there is no such file; did you mean "
                               "\"%.*s%s\"?",
                               slash ? (int)n + 1 : 0, path, near)
                : "there is no such file";
}

static void cannot_open(const char *path, Diag *diag) {
    Arena *a = arena_new();
    if (errno == ENOENT || errno == ENOTDIR)
        diag_file(diag, DIAG_SYSTEM, path, "%s", fs_missing(a, path));
    else
        diag_file(diag, DIAG_SYSTEM, path, "cannot open: %s", strerror(errno));
    arena_free(a);
}

static bool read_all(int fd, const char *name, size_t cap, Buf *out,
                     Diag *diag) {
    for (;;) {
        buf_reserve(out, 65536);
        ssize_t got = read(fd, out->s + out->n, 65536);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            if (errno == EISDIR)
                diag_file(diag, DIAG_SYSTEM, name,
                          "is a folder; name a file in it");
            else
                diag_file(diag, DIAG_SYSTEM, name, "cannot read: %s",
                          strerror(errno));
            return false;
        }
        if (got == 0)
            break;
        out->n += (size_t)got;
        if (out->n > cap) {
            diag_file(diag, DIAG_ERROR, name,
                      "larger than %zu MB; split it into smaller files",
                      cap / (1024 * 1024));
            return false;
        }
    }
    out->s[out->n] = '\0';
    return true;
}

void fs_note_input(int fd, Diag *diag) {
    struct stat st;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
        diag_read(diag, st.st_dev, st.st_ino);
}

bool fs_spares_input(const char *path, Diag *diag) {
    struct stat st;
    if (stat(path, &st) != 0 || !diag_has_read(diag, st.st_dev, st.st_ino))
        return true;
    diag_file(diag, DIAG_USAGE, path,
              "the run reads this file and would write its own over it; give "
              "it another name, or -o another folder");
    return false;
}

bool fs_read(const char *path, size_t cap, Buf *out, Diag *diag) {
    if (fs_is_std(path))
        return read_all(STDIN_FILENO, "<stdin>", cap, out, diag);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        cannot_open(path, diag);
        return false;
    }
    fs_note_input(fd, diag);
    bool ok = read_all(fd, path, cap, out, diag);
    close(fd);
    return ok;
}

bool fs_is_other(const char *path, const char *mark) {
    char start[1024];
    struct stat st;
    if (stat(path, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size == 0)
        return false;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    ssize_t got = read(fd, start, sizeof start);
    close(fd);
    return got > 0 && !memmem(start, (size_t)got, mark, strlen(mark));
}

bool fs_is_folder(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool fs_exists(const char *path) {
    return access(path, F_OK) == 0;
}

bool fs_ends_in(const char *path, const char *ending) {
    size_t n = strlen(path), k = strlen(ending);
    return n > k && strcasecmp(path + n - k, ending) == 0;
}

bool fs_list(Arena *a, const char *folder, const char *ending,
             const char *const **out, size_t *n) {
    VEC(const char *) names = {0};
    *out = NULL;
    *n = 0;
    DIR *dir = opendir(folder);
    if (!dir)
        return false;
    for (struct dirent *e; (e = readdir(dir));) {
        const char *s = e->d_name;
        size_t name = fs_ends_in(s, ending) ? strlen(s) - strlen(ending) : 0;
        /* Who opens it puts the ending back, in its own case. */
        if (s[0] != '.' && name > 0 && strcmp(s + name, ending) == 0)
            vec_push(a, &names, arena_strndup(a, s, name));
    }
    closedir(dir);
    if (names.n)
        qsort(names.v, names.n, sizeof *names.v, by_name);
    *out = names.v;
    *n = names.n;
    return true;
}

bool fs_below(const char *dir, const char *path) {
    char *folder_path = realpath(dir, NULL), *file = realpath(path, NULL);
    bool below = !file;
    if (folder_path && file) {
        size_t n = strlen(folder_path);
        bool root = n == 1;
        below = strncmp(file, folder_path, n) == 0 && (root || file[n] == '/');
    }
    free(folder_path);
    free(file);
    return below;
}

bool fs_same(const char *a, const char *b) {
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino && S_ISREG(x.st_mode);
}

const char *fs_data_dir(Arena *a) {
    const char *env = getenv("ENVOI_DATA");
    return arena_strdup(a, env && *env ? env : ENVOI_DATADIR);
}

const char *fs_config_dir(Arena *a) {
    const char *xdg = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (xdg && xdg[0] == '/')
        return arena_printf(a, "%s/envoi", xdg);
    return home && *home ? arena_printf(a, "%s/.config/envoi", home) : NULL;
}

void fs_unmake_folder(const char *path, size_t made) {
    char *part = strdup(path);
    if (!part)
        oom();
    for (; made > 0; made--) {
        size_t n = strlen(part);
        while (n > 1 && part[n - 1] == '/')
            part[--n] = '\0';
        rmdir(part);
        char *slash = strrchr(part, '/');
        if (!slash)
            break;
        *slash = '\0';
    }
    free(part);
}

bool fs_make_folder(const char *path, size_t *made, Diag *diag) {
    char *part = strdup(path);
    size_t n = 0;
    if (!part)
        oom();
    bool ok = true;
    for (char *s = part + 1; ok && s[-1]; s++) {
        char was = *s;
        if (was && was != '/')
            continue;
        *s = '\0';
        if (mkdir(part, 0700) == 0) {
            n++;
        } else if (errno != EEXIST) {
            ok = false;
            diag_file(diag, DIAG_SYSTEM, part, "cannot make the folder: %s",
                      strerror(errno));
            char *slash = strrchr(part, '/');
            if (slash)
                *slash = '\0';
            fs_unmake_folder(part, n);
            break;
        }
        *s = was;
    }
    free(part);
    if (made)
        *made = ok ? n : 0;
    return ok;
}

const char *fs_join(Arena *a, const char *dir, const char *name) {
    return arena_printf(a, "%s/%s", dir, name);
}

const char *fs_beside(Arena *a, const char *file, const char *path) {
    const char *slash = strrchr(file, '/');
    if (path[0] == '/' || !slash)
        return path;
    return arena_printf(a, "%.*s/%s", (int)(slash - file), file, path);
}

/* From folder `dir` to `to`, both without links: up to the folder they share,
 * then down. */
static const char *way(Arena *a, const char *dir, const char *to) {
    size_t same = 0;
    const char *up = "";
    for (size_t i = 0; dir[i] == to[i] || (!dir[i] && to[i] == '/'); i++) {
        if (to[i] == '/')
            same = i;
        if (!dir[i])
            break;
    }
    for (const char *s = dir + same; *s; s++)
        if (*s == '/' && s[1])
            up = arena_printf(a, "%s../", up);
    return arena_printf(a, "%s%s", up, to + same + 1);
}

const char *fs_named_in(Arena *a, const char *file, const char *path) {
    const char *slash = strrchr(file, '/');
    if (path[0] == '/' || !slash)
        return path;
    char *dir = realpath(
        arena_strndup(a, file, slash > file ? (size_t)(slash - file) : 1),
        NULL);
    char *to = realpath(path, NULL);
    const char *out = dir && to ? way(a, dir, to) : path;
    free(dir);
    free(to);
    return out;
}

/* Is the file that was opened still the one that has the name? */
static bool is_named(int fd, const char *path) {
    struct stat x, y;
    return fstat(fd, &x) == 0 && stat(path, &y) == 0 && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}

/* Nobody has it, or the file system cannot tell. */
static bool lock(int fd) {
    return flock(fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

/* A file that is not there yet is locked by its folder, until it is there. */
static int open_folder_of(const char *path) {
    const char *slash = strrchr(path, '/');
    char *dir = slash ? strndup(path, slash > path ? (size_t)(slash - path) : 1)
                      : strdup(".");
    if (!dir)
        oom();
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    free(dir);
    return fd;
}

bool fs_lock(const char *path, FsLock *out, Diag *diag) {
    out->fd = open(path, O_RDONLY | O_CLOEXEC);
    bool there = out->fd >= 0 || errno != ENOENT;
    if (!there)
        out->fd = open_folder_of(path);
    if (out->fd < 0)
        return true; /* reading it, or its folder, will tell */
    /* Another run may have ended in between: it made or replaced the file. */
    if (lock(out->fd) && (there ? is_named(out->fd, path) : !fs_exists(path)))
        return true;
    fs_unlock(out);
    diag_file(diag, DIAG_SYSTEM, path,
              "another run of envoi is using it%s; wait until that has ended",
              there ? "" : ", or makes a new file in this folder");
    return false;
}

void fs_unlock(FsLock *lock) {
    if (lock->fd >= 0)
        close(lock->fd);
    lock->fd = -1;
}
