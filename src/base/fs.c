#include "base/fs.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
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
    int error;  /* the first errno, 0 while all is well */
    char *path; /* as the user named it */
    char *real; /* links followed; NULL: not a file that a rename replaces */
    char *temp; /* the hidden file's name while it has one */
    bool begun; /* bytes have reached a place that keeps no old file */
    sigset_t signals; /* to be restored, with `real` */
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

/* The file that `path` stands for: symbolic links followed to their end, be
 * something there or not. A rename puts the bytes there and the link stays.
 * NULL with errno if the links go round. */
static char *follow_links(const char *path) {
    char *at = strdup(path);
    for (int i = 0; at && i < 40; i++) { /* Linux: MAXSYMLINKS */
        char link[PATH_MAX];
        ssize_t n = readlink(at, link, sizeof link - 1);
        if (n < 0)
            return at;
        link[n] = '\0';
        char *dir = link[0] == '/' ? NULL : folder(at);
        char *next = NULL;
        if (asprintf(&next, "%s%s%s", dir ? dir : "", dir ? "/" : "", link) < 0)
            oom();
        free(dir);
        free(at);
        at = next;
    }
    if (!at)
        oom();
    free(at);
    errno = ELOOP;
    return NULL;
}

/* /proc/self/fd/N, by which a nameless file can be given a name. */
static const char *self_name(char room[64], int fd) {
    snprintf(room, 64, "/proc/self/fd/%d", fd);
    return room;
}

/* Nameless where the file system can (it gets a name for the moment of the
 * rename), else a hidden file beside the target. */
static int open_beside(FsOut *out) {
    char self[64];
    char *dir = folder(out->real);
    int fd = open_nameless(dir);
    free(dir);
    if (fd >= 0 && fs_exists(self_name(self, fd)))
        return fd;
    if (fd >= 0)
        close(fd); /* no /proc */
    out->temp = temp_name(out->real);
    fd = mkostemp(out->temp, O_CLOEXEC);
    if (fd < 0) {
        free(out->temp);
        out->temp = NULL;
    }
    return fd;
}

/* From open to rename the three polite ways to stop are held back: the hidden
 * file must go before the program does. They are an error of the next write,
 * and take effect when all is tidied up. */
static void hold_signals(FsOut *out) {
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &held, &out->signals);
}

static bool is_interrupted(const FsOut *out) {
    static const int held[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t waiting;
    if (!out->real || sigpending(&waiting) != 0)
        return false;
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        if (sigismember(&waiting, held[i]) == 1 &&
            sigismember(&out->signals, held[i]) == 0)
            return true;
    return false;
}

/* A file that its owner has made read-only is not replaced, though the folder
 * would allow it. */
static int open_replacement(FsOut *out) {
    out->real = follow_links(out->path);
    if (!out->real)
        return -1;
    hold_signals(out);
    if (faccessat(AT_FDCWD, out->real, W_OK, AT_EACCESS) != 0 &&
        errno != ENOENT)
        return -1;
    return open_beside(out);
}

/* Give a nameless file a hidden name. */
static bool name_temp(FsOut *out) {
    char self[64];
    self_name(self, out->fd);
    for (int i = 0; i < 100; i++) {
        out->temp = temp_name(out->real);
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
        out->fd = open_replacement(out);
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

/* The unlinked file that keeps what stdout will get, else -1. */
static int scratch_fd(const FsOut *out) {
    return is_std(out->path) ? out->fd : -1;
}

static void write_fd(FsOut *out, int fd, const char *s, size_t n) {
    if (is_interrupted(out) && !out->error)
        out->error = EINTR;
    while (n && !out->error) {
        ssize_t put = write(fd, s, n);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            out->error = errno;
            return;
        }
        out->begun = out->begun || (!out->real && fd != scratch_fd(out));
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
    if (stat(out->real, &st) == 0) {
        mode = st.st_mode & 07777;
    } else {
        mode = umask(0);
        umask(mode);
        mode = 0666 & ~mode;
    }
    if (fchmod(out->fd, mode) != 0 && !out->error)
        out->error = errno;
}

static void rename_over(FsOut *out) {
    if (!out->temp && !name_temp(out))
        return;
    if (is_interrupted(out))
        out->error = EINTR;
    else if (rename(out->temp, out->real) != 0)
        out->error = errno;
    else
        out->temp[0] = '\0';
}

bool fs_out_commit(FsOut *out, Diag *diag) {
    write_fd(out, out->fd, out->pending.s, out->pending.n);
    buf_clear(&out->pending);
    if (is_std(out->path)) {
        if (!out->error)
            copy_to_stdout(out);
    } else if (out->real) {
        set_mode(out);
        if (!out->error && fsync(out->fd) != 0)
            out->error = errno;
    }
    /* The name is given through the open descriptor; what close could still
     * say, fsync has said. */
    if (!out->error && out->real)
        rename_over(out);
    if (close(out->fd) != 0 && !out->error)
        out->error = errno;
    out->fd = -1;
    bool ok = !out->error;
    if (!ok)
        diag_file(diag, DIAG_SYSTEM, is_std(out->path) ? "<stdout>" : out->path,
                  "cannot write: %s; %s", strerror(out->error),
                  out->begun ? "what went out is cut" : "nothing was written");
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
    if (out->real)
        pthread_sigmask(SIG_SETMASK, &out->signals, NULL);
    buf_free(&out->pending);
    free(out->temp);
    free(out->real);
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

bool fs_same(const char *a, const char *b) {
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino && S_ISREG(x.st_mode);
}

const char *fs_data_dir(Arena *a) {
    const char *env = getenv("ENVOI_DATA");
    return arena_strdup(a, env && *env ? env : ENVOI_DATADIR);
}

const char *fs_join(Arena *a, const char *dir, const char *name) {
    return arena_printf(a, "%s/%s", dir, name);
}
