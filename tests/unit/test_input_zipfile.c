/* Office files are zips; those that are cut off, locked or made to fill the
 * memory are told, and a part that is not there is none. */
#include "input/zipfile.h"
#include "unit.h"

#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

#include <zip.h>

/* A zip of one part, in memory. */
static char *make_zip(const char *path, const char *bytes, size_t n,
                      const char *password, size_t *size) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(to);
    zip_t *zip = zip_open_from_source(to, ZIP_CREATE, &error);
    zip_source_t *part = zip_source_buffer(zip, bytes, n, 0);
    zip_int64_t at = zip_file_add(zip, path, part, 0);
    if (password)
        zip_file_set_encryption(zip, (zip_uint64_t)at, ZIP_EM_AES_256,
                                password);
    zip_close(zip);
    zip_source_open(to);
    zip_source_seek(to, 0, SEEK_END);
    *size = (size_t)zip_source_tell(to);
    zip_source_seek(to, 0, SEEK_SET);
    char *out = malloc(*size);
    zip_source_read(to, out, *size);
    zip_source_close(to);
    zip_source_free(to);
    return out;
}

/* Read `path` of a zip; the text, or NULL and the message in `why`. */
static const char *read_part(Arena *a, const char *zip, size_t n,
                             const char *path, bool *ok) {
    Diag *diag = diag_new();
    const Source *src = NULL;
    ZipFile *z = zipfile_open("a.docx", zip, n, diag);
    *ok = z && zipfile_read(z, a, path, &src);
    CHECK(*ok == (diag_count(diag, DIAG_NOTE) == 0));
    zipfile_close(z);
    diag_free(diag);
    return src ? src->bytes : NULL;
}

static void parts(Arena *a) {
    size_t n;
    bool ok;
    char *zip = make_zip("word/a.xml", "<a/>", 4, NULL, &n);
    CHECK(zipfile_is(zip, n) && !zipfile_is("PK", 2));
    const char *s = read_part(a, zip, n, "word/a.xml", &ok);
    CHECK(ok && s && strcmp(s, "<a/>") == 0);
    CHECK(!read_part(a, zip, n, "word/b.xml", &ok) && ok);
    /* Nothing at all is an archive without parts to libzip. */
    for (size_t cut = 1; cut < n; cut++) {
        read_part(a, zip, cut, "word/a.xml", &ok);
        CHECK(!ok);
    }
    free(zip);
}

static void locked(Arena *a) {
    size_t n;
    bool ok;
    char *zip = make_zip("x", "secret", 6, "word", &n);
    CHECK(!read_part(a, zip, n, "x", &ok) && !ok);
    free(zip);
}

/* 8 MB of zeros are 8 KB; 1 MB of them may be. */
static void bombs(Arena *a) {
    size_t n, big = 2 * LIMIT_ZIP_SMALL;
    bool ok;
    char *zeros = calloc(1, big);
    char *zip = make_zip("x", zeros, big, NULL, &n);
    CHECK(n < big / LIMIT_ZIP_RATIO);
    CHECK(!read_part(a, zip, n, "x", &ok) && !ok);
    free(zip);
    zip = make_zip("x", zeros, LIMIT_ZIP_SMALL / 4, NULL, &n);
    CHECK(read_part(a, zip, n, "x", &ok) && ok);
    free(zip);
    free(zeros);
}

/* The size in the directory, 24 bytes into an entry of it, says more or less
 * than there is. */
static void lies(Arena *a) {
    size_t n;
    bool ok;
    char *zip = make_zip("x", "aaaaaaaaaaaaaaaaaaaa", 20, NULL, &n);
    char *entry = memmem(zip, n, "PK\001\002", 4);
    CHECK(entry != NULL);
    for (int size = 0; entry && size < 40; size++) {
        entry[24] = (char)size;
        read_part(a, zip, n, "x", &ok);
        CHECK(ok == (size == 20));
    }
    free(zip);
}

int main(void) {
    Arena *a = arena_new();
    parts(a);
    locked(a);
    bombs(a);
    lies(a);
    arena_free(a);
    return unit_done("input_zipfile");
}
