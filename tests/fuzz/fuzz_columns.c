/* fuzz_columns.c - any bytes as lines that may have columns: each byte that is
 * no blank is in one part of a line, and no other. */
#include "base/buf.h"
#include "input/doccolumns.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

static void split(Arena *a, const Source *src, TextLines *lines) {
    bool gap = false;
    for (size_t at = 0; at < src->n;) {
        const char *end = memchr(src->bytes + at, '\n', src->n - at);
        size_t to = end ? (size_t)(end - src->bytes) : src->n;
        size_t length = to - at;
        while (length > 0 && is_blank(src->bytes[at + length - 1]))
            length--;
        TextLine line = {.off = at, .n = length, .gap = gap};
        gap = length == 0;
        if (length > 0)
            vec_push(a, lines, line);
        at = to + 1;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n) {
    Arena *a = arena_new();
    const Source *src = source_from(a, "fuzz", (const char *)data, n);
    TextLines lines = {0};
    unsigned char *seen = ARENA_ARRAY(a, unsigned char, n + 1);
    split(a, src, &lines);
    doccolumns_part(a, src, &lines);
    for (size_t i = 0; i < lines.n; i++) {
        const TextLine *l = &lines.v[i];
        assert(l->off <= n && l->n <= n - l->off);
        for (size_t k = 0; k < l->n; k++)
            seen[l->off + k]++;
    }
    for (size_t i = 0; i < n; i++)
        assert(is_blank((char)data[i]) ? seen[i] <= 1 : seen[i] == 1);
    arena_free(a);
    return 0;
}
