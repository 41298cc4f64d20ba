#include "base/fs.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/stop.h"

struct FsOut {
    int fd;
    int old;       /* the file that is replaced, see keep_old; -1 */
    int error;     /* the first errno, 0 while all is well */
    char *path;    /* as the user named it */
    char *real;    /* links followed; NULL: not a file that a rename replaces */
    char *temp;    /* the hidden file's name while it has one */
    int sink;      /* without `real`: where the bytes are copied in the end */
    bool begun;    /* some have arrived there */
    bool finished; /* all bytes are in `fd` */
    Stop stop;     /* with `real` */
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

/* From open to rename signals wait: the hidden file must go before the program
 * does. They are an error of the next write. */
static bool is_interrupted(const FsOut *out) {
    return out->real && stop_came(&out->stop);
}

/* A file that its owner has made read-only is not replaced, though the folder
 * would allow it. */
static bool may_replace(const char *real) {
    return faccessat(AT_FDCWD, real, W_OK, AT_EACCESS) == 0 || errno == ENOENT;
}

static int open_replacement(FsOut *out, const FsOut *before) {
    out->real = follow_links(out->path);
    if (!out->real)
        return -1;
    stop_hold(&out->stop, before && before->real ? &before->stop : NULL);
    return may_replace(out->real) ? open_beside(out) : -1;
}

static bool fill_name(char *at) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz012345";
    unsigned char random[6];
    if (getentropy(random, sizeof random) != 0)
        return false;
    for (size_t i = 0; i < sizeof random; i++)
        at[i] = letters[random[i] % 32];
    return true;
}

/* Give a nameless file a hidden name: one call each, as a kill in between
 * leaves those that have one. */
static bool name_temp(FsOut *out) {
    char self[64];
    self_name(self, out->fd);
    for (int i = 0; i < 100; i++) {
        out->temp = temp_name(out->real);
        if (fill_name(out->temp + strlen(out->temp) - 6) &&
            linkat(AT_FDCWD, self, AT_FDCWD, out->temp, AT_SYMLINK_FOLLOW) == 0)
            return true;
        free(out->temp);
        out->temp = NULL;
        if (errno != EEXIST)
            break;
    }
    if (!out->error)
        out->error = errno;
    return false;
}

