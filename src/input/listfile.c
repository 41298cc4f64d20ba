#include "input/listfile.h"

#include "base/fs.h"
#include "base/limits.h"
#include "input/encoding.h"

#include <string.h>
#include <strings.h>

static bool ends_in(const char *path, const char *suffix) {
    size_t n = strlen(path), m = strlen(suffix);
    return n > m && strcasecmp(path + n - m, suffix) == 0;
}

static bool starts_with(const Buf *b, const char *start, size_t n) {
    return b->n >= n && memcmp(b->s, start, n) == 0;
}

/* Files that hold no list, or none that can be got at. */
static bool refused(const char *path, const Buf *b, Diag *diag) {
    static const struct {
        const char *start;
        size_t n;
        const char *what;
    } kinds[] = {
        {"\xD0\xCF\x11\xE0", 4,
         "is an old Office file, or one with a password; open it there and "
         "save it as .xlsx, .ods or CSV, without a password"},
        {"PK\003\004", 4,
         "is a spreadsheet or word-processor file (or a zip); save it as CSV"},
        {"%PDF-", 5, "is a PDF; give the list it was made from"},
        {"\x1F\x8B", 2, "is compressed; unpack it with gunzip first"}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (starts_with(b, kinds[i].start, kinds[i].n)) {
            diag_file(diag, DIAG_ERROR, path, "%s", kinds[i].what);
            return true;
        }
    }
    return false;
}

/* A name that tells nothing: "- " begins a YAML list, "key: value" a YAML map,
 * "#" its comment; a header of columns has none of them. */
static bool looks_like_csv(const Source *src) {
    size_t at =
        src->n >= 3 && memcmp(src->bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    at += strspn(src->bytes + at, " \t\r\n");
    if (at >= src->n)
        return false;
    if (strchr("-#%[{", src->bytes[at]))
        return false;
    size_t n = strcspn(src->bytes + at, "\r\n");
    const char *line = src->bytes + at;
    return !memmem(line, n, ": ", 2) && line[n - 1] != ':';
}

static ListFormat format_of(const char *path, const Source *src) {
    if (ends_in(path, ".csv") || ends_in(path, ".tsv"))
        return LIST_CSV;
    if (ends_in(path, ".yaml") || ends_in(path, ".yml"))
        return LIST_YAML;
    return looks_like_csv(src) ? LIST_CSV : LIST_YAML;
}

static bool read_text(Arena *a, const ListReading *how, const char *path,
                      const Buf *b, Diag *diag, ListFile *out) {
    const char *given = how ? how->encoding : NULL;
    const char *bytes = b->s ? b->s : "";
    /* YAML is UTF-8, or UTF-16 with a mark (YAML 1.2.2, 5.2). */
    if ((ends_in(path, ".yaml") || ends_in(path, ".yml")) && !given &&
        !starts_with(b, "\xFF\xFE", 2) && !starts_with(b, "\xFE\xFF", 2)) {
        out->src = source_from(a, path, bytes, b->n);
        return source_check(out->src, diag);
    }
    Encoded text;
    bool ok = encoding_read(a, path, bytes, b->n, given, columns_know,
                            out->columns, diag, &text);
    out->src = text.src;
    out->as = text.as;
    if (text.src)
        out->format = format_of(path, text.src);
    return ok;
}

bool listfile_load(Arena *a, const ListReading *how, const char *path,
                   Diag *diag, ListFile *out) {
    Buf b = {0};
    *out = (ListFile){0};
    out->columns = columns_new(a, how ? how->map : NULL, true, diag);
    bool ok = fs_read(path, LIMIT_INPUT_BYTES, &b, diag) &&
              !refused(path, &b, diag) &&
              read_text(a, how, path, &b, diag, out);
    buf_free(&b);
    return ok;
}
