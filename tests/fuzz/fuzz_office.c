/* fuzz_office.c - any bytes as the parts of a .docx or .odt.
 *
 * The input is text: a line "==== word/document.xml" begins a part. The target
 * packs them, so that what is changed is what is read, not a check sum.
 */
#include "docfuzz.h"

#include "input/document_private.h"

#include <stdint.h>
#include <stdlib.h>
#include <zip.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static const char head[] = "==== ";

static const char *next_head(const char *s, const char *end) {
    for (const char *at = s;
         (at = memmem(at, (size_t)(end - at), head, sizeof head - 1)); at++)
        if (at == s || at[-1] == '\n')
            return at;
    return end;
}

static void add_parts(zip_t *zip, const char *s, const char *end) {
    for (s = next_head(s, end); s < end;) {
        char path[64] = "";
        const char *name = s + sizeof head - 1;
        const char *eol = memchr(name, '\n', (size_t)(end - name));
        if (!eol)
            return;
        size_t len = (size_t)(eol - name);
        const char *next = next_head(eol + 1, end);
        if (len > 0 && len < sizeof path) {
            memcpy(path, name, len);
            zip_source_t *part =
                zip_source_buffer(zip, eol + 1, (size_t)(next - eol - 1), 0);
            if (zip_file_add(zip, path, part, 0) < 0)
                zip_source_free(part);
        }
        s = next;
    }
}

static char *pack(const uint8_t *data, size_t n, size_t *size) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(to);
    zip_t *zip = zip_open_from_source(to, ZIP_TRUNCATE, &error);
    assert(zip);
    add_parts(zip, (const char *)data, (const char *)data + n);
    for (zip_int64_t i = zip_get_num_entries(zip, 0); i-- > 0;)
        zip_set_file_compression(zip, (zip_uint64_t)i, ZIP_CM_STORE, 0);
    char *out = NULL;
    *size = 0;
    if (zip_close(zip) != 0) {
        zip_discard(zip);
    } else if (zip_source_open(to) == 0) {
        zip_source_seek(to, 0, SEEK_END);
        *size = (size_t)zip_source_tell(to);
        zip_source_seek(to, 0, SEEK_SET);
        out = malloc(*size + 1);
        zip_source_read(to, out, *size);
        zip_source_close(to);
    }
    zip_source_free(to);
    return out;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    size_t size;
    char *zip = pack(data, n, &size);
    Arena *a = arena_new();
    Diag *diag = diag_new();
    Document d;
    if (zip && zipfile_is(zip, size)) {
        bool ok = document_read(a, "fuzz.docx", zip, size, diag, &d);
        assert(ok == (diag_count(diag, DIAG_ERROR) == 0));
        if (ok)
            check_document(&d);
    }
    diag_free(diag);
    arena_free(a);
    free(zip);
    return 0;
}
