#include "input/zipfile.h"

#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

#include <zip.h>

struct ZipFile {
    zip_t *zip;
    const char *name;
    Diag *diag;
    size_t unpacked; /* bytes of all parts so far */
};

bool zipfile_is(const void *bytes, size_t n) {
    return n >= 4 && memcmp(bytes, "PK\003\004", 4) == 0;
}

ZipFile *zipfile_open(const char *name, const void *bytes, size_t n,
                      Diag *diag) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *from = zip_source_buffer_create(bytes, n, 0, &error);
    zip_t *zip = from ? zip_open_from_source(from, ZIP_RDONLY, &error) : NULL;
    zip_error_fini(&error);
    if (!zip) {
        zip_source_free(from);
        diag_file(diag, DIAG_ERROR, name,
                  "is damaged or was not copied to its end; copy or save it "
                  "again");
        return NULL;
    }
    if (zip_get_num_entries(zip, 0) > LIMIT_ZIP_ENTRIES) {
        diag_file(diag, DIAG_ERROR, name,
                  "is packed from more than %d parts, which no honest office "
                  "file is",
                  LIMIT_ZIP_ENTRIES);
        zip_discard(zip);
        return NULL;
    }
    ZipFile *z = malloc(sizeof *z);
    if (!z)
        oom();
    *z = (ZipFile){zip, name, diag, 0};
    return z;
}

void zipfile_close(ZipFile *z) {
    if (z)
        zip_discard(z->zip);
    free(z);
}

bool zipfile_has(ZipFile *z, const char *path) {
    return zip_name_locate(z->zip, path, 0) >= 0;
}

size_t zipfile_peek(ZipFile *z, const char *path, char *out, size_t room) {
    zip_file_t *f = zip_fopen(z->zip, path, 0);
    zip_int64_t got = f ? zip_fread(f, out, room) : 0;
    if (f)
        zip_fclose(f);
    return got > 0 ? (size_t)got : 0;
}

/* May a part of that size be unpacked? */
static bool allowed(ZipFile *z, const zip_stat_t *st) {
    bool known =
        (st->valid & ZIP_STAT_SIZE) && (st->valid & ZIP_STAT_COMP_SIZE);
    if (st->encryption_method != ZIP_EM_NONE) {
        diag_file(z->diag, DIAG_ERROR, z->name,
                  "is locked with a password; open it, save it without one and "
                  "try again");
        return false;
    }
    if (!known || st->size > LIMIT_ZIP_BYTES - z->unpacked) {
        diag_file(z->diag, DIAG_ERROR, z->name,
                  "unpacks to more than %zu MB; split it into smaller files",
                  LIMIT_ZIP_BYTES / (1024 * 1024));
        return false;
    }
    if (st->size > LIMIT_ZIP_SMALL &&
        st->size / LIMIT_ZIP_RATIO > st->comp_size) {
        diag_file(z->diag, DIAG_ERROR, z->name,
                  "holds a part that unpacks to more than %d times its size, "
                  "as files do that are made to do harm; open it in an office "
                  "program and save it again",
                  LIMIT_ZIP_RATIO);
        return false;
    }
    return true;
}

/* All `n` bytes of entry `index`, and no more: what a part says of its size
 * need not be true. */
static bool unpack(ZipFile *z, zip_uint64_t index, char *out, size_t n) {
    zip_file_t *f = zip_fopen_index(z->zip, index, 0);
    size_t at = 0;
    char more;
    bool whole = f != NULL;
    while (whole && at < n) {
        zip_int64_t got = zip_fread(f, out + at, n - at);
        whole = got > 0;
        at += whole ? (size_t)got : 0;
    }
    /* The check sum is compared when the end is met. */
    whole = whole && zip_fread(f, &more, 1) == 0;
    if (f && zip_fclose(f) != 0)
        whole = false;
    if (!whole)
        diag_file(z->diag, DIAG_ERROR, z->name,
                  "is damaged: a part of it cannot be unpacked; copy or save "
                  "it again");
    return whole;
}

bool zipfile_read(ZipFile *z, Arena *a, const char *path, const Source **out) {
    zip_stat_t st;
    zip_int64_t index = zip_name_locate(z->zip, path, 0);
    *out = NULL;
    if (index < 0)
        return true;
    zip_stat_init(&st);
    if (zip_stat_index(z->zip, (zip_uint64_t)index, 0, &st) != 0)
        st.valid = 0;
    if (!allowed(z, &st))
        return false;
    size_t n = (size_t)st.size;
    char *bytes = arena_alloc(a, n + 1);
    if (!unpack(z, (zip_uint64_t)index, bytes, n))
        return false;
    z->unpacked += n;
    Source *src = ARENA_NEW(a, Source);
    *src = (Source){arena_strdup(a, z->name), bytes, n};
    *out = src;
    return true;
}
