/* zipfile.h - the parts of an office file, which is a zip. libzip below.
 *
 * Nothing is unpacked but what is asked for, and nothing to a disk. A file that
 * stands for more than LIMIT_ZIP_BYTES, whether it says so or not, or for much
 * more than itself (LIMIT_ZIP_RATIO), is an error.
 */
#ifndef ENVOI_INPUT_ZIPFILE_H
#define ENVOI_INPUT_ZIPFILE_H

#include "base/diag.h"
#include "base/source.h"

typedef struct ZipFile ZipFile;

/* Do the bytes begin like a zip? */
bool zipfile_is(const void *bytes, size_t n);

/* The archive in `bytes`, which are borrowed until zipfile_close, as are `name`
 * and `diag`. NULL, with a message, if it is damaged. */
ZipFile *zipfile_open(const char *name, const void *bytes, size_t n,
                      Diag *diag);
void zipfile_close(ZipFile *z); /* NULL is fine */

/* The part `path` ("word/document.xml"), in `a`; a source of the name of the
 * whole file. True with *out NULL if there is none; false, with a message, if
 * it cannot be unpacked. */
bool zipfile_read(ZipFile *z, Arena *a, const char *path, const Source **out);
/* The same piece by piece, for a part that is large. NULL, with a message, if
 * it may not be unpacked, or there is none. */
typedef struct ZipPart ZipPart;
ZipPart *zipfile_open_part(ZipFile *z, const char *path);
/* The next bytes, at most `room`; 0 at the end, -1 with a message if the file
 * is damaged. */
int zippart_read(ZipPart *p, char *out, int room);
void zippart_close(ZipPart *p); /* NULL is fine */
/* Are its parts encrypted, as the manifest of an OpenDocument file says
 * (OpenDocument 1.3, part 2, 4.8)? Then that is an error. */
bool zipfile_is_locked(ZipFile *z);
/* Is there such a part? */
bool zipfile_has(ZipFile *z, const char *path);
/* Its first bytes, at most `room`; how many, 0 if there is none. */
size_t zipfile_peek(ZipFile *z, const char *path, char *out, size_t room);

#endif
