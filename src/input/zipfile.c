#include "input/zipfile.h"

#include "base/filekind.h"
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
        diag_file(z->diag, DIAG_ERROR, z->name, "%s", FILEKIND_LOCKED);
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

static void damaged(ZipFile *z) {
    diag_file(z->diag, DIAG_ERROR, z->name,
              "is damaged: a part of it cannot be unpacked; copy or save it "
              "again");
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
        damaged(z);
    return whole;
}

/* The index of a part that may be unpacked, and its size; -1 if there is none,
 * or with a message and *ok false. */
static zip_int64_t find(ZipFile *z, const char *path, size_t *size, bool *ok) {
    zip_stat_t st;
    zip_int64_t index = zip_name_locate(z->zip, path, 0);
    *ok = true;
    if (index < 0)
        return -1;
    zip_stat_init(&st);
    if (zip_stat_index(z->zip, (zip_uint64_t)index, 0, &st) != 0)
        st.valid = 0;
    *ok = allowed(z, &st);
    *size = (size_t)st.size;
    return *ok ? index : -1;
}

bool zipfile_read(ZipFile *z, Arena *a, const char *path, const Source **out) {
    size_t n;
    bool ok;
    zip_int64_t index = find(z, path, &n, &ok);
    *out = NULL;
    if (index < 0)
        return ok;
    char *bytes = arena_alloc(a, n + 1);
    if (!unpack(z, (zip_uint64_t)index, bytes, n))
        return false;
    z->unpacked += n;
    Source *src = ARENA_NEW(a, Source);
    *src = (Source){.name = arena_strdup(a, z->name), .bytes = bytes, .n = n};
    *out = src;
    return true;
}

struct ZipPart {
    ZipFile *z;
    zip_file_t *file;
    size_t left; /* of the size that the part says it has */
};

ZipPart *zipfile_open_part(ZipFile *z, const char *path) {
    size_t n;
    bool ok;
    zip_int64_t index = find(z, path, &n, &ok);
    if (index < 0) {
        if (ok)
            diag_file(z->diag, DIAG_ERROR, z->name,
                      "is damaged: the part %s is missing; save it again",
                      path);
        return NULL;
    }
    zip_file_t *file = zip_fopen_index(z->zip, (zip_uint64_t)index, 0);
    if (!file) {
        damaged(z);
        return NULL;
    }
    z->unpacked += n;
    ZipPart *p = malloc(sizeof *p);
    if (!p)
        oom();
    *p = (ZipPart){z, file, n};
    return p;
}

int zippart_read(ZipPart *p, char *out, int room) {
    zip_int64_t got = zip_fread(p->file, out, (zip_uint64_t)room);
    if (got < 0 || (size_t)got > p->left || (got == 0 && p->left > 0)) {
        damaged(p->z);
        return -1;
    }
    p->left -= (size_t)got;
    return (int)got;
}

void zippart_close(ZipPart *p) {
    if (p)
        zip_fclose(p->file);
    free(p);
}

bool zipfile_is_locked(ZipFile *z) {
    static const char mark[] = "encryption-data";
    Arena *a = arena_new();
    const Source *manifest = NULL;
    bool locked = zipfile_has(z, "META-INF/manifest.xml") &&
                  zipfile_read(z, a, "META-INF/manifest.xml", &manifest) &&
                  manifest &&
                  memmem(manifest->bytes, manifest->n, mark, sizeof mark - 1);
    if (locked)
        diag_file(z->diag, DIAG_ERROR, z->name, "%s", FILEKIND_LOCKED);
    arena_free(a);
    return locked;
}
