/* fs.h - files read with a cap, written whole or not at all. */
#ifndef ENVOI_BASE_FS_H
#define ENVOI_BASE_FS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* All of `path` ("-": stdin) into `out`. More than `cap` bytes, a folder, a
 * read error: false, with the file's name and the reason in `diag`. */
bool fs_read(const char *path, size_t cap, Buf *out, Diag *diag);

/* The same is remembered in `diag` of a file that was opened otherwise. */
void fs_note_input(int fd, Diag *diag);
/* False, with an error, if `path` is a file that was read with this `diag`:
 * what is written may not take its place. */
bool fs_spares_input(const char *path, Diag *diag);

/* A file being written: bytes go to a temporary file in the same folder,
 * without a name (O_TMPFILE) where the file system can; fs_out_commit syncs it
 * and renames it over `path`. Until then `path` is untouched. A symbolic link
 * stays one, and the file it points to is replaced or made; a read-only file is
 * not replaced. SIGINT, SIGTERM and SIGHUP wait until commit or abandon, make
 * the writes in between fail and so leave no temporary file behind; one that
 * came goes on waiting, so that the program can first say what became of the
 * files, and takes effect when the signal mask is set back. For stdout
 * ("-"), a device or a pipe the bytes are kept in an unlinked file in the
 * temporary folder and copied out by the commit. */
typedef struct FsOut FsOut;

/* NULL with a message if the folder cannot be written. */
FsOut *fs_out_open(const char *path, Diag *diag);
/* A file that is committed together with `before`, which is open (or NULL):
 * what stops the one stops the other. */
FsOut *fs_out_open_with(const FsOut *before, const char *path, Diag *diag);
/* Errors are remembered and reported once, by the commit. */
void fs_out_write(FsOut *out, const void *bytes, size_t n);
/* True after an error: the writer may stop early. */
bool fs_out_failed(const FsOut *out);
/* A signal wants the program to end: no write will succeed any more. */
bool fs_out_stopped(const FsOut *out);
/* Another name for the file, in the same folder, before it is committed. False,
 * with a message, if a file cannot have it. */
bool fs_out_rename(FsOut *out, const char *path, Diag *diag);
/* Bytes written so far. */
size_t fs_out_tell(const FsOut *out);
/* All but the name: every byte is on the disk. False with a message; `out` is
 * then good for fs_out_abandon only. */
bool fs_out_finish(FsOut *out, Diag *diag);
/* A finished file to be read, from where lseek puts it; not to be closed. */
int fs_out_fd(const FsOut *out);
/* Sync, close, rename; frees `out`. False, with a message and without a trace
 * left in the folder, if anything since the open went wrong. */
bool fs_out_commit(FsOut *out, Diag *diag);
/* The same for files that belong together, given in the order in which they
 * were opened: all or none, as far as the system lets us. All are finished and
 * have hidden names in their folders before the first gets its own; the last
 * gets it first. Frees all. */
bool fs_out_commit_all(FsOut *const *outs, size_t n, Diag *diag);
/* Drop the temporary file; frees `out`. NULL is fine. Of several, first the one
 * opened last. */
void fs_out_abandon(FsOut *out);

/* "there is no such file; did you mean "letter.md"?", or that its folder is
 * missing. The name that is meant is one in the same folder: near enough to be
 * a typing mistake, or with an ending behind it. In the arena. */
const char *fs_missing(Arena *a, const char *path);

/* A file with something in it, the first bytes of which do not hold `mark`:
 * another program's, or what somebody has typed. */
bool fs_is_other(const char *path, const char *mark);

bool fs_exists(const char *path);
bool fs_is_folder(const char *path);
/* "-": standard input or output. */
bool fs_is_std(const char *path);
/* The name ends in `ending`, such as ".yaml", in any case, and is more than
 * that. */
bool fs_ends_in(const char *path, const char *ending);
/* Names in `folder` that end in `ending`, without it and without hidden ones,
 * sorted: the order in which a folder is read depends on the file system.
 * False, with errno, if it cannot be read; *n is then 0. */
bool fs_list(Arena *a, const char *folder, const char *ending,
             const char *const **out, size_t *n);
/* Both are there, and are one file under two names or one. */
bool fs_same(const char *a, const char *b);
/* Writing to one would write to the other: they are one file, or would be. */
bool fs_same_target(const char *a, const char *b);

/* Is `path`, links followed, in the folder `dir` or below it? A path that does
 * not exist is: opening it will tell. */
bool fs_below(const char *dir, const char *path);

/* Where the data files are: $ENVOI_DATA, else the compiled-in PREFIX/share
 * path. In the arena. */
const char *fs_data_dir(Arena *a);
/* Where the user's own settings are: $XDG_CONFIG_HOME/envoi, else
 * ~/.config/envoi (XDG Base Directory Specification: a path that is not
 * absolute does not count). NULL without a home. In the arena. */
const char *fs_config_dir(Arena *a);
/* Make the folder `path`, and those above it that are missing, for the user
 * alone. False, with a message and none of them made, if that cannot be. `made`
 * (or NULL) is how many there were. */
bool fs_make_folder(const char *path, size_t *made, Diag *diag);
/* Take so many away again, from `path` upwards, as far as they are empty. */
void fs_unmake_folder(const char *path, size_t made);
/* data_dir/a/b, for joining paths. */
const char *fs_join(Arena *a, const char *dir, const char *name);
/* `path` as seen from the folder of `file`, unless it is absolute: what a file
 * means when it names another one. */
const char *fs_beside(Arena *a, const char *file, const char *path);
/* The way back: how `file` should name `path`, which is seen from here. An
 * absolute path stays one. */
const char *fs_named_in(Arena *a, const char *file, const char *path);

/* Keep other runs of envoi from a file that is read and written again, until
 * fs_unlock. In place of a file that is not there yet its folder is locked, so
 * that of two first runs one waits. A file system that cannot lock is no error;
 * another run that has it is. */
typedef struct FsLock {
    int fd; /* -1: nothing is locked */
} FsLock;
bool fs_lock(const char *path, FsLock *out, Diag *diag);
void fs_unlock(FsLock *lock);

#endif