/* A device (/dev/full, a pipe) is no file that a rename could replace. */
static bool is_special(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

static int open_sink(FsOut *out) {
    out->sink = fs_is_std(out->path) ? STDOUT_FILENO
                                     : open(out->path, O_WRONLY | O_CLOEXEC);
    return out->sink < 0 ? -1 : open_scratch();
}

static void cannot_write(const char *path, Diag *diag) {
    int error = errno;
    char *dir = folder(path);
    if (error == EISDIR)
        diag_file(diag, DIAG_SYSTEM, path,
                  "is a folder; give the file a name in it; nothing was "
                  "written");
    else if ((error == ENOENT || error == ENOTDIR) && !fs_is_folder(dir))
        diag_file(diag, DIAG_SYSTEM, path,
                  "there is no folder \"%s\"; make one first; nothing was "
                  "written",
                  dir);
    else
        diag_file(diag, DIAG_SYSTEM, path,
                  "cannot write: %s; nothing was written", strerror(error));
    free(dir);
}

/* A run may have some thousand files open until all get their names; the usual
 * soft limit is 1,024. */
static void allow_more_files(const FsOut *before) {
    struct rlimit limit;
    if (!before || getrlimit(RLIMIT_NOFILE, &limit) != 0 ||
        (rlim_t)before->fd + 64 < limit.rlim_cur)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

FsOut *fs_out_open_with(const FsOut *before, const char *path, Diag *diag) {
    FsOut *out = calloc(1, sizeof *out);
    if (!out)
        oom();
    allow_more_files(before);
    out->sink = out->old = -1;
    out->path = strdup(path);
    if (!out->path)
        oom();
    if (!fs_is_std(path) && fs_is_folder(path)) {
        errno = EISDIR;
        out->fd = -1;
    } else if (fs_is_std(path) || is_special(path)) {
        out->fd = open_sink(out);
    } else {
        out->fd = open_replacement(out, before);
    }
    if (out->fd < 0) {
        cannot_write(path, diag);
        fs_out_abandon(out);
        return NULL;
    }
    return out;
}

FsOut *fs_out_open(const char *path, Diag *diag) {
    return fs_out_open_with(NULL, path, diag);
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
        out->begun = out->begun || fd == out->sink;
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

bool fs_out_stopped(const FsOut *out) {
    return is_interrupted(out);
}

bool fs_out_rename(FsOut *out, const char *path, Diag *diag) {
    assert(out->real);
    char *real = follow_links(path);
    errno = !real                ? ELOOP
            : fs_is_folder(real) ? EISDIR
            : is_special(real)   ? EEXIST
            : may_replace(real)  ? 0
                                 : errno;
    if (errno != 0) {
        cannot_write(path, diag);
        free(real);
        return false;
    }
    free(out->real);
    free(out->path);
    out->real = real;
    out->path = strdup(path);
    if (!out->path)
        oom();
    return true;
}

size_t fs_out_tell(const FsOut *out) {
    return out->written;
}

static void copy_out(FsOut *out) {
    char block[65536];
    stop_written();
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
        write_fd(out, out->sink, block, (size_t)got);
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

static void report(const FsOut *out, Diag *diag, const char *what_became) {
    if (out->error == EINTR) {
        diag_file(diag, DIAG_SYSTEM, NULL, "stopped; %s", what_became);
        return;
    }
    diag_file(diag, DIAG_SYSTEM, fs_is_std(out->path) ? "<stdout>" : out->path,
              "cannot write: %s; %s", strerror(out->error), what_became);
}

/* What close could still say, fsync has said. */
static bool finish(FsOut *out) {
    if (!out->finished) {
        write_fd(out, out->fd, out->pending.s, out->pending.n);
        buf_free(&out->pending); /* many finished files may wait */
        if (out->real) {
            set_mode(out);
            if (!out->error && fsync(out->fd) != 0)
                out->error = errno;
        }
    }
    out->finished = true;
    return !out->error;
}

bool fs_out_finish(FsOut *out, Diag *diag) {
    if (!finish(out))
        report(out, diag, "nothing was written");
    return !out->error;
}

int fs_out_fd(const FsOut *out) {
    assert(out->finished);
    return out->fd;
}

/* Every byte on the disk, and nothing says to stop. */
static bool prepare(FsOut *out) {
    if (finish(out) && is_interrupted(out))
        out->error = EINTR;
    return !out->error;
}

/* While it is open, the blocks of a file that loses its name are not freed:
 * that takes milliseconds, and a kill between two renames leaves files of two
 * runs. Of fourteen files on ext4 all names took 40 ms, and so 0.1 ms. */
static void keep_old(FsOut *out) {
    if (out->real)
        out->old = open(out->real, O_PATH | O_CLOEXEC);
}

static bool rename_over(FsOut *out) {
    assert(out->temp);
    stop_written();
    if (rename(out->temp, out->real) != 0)
        out->error = errno;
    else
        out->temp[0] = '\0';
    return !out->error;
}

/* The steps that can fail come first. The index of the file that failed, or
 * `n`; `done` so many have their names all the same, `one` is one of them. */
static size_t commit_files(FsOut *const *outs, size_t n, size_t *done,
                           const FsOut **one) {
    *done = 0;
    for (size_t i = 0; i < n; i++)
        if (!prepare(outs[i]))
            return i;
    for (size_t i = 0; i < n; i++)
        keep_old(outs[i]);
    for (size_t i = 0; i < n; i++)
        if (outs[i]->real && !outs[i]->temp && !name_temp(outs[i]))
            return i;
    for (size_t i = 0; i < n; i++) {
        if (outs[i]->sink >= 0)
            copy_out(outs[i]);
        if (outs[i]->error)
            return i;
    }
    for (size_t i = n; i-- > 0;) {
        if (!outs[i]->real)
            continue;
        if (!rename_over(outs[i]))
            return i;
        *one = outs[i];
        ++*done;
    }
    return n;
}

bool fs_out_commit_all(FsOut *const *outs, size_t n, Diag *diag) {
    const FsOut *one = NULL;
    size_t done, failed = commit_files(outs, n, &done, &one);
    char became[PATH_MAX + 64] = "nothing was written";
    if (failed < n && outs[failed]->begun)
        snprintf(became, sizeof became, "what went out is cut");
    else if (done == 1)
        snprintf(became, sizeof became, "only %s was written", one->path);
    else if (done > 1)
        snprintf(became, sizeof became,
                 "only %zu of %zu files were written; put that right and run "
                 "it again before you print",
                 done, n);
    if (failed < n)
        report(outs[failed], diag, became);
    else if (n > 0 && is_interrupted(outs[0]))
        diag_file(diag, DIAG_NOTE, NULL,
                  "stopped when everything had been written");
    for (size_t i = n; i-- > 0;)
        fs_out_abandon(outs[i]);
    return failed == n;
}

bool fs_out_commit(FsOut *out, Diag *diag) {
    return fs_out_commit_all(&out, 1, diag);
}

void fs_out_abandon(FsOut *out) {
    if (!out)
        return;
    if (out->fd >= 0)
        close(out->fd);
    if (out->old >= 0)
        close(out->old);
    if (out->sink >= 0 && !fs_is_std(out->path))
        close(out->sink);
    if (out->temp && out->temp[0])
        unlink(out->temp);
    if (out->real)
        stop_release(&out->stop);
    buf_free(&out->pending);
    free(out->temp);
    free(out->real);
    free(out->path);
    free(out);
}

/* The folder of a file that may not be there yet, and its name in it. */
static bool find_target(const char *path, struct stat *dir, char **name) {
    char *real = follow_links(path);
    *name = NULL;
    if (!real)
        return false;
    char *in = folder(real);
    const char *slash = strrchr(real, '/');
    bool found = stat(in, dir) == 0;
    *name = strdup(slash ? slash + 1 : real);
    if (!*name)
        oom();
    free(in);
    free(real);
    return found;
}

bool fs_same_target(const char *a, const char *b) {
    struct stat x, y;
    char *p, *q;
    bool both = find_target(a, &x, &p);
    both = find_target(b, &y, &q) && both;
    bool same = both && x.st_dev == y.st_dev && x.st_ino == y.st_ino &&
                strcmp(p, q) == 0;
    free(p);
    free(q);
    return same || fs_same(a, b);
}
