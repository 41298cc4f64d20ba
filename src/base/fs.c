#include "base/fs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef ENVOI_DATADIR
#error "ENVOI_DATADIR must name the folder of fonts/, languages/ and layouts/"
#endif

static bool is_std(const char *path) {
    return strcmp(path, "-") == 0;
}

static bool read_all(int fd, const char *name, size_t cap, Buf *out,
                     Diag *diag) {
    for (;;) {
        buf_reserve(out, 65536);
        ssize_t got = read(fd, out->s + out->n, 65536);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
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

bool fs_read(const char *path, size_t cap, Buf *out, Diag *diag) {
    if (is_std(path))
        return read_all(STDIN_FILENO, "<stdin>", cap, out, diag);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        diag_file(diag, DIAG_SYSTEM, path, "cannot open: %s", strerror(errno));
        return false;
    }
    bool ok = read_all(fd, path, cap, out, diag);
    close(fd);
    return ok;
}

bool fs_exists(const char *path) {
    return access(path, F_OK) == 0;
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

bool fs_make_folder(const char *path, Diag *diag) {
    char *part = strdup(path);
    if (!part)
        oom();
    bool ok = true;
    for (char *s = part + 1; ok && s[-1]; s++) {
        char was = *s;
        if (was && was != '/')
            continue;
        *s = '\0';
        ok = mkdir(part, 0700) == 0 || errno == EEXIST;
        if (!ok)
            diag_file(diag, DIAG_SYSTEM, part, "cannot make the folder: %s",
                      strerror(errno));
        *s = was;
    }
    free(part);
    return ok;
}

const char *fs_join(Arena *a, const char *dir, const char *name) {
    return arena_printf(a, "%s/%s", dir, name);
}
