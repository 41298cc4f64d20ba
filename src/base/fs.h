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

/* A file being written: bytes go to a temporary file in the same folder,
 * without a name (O_TMPFILE) where the file system can; fs_out_commit syncs it
 * and renames it over `path`. Until then `path` is untouched. A symbolic link
 * stays one, and the file it points to is replaced or made; a read-only file is
 * not replaced. SIGINT, SIGTERM and SIGHUP wait until commit or abandon, make
 * the writes in between fail and so leave no temporary file behind. A device or
 * pipe is written in place. "-" is stdout: bytes are kept in an unlinked file
 * in the temporary folder and copied out by the commit. */
typedef struct FsOut FsOut;

/* NULL with a message if the folder cannot be written. */
FsOut *fs_out_open(const char *path, Diag *diag);
/* Errors are remembered and reported once, by the commit. */
void fs_out_write(FsOut *out, const void *bytes, size_t n);
/* True after an error: the writer may stop early. */
bool fs_out_failed(const FsOut *out);
/* Bytes written so far. */
size_t fs_out_tell(const FsOut *out);
/* Sync, close, rename; frees `out`. False, with a message and without a trace
 * left in the folder, if anything since the open went wrong. */
bool fs_out_commit(FsOut *out, Diag *diag);
/* Drop the temporary file; frees `out`. NULL is fine. */
void fs_out_abandon(FsOut *out);

bool fs_exists(const char *path);
/* Both are there, and are one file under two names or one. */
bool fs_same(const char *a, const char *b);

/* Is `path`, links followed, in the folder `dir` or below it? A path that does
 * not exist is: opening it will tell. */
bool fs_below(const char *dir, const char *path);

/* Where the data files are: $ENVOI_DATA, else the compiled-in PREFIX/share
 * path. In the arena. */
const char *fs_data_dir(Arena *a);
/* data_dir/a/b, for joining paths. */
const char *fs_join(Arena *a, const char *dir, const char *name);

#endif
