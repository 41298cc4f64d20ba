#include "base/fs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
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

struct FsOut {
    int fd;
    int error; /* the first errno, 0 while all is well */
    char *path;
    char *temp;   /* the hidden file's name while it has one */
    bool renames; /* ends in a rename: not a device, not stdout */
    Buf pending;
    size_t written;
};

/* The folder part of `path`, "." when there is none. */
static char *folder(const char *path) {
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    char *dir = slash ? strndup(path, n ? n : 1) : strdup(".");
    if (!dir)
        oom();
    return dir;
}

/* An unlinked file in `dir`: gone by itself when the process dies. */
static int open_nameless(const char *dir) {
    return open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

static int open_scratch(void) {
    const char *env = getenv("TMPDIR");
    const char *dir = env && *env ? env : "/tmp";
    int fd = open_nameless(dir);
    if (fd >= 0)
        return fd;
    char name[4096];
    int n = snprintf(name, sizeof name, "%s/envoi-XXXXXX", dir);
    if (n < 0 || (size_t)n >= sizeof name)
        return -1;
    fd = mkostemp(name, O_CLOEXEC);
    if (fd >= 0)
        unlink(name);
    return fd;
}

/* The name tells whose it is, should the machine stop half-way. */
static char *temp_name(const char *path) {
    char *dir = folder(path);
    size_t room = strlen(dir) + 32;
    char *name = malloc(room);
    if (!name)
        oom();
    snprintf(name, room, "%s/.envoi-XXXXXX", dir);
    free(dir);
    return name;
}

/* Nameless where the file system can (it gets a name for the moment of the
 * rename), else a hidden file beside the target. */
static int open_beside(FsOut *out) {
    char *dir = folder(out->path);
    int fd = open_nameless(dir);
    free(dir);
    out->renames = true;
    if (fd >= 0)
        return fd;
    out->temp = temp_name(out->path);
    fd = mkostemp(out->temp, O_CLOEXEC);
    if (fd < 0) {
        free(out->temp);
        out->temp = NULL;
    }
    return fd;
}

/* Give a nameless file a hidden name. */
static bool name_temp(FsOut *out) {
    char self[64];
    snprintf(self, sizeof self, "/proc/self/fd/%d", out->fd);
    for (int i = 0; i < 100; i++) {
        out->temp = temp_name(out->path);
        int fd = mkostemp(out->temp, O_CLOEXEC);
        if (fd < 0)
            break;
        /* mkostemp found a free name; linkat wants it free. */
        close(fd);
        unlink(out->temp);
        if (linkat(AT_FDCWD, self, AT_FDCWD, out->temp, AT_SYMLINK_FOLLOW) == 0)
            return true;
        if (errno != EEXIST)
            break;
        free(out->temp);
        out->temp = NULL;
    }
    if (!out->error)
        out->error = errno;
    free(out->temp);
    out->temp = NULL;
    return false;
}

/* A device (/dev/full, a pipe) is written in place: there is nothing to keep
 * whole, and a rename would replace the device. */
static bool is_special(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

FsOut *fs_out_open(const char *path, Diag *diag) {
    FsOut *out = calloc(1, sizeof *out);
    if (!out)
        oom();
    out->path = strdup(path);
    if (!out->path)
        oom();
    struct stat st;
    if (!is_std(path) && stat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
        errno = EISDIR;
        out->fd = -1;
    } else if (is_std(path)) {
        out->fd = open_scratch();
    } else if (is_special(path)) {
        out->fd = open(path, O_WRONLY | O_CLOEXEC);
    } else {
        out->fd = open_beside(out);
    }
    if (out->fd < 0) {
        diag_file(diag, DIAG_SYSTEM, path,
                  "cannot write: %s; nothing was "
                  "written",
                  strerror(errno));
        fs_out_abandon(out);
        return NULL;
    }
    return out;
}

static void write_fd(FsOut *out, int fd, const char *s, size_t n) {
    while (n && !out->error) {
        ssize_t put = write(fd, s, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            out->error = errno;
            return;
        }
        s += put;
        n -= (size_t)put;
    }
}

void fs_out_write(FsOut *out, const void *bytes, size_t n) {
    out->written += n;
    if (out->error)
        return;
    buf_add(&out->pending, bytes, n);
    if (out->pending.n >= 256 * 1024) {
        write_fd(out, out->fd, out->pending.s, out->pending.n);
        buf_clear(&out->pending);
    }
}

bool fs_out_failed(const FsOut *out) {
    return out->error != 0;
}

size_t fs_out_tell(const FsOut *out) {
    return out->written;
}

static void copy_to_stdout(FsOut *out) {
    char block[65536];
    if (lseek(out->fd, 0, SEEK_SET) < 0) {
        out->error = errno;
        return;
    }
    while (!out->error) {
        ssize_t got = read(out->fd, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            out->error = errno;
        if (got <= 0)
            return;
        write_fd(out, STDOUT_FILENO, block, (size_t)got);
    }
}

/* The mode a plain open(2) would have given: mkostemp's is 0600. An existing
 * file keeps its own. */
static void set_mode(FsOut *out) {
    struct stat st;
    mode_t mode;
    if (stat(out->path, &st) == 0) {
        mode = st.st_mode & 07777;
    } else {
        mode = umask(0);
        umask(mode);
        mode = 0666 & ~mode;
    }
    if (fchmod(out->fd, mode) != 0 && !out->error)
        out->error = errno;
}

/* A symbolic link stays one: the file it points to is what is replaced. */
static void rename_over(FsOut *out) {
    if (!out->temp && !name_temp(out))
        return;
    char *real = realpath(out->path, NULL);
    if (rename(out->temp, real ? real : out->path) != 0)
        out->error = errno;
    else
        out->temp[0] = '\0';
    free(real);
}

bool fs_out_commit(FsOut *out, Diag *diag) {
    write_fd(out, out->fd, out->pending.s, out->pending.n);
    buf_clear(&out->pending);
    if (is_std(out->path)) {
        if (!out->error)
            copy_to_stdout(out);
    } else if (out->renames) {
        set_mode(out);
        if (!out->error && fsync(out->fd) != 0)
            out->error = errno;
    }
    /* The name is given through the open descriptor; what close could still
     * say, fsync has said. */
    if (!out->error && out->renames)
        rename_over(out);
    if (close(out->fd) != 0 && !out->error)
        out->error = errno;
    out->fd = -1;
    bool ok = !out->error;
    if (!ok)
        diag_file(diag, DIAG_SYSTEM, is_std(out->path) ? "<stdout>" : out->path,
                  "cannot write: %s; %s", strerror(out->error),
                  out->renames ? "nothing was written"
                               : "what went out is cut");
    fs_out_abandon(out);
    return ok;
}

void fs_out_abandon(FsOut *out) {
    if (!out)
        return;
    if (out->fd >= 0)
        close(out->fd);
    if (out->temp && out->temp[0])
        unlink(out->temp);
    buf_free(&out->pending);
    free(out->temp);
    free(out->path);
    free(out);
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

const char *fs_data_dir(Arena *a) {
    const char *env = getenv("ENVOI_DATA");
    return arena_strdup(a, env && *env ? env : ENVOI_DATADIR);
}

const char *fs_join(Arena *a, const char *dir, const char *name) {
    return arena_printf(a, "%s/%s", dir, name);
}
